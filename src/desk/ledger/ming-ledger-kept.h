/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ming-ledger-values.h"

G_BEGIN_DECLS

/*
 * What 历史 keeps of a ledger beside its case: the rows as typed, those taken back (退费) among them, and the
 * rows as they were settled. See docs/ledger-file.md.
 */

/** NULL when the case says it all: nothing taken back, and settled as it stands. (transfer full) */
JsonNode *ming_ledger_kept_to_json (const MingLedgerValues *values);

/**
 * The ledger that was kept.
 * Errors: MING_CASE_ERROR_BAD_VALUE
 * Returns: (transfer full)
 */
MingLedgerValues *ming_ledger_kept_from_json (JsonNode *kept, GError **error);

G_END_DECLS
