/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-pack.h"

G_BEGIN_DECLS

/**
 * MingMatch: how one table was read for the given facts: the matched row, and the nearest ones that did not.
 * @what: "rates", "deductible", "cap", "points", "factor", "reduction", "away_first" (static)
 * @near: of MingNearMiss
 */
typedef struct
{
  const char *what;
  const MingTable *table;
  const MingRow *row;
  GArray *near;
} MingMatch;

/** What stands behind one layer of a plan. @matches: of MingMatch* */
typedef struct
{
  const MingLayerSpec *spec;
  GPtrArray *matches;
  MingEvidence evidence; /**< the weakest of all figures used */
} MingLayerOrigin;

/** A figure the plan needs and nobody knows. */
typedef struct
{
  char *pointer;
  char *what; /**< in words: "统筹基金 · 起付标准" */
} MingUnknown;

void ming_match_free (MingMatch *match);
void ming_unknown_free (MingUnknown *unknown);

/**
 * MingResolved: a plan for one person and one visit, and where each of its numbers comes from.
 *
 * @origin: by layer index of @plan
 * @counters: of char*: names of the running totals, by counter index of the plan
 * @unknowns: of MingUnknown*; when not empty the plan must not be settled
 * Everything is owned by the pack or by this object; the pack must outlive it (a reference is held).
 */
typedef struct
{
  MingPack *pack;
  const MingCare *care;
  const MingCareVersion *version;
  MingPlan plan;
  MingLayerOrigin origin[MING_LAYERS_MAX];
  GPtrArray *counters;
  GPtrArray *unknowns;
  MingMatch *away;
  MingMatch *catalogue; /**< whose catalogue applies, by row->kind "home" or "place"; NULL: nothing is said */
} MingResolved;

/**
 * Resolves the care of facts->text[MED_TYPE] on facts->date to plain integers.
 *
 * Deductible rows that ask for the admission are resolved for every n-th admission, the plan's table holds
 * them all; @facts' own admission decides everything else.
 * Errors: NO_RULE (no such care, or no version on the date), NO_ROW (a table that must match does not).
 */
MingResolved *ming_resolve_care (MingPack *pack, const MingFacts *facts, GError **error);
void ming_resolved_free (MingResolved *resolved);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingResolved, ming_resolved_free)

/** Index of the counter called @name in every plan of @pack (stable over a year), or -1. */
int ming_pack_counter_index (const MingPack *pack, const char *name);

/** Names of all counters of @pack in index order. (transfer container) of char* owned by the pack */
GPtrArray *ming_pack_counters (const MingPack *pack);

G_END_DECLS
