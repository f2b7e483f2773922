/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "../estimate/ming-estimate-lists.h"
#include "core/ming-text.h"
#include "ming-ledger-file.h"
#include "policy/ming-nearest.h"
#include "policy/ming-wording.h"

G_DEFINE_QUARK (ming-ledger-error-quark, ming_ledger_error)

/** How a cell of a spreadsheet becomes the text that a case has. */
typedef enum
{
  CELL_TEXT = 0,
  CELL_DATE,   /* 2025/3/1 */
  CELL_AMOUNT, /* 1,300.00 */
  CELL_LEVEL   /* a spreadsheet makes 2 of 02 */
} CellKind;

/** Column: @in_classes: its name among the "classes" of a case, or NULL. */
typedef struct
{
  const char *key;
  CellKind kind;
  gboolean required;
  const char *in_classes;
} Column;

/* What class B item by item is called among the classes of a case: a list there, one cell here. */
#define ITEMS "b_items"

static const Column columns[] = {
  { "id", CELL_TEXT, FALSE, NULL },
  { "med_type", CELL_TEXT, TRUE, NULL },
  { "hosp_lv", CELL_LEVEL, FALSE, NULL },
  { "begndate", CELL_DATE, TRUE, NULL },
  { "enddate", CELL_DATE, TRUE, NULL },
  { "away", CELL_TEXT, FALSE, NULL },
  { "area", CELL_TEXT, FALSE, NULL },
  { "catalogue", CELL_TEXT, FALSE, NULL },
  { "opsp_dise_code", CELL_TEXT, FALSE, NULL },
  { "transfer", CELL_TEXT, FALSE, NULL },
  { "admission", CELL_TEXT, FALSE, NULL },
  { "acct_inc", CELL_AMOUNT, FALSE, NULL },
  { "medfee_sumamt", CELL_AMOUNT, TRUE, NULL },
  { "fulamt_ownpay_amt", CELL_AMOUNT, FALSE, NULL },
  { "overlmt_selfpay", CELL_AMOUNT, FALSE, NULL },
  { "preselfpay_amt", CELL_AMOUNT, FALSE, NULL },
  { "inscp_scp_amt", CELL_AMOUNT, FALSE, NULL },
  { "class_a", CELL_AMOUNT, FALSE, "a" },
  { "class_b", CELL_AMOUNT, FALSE, "b" },
  { "class_c", CELL_AMOUNT, FALSE, "c" },
  { "first_pay_rate", CELL_TEXT, FALSE, "first_pay_rate" },
  { "class_b_items", CELL_TEXT, FALSE, ITEMS },
};

/* What follows from the visits: written, and passed over when read, since it is worked out anew. */
static const char *const results[] = {
  "act_pay_dedc", "fund_pay_sumamt", "psn_part_amt", "acct_pay", "acct_mulaid_pay", "psn_cash_pay", "balc",
};

/* Where price limits stand in a visit by classes. */
#define OVER_LIMIT "overlmt_selfpay"

/** Reading: @column: index into columns of each cell, -1 for a result. @rows: of MingCsvCell*; @faults: own
 * or the caller's. */
typedef struct
{
  GPtrArray *rows;
  GArray *column;
  GPtrArray *faults;
} Reading;

void
ming_ledger_fault_free (MingLedgerFault *fault)
{
  g_free (fault->key);
  g_free (fault->message);
  g_free (fault);
}

static void
add_fault (GPtrArray *faults, guint line, guint column, const char *key, char *message)
{
  MingLedgerFault *fault = g_new0 (MingLedgerFault, 1);

  fault->line = line;
  fault->column = column;
  fault->key = g_strdup (key);
  fault->message = message;
  g_ptr_array_add (faults, fault);
}

static int
find_column (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].key, key))
      return (int) i;
  return -1;
}

static gboolean
is_result (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    if (g_str_equal (results[i], key))
      return TRUE;
  return FALSE;
}

static char *
describe_unknown (const char *key)
{
  const char *words[G_N_ELEMENTS (columns)];
  g_autofree char *hint = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    words[i] = columns[i].key;
  hint = ming_nearest_hint (key, words, G_N_ELEMENTS (columns));
  return g_strdup_printf (_("there is no column “%s”%s"), key, hint);
}

/* Which column of the file holds @column; -1 when none does. */
static int
find_place (const Reading *reading, int column)
{
  for (guint i = 0; column >= 0 && i < reading->column->len; i++)
    if (g_array_index (reading->column, int, i) == column)
      return (int) i;
  return -1;
}

