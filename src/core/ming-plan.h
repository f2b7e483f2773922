/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-band.h"
#include "ming-bill.h"

#define MING_LAYERS_MAX 12
#define MING_COUNTERS_MAX 24
#define MING_ADMISSIONS_MAX 12
#define MING_CAPS_MAX 3

/**
 * MingDeductibleKind: how a deductible (起付标准) is counted.
 */
typedef enum
{
  MING_DEDUCTIBLE_NONE = 0,
  MING_DEDUCTIBLE_PER_ADMISSION,    /**< by the n-th admission of the year 按次, 第 n 次 */
  MING_DEDUCTIBLE_ONCE_A_YEAR,      /**< the first admission only 一年一次 */
  MING_DEDUCTIBLE_HIGHEST_OF_YEAR,  /**< once a year at the highest level, differences topped up 就高补差 */
  MING_DEDUCTIBLE_CUMULATIVE,       /**< filled by the year's bills together 年度累计 */
  MING_DEDUCTIBLE_PER_VISIT         /**< each visit, until @year_stop_fen has been borne 每次, 年度封顶 */
} MingDeductibleKind;

/**
 * MingDeductible:
 * @amount_fen: by n-th admission from index 0; beyond @n_amounts the last one repeats. Kinds that do not
 *   depend on the admission use index 0.
 * @percent_of_bill: when its num > 0 the amount is this share of the eligible amount, not below @floor_fen
 *   and not above @ceiling_fen, instead of @amount_fen (按费用比例, 保底封顶)
 * @period_days: a stay longer than this opens a new period with the next amount (90 天一个结算期); 0: never
 * @year_stop_fen: for %MING_DEDUCTIBLE_PER_VISIT, what the year can add up to; 0: no stop
 * @same_level: count only admissions at the visit's own level (同级别次数),
 *   for the two kinds that count admissions
 * @transfer_credit: a transfer goes on with the stay before it: what that stay bore is taken off (转院补差)
 */
typedef struct
{
  MingDeductibleKind kind;
  int32_t n_amounts;
  MingFen amount_fen[MING_ADMISSIONS_MAX];
  MingRate percent_of_bill;
  MingFen floor_fen;
  MingFen ceiling_fen;
  int32_t period_days;
  MingFen year_stop_fen;
  bool same_level;
  bool transfer_credit;
} MingDeductible;

/*@ predicate is_deductible (MingDeductible *deductible) =
      deductible->kind == MING_DEDUCTIBLE_NONE
      || (0 <= deductible->kind <= MING_DEDUCTIBLE_PER_VISIT && 0 <= deductible->period_days
          && is_share (deductible->percent_of_bill)
          && 0 <= deductible->n_amounts <= MING_ADMISSIONS_MAX
          && (deductible->percent_of_bill.num == 0 ==> 1 <= deductible->n_amounts)
          && (\forall integer i; 0 <= i < deductible->n_amounts ==> is_fen (deductible->amount_fen[i]))
          && is_fen (deductible->floor_fen) && is_fen (deductible->ceiling_fen)
          && is_fen (deductible->year_stop_fen)
          && (deductible->ceiling_fen > 0 ==> deductible->floor_fen <= deductible->ceiling_fen));
 */

/** MingAxis: where on the axis of the bands an amount begins (分段起点). */
typedef enum
{
  MING_AXIS_FIRST_YUAN = 0, /**< the deductible lies inside the first band */
  MING_AXIS_ABOVE_DEDUCTIBLE
} MingAxis;

/** MingScope: on this bill, or on the year's running total. */
typedef enum
{
  MING_SCOPE_BILL = 0,
  MING_SCOPE_YEAR
} MingScope;

/** MingCapKind: what a cap (封顶) limits. */
typedef enum
{
  MING_CAP_ON_PAYMENT = 0, /**< what the fund pays */
  MING_CAP_ON_COST,        /**< the cost above the deductible that the bands see (限额 × 比例) */
  MING_CAP_ON_ELIGIBLE     /**< the cost including the deductible */
} MingCapKind;

