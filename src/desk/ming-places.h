/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-choice.h"
#include "policy/ming-pack.h"
#include "policy/ming-region.h"

G_BEGIN_DECLS

/**
 * The regions that @typed may mean, best first, at most @max: those with a policy pack before the others.
 * A pack may stand for a place the national list does not have; it is found by its code and name.
 * @regions: (nullable): the national list
 * Returns: (transfer full): of MingChoice*
 */
GPtrArray *ming_places_search (const MingRegions *regions, const MingLibrary *library, const char *typed,
                               guint max);

/**
 * The name of the region with @code, or NULL when neither list nor packs have it.
 * (transfer full) (nullable)
 */
char *ming_places_name (const MingRegions *regions, const MingLibrary *library, const char *code);

/**
 * The region a new counter opens with: @last if a pack answers for it,
 * else the first real pack that knows stays.
 */
const char *ming_places_default (const MingLibrary *library, const char *last);

G_END_DECLS
