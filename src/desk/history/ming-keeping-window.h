/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "../ming-archive.h"

G_BEGIN_DECLS

#define MING_TYPE_KEEPING_WINDOW (ming_keeping_window_get_type ())
G_DECLARE_FINAL_TYPE (MingKeepingWindow, ming_keeping_window, MING, KEEPING_WINDOW, GtkWindow)

/** 保存设置: how long the office keeps estimates, and whether identity numbers are kept with them. */
GtkWidget *ming_keeping_window_new (GtkWindow *parent, MingArchive *archive);

G_END_DECLS
