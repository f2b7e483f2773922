/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MING_TYPE_APPLICATION (ming_application_get_type ())
G_DECLARE_FINAL_TYPE (MingApplication, ming_application, MING, APPLICATION, GtkApplication)

/** The program: one window, one session, the keys of the table. (transfer full) */
MingApplication *ming_application_new (void);

G_END_DECLS
