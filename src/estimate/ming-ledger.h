/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-explain.h"

G_BEGIN_DECLS

/**
 * MingLedgerMonth: the account in one month.
 * @month: year × 12 + month − 1
 * @outcome: whether the month's credit is known; @credit_fen is 0 when it is not
 * @uncredited: why nothing is credited in this month (欠费 …), or NULL; owned by the ledger's estimate
 * @is_opening: the month of the first visit, whose credit is already in the balance typed
 * @debit_fen: withheld from the account before its balance (个人账户代扣); 0 when it is not known
 * @interest_fen: credited when the benefit year ends with this month (个人账户利息)
 * @paid_fen: what the own account paid for the month's visits
 * @balance_fen: at the end of the month
 */
typedef struct
{
  int month;
  MingOutcome outcome;
  const MingUncredited *uncredited;
  gboolean is_opening;
  MingFen credit_fen;
  MingFen debit_fen;
  MingFen interest_fen;
  MingFen paid_fen;
  MingFen balance_fen;
} MingLedgerMonth;

/**
 * MingLedger (年度台账): the visits of a case in order, with the months' credits between them.
 *
 * The balance typed (balc) is the one before the first visit, the credit of that month included; each later
 * month is credited on its first day, less what is withheld, never below nothing. A visit that has
 * an acct_inc of its own brings that instead.
 * @estimate: the answer; its visits carry the balance from one to the next
 * @months: of MingLedgerMonth*, to the end of the last visit's benefit year; empty when no balance was typed
 * @next: what the same bill would cost as the next admission, its last visit; NULL when there was none
 * @interest: of MingStep*: how the interest of each benefit year was found (个人账户计息)
 * @messages: of char*: what is missing in the account, in the current language
 */
typedef struct
{
  MingEstimate *estimate;
  GPtrArray *months;
  MingEstimate *next;
  GPtrArray *messages;
  GPtrArray *interest;
} MingLedger;

/** The ledger of @input; errors as ming_estimate_new(). */
MingLedger *ming_ledger_new (const MingLibrary *library, const MingCase *input, GError **error);
void ming_ledger_free (MingLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLedger, ming_ledger_free)

/** The visit of @self->next that is the next admission, or NULL. */
const MingVisitResult *ming_ledger_next_visit (const MingLedger *self);

/**
 * The ledger as JSON: format mingsuan-year/1, see docs/result-format.md. (transfer full)
 * @changes: (nullable): from ming_year_differences()
 */
JsonNode *ming_ledger_to_json (const MingLedger *self, GPtrArray *changes);

G_END_DECLS
