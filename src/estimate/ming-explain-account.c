/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-private.h"

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
    ming_step_add_input (step, _("base used"), clamped_fen,
                         typed_fen < clamped_fen ? _("raised to the floor") : _("cut to the cap"));
  ming_step_cite (step, base->citations, base->evidence);
}

/* "5,869.00 × 2 % + 5,869.00 × 0.8 %", or the two amounts where each was rounded by itself. */
static char *
rates_formula (const MingCreditResult *result)
{
  const MingCredit *credit = &result->credit;
  MingExact exact = ming_exact_from_fen (credit->basis_fen);
  gboolean rounded_twice = ming_words_is_rounded (exact, result->rule.own_rate, result->rule.rounding)
                           && ming_words_is_rounded (exact, result->rule.unit_rate, result->rule.rounding);
  g_autofree char *basis = ming_words_fen (credit->basis_fen);
  g_autofree char *own_rate = ming_words_rate (result->rule.own_rate);
  g_autofree char *unit_rate = ming_words_rate (result->rule.unit_rate);
  g_autofree char *own = ming_words_fen (credit->own_fen);
  g_autofree char *unit = ming_words_fen (credit->unit_fen);
  g_autofree char *month = ming_words_fen (credit->month_fen);

  if (result->rule.unit_rate.num == 0)
    return g_strdup_printf ("%s × %s = %s", basis, own_rate, month);
  if (result->rule.own_rate.num == 0)
    return g_strdup_printf ("%s × %s = %s", basis, unit_rate, month);
  if (rounded_twice)
    return g_strdup_printf ("%s + %s = %s", own, unit, month);
  return g_strdup_printf ("%s × %s + %s × %s = %s", basis, own_rate, basis, unit_rate, month);
}

/* The reasons of "why" in cases, as said to the person. */
static const char *
reason_word (const MingUncredited *span)
{
  if (g_str_equal (span->why, "arrears"))
    return _("contributions in arrears");
  if (g_str_equal (span->why, "make_up"))
    return _("missing years being paid for");
  return _("a scheme without a personal account");
}

char *
ming_explain_uncredited (const MingUncredited *span)
{
  g_autofree char *from = g_strdup_printf ("%04d-%02d", span->from / 12, span->from % 12 + 1);
  g_autofree char *to = g_strdup_printf ("%04d-%02d", span->to / 12, span->to % 12 + 1);

  if (span->to == 0)
    /* Translators: month, reason */
    return g_strdup_printf (_("From %1$s on nothing is credited to the personal account (%2$s)"), from,
                            reason_word (span));
  if (span->to == span->from)
    return g_strdup_printf (_("In %1$s nothing is credited to the personal account (%2$s)"), from,
                            reason_word (span));
  /* Translators: first month, last month, reason */
  return g_strdup_printf (_("From %1$s to %2$s nothing is credited to the personal account (%3$s)"), from, to,
                          reason_word (span));
}

/* "220.00 × 9 = 1,980.00": the year's credit where some of its months bring nothing. */
static void
tell_year (const MingCreditResult *result, MingStep *step)
{
  MingFen month_fen = result->credited_months > 0 ? result->credit.year_fen / result->credited_months : 0;
  g_autofree char *month = ming_words_fen (month_fen);
  g_autofree char *year = ming_words_fen (result->credit.year_fen);
  g_autofree char *working = g_strdup_printf ("%s × %d = %s", month, result->credited_months, year);

  if (result->credited_months < 12 && month_fen > 0 && result->rule.kind != MING_CREDIT_FIXED_PER_YEAR)
    ming_step_add_working (step, _("the year's credited months"), working, _("from the form"));
}

/* A fixed amount is its own formula. */
static char *
credit_formula (const MingCreditResult *result)
{
  if (result->uncredited != NULL)
    return ming_words_fen (result->credit.month_fen);
  switch (result->rule.kind)
    {
    case MING_CREDIT_NONE:
    case MING_CREDIT_FIXED_PER_MONTH:
    case MING_CREDIT_FIXED_PER_YEAR:
      return ming_words_fen (result->rule.kind == MING_CREDIT_NONE ? 0 : result->rule.amount_fen);
    case MING_CREDIT_PERCENT_OF_BASE:
    case MING_CREDIT_PERCENT_OF_PENSION:
    case MING_CREDIT_PERCENT_OF_AVERAGE:
    default:
      return rates_formula (result);
    }
}

