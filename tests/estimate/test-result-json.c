/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"
#include "core/ming-text.h"

/* The result as JSON: its shape, the identities of the national record, and that money is never a number. */

/* Strings, booleans, lists, objects and nothing else: a JSON number would pass through binary fractions. */
static void
check_values (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        check_values (l->data);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        check_values (json_array_get_element (array, i));
    }
  else
    {
      g_assert_true (JSON_NODE_HOLDS_VALUE (node));
      g_assert_true (json_node_get_value_type (node) == G_TYPE_STRING
                     || json_node_get_value_type (node) == G_TYPE_BOOLEAN);
    }
}

/* All members of @object are named in @names, and those without a question mark are all there. */
static void
check_members (JsonObject *object, const char *const *names)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *optional = g_strconcat (l->data, "?", NULL);

      if (!g_strv_contains (names, l->data) && !g_strv_contains (names, optional))
        g_test_message ("nobody knows member %s", (char *) l->data);
      g_assert_true (g_strv_contains (names, l->data) || g_strv_contains (names, optional));
    }
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_has_suffix (names[i], "?"))
      {
        if (!json_object_has_member (object, names[i]))
          g_test_message ("no member %s", names[i]);
        g_assert_true (json_object_has_member (object, names[i]));
      }
}

static MingFen
fen_of (JsonObject *object, const char *name)
{
  const char *text = json_object_get_string_member (object, name);
  MingFen fen = -1;

  g_assert_cmpint (ming_text_parse_fen (text, strlen (text), &fen), ==, MING_OK);
  return fen;
}

/* I1 to I4. */
static void
check_record (JsonObject *record)
{
  static const char *const funds[] = { "hifp_pay",  "hifob_pay", "hifmi_pay", "cvlserv_pay",
                                       "hifes_pay", "maf_pay",   "oth_pay" };
  MingFen fund_fen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (funds); i++)
    fund_fen += fen_of (record, funds[i]);
  g_assert_cmpint (fen_of (record, "medfee_sumamt"), ==,
                   fen_of (record, "fulamt_ownpay_amt") + fen_of (record, "overlmt_selfpay")
                       + fen_of (record, "preselfpay_amt") + fen_of (record, "inscp_scp_amt"));
  g_assert_cmpint (fen_of (record, "fund_pay_sumamt"), ==, fund_fen);
  g_assert_cmpint (fen_of (record, "medfee_sumamt"), ==,
                   fund_fen + fen_of (record, "psn_part_amt") + fen_of (record, "hosp_part_amt"));
  g_assert_cmpint (fen_of (record, "psn_part_amt"), ==,
                   fen_of (record, "acct_pay") + fen_of (record, "psn_cash_pay"));
}

/* I5, and the rows of the table against their sums. */
static void
check_rows (JsonObject *visit, JsonObject *record)
{
  JsonArray *details = json_object_get_array_member (visit, "setldetail");
  JsonArray *rows = json_object_get_array_member (visit, "segments");
  MingFen detail_fen = fen_of (record, "psn_cash_pay"), rows_fen = 0;

  for (guint i = 0; i < json_array_get_length (details); i++)
    detail_fen += fen_of (json_array_get_object_element (details, i), "fund_payamt");
  g_assert_cmpint (detail_fen, ==, fen_of (record, "medfee_sumamt"));
  for (guint i = 0; i < json_array_get_length (rows); i++)
    rows_fen += fen_of (json_array_get_object_element (rows, i), "amount");
  g_assert_cmpint (rows_fen, ==, fen_of (record, "medfee_sumamt"));
}

static const char *const step_names[] = { "code",     "title",     "formula",   "amount",
                                          "sentence", "inputs",    "matched",   "why_not",
                                          "rounding", "citations", "evidence?", NULL };

static void
check_steps (JsonArray *steps)
{
  for (guint i = 0; i < json_array_get_length (steps); i++)
    check_members (json_array_get_object_element (steps, i), step_names);
}

static void
check_visit (JsonObject *visit)
{
  static const char *const names[] = { "id?",         "med_type",    "date",       "outcome",
                                       "messages",    "dedc_std?",   "crt_dedc?",  "act_pay_dedc?",
                                       "setlinfo?",   "setldetail?", "segments?",  "items?",
                                       "layers?",     "steps?",      "distances?", "year_before?",
                                       "year_after?", "burden?",     "family?",    "catalogue?",
                                       NULL };
  gboolean known = g_str_equal (json_object_get_string_member (visit, "outcome"), "known");
  JsonObject *record;

  check_members (visit, names);
  g_assert_cmpint (json_object_has_member (visit, "setlinfo"), ==, known);
  if (!known)
    {
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (visit, "messages")), >, 0);
      return;
    }
  record = json_object_get_object_member (visit, "setlinfo");
  check_record (record);
  check_rows (visit, record);
  check_steps (json_object_get_array_member (visit, "steps"));
}

