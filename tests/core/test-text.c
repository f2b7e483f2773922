/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "core/ming-text.h"

#define UNTOUCHED (-77)

/* A case of a parser: the value on MING_OK, else (entry forms) the offset of the first wrong character. */
typedef struct
{
  const char *text;
  MingStatus status;
  int64_t expected;
} Case;

#define OK(text, value) { text, MING_OK, value }
#define TEXT(text, wrong_at) { text, MING_E_TEXT, wrong_at }
#define RANGE(text, wrong_at) { text, MING_E_RANGE, wrong_at }
#define DATE(text, wrong_at) { text, MING_E_DATE, wrong_at }

/* An exact copy without a NUL, so that a sanitizer sees the first byte read beyond the end. */
static char *
copy_exactly (const char *text)
{
  return g_memdup2 (text, strlen (text));
}

/* Names the case at hand in the log, which has to stay UTF-8. */
static void
note (const char *text)
{
  g_autofree char *readable = g_utf8_make_valid (text, -1);

  g_test_message ("\"%s\"", readable);
}

static void
test_fen (void)
{
  static const Case cases[] = {
    OK ("0", 0), OK ("12", 1200), OK ("0.5", 50), OK ("0.50", 50), OK ("0.05", 5), OK ("5869.00", 586900),
    OK ("0.01", 1), OK ("9999999999.99", MING_FEN_MAX - 1), OK ("10000000000.00", MING_FEN_MAX),
    OK ("10000000000", MING_FEN_MAX),
    RANGE ("10000000000.01", 0), RANGE ("10000000001", 0), RANGE ("99999999999999999999999999.99", 0),
    TEXT ("", 0), TEXT (".", 0), TEXT ("5.", 0), TEXT (".5", 0), TEXT ("0.123", 0), TEXT ("0.120", 0),
    TEXT ("1.2.3", 0), TEXT ("1,234", 0), TEXT ("1 234", 0), TEXT (" 1", 0), TEXT ("1 ", 0), TEXT ("+1", 0),
    TEXT ("-1", 0), TEXT ("-0", 0), TEXT ("1e3", 0), TEXT ("0x10", 0), TEXT ("１２", 0), TEXT ("12元", 0),
    TEXT ("¥12", 0), TEXT ("007", 0), TEXT ("00", 0), TEXT ("00.50", 0), TEXT ("1。5", 0), TEXT ("nan", 0),
    TEXT ("99999999999999999999999999.999", 0), TEXT ("99999999999999999999x", 0), TEXT ("12\n", 0),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);
      MingFen fen = UNTOUCHED;

      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_fen (text, strlen (cases[i].text), &fen), ==, cases[i].status);
      g_assert_cmpint (fen, ==, cases[i].status == MING_OK ? cases[i].expected : UNTOUCHED);
    }

  /* A NUL is a wrong character like any other, and the length rules. */
  MingFen fen = UNTOUCHED;
  g_assert_cmpint (ming_text_parse_fen ("12\0", 3, &fen), ==, MING_E_TEXT);
  g_assert_cmpint (ming_text_parse_fen (NULL, 0, &fen), ==, MING_E_TEXT);
  g_assert_cmpint (fen, ==, UNTOUCHED);
  g_assert_cmpint (ming_text_parse_fen ("12345", 2, &fen), ==, MING_OK);
  g_assert_cmpint (fen, ==, 1200);
}

