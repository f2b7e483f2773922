/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer-amounts.h"

/* Nothing is written down yet. Two members once more: the provers do not look into the constant. */
/*@ requires \valid (trace);
    assigns *trace;
    ensures trace->n_slices == 0 && trace->act_dedc_fen == 0; */
static void
clear_trace (MingLayerTrace *trace)
{
  static const MingLayerTrace empty = { .base = { 0, 0, 1 }, .periods = 1, .cap_hit = -1, .cap_band = -1,
                                        .consumed = { 0, 0, 1 }, .over = { 0, 0, 1 } };

  *trace = empty;
  trace->n_slices = 0;
  trace->act_dedc_fen = 0;
}

/* Where on the axis of the bands the cost of this visit begins. */
/*@ requires \valid_read (layer) && \valid_read (counter);
    requires \valid (out_fen) && \base_addr (out_fen) != \base_addr (layer);
    requires \base_addr (out_fen) != \base_addr (counter);
    assigns *out_fen;
    ensures \result == MING_OK ==> is_fen (*out_fen); */
static MingStatus
axis_start (const MingLayer *layer, const MingCounter *counter, MingFen act_dedc_fen, MingFen *out_fen)
{
  MingFen start_fen = 0;
  MingStatus status = MING_OK;

  if (layer->scope == MING_SCOPE_YEAR)
    status = ming_fen_add (counter->cost_fen,
                           layer->axis == MING_AXIS_FIRST_YUAN ? counter->deductible_fen : 0, &start_fen);
  if (status == MING_OK && layer->axis == MING_AXIS_FIRST_YUAN)
    status = ming_fen_add (start_fen, act_dedc_fen, &start_fen);
  *out_fen = start_fen;
  return status;
}

MingCapLeft
ming_layer_left_for_payment (const MingLayer *layer, const MingYear *year)
{
  return ming_cap_tightest (layer, year, true, 0);
}

MingTerms
ming_layer_find_terms (const MingLayer *layer, const MingVisit *visit, const MingYear *year, MingExact base)
{
  const MingCounter *counter = &year->counter[layer->counter];
  MingTerms terms = { .status = MING_E_RANGE };
  MingFen base_fen = 0, start_fen = 0;

  terms.status = ming_exact_to_fen (base, &base_fen);
  if (terms.status != MING_OK)
    return terms;
  terms.deducted = ming_deductible_apply (&layer->deductible, visit, year, counter, base_fen);
  terms.status = terms.deducted.status;
  if (terms.status != MING_OK)
    return terms;
  terms.status = axis_start (layer, counter, terms.deducted.act_fen, &start_fen);
  terms.start_fen = start_fen;
  terms.cost_cap = ming_cap_tightest (layer, year, false, terms.deducted.act_fen);
  terms.payment_cap = ming_layer_left_for_payment (layer, year);
  return terms;
}

/* What the layer leaves over its caps: base - deductible - the cost that was paid on. */
/*@ requires \valid_read (trace) && 0 <= trace->n_slices <= MING_BANDS_MAX;
    requires \valid (out) && \base_addr (trace) != \base_addr (out);
    assigns out->whole_fen, out->num, out->den;
    ensures \result == MING_OK ==> is_exact_at (out); */
static MingStatus
over_caps (const MingLayerTrace *trace, MingExact *out)
{
  MingExact rest = trace->base;
  MingStatus status = ming_exact_subtract (rest, ming_exact_from_fen (trace->act_dedc_fen), &rest);

  /*@ loop invariant 0 <= i <= trace->n_slices && (status == MING_OK ==> is_exact_at (&rest));
      loop assigns i, rest, status;
      loop variant trace->n_slices - i; */
  for (int32_t i = 0; status == MING_OK && i < trace->n_slices; i++)
    if (trace->cap_band < 0 || i < trace->cap_band)
      status = ming_exact_subtract (rest, trace->slice[i].cost, &rest);
  if (status == MING_OK && trace->cap_band >= 0)
    status = ming_exact_subtract (rest, trace->consumed, &rest);
  out->whole_fen = rest.whole_fen;
  out->num = rest.num;
  out->den = rest.den;
  return status;
}

