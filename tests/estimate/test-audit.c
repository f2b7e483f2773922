/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/ming-text.h"
#include "estimate/ming-audit.h"

/* Statements: read, added up, held against what the rules give. */

static MingLibrary *
load_library (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MING_DATADIR"), "policies", NULL);
  g_autoptr (GError) error = NULL;
  MingLibrary *library = ming_library_load (folder, &error);

  g_assert_no_error (error);
  return library;
}

static MingCase *
load_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MING_DATADIR"), "examples", name, NULL);
  g_autoptr (GError) error = NULL;
  MingCase *input = ming_case_load (path, NULL, &error);

  g_assert_no_error (error);
  return input;
}

static MingCaseVisit *
visit_of (MingCase *input)
{
  return g_ptr_array_index (input->visits, input->visits->len - 1);
}

/* What the office would have printed for @input. */
static MingStatement
state (const MingLibrary *library, const MingCase *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingEstimate) estimate = ming_estimate_new (library, input, &error);

  g_assert_no_error (error);
  return ming_statement_of_visit (g_ptr_array_index (estimate->visits, estimate->visits->len - 1));
}

static MingAudit *
audit (const MingLibrary *library, const MingCase *input, const MingStatement *statement)
{
  g_autoptr (GError) error = NULL;
  MingAudit *found = ming_audit_new (library, input, statement, &error);

  g_assert_no_error (error);
  return found;
}

static gboolean
has_cause (const MingAudit *found, MingCauseKind kind, const char *value)
{
  for (guint i = 0; i < found->causes->len; i++)
    {
      const MingCause *cause = g_ptr_array_index (found->causes, i);

      if (cause->kind == kind && g_ptr_array_find_with_equal_func (cause->values, value, g_str_equal, NULL))
        return TRUE;
    }
  return FALSE;
}

static void
test_agrees (void)
{
  g_autoptr (MingLibrary) library = load_library ();
  g_autoptr (MingCase) input = load_example ("beijing-retired-inpatient.json");
  MingStatement statement = state (library, input);
  g_autoptr (MingAudit) found = audit (library, input, &statement);
  MingSum sums[MING_N_STATEMENT_SUMS];

  g_assert_cmpint (found->first, ==, MING_N_STATEMENT_FIELDS);
  g_assert_cmpint (found->n_compared, ==, MING_N_STATEMENT_FIELDS);
  g_assert_cmpint (found->causes->len, ==, 0);
  ming_statement_sums (&statement, sums);
  for (int i = 0; i < 4; i++)
    g_assert_cmpint (sums[i].state, ==, MING_SUM_HOLDS);
}

/* One fen is a difference, and it is found in the figure where it arises, with the step that makes it. */
static void
test_one_fen (void)
{
  g_autoptr (MingLibrary) library = load_library ();
  g_autoptr (MingCase) input = load_example ("beijing-retired-inpatient.json");

  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    {
      MingStatement statement = state (library, input);
      g_autoptr (MingAudit) found = NULL;

      statement.amount[i].fen += 1;
      found = audit (library, input, &statement);
      g_assert_cmpint (found->first, ==, i);
      g_assert_cmpint (found->rows[i].difference_fen, ==, 1);
      g_assert_cmpint (found->rows[i].step, <=, (int) found->steps->len);
    }
}

