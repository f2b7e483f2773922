/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-layer.h"

/**
 * MingCapLeft: what a cap still gives.
 * @index: which cap of the layer it is, -1 when there is none; then %MING_FEN_MAX is left
 */
typedef struct
{
  MingFen left_fen;
  int32_t index;
} MingCapLeft;

/**
 * What the tightest cap of @layer still gives, among those on payments or those on cost.
 *
 * @act_dedc_fen: what this bill's deductible took; it uses up a cap on the eligible cost
 */
/*@ requires \valid_read (layer) && \valid_read (year) && are_caps (layer) && is_year (year);
    requires is_fen (act_dedc_fen);
    assigns \nothing;
    ensures amount: is_fen (\result.left_fen);
    ensures index: -1 <= \result.index < layer->n_caps;
    ensures none: \result.index == -1 ==> \result.left_fen == MING_FEN_MAX
      && \forall integer i; 0 <= i < layer->n_caps ==> !is_on (&layer->cap[i], on_payment);
    ensures which: 0 <= \result.index ==> is_on (&layer->cap[\result.index], on_payment)
      && \result.left_fen == cap_left (&layer->cap[\result.index], year, act_dedc_fen);
    ensures tightest: \forall integer i; 0 <= i < layer->n_caps && is_on (&layer->cap[i], on_payment) ==>
      \result.left_fen <= cap_left (&layer->cap[i], year, act_dedc_fen); */
MingCapLeft ming_cap_tightest (const MingLayer *layer, const MingYear *year, bool on_payment,
                               MingFen act_dedc_fen);

/** A cap on cost lets only what it leaves of @cost reach the bands; @trace learns what it keeps out. */
/*@ requires \valid (cost) && \valid (trace) && \base_addr (cost) != \base_addr (trace);
    requires cost: is_exact_at (cost);
    requires cap: -1 <= cap.index && is_fen (cap.left_fen);
    assigns cost->whole_fen, cost->num, cost->den, trace->cost_over_fen, trace->cap_hit, trace->cap_left_fen;
    ensures exact: is_exact_at (cost);
    ensures less: cost->whole_fen <= \old (cost->whole_fen);
    ensures rounded: nearest_fen_at (cost) <= \old (nearest_fen_at (cost));
    ensures over: is_fen (\old (trace->cost_over_fen)) ==> is_fen (trace->cost_over_fen);
    ensures within: \result == MING_OK && 0 <= cap.index ==> nearest_fen_at (cost) <= cap.left_fen; */
MingStatus ming_cap_limit_cost (MingCapLeft cap, MingExact *cost, MingLayerTrace *trace);

/**
 * A cap on payments bites in the band where the running payment would pass it. The cost used up there is
 * exactly the money left ÷ the band's rate, and never more than the band holds;
 * all later bands are untouched.
 *
 * The slices and uncapped_fen of @trace are given; paid_fen, the slices' payments,
 * cap_band and consumed follow.
 */
/*@ requires \valid_read (bands) && \valid (trace) && \base_addr (trace) != \base_addr (bands);
    requires cap: -1 <= cap.index && is_fen (cap.left_fen);
    requires bands: 0 <= trace->n_slices <= bands->n_bands <= MING_BANDS_MAX;
    requires paid: are_paid (&trace->slice[0], trace->n_slices);
    requires uncapped: is_fen (trace->uncapped_fen);
    requires sum: trace->uncapped_fen == paid_sum (&trace->slice[0], trace->n_slices);
    assigns trace->cap_hit, trace->cap_left_fen, trace->cap_band, trace->paid_fen,
      trace->consumed.whole_fen, trace->consumed.num, trace->consumed.den,
      trace->slice[0 .. MING_BANDS_MAX - 1].paid_fen;
    ensures amount: \result == MING_OK ==> 0 <= trace->paid_fen <= \old (trace->uncapped_fen);
    ensures sum: \result == MING_OK ==> trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures paid: \result == MING_OK ==> are_paid (&trace->slice[0], trace->n_slices);
    ensures within: \result == MING_OK && 0 <= cap.index ==> trace->paid_fen <= cap.left_fen;
    ensures band: \result == MING_OK ==> -1 <= trace->cap_band < trace->n_slices;
    ensures used: is_exact_at (&trace->consumed); */
MingStatus ming_cap_limit_payment (const MingBands *bands, MingCapLeft cap, MingLayerTrace *trace);

/**
 * Adds what @trace says to the counters of @layer: all to its own,
 * and to a cap's own what that cap limits. A total that passes all bounds is left for ming_year_is_valid().
 */
/*@ requires \valid_read (layer) && \valid_read (trace) && \valid (year);
    requires \base_addr (year) != \base_addr (layer) && \base_addr (year) != \base_addr (trace);
    requires caps: are_caps (layer) && 0 <= layer->counter < MING_COUNTERS_MAX;
    requires amounts: is_fen (trace->act_dedc_fen) && is_fen (trace->paid_fen);
    requires bands: 0 <= trace->n_slices <= MING_BANDS_MAX;
    requires slices: \forall integer i; 0 <= i < trace->n_slices ==> is_exact_at (&trace->slice[i].cost);
    assigns year->counter[0 .. MING_COUNTERS_MAX - 1]; */
void ming_cap_count (const MingLayer *layer, const MingLayerTrace *trace, MingYear *year);
