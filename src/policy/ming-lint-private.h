/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-lint.h"

G_BEGIN_DECLS

/** MingLinter: one check under way. */
typedef struct
{
  MingPack *pack;
  MingDate today;
  GPtrArray *findings;
} MingLinter;

void ming_linter_add (MingLinter *self, MingLintRule rule, const char *pointer, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/** What should be no worse at a lower hospital level, for retirees, and nearer home. */
void ming_linter_check_order (MingLinter *self);

G_END_DECLS
