/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-pack"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-pack-load-private.h"

#define FORMAT "mingsuan-policy/1"

/* No pack of figures for one area is larger; a larger file is something else. */
#define SIZE_MAX_BYTES (16 * 1024 * 1024)

static gboolean
is_digits (const char *text, gsize length)
{
  if (strlen (text) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static char *
read_code (const MingReaderObject *top, const char *key, gsize length)
{
  const char *text = ming_reader_get_string (top, key, TRUE);

  if (text != NULL && is_digits (text, length))
    return g_strdup (text);
  if (text != NULL)
    ming_reader_member_problem (top, key, MING_POLICY_ERROR_BAD_VALUE, _("“%s” is not a code of %u digits"),
                                text, (guint) length);
  return g_strdup ("");
}

/* The id is made of region and scheme, and the file is called after it. */
static void
check_id (const MingReaderObject *top, const MingPack *pack)
{
  g_autofree char *of_codes = g_strdup_printf ("%s-%s", pack->region, pack->insutype);
  g_autofree char *base = g_path_get_basename (pack->file);
  g_autofree char *of_file = g_strdup (base);

  if (*pack->id == '\0' || *pack->region == '\0' || *pack->insutype == '\0')
    return;
  if (strcmp (pack->id, of_codes) != 0)
    {
      ming_reader_member_problem (top, "id", MING_POLICY_ERROR_ID_MISMATCH,
                                  _("the id is “%s”, but region and scheme make “%s”"), pack->id, of_codes);
      return;
    }
  if (!g_str_has_suffix (of_file, ".json"))
    return;
  of_file[strlen (of_file) - strlen (".json")] = '\0';
  if (strcmp (pack->id, of_file) != 0)
    ming_reader_member_problem (top, "id", MING_POLICY_ERROR_ID_MISMATCH,
                                _("the id is “%s”, but the file is called “%s”"), pack->id, base);
}

/* "01-01": the day the year of deductibles and caps begins. */
static void
read_benefit_year (const MingReaderObject *top, MingPack *pack)
{
  static const char *const keys[] = { "starts", NULL };
  g_auto (MingReaderObject) object = { 0 };
  const char *text;
  int month = 0, day = 0;
  MingDate date;

  if (!ming_reader_has (top, "benefit_year")
      || !ming_reader_open_member (top, "benefit_year", TRUE, keys, &object))
    return;
  text = ming_reader_get_string (&object, "starts", TRUE);
  if (text == NULL)
    return;
  if (strlen (text) == 5 && text[2] == '-')
    {
      month = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
      day = g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);
    }
  /* in a common year, so that every year has the day */
  if (month > 0 && day > 0 && ming_date_make (2025, month, day, &date) == MING_OK)
    {
      pack->year_starts_month = month;
      pack->year_starts_day = day;
    }
  else
    ming_reader_member_problem (&object, "starts", MING_POLICY_ERROR_BAD_VALUE,
                                _("“%s” is not a day of the year written as 01-31"), text);
}

static void
read_head (MingLoader *self, const MingReaderObject *top)
{
  MingPack *pack = self->pack;
  static const char *const over_limit_words[] = { "own_expense", "own_pay", NULL };
  const char *text = ming_reader_get_string (top, "id", TRUE);
  guint over_limit = 0;
  MingDate date;

  pack->id = g_strdup (text != NULL ? text : "");
  pack->region = read_code (top, "region", 6);
  pack->insutype = read_code (top, "insutype", 3);
  ming_reader_get_date (top, "revision", TRUE, &date);
  text = ming_reader_peek_string (top, "revision");
  pack->revision = g_strdup (text != NULL ? text : "");
  ming_reader_get_phrase (top, "name", TRUE, &pack->name);
  pack->demonstration = ming_reader_get_bool (top, "demonstration", FALSE);
  check_id (top, pack);
  read_benefit_year (top, pack);
  ming_reader_get_choice (top, "over_limit", FALSE, over_limit_words, &over_limit);
  pack->over_limit_is_own_pay = over_limit == 1;
}

/* A file of another format would only lead to a flood of complaints. */
static gboolean
check_format (MingLoader *self, JsonNode *root)
{
  g_auto (MingReaderObject) top = { 0 };
  const char *format;

  if (!ming_reader_open (&self->reader, root, "", NULL, &top))
    return FALSE;
  format = ming_reader_peek_string (&top, "format");
  if (g_strcmp0 (format, FORMAT) == 0)
    return TRUE;
  if (format == NULL)
    ming_reader_member_problem (&top, "format", MING_POLICY_ERROR_FORMAT,
                                _("not a policy pack: “format” must be “%s”"), FORMAT);
  else
    ming_reader_member_problem (&top, "format", MING_POLICY_ERROR_FORMAT,
                                _("the format is “%s”; this program reads “%s”"), format, FORMAT);
  return FALSE;
}

static void
read_pack (MingLoader *self, JsonNode *root)
{
  static const char *const keys[] = { "format",
                                      "id",
                                      "revision",
                                      "region",
                                      "insutype",
                                      "name",
                                      "demonstration",
                                      "benefit_year",
                                      "over_limit",
                                      "sources",
                                      "attributes",
                                      "gaps",
                                      "contribution",
                                      "account_credit",
                                      "account_debit",
                                      "account_interest",
                                      "care",
                                      "retirement_years",
                                      "waiting",
                                      "resident_premium",
                                      "guidance",
                                      NULL };
  g_auto (MingReaderObject) top = { 0 };

  if (!check_format (self, root) || !ming_reader_open (&self->reader, root, "", keys, &top))
    return;
  read_head (self, &top);
  ming_loader_read_sources (self, &top);
  ming_loader_read_attributes (self, &top);
  ming_loader_read_gaps (self, &top);
  ming_loader_read_dated (self, &top);
  ming_loader_read_care (self, &top);
  ming_loader_read_guidance (self, &top);
}

/* The tree of @text, which the scan has found well formed; NULL with a problem. */
static JsonNode *
parse (MingLoader *self, const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  gsize mark = length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  if (json_parser_load_from_data (parser, text + mark, (gssize) (length - mark), &error))
    return json_parser_steal_root (parser);
  ming_reader_problem (&self->reader, MING_POLICY_ERROR_SYNTAX, "", "%s", error->message);
  return NULL;
}

static void
read_text (MingLoader *self, const char *text, gsize length)
{
  g_autoptr (MingJsonScan) scan = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (length > SIZE_MAX_BYTES)
    {
      ming_reader_problem (&self->reader, MING_POLICY_ERROR_SYNTAX, "",
                           _("the file is too large for a policy pack"));
      return;
    }
  scan = ming_json_scan_new (text, length);
  self->reader.scan = scan;
  ming_reader_take_faults (&self->reader);
  if (!scan->broken && !scan->has_comments)
    root = parse (self, text, length);
  if (root != NULL)
    read_pack (self, root);
  self->reader.scan = NULL;
}

static void
set_first_problem (GPtrArray *problems, guint first, GError **error)
{
  const MingProblem *problem = g_ptr_array_index (problems, first);
  g_autofree char *message = ming_problem_format (problem);

  g_set_error_literal (error, MING_POLICY_ERROR, (int) problem->code, message);
}

static MingProblem *
steal_problem (GPtrArray *problems)
{
  return g_ptr_array_steal_index (problems, 0);
}

MingPack *
ming_pack_load_bytes (GBytes *bytes, const char *file, GPtrArray *problems, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autoptr (MingPack) pack = ming_pack_new ();
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  MingLoader self = { { file, NULL, found }, pack };

  pack->file = g_strdup (file);
  pack->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  read_text (&self, text != NULL ? text : "", length);
  if (found->len == 0)
    return g_steal_pointer (&pack);

  ming_problems_sort (found);
  set_first_problem (found, 0, error);
  while (problems != NULL && found->len > 0)
    g_ptr_array_add (problems, steal_problem (found));
  return NULL;
}

MingPack *
ming_pack_load_file (const char *path, GPtrArray *problems, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  gsize length = 0;

  if (g_file_get_contents (path, &text, &length, &local))
    {
      bytes = g_bytes_new_take (g_steal_pointer (&text), length);
      return ming_pack_load_bytes (bytes, path, problems, error);
    }
  g_set_error_literal (error, MING_POLICY_ERROR, MING_POLICY_ERROR_IO, local->message);
  if (problems != NULL)
    g_ptr_array_add (problems, ming_problem_new (MING_POLICY_ERROR_IO, path, "", local->message));
  return NULL;
}
