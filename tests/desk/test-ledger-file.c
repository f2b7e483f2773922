/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib.h>

#include "desk/ledger/ming-ledger-file.h"
#include "counter.h"

/* Ledgers in files: what is written is read back, and what is wrong is named with its place. */

#define HEADER "med_type,hosp_lv,begndate,enddate,medfee_sumamt,fulamt_ownpay_amt,overlmt_selfpay," \
               "preselfpay_amt\n"
#define STAY "21,02,2025-03-01,2025-03-10,50000.00,0.00,0.00,0.00\n"

static MingLedgerForm *
show (MingSession *session, const MingLedgerValues *values)
{
  return ming_ledger_form_new (values, ming_session_get_values (session), ming_session_get_world (session));
}

static MingSession *
open_counter (void)
{
  MingSession *session = counter_open ();

  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1101");
  ming_session_set_field (session, MING_FIELD_AGE, "40");
  return session;
}

/* One stay by the four classes, one by catalogue, with a label that a spreadsheet would run. */
static MingCase *
write_case (void)
{
  static const char *const text
      = "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-11-03\", \"insuplc_admdvs\": \"110000\","
        " \"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\", \"age\": \"40\"}, \"visits\": ["
        " {\"id\": \"=1+1, \\\"x\\\"\", \"med_type\": \"21\", \"hosp_lv\": \"02\","
        "  \"begndate\": \"2025-03-01\", \"enddate\": \"2025-03-10\", \"catalogue\": \"place\","
        "  \"medfee_sumamt\": \"50000.00\","
        "  \"fulamt_ownpay_amt\": \"0.00\", \"overlmt_selfpay\": \"0.00\", \"preselfpay_amt\": \"0.00\"},"
        " {\"med_type\": \"21\", \"hosp_lv\": \"05\", \"begndate\": \"2025-09-01\", \"transfer\": \"1\","
        "  \"enddate\": \"2025-09-15\", \"medfee_sumamt\": \"18000.00\", \"acct_inc\": \"120.00\","
        "  \"classes\": {\"a\": \"12000.00\", \"b\": \"5000.00\", \"c\": \"1000.00\","
        "  \"first_pay_rate\": \"10%\", \"over_limit\": \"50.00\"}}]}";
  g_autoptr (GError) error = NULL;
  MingCase *input = ming_case_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return input;
}

static char *
print_visits (const MingCase *input)
{
  g_autoptr (JsonNode) root = ming_case_to_json (input);
  JsonNode *visits = json_object_get_member (json_node_get_object (root), "visits");

  return json_to_string (visits, TRUE);
}

/* Read, typed, written, read: nothing of a visit is lost on the way, in either form. */
static void
test_there_and_back (gconstpointer csv)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCase) input = write_case ();
  g_autoptr (MingLedgerValues) values = ming_ledger_values_from_case (input);
  g_autoptr (MingLedgerForm) form = show (session, values);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (MingCase) again = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expected = print_visits (input);
  g_autofree char *written = NULL;
  gboolean has_person = FALSE;
  gsize length;
  const char *data;

  g_assert_true (form->complete);
  file = ming_ledger_write (form, ming_session_get_world (session)->library, csv != NULL);
  g_assert_nonnull (file);
  data = g_bytes_get_data (file, &length);
  again = ming_ledger_read (data, length, &has_person, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (again);
  g_assert_cmpint (has_person, ==, csv == NULL);
  written = print_visits (again);
  if (csv != NULL)
    {
      g_assert_cmpmem (data, 3, "\xef\xbb\xbf", 3);
      g_assert_nonnull (g_strstr_len (data, (gssize) length, ",42895.00,7105.00,"));
    }
  else
    g_assert_cmpstr (again->insuplc_admdvs, ==, "110000");
  /* The estimate's own defaults (at home, in the city) are written down. */
  {
    g_autoptr (GString) plain = g_string_new (written);

    g_string_replace (plain, "    \"away\" : \"home\",\n", "", 0);
    g_assert_cmpstr (plain->str, ==, expected);
  }
}

