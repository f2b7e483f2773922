/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-band.h"

/* The lower end of band @i. */
/*@ requires \valid_read (bands) && 0 <= i <= MING_BANDS_MAX - 1;
    assigns \nothing;
    ensures \result == (i == 0 ? 0 : bands->edge_fen[i - 1]); */
static MingFen
lower_edge (const MingBands *bands, int32_t i)
{
  return i == 0 ? 0 : bands->edge_fen[i - 1];
}

bool
ming_bands_are_valid (const MingBands *bands)
{
  if (bands->n_bands < 1 || bands->n_bands > MING_BANDS_MAX)
    return false;
  /*@ loop invariant 0 <= i <= bands->n_bands;
      loop invariant \forall integer k; 0 <= k < i ==> is_share (bands->rate[k]);
      loop assigns i;
      loop variant bands->n_bands - i; */
  for (int32_t i = 0; i < bands->n_bands; i++)
    if (!ming_rate_is_share (bands->rate[i]))
      return false;
  /*@ loop invariant 0 <= i && (i == 0 || i <= bands->n_bands - 1);
      loop invariant \forall integer k; 0 <= k < i ==> 0 < bands->edge_fen[k] <= MING_FEN_MAX;
      loop invariant \forall integer j, k; 0 <= j < k < i ==> bands->edge_fen[j] < bands->edge_fen[k];
      loop assigns i;
      loop variant bands->n_bands - i; */
  for (int32_t i = 0; i + 1 < bands->n_bands; i++)
    if (!ming_fen_is_valid (bands->edge_fen[i]) || bands->edge_fen[i] <= lower_edge (bands, i))
      return false;
  return true;
}

/* Where the part of [@position_fen, @end_fen] that lies in band @i ends. */
/*@ requires \valid_read (bands) && 0 <= i < bands->n_bands <= MING_BANDS_MAX && position_fen <= end_fen;
    assigns \nothing;
    ensures position_fen <= \result <= end_fen; */
static MingFen
end_in_band (const MingBands *bands, int32_t i, MingFen position_fen, MingFen end_fen)
{
  if (i + 1 == bands->n_bands || bands->edge_fen[i] >= end_fen)
    return end_fen;
  return bands->edge_fen[i] > position_fen ? bands->edge_fen[i] : position_fen;
}

/* The band in which less than a fen beyond @position_fen lies. */
/*@ requires \valid_read (bands) && 1 <= bands->n_bands <= MING_BANDS_MAX;
    assigns \nothing;
    ensures 0 <= \result < bands->n_bands; */
static int32_t
band_beyond (const MingBands *bands, MingFen position_fen)
{
  int32_t i = 0;

  /*@ loop invariant 0 <= i < bands->n_bands;
      loop assigns i;
      loop variant bands->n_bands - i; */
  while (i + 1 < bands->n_bands && bands->edge_fen[i] <= position_fen)
    i++;
  return i;
}

/* The whole fen from @start_fen to @end_fen on the axis, band by band. */
/*@ requires \valid_read (bands) && \valid (slices + (0 .. MING_BANDS_MAX - 1));
    requires \base_addr (bands) != \base_addr (slices);
    requires 1 <= bands->n_bands <= MING_BANDS_MAX && 0 <= start_fen <= end_fen <= MING_FEN_MAX;
    assigns slices[0 .. MING_BANDS_MAX - 1];
    ensures \forall integer k; 0 <= k < bands->n_bands ==> is_fen (slices[k].cost.whole_fen);
    ensures \forall integer k; 0 <= k < bands->n_bands ==> slices[k].cost.num == 0 && slices[k].cost.den == 1;
    ensures \forall integer k; 0 <= k < bands->n_bands ==> slices[k].paid_fen == 0; */
static void
cut_whole_fen (const MingBands *bands, MingFen start_fen, MingFen end_fen, MingSlice *slices)
{
  MingFen position_fen = start_fen;

  /*@ loop invariant 0 <= i <= bands->n_bands == \at (bands->n_bands, Pre);
      loop invariant start_fen <= position_fen <= end_fen;
      loop invariant \forall integer k; 0 <= k < i ==> is_fen (slices[k].cost.whole_fen);
      loop invariant \forall integer k; 0 <= k < i ==> slices[k].cost.num == 0 && slices[k].cost.den == 1;
      loop invariant \forall integer k; 0 <= k < i ==> slices[k].paid_fen == 0;
      loop assigns i, position_fen, slices[0 .. MING_BANDS_MAX - 1];
      loop variant bands->n_bands - i; */
  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingFen next_fen = end_in_band (bands, i, position_fen, end_fen);

      slices[i].cost.whole_fen = next_fen - position_fen;
      slices[i].cost.num = 0;
      slices[i].cost.den = 1;
      slices[i].paid_fen = 0;
      position_fen = next_fen;
    }
}

