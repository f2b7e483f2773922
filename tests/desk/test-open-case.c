/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "desk/estimate/ming-estimate-answer.h"
#include "desk/ledger/ming-ledger-file.h"
#include "counter.h"

/* What few bills say: by whose catalogue it was parted, class B by item. */

#define BY_HOME "\"catalogue\": \"home\", "
#define BY_PLACE "\"catalogue\": \"place\", "
#define FOUR_CLASSES \
  "\"fulamt_ownpay_amt\": \"0.00\", \"overlmt_selfpay\": \"0.00\", \"preselfpay_amt\": \"0.00\""
#define ITEMS "\"classes\": {\"a\": \"3566.67\", \"c\": \"100.00\", \"b_items\": [" \
              " {\"name\": \"CT\", \"amount\": \"1000.00\", \"first_pay_rate\": \"10%\"}," \
              " {\"amount\": \"5000.00\", \"first_pay_rate\": \"20%\"}," \
              " {\"amount\": \"333.33\", \"first_pay_rate\": \"5%\"}]}"

/* A stay beyond the province, where the catalogue of the place of treatment applies. */
static MingCase *
make_case (const char *catalogue, const char *costs)
{
  g_autofree char *text = g_strconcat (
      "{\"format\": \"mingsuan-case/1\", \"date\": \"2025-10-10\", \"insuplc_admdvs\": \"369900\","
      " \"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\", \"age\": \"40\"}, \"visits\": ["
      " {\"med_type\": \"21\", \"hosp_lv\": \"02\","
      " \"begndate\": \"2025-10-10\", \"enddate\": \"2025-10-10\","
      " \"away\": \"referral\", \"area\": \"outside\", \"medfee_sumamt\": \"10000.00\", ",
      catalogue, costs, "}]}", NULL);
  g_autoptr (GError) error = NULL;
  MingCase *input = ming_case_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return input;
}

static const MingVisitResult *
result_of (MingSession *session)
{
  const MingEstimateAnswer *answer = ming_session_get_answer (session);

  g_assert_nonnull (answer->estimate);
  g_assert_cmpuint (answer->estimate->visits->len, ==, 1);
  return g_ptr_array_index (answer->estimate->visits, 0);
}

/* The window answers as the command line does, which has the case as it is. */
static void
check_same_answer (MingSession *session, const MingCase *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingEstimate) expected = NULL;
  const MingVisitResult *direct, *opened;

  ming_session_open_case (session, input);
  expected = ming_estimate_new (ming_session_get_world (session)->library, input, &error);
  g_assert_no_error (error);
  direct = g_ptr_array_index (expected->visits, 0);
  opened = result_of (session);
  g_assert_cmpint (opened->outcome, ==, direct->outcome);
  g_assert_cmpuint (opened->messages->len, ==, direct->messages->len);
  for (guint i = 0; i < direct->messages->len; i++)
    g_assert_cmpstr (g_ptr_array_index (opened->messages, i), ==, g_ptr_array_index (direct->messages, i));
  if (direct->outcome != MING_OUTCOME_KNOWN)
    return;
  for (int i = 0; i < MING_N_PAYERS; i++)
    g_assert_cmpint (ming_bill_paid_by (&opened->settlement.bill, (MingPayer) i), ==,
                     ming_bill_paid_by (&direct->settlement.bill, (MingPayer) i));
}

static void
test_whose_catalogue (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCase) by_home = make_case (BY_HOME, FOUR_CLASSES);
  g_autoptr (MingCase) by_place = make_case (BY_PLACE, FOUR_CLASSES);
  g_autoptr (MingCase) silent = make_case ("", FOUR_CLASSES);

  check_same_answer (session, silent);
  g_assert_cmpstr (result_of (session)->visit->catalogue, ==, NULL);
  check_same_answer (session, by_place);
  g_assert_cmpstr (result_of (session)->visit->catalogue, ==, "place");
  g_assert_cmpint (result_of (session)->outcome, ==, MING_OUTCOME_KNOWN);
  check_same_answer (session, by_home);
  g_assert_cmpstr (result_of (session)->visit->catalogue, ==, "home");
  g_assert_cmpint (result_of (session)->outcome, ==, MING_OUTCOME_NOT_ASKED);
}

