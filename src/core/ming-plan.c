/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-plan.h"

/*@ requires \valid_read (deductible);
    assigns \nothing;
    ensures \result <==> is_deductible (deductible); */
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
  /*@ loop invariant 0 <= i <= deductible->n_amounts;
      loop invariant \forall integer k; 0 <= k < i ==> is_fen (deductible->amount_fen[k]);
      loop assigns i;
      loop variant deductible->n_amounts - i; */
  for (int32_t i = 0; i < deductible->n_amounts; i++)
    if (!ming_fen_is_valid (deductible->amount_fen[i]))
      return false;
  if (deductible->ceiling_fen > 0 && deductible->floor_fen > deductible->ceiling_fen)
    return false;
  return ming_fen_is_valid (deductible->year_stop_fen) && ming_fen_is_valid (deductible->floor_fen)
         && ming_fen_is_valid (deductible->ceiling_fen);
}

/*@ requires \valid_read (layer);
    assigns \nothing;
    ensures \result <==> are_caps (layer); */
static bool
caps_are_valid (const MingLayer *layer)
{
  if (layer->n_caps < 0 || layer->n_caps > MING_CAPS_MAX)
    return false;
  /*@ loop invariant 0 <= i <= layer->n_caps;
      loop invariant \forall integer k; 0 <= k < i ==> is_cap (&layer->cap[k]);
      loop assigns i;
      loop variant layer->n_caps - i; */
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
/*@ requires \valid_read (layer) && are_bands (&layer->bands);
    assigns \nothing;
    ensures \result <==> 0 <= layer->round_where <= MING_ROUND_PER_LAYER
      && (layer->round_where == MING_ROUND_PER_LAYER ==> have_one_denominator (&layer->bands)); */
static bool
rates_suit_rounding (const MingLayer *layer)
{
  if (layer->round_where == MING_ROUND_PER_BAND)
    return true;
  /*@ loop invariant 1 <= i <= layer->bands.n_bands;
      loop invariant \forall integer k; 1 <= k < i ==>
        layer->bands.rate[k].den == layer->bands.rate[0].den;
      loop assigns i;
      loop variant layer->bands.n_bands - i; */
  for (int32_t i = 1; i < layer->bands.n_bands; i++)
    if (layer->bands.rate[i].den != layer->bands.rate[0].den)
      return false;
  return layer->round_where == MING_ROUND_PER_LAYER;
}

/* What looks at the eligible cost knows one rate and caps on payments, but no deductible and no bands. */
/*@ requires \valid_read (layer) && are_caps (layer);
    assigns \nothing;
    ensures \result <==> is_plain_share (layer); */
static bool
is_plain_share (const MingLayer *layer)
{
  /*@ loop invariant 0 <= i <= layer->n_caps;
      loop invariant \forall integer k; 0 <= k < i ==> layer->cap[k].kind == MING_CAP_ON_PAYMENT;
      loop assigns i;
      loop variant layer->n_caps - i; */
  for (int32_t i = 0; i < layer->n_caps; i++)
    if (layer->cap[i].kind != MING_CAP_ON_PAYMENT)
      return false;
  return layer->deductible.kind == MING_DEDUCTIBLE_NONE && layer->bands.n_bands == 1;
}

/*@ requires \valid_read (layer) && are_caps (layer);
    assigns \nothing;
    ensures known: \result ==> 0 <= layer->kind <= MING_LAYER_KEEP;
    ensures plain: \result && (layer->kind == MING_LAYER_SHARE_OF_SCOPE || layer->kind == MING_LAYER_KEEP)
      ==> is_plain_share (layer); */
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

/*@ requires \valid_read (layer) && 0 <= index < MING_LAYERS_MAX;
    assigns \nothing;
    ensures sound: \result ==> is_layer (layer);
    ensures earlier: \result ==> (layer->from_layers >> index) == 0; */
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

bool
ming_financing_is_valid (const MingFinancing *financing)
{
  if (financing->n_order < 0 || financing->n_order > MING_N_PARTS)
    return false;
  /*@ loop invariant 0 <= i <= financing->n_order;
      loop invariant \forall integer k; 0 <= k < i ==> 0 <= financing->order[k] < MING_N_PARTS;
      loop assigns i;
      loop variant financing->n_order - i; */
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
  /*@ loop invariant 0 <= i <= plan->n_layers;
      loop invariant \forall integer k; 0 <= k < i ==> is_layer (&plan->layer[k]);
      loop invariant \forall integer k; 0 <= k < i ==> (plan->layer[k].from_layers >> k) == 0;
      loop assigns i;
      loop variant plan->n_layers - i; */
  for (int32_t i = 0; i < plan->n_layers; i++)
    if (!layer_is_valid (&plan->layer[i], i))
      return MING_E_PLAN;
  return ming_financing_is_valid (&plan->financing) ? MING_OK : MING_E_PLAN;
}

/*@ requires \valid_read (counter);
    assigns \nothing;
    ensures \result <==> is_counter (counter); */
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
  /*@ loop invariant 0 <= i <= MING_LEVELS_MAX;
      loop invariant \forall integer k; 0 <= k < i ==>
        0 <= year->admissions[k] <= MING_YEAR_ADMISSIONS_MAX;
      loop assigns i;
      loop variant MING_LEVELS_MAX - i; */
  for (int32_t i = 0; i < MING_LEVELS_MAX; i++)
    if (year->admissions[i] < 0 || year->admissions[i] > MING_YEAR_ADMISSIONS_MAX)
      return false;
  /*@ loop invariant 0 <= i <= MING_COUNTERS_MAX;
      loop invariant \forall integer k; 0 <= k < i ==> is_counter (&year->counter[k]);
      loop assigns i;
      loop variant MING_COUNTERS_MAX - i; */
  for (int32_t i = 0; i < MING_COUNTERS_MAX; i++)
    if (!counter_is_valid (&year->counter[i]))
      return false;
  return year->month >= 0 && ming_fen_is_valid (year->episode_dedc_fen);
}

