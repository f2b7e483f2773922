/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "ming-store.h"

G_BEGIN_DECLS

struct _MingStore
{
  sqlite3 *db;
  char *path;
};

/** Sets @error from what the database said last, by its kind. Returns FALSE. */
gboolean ming_store_fail (sqlite3 *db, const char *what, GError **error);

/** Runs SQL without results. */
gboolean ming_store_exec (sqlite3 *db, const char *sql, GError **error);

/** Prepares @sql; NULL with @error. (transfer full) */
sqlite3_stmt *ming_store_prepare (MingStore *store, const char *sql, GError **error);

/** Steps a statement that returns no rows. */
gboolean ming_store_step_done (MingStore *store, sqlite3_stmt *statement, GError **error);

/** Text or NULL. */
void ming_store_bind_text (sqlite3_stmt *statement, int index, const char *text);

/** Text of a column. (transfer full) (nullable) */
char *ming_store_column_text (sqlite3_stmt *statement, int column);

/** BEGIN IMMEDIATE / COMMIT; @ok FALSE rolls back. Returns what is left to report. */
gboolean ming_store_begin (MingStore *store, GError **error);
gboolean ming_store_end (MingStore *store, gboolean ok, GError **error);

/** Brings the file to MING_STORE_SCHEMA_VERSION, one version at a time, each in a transaction. */
gboolean ming_store_migrate (MingStore *store, GError **error);

/** Appends a row to the log, chained to the row before; to be called inside a transaction. */
gboolean ming_store_log (MingStore *store, const char *who, const char *what, const char *subject,
                         const char *detail, GError **error);

/** SHA-256 of what is kept of an entry, for the log. (transfer full) */
char *ming_store_entry_digest (const MingStoreEntry *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
