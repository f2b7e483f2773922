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

/*@ predicate are_months (integer months) = 0 <= months <= 1200;
    predicate is_years_rule (MingYearsRule *rule) =
      are_months (rule->total_months) && are_months (rule->actual_months) && are_months (rule->local_months);
    predicate is_years_held (MingYearsHeld *held) =
      are_months (held->paid_months) && are_months (held->deemed_months)
      && 0 <= held->local_months <= held->paid_months;
 */

/** Months missing; every count 0 … 1200. */
/*@ requires \valid_read (rule) && \valid_read (held) && \valid (out);
    requires \separated (rule, out) && \separated (held, out);
    assigns *out;
    ensures \result == MING_OK || \result == MING_E_RANGE;
    ensures known: \result == MING_OK <==> is_years_rule (rule) && is_years_held (held);
    ensures total: \result == MING_OK ==>
      out->total_gap_months == \max (rule->total_months - held->paid_months - held->deemed_months, 0);
    ensures actual: \result == MING_OK ==>
      out->actual_gap_months == \max (rule->actual_months - held->paid_months, 0);
    ensures local: \result == MING_OK ==>
      out->local_gap_months == \max (rule->local_months - held->local_months, 0);
    ensures missing: \result == MING_OK ==> out->missing_months
      == \max (out->total_gap_months, \max (out->actual_gap_months, out->local_gap_months)); */
MingStatus ming_years_gap (const MingYearsRule *rule, const MingYearsHeld *held, MingYearsGap *out);

/** What @months cost at once: (base × rate, rounded) × months. */
/*@ requires \valid (out_month_fen) && \valid (out_total_fen) && \separated (out_month_fen, out_total_fen);
    assigns *out_month_fen, *out_total_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_total_fen == \old (*out_total_fen));
    ensures good: \result == MING_OK ==> are_months (months) && is_fen (base_fen) && is_rate (rate);
    ensures product: \result == MING_OK ==> *out_total_fen == *out_month_fen * months;
    ensures fen: \result == MING_OK ==> is_fen (*out_month_fen) && is_fen (*out_total_fen); */
MingStatus ming_years_makeup_cost (int32_t months, MingFen base_fen, MingRate rate, MingRounding rounding,
                                   MingFen *out_month_fen, MingFen *out_total_fen);
