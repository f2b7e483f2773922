/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-ledger-form.h"

G_BEGIN_DECLS

#define MING_TYPE_LEDGER_GRID (ming_ledger_grid_get_type ())
G_DECLARE_FINAL_TYPE (MingLedgerGrid, ming_ledger_grid, MING, LEDGER_GRID, GtkWidget)

/**
 * MingLedgerGrid: the visits of the year, a line of entries with what each payer pays, and under it the year
 * after the visit.
 *
 * It decides nothing. "edited" is emitted with row, column and text, "left" and "entered" (Enter asks to move
 * on) with row and column; "current" when the keyboard comes to another row.
 */
GtkWidget *ming_ledger_grid_new (void);

/** Shows the rows of @form, made of @values; rows that are no longer there are emptied. */
void ming_ledger_grid_show (MingLedgerGrid *self, const MingLedgerForm *form, const MingLedgerValues *values);

/** The row that has the keyboard, or had it last. */
guint ming_ledger_grid_get_current (MingLedgerGrid *self);

/** Puts the keyboard into a cell, or into the next one of the row that can be typed in. */
void ming_ledger_grid_focus (MingLedgerGrid *self, guint row, guint column);

/** Whether the keyboard is in the table, and in which column. */
gboolean ming_ledger_grid_has_focus (MingLedgerGrid *self, guint *column);

G_END_DECLS