static char *
credit_sentence (const MingCreditResult *result)
{
  g_autofree char *month = ming_words_fen (result->credit.month_fen);
  g_autofree char *year = ming_words_fen (result->credit.year_fen);

  if (result->uncredited != NULL)
    return g_strdup_printf (_("Nothing goes into your account this month: %s."),
                            reason_word (result->uncredited));
  if (result->rule.kind == MING_CREDIT_NONE)
    return g_strdup (_("Nothing is credited to a personal account."));
  if (result->rule.kind == MING_CREDIT_FIXED_PER_YEAR)
    return g_strdup_printf (_("Every year %s goes into your account."), year);
  if (result->credited_months < 12)
    /* Translators: amount a month, number of months, amount in them */
    return g_strdup_printf (_("Every month %1$s goes into your account; %2$d months of the year are "
                              "credited, %3$s in all."),
                            month, result->credited_months, year);
  /* Translators: amount a month, amount a year */
  return g_strdup_printf (_("Every month %1$s goes into your account, %2$s in a year."), month, year);
}

/* One share of the credit where both had to be rounded: "3,333.33 × 2.2 % = 73.33". */
static void
tell_share (const MingCreditResult *result, MingStep *step, const char *name, MingRate share,
            MingFen share_fen)
{
  MingExact exact = ming_exact_from_fen (result->credit.basis_fen);
  g_autofree char *basis = ming_words_fen (result->credit.basis_fen);
  g_autofree char *rate = ming_words_rate (share);
  g_autofree char *amount = ming_words_fen (share_fen);
  g_autofree char *working = g_strdup_printf ("%s × %s = %s", basis, rate, amount);

  if (result->rule.own_rate.num > 0 && result->rule.unit_rate.num > 0)
    ming_step_add_working (step, name, working, _("by the rate"));
  if (ming_words_is_rounded (exact, share, result->rule.rounding))
    ming_step_set (&step->rounding, ming_words_rounding (result->rule.rounding, FALSE));
}

static void
tell_basis (const MingCreditResult *result, MingStep *step)
{
  tell_base (step, result->base, result->typed_base_fen, result->clamped_base_fen);
  if (!result->base && result->rule.kind == MING_CREDIT_PERCENT_OF_BASE)
    ming_step_add_input (step, _("wage"), result->typed_base_fen, _("from the form"));
  if (result->rule.kind == MING_CREDIT_PERCENT_OF_PENSION)
    ming_step_add_input (step, _("own pension"), result->credit.basis_fen, _("from the form"));
  if (result->rule.kind == MING_CREDIT_PERCENT_OF_AVERAGE)
    ming_step_add_input (step, _("published average"), result->credit.basis_fen, _("policy pack"));
  tell_share (result, step, _("own contribution credited"), result->rule.own_rate, result->credit.own_fen);
  tell_share (result, step, _("credited from the employer's part"), result->rule.unit_rate,
              result->credit.unit_fen);
}

MingStep *
ming_explain_credit (const MingCreditResult *result)
{
  MingStep *step;
  gboolean per_year = result->rule.kind == MING_CREDIT_FIXED_PER_YEAR;

  if (result->outcome != MING_OUTCOME_KNOWN)
    return NULL;
  step = ming_step_new (-2, MING_PART_IN_SCOPE, 0);
  ming_step_set (&step->title, g_strdup (_("Credit to the personal account")));
  ming_step_set (&step->formula, credit_formula (result));
  ming_step_set (&step->sentence, credit_sentence (result));
  if (result->uncredited == NULL)
    tell_basis (result, step);
  tell_year (result, step);
  if (result->row != NULL)
    ming_step_tell_row (step, result->row, result->near, result->attributes, &result->facts, -1, NULL);
  if (result->uncredited != NULL)
    ming_step_set (&step->matched, ming_explain_uncredited (result->uncredited));
  step->amount_fen = per_year ? result->credit.year_fen : result->credit.month_fen;
  return step;
}

