/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-flow.h"

G_BEGIN_DECLS

/** MingLedgerTools: what can be done with the ledger, each with its key, and what was done last. */
#define MING_TYPE_LEDGER_TOOLS (ming_ledger_tools_get_type ())
G_DECLARE_FINAL_TYPE (MingLedgerTools, ming_ledger_tools, MING, LEDGER_TOOLS, MingFlow)

/** Says @text beside the buttons; "" for nothing. */
void ming_ledger_tools_set_notice (MingLedgerTools *self, const char *text);

G_END_DECLS
