/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-deductible.h"

/* The rule's amount for the @nth admission (from 1); past the end of the table its last row goes on. */
/*@ requires \valid_read (deductible) && is_deductible (deductible);
    requires deductible->kind != MING_DEDUCTIBLE_NONE;
    requires 1 <= nth && 1 <= deductible->n_amounts;
    assigns \nothing;
    ensures is_fen (\result); */
static MingFen
amount_of_admission (const MingDeductible *deductible, int32_t nth)
{
  int32_t row = nth <= deductible->n_amounts ? nth - 1 : deductible->n_amounts - 1;

  return deductible->amount_fen[row < 0 ? 0 : row];
}

/* A share of the bill, not below the floor and not above the ceiling. */
/*@ requires \valid_read (deductible) && is_deductible (deductible);
    requires deductible->kind != MING_DEDUCTIBLE_NONE;
    requires is_fen (base_fen) && \valid (out_fen) && \separated (deductible, out_fen);
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures \result == MING_OK ==> is_fen (*out_fen) && deductible->floor_fen <= *out_fen
      && (deductible->ceiling_fen > 0 ==> *out_fen <= deductible->ceiling_fen); */
static MingStatus
percent_of_bill (const MingDeductible *deductible, MingFen base_fen, MingFen *out_fen)
{
  MingFen amount_fen = 0;
  MingStatus status = ming_money_apply_rate (ming_exact_from_fen (base_fen), deductible->percent_of_bill,
                                             MING_ROUNDING_DEFAULT, &amount_fen);

  if (status != MING_OK)
    return status;
  if (amount_fen < deductible->floor_fen)
    amount_fen = deductible->floor_fen;
  if (deductible->ceiling_fen > 0 && amount_fen > deductible->ceiling_fen)
    amount_fen = deductible->ceiling_fen;
  *out_fen = amount_fen;
  return MING_OK;
}

/* The settlement periods that a stay opens. */
/*@ requires 0 <= period_days && 0 <= stay_days <= MING_STAY_DAYS_MAX;
    assigns \nothing;
    ensures 1 <= \result <= 2 * MING_STAY_DAYS_MAX;
    ensures period_days == 0 || stay_days <= period_days ==> \result == 1; */
static int32_t
periods_of_stay (int32_t period_days, int32_t stay_days)
{
  if (period_days == 0 || stay_days <= period_days)
    return 1;
  return (stay_days + period_days - 1) / period_days;
}

/* Every started period of a long stay has an amount of its own. */
/*@ requires \valid_read (deductible) && is_deductible (deductible);
    requires deductible->kind != MING_DEDUCTIBLE_NONE;
    requires \valid (out_fen) && \separated (deductible, out_fen) && 1 <= deductible->n_amounts;
    requires 1 <= nth <= MING_LEVELS_MAX * MING_YEAR_ADMISSIONS_MAX + 1;
    requires 1 <= periods <= 2 * MING_STAY_DAYS_MAX;
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures \result == MING_OK ==> is_fen (*out_fen); */
static MingStatus
sum_of_periods (const MingDeductible *deductible, int32_t periods, int32_t nth, MingFen *out_fen)
{
  MingFen sum_fen = 0;

  /*@ loop invariant 0 <= i <= periods;
      loop invariant is_fen (sum_fen);
      loop assigns i, sum_fen;
      loop variant periods - i; */
  for (int32_t i = 0; i < periods; i++)
    {
      MingStatus status = ming_fen_add (sum_fen, amount_of_admission (deductible, nth + i), &sum_fen);

      if (status != MING_OK)
        return status;
    }
  *out_fen = sum_fen;
  return MING_OK;
}

/* What is left of @limit_fen after @used_fen. */
/*@ requires is_fen (limit_fen) && is_fen (used_fen);
    assigns \nothing;
    ensures \result == \max (limit_fen - used_fen, 0); */
static MingFen
left_of (MingFen limit_fen, MingFen used_fen)
{
  return used_fen < limit_fen ? limit_fen - used_fen : 0;
}

/* What earlier visits of the year leave of the rule's amount. */
/*@ requires \valid_read (deductible) && is_deductible (deductible);
    requires \valid_read (counter) && is_counter (counter) && is_fen (std_fen);
    assigns \nothing;
    ensures 0 <= \result <= std_fen;
    ensures deductible->kind == MING_DEDUCTIBLE_NONE ==> \result == 0; */
