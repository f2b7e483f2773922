/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include "ming-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ming-store-private.h"

G_DEFINE_QUARK (ming-store-error-quark, ming_store_error)

/* How long a second window waits for the first one's transaction. */
#define PATIENCE_MS 5000

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
kind_of (sqlite3 *db)
{
  int code = sqlite3_errcode (db) & 0xff;

  /* a full disk often shows as a failed write; the system's own number tells them apart */
  if (code == SQLITE_IOERR && sqlite3_system_errno (db) == ENOSPC)
    return MING_STORE_ERROR_FULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].sqlite == code)
      return kinds[i].code;
  return MING_STORE_ERROR_SQL;
}

gboolean
ming_store_fail (sqlite3 *db, const char *what, GError **error)
{
  MingStoreError code = kind_of (db);
  const char *advice[MING_N_STORE_ERRORS] = {
    [MING_STORE_ERROR_READ_ONLY] = _("the disk or the file is read-only"),
    [MING_STORE_ERROR_FULL] = _("the disk is full"),
    [MING_STORE_ERROR_BUSY] = _("another window is using the file; try again"),
    [MING_STORE_ERROR_DAMAGED] = _("the file is damaged; restore a backup"),
    [MING_STORE_ERROR_OPEN] = _("the file cannot be opened"),
  };

  g_set_error (error, MING_STORE_ERROR, code, "%s: %s (%s)", what, advice[code] ? advice[code] : _("the database refused"),
               sqlite3_errmsg (db));
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
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

char *
ming_store_default_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "mingsuan", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "mingsuan.db", NULL);
}

/* The pages of the file agree with each other; a damaged file is better refused than written to. */
static gboolean
check_integrity (MingStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, "PRAGMA quick_check(1)", error);
  const char *answer;

  if (!statement)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ming_store_fail (store->db, _("History file"), error);
  answer = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_DAMAGED, _("%s is damaged; restore a backup (%s)"), store->path,
               answer);
  return FALSE;
}

MingStore *
ming_store_open (const char *path, GError **error)
{
  g_autoptr (MingStore) store = g_new0 (MingStore, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW;

  store->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &store->db, flags, NULL) != SQLITE_OK)
    {
      ming_store_fail (store->db, path, error);
      return NULL;
    }
  sqlite3_busy_timeout (store->db, PATIENCE_MS);
  sqlite3_extended_result_codes (store->db, 1);
  /* FULL: what was acknowledged survives a power cut; secure_delete: what was deleted is gone from the pages */
  if (!check_integrity (store, error)
      || !ming_store_exec (store->db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                                      "PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF;", error)
      || !ming_store_migrate (store, error))
    return NULL;
  if (!g_str_equal (path, ":memory:"))
    g_chmod (path, 0600);
  return g_steal_pointer (&store);
}

void
ming_store_close (MingStore *store)
{
  sqlite3_close_v2 (store->db);
  g_free (store->path);
  g_free (store);
}
