/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-estimate.h"
#include "estimate/ming-explain.h"
#include "../ming-headline.h"
#include "ming-estimate-form.h"

G_BEGIN_DECLS

/** MingHeadlineKind: the four figures on top of the result. */
typedef enum
{
  MING_HEADLINE_FUND = 0, /**< 基金支付 */
  MING_HEADLINE_ACCOUNT,  /**< 个人账户支付 */
  MING_HEADLINE_CASH,     /**< 现金支付 */
  MING_HEADLINE_CREDIT,   /**< 账户月划入 */
  MING_N_HEADLINES
} MingHeadlineKind;

/** MingShare: one part of the bar of who pays what; @text: payer and share, "统筹基金 84.4 %". */
typedef struct
{
  MingPayer payer;
  MingFen fen;
  char *name;
  char *text;
} MingShare;

/** MingAnswerRow: one row of the main table; cells in the order of the headings; @step from 1, 0: none. */
typedef struct
{
  GStrv cells;
  int step;
  gboolean is_total;
} MingAnswerRow;

/** MingNote: a heading, what it says, and how well it is known. @mark: NULL where there is nothing to mark.
 */
typedef struct
{
  char *title;
  char *text;
  char *mark;
  gboolean official;
} MingNote;

/**
 * MingEstimateAnswer: every word the result shows, ready to be put on a screen.
 * @shares: of MingShare*; @headings: of char*
 * @table: of MingAnswerRow*
 * @steps: of MingStep*; @credit: of MingStep*: account credit, then contribution
 * @distances: of GStrv: layer, threshold, limit, used, left
 * @sources: of MingNote*; @gaps: of char*
 * @messages: of char*: what is missing, refused, unknown or to be minded
 * @estimate: what it was made of, or NULL
 */
typedef struct
{
  MingHeadline figure[MING_N_HEADLINES];
  GPtrArray *shares;
  GPtrArray *headings;
  GPtrArray *table;
  GPtrArray *steps;
  GPtrArray *credit;
  GPtrArray *distances;
  GPtrArray *sources;
  GPtrArray *gaps;
  GPtrArray *messages;
  char *status;
  char *context;
  char *in_scope;
  MingEstimate *estimate;
} MingEstimateAnswer;

/** What follows from the form: the estimate, in words. Never computed from a refused field. (transfer full)
 */
MingEstimateAnswer *ming_estimate_answer_new (const MingEstimateForm *form, const MingLibrary *library);
void ming_estimate_answer_free (MingEstimateAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingEstimateAnswer, ming_estimate_answer_free)

/** What the person pays of the bill, funds taken off; FALSE when there is no settled one. */
gboolean ming_estimate_answer_get_own (const MingEstimateAnswer *self, MingFen *out_own_fen);

/** "5,869.00". (transfer full) */
char *ming_answer_money (MingFen fen);

/** @part of @whole as "84.4 %"; "" when @whole is 0. (transfer full) */
char *ming_answer_share (MingFen part_fen, MingFen whole_fen);

/** "①" for 1 and so on, "(21)" where there is no such sign, "" below 1. (transfer full) */
char *ming_answer_circled (int number);

/** The main table as tab-separated lines, for the clipboard. (transfer full) */
char *ming_estimate_answer_to_text (const MingEstimateAnswer *self);

/*< private >*/
void ming_estimate_answer_add_sources (MingEstimateAnswer *self);
MingNote *ming_note_new (const char *title, const char *text, const char *mark, gboolean official);
void ming_note_free (MingNote *note);

G_END_DECLS