/* Whose catalogue stands in a field of its own where care is away from home, and can be changed there. */
static void
test_whose_catalogue_is_seen (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCase) by_home = make_case (BY_HOME, FOUR_CLASSES);
  const MingFieldState *state;

  g_assert_false (ming_session_get_form (session)->field[MING_FIELD_CATALOGUE].visible);
  ming_session_open_case (session, by_home);
  state = &ming_session_get_form (session)->field[MING_FIELD_CATALOGUE];
  g_assert_true (state->visible);
  g_assert_cmpuint (state->choices->len, ==, 2);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_CATALOGUE], ==, "home");
  ming_session_set_field (session, MING_FIELD_FIRST_PAY, "250");
  g_assert_cmpint (result_of (session)->outcome, ==, MING_OUTCOME_NOT_ASKED);
  ming_session_set_field (session, MING_FIELD_CATALOGUE, "place");
  g_assert_cmpint (result_of (session)->outcome, ==, MING_OUTCOME_KNOWN);
  ming_session_set_field (session, MING_FIELD_CATALOGUE, "");
  g_assert_cmpstr (result_of (session)->visit->catalogue, ==, NULL);
  ming_session_set_field (session, MING_FIELD_CATALOGUE, "elsewhere");
  g_assert_nonnull (ming_session_get_form (session)->field[MING_FIELD_CATALOGUE].fault);
  ming_session_next_client (session);
  g_assert_false (ming_session_get_form (session)->field[MING_FIELD_CATALOGUE].visible);
}

/* All eight members that a case may name are there, pay as they did, and are in the case again. */
static void
test_eight_members (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCase) input = make_case (BY_PLACE, FOUR_CLASSES);
  const MingVisitResult *visit;

  for (int i = 0; i < 8; i++)
    {
      MingFamilyAccount *account = g_new0 (MingFamilyAccount, 1);

      account->balc_fen = 1000 * (i + 1);
      account->rank = 8 - i;
      account->bound = (MingDate){ 2024, 1, (gint8) (i + 1) };
      g_ptr_array_add (input->person.family, account);
    }
  check_same_answer (session, input);
  visit = result_of (session);
  g_assert_cmpint (visit->purse_before.n_family, ==, 8);
  for (int i = 0; i < 8; i++)
    g_assert_cmpint (visit->purse_before.family_fen[i], ==, 1000 * (8 - i));
  g_assert_cmpstr (ming_session_get_values (session)->family[7][MING_FAMILY_BALC], ==, "80.00");
  g_assert_cmpuint (ming_session_get_form (session)->family->len, ==, 8);
}

static void
test_items_of_class_b (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCase) input = make_case (BY_PLACE, ITEMS);
  const MingEstimateForm *form;

  check_same_answer (session, input);
  g_assert_cmpuint (ming_session_get_form (session)->missing->len, ==, 0);
  /* 100.00 + 1000.00 + 16.6665, each rounded by itself. */
  g_assert_cmpint (result_of (session)->input.charges.first_pay_fen, ==, 111667);
  g_assert_cmpuint (result_of (session)->visit->class_b_items->len, ==, 3);
  form = ming_session_get_form (session);
  g_assert_true (form->field[MING_FIELD_CLASS_B_ITEMS].visible);
  g_assert_false (form->field[MING_FIELD_CLASS_B].visible);
  g_assert_cmpstr (form->field[MING_FIELD_CLASS_B_ITEMS].text, ==,
                   "CT 1,000.00 10 %; 5,000.00 20 %; 333.33 5 %");

  ming_session_set_field (session, MING_FIELD_CLASS_A, "3,000.00");
  g_assert_cmpint (result_of (session)->input.charges.first_pay_fen, ==, 111667);
  ming_session_set_field (session, MING_FIELD_CLASS_B_ITEMS, "CT 1000 10%；5000 0.1");
  g_assert_cmpint (result_of (session)->input.charges.first_pay_fen, ==, 60000);
  g_assert_cmpint (result_of (session)->visit->class_b.fen, ==, 600000);
  ming_session_leave_field (session, MING_FIELD_CLASS_B_ITEMS);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_CLASS_B_ITEMS], ==,
                   "CT 1,000.00 10 %; 5,000.00 10 %");

  /* One rate for all of class B instead. */
  ming_session_set_field (session, MING_FIELD_BY_CLASS, MING_BY_CATALOGUE);
  ming_session_set_field (session, MING_FIELD_CLASS_B, "6,333.33");
  g_assert_cmpuint (ming_session_get_form (session)->missing->len, ==, 1);
  ming_session_set_field (session, MING_FIELD_FIRST_RATE, "10 %");
  g_assert_null (result_of (session)->visit->class_b_items);
  g_assert_cmpint (result_of (session)->input.charges.first_pay_fen, ==, 63333);
}

