/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-ledger-values.h"

G_BEGIN_DECLS

/**
 * MingLedgerBook: the ledger and the steps that led to it, each of which can be taken back.
 *
 * The first correction of visits that are there already — one inserted before them, deleted or refunded —
 * keeps the rows as they stood: from then on differences (补差) are shown.
 * @values: the ledger as it is
 * @past: of MingLedgerValues*, the latest last
 * @open: the cell being typed in, whose letters are one step; 0 for none
 */
typedef struct
{
  MingLedgerValues *values;
  GPtrArray *past;
  guint open;
} MingLedgerBook;

/** An empty ledger without a past. (transfer full) */
MingLedgerBook *ming_ledger_book_new (void);
void ming_ledger_book_free (MingLedgerBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLedgerBook, ming_ledger_book_free)

/** 下一位: the ledger is empty and nothing can be taken back. */
void ming_ledger_book_clear (MingLedgerBook *self);

/** Another ledger takes the place of this one; @values: (transfer full) */
void ming_ledger_book_take (MingLedgerBook *self, MingLedgerValues *values);

/** Types @text into a cell; the letters of one cell are one step until it is left. */
void ming_ledger_book_set (MingLedgerBook *self, guint row, MingLedgerColumn column, const char *text);

/** What is asked about the next admission is no step of the ledger. */
void ming_ledger_book_set_next (MingLedgerBook *self, MingLedgerNext column, const char *text);

/** The cell was left: what is typed from now on is another step. */
void ming_ledger_book_leave (MingLedgerBook *self);

/** Each is one step; FALSE when there was nothing to do. */
gboolean ming_ledger_book_insert (MingLedgerBook *self, guint row);
gboolean ming_ledger_book_remove (MingLedgerBook *self, guint row);
gboolean ming_ledger_book_refund (MingLedgerBook *self, guint row);
gboolean ming_ledger_book_sort (MingLedgerBook *self, MingDate today);
void ming_ledger_book_settle (MingLedgerBook *self);

/** Takes the latest step back; FALSE when there is none. */
gboolean ming_ledger_book_undo (MingLedgerBook *self);

G_END_DECLS
