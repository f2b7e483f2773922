/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Shows @text in @label, which takes no room while there is nothing to say. @text: (nullable) */
void ming_message_show (GtkWidget *label, const char *text);

/** Shows the sentences (of char*) below each other, likewise. */
void ming_message_show_lines (GtkWidget *label, GPtrArray *sentences);

G_END_DECLS
