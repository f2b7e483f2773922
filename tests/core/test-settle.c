/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

/* Published figures; the ids are those of the fixtures in tests/cases. */

/* A deductible, one rate, maybe a cap on payments. */
static void
test_deductible_and_rate (void)
{
  static const struct
  {
    const char *id;
    MingFen deductible;
    int rate_bp;
    MingFen total, full_own, first_pay, cap;
    MingFen fund;
  } rows[] = {
    { "TB-01", 30000, 6000, 626000, 0, 0, 0, 357600 },
    { "TB-02", 80000, 8000, 600000, 0, 0, 0, 416000 },
    { "TB-03", 10000, 7000, 420000, 0, 0, 0, 287000 },
    { "CLS-03", 0, 8000, 10000, 0, 0, 0, 8000 },
    { "CLS-04", 0, 8000, 10000, 0, 1000, 0, 7200 },
    { "CLS-05", 0, 7000, 50000, 0, 5000, 0, 31500 },
    { "CLS-06", 0, 7000, 20000, 0, 1000, 0, 13300 },
    { "CAT-05", 1000000, 5000, 1500000, 0, 0, 0, 250000 },
    { "CT-01", 20000, 6500, 100000, 0, 0, 0, 52000 },
    { "CT-04", 100000, 8500, 20000000, 0, 0, 0, 16915000 },
    { "CT-07", 100000, 10000, 1000000, 0, 0, 0, 900000 },
    { "CT-08", 100000, 8500, 1500000, 0, 0, 0, 1190000 },
    { "CT-09", 30000, 9000, 500000, 0, 0, 0, 423000 },
    { "CT-15", 0, 10000, 1000, 0, 0, 500, 500 },
    { "CT-19", 5000, 5000, 15000, 0, 0, 0, 5000 },
    { "CT-20", 10000, 4000, 25000, 0, 0, 0, 6000 },
    { "CT-21", 6000, 6500, 50000, 0, 0, 0, 28600 },
    { "CT-22", 9000, 6000, 50000, 0, 0, 0, 24600 },
    { "CT-23", 9000, 6000, 8000, 0, 0, 0, 0 },
    { "CT-26", 16000, 9000, 500000, 0, 0, 0, 435600 },
    { "CT-27", 130000, 8500, 1000000, 0, 0, 0, 739500 },
    { "CT-30", 9000, 6500, 100000, 0, 0, 0, 59150 },
    { "CT-31", 40000, 9200, 1000000, 0, 0, 0, 883200 },
    { "IP-02", 120000, 7000, 2200000, 150000, 50000, 0, 1316000 },
    { "IP-03", 90000, 8000, 15000000, 0, 0, 20000000, 11928000 },
    { "IP-07", 200000, 8000, 500000, 0, 0, 0, 240000 },
    { "IP-08", 80000, 8000, 1500000, 0, 0, 0, 1136000 },
    { "IP-10", 80000, 8000, 500000, 0, 0, 0, 336000 },
    { "IP-15", 20000, 4000, 500000, 0, 0, 0, 192000 },
    { "IP-16", 10000, 6000, 160000, 0, 0, 0, 90000 },
    { "IP-17", 80000, 7000, 500000, 40000, 0, 0, 266000 },
    { "IP-19", 50000, 4000, 300000, 0, 0, 0, 100000 },
    { "IP-22", 97008, 8500, 6000000, 0, 0, 4633600, 4633600 },
    { "OP-05", 20000, 6500, 30000, 0, 0, 0, 6500 },
    { "OP-06", 50000, 5000, 500000, 0, 0, 0, 225000 },
    { "OP-10", 180000, 7000, 200000, 0, 0, 0, 14000 },
    { "BJ-04", 0, 5000, 1800, 0, 0, 0, 900 },
    { "BJ-05", 55000, 5000, 225, 0, 0, 0, 0 },
    { "BJ-08", 0, 8500, 758120, 0, 75000, 0, 580652 },
    { "BJ-09", 0, 9500, 750000, 0, 75000, 0, 641250 },
    { "BJ-10", 0, 10000, 10000, 0, 0, 0, 10000 },
    { "BJ-12", 130000, 8500, 1000000, 0, 0, 0, 739500 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingYear year = { 0 };
      MingLayer *layer =
          add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, rows[i].rate_bp, 0));
      MingVisit visit = stay_of (0);
      MingSettlement out;

      if (rows[i].deductible > 0)
        set_deductible (layer, MING_DEDUCTIBLE_PER_ADMISSION, rows[i].deductible);
      if (rows[i].cap > 0)
        add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, rows[i].cap, 0);
      visit.charges = (MingCharges){ .total_fen = rows[i].total, .full_own_fen = rows[i].full_own,
                                     .first_pay_fen = rows[i].first_pay };
      visit.charges.in_scope_fen = rows[i].total - rows[i].full_own - rows[i].first_pay;
      out = settle_ok (&plan, &visit, &year);
      if (out.fund_fen != rows[i].fund)
        g_error ("%s: the fund pays %" G_GINT64_FORMAT ", published %" G_GINT64_FORMAT, rows[i].id,
                 out.fund_fen, rows[i].fund);
      g_assert_cmpint (out.person_fen, ==, rows[i].total - rows[i].fund);
    }
}

