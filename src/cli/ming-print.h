/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-estimate.h"
#include "estimate/ming-explain.h"

G_BEGIN_DECLS

/* Answers as text. Every function appends to @out; nothing is written anywhere. */

/** "50,000.00". (transfer full) */
char *ming_print_fen (MingFen fen);

/** The whole estimate for people. */
void ming_print_estimate (const MingEstimate *answer, GString *out);

/** Title, date, scheme and receipt code of an estimate. */
void ming_print_head (const MingEstimate *answer, const char *title, GString *out);

/** One visit: bill, deductibles, table, steps, distances. @number: from 1 */
void ming_print_visit (const MingVisitResult *result, guint number, GString *out);

/** The segment × payer table alone. @steps: with the number of the step of each row */
void ming_print_payers (const MingVisitResult *result, gboolean steps, GString *out);

/** The numbered steps of a calculation. (element-type MingStep) */
void ming_print_steps (GPtrArray *steps, GString *out);

/** What is to be checked, not counted, expired, or a demonstration. */
void ming_print_notes (const MingEstimate *answer, GString *out);

/** One line for each visit, with the national field names. */
void ming_print_csv (const MingEstimate *answer, GString *out);

/** @node as indented JSON text. */
void ming_print_json (JsonNode *node, GString *out);

G_END_DECLS