static void
test_fen_entry (void)
{
  static const Case cases[] = {
    OK ("0", 0), OK ("12", 1200), OK ("5.", 500), OK (".5", 50), OK ("0.05", 5), OK ("007", 700),
    OK (" 12 ", 1200), OK ("\t12\xC2\xA0", 1200), OK ("　１２３４．５６　", 123456), OK ("12。5", 1250),
    OK ("1,234.50", 123450), OK ("1，234，567．8", 123456780), OK ("1 234 567", 123456700),
    OK ("1\xE2\x80\x89""234", 123400),
    OK ("12　345", 1234500), OK ("1\xE2\x80\xAF""234", 123400), OK ("0,123", 12300), OK ("123,456", 12345600),
    OK ("¥5869", 586900), OK ("￥ 5,869.00", 586900), OK ("RMB 12", 1200), OK ("rmb12", 1200),
    OK ("ＲＭＢ１２", 1200),
    OK ("cny 12", 1200), OK ("人民币12元", 1200), OK ("12元", 1200), OK ("12 圆", 1200), OK ("12.5 元 ", 1250),
    OK ("1.2万", 1200000), OK ("1.2 万 元", 1200000), OK ("１．２萬圆", 1200000), OK ("1.23456万", 1234560),
    OK ("1.234567万", 1234567), OK ("0.000001万", 1), OK ("¥3万", 3000000), OK ("1,234.5万", 1234500000),
    OK ("1.230", 123), OK ("1.2300000000000000000", 123), OK ("1.234567000000000000万", 1234567),
    OK ("1000000万", MING_FEN_MAX), OK ("10,000,000,000.00", MING_FEN_MAX),
    OK ("0000000000000000000012", 1200),
    /* 元 and 万 are three bytes each, full-width digits as well. */
    TEXT ("", 0), TEXT ("  ", 2), TEXT (".", 1), TEXT ("元", 0), TEXT ("万", 0), TEXT ("¥", 2), TEXT ("abc", 0),
    TEXT ("12a", 2), TEXT ("12元元", 5), TEXT ("12元万", 5), TEXT ("12万万", 5), TEXT ("1.2.3", 3),
    TEXT ("1..2", 2),
    TEXT ("0.125", 4), TEXT ("0.1250", 4), TEXT ("０．１２５", 12), TEXT ("1.2345678万", 8),
    TEXT ("0.0000000000001", 14), TEXT ("1.23000000000000000009", 21), TEXT ("1.2345", 4),
    TEXT ("1,2,3", 3), TEXT ("1,23", 4), TEXT ("1,2345", 5), TEXT ("1234,567", 4), TEXT (",123", 0),
    TEXT ("1,,234", 2),
    TEXT ("1,", 2), TEXT ("1,a", 2), TEXT ("1,234 567", 5), TEXT ("1 234,567", 5), TEXT ("12 34", 5),
    TEXT ("1  234", 3),
    TEXT ("1.234,5", 5), TEXT ("1,.5", 2), TEXT ("+5", 0), TEXT ("--5", 1), TEXT ("-a", 1), TEXT ("-", 1),
    TEXT ("5-", 1),
    TEXT ("12\xFF", 2), TEXT ("12\xE5\x85", 2), TEXT ("RM12", 0), TEXT ("1/2", 1), TEXT ("12%", 2),
    TEXT ("1e3", 1),
    RANGE ("-5", 0), RANGE (" -5", 1), RANGE ("-0", 0), RANGE ("¥-5", 2), RANGE ("-¥5", 0), RANGE ("－５", 0),
    RANGE ("−1.2万", 0), RANGE ("10000000000.01", 0), RANGE ("¥ 10000000000.01", 3), RANGE ("1000001万", 0),
    RANGE ("99999999999999999999999999999", 0), RANGE ("-99999999999999999999999999999", 0),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);
      MingFen fen = UNTOUCHED;
      size_t wrong_at = 999;

      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_fen_entry (text, strlen (cases[i].text), &fen, &wrong_at), ==,
                       cases[i].status);
      if (cases[i].status == MING_OK)
        {
          g_assert_cmpint (fen, ==, cases[i].expected);
          g_assert_cmpuint (wrong_at, ==, 999);
        }
      else
        {
          g_assert_cmpint (fen, ==, UNTOUCHED);
          g_assert_cmpint ((int64_t) wrong_at, ==, cases[i].expected);
        }
      g_assert_cmpint (ming_text_parse_fen_entry (text, strlen (cases[i].text), &fen, NULL), ==,
                       cases[i].status);
    }
}

