/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Loads the program's style sheet for @display, and a second one while its theme is one of high contrast. */
void ming_style_install (GdkDisplay *display);

/** Gives @widget the style class @name, or takes it away. */
void ming_style_set_class (GtkWidget *widget, const char *name, gboolean on);

/** Shows or hides whatever at or below @root has the style class @name. */
void ming_style_show_class (GtkWidget *root, const char *name, gboolean visible);

G_END_DECLS
