/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-account.h"

MingStatus
ming_base_clamp (const MingBaseLimits *limits, MingFen wage_fen, MingFen *out_base_fen)
{
  MingFen base_fen = wage_fen;

  if (!ming_fen_is_valid (wage_fen) || !ming_fen_is_valid (limits->floor_fen)
      || !ming_fen_is_valid (limits->cap_fen))
    return MING_E_RANGE;
  if (limits->cap_fen > 0 && limits->floor_fen > limits->cap_fen)
    return MING_E_PLAN;
  if (base_fen < limits->floor_fen)
    base_fen = limits->floor_fen;
  if (limits->cap_fen > 0 && base_fen > limits->cap_fen)
    base_fen = limits->cap_fen;
  *out_base_fen = base_fen;
  return MING_OK;
}

/* Share by share, as the account is credited party by party (单位划入, 个人划入). */
/*@ requires \valid_read (rule) && \valid (out) && \separated (rule, out);
    assigns *out;
    ensures \result == MING_OK || \result == MING_E_RANGE;
    ensures \result == MING_OK ==> is_fen (out->own_fen) && is_fen (out->unit_fen)
      && is_fen (out->month_fen) && out->month_fen == out->own_fen + out->unit_fen
      && out->year_fen == 12 * out->month_fen; */
static MingStatus
credit_by_rates (const MingCreditRule *rule, MingFen basis_fen, MingCredit *out)
{
  MingExact basis = ming_exact_from_fen (basis_fen);
  MingFen own_fen = 0, unit_fen = 0, month_fen = 0;
  MingStatus status = ming_money_apply_rate (basis, rule->own_rate, rule->rounding, &own_fen);

  if (status == MING_OK)
    status = ming_money_apply_rate (basis, rule->unit_rate, rule->rounding, &unit_fen);
  if (status == MING_OK)
    status = ming_fen_add (own_fen, unit_fen, &month_fen);
  if (status != MING_OK)
    return status;
  out->basis_fen = basis_fen;
  out->own_fen = own_fen;
  out->unit_fen = unit_fen;
  out->month_fen = month_fen;
  out->year_fen = month_fen * 12;
  return MING_OK;
}

MingStatus
ming_credit_compute (const MingCreditRule *rule, MingFen basis_fen, MingCredit *out)
{
  MingCredit credit = { 0, 0, 0, 0, 0 };
  MingStatus status = MING_OK;

  if (!ming_fen_is_valid (basis_fen) || !ming_fen_is_valid (rule->amount_fen))
    return MING_E_RANGE;
  switch (rule->kind)
    {
    case MING_CREDIT_NONE:
      break;
    case MING_CREDIT_PERCENT_OF_BASE:
    case MING_CREDIT_PERCENT_OF_PENSION:
      status = credit_by_rates (rule, basis_fen, &credit);
      break;
    case MING_CREDIT_PERCENT_OF_AVERAGE:
      status = credit_by_rates (rule, rule->amount_fen, &credit);
      break;
    case MING_CREDIT_FIXED_PER_MONTH:
      credit.month_fen = rule->amount_fen;
      credit.year_fen = rule->amount_fen * 12;
      break;
    case MING_CREDIT_FIXED_PER_YEAR:
      credit.year_fen = rule->amount_fen;
      break;
    default:
      status = MING_E_PLAN;
      break;
    }
  if (status == MING_OK && credit.year_fen > MING_FEN_MAX)
    status = MING_E_RANGE;
  if (status == MING_OK)
    {
      out->basis_fen = credit.basis_fen;
      out->own_fen = credit.own_fen;
      out->unit_fen = credit.unit_fen;
      out->month_fen = credit.month_fen;
      out->year_fen = credit.year_fen;
    }
  return status;
}
