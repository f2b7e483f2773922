/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MING_TYPE_NOTE_LIST (ming_note_list_get_type ())
G_DECLARE_FINAL_TYPE (MingNoteList, ming_note_list, MING, NOTE_LIST, GtkWidget)

/**
 * MingNoteList: a scrolling list of things said in words: the steps of the working, sources, what is not modelled.
 */
GtkWidget *ming_note_list_new (const char *name);

/** Empties the list; @empty is what it says as long as nothing is added. */
void ming_note_list_clear (MingNoteList *self, const char *empty);

/** Shows the steps of the working. @steps: of MingStep* */
void ming_note_list_add_steps (MingNoteList *self, GPtrArray *steps);

/** Shows notes. @notes: of MingNote* */
void ming_note_list_add_notes (MingNoteList *self, GPtrArray *notes);

/** Shows plain sentences. @sentences: of char* */
void ming_note_list_add_sentences (MingNoteList *self, GPtrArray *sentences);

/** Brings entry @number, from 1, into view and marks it. */
void ming_note_list_point_at (MingNoteList *self, int number);

G_END_DECLS
