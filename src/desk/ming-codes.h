/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-choice.h"
#include "policy/ming-code-names.h"

G_BEGIN_DECLS

/** All entries of @list, named in the program's language. (transfer full) of MingChoice* */
GPtrArray *ming_codes_list (MingCodes list);

/** The name of @code in the program's language; @code itself when the dictionary does not have it. */
const char *ming_codes_name (MingCodes list, const char *code);

G_END_DECLS
