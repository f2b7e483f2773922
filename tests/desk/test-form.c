/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "core/ming-text.h"
#include "desk/estimate/ming-estimate-answer.h"
#include "counter.h"

/* What the form decides, without a screen: values to state, values to a case, a case to words. */

static const MingFieldState *
state_of (MingSession *session, MingField field)
{
  return &ming_session_get_form (session)->field[field];
}

static const char *
figure_of (MingSession *session, MingHeadlineKind kind)
{
  return ming_session_get_answer (session)->figure[kind].value;
}

static void
type (MingSession *session, MingField field, const char *text)
{
  ming_session_set_field (session, field, text);
}

/* A retired person in a hospital of level 3: what data/examples/beijing-retired-inpatient.json says. */
static void
type_retired_inpatient (MingSession *session)
{
  type (session, MING_FIELD_PSN_TYPE, "1201");
  type (session, MING_FIELD_GEND, "2");
  type (session, MING_FIELD_BRDY, "19520318");
  type (session, MING_FIELD_BASE, "5869");
  type (session, MING_FIELD_BALC, "1204.30");
  type (session, MING_FIELD_DATE, "2025-11-3");
  type (session, MING_FIELD_MED_TYPE, "21");
  type (session, MING_FIELD_HOSP_LV, "02");
  type (session, MING_FIELD_BEGNDATE, "20251020");
  type (session, MING_FIELD_ENDDATE, "20251103");
  type (session, MING_FIELD_TOTAL, "53,600");
  type (session, MING_FIELD_FULL_OWN, "1800");
  type (session, MING_FIELD_FIRST_PAY, "1800");
}

static MingEstimate *
estimate_example (MingSession *session, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("MING_DATADIR"), "examples", name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (MingCase) input = NULL;
  MingEstimate *estimate;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  input = ming_case_parse (text, (gssize) length, NULL, &error);
  g_assert_no_error (error);
  estimate = ming_estimate_new (ming_session_get_world (session)->library, input, &error);
  g_assert_no_error (error);
  return estimate;
}

/* What is typed must be settled as the case file of the same story is, payer by payer, row by row. */
static void
test_typed_case_is_the_case_file (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingEstimate) expected = estimate_example (session, "beijing-retired-inpatient.json");
  const MingVisitResult *visit = g_ptr_array_index (expected->visits, 0);
  const MingEstimateAnswer *answer;
  const MingVisitResult *typed;
  g_autofree char *fund = ming_answer_money (visit->settlement.fund_fen);

  type_retired_inpatient (session);
  answer = ming_session_get_answer (session);
  g_assert_nonnull (answer->estimate);
  typed = g_ptr_array_index (answer->estimate->visits, 0);
  g_assert_cmpint (visit->outcome, ==, MING_OUTCOME_KNOWN);
  g_assert_cmpint (typed->outcome, ==, MING_OUTCOME_KNOWN);
  for (int i = 0; i < MING_N_PAYERS; i++)
    g_assert_cmpint (ming_bill_paid_by (&typed->settlement.bill, (MingPayer) i), ==,
                     ming_bill_paid_by (&visit->settlement.bill, (MingPayer) i));
  g_assert_cmpint (typed->settlement.bill.n_segments, ==, visit->settlement.bill.n_segments);
  g_assert_cmpstr (figure_of (session, MING_HEADLINE_FUND), ==, fund);
  g_assert_cmpint (ming_bill_paid_by (&typed->settlement.bill, MING_PAYER_HIFP), ==, 4521700);
  g_assert_cmpstr (figure_of (session, MING_HEADLINE_CREDIT), ==, "110.00");
  g_assert_cmpint (answer->messages->len, ==, 0);
}

