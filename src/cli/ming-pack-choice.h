/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-cli.h"

G_BEGIN_DECLS

/**
 * The pack that @word names: a file when it ends in ".json" or has a "/" in it, else the id of a pack in
 * @folder (NULL: the program's own). What is wrong with it is said on standard error.
 * @out: (transfer full)
 */
MingExit ming_pack_choose (const char *folder, const char *word, MingPack **out);

G_END_DECLS
