/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer.h"
#include "ming-layer-rows.h"

#include <stddef.h>

#include "ming-cap.h"
#include "ming-deductible.h"

/* Where on the axis of the bands the cost of this visit begins. */
static MingStatus
axis_start (const MingLayer *layer, const MingCounter *counter, MingLayerTrace *trace)
{
  MingFen start_fen = 0;
  MingStatus status = MING_OK;

  if (layer->scope == MING_SCOPE_YEAR)
    status = ming_fen_add (counter->cost_fen,
                           layer->axis == MING_AXIS_FIRST_YUAN ? counter->deductible_fen : 0, &start_fen);
  if (status == MING_OK && layer->axis == MING_AXIS_FIRST_YUAN)
    status = ming_fen_add (start_fen, trace->act_dedc_fen, &start_fen);
  trace->axis_start_fen = start_fen;
  return status;
}

/* What the layer leaves over its caps: base - deductible - the cost that was paid on. */
static MingStatus
over_caps (const MingLayerTrace *trace, MingExact *out)
{
  MingExact rest = trace->base;
  MingStatus status = ming_exact_subtract (rest, ming_exact_from_fen (trace->act_dedc_fen), &rest);

  for (int32_t i = 0; status == MING_OK && i < trace->n_slices; i++)
    if (trace->cap_band < 0 || i < trace->cap_band)
      status = ming_exact_subtract (rest, trace->slice[i].cost, &rest);
  if (status == MING_OK && trace->cap_band >= 0)
    status = ming_exact_subtract (rest, trace->consumed, &rest);
  *out = rest;
  return status;
}

/* The bands' payment before any cap. */
static MingStatus
pay_bands (const MingLayer *layer, MingLayerTrace *trace)
{
  trace->n_slices = layer->bands.n_bands;
  if (layer->round_where == MING_ROUND_PER_LAYER)
    return ming_bands_pay_once (&layer->bands, layer->rounding, trace->slice, &trace->uncapped_fen);
  return ming_bands_pay_each (&layer->bands, layer->rounding, trace->slice, &trace->uncapped_fen);
}

/* Deductible, caps and bands on @base: all the numbers of the layer, before any row is touched. */
static MingStatus
work_out (const MingLayer *layer, const MingVisit *visit, const MingYear *year, MingExact base,
          MingLayerTrace *trace)
{
  const MingCounter *counter = &year->counter[layer->counter];
  MingExact cost = base;
  MingFen base_fen = 0;
  MingStatus status = ming_exact_to_fen (base, &base_fen);

  trace->base = base;
  if (status == MING_OK)
    status = ming_deductible_apply (&layer->deductible, visit, year, counter, base_fen, trace);
  /* the deductible takes whole fen; a fraction that an earlier cap left over stays */
  if (status == MING_OK)
    status = ming_exact_subtract (base, ming_exact_from_fen (trace->act_dedc_fen), &cost);
  if (status == MING_OK)
    status = axis_start (layer, counter, trace);
  if (status == MING_OK)
    status = ming_cap_limit_cost (layer, year, &cost, trace);
  if (status == MING_OK)
    status = ming_bands_cut (&layer->bands, trace->axis_start_fen, cost, trace->slice);
  if (status == MING_OK)
    status = pay_bands (layer, trace);
  if (status == MING_OK)
    status = ming_cap_limit_payment (layer, year, trace);
  if (status == MING_OK)
    status = over_caps (trace, &trace->over);
  return status;
}

/*
 * The exact amount of the rows the layer will split; they are taken off the bill. Rows on which somebody has
 * already paid are no longer split.
 */
static MingStatus
take_rows (const MingLayer *layer, MingBill *bill, MingExact *out_base)
{
  MingExact base = ming_exact_from_fen (0);
  int32_t kept = 0;

  for (int32_t i = 0; i < bill->n_segments; i++)
    {
      const MingSegment *segment = &bill->segment[i];
      MingFen rest_fen = ming_segment_unpaid (segment);

      if (!ming_layer_sees (layer, segment) || rest_fen != segment->amount_fen)
        {
          bill->segment[kept++] = *segment;
          continue;
        }
      /* one fraction at most survives; a second one is rounded to its row's fen */
      if (segment->exact.num > 0 && base.num == 0)
        {
          base.whole_fen += segment->exact.whole_fen;
          base.num = segment->exact.num;
          base.den = segment->exact.den;
        }
      else
        base.whole_fen += segment->amount_fen;
    }
  bill->n_segments = kept;
  *out_base = base;
  return ming_exact_is_valid (base) ? MING_OK : MING_E_RANGE;
}

/*
 * Rows for the bands, @share_fen together. In the band in which a cap on payments bit the row is what is left
 * of that: so the row over the cap is its exact amount, rounded as any row is.
 */
