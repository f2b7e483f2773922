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

/** Whole fen as an exact amount. */
static inline MingExact
ming_exact_from_fen (MingFen fen)
{
  MingExact exact = { fen, 0, 1 };
  return exact;
}

/** Half-up to the fen: the commonest rounding (四舍五入到分). */
#define MING_ROUNDING_DEFAULT ((MingRounding){ MING_UNIT_FEN, MING_ROUND_HALF_UP })

/** Whether @fen is an amount the core accepts: 0 <= fen <= %MING_FEN_MAX. */
bool ming_fen_is_valid (MingFen fen);

/** Whether @rounding names a unit and a direction this file knows. */
bool ming_rounding_is_valid (MingRounding rounding);

/** Whether @rate keeps the bounds of #MingRate. */
bool ming_rate_is_valid (MingRate rate);

/** Whether @rate is valid and at most 100 %. */
bool ming_rate_is_share (MingRate rate);

/** Whether @exact keeps the bounds of #MingExact. */
bool ming_exact_is_valid (MingExact exact);

/** a + b, refused with %MING_E_RANGE beyond %MING_FEN_MAX. */
MingStatus ming_fen_add (MingFen a_fen, MingFen b_fen, MingFen *out_fen);

/** a - b, refused with %MING_E_RANGE below zero. */
MingStatus ming_fen_subtract (MingFen a_fen, MingFen b_fen, MingFen *out_fen);

/** The smaller of two amounts. */
MingFen ming_fen_min (MingFen a_fen, MingFen b_fen);

/**
 * Rounds @whole_fen + @num / @den to @rounding.
 *
 * @whole_fen: 0 … 10¹³
 * @num, @den: 0 <= num < den <= 10¹²
 */
MingStatus ming_money_round (int64_t whole_fen, int64_t num, int64_t den, MingRounding rounding,
                             MingFen *out_fen);

/** @amount × @rate, rounded once. */
MingStatus ming_money_apply_rate (MingExact amount, MingRate rate, MingRounding rounding, MingFen *out_fen);

/** @amount ÷ @rate, exact; @rate must be a share above zero. 费用 = 支付额 ÷ 比例. */
MingStatus ming_money_divide_by_rate (MingFen amount_fen, MingRate rate, MingExact *out);

/** @exact rounded half-up to the fen. */
MingStatus ming_exact_to_fen (MingExact exact, MingFen *out_fen);

/** @whole_fen - @part, exact; refused with %MING_E_RANGE below zero. */
MingStatus ming_exact_rest (MingFen whole_fen, MingExact part, MingExact *out);

/**
 * @amount - @part, not below zero.
 *
 * Exact when either is whole or both have the same denominator. Of two different fractions only one can be kept:
 * then @part is first rounded half-up to the fen.
 */
MingStatus ming_exact_subtract (MingExact amount, MingExact part, MingExact *out);

/**
 * ⌊@part × @share ÷ @whole⌋ without overflow, for dividing a payment among rows.
 *
 * @part: amount to divide
 * @share: what this row holds, <= @whole
 * @whole: what all rows hold together, > 0
 */
MingStatus ming_money_prorate (MingFen part_fen, MingFen share_fen, MingFen whole_fen, MingFen *out_fen);
