/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-life.h"

#include <glib/gi18n-lib.h>

#include "ming-estimate-private.h"

MingLifeQuestion
ming_life_question_none (void)
{
  MingLifeQuestion question = { .paid_months = -1,
                                .deemed_months = -1,
                                .local_months = -1,
                                .broken_years = -1,
                                .repaired_years = -1,
                                .gap_months = -1 };

  return question;
}

MingFacts
ming_life_facts (const MingLife *life)
{
  const MingLifeQuestion *question = &life->question;
  MingFacts facts = ming_facts_none ();
  int32_t age_years = 0;

  facts.date = question->date;
  facts.retiree_known = question->kind_known;
  facts.text[MING_FACT_GEND] = question->gend;
  if (!question->gend && question->kind_known) /* the kind of retirement tells it */
    facts.text[MING_FACT_GEND] = question->kind == MING_RETIREE_MALE_60 ? "1" : "2";
  facts.text[MING_FACT_PSN_TYPE] = question->psn_type;
  facts.text[MING_FACT_SP_PSN_TYPE] = question->sp_psn_type;
  facts.text[MING_FACT_CLCT_GRDE] = question->clct_grde;
  facts.number[MING_FACT_COVERAGE_YEAR] =
      life->premium.coverage_year > 0 ? life->premium.coverage_year : question->date.year;
  if (question->brdy.year != 0 && ming_date_age_years (question->brdy, question->date, &age_years) == MING_OK)
    facts.number[MING_FACT_AGE] = age_years;
  if (life->retirement.outcome == MING_OUTCOME_KNOWN)
    facts.number[MING_FACT_RETIRED_YEAR] = life->retirement.retirement.month / 12;
  return facts;
}

static const char *
say_retirement_needs (const MingLifeQuestion *question)
{
  if (question->kind_known)
    return _("The birth date is needed");
  return question->brdy.year != 0 ? _("The kind of retirement is needed")
                                  : _("The birth date and the kind of retirement are needed");
}

static void
answer_retirement (MingLife *life)
{
  MingLifeRetirement *out = &life->retirement;

  out->outcome = MING_OUTCOME_NOT_ASKED;
  if (!life->question.kind_known || life->question.brdy.year == 0)
    out->message = g_strdup (say_retirement_needs (&life->question));
  else if (ming_retirement_compute (life->question.kind, life->question.brdy, &out->retirement) == MING_OK)
    out->outcome = MING_OUTCOME_KNOWN;
  else
    out->message = g_strdup (_("There is no such birth date"));
}

/* The row of @version's table for the person; FALSE with outcome and message when there is none. */
static gboolean
match_row (const MingLife *life, const MingDatedTable *version, const char *what, const MingRow **row,
           MingOutcome *outcome, char **message)
{
  MingFacts facts = ming_life_facts (life);

  *row = ming_table_match (version->table, life->pack->attributes, &facts, NULL);
  if (*row)
    return TRUE;
  *message = ming_estimate_ask_missing (what, version->table, life->pack->attributes, &facts);
  *outcome = *message ? MING_OUTCOME_NOT_ASKED : MING_OUTCOME_NO_RULE;
  if (!*message)
    *message = g_strdup_printf (_("%s: no row of the policy pack covers this person"), what);
  return FALSE;
}

static int
months_of (const MingRow *row, MingNumberColumn column)
{
  return row->number[column].state == MING_CELL_VALUE ? (int) row->number[column].number : 0;
}

static gboolean
any_unknown (const MingRow *row, const MingNumberColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (row->number[columns[i]].state == MING_CELL_UNKNOWN)
      return TRUE;
  return FALSE;
}

/* The version in force on the day of retirement, where it lies ahead, else today. */
static const MingYearsVersion *
years_version (const MingLife *life, GError **error)
{
  MingDate day = life->question.date;
  MingDate retires;

  if (life->retirement.outcome == MING_OUTCOME_KNOWN
      && ming_date_from_month_index (life->retirement.retirement.month, &retires) == MING_OK
      && ming_date_compare (retires, day) > 0)
    day = retires;
  return ming_pack_in_force (life->pack->retirement_years, &day, _("years for retired benefits"), error);
}

