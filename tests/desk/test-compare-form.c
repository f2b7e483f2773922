/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "desk/compare/ming-compare-curve.h"
#include "desk/compare/ming-compare-form.h"
#include "counter.h"

/* What a comparison says, without a screen. */

enum
{
  REGION = 0,
  INSUTYPE,
  PSN_TYPE,
  MED_TYPE,
  HOSP_LV,
  AWAY,
  ENDDATE,
  ADMISSION
};

/* A retired person's stay of 50,000 in a hospital of level 3, all of it in scope. */
static MingSession *
open_counter (void)
{
  MingSession *session = counter_open ();

  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1201");
  ming_session_set_field (session, MING_FIELD_AGE, "73");
  ming_session_set_field (session, MING_FIELD_TOTAL, "50000");
  return session;
}

static MingCompareForm *
compare (MingSession *session, const MingCompareValues *values)
{
  return ming_compare_form_new (values, ming_session_get_values (session), ming_session_get_world (session));
}

/* The row that shows @cell in the first column and has @other in the second. */
static const MingCompareRow *
find_row (const MingCompareForm *form, const char *first, const char *second)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      const MingCompareRow *row = g_ptr_array_index (form->rows, i);

      if (g_str_equal (row->cells[1], first) && g_str_equal (row->cells[2], second))
        return row;
    }
  return NULL;
}

static void
test_same_at_first (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCompareValues) values = ming_compare_values_new ();
  g_autoptr (MingCompareForm) form = compare (session, values);

  g_assert_cmpint (form->n_columns, ==, 2);
  g_assert_cmpint (form->headings->len, ==, 3);
  g_assert_cmpint (form->messages->len, ==, 0);
  g_assert_cmpint (form->reasons->len, ==, 0);
  for (guint i = 0; i < form->rows->len; i++)
    g_assert_false (((const MingCompareRow *) g_ptr_array_index (form->rows, i))->differs);
  g_assert_nonnull (find_row (form, "45,217.00", "45,217.00"));
  g_assert_cmpstr (form->column[1].field[HOSP_LV].text, ==, "");
  g_assert_false (form->column[0].field[HOSP_LV].sensitive);
}

/* 二级: 28,700 × 92.2 % + 10,000 × 95.2 % + 10,000 × 98.2 % = 45,801.40, that is 584.40 more. */
static void
test_other_hospital (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCompareValues) values = ming_compare_values_new ();
  g_autoptr (MingCompareForm) form = NULL;
  const MingCompareRow *row;
  const MingNote *reason;

  ming_compare_values_set (values, 1, HOSP_LV, "06");
  form = compare (session, values);
  row = find_row (form, "45,217.00", "45,801.40  (+584.40)");
  g_assert_nonnull (row);
  g_assert_true (row->differs);
  g_assert_nonnull (find_row (form, "50,000.00", "50,000.00"));
  g_assert_cmpint (form->reasons->len, >=, 3);
  reason = g_ptr_array_index (form->reasons, 0);
  g_assert_nonnull (strstr (reason->text, "92.2 %"));
  g_assert_nonnull (strstr (reason->text, "91 %"));
  g_assert_nonnull (reason->mark);
}

static void
test_second_stay (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCompareValues) values = ming_compare_values_new ();
  g_autoptr (MingCompareForm) form = NULL;

  ming_session_set_field (session, MING_FIELD_ADMISSIONS, "0");
  ming_compare_values_set (values, 1, ADMISSION, "2");
  form = compare (session, values);
  g_assert_null (form->column[1].field[ADMISSION].fault);
  g_assert_nonnull (find_row (form, "1,300.00", "650.00  (-650.00)"));
}

static void
test_other_region (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCompareValues) values = ming_compare_values_new ();
  g_autoptr (MingCompareForm) form = NULL;

  values->n_columns = 3;
  ming_compare_values_set (values, 1, REGION, "990000");
  ming_compare_values_set (values, 1, ENDDATE, "20260301");
  ming_compare_values_set (values, 2, REGION, "nowhere");
  form = compare (session, values);
  g_assert_nonnull (ming_compare_column_visit (&form->column[0]));
  g_assert_nonnull (ming_compare_column_visit (&form->column[1]));
  g_assert_cmpstr (form->column[1].form->pack->id, ==, "990000-310");
  g_assert_null (ming_compare_column_visit (&form->column[2]));
  g_assert_nonnull (form->column[2].field[REGION].fault);
  g_assert_cmpint (form->messages->len, >, 0);
}

static void
test_nothing_to_compare (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCompareValues) values = ming_compare_values_new ();
  g_autoptr (MingCompareForm) form = NULL;

  ming_session_next_client (session);
  form = compare (session, values);
  g_assert_cmpint (form->rows->len, ==, 0);
  g_assert_cmpint (form->reasons->len, ==, 0);
  /* What both lack is said once for each way of saying it. */
  g_assert_cmpint (form->messages->len, ==, 1);
}

static gboolean
has_kink (const MingCurve *curve, MingFen fen)
{
  for (guint i = 0; i < curve->kinks->len; i++)
    if (g_array_index (curve->kinks, MingFen, i) == fen)
      return TRUE;
  return FALSE;
}

/* Rules begin at the deductible and at the edges of the bands; the points are the estimates themselves. */
static void
test_curve (void)
{
  g_autoptr (MingSession) session = open_counter ();
  const MingCase *input = ming_session_get_form (session)->input;
  const MingVisitResult *visit;
  g_autoptr (MingCurve) curve = ming_curve_new (ming_session_get_world (session)->library, input, 10000000);
  guint n_calls = 0;

  visit = g_ptr_array_index (ming_session_get_answer (session)->estimate->visits, 0);
  while (ming_curve_advance (curve, 10))
    n_calls++;
  g_assert_false (curve->failed);
  g_assert_cmpint (n_calls, ==, MING_CURVE_POINTS / 10);
  g_assert_cmpint (curve->own_fen[0], ==, 0);
  g_assert_cmpint (curve->own_fen[40], ==, visit->settlement.person_fen);
  g_assert_true (has_kink (curve, 130000));
  g_assert_true (has_kink (curve, 3000000));
  g_assert_true (has_kink (curve, 4000000));
  g_assert_cmpint (curve->kinks->len, ==, 3);
  g_assert_false (ming_curve_advance (curve, 10));
  g_assert_cmpint (curve->kinks->len, ==, 3);
}

static void
test_curve_end (void)
{
  g_assert_cmpint (ming_curve_choose_end (5360000), ==, 11000000);
  g_assert_cmpint (ming_curve_choose_end (100), ==, 5000000);
  g_assert_cmpint (ming_curve_choose_end (MING_FEN_MAX), ==, MING_FEN_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/same-at-first", test_same_at_first);
  g_test_add_func ("/compare/other-hospital", test_other_hospital);
  g_test_add_func ("/compare/second-stay", test_second_stay);
  g_test_add_func ("/compare/other-region", test_other_region);
  g_test_add_func ("/compare/nothing-to-compare", test_nothing_to_compare);
  g_test_add_func ("/compare/curve", test_curve);
  g_test_add_func ("/compare/curve-end", test_curve_end);
  return g_test_run ();
}
