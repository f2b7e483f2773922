/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-figures.h"
#include "ming-resolve.h"

G_BEGIN_DECLS

/**
 * MingTally: how well the figures of a pack are known.
 * @known: figures with a value (or "no limit"), by evidence
 * @unknown: figures that say "unknown"
 * @without_source: figures with a value that name no papers; 0 in every pack that loads
 */
typedef struct
{
  guint known[MING_N_EVIDENCES];
  guint unknown;
  guint without_source;
} MingTally;

MingTally ming_coverage_tally (const MingPack *pack);

/** All figures of @tally, the unknown ones included. */
guint ming_tally_total (const MingTally *tally);

/**
 * MingThreshold: a figure on either side of which results differ: an amount (a deductible, an edge, a cap),
 * or a number that conditions ask about (an age, the n-th stay).
 * @figure: the amount's figure; NULL for numbers
 * @fact: the number's fact; meaningless for amounts
 * @value: fen, or the first number of the upper side
 * @below, @at, @above: whether a test has been seen there
 * @blocked: a test came by it, but what it would have met rests on a figure that is not known
 */
typedef struct
{
  const MingFigure *figure;
  MingNumberFact fact;
  gint64 value;
  char *pointer;
  gboolean below;
  gboolean at;
  gboolean above;
  gboolean blocked;
} MingThreshold;

/**
 * MingCoverage: what of a pack tests or cases have touched.
 * @figures: of MingFigure*
 * @thresholds: of MingThreshold*
 * @used: pointers of the rows used
 */
typedef struct
{
  MingPack *pack;
  GPtrArray *figures;
  GPtrArray *thresholds;
  GHashTable *used;
} MingCoverage;

/** Nothing touched yet. (transfer full) */
MingCoverage *ming_coverage_new (MingPack *pack);
void ming_coverage_free (MingCoverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCoverage, ming_coverage_free)

/** @row of the pack was used. */
void ming_coverage_use_row (MingCoverage *coverage, const MingRow *row);

/** All rows that @resolved rests on were used. */
void ming_coverage_use_resolved (MingCoverage *coverage, const MingResolved *resolved);

/** Numbers that a case asked about; numbers that are not known (-1) are passed over. */
void ming_coverage_see_facts (MingCoverage *coverage, const MingFacts *facts);

/** @fen was met on the axis of the threshold whose figure has the key @key (see #MingFigure). */
void ming_coverage_see_amount (MingCoverage *coverage, const char *key, MingFen fen);

/**
 * Rows that nothing has used, each once. (transfer container) of MingFigure*: the first figure of each row
 */
GPtrArray *ming_coverage_unused_rows (const MingCoverage *coverage);

/**
 * Thresholds not seen from below and from above. (transfer container) of MingThreshold*
 * @blocked: TRUE: those that tests came by in vain, because another figure is unknown; FALSE: the others
 */
GPtrArray *ming_coverage_open_thresholds (const MingCoverage *coverage, gboolean blocked);

/** "住院 · 统筹基金 · 起付标准 900.00", "70 岁以上". (transfer full) */
char *ming_threshold_describe (const MingThreshold *threshold);

G_END_DECLS
