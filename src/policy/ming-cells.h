/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-table.h"

G_BEGIN_DECLS

/**
 * MingCells: all cases that conditions tell apart, to be tried one by one.
 *
 * Facts matter to a table only as far as its conditions ask, so a few representatives of each fact stand for
 * all its values, "not known" among them; a cell is one combination of representatives.
 */
typedef struct _MingCells MingCells;

/** No axes yet. @attributes: of MingAttribute*, must outlive the cells */
MingCells *ming_cells_new (GPtrArray *attributes);
void ming_cells_free (MingCells *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCells, ming_cells_free)

/** Adds the facts that @conditions (of MingCondition*) ask about. */
void ming_cells_add_conditions (MingCells *cells, GPtrArray *conditions);

/** Adds the facts that the rows of @table ask about. */
void ming_cells_add_table (MingCells *cells, const MingTable *table);

/** Leaves @fact out: whoever tries the cells sets it. */
void ming_cells_drop_text (MingCells *cells, MingTextFact fact);

/** How many cells there are; stops counting beyond @limit. */
guint64 ming_cells_count (const MingCells *cells, guint64 limit);

/** Puts the first cell into @facts; facts without an axis are left as they are. */
void ming_cells_first (MingCells *cells, MingFacts *facts);

/** Puts the next cell into @facts; FALSE after the last, when it is the first again. */
gboolean ming_cells_next (MingCells *cells, MingFacts *facts);

G_END_DECLS
