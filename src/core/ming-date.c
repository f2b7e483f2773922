/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-date.h"

#define MONTHS_OF_ALL_YEARS (MING_MONTH_INDEX_MAX - MING_MONTH_INDEX_MIN + 1)

/* Days of a common year before the month; the last entry is the whole year. */
static const int16_t days_before_month[13] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

bool
ming_date_is_leap_year (int32_t year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t
ming_date_days_in_month (int32_t year, int32_t month)
{
  if (year < MING_YEAR_MIN || year > MING_YEAR_MAX)
    return 0;

  switch (month)
    {
    case 1: case 3: case 5: case 7: case 8: case 10: case 12:
      return 31;

    case 4: case 6: case 9: case 11:
      return 30;

    case 2:
      return ming_date_is_leap_year (year) ? 29 : 28;

    default:
      return 0;
    }
}

MingStatus
ming_date_make (int32_t year, int32_t month, int32_t day, MingDate *out)
{
  if (year < MING_YEAR_MIN || year > MING_YEAR_MAX)
    return MING_E_RANGE;
  if (day < 1 || day > ming_date_days_in_month (year, month))
    return MING_E_DATE;

  out->year = (int16_t) year;
  out->month = (int8_t) month;
  out->day = (int8_t) day;
  return MING_OK;
}

bool
ming_date_is_valid (MingDate date)
{
  return date.day >= 1 && date.day <= ming_date_days_in_month (date.year, date.month);
}

int
ming_date_compare (MingDate a, MingDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  return 0;
}

/* Days from 1900-01-01 to 1 January of the year. 1900 is no leap year, 2000 is one, 2100 is none. */
/*@ requires MING_YEAR_MIN <= year <= MING_YEAR_MAX + 1;
    assigns \nothing;
    ensures 365 * (year - MING_YEAR_MIN) <= \result <= 365 * (year - MING_YEAR_MIN) + 73; */
static int32_t
count_days_before_year (int32_t year)
{
  int32_t passed = year - MING_YEAR_MIN;
  int32_t leap_days = year > MING_YEAR_MIN ? (passed - 1) / 4 : 0;

  if (year > 2100)
    leap_days -= 1;
  return passed * 365 + leap_days;
}

MingStatus
ming_date_to_days (MingDate date, int32_t *out_days)
{
  int32_t days;

  if (!ming_date_is_valid (date))
    return MING_E_DATE;

  days = count_days_before_year (date.year) + days_before_month[date.month - 1] + date.day - 1;
  if (date.month > 2 && ming_date_is_leap_year (date.year))
    days += 1;

  *out_days = days;
  return MING_OK;
}

MingStatus
ming_date_from_days (int32_t days, MingDate *out)
{
  int32_t year, month, day;

  if (days < 0 || days > MING_DAYS_MAX)
    return MING_E_RANGE;

  /* Never too late, and too early by one year at most: 300 years × ¾ day is less than a year. */
  year = MING_YEAR_MIN + days / 366;
  /*@ loop invariant MING_YEAR_MIN <= year <= MING_YEAR_MAX;
      loop assigns year;
      loop variant MING_YEAR_MAX - year; */
  while (year < MING_YEAR_MAX && count_days_before_year (year + 1) <= days)
    year++;

  day = days - count_days_before_year (year);
  month = 1;
  /*@ loop invariant 1 <= month <= 12;
      loop invariant -MING_DAYS_MAX <= day <= MING_DAYS_MAX;
      loop assigns month, day;
      loop variant 12 - month; */
  while (month < 12 && day >= ming_date_days_in_month (year, month))
    {
      day -= ming_date_days_in_month (year, month);
      month++;
    }

  return ming_date_make (year, month, day + 1, out);
}

MingStatus
ming_date_days_between (MingDate from, MingDate to, int32_t *out_days)
{
  int32_t from_days, to_days;

  if (ming_date_to_days (from, &from_days) != MING_OK || ming_date_to_days (to, &to_days) != MING_OK)
    return MING_E_DATE;

  *out_days = to_days - from_days;
  return MING_OK;
}

MingStatus
ming_date_add_days (MingDate date, int32_t days, MingDate *out)
{
  int32_t start_days;

  if (ming_date_to_days (date, &start_days) != MING_OK)
    return MING_E_DATE;
  if (days < -MING_DAYS_MAX || days > MING_DAYS_MAX)
    return MING_E_RANGE;

  return ming_date_from_days (start_days + days, out);
}

MingStatus
ming_date_add_months (MingDate date, int32_t months, MingDate *out)
{
  int32_t index, year, month, last_day;

  if (!ming_date_is_valid (date))
    return MING_E_DATE;
  if (months < -MONTHS_OF_ALL_YEARS || months > MONTHS_OF_ALL_YEARS)
    return MING_E_RANGE;

  index = ming_date_month_index (date) + months;
  if (index < MING_MONTH_INDEX_MIN || index > MING_MONTH_INDEX_MAX)
    return MING_E_RANGE;

  year = index / 12;
  month = index % 12 + 1;
  last_day = ming_date_days_in_month (year, month);
  return ming_date_make (year, month, date.day < last_day ? date.day : last_day, out);
}

MingStatus
ming_date_age_years (MingDate birth, MingDate on, int32_t *out_years)
{
  int32_t years, birthday, last_day;

  if (!ming_date_is_valid (birth) || !ming_date_is_valid (on))
    return MING_E_DATE;
  if (ming_date_compare (on, birth) < 0)
    return MING_E_RANGE;

  last_day = ming_date_days_in_month (on.year, birth.month);
  birthday = birth.day < last_day ? birth.day : last_day;

  years = on.year - birth.year;
  if (on.month < birth.month || (on.month == birth.month && on.day < birthday))
    years -= 1;

  *out_years = years;
  return MING_OK;
}

int32_t
ming_date_month_index (MingDate date)
{
  return date.year * 12 + date.month - 1;
}

MingStatus
ming_date_from_month_index (int32_t month_index, MingDate *out)
{
  if (month_index < MING_MONTH_INDEX_MIN || month_index > MING_MONTH_INDEX_MAX)
    return MING_E_RANGE;

  return ming_date_make (month_index / 12, month_index % 12 + 1, 1, out);
}
