/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-session.h"

G_BEGIN_DECLS

/** Asks where the case of @session shall be saved as a test, saves it, and tells the window (win.tell). */
void ming_test_chooser_ask (GtkWindow *window, MingSession *session);

G_END_DECLS
