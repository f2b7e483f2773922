/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

#include "ming-status.h"

/**
 * MingWaitingRule: the waiting period of who joined late or broke off (待遇等待期, 国办发〔2024〕38号).
 * @fixed_months: 固定等待期
 * @per_broken_year: 变动等待期, months for each broken year
 * @free_years: so many broken years bring no variable part (some regions begin with the second one)
 * @repair_per_year: months taken off for each broken year that is paid for
 * @long_break_years: from so many broken years on …
 * @long_break_at_least: … at least so many months stay, repaired or not
 * @gap_months: a gap of at most so many months between employees' and residents' cover is no gap
 */
typedef struct
{
  int32_t fixed_months;
  int32_t per_broken_year;
  int32_t free_years;
  int32_t repair_per_year;
  int32_t long_break_years;
  int32_t long_break_at_least;
  int32_t gap_months;
} MingWaitingRule;

/**
 * MingWaitingFacts:
 * @broken_years: years without cover, 0: none, only late
 * @repaired_years: of these, paid for afterwards
 * @in_window: joined within 集中参保期 and without a break: no waiting at all
 * @gap_months: months since employees' cover ended, -1: does not apply
 */
typedef struct
{
  int32_t broken_years;
  int32_t repaired_years;
  int32_t in_window;
  int32_t gap_months;
} MingWaitingFacts;

/** MingWaiting: fixed and variable part, what repairs took off, and what remains. */
typedef struct
{
  int32_t fixed_months;
  int32_t variable_months;
  int32_t repaired_months;
  int32_t months;
} MingWaiting;

/*@ predicate is_small (integer value) = 0 <= value <= 120;
    predicate is_waiting_rule (MingWaitingRule *rule) =
      is_small (rule->fixed_months) && is_small (rule->per_broken_year) && is_small (rule->free_years)
      && is_small (rule->repair_per_year) && is_small (rule->long_break_years)
      && is_small (rule->long_break_at_least) && is_small (rule->gap_months);
    predicate is_broken (MingWaitingFacts *facts) =
      is_small (facts->broken_years) && 0 <= facts->repaired_years <= facts->broken_years
      && facts->gap_months <= 1440;
 */

/** The waiting period in months. */
/*@ requires \valid_read (rule) && \valid_read (facts) && \valid (out);
    requires \separated (rule, out) && \separated (facts, out);
    assigns *out;
    ensures \result == MING_OK || \result == MING_E_RANGE;
    ensures known: \result == MING_OK <==> is_waiting_rule (rule) && is_broken (facts);
    ensures parts: \result == MING_OK ==> 0 <= out->fixed_months && 0 <= out->variable_months
      && 0 <= out->repaired_months <= out->variable_months;
    ensures sum: \result == MING_OK ==> out->months >= out->fixed_months + out->variable_months
      - out->repaired_months;
    ensures window: \result == MING_OK && facts->in_window != 0 ==> out->months == 0;
    ensures long_break: \result == MING_OK && out->months > 0 && rule->long_break_years > 0
      && facts->broken_years >= rule->long_break_years ==> out->months >= rule->long_break_at_least; */
MingStatus ming_waiting_compute (const MingWaitingRule *rule, const MingWaitingFacts *facts,
                                 MingWaiting *out);
