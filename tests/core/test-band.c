/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/ming-band.h"

/* Beijing, in service, level 3: 85 / 90 / 95 % with edges at 30000 and 40000 (规定 第36条). */
static const MingBands beijing = { 3, { 3000000, 4000000 }, { { 85, 100 }, { 90, 100 }, { 95, 100 } } };

static MingBands
bands_of (int n, const MingFen *edge, const int *percent)
{
  MingBands bands = { .n_bands = n };

  for (int i = 0; i < n; i++)
    {
      bands.rate[i] = (MingRate){ percent[i], 100 };
      if (i + 1 < n)
        bands.edge_fen[i] = edge[i];
    }
  return bands;
}

static void
test_valid (void)
{
  MingBands bands = beijing;

  g_assert_true (ming_bands_are_valid (&bands));
  bands.n_bands = 0;
  g_assert_false (ming_bands_are_valid (&bands));
  bands.n_bands = MING_BANDS_MAX + 1;
  g_assert_false (ming_bands_are_valid (&bands));
  bands = beijing;
  bands.edge_fen[0] = 0;
  g_assert_false (ming_bands_are_valid (&bands));
  bands.edge_fen[0] = 4000000;
  g_assert_false (ming_bands_are_valid (&bands));
  bands.edge_fen[0] = 3999999;
  g_assert_true (ming_bands_are_valid (&bands));
  bands.edge_fen[1] = MING_FEN_MAX + 1;
  g_assert_false (ming_bands_are_valid (&bands));
  bands = beijing;
  bands.rate[2] = (MingRate){ 101, 100 };
  g_assert_false (ming_bands_are_valid (&bands));
  bands = beijing;
  bands.rate[1].den = 0;
  g_assert_false (ming_bands_are_valid (&bands));
}

/* Every edge at -1, 0 and +1 fen; the slices always add up to the amount. */
static void
test_cut (void)
{
  static const struct
  {
    MingFen start, amount, slice[3];
  } rows[] = {
    { 0, 0, { 0, 0, 0 } },
    { 0, 1, { 1, 0, 0 } },
    { 0, 2999999, { 2999999, 0, 0 } },
    { 0, 3000000, { 3000000, 0, 0 } },
    { 0, 3000001, { 3000000, 1, 0 } },
    { 0, 3999999, { 3000000, 999999, 0 } },
    { 0, 4000000, { 3000000, 1000000, 0 } },
    { 0, 4000001, { 3000000, 1000000, 1 } },
    { 130000, 4870000, { 2870000, 1000000, 1000000 } }, /* 50000 in scope, 1300 borne */
    { 2999999, 1, { 1, 0, 0 } },
    { 2999999, 2, { 1, 1, 0 } },
    { 3000000, 1, { 0, 1, 0 } },
    { 3999999, 2, { 0, 1, 1 } },
    { 4000000, 1, { 0, 0, 1 } },
    { 4000000, 0, { 0, 0, 0 } },
    { MING_FEN_MAX - 1, 1, { 0, 0, 1 } },
    { 0, MING_FEN_MAX, { 3000000, 1000000, MING_FEN_MAX - 4000000 } },
  };
  MingSlice slices[MING_BANDS_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingFen sum = 0;

      g_assert_cmpint (ming_bands_cut (&beijing, rows[i].start, ming_exact_from_fen (rows[i].amount), slices),
                       ==, MING_OK);
      for (int k = 0; k < 3; k++)
        {
          g_assert_cmpint (slices[k].cost.whole_fen, ==, rows[i].slice[k]);
          g_assert_cmpint (slices[k].cost.num, ==, 0);
          g_assert_cmpint (slices[k].paid_fen, ==, 0);
          sum += slices[k].cost.whole_fen;
        }
      g_assert_cmpint (sum, ==, rows[i].amount);
    }
  g_assert_cmpint (ming_bands_cut (&beijing, MING_FEN_MAX, ming_exact_from_fen (1), slices), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_bands_cut (&beijing, -1, ming_exact_from_fen (1), slices), ==, MING_E_RANGE);
  g_assert_cmpint (ming_bands_cut (&beijing, 0, (MingExact){ 1, 1, 1 }, slices), ==, MING_E_RANGE);
}

/*
 * Less than a fen lies where the whole fen end, beyond the edge when they end exactly there;
 * it is placed once.
 */
