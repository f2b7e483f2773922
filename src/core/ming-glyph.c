/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-glyph.h"

/* One continuation byte of UTF-8 (10xxxxxx), or false. */
static bool
read_continuation (const MingGlyphCursor *cursor, size_t offset, uint32_t *code)
{
  uint8_t byte;

  if (cursor->length - cursor->at <= offset)
    return false;

  byte = (uint8_t) cursor->text[cursor->at + offset];
  if ((byte & 0xC0) != 0x80)
    return false;

  *code = *code << 6 | (byte & 0x3F);
  return true;
}

/* Decodes the character at the cursor. Overlong forms, surrogates and stray bytes are bad, one byte wide. */
static uint32_t
decode (const MingGlyphCursor *cursor, size_t *width)
{
  static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
  uint8_t lead = (uint8_t) cursor->text[cursor->at];
  uint32_t code;
  size_t bytes;

  *width = 1;
  if (lead < 0x80)
    return lead;

  if ((lead & 0xE0) == 0xC0)
    {
      bytes = 2;
      code = lead & 0x1F;
    }
  else if ((lead & 0xF0) == 0xE0)
    {
      bytes = 3;
      code = lead & 0x0F;
    }
  else if ((lead & 0xF8) == 0xF0)
    {
      bytes = 4;
      code = lead & 0x07;
    }
  else
    return MING_GLYPH_BAD;

  for (size_t i = 1; i < bytes; i++)
    if (!read_continuation (cursor, i, &code))
      return MING_GLYPH_BAD;

  if (code < least[bytes] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
    return MING_GLYPH_BAD;

  *width = bytes;
  return code;
}

static uint32_t
fold_code (uint32_t code)
{
  /* The full-width forms of ASCII stand in ASCII's order. */
  if (code >= 0xFF01 && code <= 0xFF5E)
    return code - 0xFEE0;
  if (code >= 0x2010 && code <= 0x2015) /* hyphens and dashes */
    return '-';
  if (code >= 0x2000 && code <= 0x200A) /* typographic spaces */
    return ' ';

  switch (code)
    {
    case '\t':
    case 0x00A0: /* no-break space */
    case 0x202F: /* narrow no-break space */
    case 0x3000: /* ideographic space */
      return ' ';

    case 0x3002: /* 。 an input method's full stop */
    case 0xFF61: /* ｡ */
      return '.';

    case 0x2212: /* − */
      return '-';

    case 0xFFE5: /* ￥ */
      return 0x00A5;

    default:
      return code;
    }
}

static void
read_current (MingGlyphCursor *cursor)
{
  if (cursor->at >= cursor->length)
    {
      cursor->code = MING_GLYPH_END;
      cursor->width = 0;
      return;
    }

  cursor->code = decode (cursor, &cursor->width);
  if (cursor->fold)
    cursor->code = fold_code (cursor->code);
}

void
ming_glyph_cursor_init (MingGlyphCursor *cursor, const char *text, size_t length, bool fold)
{
  cursor->text = text;
  cursor->length = length;
  cursor->fold = fold;
  cursor->at = 0;
  read_current (cursor);
}

void
ming_glyph_cursor_next (MingGlyphCursor *cursor)
{
  cursor->at += cursor->width;
  read_current (cursor);
}

void
ming_glyph_cursor_skip_spaces (MingGlyphCursor *cursor)
{
  while (cursor->code == ' ')
    ming_glyph_cursor_next (cursor);
}

bool
ming_glyph_cursor_is_digit (const MingGlyphCursor *cursor)
{
  return cursor->code >= '0' && cursor->code <= '9';
}