static void
test_spreadsheet (void)
{
  static const char *const text
      = "\xef\xbb\xbfmed_type,hosp_lv,begndate,enddate,medfee_sumamt,fulamt_ownpay_amt,overlmt_selfpay,"
        "preselfpay_amt,fund_pay_sumamt\r\n"
        "21,2,2025/3/1,2025/3/10,\"50,000.00\",0,0,0,999\r\n,,,,,,,,\r\n\r\n";
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean has_person = TRUE;
  g_autoptr (MingCase) input = ming_ledger_read (text, strlen (text), &has_person, problems);
  const MingCaseVisit *visit;

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (input);
  g_assert_false (has_person);
  g_assert_cmpuint (input->visits->len, ==, 1);
  visit = g_ptr_array_index (input->visits, 0);
  g_assert_cmpstr (visit->hosp_lv, ==, "02");
  g_assert_cmpint (visit->medfee_sumamt.fen, ==, 5000000);
  g_assert_cmpint (visit->inscp_scp_amt.fen, ==, 5000000);
  g_assert_cmpint (visit->begndate.day, ==, 1);
}

static void
test_gb18030 (void)
{
  g_autofree char *text
      = g_strconcat ("id,", HEADER, "协和三月,", STAY, NULL);
  gsize length = 0;
  g_autofree char *encoded = g_convert (text, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean has_person;
  g_autoptr (MingCase) input = NULL;

  g_assert_nonnull (encoded);
  g_assert_false (g_utf8_validate (encoded, (gssize) length, NULL));
  input = ming_ledger_read (encoded, length, &has_person, problems);
  g_assert_nonnull (input);
  g_assert_cmpstr (((MingCaseVisit *) g_ptr_array_index (input->visits, 0))->id, ==, "协和三月");
}

/** What is wrong with a table: the error, and where. */
typedef struct
{
  const char *name;
  const char *text;
  int code;
  guint line;
  guint column;
} Broken;

static const Broken broken[] = {
  { "unknown-column", "med_typ,begndate,enddate,medfee_sumamt\n", MING_LEDGER_ERROR_HEADER, 1, 1 },
  { "column-twice", "med_type,begndate,enddate,medfee_sumamt,med_type\n", MING_LEDGER_ERROR_HEADER, 1, 5 },
  { "no-column", "med_type,begndate,enddate\n", MING_LEDGER_ERROR_HEADER, 1, 0 },
  { "no-visit", HEADER, MING_LEDGER_ERROR_EMPTY, 0, 0 },
  { "bad-date", HEADER STAY "21,02,2025-06-01,2025-06-31,1.00,0.00,0.00,0.00\n", MING_LEDGER_ERROR_CELL,
    3, 4 },
  { "bad-amount", HEADER "21,02,2025-06-01,2025-06-02,1x,0.00,0.00,0.00\n", MING_LEDGER_ERROR_CELL, 2, 5 },
  { "negative", HEADER "21,02,2025-06-01,2025-06-02,1.00,-1,0.00,0.00\n", MING_LEDGER_ERROR_CELL, 2, 6 },
  { "no-total", HEADER "21,02,2025-06-01,2025-06-02,,0.00,0.00,0.00\n", MING_LEDGER_ERROR_CELL, 2, 5 },
  { "bad-level", HEADER "21,12,2025-06-01,2025-06-02,1.00,0.00,0.00,0.00\n", MING_LEDGER_ERROR_CELL, 2, 2 },
  { "unbalanced", HEADER "21,02,2025-06-01,2025-06-02,1.00,2.00,0.00,0.00\n", MING_LEDGER_ERROR_CELL, 2, 0 },
  { "out-of-order", HEADER STAY "21,02,2025-01-01,2025-01-02,1.00,0.00,0.00,0.00\n", MING_LEDGER_ERROR_CELL,
    3, 4 },
  { "too-many-cells", HEADER "21,02,2025-06-01,2025-06-02,1.00,0.00,0.00,0.00,9\n", MING_LEDGER_ERROR_CELL, 2,
    0 },
  { "too-few-cells", HEADER "21,02\n", MING_LEDGER_ERROR_CELL, 2, 0 },
  { "bad-class", "med_type,begndate,enddate,medfee_sumamt,class_a,class_b,class_c,first_pay_rate\n"
                 "21,2025-06-01,2025-06-02,3.00,1.00,1.00,1.00,110%\n", MING_LEDGER_ERROR_CELL, 2, 8 },
  { "over-limit", "med_type,begndate,enddate,medfee_sumamt,overlmt_selfpay,class_a,class_b,class_c\n"
                  "21,2025-06-01,2025-06-02,3.00,9.00,1.00,0.00,2.00\n", MING_LEDGER_ERROR_CELL, 2, 5 },
  { "line-of-a-long-cell", "balc," HEADER "\"a\nb\"," STAY "c,21,02,2025-06-01,2025-06-02,y,0,0,0\n",
    MING_LEDGER_ERROR_CELL, 4, 6 },
};

static void
test_broken (gconstpointer data)
{
  const Broken *file = data;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_ledger_fault_free);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  gboolean has_person;

  g_assert_null (ming_ledger_csv_parse (file->text, faults, &error));
  g_assert_error (error, MING_LEDGER_ERROR, file->code);
  if (file->line > 0)
    {
      const MingLedgerFault *fault;

      g_assert_cmpuint (faults->len, >, 0);
      fault = g_ptr_array_index (faults, 0);
      g_assert_cmpuint (fault->line, ==, file->line);
      g_assert_cmpuint (fault->column, ==, file->column);
      g_assert_cmpint (fault->key != NULL, ==, file->column > 0);
    }
  g_assert_null (ming_ledger_read (file->text, strlen (file->text), &has_person, problems));
  g_assert_cmpuint (problems->len, ==, MAX (faults->len, 1));
}

