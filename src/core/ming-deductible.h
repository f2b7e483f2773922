/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-layer.h"

/*@ predicate is_visit (MingVisit *visit) =
      0 <= visit->level < MING_LEVELS_MAX && 0 <= visit->stay_days <= MING_STAY_DAYS_MAX;
    // this bill consumes no more than is left of the rule's amount
    predicate is_deducted (MingLayerTrace *trace) =
      0 <= trace->act_dedc_fen <= trace->crt_dedc_fen <= trace->dedc_std_fen <= MING_FEN_MAX
      && 0 <= trace->nth <= MING_LEVELS_MAX * MING_YEAR_ADMISSIONS_MAX + 1
      && 1 <= trace->periods <= 2 * MING_STAY_DAYS_MAX;
 */

/**
 * The deductible of @visit under @deductible: fills nth, periods, dedc_std, crt_dedc and act_dedc of @trace.
 * @base_fen: the amount the deductible is taken from; act_dedc never exceeds it
 * @year: the year as the visit finds it
 */
/*@ requires \valid_read (deductible) && \valid_read (visit) && \valid_read (year) && \valid_read (counter);
    requires \valid (trace);
    requires rule: is_deductible (deductible);
    requires year: is_year (year);
    requires counter: is_counter (counter);
    requires base: is_fen (base_fen);
    assigns trace->nth, trace->periods, trace->dedc_std_fen, trace->crt_dedc_fen, trace->act_dedc_fen;
    ensures refused: \result == MING_OK || \result == MING_E_RANGE;
    ensures visit: \result == MING_OK ==> \old (is_visit (visit));
    ensures deducted: \result == MING_OK ==> is_deducted (trace);
    ensures most: \result == MING_OK ==> trace->act_dedc_fen <= base_fen;
    ensures all: \result == MING_OK && trace->crt_dedc_fen <= base_fen ==>
      trace->act_dedc_fen == trace->crt_dedc_fen;
    ensures none: \result == MING_OK && \old (deductible->kind) == MING_DEDUCTIBLE_NONE ==>
      trace->act_dedc_fen == 0; */
MingStatus ming_deductible_apply (const MingDeductible *deductible, const MingVisit *visit,
                                  const MingYear *year, const MingCounter *counter, MingFen base_fen,
                                  MingLayerTrace *trace);