static MingLayer
inpatient_layer (MingFen deductible_fen, int n_bands, const MingFen *edges, const int *rates)
{
  MingLayer layer = flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 0, 0);

  set_bands (&layer, n_bands, edges, rates);
  set_deductible (&layer, MING_DEDUCTIBLE_PER_ADMISSION, deductible_fen);
  return layer;
}

static void
test_bands (void)
{
  static const MingFen seg01[] = { 500000, 1000000 }, seg02[] = { 1000000, 3000000 };
  static const MingFen cat01[] = { 3000000, 10000000 }, cat04[] = { 5000000, 10000000 };
  static const int r80[] = { 8000, 8500, 9000 }, cat01_r[] = { 6000, 6500, 7500 },
                   cat04_r[] = { 5000, 6000, 7000 };
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingVisit visit = stay_of (1500000);
  MingSettlement out;

  add_layer (&plan, inpatient_layer (80000, 3, seg01, r80)); /* SEG-01 */
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.layer[0].slice[0].paid_fen, ==, 336000);
  g_assert_cmpint (out.layer[0].slice[1].paid_fen, ==, 425000);
  g_assert_cmpint (out.layer[0].slice[2].paid_fen, ==, 450000);
  g_assert_cmpint (out.fund_fen, ==, 1211000);
  g_assert_cmpint (out.person_fen, ==, 289000);

  plan.layer[0] = inpatient_layer (40000, 3, seg02, r80); /* SEG-02 */
  g_assert_cmpint (fund_of_first (&plan, 1000000), ==, 768000);
  g_assert_cmpint (fund_of_first (&plan, 3000000), ==, 2468000);
  add_cap (&plan.layer[0], MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 6000000, 0);
  g_assert_cmpint (fund_of_first (&plan, 3000000 + 3532000 * 10 / 9), ==, 6000000);
  g_assert_cmpint (fund_of_first (&plan, 30000000), ==, 6000000);
  plan.layer[0] = inpatient_layer (14000, 3, seg02, r80); /* SEG-05 */
  g_assert_cmpint (fund_of_first (&plan, 1000000), ==, 788800);
  g_assert_cmpint (fund_of_first (&plan, 3000000), ==, 2488800);

  plan.layer[0] = inpatient_layer (1200000, 3, cat01, cat01_r); /* CAT-01 */
  g_assert_cmpint (fund_of_first (&plan, 15000000), ==, 1080000 + 4550000 + 3750000);
  plan.layer[0] = inpatient_layer (800000, 3, cat04, cat04_r); /* CAT-04 */
  g_assert_cmpint (fund_of_first (&plan, 8000000), ==, 3900000);
}

