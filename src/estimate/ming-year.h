/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-estimate.h"

G_BEGIN_DECLS

/**
 * MingYearChange: what recomputing a year changed for one visit (补差).
 * @id: label of the visit, or its number
 * @fund_before_fen, @fund_after_fen: what all funds pay
 * @person_before_fen, @person_after_fen: what the person bears; after - before is to be collected or
 *   paid back
 * @added, @removed: the visit exists only after, or only before
 */
typedef struct
{
  char *id;
  MingDate date;
  MingFen fund_before_fen;
  MingFen fund_after_fen;
  MingFen person_before_fen;
  MingFen person_after_fen;
  gboolean added;
  gboolean removed;
} MingYearChange;

void ming_year_change_free (MingYearChange *change);

/**
 * The visits whose payment differs between two computations of the same year: after a visit was inserted,
 * refunded or corrected everything behind it is computed anew. Visits are matched by their id, by date and
 * kind without one. Returns: (transfer full) of MingYearChange*, in the order of @after, removed visits last
 */
GPtrArray *ming_year_differences (const MingEstimate *before, const MingEstimate *after);

/**
 * What one more visit like @like would cost after all visits of @input: "what would the next admission cost".
 * @like: care, level and charges; its date is the last visit's date when not given
 * Returns: (transfer full) (nullable): an estimate whose last visit is the one asked about
 */
MingEstimate *ming_year_next (const MingLibrary *library, const MingCase *input, const MingCaseVisit *like,
                              GError **error);

G_END_DECLS
