/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-private.h"
#include "ming-life.h"

/* The decision that the formula of core/ming-retirement.c writes out; seen as full text. */
#define REFORM "《全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定》2024-09-13，国务院办法第一条至第三条"

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

/* "2026-05" */
static char *
month_text (int month)
{
  return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
}

/* "60 years 4 months" */
static char *
span_text (int months)
{
  if (months % 12 == 0)
    return g_strdup_printf (_("%d years"), months / 12);
  return g_strdup_printf (_("%1$d years %2$d months"), months / 12, months % 12);
}

static MingStep *
explain_retirement (const MingLife *life)
{
  const MingRetirement *retirement = &life->retirement.retirement;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 0);
  g_autofree char *birth = month_text (ming_date_month_index (life->question.brdy));
  g_autofree char *old_age = span_text (retirement->age_months - retirement->delay_months);
  g_autofree char *age = span_text (retirement->age_months);
  g_autofree char *month = month_text (retirement->month);
  g_autofree char *earliest = month_text (retirement->earliest_month);
  g_autofree char *latest = month_text (retirement->latest_month);

  set_text (&step->title, g_strdup (_("Statutory retirement")));
  set_text (&step->formula, g_strdup_printf (_("%1$s + %2$s + %3$d months = %4$s"), birth, old_age, retirement->delay_months, month));
  set_text (&step->sentence, g_strdup_printf (_("You reach the statutory age of %1$s in %2$s; by choice from %3$s, by agreement until %4$s."),
                                              age, month, earliest, latest));
  g_ptr_array_add (step->citations, g_strdup (REFORM));
  return step;
}

static MingStep *
explain_years (const MingLife *life)
{
  const MingLifeYears *years = &life->years;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 1);
  g_autofree char *required = span_text (years->rule.total_months);
  g_autofree char *held = span_text (MAX (life->question.paid_months, 0) + MAX (life->question.deemed_months, 0));
  g_autofree char *missing = span_text (years->gap.missing_months);

  set_text (&step->title, g_strdup (_("Years for retired benefits")));
  set_text (&step->formula, g_strdup_printf (_("%1$s − %2$s; missing %3$s"), required, held, missing));
  set_text (&step->sentence, years->gap.missing_months == 0
            ? g_strdup (_("You have the years: after retirement you pay no more and keep the benefits."))
            : g_strdup_printf (_("%s are still missing."), missing));
  if (years->rule.actual_months > 0)
    g_ptr_array_add (step->inputs, g_strdup_printf (_("of these really paid: %1$d months, missing %2$d"), years->rule.actual_months,
                                                    years->gap.actual_gap_months));
  if (years->rule.local_months > 0)
    g_ptr_array_add (step->inputs, g_strdup_printf (_("of these paid here: %1$d months, missing %2$d"), years->rule.local_months,
                                                    years->gap.local_gap_months));
  ming_step_cite_row (step, years->row);
  set_text (&step->matched, ming_row_describe (years->row, ming_phrase_language ()));
  return step;
}

static MingStep *
explain_cost (const MingLife *life)
{
  const MingLifeYears *years = &life->years;
  const MingMakeupSpec *makeup = &years->version->makeup;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 2);
  g_autofree char *base = ming_words_fen (makeup->base.fen);
  g_autofree char *rate = ming_words_rate (makeup->rate.rate[0]);
  g_autofree char *month = ming_words_fen (years->month_fen);
  g_autofree char *total = ming_words_fen (years->at_once_fen);

  set_text (&step->title, g_strdup (_("Buying the missing months")));
  set_text (&step->formula, g_strdup_printf (_("%1$s × %2$s = %3$s a month; × %4$d = %5$s"), base, rate, month,
                                             years->gap.missing_months, total));
  set_text (&step->sentence, makeup->at_once
            ? g_strdup_printf (_("Paid at once the missing months cost %1$s; month by month %2$s each."), total, month)
            : g_strdup_printf (_("Each missing month costs %s."), month));
  ming_step_cite (step, makeup->citations, makeup->evidence);
  step->amount_fen = years->at_once_fen;
  return step;
}

static MingStep *
explain_waiting (const MingLife *life)
{
  const MingWaiting *waiting = &life->waiting.waiting;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 3);

  set_text (&step->title, g_strdup (_("Waiting period")));
  set_text (&step->formula, g_strdup_printf (_("%1$d + %2$d − %3$d → %4$d months"), waiting->fixed_months, waiting->variable_months,
                                             waiting->repaired_months, waiting->months));
  set_text (&step->sentence, waiting->months == 0
            ? g_strdup (_("There is no waiting: benefits begin at once."))
            : g_strdup_printf (_("Benefits begin %d months after joining."), waiting->months));
  ming_step_cite_row (step, life->waiting.row);
  return step;
}

static MingStep *
explain_premium (const MingLife *life)
{
  const MingLifePremium *premium = &life->premium;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 4);
  g_autofree char *person = ming_words_fen (premium->person_fen);
  g_autofree char *subsidy = ming_words_fen (premium->subsidy_fen);

  set_text (&step->title, g_strdup (_("Residents' premium of the year")));
  set_text (&step->formula, premium->subsidy_known ? g_strdup_printf (_("person %1$s, public subsidy %2$s"), person, subsidy)
                                                   : g_strdup_printf (_("person %s"), person));
  set_text (&step->sentence, g_strdup_printf (_("You pay %s for the year."), person));
  ming_step_cite_row (step, premium->row);
  set_text (&step->matched, ming_row_describe (premium->row, ming_phrase_language ()));
  step->amount_fen = premium->person_fen;
  return step;
}

GPtrArray *
ming_life_explain (const MingLife *life)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);

  if (life->retirement.outcome == MING_OUTCOME_KNOWN)
    g_ptr_array_add (steps, explain_retirement (life));
  if (life->years.outcome == MING_OUTCOME_KNOWN)
    g_ptr_array_add (steps, explain_years (life));
  if (life->years.outcome == MING_OUTCOME_KNOWN && life->years.cost_outcome == MING_OUTCOME_KNOWN
      && life->years.gap.missing_months > 0)
    g_ptr_array_add (steps, explain_cost (life));
  if (life->waiting.outcome == MING_OUTCOME_KNOWN)
    g_ptr_array_add (steps, explain_waiting (life));
  if (life->premium.outcome == MING_OUTCOME_KNOWN)
    g_ptr_array_add (steps, explain_premium (life));
  return steps;
}