/* @cost rounded half-up to the fen. */
/*@ requires is_exact (cost);
    assigns \nothing;
    ensures \result == nearest_fen (cost); */
static MingFen
nearest_of (MingExact cost)
{
  return cost.whole_fen + (2 * cost.num >= cost.den ? 1 : 0);
}

/* Whether the costs of the slices add up to @amount, in whole fen and rounded. */
/*@ requires \valid_read (slices + (0 .. n_slices - 1)) && 0 <= n_slices <= MING_BANDS_MAX;
    requires \forall integer i; 0 <= i < n_slices ==> is_exact (slices[i].cost);
    requires is_exact (amount);
    assigns \nothing;
    ensures \result <==>
      whole_sum (slices, n_slices) == amount.whole_fen && cost_sum (slices, n_slices) == nearest_fen (amount);
 */
static bool
add_up_to (const MingSlice *slices, int32_t n_slices, MingExact amount)
{
  MingFen whole_fen = 0, rounded_fen = 0;

  /*@ loop invariant 0 <= i <= n_slices;
      loop invariant whole_fen == whole_sum (slices, i) && 0 <= whole_fen <= i * MING_FEN_MAX;
      loop invariant rounded_fen == cost_sum (slices, i) && 0 <= rounded_fen <= i * (MING_FEN_MAX + 1);
      loop assigns i, whole_fen, rounded_fen;
      loop variant n_slices - i; */
  for (int32_t i = 0; i < n_slices; i++)
    {
      whole_fen += slices[i].cost.whole_fen;
      rounded_fen += nearest_of (slices[i].cost);
    }
  return whole_fen == amount.whole_fen && rounded_fen == nearest_of (amount);
}

MingStatus
ming_bands_cut (const MingBands *bands, MingFen start_fen, MingExact amount, MingSlice *slices)
{
  MingFen end_fen;

  if (!ming_bands_are_valid (bands) || !ming_fen_is_valid (start_fen) || !ming_exact_is_valid (amount)
      || start_fen > MING_FEN_MAX - amount.whole_fen)
    return MING_E_RANGE;

  end_fen = start_fen + amount.whole_fen;
  cut_whole_fen (bands, start_fen, end_fen, slices);
  if (amount.num > 0)
    {
      int32_t band = band_beyond (bands, end_fen);

      slices[band].cost.num = amount.num;
      slices[band].cost.den = amount.den;
    }
  //@ assert are_paid (slices, bands->n_bands);
  return add_up_to (slices, bands->n_bands, amount) ? MING_OK : MING_E_UNBALANCED;
}

/* The most that can be paid on @cost: itself rounded half-up to the fen. Rounding to a yuan could pass it. */
/*@ requires is_exact (cost);
    assigns \nothing;
    ensures \result == (rate.num == 0 ? 0 : nearest_fen (cost)); */
static MingFen
limit_of_cost (MingExact cost, MingRate rate)
{
  return rate.num == 0 ? 0 : nearest_of (cost);
}

/* Σ of what @n_slices are paid. */
/*@ requires \valid_read (slices + (0 .. n_slices - 1)) && 0 <= n_slices <= MING_BANDS_MAX;
    requires \valid (out_fen);
    requires \separated (slices + (0 .. n_slices - 1), out_fen);
    requires are_paid (slices, n_slices);
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures are_paid (slices, n_slices);
    ensures \result == MING_OK ==> *out_fen == paid_sum (slices, n_slices) && is_fen (*out_fen);
    ensures \result == MING_OK ==> *out_fen <= cost_sum (slices, n_slices); */
static MingStatus
sum_paid (const MingSlice *slices, int32_t n_slices, MingFen *out_fen)
{
  MingFen sum_fen = 0;

  /*@ loop invariant 0 <= i <= n_slices;
      loop invariant sum_fen == paid_sum (slices, i);
      loop invariant 0 <= sum_fen <= cost_sum (slices, i) <= i * (MING_FEN_MAX + 1);
      loop assigns i, sum_fen;
      loop variant n_slices - i; */
  for (int32_t i = 0; i < n_slices; i++)
    sum_fen += slices[i].paid_fen;
  if (sum_fen > MING_FEN_MAX)
    return MING_E_RANGE;
  *out_fen = sum_fen;
  /*@ ghost
    /@ loop invariant 0 <= k <= n_slices;
       loop invariant paid_sum (slices, k) == paid_sum{Pre} (slices, k);
       loop invariant cost_sum (slices, k) == cost_sum{Pre} (slices, k);
       loop assigns k;
       loop variant n_slices - k; @/
    for (int32_t k = 0; k < n_slices; k++)
      ; */
  return MING_OK;
}

