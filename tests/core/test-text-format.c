/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "core/ming-text.h"

#define UNTOUCHED (-77)

static void
test_format_fen (void)
{
  static const struct
  {
    MingFen fen;
    const char *plain;
    const char *grouped;
    const char *with_sign;
  } cases[] = {
    { 0, "0.00", "0.00", "0.00" },
    { 1, "0.01", "0.01", "+0.01" },
    { 99, "0.99", "0.99", "+0.99" },
    { 100, "1.00", "1.00", "+1.00" },
    { 99999, "999.99", "999.99", "+999.99" },
    { 100000, "1000.00", "1,000.00", "+1,000.00" },
    { 586900, "5869.00", "5,869.00", "+5,869.00" },
    { 99999999, "999999.99", "999,999.99", "+999,999.99" },
    { 100000000, "1000000.00", "1,000,000.00", "+1,000,000.00" },
    { MING_FEN_MAX, "10000000000.00", "10,000,000,000.00", "+10,000,000,000.00" },
    { -1, "-0.01", "-0.01", "-0.01" },
    { -123456, "-1234.56", "-1,234.56", "-1,234.56" },
    { -MING_FEN_MAX, "-10000000000.00", "-10,000,000,000.00", "-10,000,000,000.00" },
  };
  char buffer[MING_TEXT_FEN_SIZE];

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ming_text_format_fen (cases[i].fen, MING_TEXT_PLAIN, buffer, sizeof buffer), ==,
                       MING_OK);
      g_assert_cmpstr (buffer, ==, cases[i].plain);
      g_assert_cmpint (ming_text_format_fen (cases[i].fen, MING_TEXT_GROUPED, buffer, sizeof buffer), ==,
                       MING_OK);
      g_assert_cmpstr (buffer, ==, cases[i].grouped);
      g_assert_cmpint (ming_text_format_fen (cases[i].fen, MING_TEXT_GROUPED | MING_TEXT_SIGNED, buffer,
                                             sizeof buffer), ==, MING_OK);
      g_assert_cmpstr (buffer, ==, cases[i].with_sign);
    }

  g_strlcpy (buffer, "before", sizeof buffer);
  g_assert_cmpint (ming_text_format_fen (MING_FEN_MAX + 1, MING_TEXT_PLAIN, buffer, sizeof buffer), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_text_format_fen (-MING_FEN_MAX - 1, MING_TEXT_PLAIN, buffer, sizeof buffer), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_text_format_fen (INT64_MAX, MING_TEXT_PLAIN, buffer, sizeof buffer), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_text_format_fen (INT64_MIN, MING_TEXT_PLAIN, buffer, sizeof buffer), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_text_format_fen (1, MING_TEXT_PLAIN, buffer, 4), ==, MING_E_FULL);
  g_assert_cmpint (ming_text_format_fen (1, MING_TEXT_PLAIN, buffer, 0), ==, MING_E_FULL);
  g_assert_cmpstr (buffer, ==, "before");
  g_assert_cmpint (ming_text_format_fen (1, MING_TEXT_PLAIN, buffer, 5), ==, MING_OK);
}

static void
test_format_rate (void)
{
  static const struct
  {
    MingRate rate;
    const char *expected;
  } cases[] = {
    { { 850000, 1000000 }, "85 %" },   { { 87500, 1000000 }, "8.75 %" }, { { 0, 1000000 }, "0 %" },
    { { 1000000, 1000000 }, "100 %" }, { { 1, 1000000 }, "0.0001 %" },   { { 10000, 1000000 }, "1 %" },
    { { 100, 1000000 }, "0.01 %" },    { { 1001, 1000000 }, "0.1001 %" }, { { 2500000, 1000000 }, "250 %" },
    { { 9000000, 1000000 }, "900 %" }, { { 2, 37 }, "2/37" },          { { 4, 74 }, "4/74" },
    { { 1, 2 }, "50 %" },              { { 1, 3 }, "1/3" },              { { 1, 64 }, "1.5625 %" },
    { { 1, 128 }, "1/128" },           { { 0, 37 }, "0 %" },             { { 37, 37 }, "100 %" },
    { { 8999999, 999999 }, "8999999/999999" },
  };
  char buffer[MING_TEXT_RATE_SIZE];

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ming_text_format_rate (cases[i].rate, buffer, sizeof buffer), ==, MING_OK);
      g_assert_cmpstr (buffer, ==, cases[i].expected);
    }

  g_strlcpy (buffer, "before", sizeof buffer);
  g_assert_cmpint (ming_text_format_rate ((MingRate) { -1, 100 }, buffer, sizeof buffer), ==, MING_E_RANGE);
  g_assert_cmpint (ming_text_format_rate ((MingRate) { 1, 0 }, buffer, sizeof buffer), ==, MING_E_RANGE);
  g_assert_cmpint (ming_text_format_rate ((MingRate) { 1, -1 }, buffer, sizeof buffer), ==, MING_E_RANGE);
  g_assert_cmpint (ming_text_format_rate ((MingRate) { 1, 1000001 }, buffer, sizeof buffer), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_text_format_rate ((MingRate) { 9000001, 1000000 }, buffer, sizeof buffer), ==,
                   MING_E_RANGE);
  g_assert_cmpint (ming_text_format_rate ((MingRate) { 850000, 1000000 }, buffer, 4), ==, MING_E_FULL);
  g_assert_cmpstr (buffer, ==, "before");
  g_assert_cmpint (ming_text_format_rate ((MingRate) { 850000, 1000000 }, buffer, 5), ==, MING_OK);
}

