/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the window remembers: its size, the size of its text, the page and the counter's region.
 * Nothing about a client is ever among it.
 * Without an installed schema nothing is remembered, and everything else works.
 */

/** Size in pixels to go back to, and whether the window filled the screen. */
void ming_settings_get_size (int *width, int *height, gboolean *maximized);
void ming_settings_set_size (int width, int height, gboolean maximized);

/** The region used last, "" when there is none. (transfer full) */
char *ming_settings_get_region (void);
void ming_settings_set_region (const char *code);

/** The size of the text in percent. */
int ming_settings_get_text_size (void);
void ming_settings_set_text_size (int percent);

/** The page looked at last, "" when there is none. (transfer full) */
char *ming_settings_get_page (void);
void ming_settings_set_page (const char *name);

G_END_DECLS
