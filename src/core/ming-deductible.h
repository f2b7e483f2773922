/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-layer.h"

/**
 * MingDeducted: a deductible, worked out for one visit.
 * @status: %MING_E_RANGE when the visit or an amount passes the bounds of the core; the rest is then 0
 * @nth: the admission this is, from 1 (0 when the deductible does not depend on it)
 * @periods: settlement periods the stay opened, at least 1
 * @std_fen: the rule's amount (dedc_std 起付标准)
 * @crt_fen: after what earlier visits of the year already bore (crt_dedc 本次起付线)
 * @act_fen: what this bill consumes (act_pay_dedc 实际支付起付线)
 */
typedef struct
{
  MingStatus status;
  int32_t nth;
  int32_t periods;
  MingFen std_fen;
  MingFen crt_fen;
  MingFen act_fen;
} MingDeducted;

/*@ predicate is_visit (MingVisit *visit) =
      0 <= visit->level < MING_LEVELS_MAX && 0 <= visit->stay_days <= MING_STAY_DAYS_MAX;
    // this bill consumes no more than is left of the rule's amount
    predicate is_deducted (MingDeducted deducted) =
      0 <= deducted.act_fen <= deducted.crt_fen <= deducted.std_fen <= MING_FEN_MAX
      && 0 <= deducted.nth <= MING_LEVELS_MAX * MING_YEAR_ADMISSIONS_MAX + 1
      && 1 <= deducted.periods <= 2 * MING_STAY_DAYS_MAX;
 */

/**
 * The deductible of @visit under @deductible.
 * @base_fen: the amount the deductible is taken from; act_fen never exceeds it
 * @year: the year as the visit finds it
 */
/*@ requires \valid_read (deductible) && \valid_read (visit) && \valid_read (year) && \valid_read (counter);
    requires rule: is_deductible (deductible);
    requires year: is_year (year);
    requires counter: is_counter (counter);
    requires base: is_fen (base_fen);
    assigns \nothing;
    ensures refused: \result.status == MING_OK || \result.status == MING_E_RANGE;
    ensures visit: \result.status == MING_OK ==> is_visit (visit);
    ensures deducted: \result.status == MING_OK ==> is_deducted (\result);
    ensures most: \result.status == MING_OK ==> \result.act_fen <= base_fen;
    ensures all: \result.status == MING_OK && \result.crt_fen <= base_fen ==>
      \result.act_fen == \result.crt_fen;
    ensures none: \result.status == MING_OK && deductible->kind == MING_DEDUCTIBLE_NONE ==>
      \result.act_fen == 0; */
MingDeducted ming_deductible_apply (const MingDeductible *deductible, const MingVisit *visit,
                                    const MingYear *year, const MingCounter *counter, MingFen base_fen);
