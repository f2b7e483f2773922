/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"
#include "estimate/ming-estimate-private.h"

/* What a case says of the person: account, contribution, family, and what a reader must not miss. */

/* Three accounts in the three orders; a balance decides, then the rank. */
static void
test_family (void)
{
  static const struct
  {
    const char *order;
    MingFen paid_fen[3]; /* in the order of paying */
  } cases[] = {
    { "by_rank", { 3000, 5000, 1000 } },
    { "by_balance", { 5000, 3000, 1000 } },
    { "by_binding", { 3000, 3000, 3000 } },
  };
  const char *family =
      "[{\"relation\": \"父\", \"balc\": \"50.00\", \"rank\": \"2\", \"bound\": \"2024-03-01\"}, "
      "{\"relation\": \"母\", \"balc\": \"30.00\", \"rank\": \"1\", \"bound\": \"2024-02-01\"}, "
      "{\"relation\": \"子\", \"balc\": \"30.00\", \"rank\": \"3\", \"bound\": \"2024-01-01\"}]";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MingEstimate) answer = ask_own (
          "\"date\": \"2025-11-03\", \"person\": {\"balc\": \"10.00\", \"family\": %s, "
          "\"mutual_aid_order\": \"%s\"}, "
          "\"visits\": [%s]",
          family, cases[i].order, CLINIC ("2025-10-14", "100.00", ""));
      const MingSettlement *settlement = &ask_visit (answer, 0)->settlement;

      /* 100.00 lies below the deductible: 10.00 from the own account, 90.00 from the family */
      g_assert_cmpint (settlement->person_fen, ==, 10000);
      g_assert_cmpint (settlement->purse_after.own_fen, ==, 0);
      for (int k = 0; k < 3; k++)
        g_assert_cmpint (settlement->family_paid_fen[k], ==, cases[i].paid_fen[k]);
    }
}

/* The balance goes from visit to visit, with what was credited between them; a visit that is not known takes
 * none. */
static void
test_account (void)
{
  g_autoptr (MingEstimate) answer =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {\"balc\": \"120.00\"}, \"visits\": [%s, %s, %s]",
           CLINIC ("2025-08-01", "100.00", ""), STAY ("2025-08-02", "2025-08-03", "08", "5000.00", ""),
           CLINIC ("2025-09-01", "100.00", ", \"acct_inc\": \"30.00\""));

  g_assert_cmpint (ask_visit (answer, 0)->settlement.purse_after.own_fen, ==, 2000);
  g_assert_cmpint (ask_visit (answer, 2)->purse_before.own_fen, ==, 5000);
  g_assert_cmpint (ask_visit (answer, 2)->settlement.purse_after.own_fen, ==, 0);
  g_assert_cmpint (ming_bill_paid_by (&ask_visit (answer, 2)->settlement.bill, MING_PAYER_CASH), ==, 5000);
  g_assert_true (ask_visit (answer, 0)->balance_known);
}

/* The account of a stay may pay deductible and share, not what is wholly own cost; the fund does not mind. */
static void
test_account_scope (void)
{
  static const char visit[] =
      "{\"med_type\": \"21\", \"hosp_lv\": \"02\", \"begndate\": \"2025-08-01\", "
      "\"enddate\": \"2025-08-09\", \"medfee_sumamt\": \"2500.00\", \"fulamt_ownpay_amt\": \"500.00\", "
      "\"overlmt_selfpay\": \"0\", \"preselfpay_amt\": \"0\"}";
  g_autoptr (MingEstimate) rich =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {\"balc\": \"9999.00\"}, \"visits\": [%s]", visit);
  g_autoptr (MingEstimate) poor =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s]", visit);

  g_assert_cmpint (ask_fund (rich, 0), ==, 80000);
  g_assert_cmpint (ask_fund (poor, 0), ==, 80000);
  g_assert_cmpint (ming_bill_paid_by (&ask_visit (rich, 0)->settlement.bill, MING_PAYER_ACCT), ==, 120000);
  g_assert_cmpint (ming_bill_paid_by (&ask_visit (rich, 0)->settlement.bill, MING_PAYER_CASH), ==, 50000);
  g_assert_false (ask_visit (poor, 0)->balance_known);
}