static void
test_cut_fraction (void)
{
  static const struct
  {
    MingFen start, amount;
    int band;
  } rows[] = {
    { 0, 0, 0 },       { 0, 2999999, 0 },       { 0, 3000000, 1 }, { 0, 3000001, 1 }, { 0, 4000000, 2 },
    { 3000000, 0, 1 }, { 3000000, 1000000, 2 }, { 4000000, 0, 2 }, { 5000000, 9, 2 },
  };
  MingSlice slices[MING_BANDS_MAX];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (ming_bands_cut (&beijing, rows[i].start, (MingExact){ rows[i].amount, 3, 7 }, slices),
                       ==, MING_OK);
      for (int k = 0; k < 3; k++)
        {
          g_assert_cmpint (slices[k].cost.num, ==, k == rows[i].band ? 3 : 0);
          g_assert_cmpint (slices[k].cost.den, ==, k == rows[i].band ? 7 : 1);
        }
    }
}

static MingFen
pay (const MingBands *bands, MingFen start, MingExact amount, MingRounding rounding, bool once,
     MingSlice *slices)
{
  MingFen sum = 0, paid = -1;

  g_assert_cmpint (ming_bands_cut (bands, start, amount, slices), ==, MING_OK);
  if (once)
    g_assert_cmpint (ming_bands_pay_once (bands, rounding, slices, &paid), ==, MING_OK);
  else
    g_assert_cmpint (ming_bands_pay_each (bands, rounding, slices, &paid), ==, MING_OK);
  for (int i = 0; i < bands->n_bands; i++)
    {
      g_assert_cmpint (slices[i].paid_fen, >=, 0);
      g_assert_cmpint (slices[i].paid_fen, <=, slices[i].cost.whole_fen + (slices[i].cost.num > 0));
      sum += slices[i].paid_fen;
    }
  g_assert_cmpint (sum, ==, paid);
  return paid;
}

static void
test_pay (void)
{
  static const MingFen s1[] = { 1000000 };
  static const int rates_s[] = { 70, 80 };
  static const MingFen tb05_edges[] = { 50000, 200000, 500000, 1000000 };
  static const int tb05_rates[] = { 20, 30, 35, 40, 45 };
  static const MingFen tb08_edges[] = { 500000, 1000000 };
  static const int tb08_rates[] = { 70, 80, 90 };
  const MingRounding floor_fen = { MING_UNIT_FEN, MING_ROUND_DOWN };
  MingBands bands = bands_of (2, s1, rates_s);
  MingSlice slices[MING_BANDS_MAX];

  /* CT-14: 10001 × 70 % + 20001 × 80 % = 23001.5, floored once 23001, floored per band 23000 */
  g_assert_cmpint (pay (&bands, 989999, ming_exact_from_fen (30002), floor_fen, true, slices), ==, 23001);
  g_assert_cmpint (slices[0].cost.whole_fen, ==, 10001);
  g_assert_cmpint (slices[1].cost.whole_fen, ==, 20001);
  g_assert_cmpint (pay (&bands, 989999, ming_exact_from_fen (30002), floor_fen, false, slices), ==, 23000);

  bands = bands_of (5, tb05_edges, tb05_rates); /* TB-05: 900.00 → 220.00 */
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (90000), MING_ROUNDING_DEFAULT, false, slices), ==,
                   22000);
  bands = bands_of (3, tb08_edges, tb08_rates); /* TB-08: 35000.00, of which the farmer pays 5000.00 */
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (3500000), MING_ROUNDING_DEFAULT, true, slices), ==,
                   3000000);
}

/* Where a fraction of a fen lies in an early band, the later, empty bands take nothing away again. */
static void
test_pay_once_keeps_the_fraction (void)
{
  static const MingFen edges[] = { 100, 200 };
  static const int rates[] = { 100, 100, 100 };
  MingBands bands = bands_of (3, edges, rates);
  MingSlice slices[MING_BANDS_MAX];

  g_assert_cmpint (pay (&bands, 0, (MingExact){ 0, 1, 2 }, MING_ROUNDING_DEFAULT, true, slices), ==, 1);
  g_assert_cmpint (slices[0].paid_fen, ==, 1);
  g_assert_cmpint (pay (&bands, 0, (MingExact){ 99, 6, 7 }, MING_ROUNDING_DEFAULT, true, slices), ==, 100);
  g_assert_cmpint (pay (&bands, 0, (MingExact){ 100, 6, 7 }, MING_ROUNDING_DEFAULT, true, slices), ==, 101);
}

