/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ming-date.h"
#include "ming-money.h"
#include "ming-status.h"

/*
 * Text to values and back. Two doors lead in:
 *
 * - the strict form, for packs, cases and tables: one way to write a value, plain ASCII, no spaces;
 * - the entry form, for what a clerk types or pastes at the counter, with full-width characters,
 *   separators and units.
 *
 * Text is UTF-8 of a given length in bytes; no terminating NUL is needed, and a NUL inside is a wrong
 * character. Nothing depends on a locale.
 *
 * Every entry parser takes @out_wrong_at, which may be NULL. It is written only on failure, with the byte
 * offset of the first wrong character; the length of the text when something is missing at its end; and
 * the start of the value when the text is well formed but the value is not allowed.
 */

/** Room for any amount that ming_text_format_fen() writes, NUL included: "-10,000,000,000.00". */
#define MING_TEXT_FEN_SIZE 24

/** Room for any rate, NUL included: "9000000/1000000". */
#define MING_TEXT_RATE_SIZE 24

/** Room for any date, NUL included: "2025-11-03". */
#define MING_TEXT_DATE_SIZE 11

/** Room for any amount in capitals, NUL included; a character takes three bytes. */
#define MING_TEXT_CAPITAL_SIZE 128

/**
 * MingTextFlags:
 * @MING_TEXT_PLAIN: "5869.00"
 * @MING_TEXT_GROUPED: "5,869.00"
 * @MING_TEXT_SIGNED: a plus before amounts above zero, for differences: "+12.00"
 */
typedef enum
{
  MING_TEXT_PLAIN = 0,
  MING_TEXT_GROUPED = 1 << 0,
  MING_TEXT_SIGNED = 1 << 1
} MingTextFlags;

/**
 * ming_text_parse_fen:
 * @text: yuan, strictly: digits without leading zeros, then perhaps a point and one or two digits
 *   ("5869.00", "0.5", "12")
 * @length: bytes
 * @out_fen: the amount, 0..MING_FEN_MAX
 *
 * Returns: MING_OK; MING_E_TEXT when it is written in any other way; MING_E_RANGE when too large
 */
MingStatus ming_text_parse_fen (const char *text, size_t length, MingFen *out_fen);

/**
 * ming_text_parse_fen_entry:
 * @text: yuan as typed: spaces around, ¥ ￥ RMB CNY 人民币 before, 元 圆 万 万元 after, thousands separated by
 *   commas or by spaces, 。 for a point, "5." and ".5"
 * @length: bytes
 * @out_fen: the amount, 0..MING_FEN_MAX
 * @out_wrong_at: (nullable): see above
 *
 * The amount must be exact to the fen: "1.23456万" is 12345.60 yuan, "1.2345678万" and "0.125" are refused at
 * the first digit too many, while zeros there do no harm.
 *
 * Returns: MING_OK; MING_E_TEXT when it is not an amount, also when a separator stands in a wrong place;
 *   MING_E_RANGE when it is negative (@out_wrong_at is the sign) or too large
 */
MingStatus ming_text_parse_fen_entry (const char *text, size_t length, MingFen *out_fen,
                                      size_t *out_wrong_at);

/**
 * ming_text_parse_rate:
 * @text: strictly "85%", "8.75%" (up to four decimals), "0.85", "2.5" (up to six decimals) or "2/37"
 * @length: bytes
 * @out: the exact rate, 0..9 (0..900 %)
 *
 * Percentages and decimals come with the denominator 1 000 000; a fraction keeps its own, unreduced,
 * because a document says 2/37 and the formula line has to say the same.
 *
 * Returns: MING_OK; MING_E_TEXT when written in any other way, also with more decimals; MING_E_RANGE above
 *   9, for a denominator of 0 or above MING_RATE_DEN_MAX
 */
MingStatus ming_text_parse_rate (const char *text, size_t length, MingRate *out);

/**
 * ming_text_parse_rate_entry:
 * @text: as above, also full-width (％ ／ 。), with spaces between the parts
 * @length: bytes
 * @out: the exact rate, 0..9
 * @out_wrong_at: (nullable): see above
 *
 * A number without a percent sign is the number itself: "85" is out of range, not 85 %.
 *
 * Returns: as ming_text_parse_rate(); MING_E_RANGE when negative
 */
MingStatus ming_text_parse_rate_entry (const char *text, size_t length, MingRate *out, size_t *out_wrong_at);

/**
 * ming_text_parse_int:
 * @text: strictly digits without leading zeros
 * @length: bytes
 * @min: the smallest number allowed, >= 0
 * @max: the largest number allowed
 * @out: the number
 *
 * Returns: MING_OK; MING_E_TEXT; MING_E_RANGE when outside @min..@max
 */
