/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Gives the tabs of every notebook at or below @root the names that stand on them: GTK 4.8 calls each of them
 * "Tab" to a screen reader. A name that changes later is followed.
 */
void ming_tab_names_set (GtkWidget *root);

G_END_DECLS
