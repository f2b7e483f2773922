/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "../ming-archive.h"
#include "ming-office.h"

G_BEGIN_DECLS

#define MING_TYPE_OFFICE_WINDOW (ming_office_window_get_type ())
G_DECLARE_FINAL_TYPE (MingOfficeWindow, ming_office_window, MING, OFFICE_WINDOW, GtkWindow)

/**
 * 经办信息: office, window and clerk number, as they stand on every sheet. "saved" is emitted when the
 * office's file has them; what the file refuses is said in the window, which stays open.
 * @archive: held; @office: what it says now
 */
GtkWidget *ming_office_window_new (GtkWindow *parent, MingArchive *archive, const MingOffice *office);

G_END_DECLS
