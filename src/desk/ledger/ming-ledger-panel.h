/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-field-cell.h"

G_BEGIN_DECLS

#define MING_TYPE_LEDGER_PANEL (ming_ledger_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (MingLedgerPanel, ming_ledger_panel, MING, LEDGER_PANEL, GtkBox)

/**
 * MingLedgerPanelClass: a part of the ledger below its table that has fields of its own. "edited" is emitted
 * with column and text, "left" and "entered" with the column.
 */
struct _MingLedgerPanelClass
{
  GtkBoxClass parent_class;
};

/** A cell whose changes are told as those of @column; its caption stands beside it. (transfer floating) */
MingFieldCell *ming_ledger_panel_make_cell (MingLedgerPanel *self, guint column, MingFieldKind kind,
                                            int width_chars);

G_END_DECLS