/** MingPeriod: over which time a cap adds up. */
typedef enum
{
  MING_PERIOD_VISIT = 0,
  MING_PERIOD_MONTH,
  MING_PERIOD_QUARTER,
  MING_PERIOD_YEAR
} MingPeriod;

/**
 * MingCap: @counter is where the period's running total stands; shared caps name the same one.
 * A counter that is not the layer's own receives what the cap limits and nothing else.
 */
typedef struct
{
  MingCapKind kind;
  MingPeriod period;
  MingFen amount_fen;
  int32_t counter;
} MingCap;

/*@ predicate is_cap (MingCap *cap) =
      0 <= cap->kind <= MING_CAP_ON_ELIGIBLE && 0 <= cap->period <= MING_PERIOD_YEAR
      && is_fen (cap->amount_fen) && 0 <= cap->counter < MING_COUNTERS_MAX;
 */

/** MingLayerKind: how a layer finds what it pays. */
typedef enum
{
  MING_LAYER_SPLIT = 0,      /**< cuts unsplit amounts into deductible, bands, over the cap; pays the bands */
  MING_LAYER_ON_REST,        /**< deductible, bands and cap on what is still unpaid; rows stay as they are */
  MING_LAYER_SHARE_OF_SCOPE, /**< rate[0] of the eligible cost, limited to what is unpaid */
  MING_LAYER_KEEP            /**< pays until the person keeps rate[0] of the eligible cost */
} MingLayerKind;

/** MingRoundWhere: 分段舍入 or 合计后舍入. */
typedef enum
{
  MING_ROUND_PER_BAND = 0,
  MING_ROUND_PER_LAYER
} MingRoundWhere;

/**
 * MingLayer: one fund at work on what the earlier ones left (一层待遇).
 *
 * @parts: set of %MING_PART_BIT the layer looks at
 * @from_layers: set of layer indices (bits) whose rows count for DEDUCTIBLE, SHARE and OVER_CAP parts
 * @passed_over: by part: those of @from_layers whose rows of that part do not count, where of one layer the
 *   deductible counts and of another only the share
 * @counter: where deductible, base, cost and payments of the year are added
 */
typedef struct
{
  MingLayerKind kind;
  MingPayer payer;
  uint32_t parts;
  uint32_t from_layers;
  uint32_t passed_over[MING_N_PARTS];
  MingDeductible deductible;
  MingBands bands;
  MingAxis axis;
  MingScope scope;
  MingRoundWhere round_where;
  MingRounding rounding;
  int32_t n_caps;
  MingCap cap[MING_CAPS_MAX];
  int32_t counter;
} MingLayer;

/*@ predicate are_caps (MingLayer *layer) =
      0 <= layer->n_caps <= MING_CAPS_MAX
      && (\forall integer i; 0 <= i < layer->n_caps ==> is_cap (&layer->cap[i]));
    // one rounding of the whole sum needs rates of one denominator
    predicate have_one_denominator (MingBands *bands) =
      \forall integer i; 1 <= i < bands->n_bands ==> bands->rate[i].den == bands->rate[0].den;
    // what looks at the eligible cost knows one rate and caps on payments, but no deductible and no bands
    predicate is_plain_share (MingLayer *layer) =
      layer->deductible.kind == MING_DEDUCTIBLE_NONE && layer->bands.n_bands == 1
      && (\forall integer i; 0 <= i < layer->n_caps ==> layer->cap[i].kind == MING_CAP_ON_PAYMENT);
    predicate is_layer (MingLayer *layer) =
      0 <= layer->kind <= MING_LAYER_KEEP && 0 <= layer->payer < MING_N_FUNDS
      && 0 <= layer->counter < MING_COUNTERS_MAX
      && 0 <= layer->axis <= MING_AXIS_ABOVE_DEDUCTIBLE && 0 <= layer->scope <= MING_SCOPE_YEAR
      && 0 <= layer->round_where <= MING_ROUND_PER_LAYER && is_rounding (layer->rounding)
      && are_bands (&layer->bands) && is_deductible (&layer->deductible) && are_caps (layer)
      && (layer->round_where == MING_ROUND_PER_LAYER ==> have_one_denominator (&layer->bands))
      && (layer->kind == MING_LAYER_SHARE_OF_SCOPE || layer->kind == MING_LAYER_KEEP ==>
          is_plain_share (layer));
 */

