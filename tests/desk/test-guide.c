/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "desk/account/ming-account-form.h"
#include "desk/life/ming-life-form.h"
#include "desk/ming-guide.h"
#include "desk/policy/ming-policy-view.h"
#include "counter.h"

/* 办事指引 without a screen. */

static GPtrArray *
ask (MingSession *session, guint topics)
{
  return ming_guide_notes (ming_session_get_values (session), ming_session_get_form (session),
                           ming_session_get_world (session), topics);
}

/* The note whose title begins with @title and whose text has @part; NULL when there is none. */
static const MingNote *
find_note (GPtrArray *notes, const char *title, const char *part)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const MingNote *note = g_ptr_array_index (notes, i);

      if (g_str_has_prefix (note->title, title) && strstr (note->text, part) != NULL)
        return note;
    }
  return NULL;
}

/* Beijing has no rule of its own on claims: the national one is told, and that no local one is entered. */
static void
test_national_only (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (GPtrArray) notes = ask (session, MING_GUIDE_BILL);
  const MingNote *claim = find_note (notes, "Paid cash first", "30 working days");

  g_assert_nonnull (claim);
  g_assert_true (claim->official);
  g_assert_nonnull (strstr (claim->text, "Papers: receipts; "));
  g_assert_nonnull (strstr (claim->text, "国务院令第765号"));
  g_assert_nonnull (find_note (notes, "What is not entered", "12393"));
}

/* In Yangzhou the province's rule stands before the country's, and nothing is missing about claims. */
static void
test_province_first (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (GPtrArray) notes = NULL;
  const MingNote *first, *last;

  ming_session_set_field (session, MING_FIELD_REGION, "321000");
  notes = ask (session, MING_GUIDANCE_BIT (MING_GUIDANCE_CASH_CLAIM));
  first = g_ptr_array_index (notes, 0);
  g_assert_nonnull (strstr (first->text, "provincial rule"));
  g_assert_nonnull (strstr (first->text, "usually 10 working days; special cases at most 20 working days"));
  last = g_ptr_array_index (notes, notes->len - 1);
  g_assert_nonnull (strstr (last->text, "national rule"));
  g_assert_null (find_note (notes, "What is not entered", ""));
}

/* The day of asking decides: before 1 December 2023 the ordinance did not hold. */
static void
test_date (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  ming_session_set_field (session, MING_FIELD_DATE, "20231130");
  before = ask (session, MING_GUIDE_BILL);
  g_assert_null (find_note (before, "Paid cash first", ""));
  g_assert_nonnull (find_note (before, "What is not entered", "Nothing is entered about: Paid cash first"));
  ming_session_set_field (session, MING_FIELD_DATE, "20231201");
  after = ask (session, MING_GUIDE_BILL);
  g_assert_nonnull (find_note (after, "Paid cash first", "30 working days"));
}

/* A region half typed is none; a city without a policy pack has at least the rules above it. */
static void
test_region (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) above = NULL;

  ming_session_set_field (session, MING_FIELD_REGION, "3201");
  none = ask (session, MING_GUIDE_ACCOUNT);
  g_assert_cmpuint (none->len, ==, 0);
  ming_session_set_field (session, MING_FIELD_REGION, "320100");
  ming_session_set_field (session, MING_FIELD_INSUTYPE, "310");
  above = ask (session, MING_GUIDE_ACCOUNT);
  g_assert_nonnull (find_note (above, "May the account be paid out?", "provincial rule"));
}

/* What nobody official was read for is marked. */
static void
test_marks (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (GPtrArray) notes = ask (session, MING_GUIDE_ACCOUNT);
  const MingNote *heirs = find_note (notes, "Who gets the account", "国发〔1998〕44号");

  g_assert_nonnull (heirs);
  g_assert_false (heirs->official);
  g_assert_nonnull (strstr (heirs->text, "not this sentence"));
}

/* The pages of the account and of working life each have their questions. */
static void
test_pages (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingLifeValues) values = ming_life_values_new ();
  g_autoptr (MingLifeForm) life = ming_life_form_new (values, ming_session_get_values (session),
                                                      ming_session_get_form (session),
                                                      ming_session_get_world (session));
  g_autoptr (GPtrArray) bill = ask (session, MING_GUIDE_BILL);

  g_assert_nonnull (find_note (life->guide, "May one be insured twice?", "国务院令第735号"));
  g_assert_nonnull (find_note (life->guide, "Changing between schemes", "30 days"));
  g_assert_nonnull (find_note (life->guide, "Ending or interrupting", "10 working days"));
  g_assert_null (find_note (life->guide, "Paid cash first", ""));
  g_assert_null (find_note (bill, "May one be insured twice?", ""));
  g_assert_cmpuint (MING_GUIDE_BILL | MING_GUIDE_ACCOUNT | MING_GUIDE_LIFE, ==, MING_GUIDANCE_ALL);
}

/* In 政策库 each entry stands with its grade; what it says is told with its papers. */
static void
test_library (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateWorld *world = ming_session_get_world (session);
  MingPolicyView *view = ming_policy_view_new (world->library, world->regions, "", "100000-310", &today);
  gboolean found = FALSE;

  for (guint i = 0; i < view->figure_rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (view->figure_rows, i);

      if (strstr (row[0], "Paid cash first") != NULL && g_str_equal (row[1], "in words")
          && strstr (g_ptr_array_index (view->papers, i), "Papers: receipts") != NULL
          && strstr (g_ptr_array_index (view->papers, i), "国务院令第765号") != NULL)
        found = TRUE;
    }
  g_assert_true (found);
  ming_policy_view_free (view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guide/national-only", test_national_only);
  g_test_add_func ("/guide/province-first", test_province_first);
  g_test_add_func ("/guide/date", test_date);
  g_test_add_func ("/guide/region", test_region);
  g_test_add_func ("/guide/marks", test_marks);
  g_test_add_func ("/guide/pages", test_pages);
  g_test_add_func ("/guide/library", test_library);
  return g_test_run ();
}