/* A coarse unit: the sum is rounded once, never beyond the cost, and the bands share it without loss. */
static void
test_pay_coarse (void)
{
  static const MingFen edges[] = { 300 };
  static const int rates[] = { 100, 100 };
  const MingRounding ten_yuan = { MING_UNIT_TEN_YUAN, MING_ROUND_HALF_UP };
  const MingRounding ten_yuan_up = { MING_UNIT_TEN_YUAN, MING_ROUND_UP };
  MingBands bands = bands_of (2, edges, rates);
  MingSlice slices[MING_BANDS_MAX];

  /* 3 yuan and 3 yuan: 6 yuan become 10, which is more than there is: 6 */
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (600), ten_yuan, true, slices), ==, 600);
  /* 3 + 9 = 12 yuan become 10 */
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (1200), ten_yuan, true, slices), ==, 1000);
  /* 3 + 12 = 15 become 20, limited to 15 */
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (1500), ten_yuan, true, slices), ==, 1500);
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (1), ten_yuan_up, true, slices), ==, 1);
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (1), ten_yuan_up, false, slices), ==, 1);
  /* half-even: 0.5 fen rounds to 0, 0.5 + 1 to 2; the second fen goes where there is room */
  bands.edge_fen[0] = 1;
  bands.rate[0].num = 50;
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (2),
                        (MingRounding){ MING_UNIT_FEN, MING_ROUND_HALF_EVEN }, true, slices),
                   ==, 2);
  /* a band of 0 % is paid nothing, whatever the unit leaves to hand out */
  bands = bands_of (2, edges, rates);
  bands.rate[1].num = 0;
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (900), ten_yuan_up, true, slices), ==, 300);
  g_assert_cmpint (slices[1].paid_fen, ==, 0);
  bands = bands_of (2, edges, rates);
  /* per band: 3 yuan → 0, 9 yuan → 10, limited to 9 */
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (1200), ten_yuan, false, slices), ==, 900);
}

static void
test_pay_refuses (void)
{
  static const MingFen edges[] = { 300 };
  static const int rates[] = { 100, 100 };
  MingBands bands = bands_of (2, edges, rates);
  MingSlice slices[MING_BANDS_MAX];
  MingFen out = 77;

  g_assert_cmpint (ming_bands_cut (&bands, 0, ming_exact_from_fen (600), slices), ==, MING_OK);
  bands.rate[1] = (MingRate){ 1000, 1000 };
  g_assert_cmpint (ming_bands_pay_once (&bands, MING_ROUNDING_DEFAULT, slices, &out), ==, MING_E_PLAN);
  g_assert_cmpint (ming_bands_pay_each (&bands, MING_ROUNDING_DEFAULT, slices, &out), ==, MING_OK);
  out = 77;
  g_assert_cmpint (ming_bands_pay_each (&bands, (MingRounding){ 3, 0 }, slices, &out), ==, MING_E_RANGE);
  bands = bands_of (2, edges, rates);
  g_assert_cmpint (ming_bands_pay_once (&bands, (MingRounding){ 3, 0 }, slices, &out), ==, MING_E_RANGE);
  slices[1].cost.num = -1;
  g_assert_cmpint (ming_bands_pay_once (&bands, MING_ROUNDING_DEFAULT, slices, &out), ==, MING_E_RANGE);
  g_assert_cmpint (ming_bands_pay_each (&bands, MING_ROUNDING_DEFAULT, slices, &out), ==, MING_E_RANGE);
  slices[0].cost = slices[1].cost = (MingExact){ 3, 1, 2 }; /* a cut leaves one fraction, never two */
  g_assert_cmpint (ming_bands_pay_once (&bands, MING_ROUNDING_DEFAULT, slices, &out), ==, MING_E_RANGE);
  g_assert_cmpint (out, ==, 77);
}

/* The largest amounts in twelve bands overflow nowhere. */
static void
test_largest (void)
{
  MingBands bands = { .n_bands = MING_BANDS_MAX };
  MingSlice slices[MING_BANDS_MAX];

  for (int i = 0; i < MING_BANDS_MAX; i++)
    {
      bands.rate[i] = (MingRate){ 999999, 1000000 };
      if (i + 1 < MING_BANDS_MAX)
        bands.edge_fen[i] = (i + 1) * (MING_FEN_MAX / 100);
    }
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (MING_FEN_MAX), MING_ROUNDING_DEFAULT, true, slices),
                   ==, MING_FEN_MAX - 1000000);
  g_assert_cmpint (pay (&bands, 0, ming_exact_from_fen (MING_FEN_MAX), MING_ROUNDING_DEFAULT, false, slices),
                   ==, MING_FEN_MAX - 1000000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/band/valid", test_valid);
  g_test_add_func ("/core/band/cut", test_cut);
  g_test_add_func ("/core/band/cut-fraction", test_cut_fraction);
  g_test_add_func ("/core/band/pay", test_pay);
  g_test_add_func ("/core/band/pay-once-keeps-the-fraction", test_pay_once_keeps_the_fraction);
  g_test_add_func ("/core/band/pay-coarse", test_pay_coarse);
  g_test_add_func ("/core/band/pay-refuses", test_pay_refuses);
  g_test_add_func ("/core/band/largest", test_largest);
  return g_test_run ();
}