/* expected: num × 10⁷ + den */
#define RATE(num, den) ((num) * INT64_C (10000000) + (den))
#define PPM(num) RATE (num, 1000000)

static void
test_rate (void)
{
  static const Case cases[] = {
    OK ("85%", PPM (850000)), OK ("8.75%", PPM (87500)), OK ("0.0001%", PPM (1)), OK ("0%", PPM (0)),
    OK ("100%", PPM (1000000)), OK ("900%", PPM (9000000)), OK ("0.85", PPM (850000)),
    OK ("0.02", PPM (20000)),
    OK ("0.6", PPM (600000)), OK ("2.5", PPM (2500000)), OK ("1", PPM (1000000)), OK ("0", PPM (0)),
    OK ("0.000001", PPM (1)), OK ("9", PPM (9000000)), OK ("9.000000", PPM (9000000)),
    OK ("2/37", RATE (2, 37)), OK ("4/74", RATE (4, 74)), OK ("0/1", RATE (0, 1)), OK ("9/1", RATE (9, 1)),
    OK ("1/1000000", RATE (1, 1000000)), OK ("9000000/1000000", RATE (9000000, 1000000)),
    TEXT ("", 0), TEXT ("%", 0), TEXT ("85 %", 0), TEXT ("85％", 0), TEXT (" 85%", 0), TEXT ("85%%", 0),
    TEXT ("0.85%5", 0), TEXT ("8.75125%", 0), TEXT ("8.75000%", 0), TEXT ("0.0000001", 0),
    TEXT ("0.8500000", 0),
    TEXT ("2/", 0), TEXT ("/37", 0), TEXT ("2/37/1", 0), TEXT ("2/37%", 0), TEXT ("2.0/37", 0),
    TEXT ("2/37.0", 0),
    TEXT ("2 / 37", 0), TEXT ("-1%", 0), TEXT ("+1%", 0), TEXT ("085%", 0), TEXT ("02/37", 0),
    TEXT ("2/037", 0),
    TEXT ("1,000%", 0), TEXT (".5", 0), TEXT ("5.", 0), TEXT ("5.%", 0), TEXT ("1e-1", 0), TEXT ("abc", 0),
    RANGE ("900.0001%", 0), RANGE ("9.000001", 0), RANGE ("10", 0), RANGE ("85", 0), RANGE ("2/0", 0),
    RANGE ("2/1000001", 0), RANGE ("10/1", 0), RANGE ("334/37", 0), RANGE ("9000001/1000000", 0),
    RANGE ("99999999999999999999%", 0), RANGE ("1/99999999999999999999", 0),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);
      MingRate rate = { UNTOUCHED, UNTOUCHED };

      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_rate (text, strlen (cases[i].text), &rate), ==, cases[i].status);
      if (cases[i].status == MING_OK)
        g_assert_cmpint (RATE (rate.num, rate.den), ==, cases[i].expected);
      else
        g_assert_true (rate.num == UNTOUCHED && rate.den == UNTOUCHED);
    }
}

static void
test_rate_entry (void)
{
  static const Case cases[] = {
    OK ("85%", PPM (850000)), OK ("８５％", PPM (850000)), OK (" 8.75 % ", PPM (87500)),
    OK ("8。75％", PPM (87500)),
    OK (".85", PPM (850000)), OK ("085%", PPM (850000)), OK ("8.75000000000%", PPM (87500)),
    OK ("2 / 37", RATE (2, 37)), OK ("２／３７ ", RATE (2, 37)), OK ("5.%", PPM (50000)),
    TEXT ("", 0), TEXT ("   ", 3), TEXT ("%", 0), TEXT ("85%x", 3), TEXT ("8.75125%", 6),
    TEXT ("0.1234567", 8),
    TEXT ("2.5/37", 3), TEXT ("2/", 2), TEXT ("2/3.5", 2), TEXT ("2/37%", 4), TEXT ("85\xFF", 2),
    TEXT ("1,0%", 1),
    TEXT ("--5%", 1), TEXT ("-x", 1),
    RANGE ("-5%", 0), RANGE (" －５％", 1), RANGE ("85", 0), RANGE ("900.0001%", 0), RANGE ("2/0", 2),
    RANGE (" 2/1000001", 3), RANGE ("10/1", 0), RANGE ("-2/37", 0),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);
      MingRate rate = { UNTOUCHED, UNTOUCHED };
      size_t wrong_at = 999;

      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_rate_entry (text, strlen (cases[i].text), &rate, &wrong_at), ==,
                       cases[i].status);
      if (cases[i].status == MING_OK)
        {
          g_assert_cmpint (RATE (rate.num, rate.den), ==, cases[i].expected);
          g_assert_cmpuint (wrong_at, ==, 999);
        }
      else
        {
          g_assert_true (rate.num == UNTOUCHED && rate.den == UNTOUCHED);
          g_assert_cmpint ((int64_t) wrong_at, ==, cases[i].expected);
        }
    }
}

