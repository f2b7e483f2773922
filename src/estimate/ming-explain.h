/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-estimate.h"

G_BEGIN_DECLS

/**
 * MingStep: one step of the working (计算过程), in the language of the program.
 *
 * @code: polItemCode of the step, e.g. "S001", "C001"; "" for steps without one
 * @title: what the step is, e.g. 起付标准(本年第 1 次住院)
 * @formula: with the numbers in it, as a clerk would key it in: "(30,000.00 − 1,300.00) × 91% = 26,117.00"
 * @sentence: the same for the citizen
 * @inputs: of char*: where each number came from (表单 / 政策包 / 上一步 / 年度累计)
 * @matched: the matched row in words
 * @why_not: of char*: the nearest rows that did not match, and the condition that failed
 * @rounding: in words, "" when nothing was rounded
 * @citations: of char*: title, number, clause
 * @evidence: weakest of the figures in this step; says nothing when @citations is empty
 * @amount_fen: the step's result
 * @layer, @part, @band: which row of the table the step explains; @layer -2: none
 */
typedef struct
{
  char *code;
  char *title;
  char *formula;
  char *sentence;
  GPtrArray *inputs;
  char *matched;
  GPtrArray *why_not;
  char *rounding;
  GPtrArray *citations;
  MingEvidence evidence;
  MingFen amount_fen;
  int layer;
  MingPart part;
  int band;
} MingStep;

void ming_step_free (MingStep *step);

/** The step as it stands in a mingsuan-result/1. (transfer full) */
JsonNode *ming_step_to_json (const MingStep *step);

/** 正式 / 引文 / 待核实 for the step's figures, "" for a step that rests on no figure of the pack (static,
 * translated). */
const char *ming_step_mark (const MingStep *step);

/** The steps of one visit in order: classes, away, each layer's deductible, bands, cap, then financing.
 * (transfer full) of MingStep* */
GPtrArray *ming_explain_visit (const MingVisitResult *result);

/** The one step of the account credit, and of the contribution. (transfer full) (nullable) */
MingStep *ming_explain_credit (const MingCreditResult *result);
GPtrArray *ming_explain_contribution (const MingContributionResult *result);

/** "home" or "place" in words: 参保地目录, 就医地目录 (static). */
const char *ming_explain_catalogue (const char *word);

/** "2025-03 to 2025-05: nothing is credited (contributions in arrears)" (transfer full) */
char *ming_explain_uncredited (const MingUncredited *span);

/** What is withheld from the account in a month, a step for each part. (transfer full) of MingStep* */
GPtrArray *ming_explain_debit (const MingContributionResult *result);

/**
 * MingTableRow: one row of the segment × payer table as shown.
 * @code: polItemCode; @label: "C001 1,300–30,000"; @rate: "91 %" or ""; @is_total: the sums
 * @paid_fen: by payer
 * @steps: number of the step that explains the row, from 1; 0: none
 */
typedef struct
{
  char *code;
  char *label;
  char *rate;
  MingFen amount_fen;
  MingFen paid_fen[MING_N_PAYERS];
  int step;
  gboolean is_total;
} MingTableRow;

void ming_table_row_free (MingTableRow *row);

/** The rows of the segment × payer table, sums last. (transfer full) of MingTableRow* */
GPtrArray *ming_explain_table (const MingVisitResult *result);

/** Which payers of @result paid anything or could have (columns worth showing), as a set of bits. */
guint ming_explain_payers (const MingVisitResult *result);

/** The payer's name in the program's language: the pack's own name for a fund that only one layer uses.
 * (transfer full) */
char *ming_explain_payer_name (const MingVisitResult *result, MingPayer payer);

/** polItemCode of band @band of layer @layer. (transfer full) */
char *ming_explain_band_code (const MingVisitResult *result, int layer, int band);

/** National field name of a payer, e.g. "hifp_pay" (static); "acct_own_pay" for the own account alone. */
const char *ming_payer_field (MingPayer payer);

/** 待核实 / 正式 mark of an evidence grade in the program's language (static, translated). */
const char *ming_evidence_mark (MingEvidence evidence);

G_END_DECLS
