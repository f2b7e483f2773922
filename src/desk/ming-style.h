/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Loads the program's style sheet for @display, and a second one while its theme is one of high contrast. */
void ming_style_install (GdkDisplay *display);

G_END_DECLS
