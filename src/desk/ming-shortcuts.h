/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Every key of the program, in one table: installed on the application, shown by F1.
 */

/** Binds every key to its action. */
void ming_shortcuts_install (GtkApplication *application);

/** The window that lists all keys (快捷键). (transfer full) */
GtkWidget *ming_shortcuts_window_new (void);

/** The key of @action as people read it, e.g. "F2"; NULL when it has none. (transfer full) (nullable) */
char *ming_shortcuts_get_label (const char *action);

/** Windows of @klass are closed by the action "dialog.close", which has a key. */
void ming_shortcuts_install_close (GtkWidgetClass *klass);

G_END_DECLS
