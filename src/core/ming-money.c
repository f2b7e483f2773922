/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-money.h"

#define MILLION INT64_C (1000000)

/*@ lemma cancel: \forall integer a, b, c; c > 0 && a * c < b * c ==> a < b; */

bool
ming_fen_is_valid (MingFen fen)
{
  return fen >= 0 && fen <= MING_FEN_MAX;
}

bool
ming_rate_is_valid (MingRate rate)
{
  return rate.num >= 0 && rate.num <= MING_RATE_NUM_MAX && rate.den > 0 && rate.den <= MING_RATE_DEN_MAX;
}

bool
ming_rate_is_share (MingRate rate)
{
  return ming_rate_is_valid (rate) && rate.num <= rate.den;
}

bool
ming_exact_is_valid (MingExact exact)
{
  return ming_fen_is_valid (exact.whole_fen) && exact.num >= 0 && exact.den > 0
         && exact.den <= MING_RATE_DEN_MAX && exact.num < exact.den;
}

MingStatus
ming_fen_add (MingFen a_fen, MingFen b_fen, MingFen *out_fen)
{
  if (!ming_fen_is_valid (a_fen) || !ming_fen_is_valid (b_fen) || a_fen > MING_FEN_MAX - b_fen)
    return MING_E_RANGE;
  *out_fen = a_fen + b_fen;
  return MING_OK;
}

MingStatus
ming_fen_subtract (MingFen a_fen, MingFen b_fen, MingFen *out_fen)
{
  if (!ming_fen_is_valid (a_fen) || !ming_fen_is_valid (b_fen) || b_fen > a_fen)
    return MING_E_RANGE;
  *out_fen = a_fen - b_fen;
  return MING_OK;
}

MingFen
ming_fen_min (MingFen a_fen, MingFen b_fen)
{
  return a_fen < b_fen ? a_fen : b_fen;
}

bool
ming_rounding_is_valid (MingRounding rounding)
{
  bool unit_known = rounding.unit == MING_UNIT_FEN || rounding.unit == MING_UNIT_JIAO
                    || rounding.unit == MING_UNIT_YUAN || rounding.unit == MING_UNIT_TEN_YUAN;

  return unit_known && (uint32_t) rounding.mode <= MING_ROUND_HALF_EVEN;
}

/* Whether a rest of @rest out of @step goes up; @quotient is what stands before the rest. */
/*@ requires 0 <= rest < step <= 1000 * MING_FEN_MAX && 0 <= quotient;
    assigns \nothing;
    ensures rest == 0 || mode == MING_ROUND_DOWN ==> !\result;
    ensures rest > 0 && mode == MING_ROUND_UP ==> \result;
    ensures mode == MING_ROUND_HALF_UP ==> (\result <==> 2 * rest >= step); */
static bool
rounds_up (MingRoundMode mode, int64_t quotient, int64_t rest, int64_t step)
{
  if (rest == 0)
    return false;
  if (mode == MING_ROUND_UP)
    return true;
  if (mode == MING_ROUND_DOWN)
    return false;
  if (2 * rest != step)
    return 2 * rest > step;
  return mode == MING_ROUND_HALF_UP || quotient % 2 == 1;
}

MingStatus
ming_money_round (int64_t whole_fen, int64_t num, int64_t den, MingRounding rounding, MingFen *out_fen)
{
  int64_t unit, quotient, rest_fen, result;

  if (!ming_rounding_is_valid (rounding) || den <= 0 || den > MING_FEN_MAX || num < 0 || num >= den)
    return MING_E_RANGE;
  if (whole_fen < 0 || whole_fen > MING_FEN_MAX * 10)
    return MING_E_RANGE;

  unit = (int64_t) rounding.unit;
  quotient = whole_fen / unit;
  rest_fen = whole_fen % unit;
  //@ assert whole_fen == quotient * unit + rest_fen && 0 <= rest_fen <= unit - 1;
  //@ assert 0 <= rest_fen * den <= (unit - 1) * den;
  //@ assert 0 <= rest_fen * den + num < unit * den <= 1000 * MING_FEN_MAX;
  if (rounds_up (rounding.mode, quotient, rest_fen * den + num, unit * den))
    quotient += 1;
  result = quotient * unit;
  if (result > MING_FEN_MAX)
    return MING_E_RANGE;
  *out_fen = result;
  return MING_OK;
}