/* Beijing, level 3 and 2, 50000.00 in scope: 规定 第32条, 第36条. */
static void
test_beijing_inpatient (void)
{
  static const MingFen edges[] = { 3000000, 4000000 };
  static const int in_service[] = { 8500, 9000, 9500 }, retired[] = { 9100, 9400, 9700 };
  static const int level_2[] = { 8700, 9200, 9700 };
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingVisit visit = stay_of (5000000);

  add_layer (&plan, inpatient_layer (130000, 3, edges, in_service));
  plan.layer[0].deductible.n_amounts = 2;
  plan.layer[0].deductible.amount_fen[1] = 65000;
  g_assert_cmpint (settle_ok (&plan, &visit, &year).fund_fen, ==, 4289500);
  g_assert_cmpint (settle_ok (&plan, &visit, &year).fund_fen, ==, 4344750); /* second stay: 650 */
  plan.layer[0] = inpatient_layer (130000, 3, edges, retired);
  g_assert_cmpint (fund_of_first (&plan, 5000000), ==, 4521700);
  plan.layer[0] = inpatient_layer (130000, 3, edges, level_2);
  g_assert_cmpint (fund_of_first (&plan, 5000000), ==, 4386900);
}

/* LAY-03: what 65000 / 91 % uses up stays a fraction; the next layer takes 95 % of the exact rest. */
static void
test_lay_03 (void)
{
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingVisit visit = stay_of (30000000);
  MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 9100, 0));
  MingSettlement out;

  set_deductible (layer, MING_DEDUCTIBLE_PER_ADMISSION, 120000);
  add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 6500000, 0);
  layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFOB, 9500, 1));
  layer->parts = MING_PART_BIT (MING_PART_OVER_CAP);
  layer->from_layers = 1u << 0;
  add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 60000000 - 6500000, 1);
  layer = add_layer (&plan, flat_layer (MING_LAYER_ON_REST, MING_PAYER_HIFMI, 6000, 2));
  layer->parts = MING_PART_BIT (MING_PART_SHARE) | MING_PART_BIT (MING_PART_OVER_CAP);
  layer->from_layers = 3u;
  set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, 1437000);

  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.layer[0].uncapped_fen, ==, 27190800);
  g_assert_cmpint (out.layer[0].paid_fen, ==, 6500000);
  g_assert_cmpint (out.layer[0].consumed.whole_fen, ==, 7142857);
  g_assert_cmpint (out.layer[0].over.whole_fen, ==, 22737142);
  g_assert_cmpint (out.layer[1].paid_fen, ==, 21600286);
  g_assert_cmpint (out.layer[2].paid_fen, ==, 205628);
  g_assert_cmpint (out.fund_fen, ==, 28305914);
  g_assert_cmpint (out.person_fen, ==, 1694086);
}

/* OF-01 and AID-01: relief on what the basic fund left, tilted relief on what that left. */
static void
test_relief (void)
{
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingVisit visit = stay_of (5000000);
  MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 7000, 0));
  MingSettlement out;

  set_deductible (layer, MING_DEDUCTIBLE_PER_ADMISSION, 30000);
  for (int i = 1; i <= 2; i++)
    {
      layer = add_layer (&plan, flat_layer (MING_LAYER_ON_REST, MING_PAYER_MAF, i == 1 ? 7000 : 6000, i));
      layer->parts = ELIGIBLE_PARTS;
      layer->from_layers = 1u;
    }
  set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, 300000);
  visit.charges.total_fen = 5200000;
  visit.charges.full_own_fen = 200000;
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.layer[0].paid_fen, ==, 3479000);
  g_assert_cmpint (out.layer[1].paid_fen, ==, 1064700);
  g_assert_cmpint (out.layer[2].paid_fen, ==, 93780);
  g_assert_cmpint (out.fund_fen, ==, 4637480);

  plan = empty_plan ();
  layer = add_layer (&plan, flat_layer (MING_LAYER_ON_REST, MING_PAYER_MAF, 7000, 0));
  add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 30000000, 0);
  g_assert_cmpint (fund_of_first (&plan, 6617200 - 3716180), ==, 2030714); /* AID-01 */
  layer->bands.rate[0] = ONE_RATE (5000);
  layer->cap[0].amount_fen = 300;
  g_assert_cmpint (fund_of_first (&plan, 1000), ==, 300); /* CT-17 */
}

