/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MingHeadline: one of the large figures on top: @caption, @value ("46,958.50", or "—"), @note below it. */
typedef struct
{
  char *caption;
  char *value;
  char *note;
} MingHeadline;

/**
 * What a figure says.
 * @caption: (nullable): NULL leaves it as it is
 * @value: (transfer full) (nullable): NULL when it is not known
 * @note: (transfer full) (nullable)
 */
void ming_headline_set (MingHeadline *self, const char *caption, char *value, char *note);

/** Frees what @self holds. */
void ming_headline_clear (MingHeadline *self);

G_END_DECLS
