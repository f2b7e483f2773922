/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "ming-status.h"

/** MingFen: an amount of money in 分 (fen). Held in fen, shown in yuan. */
typedef int64_t MingFen;

/** The largest amount the core accepts: 10¹² fen, ten billion yuan. */
#define MING_FEN_MAX INT64_C (1000000000000)

/** One million: a rate in parts per million of exactly 100 %. */
#define MING_PPM INT64_C (1000000)

/** MingRounding unit (舍入单位), in fen. */
typedef enum
{
  MING_UNIT_FEN = 1,
  MING_UNIT_JIAO = 10,
  MING_UNIT_YUAN = 100,
  MING_UNIT_TEN_YUAN = 1000
} MingRoundUnit;

/** MingRounding direction (舍入方式). Amounts are never negative, so half-up is half away from zero. */
typedef enum
{
  MING_ROUND_HALF_UP = 0,
  MING_ROUND_UP,
  MING_ROUND_DOWN,
  MING_ROUND_HALF_EVEN
} MingRoundMode;

/** MingRounding: rounding as a step with a name, never implied by a division. */
typedef struct
{
  MingRoundUnit unit;
  MingRoundMode mode;
} MingRounding;

/**
 * MingRate: an exact rate, @num / @den, e.g. 850000/1000000 or 2/37.
 * 0 <= num <= 9 000 000, 0 < den <= 1 000 000; the bounds keep amount × num inside 64 bits.
 */
typedef struct
{
  int32_t num;
  int32_t den;
} MingRate;

#define MING_RATE_NUM_MAX 9000000
#define MING_RATE_DEN_MAX 1000000

/**
 * MingExact: an amount that need not be whole fen, @whole_fen + @num / @den.
 * 0 <= num < den <= 1 000 000. What a capped layer leaves over is such an amount (封顶额 ÷ 比例).
 */
typedef struct
{
  MingFen whole_fen;
  int32_t num;
  int32_t den;
} MingExact;

/*@ predicate is_fen (integer fen) = 0 <= fen <= MING_FEN_MAX;
    predicate is_rate (MingRate rate) = 0 <= rate.num <= MING_RATE_NUM_MAX && 0 < rate.den <=
   MING_RATE_DEN_MAX; predicate is_share (MingRate rate) = is_rate (rate) && rate.num <= rate.den; predicate
   is_exact (MingExact exact) = is_fen (exact.whole_fen) && 0 <= exact.num < exact.den && exact.den <=
   MING_RATE_DEN_MAX; predicate is_rounding (MingRounding rounding) = (rounding.unit == 1 || rounding.unit ==
   10 || rounding.unit == 100 || rounding.unit == 1000)
      && 0 <= rounding.mode <= MING_ROUND_HALF_EVEN;
    // half-up to the fen
    logic integer nearest_fen (MingExact exact) = exact.whole_fen + (2 * exact.num >= exact.den ? 1 : 0);
    // the same of an amount in memory: reading its fields one by one is what the provers follow best
    predicate is_exact_at (MingExact *exact) =
      is_fen (exact->whole_fen) && 0 <= exact->num < exact->den && exact->den <= MING_RATE_DEN_MAX;
    logic integer nearest_fen_at (MingExact *exact) =
      exact->whole_fen + (2 * exact->num >= exact->den ? 1 : 0);
 */

/** Whole fen as an exact amount. */
/*@ assigns \nothing;
    ensures \result.whole_fen == fen && \result.num == 0 && \result.den == 1; */
static inline MingExact
ming_exact_from_fen (MingFen fen)
{
  MingExact exact = { fen, 0, 1 };
  return exact;
}

/** Half-up to the fen: the commonest rounding (四舍五入到分). */
#define MING_ROUNDING_DEFAULT ((MingRounding){ MING_UNIT_FEN, MING_ROUND_HALF_UP })

/** Whether @fen is an amount the core accepts: 0 <= fen <= %MING_FEN_MAX. */
/*@ assigns \nothing;
    ensures \result <==> is_fen (fen); */
bool ming_fen_is_valid (MingFen fen);

/** Whether @rounding names a unit and a direction this file knows. */
/*@ assigns \nothing;
    ensures \result <==> is_rounding (rounding); */
