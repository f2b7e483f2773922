/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib.h>

#include "desk/citizen/ming-citizen-view.h"
#include "counter.h"

/* What the person across the desk may read, without a screen. */

static void
type (MingSession *session, MingField field, const char *text)
{
  ming_session_set_field (session, field, text);
}

static void
type_bill (MingSession *session)
{
  type (session, MING_FIELD_PSN_TYPE, "1201");
  type (session, MING_FIELD_BRDY, "19520318");
  type (session, MING_FIELD_BALC, "1204.30");
  type (session, MING_FIELD_ENDDATE, "20251103");
  type (session, MING_FIELD_TOTAL, "53600");
  type (session, MING_FIELD_FULL_OWN, "1800");
  type (session, MING_FIELD_FIRST_PAY, "1800");
}

static MingCitizenView *
look (MingSession *session)
{
  return ming_citizen_view_new (ming_session_get_values (session), ming_session_get_form (session),
                                ming_session_get_answer (session));
}

/* Whether @part stands anywhere on the screen. */
static gboolean
shows (const MingCitizenView *view, const char *part)
{
  g_autoptr (GString) all = g_string_new (NULL);

  g_string_append_printf (all, "%s\n%s\n%s\n%s\n", view->title, view->person, view->foot,
                          view->credit != NULL ? view->credit : "");
  for (int i = 0; i < MING_CITIZEN_N_FIGURES; i++)
    g_string_append_printf (all, "%s\n", view->figure[i] != NULL ? view->figure[i] : "");
  for (int i = 0; i < MING_N_PAYERS; i++)
    g_string_append_printf (all, "%s\n", view->payer[i] != NULL ? view->payer[i] : "");
  for (int i = 0; i < MING_CITIZEN_SENTENCES; i++)
    g_string_append_printf (all, "%s\n", view->sentences[i] != NULL ? view->sentences[i] : "");
  return strstr (all->str, part) != NULL;
}

static void
test_empty (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCitizenView) view = look (session);

  g_assert_cmpint (view->state, ==, MING_CITIZEN_EMPTY);
  g_assert_false (view->has_bill);
  g_assert_cmpstr (view->person, ==, "");
  g_assert_nonnull (view->sentences[0]);
  g_assert_null (view->sentences[1]);
}

/* The figures are those of the answer; what the person pays and why are told to the fen. */
static void
test_answer (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCitizenView) view = NULL;

  type_bill (session);
  view = look (session);
  g_assert_cmpint (view->state, ==, MING_CITIZEN_ANSWER);
  g_assert_true (view->has_bill);
  g_assert_cmpstr (view->figure[MING_CITIZEN_TOTAL], ==, "53,600.00");
  g_assert_cmpstr (view->figure[MING_CITIZEN_FUND], ==, "46,958.50");
  g_assert_cmpstr (view->figure[MING_CITIZEN_OWN], ==, "6,641.50");
  g_assert_cmpint (view->paid_fen[MING_PAYER_CASH], ==, 543720);
  g_assert_nonnull (strstr (view->sentences[0], "87.6 %"));
  g_assert_nonnull (strstr (view->sentences[0], "45,217.00"));
  g_assert_nonnull (strstr (view->sentences[1], "1,204.30"));
  g_assert_nonnull (strstr (view->sentences[1], "5,437.20"));
  /* 1,300.00 + 1,741.50 + 1,800.00 + 1,800.00 = 6,641.50 */
  g_assert_nonnull (strstr (view->sentences[2], "1,300.00"));
  g_assert_nonnull (strstr (view->sentences[2], "1,741.50"));
  g_assert_nonnull (strstr (view->sentences[2], "1,800.00"));
  g_assert_nonnull (strstr (view->credit, "110.00"));
}

static void
test_balance_not_known (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCitizenView) with = NULL;
  g_autoptr (MingCitizenView) without = NULL;

  type_bill (session);
  with = look (session);
  type (session, MING_FIELD_BALC, "");
  without = look (session);
  g_assert_null (strstr (with->sentences[1], "not entered"));
  g_assert_nonnull (strstr (without->sentences[1], "not entered"));
  g_assert_null (without->payer[MING_PAYER_ACCT]);
}

