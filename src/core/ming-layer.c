/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer.h"

#include <stddef.h>

#include "ming-layer-amounts.h"
#include "ming-layer-rows.h"

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
    status = ming_layer_work_out (layer, visit, year, base, trace);
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

static MingStatus
run_on_rest (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill,
             const MingYear *year, MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingFen rest_fen = ming_layer_rest (layer, bill);
  MingStatus status;

  if (layer->kind == MING_LAYER_ON_REST)
    status = ming_layer_work_out (layer, visit, year, ming_exact_from_fen (rest_fen), trace);
  else
    status = ming_layer_work_out_of_scope (layer, scope_of_bill (visit, bill), rest_fen, year, trace);
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
