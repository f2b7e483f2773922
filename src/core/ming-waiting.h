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

/** The waiting period in months. */
MingStatus ming_waiting_compute (const MingWaitingRule *rule, const MingWaitingFacts *facts,
                                 MingWaiting *out);
