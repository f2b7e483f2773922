/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

/* One step of a year: what happens, and what the deductible should be. */
typedef struct
{
  MingFen in_scope_fen;
  int level;
  int stay_days;
  MingFen std, crt, act;
} DeductibleStep;

static void
walk_deductible (const MingDeductible *deductible, const DeductibleStep *steps, gsize n_steps, bool admission)
{
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 10000, 0));

  layer->deductible = *deductible;
  for (gsize i = 0; i < n_steps; i++)
    {
      MingVisit visit = stay_of (steps[i].in_scope_fen);
      MingSettlement out;

      visit.level = steps[i].level;
      visit.stay_days = steps[i].stay_days;
      visit.admission = admission;
      out = settle_ok (&plan, &visit, &year);
      g_assert_cmpint (out.dedc_std_fen, ==, steps[i].std);
      g_assert_cmpint (out.crt_dedc_fen, ==, steps[i].crt);
      g_assert_cmpint (out.act_dedc_fen, ==, steps[i].act);
      g_assert_cmpint (out.fund_fen, ==, steps[i].in_scope_fen - steps[i].act);
      g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_DEDUCTIBLE), ==, steps[i].act);
    }
}

static const MingDeductible nothing = { .percent_of_bill = { 0, 1 }, .n_amounts = 1 };

static void
test_per_admission (void)
{
  /* SEG-02, SEG-05: 400 / 280 / 140 by the stay; the last row goes on */
  MingDeductible deductible = { .kind = MING_DEDUCTIBLE_PER_ADMISSION, .n_amounts = 3,
                                .amount_fen = { 40000, 28000, 14000 }, .percent_of_bill = { 0, 1 } };
  static const DeductibleStep steps[] = {
    { 1000000, 0, 10, 40000, 40000, 40000 }, { 27999, 1, 10, 28000, 28000, 27999 },
    { 14000, 0, 10, 14000, 14000, 14000 },   { 14001, 2, 10, 14000, 14000, 14000 },
    { 13999, 0, 10, 14000, 14000, 13999 },
  };
  static const DeductibleStep outpatient[] = {
    { 1000000, 0, 0, 40000, 40000, 40000 }, { 1000000, 0, 0, 40000, 40000, 40000 },
  };
  static const DeductibleStep by_level[] = {
    { 90000, 0, 10, 40000, 40000, 40000 }, { 90000, 1, 10, 40000, 40000, 40000 },
    { 90000, 0, 10, 28000, 28000, 28000 }, { 90000, 1, 10, 28000, 28000, 28000 },
  };

  walk_deductible (&deductible, steps, G_N_ELEMENTS (steps), true);
  walk_deductible (&deductible, outpatient, G_N_ELEMENTS (outpatient), false);
  deductible.same_level = true;
  walk_deductible (&deductible, by_level, G_N_ELEMENTS (by_level), true);
}

static void
test_long_stay (void)
{
  /* BJ-11: 1300 for the first 90 days, 650 for the second period, 1950 together */
  MingDeductible deductible = { .kind = MING_DEDUCTIBLE_PER_ADMISSION,
                                .n_amounts = 2,
                                .amount_fen = { 130000, 65000 },
                                .percent_of_bill = { 0, 1 },
                                .period_days = 90 };
  static const DeductibleStep days_90[] = { { 1000000, 0, 90, 130000, 130000, 130000 } };
  static const DeductibleStep days_91[] = { { 1000000, 0, 91, 195000, 195000, 195000 },
                                            { 1000000, 0, 91, 130000, 130000, 130000 } };
  static const DeductibleStep days_181[] = { { 200000, 0, 181, 260000, 260000, 200000 } };

  walk_deductible (&deductible, days_90, 1, true);
  walk_deductible (&deductible, days_91, 2, true);
  walk_deductible (&deductible, days_181, 1, true);
}

static void
test_once_a_year (void)
{
  MingDeductible deductible = { .kind = MING_DEDUCTIBLE_ONCE_A_YEAR, .n_amounts = 1, .amount_fen = { 80000 },
                                .percent_of_bill = { 0, 1 } };
  static const DeductibleStep steps[] = { { 79999, 0, 5, 80000, 80000, 79999 },
                                          { 90000, 1, 5, 80000, 0, 0 } };
  static const DeductibleStep by_level[] = { { 90000, 0, 5, 80000, 80000, 80000 },
                                             { 90000, 1, 5, 80000, 80000, 80000 },
                                             { 90000, 1, 5, 80000, 0, 0 } };

  walk_deductible (&deductible, steps, G_N_ELEMENTS (steps), true);
  deductible.same_level = true;
  walk_deductible (&deductible, by_level, G_N_ELEMENTS (by_level), true);
}

