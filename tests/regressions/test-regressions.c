/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "estimate/asking.h"
#include "estimate/ming-ledger.h"
#include "policy/ming-lint.h"

/*
 * Eighteen errors of public articles about medical insurance, and what the program answers or refuses
 * instead. README.md says for each what shows it; those that a single case shows are
 * tests/cases/places/E….json.
 */

static MingPack *
load_pack (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "regressions", "packs", name, NULL);
  g_autoptr (GError) error = NULL;
  MingPack *pack = ming_pack_load_file (path, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

/* How often the lints of @pack say @rule. */
static guint
count_findings (MingPack *pack, MingLintRule rule)
{
  MingDate today = { 2026, 11, 22 };
  g_autoptr (GPtrArray) findings = ming_lint_pack (pack, &today);
  guint n = 0;

  g_ptr_array_set_free_func (findings, (GDestroyNotify) ming_finding_free);
  for (guint i = 0; i < findings->len; i++)
    n += ((const MingFinding *) g_ptr_array_index (findings, i))->rule == rule;
  return n;
}

static void
assert_found (const char *id, MingLintRule rule)
{
  g_autoptr (MingPack) pack = load_pack (id);

  g_assert_cmpuint (count_findings (pack, rule), >, 0);
}

/* No shipped pack holds what @rule is about. */
static void
assert_nowhere_shipped (MingLintRule rule)
{
  GPtrArray *packs = asking_shipped ()->packs;

  for (guint i = 0; i < packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (packs, i);

      if (count_findings (pack, rule) > 0)
        g_test_message ("%s: %s", pack->id, ming_lint_rule_name (rule));
      g_assert_cmpuint (count_findings (pack, rule), ==, 0);
    }
}

/* Calls @check on the answer to every case file there is. */
static void
for_each_answer (void (*check) (const MingVisitResult *result))
{
  g_autoptr (GPtrArray) files = asking_list_files ();

  for (guint i = 0; i < files->len; i++)
    {
      MingLibrary *library = NULL;
      g_autoptr (MingCase) input = asking_case_of_file (g_ptr_array_index (files, i), &library);
      g_autoptr (MingEstimate) answer = asking_answer (library, input);

      for (guint k = 0; k < answer->visits->len; k++)
        if (((const MingVisitResult *) g_ptr_array_index (answer->visits, k))->outcome == MING_OUTCOME_KNOWN)
          check (g_ptr_array_index (answer->visits, k));
    }
}

/* E1: 8 % and 16 % are rates of the pension; a pack that has them is at fault, and no shipped one does. */
static void
test_e1_pension_rates (void)
{
  assert_found ("999501-310", MING_LINT_PERSON_RATE);
  assert_found ("999501-310", MING_LINT_UNIT_RATE);
  g_assert_true (ming_lint_rule_is_fault (MING_LINT_PERSON_RATE));
  g_assert_true (ming_lint_rule_is_fault (MING_LINT_UNIT_RATE));
  assert_nowhere_shipped (MING_LINT_PERSON_RATE);
  assert_nowhere_shipped (MING_LINT_UNIT_RATE);
}

static MingEstimate *
ask_shipped (const char *region, const char *date, const char *person)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"mingsuan-case/1\", \"date\": \"%s\", \"insuplc_admdvs\": \"%s\", "
      "\"insutype\": \"310\", \"person\": %s}",
      date, region, person);

  return asking_answer_text (asking_shipped (), text);
}

/* E2: what the person pays goes into the account, what the employer pays goes into the pool: no other split.
 */
static void
test_e2_two_purses (void)
{
  g_autoptr (MingEstimate) answer =
      ask_shipped ("110000", "2025-11-03",
                   "{\"psn_type\": \"1101\", \"age\": \"40\", \"base\": \"10000.00\"}");

  assert_found ("999502-310", MING_LINT_PERSON_RATE);
  g_assert_cmpint (answer->credit.credit.month_fen, ==, answer->contribution.contribution.part_fen[1]);
  g_assert_cmpint (answer->credit.credit.month_fen, ==, 20000);
  g_assert_cmpint (answer->credit.credit.unit_fen, ==, 0);
  g_assert_cmpint (answer->contribution.contribution.by_fen[MING_CONTRIBUTOR_UNIT], ==, 98000);
}

/* E3: the employer's rate is no share of the credit; the lints say so since the reform. */
static void
test_e3_employer_share (void)
{
  assert_found ("999503-310", MING_LINT_CREDIT_SHARE);
}

