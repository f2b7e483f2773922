/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-guidance.h"

G_BEGIN_DECLS

/** Answer, papers, times and place of @entry, a line each, @indent before it. Appends to @out. */
void ming_print_guidance (const MingGuidance *entry, const char *indent, GString *out);

G_END_DECLS
