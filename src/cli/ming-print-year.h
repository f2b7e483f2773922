/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-ledger.h"

G_BEGIN_DECLS

/** A year's ledger for people, appended to @out. @changes: (nullable): from ming_year_differences() */
void ming_print_year (const MingLedger *ledger, GPtrArray *changes, GString *out);

G_END_DECLS
