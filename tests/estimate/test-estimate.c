/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"
#include "estimate/ming-estimate-private.h"

/* From a case to its answer, with the pack tests/estimate/packs/999100-310.json: benefit year from 1 July. */

/* 1103 and 1203 are flexible employment by their code, unless the case says otherwise. */
static void
test_facts (void)
{
  static const struct
  {
    const char *person, *flexible;
  } cases[] = {
    { "{}", "0" },
    { "{\"psn_type\": \"1101\"}", "0" },
    { "{\"psn_type\": \"1103\"}", "1" },
    { "{\"psn_type\": \"1203\"}", "1" },
    { "{\"psn_type\": \"1503\"}", "0" },
    { "{\"psn_type\": \"1101\", \"flxempe_flag\": \"1\"}", "1" },
    { "{\"psn_type\": \"1103\", \"flxempe_flag\": \"0\"}", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf (OWN_HEAD "\"date\": \"2025-11-03\", \"person\": %s}", cases[i].person);
      g_autoptr (MingCase) input = asking_parse (text);
      MingFacts facts = ming_estimate_person_facts (input, &input->date);

      g_assert_cmpstr (facts.text[MING_FACT_FLXEMPE_FLAG], ==, cases[i].flexible);
      g_assert_cmpint (facts.number[MING_FACT_COVERAGE_YEAR], ==, 2025);
      g_assert_cmpint (facts.number[MING_FACT_INSURED_MONTHS], ==, -1);
    }
}

/* Completed years on the day that decides; a typed age counts only where there is no day of birth. */
static void
test_ages (void)
{
  static const struct
  {
    const char *person, *date;
    int age;
  } cases[] = {
    { "{}", "2025-11-03", -1 },
    { "{\"age\": \"69\"}", "2025-11-03", 69 },
    { "{\"brdy\": \"1955-11-04\"}", "2025-11-03", 69 },
    { "{\"brdy\": \"1955-11-03\"}", "2025-11-03", 70 },
    { "{\"brdy\": \"1956-02-29\"}", "2026-02-27", 69 },
    { "{\"brdy\": \"1956-02-29\"}", "2026-02-28", 70 },
    { "{\"brdy\": \"2025-11-03\"}", "2025-11-03", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MingEstimate) answer =
          ask_own ("\"date\": \"%s\", \"person\": %s", cases[i].date, cases[i].person);

      g_assert_cmpint (answer->age_years, ==, cases[i].age);
    }
}

/* Each visit asks with the age of its own day of discharge. */
static void
test_age_of_visit (void)
{
  g_autoptr (MingEstimate) answer = ask_own (
      "\"date\": \"2025-11-30\", \"person\": {\"brdy\": \"1955-10-15\", \"psn_type\": \"1201\"}, "
      "\"visits\": [%s, %s]",
      CLINIC ("2025-10-14", "100.00", ""), CLINIC ("2025-10-15", "100.00", ""));

  g_assert_cmpint (ask_visit (answer, 0)->facts.number[MING_FACT_AGE], ==, 69);
  g_assert_cmpint (ask_visit (answer, 1)->facts.number[MING_FACT_AGE], ==, 70);
}

static void
test_level (void)
{
  static const struct
  {
    const char *code;
    int level;
  } cases[] = { { "01", 0 }, { "04", 0 }, { "05", 1 }, { "07", 1 },
                { "08", 2 }, { "10", 2 }, { "11", 3 }, { NULL, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ming_estimate_level (cases[i].code), ==, cases[i].level);
}

/* 30 June belongs to the year that began last July. */
static void
test_year_begins (void)
{
  const MingPack *pack = ming_library_find (asking_own (), "999100", "310", NULL);
  MingDate days[] = { { 2025, 6, 30 }, { 2025, 7, 1 }, { 2026, 1, 1 } };
  int years[] = { 2024, 2025, 2025 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      MingDate begins = ming_estimate_year_begins (pack, &days[i]);

      g_assert_cmpint (begins.year, ==, years[i]);
      g_assert_cmpint (begins.month, ==, 7);
      g_assert_cmpint (begins.day, ==, 1);
    }
}

/* A new benefit year begins empty: the stay of 1 July is a first one again, and the cap is whole. */
static void
test_year_change (void)
{
  g_autoptr (MingEstimate) answer =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s, %s, %s]",
               STAY ("2025-06-20", "2025-06-29", "02", "11000.00", ""),
               STAY ("2025-06-29", "2025-06-30", "02", "10500.00", ""),
               STAY ("2025-06-30", "2025-07-01", "02", "11000.00", ""));

  g_assert_cmpint (ask_fund (answer, 0), ==, 800000);
  g_assert_cmpint (ask_fund (answer, 1), ==, 800000); /* 500 of deductible, the second of the year */
  g_assert_cmpint (ask_fund (answer, 2), ==, 800000); /* 1,000 again */
  g_assert_cmpint (ask_visit (answer, 1)->settlement.dedc_std_fen, ==, 50000);
  g_assert_cmpint (ask_visit (answer, 2)->settlement.dedc_std_fen, ==, 100000);
  g_assert_cmpint (ask_visit (answer, 1)->year_begins.year, ==, 2024);
  g_assert_cmpint (ask_visit (answer, 2)->year_begins.year, ==, 2025);
  g_assert_cmpint (ming_year_admissions (&ask_visit (answer, 2)->year_before), ==, 0);
  g_assert_cmpint (ask_visit (answer, 2)
                       ->year_before.counter[ming_pack_counter_index (answer->pack, "pool")]
                       .paid_fen,
                   ==, 0);
}