/* What one slice is paid by its band's rate. */
/*@ requires \valid (out_fen);
    assigns *out_fen;
    ensures \result == MING_OK ==> is_exact (cost) && 0 <= *out_fen <= nearest_fen (cost);
    ensures \result != MING_OK ==> *out_fen == \old (*out_fen); */
static MingStatus
pay_slice (MingExact cost, MingRate rate, MingRounding rounding, MingFen *out_fen)
{
  MingFen paid_fen = 0;
  MingStatus status = ming_money_apply_rate (cost, rate, rounding, &paid_fen);

  if (status == MING_OK)
    *out_fen = ming_fen_min (paid_fen, limit_of_cost (cost, rate));
  return status;
}

MingStatus
ming_bands_pay_each (const MingBands *bands, MingRounding rounding, MingSlice *slices, MingFen *out_fen)
{
  /*@ loop invariant 0 <= i <= bands->n_bands == \at (bands->n_bands, Pre);
      loop invariant are_paid (slices, i);
      loop assigns i, slices[0 .. MING_BANDS_MAX - 1].paid_fen;
      loop variant bands->n_bands - i; */
  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingFen paid_fen = 0;
      MingStatus status = pay_slice (slices[i].cost, bands->rate[i], rounding, &paid_fen);

      if (status != MING_OK)
        return status;
      slices[i].paid_fen = paid_fen;
    }
  return sum_paid (slices, bands->n_bands, out_fen);
}

/*
 * Running sum of cost × rate, all rates in @den: @product / @den fen and, from the one slice that holds a
 * fraction of a fen, @rest_num / (@rest_den × @den). @running_fen is that sum rounded, @given_fen what the
 * slices were paid.
 */
typedef struct
{
  int32_t den;
  MingFen cost_fen;
  int64_t product;
  int64_t rest_num;
  int64_t rest_den;
  MingFen running_fen;
  MingFen given_fen;
} RunningSum;

/*@ predicate is_running (RunningSum *sum) =
      1 <= sum->den <= MING_RATE_DEN_MAX && is_fen (sum->cost_fen)
      && 0 <= sum->product <= sum->cost_fen * sum->den
      && 1 <= sum->rest_den <= MING_RATE_DEN_MAX && 0 <= sum->rest_num <= MING_RATE_DEN_MAX *
   MING_RATE_DEN_MAX
      && is_fen (sum->running_fen) && is_fen (sum->given_fen);
 */

/*@ requires \valid (sum) && is_running (sum);
    assigns sum->cost_fen, sum->product, sum->rest_num, sum->rest_den;
    ensures is_running (sum);
    ensures \result == MING_OK ==> is_exact (cost); */
static MingStatus
add_slice (RunningSum *sum, MingExact cost, MingRate rate)
{
  MingFen cost_fen;
  int64_t product;

  if (!ming_exact_is_valid (cost) || !ming_rate_is_share (rate)
      || cost.whole_fen > MING_FEN_MAX - sum->cost_fen)
    return MING_E_RANGE;
  if (rate.den != sum->den)
    return MING_E_PLAN;
  if (cost.num > 0 && sum->rest_den != 1)
    return MING_E_RANGE;

  cost_fen = sum->cost_fen + cost.whole_fen;
  //@ assert cost_fen * sum->den == sum->cost_fen * sum->den + cost.whole_fen * sum->den;
  //@ assert cost_fen * sum->den <= MING_FEN_MAX * MING_RATE_DEN_MAX;
  //@ assert 0 <= cost.whole_fen * rate.num <= cost.whole_fen * sum->den;
  product = sum->product + cost.whole_fen * rate.num;
  //@ assert product <= cost_fen * sum->den;
  sum->cost_fen = cost_fen;
  sum->product = product;
  if (cost.num > 0)
    {
      //@ assert 0 <= cost.num * rate.num <= MING_RATE_DEN_MAX * MING_RATE_DEN_MAX;
      sum->rest_num = (int64_t) cost.num * rate.num;
      sum->rest_den = cost.den;
    }
  return MING_OK;
}

/*@ requires \valid_read (sum) && is_running (sum) && \valid (out_fen) && \separated (sum, out_fen);
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures \result == MING_OK ==> is_fen (*out_fen); */
static MingStatus
round_sum (const RunningSum *sum, MingRounding rounding, MingFen *out_fen)
{
  int64_t rest_den = sum->rest_den * sum->den;
  int64_t rest_num = (sum->product % sum->den) * sum->rest_den + sum->rest_num;

  return ming_money_round (sum->product / sum->den + rest_num / rest_den, rest_num % rest_den, rest_den,
                           rounding, out_fen);
}

