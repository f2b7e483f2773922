/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-cap.h"

/* What is left of @limit_fen after @used_fen. */
/*@ requires is_fen (limit_fen) && 0 <= used_fen;
    assigns \nothing;
    ensures \result == rest_of_limit (limit_fen, used_fen) && is_fen (\result); */
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

/*@ requires \valid_read (counter) && is_counter (counter);
    assigns \nothing;
    ensures \result.deductible_fen == used_deductible (counter, period) && is_fen (\result.deductible_fen);
    ensures \result.cost_fen == used_cost (counter, period) && is_fen (\result.cost_fen);
    ensures \result.paid_fen == used_paid (counter, period) && is_fen (\result.paid_fen); */
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
/*@ requires \valid_read (cap) && \valid_read (year) && is_cap (cap) && is_year (year);
    requires is_fen (act_dedc_fen);
    assigns \nothing;
    ensures \result == cap_left (cap, year, act_dedc_fen) && is_fen (\result); */
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

MingCapLeft
ming_cap_tightest (const MingLayer *layer, const MingYear *year, bool on_payment, MingFen act_dedc_fen)
{
  MingCapLeft tightest = { MING_FEN_MAX, -1 };

  /*@ loop invariant 0 <= i <= layer->n_caps && -1 <= tightest.index < i && is_fen (tightest.left_fen);
      loop invariant tightest.index == -1 ==> tightest.left_fen == MING_FEN_MAX
        && \forall integer k; 0 <= k < i ==> !is_on (&layer->cap[k], on_payment);
      loop invariant 0 <= tightest.index ==> is_on (&layer->cap[tightest.index], on_payment)
        && tightest.left_fen == cap_left (&layer->cap[tightest.index], year, act_dedc_fen);
      loop invariant \forall integer k; 0 <= k < i && is_on (&layer->cap[k], on_payment) ==>
        tightest.left_fen <= cap_left (&layer->cap[k], year, act_dedc_fen);
      loop assigns i, tightest;
      loop variant layer->n_caps - i; */
  for (int32_t i = 0; i < layer->n_caps; i++)
    {
      MingFen left_fen = left_of_cap (&layer->cap[i], year, act_dedc_fen);

      if (on_payment != (layer->cap[i].kind == MING_CAP_ON_PAYMENT))
        continue;
      if (tightest.index < 0 || left_fen < tightest.left_fen)
        {
          tightest.left_fen = left_fen;
          tightest.index = i;
        }
    }
  return tightest;
}

MingStatus
ming_cap_limit_cost (MingCapLeft cap, MingExact *cost, MingLayerTrace *trace)
{
  MingExact over = { 0, 0, 1 };
  MingStatus status;

  if (cap.index < 0 || cost->whole_fen < cap.left_fen
      || (cost->whole_fen == cap.left_fen && cost->num == 0))
    return MING_OK;
  status = ming_exact_subtract (*cost, ming_exact_from_fen (cap.left_fen), &over);
  if (status == MING_OK)
    status = ming_exact_to_fen (over, &trace->cost_over_fen);
  if (status != MING_OK)
    return status;
  trace->cap_hit = cap.index;
  trace->cap_left_fen = cap.left_fen;
  cost->whole_fen = cap.left_fen;
  cost->num = 0;
  cost->den = 1;
  return MING_OK;
}

/* The smaller of two exact amounts. */
/*@ requires is_exact (a) && is_exact (b);
    assigns \nothing;
    ensures is_exact (\result) && (\result == a || \result == b);
    ensures \result.whole_fen <= a.whole_fen && \result.whole_fen <= b.whole_fen; */
static MingExact
smaller (MingExact a, MingExact b)
{
  if (a.whole_fen != b.whole_fen)
    return a.whole_fen < b.whole_fen ? a : b;
  return (int64_t) a.num * b.den < (int64_t) b.num * a.den ? a : b;
}

/* What the bands are paid together, and the first of them that a cap on payments cut, -1 when none. */
typedef struct
{
  MingFen paid_fen;
  int32_t band;
} Bite;

/* Lets the slices together be paid no more than @left_fen. */
/*@ requires \valid (slices + (0 .. MING_BANDS_MAX - 1)) && 0 <= n_slices <= MING_BANDS_MAX;
    requires are_paid (slices, n_slices) && is_fen (left_fen);
    assigns slices[0 .. MING_BANDS_MAX - 1].paid_fen;
    ensures paid: are_paid (slices, n_slices);
    ensures sum: \result.paid_fen == paid_sum (slices, n_slices) && 0 <= \result.paid_fen <= left_fen;
    ensures less: \result.paid_fen <= paid_sum {Old} (slices, n_slices);
    ensures band: -1 <= \result.band < n_slices;
    ensures cut: paid_sum {Old} (slices, n_slices) <= left_fen || 0 <= \result.band; */