/* Each fact is changed in the case behind the statement; the audit must name it. */
static void
test_names_the_fact (void)
{
  g_autoptr (MingLibrary) library = load_library ();
  static const struct
  {
    MingCauseKind kind;
    const char *value;
  } changes[] = {
    { MING_CAUSE_ADMISSION, "2" }, { MING_CAUSE_PSN_TYPE, "1101" },  { MING_CAUSE_HOSP_LV, "05" },
    { MING_CAUSE_HOSP_LV, "08" },  { MING_CAUSE_BALANCE, "200.00" }, { MING_CAUSE_CHARGES, "53600.01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (MingCase) input = load_example ("beijing-retired-inpatient.json");
      g_autoptr (MingCase) real = ming_case_copy (input);
      g_autoptr (MingAudit) found = NULL;
      MingStatement statement;

      if (changes[i].kind == MING_CAUSE_ADMISSION)
        visit_of (real)->admission = 2;
      else if (changes[i].kind == MING_CAUSE_PSN_TYPE)
        {
          g_free (real->person.psn_type);
          real->person.psn_type = g_strdup (changes[i].value);
        }
      else if (changes[i].kind == MING_CAUSE_HOSP_LV)
        {
          g_free (visit_of (real)->hosp_lv);
          visit_of (real)->hosp_lv = g_strdup (changes[i].value);
        }
      else if (changes[i].kind == MING_CAUSE_BALANCE)
        real->person.balc.fen = 20000;
      else
        {
          visit_of (real)->medfee_sumamt.fen += 1;
          visit_of (real)->inscp_scp_amt.fen += 1;
        }
      statement = state (library, real);
      found = audit (library, input, &statement);
      g_test_message ("%u %s", changes[i].kind, changes[i].value);
      g_assert_cmpint (found->first, <, MING_N_STATEMENT_FIELDS);
      g_assert_true (has_cause (found, changes[i].kind, changes[i].value));
    }
}

/* A second stay borne as a first: the deductible is the first thing that differs, by 650 yuan. */
static void
test_second_stay (void)
{
  g_autoptr (MingLibrary) library = load_library ();
  g_autoptr (MingCase) input = load_example ("beijing-retired-inpatient.json");
  MingStatement statement = { 0 };
  g_autoptr (MingAudit) found = NULL;

  statement.amount[MING_STATEMENT_TOTAL] = (MingAmount){ TRUE, 5360000 };
  statement.amount[MING_STATEMENT_DEDUCTIBLE] = (MingAmount){ TRUE, 65000 };
  found = audit (library, input, &statement);
  g_assert_cmpint (found->first, ==, MING_STATEMENT_DEDUCTIBLE);
  g_assert_cmpint (found->n_compared, ==, 2);
  g_assert_cmpint (found->rows[MING_STATEMENT_DEDUCTIBLE].difference_fen, ==, -65000);
  g_assert_cmpint (found->rows[MING_STATEMENT_HIFP].state, ==, MING_AUDIT_NOT_TYPED);
  g_assert_true (has_cause (found, MING_CAUSE_ADMISSION, "2"));
  g_assert_false (has_cause (found, MING_CAUSE_ADMISSION, "1"));
}

/* The deductible of a year was partly used: so much less is left of it. */
static void
test_deductible_used (void)
{
  g_autoptr (MingLibrary) library = load_library ();
  g_autoptr (MingCase) input = load_example ("beijing-active-outpatient.json");
  g_autoptr (MingCase) real = ming_case_copy (input);
  g_autoptr (MingEstimate) estimate = ming_estimate_new (library, input, NULL);
  const MingVisitResult *visit = g_ptr_array_index (estimate->visits, 0);
  guint counter = (guint) visit->resolved->plan.layer[0].counter;
  MingSoFar *so_far = g_new0 (MingSoFar, 1);
  g_autoptr (MingAudit) found = NULL;
  MingStatement statement;

  so_far->counter = g_strdup (g_ptr_array_index (visit->resolved->counters, counter));
  so_far->deductible_fen = 12345;
  g_ptr_array_add (real->so_far, so_far);
  statement = state (library, real);
  found = audit (library, input, &statement);
  g_assert_cmpint (found->first, ==, MING_STATEMENT_DEDUCTIBLE);
  g_assert_cmpint (found->rows[MING_STATEMENT_DEDUCTIBLE].difference_fen, ==, -12345);
  g_assert_true (has_cause (found, MING_CAUSE_DEDUCTIBLE_USED, "123.45"));
}

static void
test_unknown_visit (void)
{
  g_autoptr (MingLibrary) library = load_library ();
  g_autoptr (MingCase) input = load_example ("beijing-retired-inpatient.json");
  MingStatement statement = state (library, input);
  g_autoptr (MingAudit) found = NULL;

  visit_of (input)->enddate = visit_of (input)->begndate = (MingDate){ 1990, 1, 1 };
  found = audit (library, input, &statement);
  g_assert_cmpint (found->visit->outcome, ==, MING_OUTCOME_NO_RULE);
  g_assert_cmpint (found->n_compared, ==, 0);
  g_assert_cmpint (found->rows[MING_STATEMENT_TOTAL].state, ==, MING_AUDIT_NOT_KNOWN);
  g_assert_cmpint (found->causes->len, ==, 0);
}

/* Figures of real settlements (Hengshui outpatient, Chongqing inpatient, a Hunan outpatient row). */
static const char record_a[] =
    "{\"setlinfo\": {\"medfee_sumamt\": 4.52, \"fulamt_ownpay_amt\": 0, "
    "\"overlmt_selfpay\": 0, \"preselfpay_amt\": 0.23, \"inscp_scp_amt\": 4.29, "
    "\"act_pay_dedc\": 4.29, \"hifp_pay\": 0, \"hifob_pay\": 0, "
    "\"fund_pay_sumamt\": 0, \"psn_part_amt\": 4.52, \"acct_pay\": 4.52, \"psn_cash_pay\": 0}}";
static const char record_b[] =
    "{\"output\": {\"setlinfo\": {\"medfee_sumamt\": \"23442.46\", "
    "\"fulamt_ownpay_amt\": 2533.97, \"overlmt_selfpay\": 1396.89, "
    "\"preselfpay_amt\": 703.44, \"inscp_scp_amt\": 18808.16, "
    "\"hifob_pay\": 18785.39, \"fund_pay_sumamt\": 18785.39, \"hosp_part_amt\": 505.01, "
    "\"psn_part_amt\": 4152.06, \"acct_pay\": 170.04, \"psn_cash_pay\": 3982.02, "
    "\"acct_mulaid_pay\": null}}}";
static const char record_d[] = "{\"medfee_sumamt\": 576.07, \"inscp_amt\": 576.07, \"hifp_pay\": 210.00, "
                               "\"fund_pay_sumamt\": 210.00, \"psn_pay\": 366.07, \"cash_payamt\": 366.07}";

static void
test_real_records (void)
{
  static const struct
  {
    const char *text;
    MingFen total_fen;
    MingFen cash_fen;
  } records[] = { { record_a, 452, 0 }, { record_b, 2344246, 398202 }, { record_d, 57607, 36607 } };

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (GError) error = NULL;
      MingStatement statement;
      MingSum sums[MING_N_STATEMENT_SUMS];

      g_assert_true (ming_statement_parse (records[i].text, -1, &statement, &error));
      g_assert_no_error (error);
      g_assert_cmpint (statement.amount[MING_STATEMENT_TOTAL].fen, ==, records[i].total_fen);
      g_assert_cmpint (statement.amount[MING_STATEMENT_CASH].fen, ==, records[i].cash_fen);
      g_assert_false (statement.amount[MING_STATEMENT_FAMILY].known);
      ming_statement_sums (&statement, sums);
      for (int n = 0; n < 4; n++)
        g_assert_cmpint (sums[n].state, ==, MING_SUM_HOLDS);
      g_assert_cmpint (sums[4].state, ==, MING_SUM_NOT_ASKED);
      statement.amount[MING_STATEMENT_TOTAL].fen -= 1;
      ming_statement_sums (&statement, sums);
      g_assert_cmpint (sums[0].state, ==, MING_SUM_FAILS);
      g_assert_cmpint (sums[0].difference_fen, ==, -1);
      g_assert_cmpint (sums[1].state, ==, MING_SUM_HOLDS);
    }
}

