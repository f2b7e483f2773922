/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/ming-settle.h"

/* Plans written by hand for the core's tests: short, readable, and empty where a rule is silent. */

#define ONE_RATE(a) ((MingRate){ (a), 10000 })
#define ELIGIBLE_PARTS (MING_PART_BIT (MING_PART_DEDUCTIBLE) | MING_PART_BIT (MING_PART_SHARE) \
                        | MING_PART_BIT (MING_PART_OVER_CAP) | MING_PART_BIT (MING_PART_IN_SCOPE))

static const MingRounding ROUND_FLOOR = { MING_UNIT_FEN, MING_ROUND_DOWN };

/* A fund that pays @rate_bp of everything it sees, with no deductible and no cap. */
static inline MingLayer
flat_layer (MingLayerKind kind, MingPayer payer, int rate_bp, int counter)
{
  MingLayer layer = { 0 };

  layer.kind = kind;
  layer.payer = payer;
  layer.parts = MING_PART_BIT (MING_PART_IN_SCOPE);
  layer.deductible.percent_of_bill = (MingRate){ 0, 1 };
  layer.deductible.n_amounts = 1;
  layer.bands.n_bands = 1;
  layer.bands.rate[0] = ONE_RATE (rate_bp);
  layer.rounding = MING_ROUNDING_DEFAULT;
  layer.counter = counter;
  return layer;
}

static inline void
set_deductible (MingLayer *layer, MingDeductibleKind kind, MingFen amount_fen)
{
  layer->deductible.kind = kind;
  layer->deductible.n_amounts = 1;
  layer->deductible.amount_fen[0] = amount_fen;
}

static inline void
set_bands (MingLayer *layer, int n_bands, const MingFen *edge_fen, const int *rate_bp)
{
  layer->bands.n_bands = n_bands;
  for (int i = 0; i < n_bands; i++)
    {
      layer->bands.rate[i] = ONE_RATE (rate_bp[i]);
      if (i + 1 < n_bands)
        layer->bands.edge_fen[i] = edge_fen[i];
    }
}

static inline void
add_cap (MingLayer *layer, MingCapKind kind, MingPeriod period, MingFen amount_fen, int counter)
{
  g_assert_cmpint (layer->n_caps, <, MING_CAPS_MAX);
  layer->cap[layer->n_caps++] = (MingCap){ kind, period, amount_fen, counter };
}

/* The plan with no layer at all; the accounts may pay everything but what is wholly own. */
static inline MingPlan
empty_plan (void)
{
  MingPlan plan = { 0 };

  plan.away_first = (MingRate){ 0, 1 };
  plan.away_rounding = MING_ROUNDING_DEFAULT;
  plan.financing.n_order = MING_N_PARTS;
  for (int i = 0; i < MING_N_PARTS; i++)
    {
      plan.financing.order[i] = (MingPart) i;
      plan.financing.may_own |= MING_PART_BIT (i);
      plan.financing.may_family |= MING_PART_BIT (i);
    }
  return plan;
}

static inline MingLayer *
add_layer (MingPlan *plan, MingLayer layer)
{
  g_assert_cmpint (plan->n_layers, <, MING_LAYERS_MAX);
  plan->layer[plan->n_layers] = layer;
  return &plan->layer[plan->n_layers++];
}

/* A stay whose whole bill is in scope. */
static inline MingVisit
stay_of (MingFen in_scope_fen)
{
  MingVisit visit = { 0 };

  visit.charges.total_fen = visit.charges.in_scope_fen = in_scope_fen;
  visit.stay_days = 10;
  visit.admission = true;
  visit.month = 2024 * 12;
  return visit;
}

/*
 * Settles with an empty purse and expects it to go well; every result is balanced,
 * or the core would refuse.
 */
static inline MingSettlement
settle_ok (const MingPlan *plan, const MingVisit *visit, MingYear *year)
{
  MingSettlement out;
  MingPurse purse = { 0 };

  g_assert_cmpint (ming_settle (plan, visit, &purse, year, &out), ==, MING_OK);
  g_assert_cmpint (ming_bill_check (&out.bill), ==, MING_OK);
  return out;
}

/* What the funds pay on a first bill of @in_scope_fen. */
static inline MingFen
fund_of_first (const MingPlan *plan, MingFen in_scope_fen)
{
  MingYear year = { 0 };
  MingVisit visit = stay_of (in_scope_fen);

  return settle_ok (plan, &visit, &year).fund_fen;
}

/* One layer that pays @rate_bp of all that is in scope. */
static inline MingPlan
beijing_outpatient (int rate_bp)
{
  MingPlan plan = empty_plan ();

  add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFOB, rate_bp, 0));
  return plan;
}
