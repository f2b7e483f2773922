/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../estimate/ming-estimate-answer.h"
#include "../ming-archive.h"

G_BEGIN_DECLS

/**
 * MingHistoryView: what 历史 shows of the kept estimates; no GTK, so tested without a screen.
 * @headings, @rows: of char*, of GStrv, a row for each of the entries it was made of
 * @summary: how many there are
 */
typedef struct
{
  GPtrArray *headings;
  GPtrArray *rows;
  char *summary;
} MingHistoryView;

/**
 * @entries: (nullable): of MingStoreEntry*, as found
 * @regions: (nullable): for the names of regions
 * @archive: (nullable): for masked identity numbers
 */
MingHistoryView *ming_history_view_new (GPtrArray *entries, const MingRegions *regions,
                                        const MingLibrary *library, MingArchive *archive);
void ming_history_view_free (MingHistoryView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingHistoryView, ming_history_view_free)

G_END_DECLS