static void
test_table_adds_up (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateAnswer *answer;
  const MingAnswerRow *total;
  MingFen sum_fen = 0, total_fen = 0;

  type_retired_inpatient (session);
  answer = ming_session_get_answer (session);
  g_assert_cmpint (answer->table->len, >, 3);
  total = g_ptr_array_index (answer->table, answer->table->len - 1);
  g_assert_true (total->is_total);
  g_assert_cmpint (g_strv_length (total->cells), ==, answer->headings->len);
  /* Amount, rate, then payers, then the step. */
  for (guint i = 3; i + 1 < answer->headings->len; i++)
    {
      MingFen paid_fen = 0;

      if (!g_str_equal (total->cells[i], "·"))
        g_assert_cmpint (ming_text_parse_fen_entry (total->cells[i], strlen (total->cells[i]), &paid_fen,
                                                    NULL),
                         ==, MING_OK);
      sum_fen += paid_fen;
    }
  g_assert_cmpint (ming_text_parse_fen_entry (total->cells[1], strlen (total->cells[1]), &total_fen, NULL),
                   ==, MING_OK);
  g_assert_cmpint (sum_fen, ==, total_fen);
  g_assert_cmpint (total_fen, ==, 5360000);
}

static void
test_second_stay (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingVisitResult *visit;

  type_retired_inpatient (session);
  g_assert_cmpstr (state_of (session, MING_FIELD_ADMISSION)->placeholder, ==, "1");
  type (session, MING_FIELD_ADMISSIONS, "1");
  g_assert_cmpstr (state_of (session, MING_FIELD_ADMISSION)->placeholder, ==, "2");
  visit = g_ptr_array_index (ming_session_get_answer (session)->estimate->visits, 0);
  g_assert_cmpint (visit->settlement.act_dedc_fen, ==, 65000);

  type (session, MING_FIELD_ADMISSION, "3");
  g_assert_nonnull (state_of (session, MING_FIELD_ADMISSION)->fault);
  g_assert_null (ming_session_get_answer (session)->estimate);
  type (session, MING_FIELD_ADMISSIONS, "");
  g_assert_null (state_of (session, MING_FIELD_ADMISSION)->fault);
}

static void
test_account_credit (void)
{
  g_autoptr (MingSession) session = counter_open ();

  type (session, MING_FIELD_PSN_TYPE, "1101");
  type (session, MING_FIELD_AGE, "40");
  g_assert_cmpstr (figure_of (session, MING_HEADLINE_CREDIT), ==, "—");
  type (session, MING_FIELD_BASE, "5869");
  type (session, MING_FIELD_DATE, "20221008");
  g_assert_cmpstr (figure_of (session, MING_HEADLINE_CREDIT), ==, "117.38");
  g_assert_cmpstr (figure_of (session, MING_HEADLINE_FUND), ==, "—");
  g_assert_cmpint (ming_session_get_answer (session)->messages->len, ==, 1);
}