/* The account credit, one of each kind; what is missing is asked for, not taken as zero. */
static void
test_credit (void)
{
  static const struct
  {
    const char *person;
    MingOutcome outcome;
    MingFen month_fen, year_fen;
  } cases[] = {
    { "{}", MING_OUTCOME_NOT_ASKED, 0, 0 },
    { "{\"psn_type\": \"1101\"}", MING_OUTCOME_NOT_ASKED, 0, 0 },
    { "{\"psn_type\": \"1101\", \"base\": \"5869.00\"}", MING_OUTCOME_KNOWN, 11738, 140856 },
    { "{\"psn_type\": \"1101\", \"base\": \"3999.99\"}", MING_OUTCOME_KNOWN, 8000, 96000 },
    { "{\"psn_type\": \"1101\", \"base\": \"20000.01\"}", MING_OUTCOME_KNOWN, 40000, 480000 },
    { "{\"psn_type\": \"1103\", \"base\": \"5869.00\"}", MING_OUTCOME_KNOWN, 0, 0 },
    { "{\"psn_type\": \"1201\", \"age\": \"69\"}", MING_OUTCOME_NOT_ASKED, 0, 0 },
    { "{\"psn_type\": \"1201\", \"age\": \"69\", \"pension\": \"3333.33\"}", MING_OUTCOME_KNOWN, 6667,
      80004 },
    { "{\"psn_type\": \"1201\", \"age\": \"70\"}", MING_OUTCOME_KNOWN, 0, 132000 },
    { "{\"psn_type\": \"1201\", \"age\": \"80\"}", MING_OUTCOME_UNKNOWN, 0, 0 },
    { "{\"psn_type\": \"1501\"}", MING_OUTCOME_NO_RULE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MingEstimate) answer = ask_own ("\"date\": \"2025-11-03\", \"person\": %s", cases[i].person);

      g_test_message ("%s", cases[i].person);
      g_assert_cmpint (answer->credit.outcome, ==, cases[i].outcome);
      g_assert_cmpint (answer->credit.credit.month_fen, ==, cases[i].month_fen);
      g_assert_cmpint (answer->credit.credit.year_fen, ==, cases[i].year_fen);
      g_assert_cmpint (answer->credit.message == NULL, ==, cases[i].outcome == MING_OUTCOME_KNOWN);
    }
}

static void
test_contribution (void)
{
  g_autoptr (MingEstimate) employed =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {\"psn_type\": \"1101\", \"base\": \"5869.00\"}");
  g_autoptr (MingEstimate) flexible =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {\"psn_type\": \"1103\"}");
  g_autoptr (MingEstimate) nothing =
      ask_own ("\"date\": \"2025-11-03\", \"person\": {\"psn_type\": \"1101\"}");

  g_assert_cmpint (employed->contribution.contribution.by_fen[MING_CONTRIBUTOR_UNIT], ==, 46952);
  g_assert_cmpint (employed->contribution.contribution.by_fen[MING_CONTRIBUTOR_PERSON], ==, 12038);
  g_assert_cmpint (employed->contribution.contribution.total_fen, ==, 58990);
  g_assert_cmpint (flexible->contribution.contribution.by_fen[MING_CONTRIBUTOR_FLEXIBLE], ==, 36000);
  g_assert_true (flexible->contribution.row->per_year);
  g_assert_cmpint (nothing->contribution.outcome, ==, MING_OUTCOME_NOT_ASKED);
}

