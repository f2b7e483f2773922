/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "../ming-session.h"

G_BEGIN_DECLS

#define MING_TYPE_CITIZEN_WINDOW (ming_citizen_window_get_type ())
G_DECLARE_FINAL_TYPE (MingCitizenWindow, ming_citizen_window, MING, CITIZEN_WINDOW, GtkWindow)

/**
 * MingCitizenWindow: 客户屏, the second window, in large type for the person across the desk. It follows the
 * session by itself and has nothing that can be pressed.
 */

/**
 * Opens it beside @clerk, whose keys go on working in it: on another monitor, filling that, when there is
 * one; then the keyboard stays with @clerk. It follows when that monitor is plugged in or out. @clerk
 * closes it together with itself. (transfer none)
 */
GtkWidget *ming_citizen_window_open (GtkWindow *clerk, MingSession *session);

G_END_DECLS
