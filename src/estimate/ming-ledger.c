/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-estimate-private.h"
#include "ming-explain.h"
#include "ming-ledger-private.h"
#include "ming-year.h"

/* More months than this are not followed: visits may lie years apart. */
#define MONTHS_MAX 240

static int
last_month (const MingCase *input, MingPack *pack)
{
  const MingCaseVisit *last
      = input->visits->len > 0 ? g_ptr_array_index (input->visits, input->visits->len - 1) : NULL;
  MingDate begins = ming_estimate_year_begins (pack, last != NULL ? &last->enddate : &input->date);

  return ming_date_month_index (begins) + 11;
}

static int
first_month (const MingCase *input)
{
  const MingCaseVisit *first = input->visits->len > 0 ? g_ptr_array_index (input->visits, 0) : NULL;

  return ming_date_month_index (first != NULL ? first->enddate : input->date);
}

/* The months without credit, once, where any of the ledger's lies in them. */
static void
tell_uncredited (GPtrArray *messages, const MingUncredited *span)
{
  g_autofree char *text = ming_explain_uncredited (span);

  if (g_ptr_array_find_with_equal_func (messages, text, g_str_equal, NULL))
    return;
  g_ptr_array_add (messages, g_steal_pointer (&text));
}

/* The credit of one month, by the rules in force on its first day. */
static gboolean
credit_month (MingLedgerMonth *month, const MingCase *input, MingPack *pack, GPtrArray *messages,
              GError **error)
{
  g_autoptr (MingCase) asked = ming_case_copy (input);
  MingCreditResult credit = { 0 };

  if (ming_date_from_month_index (month->month, &asked->date) != MING_OK)
    return TRUE;
  if (ming_person_find_uncredited (&input->person, month->month) != NULL)
    {
      month->outcome = MING_OUTCOME_KNOWN;
      tell_uncredited (messages, ming_person_find_uncredited (&input->person, month->month));
      return TRUE;
    }
  if (!ming_estimate_credit (asked, pack, &credit, error))
    return FALSE;
  month->outcome = credit.outcome;
  if (credit.outcome == MING_OUTCOME_KNOWN)
    month->credit_fen = credit.credit.month_fen;
  else if (!g_ptr_array_find_with_equal_func (messages, credit.message, g_str_equal, NULL))
    g_ptr_array_add (messages, g_strdup (credit.message));
  if (credit.outcome == MING_OUTCOME_KNOWN && credit.rule.kind == MING_CREDIT_FIXED_PER_YEAR
      && month->is_opening)
    g_ptr_array_add (messages,
                     g_strdup (_("The account is credited once a year; enter that amount with the visit "
                                  "it comes before (acct_inc).")));
  ming_credit_result_clear (&credit);
  return TRUE;
}

/* What is withheld in one month, by the same rules. */
static gboolean
debit_month (MingLedgerMonth *month, const MingCase *input, MingPack *pack, GPtrArray *messages,
             GError **error)
{
  g_autoptr (MingCase) asked = ming_case_copy (input);
  MingContributionResult debit = { 0 };

  if (ming_date_from_month_index (month->month, &asked->date) != MING_OK)
    return TRUE;
  if (ming_person_find_uncredited (&input->person, month->month) != NULL)
    return TRUE; /* it is taken off the credit, and there is none */
  if (!ming_estimate_debit (asked, pack, &debit, error))
    return FALSE;
  if (debit.outcome == MING_OUTCOME_KNOWN)
    month->debit_fen = debit.contribution.total_fen;
  else if (!g_ptr_array_find_with_equal_func (messages, debit.message, g_str_equal, NULL))
    g_ptr_array_add (messages, g_strdup (debit.message));
  ming_contribution_result_clear (&debit);
  return TRUE;
}

static gboolean
list_months (MingLedger *self, const MingCase *input, MingPack *pack, GError **error)
{
  int first = first_month (input);
  int last = MIN (last_month (input, pack), first + MONTHS_MAX - 1);

  if (!input->person.balc.known)
    {
      g_ptr_array_add (
          self->messages,
          g_strdup (_("No account balance was given: the account pays nothing, and its months are left "
                       "out.")));
      return TRUE;
    }
  for (int i = first; i <= last; i++)
    {
      MingLedgerMonth *month = g_new0 (MingLedgerMonth, 1);

      g_ptr_array_add (self->months, month);
      month->month = i;
      month->is_opening = i == first;
      if (!credit_month (month, input, pack, self->messages, error)
          || !debit_month (month, input, pack, self->messages, error))
        return FALSE;
    }
  return TRUE;
}

/* What a month brings to the account: its credit, less what is withheld of it. */
static MingFen
net_of_month (const MingLedgerMonth *month)
{
  return MAX (month->credit_fen - month->debit_fen, 0);
}

/* What the months after @from, up to and with @to, bring to the account; interest comes at a month's end. */
static MingFen
credits_between (const MingLedger *self, int from, int to)
{
  MingFen sum_fen = 0;

  for (guint i = 0; i < self->months->len; i++)
    {
      const MingLedgerMonth *month = g_ptr_array_index (self->months, i);

      if (month->month > from && month->month <= to)
        sum_fen += net_of_month (month);
      if (month->month >= from && month->month < to)
        sum_fen += month->interest_fen;
    }
  return sum_fen;
}

