/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-ledger-form.h"
#include "ming-ledger-panel.h"

G_BEGIN_DECLS

#define MING_TYPE_LEDGER_DETAILS (ming_ledger_details_get_type ())
G_DECLARE_FINAL_TYPE (MingLedgerDetails, ming_ledger_details, MING, LEDGER_DETAILS, MingLedgerPanel)

/** MingLedgerDetails: what has no room in the row: place, disease, which stay it is, costs by class. */
GtkWidget *ming_ledger_details_new (void);

/** Shows the further columns of row @number, from 1. */
void ming_ledger_details_show (MingLedgerDetails *self, const MingLedgerRowForm *row,
                               const MingLedgerRow *typed, guint number);

/** Puts the keyboard into the first of them that can be typed in. */
void ming_ledger_details_focus (MingLedgerDetails *self);

G_END_DECLS
