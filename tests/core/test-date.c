/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/ming-date.h"

#define DATE(y, m, d) ((MingDate) { .year = (y), .month = (m), .day = (d) })

/* What an output holds before a call that must not write it. */
static const MingDate untouched = { .year = 1, .month = 2, .day = 3 };

#define assert_date(a, y, m, d) \
  G_STMT_START { \
    MingDate date_ = (a); \
    g_assert_cmpint (date_.year, ==, (y)); \
    g_assert_cmpint (date_.month, ==, (m)); \
    g_assert_cmpint (date_.day, ==, (d)); \
  } G_STMT_END

static void
test_make (void)
{
  static const struct
  {
    int32_t year, month, day;
    MingStatus expected;
  } cases[] = {
    { 1900, 1, 1, MING_OK },        { 2199, 12, 31, MING_OK },
    { 1899, 12, 31, MING_E_RANGE }, { 2200, 1, 1, MING_E_RANGE },
    { -2000, 1, 1, MING_E_RANGE },  { INT32_MAX, 1, 1, MING_E_RANGE },
    { 2025, 0, 1, MING_E_DATE },    { 2025, 13, 1, MING_E_DATE },
    { 2025, 1, 0, MING_E_DATE },    { 2025, 1, 32, MING_E_DATE },
    { 2025, 4, 30, MING_OK },       { 2025, 4, 31, MING_E_DATE },
    { 2024, 2, 29, MING_OK },       { 2025, 2, 29, MING_E_DATE },
    { 1900, 2, 29, MING_E_DATE },   { 2000, 2, 29, MING_OK },
    { 2100, 2, 29, MING_E_DATE },   { 2000, 2, 30, MING_E_DATE },
    { 2025, 257, 1, MING_E_DATE },  { 2025, 1, 257, MING_E_DATE },
    { 67561, 1, 1, MING_E_RANGE },  { 2025, -1, -1, MING_E_DATE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingDate date = untouched;

      g_assert_cmpint (ming_date_make (cases[i].year, cases[i].month, cases[i].day, &date), ==,
                       cases[i].expected);
      if (cases[i].expected == MING_OK)
        {
          assert_date (date, cases[i].year, cases[i].month, cases[i].day);
          g_assert_true (ming_date_is_valid (date));
        }
      else
        assert_date (date, 1, 2, 3);
    }

  g_assert_false (ming_date_is_valid (DATE (0, 0, 0)));
  g_assert_false (ming_date_is_valid (DATE (2025, 2, 29)));
  g_assert_false (ming_date_is_valid (DATE (1899, 12, 31)));
  g_assert_false (ming_date_is_valid (DATE (2025, -1, -1)));
}

static void
test_days_in_month (void)
{
  g_assert_cmpint (ming_date_days_in_month (2025, 2), ==, 28);
  g_assert_cmpint (ming_date_days_in_month (2024, 2), ==, 29);
  g_assert_cmpint (ming_date_days_in_month (2025, 12), ==, 31);
  g_assert_cmpint (ming_date_days_in_month (2025, 0), ==, 0);
  g_assert_cmpint (ming_date_days_in_month (2025, 13), ==, 0);
  g_assert_cmpint (ming_date_days_in_month (1899, 1), ==, 0);
  g_assert_cmpint (ming_date_days_in_month (2200, 1), ==, 0);
}

/* Every day of the three centuries, against GLib's own calendar. */
static void
test_days_round_trip (void)
{
  g_autoptr (GDate) oracle = g_date_new_dmy (1, G_DATE_JANUARY, 1900);

  for (int32_t days = 0; days <= MING_DAYS_MAX; days++)
    {
      MingDate date;
      int32_t back = -1;

      g_assert_cmpint (ming_date_from_days (days, &date), ==, MING_OK);
      assert_date (date, g_date_get_year (oracle), (int) g_date_get_month (oracle), g_date_get_day (oracle));
      g_assert_cmpint (ming_date_to_days (date, &back), ==, MING_OK);
      g_assert_cmpint (back, ==, days);
      g_date_add_days (oracle, 1);
    }

  g_assert_cmpint (g_date_get_year (oracle), ==, 2200);
}

static void
test_days_limits (void)
{
  MingDate date = untouched;
  int32_t days = 77;

  g_assert_cmpint (ming_date_from_days (-1, &date), ==, MING_E_RANGE);
  g_assert_cmpint (ming_date_from_days (MING_DAYS_MAX + 1, &date), ==, MING_E_RANGE);
  g_assert_cmpint (ming_date_from_days (INT32_MIN, &date), ==, MING_E_RANGE);
  assert_date (date, 1, 2, 3);
  g_assert_cmpint (ming_date_to_days (DATE (2025, 2, 29), &days), ==, MING_E_DATE);
  g_assert_cmpint (days, ==, 77);
}

static void
test_compare (void)
{
  g_assert_cmpint (ming_date_compare (DATE (2025, 11, 3), DATE (2025, 11, 3)), ==, 0);
  g_assert_cmpint (ming_date_compare (DATE (2025, 11, 3), DATE (2025, 11, 4)), <, 0);
  g_assert_cmpint (ming_date_compare (DATE (2025, 12, 1), DATE (2025, 11, 30)), >, 0);
  g_assert_cmpint (ming_date_compare (DATE (2024, 12, 31), DATE (2025, 1, 1)), <, 0);
  g_assert_cmpint (ming_date_compare (DATE (2026, 1, 1), DATE (2025, 12, 31)), >, 0);
}

static void
test_days_between (void)
{
  int32_t days = 77;

  g_assert_cmpint (ming_date_days_between (DATE (2025, 3, 1), DATE (2025, 3, 1), &days), ==, MING_OK);
  g_assert_cmpint (days, ==, 0);
  g_assert_cmpint (ming_date_days_between (DATE (2024, 2, 28), DATE (2024, 3, 1), &days), ==, MING_OK);
  g_assert_cmpint (days, ==, 2);
  g_assert_cmpint (ming_date_days_between (DATE (2025, 3, 1), DATE (2025, 2, 28), &days), ==, MING_OK);
  g_assert_cmpint (days, ==, -1);
  g_assert_cmpint (ming_date_days_between (DATE (1900, 1, 1), DATE (2199, 12, 31), &days), ==, MING_OK);
  g_assert_cmpint (days, ==, MING_DAYS_MAX);

  days = 77;
  g_assert_cmpint (ming_date_days_between (DATE (2025, 2, 29), DATE (2025, 3, 1), &days), ==, MING_E_DATE);
  g_assert_cmpint (ming_date_days_between (DATE (2025, 3, 1), DATE (2025, 2, 29), &days), ==, MING_E_DATE);
  g_assert_cmpint (days, ==, 77);
}

static void
test_add_days (void)
{
  MingDate date = untouched;

  g_assert_cmpint (ming_date_add_days (DATE (2025, 2, 29), 1, &date), ==, MING_E_DATE);
  g_assert_cmpint (ming_date_add_days (DATE (2199, 12, 31), 1, &date), ==, MING_E_RANGE);
  g_assert_cmpint (ming_date_add_days (DATE (1900, 1, 1), -1, &date), ==, MING_E_RANGE);
  g_assert_cmpint (ming_date_add_days (DATE (2025, 1, 1), INT32_MAX, &date), ==, MING_E_RANGE);
  g_assert_cmpint (ming_date_add_days (DATE (2025, 1, 1), INT32_MIN, &date), ==, MING_E_RANGE);
  assert_date (date, 1, 2, 3);

  g_assert_cmpint (ming_date_add_days (DATE (2024, 12, 31), 1, &date), ==, MING_OK);
  assert_date (date, 2025, 1, 1);
  g_assert_cmpint (ming_date_add_days (DATE (2024, 3, 1), -1, &date), ==, MING_OK);
  assert_date (date, 2024, 2, 29);
  g_assert_cmpint (ming_date_add_days (DATE (1900, 1, 1), MING_DAYS_MAX, &date), ==, MING_OK);
  assert_date (date, 2199, 12, 31);
}

static void
test_add_months (void)
{
  static const struct
  {
    MingDate from;
    int32_t months;
    MingStatus expected;
    MingDate to;
  } cases[] = {
    { { 2025, 1, 31 }, 1, MING_OK, { 2025, 2, 28 } },
    { { 2024, 1, 31 }, 1, MING_OK, { 2024, 2, 29 } },
    { { 2025, 2, 28 }, 1, MING_OK, { 2025, 3, 28 } },
    { { 2025, 3, 31 }, 1, MING_OK, { 2025, 4, 30 } },
    { { 2025, 3, 31 }, -1, MING_OK, { 2025, 2, 28 } },
    { { 2024, 2, 29 }, 12, MING_OK, { 2025, 2, 28 } },
    { { 2024, 2, 29 }, 48, MING_OK, { 2028, 2, 29 } },
    { { 2024, 2, 29 }, -12, MING_OK, { 2023, 2, 28 } },
    { { 2025, 11, 3 }, 0, MING_OK, { 2025, 11, 3 } },
    { { 2025, 12, 15 }, 1, MING_OK, { 2026, 1, 15 } },
    { { 2025, 1, 15 }, -1, MING_OK, { 2024, 12, 15 } },
    { { 2025, 1, 15 }, -13, MING_OK, { 2023, 12, 15 } },
    { { 1900, 1, 31 }, 3599, MING_OK, { 2199, 12, 31 } },
    { { 1900, 1, 31 }, 3600, MING_E_RANGE, { 0, 0, 0 } },
    { { 1900, 1, 31 }, -1, MING_E_RANGE, { 0, 0, 0 } },
    { { 2199, 12, 1 }, 1, MING_E_RANGE, { 0, 0, 0 } },
    { { 2025, 1, 1 }, INT32_MAX, MING_E_RANGE, { 0, 0, 0 } },
    { { 2025, 1, 1 }, INT32_MIN, MING_E_RANGE, { 0, 0, 0 } },
    { { 2025, 2, 29 }, 1, MING_E_DATE, { 0, 0, 0 } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingDate to = untouched;

      g_assert_cmpint (ming_date_add_months (cases[i].from, cases[i].months, &to), ==, cases[i].expected);
      if (cases[i].expected == MING_OK)
        assert_date (to, cases[i].to.year, cases[i].to.month, cases[i].to.day);
      else
        assert_date (to, 1, 2, 3);
    }
}

static void
test_age (void)
{
  static const struct
  {
    MingDate birth;
    MingDate on;
    int32_t expected;
  } cases[] = {
    { { 1965, 6, 15 }, { 1965, 6, 15 }, 0 },
    { { 1965, 6, 15 }, { 2025, 6, 14 }, 59 },
    { { 1965, 6, 15 }, { 2025, 6, 15 }, 60 },
    { { 1965, 6, 15 }, { 2025, 6, 16 }, 60 },
    { { 1965, 6, 15 }, { 2025, 5, 31 }, 59 },
    { { 1965, 12, 31 }, { 2025, 12, 30 }, 59 },
    { { 1965, 12, 31 }, { 2026, 1, 1 }, 60 },
    { { 1900, 1, 1 }, { 2199, 12, 31 }, 299 },
    /* Born 29 February: 28 February in a common year, the 29th in a leap year. */
    { { 1964, 2, 29 }, { 2025, 2, 27 }, 60 },
    { { 1964, 2, 29 }, { 2025, 2, 28 }, 61 },
    { { 1964, 2, 29 }, { 2025, 3, 1 }, 61 },
    { { 1964, 2, 29 }, { 2024, 2, 28 }, 59 },
    { { 1964, 2, 29 }, { 2024, 2, 29 }, 60 },
    /* Born 28 February: nothing special in a leap year. */
    { { 1965, 2, 28 }, { 2024, 2, 27 }, 58 },
    { { 1965, 2, 28 }, { 2024, 2, 28 }, 59 },
  };
  int32_t age = 77;

  g_assert_cmpint (ming_date_age_years (DATE (2025, 1, 2), DATE (2025, 1, 1), &age), ==, MING_E_RANGE);
  g_assert_cmpint (ming_date_age_years (DATE (2025, 2, 29), DATE (2026, 1, 1), &age), ==, MING_E_DATE);
  g_assert_cmpint (ming_date_age_years (DATE (2025, 1, 1), DATE (2026, 2, 29), &age), ==, MING_E_DATE);
  g_assert_cmpint (age, ==, 77);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ming_date_age_years (cases[i].birth, cases[i].on, &age), ==, MING_OK);
      g_assert_cmpint (age, ==, cases[i].expected);
    }
}

