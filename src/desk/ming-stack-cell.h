/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-text-row.h"

G_BEGIN_DECLS

/**
 * MingStackCell: a row of a table where there is no room for its columns: its first cell as a title, and
 * after it each figure with the heading of its column, on as many lines as they take.
 */
#define MING_TYPE_STACK_CELL (ming_stack_cell_get_type ())
G_DECLARE_FINAL_TYPE (MingStackCell, ming_stack_cell, MING, STACK_CELL, GtkWidget)

GtkWidget *ming_stack_cell_new (void);

/** @headings: (array zero-terminated=1): of the columns; what is empty or nil is left out */
void ming_stack_cell_show (MingStackCell *self, MingTextRow *row, const char *const *headings);

G_END_DECLS
