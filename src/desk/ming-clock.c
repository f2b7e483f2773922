/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "ming-clock.h"

MingMoment
ming_clock_now (void)
{
  g_autoptr (GTimeZone) china = g_time_zone_new_offset (8 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (china);
  MingMoment moment = { { MING_YEAR_MIN, 1, 1 }, g_date_time_get_hour (now), g_date_time_get_minute (now),
                        g_date_time_get_second (now) };

  (void) ming_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                         g_date_time_get_day_of_month (now), &moment.date);
  return moment;
}

MingDate
ming_clock_today (void)
{
  return ming_clock_now ().date;
}
