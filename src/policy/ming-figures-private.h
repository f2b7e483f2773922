/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-figures.h"

G_BEGIN_DECLS

/**
 * MingWalker: the walk through a pack that collects its figures; @list and @span are where it is, @whom the
 * people the layer exists for, in words.
 */
typedef struct
{
  const MingPack *pack;
  GPtrArray *figures;
  const char *list;
  const MingSpan *span;
  const char *whom;
} MingWalker;

/** MingWalkPlace: what the figures of one row or object have in common; see #MingFigure. */
typedef struct
{
  const char *key;
  const char *what;
  const char *who;
  GPtrArray *citations;
  MingEvidence evidence;
  const MingRow *row;
  const char *pointer;
} MingWalkPlace;

/*
 * Each adds one figure, nothing when the cell is absent. @column is added to the key, @words (nullable) to
 * what the figure is called.
 */
void ming_walker_amount (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                         const MingAmountCell *cell, gboolean is_threshold);
void ming_walker_rate (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                       const MingRateCell *cell);
void ming_walker_number (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                         const MingNumberCell *cell);
void ming_walker_word (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                       const char *value);
/** Something said that has papers, as a figure has: an answer, a list of papers. */
void ming_walker_text (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                       const char *value);
/** A time, in @words with its unit. */
void ming_walker_time (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                       const MingNumberCell *cell, const char *value);
void ming_walker_rounding (MingWalker *self, const MingWalkPlace *place, const MingRounding *rounding);

/** "account_credit[age=70..,status=退休]": the same whatever the order of the conditions. (transfer full) */
char *ming_walker_row_key (const char *table, const MingRow *row);

/** Every cell of every row of @table. */
void ming_walker_table (MingWalker *self, const char *key, const char *what, const MingTable *table,
                        gboolean are_thresholds);

/** Every figure of every version of @care. */
void ming_walker_care (MingWalker *self, const MingCare *care);

G_END_DECLS
