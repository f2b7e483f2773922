/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingGrid: rows of cells printed in columns of equal width for a terminal, where a Chinese character takes
 * two columns.
 */
typedef struct _MingGrid MingGrid;

/** @right: which columns are aligned right, as bits (amounts); the others left. */
MingGrid *ming_grid_new (guint n_columns, guint right);
void ming_grid_free (MingGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingGrid, ming_grid_free)

/** Appends a cell to the row at hand; the row ends with its last column. */
void ming_grid_add (MingGrid *self, const char *text);

/** Appends a line across. Only between rows. */
void ming_grid_add_rule (MingGrid *self);

/** Prints everything, each line after @indent, without blanks at the end of lines. */
void ming_grid_print (const MingGrid *self, const char *indent, GString *out);

/** Columns that @text takes on a terminal. */
guint ming_grid_width (const char *text);

G_END_DECLS
