/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

/* What ming_settle() refuses. */

/* Each way a plan can contradict itself. */
static void
test_bad_plans (void)
{
  MingVisit visit = stay_of (1000);
  MingPurse purse = { 0 };
  MingSettlement out;

  for (int i = 0; i < 41; i++)
    {
      MingPlan plan = beijing_outpatient (7000);
      MingYear year = { 0 }, before = { 0 };
      MingLayer *layer = &plan.layer[0];
      MingStatus expected = MING_E_PLAN;

      set_deductible (layer, MING_DEDUCTIBLE_PER_ADMISSION, 100);
      add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 100, 0);
      switch (i)
        {
        case 0: plan.n_layers = -1; break;
        case 1: plan.n_layers = MING_LAYERS_MAX + 1; break;
        case 2: plan.away_first = (MingRate){ 2, 1 }; break;
        case 3: plan.away_first = (MingRate){ 0, 0 }; break;
        case 4: plan.financing.n_order = -1; break;
        case 5: plan.financing.n_order = MING_N_PARTS + 1; break;
        case 6: plan.financing.order[0] = MING_N_PARTS; break;
        case 7: layer->payer = MING_PAYER_CASH; break;
        case 8: layer->bands.n_bands = 0; break;
        case 9: layer->bands.rate[0] = (MingRate){ 3, 2 }; break;
        case 10: layer->counter = -1; break;
        case 11: layer->counter = MING_COUNTERS_MAX; break;
        case 12: layer->from_layers = 1u; break;
        case 13: layer->n_caps = -1; break;
        case 14: layer->n_caps = MING_CAPS_MAX + 1; break;
        case 15: layer->cap[0].amount_fen = -1; break;
        case 16: layer->cap[0].counter = MING_COUNTERS_MAX; break;
        case 17: layer->cap[0].counter = -1; break;
        case 18: layer->parts = MING_PART_BIT (MING_PART_SHARE); break;
        case 19:
          layer->parts = MING_PART_BIT (MING_PART_FULL_OWN) | MING_PART_BIT (MING_PART_IN_SCOPE);
          break;
        case 20: layer->deductible.n_amounts = 0; break;
        case 21: layer->deductible.n_amounts = MING_ADMISSIONS_MAX + 1; break;
        case 22: layer->deductible.amount_fen[0] = -1; break;
        case 23: layer->deductible.percent_of_bill = (MingRate){ 2, 1 }; break;
        case 24: layer->deductible.period_days = -1; break;
        case 25: layer->deductible.floor_fen = -1; break;
        case 26: layer->deductible.ceiling_fen = -1; break;
        case 27: layer->deductible.year_stop_fen = -1; break;
        case 28: layer->kind = (MingLayerKind) 4; break;
        case 29: layer->deductible.kind = (MingDeductibleKind) 6; break;
        case 30: layer->axis = (MingAxis) 2; break;
        case 31: layer->scope = (MingScope) 2; break;
        case 32: layer->round_where = (MingRoundWhere) 2; break;
        case 33: layer->rounding.unit = (MingRoundUnit) 7; break;
        case 34: layer->rounding.mode = (MingRoundMode) 4; break;
        case 35: layer->cap[0].kind = (MingCapKind) 3; break;
        case 36: layer->cap[0].period = (MingPeriod) 4; break;
        case 37: /* a floor above the ceiling */
          layer->deductible.floor_fen = 3;
          layer->deductible.ceiling_fen = 2;
          break;
        case 38: /* the eligible cost knows no deductible */
          layer->kind = MING_LAYER_KEEP;
          break;
        case 39: /* nor a cap on cost */
          layer->kind = MING_LAYER_SHARE_OF_SCOPE;
          layer->deductible.kind = MING_DEDUCTIBLE_NONE;
          layer->cap[0].kind = MING_CAP_ON_COST;
          break;
        default: /* one rounding of the sum needs one denominator */
          layer->bands.n_bands = 2;
          layer->bands.edge_fen[0] = 50;
          layer->bands.rate[1] = (MingRate){ 2, 3 };
          layer->round_where = MING_ROUND_PER_LAYER;
          break;
        }
      g_test_message ("plan %d", i);
      g_assert_cmpint (ming_plan_check (&plan), ==, expected);
      g_assert_cmpint (ming_settle (&plan, &visit, &purse, &year, &out), ==, expected);
      g_assert_cmpmem (&year, sizeof year, &before, sizeof before);
    }
}

