/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * From now on a crash of this process leaves no picture of its memory behind: who stood at the window is
 * nobody's business but the window's. To be called first in main() by every program that sees personal data;
 * children inherit it.
 * Returns: FALSE when the system refuses
 */
gboolean ming_privacy_forbid_core_dumps (void);

G_END_DECLS
