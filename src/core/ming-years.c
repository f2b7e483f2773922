/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-years.h"

/* A hundred years: more than anybody pays. */
#define MONTHS_MAX 1200

/*@ assigns \nothing;
    ensures \result <==> are_months (months); */
static bool
months_are_valid (int32_t months)
{
  return months >= 0 && months <= MONTHS_MAX;
}

/*@ requires 0 <= required && 0 <= held;
    assigns \nothing;
    ensures \result == \max (required - held, 0); */
static int32_t
gap_of (int32_t required, int32_t held)
{
  return held < required ? required - held : 0;
}

/*@ assigns \nothing;
    ensures \result == \max (a, b); */
static int32_t
larger (int32_t a, int32_t b)
{
  return a > b ? a : b;
}

MingStatus
ming_years_gap (const MingYearsRule *rule, const MingYearsHeld *held, MingYearsGap *out)
{
  if (!months_are_valid (rule->total_months) || !months_are_valid (rule->actual_months)
      || !months_are_valid (rule->local_months) || !months_are_valid (held->paid_months)
      || !months_are_valid (held->deemed_months) || !months_are_valid (held->local_months))
    return MING_E_RANGE;
  if (held->local_months > held->paid_months)
    return MING_E_RANGE;
  out->total_gap_months = gap_of (rule->total_months, held->paid_months + held->deemed_months);
  out->actual_gap_months = gap_of (rule->actual_months, held->paid_months);
  out->local_gap_months = gap_of (rule->local_months, held->local_months);
  out->missing_months = larger (out->total_gap_months,
                                larger (out->actual_gap_months, out->local_gap_months));
  return MING_OK;
}

MingStatus
ming_years_makeup_cost (int32_t months, MingFen base_fen, MingRate rate, MingRounding rounding,
                        MingFen *out_month_fen, MingFen *out_total_fen)
{
  MingFen month_fen = 0;
  MingStatus status;

  if (!months_are_valid (months))
    return MING_E_RANGE;
  status = ming_money_apply_rate (ming_exact_from_fen (base_fen), rate, rounding, &month_fen);
  if (status != MING_OK)
    return status;
  if (months > 0 && month_fen > MING_FEN_MAX / months)
    return MING_E_RANGE;
  //@ assert month_fen * months <= MING_FEN_MAX;
  *out_month_fen = month_fen;
  *out_total_fen = month_fen * months;
  return MING_OK;
}