/* What a missing month costs, where the pack knows base and rate. */
static void
answer_cost (MingLifeYears *out)
{
  const MingMakeupSpec *makeup = &out->version->makeup;
  MingStatus status;

  out->cost_outcome = MING_OUTCOME_UNKNOWN;
  if (!makeup->present || makeup->base.state != MING_CELL_VALUE || makeup->rate.state != MING_CELL_VALUE)
    return;
  status = ming_years_makeup_cost (out->gap.missing_months, makeup->base.fen, makeup->rate.rate[0],
                                   MING_ROUNDING_DEFAULT, &out->month_fen, &out->at_once_fen);
  if (status == MING_OK)
    out->cost_outcome = MING_OUTCOME_KNOWN;
}

static void
answer_years (MingLife *life)
{
  static const MingNumberColumn columns[] = { MING_COLUMN_MONTHS, MING_COLUMN_ACTUAL_MONTHS,
                                              MING_COLUMN_LOCAL_MONTHS };
  MingLifeYears *out = &life->years;
  const MingLifeQuestion *question = &life->question;
  g_autoptr (GError) refused = NULL;
  MingYearsHeld held = { MAX (question->paid_months, 0), MAX (question->deemed_months, 0),
                         question->local_months };

  out->outcome = MING_OUTCOME_NO_RULE;
  out->version = years_version (life, &refused);
  if (!out->version)
    {
      out->message = g_strdup (refused->message);
      return;
    }
  if (!match_row (life, &out->version->dated, _("years for retired benefits"), &out->row, &out->outcome,
                  &out->message))
    return;
  if (any_unknown (out->row, columns, G_N_ELEMENTS (columns)))
    {
      out->outcome = MING_OUTCOME_UNKNOWN;
      out->message = g_strdup (_("The years for retired benefits are not known in this policy pack"));
      return;
    }
  out->rule = (MingYearsRule){ months_of (out->row, MING_COLUMN_MONTHS),
                               months_of (out->row, MING_COLUMN_ACTUAL_MONTHS),
                               months_of (out->row, MING_COLUMN_LOCAL_MONTHS) };
  out->outcome = MING_OUTCOME_NOT_ASKED;
  if (question->paid_months < 0)
    {
      out->message = g_strdup (_("The months paid are needed"));
      return;
    }
  if (held.local_months < 0) /* nothing said: all months were paid here */
    held.local_months = held.paid_months;
  if (ming_years_gap (&out->rule, &held, &out->gap) != MING_OK)
    {
      out->message = g_strdup (_("More local months than months paid, or more than a hundred years"));
      return;
    }
  out->outcome = MING_OUTCOME_KNOWN;
  answer_cost (out);
}