static void
check_e4 (const MingVisitResult *result)
{
  const MingBill *bill = &result->settlement.bill;

  for (int i = 0; i < bill->n_segments; i++)
    {
      const MingSegment *row = &bill->segment[i];
      MingPayer payer = row->layer >= 0 ? result->resolved->plan.layer[row->layer].payer : MING_PAYER_CASH;
      gboolean shared = FALSE;

      if (row->part != MING_PART_DEDUCTIBLE)
        continue;
      /* another layer that pays out of the same purse on what is left may name the deductible: 救助 and the
       * like */
      for (int k = row->layer + 1; k < result->resolved->plan.n_layers; k++)
        shared = shared || result->resolved->plan.layer[k].payer == payer;
      if (!shared)
        g_assert_cmpint (row->paid_fen[payer], ==, 0);
    }
}

/* E4: no fund pays its own deductible; the account may finance it. */
static void
test_e4_deductible (void)
{
  for_each_answer (check_e4);
}

/* E5: becoming a retiree changes what comes in, not what is there. */
static void
test_e5_balance_stays (void)
{
  static const char form[] =
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-05-06\", \"insuplc_admdvs\": \"110000\", "
      "\"insutype\": "
      "\"310\", \"person\": {\"psn_type\": \"%s\", \"age\": \"60\", \"balc\": \"5000.00\"}, "
      "\"visits\": [{\"med_type\": "
      "\"11\", \"hosp_lv\": \"02\", \"begndate\": \"2025-05-06\", \"enddate\": \"2025-05-06\", "
      "\"medfee_sumamt\": "
      "\"100.00\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", \"preselfpay_amt\": \"0\"}]}";
  static const char *const types[] = { "1101", "1201" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *text = g_strdup_printf (form, types[i]);
      g_autoptr (MingEstimate) answer = asking_answer_text (asking_shipped (), text);
      const MingVisitResult *result = g_ptr_array_index (answer->visits, 0);

      g_assert_cmpint (result->purse_before.own_fen, ==, 500000);
      g_assert_cmpint (result->settlement.purse_after.own_fen, ==, 490000);
    }
}

static void
assert_silent (const char *text, const char *const *words, const char *where)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) != NULL)
        g_test_message ("%s speaks of %s", where, words[i]);
      g_assert_null (strstr (text, words[i]));
    }
}

/* Neither the program's words nor the notes of a pack speak of @words. */
static void
assert_never_said (const char *const *words)
{
  g_autofree char *catalogue = g_test_build_filename (G_TEST_DIST, "..", "po", "zh_CN.po", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (catalogue, &text, NULL, NULL));
  assert_silent (text, words, "po/zh_CN.po");
  for (guint i = 0; i < asking_shipped ()->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (asking_shipped ()->packs, i);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (pack->file, &content, NULL, NULL));
      assert_silent (content, words, pack->id);
    }
}

/* E6: turning the account into cash is illegal and is nowhere offered. */
static void
test_e6_cash_out (void)
{
  static const char *const words[] = { "套现", "换现", "返现", "变现", "转卖", NULL };

  assert_never_said (words);
}

/* E7: an outpatient visit away from home is settled like any other, by its own rules. */
static void
test_e7_outpatient_away (void)
{
  g_autoptr (MingEstimate) answer = asking_answer_text (
      asking_shipped (),
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-05-06\", \"insuplc_admdvs\": \"360100\", "
      "\"insutype\": \"310\", "
      "\"person\": {\"psn_type\": \"1101\", \"age\": \"40\"}, \"visits\": [{\"med_type\": \"11\", "
      "\"hosp_lv\": \"02\", "
      "\"begndate\": \"2025-05-06\", \"enddate\": \"2025-05-06\", \"away\": \"long_term\", "
      "\"area\": \"outside\", "
      "\"medfee_sumamt\": \"1000.00\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", "
      "\"preselfpay_amt\": \"0\"}]}");
  const MingVisitResult *result = g_ptr_array_index (answer->visits, 0);

  g_assert_cmpint (result->outcome, ==, MING_OUTCOME_KNOWN);
  g_assert_cmpint (result->settlement.fund_fen, ==, 38500); /* (1,000 − 300) × 55 %, as at home */
}

static void
check_e8 (const MingVisitResult *result)
{
  MingFen paid_fen = ming_bill_paid_by (&result->settlement.bill, MING_PAYER_ACCT);

  g_assert_cmpint (result->settlement.purse_after.own_fen, ==, result->purse_before.own_fen - paid_fen);
}

