/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "ming-case.h"

/* Standard input to its end. */
static gboolean
read_input (GString *text)
{
  char buffer[4096];
  gsize length;

  while ((length = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (text, buffer, (gssize) length);
  return !ferror (stdin);
}

MingCase *
ming_case_load (const char *path, GPtrArray *faults, GError **error)
{
  g_autoptr (GString) input = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) refused = NULL;
  gsize length = 0;

  if (g_str_equal (path, "-"))
    {
      if (read_input (input))
        return ming_case_parse (input->str, (gssize) input->len, faults, error);
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_IO, _("standard input cannot be read"));
      return NULL;
    }
  if (g_file_get_contents (path, &text, &length, &refused))
    return ming_case_parse (text, (gssize) length, faults, error);
  g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_IO, "%s", refused->message);
  return NULL;
}