/* Clears the totals of the periods that are over. */
/*@ requires \valid (counter) && is_counter (counter);
    assigns *counter;
    ensures is_counter (counter) && has_totals_of {Old, Post} (counter); */
static void
enter_period (MingCounter *counter, bool new_month, bool new_quarter)
{
  if (new_month)
    counter->month_deductible_fen = counter->month_cost_fen = counter->month_paid_fen = 0;
  if (new_quarter)
    counter->quarter_deductible_fen = counter->quarter_cost_fen = counter->quarter_paid_fen = 0;
}

void
ming_year_enter_month (MingYear *year, int32_t month)
{
  bool new_month = month != year->month;
  bool new_quarter = month / 3 != year->month / 3; /* the index counts from January: 3 divides the quarters */

  /*@ loop invariant 0 <= i <= MING_COUNTERS_MAX;
      loop invariant \forall integer k; 0 <= k < MING_COUNTERS_MAX ==> is_counter (&year->counter[k]);
      loop invariant \forall integer k; 0 <= k < MING_COUNTERS_MAX ==>
        has_totals_of {Pre, Here} (&year->counter[k]);
      loop assigns i, year->counter[0 .. MING_COUNTERS_MAX - 1];
      loop variant MING_COUNTERS_MAX - i; */
  for (int32_t i = 0; i < MING_COUNTERS_MAX; i++)
    enter_period (&year->counter[i], new_month, new_quarter);
  year->month = month;
}

int32_t
ming_year_admissions (const MingYear *year)
{
  int32_t sum = 0;

  /*@ loop invariant 0 <= i <= MING_LEVELS_MAX;
      loop invariant sum == (i > 0 ? year->admissions[0] : 0) + (i > 1 ? year->admissions[1] : 0)
        + (i > 2 ? year->admissions[2] : 0) + (i > 3 ? year->admissions[3] : 0)
        + (i > 4 ? year->admissions[4] : 0) + (i > 5 ? year->admissions[5] : 0);
      loop invariant 0 <= sum <= i * MING_YEAR_ADMISSIONS_MAX;
      loop assigns i, sum;
      loop variant MING_LEVELS_MAX - i; */
  for (int32_t i = 0; i < MING_LEVELS_MAX; i++)
    sum += year->admissions[i];
  return sum;
}
