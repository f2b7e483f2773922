/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer.h"

/* The rule's amount for the @nth admission (from 1); past the end of the table its last row goes on. */
static MingFen
amount_of_admission (const MingDeductible *deductible, int32_t nth)
{
  int32_t row = nth <= deductible->n_amounts ? nth - 1 : deductible->n_amounts - 1;

  return deductible->amount_fen[row < 0 ? 0 : row];
}

/* A share of the bill, not below the floor and not above the ceiling. */
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

/* Every started period of a long stay has an amount of its own. */
static MingStatus
sum_of_periods (const MingDeductible *deductible, const MingVisit *visit, int32_t nth, int32_t *periods,
                MingFen *out_fen)
{
  MingFen sum_fen = 0;

  *periods = 1;
  if (deductible->period_days > 0 && visit->stay_days > deductible->period_days)
    *periods = (visit->stay_days + deductible->period_days - 1) / deductible->period_days;
  for (int32_t i = 0; i < *periods; i++)
    {
      MingStatus status = ming_fen_add (sum_fen, amount_of_admission (deductible, nth + i), &sum_fen);

      if (status != MING_OK)
        return status;
    }
  *out_fen = sum_fen;
  return MING_OK;
}

/* What is left of @limit_fen after @used_fen. */
static MingFen
left_of (MingFen limit_fen, MingFen used_fen)
{
  return used_fen < limit_fen ? limit_fen - used_fen : 0;
}

/* What earlier visits of the year leave of the rule's amount. */
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
static bool
continues_stay (const MingDeductible *deductible, const MingVisit *visit)
{
  return deductible->transfer_credit && visit->transfer;
}

MingStatus
ming_deductible_apply (const MingDeductible *deductible, const MingVisit *visit, const MingYear *year,
                       const MingCounter *counter, MingFen base_fen, MingLayerTrace *trace)
{
  int32_t nth, periods = 1;
  MingFen std_fen = 0;
  MingStatus status = MING_OK;

  if (visit->level < 0 || visit->level >= MING_LEVELS_MAX || visit->stay_days < 0
      || visit->stay_days > MING_STAY_DAYS_MAX)
    return MING_E_RANGE;
  nth = 1 + (deductible->same_level ? year->admissions[visit->level] : ming_year_admissions (year));
  if (continues_stay (deductible, visit) && nth > 1)
    nth -= 1;

  if (deductible->kind == MING_DEDUCTIBLE_NONE)
    nth = 0;
  else if (deductible->percent_of_bill.num > 0)
    status = percent_of_bill (deductible, base_fen, &std_fen);
  else if (deductible->kind == MING_DEDUCTIBLE_PER_ADMISSION)
    status = sum_of_periods (deductible, visit, nth, &periods, &std_fen);
  else
    std_fen = deductible->amount_fen[0];
  if (status != MING_OK)
    return status;

  trace->nth = deductible->kind == MING_DEDUCTIBLE_PER_ADMISSION ? nth : 0;
  trace->periods = periods;
  trace->dedc_std_fen = std_fen;
  trace->crt_dedc_fen = current_amount (deductible, counter, nth, std_fen);
  if (continues_stay (deductible, visit))
    trace->crt_dedc_fen = left_of (trace->crt_dedc_fen, year->episode_dedc_fen);
  trace->act_dedc_fen = ming_fen_min (trace->crt_dedc_fen, base_fen);
  return MING_OK;
}
