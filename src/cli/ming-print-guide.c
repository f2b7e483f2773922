/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-print-guide.h"

static void
print_line (const char *text, const char *indent, GString *out)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (out, "%s%s\n", indent, text);
}

void
ming_print_guidance (const MingGuidance *entry, const char *indent, GString *out)
{
  g_autofree char *papers = ming_guidance_papers (entry);
  g_autofree char *limits = ming_guidance_limits (entry);
  g_autofree char *where = ming_guidance_where (entry);

  print_line (ming_phrase_local (&entry->answer), indent, out);
  print_line (papers, indent, out);
  print_line (limits, indent, out);
  print_line (where, indent, out);
  print_line (ming_phrase_local (&entry->span.note), indent, out);
}