/**
 * MingFinancing: what the accounts may pay (个人账户支付范围), in this order of parts.
 * @may_own, @may_family: sets of %MING_PART_BIT
 */
typedef struct
{
  int32_t n_order;
  MingPart order[MING_N_PARTS];
  uint32_t may_own;
  uint32_t may_family;
} MingFinancing;

/*@ predicate is_financing (MingFinancing *financing) =
      0 <= financing->n_order <= MING_N_PARTS
      && (\forall integer i; 0 <= i < financing->n_order ==> 0 <= financing->order[i] < MING_N_PARTS);
 */

/**
 * MingPlan: a region's rules for one person and one kind of care, resolved to plain integers.
 * @away_first: share of the eligible amount first borne away from home (转外先行自付); num 0: none
 */
typedef struct
{
  int32_t n_layers;
  MingLayer layer[MING_LAYERS_MAX];
  MingRate away_first;
  MingRounding away_rounding;
  MingFinancing financing;
} MingPlan;

/*@ predicate is_plan (MingPlan *plan) =
      0 <= plan->n_layers <= MING_LAYERS_MAX && is_share (plan->away_first)
      && (\forall integer i; 0 <= i < plan->n_layers ==> is_layer (&plan->layer[i]))
      && is_financing (&plan->financing);
 */

/** MingCounter: running totals of one layer over the benefit year (年度累计). */
typedef struct
{
  MingFen deductible_fen;
  MingFen cost_fen;
  MingFen paid_fen;
  MingFen month_cost_fen;
  MingFen month_paid_fen;
  MingFen quarter_cost_fen;
  MingFen quarter_paid_fen;
  MingFen month_deductible_fen;
  MingFen quarter_deductible_fen;
} MingCounter;

/*@ predicate is_counter (MingCounter *counter) =
      is_fen (counter->deductible_fen) && is_fen (counter->cost_fen) && is_fen (counter->paid_fen)
      && is_fen (counter->month_cost_fen) && is_fen (counter->month_paid_fen)
      && is_fen (counter->quarter_cost_fen) && is_fen (counter->quarter_paid_fen)
      && is_fen (counter->month_deductible_fen) && is_fen (counter->quarter_deductible_fen);
 */

#define MING_LEVELS_MAX 6

/** The most admissions of one level in one year that the core accepts. */
#define MING_YEAR_ADMISSIONS_MAX 1000

/**
 * Whether the order in which accounts pay names only parts of a bill (支付次序).
 */
/*@ requires \valid_read (financing);
    assigns \nothing;
    ensures \result <==> is_financing (financing); */
bool ming_financing_is_valid (const MingFinancing *financing);

/**
 * MingYear: everything the year so far has to say to the next visit.
 * @admissions: stays that count, by level of hospital (index given with the visit)
 * @episode_dedc_fen: deductible borne in the latest stay, transfers that followed it included
 * @month: year × 12 + month - 1 of the latest visit, for monthly and quarterly limits; 0: none yet
 */
typedef struct
{
  int32_t admissions[MING_LEVELS_MAX];
  MingFen episode_dedc_fen;
  int32_t month;
  MingCounter counter[MING_COUNTERS_MAX];
} MingYear;

