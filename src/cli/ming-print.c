/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-json-set.h"
#include "ming-print.h"

char *
ming_print_fen (MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE];

  return g_strdup (ming_text_format_fen (fen, MING_TEXT_GROUPED, text, sizeof text) == MING_OK ? text : "?");
}

void
ming_print_head (const MingEstimate *answer, const char *title, GString *out)
{
  g_autofree char *code = ming_estimate_receipt_code (answer);
  char date[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (answer->input->date, date, sizeof date);
  g_string_append_printf (out, "%s\n", title);
  g_string_append_printf (out, _("Asked on %s · receipt %s\n"), date, code);
  g_string_append_printf (out, "%s · %s · %s %s\n", ming_phrase_local (&answer->pack->name),
                          answer->input->insuplc_admdvs, answer->pack->id, answer->pack->revision);
}

static void
print_note (const char *label, const char *text, GString *out)
{
  g_string_append_printf (out, "  %s%s\n", label, text);
}

void
ming_print_notes (const MingEstimate *answer, GString *out)
{
  if (answer->cautions->len == 0 && answer->gaps->len == 0)
    return;
  g_string_append_printf (out, "\n%s\n", _("Please note"));
  for (guint i = 0; i < answer->cautions->len; i++)
    print_note ("! ", g_ptr_array_index (answer->cautions, i), out);
  for (guint i = 0; i < answer->gaps->len; i++)
    {
      const MingGap *gap = g_ptr_array_index (answer->gaps, i);

      print_note (_("not counted: "), ming_phrase_local (&gap->text), out);
    }
}

void
ming_print_json (JsonNode *node, GString *out)
{
  g_autofree char *text = ming_json_print (node);

  g_string_append (out, text);
}