/* "7,162.00 × 9.8 % = 701.88", "7,162.00 × 2 % + 3.00 = 146.24", "584.92" */
static char *
part_formula (const MingContributionResult *result, const MingPartCell *part, MingFen amount_fen)
{
  gboolean has_rate = part->rate.state == MING_CELL_VALUE;
  gboolean has_fixed = part->amount.state == MING_CELL_VALUE;
  MingFen fixed_fen = has_fixed ? part->amount.fen : 0;
  g_autofree char *base = ming_words_fen (result->clamped_base_fen);
  g_autofree char *amount = ming_words_fen (amount_fen);
  g_autofree char *rate = has_rate ? ming_words_rate (part->rate.rate[0]) : NULL;
  g_autofree char *rated = ming_words_fen (amount_fen - fixed_fen);
  g_autofree char *fixed = ming_words_fen (fixed_fen);

  if (has_rate && has_fixed && part->rounding.unit != MING_UNIT_FEN) /* only the first half is rounded */
    return g_strdup_printf ("%s + %s = %s", rated, fixed, amount);
  if (has_rate && has_fixed)
    return g_strdup_printf ("%s × %s + %s = %s", base, rate, fixed, amount);
  if (has_rate)
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

/* "单位 · 基本医疗保险"; a name that says already who pays stands alone. */
static char *
part_title (const MingPartCell *part)
{
  const char *who = contributor_word (part->who);
  const char *name = ming_phrase_local (&part->name);

  return g_str_has_prefix (name, who) ? g_strdup (name) : g_strdup_printf ("%s · %s", who, name);
}

static char *
part_sentence (MingContributor who, MingFen amount_fen, gboolean per_year)
{
  g_autofree char *amount = ming_words_fen (amount_fen);

  switch (who)
    {
    case MING_CONTRIBUTOR_UNIT:
      return g_strdup_printf (per_year ? _("Your employer pays %s a year.")
                                       : _("Your employer pays %s a month."),
                              amount);
    case MING_CONTRIBUTOR_PERSON:
    case MING_CONTRIBUTOR_FLEXIBLE:
      return g_strdup_printf (per_year ? _("You pay %s a year.") : _("You pay %s a month."), amount);
    case MING_CONTRIBUTOR_SUBSIDY:
    case MING_N_CONTRIBUTORS:
    default:
      return g_strdup_printf (per_year ? _("The state pays %s a year for you.")
                                       : _("The state pays %s a month for you."),
                              amount);
    }
}

static MingStep *
explain_part (const MingContributionResult *result, int index)
{
  const MingPartCell *part = g_ptr_array_index (result->row->parts, (guint) index);
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, index);
  MingFen amount_fen = result->contribution.part_fen[index];

  ming_step_set (&step->title, part_title (part));
  ming_step_set (&step->formula, part_formula (result, part, amount_fen));
  ming_step_set (&step->sentence, part_sentence (part->who, amount_fen, result->row->per_year));
  if (part->rate.state == MING_CELL_VALUE)
    {
      MingExact base = ming_exact_from_fen (result->clamped_base_fen);

      if (result->base)
        tell_base (step, result->base, result->typed_base_fen, result->clamped_base_fen);
      else
        ming_step_add_input (step, _("base used"), result->clamped_base_fen,
                             result->row->amount[MING_COLUMN_BASE].state == MING_CELL_VALUE
                                 ? _("policy pack")
                                 : _("from the form"));
      if (ming_words_is_rounded (base, part->rate.rate[0], part->rounding))
        ming_step_set (&step->rounding, ming_words_rounding (part->rounding, FALSE));
    }
  ming_step_cite (step, part->citations, part->evidence);
  ming_step_set (&step->matched, ming_row_describe (result->row, ming_phrase_language ()));
  step->amount_fen = amount_fen;
  return step;
}

static MingStep *
explain_debit (const MingContributionResult *result, int index)
{
  const MingPartCell *part = g_ptr_array_index (result->row->parts, (guint) index);
  MingStep *step = explain_part (result, index);
  g_autofree char *amount = ming_words_fen (step->amount_fen);

  ming_step_set (&step->title, g_strdup (ming_phrase_local (&part->name)));
  ming_step_set (&step->sentence,
                 g_strdup_printf (_("%s a month is withheld from your account before its balance."), amount));
  return step;
}

GPtrArray *
ming_explain_debit (const MingContributionResult *result)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);

  for (int i = 0; result->outcome == MING_OUTCOME_KNOWN && i < result->contribution.n_parts; i++)
    g_ptr_array_add (steps, explain_debit (result, i));
  return steps;
}

GPtrArray *
ming_explain_contribution (const MingContributionResult *result)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);

  for (int i = 0; result->outcome == MING_OUTCOME_KNOWN && i < result->contribution.n_parts; i++)
    g_ptr_array_add (steps, explain_part (result, i));
  return steps;
}
