/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-ledger-form.h"
#include "ming-ledger-panel.h"

G_BEGIN_DECLS

#define MING_TYPE_LEDGER_OUTLOOK (ming_ledger_outlook_get_type ())
G_DECLARE_FINAL_TYPE (MingLedgerOutlook, ming_ledger_outlook, MING, LEDGER_OUTLOOK, MingLedgerPanel)

/** MingLedgerOutlook: what the next admission would cost. */
GtkWidget *ming_ledger_outlook_new (void);

/** Shows what is asked about the next admission, and what it would cost. */
void ming_ledger_outlook_show (MingLedgerOutlook *self, const MingLedgerForm *form,
                               const MingLedgerValues *values);

G_END_DECLS
