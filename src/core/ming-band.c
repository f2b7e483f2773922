/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-band.h"

/* The lower end of band @i. */
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
  for (int32_t i = 0; i < bands->n_bands; i++)
    if (!ming_rate_is_share (bands->rate[i]))
      return false;
  for (int32_t i = 0; i + 1 < bands->n_bands; i++)
    if (!ming_fen_is_valid (bands->edge_fen[i]) || bands->edge_fen[i] <= lower_edge (bands, i))
      return false;
  return true;
}

/* Where the part of [@start_fen, @end_fen] that lies in the bands up to @i ends. */
static MingFen
end_in_band (const MingBands *bands, int32_t i, MingFen start_fen, MingFen end_fen)
{
  if (i + 1 == bands->n_bands || bands->edge_fen[i] >= end_fen)
    return end_fen;
  return bands->edge_fen[i] > start_fen ? bands->edge_fen[i] : start_fen;
}

/* The band in which less than a fen beyond @position_fen lies. */
static int32_t
band_beyond (const MingBands *bands, MingFen position_fen)
{
  int32_t i = 0;

  while (i + 1 < bands->n_bands && bands->edge_fen[i] <= position_fen)
    i++;
  return i;
}

MingStatus
ming_bands_cut (const MingBands *bands, MingFen start_fen, MingExact amount, MingSlice *slices)
{
  MingFen position_fen = start_fen, end_fen;

  if (!ming_bands_are_valid (bands) || !ming_fen_is_valid (start_fen) || !ming_exact_is_valid (amount)
      || start_fen > MING_FEN_MAX - amount.whole_fen)
    return MING_E_RANGE;

  end_fen = start_fen + amount.whole_fen;
  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingFen next_fen = end_in_band (bands, i, start_fen, end_fen);

      slices[i].cost = ming_exact_from_fen (next_fen - position_fen);
      slices[i].paid_fen = 0;
      position_fen = next_fen;
    }
  if (amount.num > 0)
    {
      int32_t band = band_beyond (bands, end_fen);

      slices[band].cost.num = amount.num;
      slices[band].cost.den = amount.den;
    }
  return MING_OK;
}

/* The most that can be paid on @cost: itself rounded half-up to the fen. Rounding to a yuan could pass it. */
static MingFen
limit_of_cost (MingExact cost, MingRate rate)
{
  if (rate.num == 0)
    return 0;
  return cost.whole_fen + (2 * cost.num >= cost.den ? 1 : 0);
}

/* Σ of what @n_slices are paid. */
static MingFen
sum_paid (const MingSlice *slices, int32_t n_slices)
{
  MingFen sum_fen = 0;

  for (int32_t i = 0; i < n_slices; i++)
    sum_fen += slices[i].paid_fen;
  return sum_fen;
}

MingStatus
ming_bands_pay_each (const MingBands *bands, MingRounding rounding, MingSlice *slices, MingFen *out_fen)
{
  MingFen sum_fen;

  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingFen paid_fen = 0;
      MingStatus status = ming_money_apply_rate (slices[i].cost, bands->rate[i], rounding, &paid_fen);

      if (status != MING_OK)
        return status;
      slices[i].paid_fen = ming_fen_min (paid_fen, limit_of_cost (slices[i].cost, bands->rate[i]));
    }
  sum_fen = sum_paid (slices, bands->n_bands);
  if (sum_fen > MING_FEN_MAX)
    return MING_E_RANGE;
  *out_fen = sum_fen;
  return MING_OK;
}

/*
 * Running sum of cost × rate: @product / @den fen and, from the one slice that holds a fraction of a fen,
 * @rest_num / (@rest_den × @den).
 */
typedef struct
{
  MingFen cost_fen;
  int64_t product;
  int64_t rest_num;
  int64_t rest_den;
} RunningSum;

static MingStatus
add_slice (RunningSum *sum, MingExact cost, MingRate rate)
{
  if (!ming_exact_is_valid (cost) || !ming_rate_is_share (rate) || cost.whole_fen > MING_FEN_MAX - sum->cost_fen)
    return MING_E_RANGE;
  if (cost.num > 0)
    {
      if (sum->rest_den != 1)
        return MING_E_RANGE;
      sum->rest_num = (int64_t) cost.num * rate.num;
      sum->rest_den = cost.den;
    }
  sum->cost_fen += cost.whole_fen;
  sum->product += cost.whole_fen * rate.num;
  return MING_OK;
}

static MingStatus
round_sum (const RunningSum *sum, int32_t den, MingRounding rounding, MingFen *out_fen)
{
  int64_t rest_num = (sum->product % den) * sum->rest_den + sum->rest_num;
  int64_t rest_den = sum->rest_den * den;

  return ming_money_round (sum->product / den + rest_num / rest_den, rest_num % rest_den, rest_den, rounding, out_fen);
}

/* Hands @rest_fen to the slices that have room for it, first to last. */
static void
give_rest (const MingBands *bands, MingSlice *slices, MingFen rest_fen)
{
  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingFen room_fen = limit_of_cost (slices[i].cost, bands->rate[i]) - slices[i].paid_fen;
      MingFen given_fen = ming_fen_min (room_fen, rest_fen);

      slices[i].paid_fen += given_fen;
      rest_fen -= given_fen;
    }
}

MingStatus
ming_bands_pay_once (const MingBands *bands, MingRounding rounding, MingSlice *slices, MingFen *out_fen)
{
  RunningSum sum = { 0, 0, 0, 1 };
  MingFen given_fen = 0, running_fen = 0;

  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingStatus status = add_slice (&sum, slices[i].cost, bands->rate[i]);

      if (status != MING_OK)
        return status;
      if (bands->rate[i].den != bands->rate[0].den)
        return MING_E_PLAN;
      status = round_sum (&sum, bands->rate[0].den, rounding, &running_fen);
      if (status != MING_OK)
        return status;
      slices[i].paid_fen = ming_fen_min (running_fen > given_fen ? running_fen - given_fen : 0,
                                         limit_of_cost (slices[i].cost, bands->rate[i]));
      given_fen += slices[i].paid_fen;
    }
  if (running_fen > given_fen)
    give_rest (bands, slices, running_fen - given_fen);
  *out_fen = sum_paid (slices, bands->n_bands);
  return *out_fen <= MING_FEN_MAX ? MING_OK : MING_E_RANGE;
}
