/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "ming-status.h"

/** The years the core knows: enough for everyone alive and everyone's retirement. */
#define MING_YEAR_MIN 1900
#define MING_YEAR_MAX 2199

/** Days from 1900-01-01 (day 0) to 2199-12-31: 300 years, 73 of them leap years. */
#define MING_DAYS_MAX 109572

/** Months from January 1900 to December 2199, as ming_date_month_index() counts them. */
#define MING_MONTH_INDEX_MIN (MING_YEAR_MIN * 12)
#define MING_MONTH_INDEX_MAX (MING_YEAR_MAX * 12 + 11)

/**
 * MingDate: a day of the Gregorian calendar (公历), 1900-01-01 to 2199-12-31.
 * No time of day and no time zone: benefit rules count days, in China's one civil time.
 */
typedef struct
{
  int16_t year;
  int8_t month;
  int8_t day;
} MingDate;

/**
 * ming_date_is_leap_year:
 * @year: any year >= 0
 *
 * Returns: whether the year has a 29 February
 */
/*@ requires 0 <= year;
    assigns \nothing;
    ensures \result <==> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); */
bool ming_date_is_leap_year (int32_t year);

/**
 * ming_date_days_in_month:
 * @year: 1900..2199
 * @month: 1..12
 *
 * Returns: 28..31, or 0 when there is no such month or the year is out of range
 */
/*@ assigns \nothing;
    ensures 0 <= \result <= 31;
    ensures \result != 0 <==> MING_YEAR_MIN <= year <= MING_YEAR_MAX && 1 <= month <= 12;
    ensures \result != 0 ==> 28 <= \result; */
int32_t ming_date_days_in_month (int32_t year, int32_t month);

/**
 * ming_date_make:
 * @out: where the date goes
 *
 * Returns: MING_OK; MING_E_RANGE when the year is not 1900..2199; MING_E_DATE when the calendar
 *   has no such day
 */
/*@ requires \valid (out);
    assigns *out;
    ensures \result == MING_OK ==> out->year == year && out->month == month && out->day == day;
    ensures \result != MING_OK ==> *out == \old (*out); */
MingStatus ming_date_make (int32_t year, int32_t month, int32_t day, MingDate *out);

/** ming_date_is_valid: whether @date is a day of the calendar between 1900 and 2199. */
/*@ assigns \nothing;
    ensures \result ==> MING_YEAR_MIN <= date.year <= MING_YEAR_MAX && 1 <= date.month <= 12
                        && 1 <= date.day <= 31; */
bool ming_date_is_valid (MingDate date);

/**
 * ming_date_compare:
 *
 * Returns: negative when @a is before @b, 0 on the same day, positive when after. Both need not be
 *   valid; fields are compared year, month, day.
 */
/*@ assigns \nothing;
    ensures \result < 0 <==> a.year < b.year || (a.year == b.year && a.month < b.month)
                             || (a.year == b.year && a.month == b.month && a.day < b.day);
    ensures \result == 0 <==> a.year == b.year && a.month == b.month && a.day == b.day; */
int ming_date_compare (MingDate a, MingDate b);

/**
 * ming_date_to_days:
 * @date: a valid date
 * @out_days: days since 1900-01-01, 0..MING_DAYS_MAX
 *
 * Returns: MING_OK, or MING_E_DATE when @date is not valid
 */
/*@ requires \valid (out_days);
    assigns *out_days;
    ensures \result == MING_OK ==> 0 <= *out_days <= MING_DAYS_MAX;
    ensures \result != MING_OK ==> *out_days == \old (*out_days); */
MingStatus ming_date_to_days (MingDate date, int32_t *out_days);

/**
 * ming_date_from_days:
 * @days: days since 1900-01-01, 0..MING_DAYS_MAX
 * @out: the day
 *
 * Returns: MING_OK, or MING_E_RANGE
 */
/*@ requires \valid (out);
    assigns *out;
    ensures \result != MING_OK ==> *out == \old (*out); */
MingStatus ming_date_from_days (int32_t days, MingDate *out);

/**
 * ming_date_days_between:
 * @from: first day, counted
 * @to: last day, not counted
 * @out_days: @to − @from in days; 0 on the same day, negative when @to is earlier
 *
 * This is the length of a stay as hospitals count it (住院天数: 入院日与出院日只算一天).
 * Where a rule counts both ends (in force "from … to …"), add one.
 *
 * Returns: MING_OK, or MING_E_DATE when either date is not valid
 */
/*@ requires \valid (out_days);
    assigns *out_days;
    ensures \result != MING_OK ==> *out_days == \old (*out_days); */
MingStatus ming_date_days_between (MingDate from, MingDate to, int32_t *out_days);

/**
 * ming_date_add_days:
 * @days: may be negative
 *
 * Returns: MING_OK; MING_E_DATE when @date is not valid; MING_E_RANGE when the result leaves 1900..2199
 */
/*@ requires \valid (out);
    assigns *out;
    ensures \result != MING_OK ==> *out == \old (*out); */
MingStatus ming_date_add_days (MingDate date, int32_t days, MingDate *out);

/**
 * ming_date_add_months:
 * @months: may be negative
 *
 * The same day of the month; where the month has no such day, its last day (民法典 第二百零二条:
 * 按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日).
 * So 31 January + 1 month is the last of February; the day of the result is not remembered: adding
 * one more month to it gives 28 or 29 March.
 *
 * Returns: MING_OK; MING_E_DATE when @date is not valid; MING_E_RANGE when the result leaves 1900..2199
 */
/*@ requires \valid (out);
    assigns *out;
    ensures \result != MING_OK ==> *out == \old (*out); */
MingStatus ming_date_add_months (MingDate date, int32_t months, MingDate *out);

/**
 * ming_date_age_years:
 * @birth: day of birth
 * @on: the day the age is asked for, not before @birth
 * @out_years: completed years (周岁)
 *
 * A year of age is completed on the birthday itself. A person born on 29 February completes it, in a
 * common year, on 28 February: the project's decision, by analogy with 民法典 第二百零二条 (没有对应日的，
 * 月末日为期间的最后一日). This is the only place that decides it; ming_date_add_months() of twelve
 * months gives the same day.
 *
 * Returns: MING_OK; MING_E_DATE when a date is not valid; MING_E_RANGE when @on is before @birth
 */
/*@ requires \valid (out_years);
    assigns *out_years;
    ensures \result == MING_OK ==> 0 <= *out_years <= MING_YEAR_MAX - MING_YEAR_MIN;
    ensures \result != MING_OK ==> *out_years == \old (*out_years); */
MingStatus ming_date_age_years (MingDate birth, MingDate on, int32_t *out_years);

/**
 * ming_date_month_index:
 * @date: a valid date
 *
 * Returns: year × 12 + month − 1, so that months can be counted by subtraction
 */
/*@ requires 0 <= date.year && 1 <= date.month <= 12;
    assigns \nothing;
    ensures \result == date.year * 12 + date.month - 1; */
int32_t ming_date_month_index (MingDate date);

/**
 * ming_date_from_month_index:
 * @month_index: MING_MONTH_INDEX_MIN..MING_MONTH_INDEX_MAX
 * @out: the first day of that month
 *
 * Returns: MING_OK, or MING_E_RANGE
 */
/*@ requires \valid (out);
    assigns *out;
    ensures \result != MING_OK ==> *out == \old (*out); */
MingStatus ming_date_from_month_index (int32_t month_index, MingDate *out);
