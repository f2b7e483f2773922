/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-coverage.h"
#include "policy/ming-diff.h"
#include "policy/ming-lint.h"
#include "policy/ming-region.h"

G_BEGIN_DECLS

/**
 * MingPolicyView: what 政策库 shows, made of the library and what was typed; no GTK, so tested without a screen.
 *
 * @packs: of MingPack* that match the search, in the order shown; owned by the library
 * @pack_rows: of GStrv, one for each pack: scheme, id, figures, of them official, to be checked, unknown
 * @chosen: the pack whose figures are shown, or NULL
 * @figure_rows: of GStrv: what and for whom, value, evidence, in force
 * @papers: of char*, one for each of @figure_rows: its documents and clauses
 * @version_rows: of GStrv: list, from, until, note: the versions on a line of time, old to new
 * @findings: of char*: what the lints say of the chosen pack, and problems of packs that did not load
 * @summary: one line about the chosen pack
 * @heading: how many packs match, of how many
 */
typedef struct
{
  GPtrArray *packs;
  GPtrArray *pack_rows;
  MingPack *chosen;
  GPtrArray *figure_rows;
  GPtrArray *papers;
  GPtrArray *version_rows;
  GPtrArray *findings;
  char *summary;
  char *heading;
} MingPolicyView;

/**
 * @typed: search text: code, name or pinyin initials of a region; "" shows all
 * @pack_id: id of the pack to show, or NULL: the first one
 * @regions: (nullable): for names and initials
 * @today: for what has lapsed
 */
MingPolicyView *ming_policy_view_new (const MingLibrary *library, const MingRegions *regions,
                                      const char *typed, const char *pack_id, const MingDate *today);
void ming_policy_view_free (MingPolicyView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingPolicyView, ming_policy_view_free)

/**
 * What changes in @pack between two days, in plain words: old and new value, document, who is touched.
 * (transfer full) of char*
 */
GPtrArray *ming_policy_changes (MingPack *pack, const MingDate *from, const MingDate *to);

G_END_DECLS
