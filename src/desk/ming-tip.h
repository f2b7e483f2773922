/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Gives @widget the tip @text (NULL: none), if it has another one: GTK asks the display where the pointer is
 * at each change of a tip, which is too dear for something done at each key.
 */
void ming_tip_set (GtkWidget *widget, const char *text);

G_END_DECLS