/* 第几次住院 as typed speaks for the year so far, and the stays after it go on from there. */
static void
test_typed_admission (void)
{
  static const struct
  {
    const char *admissions, *typed;
    MingFen first_fen, second_fen;
  } cases[] = {
    { "0", "", 100000, 50000 },
    { "1", "", 50000, 50000 },
    { "0", ", \"admission\": \"2\"", 50000, 50000 },
    { "3", ", \"admission\": \"1\"", 100000, 50000 },
    { "1", ", \"admission\": \"2\"", 50000, 50000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = g_strconcat (STAY ("2025-08-01", "2025-08-09", "02", "5000.00", ""), NULL);
      g_autoptr (MingEstimate) answer = NULL;

      first[strlen (first) - 1] = '\0';
      answer = ask_own (
          "\"date\": \"2025-11-03\", \"person\": {}, \"year\": {\"admissions\": \"%s\"}, "
          "\"visits\": [%s%s}, %s]",
          cases[i].admissions, first, cases[i].typed, STAY ("2025-09-01", "2025-09-09", "05", "5000.00", ""));
      g_assert_cmpint (ask_visit (answer, 0)->settlement.dedc_std_fen, ==, cases[i].first_fen);
      g_assert_cmpint (ask_visit (answer, 1)->settlement.dedc_std_fen, ==, cases[i].second_fen);
    }
}

/* What was typed as year so far counts to the fen; a name that the pack has not is refused with those it has.
 */
static void
test_counters (void)
{
  g_autoptr (MingEstimate) answer = ask_own (
      "\"date\": \"2025-11-03\", \"person\": {}, \"year\": {\"counters\": {\"clinic\": "
      "{\"deductible\": \"299.99\"}}}, "
      "\"visits\": [%s]",
      CLINIC ("2025-10-14", "100.01", ""));
  g_autoptr (MingCase) wrong = asking_parse (
      OWN_HEAD
      "\"date\": \"2025-11-03\", \"person\": {}, \"year\": {\"counters\": {\"clinix\": {\"paid\": \"1\"}}}}");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask_visit (answer, 0)->settlement.act_dedc_fen, ==, 1);
  g_assert_cmpint (ask_fund (answer, 0), ==, 5000);
  g_assert_null (ming_estimate_new (asking_own (), wrong, &error));
  g_assert_error (error, MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE);
  g_assert_nonnull (strstr (error->message, "/year/counters/clinix"));
  g_assert_nonnull (strstr (error->message, "clinic"));
}

/* 甲乙丙: 乙类 first-borne part is rounded up to the fen in this pack. */
static void
test_classes (void)
{
  g_autoptr (MingEstimate) answer = ask_own (
      "\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [{\"med_type\": \"21\", \"hosp_lv\": \"02\", "
      "\"begndate\": \"2025-08-01\", \"enddate\": \"2025-08-09\", \"medfee_sumamt\": \"2199.99\", "
      "\"classes\": {\"a\": \"1200.00\", \"b\": \"999.99\", \"c\": \"0\", \"first_pay_rate\": \"10%%\", "
      "\"over_limit\": \"50.00\"}}]");
  const MingCharges *charges = &ask_visit (answer, 0)->input.charges;

  g_assert_cmpint (charges->first_pay_fen, ==, 10000); /* 99.999 */
  g_assert_cmpint (charges->over_limit_fen, ==, 5000);
  g_assert_cmpint (charges->in_scope_fen, ==, 219999 - 10000 - 5000);
  g_assert_cmpint (charges->total_fen, ==, 219999);
}

