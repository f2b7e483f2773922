/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-text.h"

#include "ming-glyph.h"

/* A whole part beyond this is too large for anything here, and times 10⁶ it still fits in 64 bits. */
#define WHOLE_LIMIT INT64_C (1000000000000)

/* Decimals beyond these are never exact to the fen or to the ppm, unless they are zeros. */
#define DECIMALS_MAX 8

/* No rate is larger than this: 900 %. */
#define RATE_MAX (MING_RATE_NUM_MAX / MING_PPM)

/* No digit has this offset. */
#define NOWHERE SIZE_MAX

/* A number as written: kept in digits until it is known what the last of them is worth. */
typedef struct
{
  size_t at;
  int64_t whole;
  size_t n_whole;
  bool has_point;
  size_t n_decimals;
  int8_t decimals[DECIMALS_MAX];
  size_t decimals_at[DECIMALS_MAX];
  size_t excess_at; /* the first decimal other than 0 beyond DECIMALS_MAX */
} Decimal;

static MingStatus
fail (MingStatus status, size_t at, size_t *out_wrong_at)
{
  if (out_wrong_at != NULL)
    *out_wrong_at = at;
  return status;
}

static bool
is_at_end (const MingGlyphCursor *cursor)
{
  return cursor->code == MING_GLYPH_END;
}

static bool
accept (MingGlyphCursor *cursor, uint32_t code)
{
  if (cursor->code != code)
    return false;

  ming_glyph_cursor_next (cursor);
  return true;
}

/* Steps over @word (code points) as a whole or not at all; ASCII letters in either case. */
static bool
accept_word (MingGlyphCursor *cursor, const uint32_t *word, size_t n)
{
  MingGlyphCursor ahead = *cursor;

  for (size_t i = 0; i < n; i++)
    {
      uint32_t code = ahead.code >= 'a' && ahead.code <= 'z' ? ahead.code - 'a' + 'A' : ahead.code;

      if (code != word[i])
        return false;
      ming_glyph_cursor_next (&ahead);
    }

  *cursor = ahead;
  return true;
}

/* A separator is a comma, or a space between two digits; another space ends the number. */
static bool
is_separator (const MingGlyphCursor *cursor)
{
  MingGlyphCursor ahead = *cursor;

  if (cursor->code == ',')
    return true;
  if (cursor->code != ' ')
    return false;

  ming_glyph_cursor_next (&ahead);
  return ming_glyph_cursor_is_digit (&ahead);
}

static void
append_whole_digit (MingGlyphCursor *cursor, Decimal *decimal)
{
  if (decimal->whole < WHOLE_LIMIT)
    decimal->whole = decimal->whole * 10 + (int64_t) (cursor->code - '0');
  if (decimal->whole > WHOLE_LIMIT)
    decimal->whole = WHOLE_LIMIT;

  decimal->n_whole++;
  ming_glyph_cursor_next (cursor);
}

static bool
read_whole_plain (MingGlyphCursor *cursor, Decimal *decimal)
{
  bool leading_zero = cursor->code == '0';

  while (ming_glyph_cursor_is_digit (cursor))
    {
      if (!cursor->fold && leading_zero && decimal->n_whole > 0)
        return false;
      append_whole_digit (cursor, decimal);
    }
  return true;
}

static bool
read_whole_grouped (MingGlyphCursor *cursor, Decimal *decimal)
{
  size_t n_in_group = 0;
  uint32_t separator = 0;

  while (true)
    {
      if (ming_glyph_cursor_is_digit (cursor))
        {
          if (separator != 0 && n_in_group == 3)
            return false;
          append_whole_digit (cursor, decimal);
          n_in_group++;
        }
      else if (is_separator (cursor))
        {
          if (separator == 0 && (n_in_group < 1 || n_in_group > 3))
            return false;
          if (separator != 0 && (n_in_group != 3 || cursor->code != separator))
            return false;
          separator = cursor->code;
          n_in_group = 0;
          ming_glyph_cursor_next (cursor);
        }
      else
        return separator == 0 || n_in_group == 3;
    }
}

static void
append_decimal (MingGlyphCursor *cursor, Decimal *decimal)
{
  if (decimal->n_decimals < DECIMALS_MAX)
    {
      decimal->decimals[decimal->n_decimals] = (int8_t) (cursor->code - '0');
      decimal->decimals_at[decimal->n_decimals] = cursor->at;
    }
  else if (cursor->code != '0' && decimal->excess_at == NOWHERE)
    decimal->excess_at = cursor->at;

  decimal->n_decimals++;
  ming_glyph_cursor_next (cursor);
}