static MingStatus
append_bands (MingBill *bill, int32_t index, const MingLayer *layer, const MingLayerTrace *trace,
              MingFen share_fen)
{
  MingFen left_fen = share_fen;

  for (int32_t i = 0; i < trace->n_slices; i++)
    {
      MingFen amount_fen = left_fen;
      MingStatus status = MING_OK;

      if (trace->cap_band >= 0 && i > trace->cap_band)
        break;
      if (i != trace->cap_band)
        status = ming_exact_to_fen (trace->slice[i].cost, &amount_fen);
      if (status == MING_OK)
        status = ming_layer_append_paid (bill, index, i, amount_fen, layer->payer, trace->slice[i].paid_fen);
      if (status != MING_OK)
        return status;
      left_fen -= amount_fen;
    }
  return left_fen == 0 ? MING_OK : MING_E_UNBALANCED;
}

static MingStatus
run_split (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill, const MingYear *year,
           MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingExact base = ming_exact_from_fen (0);
  MingFen base_fen = 0, over_fen = 0;
  MingStatus status = take_rows (layer, bill, &base);

  if (status == MING_OK)
    status = work_out (layer, visit, year, base, trace);
  if (status == MING_OK)
    status = ming_exact_to_fen (base, &base_fen);
  if (status == MING_OK)
    status = ming_exact_to_fen (trace->over, &over_fen);
  if (status == MING_OK)
    status = ming_bill_append (bill, MING_PART_DEDUCTIBLE, index, 0, trace->act_dedc_fen,
                               ming_exact_from_fen (trace->act_dedc_fen), NULL);
  if (status == MING_OK)
    status = append_bands (bill, index, layer, trace, base_fen - trace->act_dedc_fen - over_fen);
  if (status == MING_OK)
    status = ming_bill_append (bill, MING_PART_OVER_CAP, index, 0, over_fen, trace->over, NULL);
  return status;
}

/* The eligible cost of the bill: everything but what is wholly own, over a price limit or first borne. */
static MingFen
scope_of_bill (const MingVisit *visit, const MingBill *bill)
{
  return visit->charges.in_scope_fen - ming_bill_part_sum (bill, MING_PART_AWAY_FIRST);
}

/* The two kinds that look at the eligible cost and pay on the rest. */
static MingStatus
work_out_of_scope (const MingLayer *layer, MingFen scope_fen, MingFen rest_fen, const MingYear *year,
                   MingLayerTrace *trace)
{
  MingFen share_fen = 0;
  MingCapLeft cap = ming_cap_tightest (layer, year, true, 0);
  MingStatus status = ming_money_apply_rate (ming_exact_from_fen (scope_fen), layer->bands.rate[0],
                                             layer->rounding, &share_fen);

  if (status != MING_OK)
    return status;
  trace->base = ming_exact_from_fen (rest_fen);
  trace->scope_fen = scope_fen;
  if (layer->kind == MING_LAYER_KEEP)
    {
      trace->keep_fen = share_fen;
      trace->uncapped_fen = rest_fen > share_fen ? rest_fen - share_fen : 0;
    }
  else
    trace->uncapped_fen = ming_fen_min (share_fen, rest_fen);
  trace->paid_fen = trace->uncapped_fen;
  if (cap.index >= 0 && trace->paid_fen > cap.left_fen)
    {
      trace->paid_fen = cap.left_fen;
      trace->cap_hit = cap.index;
      trace->cap_left_fen = cap.left_fen;
    }
  return MING_OK;
}

static MingStatus
run_on_rest (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill,
             const MingYear *year, MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingFen rest_fen = ming_layer_rest (layer, bill);
  MingStatus status;

  if (layer->kind == MING_LAYER_ON_REST)
    status = work_out (layer, visit, year, ming_exact_from_fen (rest_fen), trace);
  else
    status = work_out_of_scope (layer, scope_of_bill (visit, bill), rest_fen, year, trace);
  if (status == MING_OK)
    status = ming_layer_pay_rows (layer, bill, rest_fen, trace->paid_fen);
  return status;
}

static void
clear_trace (MingLayerTrace *trace)
{
  static const MingLayerTrace empty = { .base = { 0, 0, 1 }, .periods = 1, .cap_hit = -1, .cap_band = -1,
                                        .consumed = { 0, 0, 1 }, .over = { 0, 0, 1 } };

  *trace = empty;
}

MingStatus
ming_layer_run (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill, MingYear *year,
                MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingStatus status;

  clear_trace (trace);
  if (layer->kind == MING_LAYER_SPLIT)
    status = run_split (plan, index, visit, bill, year, trace);
  else
    status = run_on_rest (plan, index, visit, bill, year, trace);
  if (status == MING_OK)
    status = ming_cap_count (layer, trace, year);
  return status;
}
