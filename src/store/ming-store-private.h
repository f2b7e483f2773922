/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "ming-store.h"

G_BEGIN_DECLS

/** What stands before the first row of the log. */
#define MING_STORE_GENESIS "0000000000000000000000000000000000000000000000000000000000000000"

/** The mark of our files in their first page, "Ming"; set since version 3 of the tables. */
#define MING_STORE_APPLICATION_ID 0x4d696e67
#define MING_STORE_FIRST_WITH_ID 3

struct _MingStore
{
  sqlite3 *db;
  char *path;
};

/** Sets @error from what the database said last, by its kind. Returns FALSE. */
gboolean ming_store_fail (sqlite3 *db, const char *what, GError **error);

/** Sets @error from the number @system of a failed call of the system on @path. Returns FALSE. */
gboolean ming_store_fail_system (int system, const char *path, GError **error);

/** Runs SQL without results. */
gboolean ming_store_exec (sqlite3 *db, const char *sql, GError **error);

/** Prepares @sql; NULL with @error. (transfer full) */
sqlite3_stmt *ming_store_prepare (MingStore *store, const char *sql, GError **error);

/** Steps a statement that returns no rows. */
gboolean ming_store_step_done (MingStore *store, sqlite3_stmt *statement, GError **error);

/** Steps to the next row; @out_row FALSE when there is none. Returns FALSE only on an error. */
gboolean ming_store_step_row (MingStore *store, sqlite3_stmt *statement, gboolean *out_row, GError **error);

/** The whole number that @sql answers with. */
gboolean ming_store_read_int (MingStore *store, const char *sql, gint64 *out, GError **error);

/** Text or NULL. */
void ming_store_bind_text (sqlite3_stmt *statement, int index, const char *text);

/** Text of a column. (transfer full) (nullable) */
char *ming_store_column_text (sqlite3_stmt *statement, int column);

void ming_store_bind_bytes (sqlite3_stmt *statement, int index, GBytes *bytes);
GBytes *ming_store_column_bytes (sqlite3_stmt *statement, int column);

/** BEGIN IMMEDIATE / COMMIT; @ok FALSE rolls back. Returns whether everything is on the disk. */
gboolean ming_store_begin (MingStore *store, GError **error);
gboolean ming_store_end (MingStore *store, gboolean ok, GError **error);

/** Makes the text of what was deleted leave the write-ahead file too, as far as other windows let it. */
void ming_store_forget_traces (MingStore *store);

/** Whether the pages of the file agree with each other; DAMAGED when not. */
gboolean ming_store_check_pages (MingStore *store, GError **error);

/** Whether the file is one of ours and not newer than this program; what version its tables have. */
gboolean ming_store_check_version (MingStore *store, gint64 *out_version, GError **error);

/** Brings the file to MING_STORE_SCHEMA_VERSION in one transaction. */
gboolean ming_store_migrate (MingStore *store, GError **error);

/** Numbers and inserts @entry and writes the log; to be called inside a transaction. */
gboolean ming_store_insert (MingStore *store, MingStoreEntry *entry, const char *who, GError **error);

/** Appends a row to the log, chained to the row before; to be called inside a transaction. */
gboolean ming_store_log (MingStore *store, const char *who, const char *what, const char *subject,
                         const char *detail, GError **error);

/** The hash of a row of the log. (transfer full) */
char *ming_store_hash_row (gint64 seq, const char *at, const char *who, const char *what, const char *subject,
                           const char *detail, const char *previous);

/** SHA-256 of what is kept of an entry, for the log. (transfer full) */
char *ming_store_entry_digest (const MingStoreEntry *entry);

/** SHA-256 of the columns, from the second on, of the row that @statement stands on. (transfer full) */
char *ming_store_row_digest (sqlite3_stmt *statement);

/** Logs the digest of the one row of @sql, whose first column is the subject; ?1 is @id. In a transaction. */
gboolean ming_store_log_row (MingStore *store, const char *who, const char *what, const char *sql, gint64 id,
                             GError **error);

/*
 * Files. A copy is written beside its place and renamed into it; nothing half written ever has the final
 * name.
 */

/** Copies all pages of @from into the open database @to, in one transaction. */
gboolean ming_store_copy_pages (sqlite3 *from, sqlite3 *to, const char *path, GError **error);

/** Copies all pages of @from into a new file without companions. */
gboolean ming_store_copy_file (sqlite3 *from, const char *path, GError **error);

/** Renames and makes the folder remember it. */
gboolean ming_store_move (const char *from, const char *to, GError **error);

/** Whether both names are of one file. */
gboolean ming_store_same_file (const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)

G_END_DECLS
