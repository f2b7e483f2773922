/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Names what GTK 4.8 leaves without a name in windows it makes by itself, the keys' and the one about the
 * program: the search, its button, texts and the panes they stand in, of @root and everything below.
 */
void ming_part_names_set (GtkWidget *root);

G_END_DECLS
