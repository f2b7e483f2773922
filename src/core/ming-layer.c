/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer.h"

#include <stddef.h>

/* Whether @layer of the plan looks at @segment. */
static bool
layer_sees (const MingLayer *layer, const MingSegment *segment)
{
  if ((layer->parts & MING_PART_BIT (segment->part)) == 0)
    return false;
  return segment->layer < 0 || (layer->from_layers >> segment->layer) % 2 == 1;
}

static MingFen
left_of (MingFen limit_fen, MingFen used_fen)
{
  return used_fen < limit_fen ? limit_fen - used_fen : 0;
}

/* What @counter already holds of the kind and period that @cap limits. */
static MingFen
used_of_cap (const MingCap *cap, const MingCounter *counter)
{
  bool payment = cap->kind == MING_CAP_ON_PAYMENT;

  switch (cap->period)
    {
    case MING_PERIOD_VISIT:
      return 0;
    case MING_PERIOD_MONTH:
      return payment ? counter->month_paid_fen : counter->month_cost_fen;
    case MING_PERIOD_QUARTER:
      return payment ? counter->quarter_paid_fen : counter->quarter_cost_fen;
    case MING_PERIOD_YEAR:
    default:
      if (cap->kind == MING_CAP_ON_ELIGIBLE)
        return counter->cost_fen + counter->deductible_fen;
      return payment ? counter->paid_fen : counter->cost_fen;
    }
}

/* The tightest cap among those on payments or those on cost; *@index is -1 when there is none. */
static MingFen
tightest_cap (const MingLayer *layer, const MingYear *year, bool on_payment, MingFen act_dedc_fen,
              int32_t *index)
{
  MingFen tightest_fen = MING_FEN_MAX;

  *index = -1;
  for (int32_t i = 0; i < layer->n_caps; i++)
    {
      const MingCap *cap = &layer->cap[i];
      MingFen left_fen = left_of (cap->amount_fen, used_of_cap (cap, &year->counter[cap->counter]));

      if (on_payment != (cap->kind == MING_CAP_ON_PAYMENT))
        continue;
      if (cap->kind == MING_CAP_ON_ELIGIBLE)
        left_fen = left_of (left_fen, act_dedc_fen);
      if (*index < 0 || left_fen < tightest_fen)
        {
          tightest_fen = left_fen;
          *index = i;
        }
    }
  return tightest_fen;
}

/* A cap on cost lets only so much reach the bands; what it keeps out is over the cap. */
static MingStatus
limit_cost (const MingLayer *layer, const MingYear *year, MingExact *cost, MingLayerTrace *trace)
{
  int32_t cap = -1;
  MingFen left_fen = tightest_cap (layer, year, false, trace->act_dedc_fen, &cap);
  MingFen cost_fen = 0;
  MingStatus status;

  if (cap < 0 || cost->whole_fen < left_fen)
    return MING_OK;
  status = ming_exact_to_fen (*cost, &cost_fen);
  if (status != MING_OK || cost_fen <= left_fen)
    return status;
  trace->cost_over_fen = cost_fen - left_fen;
  trace->cap_hit = cap;
  trace->cap_left_fen = left_fen;
  *cost = ming_exact_from_fen (left_fen);
  return MING_OK;
}

/*
 * A cap on payments bites in the band where the running payment would pass it. The cost used up there is
 * exactly the money left ÷ the band's rate; all later bands are untouched.
 */
static MingStatus
limit_payment (const MingLayer *layer, const MingYear *year, MingLayerTrace *trace)
{
  int32_t cap = -1;
  MingFen left_fen = tightest_cap (layer, year, true, 0, &cap);
  MingFen paid_fen = 0;

  trace->paid_fen = trace->uncapped_fen;
  if (cap < 0 || trace->uncapped_fen <= left_fen)
    return MING_OK;
  trace->cap_hit = cap;
  trace->cap_left_fen = left_fen;
  trace->paid_fen = left_fen;
  for (int32_t i = 0; i < trace->n_slices; i++)
    {
      MingSlice *slice = &trace->slice[i];

      if (trace->cap_band >= 0)
        slice->paid_fen = 0;
      else if (paid_fen + slice->paid_fen > left_fen)
        {
          MingStatus status;

          slice->paid_fen = left_fen - paid_fen;
          trace->cap_band = i;
          status = ming_money_divide_by_rate (slice->paid_fen, layer->bands.rate[i], &trace->consumed);
          if (status != MING_OK)
            return status;
        }
      paid_fen += slice->paid_fen;
    }
  return MING_OK;
}