static MingFen
current_amount (const MingDeductible *deductible, const MingCounter *counter, int32_t nth, MingFen std_fen)
{
  switch (deductible->kind)
    {
    case MING_DEDUCTIBLE_NONE:
      return 0;
    case MING_DEDUCTIBLE_PER_ADMISSION:
      return std_fen;
    case MING_DEDUCTIBLE_ONCE_A_YEAR:
      return nth > 1 ? 0 : std_fen;
    case MING_DEDUCTIBLE_HIGHEST_OF_YEAR:
    case MING_DEDUCTIBLE_CUMULATIVE:
      return left_of (std_fen, counter->deductible_fen);
    case MING_DEDUCTIBLE_PER_VISIT:
      if (deductible->year_stop_fen == 0)
        return std_fen;
      return ming_fen_min (std_fen, left_of (deductible->year_stop_fen, counter->deductible_fen));
    default:
      return std_fen;
    }
}

/* Whether the visit goes on with the stay before it under this rule. */
/*@ requires \valid_read (deductible) && \valid_read (visit);
    assigns \nothing; */
static bool
continues_stay (const MingDeductible *deductible, const MingVisit *visit)
{
  return deductible->transfer_credit && visit->transfer;
}

/* Which admission of the year the visit is, from 1; a transfer is none of its own. */
/*@ requires \valid_read (deductible) && \valid_read (visit) && is_visit (visit);
    requires \valid_read (year) && is_year (year);
    assigns \nothing;
    ensures 1 <= \result <= MING_LEVELS_MAX * MING_YEAR_ADMISSIONS_MAX + 1; */
static int32_t
number_of_admission (const MingDeductible *deductible, const MingVisit *visit, const MingYear *year)
{
  int32_t before = deductible->same_level ? year->admissions[visit->level] : ming_year_admissions (year);

  //@ assert 0 <= before <= MING_LEVELS_MAX * MING_YEAR_ADMISSIONS_MAX;
  return continues_stay (deductible, visit) && before > 0 ? before : before + 1;
}

/* The rule's amount (起付标准) before the year is looked at. */
/*@ requires \valid_read (deductible) && is_deductible (deductible) && is_fen (base_fen);
    requires \valid (out_fen) && \separated (deductible, out_fen);
    requires 1 <= nth <= MING_LEVELS_MAX * MING_YEAR_ADMISSIONS_MAX + 1;
    requires 1 <= periods <= 2 * MING_STAY_DAYS_MAX;
    assigns *out_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_fen == \old (*out_fen));
    ensures \result == MING_OK ==> is_fen (*out_fen); */
static MingStatus
standard_amount (const MingDeductible *deductible, int32_t nth, int32_t periods, MingFen base_fen,
                 MingFen *out_fen)
{
  if (deductible->kind == MING_DEDUCTIBLE_NONE)
    {
      *out_fen = 0;
      return MING_OK;
    }
  if (deductible->percent_of_bill.num > 0)
    return percent_of_bill (deductible, base_fen, out_fen);
  if (deductible->kind == MING_DEDUCTIBLE_PER_ADMISSION)
    return sum_of_periods (deductible, periods, nth, out_fen);
  //@ assert 1 <= deductible->n_amounts && is_fen (deductible->amount_fen[0]);
  *out_fen = deductible->amount_fen[0];
  return MING_OK;
}

MingDeducted
ming_deductible_apply (const MingDeductible *deductible, const MingVisit *visit, const MingYear *year,
                       const MingCounter *counter, MingFen base_fen)
{
  MingDeducted deducted = { .status = MING_E_RANGE };
  int32_t nth, periods = 1;
  MingFen std_fen = 0, crt_fen;
  bool by_admission = deductible->kind == MING_DEDUCTIBLE_PER_ADMISSION;

  if (visit->level < 0 || visit->level >= MING_LEVELS_MAX || visit->stay_days < 0
      || visit->stay_days > MING_STAY_DAYS_MAX)
    return deducted;
  nth = number_of_admission (deductible, visit, year);
  if (by_admission && deductible->percent_of_bill.num == 0)
    periods = periods_of_stay (deductible->period_days, visit->stay_days);
  if (standard_amount (deductible, nth, periods, base_fen, &std_fen) != MING_OK)
    return deducted;
  crt_fen = current_amount (deductible, counter, nth, std_fen);
  if (continues_stay (deductible, visit))
    crt_fen = left_of (crt_fen, year->episode_dedc_fen);
  //@ assert 0 <= crt_fen <= std_fen <= MING_FEN_MAX;

  deducted.status = MING_OK;
  deducted.nth = by_admission ? nth : 0;
  deducted.periods = periods;
  deducted.std_fen = std_fen;
  deducted.crt_fen = crt_fen;
  deducted.act_fen = ming_fen_min (crt_fen, base_fen);
  return deducted;
}