/* E8: what the funds pay never goes into the account: its balance falls by what it paid and nothing else. */
static void
test_e8_two_pockets (void)
{
  for_each_answer (check_e8);
}

/* E9: all bases of a deductible exist, each in a case of its own. */
static void
test_e9_bases (void)
{
  static const struct
  {
    const char *file;
    MingDeductibleKind kind;
  } cases[] = {
    { "beijing/two-stays.json", MING_DEDUCTIBLE_PER_ADMISSION },
    { "mechanisms/deductible-once-a-year.json", MING_DEDUCTIBLE_ONCE_A_YEAR },
    { "places/hangzhou-student-two-stays.json", MING_DEDUCTIBLE_HIGHEST_OF_YEAR },
    { "beijing/outpatient-1800-plus.json", MING_DEDUCTIBLE_CUMULATIVE },
    { "mechanisms/deductible-year-stop.json", MING_DEDUCTIBLE_PER_VISIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingLibrary *library = NULL;
      g_autoptr (MingCase) input = asking_case_of_file (cases[i].file, &library);
      g_autoptr (MingEstimate) answer = asking_answer (library, input);
      const MingVisitResult *result = g_ptr_array_index (answer->visits, 0);

      g_assert_cmpint (result->resolved->plan.layer[0].deductible.kind, ==, cases[i].kind);
    }
}

/* E10: the rule of 2014 answers for 2014 alone; a later day has no rule and says which days are known. */
static void
test_e10_yantai (void)
{
  static const char *const days[] = { "2014-03-31", "2014-12-31", "2015-01-01", "2025-05-06" };
  static const MingOutcome outcomes[] = { MING_OUTCOME_NO_RULE, MING_OUTCOME_UNKNOWN, MING_OUTCOME_NO_RULE,
                                          MING_OUTCOME_NO_RULE };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"format\": \"mingsuan-case/1\", \"date\": \"%s\", \"insuplc_admdvs\": \"370600\", "
          "\"insutype\": \"390\", "
          "\"person\": {}, \"visits\": [{\"med_type\": \"21\", \"hosp_lv\": \"02\", \"begndate\": "
          "\"%s\", \"enddate\": \"%s\", "
          "\"medfee_sumamt\": \"100000\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": "
          "\"0\", \"preselfpay_amt\": \"0\"}]}",
          days[i], days[i], days[i]);
      g_autoptr (MingEstimate) answer = asking_answer_text (asking_shipped (), text);

      g_assert_cmpint (((const MingVisitResult *) g_ptr_array_index (answer->visits, 0))->outcome, ==,
                       outcomes[i]);
    }
}

/* E12: no pack rests the account on article 27, which is about years of contribution. */
static void
test_e12_article_27 (void)
{
  for (guint i = 0; i < asking_shipped ()->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (asking_shipped ()->packs, i);

      for (guint k = 0; k < pack->account_credit->len; k++)
        {
          const MingDatedTable *version = g_ptr_array_index (pack->account_credit, k);

          for (guint r = 0; r < version->table->rows->len; r++)
            {
              GPtrArray *citations =
                  ((const MingRow *) g_ptr_array_index (version->table->rows, r))->citations;

              g_assert_cmpuint (citations->len, >, 0); /* every figure has papers of its own */
              for (guint c = 0; c < citations->len; c++)
                {
                  g_autofree char *text = ming_citation_format (g_ptr_array_index (citations, c));

                  g_assert_false (strstr (text, "社会保险法") != NULL && strstr (text, "第二十七条") != NULL);
                }
            }
        }
    }
}

/* E13: no rule asks where a household is registered, and the state pays the larger part of a resident's
 * premium. */
static void
test_e13_residents (void)
{
  guint n_known = 0;

  for (guint i = 0; i < asking_shipped ()->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (asking_shipped ()->packs, i);

      for (guint k = 0; k < pack->resident_premium->len; k++)
        {
          const MingDatedTable *version = g_ptr_array_index (pack->resident_premium, k);

          for (guint r = 0; r < version->table->rows->len; r++)
            {
              const MingRow *row = g_ptr_array_index (version->table->rows, r);

              if (row->amount[MING_COLUMN_PERSON].state != MING_CELL_VALUE
                  || row->amount[MING_COLUMN_SUBSIDY].state != MING_CELL_VALUE)
                continue;
              n_known += 1;
              g_assert_cmpint (row->amount[MING_COLUMN_SUBSIDY].fen, >, row->amount[MING_COLUMN_PERSON].fen);
            }
        }
    }
  g_assert_cmpuint (n_known, >, 0);
}

