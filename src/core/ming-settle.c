/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-settle.h"

#include <stddef.h>

/* Away from home a region may let the person bear a share of the eligible amount before all else. */
static MingStatus
carve_away_first (const MingPlan *plan, MingBill *bill)
{
  int32_t n_segments = bill->n_segments;

  if (plan->away_first.num == 0)
    return MING_OK;
  for (int32_t i = 0; i < n_segments; i++)
    {
      MingSegment *segment = &bill->segment[i];
      MingFen first_fen = 0;
      MingStatus status;

      if (segment->part != MING_PART_IN_SCOPE)
        continue;
      status = ming_money_apply_rate (segment->exact, plan->away_first, plan->away_rounding, &first_fen);
      if (status != MING_OK)
        return status;
      if (first_fen >= segment->amount_fen)
        {
          segment->part = MING_PART_AWAY_FIRST;
          return MING_OK;
        }
      segment->amount_fen -= first_fen;
      segment->exact = ming_exact_from_fen (segment->amount_fen);
      return ming_bill_append (bill, MING_PART_AWAY_FIRST, -1, 0, first_fen, ming_exact_from_fen (first_fen),
                               NULL);
    }
  return MING_OK;
}

/* The deductibles a person asks about are those of the first layer that has one. */
static void
copy_deductibles (const MingPlan *plan, MingSettlement *out)
{
  for (int32_t i = 0; i < plan->n_layers; i++)
    if (plan->layer[i].deductible.kind != MING_DEDUCTIBLE_NONE)
      {
        out->dedc_std_fen = out->layer[i].dedc_std_fen;
        out->crt_dedc_fen = out->layer[i].crt_dedc_fen;
        out->act_dedc_fen = out->layer[i].act_dedc_fen;
        return;
      }
}

/* Whether every account lost exactly what it paid. */
static bool
purse_is_balanced (const MingPurse *before, const MingSettlement *out)
{
  MingFen family_fen = 0;

  if (before->own_fen - out->purse_after.own_fen != ming_bill_paid_by (&out->bill, MING_PAYER_ACCT))
    return false;
  for (int32_t i = 0; i < before->n_family; i++)
    {
      if (before->family_fen[i] - out->purse_after.family_fen[i] != out->family_paid_fen[i])
        return false;
      family_fen += out->family_paid_fen[i];
    }
  return family_fen == ming_bill_paid_by (&out->bill, MING_PAYER_MULAID);
}

/* Conservation: rows, columns, accounts and the identities I2 to I4 of the national settlement record. */
static MingStatus
prove (const MingPurse *before, const MingSettlement *out)
{
  MingFen accounts_fen = ming_bill_paid_by (&out->bill, MING_PAYER_ACCT)
                         + ming_bill_paid_by (&out->bill, MING_PAYER_MULAID);
  MingFen cash_fen = ming_bill_paid_by (&out->bill, MING_PAYER_CASH);
  MingFen layers_fen = 0;

  for (int32_t i = 0; i < out->n_layers; i++)
    layers_fen += out->layer[i].paid_fen;
  if (layers_fen != out->fund_fen || out->fund_fen + out->person_fen != out->bill.total_fen
      || accounts_fen + cash_fen != out->person_fen || !purse_is_balanced (before, out))
    return MING_E_UNBALANCED;
  return ming_bill_check (&out->bill);
}

/* The accounts and cash pay what the funds left. */
static MingStatus
finance (const MingPlan *plan, const MingPurse *purse, MingSettlement *out)
{
  /* apart from the bill: the proof of ming_finance_pay() asks for it */
  MingPurse rest = *purse;
  MingFen family_paid_fen[MING_FAMILY_MAX] = { 0 };
  MingStatus status = ming_finance_pay (&plan->financing, &out->bill, &rest, family_paid_fen);

  if (status != MING_OK)
    return status;
  out->purse_after = rest;
  for (int32_t i = 0; i < MING_FAMILY_MAX; i++)
    out->family_paid_fen[i] = family_paid_fen[i];
  return MING_OK;
}

/* What no plan is asked before it is known to be sound. */
static bool
visit_is_valid (const MingVisit *visit)
{
  return visit->level >= 0 && visit->level < MING_LEVELS_MAX && visit->stay_days >= 0
         && visit->stay_days <= MING_STAY_DAYS_MAX && visit->month >= 0;
}

MingStatus
ming_settle (const MingPlan *plan, const MingVisit *visit, const MingPurse *purse, MingYear *year,
             MingSettlement *out)
{
  /* apart from each other and from what is handed in: the proof of ming_layer_run() asks for it */
  MingYear after = *year;
  MingBill bill;
  MingLayerTrace trace;
  MingStatus status;

  if (!ming_year_is_valid (year) || !visit_is_valid (visit))
    return MING_E_RANGE;
  status = ming_plan_check (plan);
  if (status == MING_OK)
    status = ming_bill_open (&bill, &visit->charges);
  if (status == MING_OK)
    status = carve_away_first (plan, &bill);
  ming_year_enter_month (&after, visit->month);
  for (int32_t i = 0; status == MING_OK && i < plan->n_layers; i++)
    {
      status = ming_layer_run (plan, i, visit, &bill, &after, &trace);
      if (status == MING_OK)
        out->layer[i] = trace;
    }
  if (status != MING_OK)
    return status;

  out->bill = bill;
  out->n_layers = plan->n_layers;
  out->dedc_std_fen = out->crt_dedc_fen = out->act_dedc_fen = 0;
  copy_deductibles (plan, out);
  out->fund_fen = 0;
  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    out->fund_fen += ming_bill_paid_by (&out->bill, (MingPayer) payer);
  out->person_fen = out->bill.total_fen - out->fund_fen;
  status = finance (plan, purse, out);
  if (status == MING_OK)
    status = prove (purse, out);
  if (status != MING_OK)
    return status;

  if (visit->admission)
    after.admissions[visit->level] += 1;
  if (visit->admission)
    after.episode_dedc_fen = out->act_dedc_fen;
  else if (visit->transfer)
    after.episode_dedc_fen = ming_fen_min (after.episode_dedc_fen + out->act_dedc_fen, MING_FEN_MAX);
  *year = after;
  return MING_OK;
}
