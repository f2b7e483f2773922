/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-estimate-private.h"

static void
add_distance (GPtrArray *distances, const MingLayerSpec *spec, const char *kind, MingFen used_fen,
              MingFen limit_fen)
{
  MingDistance *distance = g_new0 (MingDistance, 1);

  distance->layer = g_strdup (spec->id);
  distance->kind = kind;
  distance->name = spec->name;
  distance->used_fen = used_fen;
  distance->limit_fen = limit_fen;
  distance->left_fen = MAX (limit_fen - used_fen, 0);
  g_ptr_array_add (distances, distance);
}

/* How far the deductible is filled: by the year where it is the year's, else by this bill. */
static void
add_deductible (GPtrArray *distances, const MingVisitResult *result, int layer)
{
  const MingDeductible *deductible = &result->resolved->plan.layer[layer].deductible;
  const MingLayerTrace *trace = &result->settlement.layer[layer];
  const MingCounter *after = &result->year_after.counter[result->resolved->plan.layer[layer].counter];
  gboolean of_year =
      deductible->kind == MING_DEDUCTIBLE_CUMULATIVE || deductible->kind == MING_DEDUCTIBLE_HIGHEST_OF_YEAR;

  if (deductible->kind == MING_DEDUCTIBLE_NONE || trace->dedc_std_fen == 0)
    return;
  if (of_year)
    add_distance (distances, result->resolved->origin[layer].spec, "deductible", after->deductible_fen,
                  trace->dedc_std_fen);
  else
    add_distance (distances, result->resolved->origin[layer].spec, "deductible", trace->act_dedc_fen,
                  trace->crt_dedc_fen);
}

/* The edge of the band in which the bill, or the year, ends. */
static void
add_band (GPtrArray *distances, const MingVisitResult *result, int layer)
{
  const MingBands *bands = &result->resolved->plan.layer[layer].bands;
  const MingLayerTrace *trace = &result->settlement.layer[layer];
  MingFen position_fen = trace->axis_start_fen;

  for (int i = 0; i < trace->n_slices; i++)
    position_fen += trace->slice[i].cost.whole_fen;
  for (int i = 0; i + 1 < bands->n_bands; i++)
    if (position_fen < bands->edge_fen[i])
      {
        add_distance (distances, result->resolved->origin[layer].spec, "band", position_fen,
                      bands->edge_fen[i]);
        return;
      }
}

static void
add_caps (GPtrArray *distances, const MingVisitResult *result, int layer)
{
  const MingLayer *rules = &result->resolved->plan.layer[layer];

  for (int i = 0; i < rules->n_caps; i++)
    {
      const MingCap *cap = &rules->cap[i];
      const MingCounter *after = &result->year_after.counter[cap->counter];
      MingFen used_fen;

      if (cap->period != MING_PERIOD_YEAR)
        continue;
      used_fen = cap->kind == MING_CAP_ON_PAYMENT ? after->paid_fen : after->cost_fen;
      if (cap->kind == MING_CAP_ON_ELIGIBLE)
        used_fen += after->deductible_fen;
      add_distance (distances, result->resolved->origin[layer].spec, "cap", used_fen, cap->amount_fen);
    }
}

GPtrArray *
ming_estimate_distances (const MingVisitResult *result)
{
  GPtrArray *distances = g_ptr_array_new ();

  for (int layer = 0; layer < result->settlement.n_layers; layer++)
    {
      add_deductible (distances, result, layer);
      add_band (distances, result, layer);
      add_caps (distances, result, layer);
    }
  return distances;
}
