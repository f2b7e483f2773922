/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-options.h"
#include "policy/ming-nearest.h"

G_DEFINE_QUARK (ming-options-error-quark, ming_options_error)

/* The option called as the first @length bytes of @text. */
static const MingOption *
find_option (const MingOption *options, const char *text, gsize length)
{
  for (const MingOption *option = options; option->name != NULL; option++)
    if (strlen (option->name) == length && strncmp (option->name, text, length) == 0)
      return option;
  return NULL;
}

static void
set_unknown (const MingOption *options, const char *text, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *hint = NULL;

  for (const MingOption *option = options; option->name != NULL; option++)
    g_ptr_array_add (names, g_strconcat ("--", option->name, NULL));
  g_ptr_array_add (names, g_strdup ("--lang"));
  g_ptr_array_add (names, g_strdup ("--help"));
  hint = ming_nearest_hint (text, (const char *const *) names->pdata, names->len);
  g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_UNKNOWN, _("there is no option %s%s"), text,
               hint);
}

static gboolean
value_is_allowed (const MingOption *option, const char *value, GError **error)
{
  g_auto (GStrv) choices = option->choices != NULL ? g_strsplit (option->choices, " ", -1) : NULL;

  if (choices == NULL || g_strv_contains ((const char *const *) choices, value))
    return TRUE;
  g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_VALUE, _("--%s is one of: %s"), option->name,
               option->choices);
  return FALSE;
}

/* Reads argv[*at], which begins with "--", and its value; leaves *at on the last argument read. */
static gboolean
take_option (const MingOption *options, int argc, char **argv, int *at, GError **error)
{
  const char *text = argv[*at] + 2;
  const char *equals = strchr (text, '=');
  const MingOption *option
      = find_option (options, text, equals != NULL ? (gsize) (equals - text) : strlen (text));
  const char *value = equals != NULL ? equals + 1 : NULL;

  if (option == NULL)
    {
      set_unknown (options, argv[*at], error);
      return FALSE;
    }
  if (option->flag != NULL)
    {
      *option->flag = TRUE;
      if (value == NULL)
        return TRUE;
      g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_VALUE, _("--%s takes no value"),
                   option->name);
      return FALSE;
    }
  if (value == NULL && *at + 1 < argc)
    value = argv[++*at];
  if (value == NULL || *value == '\0')
    {
      g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_VALUE, _("--%s needs a value"),
                   option->name);
      return FALSE;
    }
  *option->value = value;
  return value_is_allowed (option, value, error);
}

static gboolean
is_option (const char *text)
{
  return text[0] == '-' && text[1] != '\0';
}

GPtrArray *
ming_options_parse (const MingOption *options, int argc, char **argv, guint least, guint most, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  gboolean only_words = FALSE;

  for (int i = 0; i < argc; i++)
    if (only_words || !is_option (argv[i]))
      g_ptr_array_add (words, argv[i]);
    else if (g_str_equal (argv[i], "--"))
      only_words = TRUE;
    else if (argv[i][1] != '-')
      {
        set_unknown (options, argv[i], error);
        return NULL;
      }
    else if (!take_option (options, argc, argv, &i, error))
      return NULL;

  if (words->len >= least && words->len <= most)
    return g_steal_pointer (&words);
  if (words->len < least)
    g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_WORDS,
                 _("something is missing; --help shows what belongs here"));
  else
    g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_WORDS,
                 _("“%s” is too much; --help shows what belongs here"),
                 (char *) g_ptr_array_index (words, most));
  return NULL;
}

gboolean
ming_options_parse_date (const char *name, const char *text, MingDate *out, GError **error)
{
  if (ming_text_parse_date (text, strlen (text), out) == MING_OK)
    return TRUE;
  g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_VALUE,
               _("--%s: “%s” is not a date such as 2025-11-03"), name, text);
  return FALSE;
}

MingDate
ming_options_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MingDate date = { 0 };

  ming_date_make (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now),
                  &date);
  return date;
}
