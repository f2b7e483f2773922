/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MING_TYPE_NOTE_LIST (ming_note_list_get_type ())
G_DECLARE_FINAL_TYPE (MingNoteList, ming_note_list, MING, NOTE_LIST, GtkWidget)

/**
 * MingNoteList: a scrolling list of things said in words: the steps of the working, sources, what is not
 * modelled. Rows are kept and filled anew, so that a list can be shown at each key.
 */
GtkWidget *ming_note_list_new (const char *name);

/** Shows the steps of the working (of MingStep*); @empty is what the list says when there are none. */
void ming_note_list_show_steps (MingNoteList *self, GPtrArray *steps, const char *empty);

/** Shows notes (of MingNote*). */
void ming_note_list_show_notes (MingNoteList *self, GPtrArray *notes, const char *empty);

/** Shows plain sentences (of char*). */
void ming_note_list_show_sentences (MingNoteList *self, GPtrArray *sentences, const char *empty);

/** Brings entry @number, from 1, into view and marks it. */
void ming_note_list_point_at (MingNoteList *self, int number);

G_END_DECLS
