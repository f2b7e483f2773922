/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/account/ming-account-form.h"
#include "counter.h"

/* 个人账户 without a screen. */

static MingSession *
open_counter (void)
{
  static const Typed typed[] = {
    { MING_FIELD_PSN_TYPE, "1201" },
    { MING_FIELD_BRDY, "19520318" },  { MING_FIELD_BASE, "5869" },     { MING_FIELD_BALC, "1204.30" },
    { MING_FIELD_MED_TYPE, "21" },    { MING_FIELD_HOSP_LV, "02" },    { MING_FIELD_ENDDATE, "20251103" },
    { MING_FIELD_TOTAL, "53600" },    { MING_FIELD_FULL_OWN, "1800" }, { MING_FIELD_FIRST_PAY, "1800" },
  };
  MingSession *session = counter_open ();

  counter_type (session, typed, G_N_ELEMENTS (typed));
  return session;
}

static MingAccountForm *
show (MingSession *session)
{
  gboolean incomplete;
  g_autoptr (MingCase) year = ming_session_dup_year (session, &incomplete);

  return ming_account_form_new (ming_session_get_values (session), ming_session_get_form (session),
                                ming_session_get_answer (session), year, incomplete,
                                ming_session_get_world (session));
}

/* The bill takes the whole balance in November; each later month brings 110 yuan. */
static void
test_months (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAccountForm) form = show (session);

  g_assert_cmpstr (form->figure[MING_ACCOUNT_FIGURE_MONTH].value, ==, "110.00");
  g_assert_cmpint (form->n_months, ==, MING_ACCOUNT_MONTHS);
  g_assert_cmpint (form->month_rows->len, ==, MING_ACCOUNT_MONTHS);
  g_assert_cmpint (form->month[0].month, ==, 2025 * 12 + 10);
  g_assert_true (form->month[0].is_opening);
  g_assert_cmpint (form->month[0].paid_fen, ==, 120430);
  g_assert_cmpint (form->month[0].balance.fen, ==, 0);
  for (int i = 1; i < MING_ACCOUNT_MONTHS; i++)
    {
      if (!form->month[i].balance.known)
        continue;
      g_assert_cmpint (form->month[i].balance.fen, ==, form->month[i - 1].balance.fen + 11000);
    }
  g_assert_true (form->month[1].balance.known);
}

static void
test_no_balance (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAccountForm) form = NULL;

  ming_session_set_field (session, MING_FIELD_BALC, "");
  form = show (session);
  for (int i = 0; i < form->n_months; i++)
    g_assert_false (form->month[i].balance.known);
  g_assert_cmpint (form->messages->len, >, 0);
  g_assert_cmpstr (form->figure[MING_ACCOUNT_FIGURE_PAID].value, ==, "—");
}

/* Family accounts pay after the own one, in the order chosen, and change nothing that a fund pays. */
static void
test_family (void)
{
  g_autoptr (MingSession) session = open_counter ();
  const MingVisitResult *visit;
  MingFen fund_fen, cash_fen;

  visit = g_ptr_array_index (ming_session_get_answer (session)->estimate->visits, 0);
  fund_fen = visit->settlement.fund_fen;
  cash_fen = ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_CASH);
  ming_session_set_family (session, 0, MING_FAMILY_RELATION, "配偶");
  ming_session_set_family (session, 0, MING_FAMILY_BALC, "300");
  ming_session_set_family (session, 1, MING_FAMILY_BALC, "1000");
  visit = g_ptr_array_index (ming_session_get_answer (session)->estimate->visits, 0);
  g_assert_cmpint (visit->purse_before.n_family, ==, 2);
  g_assert_cmpint (visit->purse_before.family_fen[0], ==, 30000);
  g_assert_cmpint (visit->settlement.fund_fen, ==, fund_fen);
  g_assert_cmpint (ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_MULAID), ==, 130000);
  g_assert_cmpint (ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_CASH), ==, cash_fen - 130000);

  ming_session_set_family_order (session, "by_balance");
  visit = g_ptr_array_index (ming_session_get_answer (session)->estimate->visits, 0);
  g_assert_cmpint (visit->purse_before.family_fen[0], ==, 100000);
  {
    g_autoptr (MingAccountForm) form = show (session);

    g_assert_cmpint (form->pays->len, ==, 3);
  }
}

