/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-date.h"

/** MingMoment: a day and a time of it. */
typedef struct
{
  MingDate date;
  int hour;
  int minute;
  int second;
} MingMoment;

/** Now in China's one civil time, whatever the machine's time zone is. */
MingMoment ming_clock_now (void);

/** Today, likewise. */
MingDate ming_clock_today (void);
