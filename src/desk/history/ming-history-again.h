/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-receipt.h"
#include "store/ming-store.h"

G_BEGIN_DECLS

/**
 * MingHistoryAgain: a kept estimate computed again, in words; no GTK, so tested without a screen.
 * @verdict: one sentence: the same, or since when another
 * @differs: whether a figure does
 * @headings, @rows: of char*, of GStrv: figure, as kept, now, difference
 */
typedef struct
{
  char *verdict;
  gboolean differs;
  GPtrArray *headings;
  GPtrArray *rows;
} MingHistoryAgain;

/**
 * With the very pack that it was made with, found by its hash in @folder and its archive; without that pack
 * with the newest there is, and the verdict says so.
 */
MingHistoryAgain *ming_history_replay (const MingStoreEntry *entry, const char *folder, GError **error);

/** With the pack that answers for its region today. */
MingHistoryAgain *ming_history_compare (const MingStoreEntry *entry, const MingLibrary *library,
                                        GError **error);

void ming_history_again_free (MingHistoryAgain *again);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingHistoryAgain, ming_history_again_free)

G_END_DECLS
