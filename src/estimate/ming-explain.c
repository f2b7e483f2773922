/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include "ming-explain.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

/* 乙类 first-borne part, when the bill was given as 甲乙丙. */
static MingStep *
explain_first_pay (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-1, MING_PART_FIRST_PAY, 0);
  MingFen first_pay_fen = result->input.charges.first_pay_fen;
  g_autofree char *amount = ming_words_fen (result->visit->class_b.fen);
  g_autofree char *rate = ming_words_rate (result->visit->first_pay_rate);
  g_autofree char *first = ming_words_fen (first_pay_fen);

  set_text (&step->code, g_strdup ("102"));
  set_text (&step->title, g_strdup (_("First-borne part of class B")));
  set_text (&step->formula, g_strdup_printf ("%s × %s = %s", amount, rate, first));
  set_text (&step->sentence, g_strdup_printf (_("Of class B items you first bear %1$s, that is %2$s; the rest counts as eligible."),
                                              rate, first));
  ming_step_add_input (step, _("class B"), result->visit->class_b.fen, _("from the form"));
  set_text (&step->rounding, ming_words_rounding (result->resolved->version->first_pay_rounding, FALSE));
  step->amount_fen = first_pay_fen;
  return step;
}

/* Eligible cost by subtraction: the sum everybody asks about first. */
static MingStep *
explain_scope (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 0);
  const MingCharges *charges = &result->input.charges;
  g_autofree char *total = ming_words_fen (charges->total_fen);
  g_autofree char *own = ming_words_fen (charges->full_own_fen);
  g_autofree char *over = ming_words_fen (charges->over_limit_fen);
  g_autofree char *first = ming_words_fen (charges->first_pay_fen);
  g_autofree char *scope = ming_words_fen (charges->in_scope_fen);

  set_text (&step->title, g_strdup (_("Eligible cost")));
  set_text (&step->formula, g_strdup_printf ("%s − %s − %s − %s = %s", total, own, over, first, scope));
  set_text (&step->sentence, g_strdup_printf (_("Of the bill of %1$s, %2$s is within the rules of the insurance."), total, scope));
  ming_step_add_input (step, _("total"), charges->total_fen, _("from the form"));
  ming_step_add_input (step, _("wholly own cost"), charges->full_own_fen, _("from the form"));
  ming_step_add_input (step, _("over price limits"), charges->over_limit_fen, _("from the form"));
  ming_step_add_input (step, _("first borne"), charges->first_pay_fen,
                       result->visit->by_class ? _("step above") : _("from the form"));
  step->amount_fen = charges->in_scope_fen;
  return step;
}

static MingStep *
explain_away (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-1, MING_PART_AWAY_FIRST, 0);
  MingFen first_fen = ming_bill_part_sum (&result->settlement.bill, MING_PART_AWAY_FIRST);
  g_autofree char *scope = ming_words_fen (result->input.charges.in_scope_fen);
  g_autofree char *rate = ming_words_rate (result->resolved->plan.away_first);
  g_autofree char *first = ming_words_fen (first_fen);

  set_text (&step->code, g_strdup ("S000"));
  set_text (&step->title, g_strdup (_("First borne away from home")));
  set_text (&step->formula, g_strdup_printf ("%s × %s = %s", scope, rate, first));
  set_text (&step->sentence, g_strdup_printf (_("Away from home you first bear %1$s of the eligible cost, then the rules of home apply."), rate));
  ming_step_add_input (step, _("eligible cost"), result->input.charges.in_scope_fen, _("step above"));
  ming_step_tell_match (step, result->resolved->away, result->resolved->pack->attributes, &result->facts);
  set_text (&step->rounding, ming_words_rounding (result->resolved->plan.away_rounding, FALSE));
  step->amount_fen = first_fen;
  return step;
}

/* Who pays what the funds left: own account, family, cash. */
static MingStep *
explain_financing (const MingVisitResult *result)
{
  MingStep *step = ming_step_new (-2, MING_PART_SHARE, 0);
  const MingSettlement *settlement = &result->settlement;
  MingFen own_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_ACCT);
  MingFen family_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_MULAID);
  MingFen cash_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH);
  g_autofree char *person = ming_words_fen (settlement->person_fen);
  g_autofree char *own = ming_words_fen (own_fen);
  g_autofree char *family = ming_words_fen (family_fen);
  g_autofree char *cash = ming_words_fen (cash_fen);
  g_autofree char *left = ming_words_fen (settlement->purse_after.own_fen);

  set_text (&step->title, g_strdup (_("How the own part is paid")));
  set_text (&step->formula, family_fen > 0 ? g_strdup_printf ("%s = %s + %s + %s", person, own, family, cash)
                                           : g_strdup_printf ("%s = %s + %s", person, own, cash));
  set_text (&step->sentence, family_fen > 0
            ? g_strdup_printf (_("You pay %1$s: %2$s from your account, %3$s from family accounts, %4$s in cash. %5$s stays in your account."),
                               person, own, family, cash, left)
            : g_strdup_printf (_("You pay %1$s: %2$s from your account, %3$s in cash. %4$s stays in your account."),
                               person, own, cash, left));
  ming_step_add_input (step, _("account balance before"), result->purse_before.own_fen, _("from the form"));
  ming_step_cite (step, result->resolved->version->citations, result->resolved->version->evidence);
  step->amount_fen = settlement->person_fen;
  return step;
}

GPtrArray *
ming_explain_visit (const MingVisitResult *result)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);

  if (result->outcome != MING_OUTCOME_KNOWN)
    return steps;
  if (result->visit->by_class)
    g_ptr_array_add (steps, explain_first_pay (result));
  g_ptr_array_add (steps, explain_scope (result));
  if (result->resolved->plan.away_first.num > 0)
    g_ptr_array_add (steps, explain_away (result));
  for (int layer = 0; layer < result->settlement.n_layers; layer++)
    ming_explain_layer (result, layer, steps);
  g_ptr_array_add (steps, explain_financing (result));
  return steps;
}
