/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-date.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingOptionsError:
 * @MING_OPTIONS_ERROR_UNKNOWN: there is no such option
 * @MING_OPTIONS_ERROR_VALUE: a value is missing, is not one of those allowed, or stands where none is due
 * @MING_OPTIONS_ERROR_WORDS: too few or too many words beside the options
 */
typedef enum
{
  MING_OPTIONS_ERROR_UNKNOWN,
  MING_OPTIONS_ERROR_VALUE,
  MING_OPTIONS_ERROR_WORDS
} MingOptionsError;

#define MING_OPTIONS_ERROR (ming_options_error_quark ())
GQuark ming_options_error_quark (void);

/**
 * MingOption: `--name VALUE` or `--name=VALUE`; `--name` alone when @flag is set.
 * @choices: (nullable): the words allowed, parted by blanks
 * @value: where the value goes; not owned, points into the arguments
 */
typedef struct
{
  const char *name;
  const char *choices;
  const char **value;
  gboolean *flag;
} MingOption;

/**
 * Parts the arguments into options and words. "--" ends the options; "-" is a word.
 * @options: ended by a name of NULL
 * @least, @most: how many words are due
 * Returns: (transfer container) (nullable): the words
 */
GPtrArray *ming_options_parse (const MingOption *options, int argc, char **argv, guint least, guint most,
                               GError **error);

/** @text, the value of option @name, as a date such as 2025-11-03. */
gboolean ming_options_parse_date (const char *name, const char *text, MingDate *out, GError **error);

/** The day it is now, where the computer is. */
MingDate ming_options_today (void);

G_END_DECLS