static void
answer_waiting (MingLife *life)
{
  static const MingNumberColumn columns[] = { MING_COLUMN_FIXED_MONTHS,        MING_COLUMN_PER_BROKEN_YEAR,
                                              MING_COLUMN_REPAIR_PER_YEAR,     MING_COLUMN_LONG_BREAK_YEARS,
                                              MING_COLUMN_LONG_BREAK_AT_LEAST, MING_COLUMN_GAP_MONTHS };
  MingLifeWaiting *out = &life->waiting;
  const MingLifeQuestion *question = &life->question;
  g_autoptr (GError) refused = NULL;
  const MingDatedTable *version =
      ming_pack_in_force (life->pack->waiting, &question->date, _("waiting period"), &refused);
  MingWaitingFacts facts = { MAX (question->broken_years, 0), MAX (question->repaired_years, 0),
                             question->in_window, question->gap_months };

  out->outcome = MING_OUTCOME_NO_RULE;
  if (!version)
    {
      out->message = g_strdup (refused->message);
      return;
    }
  if (!match_row (life, version, _("waiting period"), &out->row, &out->outcome, &out->message))
    return;
  if (any_unknown (out->row, columns, G_N_ELEMENTS (columns)))
    {
      out->outcome = MING_OUTCOME_UNKNOWN;
      out->message = g_strdup (_("The waiting period is not known in this policy pack"));
      return;
    }
  out->rule = (MingWaitingRule){
    months_of (out->row, MING_COLUMN_FIXED_MONTHS),     months_of (out->row, MING_COLUMN_PER_BROKEN_YEAR),
    months_of (out->row, MING_COLUMN_FREE_YEARS),       months_of (out->row, MING_COLUMN_REPAIR_PER_YEAR),
    months_of (out->row, MING_COLUMN_LONG_BREAK_YEARS), months_of (out->row, MING_COLUMN_LONG_BREAK_AT_LEAST),
    months_of (out->row, MING_COLUMN_GAP_MONTHS)
  };
  out->outcome = MING_OUTCOME_NOT_ASKED;
  if (question->broken_years < 0 && !question->in_window && question->gap_months < 0)
    out->message = g_strdup (_("The broken years, or the months since the last cover, are needed"));
  else if (ming_waiting_compute (&out->rule, &facts, &out->waiting) != MING_OK)
    out->message = g_strdup (_("More years paid afterwards than years broken"));
  else
    out->outcome = MING_OUTCOME_KNOWN;
}

/*
 * The row of the year of cover: this year's, or next year's where the pack has only that (who joins in the
 * autumn pays for the year to come).
 */
static gboolean
match_premium (MingLife *life, const MingDatedTable *version)
{
  MingLifePremium *out = &life->premium;

  for (int year = life->question.date.year; year <= life->question.date.year + 1; year++)
    {
      out->coverage_year = year;
      g_clear_pointer (&out->message, g_free);
      if (match_row (life, version, _("residents' premium"), &out->row, &out->outcome, &out->message))
        return TRUE;
      if (out->outcome == MING_OUTCOME_NOT_ASKED)
        break;
    }
  out->coverage_year = 0;
  return FALSE;
}

static void
answer_premium (MingLife *life)
{
  MingLifePremium *out = &life->premium;
  g_autoptr (GError) refused = NULL;
  const MingDatedTable *version = ming_pack_in_force (life->pack->resident_premium, &life->question.date,
                                                      _("residents' premium"), &refused);

  out->outcome = MING_OUTCOME_NO_RULE;
  if (!version)
    {
      out->message = g_strdup (refused->message);
      return;
    }
  if (!match_premium (life, version))
    return;
  if (out->row->amount[MING_COLUMN_PERSON].state != MING_CELL_VALUE)
    {
      out->outcome = MING_OUTCOME_UNKNOWN;
      out->message = g_strdup (_("The premium is not known in this policy pack"));
      return;
    }
  out->outcome = MING_OUTCOME_KNOWN;
  out->person_fen = out->row->amount[MING_COLUMN_PERSON].fen;
  out->subsidy_known = out->row->amount[MING_COLUMN_SUBSIDY].state == MING_CELL_VALUE;
  out->subsidy_fen = out->row->amount[MING_COLUMN_SUBSIDY].fen;
}

MingLife *
ming_life_new (const MingLibrary *library, const MingLifeQuestion *question, GError **error)
{
  const MingPack *pack = ming_library_find (library, question->region, question->insutype, error);
  MingLife *life;

  if (!pack)
    return NULL;
  life = g_new0 (MingLife, 1);
  life->question = *question;
  life->pack = ming_pack_ref ((MingPack *) pack);
  answer_retirement (life);
  answer_years (life);
  answer_waiting (life);
  answer_premium (life);
  return life;
}

void
ming_life_free (MingLife *life)
{
  g_free (life->retirement.message);
  g_free (life->years.message);
  g_free (life->waiting.message);
  g_free (life->premium.message);
  ming_pack_unref (life->pack);
  g_free (life);
}
