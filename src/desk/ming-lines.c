/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-lines.h"

static void
append_joined (GString *text, GPtrArray *parts, const char *between)
{
  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, between);
      g_string_append (text, g_ptr_array_index (parts, i));
    }
}

void
ming_lines_append_headings (GString *text, GPtrArray *headings)
{
  append_joined (text, headings, "\t");
}

void
ming_lines_append_cells (GString *text, char *const *cells)
{
  g_autofree char *line = g_strjoinv ("\t", (GStrv) cells);

  g_string_append (text, line);
}

void
ming_lines_append (GString *text, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      ming_lines_append_cells (text, g_ptr_array_index (lines, i));
      g_string_append_c (text, '\n');
    }
}

char *
ming_lines_to_text (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  ming_lines_append (text, lines);
  return g_string_free (text, FALSE);
}

static char *
join (GPtrArray *parts, const char *between)
{
  GString *text = g_string_new (NULL);

  append_joined (text, parts, between);
  return g_string_free (text, FALSE);
}

char *
ming_lines_join (GPtrArray *sentences)
{
  return join (sentences, "\n");
}

char *
ming_lines_list (GPtrArray *words)
{
  return join (words, C_ ("list", ", "));
}

char *
ming_lines_clauses (GPtrArray *clauses)
{
  return join (clauses, C_ ("clauses", "; "));
}
