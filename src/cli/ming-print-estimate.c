/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-print.h"

static void
step_unref (gpointer step)
{
  ming_step_free (step);
}

/* Why a part of the answer is not there; most messages say themselves which part. */
static void
print_missing (const char *part, const char *message, GString *out)
{
  if (g_str_has_prefix (message, part))
    g_string_append_printf (out, "\n%s\n", message);
  else
    g_string_append_printf (out, _("\n%s: %s\n"), part, message);
}

static void
print_credit (const MingCreditResult *credit, GString *out)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (step_unref);
  g_autofree char *amount = NULL;

  if (credit->outcome != MING_OUTCOME_KNOWN)
    {
      print_missing (_("Account credit"), credit->message, out);
      return;
    }
  if (credit->rule.kind == MING_CREDIT_FIXED_PER_YEAR)
    {
      amount = ming_print_fen (credit->credit.year_fen);
      g_string_append_printf (out, _("\nAccount credit: %s a year\n"), amount);
    }
  else
    {
      amount = ming_print_fen (credit->credit.month_fen);
      g_string_append_printf (out, _("\nAccount credit: %s a month\n"), amount);
    }
  g_ptr_array_add (steps, ming_explain_credit (credit));
  ming_print_steps (steps, out);
}

/* Nothing where the pack withholds nothing. */
static void
print_debit (const MingContributionResult *debit, GString *out)
{
  g_autoptr (GPtrArray) steps = ming_explain_debit (debit);
  g_autofree char *total = ming_print_fen (debit->contribution.total_fen);

  if (debit->outcome != MING_OUTCOME_KNOWN)
    print_missing (_("Withheld from the account"), debit->message, out);
  else if (debit->row != NULL)
    g_string_append_printf (out, _("\nWithheld from the account: %s a month\n"), total);
  ming_print_steps (steps, out);
}

static void
print_contribution (const MingContributionResult *result, GString *out)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *total = NULL;

  if (result->outcome != MING_OUTCOME_KNOWN)
    {
      print_missing (_("Contribution"), result->message, out);
      return;
    }
  total = ming_print_fen (result->contribution.total_fen);
  if (result->row->per_year)
    g_string_append_printf (out, _("\nContribution: %s a year\n"), total);
  else
    g_string_append_printf (out, _("\nContribution: %s a month\n"), total);
  steps = ming_explain_contribution (result);
  ming_print_steps (steps, out);
}

void
ming_print_estimate (const MingEstimate *answer, GString *out)
{
  ming_print_head (answer, _("Estimate of medical insurance benefits (not a settlement)"), out);
  for (guint i = 0; i < answer->visits->len; i++)
    ming_print_visit (g_ptr_array_index (answer->visits, i), i + 1, out);
  print_credit (&answer->credit, out);
  print_debit (&answer->debit, out);
  print_contribution (&answer->contribution, out);
  ming_print_notes (answer, out);
}
