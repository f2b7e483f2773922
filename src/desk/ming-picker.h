/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-choice.h"

G_BEGIN_DECLS

#define MING_TYPE_PICKER (ming_picker_get_type ())
G_DECLARE_FINAL_TYPE (MingPicker, ming_picker, MING, PICKER, GtkEntry)

/**
 * MingPicker: an entry that chooses from a list: by code, by name, by pinyin initials,
 * or with the arrow keys.
 *
 * What is typed counts at once: the best match is chosen with each key. The list never takes the keyboard, so
 * every key of the window works while it is open. "picked" is emitted when the value changes.
 */

/** Finds what @typed may mean, at most a screenful. (transfer full) of MingChoice* */
typedef GPtrArray *(*MingPickerSearch) (const char *typed, gpointer user_data);

/** An entry with nothing to choose from yet. (transfer floating) */
GtkWidget *ming_picker_new (void);

/** The list to choose from. @choices: of MingChoice*, a reference is taken */
void ming_picker_set_choices (MingPicker *self, GPtrArray *choices);

/** A list that is found by searching, instead of one that is given. */
void ming_picker_set_search (MingPicker *self, MingPickerSearch search, gpointer user_data);

/** The code chosen, or what was typed when it is no choice. */
const char *ming_picker_get_value (MingPicker *self);

/** Shows @value, which reads @text; what is being typed is left alone. Emits nothing. */
void ming_picker_show_value (MingPicker *self, const char *value, const char *text);

/** Whether the list is open. */
gboolean ming_picker_is_open (MingPicker *self);

G_END_DECLS
