/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-explain-private.h"
#include "ming-life.h"

/* The decision that the formula of core/ming-retirement.c writes out; seen as full text. */
#define REFORM                                                                                               \
  "《全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定》2024-09-13，国务院办法第一条至第三条"

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
  if (months < 12)
    return g_strdup_printf (_("%d months"), months);
  return g_strdup_printf (_("%1$d years %2$d months"), months / 12, months % 12);
}

/* "54 years 11 months" of age */
static char *
age_text (int months)
{
  if (months % 12 == 0)
    return g_strdup_printf (C_("age", "%d years"), months / 12);
  return g_strdup_printf (C_("age", "%1$d years %2$d months"), months / 12, months % 12);
}

/* How the delay grows, in the words of the decision. */
static const char *
delay_words (MingRetireeKind kind)
{
  switch (kind)
    {
    case MING_RETIREE_FEMALE_55:
      return _("women who retired at 55: born from 1970-01 on, 1 month for every 4 months, up to 36");
    case MING_RETIREE_FEMALE_50:
      return _("women who retired at 50: born from 1975-01 on, 1 month for every 2 months, up to 60");
    case MING_RETIREE_MALE_60:
    case MING_N_RETIREE_KINDS:
    default:
      return _("men who retired at 60: born from 1965-01 on, 1 month for every 4 months, up to 36");
    }
}

/* A document past its own last day may still be followed, but nobody may miss it. */
static void
tell_ended (const MingLife *life, MingStep *step, const MingRow *row)
{
  for (guint i = 0; row->citations != NULL && i < row->citations->len; i++)
    {
      const MingSource *source = ((MingCitation *) g_ptr_array_index (row->citations, i))->source;
      char day[MING_TEXT_DATE_SIZE] = "";

      if (source->ends.year == 0 || ming_date_compare (life->question.date, source->ends) <= 0)
        continue;
      ming_text_format_date (source->ends, day, sizeof day);
      ming_step_set (&step->sentence,
                     g_strdup_printf (_("%1$s The document this rests on ended on %2$s: have it checked."),
                                      step->sentence != NULL ? step->sentence : "", day));
      return;
    }
}

/* The match of a dated table, told once more for the explanation. */
static void
tell_row (const MingLife *life, MingStep *step, const MingTable *table, const MingRow *row)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (MingNearMiss));
  MingFacts facts = ming_life_facts (life);

  ming_table_match (table, life->pack->attributes, &facts, near);
  ming_step_tell_row (step, row, near, life->pack->attributes, &facts, -1, NULL);
  tell_ended (life, step, row);
}

static void
add_input (MingStep *step, const char *name, int months, const char *origin)
{
  g_autofree char *text = g_strdup_printf (_("%d months"), months);

  ming_step_add_working (step, name, text, origin);
}

static MingStep *
explain_retirement (const MingLife *life)
{
  const MingRetirement *retirement = &life->retirement.retirement;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 0);
  int old_age_months = retirement->age_months - retirement->delay_months;
  g_autofree char *birth = month_text (ming_date_month_index (life->question.brdy));
  g_autofree char *age = age_text (retirement->age_months);
  g_autofree char *month = month_text (retirement->month);
  g_autofree char *earliest = month_text (retirement->earliest_month);
  g_autofree char *latest = month_text (retirement->latest_month);

  ming_step_set (&step->title, g_strdup (_("Statutory retirement")));
  /* Translators: month of birth, years of age before the reform, months of delay, month of retirement */
  ming_step_set (&step->formula, g_strdup_printf (_("%1$s + (%2$d × 12 + %3$d) months = %4$s"), birth,
                                                  old_age_months / 12, retirement->delay_months, month));
  /* Translators: age, month, earliest, latest */
  ming_step_set (&step->sentence,
                 g_strdup_printf (_("You reach the statutory age of %1$s in %2$s; by choice from %3$s, by "
                                     "agreement until %4$s."),
                                  age, month, earliest, latest));
  add_input (step, _("delay"), retirement->delay_months, _("by month of birth"));
  ming_step_set (&step->matched, g_strdup (delay_words (life->question.kind)));
  g_ptr_array_add (step->citations, g_strdup (REFORM));
  return step;
}

