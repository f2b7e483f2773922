/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-plan.h"

static bool
deductible_is_valid (const MingDeductible *deductible)
{
  if (deductible->kind == MING_DEDUCTIBLE_NONE)
    return true;
  if ((uint32_t) deductible->kind > MING_DEDUCTIBLE_PER_VISIT || deductible->period_days < 0
      || deductible->n_amounts > MING_ADMISSIONS_MAX || !ming_rate_is_share (deductible->percent_of_bill))
    return false;
  if (deductible->n_amounts < (deductible->percent_of_bill.num > 0 ? 0 : 1))
    return false;
  for (int32_t i = 0; i < deductible->n_amounts; i++)
    if (!ming_fen_is_valid (deductible->amount_fen[i]))
      return false;
  if (deductible->ceiling_fen > 0 && deductible->floor_fen > deductible->ceiling_fen)
    return false;
  return ming_fen_is_valid (deductible->year_stop_fen) && ming_fen_is_valid (deductible->floor_fen)
         && ming_fen_is_valid (deductible->ceiling_fen);
}

static bool
caps_are_valid (const MingLayer *layer)
{
  if (layer->n_caps < 0 || layer->n_caps > MING_CAPS_MAX)
    return false;
  for (int32_t i = 0; i < layer->n_caps; i++)
    {
      const MingCap *cap = &layer->cap[i];

      if ((uint32_t) cap->kind > MING_CAP_ON_ELIGIBLE || (uint32_t) cap->period > MING_PERIOD_YEAR
          || !ming_fen_is_valid (cap->amount_fen) || cap->counter < 0 || cap->counter >= MING_COUNTERS_MAX)
        return false;
    }
  return true;
}

/* One rounding of the whole sum needs rates of one denominator. */
static bool
rates_suit_rounding (const MingLayer *layer)
{
  if (layer->round_where == MING_ROUND_PER_BAND)
    return true;
  for (int32_t i = 1; i < layer->bands.n_bands; i++)
    if (layer->bands.rate[i].den != layer->bands.rate[0].den)
      return false;
  return layer->round_where == MING_ROUND_PER_LAYER;
}

/* What looks at the eligible cost knows one rate and caps on payments, but no deductible and no bands. */
static bool
is_plain_share (const MingLayer *layer)
{
  for (int32_t i = 0; i < layer->n_caps; i++)
    if (layer->cap[i].kind != MING_CAP_ON_PAYMENT)
      return false;
  return layer->deductible.kind == MING_DEDUCTIBLE_NONE && layer->bands.n_bands == 1;
}

static bool
kind_is_valid (const MingLayer *layer)
{
  const uint32_t unsplit = MING_PART_BIT (MING_PART_IN_SCOPE) | MING_PART_BIT (MING_PART_OVER_CAP);

  switch (layer->kind)
    {
    case MING_LAYER_SPLIT:
      return (layer->parts & ~unsplit) == 0;
    case MING_LAYER_ON_REST:
      return true;
    case MING_LAYER_SHARE_OF_SCOPE:
    case MING_LAYER_KEEP:
      return is_plain_share (layer);
    default:
      return false;
    }
}

static bool
layer_is_valid (const MingLayer *layer, int32_t index)
{
  if ((uint32_t) layer->payer >= MING_N_FUNDS || layer->counter < 0 || layer->counter >= MING_COUNTERS_MAX)
    return false;
  if (layer->from_layers >> index != 0) /* a layer sees only rows of earlier ones */
    return false;
  if ((uint32_t) layer->axis > MING_AXIS_ABOVE_DEDUCTIBLE || (uint32_t) layer->scope > MING_SCOPE_YEAR
      || !ming_rounding_is_valid (layer->rounding))
    return false;
  return ming_bands_are_valid (&layer->bands) && deductible_is_valid (&layer->deductible)
         && caps_are_valid (layer) && rates_suit_rounding (layer) && kind_is_valid (layer);
}

static bool
financing_is_valid (const MingFinancing *financing)
{
  if (financing->n_order < 0 || financing->n_order > MING_N_PARTS)
    return false;
  for (int32_t i = 0; i < financing->n_order; i++)
    if ((uint32_t) financing->order[i] >= MING_N_PARTS)
      return false;
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
  return financing_is_valid (&plan->financing) ? MING_OK : MING_E_PLAN;
}

static bool
counter_is_valid (const MingCounter *counter)
{
  return ming_fen_is_valid (counter->deductible_fen) && ming_fen_is_valid (counter->cost_fen)
         && ming_fen_is_valid (counter->paid_fen) && ming_fen_is_valid (counter->month_cost_fen)
         && ming_fen_is_valid (counter->month_paid_fen) && ming_fen_is_valid (counter->quarter_cost_fen)
         && ming_fen_is_valid (counter->quarter_paid_fen) && ming_fen_is_valid (counter->month_deductible_fen)
         && ming_fen_is_valid (counter->quarter_deductible_fen);
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
  return year->month >= 0 && ming_fen_is_valid (year->episode_dedc_fen);
}

void
ming_year_enter_month (MingYear *year, int32_t month)
{
  bool new_month = month != year->month;
  bool new_quarter = month / 3 != year->month / 3; /* the index counts from January: 3 divides the quarters */

  for (int32_t i = 0; i < MING_COUNTERS_MAX; i++)
    {
      MingCounter *counter = &year->counter[i];

      if (new_month)
        counter->month_deductible_fen = counter->month_cost_fen = counter->month_paid_fen = 0;
      if (new_quarter)
        counter->quarter_deductible_fen = counter->quarter_cost_fen = counter->quarter_paid_fen = 0;
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
