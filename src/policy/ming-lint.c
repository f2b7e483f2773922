/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-figures.h"
#include "ming-json-scan.h"
#include "ming-lint-private.h"

/* The first version under the national reform of accounts (门诊共济): 2022. */
#define REFORM_YEAR 2022

static const char *const rule_names[MING_N_LINT_RULES] = {
  [MING_LINT_PERSON_RATE] = "person-rate",
  [MING_LINT_UNIT_RATE] = "unit-rate",
  [MING_LINT_RATE_LOW] = "rate-low",
  [MING_LINT_CREDIT_SHARE] = "credit-share",
  [MING_LINT_BASE_HALF_KNOWN] = "base-half-known",
  [MING_LINT_LEVEL_RATE] = "level-rate",
  [MING_LINT_LEVEL_DEDUCTIBLE] = "level-deductible",
  [MING_LINT_STATUS_RATE] = "status-rate",
  [MING_LINT_AWAY_RATE] = "away-rate",
  [MING_LINT_AWAY_CEILING] = "away-ceiling",
  [MING_LINT_SHARED_CAP] = "shared-cap",
  [MING_LINT_DOCUMENT_LAPSED] = "document-lapsed",
  [MING_LINT_DOCUMENT_LAPSING] = "document-lapsing",
  [MING_LINT_LIST_LAPSED] = "list-lapsed",
  [MING_LINT_LIST_LAPSING] = "list-lapsing",
  [MING_LINT_EXPECTED_PASSED] = "expected-passed",
  [MING_LINT_SOURCE_UNUSED] = "source-unused",
  [MING_LINT_SOURCE_UNTRACED] = "source-untraced",
};

const char *
ming_lint_rule_name (MingLintRule rule)
{
  g_return_val_if_fail ((guint) rule < MING_N_LINT_RULES, "");
  return rule_names[rule];
}

gboolean
ming_lint_rule_is_fault (MingLintRule rule)
{
  return rule == MING_LINT_PERSON_RATE || rule == MING_LINT_UNIT_RATE;
}

void
ming_finding_free (MingFinding *finding)
{
  g_free (finding->pointer);
  g_free (finding->message);
  g_free (finding);
}

void
ming_linter_add (MingLinter *self, MingLintRule rule, const char *pointer, const char *format, ...)
{
  MingFinding *finding = g_new0 (MingFinding, 1);
  va_list args;

  finding->rule = rule;
  finding->pointer = g_strdup (pointer);
  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->findings, finding);
}

/* Σ of the known rates of @who in parts per million, rounded down; 0 when there are none. */
static gint64
sum_of_rates (const MingRow *row, MingContributor who)
{
  gint64 sum_ppm = 0;

  for (guint i = 0; i < row->parts->len; i++)
    {
      const MingPartCell *part = g_ptr_array_index (row->parts, i);

      if (part->who == who && part->rate.state == MING_CELL_VALUE)
        sum_ppm += part->rate.rate[0].num * MING_PPM / part->rate.rate[0].den;
    }
  return sum_ppm;
}

static void
check_rate_range (MingLinter *self, const MingRow *row, MingContributor who, int least_percent,
                  int most_percent, MingLintRule rule, const char *whose)
{
  gint64 sum_ppm = sum_of_rates (row, who);
  char text[MING_TEXT_RATE_SIZE] = "";

  if (sum_ppm == 0 || (sum_ppm >= least_percent * 10000 && sum_ppm <= most_percent * 10000))
    return;
  if (sum_ppm < least_percent * 10000)
    rule = MING_LINT_RATE_LOW;
  if (ming_text_format_rate ((MingRate){ (gint32) MIN (sum_ppm, MING_RATE_NUM_MAX), MING_PPM }, text,
                             sizeof text)
      != MING_OK)
    return;
  ming_linter_add (self, rule, row->pointer,
                   _("%s pays %s, outside %d–%d %%: is this a rate of another scheme?"), whose,
                   text, least_percent, most_percent);
}

static void
check_contribution (MingLinter *self)
{
  for (guint i = 0; i < self->pack->contribution_rules->len; i++)
    {
      const MingDatedTable *dated = g_ptr_array_index (self->pack->contribution_rules, i);

      for (guint j = 0; j < dated->table->rows->len; j++)
        {
          const MingRow *row = g_ptr_array_index (dated->table->rows, j);

          check_rate_range (self, row, MING_CONTRIBUTOR_PERSON, 1, 3, MING_LINT_PERSON_RATE, _("the person"));
          check_rate_range (self, row, MING_CONTRIBUTOR_UNIT, 5, 12, MING_LINT_UNIT_RATE, _("the employer"));
        }
    }
  for (guint i = 0; i < self->pack->bases->len; i++)
    {
      const MingDatedBase *base = g_ptr_array_index (self->pack->bases, i);

      if (base->floor.state != base->cap.state)
        ming_linter_add (self, MING_LINT_BASE_HALF_KNOWN, base->span.pointer,
                         _("only one of floor and cap of the base is known; both are published together"));
    }
}