/* Where on the axis of the bands the cost of this visit begins. */
static MingStatus
axis_start (const MingLayer *layer, const MingCounter *counter, MingLayerTrace *trace)
{
  MingFen start_fen = 0;
  MingStatus status = MING_OK;

  if (layer->scope == MING_SCOPE_YEAR)
    status = ming_fen_add (counter->cost_fen, layer->axis == MING_AXIS_FIRST_YUAN ? counter->deductible_fen : 0,
                           &start_fen);
  if (status == MING_OK && layer->axis == MING_AXIS_FIRST_YUAN)
    status = ming_fen_add (start_fen, trace->act_dedc_fen, &start_fen);
  trace->axis_start_fen = start_fen;
  return status;
}

/* Deductible, caps and bands on @base: all the numbers of the layer, before any row is touched. */
static MingStatus
work_out (const MingLayer *layer, const MingVisit *visit, const MingYear *year, MingExact base,
          MingLayerTrace *trace)
{
  const MingCounter *counter = &year->counter[layer->counter];
  MingExact cost = base;
  MingFen base_fen = 0;
  MingStatus status = ming_exact_to_fen (base, &base_fen);

  trace->base = base;
  if (status == MING_OK)
    status = ming_deductible_apply (&layer->deductible, visit, year, counter, base_fen, trace);
  if (status == MING_OK && layer->deductible.kind != MING_DEDUCTIBLE_NONE)
    cost = ming_exact_from_fen (base_fen - trace->act_dedc_fen);
  if (status == MING_OK)
    status = axis_start (layer, counter, trace);
  if (status == MING_OK)
    status = limit_cost (layer, year, &cost, trace);
  if (status == MING_OK)
    status = ming_bands_cut (&layer->bands, trace->axis_start_fen, cost, trace->slice);
  if (status != MING_OK)
    return status;

  trace->n_slices = layer->bands.n_bands;
  if (layer->round_where == MING_ROUND_PER_LAYER)
    status = ming_bands_pay_once (&layer->bands, layer->rounding, trace->slice, &trace->uncapped_fen);
  else
    status = ming_bands_pay_each (&layer->bands, layer->rounding, trace->slice, &trace->uncapped_fen);
  if (status == MING_OK)
    status = limit_payment (layer, year, trace);
  return status;
}

/* The exact amount of the rows the layer will split; they are taken off the bill. */
static MingStatus
take_rows (const MingLayer *layer, MingBill *bill, MingExact *out_base, MingFen *out_base_fen)
{
  MingExact base = ming_exact_from_fen (0);
  MingFen base_fen = 0;
  int32_t kept = 0;

  for (int32_t i = 0; i < bill->n_segments; i++)
    {
      const MingSegment *segment = &bill->segment[i];
      MingFen rest_fen = ming_segment_unpaid (segment);

      if (!layer_sees (layer, segment) || rest_fen != segment->amount_fen)
        {
          bill->segment[kept++] = *segment;
          continue;
        }
      /* one fraction at most survives; a second one is rounded to its row's fen */
      if (segment->exact.num > 0 && base.num == 0)
        {
          base.whole_fen += segment->exact.whole_fen;
          base.num = segment->exact.num;
          base.den = segment->exact.den;
        }
      else
        base.whole_fen += segment->amount_fen;
      base_fen += segment->amount_fen;
    }
  bill->n_segments = kept;
  *out_base = base;
  *out_base_fen = base_fen;
  return ming_exact_is_valid (base) ? MING_OK : MING_E_RANGE;
}