/* Four rows, or as many as reach down to the last that is filled. */
static void
test_family_rows (void)
{
  static const struct
  {
    guint filled;
    int shown;
  } rows[] = { { 0, 4 }, { 3, 4 }, { 4, 5 }, { 6, 7 }, { 7, 8 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MingSession) session = open_counter ();
      g_autoptr (MingAccountForm) form = NULL;
      int shown = 0;

      ming_session_set_family (session, rows[i].filled, MING_FAMILY_BALC, "5");
      form = show (session);
      while (shown < MING_FAMILY_ROWS && form->family[shown][MING_FAMILY_BALC].visible)
        shown++;
      g_assert_cmpint (shown, ==, rows[i].shown);
      for (int row = shown; row < MING_FAMILY_ROWS; row++)
        g_assert_false (form->family[row][MING_FAMILY_RELATION].visible);
    }
}

static void
test_family_refused (void)
{
  static const struct
  {
    MingFamilyColumn column;
    const char *text;
  } bad[] = { { MING_FAMILY_BALC, "3x" }, { MING_FAMILY_RANK, "0" }, { MING_FAMILY_RANK, "100" },
              { MING_FAMILY_BOUND, "20250230" } };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MingSession) session = open_counter ();
      g_autoptr (MingAccountForm) form = NULL;

      ming_session_set_family (session, 0, MING_FAMILY_BALC, "300");
      ming_session_set_family (session, 0, bad[i].column, bad[i].text);
      g_assert_null (ming_session_get_answer (session)->estimate);
      form = show (session);
      g_assert_nonnull (form->family[0][bad[i].column].fault);
    }
}

/* An order by the day of binding needs that day. */
static void
test_binding (void)
{
  g_autoptr (MingSession) session = open_counter ();

  ming_session_set_family (session, 0, MING_FAMILY_BALC, "300");
  ming_session_set_family_order (session, "by_binding");
  g_assert_null (ming_session_get_answer (session)->estimate);
  ming_session_set_family (session, 0, MING_FAMILY_BOUND, "20240101");
  g_assert_nonnull (ming_session_get_answer (session)->estimate);
  ming_session_next_client (session);
  g_assert_cmpstr (ming_session_get_values (session)->family[0][MING_FAMILY_BALC], ==, "");
  g_assert_cmpstr (ming_session_get_values (session)->family_order, ==, "");
}

/* What the accounts may pay is what the pack says, with its papers. */
static void
test_may_pay (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingAccountForm) form = show (session);
  GStrv full_own;

  g_assert_cmpint (form->may_rows->len, ==, 7);
  full_own = g_ptr_array_index (form->may_rows, 6);
  g_assert_cmpstr (full_own[1], !=, ((GStrv) g_ptr_array_index (form->may_rows, 0))[1]);
  g_assert_cmpint (form->may_notes->len, >=, 2);
}

