/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MingNoteBody: what stands in a #MingNoteRow, laid out by itself: GTK's boxes would ask text that wraps
 * again and again how wide it would like to be, which takes a second for a dozen sentences.
 */
#define MING_TYPE_NOTE_BODY (ming_note_body_get_type ())
G_DECLARE_FINAL_TYPE (MingNoteBody, ming_note_body, MING, NOTE_BODY, GtkWidget)

GtkWidget *ming_note_body_new (void);

GtkWidget *ming_note_body_get_number (MingNoteBody *self);
GtkWidget *ming_note_body_get_title (MingNoteBody *self);
/** Beside the title, or below it when there is no room. */
GtkWidget *ming_note_body_get_formula (MingNoteBody *self);
GtkWidget *ming_note_body_get_mark (MingNoteBody *self);

/** The label of detail @index, from 0; made when there is none yet. */
GtkWidget *ming_note_body_get_detail (MingNoteBody *self, guint index);
guint ming_note_body_get_n_details (MingNoteBody *self);

G_END_DECLS
