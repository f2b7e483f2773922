/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include "ming-explain.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

/* One term of the eligible cost, in the formula and among the inputs; those of zero are left out. */
static void
add_term (MingStep *step, GString *formula, const char *sign, const char *name, MingFen fen,
          const char *origin)
{
  g_autofree char *amount = ming_words_fen (fen);

  if (formula->len > 0 && fen == 0)
    return;
  ming_step_add_input (step, name, fen, origin);
  if (formula->len > 0)
    g_string_append_printf (formula, " %s ", sign);
  g_string_append (formula, amount);
}

/* "12,000.00 + 8,000.00 − 800.00", or "20,000.00 − 1,000.00 − 800.00". */
static void
add_terms (const MingVisitResult *result, MingStep *step, GString *formula)
{
  const MingCharges *charges = &result->input.charges;
  const MingCaseVisit *visit = result->visit;
  const char *form = _("from the form");

  if (visit->by_class)
    {
      add_term (step, formula, "+", _("class A"), visit->class_a.fen, form);
      add_term (step, formula, "+", _("class B"), visit->class_b.fen, form);
    }
  else
    {
      add_term (step, formula, "+", _("total"), charges->total_fen, form);
      add_term (step, formula, "−", _("wholly own cost"), charges->full_own_fen, form);
    }
  add_term (step, formula, "−", _("over price limits"), charges->over_limit_fen, form);
  add_term (step, formula, "−", _("first borne"), charges->first_pay_fen,
            visit->by_class ? _("step above") : form);
}

const char *
ming_explain_catalogue (const char *word)
{
  return g_strcmp0 (word, "place") == 0 ? _("catalogue of the place of treatment")
                                        : _("catalogue of the insured area");
}

/* Whose catalogue parted the cost, where the pack says so: 就医地目录, 参保地政策. */
static void
tell_catalogue (const MingVisitResult *result, MingStep *step)
{
  const MingMatch *match = result->resolved->catalogue;
  const char *words;
  g_autofree char *row = NULL;

  if (match == NULL)
    return;
  words = ming_explain_catalogue (match->row->kind);
  row = ming_row_describe (match->row, ming_phrase_language ());
  ming_step_cite_row (step, match->row);
  ming_step_set (&step->matched, *row != '\0' ? g_strdup_printf (_("%s: %s"), row, words) : g_strdup (words));
  /* Translators: the sentence so far, catalogue */
  ming_step_set (&step->sentence,
                 g_strdup_printf (_("%1$s The cost is parted by the %2$s; what is paid follows the rules of "
                                    "the insured area."),
                                  step->sentence, words));
}

/* Eligible cost by subtraction: the sum everybody asks about first. */
static MingStep *
explain_scope (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 0);
  const MingCharges *charges = &result->input.charges;
  g_autofree char *total = ming_words_fen (charges->total_fen);
  g_autofree char *scope = ming_words_fen (charges->in_scope_fen);
  g_autofree char *outside = ming_words_fen (charges->total_fen - charges->in_scope_fen);
  g_autoptr (GString) formula = g_string_new (NULL);

  ming_step_set (&step->title, g_strdup (_("Eligible cost")));
  add_terms (result, step, formula);
  ming_step_set (&step->formula, g_str_equal (formula->str, scope)
                                     ? g_strdup (scope)
                                     : g_strdup_printf ("%s = %s", formula->str, scope));
  if (charges->in_scope_fen == charges->total_fen)
    ming_step_set (&step->sentence,
                   g_strdup_printf (_("The whole bill of %s is within the rules of the insurance."), total));
  else
    /* Translators: total, eligible, the rest */
    ming_step_set (
        &step->sentence,
        g_strdup_printf (_("Of the bill of %1$s, %2$s is within the rules of the insurance; %3$s is "
                            "not."),
                         total, scope, outside));
  tell_catalogue (result, step);
  step->amount_fen = charges->in_scope_fen;
  return step;
}

static MingStep *
explain_away (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-1, MING_PART_AWAY_FIRST, 0);
  const MingPlan *plan = &result->resolved->plan;
  MingFen first_fen = ming_bill_part_sum (&result->settlement.bill, MING_PART_AWAY_FIRST);
  MingFen scope_fen = result->input.charges.in_scope_fen;
  g_autofree char *scope = ming_words_fen (scope_fen);
  g_autofree char *rate = ming_words_rate (plan->away_first);
  g_autofree char *first = ming_words_fen (first_fen);
  g_autofree char *product = g_strdup_printf ("%s × %s", scope, rate);

  ming_step_set (&step->code, g_strdup ("S000"));
  ming_step_set (&step->title, g_strdup (_("First borne away from home")));
  ming_step_set (&step->formula, g_strdup_printf ("%s = %s", product, first));
  /* Translators: rate, amount */
  ming_step_set (&step->sentence,
                 g_strdup_printf (_("Away from home you first bear %1$s of the eligible cost, that is %2$s; "
                                     "then the rules of home apply."),
                                  rate, first));
  ming_step_add_input (step, _("eligible cost"), scope_fen, _("step above"));
  ming_step_tell_match (step, result->resolved->away, result->resolved->pack->attributes, &result->facts, -1,
                        NULL);
  if (ming_words_is_rounded (ming_exact_from_fen (scope_fen), plan->away_first, plan->away_rounding))
    ming_step_set (&step->rounding, ming_words_rounding (plan->away_rounding, FALSE));
  step->amount_fen = first_fen;
  return step;
}

/* What each purse paid of the person's part. */
typedef struct
{
  MingFen own_fen;
  MingFen family_fen;
  MingFen cash_fen;
} Paid;

