/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-export-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Payers worth a column: those of any visit. */
guint
ming_export_payers (const MingEstimate *estimate)
{
  guint payers = 0;

  for (guint i = 0; i < estimate->visits->len; i++)
    payers |= ming_explain_payers (g_ptr_array_index (estimate->visits, i));
  return payers;
}

/* "统筹基金 hifp_pay": one name for the reader, one that is the same in every region. */
char *
ming_export_payer_title (const MingEstimate *estimate, MingPayer payer)
{
  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);

      if (ming_explain_payers (result) & (1u << payer))
        {
          g_autofree char *name = ming_explain_payer_name (result, payer);

          return g_strdup_printf ("%s %s", name, ming_payer_field (payer));
        }
    }
  return g_strdup (ming_payer_field (payer));
}

static void
append_field (GString *out, const char *text)
{
  gboolean runs = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, ',');
  if (!runs && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append (out, runs ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
append_amount (GString *out, MingFen fen)
{
  char buffer[MING_TEXT_FEN_SIZE];

  g_return_if_fail (ming_text_format_fen (fen, MING_TEXT_PLAIN, buffer, sizeof buffer) == MING_OK);
  append_field (out, buffer);
}

static void
append_head (GString *out, const MingEstimate *estimate, guint payers)
{
  append_field (out, C_("column", "Visit"));
  append_field (out, C_("column", "Date"));
  append_field (out, C_("column", "Item"));
  append_field (out, C_("column", "Segment"));
  append_field (out, C_("column", "Rate"));
  append_field (out, C_("column", "Amount"));
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (payers & (1u << payer))
      {
        g_autofree char *title = ming_export_payer_title (estimate, (MingPayer) payer);

        append_field (out, title);
      }
  g_string_append (out, "\r\n");
}

static void
append_visit (GString *out, const MingVisitResult *result, guint number, guint payers)
{
  g_autoptr (GPtrArray) rows = ming_explain_table (result);
  g_autofree char *count = g_strdup_printf ("%u", number);
  char date[MING_TEXT_DATE_SIZE] = "";

  g_return_if_fail (ming_text_format_date (result->visit->enddate, date, sizeof date) == MING_OK);
  for (guint i = 0; i < rows->len; i++)
    {
      const MingTableRow *row = g_ptr_array_index (rows, i);

      append_field (out, result->visit->id != NULL ? result->visit->id : count);
      append_field (out, date);
      append_field (out, row->code);
      append_field (out, row->label);
      append_field (out, row->rate);
      append_amount (out, row->amount_fen);
      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        if (payers & (1u << payer))
          append_amount (out, row->paid_fen[payer]);
      g_string_append (out, "\r\n");
    }
}

char *
ming_export_csv (const MingEstimate *estimate)
{
  GString *out;
  guint payers;

  g_return_val_if_fail (estimate != NULL, NULL);

  out = g_string_new (NULL);
  payers = ming_export_payers (estimate);
  append_head (out, estimate, payers);
  for (guint i = 0; i < estimate->visits->len; i++)
    append_visit (out, g_ptr_array_index (estimate->visits, i), i + 1, payers);
  return g_string_free (out, FALSE);
}

GBytes *
ming_export_encode (const char *text, const char *charset, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize length = 0;
  char *encoded;

  g_return_val_if_fail (text != NULL && charset != NULL, NULL);

  if (g_ascii_strcasecmp (charset, "UTF-8") == 0)
    {
      encoded = g_strconcat (BYTE_ORDER_MARK, text, NULL);
      return g_bytes_new_take (encoded, strlen (encoded));
    }

  encoded = g_convert (text, -1, charset, "UTF-8", NULL, &length, &cause);
  if (encoded != NULL)
    return g_bytes_new_take (encoded, length);
  g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_ENCODING,
               _("The table cannot be written in %s: %s"), charset, cause->message);
  return NULL;
}

GBytes *
ming_export_json (const MingEstimate *estimate)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  char *line;

  g_return_val_if_fail (estimate != NULL, NULL);

  node = ming_estimate_to_json (estimate);
  text = json_to_string (node, TRUE);
  line = g_strconcat (text, "\n", NULL);
  return g_bytes_new_take (line, strlen (line));
}