MingStatus ming_text_parse_int (const char *text, size_t length, int32_t min, int32_t max, int32_t *out);

/**
 * ming_text_parse_int_entry:
 * @text: a whole number as typed: full-width digits, spaces around, leading zeros
 * @length: bytes
 * @min: the smallest number allowed, >= 0
 * @max: the largest number allowed
 * @out: the number
 * @out_wrong_at: (nullable): see above
 *
 * Returns: MING_OK; MING_E_TEXT; MING_E_RANGE when negative or outside @min..@max
 */
MingStatus ming_text_parse_int_entry (const char *text, size_t length, int32_t min, int32_t max,
                                      int32_t *out, size_t *out_wrong_at);

/**
 * ming_text_parse_date:
 * @text: strictly "YYYY-MM-DD"
 * @length: bytes
 * @out: a valid date
 *
 * Returns: MING_OK; MING_E_TEXT when written in any other way; MING_E_DATE when the calendar has no such
 *   day; MING_E_RANGE when the year is not 1900..2199
 */
MingStatus ming_text_parse_date (const char *text, size_t length, MingDate *out);

/**
 * ming_text_parse_date_entry:
 * @text: "20251103", "2025-11-3", "2025.11.3", "2025/11/3", "2025年11月3日" (日 or 号 or nothing), full-width
 *   characters, spaces between the parts; one kind of separator in one date
 * @length: bytes
 * @out: a valid date
 * @out_wrong_at: (nullable): see above
 *
 * Returns: as ming_text_parse_date()
 */
MingStatus ming_text_parse_date_entry (const char *text, size_t length, MingDate *out, size_t *out_wrong_at);

/**
 * ming_text_format_fen:
 * @fen: −MING_FEN_MAX..MING_FEN_MAX
 * @flags: see #MingTextFlags
 * @buffer: where the text goes, with a NUL
 * @size: bytes in @buffer; MING_TEXT_FEN_SIZE is always enough
 *
 * Always two decimals. What it writes without a sign, ming_text_parse_fen_entry() reads back to the same
 * amount, and ming_text_parse_fen() too when not grouped.
 *
 * Returns: MING_OK; MING_E_RANGE when @fen is out of range; MING_E_FULL when @buffer is too small
 */
MingStatus ming_text_format_fen (MingFen fen, MingTextFlags flags, char *buffer, size_t size);

/**
 * ming_text_format_rate:
 * @rate: a rate within the limits of #MingRate
 * @buffer: where the text goes, with a NUL
 * @size: bytes in @buffer; MING_TEXT_RATE_SIZE is always enough
 *
 * The shortest exact form: "85 %", "8.75 %", "0 %", with at most four decimals; what no such percentage
 * expresses is written as the fraction it is, "2/37".
 *
 * Returns: MING_OK; MING_E_RANGE when @rate is out of its limits; MING_E_FULL when @buffer is too small
 */
MingStatus ming_text_format_rate (MingRate rate, char *buffer, size_t size);

/**
 * ming_text_format_date:
 * @date: a valid date
 * @buffer: where "2025-11-03" goes, with a NUL
 * @size: bytes in @buffer; MING_TEXT_DATE_SIZE is always enough
 *
 * Returns: MING_OK; MING_E_DATE when @date is not valid; MING_E_FULL when @buffer is too small
 */
MingStatus ming_text_format_date (MingDate date, char *buffer, size_t size);

/**
 * ming_text_format_capital:
 * @fen: 0..MING_FEN_MAX
 * @buffer: where the amount in capitals (人民币大写) goes, UTF-8 with a NUL, without the words 人民币
 * @size: bytes in @buffer; MING_TEXT_CAPITAL_SIZE is always enough
 *
 * The rule is 正确填写票据和结算凭证的基本规定 (annex 1 of 支付结算办法, 银发〔1997〕393号), items 1, 2 and 4.
 * Where it leaves a choice, this is the one made here:
 *
 * - 整 (not 正) after 元, nothing after 角 or 分: 壹仟肆佰零玖元伍角;
 * - the yuan digit is 0 and the jiao digit is not: 零 is written, 壹仟陆佰捌拾元零叁角贰分;
 * - the digit of 万 or 亿 is 0 and the next digit is not: no 零, 壹拾万柒仟元零伍角叁分;
 * - no yuan at all: they are not mentioned, 伍角叁分, 叁分; nothing at all is 零元整.
 *
 * Returns: MING_OK; MING_E_RANGE when @fen is out of range; MING_E_FULL when @buffer is too small
 */
MingStatus ming_text_format_capital (MingFen fen, char *buffer, size_t size);