static const MingCaseVisit *
visit_of_row (const MingLedgerForm *form)
{
  const MingLedgerRowForm *row = g_ptr_array_index (form->rows, 0);

  g_assert_nonnull (row->visit);
  return row->visit;
}

static void
test_ledger (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCase) input = make_case (BY_HOME, FOUR_CLASSES);
  g_autoptr (MingLedgerValues) values = ming_ledger_values_from_case (input);
  g_autoptr (MingLedgerValues) copy = NULL;
  g_autoptr (MingLedgerForm) form = NULL;
  const MingVisitResult *result;

  ming_session_open_case (session, input);
  ming_ledger_values_set (values, 0, MING_LEDGER_TOTAL, "10,000.00");
  copy = ming_ledger_values_copy (values);
  form = ming_ledger_form_new (copy, ming_session_get_values (session), ming_session_get_world (session));
  g_assert_cmpstr (visit_of_row (form)->catalogue, ==, "home");
  g_assert_nonnull (form->ledger);
  result = g_ptr_array_index (form->ledger->estimate->visits, 0);
  g_assert_cmpint (result->outcome, ==, MING_OUTCOME_NOT_ASKED);
}

static void
check_items_of_row (const MingLedgerForm *form)
{
  const MingCaseVisit *visit = visit_of_row (form);

  g_assert_nonnull (visit->class_b_items);
  g_assert_cmpuint (visit->class_b_items->len, ==, 3);
  g_assert_cmpint (visit->class_b.fen, ==, 633333);
  g_assert_cmpstr (visit->catalogue, ==, "place");
}

/* The ledger loses nothing of a bill: neither as it is opened nor through either kind of file. */
static void
test_ledger_items (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCase) input = make_case (BY_PLACE, ITEMS);
  g_autoptr (MingLedgerValues) values = ming_ledger_values_from_case (input);
  g_autoptr (MingLedgerForm) form = NULL;

  ming_session_open_case (session, input);
  form = ming_ledger_form_new (values, ming_session_get_values (session), ming_session_get_world (session));
  check_items_of_row (form);
  for (int csv = 0; csv < 2; csv++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) file = ming_ledger_write (form, ming_session_get_world (session)->library, csv);
      g_autoptr (MingCase) read = NULL;
      g_autoptr (MingLedgerValues) rows = NULL;
      g_autoptr (MingLedgerForm) again = NULL;
      gboolean has_person;

      read = ming_ledger_read (g_bytes_get_data (file, NULL), g_bytes_get_size (file), &has_person, problems);
      g_assert_cmpuint (problems->len, ==, 0);
      rows = ming_ledger_values_from_case (read);
      again = ming_ledger_form_new (rows, ming_session_get_values (session),
                                    ming_session_get_world (session));
      check_items_of_row (again);
      g_assert_cmpstr (((MingClassItem *) visit_of_row (again)->class_b_items->pdata[0])->name, ==, "CT");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open-case/whose-catalogue", test_whose_catalogue);
  g_test_add_func ("/open-case/whose-catalogue-is-seen", test_whose_catalogue_is_seen);
  g_test_add_func ("/open-case/eight-members", test_eight_members);
  g_test_add_func ("/open-case/items-of-class-b", test_items_of_class_b);
  g_test_add_func ("/open-case/ledger", test_ledger);
  g_test_add_func ("/open-case/ledger-items", test_ledger_items);
  return g_test_run ();
}