static Paid
paid_of (const MingVisitResult *result)
{
  const MingBill *bill = &result->settlement.bill;

  return (Paid){ ming_bill_paid_by (bill, MING_PAYER_ACCT), ming_bill_paid_by (bill, MING_PAYER_MULAID),
                 ming_bill_paid_by (bill, MING_PAYER_CASH) };
}

/* "50,000.00 − 45,217.00 = 4,783.00 = 1,000.00 + 3,783.00" */
static char *
financing_formula (const MingVisitResult *result, const Paid *paid)
{
  const MingSettlement *settlement = &result->settlement;
  g_autofree char *total = ming_words_fen (settlement->bill.total_fen);
  g_autofree char *funds = ming_words_fen (settlement->fund_fen);
  g_autofree char *person = ming_words_fen (settlement->person_fen);
  g_autofree char *own = ming_words_fen (paid->own_fen);
  g_autofree char *family = ming_words_fen (paid->family_fen);
  g_autofree char *cash = ming_words_fen (paid->cash_fen);

  if (paid->own_fen + paid->family_fen == 0)
    return g_strdup_printf ("%s − %s = %s", total, funds, person);
  if (paid->family_fen == 0)
    return g_strdup_printf ("%s − %s = %s = %s + %s", total, funds, person, own, cash);
  return g_strdup_printf ("%s − %s = %s = %s + %s + %s", total, funds, person, own, family, cash);
}

/* Nothing is said of an account nobody told us about, or that this care may not use. */
static char *
financing_sentence (const MingVisitResult *result, const Paid *paid)
{
  const MingSettlement *settlement = &result->settlement;
  g_autofree char *funds = ming_words_fen (settlement->fund_fen);
  g_autofree char *person = ming_words_fen (settlement->person_fen);
  g_autofree char *own = ming_words_fen (paid->own_fen);
  g_autofree char *family = ming_words_fen (paid->family_fen);
  g_autofree char *cash = ming_words_fen (paid->cash_fen);
  g_autofree char *left = ming_words_fen (settlement->purse_after.own_fen);

  if (settlement->person_fen == 0)
    return g_strdup_printf (_("The funds pay all of it, %s; you pay nothing."), funds);
  if (paid->family_fen > 0)
    /* Translators: funds, own part, account, family accounts, cash, balance */
    return g_strdup_printf (
        _("The funds pay %1$s in all. You pay %2$s: %3$s from your account, %4$s from family accounts, %5$s "
           "in cash. %6$s stays in your account."),
        funds, person, own, family, cash, left);
  if (settlement->fund_fen == 0 && paid->own_fen == 0)
    return g_strdup_printf (_("No fund pays on this bill. You pay %s in cash."), person);
  if (paid->own_fen == 0)
    return g_strdup_printf (_("The funds pay %1$s in all. You pay %2$s in cash."), funds, person);
  /* Translators: funds, own part, account, cash, balance */
  return g_strdup_printf (
      _("The funds pay %1$s in all. You pay %2$s: %3$s from your account, %4$s in cash. %5$s stays in your "
         "account."),
      funds, person, own, cash, left);
}

/* "500.00 − 300.00 = 200.00": what the account number @index had, paid and keeps. */
static char *
family_working (const MingVisitResult *result, guint index)
{
  g_autofree char *before = ming_words_fen (result->purse_before.family_fen[index]);
  g_autofree char *paid = ming_words_fen (result->settlement.family_paid_fen[index]);
  g_autofree char *after = ming_words_fen (result->settlement.purse_after.family_fen[index]);

  return g_strdup_printf ("%s − %s = %s", before, paid, after);
}

static void
tell_family (const MingVisitResult *result, MingStep *step)
{
  g_autoptr (GPtrArray) family = ming_person_family_in_order (result->person);

  for (guint i = 0; i < family->len; i++)
    {
      const MingFamilyAccount *account = g_ptr_array_index (family, i);
      g_autofree char *working = family_working (result, i);
      /* Translators: place in the order of payment, relation */
      g_autofree char *name
          = account->relation != NULL
                ? g_strdup_printf (_("family account %1$u, %2$s:"), i + 1, account->relation)
                : g_strdup_printf (_("family account %u:"), i + 1);

      ming_step_add_working (step, name, working, _("from the form, in the order in which they pay"));
    }
}

static void
tell_purse (const MingVisitResult *result, MingStep *step)
{
  const MingPurse *purse = &result->purse_before;

  if (result->balance_known)
    ming_step_add_input (step, _("account balance before"), purse->own_fen,
                         _("from the form, or what the last visit left"));
  tell_family (result, step);
}

/* Who pays what the funds left: own account, family, cash. */
static MingStep *
explain_financing (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-2, MING_PART_SHARE, 0);
  Paid paid = paid_of (result);

  ming_step_set (&step->title, g_strdup (_("How the own part is paid")));
  ming_step_set (&step->formula, financing_formula (result, &paid));
  ming_step_set (&step->sentence, financing_sentence (result, &paid));
  tell_purse (result, step);
  ming_step_cite (step, result->resolved->version->citations, result->resolved->version->evidence);
  step->amount_fen = result->settlement.person_fen;
  return step;
}

GPtrArray *
ming_explain_visit (const MingVisitResult *result)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);

  if (result->outcome != MING_OUTCOME_KNOWN)
    return steps;
  if (result->visit->by_class)
    g_ptr_array_add (steps, ming_explain_first_pay (result));
  g_ptr_array_add (steps, explain_scope (result));
  if (result->resolved->plan.away_first.num > 0)
    g_ptr_array_add (steps, explain_away (result));
  for (int layer = 0; layer < result->settlement.n_layers; layer++)
    ming_explain_layer (result, layer, steps);
  g_ptr_array_add (steps, explain_financing (result));
  return steps;
}
