/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-waiting.h"

#include <stdbool.h>

/* No rule and no life holds more than this many of anything here. */
#define MOST 120

/*@ assigns \nothing;
    ensures \result <==> is_small (value); */
static bool
is_small (int32_t value)
{
  return value >= 0 && value <= MOST;
}

/*@ requires \valid_read (rule);
    assigns \nothing;
    ensures \result <==> is_waiting_rule (rule); */
static bool
rule_is_valid (const MingWaitingRule *rule)
{
  return is_small (rule->fixed_months) && is_small (rule->per_broken_year) && is_small (rule->free_years)
         && is_small (rule->repair_per_year) && is_small (rule->long_break_years)
         && is_small (rule->long_break_at_least) && is_small (rule->gap_months);
}

/*@ assigns \nothing;
    ensures \result == \min (a, b); */
static int32_t
lesser (int32_t a, int32_t b)
{
  return a < b ? a : b;
}

MingStatus
ming_waiting_compute (const MingWaitingRule *rule, const MingWaitingFacts *facts, MingWaiting *out)
{
  MingWaiting waiting = { 0, 0, 0, 0 };

  if (!rule_is_valid (rule) || !is_small (facts->broken_years) || !is_small (facts->repaired_years)
      || facts->repaired_years > facts->broken_years || facts->gap_months > 12 * MOST)
    return MING_E_RANGE;

  if (facts->in_window || (facts->gap_months >= 0 && facts->gap_months <= rule->gap_months))
    {
      *out = waiting;
      return MING_OK;
    }
  waiting.fixed_months = rule->fixed_months;
  if (facts->broken_years > rule->free_years)
    waiting.variable_months = (facts->broken_years - rule->free_years) * rule->per_broken_year;
  //@ assert 0 <= waiting.variable_months <= 120 * 120;
  //@ assert 0 <= facts->repaired_years * rule->repair_per_year <= 120 * 120;
  waiting.repaired_months = lesser (facts->repaired_years * rule->repair_per_year, waiting.variable_months);
  waiting.months = waiting.fixed_months + waiting.variable_months - waiting.repaired_months;
  if (rule->long_break_years > 0 && facts->broken_years >= rule->long_break_years
      && waiting.months < rule->long_break_at_least)
    waiting.months = rule->long_break_at_least;
  *out = waiting;
  return MING_OK;
}