static void
add_demand (GString *formula, int required, int held)
{
  if (required > 0)
    g_string_append_printf (formula, "%s%d − %d", formula->len > 0 ? C_("list of rows", "; ") : "", required,
                            held);
}

/* "max (300 − 240; 120 − 100; 0) = 60": in months, each demand against what is held. */
static char *
years_formula (const MingLife *life)
{
  const MingLifeYears *years = &life->years;
  int paid = MAX (life->question.paid_months, 0);
  int local = life->question.local_months < 0 ? paid : life->question.local_months;
  g_autoptr (GString) demands = g_string_new (NULL);
  g_autofree char *most = NULL;

  add_demand (demands, years->rule.total_months, paid + MAX (life->question.deemed_months, 0));
  add_demand (demands, years->rule.actual_months, paid);
  add_demand (demands, years->rule.local_months, local);
  most = ming_words_max (demands->len > 0 ? demands->str : "0", "0");
  return g_strdup_printf ("%s = %d", most, years->gap.missing_months);
}

static void
tell_years (const MingLife *life, MingStep *step)
{
  const MingLifeYears *years = &life->years;

  add_input (step, _("required with deemed months"), years->rule.total_months, _("policy pack"));
  if (years->rule.actual_months > 0)
    add_input (step, _("of these really paid"), years->rule.actual_months, _("policy pack"));
  if (years->rule.local_months > 0)
    add_input (step, _("of these paid here"), years->rule.local_months, _("policy pack"));
  add_input (step, _("months paid"), MAX (life->question.paid_months, 0), _("from the form"));
  if (life->question.deemed_months > 0)
    add_input (step, _("deemed months"), life->question.deemed_months, _("from the form"));
  if (years->rule.local_months > 0 && life->question.local_months < 0)
    g_ptr_array_add (step->inputs,
                     g_strdup (_("nothing said about other areas: all months count as paid here")));
}

static MingStep *
explain_years (const MingLife *life)
{
  const MingLifeYears *years = &life->years;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 1);
  g_autofree char *required = span_text (years->rule.total_months);
  g_autofree char *missing = span_text (years->gap.missing_months);

  ming_step_set (&step->title, g_strdup (_("Years for retired benefits, in months")));
  ming_step_set (&step->formula, years_formula (life));
  if (years->gap.missing_months == 0)
    ming_step_set (&step->sentence,
                   g_strdup_printf (_("You have the %s that are asked for: after retirement you pay no more "
                                       "and keep the benefits."),
                                    required));
  else
    /* Translators: what is asked for, what is missing */
    ming_step_set (&step->sentence,
                   g_strdup_printf (_("%1$s are asked for; %2$s are still missing."), required, missing));
  tell_years (life, step);
  tell_row (life, step, years->version->dated.table, years->row);
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
  g_autofree char *working = g_strdup_printf ("%s × %s = %s", base, rate, month);

  ming_step_set (&step->title, g_strdup (_("Buying the missing months")));
  ming_step_set (&step->formula, g_strdup_printf ("%s × %d = %s", month, years->gap.missing_months, total));
  /* Translators: months, a month's amount, all of it */
  ming_step_set (&step->sentence,
                 makeup->at_once
                     ? g_strdup_printf (_("%1$d months at %2$s each: %3$s if paid at once."),
                                        years->gap.missing_months, month, total)
                     : g_strdup_printf (_("%1$d months at %2$s each, paid month by month: %3$s in all."),
                                        years->gap.missing_months, month, total));
  ming_step_add_working (step, _("one month"), working, _("policy pack"));
  if (ming_words_is_rounded (ming_exact_from_fen (makeup->base.fen), makeup->rate.rate[0],
                             MING_ROUNDING_DEFAULT))
    ming_step_set (&step->rounding, ming_words_rounding (MING_ROUNDING_DEFAULT, FALSE));
  ming_step_cite (step, makeup->citations, makeup->evidence);
  step->amount_fen = years->at_once_fen;
  return step;
}