bool ming_rounding_is_valid (MingRounding rounding);

/** Whether @rate keeps the bounds of #MingRate. */
/*@ assigns \nothing;
    ensures \result <==> is_rate (rate); */
bool ming_rate_is_valid (MingRate rate);

/** Whether @rate is valid and at most 100 %. */
/*@ assigns \nothing;
    ensures \result <==> is_share (rate); */
bool ming_rate_is_share (MingRate rate);

/** Whether @exact keeps the bounds of #MingExact. */
/*@ assigns \nothing;
    ensures \result <==> is_exact (exact); */
bool ming_exact_is_valid (MingExact exact);

/** a + b, refused with %MING_E_RANGE beyond %MING_FEN_MAX. */
/*@ requires \valid (out_fen);
    assigns *out_fen;
    behavior fits:
      assumes is_fen (a_fen) && is_fen (b_fen) && is_fen (a_fen + b_fen);
      ensures \result == MING_OK && *out_fen == a_fen + b_fen;
    behavior refused:
      assumes !(is_fen (a_fen) && is_fen (b_fen) && is_fen (a_fen + b_fen));
      ensures \result == MING_E_RANGE && *out_fen == \old (*out_fen);
    complete behaviors;
    disjoint behaviors; */
MingStatus ming_fen_add (MingFen a_fen, MingFen b_fen, MingFen *out_fen);

/** a - b, refused with %MING_E_RANGE below zero. */
/*@ requires \valid (out_fen);
    assigns *out_fen;
    behavior fits:
      assumes is_fen (a_fen) && is_fen (b_fen) && is_fen (a_fen - b_fen);
      ensures \result == MING_OK && *out_fen == a_fen - b_fen;
    behavior refused:
      assumes !(is_fen (a_fen) && is_fen (b_fen) && is_fen (a_fen - b_fen));
      ensures \result == MING_E_RANGE && *out_fen == \old (*out_fen);
    complete behaviors;
    disjoint behaviors; */
MingStatus ming_fen_subtract (MingFen a_fen, MingFen b_fen, MingFen *out_fen);

/** The smaller of two amounts. */
/*@ assigns \nothing;
    ensures \result == \min (a_fen, b_fen); */
MingFen ming_fen_min (MingFen a_fen, MingFen b_fen);

/**
 * Rounds @whole_fen + @num / @den to @rounding.
 *
 * @whole_fen: 0 … 10¹³
 * @num, @den: 0 <= num < den <= 10¹²
 */
/*@ requires \valid (out_fen);
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures good: \result == MING_OK ==> is_rounding (rounding) && is_fen (*out_fen) && 0 <= num < den;
    ensures fits: is_rounding (rounding) && 0 <= num < den <= MING_FEN_MAX && 0 <= whole_fen
      && whole_fen + rounding.unit <= MING_FEN_MAX ==> \result == MING_OK;
    ensures near: \result == MING_OK ==> whole_fen - rounding.unit < *out_fen <= whole_fen + rounding.unit;
    ensures unit: \result == MING_OK ==> *out_fen % rounding.unit == 0;
    ensures down: \result == MING_OK && rounding.mode == MING_ROUND_DOWN ==> *out_fen <= whole_fen;
    ensures up: \result == MING_OK && rounding.mode == MING_ROUND_UP ==>
      *out_fen >= whole_fen && (num > 0 ==> *out_fen > whole_fen);
    ensures nearest: \result == MING_OK && rounding.mode == MING_ROUND_HALF_UP ==>
      -rounding.unit * den < 2 * ((*out_fen - whole_fen) * den - num) <= rounding.unit * den;
    ensures whole: \result == MING_OK && num == 0 && whole_fen % rounding.unit == 0 ==> *out_fen == whole_fen;
 */
MingStatus ming_money_round (int64_t whole_fen, int64_t num, int64_t den, MingRounding rounding,
                             MingFen *out_fen);