static void
read_header (Reading *reading, GPtrArray *header)
{
  for (guint i = 0; i < header->len; i++)
    {
      MingCsvCell *cell = g_ptr_array_index (header, i);
      const char *key = g_strstrip (cell->text);
      int column = find_column (key);

      if (column < 0 && *key != '\0' && !is_result (key))
        add_fault (reading->faults, cell->line, i + 1, key, describe_unknown (key));
      if (column >= 0 && find_place (reading, column) >= 0)
        add_fault (reading->faults, cell->line, i + 1, key, g_strdup (_("this column is there twice")));
      g_array_append_val (reading->column, column);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].required && find_place (reading, (int) i) < 0)
      add_fault (reading->faults, 1, 0, NULL,
                 g_strdup_printf (_("the column “%s” is missing"), columns[i].key));
}

/* What cannot be understood stays as it is: the reader of cases says what is wrong with it. */
static char *
normalise (CellKind kind, const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  char buffer[MING_TEXT_FEN_SIZE];
  MingFen fen;
  MingDate date;

  if (kind == CELL_DATE && ming_text_parse_date_entry (text, strlen (text), &date, NULL) == MING_OK
      && ming_text_format_date (date, buffer, sizeof buffer) == MING_OK)
    return g_strdup (buffer);
  if (kind == CELL_AMOUNT && ming_text_parse_fen_entry (text, strlen (text), &fen, NULL) == MING_OK
      && ming_text_format_fen (fen, MING_TEXT_PLAIN, buffer, sizeof buffer) == MING_OK)
    return g_strdup (buffer);
  if (kind == CELL_LEVEL && strlen (text) == 1 && g_ascii_isdigit (*text))
    return g_strdup_printf ("0%s", text);
  /* The apostrophe that keeps a spreadsheet from running a text. */
  if (kind == CELL_TEXT && text[0] == '\'' && text[1] != '\0' && strchr ("=+-@", text[1]) != NULL)
    return g_strdup (text + 1);
  return g_steal_pointer (&text);
}

static gboolean
has_classes (const Reading *reading, GPtrArray *row)
{
  for (guint i = 0; i < row->len && i < reading->column->len; i++)
    {
      int column = g_array_index (reading->column, int, i);

      if (column >= 0 && columns[column].in_classes != NULL
          && *((MingCsvCell *) g_ptr_array_index (row, i))->text != '\0')
        return TRUE;
    }
  return FALSE;
}

/* A list that cannot be read is a fault of its cell, and then no case is made of the table. */
static void
set_items (const Reading *reading, JsonObject *classes, const MingCsvCell *cell, guint place)
{
  g_autoptr (GPtrArray) items = NULL;
  char *fault = NULL;
  gboolean unfinished;
  JsonArray *list;

  items = ming_class_items_read (cell->text, &fault, &unfinished);
  if (items == NULL)
    {
      add_fault (reading->faults, cell->line, place + 1, "class_b_items", fault);
      return;
    }
  list = json_array_new ();
  for (guint i = 0; i < items->len; i++)
    {
      const MingClassItem *item = g_ptr_array_index (items, i);
      g_autofree char *amount = ming_wording_fen (item->amount_fen, MING_TEXT_PLAIN);
      char rate[MING_TEXT_RATE_SIZE] = "";
      JsonObject *object = json_object_new ();

      ming_text_format_rate (item->first_pay_rate, rate, sizeof rate);
      if (strchr (rate, ' ') != NULL) /* "10 %" here, "10%" in a case */
        memmove (strchr (rate, ' '), strchr (rate, ' ') + 1, strlen (strchr (rate, ' ')));
      if (item->name != NULL)
        json_object_set_string_member (object, "name", item->name);
      json_object_set_string_member (object, "amount", amount);
      json_object_set_string_member (object, "first_pay_rate", rate);
      json_array_add_object_element (list, object);
    }
  json_object_set_array_member (classes, ITEMS, list);
}