static void
test_cumulative (void)
{
  /* BJ-02: 1800 a year for outpatient care, 5.00 of it used */
  MingDeductible deductible = { .kind = MING_DEDUCTIBLE_CUMULATIVE, .n_amounts = 1, .amount_fen = { 180000 },
                                .percent_of_bill = { 0, 1 } };
  static const DeductibleStep steps[] = {
    { 500, 0, 0, 180000, 180000, 500 }, { 179499, 0, 0, 180000, 179500, 179499 }, { 2, 0, 0, 180000, 1, 1 },
    { 1, 0, 0, 180000, 0, 0 },
  };

  walk_deductible (&deductible, steps, G_N_ELEMENTS (steps), false);
}

static void
test_highest_of_year (void)
{
  /* 200 in level 1, 800 in level 3: moving up costs the difference, moving down nothing */
  MingPlan low = empty_plan (), high = empty_plan ();
  MingVisit visit = stay_of (100000);
  MingYear year = { 0 };
  MingSettlement out;

  set_deductible (add_layer (&low, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 10000, 0)),
                  MING_DEDUCTIBLE_HIGHEST_OF_YEAR, 20000);
  set_deductible (add_layer (&high, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 10000, 0)),
                  MING_DEDUCTIBLE_HIGHEST_OF_YEAR, 80000);
  out = settle_ok (&low, &visit, &year);
  g_assert_cmpint (out.act_dedc_fen, ==, 20000);
  out = settle_ok (&high, &visit, &year);
  g_assert_cmpint (out.dedc_std_fen, ==, 80000);
  g_assert_cmpint (out.act_dedc_fen, ==, 60000);
  out = settle_ok (&low, &visit, &year);
  g_assert_cmpint (out.act_dedc_fen, ==, 0);
  out = settle_ok (&high, &visit, &year);
  g_assert_cmpint (out.act_dedc_fen, ==, 0);
}

static void
test_per_visit (void)
{
  MingDeductible deductible = { .kind = MING_DEDUCTIBLE_PER_VISIT, .n_amounts = 1, .amount_fen = { 4000 },
                                .percent_of_bill = { 0, 1 }, .year_stop_fen = 10000 };
  static const DeductibleStep stopped[] = {
    { 9000, 0, 0, 4000, 4000, 4000 }, { 9000, 0, 0, 4000, 4000, 4000 }, { 1999, 0, 0, 4000, 2000, 1999 },
    { 9000, 0, 0, 4000, 1, 1 },       { 9000, 0, 0, 4000, 0, 0 },
  };
  static const DeductibleStep endless[] = { { 9000, 0, 0, 4000, 4000, 4000 },
                                            { 3999, 0, 0, 4000, 4000, 3999 },
                                            { 9000, 0, 0, 4000, 4000, 4000 },
                                            { 9000, 0, 0, 4000, 4000, 4000 } };

  walk_deductible (&deductible, stopped, G_N_ELEMENTS (stopped), false);
  deductible.year_stop_fen = 0;
  walk_deductible (&deductible, endless, G_N_ELEMENTS (endless), false);
}

static void
test_percent_of_bill (void)
{
  /* 10 % of the bill, at least 300, at most 2000 */
  MingDeductible deductible = { .kind = MING_DEDUCTIBLE_PER_ADMISSION, .percent_of_bill = { 10, 100 },
                                .floor_fen = 30000, .ceiling_fen = 200000 };
  static const DeductibleStep steps[] = {
    { 20000, 0, 5, 30000, 30000, 20000 },       { 300000, 0, 5, 30000, 30000, 30000 },
    { 300004, 0, 5, 30000, 30000, 30000 },      { 300005, 0, 5, 30001, 30001, 30001 },
    { 1999994, 0, 5, 199999, 199999, 199999 },  { 2000000, 0, 5, 200000, 200000, 200000 },
    { 2000010, 0, 5, 200000, 200000, 200000 },
  };

  walk_deductible (&deductible, steps, G_N_ELEMENTS (steps), true);
}

static void
test_no_deductible (void)
{
  static const DeductibleStep steps[] = { { 1, 0, 5, 0, 0, 0 }, { 500, 0, 500, 0, 0, 0 } };

  walk_deductible (&nothing, steps, G_N_ELEMENTS (steps), true);
}

