/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MING_TYPE_NOTE_ROW (ming_note_row_get_type ())
G_DECLARE_FINAL_TYPE (MingNoteRow, ming_note_row, MING, NOTE_ROW, GtkListBoxRow)

/**
 * MingNoteRow: number, title and formula, lines of detail, and at the right a mark of how well it is known.
 * What is longer than the row goes on in the next line; nothing is cut.
 */
GtkWidget *ming_note_row_new (void);

/** The first line. @number, @formula: NULL or "" for none */
void ming_note_row_set_head (MingNoteRow *self, const char *number, const char *title, const char *formula);

/** How well it is known: a word in a frame, so that its colour only repeats it. @mark: NULL for none */
void ming_note_row_set_mark (MingNoteRow *self, const char *mark, gboolean official);

/** The lines below. @details: of char* */
void ming_note_row_set_details (MingNoteRow *self, GPtrArray *details);

G_END_DECLS