static void
test_int (void)
{
  static const Case cases[] = {
    OK ("1", 1), OK ("12", 12), OK ("120", 120),
    RANGE ("0", 0), RANGE ("121", 0), RANGE ("2147483648", 0), RANGE ("99999999999999999999", 0),
    TEXT ("", 0), TEXT ("-1", 0), TEXT ("01", 0), TEXT ("1.0", 0), TEXT ("1,0", 0), TEXT (" 1", 0),
    TEXT ("1 ", 0),
    TEXT ("１", 0), TEXT ("x", 0),
  };
  int32_t value = UNTOUCHED;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);

      value = UNTOUCHED;
      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_int (text, strlen (cases[i].text), 1, 120, &value), ==,
                       cases[i].status);
      g_assert_cmpint (value, ==, cases[i].status == MING_OK ? cases[i].expected : UNTOUCHED);
    }

  g_assert_cmpint (ming_text_parse_int ("2147483647", 10, 0, INT32_MAX, &value), ==, MING_OK);
  g_assert_cmpint (value, ==, INT32_MAX);
  g_assert_cmpint (ming_text_parse_int ("2147483648", 10, 0, INT32_MAX, &value), ==, MING_E_RANGE);
}

static void
test_int_entry (void)
{
  static const Case cases[] = {
    OK ("1", 1), OK (" １２ ", 12), OK ("012", 12), OK ("120", 120),
    RANGE ("0", 0), RANGE ("121", 0), RANGE (" 121", 1), RANGE ("-1", 0), RANGE (" －５００", 1),
    TEXT ("", 0), TEXT (" ", 1), TEXT ("1.0", 1), TEXT ("1 2", 2), TEXT ("1次", 1), TEXT ("-", 1),
    TEXT ("-x", 1),
    TEXT ("1\xFF", 1),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);
      int32_t value = UNTOUCHED;
      size_t wrong_at = 999;

      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_int_entry (text, strlen (cases[i].text), 1, 120, &value, &wrong_at),
                       ==,
                       cases[i].status);
      g_assert_cmpint (value, ==, cases[i].status == MING_OK ? cases[i].expected : UNTOUCHED);
      g_assert_cmpint ((int64_t) wrong_at, ==, cases[i].status == MING_OK ? 999 : cases[i].expected);
    }
}

/* expected: YYYYMMDD */
static int64_t
date_to_number (MingDate date)
{
  return date.year * 10000 + date.month * 100 + date.day;
}