static void
test_nothing_from_invalid_input (void)
{
  static const struct
  {
    MingField field;
    const char *text;
    gboolean unfinished;
  } refused[] = {
    { MING_FIELD_TOTAL, "5x", FALSE },       { MING_FIELD_TOTAL, "-5", FALSE },
    { MING_FIELD_TOTAL, "0.125", FALSE },    { MING_FIELD_TOTAL, "99999999999999", FALSE },
    { MING_FIELD_ENDDATE, "20250230", FALSE }, { MING_FIELD_ENDDATE, "2025", TRUE },
    { MING_FIELD_BRDY, "20990101", FALSE },  { MING_FIELD_BEGNDATE, "20251104", FALSE },
    { MING_FIELD_ADMISSION, "0", FALSE },    { MING_FIELD_IDCARD, "11010519491231", TRUE },
    { MING_FIELD_IDCARD, "110105194912310021", FALSE }, { MING_FIELD_PSN_TYPE, "zz", FALSE },
    { MING_FIELD_REGION, "xyz", FALSE },     { MING_FIELD_FULL_OWN, "52000", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (MingSession) session = counter_open ();
      MingField field = refused[i].field == MING_FIELD_FULL_OWN ? MING_FIELD_TOTAL : refused[i].field;

      type_retired_inpatient (session);
      type (session, refused[i].field, refused[i].text);
      g_test_message ("field %u, text %s", refused[i].field, refused[i].text);
      g_assert_nonnull (state_of (session, field)->fault);
      g_assert_cmpint (state_of (session, field)->unfinished, ==, refused[i].unfinished);
      g_assert_null (ming_session_get_answer (session)->estimate);
      g_assert_cmpstr (figure_of (session, MING_HEADLINE_FUND), ==, "—");
      g_assert_cmpint (ming_session_get_answer (session)->messages->len, >, 0);
      g_assert_cmpint (ming_session_get_answer (session)->table->len, ==, 0);
    }
}

static void
test_lenient_entry (void)
{
  static const struct
  {
    const char *text;
    const char *tidy;
  } amounts[] = {
    { "５３６００", "53,600.00" }, { "5.36万", "53,600.00" },  { "¥ 53,600.00", "53,600.00" },
    { "53 600元", "53,600.00" },   { "53600。5", "53,600.50" }, { "5x", "5x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *tidy = ming_field_tidy (MING_FIELD_TOTAL, amounts[i].text, today);

      g_assert_cmpstr (tidy, ==, amounts[i].tidy);
    }
}

static void
test_percentage (void)
{
  MingParsed parsed = ming_field_parse (MING_FIELD_FIRST_RATE, "10", today);

  g_assert_null (parsed.fault);
  g_assert_cmpint (parsed.rate.num * INT64_C (10), ==, parsed.rate.den);
  parsed = ming_field_parse (MING_FIELD_FIRST_RATE, "0.1", today);
  g_assert_null (parsed.fault);
  g_assert_cmpint (parsed.rate.num * INT64_C (10), ==, parsed.rate.den);
  parsed = ming_field_parse (MING_FIELD_FIRST_RATE, "101", today);
  g_assert_nonnull (parsed.fault);
  g_free (parsed.fault);
  parsed = ming_field_parse (MING_FIELD_FIRST_RATE, "120%", today);
  g_assert_nonnull (parsed.fault);
  g_free (parsed.fault);
}

/* The number of the standard's own example: born 1949-12-31, female. */
static void
test_citizen_number (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateValues *values;

  type (session, MING_FIELD_IDCARD, "１１０１０５１９４９１２３１００２x");
  values = ming_session_get_values (session);
  g_assert_cmpstr (values->text[MING_FIELD_BRDY], ==, "1949-12-31");
  g_assert_cmpstr (values->text[MING_FIELD_GEND], ==, "2");
  g_assert_cmpstr (state_of (session, MING_FIELD_AGE)->text, ==, "75");
  g_assert_cmpint (ming_estimate_form_next (ming_session_get_form (session), values, MING_FIELD_IDCARD), ==,
                   MING_FIELD_BASE);

  ming_session_leave_field (session, MING_FIELD_IDCARD);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_IDCARD], ==, "110105**********2X");
  g_assert_null (state_of (session, MING_FIELD_IDCARD)->fault);
}

static void
test_next_client_forgets (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateValues *values;

  type_retired_inpatient (session);
  type (session, MING_FIELD_IDCARD, "11010519491231002X");
  type (session, MING_FIELD_SO_FAR, "500");
  g_assert_cmpint (g_hash_table_size (ming_session_get_values (session)->so_far), ==, 1);
  ming_session_next_client (session);
  values = ming_session_get_values (session);
  g_assert_cmpint (g_hash_table_size (values->so_far), ==, 0);
  for (int i = 0; i < MING_N_FIELDS; i++)
    if (i != MING_FIELD_REGION && i != MING_FIELD_INSUTYPE && i != MING_FIELD_MED_TYPE
        && i != MING_FIELD_HOSP_LV && i != MING_FIELD_BY_CLASS && i != MING_FIELD_AWAY
        && i != MING_FIELD_AREA)
      g_assert_cmpstr (values->text[i], ==, "");
  g_assert_cmpstr (values->text[MING_FIELD_REGION], ==, "110000");
  g_assert_cmpstr (values->text[MING_FIELD_AWAY], ==, "home");
  g_assert_null (ming_session_get_answer (session)->estimate);
}

static void
test_change_of_region (void)
{
  g_autoptr (MingSession) session = counter_open ();

  type (session, MING_FIELD_PSN_TYPE, "1201");
  type (session, MING_FIELD_REGION, "990000");
  g_assert_null (state_of (session, MING_FIELD_REGION)->fault);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_PSN_TYPE], ==, "1201");
  type (session, MING_FIELD_INSUTYPE, "390");
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_PSN_TYPE], ==, "");
  g_assert_null (ming_choices_find (state_of (session, MING_FIELD_PSN_TYPE)->choices, "1201"));

  /* A place that is known but has no pack. */
  type (session, MING_FIELD_REGION, "540100");
  g_assert_nonnull (state_of (session, MING_FIELD_REGION)->fault);
  g_assert_null (ming_session_get_form (session)->input);
}

