/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The line of a page in the list of pages. @key: its key, of style "key", also in the tip */
GtkWidget *ming_page_row_new (const char *title, const char *key);

G_END_DECLS
