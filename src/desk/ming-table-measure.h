/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-table-fit.h"

G_BEGIN_DECLS

/**
 * How wide the columns of a table have to be, in the font of @view.
 *
 * @headings: (array zero-terminated=1); @rows: of MingTextRow; @n_left: how many columns hold words;
 * @need: (array): one for each heading
 */
void ming_table_measure (GtkWidget *view, const char *const *headings, GListModel *rows, guint n_left,
                         MingColumnNeed *need);

/** The width of @n_chars wide characters. */
int ming_table_measure_chars (GtkWidget *view, int n_chars);

G_END_DECLS
