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
 * @counter: where deductible, base, cost and payments of the year are added
 */
typedef struct
{
  MingLayerKind kind;
  MingPayer payer;
  uint32_t parts;
  uint32_t from_layers;
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

#define MING_LEVELS_MAX 6

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

/** Whether every index, rate, edge and amount of @plan is within its bounds. */
MingStatus ming_plan_check (const MingPlan *plan);

/** Whether every counter of @year is an amount the core accepts. */
bool ming_year_is_valid (const MingYear *year);

/** The year as the visit in @month finds it: monthly and quarterly totals of earlier periods are cleared. */
void ming_year_enter_month (MingYear *year, int32_t month);

/** All admissions of the year. */
int32_t ming_year_admissions (const MingYear *year);
