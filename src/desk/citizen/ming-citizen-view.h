/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../estimate/ming-estimate-answer.h"

G_BEGIN_DECLS

/** MingCitizenState: what the citizen's screen can say. */
typedef enum
{
  MING_CITIZEN_EMPTY = 0, /**< nothing about a client yet */
  MING_CITIZEN_WAITING,   /**< being typed: something is still needed, or has to be put right */
  MING_CITIZEN_UNABLE,    /**< no answer to this, because … */
  MING_CITIZEN_ANSWER     /**< the bill, or at least the account's credit */
} MingCitizenState;

/** MingCitizenFigure: the large figures. */
typedef enum
{
  MING_CITIZEN_TOTAL = 0, /**< 总费用 */
  MING_CITIZEN_FUND,      /**< 医保支付 */
  MING_CITIZEN_OWN,       /**< 您自己付 */
  MING_CITIZEN_N_FIGURES
} MingCitizenFigure;

/** How many sentences explain a bill: what the fund pays, what you pay and how, why. */
#define MING_CITIZEN_SENTENCES 3

/**
 * MingCitizenView: every word on the citizen's screen (客户屏). It holds no name, no birth date,
 * no balance, and a citizen number only when masked: others can read that screen too.
 *
 * @title: whose rules, what kind of care; @person: who, as far as others may see it; either may be ""
 * @has_bill: whether the figures, the bar and the first sentences are there
 * @sentences: NULL beyond the last one; in states without an answer the first says what is going on
 * @foot: what this is worth
 */
typedef struct
{
  MingCitizenState state;
  char *title;
  char *person;
  gboolean has_bill;
  char *caption[MING_CITIZEN_N_FIGURES];
  char *figure[MING_CITIZEN_N_FIGURES];
  MingFen paid_fen[MING_N_PAYERS];
  char *payer[MING_N_PAYERS]; /**< "统筹基金 45,217.00 元", NULL for who pays nothing */
  char *sentences[MING_CITIZEN_SENTENCES + 1];
  char *credit; /**< what comes into the account, NULL when it is not known */
  char *foot;
} MingCitizenView;

/** What the citizen may see of the client at the counter. Pure, no screen needed. (transfer full) */
MingCitizenView *ming_citizen_view_new (const MingEstimateValues *values, const MingEstimateForm *form,
                                        const MingEstimateAnswer *answer);
void ming_citizen_view_free (MingCitizenView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCitizenView, ming_citizen_view_free)

/**
 * The monitor for the citizen's screen among @n_monitors: the first that is not @own, the clerk's;
 * -1 when there is no other one.
 */
int ming_citizen_view_choose_monitor (int n_monitors, int own);

G_END_DECLS
