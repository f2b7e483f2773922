/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-life.h"

G_BEGIN_DECLS

/**
 * The figures of two answers about a working life side by side, both as ming_life_to_json() gives them.
 * Returns: (transfer full): of GStrv: figure, as kept, now, "·" or "≠"
 */
GPtrArray *ming_history_life_rows (JsonNode *kept, JsonNode *now);

/** In how many of such rows the two differ. */
guint ming_history_life_count (GPtrArray *rows);

G_END_DECLS
