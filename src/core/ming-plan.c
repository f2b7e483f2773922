/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-plan.h"

static bool
deductible_is_valid (const MingDeductible *deductible)
{
  if (deductible->kind == MING_DEDUCTIBLE_NONE)
    return true;
  if (deductible->n_amounts < 1 || deductible->n_amounts > MING_ADMISSIONS_MAX || deductible->period_days < 0)
    return false;
  for (int32_t i = 0; i < deductible->n_amounts; i++)
    if (!ming_fen_is_valid (deductible->amount_fen[i]))
      return false;
  return ming_fen_is_valid (deductible->year_stop_fen) && ming_rate_is_share (deductible->percent_of_bill)
         && ming_fen_is_valid (deductible->floor_fen) && ming_fen_is_valid (deductible->ceiling_fen);
}

static bool
layer_is_valid (const MingLayer *layer, int32_t index)
{
  if (layer->payer < 0 || layer->payer >= MING_N_FUNDS || !ming_bands_are_valid (&layer->bands))
    return false;
  if (layer->counter < 0 || layer->counter >= MING_COUNTERS_MAX || !deductible_is_valid (&layer->deductible))
    return false;
  if (layer->from_layers >> index != 0) /* a layer sees only rows of earlier ones */
    return false;
  if (layer->n_caps < 0 || layer->n_caps > MING_CAPS_MAX)
    return false;
  for (int32_t i = 0; i < layer->n_caps; i++)
    if (!ming_fen_is_valid (layer->cap[i].amount_fen) || layer->cap[i].counter < 0
        || layer->cap[i].counter >= MING_COUNTERS_MAX)
      return false;
  if (layer->kind == MING_LAYER_SPLIT)
    return (layer->parts & ~(MING_PART_BIT (MING_PART_IN_SCOPE) | MING_PART_BIT (MING_PART_OVER_CAP))) == 0;
  return true;
}

MingStatus
ming_plan_check (const MingPlan *plan)
{
  if (plan->n_layers < 0 || plan->n_layers > MING_LAYERS_MAX || !ming_rate_is_share (plan->away_first))
    return MING_E_PLAN;
  for (int32_t i = 0; i < plan->n_layers; i++)
    if (!layer_is_valid (&plan->layer[i], i))
      return MING_E_PLAN;
  if (plan->financing.n_order < 0 || plan->financing.n_order > MING_N_PARTS)
    return MING_E_PLAN;
  for (int32_t i = 0; i < plan->financing.n_order; i++)
    if (plan->financing.order[i] < 0 || plan->financing.order[i] >= MING_N_PARTS)
      return MING_E_PLAN;
  return MING_OK;
}

static bool
counter_is_valid (const MingCounter *counter)
{
  return ming_fen_is_valid (counter->deductible_fen) && ming_fen_is_valid (counter->cost_fen)
         && ming_fen_is_valid (counter->paid_fen) && ming_fen_is_valid (counter->month_cost_fen)
         && ming_fen_is_valid (counter->month_paid_fen) && ming_fen_is_valid (counter->quarter_cost_fen)
         && ming_fen_is_valid (counter->quarter_paid_fen);
}

bool
ming_year_is_valid (const MingYear *year)
{
  for (int32_t i = 0; i < MING_LEVELS_MAX; i++)
    if (year->admissions[i] < 0 || year->admissions[i] > 1000)
      return false;
  for (int32_t i = 0; i < MING_COUNTERS_MAX; i++)
    if (!counter_is_valid (&year->counter[i]))
      return false;
  return year->month >= 0;
}

void
ming_year_enter_month (MingYear *year, int32_t month)
{
  bool new_month = month != year->month;
  bool new_quarter = month / 3 != year->month / 3; /* the index counts from January, so 3 divides the quarters */

  for (int32_t i = 0; i < MING_COUNTERS_MAX; i++)
    {
      MingCounter *counter = &year->counter[i];

      if (new_month)
        counter->month_cost_fen = counter->month_paid_fen = 0;
      if (new_quarter)
        counter->quarter_cost_fen = counter->quarter_paid_fen = 0;
    }
  year->month = month;
}

int32_t
ming_year_admissions (const MingYear *year)
{
  int32_t sum = 0;

  for (int32_t i = 0; i < MING_LEVELS_MAX; i++)
    sum += year->admissions[i];
  return sum;
}
