/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/ming-text.h"

G_BEGIN_DECLS

/** @fen in yuan, or "" when it is too large to be written. (transfer full) */
char *ming_wording_fen (MingFen fen, MingTextFlags flags);

/** "2025-01-31", or "" for the date of year 0, which is none. (transfer full) */
char *ming_wording_date (MingDate date);

/** Appends @part (nullable) to @text after " · "; nothing for an empty one. */
void ming_wording_append (GString *text, const char *part);

G_END_DECLS