/* An unknown figure makes what rests on it unknown, says which it is, and leaves the year as it was. */
static void
test_unknown (void)
{
  g_autoptr (MingEstimate) answer = ask_own (
      "\"date\": \"2025-11-03\", \"person\": {\"psn_type\": \"1201\", \"age\": \"81\"}, \"visits\": [%s, %s]",
      STAY ("2025-08-01", "2025-08-09", "02", "5000.00", ""),
      STAY ("2025-09-01", "2025-09-09", "05", "5000.00", ""));

  g_assert_cmpint (ask_visit (answer, 0)->outcome, ==, MING_OUTCOME_UNKNOWN);
  g_assert_true (asking_has_text (ask_visit (answer, 0)->messages, "Pooled fund · rate"));
  g_assert_cmpint (ask_visit (answer, 1)->settlement.dedc_std_fen, ==,
                   100000); /* still the first that is known */
  g_assert_cmpint (answer->credit.outcome, ==, MING_OUTCOME_UNKNOWN);
  g_assert_nonnull (answer->credit.message);
  g_assert_cmpint (answer->contribution.outcome, ==, MING_OUTCOME_UNKNOWN);
}

/* The floor of the base is known from July 2026, its cap is not: no base, no share of it. */
static void
test_unknown_limit (void)
{
  g_autoptr (MingEstimate) answer =
      ask_own ("\"date\": \"2026-07-01\", \"person\": {\"psn_type\": \"1101\", \"base\": \"5000.00\"}");

  g_assert_cmpint (answer->credit.outcome, ==, MING_OUTCOME_UNKNOWN);
  g_assert_cmpint (answer->contribution.outcome, ==, MING_OUTCOME_UNKNOWN);
}

/* No fallback: a day that no version covers, a kind of care without rules, a hospital that no row covers. */
static void
test_no_rule (void)
{
  static const struct
  {
    const char *visit, *says;
  } cases[] = {
    { STAY ("2026-01-01", "2026-01-01", "02", "5000.00", ""), "2025-12-31" },
    { STAY ("2024-12-30", "2024-12-31", "02", "5000.00", ""), "2025-01-01" },
    { "{\"med_type\": \"14\", \"begndate\": \"2025-10-14\", \"enddate\": \"2025-10-14\", "
      "\"medfee_sumamt\": \"1\", "
      "\"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", \"preselfpay_amt\": \"0\"}",
      "14" },
    { STAY ("2025-08-01", "2025-08-09", "08", "5000.00", ""), "/rates" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MingEstimate) answer =
          ask_own ("\"date\": \"2024-12-31\", \"person\": {}, \"visits\": [%s]", cases[i].visit);

      g_assert_cmpint (ask_visit (answer, 0)->outcome, ==, MING_OUTCOME_NO_RULE);
      g_assert_true (asking_has_text (ask_visit (answer, 0)->messages, cases[i].says));
      g_assert_cmpint (answer->credit.outcome, ==, MING_OUTCOME_NOT_ASKED);
    }
}

/* 未备案: 20 % of the eligible cost is first borne, then the rules of home. */
static void
test_away (void)
{
  g_autoptr (MingEstimate) answer =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s, %s]",
           STAY ("2025-08-01", "2025-08-09", "02", "10000.00", ", \"away\": \"unfiled\""),
           STAY ("2025-09-01", "2025-09-09", "02", "10000.00", ", \"away\": \"referral\""));

  g_assert_cmpint (ming_bill_part_sum (&ask_visit (answer, 0)->settlement.bill, MING_PART_AWAY_FIRST), ==,
                   200000);
  g_assert_cmpint (ask_fund (answer, 0), ==, 560000); /* (8,000 − 1,000) × 80 % */
  g_assert_cmpint (ask_fund (answer, 1), ==, 760000);
}

/* Ninety days are one settlement period, ninety-one are two; the message says what was assumed. */
static void
test_long_stay (void)
{
  g_autoptr (MingEstimate) answer = ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s]",
                                         STAY ("2025-01-01", "2025-04-01", "02", "10000.00", ""));
  g_autoptr (MingEstimate) longer = ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s]",
                                         STAY ("2025-01-01", "2025-04-02", "02", "10000.00", ""));

  g_assert_cmpint (ask_visit (answer, 0)->settlement.act_dedc_fen, ==, 100000);
  g_assert_cmpuint (ask_visit (answer, 0)->messages->len, ==, 0);
  g_assert_cmpint (ask_visit (longer, 0)->settlement.act_dedc_fen, ==, 150000);
  g_assert_true (asking_has_text (ask_visit (longer, 0)->messages, "2 settlement periods"));
}