/* E14: a retiree's account goes on: every month of the year brings its credit. */
static void
test_e14_retired_account (void)
{
  g_autoptr (MingCase) input = asking_parse (
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-03-01\", \"insuplc_admdvs\": \"110000\", "
      "\"insutype\": \"310\", "
      "\"person\": {\"psn_type\": \"1201\", \"age\": \"72\", \"balc\": \"0.00\"}, \"visits\": []}");
  g_autoptr (MingLedger) ledger = ming_ledger_new (asking_shipped (), input, NULL);

  g_assert_nonnull (ledger);
  g_assert_cmpuint (ledger->months->len, ==, 10);
  for (guint i = 0; i < ledger->months->len; i++)
    g_assert_cmpint (((const MingLedgerMonth *) g_ptr_array_index (ledger->months, i))->credit_fen, ==,
                     11000);
}

/* E15, E16: a scale that pays more away than at home, or less at the base than above it, is told of. */
static void
test_e15_inverted (void)
{
  assert_found ("999515-390", MING_LINT_LEVEL_RATE);
  assert_found ("999515-390", MING_LINT_AWAY_RATE);
}

static void
test_e16_inverted (void)
{
  assert_found ("999516-390", MING_LINT_LEVEL_RATE);
  assert_nowhere_shipped (MING_LINT_AWAY_RATE);
}

/* E17: the program does not say into whose account the money must go. */
static void
test_e17_no_promise (void)
{
  static const char *const words[] = { "必须进本人", "不得转入他人", NULL };

  assert_never_said (words);
}

static void
check_e18 (const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;

  /* what account and cash paid is the person's part, whole; no fund comes back to it */
  g_assert_cmpint (ming_bill_paid_by (&settlement->bill, MING_PAYER_ACCT)
                       + ming_bill_paid_by (&settlement->bill, MING_PAYER_MULAID)
                       + ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH),
                   ==, settlement->person_fen);
  g_assert_cmpint (settlement->fund_fen + settlement->person_fen, ==, settlement->bill.total_fen);
}

/* E18: what the account paid is not paid again. */
static void
test_e18_not_twice (void)
{
  for_each_answer (check_e18);
}

/* The case files that README.md names for an error are there. */
static void
test_files (void)
{
  static const char *const files[] = {
    "places/E01-yangquan-8500.json",
    "places/E03-beijing-5869.json",
    "places/E04-deductible-is-personal.json",
    "places/E05-retired-balance-stays.json",
    "places/E09-stay-and-clinic-deductibles.json",
    "places/E11-age-bands-ended.json",
    "places/E18-account-does-not-reimburse.json",
    "places/E18-same-bill-empty-account.json",
    "beijing/credit-2022-08-age-34.json",
    "beijing/credit-2022-08-age-35.json",
    "beijing/credit-2022-08-age-44.json",
    "beijing/credit-2022-08-age-45.json",
    "beijing/credit-retired-70.json",
    "examples/SD-2014.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", files[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("zh");
  g_test_add_func ("/regressions/E01", test_e1_pension_rates);
  g_test_add_func ("/regressions/E02", test_e2_two_purses);
  g_test_add_func ("/regressions/E03", test_e3_employer_share);
  g_test_add_func ("/regressions/E04", test_e4_deductible);
  g_test_add_func ("/regressions/E05", test_e5_balance_stays);
  g_test_add_func ("/regressions/E06", test_e6_cash_out);
  g_test_add_func ("/regressions/E07", test_e7_outpatient_away);
  g_test_add_func ("/regressions/E08", test_e8_two_pockets);
  g_test_add_func ("/regressions/E09", test_e9_bases);
  g_test_add_func ("/regressions/E10", test_e10_yantai);
  g_test_add_func ("/regressions/E12", test_e12_article_27);
  g_test_add_func ("/regressions/E13", test_e13_residents);
  g_test_add_func ("/regressions/E14", test_e14_retired_account);
  g_test_add_func ("/regressions/E15", test_e15_inverted);
  g_test_add_func ("/regressions/E16", test_e16_inverted);
  g_test_add_func ("/regressions/E17", test_e17_no_promise);
  g_test_add_func ("/regressions/E18", test_e18_not_twice);
  g_test_add_func ("/regressions/files", test_files);
  return g_test_run ();
}