static Bite
limit_slices (MingSlice *slices, int32_t n_slices, MingFen left_fen)
{
  Bite bite = { 0, -1 };

  /*@ loop invariant 0 <= i <= n_slices && -1 <= bite.band < n_slices;
      loop invariant bite.paid_fen == paid_sum (slices, i) && 0 <= bite.paid_fen <= left_fen;
      loop invariant bite.paid_fen <= paid_sum {Pre} (slices, i);
      loop invariant 0 <= bite.band || bite.paid_fen == paid_sum {Pre} (slices, i);
      loop invariant \forall integer k; i <= k < n_slices ==>
        slices[k].paid_fen == \at (slices[k].paid_fen, Pre);
      loop invariant are_paid (slices, n_slices);
      loop assigns i, bite, slices[0 .. MING_BANDS_MAX - 1].paid_fen;
      loop variant n_slices - i; */
  for (int32_t i = 0; i < n_slices; i++)
    {
      if (slices[i].paid_fen > left_fen - bite.paid_fen)
        {
          slices[i].paid_fen = left_fen - bite.paid_fen;
          if (bite.band < 0)
            bite.band = i;
        }
      //@ assert paid_sum (slices, i) == bite.paid_fen;
      bite.paid_fen += slices[i].paid_fen;
    }
  return bite;
}

/* Writes down what the cap did; the cost used up follows. */
/*@ requires \valid (trace) && 0 <= trace->n_slices <= MING_BANDS_MAX;
    requires are_paid (&trace->slice[0], trace->n_slices);
    requires bite.paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    assigns trace->cap_hit, trace->cap_left_fen, trace->cap_band, trace->paid_fen;
    ensures paid: are_paid (&trace->slice[0], trace->n_slices);
    ensures sum: trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures amount: trace->paid_fen == bite.paid_fen && trace->cap_band == bite.band; */
static void
note_bite (MingLayerTrace *trace, MingCapLeft cap, Bite bite)
{
  trace->cap_hit = cap.index;
  trace->cap_left_fen = cap.left_fen;
  trace->cap_band = bite.band;
  trace->paid_fen = bite.paid_fen;
}

/* The cost that @paid_fen uses up in a band, which holds no more than @cost. */
/*@ requires is_exact (cost) && \valid (out);
    assigns out->whole_fen, out->num, out->den;
    ensures is_exact_at (out) && out->whole_fen <= cost.whole_fen; */
static MingStatus
cost_of_payment (MingFen paid_fen, MingRate rate, MingExact cost, MingExact *out)
{
  MingExact used = { 0, 0, 1 }, least;
  MingStatus status = ming_money_divide_by_rate (paid_fen, rate, &used);

  /* a coarse rounding unit may have raised the payment beyond cost × rate */
  least = smaller (used, cost);
  out->whole_fen = least.whole_fen;
  out->num = least.num;
  out->den = least.den;
  return status;
}

/* The cost that the payment uses up in the band in which the cap bites. */
/*@ requires \valid (trace) && 0 <= trace->cap_band < trace->n_slices <= MING_BANDS_MAX;
    requires are_paid (&trace->slice[0], trace->n_slices);
    requires trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    assigns trace->consumed.whole_fen, trace->consumed.num, trace->consumed.den;
    ensures paid: are_paid (&trace->slice[0], trace->n_slices);
    ensures sum: trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures used: is_exact_at (&trace->consumed); */
static MingStatus
use_up (MingLayerTrace *trace, MingRate rate)
{
  MingFen paid_fen = trace->slice[trace->cap_band].paid_fen;
  MingExact cost = trace->slice[trace->cap_band].cost;

  return cost_of_payment (paid_fen, rate, cost, &trace->consumed);
}