static void
test_format_date (void)
{
  char buffer[MING_TEXT_DATE_SIZE] = "before";

  g_assert_cmpint (ming_text_format_date ((MingDate) { 2025, 2, 29 }, buffer, sizeof buffer), ==,
                   MING_E_DATE);
  g_assert_cmpint (ming_text_format_date ((MingDate) { 2025, 2, 28 }, buffer, sizeof buffer - 1), ==,
                   MING_E_FULL);
  g_assert_cmpstr (buffer, ==, "before");
  g_assert_cmpint (ming_text_format_date ((MingDate) { 2025, 1, 3 }, buffer, sizeof buffer), ==, MING_OK);
  g_assert_cmpstr (buffer, ==, "2025-01-03");
}

static void
test_format_capital (void)
{
  static const struct
  {
    MingFen fen;
    const char *expected;
  } cases[] = {
    /* The examples of the rule itself; where it allows two, the one we chose. */
    { 140950, "壹仟肆佰零玖元伍角" },
    { 600714, "陆仟零柒元壹角肆分" },
    { 168032, "壹仟陆佰捌拾元零叁角贰分" },
    { 10700053, "壹拾万柒仟元零伍角叁分" },
    { 1640902, "壹万陆仟肆佰零玖元零贰分" },
    { 32504, "叁佰贰拾伍元零肆分" },
    /* Small amounts. */
    { 0, "零元整" }, { 1, "壹分" }, { 10, "壹角" }, { 50, "伍角" }, { 53, "伍角叁分" }, { 100, "壹元整" },
    { 101, "壹元零壹分" }, { 110, "壹元壹角" }, { 111, "壹元壹角壹分" }, { 1000, "壹拾元整" },
    { 1001, "壹拾元零壹分" }, { 1050, "壹拾元零伍角" }, { 1100, "壹拾壹元整" }, { 11500, "壹佰壹拾伍元整" },
    { 10000, "壹佰元整" }, { 10100, "壹佰零壹元整" }, { 100100, "壹仟零壹元整" }, { 101000, "壹仟零壹拾元整" },
    { 110000, "壹仟壹佰元整" },
    /* Across 万 and 亿. */
    { 1000000, "壹万元整" }, { 1000100, "壹万零壹元整" }, { 1010000, "壹万零壹佰元整" }, { 1100000, "壹万壹仟元整" },
    { 10000000, "壹拾万元整" }, { 10010000, "壹拾万零壹佰元整" }, { 100005000, "壹佰万零伍拾元整" },
    { 2004050060, "贰仟零肆万零伍佰元零陆角" },
    { 10000000000, "壹亿元整" }, { 10000000100, "壹亿零壹元整" }, { 10000500000, "壹亿零伍仟元整" },
    { 10001000000, "壹亿零壹万元整" }, { 10100000000, "壹亿零壹佰万元整" }, { 11000000000, "壹亿壹仟万元整" },
    { 10001000001, "壹亿零壹万元零壹分" }, { 100010001000, "壹拾亿零壹拾万零壹拾元整" },
    { 123456789012, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元零壹角贰分" },
    { MING_FEN_MAX - 1, "玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分" },
    { MING_FEN_MAX, "壹佰亿元整" },
  };
  char buffer[MING_TEXT_CAPITAL_SIZE];

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (ming_text_format_capital (cases[i].fen, buffer, sizeof buffer), ==, MING_OK);
      g_assert_cmpstr (buffer, ==, cases[i].expected);
    }

  g_strlcpy (buffer, "before", sizeof buffer);
  g_assert_cmpint (ming_text_format_capital (-1, buffer, sizeof buffer), ==, MING_E_RANGE);
  g_assert_cmpint (ming_text_format_capital (MING_FEN_MAX + 1, buffer, sizeof buffer), ==, MING_E_RANGE);
  g_assert_cmpint (ming_text_format_capital (INT64_MIN, buffer, sizeof buffer), ==, MING_E_RANGE);
  g_assert_cmpint (ming_text_format_capital (0, buffer, 9), ==, MING_E_FULL);
  g_assert_cmpstr (buffer, ==, "before");
  g_assert_cmpint (ming_text_format_capital (0, buffer, 10), ==, MING_OK);
}

