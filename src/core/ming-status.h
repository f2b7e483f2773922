/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * MingStatus:
 * @MING_OK: the outputs are written
 * @MING_E_RANGE: an amount, rate or count lies outside its documented range
 * @MING_E_TEXT: the text is not an amount, rate, date or number of this kind
 * @MING_E_DATE: no such day in the calendar
 * @MING_E_PLAN: the plan contradicts itself (bands not ascending, unknown layer, …)
 * @MING_E_FULL: a fixed-size table of the core has no room left
 * @MING_E_UNKNOWN: a figure the calculation depends on is not known
 * @MING_E_UNBALANCED: the parts do not add up to the whole; never shown to anyone
 *
 * What every function of the core returns. Outputs are written only on %MING_OK.
 */
typedef enum
{
  MING_OK = 0,
  MING_E_RANGE,
  MING_E_TEXT,
  MING_E_DATE,
  MING_E_PLAN,
  MING_E_FULL,
  MING_E_UNKNOWN,
  MING_E_UNBALANCED
} MingStatus;
