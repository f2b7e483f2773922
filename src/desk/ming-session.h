/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "estimate/ming-estimate-answer.h"
#include "estimate/ming-estimate-tabs.h"
#include "estimate/ming-life.h"
#include "ledger/ming-ledger-book.h"
#include "ming-archive.h"

G_BEGIN_DECLS

#define MING_TYPE_SESSION (ming_session_get_type ())
G_DECLARE_FINAL_TYPE (MingSession, ming_session, MING, SESSION, GObject)

/**
 * MingSession: the client at the counter: what was typed, what follows from it.
 *
 * Every page shows the same session. "changed" is emitted after each change, when values, form and answer
 * belong together again. "next-client" comes before it when everything about the client is to be forgotten,
 * for pages that hold more of it; "packs-read" when the packs are others and what points into the old ones is
 * void. No GTK: a session can be tested without a screen.
 */

/**
 * @folder: the program's data folder, with policies/ and regions/
 * @today: the day of asking when none is typed
 * Returns: a session with an empty form; what could not be read is in ming_session_get_problem()
 */
MingSession *ming_session_new (const char *folder, MingDate today);

/** Why the packs or regions could not be read, or NULL. (transfer none) (nullable) */
const char *ming_session_get_problem (MingSession *self);

/** Packs, regions and day; typed text; what it means; what follows. (transfer none): until "changed" */
const MingEstimateWorld *ming_session_get_world (MingSession *self);
const MingEstimateValues *ming_session_get_values (MingSession *self);
const MingEstimateForm *ming_session_get_form (MingSession *self);
const MingEstimateAnswer *ming_session_get_answer (MingSession *self);

/** The office's history file. (transfer none) */
MingArchive *ming_session_get_archive (MingSession *self);

/**
 * The client's identity number, for keeping it with an estimate; NULL when none was typed, or when the office
 * does not keep it: then it is not in memory either once its field has been left.
 * (transfer full): to be freed with ming_store_vault_forget()
 */
char *ming_session_dup_identity (MingSession *self);

/**
 * The number under which the answer with that receipt code is kept in 历史 for this client; NULL when it is
 * not. (transfer none)
 */
const char *ming_session_get_kept (MingSession *self, const char *code);

/** Remembers it until the next client comes. */
void ming_session_set_kept (MingSession *self, const char *code, const char *number);

/**
 * A field was typed in: @text is what it holds now; for choices the code,
 * or what was typed when it is none.
 */
void ming_session_set_field (MingSession *self, MingField field, const char *text);

/** A cell of the family accounts was typed in. */
void ming_session_set_family (MingSession *self, guint row, MingFamilyColumn column, const char *text);

/** The order in which family accounts pay: by_rank, by_balance, by_binding. */
void ming_session_set_family_order (MingSession *self, const char *order);

/**
 * Another case takes the place of the client at the counter, who is forgotten as by 下一位. Its bill becomes
 * the session's when it is the only one; several become the rows of the ledger.
 */
void ming_session_open_case (MingSession *self, const MingCase *input);

/** Likewise a ledger that was kept: @input has its person, @values its rows. @values: (transfer full) */
void ming_session_open_ledger (MingSession *self, const MingCase *input, MingLedgerValues *values);

/** Likewise a question about a working life: its person is the client; the rest goes with "life-opened". */
void ming_session_open_life (MingSession *self, const MingLifeQuestion *question);

/**
 * 年度台账 of this client, as typed; whoever changes it says so to nobody: pages look when they are turned to.
 * (transfer none)
 */
MingLedgerBook *ming_session_get_book (MingSession *self);

/**
 * The visits of the ledger with the client of now; NULL for none, or while a row cannot be worked out.
 * @incomplete: (out): whether there are rows, but not all of them can be worked out
 * (transfer full) (nullable)
 */
MingCase *ming_session_dup_year (MingSession *self, gboolean *incomplete);

/** The client's cases kept side by side; the one in front is the session's. */
const MingEstimateTabs *ming_session_get_tabs (MingSession *self);

/** Keeps the case as it is and goes on with a copy of it; FALSE when there is no room for one more. */
gboolean ming_session_add_tab (MingSession *self);

/** Brings the case behind tab @index to the front. */
void ming_session_turn_tab (MingSession *self, guint index);

/** Forgets the case in front, unless it is the only one. */
void ming_session_remove_tab (MingSession *self);

/** A field was left: its text is tidied, a citizen number is masked. */
void ming_session_leave_field (MingSession *self, MingField field);

/** Puts the counter's region back, as at the last time it was used. */
void ming_session_set_region (MingSession *self, const char *region);

/** The day may change while the window stays open. */
void ming_session_set_today (MingSession *self, MingDate today);

/** 下一位: everything about the client is forgotten. */
void ming_session_next_client (MingSession *self);

/** Reads packs and regions again from the folder; FALSE when that failed and the old ones are kept. */
gboolean ming_session_reload (MingSession *self);

G_END_DECLS