/* A copy of @input whose visits bring the months' credits along. */
static MingCase *
carry_credits (const MingLedger *self, const MingCase *input)
{
  MingCase *carried = ming_case_copy (input);

  for (guint i = 1; i < carried->visits->len; i++)
    {
      const MingCaseVisit *previous = g_ptr_array_index (carried->visits, i - 1);
      MingCaseVisit *visit = g_ptr_array_index (carried->visits, i);
      MingFen credits_fen = credits_between (self, ming_date_month_index (previous->enddate),
                                             ming_date_month_index (visit->enddate));

      if (!visit->acct_inc.known && credits_fen > 0)
        visit->acct_inc = (MingAmount) { TRUE, credits_fen };
    }
  return carried;
}

/* Balances at the ends of the months: what the visits left, and the credits since. */
static void
balance_months (MingLedger *self)
{
  const MingCase *input = self->estimate->input;
  MingFen balance_fen = input->person.balc.fen;
  guint next = 0;

  for (guint i = 0; i < self->months->len; i++)
    {
      MingLedgerMonth *month = g_ptr_array_index (self->months, i);

      month->paid_fen = 0; /* the months are gone through once for each year of interest */
      if (!month->is_opening)
        balance_fen += net_of_month (month);
      for (; next < self->estimate->visits->len; next++)
        {
          const MingVisitResult *result = g_ptr_array_index (self->estimate->visits, next);

          if (ming_date_month_index (result->visit->enddate) > month->month)
            break;
          if (result->outcome != MING_OUTCOME_KNOWN)
            continue;
          month->paid_fen += ming_bill_paid_by (&result->settlement.bill, MING_PAYER_ACCT);
          balance_fen = result->settlement.purse_after.own_fen;
        }
      month->uncredited = ming_person_find_uncredited (&input->person, month->month);
      balance_fen += month->interest_fen;
      month->balance_fen = balance_fen;
    }
}

/* Settles the visits with what the months bring; the interest of one year is in the balance of the next. */
static gboolean
settle_years (MingLedger *self, const MingLibrary *library, const MingCase *input, MingPack *pack,
              GError **error)
{
  guint end = self->months->len > 0 ? (self->months->len - 1) % 12 : 0;

  for (gboolean again = TRUE; again;)
    {
      g_autoptr (MingCase) carried = carry_credits (self, input);

      g_clear_pointer (&self->estimate, ming_estimate_free);
      self->estimate = ming_estimate_new (library, carried, error);
      if (self->estimate == NULL)
        return FALSE;
      balance_months (self);
      for (again = FALSE; !again && end < self->months->len; end += 12)
        again = ming_ledger_bear_interest (self, pack, end);
    }
  return TRUE;
}

/* The latest settled admission of @estimate, to be asked for once more as a stay of one day; or NULL. */
static MingCaseVisit *
find_next (const MingEstimate *estimate)
{
  for (guint i = estimate->visits->len; i > 0; i--)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i - 1);
      MingCaseVisit *visit;

      if (result->outcome != MING_OUTCOME_KNOWN || !result->resolved->care->admission)
        continue;
      visit = ming_case_visit_copy (result->visit);
      visit->begndate = visit->enddate = (MingDate) { 0 };
      visit->acct_inc = (MingAmount) { FALSE, 0 };
      g_clear_pointer (&visit->id, g_free);
      return visit;
    }
  return NULL;
}

static gboolean
ask_next (MingLedger *self, const MingLibrary *library, GError **error)
{
  MingCaseVisit *like = find_next (self->estimate);

  if (like == NULL)
    return TRUE;
  self->next = ming_year_next (library, self->estimate->input, like, error);
  ming_case_visit_free (like);
  return self->next != NULL;
}

MingLedger *
ming_ledger_new (const MingLibrary *library, const MingCase *input, GError **error)
{
  g_autoptr (MingLedger) self = g_new0 (MingLedger, 1);
  MingPack *pack = (MingPack *) ming_library_find (library, input->insuplc_admdvs, input->insutype, error);

  self->months = g_ptr_array_new_with_free_func (g_free);
  self->messages = g_ptr_array_new_with_free_func (g_free);
  self->interest = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);
  if (pack == NULL || !list_months (self, input, pack, error))
    return NULL;
  if (!settle_years (self, library, input, pack, error))
    return NULL;
  if (!ask_next (self, library, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
ming_ledger_free (MingLedger *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->estimate, ming_estimate_free);
  g_clear_pointer (&self->next, ming_estimate_free);
  g_clear_pointer (&self->months, g_ptr_array_unref);
  g_clear_pointer (&self->messages, g_ptr_array_unref);
  g_clear_pointer (&self->interest, g_ptr_array_unref);
  g_free (self);
}

const MingVisitResult *
ming_ledger_next_visit (const MingLedger *self)
{
  if (self->next == NULL)
    return NULL;
  return g_ptr_array_index (self->next->visits, self->next->visits->len - 1);
}
