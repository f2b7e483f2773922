/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-ledger-kept.h"

/* By MingLedgerColumn; the national names where there are such. */
static const char *const column_keys[MING_LEDGER_N_COLUMNS] = {
  [MING_LEDGER_BEGNDATE] = "begndate",
  [MING_LEDGER_ENDDATE] = "enddate",
  [MING_LEDGER_MED_TYPE] = "med_type",
  [MING_LEDGER_HOSP_LV] = "hosp_lv",
  [MING_LEDGER_TOTAL] = "medfee_sumamt",
  [MING_LEDGER_FULL_OWN] = "fulamt_ownpay_amt",
  [MING_LEDGER_FIRST_PAY] = "preselfpay_amt",
  [MING_LEDGER_OVER_LIMIT] = "overlmt_selfpay",
  [MING_LEDGER_AWAY] = "away",
  [MING_LEDGER_AREA] = "area",
  [MING_LEDGER_DISEASE] = "opsp_dise_code",
  [MING_LEDGER_ADMISSION] = "admission",
  [MING_LEDGER_TRANSFER] = "transfer",
  [MING_LEDGER_ACCT_INC] = "acct_inc",
  [MING_LEDGER_CATALOGUE] = "catalogue",
  [MING_LEDGER_BY_CLASS] = "by_class",
  [MING_LEDGER_CLASS_A] = "class_a",
  [MING_LEDGER_CLASS_B] = "class_b",
  [MING_LEDGER_CLASS_B_ITEMS] = "class_b_items",
  [MING_LEDGER_CLASS_C] = "class_c",
  [MING_LEDGER_FIRST_RATE] = "first_pay_rate",
};

/* A row's own number, what it is called in its file, and what was typed. */
static JsonObject *
write_row (const MingLedgerRow *row)
{
  JsonObject *object = json_object_new ();
  g_autofree char *serial = g_strdup_printf ("%u", row->serial);

  json_object_set_string_member (object, "row", serial);
  if (row->refunded)
    json_object_set_boolean_member (object, "refunded", TRUE);
  if (row->id != NULL)
    json_object_set_string_member (object, "id", row->id);
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    if (*row->text[i] != '\0')
      json_object_set_string_member (object, column_keys[i], row->text[i]);
  return object;
}

/* The rows that say something. */
static JsonArray *
write_rows (GPtrArray *rows)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rows->len; i++)
    if (!ming_ledger_row_is_blank (g_ptr_array_index (rows, i)))
      json_array_add_object_element (array, write_row (g_ptr_array_index (rows, i)));
  return array;
}

static gboolean
has_refund (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const MingLedgerRow *) g_ptr_array_index (rows, i))->refunded)
      return TRUE;
  return FALSE;
}

JsonNode *
ming_ledger_kept_to_json (const MingLedgerValues *values)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *rows = write_rows (values->rows);
  JsonArray *settled = values->settled != NULL ? write_rows (values->settled) : NULL;
  gboolean corrected = settled != NULL && !json_array_equal (rows, settled);

  json_object_set_array_member (object, "rows", rows);
  if (settled != NULL)
    json_object_set_array_member (object, "settled", settled);
  json_node_take_object (node, object);
  return corrected || has_refund (values->rows) ? g_steal_pointer (&node) : NULL;
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/* The column called @key, or -1. */
static int
find_column (const char *key)
{
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    if (g_str_equal (column_keys[i], key))
      return i;
  return -1;
}

/* One member of a row; the texts stay the tree's. */
static gboolean
read_member (MingLedgerRow *row, const char *key, JsonNode *value)
{
  const char *text = is_text (value) ? json_node_get_string (value) : NULL;
  int column = find_column (key);
  guint64 serial = 0;

  if (g_str_equal (key, "refunded"))
    {
      row->refunded = JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_BOOLEAN
                      && json_node_get_boolean (value);
      return row->refunded;
    }
  if (text == NULL)
    return FALSE;
  if (g_str_equal (key, "row"))
    {
      if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &serial, NULL))
        return FALSE;
      row->serial = (guint) serial;
    }
  else if (g_str_equal (key, "id"))
    row->id = (char *) text;
  else if (column >= 0)
    row->text[column] = (char *) text;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_row (JsonNode *node, MingLedgerRow *row)
{
  g_autoptr (GList) keys = NULL;

  *row = (MingLedgerRow){ 0 };
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    row->text[i] = (char *) "";
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  keys = json_object_get_members (json_node_get_object (node));
  for (GList *key = keys; key != NULL; key = key->next)
    if (!read_member (row, key->data, json_object_get_member (json_node_get_object (node), key->data)))
      return FALSE;
  return row->serial != 0;
}

/* Of MingLedgerRow*, whose texts are the tree's; NULL when anything in it is wrong. */
static GPtrArray *
read_rows (JsonObject *kept, const char *key)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  JsonNode *node = json_object_get_member (kept, key);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) > MING_LEDGER_ROWS_MAX)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      MingLedgerRow *row = g_new0 (MingLedgerRow, 1);

      g_ptr_array_add (rows, row);
      if (!read_row (json_array_get_element (array, i), row))
        return NULL;
    }
  return g_steal_pointer (&rows);
}

MingLedgerValues *
ming_ledger_kept_from_json (JsonNode *kept, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (kept) ? json_node_get_object (kept) : NULL;
  gboolean has_settled = object != NULL && json_object_has_member (object, "settled");
  g_autoptr (GPtrArray) rows = object != NULL ? read_rows (object, "rows") : NULL;
  g_autoptr (GPtrArray) settled = has_settled ? read_rows (object, "settled") : NULL;

  if (rows == NULL || (has_settled && settled == NULL)
      || json_object_get_size (object) != (has_settled ? 2 : 1))
    {
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE,
                   _("the rows of the ledger that were kept with the case cannot be read"));
      return NULL;
    }
  return ming_ledger_values_from_rows (rows, settled);
}
