/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/ming-account.h"

#define BP(n) ((MingRate){ (n), 10000 })

static void
test_credit (void)
{
  static const struct
  {
    const char *id;
    MingCreditKind kind;
    MingRate own, unit;
    MingFen amount;
    MingRoundMode mode;
    MingFen basis, month, year;
  } rows[] = {
    { "2 % of 5869.00, Beijing from 2022-09", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 0, 1 }, 0, 0, 586900,
      11738, 140856 },
    { "aged 40 in 2020: own 2 % and 1 %", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 1, 100 }, 0, 0, 586900,
      17607, 211284 },
    { "aged 34: 0.8 %, rounded apart", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 8, 1000 }, 0, 0, 586950,
      11739 + 4696, 197220 },
    { "PA-01", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 0, 1 }, 0, 0, 500000, 10000, 120000 },
    { "PA-03", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 0, 1 }, 0, 0, 430600, 8612, 103344 },
    { "PA-04", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 0, 1 }, 0, 0, 2153100, 43062, 516744 },
    { "PA-06", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 0, 1 }, 0, 0, 460000, 9200, 110400 },
    { "PA-11", MING_CREDIT_PERCENT_OF_BASE, { 2, 100 }, { 0, 1 }, 0, 0, 600000, 12000, 144000 },
    { "PA-13", MING_CREDIT_PERCENT_OF_AVERAGE, { 2, 100 }, { 0, 1 }, 350000, 0, 0, 7000, 84000 },
    { "PA-15", MING_CREDIT_PERCENT_OF_AVERAGE, { 35, 1000 }, { 0, 1 }, 332400, 0, 0, 11634, 139608 },
    { "PA-17", MING_CREDIT_PERCENT_OF_AVERAGE, { 35, 1000 }, { 0, 1 }, 350500, MING_ROUND_DOWN, 0,
      12267, 147204 },
    { "own pension", MING_CREDIT_PERCENT_OF_PENSION, { 25, 1000 }, { 0, 1 }, 0, 0, 400000, 10000, 120000 },
    { "retired, 70: 110.00", MING_CREDIT_FIXED_PER_MONTH, { 0, 1 }, { 0, 1 }, 11000, 0, 586900,
      11000, 132000 },
    { "once a year", MING_CREDIT_FIXED_PER_YEAR, { 0, 1 }, { 0, 1 }, 60000, 0, 586900, 0, 60000 },
    { "no account", MING_CREDIT_NONE, { 2, 100 }, { 0, 1 }, 0, 0, 586900, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingCreditRule rule = { rows[i].kind, rows[i].own, rows[i].unit, rows[i].amount,
                              { MING_UNIT_FEN, rows[i].mode } };
      MingCredit credit;

      g_test_message ("%s", rows[i].id);
      g_assert_cmpint (ming_credit_compute (&rule, rows[i].basis, &credit), ==, MING_OK);
      g_assert_cmpint (credit.month_fen, ==, rows[i].month);
      g_assert_cmpint (credit.year_fen, ==, rows[i].year);
      if (rows[i].kind >= MING_CREDIT_PERCENT_OF_PENSION || rows[i].kind == MING_CREDIT_PERCENT_OF_BASE)
        g_assert_cmpint (credit.own_fen + credit.unit_fen, ==, rows[i].month);
    }
}

static void
test_credit_refuses (void)
{
  static const struct
  {
    MingCreditRule rule;
    MingFen basis;
    MingStatus status;
  } rows[] = {
    { { MING_CREDIT_FIXED_PER_MONTH, { 0, 1 }, { 0, 1 }, -1, { 1, 0 } }, 0, MING_E_RANGE },
    { { MING_CREDIT_FIXED_PER_MONTH, { 0, 1 }, { 0, 1 }, MING_FEN_MAX / 12, { 1, 0 } }, 0, MING_OK },
    { { MING_CREDIT_FIXED_PER_MONTH, { 0, 1 }, { 0, 1 }, MING_FEN_MAX / 12 + 1, { 1, 0 } }, 0, MING_E_RANGE },
    { { MING_CREDIT_FIXED_PER_YEAR, { 0, 1 }, { 0, 1 }, MING_FEN_MAX + 1, { 1, 0 } }, 0, MING_E_RANGE },
    { { MING_CREDIT_PERCENT_OF_BASE, { 1, 1 }, { 0, 1 }, 0, { 1, 0 } }, -1, MING_E_RANGE },
    { { MING_CREDIT_PERCENT_OF_BASE, { 1, 1 }, { 0, 1 }, 0, { 1, 0 } }, MING_FEN_MAX, MING_E_RANGE },
    { { MING_CREDIT_PERCENT_OF_BASE, { 1, 0 }, { 0, 1 }, 0, { 1, 0 } }, 100, MING_E_RANGE },
    { { MING_CREDIT_PERCENT_OF_BASE, { 1, 1 }, { 0, 1 }, 0, { 5, 0 } }, 100, MING_E_RANGE },
    { { (MingCreditKind) 6, { 1, 1 }, { 0, 1 }, 0, { 1, 0 } }, 100, MING_E_PLAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingCredit credit = { .month_fen = 77 };

      g_assert_cmpint (ming_credit_compute (&rows[i].rule, rows[i].basis, &credit), ==, rows[i].status);
      if (rows[i].status != MING_OK)
        g_assert_cmpint (credit.month_fen, ==, 77);
    }
}

static void
test_clamp (void)
{
  /* Beijing from 2025-07-01: 7162 / 35811 */
  static const MingBaseLimits beijing = { 716200, 3581100 }, no_cap = { 518200, 0 }, wrong = { 2, 1 };
  static const struct
  {
    const MingBaseLimits *limits;
    MingFen wage;
    MingStatus status;
    MingFen base;
  } rows[] = {
    { &beijing, 0, MING_OK, 716200 },
    { &beijing, 716199, MING_OK, 716200 },
    { &beijing, 716200, MING_OK, 716200 },
    { &beijing, 716201, MING_OK, 716201 },
    { &beijing, 3581099, MING_OK, 3581099 },
    { &beijing, 3581100, MING_OK, 3581100 },
    { &beijing, 3581101, MING_OK, 3581100 },
    { &no_cap, 400000, MING_OK, 518200 }, /* PA-05 */
    { &no_cap, MING_FEN_MAX, MING_OK, MING_FEN_MAX },
    { &no_cap, MING_FEN_MAX + 1, MING_E_RANGE, 77 },
    { &no_cap, -1, MING_E_RANGE, 77 },
    { &wrong, 1, MING_E_PLAN, 77 },
  };
  MingBaseLimits bad = { -1, 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingFen base = 77;

      g_assert_cmpint (ming_base_clamp (rows[i].limits, rows[i].wage, &base), ==, rows[i].status);
      g_assert_cmpint (base, ==, rows[i].base);
    }
  g_assert_cmpint (ming_base_clamp (&bad, 1, &bad.cap_fen), ==, MING_E_RANGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/account/credit", test_credit);
  g_test_add_func ("/core/account/credit-refuses", test_credit_refuses);
  g_test_add_func ("/core/account/clamp", test_clamp);
  return g_test_run ();
}