static void
check_result (JsonNode *node)
{
  static const char *const names[] = { "format",         "receipt",  "date",
                                       "insuplc_admdvs", "insutype", "scheme",
                                       "demonstration",  "age?",     "evidence",
                                       "cautions",       "gaps",     "account_credit",
                                       "contribution",   "visits",   "tax_deduction?",
                                       "account_debit?", NULL };
  static const char *const receipt[] = { "code", "engine", "pack", "revision", "sha256", NULL };
  JsonObject *object = json_node_get_object (node);
  JsonArray *visits;

  check_values (node);
  check_members (object, names);
  check_members (json_object_get_object_member (object, "receipt"), receipt);
  g_assert_cmpstr (json_object_get_string_member (object, "format"), ==, "mingsuan-result/1");
  visits = json_object_get_array_member (object, "visits");
  for (guint i = 0; i < json_array_get_length (visits); i++)
    check_visit (json_array_get_object_element (visits, i));
}

/* Every case there is. */
static void
test_cases (void)
{
  g_autoptr (GPtrArray) files = asking_list_files ();

  for (guint i = 0; i < files->len; i++)
    {
      MingLibrary *library = NULL;
      g_autoptr (MingCase) input = asking_case_of_file (g_ptr_array_index (files, i), &library);
      g_autoptr (MingEstimate) answer = asking_answer (library, input);
      g_autoptr (JsonNode) node = ming_estimate_to_json (answer);

      g_test_message ("%s", (char *) g_ptr_array_index (files, i));
      check_result (node);
    }
}

/* What is known is there, what is not says why instead; a count is a text as well. */
static void
test_outcomes (void)
{
  g_autoptr (MingEstimate) answer = asking_answer_text (
      asking_own (),
      "{\"format\": \"mingsuan-case/1\", \"insuplc_admdvs\": \"999100\", \"insutype\": \"310\", "
      "\"date\": \"2025-11-03\", \"person\": {\"psn_type\": \"1201\", \"age\": \"81\"}, "
      "\"visits\": [{\"id\": "
      "\"x\", \"med_type\": \"14\", \"begndate\": \"2025-10-14\", \"enddate\": \"2025-10-14\", "
      "\"medfee_sumamt\": \"1\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", "
      "\"preselfpay_amt\": \"0\"}]}");
  g_autoptr (JsonNode) node = ming_estimate_to_json (answer);
  JsonObject *object = json_node_get_object (node);
  JsonObject *visit = json_array_get_object_element (json_object_get_array_member (object, "visits"), 0);

  check_result (node);
  g_assert_cmpstr (json_object_get_string_member (object, "age"), ==, "81");
  g_assert_true (json_object_get_boolean_member (object, "demonstration"));
  g_assert_cmpstr (json_object_get_string_member (visit, "outcome"), ==, "no-rule");
  g_assert_cmpstr (json_object_get_string_member (visit, "id"), ==, "x");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "account_credit"),
                                                  "outcome"),
                   ==, "unknown");
  g_assert_true (
      json_object_has_member (json_object_get_object_member (object, "account_credit"), "message"));
  g_assert_false (json_object_has_member (json_object_get_object_member (object, "account_credit"), "month"));
}

/* The numbers of a case worked by hand, under their national names. */
static void
test_numbers (void)
{
  MingLibrary *library = NULL;
  g_autoptr (MingCase) input = asking_case_of_file ("beijing/retired-50000.json", &library);
  g_autoptr (MingEstimate) answer = asking_answer (library, input);
  g_autoptr (JsonNode) node = ming_estimate_to_json (answer);
  JsonObject *object = json_node_get_object (node);
  JsonObject *visit = json_array_get_object_element (json_object_get_array_member (object, "visits"), 0);
  JsonObject *record = json_object_get_object_member (visit, "setlinfo");
  JsonObject *row = json_array_get_object_element (json_object_get_array_member (visit, "segments"), 1);

  g_assert_cmpstr (json_object_get_string_member (record, "hifp_pay"), ==, "45217.00");
  g_assert_cmpstr (json_object_get_string_member (record, "oth_pay"), ==, "1741.50");
  g_assert_cmpstr (json_object_get_string_member (visit, "act_pay_dedc"), ==, "1300.00");
  g_assert_false (json_object_has_member (record, "balc")); /* nobody said what is in the account */
  g_assert_cmpstr (json_object_get_string_member (row, "polItemCode"), ==, "C001");
  g_assert_cmpstr (json_object_get_string_member (row, "hifp_pay"), ==, "26117.00");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "account_credit"),
                                                  "month"),
                   ==, "110.00");
}

/* The same answer gives the same bytes. */
static void
test_same_bytes (void)
{
  MingLibrary *library = NULL;
  g_autoptr (MingCase) input = asking_case_of_file ("beijing/two-stays.json", &library);
  g_autoptr (MingEstimate) a = asking_answer (library, input);
  g_autoptr (MingEstimate) b = asking_answer (library, input);
  g_autoptr (JsonNode) node_a = ming_estimate_to_json (a);
  g_autoptr (JsonNode) node_b = ming_estimate_to_json (b);
  g_autofree char *text_a = json_to_string (node_a, TRUE);
  g_autofree char *text_b = json_to_string (node_b, TRUE);

  g_assert_cmpstr (text_a, ==, text_b);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("zh");
  g_test_add_func ("/result-json/cases", test_cases);
  g_test_add_func ("/result-json/outcomes", test_outcomes);
  g_test_add_func ("/result-json/numbers", test_numbers);
  g_test_add_func ("/result-json/same-bytes", test_same_bytes);
  return g_test_run ();
}