static void
test_region_search (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateWorld *world = ming_session_get_world (session);
  static const char *const typed[] = { "bj", "北京", "110000", "ＢＪ" };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) found = ming_places_search (world->regions, world->library, typed[i], 12);

      g_assert_cmpint (found->len, >, 0);
      g_assert_cmpint (found->len, <=, 12);
      g_assert_cmpstr (((const MingChoice *) g_ptr_array_index (found, 0))->code, ==, "110000");
    }
  {
    g_autoptr (GPtrArray) found = ming_places_search (world->regions, world->library, "虚构", 12);

    g_assert_cmpint (found->len, ==, 1);
    g_assert_cmpstr (((const MingChoice *) g_ptr_array_index (found, 0))->code, ==, "990000");
  }
}

static void
test_choice_search (void)
{
  g_autoptr (GPtrArray) choices = ming_choices_new ();
  g_autoptr (GPtrArray) found = NULL;

  g_ptr_array_add (choices, ming_choice_new ("1101", "职工在职", "zgzz"));
  g_ptr_array_add (choices, ming_choice_new ("1201", "职工退休", "zgtx"));
  g_ptr_array_add (choices, ming_choice_new ("1501", "普通居民", "ptjm"));
  found = ming_choices_search (choices, "ｚｇＴ");
  g_assert_cmpint (found->len, ==, 1);
  g_assert_cmpstr (((MingChoice *) g_ptr_array_index (found, 0))->code, ==, "1201");
  g_clear_pointer (&found, g_ptr_array_unref);
  found = ming_choices_search (choices, "退休");
  g_assert_cmpint (found->len, ==, 1);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = ming_choices_search (choices, "1");
  g_assert_cmpint (found->len, ==, 3);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = ming_choices_search (choices, "nobody");
  g_assert_cmpint (found->len, ==, 0);
}

static void
test_costs (void)
{
  g_autoptr (MingSession) session = counter_open ();

  type_retired_inpatient (session);
  g_assert_cmpstr (state_of (session, MING_FIELD_IN_SCOPE)->text, ==, "50,000.00");
  type (session, MING_FIELD_OVER_LIMIT, "50000");
  g_assert_cmpstr (state_of (session, MING_FIELD_IN_SCOPE)->text, ==, "0.00");
  type (session, MING_FIELD_OVER_LIMIT, "50000.01");
  g_assert_nonnull (state_of (session, MING_FIELD_TOTAL)->fault);

  /* 甲 12000, 乙 5000 of which 10 % are borne first, 丙 1000. */
  type (session, MING_FIELD_OVER_LIMIT, "");
  type (session, MING_FIELD_BY_CLASS, MING_BY_CATALOGUE);
  g_assert_false (state_of (session, MING_FIELD_TOTAL)->visible);
  type (session, MING_FIELD_CLASS_A, "12000");
  type (session, MING_FIELD_CLASS_B, "5000");
  type (session, MING_FIELD_CLASS_C, "1000");
  g_assert_cmpstr (ming_session_get_answer (session)->in_scope, ==, "");
  type (session, MING_FIELD_FIRST_RATE, "10");
  g_assert_cmpstr (ming_session_get_answer (session)->in_scope, ==, "16,500.00");
}

/*
 * What the year so far adds up is asked as the pack counts it,
 * and reaches the case under the pack's own names.
 */