/* Since the reform only the own contribution, at most 2 %, goes to the account of people in service. */
static void
check_credit (MingLinter *self)
{
  for (guint i = 0; i < self->pack->account_credit->len; i++)
    {
      const MingDatedTable *dated = g_ptr_array_index (self->pack->account_credit, i);

      if (dated->span.effective.year <= REFORM_YEAR)
        continue;
      for (guint j = 0; j < dated->table->rows->len; j++)
        {
          const MingRow *row = g_ptr_array_index (dated->table->rows, j);
          const MingRateCell *own = &row->rate[MING_COLUMN_OWN];
          const MingRateCell *unit = &row->rate[MING_COLUMN_UNIT];

          if (g_strcmp0 (row->kind, "percent_of_base") != 0)
            continue;
          if ((own->state == MING_CELL_VALUE && (gint64) own->rate[0].num * 50 > own->rate[0].den)
              || (unit->state == MING_CELL_VALUE && unit->rate[0].num > 0))
            ming_linter_add (self, MING_LINT_CREDIT_SHARE, row->pointer,
                             _("more than the own 2 %% is credited, which the reform of 2021 ended"));
        }
    }
}

static void
check_shared_caps (MingLinter *self, const MingCareVersion *version)
{
  for (guint i = 0; i < version->layers->len; i++)
    for (guint j = 0; j < version->layers->len; j++)
      {
        const MingLayerSpec *basic = g_ptr_array_index (version->layers, i);
        const MingLayerSpec *major = g_ptr_array_index (version->layers, j);

        if (basic->payer == MING_PAYER_HIFP && major->payer == MING_PAYER_HIFMI
            && g_str_equal (basic->counter, major->counter))
          ming_linter_add (self, MING_LINT_SHARED_CAP, major->pointer,
                           _("major illness insurance and the pooled fund share the running total “%s”"),
                           major->counter);
      }
}

static void
check_cares (MingLinter *self)
{
  for (guint i = 0; i < self->pack->cares->len; i++)
    {
      const MingCare *care = g_ptr_array_index (self->pack->cares, i);

      for (guint j = 0; j < care->versions->len; j++)
        check_shared_caps (self, g_ptr_array_index (care->versions, j));
    }
}

/* Days from today to @date; negative when it has passed. */
static gint32
days_to (const MingLinter *self, MingDate date)
{
  gint32 days = 0;

  ming_date_days_between (self->today, date, &days);
  return days;
}

static void
check_list (MingLinter *self, GPtrArray *list)
{
  const MingSpan *last = list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL;
  char date[MING_TEXT_DATE_SIZE] = "";

  for (guint i = 0; i < list->len; i++)
    {
      const MingSpan *span = g_ptr_array_index (list, i);

      ming_text_format_date (span->effective, date, sizeof date);
      if (span->expected && days_to (self, span->effective) <= 0)
        ming_linter_add (
            self, MING_LINT_EXPECTED_PASSED, span->pointer,
            _("announced for %s: is it in force now? It is not used until “expected” is taken out"), date);
    }
  if (last == NULL || last->until.year == 0)
    return;
  ming_text_format_date (last->until, date, sizeof date);
  if (days_to (self, last->until) < 0)
    ming_linter_add (self, MING_LINT_LIST_LAPSED, last->pointer, _("the last version ended on %s"), date);
  else if (days_to (self, last->until) <= MING_LINT_DAYS_AHEAD)
    ming_linter_add (self, MING_LINT_LIST_LAPSING, last->pointer, _("the last version ends on %s"), date);
}

static gboolean
is_told_anew (const GPtrArray *list, const MingGuidance *entry)
{
  for (guint i = 0; i < list->len; i++)
    {
      const MingGuidance *other = g_ptr_array_index (list, i);

      if (g_str_equal (other->id, entry->id)
          && ming_date_compare (other->span.effective, entry->span.effective) > 0)
        return TRUE;
    }
  return FALSE;
}

