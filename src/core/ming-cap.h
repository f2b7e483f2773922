/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-layer.h"

/**
 * What the tightest cap of @layer still gives, among those on payments or those on cost.
 *
 * @act_dedc_fen: what this bill's deductible took; it uses up a cap on the eligible cost
 * @index: which cap it is, -1 when the layer has none of that kind; then %MING_FEN_MAX is left
 */
MingFen ming_cap_tightest (const MingLayer *layer, const MingYear *year, bool on_payment,
                           MingFen act_dedc_fen, int32_t *index);

/** A cap on cost lets only so much of @cost reach the bands; @trace learns what it keeps out. */
MingStatus ming_cap_limit_cost (const MingLayer *layer, const MingYear *year, MingExact *cost,
                                MingLayerTrace *trace);

/**
 * A cap on payments bites in the band where the running payment would pass it. The cost used up there is
 * exactly the money left ÷ the band's rate, and never more than the band holds;
 * all later bands are untouched.
 *
 * The slices and uncapped_fen of @trace are given; paid_fen, the slices' payments,
 * cap_band and consumed follow.
 */
MingStatus ming_cap_limit_payment (const MingLayer *layer, const MingYear *year, MingLayerTrace *trace);

/**
 * Adds what @trace says to the counters of @layer: all to its own,
 * and to a cap's own what that cap limits.
 */
MingStatus ming_cap_count (const MingLayer *layer, const MingLayerTrace *trace, MingYear *year);