/** @amount × @rate, rounded once. */
/*@ requires \valid (out_fen);
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures good: \result == MING_OK ==>
      is_exact (amount) && is_rate (rate) && is_rounding (rounding) && is_fen (*out_fen);
    ensures share: \result == MING_OK && is_share (rate) ==> *out_fen <= amount.whole_fen + rounding.unit;
    ensures nothing: \result == MING_OK && rate.num == 0 ==> *out_fen == 0; */
MingStatus ming_money_apply_rate (MingExact amount, MingRate rate, MingRounding rounding, MingFen *out_fen);

/** @amount ÷ @rate, exact; @rate must be a share above zero. 费用 = 支付额 ÷ 比例. */
/*@ requires \valid (out);
    assigns *out;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out == \old (*out));
    ensures exact: \result == MING_OK ==> is_exact (*out) && is_share (rate) && out->den == rate.num
      && (out->whole_fen * rate.num + out->num) == amount_fen * rate.den;
    ensures more: \result == MING_OK ==> out->whole_fen >= amount_fen; */
MingStatus ming_money_divide_by_rate (MingFen amount_fen, MingRate rate, MingExact *out);

/** @exact rounded half-up to the fen. */
/*@ requires \valid (out_fen);
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures \result == MING_OK ==> is_exact (exact) && *out_fen == nearest_fen (exact) && is_fen (*out_fen);
    ensures is_exact (exact) && exact.whole_fen < MING_FEN_MAX ==> \result == MING_OK; */
MingStatus ming_exact_to_fen (MingExact exact, MingFen *out_fen);

/** @whole_fen - @part, exact; refused with %MING_E_RANGE below zero. */
/*@ requires \valid (out);
    assigns *out;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out == \old (*out));
    ensures \result == MING_OK ==> is_exact (*out) && (part.num == 0 || out->den == part.den);
    ensures sum: \result == MING_OK ==>
      (part.num == 0 && out->num == 0 && out->whole_fen + part.whole_fen == whole_fen)
      || (out->num + part.num == part.den && out->whole_fen + part.whole_fen + 1 == whole_fen); */
MingStatus ming_exact_rest (MingFen whole_fen, MingExact part, MingExact *out);

/**
 * @amount - @part, not below zero.
 *
 * Exact when either is whole or both have the same denominator. Of two different fractions only one can be
 * kept: then @part is first rounded half-up to the fen.
 */
/*@ requires \valid (out);
    assigns out->whole_fen, out->num, out->den;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out == \old (*out));
    ensures \result == MING_OK ==> is_exact (*out) && is_exact (amount);
    ensures less: \result == MING_OK ==> out->whole_fen <= amount.whole_fen;
    ensures whole: \result == MING_OK && amount.num == 0 && part.num == 0 ==>
      out->num == 0 && out->whole_fen == \max (amount.whole_fen - part.whole_fen, 0);
    ensures whole_part: \result == MING_OK && part.num == 0 && part.whole_fen <= amount.whole_fen ==>
      out->whole_fen == amount.whole_fen - part.whole_fen && out->num == amount.num
      && (amount.num > 0 ==> out->den == amount.den);
    ensures none: \result == MING_OK && part.num == 0 && part.whole_fen > amount.whole_fen ==>
      out->whole_fen == 0 && out->num == 0; */
MingStatus ming_exact_subtract (MingExact amount, MingExact part, MingExact *out);

/**
 * ⌊@part × @share ÷ @whole⌋ without overflow, for dividing a payment among rows.
 *
 * @part: amount to divide
 * @share: what this row holds, <= @whole
 * @whole: what all rows hold together, > 0
 */
/*@ requires \valid (out_fen);
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures \result == MING_OK <==>
      is_fen (part_fen) && is_fen (share_fen) && is_fen (whole_fen) && whole_fen > 0 && share_fen <=
   whole_fen; ensures quotient: \result == MING_OK ==> 0 <= *out_fen && *out_fen * whole_fen <= part_fen *
   share_fen < (*out_fen + 1) * whole_fen; ensures all: \result == MING_OK && share_fen == whole_fen ==>
   *out_fen == part_fen; ensures most: \result == MING_OK ==> *out_fen <= part_fen; */
MingStatus ming_money_prorate (MingFen part_fen, MingFen share_fen, MingFen whole_fen, MingFen *out_fen);
