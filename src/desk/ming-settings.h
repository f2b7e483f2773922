/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the window remembers: its size and the counter's region. Nothing about a client is ever among it.
 * Without an installed schema nothing is remembered, and everything else works.
 */

void ming_settings_get_size (int *width, int *height, gboolean *maximized);
void ming_settings_set_size (int width, int height, gboolean maximized);

/** The region used last, "" when there is none. (transfer full) */
char *ming_settings_get_region (void);
void ming_settings_set_region (const char *code);

G_END_DECLS
