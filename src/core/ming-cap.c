/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-cap.h"

/* What is left of @limit_fen after @used_fen. */
static MingFen
left_of (MingFen limit_fen, MingFen used_fen)
{
  return used_fen < limit_fen ? limit_fen - used_fen : 0;
}

/* What a counter holds of deductible, cost and payment over one period. */
typedef struct
{
  MingFen deductible_fen;
  MingFen cost_fen;
  MingFen paid_fen;
} Used;

static Used
used_in_period (const MingCounter *counter, MingPeriod period)
{
  Used used = { 0, 0, 0 };

  if (period == MING_PERIOD_YEAR)
    used = (Used){ counter->deductible_fen, counter->cost_fen, counter->paid_fen };
  else if (period == MING_PERIOD_QUARTER)
    used = (Used){ counter->quarter_deductible_fen, counter->quarter_cost_fen, counter->quarter_paid_fen };
  else if (period == MING_PERIOD_MONTH)
    used = (Used){ counter->month_deductible_fen, counter->month_cost_fen, counter->month_paid_fen };
  return used;
}

/* What @cap still gives; the deductible of this bill uses up a cap on the eligible cost. */
static MingFen
left_of_cap (const MingCap *cap, const MingYear *year, MingFen act_dedc_fen)
{
  Used used = used_in_period (&year->counter[cap->counter], cap->period);

  if (cap->kind == MING_CAP_ON_PAYMENT)
    return left_of (cap->amount_fen, used.paid_fen);
  if (cap->kind == MING_CAP_ON_COST)
    return left_of (cap->amount_fen, used.cost_fen);
  return left_of (cap->amount_fen, used.cost_fen + used.deductible_fen + act_dedc_fen);
}

MingFen
ming_cap_tightest (const MingLayer *layer, const MingYear *year, bool on_payment, MingFen act_dedc_fen,
                   int32_t *index)
{
  MingFen tightest_fen = MING_FEN_MAX;

  *index = -1;
  for (int32_t i = 0; i < layer->n_caps; i++)
    {
      MingFen left_fen = left_of_cap (&layer->cap[i], year, act_dedc_fen);

      if (on_payment != (layer->cap[i].kind == MING_CAP_ON_PAYMENT))
        continue;
      if (*index < 0 || left_fen < tightest_fen)
        {
          tightest_fen = left_fen;
          *index = i;
        }
    }
  return tightest_fen;
}

MingStatus
ming_cap_limit_cost (const MingLayer *layer, const MingYear *year, MingExact *cost, MingLayerTrace *trace)
{
  int32_t cap = -1;
  MingFen left_fen = ming_cap_tightest (layer, year, false, trace->act_dedc_fen, &cap);
  MingExact over = { 0, 0, 1 };
  MingStatus status;

  if (cap < 0 || cost->whole_fen < left_fen || (cost->whole_fen == left_fen && cost->num == 0))
    return MING_OK;
  status = ming_exact_subtract (*cost, ming_exact_from_fen (left_fen), &over);
  if (status == MING_OK)
    status = ming_exact_to_fen (over, &trace->cost_over_fen);
  if (status != MING_OK)
    return status;
  trace->cap_hit = cap;
  trace->cap_left_fen = left_fen;
  *cost = ming_exact_from_fen (left_fen);
  return MING_OK;
}

/* The smaller of two exact amounts. */
static MingExact
smaller (MingExact a, MingExact b)
{
  if (a.whole_fen != b.whole_fen)
    return a.whole_fen < b.whole_fen ? a : b;
  return (int64_t) a.num * b.den < (int64_t) b.num * a.den ? a : b;
}

/* The cost that @paid_fen uses up in a band, which holds no more than @cost. */
static MingStatus
cost_of_payment (MingFen paid_fen, MingRate rate, MingExact cost, MingExact *out)
{
  MingExact used = { 0, 0, 1 };
  MingStatus status = ming_money_divide_by_rate (paid_fen, rate, &used);

  if (status != MING_OK)
    return status;
  /* a coarse rounding unit may have raised the payment beyond cost × rate */
  *out = smaller (used, cost);
  return MING_OK;
}