/* Reads a number without sign. On false the cursor stands on the wrong character. */
static bool
read_decimal (MingGlyphCursor *cursor, bool grouped, Decimal *decimal)
{
  *decimal = (Decimal) { .at = cursor->at, .excess_at = NOWHERE };

  if (grouped ? !read_whole_grouped (cursor, decimal) : !read_whole_plain (cursor, decimal))
    return false;
  if (!cursor->fold && decimal->n_whole == 0)
    return false;

  if (accept (cursor, '.'))
    {
      decimal->has_point = true;
      while (ming_glyph_cursor_is_digit (cursor))
        append_decimal (cursor, decimal);
      if (!cursor->fold && decimal->n_decimals == 0)
        return false;
    }

  return decimal->n_whole + decimal->n_decimals > 0;
}

/* The number times ten to the power of @places (at most 6). False, and where, when that is not whole. */
static bool
scale_decimal (const Decimal *decimal, size_t places, int64_t *out, size_t *wrong_at)
{
  int64_t value = decimal->whole;

  for (size_t i = 0; i < places; i++)
    value = value * 10 + (i < decimal->n_decimals ? decimal->decimals[i] : 0);

  for (size_t i = places; i < decimal->n_decimals && i < DECIMALS_MAX; i++)
    if (decimal->decimals[i] != 0)
      {
        *wrong_at = decimal->decimals_at[i];
        return false;
      }
  if (decimal->excess_at != NOWHERE)
    {
      *wrong_at = decimal->excess_at;
      return false;
    }

  *out = value;
  return true;
}

MingStatus
ming_text_parse_fen (const char *text, size_t length, MingFen *out_fen)
{
  MingGlyphCursor cursor;
  Decimal decimal;
  size_t wrong_at;
  int64_t fen;

  ming_glyph_cursor_init (&cursor, text, length, false);
  if (!read_decimal (&cursor, false, &decimal) || !is_at_end (&cursor) || decimal.n_decimals > 2
      || !scale_decimal (&decimal, 2, &fen, &wrong_at))
    return MING_E_TEXT;
  if (fen > MING_FEN_MAX)
    return MING_E_RANGE;

  *out_fen = fen;
  return MING_OK;
}

/* ¥, RMB, CNY or 人民币, then spaces. */
static void
skip_currency (MingGlyphCursor *cursor)
{
  static const uint32_t rmb[] = { 'R', 'M', 'B' };
  static const uint32_t cny[] = { 'C', 'N', 'Y' };
  static const uint32_t renminbi[] = { 0x4EBA, 0x6C11, 0x5E01 };

  if (accept (cursor, 0x00A5) || accept_word (cursor, rmb, 3) || accept_word (cursor, cny, 3)
      || accept_word (cursor, renminbi, 3))
    ming_glyph_cursor_skip_spaces (cursor);
}

/* A minus and spaces. Where it was is remembered: only a well-formed negative amount is "negative". */
static void
skip_minus (MingGlyphCursor *cursor, size_t *minus_at)
{
  if (cursor->code != '-' || *minus_at != NOWHERE)
    return;

  *minus_at = cursor->at;
  ming_glyph_cursor_next (cursor);
  ming_glyph_cursor_skip_spaces (cursor);
}

/* 万 or 萬, then 元 or 圆; each may be missing. Returns the decimal places that a fen is away. */
static size_t
skip_unit (MingGlyphCursor *cursor)
{
  size_t places = 2;

  ming_glyph_cursor_skip_spaces (cursor);
  if (accept (cursor, 0x4E07) || accept (cursor, 0x842C))
    {
      places = 6;
      ming_glyph_cursor_skip_spaces (cursor);
    }
  if (accept (cursor, 0x5143) || accept (cursor, 0x5706))
    ming_glyph_cursor_skip_spaces (cursor);
  return places;
}

MingStatus
ming_text_parse_fen_entry (const char *text, size_t length, MingFen *out_fen,
                           size_t *out_wrong_at)
{
  MingGlyphCursor cursor;
  Decimal decimal;
  size_t minus_at = NOWHERE;
  size_t places, wrong_at;
  int64_t fen;

  ming_glyph_cursor_init (&cursor, text, length, true);
  ming_glyph_cursor_skip_spaces (&cursor);
  skip_minus (&cursor, &minus_at);
  skip_currency (&cursor);
  skip_minus (&cursor, &minus_at);

  if (!read_decimal (&cursor, true, &decimal))
    return fail (MING_E_TEXT, cursor.at, out_wrong_at);
  places = skip_unit (&cursor);
  if (!is_at_end (&cursor))
    return fail (MING_E_TEXT, cursor.at, out_wrong_at);
  if (!scale_decimal (&decimal, places, &fen, &wrong_at))
    return fail (MING_E_TEXT, wrong_at, out_wrong_at);
  if (minus_at != NOWHERE)
    return fail (MING_E_RANGE, minus_at, out_wrong_at);
  if (fen > MING_FEN_MAX)
    return fail (MING_E_RANGE, decimal.at, out_wrong_at);

  *out_fen = fen;
  return MING_OK;
}