/* Others read that screen too: no birth date, no balance that stays, of a citizen number the masked one. */
static void
test_private (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCitizenView) typing = NULL;
  g_autoptr (MingCitizenView) typed = NULL;
  g_autoptr (MingCitizenView) left = NULL;
  g_autoptr (MingCitizenView) next = NULL;

  type_bill (session);
  type (session, MING_FIELD_BALC, "99887.66");
  type (session, MING_FIELD_IDCARD, "11010519491231");
  typing = look (session);
  g_assert_cmpint (typing->state, ==, MING_CITIZEN_WAITING);
  g_assert_false (shows (typing, "110105"));
  type (session, MING_FIELD_IDCARD, "11010519491231002X");
  typed = look (session);
  ming_session_leave_field (session, MING_FIELD_IDCARD);
  left = look (session);
  for (int i = 0; i < 2; i++)
    {
      const MingCitizenView *view = i == 0 ? typed : left;

      g_assert_true (view->has_bill);
      g_assert_true (shows (view, "110105**********2X"));
      g_assert_false (shows (view, "1949"));
      g_assert_false (shows (view, "99,887.66"));
    }
  ming_session_next_client (session);
  next = look (session);
  g_assert_cmpint (next->state, ==, MING_CITIZEN_EMPTY);
  g_assert_false (shows (next, "110105"));
  g_assert_false (shows (next, "53,600.00"));
}

/* A field that is refused is named, what stands in it is not shown. */
static void
test_waiting (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCitizenView) missing = NULL;
  g_autoptr (MingCitizenView) refused = NULL;

  type (session, MING_FIELD_BRDY, "19520318");
  missing = look (session);
  g_assert_cmpint (missing->state, ==, MING_CITIZEN_WAITING);
  g_assert_nonnull (strstr (missing->sentences[1], ming_field_label (MING_FIELD_PSN_TYPE)));
  type_bill (session);
  type (session, MING_FIELD_TOTAL, "5x36");
  refused = look (session);
  g_assert_cmpint (refused->state, ==, MING_CITIZEN_WAITING);
  g_assert_false (refused->has_bill);
  g_assert_nonnull (strstr (refused->sentences[1], ming_field_label (MING_FIELD_TOTAL)));
  g_assert_false (shows (refused, "5x36"));
}

/* Where there is no answer the reason is given, and that it is no refusal. */
static void
test_unable (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCitizenView) old = NULL;
  g_autoptr (MingCitizenView) elsewhere = NULL;

  type_bill (session);
  type (session, MING_FIELD_ENDDATE, "19990101");
  old = look (session);
  g_assert_cmpint (old->state, ==, MING_CITIZEN_UNABLE);
  g_assert_false (old->has_bill);
  g_assert_nonnull (strstr (old->sentences[1], "Because: "));
  g_assert_cmpuint (strlen (old->sentences[1]), >, strlen ("Because: "));
  g_assert_nonnull (old->sentences[2]);
  type (session, MING_FIELD_ENDDATE, "20251103");
  type (session, MING_FIELD_REGION, "nowhere");
  elsewhere = look (session);
  g_assert_cmpint (elsewhere->state, ==, MING_CITIZEN_UNABLE);
  g_assert_nonnull (strstr (elsewhere->sentences[1], "not in the program"));
}

/* Without a bill there is still the account's credit. */
static void
test_credit_alone (void)
{
  g_autoptr (MingSession) session = counter_open ();
  g_autoptr (MingCitizenView) view = NULL;

  type (session, MING_FIELD_PSN_TYPE, "1201");
  type (session, MING_FIELD_BRDY, "19520318");
  view = look (session);
  g_assert_cmpint (view->state, ==, MING_CITIZEN_ANSWER);
  g_assert_false (view->has_bill);
  g_assert_nonnull (strstr (view->sentences[0], "110.00"));
}

static void
test_monitor (void)
{
  g_assert_cmpint (ming_citizen_view_choose_monitor (1, 0), ==, -1);
  g_assert_cmpint (ming_citizen_view_choose_monitor (2, 0), ==, 1);
  g_assert_cmpint (ming_citizen_view_choose_monitor (2, 1), ==, 0);
  g_assert_cmpint (ming_citizen_view_choose_monitor (3, 0), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citizen/empty", test_empty);
  g_test_add_func ("/citizen/answer", test_answer);
  g_test_add_func ("/citizen/balance-not-known", test_balance_not_known);
  g_test_add_func ("/citizen/private", test_private);
  g_test_add_func ("/citizen/waiting", test_waiting);
  g_test_add_func ("/citizen/unable", test_unable);
  g_test_add_func ("/citizen/credit-alone", test_credit_alone);
  g_test_add_func ("/citizen/monitor", test_monitor);
  return g_test_run ();
}
