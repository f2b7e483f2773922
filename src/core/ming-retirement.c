/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-retirement.h"

/* 弹性退休: three years either way. */
#define ELASTIC_MONTHS 36

/**
 * One row of the reform.
 * @old_age_years: before the reform
 * @from_birth_month: the first month of birth that is delayed
 * @step_months: one month of delay for every so many months of birth
 * @most_months: the delay ends here
 */
typedef struct
{
  int32_t old_age_years;
  int32_t from_birth_month;
  int32_t step_months;
  int32_t most_months;
} Reform;

/*@ predicate is_reform (Reform *reform) =
      50 <= reform->old_age_years <= 60 && 1965 * 12 <= reform->from_birth_month <= 1975 * 12
      && 2 <= reform->step_months <= 4 && 36 <= reform->most_months <= 60
      && 12 * reform->old_age_years + reform->most_months <= 63 * 12;
 */

static const Reform reforms[MING_N_RETIREE_KINDS] = {
  [MING_RETIREE_MALE_60] = { 60, 1965 * 12, 4, 36 },
  [MING_RETIREE_FEMALE_55] = { 55, 1970 * 12, 4, 36 },
  [MING_RETIREE_FEMALE_50] = { 50, 1975 * 12, 2, 60 },
};

/* Months of delay of somebody born in @birth_month. */
/*@ requires \valid_read (reform) && is_reform (reform);
    requires MING_MONTH_INDEX_MIN <= birth_month <= MING_MONTH_INDEX_MAX;
    assigns \nothing;
    ensures 0 <= \result <= reform->most_months;
    ensures birth_month < reform->from_birth_month ==> \result == 0; */
static int32_t
delay_of (const Reform *reform, int32_t birth_month)
{
  int32_t since = birth_month - reform->from_birth_month;
  int32_t delay;

  if (since < 0)
    return 0;
  delay = since / reform->step_months + 1;
  return delay < reform->most_months ? delay : reform->most_months;
}

int32_t
ming_retirement_pension_months (int32_t year)
{
  if (year < 2030)
    return 180;
  return year < 2039 ? 180 + 6 * (year - 2029) : 240;
}

MingStatus
ming_retirement_compute (MingRetireeKind kind, MingDate birth, MingRetirement *out)
{
  const Reform *reform;
  int32_t birth_month, old_month;

  if ((uint32_t) kind >= MING_N_RETIREE_KINDS)
    return MING_E_RANGE;
  if (!ming_date_is_valid (birth))
    return MING_E_DATE;
  reform = &reforms[kind];
  //@ assert is_reform (reform);
  birth_month = ming_date_month_index (birth);
  old_month = birth_month + 12 * reform->old_age_years;

  out->delay_months = delay_of (reform, birth_month);
  out->age_months = 12 * reform->old_age_years + out->delay_months;
  out->month = birth_month + out->age_months;
  out->earliest_month = out->month - ELASTIC_MONTHS;
  if (out->earliest_month < old_month)
    out->earliest_month = old_month;
  out->latest_month = out->month + ELASTIC_MONTHS;
  out->pension_months = ming_retirement_pension_months (out->month / 12);
  return MING_OK;
}