/* One line as the visit of a case, whose reader knows what a visit may say. */
static JsonObject *
make_visit (const Reading *reading, GPtrArray *row)
{
  JsonObject *visit = json_object_new ();
  JsonObject *classes = has_classes (reading, row) ? json_object_new () : NULL;

  for (guint i = 0; i < row->len && i < reading->column->len; i++)
    {
      int column = g_array_index (reading->column, int, i);
      g_autofree char *text = NULL;

      if (column < 0)
        continue;
      text = normalise (columns[column].kind, ((MingCsvCell *) g_ptr_array_index (row, i))->text);
      if (*text == '\0')
        continue;
      if (g_strcmp0 (columns[column].in_classes, ITEMS) == 0)
        set_items (reading, classes, g_ptr_array_index (row, i), i);
      else if (columns[column].in_classes != NULL)
        json_object_set_string_member (classes, columns[column].in_classes, text);
      else if (classes != NULL && g_str_equal (columns[column].key, OVER_LIMIT))
        json_object_set_string_member (classes, "over_limit", text);
      else
        json_object_set_string_member (visit, columns[column].key, text);
    }
  if (classes != NULL)
    json_object_set_object_member (visit, "classes", classes);
  return visit;
}

static char *
make_case (const Reading *reading)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *visits = json_array_new ();

  json_object_set_string_member (object, "format", "mingsuan-case/1");
  json_object_set_string_member (object, "date", "2000-01-01");
  json_object_set_string_member (object, "insuplc_admdvs", "000000");
  json_object_set_string_member (object, "insutype", "310");
  json_object_set_object_member (object, "person", json_object_new ());
  for (guint i = 1; i < reading->rows->len; i++)
    json_array_add_object_element (visits, make_visit (reading, g_ptr_array_index (reading->rows, i)));
  json_object_set_array_member (object, "visits", visits);
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

/* "/visits/3/classes/a" is a cell of the fifth line. */
static void
place_fault (Reading *reading, const MingFault *fault)
{
  g_auto (GStrv) parts = g_strsplit (fault->pointer, "/", -1);
  guint n = g_strv_length (parts);
  guint index = n > 2 ? (guint) strtoul (parts[2], NULL, 10) + 1 : 1;
  GPtrArray *row = g_ptr_array_index (reading->rows, MIN (index, reading->rows->len - 1));
  const char *key = n > 3 ? parts[n - 1] : "";
  int place = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (columns) && place < 0; i++)
    if (g_strcmp0 (columns[i].in_classes, n > 4 ? key : NULL) == 0 && columns[i].in_classes != NULL)
      place = find_place (reading, (int) i);
  if (place < 0)
    place = find_place (reading, find_column (n > 4 && g_str_equal (key, "over_limit") ? OVER_LIMIT : key));
  if (place >= 0 && place < (int) row->len)
    add_fault (reading->faults, ((MingCsvCell *) g_ptr_array_index (row, (guint) place))->line,
               (guint) place + 1, columns[g_array_index (reading->column, int, place)].key,
               g_strdup (fault->message));
  else
    add_fault (reading->faults, ((MingCsvCell *) g_ptr_array_index (row, 0))->line, 0, NULL,
               g_strdup (fault->message));
}

/* A line has as many cells as the header; empty ones after them are a spreadsheet's. */
static void
check_lengths (Reading *reading)
{
  for (guint i = 1; i < reading->rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (reading->rows, i);
      guint n = row->len;

      while (n > reading->column->len && *((MingCsvCell *) g_ptr_array_index (row, n - 1))->text == '\0')
        n--;
      if (n != reading->column->len)
        add_fault (reading->faults, ((MingCsvCell *) g_ptr_array_index (row, 0))->line, 0, NULL,
                   g_strdup_printf (_("%u cells, but the header has %u"), n, reading->column->len));
    }
}

static MingCase *
read_visits (Reading *reading)
{
  g_autofree char *text = make_case (reading);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_fault_free);
  MingCase *input;

  if (reading->faults->len > 0)
    return NULL;
  input = ming_case_parse (text, -1, faults, NULL);

  for (guint i = 0; i < faults->len; i++)
    place_fault (reading, g_ptr_array_index (faults, i));
  return input;
}

static gboolean
check_faults (const Reading *reading, MingLedgerError code, GError **error)
{
  const MingLedgerFault *first = reading->faults->len > 0 ? g_ptr_array_index (reading->faults, 0) : NULL;

  if (first == NULL)
    return TRUE;
  g_set_error (error, MING_LEDGER_ERROR, (int) code, _("Line %u: %s"), first->line, first->message);
  return FALSE;
}