static MingLayer *
add_supplement (MingPlan *plan, MingLayerKind kind, MingPayer payer, int rate_bp)
{
  MingLayer *layer = add_layer (plan, flat_layer (kind, payer, rate_bp, plan->n_layers));

  layer->parts = ELIGIBLE_PARTS;
  layer->from_layers = 1u;
  return layer;
}

/* BJ-01, BJ-03, BJ-07: supplements on the rounded rest, on the eligible amount, and down to a kept share. */
static void
test_beijing_supplements (void)
{
  MingPlan plan = beijing_outpatient (7000);
  MingYear year = { 0 };
  MingVisit visit = stay_of (8400);
  MingSettlement out;

  add_supplement (&plan, MING_LAYER_SHARE_OF_SCOPE, MING_PAYER_CVLSERV, 2000);
  out = settle_ok (&plan, &visit, &year); /* BJ-01 */
  g_assert_cmpint (out.layer[0].paid_fen, ==, 5880);
  g_assert_cmpint (out.layer[1].paid_fen, ==, 1680);
  g_assert_cmpint (out.fund_fen, ==, 7560);

  visit.charges = (MingCharges){ 25000, 2000, 0, 850, 22150 };
  year.counter[0].paid_fen = 1215869;
  out = settle_ok (&plan, &visit, &year); /* BJ-07 */
  g_assert_cmpint (out.layer[0].paid_fen, ==, 15505);
  g_assert_cmpint (out.layer[1].paid_fen, ==, 4430);
  g_assert_cmpint (out.fund_fen, ==, 19935);
  g_assert_cmpint (ming_bill_paid_by (&out.bill, MING_PAYER_CASH), ==, 5065);
  g_assert_cmpint (year.counter[0].paid_fen, ==, 1231374);

  plan = beijing_outpatient (8000);
  add_supplement (&plan, MING_LAYER_ON_REST, MING_PAYER_OTH, 5000);
  add_supplement (&plan, MING_LAYER_KEEP, MING_PAYER_CVLSERV, 500);
  visit.charges = (MingCharges){ 9000, 0, 0, 600, 8400 };
  out = settle_ok (&plan, &visit, &year); /* BJ-03 */
  g_assert_cmpint (out.layer[0].paid_fen, ==, 6720);
  g_assert_cmpint (out.layer[1].paid_fen, ==, 840);
  g_assert_cmpint (out.layer[2].paid_fen, ==, 420);
  g_assert_cmpint (out.layer[2].keep_fen, ==, 420);
  g_assert_cmpint (out.fund_fen, ==, 7980);
  g_assert_cmpint (out.person_fen, ==, 1020);
}

