/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "i18n/ming-locale.h"
#include "ming-case-fields.h"
#include "ming-case-table.h"
#include "ming-receipt-private.h"
#include "policy/ming-reader.h"

/*
 * @reader: collects what is wrong
 * @receipt: being filled
 * @date: as the head says it; must be the case's
 */
typedef struct
{
  MingReader reader;
  MingReceipt *receipt;
  MingDate date;
} MingReceiptReader;

/* A member that has to be exactly @wanted. */
static void
expect_text (const MingReaderObject *object, const char *key, const char *wanted)
{
  const char *text = ming_reader_get_string (object, key, TRUE);

  if (text && !g_str_equal (text, wanted))
    ming_reader_member_problem (object, key, MING_POLICY_ERROR_FORMAT, _("“%s” is not “%s”"), text, wanted);
}

/* Whether its question is {"life": …}. */
static gboolean
asks_life (const MingReaderObject *top)
{
  JsonNode *asked = json_object_get_member (top->object, "case");

  return asked != NULL && JSON_NODE_HOLDS_OBJECT (asked)
         && json_object_has_member (json_node_get_object (asked), "life");
}

static void
read_formats (const MingReaderObject *top)
{
  static const char *const keys[] = { "case", "policy", "result", NULL };
  gboolean is_life = asks_life (top);
  g_auto (MingReaderObject) object = { 0 };

  if (!ming_reader_open_member (top, "schemas", TRUE, keys, &object))
    return;
  expect_text (&object, "case", is_life ? MING_LIFE_FORMAT : MING_CASE_FORMAT);
  expect_text (&object, "policy", MING_PACK_FORMAT);
  expect_text (&object, "result", is_life ? MING_LIFE_FORMAT : MING_RESULT_FORMAT);
}

/* The id becomes part of a file's name, so it is what an id has to be: region and scheme. */
static void
read_pack_fields (MingReceiptReader *self, const MingReaderObject *object)
{
  const char *id = ming_reader_get_string (object, "id", TRUE);
  const char *revision = ming_reader_get_string (object, "revision", TRUE);
  const char *sha256 = ming_reader_get_string (object, "sha256", TRUE);

  if (id && !g_regex_match_simple ("^[0-9]{6}-[0-9]{3}$", id, G_REGEX_DOLLAR_ENDONLY, 0))
    ming_reader_member_problem (object, "id", MING_POLICY_ERROR_BAD_VALUE,
                                _("“%s” is not the id of a policy pack, such as 110000-310"), id);
  if (sha256 && !g_regex_match_simple ("^[0-9a-f]{64}$", sha256, G_REGEX_DOLLAR_ENDONLY, 0))
    ming_reader_member_problem (object, "sha256", MING_POLICY_ERROR_BAD_VALUE,
                                _("a SHA-256 has 64 digits 0-9 and a-f"));
  self->receipt->pack_id = g_strdup (id);
  self->receipt->pack_revision = g_strdup (revision);
  self->receipt->pack_sha256 = g_strdup (sha256);
}

static void
read_pack (MingReceiptReader *self, const MingReaderObject *top)
{
  static const char *const keys[] = { "id", "revision", "sha256", NULL };
  g_auto (MingReaderList) list = { 0 };
  g_auto (MingReaderObject) object = { 0 };

  if (!ming_reader_open_list (top, "packs", TRUE, &list))
    return;
  if (list.length != 1)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer,
                         _("a receipt names one policy pack"));
  else if (ming_reader_open_element (&list, 0, keys, &object))
    read_pack_fields (self, &object);
}

/* The case goes through its own strict reader; its faults are those of the receipt, further down. */
static void
read_case (MingReceiptReader *self, const MingReaderObject *top)
{
  g_auto (MingReaderObject) object = { 0 };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_fault_free);
  g_autofree char *text = NULL;

  if (!ming_reader_open_member (top, "case", TRUE, NULL, &object))
    return;
  text = json_to_string (json_object_get_member (top->object, "case"), FALSE);
  self->receipt->input = ming_case_parse (text, -1, faults, NULL);
  for (guint i = 0; i < faults->len; i++)
    {
      const MingFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *pointer = g_strconcat (object.pointer, fault->pointer, NULL);

      ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer, "%s", fault->message);
    }
}

/* A question about a working life, with what it cannot be asked without. */
static void
read_life (MingReceiptReader *self, const MingReaderObject *top)
{
  static const char *const keys[] = { "life", NULL };
  MingReceipt *receipt = self->receipt;
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingReaderObject) life = { 0 };
  g_autoptr (GError) refused = NULL;
  g_autofree char *text = NULL;

  if (!ming_reader_open_member (top, "case", TRUE, keys, &object)
      || !ming_reader_open_member (&object, "life", TRUE, NULL, &life))
    return;
  ming_reader_need_key (&life, "region");
  ming_reader_need_key (&life, "insutype");
  ming_reader_need_key (&life, "date");
  text = json_to_string (json_object_get_member (top->object, "case"), FALSE);
  if (!ming_life_question_parse (text, &receipt->life_root, &receipt->life, &refused))
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, object.pointer, "%s", refused->message);
}

