/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** MingTextRow: one row of text cells; "changed" is emitted when they say something else. */
#define MING_TYPE_TEXT_ROW (ming_text_row_get_type ())
G_DECLARE_FINAL_TYPE (MingTextRow, ming_text_row, MING, TEXT_ROW, GObject)

/**
 * @cells: (transfer none); @style: style class of the whole row, or NULL; @tag:
 * any number of the caller's
 */
MingTextRow *ming_text_row_new (const char *const *cells, const char *style, int tag);
/** The text of @column, "" when the row has fewer. */
const char *ming_text_row_get_cell (MingTextRow *self, guint column);
guint ming_text_row_get_n_cells (MingTextRow *self);
const char *ming_text_row_get_style (MingTextRow *self);
int ming_text_row_get_tag (MingTextRow *self);
/** All cells, a space between them. */
char *ming_text_row_to_line (MingTextRow *self);
/** Takes over what @other says; whoever shows the row is told. */
void ming_text_row_copy (MingTextRow *self, MingTextRow *other);
/** Tells whoever shows the row to show it again. */
void ming_text_row_changed (MingTextRow *self);

G_END_DECLS