/* The two kinds that look at the eligible cost, at their limits. */
static void
test_scope_layers (void)
{
  static const struct
  {
    MingLayerKind kind;
    int pool_bp, rate_bp;
    MingFen in_scope, cap, paid;
  } rows[] = {
    { MING_LAYER_SHARE_OF_SCOPE, 9000, 2000, 10000, -1, 1000 }, /* only 1000 is unpaid */
    { MING_LAYER_SHARE_OF_SCOPE, 8000, 2000, 10000, -1, 2000 }, /* just the rest */
    { MING_LAYER_SHARE_OF_SCOPE, 7999, 2000, 10000, -1, 2000 },
    { MING_LAYER_SHARE_OF_SCOPE, 7000, 2000, 10000, 1999, 1999 },
    { MING_LAYER_SHARE_OF_SCOPE, 7000, 2000, 10000, 0, 0 },
    { MING_LAYER_KEEP, 9000, 1000, 10000, -1, 0 },
    { MING_LAYER_KEEP, 8999, 1000, 10000, -1, 1 },
    { MING_LAYER_KEEP, 9001, 1000, 10000, -1, 0 },
    { MING_LAYER_KEEP, 0, 1000, 10000, -1, 9000 },
    { MING_LAYER_KEEP, 0, 1000, 10000, 8999, 8999 },
    { MING_LAYER_KEEP, 0, 0, 10000, -1, 10000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = beijing_outpatient (rows[i].pool_bp);
      MingYear year = { 0 };
      MingVisit visit = stay_of (rows[i].in_scope);
      MingLayer *layer = add_supplement (&plan, rows[i].kind, MING_PAYER_CVLSERV, rows[i].rate_bp);

      if (rows[i].cap >= 0)
        add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, rows[i].cap, 1);
      g_assert_cmpint (settle_ok (&plan, &visit, &year).layer[1].paid_fen, ==, rows[i].paid);
    }
}

/* BJ-15: the year's cap is used up; the catastrophic layer takes what is over it and the part first borne. */
static void
test_bj_15 (void)
{
  MingPlan plan = empty_plan ();
  MingYear year = { .counter[0].paid_fen = 500000 };
  MingVisit visit = stay_of (0);
  MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 5000, 0));
  MingSettlement out;

  add_cap (layer, MING_CAP_ON_PAYMENT, MING_PERIOD_YEAR, 500000, 0);
  layer = add_layer (&plan, flat_layer (MING_LAYER_ON_REST, MING_PAYER_HIFMI, 7500, 1));
  layer->parts = MING_PART_BIT (MING_PART_OVER_CAP) | MING_PART_BIT (MING_PART_FIRST_PAY);
  layer->from_layers = 1u;
  visit.charges = (MingCharges){ 9000, 0, 0, 600, 8400 };
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.layer[0].paid_fen, ==, 0);
  g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_OVER_CAP), ==, 8400);
  g_assert_cmpint (out.layer[1].paid_fen, ==, 6750);
  g_assert_cmpint (out.fund_fen, ==, 6750);
  g_assert_cmpint (year.counter[0].paid_fen, ==, 500000);
}

/*
 * CT-10, CT-11: the year as a fold: deductible, bands above it, catastrophic on the rest,
 * all cut off below a fen.
 */
static void
test_year_of_ct_10 (void)
{
  static const MingFen edges[] = { 1000000, 5000000 };
  static const int rates[] = { 7000, 8000, 9000 };
  MingPlan plan = empty_plan ();
  MingYear year = { 0 };
  MingVisit visit = stay_of (0);
  MingLayer *layer = add_layer (&plan, inpatient_layer (0, 3, edges, rates));
  MingSettlement out;

  set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, 50000);
  layer->axis = MING_AXIS_ABOVE_DEDUCTIBLE;
  layer->scope = MING_SCOPE_YEAR;
  layer->round_where = MING_ROUND_PER_LAYER;
  layer->rounding = ROUND_FLOOR;
  layer = add_layer (&plan, flat_layer (MING_LAYER_ON_REST, MING_PAYER_HIFMI, 6000, 1));
  layer->parts = ELIGIBLE_PARTS;
  layer->from_layers = 1u;
  layer->rounding = ROUND_FLOOR;
  set_deductible (layer, MING_DEDUCTIBLE_CUMULATIVE, 60000);

  visit.charges = (MingCharges){ 26999, 5000, 2000, 1000, 18999 };
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.act_dedc_fen, ==, 18999);
  g_assert_cmpint (out.fund_fen, ==, 0);
  g_assert_cmpint (out.person_fen, ==, 26999);

  visit = stay_of (100002);
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.act_dedc_fen, ==, 31001);
  g_assert_cmpint (out.layer[0].paid_fen, ==, 48300);
  g_assert_cmpint (out.layer[1].base.whole_fen, ==, 51702);
  g_assert_cmpint (out.layer[1].act_dedc_fen, ==, 41001);
  g_assert_cmpint (out.layer[1].paid_fen, ==, 6420);
  g_assert_cmpint (out.person_fen, ==, 45282);
}

