/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-coverage.h"

#include <string.h>

static void
count_figure (MingTally *tally, const MingFigure *figure)
{
  if (figure->kind != MING_FIGURE_NUMBER)
    return;
  if (figure->state == MING_CELL_UNKNOWN)
    {
      tally->unknown++;
      return;
    }
  tally->known[figure->evidence]++;
  if (figure->citations->len == 0)
    tally->without_source++;
}

MingTally
ming_coverage_tally (const MingPack *pack)
{
  g_autoptr (GPtrArray) figures = ming_figures_of_pack (pack);
  MingTally tally = { { 0 }, 0, 0 };

  for (guint i = 0; i < figures->len; i++)
    count_figure (&tally, g_ptr_array_index (figures, i));
  return tally;
}

guint
ming_tally_total (const MingTally *tally)
{
  guint total = tally->unknown;

  for (guint i = 0; i < MING_N_EVIDENCES; i++)
    total += tally->known[i];
  return total;
}

static void
threshold_free (MingThreshold *threshold)
{
  g_free (threshold->pointer);
  g_free (threshold);
}

static MingThreshold *
add_threshold (MingCoverage *self, gint64 value, const char *pointer)
{
  MingThreshold *threshold = g_new0 (MingThreshold, 1);

  threshold->value = value;
  threshold->pointer = g_strdup (pointer);
  g_ptr_array_add (self->thresholds, threshold);
  return threshold;
}

/* The same number asked about in many rows is one threshold; below the first stay, or below 0, is nothing. */
static void
add_number (MingCoverage *self, MingNumberFact fact, gint64 value, const char *pointer)
{
  if (value < (fact == MING_FACT_ADMISSION ? 2 : 1))
    return;
  for (guint i = 0; i < self->thresholds->len; i++)
    {
      const MingThreshold *other = g_ptr_array_index (self->thresholds, i);

      if (other->figure == NULL && other->fact == fact && other->value == value)
        return;
    }
  add_threshold (self, value, pointer)->fact = fact;
}

static void
add_numbers_of_row (MingCoverage *self, const MingRow *row)
{
  for (guint i = 0; i < row->conditions->len; i++)
    {
      const MingCondition *condition = g_ptr_array_index (row->conditions, i);

      if (condition->dimension != MING_DIMENSION_NUMBER)
        continue;
      if (condition->least != G_MININT64)
        add_number (self, (MingNumberFact) condition->index, condition->least, row->pointer);
      if (condition->most != G_MAXINT64)
        add_number (self, (MingNumberFact) condition->index, condition->most + 1, row->pointer);
    }
}

static void
add_thresholds (MingCoverage *self)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      const MingFigure *figure = g_ptr_array_index (self->figures, i);

      if (figure->is_threshold && figure->fen > 0)
        add_threshold (self, figure->fen, figure->pointer)->figure = figure;
      if (figure->row != NULL)
        add_numbers_of_row (self, figure->row);
    }
}

MingCoverage *
ming_coverage_new (MingPack *pack)
{
  MingCoverage *self = g_new0 (MingCoverage, 1);

  self->pack = ming_pack_ref (pack);
  self->figures = ming_figures_of_pack (pack);
  self->thresholds = g_ptr_array_new_with_free_func ((GDestroyNotify) threshold_free);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_thresholds (self);
  return self;
}

void
ming_coverage_free (MingCoverage *coverage)
{
  g_ptr_array_unref (coverage->thresholds);
  g_ptr_array_unref (coverage->figures);
  g_hash_table_unref (coverage->used);
  ming_pack_unref (coverage->pack);
  g_free (coverage);
}

void
ming_coverage_use_row (MingCoverage *coverage, const MingRow *row)
{
  if (row != NULL)
    g_hash_table_add (coverage->used, g_strdup (row->pointer));
}

void
ming_coverage_use_resolved (MingCoverage *coverage, const MingResolved *resolved)
{
  for (int i = 0; i < resolved->plan.n_layers; i++)
    {
      GPtrArray *matches = resolved->origin[i].matches;

      for (guint j = 0; matches != NULL && j < matches->len; j++)
        ming_coverage_use_row (coverage, ((const MingMatch *) g_ptr_array_index (matches, j))->row);
    }
  if (resolved->away != NULL)
    ming_coverage_use_row (coverage, resolved->away->row);
  if (resolved->catalogue != NULL)
    ming_coverage_use_row (coverage, resolved->catalogue->row);
}

static void
see (MingThreshold *threshold, gint64 value)
{
  threshold->below |= value < threshold->value;
  threshold->at |= value == threshold->value;
  threshold->above |= value > threshold->value;
}

void
ming_coverage_see_facts (MingCoverage *coverage, const MingFacts *facts)
{
  for (guint i = 0; i < coverage->thresholds->len; i++)
    {
      MingThreshold *threshold = g_ptr_array_index (coverage->thresholds, i);

      if (threshold->figure == NULL && facts->number[threshold->fact] >= 0)
        see (threshold, facts->number[threshold->fact]);
    }
}

void
ming_coverage_see_amount (MingCoverage *coverage, const char *key, MingFen fen)
{
  for (guint i = 0; i < coverage->thresholds->len; i++)
    {
      MingThreshold *threshold = g_ptr_array_index (coverage->thresholds, i);

      if (threshold->figure != NULL && strcmp (threshold->figure->key, key) == 0)
        see (threshold, fen);
    }
}

GPtrArray *
ming_coverage_unused_rows (const MingCoverage *coverage)
{
  GPtrArray *unused = g_ptr_array_new ();
  const MingRow *last = NULL;

  for (guint i = 0; i < coverage->figures->len; i++)
    {
      MingFigure *figure = g_ptr_array_index (coverage->figures, i);

      if (figure->row == NULL || figure->row == last)
        continue;
      last = figure->row;
      if (!g_hash_table_contains (coverage->used, figure->row->pointer))
        g_ptr_array_add (unused, figure);
    }
  return unused;
}

GPtrArray *
ming_coverage_open_thresholds (const MingCoverage *coverage, gboolean blocked)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < coverage->thresholds->len; i++)
    {
      MingThreshold *threshold = g_ptr_array_index (coverage->thresholds, i);
      /* the number itself is on the upper side, the amount itself on neither */
      gboolean upper = threshold->above || (threshold->figure == NULL && threshold->at);

      if ((!threshold->below || !upper) && threshold->blocked == blocked)
        g_ptr_array_add (open, threshold);
    }
  return open;
}

char *
ming_threshold_describe (const MingThreshold *threshold)
{
  const MingFigure *figure = threshold->figure;
  MingCondition condition = { .dimension = MING_DIMENSION_NUMBER, .most = G_MAXINT64 };

  if (figure == NULL)
    {
      condition.index = threshold->fact;
      condition.least = threshold->value;
      return ming_condition_describe (&condition, ming_phrase_language ());
    }
  if (*figure->who == '\0')
    return g_strdup_printf ("%s %s", figure->what, figure->value);
  return g_strdup_printf ("%s (%s) %s", figure->what, figure->who, figure->value);
}