/* Pays the slices of @trace, before any cap. */
/*@ requires \valid_read (layer) && \valid (trace) && \base_addr (trace) != \base_addr (layer);
    requires 1 <= layer->bands.n_bands <= MING_BANDS_MAX;
    assigns trace->uncapped_fen, trace->slice[0 .. MING_BANDS_MAX - 1].paid_fen;
    ensures paid: \result == MING_OK ==> are_paid (&trace->slice[0], layer->bands.n_bands);
    ensures sum: \result == MING_OK ==> is_fen (trace->uncapped_fen)
      && trace->uncapped_fen == paid_sum (&trace->slice[0], layer->bands.n_bands);
    ensures most: \result == MING_OK ==>
      trace->uncapped_fen <= cost_sum {Old} (&trace->slice[0], layer->bands.n_bands); */
static MingStatus
pay_slices (const MingLayer *layer, MingLayerTrace *trace)
{
  if (layer->round_where == MING_ROUND_PER_LAYER)
    return ming_bands_pay_once (&layer->bands, layer->rounding, trace->slice, &trace->uncapped_fen);
  return ming_bands_pay_each (&layer->bands, layer->rounding, trace->slice, &trace->uncapped_fen);
}

/* Cuts @cost into bands and pays them, before any cap. */
/*@ requires \valid_read (layer) && \valid (trace) && \base_addr (trace) != \base_addr (layer);
    assigns trace->n_slices, trace->uncapped_fen, trace->slice[0 .. MING_BANDS_MAX - 1],
      trace->slice[0 .. MING_BANDS_MAX - 1].paid_fen;
    ensures bands: \result == MING_OK ==> 1 <= trace->n_slices == layer->bands.n_bands <= MING_BANDS_MAX;
    ensures paid: \result == MING_OK ==> are_paid (&trace->slice[0], trace->n_slices);
    ensures sum: \result == MING_OK ==> is_fen (trace->uncapped_fen)
      && trace->uncapped_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures most: \result == MING_OK ==> trace->uncapped_fen <= nearest_fen (cost); */
static MingStatus
pay_bands (const MingLayer *layer, MingFen start_fen, MingExact cost, MingLayerTrace *trace)
{
  MingStatus status;

  trace->n_slices = layer->bands.n_bands;
  status = ming_bands_cut (&layer->bands, start_fen, cost, trace->slice);
  if (status == MING_OK)
    status = pay_slices (layer, trace);
  return status;
}

/* Takes the deductible off @base; it takes whole fen, and a fraction that an earlier cap left over stays. */
/*@ requires \valid (out_cost) && is_fen (act_dedc_fen);
    assigns out_cost->whole_fen, out_cost->num, out_cost->den;
    ensures cost: \result == MING_OK ==> is_exact_at (out_cost);
    ensures most: \result == MING_OK && act_dedc_fen <= nearest_fen (base) ==>
      nearest_fen_at (out_cost) + act_dedc_fen <= nearest_fen (base); */
static MingStatus
take_off (MingExact base, MingFen act_dedc_fen, MingExact *out_cost)
{
  return ming_exact_subtract (base, ming_exact_from_fen (act_dedc_fen), out_cost);
}

/* Writes down the base and its deductible, beside what the bands were paid. */
/*@ requires \valid (trace) && is_fen (trace->paid_fen) && is_deducted (terms.deducted);
    requires paid: 0 <= trace->n_slices <= MING_BANDS_MAX && are_paid (&trace->slice[0], trace->n_slices);
    assigns trace->base.whole_fen, trace->base.num, trace->base.den, trace->nth, trace->periods,
      trace->dedc_std_fen, trace->crt_dedc_fen, trace->act_dedc_fen, trace->axis_start_fen;
    ensures paid: is_worked_out (trace);
    ensures borne: trace->act_dedc_fen == terms.deducted.act_fen; */
static void
note_terms (MingLayerTrace *trace, MingExact base, MingTerms terms)
{
  trace->base.whole_fen = base.whole_fen;
  trace->base.num = base.num;
  trace->base.den = base.den;
  trace->nth = terms.deducted.nth;
  trace->periods = terms.deducted.periods;
  trace->dedc_std_fen = terms.deducted.std_fen;
  trace->crt_dedc_fen = terms.deducted.crt_fen;
  trace->act_dedc_fen = terms.deducted.act_fen;
  trace->axis_start_fen = terms.start_fen;
}