/* Lets the bands together, which would be paid more, be paid what @cap leaves. */
/*@ requires \valid (trace) && 0 <= trace->n_slices <= bands->n_bands <= MING_BANDS_MAX;
    requires \valid_read (bands) && \base_addr (trace) != \base_addr (bands);
    requires are_paid (&trace->slice[0], trace->n_slices) && is_fen (cap.left_fen);
    requires cap.left_fen < paid_sum (&trace->slice[0], trace->n_slices);
    assigns trace->cap_hit, trace->cap_left_fen, trace->cap_band, trace->paid_fen,
      trace->consumed.whole_fen, trace->consumed.num, trace->consumed.den,
      trace->slice[0 .. MING_BANDS_MAX - 1].paid_fen;
    ensures paid: are_paid (&trace->slice[0], trace->n_slices);
    ensures sum: trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures amount: 0 <= trace->paid_fen <= cap.left_fen
      && trace->paid_fen <= paid_sum {Old} (&trace->slice[0], trace->n_slices);
    ensures band: 0 <= trace->cap_band < trace->n_slices;
    ensures used: is_exact_at (&trace->consumed); */
static MingStatus
limit_bands (const MingBands *bands, MingCapLeft cap, MingLayerTrace *trace)
{
  Bite bite = limit_slices (trace->slice, trace->n_slices, cap.left_fen);

  note_bite (trace, cap, bite);
  return use_up (trace, bands->rate[bite.band]);
}

/* All that the bands pay. */
/*@ requires \valid (trace) && 0 <= trace->n_slices <= MING_BANDS_MAX;
    requires are_paid (&trace->slice[0], trace->n_slices);
    requires trace->uncapped_fen == paid_sum (&trace->slice[0], trace->n_slices);
    assigns trace->paid_fen, trace->cap_band;
    ensures paid: are_paid (&trace->slice[0], trace->n_slices);
    ensures sum: trace->paid_fen == trace->uncapped_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures band: trace->cap_band == -1; */
static void
pay_in_full (MingLayerTrace *trace)
{
  trace->cap_band = -1;
  trace->paid_fen = trace->uncapped_fen;
}

/* No band was cut, so no cost was used up in one. */
/*@ requires \valid (trace) && 0 <= trace->n_slices <= MING_BANDS_MAX;
    requires are_paid (&trace->slice[0], trace->n_slices);
    requires trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    assigns trace->consumed.whole_fen, trace->consumed.num, trace->consumed.den;
    ensures paid: are_paid (&trace->slice[0], trace->n_slices);
    ensures sum: trace->paid_fen == paid_sum (&trace->slice[0], trace->n_slices);
    ensures used: is_exact_at (&trace->consumed); */
static void
use_up_nothing (MingLayerTrace *trace)
{
  trace->consumed.whole_fen = 0;
  trace->consumed.num = 0;
  trace->consumed.den = 1;
}

MingStatus
ming_cap_limit_payment (const MingBands *bands, MingCapLeft cap, MingLayerTrace *trace)
{
  if (cap.index >= 0 && trace->uncapped_fen > cap.left_fen)
    return limit_bands (bands, cap, trace);
  pay_in_full (trace);
  use_up_nothing (trace);
  return MING_OK;
}

/* Adds to one total. What already passes all bounds stays as it is: the year is refused in the end. */
/*@ requires \valid (total_fen) && 0 <= fen <= 13 * MING_FEN_MAX;
    assigns *total_fen;
    ensures \old (*total_fen) <= MING_FEN_MAX ==> *total_fen == \old (*total_fen) + fen;
    ensures \old (*total_fen) > MING_FEN_MAX ==> *total_fen > MING_FEN_MAX; */
static void
add_to_total (MingFen *total_fen, MingFen fen)
{
  if (*total_fen <= MING_FEN_MAX)
    *total_fen += fen;
}

/* Adds to the totals of all three periods. */
/*@ requires \valid (counter);
    requires is_fen (deductible_fen) && 0 <= cost_fen <= 13 * MING_FEN_MAX && is_fen (paid_fen);
    assigns *counter;
    ensures \old (is_counter (counter)) ==> counter->paid_fen == \old (counter->paid_fen) + paid_fen; */
static void
add_to_counter (MingCounter *counter, MingFen deductible_fen, MingFen cost_fen, MingFen paid_fen)
{
  add_to_total (&counter->deductible_fen, deductible_fen);
  add_to_total (&counter->month_deductible_fen, deductible_fen);
  add_to_total (&counter->quarter_deductible_fen, deductible_fen);
  add_to_total (&counter->cost_fen, cost_fen);
  add_to_total (&counter->month_cost_fen, cost_fen);
  add_to_total (&counter->quarter_cost_fen, cost_fen);
  add_to_total (&counter->paid_fen, paid_fen);
  add_to_total (&counter->month_paid_fen, paid_fen);
  add_to_total (&counter->quarter_paid_fen, paid_fen);
}

