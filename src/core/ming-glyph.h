/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a cursor stands on past the last byte, and on bytes that are not UTF-8. */
#define MING_GLYPH_END UINT32_C (0xFFFFFFFF)
#define MING_GLYPH_BAD UINT32_C (0xFFFFFFFE)

/**
 * MingGlyphCursor: walks over text one character at a time, folding what an input method produces in
 * full-width mode onto the plain character the clerk meant: ５→5, ．。→'.', ，→',', ￥→¥, －−–→'-',
 * ％→'%', Ａ→A, every kind of space → ' '.
 */
typedef struct
{
  const char *text;
  size_t length;  /* bytes in text; no terminating NUL is needed */
  bool fold;      /* false: characters as they are, for the strict forms */
  size_t at;      /* byte offset of the current character */
  size_t width;   /* its bytes; 0 at the end */
  uint32_t code;  /* its code point after folding, MING_GLYPH_END or MING_GLYPH_BAD */
} MingGlyphCursor;

/**
 * ming_glyph_cursor_init:
 * @text: may be NULL when @length is 0
 * @length: bytes
 * @fold: whether to fold full-width characters
 *
 * Puts the cursor on the first character.
 */
void ming_glyph_cursor_init (MingGlyphCursor *cursor, const char *text, size_t length, bool fold);

/** ming_glyph_cursor_next: steps to the next character; at the end it stays. */
void ming_glyph_cursor_next (MingGlyphCursor *cursor);

/** ming_glyph_cursor_skip_spaces: steps over folded spaces, if any. */
void ming_glyph_cursor_skip_spaces (MingGlyphCursor *cursor);

/** ming_glyph_cursor_is_digit: whether the cursor stands on 0..9. */
bool ming_glyph_cursor_is_digit (const MingGlyphCursor *cursor);
