/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ledger/ming-ledger-values.h"
#include "estimate/ming-estimate.h"
#include "estimate/ming-life.h"
#include "store/ming-store.h"

G_BEGIN_DECLS

/*
 * What is kept in 历史, and what it was asked with. Its case is a case; or {"case": …, "ledger": …}, with the
 * rows of a ledger of which some were taken back or corrected; or {"life": {…}}: a question about a working
 * life, which has no bill: its three amounts are 0, as those of an account alone.
 */

/**
 * @estimate as it is kept: the case and the result, no name and no identity number.
 * @made_at: local date and time, ISO 8601
 * Returns: (transfer full) (nullable): NULL when nothing of it is known: there is nothing to keep
 */
MingStoreEntry *ming_history_entry_new (const MingEstimate *estimate, const char *made_at);

/** With the rows of the ledger that it is, where the case does not say it all: taken back, as settled. */
void ming_history_entry_add_ledger (MingStoreEntry *entry, const MingLedgerValues *values);

/** Likewise the answers about a working life. (transfer full) (nullable) */
MingStoreEntry *ming_history_entry_new_life (const MingLife *life, const char *made_at);

/**
 * MingHistoryAsked: the question of a kept entry.
 * @ledger: (nullable): the rows kept with the case of a ledger, with what was taken back and as settled
 * @input: the case, or NULL when it is about a working life: then @life, whose texts belong to @root
 */
typedef struct
{
  MingCase *input;
  MingLifeQuestion life;
  JsonNode *root;
  MingLedgerValues *ledger;
} MingHistoryAsked;

/** NULL with a MING_CASE_ERROR when it cannot be read any more. (transfer full) */
MingHistoryAsked *ming_history_ask (const MingStoreEntry *entry, GError **error);
void ming_history_asked_free (MingHistoryAsked *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingHistoryAsked, ming_history_asked_free)

/** The page that shows it: "estimate", "ledger" for several visits, "account", "life". (static) */
const char *ming_history_asked_page (const MingHistoryAsked *self);

/**
 * The text of the QR code that a sheet of it would carry by today's rules; NULL when there is no answer any
 * more. (transfer full)
 */
char *ming_history_asked_qr (const MingHistoryAsked *self, const MingLibrary *library);

G_END_DECLS
