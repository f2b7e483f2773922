/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-estimate.h"

G_BEGIN_DECLS

/** Points of a curve, its ends included. */
#define MING_CURVE_POINTS 81

/**
 * MingCurve: what the person bears of a bill, against the total of the bill (自付曲线).
 *
 * The bill is the case's own, every class of its cost made larger or smaller by the same factor. Points are
 * worked out a few at a time, so that a window stays alive.
 * @own_fen: by point; @n_done: how many there are yet
 * @kinks: of MingFen: totals at which another rule begins, once all points are there
 */
typedef struct
{
  const MingLibrary *library;
  MingCase *input;
  MingFen step_fen;
  guint n_done;
  MingFen own_fen[MING_CURVE_POINTS];
  GArray *kinks;
  gboolean failed;
} MingCurve;

/** @input: a case with one visit; @end_fen: the total at the right end, above zero. (transfer full) */
MingCurve *ming_curve_new (const MingLibrary *library, const MingCase *input, MingFen end_fen);
void ming_curve_free (MingCurve *curve);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCurve, ming_curve_free)

/** Works out up to @n more points; FALSE when there are no more. */
gboolean ming_curve_advance (MingCurve *curve, guint n);

/** A round end of the axis for bills of @total_fen: twice as much, to the next ten thousand yuan. */
MingFen ming_curve_choose_end (MingFen total_fen);

G_END_DECLS
