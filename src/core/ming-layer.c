/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer.h"

#include <stddef.h>

#include "ming-layer-amounts.h"
#include "ming-layer-rows.h"

static void
clear_trace (MingLayerTrace *trace)
{
  static const MingLayerTrace empty = { .base = { 0, 0, 1 }, .periods = 1, .cap_hit = -1, .cap_band = -1,
                                        .consumed = { 0, 0, 1 }, .over = { 0, 0, 1 } };

  *trace = empty;
}

/* The rows the layer looks at make room for those of deductible, bands and what is over the caps. */
static MingStatus
split_rows (const MingLayer *layer, int32_t index, MingPayer payer, MingBill *bill, MingFen base_fen,
            const MingLayerTrace *trace)
{
  MingFen dedc_fen = trace->act_dedc_fen, over_fen = 0;
  MingStatus status = ming_exact_to_fen (trace->over, &over_fen);

  if (status == MING_OK && ming_layer_take_rows (layer, bill) != base_fen)
    status = MING_E_UNBALANCED;
  if (status == MING_OK)
    status = ming_bill_append (bill, MING_PART_DEDUCTIBLE, index, 0, dedc_fen, ming_exact_from_fen (dedc_fen),
                               NULL);
  if (status == MING_OK)
    status = ming_layer_append_bands (bill, index, payer, trace, base_fen - dedc_fen - over_fen);
  if (status == MING_OK)
    status = ming_bill_append (bill, MING_PART_OVER_CAP, index, 0, over_fen, trace->over, NULL);
  return status;
}

static MingStatus
run_split (const MingLayer *layer, int32_t index, const MingVisit *visit, MingBill *bill,
           const MingYear *year, MingLayerTrace *trace)
{
  MingPayer payer = layer->payer;
  MingTaken taken = ming_layer_find_rows (layer, bill);
  MingTerms terms = ming_layer_find_terms (layer, visit, year, taken.exact);
  MingStatus status = taken.status != MING_OK ? taken.status : terms.status;

  if (status == MING_OK)
    status = ming_layer_apply_terms (layer, taken.exact, terms, trace);
  if (status == MING_OK)
    status = split_rows (layer, index, payer, bill, taken.shown_fen, trace);
  return status;
}

/* The eligible cost of the bill: everything but what is wholly own, over a price limit or first borne. */
static MingFen
scope_of_bill (const MingVisit *visit, const MingBill *bill)
{
  return visit->charges.in_scope_fen - ming_bill_part_sum (bill, MING_PART_AWAY_FIRST);
}

static MingStatus
run_on_rest (const MingLayer *layer, const MingVisit *visit, MingBill *bill, const MingYear *year,
             MingLayerTrace *trace)
{
  MingPayer payer = layer->payer;
  MingFen rest_fen = ming_layer_rest (layer, bill);
  MingExact base = ming_exact_from_fen (rest_fen);
  MingTerms terms = ming_layer_find_terms (layer, visit, year, base);
  MingStatus status = terms.status;

  if (status == MING_OK)
    status = ming_layer_apply_terms (layer, base, terms, trace);
  if (status == MING_OK)
    status = ming_layer_pay_rows (layer, payer, bill, rest_fen, trace->paid_fen);
  return status;
}

static MingStatus
run_share (const MingLayer *layer, const MingVisit *visit, MingBill *bill, const MingYear *year,
           MingLayerTrace *trace)
{
  MingPayer payer = layer->payer;
  MingFen rest_fen = ming_layer_rest (layer, bill);
  MingCapLeft cap = ming_layer_left_for_payment (layer, year);
  MingStatus status = ming_layer_apply_share (layer, scope_of_bill (visit, bill), rest_fen, cap, trace);

  if (status == MING_OK)
    status = ming_layer_pay_rows (layer, payer, bill, rest_fen, trace->paid_fen);
  return status;
}

MingStatus
ming_layer_run (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill, MingYear *year,
                MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingStatus status;

  clear_trace (trace);
  if (layer->kind == MING_LAYER_SPLIT)
    status = run_split (layer, index, visit, bill, year, trace);
  else if (layer->kind == MING_LAYER_ON_REST)
    status = run_on_rest (layer, visit, bill, year, trace);
  else
    status = run_share (layer, visit, bill, year, trace);
  if (status == MING_OK)
    status = ming_cap_count (layer, trace, year);
  return status;
}
