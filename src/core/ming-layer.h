/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-plan.h"

/** The longest stay the core accepts, ten years. */
#define MING_STAY_DAYS_MAX 3660

/**
 * MingVisit: one visit (就医), as far as the rules of a layer ask about it.
 * @stay_days: days in hospital, 0 when outpatient; at most %MING_STAY_DAYS_MAX
 * @admission: whether the stay counts towards 第几次住院 (cal_ipt_cnt)
 * @transfer: a transfer from the stay before it (转院), no admission of its own
 * @level: index of the hospital's level, for admissions counted by level
 * @month: >= 0, year × 12 + month - 1 of the day that decides the date of settlement
 */
typedef struct
{
  MingCharges charges;
  int32_t stay_days;
  bool admission;
  bool transfer;
  int32_t level;
  int32_t month;
} MingVisit;

/**
 * MingLayerTrace: what one layer did, in numbers; the explanation is made of nothing else.
 *
 * @base: what the layer looked at
 * @nth: the admission this is, from 1 (0 when the deductible does not depend on it)
 * @periods: settlement periods the stay opened, at least 1 for admissions
 * @dedc_std_fen: the rule's amount (dedc_std 起付标准)
 * @crt_dedc_fen: after what earlier visits of the year already bore (crt_dedc 本次起付线)
 * @act_dedc_fen: what this bill consumed (act_pay_dedc 实际支付起付线)
 * @axis_start_fen: where on the bands' axis the amount began
 * @cost_over_fen: cost kept out by a cap on cost, before the bands
 * @n_slices, @slice: the bands
 * @uncapped_fen: Σ bands, before a cap on payments
 * @cap_hit: index of the cap that bit, -1 when none did
 * @cap_left_fen: what that cap still had to give
 * @consumed: cost the payment used up when the cap bit in @cap_band (支付额 ÷ 比例, exact)
 * @cap_band: the band in which a cap on payments bit, -1 when none did
 * @over: what the layer leaves over its caps
 * @scope_fen, @keep_fen: for the two kinds that look at the eligible cost: that cost, and the kept amount
 * @paid_fen: what the layer paid
 */
typedef struct
{
  MingExact base;
  int32_t nth;
  int32_t periods;
  MingFen dedc_std_fen;
  MingFen crt_dedc_fen;
  MingFen act_dedc_fen;
  MingFen axis_start_fen;
  MingFen cost_over_fen;
  int32_t n_slices;
  MingSlice slice[MING_BANDS_MAX];
  MingFen uncapped_fen;
  int32_t cap_hit;
  MingFen cap_left_fen;
  MingExact consumed;
  int32_t cap_band;
  MingExact over;
  MingFen scope_fen;
  MingFen keep_fen;
  MingFen paid_fen;
} MingLayerTrace;

/*@ // no cap on payments is passed, as the year stood before
    predicate keeps_caps {L1, L2} (MingLayer *layer, MingYear *year, MingLayerTrace *trace) =
      \forall integer i; 0 <= i < \at (layer->n_caps, L1)
        && \at (layer->cap[i].kind, L1) == MING_CAP_ON_PAYMENT ==>
          \at (trace->paid_fen, L2) <= \at (cap_left (&layer->cap[i], year, 0), L1);
 */

/**
 * Runs layer @index of @plan on @bill: pays, splits rows where the layer splits,
 * adds to the counters of @year.
 */
/*@ requires \valid_read (plan) && \valid_read (visit) && \valid (bill) && \valid (year) && \valid (trace);
    requires index: 0 <= index < MING_LAYERS_MAX;
    requires layer: is_layer (&plan->layer[index]);
    requires bill: is_bill (bill);
    requires year: is_year (year);
    requires scope: is_fen (visit->charges.in_scope_fen);
    requires \base_addr (bill) != \base_addr (plan) && \base_addr (bill) != \base_addr (visit);
    requires \base_addr (bill) != \base_addr (year) && \base_addr (bill) != \base_addr (trace);
    requires \base_addr (trace) != \base_addr (plan) && \base_addr (trace) != \base_addr (visit);
    requires \base_addr (trace) != \base_addr (year) && \base_addr (year) != \base_addr (plan);
    assigns *bill, year->counter[0 .. MING_COUNTERS_MAX - 1], *trace;
    ensures rows: \result == MING_OK ==> is_bill (bill);
    ensures total: \result == MING_OK ==> bill->total_fen == \old (bill->total_fen);
    ensures paid: \result == MING_OK ==> is_fen (trace->paid_fen);
    ensures sum: \result == MING_OK ==>
      rows_sum (bill, bill->n_segments) == \old (rows_sum (bill, bill->n_segments));
    ensures within: \result == MING_OK ==> keeps_caps {Pre, Post} (&plan->layer[index], year, trace);
    ensures year: \result == MING_OK ==> is_year (year); */
MingStatus ming_layer_run (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill,
                           MingYear *year, MingLayerTrace *trace);