/* The rest of "2/37" after its first number, the cursor on the slash. */
static MingStatus
read_fraction (MingGlyphCursor *cursor, const Decimal *numerator, MingRate *rate, size_t *out_wrong_at)
{
  Decimal denominator;

  if (numerator->has_point)
    return fail (MING_E_TEXT, cursor->at, out_wrong_at);

  ming_glyph_cursor_next (cursor);
  if (cursor->fold)
    ming_glyph_cursor_skip_spaces (cursor);
  if (!read_decimal (cursor, false, &denominator))
    return fail (MING_E_TEXT, cursor->at, out_wrong_at);
  if (denominator.has_point)
    return fail (MING_E_TEXT, denominator.at, out_wrong_at);
  if (cursor->fold)
    ming_glyph_cursor_skip_spaces (cursor);
  if (!is_at_end (cursor))
    return fail (MING_E_TEXT, cursor->at, out_wrong_at);

  if (denominator.whole < 1 || denominator.whole > MING_RATE_DEN_MAX)
    return fail (MING_E_RANGE, denominator.at, out_wrong_at);
  if (numerator->whole > MING_RATE_NUM_MAX || numerator->whole > denominator.whole * RATE_MAX)
    return fail (MING_E_RANGE, numerator->at, out_wrong_at);

  rate->num = (int32_t) numerator->whole;
  rate->den = (int32_t) denominator.whole;
  return MING_OK;
}

/* A percentage or a plain number, the cursor after its digits. */
static MingStatus
read_ppm (MingGlyphCursor *cursor, const Decimal *decimal, MingRate *rate, size_t *out_wrong_at)
{
  size_t places = accept (cursor, '%') ? 4 : 6;
  size_t wrong_at;
  int64_t ppm;

  if (cursor->fold)
    ming_glyph_cursor_skip_spaces (cursor);
  if (!is_at_end (cursor))
    return fail (MING_E_TEXT, cursor->at, out_wrong_at);
  if (!cursor->fold && decimal->n_decimals > places)
    return fail (MING_E_TEXT, decimal->at, out_wrong_at);
  if (!scale_decimal (decimal, places, &ppm, &wrong_at))
    return fail (MING_E_TEXT, wrong_at, out_wrong_at);
  if (ppm > MING_RATE_NUM_MAX)
    return fail (MING_E_RANGE, decimal->at, out_wrong_at);

  rate->num = (int32_t) ppm;
  rate->den = (int32_t) MING_PPM;
  return MING_OK;
}

/* Both forms of a rate, the cursor on the first digit. */
static MingStatus
read_rate (MingGlyphCursor *cursor, MingRate *rate, size_t *out_wrong_at)
{
  Decimal decimal;

  if (!read_decimal (cursor, false, &decimal))
    return fail (MING_E_TEXT, cursor->at, out_wrong_at);
  if (cursor->fold)
    ming_glyph_cursor_skip_spaces (cursor);

  if (cursor->code == '/')
    return read_fraction (cursor, &decimal, rate, out_wrong_at);
  return read_ppm (cursor, &decimal, rate, out_wrong_at);
}

MingStatus
ming_text_parse_rate (const char *text, size_t length, MingRate *out)
{
  MingGlyphCursor cursor;

  ming_glyph_cursor_init (&cursor, text, length, false);
  return read_rate (&cursor, out, NULL);
}

MingStatus
ming_text_parse_rate_entry (const char *text, size_t length, MingRate *out, size_t *out_wrong_at)
{
  MingGlyphCursor cursor;
  size_t minus_at = NOWHERE;
  MingRate rate;
  MingStatus status;

  ming_glyph_cursor_init (&cursor, text, length, true);
  ming_glyph_cursor_skip_spaces (&cursor);
  skip_minus (&cursor, &minus_at);

  status = read_rate (&cursor, &rate, out_wrong_at);
  if (status != MING_OK)
    return status;
  if (minus_at != NOWHERE)
    return fail (MING_E_RANGE, minus_at, out_wrong_at);

  *out = rate;
  return MING_OK;
}

/* Both forms of a whole number, the cursor on the first digit. */
static MingStatus
read_int (MingGlyphCursor *cursor, int32_t min, int32_t max, int32_t *out, size_t *out_wrong_at)
{
  Decimal decimal = { .at = cursor->at };

  if (!read_whole_plain (cursor, &decimal) || decimal.n_whole == 0)
    return fail (MING_E_TEXT, cursor->at, out_wrong_at);
  if (cursor->fold)
    ming_glyph_cursor_skip_spaces (cursor);
  if (!is_at_end (cursor))
    return fail (MING_E_TEXT, cursor->at, out_wrong_at);
  if (decimal.whole < min || decimal.whole > max)
    return fail (MING_E_RANGE, decimal.at, out_wrong_at);

  *out = (int32_t) decimal.whole;
  return MING_OK;
}

