/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * A column that shows the cells number @index, from 0, of rows that are MingTextRow. @words: rather than
 * figures
 */
GtkColumnViewColumn *ming_table_column_new (guint index, gboolean words);

/** The column that shows whole rows, as #MingStackCell does, where there is no room for the others. */
GtkColumnViewColumn *ming_table_column_new_stack (void);

/**
 * Before the first row is shown. @headings: (transfer none): of the columns that the stack stands for;
 * copied
 */
void ming_table_column_set_headings (GtkColumnViewColumn *stack, GStrv headings);

G_END_DECLS
