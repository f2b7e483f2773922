/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-money.h"
#include "estimate/ming-explain.h"

/**
 * Whether @step's formula is arithmetic that comes to its amount: every side of every "=" is worked out in
 * exact fractions and, rounded as the step says, must be the amount. Otherwise says why in @why. (transfer
 * full)
 */
gboolean formula_agrees (const MingStep *step, char **why);

/** Whether every side of @formula comes to the whole number @value: for months. */
gboolean formula_is_number (const char *formula, gint64 value);