static void
test_missing_is_not_zero (void)
{
  MingStatement statement = { 0 };
  MingSum sums[MING_N_STATEMENT_SUMS];

  statement.amount[MING_STATEMENT_TOTAL] = (MingAmount){ TRUE, 10000 };
  statement.amount[MING_STATEMENT_FUNDS] = (MingAmount){ TRUE, 6000 };
  ming_statement_sums (&statement, sums);
  g_assert_cmpint (sums[0].state, ==, MING_SUM_NOT_ASKED);
  g_assert_cmpint (sums[2].state, ==, MING_SUM_OPEN);
  g_assert_cmpint (sums[2].difference_fen, ==, 4000);
  statement.amount[MING_STATEMENT_CASH] = (MingAmount){ TRUE, 4000 };
  ming_statement_sums (&statement, sums);
  g_assert_cmpint (sums[4].state, ==, MING_SUM_HOLDS);
  statement.amount[MING_STATEMENT_CASH].fen = 4001;
  ming_statement_sums (&statement, sums);
  g_assert_cmpint (sums[4].state, ==, MING_SUM_FAILS);
  g_assert_cmpint (sums[4].difference_fen, ==, -1);
}

static void
test_bad_files (void)
{
  static const struct
  {
    const char *text;
    MingCaseError code;
  } bad[] = {
    { "", MING_CASE_ERROR_SYNTAX },
    { "{\"medfee_sumamt\": 1, \"medfee_sumamt\": 2}", MING_CASE_ERROR_SYNTAX },
    { "{\"medfee_sumamt\": 1 /* one */}", MING_CASE_ERROR_SYNTAX },
    { "[]", MING_CASE_ERROR_FORMAT },
    { "{\"output\": {}}", MING_CASE_ERROR_FORMAT },
    { "{\"medfee_sumamt\": -3379.26}", MING_CASE_ERROR_BAD_VALUE },
    { "{\"medfee_sumamt\": 0.125}", MING_CASE_ERROR_BAD_VALUE },
    { "{\"medfee_sumamt\": 1e3}", MING_CASE_ERROR_BAD_VALUE },
    { "{\"medfee_sumamt\": {}}", MING_CASE_ERROR_BAD_VALUE },
    { "{\"medfee_sumamt\": true}", MING_CASE_ERROR_BAD_VALUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      MingStatement statement;

      g_test_message ("%s", bad[i].text);
      g_assert_false (ming_statement_parse (bad[i].text, -1, &statement, &error));
      g_assert_error (error, MING_CASE_ERROR, (int) bad[i].code);
    }
}

/* Amounts that no binary fraction holds come through to the fen. */
static void
test_exact_numbers (void)
{
  static const char *const texts[] = { "0.29", "0.1", "1.005e", "9999999999.99", "4.35", "\"4.35\"" };
  static const MingFen fen[] = { 29, 10, -1, 999999999999, 435, 435 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("{\"note\": \"a \\\"7\\\" b 8\", \"medfee_sumamt\":%s}", texts[i]);
      MingStatement statement;

      if (fen[i] < 0)
        g_assert_false (ming_statement_parse (text, -1, &statement, NULL));
      else
        {
          g_assert_true (ming_statement_parse (text, -1, &statement, NULL));
          g_assert_cmpint (statement.amount[MING_STATEMENT_TOTAL].fen, ==, fen[i]);
        }
    }
}

static void
test_no_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/setlinfo.json");
  g_autoptr (GError) error = NULL;
  MingStatement statement;

  g_assert_false (ming_statement_load (file, &statement, &error));
  g_assert_error (error, MING_CASE_ERROR, MING_CASE_ERROR_IO);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit/agrees", test_agrees);
  g_test_add_func ("/audit/one-fen", test_one_fen);
  g_test_add_func ("/audit/names-the-fact", test_names_the_fact);
  g_test_add_func ("/audit/second-stay", test_second_stay);
  g_test_add_func ("/audit/deductible-used", test_deductible_used);
  g_test_add_func ("/audit/unknown-visit", test_unknown_visit);
  g_test_add_func ("/statement/real-records", test_real_records);
  g_test_add_func ("/statement/missing-is-not-zero", test_missing_is_not_zero);
  g_test_add_func ("/statement/bad-files", test_bad_files);
  g_test_add_func ("/statement/exact-numbers", test_exact_numbers);
  g_test_add_func ("/statement/no-file", test_no_file);
  return g_test_run ();
}
