/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-text-row.h"

G_BEGIN_DECLS

/**
 * MingTextTable: a table of text, words at the left, right-aligned figures beside them.
 *
 * It takes the width that it needs and no more. Where there is less, headings and words wrap; where that
 * is not enough, the rows are stacked: each is a title, then its figures, each with its heading. Nothing
 * is cut.
 */
#define MING_TYPE_TEXT_TABLE (ming_text_table_get_type ())
G_DECLARE_FINAL_TYPE (MingTextTable, ming_text_table, MING, TEXT_TABLE, GtkWidget)

/** @n_left: how many columns from the left hold words rather than figures */
GtkWidget *ming_text_table_new (const char *name, guint n_left);

/**
 * Shows @rows (of MingTextRow*) under @headings (of char*). Columns and rows are kept
 * and take over what is said.
 */
void ming_text_table_set (MingTextTable *self, GPtrArray *headings, GPtrArray *rows);

/** Shows the rows @lines (of char**) under @headings (of char*); each row's tag is its place, from 0. */
void ming_text_table_fill (MingTextTable *self, GPtrArray *headings, GPtrArray *lines);

/** With large text the table is as high as its rows, and the page around it scrolls. */
void ming_text_table_show_whole (MingTextTable *self);

/** The table asks for no width of its own: the page says how wide it is. */
void ming_text_table_take_given (MingTextTable *self);

/**
 * The headings of a table, ended by NULL. (transfer container): of the words given, which are not copied
 */
GPtrArray *ming_text_headings_new (const char *first, ...) G_GNUC_NULL_TERMINATED;

/**
 * The row chosen with mouse or keys, or NULL. (transfer none) (nullable).
 * "selected" is emitted when it changes, "activated" when Enter or a double click asks for more of it.
 */
MingTextRow *ming_text_table_get_selected (MingTextTable *self);

/** Chooses row @index, from 0, as a click would; none when there is no such row. */
void ming_text_table_select (MingTextTable *self, guint index);

G_END_DECLS
