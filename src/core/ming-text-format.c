/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-text.h"

#include <string.h>

/* Text under construction, in a scratch buffer that is large enough for whatever one function writes. */
typedef struct
{
  char text[MING_TEXT_CAPITAL_SIZE];
  size_t length;
} Draft;

/* A Chinese character, or two, in UTF-8. */
typedef struct
{
  uint8_t length;
  char text[7];
} Word;

#define WORD(literal) { sizeof (literal) - 1, literal }

static const Word digit_words[10] = {
  WORD ("零"), WORD ("壹"), WORD ("贰"), WORD ("叁"), WORD ("肆"),
  WORD ("伍"), WORD ("陆"), WORD ("柒"), WORD ("捌"), WORD ("玖")
};
static const Word place_words[4] = { WORD (""), WORD ("拾"), WORD ("佰"), WORD ("仟") };
static const Word section_words[3] = { WORD (""), WORD ("万"), WORD ("亿") };
static const Word zero_yuan_word = WORD ("零元");
static const Word yuan_word = WORD ("元");
static const Word jiao_word = WORD ("角");
static const Word fen_word = WORD ("分");
static const Word whole_word = WORD ("整");

static void
append_char (Draft *draft, char c)
{
  draft->text[draft->length++] = c;
}

static void
append_word (Draft *draft, const Word *word)
{
  memcpy (draft->text + draft->length, word->text, word->length);
  draft->length += word->length;
}

/* @value in decimal, at least @width digits, with a comma between thousands when @grouped. */
static void
append_number (Draft *draft, int64_t value, size_t width, bool grouped)
{
  char digits[20];
  size_t n = 0;

  do
    {
      digits[n++] = (char) ('0' + value % 10);
      value /= 10;
    }
  while (value > 0 || n < width);

  while (n > 0)
    {
      n--;
      append_char (draft, digits[n]);
      if (grouped && n > 0 && n % 3 == 0)
        append_char (draft, ',');
    }
}

static MingStatus
hand_over (Draft *draft, char *buffer, size_t size)
{
  append_char (draft, '\0');
  if (draft->length > size)
    return MING_E_FULL;

  memcpy (buffer, draft->text, draft->length);
  return MING_OK;
}

MingStatus
ming_text_format_fen (MingFen fen, MingTextFlags flags, char *buffer, size_t size)
{
  Draft draft = { .length = 0 };
  MingFen rest = fen < 0 ? -fen : fen;

  if (fen < -MING_FEN_MAX || fen > MING_FEN_MAX)
    return MING_E_RANGE;

  if (fen < 0)
    append_char (&draft, '-');
  else if (fen > 0 && (flags & MING_TEXT_SIGNED) != 0)
    append_char (&draft, '+');

  append_number (&draft, rest / 100, 1, (flags & MING_TEXT_GROUPED) != 0);
  append_char (&draft, '.');
  append_number (&draft, rest % 100, 2, false);
  return hand_over (&draft, buffer, size);
}

/* A percentage of four decimals at most, given in ppm, without trailing zeros. */
static void
append_percentage (Draft *draft, int64_t ppm)
{
  int64_t decimals = ppm % 10000;
  size_t width = 4;

  append_number (draft, ppm / 10000, 1, false);
  if (decimals > 0)
    {
      while (decimals % 10 == 0)
        {
          decimals /= 10;
          width--;
        }
      append_char (draft, '.');
      append_number (draft, decimals, width, false);
    }
  append_char (draft, ' ');
  append_char (draft, '%');
}

MingStatus
ming_text_format_rate (MingRate rate, char *buffer, size_t size)
{
  Draft draft = { .length = 0 };

  if (rate.num < 0 || rate.num > MING_RATE_NUM_MAX || rate.den < 1 || rate.den > MING_RATE_DEN_MAX)
    return MING_E_RANGE;

  if (rate.num * MING_PPM % rate.den == 0)
    append_percentage (&draft, rate.num * MING_PPM / rate.den);
  else
    {
      append_number (&draft, rate.num, 1, false);
      append_char (&draft, '/');
      append_number (&draft, rate.den, 1, false);
    }
  return hand_over (&draft, buffer, size);
}

MingStatus
ming_text_format_date (MingDate date, char *buffer, size_t size)
{
  Draft draft = { .length = 0 };

  if (!ming_date_is_valid (date))
    return MING_E_DATE;

  append_number (&draft, date.year, 4, false);
  append_char (&draft, '-');
  append_number (&draft, date.month, 2, false);
  append_char (&draft, '-');
  append_number (&draft, date.day, 2, false);
  return hand_over (&draft, buffer, size);
}

/* One section of four digits, 1..9999, without zeros before its first digit. */
static void
append_capital_section (Draft *draft, int64_t section)
{
  static const int64_t worth[4] = { 1, 10, 100, 1000 };
  bool begun = false;
  bool owes_zero = false;

  for (size_t place = 4; place > 0; place--)
    {
      int64_t digit = section / worth[place - 1] % 10;

      if (digit == 0)
        {
          owes_zero = begun;
          continue;
        }

      if (owes_zero)
        append_word (draft, &digit_words[0]);
      append_word (draft, &digit_words[digit]);
      append_word (draft, &place_words[place - 1]);
      begun = true;
      owes_zero = false;
    }
}

/* Whole yuan above zero. Any run of zeros inside is one 零; a single 0 before 万 or 亿 is none. */
static void
append_capital_yuan (Draft *draft, int64_t yuan)
{
  static const int64_t worth[3] = { 1, 10000, 100000000 };
  bool begun = false;
  bool skipped = false;

  for (size_t i = 3; i > 0; i--)
    {
      int64_t section = yuan / worth[i - 1] % 10000;

      if (section == 0)
        {
          skipped = begun;
          continue;
        }

      if (begun && (skipped || section < 1000))
        append_word (draft, &digit_words[0]);
      append_capital_section (draft, section);
      append_word (draft, &section_words[i - 1]);
      begun = true;
      skipped = false;
    }
}

MingStatus
ming_text_format_capital (MingFen fen, char *buffer, size_t size)
{
  Draft draft = { .length = 0 };
  int64_t yuan = fen / 100;
  int64_t jiao = fen / 10 % 10;
  int64_t rest = fen % 10;

  if (fen < 0 || fen > MING_FEN_MAX)
    return MING_E_RANGE;

  if (fen == 0)
    append_word (&draft, &zero_yuan_word);
  if (yuan > 0)
    {
      append_capital_yuan (&draft, yuan);
      append_word (&draft, &yuan_word);
    }

  if (yuan > 0 && (jiao > 0 ? yuan % 10 == 0 : rest > 0))
    append_word (&draft, &digit_words[0]);
  if (jiao > 0)
    {
      append_word (&draft, &digit_words[jiao]);
      append_word (&draft, &jiao_word);
    }
  if (rest > 0)
    {
      append_word (&draft, &digit_words[rest]);
      append_word (&draft, &fen_word);
    }
  if (jiao == 0 && rest == 0)
    append_word (&draft, &whole_word);

  return hand_over (&draft, buffer, size);
}
