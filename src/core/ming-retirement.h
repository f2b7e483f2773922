/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-date.h"

/**
 * MingRetireeKind: the statutory age before the reform.
 * 关于实施渐进式延迟法定退休年龄的决定 (全国人大常委会 2024-09-13, in force 2025-01-01), 国务院办法 第一条.
 */
typedef enum
{
  MING_RETIREE_MALE_60 = 0, /**< 男职工, 60 → 63 */
  MING_RETIREE_FEMALE_55,   /**< 原五十五周岁女职工, 55 → 58 */
  MING_RETIREE_FEMALE_50,   /**< 原五十周岁女职工, 50 → 55 */
  MING_N_RETIREE_KINDS
} MingRetireeKind;

/**
 * MingRetirement: the statutory date under the gradual reform, and how far it may be moved (弹性退休).
 * Months are year × 12 + month - 1.
 * @delay_months: 延迟月数
 * @age_months: 法定退休年龄, in months
 * @month: month of reaching it
 * @earliest_month: at most three years earlier, never before the old age (第三条)
 * @latest_month: at most three years later, by agreement
 * @pension_months: minimum paid months for a pension in the statutory year (第二条). This is pension law: the
 *   years for medical benefits after retirement are local and never taken from here.
 */
typedef struct
{
  int32_t delay_months;
  int32_t age_months;
  int32_t month;
  int32_t earliest_month;
  int32_t latest_month;
  int32_t pension_months;
} MingRetirement;

/** The statutory retirement of somebody born on @birth. */
/*@ requires \valid (out);
    assigns *out;
    ensures refused: \result == MING_OK || \result == MING_E_RANGE || \result == MING_E_DATE;
    ensures delay: \result == MING_OK ==> 0 <= out->delay_months <= 60;
    ensures age: \result == MING_OK ==> 50 * 12 <= out->age_months <= 63 * 12;
    ensures month: \result == MING_OK ==> out->month == birth.year * 12 + birth.month - 1 + out->age_months;
    ensures elastic: \result == MING_OK ==>
      out->month - 36 <= out->earliest_month <= out->month && out->latest_month == out->month + 36;
    ensures pension: \result == MING_OK ==> 180 <= out->pension_months <= 240; */
MingStatus ming_retirement_compute (MingRetireeKind kind, MingDate birth, MingRetirement *out);

/** Minimum paid months for a pension when retiring in @year: 180 until 2029, then +6 a year up to 240. */
/*@ assigns \nothing;
    ensures year < 2030 ==> \result == 180;
    ensures 2030 <= year <= 2039 ==> \result == 180 + 6 * (year - 2029);
    ensures year > 2039 ==> \result == 240; */
int32_t ming_retirement_pension_months (int32_t year);
