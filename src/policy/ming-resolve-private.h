/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-resolve.h"

G_BEGIN_DECLS

/**
 * MingResolver: one resolving under way, shared by the files that resolve deductibles, bands and caps.
 * @spec, @origin: the layer at work, NULL outside layers
 */
typedef struct
{
  MingPack *pack;
  const MingFacts *facts;
  MingResolved *resolved;
  const MingLayerSpec *spec;
  MingLayerOrigin *origin;
} MingResolver;

/** The layer at work is known no better than @evidence. */
void ming_resolver_lower_evidence (MingResolver *self, MingEvidence evidence);

/** Remembers that the figure at @pointer, @what in words, is not known. */
void ming_resolver_add_unknown (MingResolver *self, const char *pointer, const char *what);

/** Matches @table for the resolver's facts and keeps the match for the explanation. */
gboolean ming_resolver_match (MingResolver *self, const MingTable *table, const char *what,
                              const MingRow **out_row, GError **error);

/** The same for other @facts; @keep says whether the match belongs to the explanation. */
gboolean ming_resolver_match_with (MingResolver *self, const MingTable *table, const MingFacts *facts,
                                   const char *what, gboolean keep, const MingRow **out_row, GError **error);

/** The amount in @column of @row; 0 and a note when it is "unknown". */
MingFen ming_resolver_amount (MingResolver *self, const MingRow *row, MingAmountColumn column,
                              const char *what);

gboolean ming_resolver_deductible (MingResolver *self, const MingLayerSpec *spec, MingDeductible *out,
                                   GError **error);
gboolean ming_resolver_bands (MingResolver *self, const MingLayerSpec *spec, MingLayer *out, GError **error);

/** Raises *@amount_fen by the bonus for years insured and years without a claim. */
gboolean ming_resolver_add_bonus (MingResolver *self, const MingCapSpec *cap, MingFen *amount_fen,
                                  GError **error);

G_END_DECLS