static void
test_year_so_far (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateForm *form;
  const MingSoFar *so_far;

  type_retired_inpatient (session);
  g_assert_true (state_of (session, MING_FIELD_SO_FAR)->visible);
  type (session, MING_FIELD_SO_FAR, "99000");
  form = ming_session_get_form (session);
  g_assert_cmpint (form->input->so_far->len, ==, 1);
  so_far = g_ptr_array_index (form->input->so_far, 0);
  g_assert_cmpint (so_far->paid_fen, ==, 9900000);
  g_assert_true (g_str_has_prefix (form->field[MING_FIELD_SO_FAR].key, so_far->counter));

  /* Another kind of care counts other things; what was typed is still there on the way back. */
  type (session, MING_FIELD_MED_TYPE, "11");
  g_assert_false (state_of (session, MING_FIELD_ADMISSIONS)->visible);
  type (session, MING_FIELD_MED_TYPE, "21");
  g_assert_cmpstr (state_of (session, MING_FIELD_SO_FAR)->text, ==, "99000");
}

static void
test_labels_follow_the_person (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autofree char *in_work = NULL;

  type (session, MING_FIELD_PSN_TYPE, "1101");
  in_work = g_strdup (state_of (session, MING_FIELD_BASE)->label);
  type (session, MING_FIELD_BASE, "5000");
  g_assert_true (ming_session_get_form (session)->input->person.base.known);
  type (session, MING_FIELD_PSN_TYPE, "1201");
  g_assert_cmpstr (state_of (session, MING_FIELD_BASE)->label, !=, in_work);
  g_assert_false (ming_session_get_form (session)->input->person.base.known);
  g_assert_true (ming_session_get_form (session)->input->person.pension.known);
}

static void
count_cb (MingSession *session, guint *n)
{
  *n += 1;
}

static void
test_session_tells_once (void)
{
  g_autoptr (MingSession) session = counter_open ();
  guint n = 0;

  g_signal_connect (session, "changed", G_CALLBACK (count_cb), &n);
  type (session, MING_FIELD_TOTAL, "53600");
  g_assert_cmpint (n, ==, 1);
  ming_session_leave_field (session, MING_FIELD_TOTAL);
  g_assert_cmpint (n, ==, 2);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_TOTAL], ==, "53,600.00");
  ming_session_leave_field (session, MING_FIELD_TOTAL);
  g_assert_cmpint (n, ==, 2);
  g_assert_true (ming_session_reload (session));
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_TOTAL], ==, "53,600.00");
}

static void
test_no_packs_at_all (void)
{
  g_autoptr (MingSession) session = ming_session_new ("/nonexistent", today);

  g_assert_nonnull (ming_session_get_problem (session));
  g_assert_null (ming_session_get_form (session)->input);
  type (session, MING_FIELD_TOTAL, "5");
  g_assert_null (ming_session_get_answer (session)->estimate);
  g_assert_false (ming_session_reload (session));
}

static void
test_shares (void)
{
  g_autofree char *third = ming_answer_share (1, 3);
  g_autofree char *all = ming_answer_share (7, 7);
  g_autofree char *none = ming_answer_share (0, 0);

  g_assert_cmpstr (third, ==, "33.3 %");
  g_assert_cmpstr (all, ==, "100.0 %");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/typed-case-is-the-case-file", test_typed_case_is_the_case_file);
  g_test_add_func ("/form/table-adds-up", test_table_adds_up);
  g_test_add_func ("/form/second-stay", test_second_stay);
  g_test_add_func ("/form/account-credit", test_account_credit);
  g_test_add_func ("/form/nothing-from-invalid-input", test_nothing_from_invalid_input);
  g_test_add_func ("/form/lenient-entry", test_lenient_entry);
  g_test_add_func ("/form/percentage", test_percentage);
  g_test_add_func ("/form/citizen-number", test_citizen_number);
  g_test_add_func ("/form/next-client-forgets", test_next_client_forgets);
  g_test_add_func ("/form/change-of-region", test_change_of_region);
  g_test_add_func ("/form/region-search", test_region_search);
  g_test_add_func ("/form/choice-search", test_choice_search);
  g_test_add_func ("/form/costs", test_costs);
  g_test_add_func ("/form/year-so-far", test_year_so_far);
  g_test_add_func ("/form/labels-follow-the-person", test_labels_follow_the_person);
  g_test_add_func ("/form/session-tells-once", test_session_tells_once);
  g_test_add_func ("/form/no-packs-at-all", test_no_packs_at_all);
  g_test_add_func ("/form/shares", test_shares);
  return g_test_run ();
}