/* Axis × scope: deductible 100 once, edge at 1000, 50 % below and 100 % above, two bills of 600 and 700. */
static void
test_axis_and_scope (void)
{
  static const MingFen edges[] = { 100000 };
  static const int rates[] = { 5000, 10000 };
  static const struct
  {
    MingAxis axis;
    MingScope scope;
    MingFen first, second;
  } rows[] = {
    { MING_AXIS_FIRST_YUAN, MING_SCOPE_BILL, 25000, 35000 },
    { MING_AXIS_ABOVE_DEDUCTIBLE, MING_SCOPE_BILL, 25000, 35000 },
    { MING_AXIS_FIRST_YUAN, MING_SCOPE_YEAR, 25000, 20000 + 30000 },
    { MING_AXIS_ABOVE_DEDUCTIBLE, MING_SCOPE_YEAR, 25000, 25000 + 20000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingYear year = { 0 };
      MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 0, 0));
      MingVisit first = stay_of (60000), second = stay_of (70000);

      set_bands (layer, 2, edges, rates);
      set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, 10000);
      layer->axis = rows[i].axis;
      layer->scope = rows[i].scope;
      g_assert_cmpint (settle_ok (&plan, &first, &year).fund_fen, ==, rows[i].first);
      g_assert_cmpint (settle_ok (&plan, &second, &year).fund_fen, ==, rows[i].second);
    }
}

/* On one bill: the deductible inside the first band, or before it. ±1 fen at the edge. */
static void
test_axis_at_the_edge (void)
{
  static const MingFen edges[] = { 100000 };
  static const int rates[] = { 0, 10000 };
  static const struct
  {
    MingAxis axis;
    MingFen in_scope, fund;
  } rows[] = {
    { MING_AXIS_FIRST_YUAN, 99999, 0 },        { MING_AXIS_FIRST_YUAN, 100000, 0 },
    { MING_AXIS_FIRST_YUAN, 100001, 1 },       { MING_AXIS_ABOVE_DEDUCTIBLE, 109999, 0 },
    { MING_AXIS_ABOVE_DEDUCTIBLE, 110000, 0 }, { MING_AXIS_ABOVE_DEDUCTIBLE, 110001, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 0, 0));

      set_bands (layer, 2, edges, rates);
      set_deductible (layer, MING_DEDUCTIBLE_PER_ADMISSION, 10000);
      layer->axis = rows[i].axis;
      g_assert_cmpint (fund_of_first (&plan, rows[i].in_scope), ==, rows[i].fund);
    }
}

/*
 * Every kind of cap over every period. Bills of 400.00, a deductible of 100.00 that the first one fills,
 * 50 %.
 * January, January, February, April and the next bill after that.
 */
static void
test_caps (void)
{
  static const int months[] = { 0, 0, 1, 3, 3 };
  static const struct
  {
    MingCapKind kind;
    MingPeriod period;
    MingFen amount;
    MingFen fund[5];
  } rows[] = {
    { MING_CAP_ON_PAYMENT, MING_PERIOD_VISIT, 18000, { 15000, 18000, 18000, 18000, 18000 } },
    { MING_CAP_ON_PAYMENT, MING_PERIOD_MONTH, 18000, { 15000, 3000, 18000, 18000, 0 } },
    { MING_CAP_ON_PAYMENT, MING_PERIOD_QUARTER, 45000, { 15000, 20000, 10000, 20000, 20000 } },
    { MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 60001, { 15000, 20000, 20000, 5001, 0 } },
    { MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 0, { 0, 0, 0, 0, 0 } },
    { MING_CAP_ON_COST, MING_PERIOD_VISIT, 35000, { 15000, 17500, 17500, 17500, 17500 } },
    { MING_CAP_ON_COST, MING_PERIOD_MONTH, 35000, { 15000, 2500, 17500, 17500, 0 } },
    { MING_CAP_ON_COST, MING_PERIOD_QUARTER, 75000, { 15000, 20000, 2500, 20000, 17500 } },
    { MING_CAP_ON_COST, MING_PERIOD_YEAR, 75000, { 15000, 20000, 2500, 0, 0 } },
    { MING_CAP_ON_COST, MING_PERIOD_YEAR, 0, { 0, 0, 0, 0, 0 } },
    { MING_CAP_ON_ELIGIBLE, MING_PERIOD_VISIT, 35000, { 12500, 17500, 17500, 17500, 17500 } },
    { MING_CAP_ON_ELIGIBLE, MING_PERIOD_MONTH, 45000, { 15000, 2500, 20000, 20000, 2500 } },
    { MING_CAP_ON_ELIGIBLE, MING_PERIOD_QUARTER, 85000, { 15000, 20000, 2500, 20000, 20000 } },
    { MING_CAP_ON_ELIGIBLE, MING_PERIOD_YEAR, 85000, { 15000, 20000, 2500, 0, 0 } },
    { MING_CAP_ON_ELIGIBLE, MING_PERIOD_YEAR, 9999, { 0, 0, 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int shared = 0; shared < 2; shared++) /* a counter of the cap's own counts the same */
      {
        MingPlan plan = empty_plan ();
        MingYear year = { 0 };
        MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 5000, 0));

        set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, 10000);
        add_cap (layer, rows[i].kind, rows[i].period, rows[i].amount, shared ? 7 : 0);
        for (gsize k = 0; k < G_N_ELEMENTS (months); k++)
          {
            MingVisit visit = stay_of (40000);
            MingSettlement out;

            visit.month += months[k];
            out = settle_ok (&plan, &visit, &year);
            g_assert_cmpint (out.fund_fen, ==, rows[i].fund[k]);
          }
      }
}