/* Pays @slice the growth of the rounded running total, no more than its cost. */
/*@ requires \valid (sum) && is_running (sum) && \valid (slice) && \base_addr (sum) != \base_addr (slice);
    assigns sum->cost_fen, sum->product, sum->rest_num, sum->rest_den, sum->running_fen, sum->given_fen,
      slice->paid_fen;
    ensures is_running (sum);
    ensures \result == MING_OK ==> is_exact (slice->cost) && 0 <= slice->paid_fen <= nearest_fen
   (slice->cost); */
static MingStatus
pay_growth (RunningSum *sum, MingRate rate, MingRounding rounding, MingSlice *slice)
{
  MingFen running_fen = 0, paid_fen = 0;
  MingStatus status = add_slice (sum, slice->cost, rate);

  if (status == MING_OK)
    status = round_sum (sum, rounding, &running_fen);
  if (status != MING_OK)
    return status;
  if (running_fen > sum->given_fen)
    paid_fen = ming_fen_min (running_fen - sum->given_fen, limit_of_cost (slice->cost, rate));
  slice->paid_fen = paid_fen;
  sum->running_fen = running_fen;
  sum->given_fen += paid_fen;
  return MING_OK;
}

/* Hands @rest_fen to the slices that have room for it, first to last. */
/*@ requires \valid_read (bands) && \valid (slices + (0 .. MING_BANDS_MAX - 1));
    requires \base_addr (bands) != \base_addr (slices);
    requires 1 <= bands->n_bands <= MING_BANDS_MAX && are_paid (slices, bands->n_bands) && 0 <= rest_fen;
    assigns slices[0 .. MING_BANDS_MAX - 1].paid_fen;
    ensures are_paid (slices, bands->n_bands); */
static void
give_rest (const MingBands *bands, MingSlice *slices, MingFen rest_fen)
{
  /*@ loop invariant 0 <= i <= bands->n_bands == \at (bands->n_bands, Pre);
      loop invariant are_paid (slices, bands->n_bands) && 0 <= rest_fen;
      loop assigns i, rest_fen, slices[0 .. MING_BANDS_MAX - 1].paid_fen;
      loop variant bands->n_bands - i; */
  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingFen limit_fen = limit_of_cost (slices[i].cost, bands->rate[i]);

      if (slices[i].paid_fen < limit_fen)
        {
          MingFen given_fen = ming_fen_min (limit_fen - slices[i].paid_fen, rest_fen);

          slices[i].paid_fen += given_fen;
          rest_fen -= given_fen;
        }
    }
}

/* Each slice the growth of the rounded running total. */
/*@ requires \valid_read (bands) && \valid (slices + (0 .. MING_BANDS_MAX - 1)) && \valid (sum);
    requires \base_addr (bands) != \base_addr (slices) && \base_addr (sum) != \base_addr (slices);
    requires \base_addr (bands) != \base_addr (sum);
    requires 1 <= bands->n_bands <= MING_BANDS_MAX && is_running (sum);
    assigns *sum, slices[0 .. MING_BANDS_MAX - 1].paid_fen;
    ensures is_running (sum);
    ensures \result == MING_OK ==> are_paid (slices, bands->n_bands); */
static MingStatus
pay_growths (const MingBands *bands, MingRounding rounding, MingSlice *slices, RunningSum *sum)
{
  /*@ loop invariant 0 <= i <= bands->n_bands == \at (bands->n_bands, Pre);
      loop invariant is_running (sum);
      loop invariant are_paid (slices, i);
      loop assigns i, sum->cost_fen, sum->product, sum->rest_num, sum->rest_den, sum->running_fen,
        sum->given_fen, slices[0 .. MING_BANDS_MAX - 1].paid_fen;
      loop variant bands->n_bands - i; */
  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingStatus status = pay_growth (sum, bands->rate[i], rounding, &slices[i]);

      //@ assert others: are_paid (slices, i);
      if (status != MING_OK)
        return status;
      /*@ assert this: is_exact_at (&slices[i].cost)
            && 0 <= slices[i].paid_fen <= nearest_fen_at (&slices[i].cost); */
    }
  return MING_OK;
}

MingStatus
ming_bands_pay_once (const MingBands *bands, MingRounding rounding, MingSlice *slices, MingFen *out_fen)
{
  RunningSum sum = { bands->rate[0].den, 0, 0, 0, 1, 0, 0 };
  MingStatus status;

  if (sum.den < 1 || sum.den > MING_RATE_DEN_MAX)
    return MING_E_RANGE;
  status = pay_growths (bands, rounding, slices, &sum);
  if (status != MING_OK)
    return status;
  if (sum.running_fen > sum.given_fen)
    give_rest (bands, slices, sum.running_fen - sum.given_fen);
  return sum_paid (slices, bands->n_bands, out_fen);
}
