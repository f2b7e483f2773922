/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-date.h"

/** Today in China's one civil time, whatever the machine's time zone is. */
MingDate ming_clock_today (void);