MingStatus
ming_money_apply_rate (MingExact amount, MingRate rate, MingRounding rounding, MingFen *out_fen)
{
  int64_t product, whole, rest_num, rest_den;

  if (!ming_exact_is_valid (amount) || !ming_rate_is_valid (rate))
    return MING_E_RANGE;

  /* (whole + n/d) × num/den, as a whole part and one fraction, so that nothing exceeds 64 bits */
  product = amount.whole_fen * rate.num;
  whole = product / rate.den;
  rest_num = (product % rate.den) * amount.den + (int64_t) amount.num * rate.num;
  rest_den = (int64_t) amount.den * rate.den;
  whole += rest_num / rest_den;
  rest_num %= rest_den;
  return ming_money_round (whole, rest_num, rest_den, rounding, out_fen);
}

MingStatus
ming_money_divide_by_rate (MingFen amount_fen, MingRate rate, MingExact *out)
{
  int64_t product;

  if (!ming_fen_is_valid (amount_fen) || !ming_rate_is_share (rate) || rate.num == 0)
    return MING_E_RANGE;
  product = amount_fen * rate.den;
  if (product / rate.num > MING_FEN_MAX)
    return MING_E_RANGE;
  out->whole_fen = product / rate.num;
  out->num = (int32_t) (product % rate.num);
  out->den = rate.num;
  return MING_OK;
}

MingStatus
ming_exact_to_fen (MingExact exact, MingFen *out_fen)
{
  if (!ming_exact_is_valid (exact))
    return MING_E_RANGE;
  return ming_money_round (exact.whole_fen, exact.num, exact.den, MING_ROUNDING_DEFAULT, out_fen);
}

MingStatus
ming_exact_rest (MingFen whole_fen, MingExact part, MingExact *out)
{
  if (!ming_fen_is_valid (whole_fen) || !ming_exact_is_valid (part))
    return MING_E_RANGE;
  if (part.whole_fen > whole_fen || (part.whole_fen == whole_fen && part.num > 0))
    return MING_E_RANGE;
  if (part.num == 0)
    *out = ming_exact_from_fen (whole_fen - part.whole_fen);
  else
    {
      out->whole_fen = whole_fen - part.whole_fen - 1;
      out->num = part.den - part.num;
      out->den = part.den;
    }
  return MING_OK;
}

MingStatus
ming_exact_subtract (MingExact amount, MingExact part, MingExact *out)
{
  MingExact rest = { 0, 0, 1 };
  MingFen part_fen = 0;
  MingStatus status = MING_OK;

  if (!ming_exact_is_valid (amount))
    return MING_E_RANGE;
  if (amount.num > 0 && part.num > 0 && amount.den != part.den)
    {
      status = ming_exact_to_fen (part, &part_fen);
      part = ming_exact_from_fen (part_fen);
    }
  if (status != MING_OK || !ming_exact_is_valid (part))
    return MING_E_RANGE;

  if (amount.whole_fen > part.whole_fen || (amount.whole_fen == part.whole_fen && amount.num > part.num))
    {
      rest.whole_fen = amount.whole_fen - part.whole_fen;
      rest.num = amount.num - part.num;
      rest.den = amount.num > 0 ? amount.den : part.den;
      if (rest.num < 0)
        {
          rest.whole_fen -= 1;
          rest.num += rest.den;
        }
    }
  out->whole_fen = rest.whole_fen;
  out->num = rest.num;
  out->den = rest.den;
  return MING_OK;
}

MingStatus
ming_money_prorate (MingFen part_fen, MingFen share_fen, MingFen whole_fen, MingFen *out_fen)
{
  int64_t high, low, quotient, rest, result;

  if (!ming_fen_is_valid (part_fen) || !ming_fen_is_valid (share_fen) || !ming_fen_is_valid (whole_fen))
    return MING_E_RANGE;
  if (whole_fen == 0 || share_fen > whole_fen)
    return MING_E_RANGE;

  /* long division in two steps of a million, since part × share may need 80 bits */
  high = part_fen / MILLION;
  low = part_fen % MILLION;
  quotient = high * share_fen / whole_fen;
  rest = high * share_fen % whole_fen;
  //@ assert high * share_fen == quotient * whole_fen + rest;
  result = quotient * MILLION + (rest * MILLION + low * share_fen) / whole_fen;
  //@ assert 0 <= result && result * whole_fen <= part_fen * share_fen < (result + 1) * whole_fen;
  //@ assert most: result * whole_fen <= part_fen * share_fen <= part_fen * whole_fen;
  //@ assert all: share_fen == whole_fen ==> part_fen * whole_fen < (result + 1) * whole_fen;
  //@ assert all: share_fen == whole_fen ==> part_fen < result + 1;
  *out_fen = result;
  return MING_OK;
}
