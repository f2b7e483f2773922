/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-finance.h"
#include "ming-layer.h"

/**
 * MingSettlement: one visit settled.
 *
 * @bill: the segment × payer table; Σ rows = Σ payers = total, proved before it is handed out
 * @layer: what each layer of the plan did, by index
 * @fund_fen: Σ of all funds (fund_pay_sumamt), without the accounts
 * @person_fen: total - funds (psn_part_amt) = accounts + cash
 * @dedc_std_fen, @crt_dedc_fen, @act_dedc_fen: the three deductibles of the first layer that has one
 * @purse_after, @family_paid_fen: the accounts after the visit and what each family account paid
 */
typedef struct
{
  MingBill bill;
  int32_t n_layers;
  MingLayerTrace layer[MING_LAYERS_MAX];
  MingFen fund_fen;
  MingFen person_fen;
  MingFen dedc_std_fen;
  MingFen crt_dedc_fen;
  MingFen act_dedc_fen;
  MingPurse purse_after;
  MingFen family_paid_fen[MING_FAMILY_MAX];
} MingSettlement;

/**
 * Settles one visit (结算): layers in order, then financing, then proof.
 *
 * The year is this function folded over its visits. On any status but %MING_OK neither @out nor @year is
 * to be used; @year itself is written only on %MING_OK.
 *
 * @plan: checked by ming_plan_check()
 * @visit: the bill and what the rules ask about the visit
 * @purse: balances before the visit
 * @year: in: the year so far; out: the year with this visit
 */
MingStatus ming_settle (const MingPlan *plan, const MingVisit *visit, const MingPurse *purse, MingYear *year,
                        MingSettlement *out);
