/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Keeps the files that were opened and saved with this program out of the desktop's list of recent files,
 * where GTK's dialogs write their names: a name may be a client's. What other programs put there stays.
 * @manager: held by GTK for the life of the program
 */
void ming_recent_keep_out (GtkRecentManager *manager);

G_END_DECLS