/* ±1 fen at a cap on payments, at one on cost and at one on the eligible amount. */
static void
test_cap_edges (void)
{
  static const struct
  {
    MingCapKind kind;
    MingFen in_scope, fund, over;
    int hit;
  } rows[] = {
    { MING_CAP_ON_PAYMENT, 10000, 10000, 0, -1 },  { MING_CAP_ON_PAYMENT, 9999, 9999, 0, -1 },
    { MING_CAP_ON_PAYMENT, 10001, 10000, 1, 0 },   { MING_CAP_ON_COST, 9999, 9999, 0, -1 },
    { MING_CAP_ON_COST, 10000, 10000, 0, -1 },     { MING_CAP_ON_COST, 10001, 10000, 1, 0 },
    { MING_CAP_ON_ELIGIBLE, 10000, 10000, 0, -1 }, { MING_CAP_ON_ELIGIBLE, 10001, 10000, 1, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingYear year = { 0 };
      MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 10000, 0));
      MingVisit visit = stay_of (rows[i].in_scope);
      MingSettlement out;

      add_cap (layer, rows[i].kind, MING_PERIOD_YEAR, 10000, 0);
      out = settle_ok (&plan, &visit, &year);
      g_assert_cmpint (out.fund_fen, ==, rows[i].fund);
      g_assert_cmpint (out.layer[0].cap_hit, ==, rows[i].hit);
      g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_OVER_CAP), ==, rows[i].over);
    }
}

/* Several caps at once: the tightest one bites, whatever its place in the list. */
static void
test_tightest_cap (void)
{
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 5000, 0));
  MingVisit visit = stay_of (100000);
  MingSettlement out;

  add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 70000, 0);
  add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_MONTH, 40000, 0);
  add_cap (layer, MING_CAP_ON_COST, MING_PERIOD_VISIT, 90000, 0);
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.fund_fen, ==, 40000);
  g_assert_cmpint (out.layer[0].cap_hit, ==, 1);
  g_assert_cmpint (out.layer[0].cost_over_fen, ==, 10000);
  g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_SHARE), ==, 80000);
  g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_OVER_CAP), ==, 20000);
  visit.month += 1;
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.fund_fen, ==, 30000);
  g_assert_cmpint (out.layer[0].cap_hit, ==, 0);
}

/* Two kinds of care share one cap: what either is paid counts against it. */
static void
test_shared_cap (void)
{
  MingPlan stay = empty_plan (), special = empty_plan ();
  MingVisit visit = stay_of (100000);
  MingYear year = { 0 };

  add_cap (add_layer (&stay, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 8000, 0)), MING_CAP_ON_PAYMENT,
           MING_PERIOD_YEAR, 150000, 9);
  add_cap (add_layer (&special, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 6000, 1)), MING_CAP_ON_PAYMENT,
           MING_PERIOD_YEAR, 150000, 9);
  g_assert_cmpint (settle_ok (&stay, &visit, &year).fund_fen, ==, 80000);
  g_assert_cmpint (settle_ok (&special, &visit, &year).fund_fen, ==, 60000);
  g_assert_cmpint (settle_ok (&stay, &visit, &year).fund_fen, ==, 10000);
  g_assert_cmpint (settle_ok (&special, &visit, &year).fund_fen, ==, 0);
  g_assert_cmpint (year.counter[0].paid_fen, ==, 90000);
  g_assert_cmpint (year.counter[1].paid_fen, ==, 60000);
  g_assert_cmpint (year.counter[9].paid_fen, ==, 150000);
}

