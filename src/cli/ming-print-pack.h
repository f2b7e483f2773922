/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-pack.h"

G_BEGIN_DECLS

/** Everything @pack says is in force on @date, with sources and evidence, appended to @out. */
void ming_print_pack (const MingPack *pack, const MingDate *date, GString *out);

/** The rows of @table after @indent, one a line, each with its conditions, figures, evidence and papers. */
void ming_print_rows (const MingTable *table, const char *indent, GString *out);

/** "[secondary] 《title》 clause; 《title》": how well a figure is known, and by which papers. */
void ming_print_papers (MingEvidence evidence, GPtrArray *citations, GString *out);

/** "1,300.00", "unknown", "none", or "" when the cell is absent. (transfer full) */
char *ming_print_amount_cell (const MingAmountCell *cell);

G_END_DECLS