/* What a reader must not miss: an invented place, hearsay, papers that have run out, what is not modelled. */
static void
test_notes (void)
{
  g_autoptr (MingEstimate) answer = ask_own (
      "\"date\": \"2025-11-03\", \"person\": {\"psn_type\": \"1101\", \"base\": \"5000.00\"}, "
      "\"visits\": [%s]",
      STAY ("2025-08-01", "2025-08-09", "02", "10000.00", ", \"away\": \"unfiled\""));
  g_autoptr (MingEstimate) official = ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s]",
                                           CLINIC ("2025-08-09", "10000.00", ""));
  g_autoptr (MingEstimate) lapsed = ask_own ("\"date\": \"2025-11-03\", \"person\": {}, \"visits\": [%s]",
                                         CLINIC ("2027-01-01", "10000.00", ""));

  g_assert_true (asking_has_text (answer->cautions, "invented region"));
  g_assert_true (asking_has_text (answer->cautions, "1 figure has not been checked"));
  g_assert_cmpint (answer->evidence, ==, MING_EVIDENCE_UNVERIFIED);
  g_assert_cmpuint (answer->gaps->len, ==, 2);
  g_assert_cmpint (official->evidence, ==, MING_EVIDENCE_OFFICIAL_TEXT);
  g_assert_false (asking_has_text (official->cautions, "checked"));
  g_assert_false (asking_has_text (official->cautions, "2026-12-31"));
  g_assert_cmpuint (official->gaps->len, ==, 2);
  g_assert_true (asking_has_text (lapsed->cautions, "2026-12-31"));
}

/* Before July 2025 no floor and cap is known: the base counts as typed and a caution says so. */
static void
test_base_as_typed (void)
{
  g_autoptr (MingEstimate) answer =
      ask_own ("\"date\": \"2025-06-30\", \"person\": {\"psn_type\": \"1101\", \"base\": \"1000.00\"}");

  g_assert_cmpint (answer->credit.credit.month_fen, ==, 2000);
  g_assert_null (answer->credit.base);
  g_assert_true (asking_has_text (answer->cautions, "used as typed"));
}

/* Limits that have ended are named with their last day; documents past theirs as well (粤医保规〔2022〕6号). */
static void
test_ended (void)
{
  g_autoptr (MingEstimate) yangzhou = asking_answer_text (
      asking_shipped (), "{\"format\": \"mingsuan-case/1\", \"date\": \"2026-01-01\", \"insuplc_admdvs\": "
                         "\"321000\", \"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\", \"base\": "
                         "\"8000.00\"}}");
  g_autoptr (MingEstimate) day_before = asking_answer_text (
      asking_shipped (), "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-12-31\", \"insuplc_admdvs\": "
                         "\"321000\", \"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\", \"base\": "
                         "\"8000.00\"}}");

  g_assert_true (asking_has_text (yangzhou->cautions, "ended on 2025-12-31"));
  g_assert_false (asking_has_text (day_before->cautions, "ended on"));
}

/* What a visit lacks is asked for by name; where no level would help, there is no rule. */
static void
test_level_missing (void)
{
  static const char format[] =
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-06-15\", \"insuplc_admdvs\": "
      "\"110000\", \"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\"}, "
      "\"visits\": [%s]}";
  g_autofree char *text = g_strdup_printf (format, CLINIC ("2025-06-15", "2000.00", ""));
  g_autofree char *ungraded =
      g_strdup_printf (format, CLINIC ("2025-06-15", "2000.00", ", \"hosp_lv\": \"11\""));
  g_autoptr (MingEstimate) answer = asking_answer_text (asking_shipped (), text);
  g_autoptr (MingEstimate) in_vain = asking_answer_text (asking_shipped (), ungraded);

  g_assert_cmpint (ask_visit (answer, 0)->outcome, ==, MING_OUTCOME_NOT_ASKED);
  g_assert_true (asking_has_text (ask_visit (answer, 0)->messages,
                                  "Large-amount aid, outpatient: still needed: hospital level"));
  g_assert_cmpint (ask_visit (in_vain, 0)->outcome, ==, MING_OUTCOME_NO_RULE);
  g_assert_false (asking_has_text (ask_visit (in_vain, 0)->messages, "/data/"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("en");
  g_test_add_func ("/person/credit", test_credit);
  g_test_add_func ("/person/contribution", test_contribution);
  g_test_add_func ("/person/base-as-typed", test_base_as_typed);
  g_test_add_func ("/person/notes", test_notes);
  g_test_add_func ("/person/account", test_account);
  g_test_add_func ("/person/account-scope", test_account_scope);
  g_test_add_func ("/person/family", test_family);
  g_test_add_func ("/person/ended", test_ended);
  g_test_add_func ("/person/level-missing", test_level_missing);
  return g_test_run ();
}
