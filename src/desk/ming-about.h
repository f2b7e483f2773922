/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Shows what this program is, in which version and under which licence, over @parent. */
void ming_about_present (GtkWindow *parent);

G_END_DECLS