/* Whether counter @index was already served as the layer's own or by an earlier cap. */
/*@ requires \valid_read (layer) && 0 <= index < layer->n_caps <= MING_CAPS_MAX;
    assigns \nothing;
    ensures \result <==> layer->cap[index].counter == layer->counter
      || \exists integer i; 0 <= i < index && layer->cap[i].counter == layer->cap[index].counter; */
static bool
is_counted_already (const MingLayer *layer, int32_t index)
{
  if (layer->cap[index].counter == layer->counter)
    return true;
  /*@ loop invariant 0 <= i <= index;
      loop invariant \forall integer k; 0 <= k < i ==> layer->cap[k].counter != layer->cap[index].counter;
      loop assigns i;
      loop variant index - i; */
  for (int32_t i = 0; i < index; i++)
    if (layer->cap[i].counter == layer->cap[index].counter)
      return true;
  return false;
}

/* Whether one of the caps that name counter @counter is of kind @kind. */
/*@ requires \valid_read (layer) && 0 <= layer->n_caps <= MING_CAPS_MAX;
    assigns \nothing;
    ensures \result <==> \exists integer i; 0 <= i < layer->n_caps
      && layer->cap[i].counter == counter && layer->cap[i].kind == kind; */
static bool
counts_kind (const MingLayer *layer, int32_t counter, MingCapKind kind)
{
  /*@ loop invariant 0 <= i <= layer->n_caps;
      loop invariant \forall integer k; 0 <= k < i ==>
        layer->cap[k].counter != counter || layer->cap[k].kind != kind;
      loop assigns i;
      loop variant layer->n_caps - i; */
  for (int32_t i = 0; i < layer->n_caps; i++)
    if (layer->cap[i].counter == counter && layer->cap[i].kind == kind)
      return true;
  return false;
}

/* Σ of the slices' cost, each rounded to the fen. */
/*@ requires \valid_read (trace) && 0 <= trace->n_slices <= MING_BANDS_MAX;
    requires \forall integer i; 0 <= i < trace->n_slices ==> is_exact_at (&trace->slice[i].cost);
    assigns \nothing;
    ensures \result == cost_sum (&trace->slice[0], trace->n_slices);
    ensures 0 <= \result <= 13 * MING_FEN_MAX; */
static MingFen
cost_of_slices (const MingLayerTrace *trace)
{
  MingFen cost_fen = 0;

  /*@ loop invariant 0 <= i <= trace->n_slices;
      loop invariant cost_fen == cost_sum (&trace->slice[0], i) && 0 <= cost_fen <= i * (MING_FEN_MAX + 1);
      loop assigns i, cost_fen;
      loop variant trace->n_slices - i; */
  for (int32_t i = 0; i < trace->n_slices; i++)
    {
      MingExact cost = trace->slice[i].cost;

      cost_fen += cost.whole_fen + (2 * cost.num >= cost.den ? 1 : 0);
    }
  return cost_fen;
}

/* Adds to the counter of cap @index what the caps that name it limit. */
/*@ requires \valid_read (layer) && \valid (counter) && 0 <= index < layer->n_caps <= MING_CAPS_MAX;
    requires is_fen (deductible_fen) && 0 <= cost_fen <= 13 * MING_FEN_MAX && is_fen (paid_fen);
    assigns *counter; */
static void
count_cap (const MingLayer *layer, int32_t index, MingFen deductible_fen, MingFen cost_fen, MingFen paid_fen,
           MingCounter *counter)
{
  int32_t named = layer->cap[index].counter;
  bool eligible = counts_kind (layer, named, MING_CAP_ON_ELIGIBLE);
  bool cost = eligible || counts_kind (layer, named, MING_CAP_ON_COST);
  bool payment = counts_kind (layer, named, MING_CAP_ON_PAYMENT);

  add_to_counter (counter, eligible ? deductible_fen : 0, cost ? cost_fen : 0, payment ? paid_fen : 0);
}

void
ming_cap_count (const MingLayer *layer, const MingLayerTrace *trace, MingYear *year)
{
  MingFen deductible_fen = trace->act_dedc_fen;
  MingFen cost_fen = cost_of_slices (trace);
  MingFen paid_fen = trace->paid_fen;

  add_to_counter (&year->counter[layer->counter], deductible_fen, cost_fen, paid_fen);
  /*@ loop invariant 0 <= i <= layer->n_caps;
      loop assigns i, year->counter[0 .. MING_COUNTERS_MAX - 1];
      loop variant layer->n_caps - i; */
  for (int32_t i = 0; i < layer->n_caps; i++)
    if (!is_counted_already (layer, i))
      count_cap (layer, i, deductible_fen, cost_fen, paid_fen, &year->counter[layer->cap[i].counter]);
}
