/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer.h"

#include <stddef.h>

#include "ming-layer-amounts.h"
#include "ming-layer-rows.h"

/* What is read and what is written are four different things. */
/*@ predicate stand_apart (MingLayer *layer, MingBill *bill, MingYear *year, MingLayerTrace *trace) =
      \base_addr (bill) != \base_addr (layer) && \base_addr (bill) != \base_addr (trace)
      && \base_addr (trace) != \base_addr (layer) && \base_addr (year) != \base_addr (layer)
      && \base_addr (year) != \base_addr (trace) && \base_addr (year) != \base_addr (bill);
 */

/* The rows the layer looks at make room for those of deductible, bands and what is over the caps. */
/*@ requires \valid_read (layer) && \valid (bill) && \valid_read (trace);
    requires \base_addr (bill) != \base_addr (layer) && \base_addr (bill) != \base_addr (trace);
    requires bill: is_bill (bill);
    requires index: 0 <= index < MING_LAYERS_MAX && 0 <= payer < MING_N_FUNDS;
    requires base: is_fen (base_fen);
    requires slices: 0 <= trace->n_slices <= MING_BANDS_MAX;
    assigns *bill;
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures sum: \result == MING_OK ==>
      rows_sum (bill, bill->n_segments) == \old (rows_sum (bill, bill->n_segments)); */
static MingStatus
split_rows (const MingLayer *layer, int32_t index, MingPayer payer, MingBill *bill, MingFen base_fen,
            const MingLayerTrace *trace)
{
  MingExact over = trace->over;
  MingFen dedc_fen = trace->act_dedc_fen, over_fen = 0;
  MingStatus status = ming_exact_to_fen (over, &over_fen);

  if (status == MING_OK && ming_layer_take_rows (layer, bill) != base_fen)
    status = MING_E_UNBALANCED;
  if (status == MING_OK)
    status = ming_bill_append (bill, MING_PART_DEDUCTIBLE, index, 0, dedc_fen, ming_exact_from_fen (dedc_fen),
                               NULL);
  if (status == MING_OK)
    status = ming_layer_append_bands (bill, index, payer, trace, base_fen - dedc_fen - over_fen);
  if (status == MING_OK)
    status = ming_bill_append (bill, MING_PART_OVER_CAP, index, 0, over_fen, over, NULL);
  return status;
}

/* What the layer comes to on @terms, and the rows it splits. */
/*@ requires \valid_read (layer) && \valid (bill) && \valid (year) && \valid (trace);
    requires stand_apart (layer, bill, year, trace);
    requires bill: is_bill (bill);
    requires layer: is_countable (layer);
    requires index: 0 <= index < MING_LAYERS_MAX && 0 <= payer < MING_N_FUNDS;
    requires terms: are_terms (terms, taken.exact) && nearest_fen (taken.exact) == taken.shown_fen;
    assigns *bill, *trace, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures within: \result == MING_OK && 0 <= terms.payment_cap.index ==>
      trace->paid_fen <= terms.payment_cap.left_fen; */
static MingStatus
apply_and_split (const MingLayer *layer, int32_t index, MingPayer payer, MingTaken taken, MingTerms terms,
                 MingBill *bill, MingYear *year, MingLayerTrace *trace)
{
  MingStatus status = ming_layer_apply_terms (layer, taken.exact, terms, trace);

  if (status != MING_OK)
    return status;
  ming_cap_count (layer, trace, year);
  return split_rows (layer, index, payer, bill, taken.shown_fen, trace);
}

/* What the layer comes to on @terms, paid on the rows as they are. */
/*@ requires \valid_read (layer) && \valid (bill) && \valid (year) && \valid (trace);
    requires stand_apart (layer, bill, year, trace);
    requires bill: is_bill (bill);
    requires layer: is_countable (layer);
    requires payer: 0 <= payer < MING_N_FUNDS;
    requires terms: are_terms (terms, base);
    assigns *bill, *trace, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures within: \result == MING_OK && 0 <= terms.payment_cap.index ==>
      trace->paid_fen <= terms.payment_cap.left_fen; */
static MingStatus
apply_and_pay (const MingLayer *layer, MingPayer payer, MingExact base, MingTerms terms, MingBill *bill,
               MingYear *year, MingLayerTrace *trace)
{
  MingStatus status = ming_layer_apply_terms (layer, base, terms, trace);

  if (status != MING_OK)
    return status;
  ming_cap_count (layer, trace, year);
  return ming_layer_pay_rows (layer, payer, bill, base.whole_fen, trace->paid_fen);
}

/* The eligible cost of the bill: everything but what is wholly own, over a price limit or first borne. */
/*@ requires \valid_read (visit) && \valid_read (bill);
    requires bill: is_bill (bill);
    requires scope: is_fen (visit->charges.in_scope_fen);
    assigns \nothing; */
static MingFen
scope_of_bill (const MingVisit *visit, const MingBill *bill)
{
  return visit->charges.in_scope_fen - ming_bill_part_sum (bill, MING_PART_AWAY_FIRST);
}

/* What a layer that looks at the eligible cost @scope_fen comes to, paid on the rows as they are. */
/*@ requires \valid_read (layer) && \valid (bill) && \valid (year) && \valid (trace);
    requires stand_apart (layer, bill, year, trace);
    requires bill: is_bill (bill);
    requires layer: is_countable (layer);
    requires payer: 0 <= payer < MING_N_FUNDS;
    requires cap: -1 <= cap.index && is_fen (cap.left_fen);
    assigns *bill, *trace, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures within: \result == MING_OK && 0 <= cap.index ==> trace->paid_fen <= cap.left_fen; */
