/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>

#include "ming-date.h"
#include "ming-status.h"

/** Characters of a citizen number. */
#define MING_IDCARD_LENGTH 18

/**
 * MingIdcard: what a citizen number (公民身份号码, GB 11643-1999) tells.
 * @number: the number in plain digits, the check character as a capital X, with a NUL
 * @birth: day of birth
 * @gend: sex in the national code, '1' male or '2' female (性别)
 *
 * The first six digits are where the number was first issued. They say nothing about where a person is
 * insured and are neither checked nor handed out.
 */
typedef struct
{
  char number[MING_IDCARD_LENGTH + 1];
  MingDate birth;
  char gend;
} MingIdcard;

/**
 * MingIdcardFault:
 * @MING_IDCARD_FAULT_NONE: a good number
 * @MING_IDCARD_FAULT_CHARACTER: something else than digits and a final X
 * @MING_IDCARD_FAULT_TOO_SHORT: fewer than 18 characters (the old numbers of 15 are no longer valid)
 * @MING_IDCARD_FAULT_TOO_LONG: more than 18 characters
 * @MING_IDCARD_FAULT_BIRTH: digits 7 to 14 are no day of the calendar
 * @MING_IDCARD_FAULT_FUTURE: the day of birth has not come yet
 * @MING_IDCARD_FAULT_CHECK_DIGIT: the last character does not fit the others: a mistyped number
 *
 * Why a number was refused, for the message; the first that applies in this order.
 */
typedef enum
{
  MING_IDCARD_FAULT_NONE = 0,
  MING_IDCARD_FAULT_CHARACTER,
  MING_IDCARD_FAULT_TOO_SHORT,
  MING_IDCARD_FAULT_TOO_LONG,
  MING_IDCARD_FAULT_BIRTH,
  MING_IDCARD_FAULT_FUTURE,
  MING_IDCARD_FAULT_CHECK_DIGIT
} MingIdcardFault;

/**
 * ming_idcard_parse:
 * @text: UTF-8 as typed or pasted: full-width digits, x or X, spaces anywhere
 * @length: bytes
 * @on: the day to compare the day of birth with, a valid date
 * @out: the person
 * @out_fault: (nullable): why not; written in every case, %MING_IDCARD_FAULT_NONE on success
 *
 * Returns: MING_OK; MING_E_TEXT for a wrong character, length or check digit; MING_E_DATE when the day of
 *   birth does not exist (or lies before 1900); MING_E_RANGE when it is after @on
 */
MingStatus ming_idcard_parse (const char *text, size_t length, MingDate on, MingIdcard *out,
                              MingIdcardFault *out_fault);

/**
 * ming_idcard_mask:
 * @card: from ming_idcard_parse()
 * @buffer: where the masked number goes, with a NUL
 * @size: bytes in @buffer; MING_IDCARD_LENGTH + 1 is enough
 *
 * For screens and paper that others see: the first six and the last two characters stay, ten are hidden,
 * "110105**********2X". The day of birth goes, and with it most of what makes the number a key; a clerk can
 * still tell two family members apart.
 *
 * Returns: MING_OK, or MING_E_FULL when @buffer is too small
 */
MingStatus ming_idcard_mask (const MingIdcard *card, char *buffer, size_t size);
