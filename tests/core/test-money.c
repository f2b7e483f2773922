/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/ming-money.h"

static const MingFen MAX = MING_FEN_MAX;

static void
test_add_subtract (void)
{
  static const struct
  {
    MingFen a, b;
    MingStatus add, subtract;
  } rows[] = {
    { 0, 0, MING_OK, MING_OK },
    { 1, 2, MING_OK, MING_E_RANGE },
    { 2, 2, MING_OK, MING_OK },
    { MING_FEN_MAX, 0, MING_OK, MING_OK },
    { MING_FEN_MAX, 1, MING_E_RANGE, MING_OK },
    { MING_FEN_MAX - 1, 1, MING_OK, MING_OK },
    { MING_FEN_MAX + 1, 0, MING_E_RANGE, MING_E_RANGE },
    { 0, MING_FEN_MAX + 1, MING_E_RANGE, MING_E_RANGE },
    { -1, 0, MING_E_RANGE, MING_E_RANGE },
    { 0, -1, MING_E_RANGE, MING_E_RANGE },
    { INT64_MAX, INT64_MAX, MING_E_RANGE, MING_E_RANGE },
    { INT64_MIN, INT64_MIN, MING_E_RANGE, MING_E_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingFen out = 77;

      g_assert_cmpint (ming_fen_add (rows[i].a, rows[i].b, &out), ==, rows[i].add);
      g_assert_cmpint (out, ==, rows[i].add == MING_OK ? rows[i].a + rows[i].b : 77);
      out = 77;
      g_assert_cmpint (ming_fen_subtract (rows[i].a, rows[i].b, &out), ==, rows[i].subtract);
      g_assert_cmpint (out, ==, rows[i].subtract == MING_OK ? rows[i].a - rows[i].b : 77);
    }
  g_assert_cmpint (ming_fen_min (3, 4), ==, 3);
  g_assert_cmpint (ming_fen_min (4, 3), ==, 3);
}

/* Every unit and mode below, at and above the half, and on even and odd halves. */
static void
test_round (void)
{
  static const struct
  {
    int64_t whole, num, den;
    MingRoundUnit unit;
    MingFen half_up, up, down, half_even;
  } rows[] = {
    { 0, 0, 1, MING_UNIT_FEN, 0, 0, 0, 0 },
    { 7, 0, 1, MING_UNIT_FEN, 7, 7, 7, 7 },
    { 7, 1, 1000000, MING_UNIT_FEN, 7, 8, 7, 7 },
    { 7, 499999, 1000000, MING_UNIT_FEN, 7, 8, 7, 7 },
    { 7, 1, 2, MING_UNIT_FEN, 8, 8, 7, 8 },
    { 8, 1, 2, MING_UNIT_FEN, 9, 9, 8, 8 },
    { 8, 500001, 1000000, MING_UNIT_FEN, 9, 9, 8, 9 },
    { 14, 0, 1, MING_UNIT_JIAO, 10, 20, 10, 10 },
    { 14, 999999, 1000000, MING_UNIT_JIAO, 10, 20, 10, 10 },
    { 15, 0, 1, MING_UNIT_JIAO, 20, 20, 10, 20 },
    { 25, 0, 1, MING_UNIT_JIAO, 30, 30, 20, 20 },
    { 25, 1, 1000000, MING_UNIT_JIAO, 30, 30, 20, 30 },
    { 20, 0, 1, MING_UNIT_JIAO, 20, 20, 20, 20 },
    { 149, 1, 2, MING_UNIT_YUAN, 100, 200, 100, 100 },
    { 150, 0, 1, MING_UNIT_YUAN, 200, 200, 100, 200 },
    { 250, 0, 1, MING_UNIT_YUAN, 300, 300, 200, 200 },
    { 499, 999999, 1000000, MING_UNIT_TEN_YUAN, 0, 1000, 0, 0 },
    { 500, 0, 1, MING_UNIT_TEN_YUAN, 1000, 1000, 0, 0 },
    { 1500, 0, 1, MING_UNIT_TEN_YUAN, 2000, 2000, 1000, 2000 },
    { 1501, 0, 1, MING_UNIT_TEN_YUAN, 2000, 2000, 1000, 2000 },
    { 3000, 0, 1, MING_UNIT_TEN_YUAN, 3000, 3000, 3000, 3000 },
    { MING_FEN_MAX, 0, 1, MING_UNIT_TEN_YUAN, MING_FEN_MAX, MING_FEN_MAX, MING_FEN_MAX, MING_FEN_MAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const MingFen expected[] = { rows[i].half_up, rows[i].up, rows[i].down, rows[i].half_even };

      for (int mode = MING_ROUND_HALF_UP; mode <= MING_ROUND_HALF_EVEN; mode++)
        {
          MingRounding rounding = { rows[i].unit, (MingRoundMode) mode };
          MingFen out = -1;

          g_assert_cmpint (ming_money_round (rows[i].whole, rows[i].num, rows[i].den, rounding, &out), ==,
                           MING_OK);
          g_assert_cmpint (out, ==, expected[mode]);
        }
    }
}

static void
test_round_refuses (void)
{
  static const struct
  {
    int64_t whole, num, den;
    int unit, mode;
  } rows[] = {
    { -1, 0, 1, 1, 0 },
    { MING_FEN_MAX * 10 + 1, 0, 1, 1, 0 },
    { INT64_MAX, 0, 1, 1, 0 },
    { MING_FEN_MAX + 1, 0, 1, 1, 0 },
    { MING_FEN_MAX, 1, 2, 1, MING_ROUND_HALF_UP },
    { 0, 1, 1, 1, 0 },
    { 0, -1, 2, 1, 0 },
    { 0, 0, 0, 1, 0 },
    { 0, 0, -1, 1, 0 },
    { 0, 0, MING_FEN_MAX + 1, 1, 0 },
    { 5, 0, 1, 0, 0 },
    { 5, 0, 1, 2, 0 },
    { 5, 0, 1, 10000, 0 },
    { 5, 0, 1, 1, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingRounding rounding = { (MingRoundUnit) rows[i].unit, (MingRoundMode) rows[i].mode };
      MingFen out = 77;

      g_assert_cmpint (ming_money_round (rows[i].whole, rows[i].num, rows[i].den, rounding, &out), ==,
                       MING_E_RANGE);
      g_assert_cmpint (out, ==, 77);
    }
}

static void
test_apply_rate (void)
{
  static const struct
  {
    MingExact amount;
    MingRate rate;
    MingRoundMode mode;
    MingStatus status;
    MingFen out;
  } rows[] = {
    { { 586900, 0, 1 }, { 20000, 1000000 }, MING_ROUND_HALF_UP, MING_OK, 11738 }, /* 5869.00 × 2 % */
    { { 350500, 0, 1 }, { 35000, 1000000 }, MING_ROUND_DOWN, MING_OK, 12267 },    /* PA-17: 122.675 cut off */
    { { 350500, 0, 1 }, { 35000, 1000000 }, MING_ROUND_HALF_UP, MING_OK, 12268 },
    { { 350500, 0, 1 }, { 35000, 1000000 }, MING_ROUND_HALF_EVEN, MING_OK, 12268 },
    { { 100000, 0, 1 }, { 2, 37 }, MING_ROUND_HALF_UP, MING_OK, 5405 }, /* 5405.405… */
    { { 0, 999999, 1000000 }, { 1, 1 }, MING_ROUND_DOWN, MING_OK, 0 },
    { { 0, 999999, 1000000 }, { 1, 1 }, MING_ROUND_HALF_UP, MING_OK, 1 },
    { { 3, 1, 3 }, { 3, 1 }, MING_ROUND_DOWN, MING_OK, 10 }, /* the fraction carries */
    { { MING_FEN_MAX, 0, 1 }, { 1000000, 1000000 }, MING_ROUND_HALF_UP, MING_OK, MING_FEN_MAX },
    { { MING_FEN_MAX, 0, 1 }, { 999999, 1000000 }, MING_ROUND_HALF_UP, MING_OK, MING_FEN_MAX - 1000000 },
    { { MING_FEN_MAX, 0, 1 }, { 9000000, 1000000 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { MING_FEN_MAX, 999999, 1000000 }, { 9000000, 1 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { MING_FEN_MAX, 0, 1 }, { 9000001, 1000000 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { 5, 0, 1 }, { 1, 0 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { 5, 0, 1 }, { -1, 1 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { 5, 0, 1 }, { 1, 1000001 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { 5, 1, 1 }, { 1, 1 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { -1, 0, 1 }, { 1, 1 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
    { { 5, 0, 0 }, { 1, 1 }, MING_ROUND_HALF_UP, MING_E_RANGE, 77 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingRounding rounding = { MING_UNIT_FEN, rows[i].mode };
      MingFen out = 77;

      g_assert_cmpint (ming_money_apply_rate (rows[i].amount, rows[i].rate, rounding, &out), ==,
                       rows[i].status);
      g_assert_cmpint (out, ==, rows[i].out);
    }
}

static void
test_divide_by_rate (void)
{
  MingExact out = { 77, 0, 1 };

  /* LAY-03: 65000 / 91 % = 71428.571428… yuan */
  g_assert_cmpint (ming_money_divide_by_rate (6500000, (MingRate){ 910000, 1000000 }, &out), ==, MING_OK);
  g_assert_cmpint (out.whole_fen, ==, 7142857);
  g_assert_cmpint ((int64_t) out.num * 7, ==, (int64_t) out.den); /* one seventh of a fen */

  g_assert_cmpint (ming_money_divide_by_rate (500, (MingRate){ 1, 1 }, &out), ==, MING_OK);
  g_assert_cmpint (out.whole_fen, ==, 500);
  g_assert_cmpint (out.num, ==, 0);
  g_assert_cmpint (ming_money_divide_by_rate (MAX, (MingRate){ 1, 1 }, &out), ==, MING_OK);

  out = (MingExact){ 77, 0, 1 };
  g_assert_cmpint (ming_money_divide_by_rate (MAX, (MingRate){ 1, 2 }, &out), ==, MING_E_RANGE);
  g_assert_cmpint (ming_money_divide_by_rate (5, (MingRate){ 0, 2 }, &out), ==, MING_E_RANGE);
  g_assert_cmpint (ming_money_divide_by_rate (5, (MingRate){ 3, 2 }, &out), ==, MING_E_RANGE);
  g_assert_cmpint (ming_money_divide_by_rate (-5, (MingRate){ 1, 2 }, &out), ==, MING_E_RANGE);
  g_assert_cmpint (out.whole_fen, ==, 77);
}

static void
test_exact (void)
{
  static const struct
  {
    MingExact exact;
    MingStatus status;
    MingFen out;
  } rows[] = {
    { { 12, 0, 1 }, MING_OK, 12 },
    { { 12, 499999, 1000000 }, MING_OK, 12 },
    { { 12, 1, 2 }, MING_OK, 13 },
    { { MING_FEN_MAX, 1, 3 }, MING_OK, MING_FEN_MAX },
    { { MING_FEN_MAX, 1, 2 }, MING_E_RANGE, 77 },
    { { 12, 1, 0 }, MING_E_RANGE, 77 },
    { { 12, 2, 2 }, MING_E_RANGE, 77 },
    { { 12, -1, 2 }, MING_E_RANGE, 77 },
    { { 12, 1, 1000001 }, MING_E_RANGE, 77 },
  };
  MingExact rest = { 77, 0, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingFen out = 77;

      g_assert_cmpint (ming_exact_to_fen (rows[i].exact, &out), ==, rows[i].status);
      g_assert_cmpint (out, ==, rows[i].out);
    }

  g_assert_cmpint (ming_exact_rest (10, (MingExact){ 10, 1, 7 }, &rest), ==, MING_E_RANGE);
  g_assert_cmpint (ming_exact_rest (10, (MingExact){ 11, 0, 1 }, &rest), ==, MING_E_RANGE);
  g_assert_cmpint (ming_exact_rest (-1, (MingExact){ 0, 0, 1 }, &rest), ==, MING_E_RANGE);
  g_assert_cmpint (rest.whole_fen, ==, 77);
  g_assert_cmpint (ming_exact_rest (10, (MingExact){ 9, 1, 7 }, &rest), ==, MING_OK);
  g_assert_cmpint (rest.whole_fen, ==, 0);
  g_assert_cmpint (rest.num, ==, 6);
  g_assert_cmpint (rest.den, ==, 7);
  g_assert_cmpint (ming_exact_rest (10, (MingExact){ 10, 0, 9 }, &rest), ==, MING_OK);
  g_assert_cmpint (rest.whole_fen, ==, 0);
  g_assert_cmpint (rest.num, ==, 0);
}

/* Small numbers by 64-bit division, large ones against 128 bits. */
static void
test_prorate (void)
{
  static const MingFen parts[] = { 0, 1, 2, 999, 3037000499, 3037000500, 999999999999, MING_FEN_MAX };
  static const MingFen wholes[] = { 1, 3, 7, 1000, 3037000500, 999999999989, MING_FEN_MAX };
  MingFen out = 77;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (wholes); j++)
      {
        const MingFen shares[] = { 0, 1, wholes[j] / 3, wholes[j] - 1, wholes[j] };

        for (gsize k = 0; k < G_N_ELEMENTS (shares); k++)
          {
            if (shares[k] > wholes[j])
              continue;
            g_assert_cmpint (ming_money_prorate (parts[i], shares[k], wholes[j], &out), ==, MING_OK);
            g_assert_cmpint (out, ==, (MingFen) ((__int128) parts[i] * shares[k] / wholes[j]));
          }
      }
  out = 77;
  g_assert_cmpint (ming_money_prorate (1, 0, 0, &out), ==, MING_E_RANGE);
  g_assert_cmpint (ming_money_prorate (1, 2, 1, &out), ==, MING_E_RANGE);
  g_assert_cmpint (ming_money_prorate (-1, 0, 1, &out), ==, MING_E_RANGE);
  g_assert_cmpint (ming_money_prorate (MAX + 1, 1, 1, &out), ==, MING_E_RANGE);
  g_assert_cmpint (out, ==, 77);
}

static void
test_valid (void)
{
  g_assert_true (ming_fen_is_valid (0));
  g_assert_true (ming_fen_is_valid (MAX));
  g_assert_false (ming_fen_is_valid (-1));
  g_assert_false (ming_fen_is_valid (MAX + 1));
  g_assert_true (ming_rate_is_valid ((MingRate){ MING_RATE_NUM_MAX, MING_RATE_DEN_MAX }));
  g_assert_false (ming_rate_is_valid ((MingRate){ MING_RATE_NUM_MAX + 1, 1 }));
  g_assert_false (ming_rate_is_valid ((MingRate){ 0, 0 }));
  g_assert_true (ming_rate_is_share ((MingRate){ 37, 37 }));
  g_assert_false (ming_rate_is_share ((MingRate){ 38, 37 }));
  g_assert_true (ming_exact_is_valid (ming_exact_from_fen (MAX)));
  g_assert_false (ming_exact_is_valid (ming_exact_from_fen (MAX + 1)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/money/add-subtract", test_add_subtract);
  g_test_add_func ("/core/money/round", test_round);
  g_test_add_func ("/core/money/round-refuses", test_round_refuses);
  g_test_add_func ("/core/money/apply-rate", test_apply_rate);
  g_test_add_func ("/core/money/divide-by-rate", test_divide_by_rate);
  g_test_add_func ("/core/money/exact", test_exact);
  g_test_add_func ("/core/money/prorate", test_prorate);
  g_test_add_func ("/core/money/valid", test_valid);
  return g_test_run ();
}
