/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"
#include "ming-ledger-form.h"

G_BEGIN_DECLS

#define MING_TYPE_LEDGER_PAGE (ming_ledger_page_get_type ())
G_DECLARE_FINAL_TYPE (MingLedgerPage, ming_ledger_page, MING, LEDGER_PAGE, MingPage)

/** 年度台账: the visits of the year, typed in place, and what a correction changes for later ones. */
GtkWidget *ming_ledger_page_new (MingSession *session);

/**
 * The year on the screen, for whoever prints or keeps it.
 * Returns: (transfer none) (nullable): NULL while a row cannot be worked out, or there is none; valid until
 *   something is typed
 */
const MingEstimate *ming_ledger_page_get_estimate (MingLedgerPage *self);

/** The same year as a case, with the labels its visits came with. (transfer none) (nullable) */
const MingCase *ming_ledger_page_get_case (MingLedgerPage *self);

/**
 * Takes over the ledger of a file: a case with its person, who becomes the client, or visits alone.
 * @name: what the file is called on the screen
 * Returns: FALSE when anything is wrong; then the page says what and where, and nothing else changes
 */
gboolean ming_ledger_page_take_file (MingLedgerPage *self, const char *name, const char *data, gsize length);

G_END_DECLS