static MingStatus
share_and_pay (const MingLayer *layer, MingPayer payer, MingFen scope_fen, MingFen rest_fen, MingCapLeft cap,
               MingBill *bill, MingYear *year, MingLayerTrace *trace)
{
  MingStatus status = ming_layer_apply_share (layer, scope_fen, rest_fen, cap, trace);

  if (status != MING_OK)
    return status;
  ming_cap_count (layer, trace, year);
  return ming_layer_pay_rows (layer, payer, bill, rest_fen, trace->paid_fen);
}

/* Splits the rows the layer looks at. */
/*@ requires \valid_read (layer) && \valid_read (visit) && \valid (year);
    requires \valid (bill) && \valid (trace);
    requires stand_apart (layer, bill, year, trace);
    requires bill: is_bill (bill);
    requires layer: is_countable (layer) && 0 <= layer->payer < MING_N_FUNDS;
    requires index: 0 <= index < MING_LAYERS_MAX;
    requires rule: is_deductible (&layer->deductible);
    requires year: is_year (year);
    assigns *bill, *trace, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures within: \result == MING_OK ==> keeps_caps {Pre, Post} (layer, year, trace); */
static MingStatus
run_split (const MingLayer *layer, int32_t index, const MingVisit *visit, MingYear *year, MingBill *bill,
           MingLayerTrace *trace)
{
  MingTaken taken = ming_layer_find_rows (layer, bill);
  MingTerms terms = ming_layer_find_terms (layer, visit, year, taken.exact);

  if (taken.status != MING_OK)
    return taken.status;
  if (terms.status != MING_OK)
    return terms.status;
  return apply_and_split (layer, index, layer->payer, taken, terms, bill, year, trace);
}

/* Pays by deductible, bands and caps on what is unpaid. */
/*@ requires \valid_read (layer) && \valid_read (visit) && \valid (year);
    requires \valid (bill) && \valid (trace);
    requires stand_apart (layer, bill, year, trace);
    requires bill: is_bill (bill);
    requires layer: is_countable (layer) && 0 <= layer->payer < MING_N_FUNDS;
    requires rule: is_deductible (&layer->deductible);
    requires year: is_year (year);
    assigns *bill, *trace, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures within: \result == MING_OK ==> keeps_caps {Pre, Post} (layer, year, trace); */
static MingStatus
run_on_rest (const MingLayer *layer, const MingVisit *visit, MingYear *year, MingBill *bill,
             MingLayerTrace *trace)
{
  MingExact base = ming_exact_from_fen (ming_layer_rest (layer, bill));
  MingTerms terms = ming_layer_find_terms (layer, visit, year, base);

  if (terms.status != MING_OK)
    return terms.status;
  return apply_and_pay (layer, layer->payer, base, terms, bill, year, trace);
}

/* Pays by a share of the eligible cost on what is unpaid. */
/*@ requires \valid_read (layer) && \valid_read (visit) && \valid (year);
    requires \valid (bill) && \valid (trace);
    requires stand_apart (layer, bill, year, trace);
    requires bill: is_bill (bill);
    requires layer: is_countable (layer) && 0 <= layer->payer < MING_N_FUNDS;
    requires scope: is_fen (visit->charges.in_scope_fen);
    requires year: is_year (year);
    assigns *bill, *trace, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures within: \result == MING_OK ==> keeps_caps {Pre, Post} (layer, year, trace); */
static MingStatus
run_share (const MingLayer *layer, const MingVisit *visit, MingYear *year, MingBill *bill,
           MingLayerTrace *trace)
{
  MingFen rest_fen = ming_layer_rest (layer, bill), scope_fen = scope_of_bill (visit, bill);
  MingCapLeft cap = ming_layer_left_for_payment (layer, year);

  return share_and_pay (layer, layer->payer, scope_fen, rest_fen, cap, bill, year, trace);
}

/*@ requires \valid_read (layer) && \valid_read (visit) && \valid (year);
    requires \valid (bill) && \valid (trace);
    requires stand_apart (layer, bill, year, trace);
    requires bill: is_bill (bill);
    requires index: 0 <= index < MING_LAYERS_MAX;
    requires layer: is_layer (layer);
    requires scope: is_fen (visit->charges.in_scope_fen);
    requires year: is_year (year);
    assigns *bill, *trace, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures within: \result == MING_OK ==> keeps_caps {Pre, Post} (layer, year, trace); */
static MingStatus
run_kind (const MingLayer *layer, int32_t index, const MingVisit *visit, MingYear *year, MingBill *bill,
          MingLayerTrace *trace)
{
  if (layer->kind == MING_LAYER_SPLIT)
    return run_split (layer, index, visit, year, bill, trace);
  if (layer->kind == MING_LAYER_ON_REST)
    return run_on_rest (layer, visit, year, bill, trace);
  return run_share (layer, visit, year, bill, trace);
}

/*
 * Paying and splitting move no amount. The provers show it of every writer on its own, not across the writers
 * of trace, year and bill together: so it is checked here, after every layer.
 */
MingStatus
ming_layer_run (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill, MingYear *year,
                MingLayerTrace *trace)
{
  MingFen sum_fen = ming_bill_sum (bill);
  MingStatus status = run_kind (&plan->layer[index], index, visit, year, bill, trace);

  if (status == MING_OK && !ming_year_is_valid (year))
    status = MING_E_RANGE;
  if (status == MING_OK && ming_bill_sum (bill) != sum_fen)
    status = MING_E_UNBALANCED;
  return status;
}