static void
test_date (void)
{
  static const Case cases[] = {
    OK ("2025-11-03", 20251103), OK ("1900-01-01", 19000101), OK ("2199-12-31", 21991231),
    OK ("2024-02-29", 20240229),
    TEXT ("", 0), TEXT ("2025-11-3", 0), TEXT ("2025-1-03", 0), TEXT ("20251103", 0), TEXT ("2025/11/03", 0),
    TEXT ("2025-11-03 ", 0), TEXT (" 2025-11-03", 0), TEXT ("2025-11-0x", 0), TEXT ("25-11-03", 0),
    TEXT ("2025-11--3", 0), TEXT ("-025-11-03", 0), TEXT ("２０25-11-", 0), TEXT ("2025111103", 0),
    DATE ("2025-02-29", 0), DATE ("2025-13-01", 0), DATE ("2025-00-01", 0), DATE ("2025-01-00", 0),
    DATE ("2025-04-31", 0),
    RANGE ("1899-12-31", 0), RANGE ("2200-01-01", 0), RANGE ("0000-00-00", 0),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);
      MingDate date = { 1, 2, 3 };

      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_date (text, strlen (cases[i].text), &date), ==, cases[i].status);
      g_assert_cmpint (date_to_number (date), ==, cases[i].status == MING_OK ? cases[i].expected : 10203);
    }
}

static void
test_date_entry (void)
{
  static const Case cases[] = {
    OK ("20251103", 20251103), OK ("2025-11-3", 20251103), OK ("2025.11.3", 20251103),
    OK ("2025/11/3", 20251103),
    OK ("2025年11月3日", 20251103), OK ("2025年11月3号", 20251103), OK ("2025年11月3", 20251103),
    OK ("2025 年 11 月 3 日 ", 20251103), OK ("２０２５１１０３", 20251103), OK ("２０２５－１１－０３", 20251103),
    OK ("2025。11。3", 20251103), OK ("２０２５／１１／３", 20251103), OK (" 2025-01-03 ", 20250103),
    OK ("2025 - 1 - 3", 20250103), OK ("2025–1–3", 20250103), OK ("2024-2-29", 20240229),
    TEXT ("", 0), TEXT ("  ", 2), TEXT ("2025", 4), TEXT ("2025-", 5), TEXT ("2025-11", 7),
    TEXT ("2025-11-", 8),
    TEXT ("202511", 6), TEXT ("2025110", 7), TEXT ("25-11-3", 2), TEXT ("2025-11/3", 7),
    TEXT ("2025年11-3", 9),
    TEXT ("2025-11月3", 7), TEXT ("2025-11-3日", 9), TEXT ("2025-111-3", 7), TEXT ("2025-11-033", 10),
    TEXT ("202511033", 8), TEXT ("2025 11 3", 5), TEXT ("2025,11,3", 4), TEXT ("x", 0), TEXT ("2025-x-3", 5),
    TEXT ("2025年11月3日x", 16), TEXT ("2025-11-3\xFF", 9), TEXT ("-2025-11-3", 0), TEXT ("2025年11月日", 12),
    DATE ("2025-2-29", 0), DATE (" 20251301", 1), DATE ("2025年0月1日", 0), DATE ("2025.4.31", 0),
    RANGE ("1899-12-31", 0), RANGE (" 22000101", 1), RANGE ("00000000", 0),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = copy_exactly (cases[i].text);
      MingDate date = { 1, 2, 3 };
      size_t wrong_at = 999;

      note (cases[i].text);
      g_assert_cmpint (ming_text_parse_date_entry (text, strlen (cases[i].text), &date, &wrong_at), ==,
                       cases[i].status);
      g_assert_cmpint (date_to_number (date), ==, cases[i].status == MING_OK ? cases[i].expected : 10203);
      g_assert_cmpint ((int64_t) wrong_at, ==, cases[i].status == MING_OK ? 999 : cases[i].expected);
    }
}

/* Random text out of pieces that mean something, and out of bytes that mean nothing. */
static GString *
random_text (GRand *rand)
{
  static const char *const pieces[] = {
    "0", "1", "5", "25", "123", "000", "2025", "11", "９", "．", ".", "。", ",", "，", " ", "　", "-", "－", "/",
    "年",
    "月", "日", "%", "％", "¥", "￥", "RMB", "元", "万", "人民币", "人", "\xE4", "\xB8\x87", "\xFF", "\xC0\x80",
    "\xED\xA0\x80",
    "\xF4\x90\x80\x80", "\xF0\x9F\x98\x80", "x",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 10); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  if (g_rand_int_range (rand, 0, 8) == 0)
    g_string_append_c (text, '\0');
  return text;
}

