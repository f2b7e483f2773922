/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-estimate-tabs.h"

G_BEGIN_DECLS

#define MING_TYPE_ESTIMATE_STRIP (ming_estimate_strip_get_type ())
G_DECLARE_FINAL_TYPE (MingEstimateStrip, ming_estimate_strip, MING, ESTIMATE_STRIP, GtkBox)

/**
 * MingEstimateStrip: the tabs of the cases kept side by side; nothing is to be seen while there is only
 * one. The keys are those of win.tab and win.tab-remove.
 */

/** Shows @tabs; @known, @own_fen: what the person pays by the case in front. */
void ming_estimate_strip_show (MingEstimateStrip *self, const MingEstimateTabs *tabs, gboolean known,
                               MingFen own_fen);

G_END_DECLS