/* A part first borne away from home: N % of the eligible amount, then the home rules on the rest. */
static void
test_away_first (void)
{
  static const struct
  {
    MingFen in_scope;
    int percent;
    MingRoundMode mode;
    MingFen first, fund;
  } rows[] = {
    { 100000, 10, MING_ROUND_HALF_UP, 10000, 63000 }, { 100005, 10, MING_ROUND_HALF_UP, 10001, 63003 },
    { 100005, 10, MING_ROUND_DOWN, 10000, 63004 },    { 100001, 10, MING_ROUND_UP, 10001, 63000 },
    { 100000, 100, MING_ROUND_HALF_UP, 100000, 0 },   { 100000, 0, MING_ROUND_HALF_UP, 0, 70000 },
    { 0, 10, MING_ROUND_UP, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = beijing_outpatient (7000);
      MingYear year = { 0 };
      MingVisit visit = stay_of (rows[i].in_scope);
      MingSettlement out;

      plan.away_first = (MingRate){ rows[i].percent, 100 };
      plan.away_rounding.mode = rows[i].mode;
      out = settle_ok (&plan, &visit, &year);
      g_assert_cmpint (ming_bill_part_sum (&out.bill, MING_PART_AWAY_FIRST), ==, rows[i].first);
      g_assert_cmpint (out.fund_fen, ==, rows[i].fund);
      for (int k = 0; k < out.bill.n_segments; k++)
        g_assert_cmpint (out.bill.segment[k].amount_fen, >, 0);
    }
}

/* The part first borne is not eligible cost for a layer that looks at it. */
static void
test_away_first_and_scope (void)
{
  MingPlan plan = beijing_outpatient (7000);
  MingYear year = { 0 };
  MingVisit visit = stay_of (100000);

  plan.away_first = (MingRate){ 10, 100 };
  add_supplement (&plan, MING_LAYER_SHARE_OF_SCOPE, MING_PAYER_CVLSERV, 2000);
  g_assert_cmpint (settle_ok (&plan, &visit, &year).layer[1].paid_fen, ==, 18000);
}

static void
test_rounding_of_layers (void)
{
  static const MingFen edges[] = { 10001 };
  static const int rates[] = { 5000, 5000 };
  static const struct
  {
    MingRoundWhere where;
    MingRounding rounding;
    MingFen fund; /* of 200.02: 100.01 and 100.01, each 50.005 */
  } rows[] = {
    { MING_ROUND_PER_BAND, { MING_UNIT_FEN, MING_ROUND_HALF_UP }, 10002 },
    { MING_ROUND_PER_LAYER, { MING_UNIT_FEN, MING_ROUND_HALF_UP }, 10001 },
    { MING_ROUND_PER_BAND, { MING_UNIT_FEN, MING_ROUND_DOWN }, 10000 },
    { MING_ROUND_PER_LAYER, { MING_UNIT_FEN, MING_ROUND_DOWN }, 10001 },
    { MING_ROUND_PER_BAND, { MING_UNIT_FEN, MING_ROUND_UP }, 10002 },
    { MING_ROUND_PER_LAYER, { MING_UNIT_FEN, MING_ROUND_UP }, 10001 },
    { MING_ROUND_PER_BAND, { MING_UNIT_FEN, MING_ROUND_HALF_EVEN }, 10000 },
    { MING_ROUND_PER_BAND, { MING_UNIT_JIAO, MING_ROUND_HALF_UP }, 10000 },
    { MING_ROUND_PER_BAND, { MING_UNIT_JIAO, MING_ROUND_UP }, 10020 },
    { MING_ROUND_PER_LAYER, { MING_UNIT_JIAO, MING_ROUND_UP }, 10010 },
    { MING_ROUND_PER_BAND, { MING_UNIT_YUAN, MING_ROUND_UP }, 10200 },
    { MING_ROUND_PER_LAYER, { MING_UNIT_YUAN, MING_ROUND_UP }, 10100 },
    { MING_ROUND_PER_BAND, { MING_UNIT_TEN_YUAN, MING_ROUND_HALF_UP }, 10000 },
    { MING_ROUND_PER_LAYER, { MING_UNIT_TEN_YUAN, MING_ROUND_DOWN }, 10000 },
    { MING_ROUND_PER_LAYER, { MING_UNIT_TEN_YUAN, MING_ROUND_UP }, 11000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingPlan plan = empty_plan ();
      MingLayer *layer = add_layer (&plan, flat_layer (MING_LAYER_SPLIT, MING_PAYER_HIFP, 0, 0));

      set_bands (layer, 2, edges, rates);
      layer->round_where = rows[i].where;
      layer->rounding = rows[i].rounding;
      g_assert_cmpint (fund_of_first (&plan, 20002), ==, rows[i].fund);
    }
}

/* The three deductibles are those of the first layer that has one; admissions count only stays that count. */
static void
test_year (void)
{
  MingPlan plan = beijing_outpatient (7000);
  MingYear year = { 0 };
  MingVisit visit = stay_of (50000);
  MingSettlement out;

  set_deductible (add_supplement (&plan, MING_LAYER_ON_REST, MING_PAYER_OTH, 5000),
                  MING_DEDUCTIBLE_CUMULATIVE, 9000);
  visit.level = 2;
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.dedc_std_fen, ==, 9000);
  g_assert_cmpint (out.act_dedc_fen, ==, 9000);
  visit.admission = false;
  out = settle_ok (&plan, &visit, &year);
  g_assert_cmpint (out.dedc_std_fen, ==, 9000);
  g_assert_cmpint (out.crt_dedc_fen, ==, 0);
  g_assert_cmpint (year.admissions[2], ==, 1);
  g_assert_cmpint (ming_year_admissions (&year), ==, 1);
  g_assert_cmpint (year.month, ==, 2024 * 12);
  g_assert_cmpint (year.counter[0].cost_fen, ==, 100000);
  g_assert_cmpint (year.counter[0].paid_fen, ==, 70000);
  g_assert_cmpint (year.counter[1].deductible_fen, ==, 9000);
  g_assert_cmpint (year.counter[1].cost_fen, ==, 21000);
  g_assert_cmpint (year.counter[0].month_cost_fen, ==, 100000);
  visit.month += 2;
  settle_ok (&plan, &visit, &year);
  g_assert_cmpint (year.counter[0].month_cost_fen, ==, 50000);
  g_assert_cmpint (year.counter[0].quarter_cost_fen, ==, 150000);
  visit.month += 1;
  settle_ok (&plan, &visit, &year);
  g_assert_cmpint (year.counter[0].quarter_paid_fen, ==, 35000);
  g_assert_cmpint (year.counter[0].paid_fen, ==, 140000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/settle/deductible-and-rate", test_deductible_and_rate);
  g_test_add_func ("/core/settle/bands", test_bands);
  g_test_add_func ("/core/settle/beijing-inpatient", test_beijing_inpatient);
  g_test_add_func ("/core/settle/lay-03", test_lay_03);
  g_test_add_func ("/core/settle/relief", test_relief);
  g_test_add_func ("/core/settle/beijing-supplements", test_beijing_supplements);
  g_test_add_func ("/core/settle/scope-layers", test_scope_layers);
  g_test_add_func ("/core/settle/bj-15", test_bj_15);
  g_test_add_func ("/core/settle/ct-10-ct-11", test_year_of_ct_10);
  g_test_add_func ("/core/settle/away-first", test_away_first);
  g_test_add_func ("/core/settle/away-first-and-scope", test_away_first_and_scope);
  g_test_add_func ("/core/settle/rounding", test_rounding_of_layers);
  g_test_add_func ("/core/settle/year", test_year);
  return g_test_run ();
}
