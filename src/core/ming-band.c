/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-band.h"

bool
ming_bands_are_valid (const MingBands *bands)
{
  if (bands->n_bands < 1 || bands->n_bands > MING_BANDS_MAX)
    return false;
  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      if (!ming_rate_is_share (bands->rate[i]))
        return false;
      if (i + 1 < bands->n_bands)
        {
          MingFen below_fen = i == 0 ? 0 : bands->edge_fen[i - 1];

          if (!ming_fen_is_valid (bands->edge_fen[i]) || bands->edge_fen[i] <= below_fen)
            return false;
        }
    }
  return true;
}

MingStatus
ming_bands_cut (const MingBands *bands, MingFen start_fen, MingExact amount, MingSlice *slices)
{
  MingFen position_fen = start_fen;
  MingFen left_fen = amount.whole_fen;
  bool fraction_placed = false;

  if (!ming_bands_are_valid (bands) || !ming_fen_is_valid (start_fen) || !ming_exact_is_valid (amount)
      || start_fen > MING_FEN_MAX - amount.whole_fen)
    return MING_E_RANGE;

  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      bool is_last = i + 1 == bands->n_bands;
      MingFen room_fen = left_fen;

      if (!is_last)
        room_fen = position_fen < bands->edge_fen[i] ? bands->edge_fen[i] - position_fen : 0;
      slices[i].cost = ming_exact_from_fen (ming_fen_min (left_fen, room_fen));
      slices[i].paid_fen = 0;
      left_fen -= slices[i].cost.whole_fen;
      position_fen += slices[i].cost.whole_fen;
      /* what is less than a fen lies in the band in which the whole fen end */
      if (!fraction_placed && left_fen == 0 && (is_last || position_fen < bands->edge_fen[i]))
        {
          slices[i].cost.num = amount.num;
          slices[i].cost.den = amount.den;
          fraction_placed = true;
        }
    }
  return MING_OK;
}

/* A payment never exceeds what it is paid on, itself rounded to the fen: rounding up to a yuan could. */
static MingFen
limit_to_cost (MingFen paid_fen, MingExact cost)
{
  MingFen limit_fen = cost.whole_fen + (2 * cost.num >= cost.den ? 1 : 0);

  return ming_fen_min (paid_fen, limit_fen);
}

MingStatus
ming_bands_pay_each (const MingBands *bands, MingRounding rounding, MingSlice *slices, MingFen *out_fen)
{
  MingFen sum_fen = 0;

  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingFen paid_fen = 0;
      MingStatus status = ming_money_apply_rate (slices[i].cost, bands->rate[i], rounding, &paid_fen);

      if (status != MING_OK)
        return status;
      slices[i].paid_fen = limit_to_cost (paid_fen, slices[i].cost);
      status = ming_fen_add (sum_fen, slices[i].paid_fen, &sum_fen);
      if (status != MING_OK)
        return status;
    }
  *out_fen = sum_fen;
  return MING_OK;
}

MingStatus
ming_bands_pay_once (const MingBands *bands, MingRounding rounding, MingSlice *slices, MingFen *out_fen)
{
  int32_t den = bands->rate[0].den;
  int64_t product = 0; /* Σ whole_fen × num so far */
  MingFen before_fen = 0;

  for (int32_t i = 0; i < bands->n_bands; i++)
    {
      MingExact cost = slices[i].cost;
      int64_t rest_num, rest_den, whole;
      MingFen running_fen = 0;
      MingStatus status;

      if (bands->rate[i].den != den)
        return MING_E_PLAN;
      product += cost.whole_fen * bands->rate[i].num;
      rest_num = (product % den) * cost.den + (int64_t) cost.num * bands->rate[i].num;
      rest_den = (int64_t) cost.den * den;
      whole = product / den + rest_num / rest_den;
      status = ming_money_round (whole, rest_num % rest_den, rest_den, rounding, &running_fen);
      if (status != MING_OK)
        return status;
      slices[i].paid_fen = limit_to_cost (running_fen - before_fen, cost);
      before_fen += slices[i].paid_fen;
    }
  *out_fen = before_fen;
  return MING_OK;
}