/* The bands' payment on @cost, no more than @cap leaves. */
/*@ requires \valid_read (layer) && \valid (trace) && \base_addr (trace) != \base_addr (layer);
    requires cap: -1 <= cap.index && is_fen (cap.left_fen);
    assigns trace->n_slices, trace->uncapped_fen, trace->slice[0 .. MING_BANDS_MAX - 1],
      trace->slice[0 .. MING_BANDS_MAX - 1].paid_fen, trace->cap_hit, trace->cap_left_fen, trace->cap_band,
      trace->paid_fen, trace->consumed.whole_fen, trace->consumed.num, trace->consumed.den;
    ensures bands: \result == MING_OK ==> 1 <= trace->n_slices <= MING_BANDS_MAX
      && -1 <= trace->cap_band < trace->n_slices;
    ensures paid: \result == MING_OK ==> are_paid (&trace->slice[0], trace->n_slices);
    ensures sum: \result == MING_OK ==> trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures most: \result == MING_OK ==> 0 <= trace->paid_fen <= nearest_fen (cost);
    ensures within: \result == MING_OK && 0 <= cap.index ==> trace->paid_fen <= cap.left_fen; */
static MingStatus
pay_within_cap (const MingLayer *layer, MingFen start_fen, MingExact cost, MingCapLeft cap,
                MingLayerTrace *trace)
{
  MingStatus status = pay_bands (layer, start_fen, cost, trace);

  if (status == MING_OK)
    status = ming_cap_limit_payment (&layer->bands, cap, trace);
  return status;
}

/* Writes down what the layer leaves over its caps. */
/*@ requires \valid (trace) && is_worked_out (trace);
    assigns trace->over.whole_fen, trace->over.num, trace->over.den;
    ensures sound: is_worked_out (trace);
    ensures over: \result == MING_OK ==> is_exact_at (&trace->over); */
static MingStatus
note_over (MingLayerTrace *trace)
{
  MingExact over = { 0, 0, 1 };
  MingStatus status = over_caps (trace, &over);

  trace->over.whole_fen = over.whole_fen;
  trace->over.num = over.num;
  trace->over.den = over.den;
  return status;
}

MingStatus
ming_layer_apply_terms (const MingLayer *layer, MingExact base, MingTerms terms, MingLayerTrace *trace)
{
  MingExact cost = { 0, 0, 1 };
  MingStatus status;

  clear_trace (trace);
  status = take_off (base, terms.deducted.act_fen, &cost);
  if (status == MING_OK)
    status = ming_cap_limit_cost (terms.cost_cap, &cost, trace);
  if (status == MING_OK)
    status = pay_within_cap (layer, terms.start_fen, cost, terms.payment_cap, trace);
  if (status != MING_OK)
    return status;
  note_terms (trace, base, terms);
  return note_over (trace);
}

/*
 * What the two kinds that look at the eligible cost pay on @rest_fen: @share_fen of that cost, or all but
 * that share; no more than @cap leaves.
 */
/*@ requires \valid (trace) && is_fen (share_fen) && 0 <= rest_fen;
    requires cap: -1 <= cap.index && is_fen (cap.left_fen);
    assigns trace->keep_fen, trace->uncapped_fen, trace->paid_fen, trace->cap_hit, trace->cap_left_fen;
    ensures most: 0 <= trace->paid_fen <= trace->uncapped_fen <= rest_fen;
    ensures within: 0 <= cap.index ==> trace->paid_fen <= cap.left_fen; */
static void
pay_of_scope (MingLayerKind kind, MingFen share_fen, MingFen rest_fen, MingCapLeft cap, MingLayerTrace *trace)
{
  if (kind == MING_LAYER_KEEP)
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
}

MingStatus
ming_layer_apply_share (const MingLayer *layer, MingFen scope_fen, MingFen rest_fen, MingCapLeft cap,
                        MingLayerTrace *trace)
{
  MingFen share_fen = 0;
  MingStatus status = ming_money_apply_rate (ming_exact_from_fen (scope_fen), layer->bands.rate[0],
                                             layer->rounding, &share_fen);

  if (status != MING_OK)
    return status;
  if (!ming_fen_is_valid (rest_fen))
    return MING_E_UNBALANCED;
  clear_trace (trace);
  trace->base.whole_fen = rest_fen;
  trace->base.num = 0;
  trace->base.den = 1;
  trace->scope_fen = scope_fen;
  pay_of_scope (layer->kind, share_fen, rest_fen, cap, trace);
  return MING_OK;
}