/* Rows for the bands; the band in which a cap bit shows the cost that was used up. */
static MingStatus
append_bands (MingBill *bill, int32_t index, const MingLayer *layer, MingLayerTrace *trace, MingFen *left_fen)
{
  for (int32_t i = 0; i < trace->n_slices; i++)
    {
      MingExact cost = trace->slice[i].cost;
      MingSegment *segment = NULL;
      MingFen amount_fen = 0;
      MingStatus status;

      if (trace->cap_band >= 0 && i > trace->cap_band)
        break;
      if (i == trace->cap_band)
        cost = trace->consumed;
      status = ming_exact_to_fen (cost, &amount_fen);
      if (status == MING_OK)
        {
          amount_fen = ming_fen_min (amount_fen, *left_fen);
          status = ming_bill_append (bill, MING_PART_SHARE, index, i, amount_fen, ming_exact_from_fen (amount_fen),
                                     &segment);
        }
      if (status != MING_OK)
        return status;
      segment->paid_fen[layer->payer] = trace->slice[i].paid_fen;
      *left_fen -= amount_fen;
    }
  return MING_OK;
}

/* What is over the caps, exact: base - deductible - cost used up by full bands - cost used up by the last. */
static MingStatus
exact_over (const MingLayerTrace *trace, MingFen over_fen, MingFen base_fen, MingExact *out)
{
  MingFen used_fen = trace->act_dedc_fen;

  *out = ming_exact_from_fen (over_fen);
  if (trace->cap_band < 0 || trace->consumed.num == 0 || trace->base.num > 0 || over_fen == 0)
    return MING_OK;
  for (int32_t i = 0; i < trace->cap_band; i++)
    used_fen += trace->slice[i].cost.whole_fen;
  return ming_exact_rest (base_fen - used_fen, trace->consumed, out);
}

static MingStatus
run_split (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill, const MingYear *year,
           MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingExact base, over = ming_exact_from_fen (0);
  MingFen base_fen = 0, left_fen;
  MingStatus status = take_rows (layer, bill, &base, &base_fen);

  if (status == MING_OK)
    status = work_out (layer, visit, year, base, trace);
  if (status != MING_OK)
    return status;

  left_fen = base_fen - trace->act_dedc_fen;
  status = ming_bill_append (bill, MING_PART_DEDUCTIBLE, index, 0, trace->act_dedc_fen,
                             ming_exact_from_fen (trace->act_dedc_fen), NULL);
  if (status == MING_OK)
    status = append_bands (bill, index, layer, trace, &left_fen);
  if (status == MING_OK)
    status = exact_over (trace, left_fen, base_fen, &over);
  if (status == MING_OK)
    status = ming_bill_append (bill, MING_PART_OVER_CAP, index, 0, left_fen, over, NULL);
  trace->over = over;
  return status;
}

/* Σ of what is unpaid on the rows the layer looks at. */
static MingFen
rest_of_rows (const MingLayer *layer, const MingBill *bill)
{
  MingFen rest_fen = 0;

  for (int32_t i = 0; i < bill->n_segments; i++)
    if (layer_sees (layer, &bill->segment[i]))
      rest_fen += ming_segment_unpaid (&bill->segment[i]);
  return rest_fen;
}

/*
 * Divides @paid_fen among the rows in proportion to what is unpaid on each; the running total is divided, so
 * that the parts add up to the whole and no row gets more than it lacks.
 */
static MingStatus
pay_rows (const MingLayer *layer, MingBill *bill, MingFen rest_fen, MingFen paid_fen)
{
  MingFen seen_fen = 0, given_fen = 0;

  if (paid_fen == 0)
    return MING_OK;
  for (int32_t i = 0; i < bill->n_segments; i++)
    {
      MingSegment *segment = &bill->segment[i];
      MingFen due_fen = 0;
      MingStatus status;

      if (!layer_sees (layer, segment))
        continue;
      seen_fen += ming_segment_unpaid (segment);
      status = ming_money_prorate (paid_fen, seen_fen, rest_fen, &due_fen);
      if (status != MING_OK)
        return status;
      segment->paid_fen[layer->payer] += due_fen - given_fen;
      given_fen = due_fen;
    }
  return MING_OK;
}

/* The eligible cost of the bill: everything but what is wholly own, over a price limit or first borne. */
static MingFen
scope_of_bill (const MingVisit *visit, const MingBill *bill)
{
  return visit->charges.in_scope_fen - ming_bill_part_sum (bill, MING_PART_AWAY_FIRST);
}

