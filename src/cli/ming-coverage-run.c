/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "estimate/ming-case-table.h"
#include "estimate/ming-estimate.h"
#include "ming-coverage-run.h"

MingCoverageRun *
ming_coverage_run_new (const MingLibrary *library)
{
  MingCoverageRun *self = g_new0 (MingCoverageRun, 1);

  self->library = library;
  self->coverages = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_coverage_free);
  for (guint i = 0; i < library->packs->len; i++)
    g_ptr_array_add (self->coverages, ming_coverage_new (g_ptr_array_index (library->packs, i)));
  return self;
}

void
ming_coverage_run_free (MingCoverageRun *self)
{
  g_ptr_array_unref (self->coverages);
  g_free (self);
}

static MingCoverage *
find_coverage (const MingCoverageRun *self, const MingPack *pack)
{
  for (guint i = 0; i < self->coverages->len; i++)
    {
      MingCoverage *coverage = g_ptr_array_index (self->coverages, i);

      if (coverage->pack == pack)
        return coverage;
    }
  return NULL;
}

static void
see (MingThreshold *threshold, MingFen fen)
{
  threshold->below |= fen < threshold->value;
  threshold->at |= fen == threshold->value;
  threshold->above |= fen > threshold->value;
}

static MingFen
whole_fen (MingExact exact)
{
  MingFen fen = 0;

  return ming_exact_to_fen (exact, &fen) == MING_OK ? fen : 0;
}

/* How far up the axis of its bands the bill came. */
static MingFen
axis_end (const MingLayerTrace *trace)
{
  MingFen end_fen = trace->axis_start_fen;

  for (int band = 0; band < trace->n_slices; band++)
    end_fen += whole_fen (trace->slice[band].cost);
  return end_fen;
}

/* What a cap of this kind measures: the year's total before the visit, and the visit. */
static MingFen
cap_axis (const MingCap *cap, const MingLayerTrace *trace, const MingYear *year_before)
{
  const MingCounter *before = &year_before->counter[cap->counter];
  gboolean year = cap->period == MING_PERIOD_YEAR;
  MingFen base_fen = whole_fen (trace->base);

  switch (cap->kind)
    {
    case MING_CAP_ON_PAYMENT:
      return trace->uncapped_fen + (year ? before->paid_fen : 0);
    case MING_CAP_ON_COST:
      return base_fen - trace->act_dedc_fen + (year ? before->cost_fen : 0);
    case MING_CAP_ON_ELIGIBLE:
    default:
      return base_fen + (year ? before->cost_fen + before->deductible_fen : 0);
    }
}

/* The amount that met @figure of layer @layer, or -1 when the visit did not come by it. */
static MingFen
amount_met (const MingFigure *figure, const MingVisitResult *result, int layer)
{
  const MingLayerOrigin *origin = &result->resolved->origin[layer];
  const MingLayer *plan = &result->resolved->plan.layer[layer];
  const MingLayerTrace *trace = &result->settlement.layer[layer];
  const MingCounter *before = &result->year_before.counter[plan->counter];
  int n_caps = 0;

  if (figure->row == NULL && g_str_equal (figure->pointer, origin->spec->pointer))
    return strstr (figure->key, "/bands/edge/") != NULL ? axis_end (trace)
                                                        : before->deductible_fen + trace->act_dedc_fen;
  for (guint i = 0; figure->row != NULL && i < origin->matches->len; i++)
    {
      const MingMatch *match = g_ptr_array_index (origin->matches, i);

      if (match->row == figure->row && g_str_equal (match->what, "deductible"))
        return whole_fen (trace->base);
      if (match->row == NULL || !g_str_equal (match->what, "cap"))
        continue;
      /* a matched cap that says "none" has no place in the plan */
      if (match->row == figure->row && n_caps < plan->n_caps)
        return cap_axis (&plan->cap[n_caps], trace, &result->year_before);
      if (match->row->amount[MING_COLUMN_AMOUNT].state == MING_CELL_VALUE)
        n_caps++;
    }
  return -1;
}

/* Whether @figure stands in layer @layer of the plan, and in the row that was matched. */
static gboolean
is_of_layer (const MingFigure *figure, const MingResolved *resolved, int layer)
{
  const MingLayerOrigin *origin = &resolved->origin[layer];

  if (figure->row == NULL)
    return g_str_equal (figure->pointer, origin->spec->pointer);
  for (guint i = 0; i < origin->matches->len; i++)
    if (((const MingMatch *) g_ptr_array_index (origin->matches, i))->row == figure->row)
      return TRUE;
  return FALSE;
}

