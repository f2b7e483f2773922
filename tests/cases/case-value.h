/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-case-table.h"
#include "estimate/ming-estimate.h"

/**
 * The value that @name of "expect" (see tests/cases/README.md) has in @answer, as text. (transfer full)
 * (nullable): NULL when there is no such name
 */
char *case_value_get (const MingEstimate *answer, const char *name);

/** The same of a question about a working life: "waiting:months". (transfer full) (nullable) */
char *case_value_get_life (const MingLife *life, const char *name);

/** The identities I1 to I5 and the sums of rows and columns, for every visit that is known. */
void case_value_check_identities (const MingEstimate *answer);
