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

/**
 * @estimate as it is kept: the case and the result, no name and no identity number.
 * @made_at: local date and time, ISO 8601
 * Returns: (transfer full) (nullable): NULL when no visit of it is settled: there is nothing to keep
 */
MingStoreEntry *ming_history_entry_new (const MingEstimate *estimate, const char *made_at);

/** The case of a kept entry; NULL with a MING_CASE_ERROR when it cannot be read any more. (transfer full) */
MingCase *ming_history_entry_case (const MingStoreEntry *entry, GError **error);

G_END_DECLS