/* A visit whose answer is not known came by these thresholds in vain. */
static void
block_thresholds (MingCoverage *coverage, const MingResolved *resolved)
{
  for (guint i = 0; i < coverage->thresholds->len; i++)
    {
      MingThreshold *threshold = g_ptr_array_index (coverage->thresholds, i);

      for (int layer = 0; threshold->figure != NULL && layer < resolved->plan.n_layers; layer++)
        threshold->blocked |= is_of_layer (threshold->figure, resolved, layer);
    }
}

static void
see_visit (MingCoverage *coverage, const MingVisitResult *result)
{
  if (result->resolved == NULL)
    return;
  ming_coverage_use_resolved (coverage, result->resolved);
  ming_coverage_see_facts (coverage, &result->facts);
  if (result->outcome == MING_OUTCOME_UNKNOWN)
    block_thresholds (coverage, result->resolved);
  if (result->outcome != MING_OUTCOME_KNOWN)
    return;
  for (guint i = 0; i < coverage->thresholds->len; i++)
    {
      MingThreshold *threshold = g_ptr_array_index (coverage->thresholds, i);

      for (int layer = 0; threshold->figure != NULL && layer < result->resolved->plan.n_layers; layer++)
        {
          MingFen fen = amount_met (threshold->figure, result, layer);

          if (fen >= 0)
            see (threshold, fen);
        }
    }
}

static void
see_base (MingCoverage *coverage, const MingDatedBase *base, MingFen typed_fen)
{
  for (guint i = 0; base != NULL && i < coverage->thresholds->len; i++)
    {
      MingThreshold *threshold = g_ptr_array_index (coverage->thresholds, i);

      if (threshold->figure != NULL && g_str_equal (threshold->pointer, base->span.pointer))
        see (threshold, typed_fen);
    }
}

static void
see_answer (MingCoverage *coverage, const MingEstimate *answer)
{
  ming_coverage_use_row (coverage, answer->credit.row);
  ming_coverage_use_row (coverage, answer->contribution.row);
  ming_coverage_use_row (coverage, answer->debit.row);
  if (answer->credit.row != NULL)
    ming_coverage_see_facts (coverage, &answer->credit.facts);
  see_base (coverage, answer->credit.base, answer->credit.typed_base_fen);
  see_base (coverage, answer->contribution.base, answer->contribution.typed_base_fen);
  for (guint i = 0; i < answer->visits->len; i++)
    see_visit (coverage, g_ptr_array_index (answer->visits, i));
}

/* A question about a working life reaches the years, the waiting period and the residents' premium. */
static gboolean
pose_life (MingCoverageRun *self, const MingPosed *posed)
{
  g_autoptr (MingLife) life = NULL;
  MingLifeQuestion question;
  MingCoverage *coverage;
  MingFacts facts;

  if (!ming_life_question_read (json_node_get_object (posed->question), &question, NULL))
    return FALSE;
  life = ming_life_new (self->library, &question, NULL);
  if (life == NULL)
    return FALSE;
  coverage = find_coverage (self, life->pack);
  facts = ming_life_facts (life);
  ming_coverage_use_row (coverage, life->years.row);
  ming_coverage_use_row (coverage, life->waiting.row);
  ming_coverage_use_row (coverage, life->premium.row);
  ming_coverage_see_facts (coverage, &facts);
  return TRUE;
}

static gboolean
pose_case (MingCoverageRun *self, const MingPosed *posed)
{
  g_autofree char *text = json_to_string (posed->question, FALSE);
  g_autoptr (MingCase) input = ming_case_parse (text, -1, NULL, NULL);
  g_autoptr (MingEstimate) answer = input != NULL ? ming_estimate_new (self->library, input, NULL) : NULL;

  if (answer == NULL)
    return FALSE;
  see_answer (find_coverage (self, answer->pack), answer);
  return TRUE;
}

static gboolean
add_file (MingCoverageRun *self, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) refused = NULL;
  g_autoptr (GPtrArray) table = NULL;

  if (!json_parser_load_from_file (parser, path, &refused))
    {
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_IO, "%s: %s", path, refused->message);
      return FALSE;
    }
  table = ming_case_table_read (json_parser_get_root (parser), NULL);
  for (guint i = 0; table != NULL && i < table->len; i++)
    {
      const MingPosed *posed = g_ptr_array_index (table, i);

      if (posed->is_life ? pose_life (self, posed) : pose_case (self, posed))
        self->n_cases++;
    }
  return TRUE;
}

gboolean
ming_coverage_run_add (MingCoverageRun *self, const char *path, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) refused = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return add_file (self, path, error);
  dir = g_dir_open (path, 0, &refused);
  if (dir == NULL)
    {
      g_set_error_literal (error, MING_CASE_ERROR, MING_CASE_ERROR_IO, refused->message);
      return FALSE;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if ((g_str_has_suffix (name, ".json") || g_file_test (inner, G_FILE_TEST_IS_DIR))
          && !ming_coverage_run_add (self, inner, error))
        return FALSE;
    }
  return TRUE;
}
