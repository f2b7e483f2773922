/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The size of all text (文字大小) in percent of what the desktop asks for: 100, 125, 150 or 200. Every size in
 * the style sheet is in points, so one resolution scales all of it.
 */

/** The size in use. */
int ming_text_size_get (void);

/** Makes all text @percent large; what is none of the sizes becomes the next smaller one, at least 100. */
void ming_text_size_set (int percent);

/** The size @steps larger than @percent, or smaller when negative; stops at the ends. */
int ming_text_size_step (int percent, int steps);

/** Whether text is so large, by this program or by the desktop, that forms are of one column. */
gboolean ming_text_size_is_large (void);

/** Children of @box stand beside each other; with large text, which takes more room, below each other. */
void ming_text_size_turn (GtkOrientable *box);

/** The other way about: what stands below each other as usual stands beside each other with large text. */
void ming_text_size_turn_back (GtkOrientable *box);

G_END_DECLS