static void
read_result (MingReceiptReader *self, const MingReaderObject *top)
{
  g_auto (MingReaderObject) object = { 0 };

  if (!ming_reader_open_member (top, "result", TRUE, NULL, &object))
    return;
  expect_text (&object, "format", asks_life (top) ? MING_LIFE_FORMAT : MING_RESULT_FORMAT);
  self->receipt->result = json_node_copy (json_object_get_member (top->object, "result"));
}

static void
read_top (MingReceiptReader *self, JsonNode *root)
{
  static const char *const keys[] = { "format", "code",     "engine", "schemas", "packs",
                                      "date",   "language", "case",   "result",  NULL };
  g_auto (MingReaderObject) top = { 0 };
  MingReceipt *receipt = self->receipt;

  if (!ming_reader_open (&self->reader, root, "", keys, &top))
    return;
  expect_text (&top, "format", MING_RECEIPT_FORMAT);
  receipt->code = g_strdup (ming_reader_get_string (&top, "code", TRUE));
  receipt->engine = g_strdup (ming_reader_get_string (&top, "engine", TRUE));
  receipt->language = g_strdup (ming_reader_get_string (&top, "language", TRUE));
  if (receipt->language && !ming_locale_is_language (receipt->language))
    ming_reader_member_problem (&top, "language", MING_POLICY_ERROR_BAD_VALUE,
                                _("a language is one of: zh en"));
  ming_reader_get_date (&top, "date", TRUE, &self->date);
  read_formats (&top);
  read_pack (self, &top);
  if (asks_life (&top))
    read_life (self, &top);
  else
    read_case (self, &top);
  read_result (self, &top);
}

/* What cannot be wrong in a receipt that this program printed: so somebody edited it. */
static gboolean
check_belongs (const MingReceiptReader *self, GError **error)
{
  const MingReceipt *receipt = self->receipt;
  gboolean is_life = ming_receipt_is_life (receipt);
  MingDate date = is_life ? receipt->life.date : receipt->input->date;
  g_autofree char *code
      = is_life ? ming_life_receipt_code_of (receipt->engine, receipt->pack_id, receipt->pack_revision,
                                             receipt->pack_sha256, &receipt->life)
                : ming_receipt_code_of (receipt->engine, receipt->pack_id, receipt->pack_revision,
                                        receipt->pack_sha256, receipt->input);
  const char *where = !g_str_equal (code, receipt->code)          ? "/code"
                      : ming_date_compare (self->date, date) != 0 ? "/date"
                                                                  : NULL;

  if (where == NULL)
    return TRUE;
  g_set_error (error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_CODE,
               _("%s: %s: does not belong to what the receipt holds; it was changed after it was made"),
               self->reader.file, where);
  return FALSE;
}

static gboolean
check_problems (const MingReader *reader, MingReceiptError code, GError **error)
{
  g_autofree char *message = NULL;

  if (reader->problems->len == 0)
    return TRUE;
  ming_problems_sort (reader->problems);
  message = ming_problem_format (g_ptr_array_index (reader->problems, 0));
  g_set_error_literal (error, MING_RECEIPT_ERROR, (int) code, message);
  return FALSE;
}

/* A byte order mark, which editors leave, does no harm. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static JsonNode *
read_tree (MingReader *reader, const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize mark = length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;

  ming_reader_take_faults (reader);
  if (!check_problems (reader, MING_RECEIPT_ERROR_SYNTAX, error))
    return NULL;
  if (json_parser_load_from_data (parser, text + mark, (gssize) (length - mark), NULL)
      && json_parser_get_root (parser))
    return json_parser_steal_root (parser);
  g_set_error (error, MING_RECEIPT_ERROR, MING_RECEIPT_ERROR_SYNTAX, _("%s: not a receipt"), reader->file);
  return NULL;
}

MingReceipt *
ming_receipt_parse (const char *text, gssize length, const char *file, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (MingJsonScan) scan = ming_json_scan_new (text, size);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autoptr (MingReceipt) receipt = g_new0 (MingReceipt, 1);
  MingReceiptReader self = { { file, scan, problems }, receipt, { 0 } };
  g_autoptr (JsonNode) root = read_tree (&self.reader, text, size, error);

  if (root == NULL)
    return NULL;
  read_top (&self, root);
  if (!check_problems (&self.reader, MING_RECEIPT_ERROR_FORMAT, error) || !check_belongs (&self, error))
    return NULL;
  return g_steal_pointer (&receipt);
}
