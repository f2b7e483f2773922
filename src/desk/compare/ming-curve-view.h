/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-compare-curve.h"

G_BEGIN_DECLS

#define MING_TYPE_CURVE_VIEW (ming_curve_view_get_type ())
G_DECLARE_FINAL_TYPE (MingCurveView, ming_curve_view, MING, CURVE_VIEW, GtkWidget)

/** The most curves in one picture. */
#define MING_CURVES_MAX 4

/**
 * MingCurveView: what the person bears against the total of the bill, one curve for each plan.
 * Lines differ in colour, dashes and the number at their end; points at which a rule begins are ringed.
 */
GtkWidget *ming_curve_view_new (void);

/** Curve @index is @curve (borrowed until the next call), NULL for none. */
void ming_curve_view_set (MingCurveView *self, guint index, const MingCurve *curve);

/** A vertical line at @total_fen, the bill in question; 0 for none. */
void ming_curve_view_set_total (MingCurveView *self, MingFen total_fen);

G_END_DECLS
