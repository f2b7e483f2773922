/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

/*
 * Random plans on random bills, 200000 of them, always the same ones. Whatever the rules, the parts add up,
 * no fund pays more than it looks at or than its caps leave, and no account loses more than it pays.
 */

#define N_YEARS 50000
#define N_VISITS 4

static guint64 state = 20240901;

/* splitmix64 */
static guint64
next_random (void)
{
  guint64 z = state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static gint64
below (gint64 end)
{
  return (gint64) (next_random () % (guint64) end);
}

/* Mostly everyday amounts, often a handful of fen, where ties live, now and then the largest there are. */
static MingFen
random_fen (void)
{
  static const gint64 ends[] = { 12, 60, 1000, 100000, 100000, 10000000, 10000000, 1000000000,
                                 MING_FEN_MAX / 100 };

  return below (ends[below (G_N_ELEMENTS (ends))]);
}

static MingRate
random_share (gint32 den)
{
  return (MingRate){ (gint32) below (den + 1), den };
}

static MingRounding
random_rounding (void)
{
  static const MingRoundUnit units[] = { MING_UNIT_FEN,  MING_UNIT_FEN,  MING_UNIT_FEN,
                                         MING_UNIT_JIAO, MING_UNIT_YUAN, MING_UNIT_TEN_YUAN };

  return (MingRounding){ units[below (G_N_ELEMENTS (units))], (MingRoundMode) below (4) };
}

static void
fill_bands (MingLayer *layer)
{
  static const gint32 dens[] = { 2, 4, 20, 37, 100, 10000, 1000000 };
  gint32 den = dens[below (G_N_ELEMENTS (dens))];
  MingFen edge = 0;

  layer->bands.n_bands = layer->kind >= MING_LAYER_SHARE_OF_SCOPE ? 1 : 1 + (gint32) below (4);
  for (int i = 0; i < layer->bands.n_bands; i++)
    {
      edge += 1 + random_fen ();
      layer->bands.rate[i] = random_share (den);
      if (i + 1 < layer->bands.n_bands)
        layer->bands.edge_fen[i] = edge;
    }
}

static void
fill_deductible (MingDeductible *deductible)
{
  deductible->kind = (MingDeductibleKind) below (MING_DEDUCTIBLE_PER_VISIT + 1);
  deductible->percent_of_bill = below (5) == 0 ? random_share (100) : (MingRate){ 0, 1 };
  deductible->n_amounts = 1 + (gint32) below (3);
  for (int i = 0; i < deductible->n_amounts; i++)
    deductible->amount_fen[i] = random_fen ();
  deductible->floor_fen = below (2) * 10;
  deductible->ceiling_fen = below (2) * (10 + random_fen ());
  deductible->period_days = (gint32) below (2) * 90;
  deductible->year_stop_fen = below (2) * random_fen ();
  deductible->same_level = below (2) == 1;
}

static MingLayer
random_layer (int index)
{
  MingLayer layer = { 0 };

  layer.kind = (MingLayerKind) (below (3) > 0 ? MING_LAYER_SPLIT : below (4));
  layer.payer = (MingPayer) below (MING_N_FUNDS);
  layer.parts = index == 0 ? MING_PART_BIT (MING_PART_IN_SCOPE) : MING_PART_BIT (MING_PART_OVER_CAP);
  if (layer.kind != MING_LAYER_SPLIT)
    layer.parts = (guint32) below (1 << MING_N_PARTS);
  layer.from_layers = (guint32) below (1 << index);
  layer.deductible.percent_of_bill = (MingRate){ 0, 1 };
  if (layer.kind <= MING_LAYER_ON_REST && below (2) == 0)
    fill_deductible (&layer.deductible);
  fill_bands (&layer);
  layer.axis = (MingAxis) below (2);
  layer.scope = (MingScope) below (2);
  layer.round_where = (MingRoundWhere) below (2);
  layer.rounding = random_rounding ();
  layer.counter = index;
  layer.n_caps = (gint32) below (MING_CAPS_MAX + 1);
  for (int i = 0; i < layer.n_caps; i++)
    layer.cap[i] =
        (MingCap){ (MingCapKind) (layer.kind <= MING_LAYER_ON_REST ? below (3) : MING_CAP_ON_PAYMENT),
                   (MingPeriod) below (4), random_fen (), (gint32) below (MING_COUNTERS_MAX) };
  return layer;
}

static MingPlan
random_plan (void)
{
  MingPlan plan = { 0 };

  plan.n_layers = (gint32) below (5);
  for (int i = 0; i < plan.n_layers; i++)
    plan.layer[i] = random_layer (i);
  plan.away_first = below (4) == 0 ? random_share (100) : (MingRate){ 0, 1 };
  plan.away_rounding = random_rounding ();
  plan.financing.n_order = (gint32) below (MING_N_PARTS + 1);
  for (int i = 0; i < plan.financing.n_order; i++)
    plan.financing.order[i] = (MingPart) below (MING_N_PARTS);
  plan.financing.may_own = (guint32) below (1 << MING_N_PARTS);
  plan.financing.may_family = (guint32) below (1 << MING_N_PARTS);
  return plan;
}

static MingVisit
random_visit (int k)
{
  MingVisit visit = { 0 };

  visit.charges.full_own_fen = below (2) * random_fen ();
  visit.charges.over_limit_fen = below (2) * random_fen ();
  visit.charges.first_pay_fen = below (2) * random_fen ();
  visit.charges.in_scope_fen = random_fen ();
  visit.charges.total_fen = visit.charges.full_own_fen + visit.charges.over_limit_fen
                            + visit.charges.first_pay_fen + visit.charges.in_scope_fen;
  visit.stay_days = (gint32) below (200);
  visit.admission = below (2) == 1;
  visit.level = (gint32) below (MING_LEVELS_MAX);
  visit.month = 24288 + k * 2;
  return visit;
}

static void
check_rows (const MingVisit *visit, const MingSettlement *out)
{
  MingFen rows = 0, payers = 0;

  for (int i = 0; i < out->bill.n_segments; i++)
    {
      const MingSegment *segment = &out->bill.segment[i];
      MingFen row = 0, rounded = -1;

      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        {
          g_assert_cmpint (segment->paid_fen[payer], >=, 0);
          row += segment->paid_fen[payer];
        }
      g_assert_cmpint (row, ==, segment->amount_fen);
      g_assert_cmpint (row, >, 0);
      g_assert_cmpint (ming_exact_to_fen (segment->exact, &rounded), ==, MING_OK);
      g_assert_cmpint (rounded, ==, row);
      rows += row;
    }
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    payers += ming_bill_paid_by (&out->bill, (MingPayer) payer);
  g_assert_cmpint (rows, ==, visit->charges.total_fen);
  g_assert_cmpint (payers, ==, rows);
  g_assert_cmpint (out->fund_fen + out->person_fen, ==, rows);
}

static void
check_layers (const MingPlan *plan, const MingYear *before, const MingYear *after, const MingSettlement *out)
{
  for (int i = 0; i < plan->n_layers; i++)
    {
      const MingLayer *layer = &plan->layer[i];
      const MingLayerTrace *trace = &out->layer[i];
      MingFen base = 0;

      g_assert_cmpint (ming_exact_to_fen (trace->base, &base), ==, MING_OK);
      g_assert_cmpint (trace->act_dedc_fen, <=, trace->crt_dedc_fen);
      g_assert_cmpint (trace->crt_dedc_fen, <=, trace->dedc_std_fen);
      g_assert_cmpint (trace->act_dedc_fen, <=, base);
      g_assert_cmpint (trace->paid_fen, >=, 0);
      g_assert_cmpint (trace->paid_fen, <=, base - trace->act_dedc_fen);
      g_assert_cmpint (trace->paid_fen, <=, trace->uncapped_fen);
      for (int k = 0; k < layer->n_caps; k++)
        if (layer->cap[k].kind == MING_CAP_ON_PAYMENT)
          {
            MingFen used = layer->cap[k].period == MING_PERIOD_YEAR
                               ? before->counter[layer->cap[k].counter].paid_fen
                               : 0;

            g_assert_cmpint (trace->paid_fen, <=, MAX (layer->cap[k].amount_fen - used, 0));
          }
      g_assert_cmpint (after->counter[i].paid_fen, >=, before->counter[i].paid_fen + trace->paid_fen);
      g_assert_cmpint (after->counter[i].deductible_fen, >=,
                       before->counter[i].deductible_fen + trace->act_dedc_fen);
    }
}

static void
check_purse (const MingPurse *purse, const MingSettlement *out)
{
  MingFen family = 0;

  g_assert_cmpint (out->purse_after.own_fen, >=, 0);
  g_assert_cmpint (purse->own_fen - out->purse_after.own_fen, ==,
                   ming_bill_paid_by (&out->bill, MING_PAYER_ACCT));
  for (int i = 0; i < purse->n_family; i++)
    {
      g_assert_cmpint (out->purse_after.family_fen[i], >=, 0);
      family += purse->family_fen[i] - out->purse_after.family_fen[i];
    }
  g_assert_cmpint (family, ==, ming_bill_paid_by (&out->bill, MING_PAYER_MULAID));
}

static void
test_conservation (void)
{
  int count[MING_E_UNBALANCED + 1] = { 0 };

  for (int i = 0; i < N_YEARS; i++)
    {
      MingPlan plan = random_plan ();
      MingYear year = { 0 };

      for (int k = 0; k < N_VISITS; k++)
        {
          MingVisit visit = random_visit (k);
          MingPurse purse = { .own_fen = random_fen (), .n_family = (gint32) below (MING_FAMILY_MAX + 1) };
          MingYear before = year;
          MingSettlement out;
          MingStatus status;

          for (int f = 0; f < purse.n_family; f++)
            purse.family_fen[f] = random_fen ();
          status = ming_settle (&plan, &visit, &purse, &year, &out);
          count[status]++;
          if (status != MING_OK)
            {
              g_assert_cmpmem (&year, sizeof year, &before, sizeof before);
              continue;
            }
          check_rows (&visit, &out);
          check_layers (&plan, &before, &year, &out);
          check_purse (&purse, &out);
        }
    }
  g_test_message ("%d settled, %d with more rows than a bill holds", count[MING_OK], count[MING_E_FULL]);
  g_assert_cmpint (count[MING_OK] + count[MING_E_FULL], ==, N_YEARS * N_VISITS);
  g_assert_cmpint (count[MING_OK], >, N_YEARS * N_VISITS * 99 / 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/settle/conservation", test_conservation);
  return g_test_run ();
}
