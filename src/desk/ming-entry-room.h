/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Keeps @entry wide enough for what it shows, text or placeholder: a name that is cut is another name.
 * While it is typed into it keeps its width.
 *
 * @least_chars: how wide it is when it shows less; may be given anew
 */
void ming_entry_room_keep (GtkWidget *entry, int least_chars);

G_END_DECLS