/* Whatever the bytes: a value in range, or nothing written and a place inside the text. */
static void
test_fuzz (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251103);
  int n_good = 0;

  for (int round = 0; round < 300000; round++)
    {
      g_autoptr (GString) built = random_text (rand);
      g_autofree char *text = g_memdup2 (built->str, built->len);
      size_t length = built->len;
      size_t wrong_at[4] = { 0, 0, 0, 0 };
      MingFen strict_fen = UNTOUCHED, entry_fen = UNTOUCHED;
      MingRate strict_rate = { UNTOUCHED, 1 }, entry_rate = { UNTOUCHED, 1 };
      int32_t strict_int = UNTOUCHED, entry_int = UNTOUCHED;
      MingDate strict_date = { 1, 2, 3 }, entry_date = { 1, 2, 3 };
      bool strict_ok, entry_ok;

      strict_ok = ming_text_parse_fen (text, length, &strict_fen) == MING_OK;
      entry_ok = ming_text_parse_fen_entry (text, length, &entry_fen, &wrong_at[0]) == MING_OK;
      g_assert_true (entry_ok ? entry_fen >= 0 && entry_fen <= MING_FEN_MAX : entry_fen == UNTOUCHED);
      g_assert_true (strict_ok ? entry_ok && strict_fen == entry_fen : strict_fen == UNTOUCHED);
      n_good += entry_ok;

      strict_ok = ming_text_parse_rate (text, length, &strict_rate) == MING_OK;
      entry_ok = ming_text_parse_rate_entry (text, length, &entry_rate, &wrong_at[1]) == MING_OK;
      g_assert_true (entry_ok ? entry_rate.num >= 0 && entry_rate.num <= entry_rate.den * INT64_C (9)
                              : entry_rate.num == UNTOUCHED);
      g_assert_true (strict_ok ? entry_ok && memcmp (&strict_rate, &entry_rate, sizeof strict_rate) == 0
                               : strict_rate.num == UNTOUCHED);
      n_good += entry_ok;

      strict_ok = ming_text_parse_int (text, length, 0, 1000, &strict_int) == MING_OK;
      entry_ok = ming_text_parse_int_entry (text, length, 0, 1000, &entry_int, &wrong_at[2]) == MING_OK;
      g_assert_true (entry_ok ? entry_int >= 0 && entry_int <= 1000 : entry_int == UNTOUCHED);
      g_assert_true (strict_ok ? entry_ok && strict_int == entry_int : strict_int == UNTOUCHED);
      n_good += entry_ok;

      strict_ok = ming_text_parse_date (text, length, &strict_date) == MING_OK;
      entry_ok = ming_text_parse_date_entry (text, length, &entry_date, &wrong_at[3]) == MING_OK;
      g_assert_true (entry_ok ? ming_date_is_valid (entry_date) : date_to_number (entry_date) == 10203);
      g_assert_true (strict_ok ? entry_ok && ming_date_compare (strict_date, entry_date) == 0
                               : date_to_number (strict_date) == 10203);
      n_good += entry_ok;

      for (size_t i = 0; i < G_N_ELEMENTS (wrong_at); i++)
        g_assert_cmpuint (wrong_at[i], <=, length);
    }

  /* The pieces are chosen so that a fair number of texts are good. */
  g_assert_cmpint (n_good, >, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/fen", test_fen);
  g_test_add_func ("/core/text/fen-entry", test_fen_entry);
  g_test_add_func ("/core/text/rate", test_rate);
  g_test_add_func ("/core/text/rate-entry", test_rate_entry);
  g_test_add_func ("/core/text/int", test_int);
  g_test_add_func ("/core/text/int-entry", test_int_entry);
  g_test_add_func ("/core/text/date", test_date);
  g_test_add_func ("/core/text/date-entry", test_date_entry);
  g_test_add_func ("/core/text/fuzz", test_fuzz);

  return g_test_run ();
}
