/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/ming-table-fit.h"

/* How a table's width is shared among its columns. */

static const MingColumnNeed needs[] = {
  { .least = 100, .wanted = 300, .words = TRUE },
  { .least = 80, .wanted = 120 },
  { .least = 50, .wanted = 50 },
};

#define N_NEEDS G_N_ELEMENTS (needs)

static void
check (int width, int first, int second, int third)
{
  int widths[N_NEEDS];

  g_assert_true (ming_table_fit (needs, N_NEEDS, width, 20, widths));
  g_assert_cmpint (widths[0], ==, first);
  g_assert_cmpint (widths[1], ==, second);
  g_assert_cmpint (widths[2], ==, third);
}

/* Figures come first, then words; never more than there is until all have what they want. */
static void
test_shares (void)
{
  check (230, 100, 80, 50);
  check (250, 100, 100, 50);
  check (270, 100, 120, 50);
  check (370, 200, 120, 50);
  check (470, 300, 120, 50);
}

/* Beyond that a little for each, and the rest is left. */
static void
test_spare (void)
{
  check (500, 310, 130, 60);
  check (530, 320, 140, 70);
  check (2000, 320, 140, 70);
}

/* A long heading of figures waits until the words of the rows have their room. */
static void
test_heading (void)
{
  static const MingColumnNeed with_heading[] = {
    { .least = 100, .wanted = 150, .cells = 150, .words = TRUE },
    { .least = 80, .wanted = 220, .cells = 90 },
  };
  static const int shares[][3] = { { 180, 100, 80 }, { 190, 100, 90 }, { 240, 150, 90 }, { 370, 150, 220 } };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      int widths[2];

      g_assert_true (ming_table_fit (with_heading, 2, shares[i][0], 20, widths));
      g_assert_cmpint (widths[0], ==, shares[i][1]);
      g_assert_cmpint (widths[1], ==, shares[i][2]);
    }
}

/* Where something would be cut there is no table, and nothing is written. */
static void
test_refuses (void)
{
  int widths[N_NEEDS] = { -1, -1, -1 };

  g_assert_false (ming_table_fit (needs, N_NEEDS, 229, 20, widths));
  g_assert_cmpint (widths[0], ==, -1);
  g_assert_false (ming_table_fit (needs, 0, 500, 20, widths));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-fit/shares", test_shares);
  g_test_add_func ("/table-fit/spare", test_spare);
  g_test_add_func ("/table-fit/heading", test_heading);
  g_test_add_func ("/table-fit/refuses", test_refuses);
  return g_test_run ();
}
