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
 * 0 <= num <= 10 000 000, 0 < den <= 1 000 000.
 */
typedef struct
{
  int32_t num;
  int32_t den;
} MingRate;

#define MING_RATE_NUM_MAX 10000000
#define MING_RATE_DEN_MAX 1000000
