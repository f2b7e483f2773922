/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

G_DEFINE_QUARK (ming-store-error-quark, ming_store_error)

static const struct
{
  int sqlite;
  MingStoreError code;
} kinds[] = {
  { SQLITE_READONLY, MING_STORE_ERROR_READ_ONLY }, { SQLITE_FULL, MING_STORE_ERROR_FULL },
  { SQLITE_BUSY, MING_STORE_ERROR_BUSY },          { SQLITE_LOCKED, MING_STORE_ERROR_BUSY },
  { SQLITE_CORRUPT, MING_STORE_ERROR_DAMAGED },    { SQLITE_NOTADB, MING_STORE_ERROR_DAMAGED },
  { SQLITE_CANTOPEN, MING_STORE_ERROR_OPEN },      { SQLITE_PERM, MING_STORE_ERROR_OPEN },
};

static MingStoreError
kind_of_system (int system, MingStoreError otherwise)
{
  switch (system)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return MING_STORE_ERROR_FULL;
    case EROFS:
      return MING_STORE_ERROR_READ_ONLY;
    default:
      return otherwise;
    }
}

static MingStoreError
kind_of (int extended, int system)
{
  int code = extended & 0xff;

  /* a file that ends in the middle of a page */
  if (extended == SQLITE_IOERR_SHORT_READ || extended == SQLITE_IOERR_CORRUPTFS)
    return MING_STORE_ERROR_DAMAGED;
  /* a full disk often shows as a failed write or open; the system's own number tells them apart */
  if (code == SQLITE_IOERR)
    return kind_of_system (system, MING_STORE_ERROR_SQL);
  if (code == SQLITE_CANTOPEN)
    return kind_of_system (system, MING_STORE_ERROR_OPEN);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].sqlite == code)
      return kinds[i].code;
  return MING_STORE_ERROR_SQL;
}

static const char *
advice_for (MingStoreError code)
{
  switch (code)
    {
    case MING_STORE_ERROR_READ_ONLY:
      return _("the disk or the file is read-only");
    case MING_STORE_ERROR_FULL:
      return _("the disk is full");
    case MING_STORE_ERROR_BUSY:
      return _("another window is using the file; try again");
    case MING_STORE_ERROR_DAMAGED:
      return _("the file is damaged; restore a backup");
    case MING_STORE_ERROR_OPEN:
      return _("the file or its folder cannot be opened");
    case MING_STORE_ERROR_NEWER:
    case MING_STORE_ERROR_CHAIN:
    case MING_STORE_ERROR_NOT_FOUND:
    case MING_STORE_ERROR_KEY:
    case MING_STORE_ERROR_SECOND_PERSON:
    case MING_STORE_ERROR_SQL:
    case MING_N_STORE_ERRORS:
    default:
      return _("the database refused");
    }
}

/* What the system said when reading or writing @file failed last. */
static int
errno_of_file (sqlite3_file *file)
{
  int system = 0;

  if (file && file->pMethods
      && file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &system) == SQLITE_OK)
    return system;
  return 0;
}

/* The system's number for a failure that the database calls an I/O error: of the file, or of its companion.
 */
static int
errno_of (sqlite3 *db)
{
  sqlite3_file *file = NULL, *companion = NULL;
  int system = sqlite3_system_errno (db);

  if (system != 0)
    return system;
  sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  sqlite3_file_control (db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &companion);
  system = errno_of_file (companion);
  return system != 0 ? system : errno_of_file (file);
}

gboolean
ming_store_fail (sqlite3 *db, const char *what, GError **error)
{
  int extended = sqlite3_extended_errcode (db);
  int code = extended & 0xff;
  /* for other kinds of errors the number would be an old one */
  int system = code == SQLITE_IOERR || code == SQLITE_CANTOPEN ? errno_of (db) : 0;
  MingStoreError kind = kind_of (extended, system);

  g_set_error (error, MING_STORE_ERROR, (int) kind, "%s: %s (%s)", what, advice_for (kind),
               system != 0 ? g_strerror (system) : sqlite3_errmsg (db));
  return FALSE;
}

gboolean
ming_store_fail_system (int system, const char *path, GError **error)
{
  MingStoreError kind = kind_of_system (system, MING_STORE_ERROR_OPEN);

  g_set_error (error, MING_STORE_ERROR, (int) kind, "%s: %s (%s)", path, advice_for (kind),
               g_strerror (system));
  return FALSE;
}

gboolean
ming_store_exec (sqlite3 *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return ming_store_fail (db, _("History file"), error);
}

sqlite3_stmt *
ming_store_prepare (MingStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (store->db, sql, -1, &statement, NULL) == SQLITE_OK)
    return statement;
  ming_store_fail (store->db, _("History file"), error);
  return NULL;
}

gboolean
ming_store_step_done (MingStore *store, sqlite3_stmt *statement, GError **error)
{
  if (sqlite3_step (statement) == SQLITE_DONE)
    return TRUE;
  return ming_store_fail (store->db, _("History file"), error);
}

gboolean
ming_store_step_row (MingStore *store, sqlite3_stmt *statement, gboolean *out_row, GError **error)
{
  int step = sqlite3_step (statement);

  if (step != SQLITE_ROW && step != SQLITE_DONE)
    return ming_store_fail (store->db, _("History file"), error);
  *out_row = step == SQLITE_ROW;
  return TRUE;
}

gboolean
ming_store_read_int (MingStore *store, const char *sql, gint64 *out, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, sql, error);
  gboolean row = FALSE;

  if (!statement || !ming_store_step_row (store, statement, &row, error))
    return FALSE;
  *out = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

void
ming_store_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  if (text)
    sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
  else
    sqlite3_bind_null (statement, index);
}

char *
ming_store_column_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

void
ming_store_bind_bytes (sqlite3_stmt *statement, int index, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob64 (statement, index, data, size, SQLITE_TRANSIENT);
}

GBytes *
ming_store_column_bytes (sqlite3_stmt *statement, int column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (statement, column));
}

gboolean
ming_store_begin (MingStore *store, GError **error)
{
  return ming_store_exec (store->db, "BEGIN IMMEDIATE", error);
}

gboolean
ming_store_end (MingStore *store, gboolean ok, GError **error)
{
  if (ok && ming_store_exec (store->db, "COMMIT", error))
    return TRUE;
  /* a full disk may have rolled back already; then this says so, and nothing is lost by it */
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

void
ming_store_forget_traces (MingStore *store)
{
  sqlite3_exec (store->db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
}