/* Months without credit come with a case that is opened, and the window says which and why. */
static void
test_uncredited (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCase) input = ming_case_copy (ming_session_get_form (session)->input);
  MingUncredited *span = g_new0 (MingUncredited, 1);
  g_autoptr (MingAccountForm) typed = NULL;
  g_autoptr (MingAccountForm) form = NULL;
  gboolean told = FALSE;

  span->from = 2025 * 12 + 11;
  span->to = 2026 * 12 + 1;
  span->why = g_strdup ("arrears");
  g_ptr_array_add (input->person.uncredited, span);
  ming_session_open_case (session, input);
  form = show (session);
  for (int i = 1; i <= 3; i++)
    {
      g_assert_true (form->month[i].credit.known);
      g_assert_cmpint (form->month[i].balance.fen, ==, 0);
    }
  g_assert_cmpint (form->month[4].balance.fen, ==, 11000);
  for (guint i = 0; i < form->messages->len; i++)
    told |= strstr (form->messages->pdata[i], "2025-12") != NULL;
  g_assert_true (told);

  /* It stands in a field and can be changed there. */
  g_assert_cmpstr (ming_session_get_form (session)->field[MING_FIELD_UNCREDITED].text, !=, "");
  ming_session_set_field (session, MING_FIELD_UNCREDITED, "202512 欠费；202602起 补缴");
  typed = show (session);
  g_assert_cmpint (typed->month[1].balance.fen, ==, 0);
  g_assert_cmpint (typed->month[2].balance.fen, ==, 11000);
  for (int i = 3; i < MING_ACCOUNT_MONTHS; i++)
    g_assert_cmpint (typed->month[i].balance.fen, ==, 11000);
  ming_session_leave_field (session, MING_FIELD_UNCREDITED);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_UNCREDITED], ==,
                   "2025-12 arrears; 2026-02~ making up years");
  ming_session_next_client (session);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_UNCREDITED], ==, "");
}

static gboolean
has_message (const MingAccountForm *form, const char *part)
{
  for (guint i = 0; i < form->messages->len; i++)
    if (strstr (form->messages->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

/*
 * A year that is opened is the ledger's, whether that page was looked at or not: the balance is carried
 * through its visits, for the client of now. A row that is not complete is told; F2 forgets all.
 */
static void
test_year (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCase) year = ming_case_copy (ming_session_get_form (session)->input);
  g_autoptr (MingAccountForm) form = NULL;
  g_autoptr (MingAccountForm) richer = NULL;
  g_autoptr (MingAccountForm) incomplete = NULL;
  g_autoptr (MingAccountForm) next = NULL;
  MingCaseVisit *later = ming_case_visit_copy (g_ptr_array_index (year->visits, 0));

  later->begndate = (MingDate){ 2025, 12, 10 };
  later->enddate = (MingDate){ 2025, 12, 15 };
  g_ptr_array_add (year->visits, later);
  ming_session_open_case (session, year);
  form = show (session);
  g_assert_cmpint (form->n_months, ==, MING_ACCOUNT_MONTHS);
  g_assert_cmpint (form->month[0].paid_fen, ==, 120430);
  g_assert_cmpint (form->month[1].paid_fen, ==, 11000);
  g_assert_cmpint (form->month[1].balance.fen, ==, 0);
  g_assert_cmpint (form->month[2].balance.fen, ==, 11000);

  ming_session_set_field (session, MING_FIELD_BALC, "50000");
  richer = show (session);
  g_assert_cmpint (richer->month[0].paid_fen, >, 120430);
  g_assert_cmpint (richer->month[1].paid_fen, >, 11000);

  ming_ledger_book_set (ming_session_get_book (session), 1, MING_LEDGER_TOTAL, "x");
  incomplete = show (session);
  g_assert_true (has_message (incomplete, "Alt+2"));
  g_assert_false (has_message (richer, "Alt+2"));

  ming_session_next_client (session);
  g_assert_true (ming_ledger_values_is_blank (ming_session_get_book (session)->values));
  next = show (session);
  g_assert_false (has_message (next, "Alt+2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account-form/months", test_months);
  g_test_add_func ("/account-form/no-balance", test_no_balance);
  g_test_add_func ("/account-form/family", test_family);
  g_test_add_func ("/account-form/family-rows", test_family_rows);
  g_test_add_func ("/account-form/family-refused", test_family_refused);
  g_test_add_func ("/account-form/binding", test_binding);
  g_test_add_func ("/account-form/may-pay", test_may_pay);
  g_test_add_func ("/account-form/uncredited", test_uncredited);
  g_test_add_func ("/account-form/year", test_year);
  return g_test_run ();
}