/*@ predicate is_year (MingYear *year) =
      (\forall integer i; 0 <= i < MING_LEVELS_MAX ==>
        0 <= year->admissions[i] <= MING_YEAR_ADMISSIONS_MAX)
      && is_fen (year->episode_dedc_fen) && 0 <= year->month
      && (\forall integer i; 0 <= i < MING_COUNTERS_MAX ==> is_counter (&year->counter[i]));

    // of all levels
    logic integer admissions_of (MingYear *year) =
      year->admissions[0] + year->admissions[1] + year->admissions[2] + year->admissions[3]
      + year->admissions[4] + year->admissions[5];

    // totals of the year stay when a month or a quarter begins
    predicate has_totals_of {L1, L2} (MingCounter *counter) =
      \at (counter->deductible_fen, L2) == \at (counter->deductible_fen, L1)
      && \at (counter->cost_fen, L2) == \at (counter->cost_fen, L1)
      && \at (counter->paid_fen, L2) == \at (counter->paid_fen, L1);
 */

/*@ // what a counter holds of deductible, cost and payment over one period; of one visit nothing
    logic integer used_deductible (MingCounter *counter, integer period) =
      period == MING_PERIOD_YEAR ? counter->deductible_fen
      : period == MING_PERIOD_QUARTER ? counter->quarter_deductible_fen
      : period == MING_PERIOD_MONTH ? counter->month_deductible_fen : 0;
    logic integer used_cost (MingCounter *counter, integer period) =
      period == MING_PERIOD_YEAR ? counter->cost_fen
      : period == MING_PERIOD_QUARTER ? counter->quarter_cost_fen
      : period == MING_PERIOD_MONTH ? counter->month_cost_fen : 0;
    logic integer used_paid (MingCounter *counter, integer period) =
      period == MING_PERIOD_YEAR ? counter->paid_fen
      : period == MING_PERIOD_QUARTER ? counter->quarter_paid_fen
      : period == MING_PERIOD_MONTH ? counter->month_paid_fen : 0;

    // what a cap still gives
    logic integer rest_of_limit (integer limit_fen, integer used_fen) =
      used_fen < limit_fen ? limit_fen - used_fen : 0;
    logic integer used_of_cap (MingCap *cap, MingCounter *counter, integer act_dedc_fen) =
      cap->kind == MING_CAP_ON_PAYMENT ? used_paid (counter, cap->period)
      : cap->kind == MING_CAP_ON_COST ? used_cost (counter, cap->period)
      : used_cost (counter, cap->period) + used_deductible (counter, cap->period) + act_dedc_fen;
    logic integer cap_left (MingCap *cap, MingYear *year, integer act_dedc_fen) =
      rest_of_limit (cap->amount_fen, used_of_cap (cap, &year->counter[cap->counter], act_dedc_fen));

    predicate is_on (MingCap *cap, integer on_payment) =
      on_payment != 0 <==> cap->kind == MING_CAP_ON_PAYMENT;
 */

/** Whether every index, rate, edge and amount of @plan is within its bounds. */
/*@ requires \valid_read (plan);
    assigns \nothing;
    ensures \result == MING_OK || \result == MING_E_PLAN;
    ensures sound: \result == MING_OK ==> is_plan (plan);
    ensures earlier: \result == MING_OK ==> \forall integer i; 0 <= i < plan->n_layers ==>
      (plan->layer[i].from_layers >> i) == 0; */
MingStatus ming_plan_check (const MingPlan *plan);

/** Whether every counter of @year is an amount the core accepts. */
/*@ requires \valid_read (year);
    assigns \nothing;
    ensures \result <==> is_year (year); */
bool ming_year_is_valid (const MingYear *year);

/** The year as the visit in @month finds it: monthly and quarterly totals of earlier periods are cleared. */
/*@ requires \valid (year) && is_year (year) && 0 <= month;
    assigns year->month, year->counter[0 .. MING_COUNTERS_MAX - 1];
    ensures is_year (year) && year->month == month;
    ensures \forall integer i; 0 <= i < MING_COUNTERS_MAX ==>
      has_totals_of {Old, Post} (&year->counter[i]); */
void ming_year_enter_month (MingYear *year, int32_t month);

/** All admissions of the year. */
/*@ requires \valid_read (year) && is_year (year);
    assigns \nothing;
    ensures \result == admissions_of (year);
    ensures 0 <= \result <= MING_LEVELS_MAX * MING_YEAR_ADMISSIONS_MAX; */
int32_t ming_year_admissions (const MingYear *year);
