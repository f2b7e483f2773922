/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-coverage.h"

G_BEGIN_DECLS

/** "120 figures: official text 0 %, quoted 42 %, …, unknown 3 %". (transfer full) */
char *ming_tally_describe (const MingTally *tally);

G_END_DECLS
