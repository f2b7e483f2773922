/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-private.h"

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

/* The typed wage between the published limits, in the step's inputs. */
static void
tell_base (MingStep *step, const MingDatedBase *base, MingFen typed_fen, MingFen clamped_fen)
{
  if (!base)
    return;
  ming_step_add_input (step, _("wage"), typed_fen, _("from the form"));
  if (base->floor.state == MING_CELL_VALUE)
    ming_step_add_input (step, _("floor of the base"), base->floor.fen, _("policy pack"));
  if (base->cap.state == MING_CELL_VALUE)
    ming_step_add_input (step, _("cap of the base"), base->cap.fen, _("policy pack"));
  if (clamped_fen != typed_fen)
    ming_step_add_input (step, _("base used"), clamped_fen, typed_fen < clamped_fen ? _("raised to the floor") : _("cut to the cap"));
  ming_step_cite (step, base->citations, base->evidence);
}

/* "5,869.00 × 2% + 5,869.00 × 0.8% = 164.33" */
static char *
rates_formula (const MingCreditResult *result)
{
  g_autofree char *basis = ming_words_fen (result->credit.basis_fen);
  g_autofree char *own = ming_words_rate (result->rule.own_rate);
  g_autofree char *unit = ming_words_rate (result->rule.unit_rate);
  g_autofree char *month = ming_words_fen (result->credit.month_fen);

  if (result->rule.unit_rate.num == 0)
    return g_strdup_printf ("%s × %s = %s", basis, own, month);
  if (result->rule.own_rate.num == 0)
    return g_strdup_printf ("%s × %s = %s", basis, unit, month);
  return g_strdup_printf ("%s × %s + %s × %s = %s", basis, own, basis, unit, month);
}

static char *
credit_formula (const MingCreditResult *result)
{
  g_autofree char *amount = ming_words_fen (result->rule.amount_fen);

  switch (result->rule.kind)
    {
    case MING_CREDIT_NONE:
      return g_strdup ("0.00");
    case MING_CREDIT_FIXED_PER_MONTH:
      return g_strdup_printf (_("%s a month, fixed"), amount);
    case MING_CREDIT_FIXED_PER_YEAR:
      return g_strdup_printf (_("%s a year, fixed"), amount);
    case MING_CREDIT_PERCENT_OF_BASE:
    case MING_CREDIT_PERCENT_OF_PENSION:
    case MING_CREDIT_PERCENT_OF_AVERAGE:
    default:
      return rates_formula (result);
    }
}

MingStep *
ming_explain_credit (const MingCreditResult *result)
{
  MingStep *step;
  gboolean per_year = result->rule.kind == MING_CREDIT_FIXED_PER_YEAR;
  g_autofree char *amount = NULL;

  if (result->outcome != MING_OUTCOME_KNOWN)
    return NULL;
  step = ming_step_new (-2, MING_PART_IN_SCOPE, 0);
  amount = ming_words_fen (per_year ? result->credit.year_fen : result->credit.month_fen);
  set_text (&step->title, g_strdup (_("Credit to the personal account")));
  set_text (&step->formula, credit_formula (result));
  if (result->rule.kind == MING_CREDIT_NONE)
    set_text (&step->sentence, g_strdup (_("Nothing is credited to a personal account.")));
  else
    set_text (&step->sentence, g_strdup_printf (per_year ? _("Every year %s goes into your account.")
                                                         : _("Every month %s goes into your account."), amount));
  tell_base (step, result->base, result->typed_base_fen, result->clamped_base_fen);
  ming_step_cite_row (step, result->row);
  set_text (&step->matched, ming_row_describe (result->row, ming_phrase_language ()));
  ming_step_tell_near (step, result->near, result->attributes, &result->facts);
  step->amount_fen = per_year ? result->credit.year_fen : result->credit.month_fen;
  return step;
}

static char *
part_formula (const MingContributionResult *result, const MingPartCell *part, MingFen amount_fen)
{
  g_autofree char *base = ming_words_fen (result->clamped_base_fen);
  g_autofree char *amount = ming_words_fen (amount_fen);
  g_autofree char *rate = part->rate.state == MING_CELL_VALUE ? ming_words_rate (part->rate.rate[0]) : NULL;
  g_autofree char *fixed = part->amount.state == MING_CELL_VALUE ? ming_words_fen (part->amount.fen) : NULL;

  if (rate && fixed)
    return g_strdup_printf ("%s × %s + %s = %s", base, rate, fixed, amount);
  if (rate)
    return g_strdup_printf ("%s × %s = %s", base, rate, amount);
  return g_strdup (amount);
}

static const char *
contributor_word (MingContributor who)
{
  switch (who)
    {
    case MING_CONTRIBUTOR_UNIT:
      return C_("contributor", "Employer");
    case MING_CONTRIBUTOR_PERSON:
      return C_("contributor", "Employee");
    case MING_CONTRIBUTOR_FLEXIBLE:
      return C_("contributor", "Flexible employment");
    case MING_CONTRIBUTOR_SUBSIDY:
    case MING_N_CONTRIBUTORS:
    default:
      return C_("contributor", "Public subsidy");
    }
}

GPtrArray *
ming_explain_contribution (const MingContributionResult *result)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);

  if (result->outcome != MING_OUTCOME_KNOWN)
    return steps;
  for (int i = 0; i < result->contribution.n_parts; i++)
    {
      const MingPartCell *part = g_ptr_array_index (result->row->parts, (guint) i);
      MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, i);
      MingFen amount_fen = result->contribution.part_fen[i];

      set_text (&step->title, g_strdup_printf ("%s · %s", contributor_word (part->who), ming_phrase_local (&part->name)));
      set_text (&step->formula, part_formula (result, part, amount_fen));
      if (part->rate.state == MING_CELL_VALUE)
        {
          tell_base (step, result->base, result->typed_base_fen, result->clamped_base_fen);
          set_text (&step->rounding, ming_words_rounding (part->rounding, FALSE));
        }
      ming_step_cite (step, part->citations, part->evidence);
      set_text (&step->matched, ming_row_describe (result->row, ming_phrase_language ()));
      step->amount_fen = amount_fen;
      g_ptr_array_add (steps, step);
    }
  return steps;
}