/* Every fault of a file is named, not the first alone. */
static void
test_all_faults (void)
{
  static const char *const text = HEADER "21,2,2025-06-01,2025-06-02,a,0.00,0.00,0.00\n"
                                         "21,2,2025-06-03,2025-06-04,1.00,b,0.00,c\n";
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean has_person;

  g_assert_null (ming_ledger_read (text, strlen (text), &has_person, problems));
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "medfee_sumamt"));
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 2), "preselfpay_amt"));
}

static void
test_no_table (void)
{
  static const char two_bytes[] = "\xff\xfem\0e\0d\0";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean has_person;

  g_assert_null (ming_csv_decode (two_bytes, sizeof two_bytes - 1, &error));
  g_assert_error (error, MING_CSV_ERROR, MING_CSV_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (ming_csv_decode ("\x81\x20", 2, &error));
  g_assert_error (error, MING_CSV_ERROR, MING_CSV_ERROR_ENCODING);
  g_clear_error (&error);
  g_assert_null (ming_csv_scan ("a,\"b\nc", &error));
  g_assert_error (error, MING_CSV_ERROR, MING_CSV_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (ming_csv_scan ("a,b\"c\n", &error));
  g_assert_error (error, MING_CSV_ERROR, MING_CSV_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (ming_csv_scan ("a,\"b\"c\n", &error));
  g_assert_error (error, MING_CSV_ERROR, MING_CSV_ERROR_SYNTAX);

  g_assert_null (ming_ledger_read (" \n", 2, &has_person, problems));
  g_assert_null (ming_ledger_read ("{\"format\": 1}", 13, &has_person, problems));
  g_assert_null (ming_ledger_read ("{", 1, &has_person, problems));
  g_assert_cmpuint (problems->len, >=, 3);
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i <= MING_LEDGER_ROWS_MAX; i++)
    g_string_append (text, STAY);
  g_assert_null (ming_ledger_csv_parse (text->str, NULL, &error));
  g_assert_error (error, MING_LEDGER_ERROR, MING_LEDGER_ERROR_SIZE);
}

/* A row that is not worked out is not written: the file would be another ledger. */
static void
test_incomplete (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLedgerValues) values = ming_ledger_values_new ();
  g_autoptr (MingLedgerForm) form = NULL;

  ming_ledger_values_set (values, 0, MING_LEDGER_TOTAL, "100");
  form = show (session, values);
  g_assert_null (ming_ledger_write (form, ming_session_get_world (session)->library, TRUE));
  g_assert_null (ming_ledger_write (form, ming_session_get_world (session)->library, FALSE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/ledger-file/json-there-and-back", NULL, test_there_and_back);
  g_test_add_data_func ("/ledger-file/csv-there-and-back", "csv", test_there_and_back);
  g_test_add_func ("/ledger-file/spreadsheet", test_spreadsheet);
  g_test_add_func ("/ledger-file/gb18030", test_gb18030);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/ledger-file/broken/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  g_test_add_func ("/ledger-file/all-faults", test_all_faults);
  g_test_add_func ("/ledger-file/no-table", test_no_table);
  g_test_add_func ("/ledger-file/too-many", test_too_many);
  g_test_add_func ("/ledger-file/incomplete", test_incomplete);
  return g_test_run ();
}