/* Reads capitals back by what each character is worth, knowing nothing of how they are written. */
static MingFen
read_capital (const char *text)
{
  static const char digits[] = "零壹贰叁肆伍陆柒捌玖";
  int64_t fen = 0, total = 0, section = 0, digit = 0;

  for (; *text != '\0'; text += 3)
    {
      const char *found = NULL;

      for (const char *p = digits; *p != '\0' && found == NULL; p += 3)
        if (memcmp (p, text, 3) == 0)
          found = p;

      if (found != NULL)
        {
          digit = (found - digits) / 3;
          continue;
        }

      if (g_str_has_prefix (text, "拾"))
        section += digit * 10;
      else if (g_str_has_prefix (text, "佰"))
        section += digit * 100;
      else if (g_str_has_prefix (text, "仟"))
        section += digit * 1000;
      else if (g_str_has_prefix (text, "万"))
        {
          total += (section + digit) * 10000;
          section = 0;
        }
      else if (g_str_has_prefix (text, "亿"))
        {
          total += (section + digit) * 100000000;
          section = 0;
        }
      else if (g_str_has_prefix (text, "元"))
        total += section + digit;
      else if (g_str_has_prefix (text, "角"))
        fen += digit * 10;
      else if (g_str_has_prefix (text, "分"))
        fen += digit;
      else
        g_assert_cmpstr (text, ==, "整");
      digit = 0;
    }

  return total * 100 + fen;
}

/* Amounts with many zeros in them, where both grouping and capitals are most easily wrong. */
static MingFen
random_fen (GRand *rand)
{
  MingFen fen = 0;

  for (int n = g_rand_int_range (rand, 1, 13); n > 0; n--)
    fen = fen * 10 + (g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 0, 10));
  return fen;
}

static void
test_fen_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5869);

  for (int round = 0; round < 200000; round++)
    {
      MingFen fen = random_fen (rand);
      MingFen back = UNTOUCHED;
      char buffer[MING_TEXT_CAPITAL_SIZE];

      g_assert_cmpint (ming_text_format_fen (fen, MING_TEXT_PLAIN, buffer, sizeof buffer), ==, MING_OK);
      g_assert_cmpint (ming_text_parse_fen (buffer, strlen (buffer), &back), ==, MING_OK);
      g_assert_cmpint (back, ==, fen);

      back = UNTOUCHED;
      g_assert_cmpint (ming_text_format_fen (fen, MING_TEXT_GROUPED, buffer, sizeof buffer), ==, MING_OK);
      g_assert_cmpint (ming_text_parse_fen_entry (buffer, strlen (buffer), &back, NULL), ==, MING_OK);
      g_assert_cmpint (back, ==, fen);

      g_assert_cmpint (ming_text_format_capital (fen, buffer, sizeof buffer), ==, MING_OK);
      g_assert_cmpint (read_capital (buffer), ==, fen);
      g_assert_null (strstr (buffer, "零零"));
      g_assert_null (strstr (buffer, "零万"));
      g_assert_null (strstr (buffer, "零亿"));
      g_assert_null (strstr (buffer, "亿万"));
    }
}

static void
test_rate_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (37);

  for (int round = 0; round < 100000; round++)
    {
      MingRate rate = { 0, 1000000 };
      MingRate back = { UNTOUCHED, UNTOUCHED };
      char buffer[MING_TEXT_RATE_SIZE];

      if (g_rand_boolean (rand))
        rate.den = g_rand_int_range (rand, 1, 1000);
      rate.num = g_rand_int_range (rand, 0, rate.den * 9 + 1);

      g_assert_cmpint (ming_text_format_rate (rate, buffer, sizeof buffer), ==, MING_OK);
      g_assert_cmpint (ming_text_parse_rate_entry (buffer, strlen (buffer), &back, NULL), ==, MING_OK);
      g_assert_cmpint ((int64_t) back.num * rate.den, ==, (int64_t) rate.num * back.den);
    }
}

static void
test_date_round_trip (void)
{
  for (int32_t days = 0; days <= MING_DAYS_MAX; days++)
    {
      MingDate date, back;
      char buffer[MING_TEXT_DATE_SIZE];

      g_assert_cmpint (ming_date_from_days (days, &date), ==, MING_OK);
      g_assert_cmpint (ming_text_format_date (date, buffer, sizeof buffer), ==, MING_OK);
      g_assert_cmpint (ming_text_parse_date (buffer, strlen (buffer), &back), ==, MING_OK);
      g_assert_cmpint (ming_date_compare (date, back), ==, 0);
      g_assert_cmpint (ming_text_parse_date_entry (buffer, strlen (buffer), &back, NULL), ==, MING_OK);
      g_assert_cmpint (ming_date_compare (date, back), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/format-fen", test_format_fen);
  g_test_add_func ("/core/text/format-rate", test_format_rate);
  g_test_add_func ("/core/text/format-date", test_format_date);
  g_test_add_func ("/core/text/format-capital", test_format_capital);
  g_test_add_func ("/core/text/fen-round-trip", test_fen_round_trip);
  g_test_add_func ("/core/text/rate-round-trip", test_rate_round_trip);
  g_test_add_func ("/core/text/date-round-trip", test_date_round_trip);

  return g_test_run ();
}
