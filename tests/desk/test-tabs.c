/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "counter.h"

/* One client's bill in up to three versions. */

static void
type_bill (MingSession *session)
{
  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1101");
  ming_session_set_field (session, MING_FIELD_AGE, "40");
  ming_session_set_field (session, MING_FIELD_HOSP_LV, "02");
  ming_session_set_field (session, MING_FIELD_ENDDATE, "20251103");
  ming_session_set_field (session, MING_FIELD_TOTAL, "50000");
}

static const char *
read_back (MingSession *session, MingField field)
{
  return ming_session_get_values (session)->text[field];
}

static char *
describe (MingSession *session, guint index)
{
  MingFen own_fen = 0;
  gboolean known = ming_estimate_answer_get_own (ming_session_get_answer (session), &own_fen);

  return ming_estimate_tabs_describe (ming_session_get_tabs (session), index, known, own_fen);
}

/* A copy is changed, the first one stays as it was, and the tabs tell the difference to the fen. */
static void
test_change_one_thing (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateTabs *tabs = ming_session_get_tabs (session);
  MingFen third_fen, second_fen;
  g_autofree char *first = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *same = NULL;
  g_autofree char *wanted = NULL;

  type_bill (session);
  g_assert_true (ming_estimate_answer_get_own (ming_session_get_answer (session), &third_fen));
  first = describe (session, 0);
  g_assert_true (ming_session_add_tab (session));
  g_assert_cmpuint (tabs->n_tabs, ==, 2);
  g_assert_cmpuint (tabs->active, ==, 1);
  g_assert_cmpstr (read_back (session, MING_FIELD_TOTAL), ==, "50000");
  same = describe (session, 0);
  g_assert_cmpstr (same, ==, first);

  ming_session_set_field (session, MING_FIELD_HOSP_LV, "05");
  g_assert_true (ming_estimate_answer_get_own (ming_session_get_answer (session), &second_fen));
  g_assert_cmpint (second_fen, <, third_fen);
  kept = describe (session, 0);
  {
    g_autofree char *own = ming_answer_money (third_fen);
    g_autofree char *more = ming_answer_money (third_fen - second_fen);

    wanted = g_strdup_printf ("Case 1: own %s (+%s)", own, more);
  }
  g_assert_cmpstr (kept, ==, wanted);

  ming_session_turn_tab (session, 0);
  g_assert_cmpstr (read_back (session, MING_FIELD_HOSP_LV), ==, "02");
  copy = describe (session, 1);
  g_assert_nonnull (g_strrstr (copy, "(−"));
  ming_session_turn_tab (session, 1);
  g_assert_cmpstr (read_back (session, MING_FIELD_HOSP_LV), ==, "05");
}

static void
test_bounds (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateTabs *tabs = ming_session_get_tabs (session);
  g_autofree char *empty = NULL;

  ming_session_remove_tab (session);
  g_assert_cmpuint (tabs->n_tabs, ==, 1);
  ming_session_turn_tab (session, 0);
  ming_session_turn_tab (session, 2);
  g_assert_cmpuint (tabs->active, ==, 0);
  for (guint i = 1; i < MING_TABS_MAX; i++)
    g_assert_true (ming_session_add_tab (session));
  g_assert_false (ming_session_add_tab (session));
  g_assert_cmpuint (tabs->n_tabs, ==, MING_TABS_MAX);
  empty = describe (session, 1);
  g_assert_cmpstr (empty, ==, "Case 2");
}

/* What is taken away is the one in front; the others keep what they hold. */
static void
test_remove (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateTabs *tabs = ming_session_get_tabs (session);

  type_bill (session);
  ming_session_add_tab (session);
  ming_session_set_field (session, MING_FIELD_TOTAL, "60000");
  ming_session_add_tab (session);
  ming_session_set_field (session, MING_FIELD_TOTAL, "70000");
  ming_session_turn_tab (session, 1);
  ming_session_remove_tab (session);
  g_assert_cmpuint (tabs->n_tabs, ==, 2);
  g_assert_cmpuint (tabs->active, ==, 0);
  g_assert_cmpstr (read_back (session, MING_FIELD_TOTAL), ==, "50000");
  ming_session_turn_tab (session, 1);
  g_assert_cmpstr (read_back (session, MING_FIELD_TOTAL), ==, "70000");
  ming_session_turn_tab (session, 0);
  ming_session_remove_tab (session);
  g_assert_cmpuint (tabs->n_tabs, ==, 1);
  g_assert_cmpstr (read_back (session, MING_FIELD_TOTAL), ==, "70000");
}

/* 下一位: nothing of the client is left behind a tab. */
static void
test_next_client (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateTabs *tabs = ming_session_get_tabs (session);

  type_bill (session);
  ming_session_add_tab (session);
  ming_session_next_client (session);
  g_assert_cmpuint (tabs->n_tabs, ==, 1);
  g_assert_null (tabs->tab[0].values);
  g_assert_null (tabs->tab[1].values);
  g_assert_cmpint (tabs->tab[0].own_fen, ==, 0);
  g_assert_cmpstr (read_back (session, MING_FIELD_TOTAL), ==, "");
}

/* Rules read anew, another day: what stands behind the tabs is worked out again. */
static void
test_update (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateTabs *tabs = ming_session_get_tabs (session);
  MingFen own_fen;

  type_bill (session);
  ming_session_set_field (session, MING_FIELD_BRDY, "20251102");
  ming_session_add_tab (session);
  g_assert_true (tabs->tab[0].known);
  own_fen = tabs->tab[0].own_fen;
  g_assert_true (ming_session_reload (session));
  g_assert_true (tabs->tab[0].known);
  g_assert_cmpint (tabs->tab[0].own_fen, ==, own_fen);
  ming_session_set_today (session, (MingDate){ 2025, 11, 1 });
  g_assert_cmpuint (tabs->n_tabs, ==, 2);
  /* Born after today: refused. */
  g_assert_false (tabs->tab[0].known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tabs/change-one-thing", test_change_one_thing);
  g_test_add_func ("/tabs/bounds", test_bounds);
  g_test_add_func ("/tabs/remove", test_remove);
  g_test_add_func ("/tabs/next-client", test_next_client);
  g_test_add_func ("/tabs/update", test_update);
  return g_test_run ();
}