/*
 * Rounding up to ten yuan may pass the band's own cost; a cap then takes back money,
 * never more cost than there is.
 */
static void
test_cap_after_coarse_rounding (void)
{
  static const MingFen edges[] = { 100 };
  static const int rates[] = { 5000, 5000 };
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 0, 0));
  MingVisit visit = stay_of (300);
  MingSettlement out;

  set_bands (layer, 2, edges, rates);
  layer->rounding = (MingRounding){ MING_UNIT_YUAN, MING_ROUND_UP };
  add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 90, 0);
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.fund_fen, ==, 90);
  g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_SHARE), ==, 100); /* 90 ÷ 50 %: not in band 1 */
  g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_OVER_CAP), ==, 200);
}

/* The fund on top takes over the exact fraction; on a tie of half a fen no row is paid more than it holds. */
static void
test_fraction_passed_on (void)
{
  static const struct
  {
    MingFen in_scope, cap, first_bp, second_bp;
    MingFen consumed_row, second;
  } rows[] = {
    { 20, 2, 8000, 10000, 2, 18 },  /* 2.5 used up, 17.5 over: 17.5 × 100 % → 18 */
    { 20, 2, 8000, 9500, 2, 17 },   /* 16.625 */
    { 20, 1, 8000, 10000, 1, 19 },  /* 1.25 used up, 18.75 over */
    { 20, 3, 8000, 10000, 4, 16 },  /* 3.75 used up, 16.25 over */
    { 20, 0, 8000, 10000, 0, 20 },  { 20, 16, 8000, 10000, 20, 0 }, { 20, 15, 8000, 10000, 19, 1 },
    { 20, 15, 8000, 5000, 19, 1 },  /* 18.75 used up, 1.25 × 50 % = 0.625 */
    { 20, 15, 8000, 3000, 19, 0 },  /* 0.375 */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingYear year = { 0 };
      MingVisit visit = stay_of (rows[i].in_scope);
      MingLayer *layer =
          add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, (int) rows[i].first_bp, 0));
      MingSettlement out;

      add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, rows[i].cap, 0);
      layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFOB, (int) rows[i].second_bp, 1));
      layer->parts = MING_PART_BIT (MING_PART_OVER_CAP);
      layer->from_layers = 1u << 0;
      out = settle_ok (&plan, &visit, &year);
      g_assert_cmpint (ming_bill_paid_by (&out.bill, MING_PAYER_HIFP), ==, MIN (rows[i].cap, 16));
      g_assert_cmpint (ming_bill_paid_by (&out.bill, MING_PAYER_HIFOB), ==, rows[i].second);
      for (int k = 0; k < out.bill.n_segments; k++)
        if (out.bill.segment[k].layer == 0)
          g_assert_cmpint (out.bill.segment[k].amount_fen, ==, rows[i].consumed_row);
    }
}

/* A deductible on top of a fraction takes whole fen and leaves the fraction. */
static void
test_fraction_and_deductible (void)
{
  static const struct
  {
    MingFen deductible, in_scope, act, second;
  } rows[] = {
    /* LAY-03's seventh: cap 91 ÷ 91 % uses up 100, cap 65 ÷ 91 % uses up 71 3/7 */
    { 0, 200, 0, 129 },     /* 128 4/7 */
    { 28, 200, 28, 101 },   /* 100 4/7 */
    { 128, 200, 128, 1 },   /* 4/7 */
    { 129, 200, 129, 0 },   /* the deductible rounds the rest up to whole fen, as its row is in whole fen */
    { 500, 200, 129, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingYear year = { 0 };
      MingVisit visit = stay_of (rows[i].in_scope);
      MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 9100, 0));
      MingSettlement out;

      add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 65, 0);
      layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFOB, 10000, 1));
      layer->parts = MING_PART_BIT (MING_PART_OVER_CAP);
      layer->from_layers = 1u << 0;
      set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, rows[i].deductible);
      out = settle_ok (&plan, &visit, &year);
      g_assert_cmpint (out.layer[1].base.whole_fen, ==, 128);
      g_assert_cmpint (out.layer[1].act_dedc_fen, ==, rows[i].act);
      g_assert_cmpint (ming_bill_paid_by (&out.bill, MING_PAYER_HIFOB), ==, rows[i].second);
    }
}