/* Each thing said is a list of its own: its last version is what may lapse. */
static void
check_guidance (MingLinter *self)
{
  for (guint i = 0; i < self->pack->guidance->len; i++)
    {
      const MingGuidance *entry = g_ptr_array_index (self->pack->guidance, i);
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();

      g_ptr_array_add (alone, (gpointer) entry);
      if (entry->span.expected || !is_told_anew (self->pack->guidance, entry))
        check_list (self, alone);
    }
}

static void
check_lists (MingLinter *self)
{
  check_list (self, self->pack->bases);
  check_list (self, self->pack->contribution_rules);
  check_list (self, self->pack->account_debit);
  check_list (self, self->pack->account_interest);
  check_list (self, self->pack->account_credit);
  for (guint i = 0; i < self->pack->cares->len; i++)
    check_list (self, ((const MingCare *) g_ptr_array_index (self->pack->cares, i))->versions);
  check_list (self, self->pack->retirement_years);
  check_list (self, self->pack->waiting);
  check_list (self, self->pack->resident_premium);
  check_guidance (self);
}

static gboolean
holds_today (const MingLinter *self, const MingSpan *span)
{
  return !span->expected && days_to (self, span->effective) <= 0
         && (span->until.year == 0 || days_to (self, span->until) >= 0);
}

/* Documents that some figure names, and among them those that a figure in force names. */
static void
collect_sources (MingLinter *self, GHashTable *named, GHashTable *in_force)
{
  g_autoptr (GPtrArray) figures = ming_figures_of_pack (self->pack);

  for (guint i = 0; i < figures->len; i++)
    {
      const MingFigure *figure = g_ptr_array_index (figures, i);

      for (guint j = 0; j < figure->citations->len; j++)
        {
          gpointer source =
              (gpointer) ((const MingCitation *) g_ptr_array_index (figure->citations, j))->source;

          g_hash_table_add (named, source);
          if (holds_today (self, figure->span))
            g_hash_table_add (in_force, source);
        }
    }
  for (guint i = 0; i < self->pack->cares->len; i++)
    {
      const MingCare *care = g_ptr_array_index (self->pack->cares, i);

      for (guint j = 0; j < care->versions->len; j++)
        {
          GPtrArray *citations = ((const MingCareVersion *) g_ptr_array_index (care->versions, j))->citations;

          for (guint k = 0; k < citations->len; k++)
            g_hash_table_add (named,
                              (gpointer) ((const MingCitation *) g_ptr_array_index (citations, k))->source);
        }
    }
}

static void
check_source (MingLinter *self, const MingSource *source, gboolean named, gboolean in_force)
{
  g_autofree char *pointer = ming_json_pointer_key ("/sources", source->key);
  char ends[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (source->ends, ends, sizeof ends);
  if (in_force && source->ends.year != 0 && days_to (self, source->ends) < 0)
    ming_linter_add (self, MING_LINT_DOCUMENT_LAPSED, pointer,
                     _("the document ended on %s, and figures in force rest on it"), ends);
  else if (in_force && source->ends.year != 0 && days_to (self, source->ends) <= MING_LINT_DAYS_AHEAD)
    ming_linter_add (self, MING_LINT_DOCUMENT_LAPSING, pointer,
                     _("the document ends on %s, and figures in force rest on it"), ends);
  if (!named)
    ming_linter_add (self, MING_LINT_SOURCE_UNUSED, pointer, _("no figure rests on this document"));
  if (ming_evidence_is_official (source->evidence) && source->number == NULL && source->url == NULL
      && source->published.year == 0)
    ming_linter_add (self, MING_LINT_SOURCE_UNTRACED, pointer,
                     _("an official document needs a number, an address or a date by which it can be found"));
}

static void
check_sources (MingLinter *self)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) in_force = g_hash_table_new (NULL, NULL);

  collect_sources (self, named, in_force);
  for (guint i = 0; i < self->pack->source_order->len; i++)
    {
      const MingSource *source = g_ptr_array_index (self->pack->source_order, i);

      check_source (self, source, g_hash_table_contains (named, source),
                    g_hash_table_contains (in_force, source));
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const MingFinding *first = *(const MingFinding *const *) a;
  const MingFinding *second = *(const MingFinding *const *) b;

  return (int) first->rule - (int) second->rule;
}

GPtrArray *
ming_lint_pack (MingPack *pack, const MingDate *today)
{
  MingLinter self = { pack, *today, g_ptr_array_new_with_free_func ((GDestroyNotify) ming_finding_free) };

  check_contribution (&self);
  check_credit (&self);
  check_cares (&self);
  ming_linter_check_order (&self);
  check_lists (&self);
  check_sources (&self);
  g_ptr_array_sort (self.findings, compare_findings); /* by merging, so findings of one rule stay in order */
  return self.findings;
}