static MingCase *
read_table (Reading *reading, GError **error)
{
  g_autoptr (MingCase) input = NULL;

  if (reading->rows->len > 0)
    read_header (reading, g_ptr_array_index (reading->rows, 0));
  if (!check_faults (reading, MING_LEDGER_ERROR_HEADER, error))
    return NULL;
  if (reading->rows->len < 2)
    {
      g_set_error_literal (error, MING_LEDGER_ERROR, MING_LEDGER_ERROR_EMPTY,
                           _("There is no visit in the file"));
      return NULL;
    }
  if (reading->rows->len - 1 > MING_LEDGER_ROWS_MAX)
    {
      g_set_error (error, MING_LEDGER_ERROR, MING_LEDGER_ERROR_SIZE,
                   _("%u visits; a ledger has room for %d"), reading->rows->len - 1, MING_LEDGER_ROWS_MAX);
      return NULL;
    }
  check_lengths (reading);
  if (!check_faults (reading, MING_LEDGER_ERROR_CELL, error))
    return NULL;
  input = read_visits (reading);
  if (!check_faults (reading, MING_LEDGER_ERROR_CELL, error))
    return NULL;
  return g_steal_pointer (&input);
}

MingCase *
ming_ledger_csv_parse (const char *text, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) rows = ming_csv_scan (text, error);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_ledger_fault_free);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (int));
  Reading reading = { rows, places, faults != NULL ? faults : own };

  return rows != NULL ? read_table (&reading, error) : NULL;
}

static void
append (GString *out, const char *text)
{
  ming_csv_append (out, text);
  g_string_append_c (out, ',');
}

/* In the place of the comma after the last cell. */
static void
end_line (GString *out)
{
  g_string_truncate (out, out->len - 1);
  g_string_append (out, "\r\n");
}

static void
append_fen (GString *out, MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (fen, MING_TEXT_PLAIN, text, sizeof text);
  append (out, text);
}

static const char *
get_text (JsonObject *visit, const Column *column)
{
  JsonObject *classes = json_object_has_member (visit, "classes")
                            ? json_object_get_object_member (visit, "classes") : NULL;
  const char *key = column->in_classes != NULL ? column->in_classes : column->key;
  JsonObject *object = column->in_classes != NULL ? classes : visit;

  if (classes != NULL && g_str_equal (column->key, OVER_LIMIT))
    {
      object = classes;
      key = "over_limit";
    }
  return object != NULL ? json_object_get_string_member_with_default (object, key, "") : "";
}

/* What was paid for visit @number: a stay divided at the year's end has two results. */
static void
append_results (GString *out, const MingEstimate *estimate, const char *number)
{
  MingFen sum_fen[G_N_ELEMENTS (results)] = { 0 };
  const MingVisitResult *last = NULL;

  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);
      const MingSettlement *settlement = &result->settlement;
      MingFen family_fen;

      if (g_strcmp0 (result->visit->id, number) != 0 || result->outcome != MING_OUTCOME_KNOWN)
        continue;
      last = result;
      family_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_MULAID);
      sum_fen[0] += settlement->act_dedc_fen;
      sum_fen[1] += settlement->fund_fen;
      sum_fen[2] += settlement->person_fen;
      sum_fen[3] += ming_bill_paid_by (&settlement->bill, MING_PAYER_ACCT) + family_fen;
      sum_fen[4] += family_fen;
      sum_fen[5] += ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH);
      sum_fen[6] = settlement->purse_after.own_fen;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    if (last == NULL || (i == 6 && !last->balance_known))
      append (out, "");
    else
      append_fen (out, sum_fen[i]);
}

static void
append_items (GString *out, const MingCaseVisit *visit)
{
  g_autofree char *items
      = visit->class_b_items != NULL ? ming_class_items_write (visit->class_b_items) : NULL;

  append (out, items != NULL ? items : "");
}

char *
ming_ledger_csv_print (const MingCase *input, const MingLedger *ledger)
{
  g_autoptr (JsonNode) root = ming_case_to_json (input);
  JsonArray *visits = json_object_get_array_member (json_node_get_object (root), "visits");
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    append (out, columns[i].key);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    append (out, results[i]);
  end_line (out);
  for (guint i = 0; i < json_array_get_length (visits); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      for (gsize j = 0; j < G_N_ELEMENTS (columns); j++)
        if (g_strcmp0 (columns[j].in_classes, ITEMS) == 0)
          append_items (out, g_ptr_array_index (input->visits, i));
        else
          append (out, get_text (json_array_get_object_element (visits, i), &columns[j]));
      append_results (out, ledger->estimate, number);
      end_line (out);
    }
  return g_string_free (out, FALSE);
}
