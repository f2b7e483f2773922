/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"
#include "formula.h"
#include "estimate/ming-ledger.h"

/*
 * The account over two benefit years, pack tests/cases/packs/998200-310.json: 100.00 credited a month,
 * in 2024 8.00 of it withheld, 1.2 % interest a year on the month-end balances.
 */

#define VISIT(day)                                                                                           \
  "{\"med_type\": \"11\", \"hosp_lv\": \"02\", \"begndate\": \"" day "\", \"enddate\": \"" day               \
  "\", \"medfee_sumamt\": \"100.00\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", "            \
  "\"preselfpay_amt\": \"0\"}"

static MingLedger *
ask (const char *balance)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-01-20\", \"insuplc_admdvs\": \"998200\", "
      "\"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\", \"balc\": \"%s\"}, \"visits\": [%s, %s]}",
      balance, VISIT ("2024-11-10"), VISIT ("2025-01-20"));
  g_autoptr (MingCase) input = asking_parse (text);
  g_autoptr (GError) error = NULL;
  MingLedger *ledger = ming_ledger_new (asking_packs (), input, &error);

  g_assert_no_error (error);
  return ledger;
}

static const MingLedgerMonth *
month_of (const MingLedger *ledger, guint index)
{
  g_assert_cmpuint (index, <, ledger->months->len);
  return g_ptr_array_index (ledger->months, index);
}

/*
 * November: 1000 − 50 = 950.00. December: + 100 − 8 = 1042.00; interest (950 + 1042) × 0.1 % = 1.992 → 1.99.
 * January: 1043.99 + 100 − 50 = 1093.99; then + 100 a month. Interest of 2025: (12 × 1093.99 + 66 × 100)
 * × 0.1 % = 19.72788 → 19.73; December 2025: 2193.99 + 19.73.
 */
static void
test_carried_over (void)
{
  g_autoptr (MingLedger) ledger = ask ("1000.00");

  g_assert_cmpuint (ledger->months->len, ==, 14);
  g_assert_cmpint (month_of (ledger, 0)->balance_fen, ==, 95000);
  g_assert_cmpint (month_of (ledger, 1)->credit_fen, ==, 10000);
  g_assert_cmpint (month_of (ledger, 1)->debit_fen, ==, 800);
  g_assert_cmpint (month_of (ledger, 1)->interest_fen, ==, 199);
  g_assert_cmpint (month_of (ledger, 1)->balance_fen, ==, 104399);
  g_assert_cmpint (month_of (ledger, 2)->paid_fen, ==, 5000);
  g_assert_cmpint (month_of (ledger, 2)->debit_fen, ==, 0);
  g_assert_cmpint (month_of (ledger, 2)->balance_fen, ==, 109399);
  g_assert_cmpint (month_of (ledger, 13)->interest_fen, ==, 1973);
  g_assert_cmpint (month_of (ledger, 13)->balance_fen, ==, 221372);
  g_assert_cmpuint (ledger->interest->len, ==, 2);
  g_assert_true (asking_has_text (ledger->messages, "withheld from the account: no rule on 2025-01-01"));
}

/* The account's own share of the second visit comes from what the months brought, interest included. */
static void
test_paid_from_credits (void)
{
  g_autoptr (MingLedger) ledger = ask ("0.00");

  /* November: 0. December: 92.00, interest 0.09. January: 192.09 − 50. */
  g_assert_cmpint (month_of (ledger, 0)->balance_fen, ==, 0);
  g_assert_cmpint (month_of (ledger, 1)->balance_fen, ==, 9209);
  g_assert_cmpint (month_of (ledger, 2)->balance_fen, ==, 14209);
  g_assert_cmpint (ask_visit (ledger->estimate, 1)->visit->acct_inc.fen, ==, 19209);
}

