/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-idcard.h"

#include <string.h>

#include "ming-glyph.h"

#define MASK_FIRST 6
#define MASK_LAST 2

/* Copies the characters without spaces, x as X. Whether there are 18 of the right kind. */
static MingIdcardFault
normalise (const char *text, size_t length, char *number)
{
  MingGlyphCursor cursor;
  size_t n = 0;

  ming_glyph_cursor_init (&cursor, text, length, true);
  for (ming_glyph_cursor_skip_spaces (&cursor); cursor.code != MING_GLYPH_END;
       ming_glyph_cursor_skip_spaces (&cursor))
    {
      bool is_x = cursor.code == 'X' || cursor.code == 'x';

      if (!ming_glyph_cursor_is_digit (&cursor) && !(is_x && n == MING_IDCARD_LENGTH - 1))
        return MING_IDCARD_FAULT_CHARACTER;
      if (n < MING_IDCARD_LENGTH)
        number[n] = is_x ? 'X' : (char) cursor.code;
      n++;
      ming_glyph_cursor_next (&cursor);
    }

  if (n < MING_IDCARD_LENGTH)
    return MING_IDCARD_FAULT_TOO_SHORT;
  if (n > MING_IDCARD_LENGTH)
    return MING_IDCARD_FAULT_TOO_LONG;
  number[MING_IDCARD_LENGTH] = '\0';
  return MING_IDCARD_FAULT_NONE;
}

static int32_t
read_number (const char *digits, size_t n)
{
  int32_t value = 0;

  for (size_t i = 0; i < n; i++)
    value = value * 10 + (digits[i] - '0');
  return value;
}

/* ISO 7064 MOD 11-2, as GB 11643 prescribes: weights 2^(17−i) mod 11. */
static char
compute_check_character (const char *number)
{
  static const int8_t weights[MING_IDCARD_LENGTH - 1] = {
    7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
  };
  static const char characters[11] = { '1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2' };
  int32_t sum = 0;

  for (size_t i = 0; i < sizeof weights; i++)
    sum += (number[i] - '0') * weights[i];
  return characters[sum % 11];
}

/* Reads what a number of the right form says. */
static MingIdcardFault
interpret (MingDate on, MingIdcard *card)
{
  const char *number = card->number;

  if (ming_date_make (read_number (number + 6, 4), read_number (number + 10, 2), read_number (number + 12, 2),
                      &card->birth) != MING_OK)
    return MING_IDCARD_FAULT_BIRTH;
  if (ming_date_compare (card->birth, on) > 0)
    return MING_IDCARD_FAULT_FUTURE;
  if (number[MING_IDCARD_LENGTH - 1] != compute_check_character (number))
    return MING_IDCARD_FAULT_CHECK_DIGIT;

  card->gend = (number[16] - '0') % 2 == 1 ? '1' : '2';
  return MING_IDCARD_FAULT_NONE;
}

static MingStatus
fault_to_status (MingIdcardFault fault)
{
  switch (fault)
    {
    case MING_IDCARD_FAULT_NONE:
      return MING_OK;

    case MING_IDCARD_FAULT_BIRTH:
      return MING_E_DATE;

    case MING_IDCARD_FAULT_FUTURE:
      return MING_E_RANGE;

    case MING_IDCARD_FAULT_CHARACTER:
    case MING_IDCARD_FAULT_TOO_SHORT:
    case MING_IDCARD_FAULT_TOO_LONG:
    case MING_IDCARD_FAULT_CHECK_DIGIT:
    default:
      return MING_E_TEXT;
    }
}

MingStatus
ming_idcard_parse (const char *text, size_t length, MingDate on, MingIdcard *out, MingIdcardFault *out_fault)
{
  MingIdcard card = { .gend = '\0' };
  MingIdcardFault fault;

  fault = normalise (text, length, card.number);
  if (fault == MING_IDCARD_FAULT_NONE)
    fault = interpret (on, &card);

  if (out_fault != NULL)
    *out_fault = fault;
  if (fault == MING_IDCARD_FAULT_NONE)
    *out = card;
  return fault_to_status (fault);
}

MingStatus
ming_idcard_mask (const MingIdcard *card, char *buffer, size_t size)
{
  if (size < sizeof card->number)
    return MING_E_FULL;

  memcpy (buffer, card->number, sizeof card->number);
  memset (buffer + MASK_FIRST, '*', MING_IDCARD_LENGTH - MASK_FIRST - MASK_LAST);
  return MING_OK;
}
