/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MING_TYPE_ROW_BOX (ming_row_box_get_type ())
G_DECLARE_FINAL_TYPE (MingRowBox, ming_row_box, MING, ROW_BOX, GtkWidget)

/**
 * MingRowBox: widgets beside each other, divided as a GtkBox divides them, for text that wraps. It asks what
 * it holds how high it is at a width, never how wide at a height: a label of GTK 4.8 answers that by trying,
 * once more for every box around it, some two hundred layouts for one sentence.
 */

/** @spacing: pixels between two that are visible */
GtkWidget *ming_row_box_new (int spacing);

/** Adds @child at the right; it is the box's from here on. */
void ming_row_box_append (MingRowBox *self, GtkWidget *child);

/** Whether they stand below each other instead, with the same space between them. */
void ming_row_box_set_stacked (MingRowBox *self, gboolean stacked);

G_END_DECLS