/* How the interest was found, in both languages; the formula is worked out by a calculator of its own. */
static void
test_interest_explained (void)
{
  static const char *const languages[] = { "zh", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MingLedger) ledger = NULL;
      g_autofree char *text = NULL;
      g_autofree char *file = g_strdup_printf ("interest.%s.txt", languages[i]);

      asking_speak (languages[i]);
      ledger = ask ("1000.00");
      for (guint k = 0; k < ledger->interest->len; k++)
        {
          g_autofree char *why = NULL;

          g_assert_true (formula_agrees (g_ptr_array_index (ledger->interest, k), &why));
        }
      text = asking_print_steps (ledger->interest);
      asking_compare (file, text);
    }
}

/*
 * Months without credit: from December on contributions are in arrears. December then brings nothing, not
 * even what would be withheld; the visit of January finds what November left, and 0.95 × 2 of interest.
 */
static void
test_uncredited (void)
{
  g_autoptr (MingCase) input = asking_parse (
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-01-20\", \"insuplc_admdvs\": \"998200\", "
      "\"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\", \"balc\": \"1000.00\", \"uncredited\": "
      "[{\"from\": \"2024-12\", \"to\": \"2025-02\", \"why\": \"arrears\"}]}, "
      "\"visits\": [" VISIT ("2024-11-10") ", "
      VISIT ("2025-01-20") "]}");
  g_autoptr (MingLedger) ledger = ming_ledger_new (asking_packs (), input, NULL);
  g_autoptr (JsonNode) node = ming_ledger_to_json (ledger, NULL);
  JsonArray *months = json_object_get_array_member (json_node_get_object (node), "months");
  JsonObject *january;

  g_assert_cmpint (month_of (ledger, 0)->balance_fen, ==, 95000);
  g_assert_cmpint (month_of (ledger, 1)->credit_fen, ==, 0);
  g_assert_cmpint (month_of (ledger, 1)->interest_fen, ==, 190);
  g_assert_cmpint (month_of (ledger, 1)->balance_fen, ==, 95190);
  g_assert_cmpint (month_of (ledger, 2)->balance_fen, ==, 90190); /* 951.90 − 50 */
  g_assert_cmpint (month_of (ledger, 3)->balance_fen, ==, 90190);
  g_assert_cmpint (month_of (ledger, 4)->balance_fen, ==, 100190);
  g_assert_null (month_of (ledger, 0)->uncredited);
  g_assert_cmpstr (month_of (ledger, 3)->uncredited->why, ==, "arrears");
  g_assert_true (asking_has_text (ledger->messages, "From 2024-12 to 2025-02 nothing is credited"));
  january = json_array_get_object_element (months, 2);
  g_assert_cmpstr (json_object_get_string_member (january, "uncredited"), ==, "arrears");
  g_assert_false (json_object_has_member (json_array_get_object_element (months, 4), "uncredited"));
}

static void
test_json (void)
{
  g_autoptr (MingLedger) ledger = ask ("1000.00");
  g_autoptr (JsonNode) node = ming_ledger_to_json (ledger, NULL);
  JsonArray *months = json_object_get_array_member (json_node_get_object (node), "months");
  JsonObject *december = json_array_get_object_element (months, 1);

  g_assert_cmpstr (json_object_get_string_member (december, "month"), ==, "2024-12");
  g_assert_cmpstr (json_object_get_string_member (december, "debit"), ==, "8.00");
  g_assert_cmpstr (json_object_get_string_member (december, "interest"), ==, "1.99");
  g_assert_false (json_object_has_member (json_array_get_object_element (months, 2), "debit"));
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (node), "interest")), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("en");
  g_test_add_func ("/ledger/carried-over", test_carried_over);
  g_test_add_func ("/ledger/paid-from-credits", test_paid_from_credits);
  g_test_add_func ("/ledger/uncredited", test_uncredited);
  g_test_add_func ("/ledger/json", test_json);
  g_test_add_func ("/ledger/interest-explained", test_interest_explained);
  return g_test_run ();
}