/* "3 + (5 − 0) × 1 − 2 × 1 = 6", where a long break keeps a least: "max (3 + 5 × 1 − 5 × 1; 6) = 6". */
static char *
waiting_formula (const MingLife *life)
{
  const MingWaitingRule *rule = &life->waiting.rule;
  const MingWaiting *waiting = &life->waiting.waiting;
  int computed = waiting->fixed_months + waiting->variable_months - waiting->repaired_months;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *least = g_strdup_printf ("%d", rule->long_break_at_least);
  g_autofree char *most = NULL;

  g_string_append_printf (text, "%d", waiting->fixed_months);
  if (waiting->variable_months > 0 && rule->free_years > 0)
    g_string_append_printf (text, " + (%d − %d) × %d", life->question.broken_years, rule->free_years,
                            rule->per_broken_year);
  else if (waiting->variable_months > 0)
    g_string_append_printf (text, " + %d × %d", life->question.broken_years, rule->per_broken_year);
  if (waiting->repaired_months > 0)
    g_string_append_printf (text, " − %d", waiting->repaired_months);
  most = waiting->months > computed ? ming_words_max (text->str, least) : g_strdup (text->str);
  return g_strdup_printf ("%s = %d", most, waiting->months);
}

static char *
waiting_sentence (const MingLife *life)
{
  int gap = life->question.gap_months;

  if (life->waiting.waiting.months > 0)
    return g_strdup_printf (_("Benefits begin %d months after joining."), life->waiting.waiting.months);
  if (life->question.in_window)
    return g_strdup (_("You joined in the season of joining: benefits begin at once, without waiting."));
  if (gap >= 0 && gap <= life->waiting.rule.gap_months)
    return g_strdup_printf (
        _("Your last cover ended no more than %d months ago: benefits begin at once, without waiting."),
        life->waiting.rule.gap_months);
  return g_strdup (_("There is no waiting: benefits begin at once."));
}

static MingStep *
explain_waiting (const MingLife *life)
{
  const MingWaiting *waiting = &life->waiting.waiting;
  const MingWaitingRule *rule = &life->waiting.rule;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 3);
  MingFacts facts = ming_life_facts (life);
  const MingDatedTable *version =
      ming_pack_in_force (life->pack->waiting, &facts.date, _("waiting period"), NULL);

  ming_step_set (&step->title, g_strdup (_("Waiting period, in months")));
  ming_step_set (&step->formula, waiting_formula (life));
  ming_step_set (&step->sentence, waiting_sentence (life));
  if (waiting->fixed_months > 0)
    add_input (step, _("fixed part"), waiting->fixed_months, _("policy pack"));
  if (waiting->variable_months > 0)
    add_input (step, _("for each broken year"), rule->per_broken_year, _("policy pack"));
  if (waiting->repaired_months > 0)
    add_input (step, _("taken off for years paid afterwards"), waiting->repaired_months, _("policy pack"));
  if (version)
    tell_row (life, step, version->table, life->waiting.row);
  return step;
}

static MingStep *
explain_premium (const MingLife *life)
{
  const MingLifePremium *premium = &life->premium;
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 4);
  MingFacts facts = ming_life_facts (life);
  const MingDatedTable *version =
      ming_pack_in_force (life->pack->resident_premium, &facts.date, _("residents' premium"), NULL);
  g_autofree char *person = ming_words_fen (premium->person_fen);
  g_autofree char *subsidy = ming_words_fen (premium->subsidy_fen);

  ming_step_set (&step->title, g_strdup_printf (_("Residents' premium for %d"), premium->coverage_year));
  ming_step_set (&step->formula, g_strdup (person));
  ming_step_set (&step->sentence,
                 premium->subsidy_known
                     /* Translators: what the person pays, what the state pays */
                     ? g_strdup_printf (_("You pay %1$s for the whole year; the state adds %2$s."), person,
                                        subsidy)
                     : g_strdup_printf (_("You pay %s for the whole year."), person));
  ming_step_add_input (step, _("the person's part"), premium->person_fen, _("policy pack"));
  if (premium->subsidy_known)
    ming_step_add_input (step, _("public subsidy"), premium->subsidy_fen, _("policy pack"));
  if (version)
    tell_row (life, step, version->table, premium->row);
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