MingStatus
ming_text_parse_int (const char *text, size_t length, int32_t min, int32_t max, int32_t *out)
{
  MingGlyphCursor cursor;

  ming_glyph_cursor_init (&cursor, text, length, false);
  return read_int (&cursor, min, max, out, NULL);
}

MingStatus
ming_text_parse_int_entry (const char *text, size_t length, int32_t min, int32_t max, int32_t *out,
                           size_t *out_wrong_at)
{
  MingGlyphCursor cursor;
  size_t minus_at = NOWHERE;
  int32_t value;
  MingStatus status;

  ming_glyph_cursor_init (&cursor, text, length, true);
  ming_glyph_cursor_skip_spaces (&cursor);
  skip_minus (&cursor, &minus_at);

  status = read_int (&cursor, min, max, &value, out_wrong_at);
  if (minus_at != NOWHERE && status != MING_E_TEXT)
    return fail (MING_E_RANGE, minus_at, out_wrong_at);
  if (status == MING_OK)
    *out = value;
  return status;
}

MingStatus
ming_text_parse_date (const char *text, size_t length, MingDate *out)
{
  static const char form[10] = { '0', '0', '0', '0', '-', '0', '0', '-', '0', '0' };
  int32_t fields[3] = { 0, 0, 0 };
  size_t field = 0;

  if (length != sizeof form)
    return MING_E_TEXT;

  for (size_t i = 0; i < sizeof form; i++)
    {
      if (form[i] == '0' && text[i] >= '0' && text[i] <= '9')
        fields[field] = fields[field] * 10 + (text[i] - '0');
      else if (form[i] == '-' && text[i] == '-')
        field++;
      else
        return MING_E_TEXT;
    }

  return ming_date_make (fields[0], fields[1], fields[2], out);
}

/* Up to @max digits; returns how many. */
static size_t
read_digits (MingGlyphCursor *cursor, size_t max, int32_t *value)
{
  size_t n = 0;

  *value = 0;
  while (n < max && ming_glyph_cursor_is_digit (cursor))
    {
      *value = *value * 10 + (int32_t) (cursor->code - '0');
      ming_glyph_cursor_next (cursor);
      n++;
    }
  return n;
}

static bool
accept_spaced (MingGlyphCursor *cursor, uint32_t code)
{
  ming_glyph_cursor_skip_spaces (cursor);
  if (!accept (cursor, code))
    return false;

  ming_glyph_cursor_skip_spaces (cursor);
  return true;
}

/* Month and day after a year of four digits. On false the cursor stands on the wrong character. */
static bool
read_month_and_day (MingGlyphCursor *cursor, int32_t *month, int32_t *day)
{
  bool in_words;
  uint32_t separator;

  ming_glyph_cursor_skip_spaces (cursor);
  separator = cursor->code;
  in_words = separator == 0x5E74; /* 年 */
  if (!in_words && separator != '-' && separator != '.' && separator != '/')
    return false;

  accept_spaced (cursor, separator);
  if (read_digits (cursor, 2, month) == 0)
    return false;
  if (!accept_spaced (cursor, in_words ? 0x6708 /* 月 */ : separator))
    return false;
  if (read_digits (cursor, 2, day) == 0)
    return false;

  if (in_words && !accept_spaced (cursor, 0x65E5 /* 日 */))
    accept_spaced (cursor, 0x53F7 /* 号 */);
  return true;
}

MingStatus
ming_text_parse_date_entry (const char *text, size_t length, MingDate *out, size_t *out_wrong_at)
{
  MingGlyphCursor cursor;
  int32_t number, year, month, day;
  MingStatus status;
  size_t start, n;

  ming_glyph_cursor_init (&cursor, text, length, true);
  ming_glyph_cursor_skip_spaces (&cursor);
  start = cursor.at;

  n = read_digits (&cursor, 8, &number);
  if (n == 8)
    {
      year = number / 10000;
      month = number / 100 % 100;
      day = number % 100;
    }
  else if (n == 4)
    {
      year = number;
      if (!read_month_and_day (&cursor, &month, &day))
        return fail (MING_E_TEXT, cursor.at, out_wrong_at);
    }
  else
    return fail (MING_E_TEXT, cursor.at, out_wrong_at);

  ming_glyph_cursor_skip_spaces (&cursor);
  if (!is_at_end (&cursor))
    return fail (MING_E_TEXT, cursor.at, out_wrong_at);

  status = ming_date_make (year, month, day, out);
  return status == MING_OK ? MING_OK : fail (status, start, out_wrong_at);
}
