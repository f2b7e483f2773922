/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MingTableCell: what stands in one cell of a table, as high as it has to be at the width of its column.
 *
 * GTK 4.8 asks a cell only how high it would be at its narrowest, and makes the row as high as that.
 */
#define MING_TYPE_TABLE_CELL (ming_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (MingTableCell, ming_table_cell, MING, TABLE_CELL, GtkWidget)

/** @column: whose width it is; must live as long as the cell; @content: (transfer floating) */
GtkWidget *ming_table_cell_new (GtkColumnViewColumn *column, GtkWidget *content);

GtkWidget *ming_table_cell_get_content (MingTableCell *self);
GtkColumnViewColumn *ming_table_cell_get_column (MingTableCell *self);

G_END_DECLS
