/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "../ming-guide.h"
#include "../ming-lines.h"
#include "ming-account-form.h"

static const MingVisitResult *
find_visit (const MingEstimateAnswer *answer)
{
  const GPtrArray *visits = answer->estimate != NULL ? answer->estimate->visits : NULL;
  const MingVisitResult *last = visits != NULL && visits->len > 0 ? visits->pdata[visits->len - 1] : NULL;

  return last != NULL && last->outcome == MING_OUTCOME_KNOWN ? last : NULL;
}

static void
fill_credit (MingAccountForm *form, const MingEstimateAnswer *answer)
{
  const MingCreditResult *credit = answer->estimate != NULL ? &answer->estimate->credit : NULL;
  gboolean known = credit != NULL && credit->outcome == MING_OUTCOME_KNOWN;
  gboolean per_year = known && credit->rule.kind == MING_CREDIT_FIXED_PER_YEAR;
  MingStep *step = known ? ming_explain_credit (credit) : NULL;

  ming_headline_set (&form->figure[MING_ACCOUNT_FIGURE_MONTH], _("Credit a month"),
                     known && !per_year ? ming_answer_money (credit->credit.month_fen) : NULL,
                     step != NULL && strchr (step->formula, '=') != NULL ? g_strdup (step->formula) : NULL);
  ming_headline_set (&form->figure[MING_ACCOUNT_FIGURE_YEAR], _("Credit a year"),
                     known ? ming_answer_money (credit->credit.year_fen) : NULL,
                     per_year ? g_strdup (_("at once, not by the month")) : NULL);
  if (step != NULL)
    g_ptr_array_add (form->steps, step);
  if (credit != NULL && !known && credit->message != NULL)
    g_ptr_array_add (form->messages, g_strdup (credit->message));
}

static void
fill_paid (MingAccountForm *form, const MingEstimateAnswer *answer)
{
  const MingVisitResult *visit = find_visit (answer);
  gboolean known = visit != NULL && (visit->balance_known || visit->purse_before.n_family > 0);
  MingFen family_fen = known ? ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_MULAID) : 0;
  MingFen own_fen = known ? ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_ACCT) : 0;
  g_autofree char *family = ming_answer_money (family_fen);

  ming_headline_set (&form->figure[MING_ACCOUNT_FIGURE_PAID], _("Accounts pay"),
                     known ? ming_answer_money (own_fen + family_fen) : NULL,
                     family_fen > 0 ? g_strdup_printf (_("of it family %s"), family) : NULL);
}

static void
fill_balance (MingAccountForm *form)
{
  const MingAccountMonth *last = form->n_months > 0 ? &form->month[form->n_months - 1] : NULL;
  gboolean known = last != NULL && last->balance.known;

  ming_headline_set (&form->figure[MING_ACCOUNT_FIGURE_BALANCE], _("Balance then"),
                     known ? ming_answer_money (last->balance.fen) : NULL,
                     known ? g_strdup_printf ("%04d-%02d", last->month / 12, last->month % 12 + 1) : NULL);
}

MingAccountForm *
ming_account_form_new (const MingEstimateValues *typed, const MingEstimateForm *person,
                       const MingEstimateAnswer *answer, const MingCase *year, gboolean incomplete,
                       const MingEstimateWorld *world)
{
  MingAccountForm *form = g_new0 (MingAccountForm, 1);

  form->month_headings = g_ptr_array_new_with_free_func (g_free);
  form->month_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  form->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);
  form->may_headings = g_ptr_array_new_with_free_func (g_free);
  form->may_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  form->may_notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_note_free);
  form->pays = g_ptr_array_new_with_free_func (g_free);
  form->guide = ming_guide_notes (typed, person, world, MING_GUIDE_ACCOUNT);
  form->messages = g_ptr_array_new_with_free_func (g_free);
  fill_credit (form, answer);
  fill_paid (form, answer);
  if (incomplete)
    g_ptr_array_add (form->messages, g_strdup (_("The ledger is not complete: the months go through the bill "
                                                 "of the page “Estimate” alone (Alt+2).")));
  ming_account_form_fill_months (form, person, year, world);
  fill_balance (form);
  ming_account_form_fill_may (form, person);
  ming_account_form_fill_family (form, typed, person, answer);
  return form;
}

void
ming_account_form_free (MingAccountForm *form)
{
  for (int i = 0; i < MING_N_ACCOUNT_FIGURES; i++)
    ming_headline_clear (&form->figure[i]);
  for (int row = 0; row < MING_FAMILY_ROWS; row++)
    for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
      ming_field_state_clear (&form->family[row][column]);
  ming_field_state_clear (&form->order);
  g_ptr_array_unref (form->month_headings);
  g_ptr_array_unref (form->month_rows);
  g_free (form->chart_text);
  g_ptr_array_unref (form->steps);
  g_ptr_array_unref (form->may_headings);
  g_ptr_array_unref (form->may_rows);
  g_ptr_array_unref (form->may_notes);
  g_ptr_array_unref (form->pays);
  g_ptr_array_unref (form->guide);
  g_ptr_array_unref (form->messages);
  g_free (form);
}

char *
ming_account_form_to_text (const MingAccountForm *form)
{
  return ming_lines_to_text (form->month_rows);
}
