/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-money.h"

/**
 * MingYearsRule: what a region asks before it pays retired benefits (退休人员享受待遇的缴费年限).
 * @total_months: with 视同缴费年限
 * @actual_months: really paid, 0: not asked
 * @local_months: really paid in this area, 0: not asked
 */
typedef struct
{
  int32_t total_months;
  int32_t actual_months;
  int32_t local_months;
} MingYearsRule;

/** MingYearsHeld: what the person has. @deemed_months: 视同, not paid but counted. */
typedef struct
{
  int32_t paid_months;
  int32_t deemed_months;
  int32_t local_months;
} MingYearsHeld;

/**
 * MingYearsGap: what is missing (差多少个月); @missing_months is the most of the three, for each month paid
 * from now on here counts for all three.
 */
typedef struct
{
  int32_t total_gap_months;
  int32_t actual_gap_months;
  int32_t local_gap_months;
  int32_t missing_months;
} MingYearsGap;

/** Months missing; every count 0 … 1200. */
MingStatus ming_years_gap (const MingYearsRule *rule, const MingYearsHeld *held, MingYearsGap *out);

/** What @months cost at once: (base × rate, rounded) × months. */
MingStatus ming_years_makeup_cost (int32_t months, MingFen base_fen, MingRate rate, MingRounding rounding,
                                   MingFen *out_month_fen, MingFen *out_total_fen);
