/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-money.h"

/**
 * MingCreditKind: how a month's credit to the personal account (个人账户划入) is found.
 */
typedef enum
{
  MING_CREDIT_NONE = 0,           /**< the scheme or the status has no credit 不划入 */
  MING_CREDIT_PERCENT_OF_BASE,    /**< share of the contribution base, clamped 缴费基数 × 比例 */
  MING_CREDIT_FIXED_PER_MONTH,    /**< 定额, 元/月 */
  MING_CREDIT_FIXED_PER_YEAR,     /**< 定额, 元/年 */
  MING_CREDIT_PERCENT_OF_PENSION, /**< share of the person's own pension 本人养老金 × 比例 */
  MING_CREDIT_PERCENT_OF_AVERAGE  /**< share of a published average wage or pension 平均数 × 比例 */
} MingCreditKind;

/**
 * MingCreditRule:
 * @own_rate, @unit_rate: shares added together, each rounded by itself when both are given; a table of ages
 *   gives the unit's share (单位划入部分)
 * @amount_fen: fixed amount, or the published average
 */
typedef struct
{
  MingCreditKind kind;
  MingRate own_rate;
  MingRate unit_rate;
  MingFen amount_fen;
  MingRounding rounding;
} MingCreditRule;

/**
 * MingCredit: a month's credit; for %MING_CREDIT_FIXED_PER_YEAR the month's part is 0 and the year's
 * counts.
 */
typedef struct
{
  MingFen basis_fen;
  MingFen own_fen;
  MingFen unit_fen;
  MingFen month_fen;
  MingFen year_fen;
} MingCredit;

/*@ predicate is_credit (MingCredit *credit) =
      is_fen (credit->own_fen) && is_fen (credit->unit_fen) && is_fen (credit->month_fen)
      && is_fen (credit->year_fen)
      && (credit->own_fen + credit->unit_fen > 0 ==>
        credit->month_fen == credit->own_fen + credit->unit_fen);
 */

/**
 * MingBaseLimits: published floor and cap of the contribution base (缴费基数上下限).
 * Literals, never derived from an average: regions round differently.
 */
typedef struct
{
  MingFen floor_fen;
  MingFen cap_fen;
} MingBaseLimits;

/** @wage_fen clamped between floor and cap; a cap of 0 means that none is published. */
/*@ requires \valid_read (limits) && \valid (out_base_fen) && \separated (limits, out_base_fen);
    assigns *out_base_fen;
    ensures \result == MING_OK
      || ((\result == MING_E_RANGE || \result == MING_E_PLAN) && *out_base_fen == \old (*out_base_fen));
    ensures fen: \result == MING_OK ==> is_fen (*out_base_fen);
    ensures floor: \result == MING_OK ==> *out_base_fen >= limits->floor_fen;
    ensures cap: \result == MING_OK && limits->cap_fen > 0 ==> *out_base_fen <= limits->cap_fen;
    ensures same: \result == MING_OK && wage_fen >= limits->floor_fen
      && (limits->cap_fen == 0 || wage_fen <= limits->cap_fen) ==> *out_base_fen == wage_fen; */
MingStatus ming_base_clamp (const MingBaseLimits *limits, MingFen wage_fen, MingFen *out_base_fen);

/**
 * A month's and a year's credit. %MING_E_RANGE also when twelve months exceed %MING_FEN_MAX.
 * @basis_fen: the clamped base, or the person's own pension; not read by the fixed kinds and averages
 */
/*@ requires \valid_read (rule) && \valid (out) && \separated (rule, out);
    assigns *out;
    ensures \result == MING_OK || \result == MING_E_RANGE || \result == MING_E_PLAN;
    ensures credit: \result == MING_OK ==> is_credit (out);
    ensures year: \result == MING_OK && rule->kind != MING_CREDIT_FIXED_PER_YEAR ==>
      out->year_fen == 12 * out->month_fen; */
MingStatus ming_credit_compute (const MingCreditRule *rule, MingFen basis_fen, MingCredit *out);
