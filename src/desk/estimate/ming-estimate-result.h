/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-estimate-answer.h"

G_BEGIN_DECLS

#define MING_TYPE_ESTIMATE_RESULT (ming_estimate_result_get_type ())
G_DECLARE_FINAL_TYPE (MingEstimateResult, ming_estimate_result, MING, ESTIMATE_RESULT, GtkBox)

/**
 * MingEstimateResult: the answer on the screen: four figures, the bar of who pays what, the segment × payer
 * table, the steps and what they rest on. It computes nothing.
 */

/**
 * Shows @answer, which must live until the next call.
 * @guide: (transfer full): of MingNote*: papers and times of claims
 * @refused: a field of the form is refused
 */
void ming_estimate_result_show (MingEstimateResult *self, const MingEstimateAnswer *answer, GPtrArray *guide,
                                gboolean refused);

/** The next answer is another client's: it takes the place of the last one behind every tab. */
void ming_estimate_result_forget (MingEstimateResult *self);

G_END_DECLS