/*
 * A fraction handed down through a layer that is itself over its cap stays exact
 * when that cap leaves whole fen.
 */
static void
test_fraction_handed_down (void)
{
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingVisit visit = stay_of (1000);
  MingSettlement out;

  add_cap (add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 9100, 0)), MING_CAP_ON_PAYMENT,
           MING_PERIOD_YEAR, 65, 0);
  for (int i = 1; i <= 2; i++)
    {
      MingLayer *layer =
          add_layer (&plan,
                     flat_layer (MING_LAYER_SPLIT, i == 1 ? MING_PAYER_HIFOB : MING_PAYER_OTH, 5000 * i, i));

      layer->parts = MING_PART_BIT (MING_PART_OVER_CAP);
      layer->from_layers = 1u << (i - 1);
      if (i == 1)
        add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 50, 1);
    }
  out = settle_ok (&plan, &visit, &year);
  /* 1000 - 71 3/7 - 100 = 828 4/7 */
  g_assert_cmpint (out.layer[1].over.whole_fen, ==, 828);
  g_assert_cmpint ((int64_t) out.layer[1].over.num * 7, ==, (int64_t) out.layer[1].over.den * 4);
  g_assert_cmpint (ming_bill_paid_by (&out.bill, MING_PAYER_OTH), ==, 829);
}

/* More rows than the bill has room for are refused, not written past the end. */
static void
test_too_many_rows (void)
{
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingVisit visit = stay_of (1000000);
  MingPurse purse = { 0 };
  MingSettlement out;

  for (int i = 0; i < 5; i++)
    {
      MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 5000, i));

      layer->bands.n_bands = MING_BANDS_MAX;
      for (int k = 0; k < MING_BANDS_MAX; k++)
        {
          layer->bands.rate[k] = ONE_RATE (5000);
          if (k + 1 < MING_BANDS_MAX)
            layer->bands.edge_fen[k] = k + 1;
        }
      add_cap (layer, MING_CAP_ON_COST, MING_PERIOD_YEAR, 12, i);
      if (i > 0)
        {
          layer->parts = MING_PART_BIT (MING_PART_OVER_CAP);
          layer->from_layers = 1u << (i - 1);
        }
    }
  g_assert_cmpint (ming_settle (&plan, &visit, &purse, &year, &out), ==, MING_E_FULL);
  plan.n_layers = 4; /* 3 × 12 bands, 12 more and no row over the cap: 48 rows, exactly full */
  plan.layer[3].n_caps = 0;
  settle_ok (&plan, &visit, &year);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/layer/deductible/per-admission", test_per_admission);
  g_test_add_func ("/core/layer/deductible/long-stay", test_long_stay);
  g_test_add_func ("/core/layer/deductible/once-a-year", test_once_a_year);
  g_test_add_func ("/core/layer/deductible/cumulative", test_cumulative);
  g_test_add_func ("/core/layer/deductible/highest-of-year", test_highest_of_year);
  g_test_add_func ("/core/layer/deductible/per-visit", test_per_visit);
  g_test_add_func ("/core/layer/deductible/percent-of-bill", test_percent_of_bill);
  g_test_add_func ("/core/layer/deductible/none", test_no_deductible);
  g_test_add_func ("/core/layer/axis-and-scope", test_axis_and_scope);
  g_test_add_func ("/core/layer/axis-at-the-edge", test_axis_at_the_edge);
  g_test_add_func ("/core/layer/caps", test_caps);
  g_test_add_func ("/core/layer/cap-edges", test_cap_edges);
  g_test_add_func ("/core/layer/tightest-cap", test_tightest_cap);
  g_test_add_func ("/core/layer/shared-cap", test_shared_cap);
  g_test_add_func ("/core/layer/cap-after-coarse-rounding", test_cap_after_coarse_rounding);
  g_test_add_func ("/core/layer/fraction-passed-on", test_fraction_passed_on);
  g_test_add_func ("/core/layer/fraction-and-deductible", test_fraction_and_deductible);
  g_test_add_func ("/core/layer/fraction-handed-down", test_fraction_handed_down);
  g_test_add_func ("/core/layer/too-many-rows", test_too_many_rows);
  return g_test_run ();
}
