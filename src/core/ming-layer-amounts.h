/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-cap.h"
#include "ming-deductible.h"

/*@ // what the counters of the year and the rows of the bill rely on
    predicate is_worked_out (MingLayerTrace *trace) =
      is_fen (trace->paid_fen) && is_fen (trace->act_dedc_fen)
      && 0 <= trace->n_slices <= MING_BANDS_MAX && are_paid (&trace->slice[0], trace->n_slices);
 */

/**
 * Deductible, caps and bands of @layer on @base: all the numbers of the layer, before any row is touched.
 * Deductible and payment together never pass the base.
 * @year: the year as the layer finds it
 * @trace: the numbers; what the layer does not come to stays as it is
 */
/*@ requires \valid_read (layer) && \valid_read (visit) && \valid_read (year) && \valid (trace);
    requires rule: is_deductible (&layer->deductible) && 0 <= layer->counter < MING_COUNTERS_MAX;
    requires caps: are_caps (layer);
    requires year: is_year (year);
    requires \base_addr (trace) != \base_addr (layer) && \base_addr (trace) != \base_addr (year);
    requires \base_addr (trace) != \base_addr (visit);
    assigns *trace;
    ensures sound: \result == MING_OK ==> is_worked_out (trace);
    ensures over: \result == MING_OK ==> is_exact_at (&trace->over);
    ensures base: \result == MING_OK ==> is_exact (base) && nearest_fen (base) <= MING_FEN_MAX;
    ensures most: \result == MING_OK ==> trace->paid_fen + trace->act_dedc_fen <= nearest_fen (base);
    ensures band: \result == MING_OK ==> -1 <= trace->cap_band < trace->n_slices;
    ensures within: \result == MING_OK ==>
      \forall integer i; 0 <= i < layer->n_caps && layer->cap[i].kind == MING_CAP_ON_PAYMENT ==>
        trace->paid_fen <= \old (cap_left (&layer->cap[i], year, 0)); */
MingStatus ming_layer_work_out (const MingLayer *layer, const MingVisit *visit, const MingYear *year,
                                MingExact base, MingLayerTrace *trace);

/**
 * The two kinds that look at the eligible cost and pay on the rest.
 * @scope_fen: the eligible cost
 * @rest_fen: what is unpaid on the rows the layer looks at
 * @trace: the numbers; what the layer does not come to stays as it is
 */
/*@ requires \valid_read (layer) && \valid_read (year) && \valid (trace);
    requires caps: are_caps (layer);
    requires year: is_year (year);
    requires \base_addr (trace) != \base_addr (layer) && \base_addr (trace) != \base_addr (year);
    assigns trace->base.whole_fen, trace->base.num, trace->base.den, trace->scope_fen, trace->keep_fen,
      trace->uncapped_fen, trace->paid_fen, trace->cap_hit, trace->cap_left_fen;
    ensures most: \result == MING_OK ==> 0 <= trace->paid_fen <= trace->uncapped_fen <= rest_fen;
    ensures within: \result == MING_OK ==>
      \forall integer i; 0 <= i < layer->n_caps && layer->cap[i].kind == MING_CAP_ON_PAYMENT ==>
        trace->paid_fen <= \old (cap_left (&layer->cap[i], year, 0)); */
MingStatus ming_layer_work_out_of_scope (const MingLayer *layer, MingFen scope_fen, MingFen rest_fen,
                                         const MingYear *year, MingLayerTrace *trace);
