/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The longest secret line, in bytes. */
#define MING_SECRET_MAX 1024

/**
 * A line of standard input without its end: not shown while it is typed, after @prompt on standard error when
 * somebody sits there. To be freed with ming_secret_free(). NULL at the end of the input, when the line is
 * longer than that, or when what is typed could not be hidden.
 */
char *ming_secret_read (const char *prompt);

/** Wipes it. */
void ming_secret_free (char *secret);

G_END_DECLS
