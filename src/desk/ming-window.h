/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/ming-paper.h"

G_BEGIN_DECLS

#define MING_TYPE_WINDOW (ming_window_get_type ())
G_DECLARE_FINAL_TYPE (MingWindow, ming_window, MING, WINDOW, GtkApplicationWindow)

/** The counter's window: the pages, the line of whose rules above, what the result is worth below. */
GtkWidget *ming_window_new (GtkApplication *application, MingSession *session);

/** What the window does with paper. (transfer none) */
MingPaper *ming_window_get_paper (MingWindow *self);

G_END_DECLS
