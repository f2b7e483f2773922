/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/ming-contribution.h"

#define HALF_UP { MING_UNIT_FEN, MING_ROUND_HALF_UP }

static void
test_published (void)
{
  static const struct
  {
    const char *id;
    MingFen base;
    int n_parts;
    MingContributionPart part[2];
    MingFen part_fen[2];
    MingFen total;
  } rows[] = {
    { "Chengdu 2024: rounded per component, 571.42 and not 571.43", 601500, 2,
      { { MING_CONTRIBUTOR_FLEXIBLE, { 875, 10000 }, 0, HALF_UP },
        { MING_CONTRIBUTOR_FLEXIBLE, { 75, 10000 }, 0, HALF_UP } },
      { 52631, 4511 }, 57142 },
    { "BJ-13", 835600, 1, { { MING_CONTRIBUTOR_FLEXIBLE, { 7, 100 }, 0, HALF_UP } }, { 58492 }, 58492 },
    { "BJ-14", 260800, 2,
      { { MING_CONTRIBUTOR_FLEXIBLE, { 65, 1000 }, 0, HALF_UP },
        { MING_CONTRIBUTOR_FLEXIBLE, { 5, 1000 }, 0, HALF_UP } },
      { 16952, 1304 }, 18256 },
    { "Beijing, 2 % and 3 yuan; 9.8 % by the unit", 716200, 2,
      { { MING_CONTRIBUTOR_PERSON, { 2, 100 }, 300, HALF_UP },
        { MING_CONTRIBUTOR_UNIT, { 98, 1000 }, 0, HALF_UP } },
      { 14624, 70188 }, 84812 },
    { "Shanghai 37302", 3730200, 2,
      { { MING_CONTRIBUTOR_PERSON, { 2, 100 }, 0, HALF_UP },
        { MING_CONTRIBUTOR_UNIT, { 9, 100 }, 0, HALF_UP } },
      { 74604, 335718 }, 410322 },
    { "Shanghai 7460", 746000, 2,
      { { MING_CONTRIBUTOR_PERSON, { 2, 100 }, 0, HALF_UP },
        { MING_CONTRIBUTOR_UNIT, { 9, 100 }, 0, HALF_UP } },
      { 14920, 67140 }, 82060 },
    { "Tianjin 5124 × 8.5 %", 512400, 1, { { MING_CONTRIBUTOR_FLEXIBLE, { 85, 1000 }, 0, HALF_UP } },
      { 43554 }, 43554 },
    { "Guangzhou residents 2026: 549 and a subsidy of 820", 0, 2,
      { { MING_CONTRIBUTOR_PERSON, { 0, 1 }, 54900, HALF_UP },
        { MING_CONTRIBUTOR_SUBSIDY, { 0, 1 }, 82000, HALF_UP } },
      { 54900, 82000 }, 136900 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingContributionRule rule = { .n_parts = rows[i].n_parts };
      MingContribution out;
      MingFen by_sum = 0;

      for (int k = 0; k < rows[i].n_parts; k++)
        rule.part[k] = rows[i].part[k];
      g_test_message ("%s", rows[i].id);
      g_assert_cmpint (ming_contribution_compute (&rule, rows[i].base, &out), ==, MING_OK);
      g_assert_cmpint (out.n_parts, ==, rows[i].n_parts);
      for (int k = 0; k < rows[i].n_parts; k++)
        g_assert_cmpint (out.part_fen[k], ==, rows[i].part_fen[k]);
      for (int k = 0; k < MING_N_CONTRIBUTORS; k++)
        by_sum += out.by_fen[k];
      g_assert_cmpint (by_sum, ==, rows[i].total);
      g_assert_cmpint (out.total_fen, ==, rows[i].total);
      g_assert_cmpint (out.base_fen, ==, rows[i].base);
    }
}

/* BJ-13, BJ-14: 70 % of the average monthly wage, to whole yuan. */
static void
test_base_to_yuan (void)
{
  static const struct
  {
    MingFen average, base;
  } rows[] = { { 1193700, 835600 }, { 372600, 260800 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingFen base = 0;

      g_assert_cmpint (ming_money_apply_rate (ming_exact_from_fen (rows[i].average), (MingRate){ 70, 100 },
                                              (MingRounding){ MING_UNIT_YUAN, MING_ROUND_HALF_UP }, &base),
                       ==, MING_OK);
      g_assert_cmpint (base, ==, rows[i].base);
    }
}

static void
test_refuses (void)
{
  for (int i = 0; i < 9; i++)
    {
      MingContributionRule rule = { 1, { { MING_CONTRIBUTOR_PERSON, { 1, 1 }, 5, HALF_UP } } };
      MingContribution out = { .total_fen = 77 };
      MingStatus expected = MING_E_RANGE;
      MingFen base = 1000;

      switch (i)
        {
        case 0: rule.n_parts = -1; break;
        case 1: rule.n_parts = MING_CONTRIBUTIONS_MAX + 1; break;
        case 2: base = -1; break;
        case 3: base = MING_FEN_MAX + 1; break;
        case 4: base = MING_FEN_MAX - 4; break;
        case 5: rule.part[0].rate.den = 0; break;
        case 6: rule.part[0].amount_fen = -5; break;
        case 7: rule.part[0].rounding.unit = (MingRoundUnit) 0; break;
        default:
          rule.part[0].who = MING_N_CONTRIBUTORS;
          expected = MING_E_PLAN;
          break;
        }
      g_assert_cmpint (ming_contribution_compute (&rule, base, &out), ==, expected);
      g_assert_cmpint (out.total_fen, ==, 77);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/contribution/published", test_published);
  g_test_add_func ("/core/contribution/base-to-yuan", test_base_to_yuan);
  g_test_add_func ("/core/contribution/refuses", test_refuses);
  return g_test_run ();
}