static void
test_errors (void)
{
  g_autoptr (MingCase) elsewhere =
      asking_parse ("{\"format\": \"mingsuan-case/1\", \"date\": \"2025-11-03\", "
                    "\"insuplc_admdvs\": \"999200\", \"insutype\": \"310\", \"person\": {}}");
  g_autoptr (MingCase) large = asking_parse (
      OWN_HEAD
      "\"date\": \"2025-11-03\", \"person\": {}, \"year\": {\"counters\": {\"pool\": {\"cost\": "
      "\"10000000000.00\"}}}, \"visits\": [" STAY ("2025-08-01", "2025-08-09", "02", "10000.00", "") "]}");
  g_autoptr (GError) no_pack = NULL;
  g_autoptr (GError) range = NULL;

  g_assert_null (ming_estimate_new (asking_own (), elsewhere, &no_pack));
  g_assert_error (no_pack, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_PACK);
  g_assert_null (ming_estimate_new (asking_own (), large, &range));
  g_assert_error (range, MING_ESTIMATE_ERROR, MING_ESTIMATE_ERROR_RANGE);
  g_assert_nonnull (strstr (range->message, "/visits/0"));
}

/* No settlement that does not add up is ever handed on. */
static void
test_unbalanced (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ming_estimate_check_status (MING_OK, "/visits/0", &error));
  g_assert_no_error (error);
  g_assert_false (ming_estimate_check_status (MING_E_UNBALANCED, "/visits/0", &error));
  g_assert_error (error, MING_ESTIMATE_ERROR, MING_ESTIMATE_ERROR_UNBALANCED);
}

static const MingDistance *
distance_of (const MingVisitResult *result, const char *layer, const char *kind)
{
  for (guint i = 0; i < result->distances->len; i++)
    {
      const MingDistance *distance = g_ptr_array_index (result->distances, i);

      if (g_str_equal (distance->layer, layer) && g_str_equal (distance->kind, kind))
        return distance;
    }
  return NULL;
}

/* How far it is to the deductible, the next band and the cap of the year. */
static void
test_distances (void)
{
  g_autoptr (MingEstimate) answer =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s, %s]",
           CLINIC ("2025-08-01", "100.00", ""), STAY ("2025-08-01", "2025-08-09", "02", "11000.00", ""));
  const MingDistance *clinic = distance_of (ask_visit (answer, 0), "clinic", "deductible");
  const MingDistance *band = distance_of (ask_visit (answer, 1), "pool", "band");
  const MingDistance *cap = distance_of (ask_visit (answer, 1), "pool", "cap");

  g_assert_cmpint (clinic->left_fen, ==, 20000);
  g_assert_null (
      distance_of (ask_visit (answer, 0), "clinic", "cap")); /* a limit a month is not the year's */
  g_assert_cmpint (band->left_fen, ==, 1000000);
  g_assert_cmpint (cap->used_fen, ==, 800000);
  g_assert_cmpint (cap->left_fen, ==, 4200000);
}

/* The same question has the same short code, another question another one. */
static void
test_receipt (void)
{
  g_autoptr (MingEstimate) a = ask_own ("\"date\": \"2025-11-03\", \"person\": {\"age\": \"40\"}");
  g_autoptr (MingEstimate) same = ask_own ("\"person\": {\"age\": \"40\"}, \"date\": \"2025-11-03\"");
  g_autoptr (MingEstimate) other = ask_own ("\"date\": \"2025-11-03\", \"person\": {\"age\": \"41\"}");
  g_autofree char *code = ming_estimate_receipt_code (a);
  g_autofree char *code_same = ming_estimate_receipt_code (same);
  g_autofree char *code_other = ming_estimate_receipt_code (other);

  g_assert_cmpuint (strlen (code), ==, 9);
  g_assert_cmpstr (code, ==, code_same);
  g_assert_cmpstr (code, !=, code_other);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("en");
  g_test_add_func ("/estimate/facts", test_facts);
  g_test_add_func ("/estimate/ages", test_ages);
  g_test_add_func ("/estimate/age-of-visit", test_age_of_visit);
  g_test_add_func ("/estimate/level", test_level);
  g_test_add_func ("/estimate/year-begins", test_year_begins);
  g_test_add_func ("/estimate/year-change", test_year_change);
  g_test_add_func ("/estimate/typed-admission", test_typed_admission);
  g_test_add_func ("/estimate/counters", test_counters);
  g_test_add_func ("/estimate/classes", test_classes);
  g_test_add_func ("/estimate/unknown", test_unknown);
  g_test_add_func ("/estimate/unknown-limit", test_unknown_limit);
  g_test_add_func ("/estimate/no-rule", test_no_rule);
  g_test_add_func ("/estimate/away", test_away);
  g_test_add_func ("/estimate/long-stay", test_long_stay);
  g_test_add_func ("/estimate/errors", test_errors);
  g_test_add_func ("/estimate/unbalanced", test_unbalanced);
  g_test_add_func ("/estimate/distances", test_distances);
  g_test_add_func ("/estimate/receipt", test_receipt);
  return g_test_run ();
}