/* Each way a visit, a purse or a year can be wrong; the year is left alone. */
static void
test_bad_input (void)
{
  static const struct
  {
    MingCharges charges;
    MingStatus status;
  } bills[] = {
    { { 100, 0, 0, 0, 100 }, MING_OK },
    { { 100, 25, 25, 25, 25 }, MING_OK },
    { { 0, 0, 0, 0, 0 }, MING_OK },
    { { MING_FEN_MAX, 0, 0, 0, MING_FEN_MAX }, MING_OK },
    { { 101, 0, 0, 0, 100 }, MING_E_UNBALANCED },
    { { 99, 0, 0, 0, 100 }, MING_E_UNBALANCED },
    { { 100, -1, 0, 0, 101 }, MING_E_RANGE },
    { { 100, 0, -1, 0, 101 }, MING_E_RANGE },
    { { 100, 0, 0, -1, 101 }, MING_E_RANGE },
    { { 100, 101, 0, 0, -1 }, MING_E_RANGE },
    { { -1, 0, 0, 0, -1 }, MING_E_RANGE },
    { { MING_FEN_MAX + 1, 1, 0, 0, MING_FEN_MAX }, MING_E_RANGE },
    { { 0, MING_FEN_MAX, MING_FEN_MAX, MING_FEN_MAX, MING_FEN_MAX }, MING_E_RANGE },
  };
  const MingPlan plan = beijing_outpatient (7000);
  const MingYear fresh = { 0 };
  MingSettlement out;

  for (gsize i = 0; i < G_N_ELEMENTS (bills); i++)
    {
      MingYear year = fresh;
      MingPurse purse = { 0 };
      MingVisit visit = stay_of (0);

      visit.charges = bills[i].charges;
      g_assert_cmpint (ming_settle (&plan, &visit, &purse, &year, &out), ==, bills[i].status);
      if (bills[i].status != MING_OK)
        g_assert_cmpmem (&year, sizeof year, &fresh, sizeof fresh);
    }
  for (int i = 0; i < 13; i++)
    {
      MingYear year = fresh;
      MingPurse purse = { 0 };
      MingVisit visit = stay_of (1000);

      switch (i)
        {
        case 0: visit.level = -1; break;
        case 1: visit.level = MING_LEVELS_MAX; break;
        case 2: visit.stay_days = -1; break;
        case 3: visit.stay_days = 3661; break;
        case 4: visit.month = -1; break;
        case 5: purse.own_fen = -1; break;
        case 6: purse.n_family = -1; break;
        case 7: purse.n_family = MING_FAMILY_MAX + 1; break;
        case 8: purse.n_family = 1; purse.family_fen[0] = MING_FEN_MAX + 1; break;
        case 9: year.admissions[5] = -1; break;
        case 10: year.admissions[5] = 1001; break;
        case 11: year.counter[MING_COUNTERS_MAX - 1].quarter_paid_fen = -1; break;
        default: year.counter[0].cost_fen = MING_FEN_MAX - 999; break; /* full: 1000 more do not fit */
        }
      g_test_message ("input %d", i);
      g_assert_cmpint (ming_settle (&plan, &visit, &purse, &year, &out), ==, MING_E_RANGE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/settle-refused/plans", test_bad_plans);
  g_test_add_func ("/core/settle-refused/input", test_bad_input);
  return g_test_run ();
}
