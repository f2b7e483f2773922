/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-ledger.h"
#include "ming-account-form.h"

/* The credit of one month after the ledger's last, by the rules in force on its first day. */
static MingAmount
ask_credit (const MingLibrary *library, const MingCase *input, int month)
{
  g_autoptr (MingCase) asked = ming_case_copy (input);
  g_autoptr (MingEstimate) estimate = NULL;
  MingAmount credit = { FALSE, 0 };

  g_ptr_array_set_size (asked->visits, 0);
  if (ming_date_from_month_index (month, &asked->date) != MING_OK)
    return credit;
  estimate = ming_estimate_new (library, asked, NULL);
  if (estimate != NULL && estimate->credit.outcome == MING_OUTCOME_KNOWN
      && estimate->credit.rule.kind != MING_CREDIT_FIXED_PER_YEAR)
    credit = (MingAmount){ TRUE, estimate->credit.credit.month_fen };
  return credit;
}

static void
take_ledger (MingAccountForm *form, const MingLedger *ledger)
{
  for (guint i = 0; i < ledger->months->len && form->n_months < MING_ACCOUNT_MONTHS; i++)
    {
      const MingLedgerMonth *from = g_ptr_array_index (ledger->months, i);
      MingAccountMonth *month = &form->month[form->n_months++];

      month->month = from->month;
      month->is_opening = from->is_opening;
      month->credit = (MingAmount){ from->outcome == MING_OUTCOME_KNOWN,
                                    MAX (from->credit_fen - from->debit_fen, 0) };
      month->paid_fen = from->paid_fen;
      month->balance = (MingAmount){ TRUE, from->balance_fen };
    }
}

/* Months beyond the ledger: nothing is paid in them; after one without a known credit no balance is known. */
static void
look_ahead (MingAccountForm *form, const MingCase *input, const MingLibrary *library)
{
  const MingCaseVisit *first = input->visits->len > 0 ? g_ptr_array_index (input->visits, 0) : NULL;
  int start = form->n_months > 0 ? form->month[0].month
                                 : ming_date_month_index (first != NULL ? first->enddate : input->date);

  for (int i = form->n_months; i < MING_ACCOUNT_MONTHS; i++)
    {
      const MingAccountMonth *before = i > 0 ? &form->month[i - 1] : NULL;
      MingAccountMonth *month = &form->month[i];

      month->month = start + i;
      month->credit = ask_credit (library, input, month->month);
      month->balance.known = before != NULL && before->balance.known && month->credit.known;
      if (month->balance.known)
        month->balance.fen = before->balance.fen + month->credit.fen;
    }
  form->n_months = MING_ACCOUNT_MONTHS;
}

static char *
write_amount (MingAmount amount)
{
  return amount.known ? ming_answer_money (amount.fen) : g_strdup ("—");
}

static void
write_rows (MingAccountForm *form)
{
  const char *const headings[] = { C_ ("column", "Month"), C_ ("column", "Credit"),
                                   C_ ("column", "Account paid"), C_ ("column", "Balance") };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    g_ptr_array_add (form->month_headings, g_strdup (headings[i]));
  for (int i = 0; i < form->n_months; i++)
    {
      const MingAccountMonth *month = &form->month[i];
      g_autofree char *name
          = g_strdup_printf (month->is_opening ? _("%04d-%02d (in the balance)") : "%04d-%02d",
                             month->month / 12, month->month % 12 + 1);
      g_autofree char *credit = write_amount (month->credit);
      g_autofree char *paid = month->paid_fen > 0 ? ming_answer_money (month->paid_fen) : g_strdup ("·");
      g_autofree char *balance = write_amount (month->balance);
      const char *cells[] = { name, credit, paid, balance, NULL };

      g_ptr_array_add (form->month_rows, g_strdupv ((GStrv) cells));
    }
}

/* What the curve shows, for those who do not see it. */
static void
describe (MingAccountForm *form)
{
  const MingAccountMonth *first = NULL, *last = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (int i = 0; i < form->n_months; i++)
    if (form->month[i].balance.known)
      {
        first = first != NULL ? first : &form->month[i];
        last = &form->month[i];
      }
  if (first == NULL)
    {
      form->chart_text = g_strdup (_("No balance to draw"));
      return;
    }
  from = ming_answer_money (first->balance.fen);
  to = ming_answer_money (last->balance.fen);
  /* Translators: balance, year, month; balance, year, month */
  form->chart_text = g_strdup_printf (_("Balance from %1$s in %2$04d-%3$02d to %4$s in %5$04d-%6$02d"), from,
                                      first->month / 12, first->month % 12 + 1, to, last->month / 12,
                                      last->month % 12 + 1);
}

/* The client of now with the visits of the ledger, when there are any. (transfer full) */
static MingCase *
choose_visits (const MingCase *input, const MingCase *year)
{
  g_autoptr (MingCase) visits = year != NULL ? ming_case_copy (year) : NULL;
  MingCase *chosen = ming_case_copy (input);
  GPtrArray *own = chosen->visits;

  if (visits == NULL)
    return chosen;
  chosen->visits = visits->visits;
  visits->visits = own;
  return chosen;
}

void
ming_account_form_fill_months (MingAccountForm *form, const MingEstimateForm *person,
                               const MingCase *year, const MingEstimateWorld *world)
{
  g_autoptr (MingCase) input = person->input != NULL ? choose_visits (person->input, year) : NULL;
  g_autoptr (MingLedger) ledger = NULL;
  g_autoptr (GError) refused = NULL;

  if (input != NULL)
    {
      if (year != NULL)
        g_ptr_array_add (form->messages, g_strdup (_("The months go through the visits of the ledger.")));
      ledger = ming_ledger_new (world->library, input, &refused);
      if (ledger != NULL)
        take_ledger (form, ledger);
      else
        g_ptr_array_add (form->messages, g_strdup (refused->message));
      for (guint i = 0; ledger != NULL && i < ledger->messages->len; i++)
        if (!g_ptr_array_find_with_equal_func (form->messages, ledger->messages->pdata[i], g_str_equal, NULL))
          g_ptr_array_add (form->messages, g_strdup (ledger->messages->pdata[i]));
      for (guint i = 0; ledger != NULL && i < ledger->interest->len; i++)
        g_ptr_array_add (form->messages,
                         g_strdup (((const MingStep *) ledger->interest->pdata[i])->sentence));
      if (ledger != NULL)
        look_ahead (form, input, world->library);
    }
  write_rows (form);
  describe (form);
}
