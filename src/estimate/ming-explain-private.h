/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-explain.h"

G_BEGIN_DECLS

/** "5,869.00" (transfer full) */
char *ming_words_fen (MingFen fen);

/** The same of an amount that need not be whole fen: "71,428.57 1/7" is written as 65,000.00 ÷ 91% elsewhere; here to the fen. */
char *ming_words_exact (MingExact exact);

/** "91%" (transfer full) */
char *ming_words_rate (MingRate rate);

/** "rounded half up to 分" (transfer full) */
char *ming_words_rounding (MingRounding rounding, gboolean per_layer);

/** A step with empty texts for one row of the table. */
MingStep *ming_step_new (int layer, MingPart part, int band);

/** Adds papers and evidence of @row to @step. */
void ming_step_cite_row (MingStep *step, const MingRow *row);
void ming_step_cite (MingStep *step, GPtrArray *citations, MingEvidence evidence);

/** Adds "name value: origin" to the step's inputs. */
void ming_step_add_input (MingStep *step, const char *name, MingFen fen, const char *origin);

/** Says which row matched and which nearest ones did not, and why. */
void ming_step_tell_match (MingStep *step, const MingMatch *match, GPtrArray *attributes, const MingFacts *facts);
void ming_step_tell_near (MingStep *step, const GArray *near, GPtrArray *attributes, const MingFacts *facts);

/** The match called @what of a layer, or NULL. */
const MingMatch *ming_layer_origin_find (const MingLayerOrigin *origin, const char *what);

G_END_DECLS