/* The two rules about 29 February agree: birth plus 12 n months is the day on which age n is completed. */
static void
test_age_agrees_with_months (void)
{
  for (int32_t start = 0; start < 366 * 4; start++)
    {
      MingDate birth, birthday, eve;
      int32_t age;

      g_assert_cmpint (ming_date_from_days (start + 36500, &birth), ==, MING_OK);
      for (int32_t years = 1; years <= 101; years += 4)
        {
          g_assert_cmpint (ming_date_add_months (birth, years * 12, &birthday), ==, MING_OK);
          g_assert_cmpint (ming_date_add_days (birthday, -1, &eve), ==, MING_OK);
          g_assert_cmpint (ming_date_age_years (birth, birthday, &age), ==, MING_OK);
          g_assert_cmpint (age, ==, years);
          g_assert_cmpint (ming_date_age_years (birth, eve, &age), ==, MING_OK);
          g_assert_cmpint (age, ==, years - 1);
        }
    }
}

static void
test_month_index (void)
{
  MingDate date = untouched;

  g_assert_cmpint (ming_date_month_index (DATE (1900, 1, 1)), ==, MING_MONTH_INDEX_MIN);
  g_assert_cmpint (ming_date_month_index (DATE (2199, 12, 31)), ==, MING_MONTH_INDEX_MAX);
  g_assert_cmpint (ming_date_month_index (DATE (2025, 11, 3)), ==, 2025 * 12 + 10);
  g_assert_cmpint (ming_date_from_month_index (MING_MONTH_INDEX_MIN - 1, &date), ==, MING_E_RANGE);
  g_assert_cmpint (ming_date_from_month_index (MING_MONTH_INDEX_MAX + 1, &date), ==, MING_E_RANGE);
  assert_date (date, 1, 2, 3);

  for (int32_t index = MING_MONTH_INDEX_MIN; index <= MING_MONTH_INDEX_MAX; index++)
    {
      g_assert_cmpint (ming_date_from_month_index (index, &date), ==, MING_OK);
      g_assert_cmpint (date.day, ==, 1);
      g_assert_cmpint (ming_date_month_index (date), ==, index);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/make", test_make);
  g_test_add_func ("/core/date/days-in-month", test_days_in_month);
  g_test_add_func ("/core/date/days-round-trip", test_days_round_trip);
  g_test_add_func ("/core/date/days-limits", test_days_limits);
  g_test_add_func ("/core/date/compare", test_compare);
  g_test_add_func ("/core/date/days-between", test_days_between);
  g_test_add_func ("/core/date/add-days", test_add_days);
  g_test_add_func ("/core/date/add-months", test_add_months);
  g_test_add_func ("/core/date/age", test_age);
  g_test_add_func ("/core/date/age-agrees-with-months", test_age_agrees_with_months);
  g_test_add_func ("/core/date/month-index", test_month_index);

  return g_test_run ();
}