/* The two kinds that look at the eligible cost and pay on the rest. */
static MingStatus
work_out_of_scope (const MingLayer *layer, MingFen scope_fen, MingFen rest_fen, const MingYear *year,
                   MingLayerTrace *trace)
{
  MingFen share_fen = 0;
  int32_t cap = -1;
  MingFen left_fen = tightest_cap (layer, year, true, 0, &cap);
  MingStatus status = ming_money_apply_rate (ming_exact_from_fen (scope_fen), layer->bands.rate[0],
                                             layer->rounding, &share_fen);

  if (status != MING_OK)
    return status;
  trace->base = ming_exact_from_fen (rest_fen);
  trace->scope_fen = scope_fen;
  if (layer->kind == MING_LAYER_KEEP)
    {
      trace->keep_fen = share_fen;
      trace->uncapped_fen = left_of (rest_fen, share_fen);
    }
  else
    trace->uncapped_fen = ming_fen_min (share_fen, rest_fen);
  trace->paid_fen = trace->uncapped_fen;
  if (cap >= 0 && trace->paid_fen > left_fen)
    {
      trace->paid_fen = left_fen;
      trace->cap_hit = cap;
      trace->cap_left_fen = left_fen;
    }
  return MING_OK;
}

static MingStatus
run_on_rest (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill, const MingYear *year,
             MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingFen rest_fen = rest_of_rows (layer, bill);
  MingStatus status;

  if (layer->kind == MING_LAYER_ON_REST)
    status = work_out (layer, visit, year, ming_exact_from_fen (rest_fen), trace);
  else
    status = work_out_of_scope (layer, scope_of_bill (visit, bill), rest_fen, year, trace);
  if (status == MING_OK)
    status = pay_rows (layer, bill, rest_fen, trace->paid_fen);
  return status;
}

/* Adds a visit's cost and payment to one counter, for all periods. */
static void
add_to_counter (MingCounter *counter, MingFen cost_fen, MingFen paid_fen)
{
  counter->cost_fen += cost_fen;
  counter->month_cost_fen += cost_fen;
  counter->quarter_cost_fen += cost_fen;
  counter->paid_fen += paid_fen;
  counter->month_paid_fen += paid_fen;
  counter->quarter_paid_fen += paid_fen;
}

/* Whether counter number @counter was already served as the layer's own or by an earlier cap. */
static bool
is_counted_already (const MingLayer *layer, int32_t n_caps, int32_t counter)
{
  if (counter == layer->counter)
    return true;
  for (int32_t i = 0; i < n_caps; i++)
    if (layer->cap[i].counter == counter)
      return true;
  return false;
}

static MingStatus
count_year (const MingLayer *layer, const MingLayerTrace *trace, MingYear *year)
{
  MingFen cost_fen = 0;

  for (int32_t i = 0; i < trace->n_slices; i++)
    cost_fen += trace->slice[i].cost.whole_fen + (2 * trace->slice[i].cost.num >= trace->slice[i].cost.den ? 1 : 0);
  year->counter[layer->counter].deductible_fen += trace->act_dedc_fen;
  add_to_counter (&year->counter[layer->counter], cost_fen, trace->paid_fen);
  for (int32_t i = 0; i < layer->n_caps; i++)
    if (!is_counted_already (layer, i, layer->cap[i].counter))
      add_to_counter (&year->counter[layer->cap[i].counter], cost_fen, trace->paid_fen);
  return ming_year_is_valid (year) ? MING_OK : MING_E_RANGE;
}

static void
clear_trace (MingLayerTrace *trace)
{
  static const MingLayerTrace empty = { .base = { 0, 0, 1 }, .periods = 1, .cap_hit = -1, .cap_band = -1,
                                        .consumed = { 0, 0, 1 }, .over = { 0, 0, 1 } };

  *trace = empty;
}

MingStatus
ming_layer_run (const MingPlan *plan, int32_t index, const MingVisit *visit, MingBill *bill, MingYear *year,
                MingLayerTrace *trace)
{
  const MingLayer *layer = &plan->layer[index];
  MingStatus status;

  clear_trace (trace);
  if (layer->kind == MING_LAYER_SPLIT)
    status = run_split (plan, index, visit, bill, year, trace);
  else
    status = run_on_rest (plan, index, visit, bill, year, trace);
  if (status == MING_OK)
    status = count_year (layer, trace, year);
  return status;
}
