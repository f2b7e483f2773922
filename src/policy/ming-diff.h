/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-figures.h"

G_BEGIN_DECLS

typedef enum
{
  MING_CHANGE_VALUE, /**< another value */
  MING_CHANGE_PAPERS,/**< the same value on other papers or with other evidence */
  MING_CHANGE_ADDED,
  MING_CHANGE_REMOVED
} MingChangeKind;

/**
 * MingChange: one difference between two packs, or between two days of one pack.
 * @before, @after: the figures; one of them is NULL when the figure was added or removed. Owned by the diff.
 */
typedef struct
{
  MingChangeKind kind;
  const MingFigure *before;
  const MingFigure *after;
} MingChange;

/**
 * MingDiff: all differences. The packs must outlive it (references are held).
 * @changes: of MingChange*, in the order of the second pack, what was removed at the end
 */
typedef struct
{
  MingPack *a;
  MingPack *b;
  GPtrArray *figures_a;
  GPtrArray *figures_b;
  GPtrArray *changes;
} MingDiff;

/**
 * What differs between all versions of @a and of @b; versions are the same when they begin on the same day.
 */
MingDiff *ming_diff_packs (MingPack *a, MingPack *b);

/**
 * What differs between the rules of @a in force on @from and those of @b in force on @to; both may be one
 * pack.
 */
MingDiff *ming_diff_dates (MingPack *a, const MingDate *from, MingPack *b, const MingDate *to);

void ming_diff_free (MingDiff *diff);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingDiff, ming_diff_free)

/**
 * @change in plain words, in the language the program speaks: what, who is touched, old and new value, from
 * when to when, by which papers. Several lines, the later ones indented, no newline at the end. (transfer
 * full)
 */
char *ming_change_describe (const MingChange *change);

G_END_DECLS
