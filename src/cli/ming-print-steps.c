/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-print.h"

static void
print_line (const char *label, const char *text, GString *out)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "       %s%s\n", label, text);
}

static void
print_lines (const char *label, GPtrArray *texts, GString *out)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    print_line (label, g_ptr_array_index (texts, i), out);
}

static void
print_step (const MingStep *step, guint number, GString *out)
{
  const char *mark = ming_step_mark (step);

  g_string_append_printf (out, "  %3u. %s%s%s", number, step->code, *step->code != '\0' ? "  " : "",
                          step->title);
  if (*mark != '\0')
    g_string_append_printf (out, "  [%s]", mark);
  g_string_append_c (out, '\n');
  print_line ("= ", step->formula, out);
  print_line ("  ", step->sentence, out);
  print_lines (_("from: "), step->inputs, out);
  print_line (_("row: "), step->matched, out);
  print_lines (_("not: "), step->why_not, out);
  print_line (_("rounding: "), step->rounding, out);
  print_lines (_("by: "), step->citations, out);
}

void
ming_print_steps (GPtrArray *steps, GString *out)
{
  for (guint i = 0; i < steps->len; i++)
    print_step (g_ptr_array_index (steps, i), i + 1, out);
}
