/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-pack.h"
#include "policy/ming-region.h"
#include "store/ming-store.h"

G_BEGIN_DECLS

/**
 * Finds what one search box is asked: part of a number, a receipt code with or without its dash, the text of
 * a sheet's QR code as a scanner types it, a name, a region by code, name or initials, a day, two days with
 * ".." or "~" or 至 between, an amount (total, funds' part or own part). Full-width characters and small
 * letters are as good as others. What may mean several things is tried in that order; the first that finds
 * something counts.
 *
 * @typed: the text; "" finds everything
 * @regions: (nullable): for names of regions
 * @out_digest: (out) (nullable): set to the digest of the sheet's figures when a QR code was read, else NULL
 * Returns: (transfer full): of MingStoreEntry*, newest first; NULL with a MING_STORE_ERROR
 */
GPtrArray *ming_history_search (MingStore *store, const char *typed, const MingRegions *regions,
                                const MingLibrary *library, char **out_digest, GError **error);

G_END_DECLS