MingStatus
ming_cap_limit_payment (const MingLayer *layer, const MingYear *year, MingLayerTrace *trace)
{
  int32_t cap = -1;
  MingFen left_fen = ming_cap_tightest (layer, year, true, 0, &cap);
  MingFen paid_fen = 0;

  trace->paid_fen = trace->uncapped_fen;
  if (cap < 0 || trace->uncapped_fen <= left_fen)
    return MING_OK;
  trace->cap_hit = cap;
  trace->cap_left_fen = left_fen;
  for (int32_t i = 0; i < trace->n_slices; i++)
    {
      MingSlice *slice = &trace->slice[i];

      if (slice->paid_fen > left_fen - paid_fen)
        {
          slice->paid_fen = left_fen - paid_fen;
          if (trace->cap_band < 0)
            {
              MingStatus status = cost_of_payment (slice->paid_fen, layer->bands.rate[i], slice->cost,
                                                   &trace->consumed);

              if (status != MING_OK)
                return status;
              trace->cap_band = i;
            }
        }
      paid_fen += slice->paid_fen;
    }
  trace->paid_fen = paid_fen;
  return MING_OK;
}

/* Adds to the totals of all three periods. */
static void
add_to_counter (MingCounter *counter, MingFen deductible_fen, MingFen cost_fen, MingFen paid_fen)
{
  counter->deductible_fen += deductible_fen;
  counter->month_deductible_fen += deductible_fen;
  counter->quarter_deductible_fen += deductible_fen;
  counter->cost_fen += cost_fen;
  counter->month_cost_fen += cost_fen;
  counter->quarter_cost_fen += cost_fen;
  counter->paid_fen += paid_fen;
  counter->month_paid_fen += paid_fen;
  counter->quarter_paid_fen += paid_fen;
}

/* Whether counter @index was already served as the layer's own or by an earlier cap. */
static bool
is_counted_already (const MingLayer *layer, int32_t index)
{
  if (layer->cap[index].counter == layer->counter)
    return true;
  for (int32_t i = 0; i < index; i++)
    if (layer->cap[i].counter == layer->cap[index].counter)
      return true;
  return false;
}

/* Whether one of the caps that name counter @counter is of kind @kind. */
static bool
counts_kind (const MingLayer *layer, int32_t counter, MingCapKind kind)
{
  for (int32_t i = 0; i < layer->n_caps; i++)
    if (layer->cap[i].counter == counter && layer->cap[i].kind == kind)
      return true;
  return false;
}

MingStatus
ming_cap_count (const MingLayer *layer, const MingLayerTrace *trace, MingYear *year)
{
  MingFen cost_fen = 0;

  for (int32_t i = 0; i < trace->n_slices; i++)
    {
      MingExact cost = trace->slice[i].cost;

      cost_fen += cost.whole_fen + (2 * cost.num >= cost.den ? 1 : 0);
    }
  add_to_counter (&year->counter[layer->counter], trace->act_dedc_fen, cost_fen, trace->paid_fen);
  for (int32_t i = 0; i < layer->n_caps; i++)
    {
      int32_t counter = layer->cap[i].counter;
      bool eligible = counts_kind (layer, counter, MING_CAP_ON_ELIGIBLE);
      bool cost = eligible || counts_kind (layer, counter, MING_CAP_ON_COST);
      bool payment = counts_kind (layer, counter, MING_CAP_ON_PAYMENT);

      if (!is_counted_already (layer, i))
        add_to_counter (&year->counter[counter], eligible ? trace->act_dedc_fen : 0, cost ? cost_fen : 0,
                        payment ? trace->paid_fen : 0);
    }
  return ming_year_is_valid (year) ? MING_OK : MING_E_RANGE;
}
