/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-sheet-private.h"

/* One person's working life is at most this long in normal type. */
#define PAGE_LIMIT 2

/* "2026-05" */
static char *
month_text (int month)
{
  return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
}

static char *
months_text (int months)
{
  return g_strdup_printf (C_ ("months", "%d months"), months);
}

static gboolean
is_cost_known (const MingLife *life)
{
  return life->years.outcome == MING_OUTCOME_KNOWN && life->years.cost_outcome == MING_OUTCOME_KNOWN
         && life->years.gap.missing_months > 0;
}

static gboolean
is_anything_known (const MingLife *life)
{
  return life->retirement.outcome == MING_OUTCOME_KNOWN || life->years.outcome == MING_OUTCOME_KNOWN
         || life->waiting.outcome == MING_OUTCOME_KNOWN || life->premium.outcome == MING_OUTCOME_KNOWN;
}

/* The answer, before everything else: when, what is missing, what that costs, how long to wait. */
static void
add_answer (MingReport *report, const MingLife *life)
{
  MingReportBlock *figures;
  g_autofree char *month = month_text (life->retirement.retirement.month);
  g_autofree char *missing = months_text (life->years.gap.missing_months);
  g_autofree char *waiting = months_text (life->waiting.waiting.months);

  figures = ming_report_add_figures (report);
  if (life->retirement.outcome == MING_OUTCOME_KNOWN)
    ming_report_figures_add (figures, _ ("Statutory retirement"), month, TRUE);
  if (life->years.outcome == MING_OUTCOME_KNOWN)
    ming_report_figures_add (figures, _ ("Still missing"), missing, FALSE);
  if (is_cost_known (life))
    {
      g_autofree char *cost = ming_sheet_yuan (life->years.at_once_fen);

      ming_report_figures_add (figures,
                               life->years.version->makeup.at_once ? _ ("Cost at once") : _ ("Cost in all"),
                               cost, FALSE);
    }
  if (life->waiting.outcome == MING_OUTCOME_KNOWN)
    ming_report_figures_add (figures, _ ("Waiting period"), waiting, FALSE);
  if (life->premium.outcome == MING_OUTCOME_KNOWN)
    {
      g_autofree char *premium = ming_sheet_yuan (life->premium.person_fen);

      ming_report_figures_add (figures, _ ("Residents' premium a year"), premium, FALSE);
    }
}

static void
add_pair (MingReportBlock *grid, const char *name, char *value)
{
  ming_sheet_grid_add (grid, name, value, 1);
  g_free (value);
}

static void
add_retirement (MingReportBlock *grid, const MingRetirement *retirement)
{
  add_pair (grid, _ ("Age at retirement"),
            retirement->age_months % 12 == 0
                ? g_strdup_printf (C_ ("age", "%d years"), retirement->age_months / 12)
                : g_strdup_printf (C_ ("age", "%1$d years %2$d months"), retirement->age_months / 12,
                                   retirement->age_months % 12));
  add_pair (grid, _ ("Delayed by"), months_text (retirement->delay_months));
  add_pair (grid, _ ("By choice from"), month_text (retirement->earliest_month));
  add_pair (grid, _ ("By agreement until"), month_text (retirement->latest_month));
}

/* What is asked for, each demand with what is held against it. */
static void
add_years (MingReportBlock *grid, const MingLife *life)
{
  const MingLifeYears *years = &life->years;
  int paid = MAX (life->question.paid_months, 0);
  int deemed = MAX (life->question.deemed_months, 0);
  int local = life->question.local_months < 0 ? paid : life->question.local_months;

  /* Translators: months that the rules ask for, months that the person has */
  add_pair (grid, _ ("With deemed months"),
            g_strdup_printf (_ ("%1$d asked for, %2$d held"), years->rule.total_months, paid + deemed));
  if (years->rule.actual_months > 0)
    add_pair (grid, _ ("Really paid"),
              g_strdup_printf (_ ("%1$d asked for, %2$d held"), years->rule.actual_months, paid));
  if (years->rule.local_months > 0)
    add_pair (grid, _ ("Paid in this area"),
              g_strdup_printf (_ ("%1$d asked for, %2$d held"), years->rule.local_months, local));
  add_pair (grid, _ ("Still missing"), months_text (years->gap.missing_months));
}

static void
add_cost (MingReportBlock *grid, const MingLifeYears *years)
{
  add_pair (grid, _ ("One missing month"), ming_sheet_yuan (years->month_fen));
  add_pair (grid, years->version->makeup.at_once ? _ ("All at once, in words") : _ ("In all, in words"),
            ming_sheet_capital (years->at_once_fen));
}

static void
add_details (MingReport *report, const MingLife *life, gboolean large)
{
  MingReportBlock *grid = ming_report_add_grid (report, large ? 1 : 2);

  if (life->retirement.outcome == MING_OUTCOME_KNOWN)
    add_retirement (grid, &life->retirement.retirement);
  if (life->years.outcome == MING_OUTCOME_KNOWN)
    add_years (grid, life);
  if (is_cost_known (life))
    add_cost (grid, &life->years);
  if (life->waiting.outcome == MING_OUTCOME_KNOWN)
    add_pair (grid, _ ("Waiting period"), months_text (life->waiting.waiting.months));
  if (life->premium.outcome == MING_OUTCOME_KNOWN && life->premium.subsidy_known)
    add_pair (grid, _ ("Public subsidy"), ming_sheet_yuan (life->premium.subsidy_fen));
}

static void
add_missing (GPtrArray *messages, const char *message)
{
  if (message != NULL)
    g_ptr_array_add (messages, g_strdup (message));
}

/* What could not be said, and why; a scheme that has no such rule is not asked about it. */
static GPtrArray *
list_missing (const MingLife *life)
{
  GPtrArray *messages = g_ptr_array_new_with_free_func (g_free);

  add_missing (messages, life->retirement.message);
  if (life->pack->retirement_years->len > 0)
    add_missing (messages, life->years.message);
  if (life->years.outcome == MING_OUTCOME_KNOWN && life->years.gap.missing_months > 0
      && !is_cost_known (life))
    g_ptr_array_add (messages, g_strdup (_ ("What a missing month costs is not known in this policy pack")));
  if (life->pack->waiting->len > 0)
    add_missing (messages, life->waiting.message);
  if (life->pack->resident_premium->len > 0)
    add_missing (messages, life->premium.message);
  return messages;
}

MingReport *
ming_sheet_life_new (const MingLife *life, const MingSheetOptions *options)
{
  g_autoptr (MingSheetSubject) subject = NULL;
  g_autoptr (MingSheetPapers) papers = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  MingReport *report;

  g_return_val_if_fail (life != NULL && options != NULL, NULL);

  subject = ming_sheet_subject_new_life (life);
  papers = ming_sheet_papers_new (life->pack);
  steps = ming_life_explain (life);
  messages = list_missing (life);
  report = ming_sheet_begin (subject, options, _ ("Retirement and years of contribution, an estimate"));
  if (!options->large)
    ming_report_set_page_limit (report, PAGE_LIMIT);
  ming_sheet_add_facts (report, subject, options);
  if (is_anything_known (life))
    {
      add_answer (report, life);
      add_details (report, life, options->large);
    }
  ming_sheet_add_workings (report, _ ("Working"), steps, papers, options->large);
  ming_sheet_add_papers (report, subject, papers);
  ming_sheet_add_notes (report, subject, messages);
  ming_sheet_add_closing (report, subject);
  return report;
}
