/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-explain.h"

G_BEGIN_DECLS

/*
 * The formula line of a step is arithmetic and nothing else, in either language: numbers with separators,
 * percentages,
 * + − × ÷, parentheses, "min (a; b)" and "max (a; b)" (取小, 取大), and "=" between sides that are all the
 * step's amount.
 */

/** "5,869.00" (transfer full) */
char *ming_words_fen (MingFen fen);

/** "71,428.57", or "(71,428.57 + 1 ÷ 700)" where a fraction of a fen goes on to the next step. (transfer
 * full) */
char *ming_words_exact (MingExact exact);

/** "91 %" (transfer full) */
char *ming_words_rate (MingRate rate);

/** "rounded half up to 分" (transfer full) */
char *ming_words_rounding (MingRounding rounding, gboolean per_layer);

/** "min (a; b)": the smaller of two sides of a formula. (transfer full) */
char *ming_words_min (const char *a, const char *b);

/** "max (a; b)": the larger. (transfer full) */
char *ming_words_max (const char *a, const char *b);

/** @amount × @rate rounded; 0 where the core refuses it, which it did not when it settled. */
MingFen ming_words_share (MingExact amount, MingRate rate, MingRounding rounding);

/** Whether @amount × @rate is not a whole number of @rounding's units, so that rounding decided it. */
gboolean ming_words_is_rounded (MingExact amount, MingRate rate, MingRounding rounding);

/** A step with empty texts for one row of the table. */
MingStep *ming_step_new (int layer, MingPart part, int band);

/** Puts @value (transfer full) in the place of a text of a step. */
void ming_step_set (char **text, char *value);

/** Adds papers and evidence of @row to @step. */
void ming_step_cite_row (MingStep *step, const MingRow *row);
void ming_step_cite (MingStep *step, GPtrArray *citations, MingEvidence evidence);

/** Adds "name value (origin)" to the step's inputs. */
void ming_step_add_input (MingStep *step, const char *name, MingFen fen, const char *origin);

/** Adds "name working (origin)" likewise, @working as in a formula: "1,000.00 − 200.00 = 800.00". */
void ming_step_add_working (MingStep *step, const char *name, const char *working, const char *origin);

/**
 * Says which row matched and which nearest ones did not, and why.
 * @band: the band whose rate is asked about, -1: all of the row
 * @given: (nullable): what applied in the end, in words, where the row's own figure is only a part of it
 */
void ming_step_tell_match (MingStep *step, const MingMatch *match, GPtrArray *attributes,
                           const MingFacts *facts, int band, const char *given);

/** The same for @row of a table; rows of @near that give the same as @row, or @given, are left out. */
void ming_step_tell_row (MingStep *step, const MingRow *row, const GArray *near, GPtrArray *attributes,
                         const MingFacts *facts, int band, const char *given);

G_END_DECLS
