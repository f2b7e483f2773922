/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-cap.h"
#include "ming-deductible.h"

/**
 * MingTerms: what rule and year say of an amount, before anything is written down. The provers follow what is
 * read from memory that nobody has changed.
 * @start_fen: where on the axis of the bands the cost begins
 * @cost_cap, @payment_cap: what the tightest cap of either sort leaves
 */
typedef struct
{
  MingStatus status;
  MingDeducted deducted;
  MingFen start_fen;
  MingCapLeft cost_cap;
  MingCapLeft payment_cap;
} MingTerms;

/*@ // what the counters of the year and the rows of the bill rely on
    predicate is_worked_out (MingLayerTrace *trace) =
      is_fen (trace->paid_fen) && is_fen (trace->act_dedc_fen)
      && 0 <= trace->n_slices <= MING_BANDS_MAX && are_paid (&trace->slice[0], trace->n_slices);
    // where a layer is counted
    predicate is_countable (MingLayer *layer) = are_caps (layer) && 0 <= layer->counter < MING_COUNTERS_MAX;
    predicate are_terms (MingTerms terms, MingExact base) =
      is_exact (base) && nearest_fen (base) <= MING_FEN_MAX
      && is_deducted (terms.deducted) && terms.deducted.act_fen <= nearest_fen (base)
      && -1 <= terms.cost_cap.index && is_fen (terms.cost_cap.left_fen)
      && -1 <= terms.payment_cap.index && is_fen (terms.payment_cap.left_fen);
 */

/** What the tightest cap on payments of @layer leaves. */
/*@ requires \valid_read (layer) && \valid_read (year);
    requires caps: are_caps (layer);
    requires year: is_year (year);
    assigns \nothing;
    ensures index: -1 <= \result.index < layer->n_caps && is_fen (\result.left_fen);
    ensures within: \forall integer i; 0 <= i < layer->n_caps && layer->cap[i].kind == MING_CAP_ON_PAYMENT ==>
      0 <= \result.index && \result.left_fen <= cap_left (&layer->cap[i], year, 0); */
MingCapLeft ming_layer_left_for_payment (const MingLayer *layer, const MingYear *year);

/** The terms of @layer for @base, what the layer looks at; @year is the year as the layer finds it. */
/*@ requires \valid_read (layer) && \valid_read (visit) && \valid_read (year);
    requires rule: is_deductible (&layer->deductible) && 0 <= layer->counter < MING_COUNTERS_MAX;
    requires caps: are_caps (layer);
    requires year: is_year (year);
    assigns \nothing;
    ensures terms: \result.status == MING_OK ==> are_terms (\result, base);
    ensures within: \result.status == MING_OK ==> \forall integer i; 0 <= i < layer->n_caps
      && layer->cap[i].kind == MING_CAP_ON_PAYMENT ==>
        0 <= \result.payment_cap.index
        && \result.payment_cap.left_fen <= cap_left (&layer->cap[i], year, 0); */
MingTerms ming_layer_find_terms (const MingLayer *layer, const MingVisit *visit, const MingYear *year,
                                 MingExact base);

/**
 * All the numbers of the layer on @terms, before any row is touched: deductible, caps and bands.
 * Deductible and payment together never pass the base.
 * @trace: the numbers
 */
/*@ requires \valid_read (layer) && \valid (trace) && \base_addr (trace) != \base_addr (layer);
    requires terms: are_terms (terms, base);
    assigns *trace;
    ensures sound: \result == MING_OK ==> is_worked_out (trace);
    ensures over: \result == MING_OK ==> is_exact_at (&trace->over);
    ensures most: \result == MING_OK ==> trace->paid_fen + trace->act_dedc_fen <= nearest_fen (base);
    ensures band: \result == MING_OK ==> -1 <= trace->cap_band < trace->n_slices;
    ensures within: \result == MING_OK && 0 <= terms.payment_cap.index ==>
      trace->paid_fen <= terms.payment_cap.left_fen; */
MingStatus ming_layer_apply_terms (const MingLayer *layer, MingExact base, MingTerms terms,
                                   MingLayerTrace *trace);

/**
 * The numbers of the two kinds that look at the eligible cost and pay on the rest.
 * @scope_fen: the eligible cost
 * @rest_fen: what is unpaid on the rows the layer looks at
 * @cap: what ming_layer_left_for_payment() says
 * @trace: the numbers
 */
/*@ requires \valid_read (layer) && \valid (trace);
    requires cap: -1 <= cap.index && is_fen (cap.left_fen);
    assigns *trace;
    ensures sound: \result == MING_OK ==> is_worked_out (trace);
    ensures most: \result == MING_OK ==> 0 <= trace->paid_fen <= trace->uncapped_fen <= rest_fen;
    ensures within: \result == MING_OK && 0 <= cap.index ==> trace->paid_fen <= cap.left_fen; */
MingStatus ming_layer_apply_share (const MingLayer *layer, MingFen scope_fen, MingFen rest_fen,
                                   MingCapLeft cap, MingLayerTrace *trace);
