/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

/* migrations[n] leads from version n to n + 1; none is ever changed once released. */
static const char *const migrations[MING_STORE_SCHEMA_VERSION] = {
  /* 1: estimates, settings, the log */
  "CREATE TABLE estimate ("
  "  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, made_at TEXT NOT NULL, receipt_code TEXT NOT NULL,"
  "  region TEXT NOT NULL, insutype TEXT NOT NULL, pack_id TEXT NOT NULL, pack_revision TEXT NOT NULL,"
  "  pack_sha256 TEXT NOT NULL, engine TEXT NOT NULL, name TEXT,"
  "  total_fen INTEGER NOT NULL CHECK (total_fen >= 0), fund_fen INTEGER NOT NULL CHECK (fund_fen >= 0),"
  "  person_fen INTEGER NOT NULL CHECK (person_fen >= 0), case_json TEXT NOT NULL, result_json TEXT NOT NULL,"
  "  CHECK (fund_fen + person_fen = total_fen)"
  ") STRICT;"
  "CREATE INDEX estimate_by_day ON estimate (made_at);"
  "CREATE INDEX estimate_by_code ON estimate (receipt_code);"
  "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE log ("
  "  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,"
  "  detail TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE"
  ") STRICT;"
  "CREATE TRIGGER log_is_append_only_u BEFORE UPDATE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;"
  "CREATE TRIGGER log_is_append_only_d BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;",

  /* 2: approvals of policy packs */
  "CREATE TABLE approval ("
  "  pack_id TEXT NOT NULL, revision TEXT NOT NULL, sha256 TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,"
  "  PRIMARY KEY (pack_id, sha256)"
  ") STRICT, WITHOUT ROWID;",
};

static gboolean
read_version (MingStore *store, int *out_version, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, "PRAGMA user_version", error);

  if (!statement)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return ming_store_fail (store->db, _("History file"), error);
  *out_version = sqlite3_column_int (statement, 0);
  return TRUE;
}

static gboolean
migrate_one (MingStore *store, int version, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version=%d", version + 1);

  return ming_store_exec (store->db, migrations[version], error) && ming_store_exec (store->db, stamp, error);
}

gboolean
ming_store_migrate (MingStore *store, GError **error)
{
  int version = 0;
  gboolean ok = TRUE;

  if (!read_version (store, &version, error))
    return FALSE;
  if (version == MING_STORE_SCHEMA_VERSION)
    return TRUE;
  if (version > MING_STORE_SCHEMA_VERSION)
    {
      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NEWER,
                   _("%s was written by a newer version of this program (tables of version %d, this one knows %d)"), store->path,
                   version, MING_STORE_SCHEMA_VERSION);
      return FALSE;
    }
  /* the version is read again under the lock: another window may have migrated meanwhile */
  if (!ming_store_begin (store, error))
    return FALSE;
  ok = read_version (store, &version, error);
  while (ok && version < MING_STORE_SCHEMA_VERSION)
    {
      ok = migrate_one (store, version, error);
      version += 1;
    }
  return ming_store_end (store, ok, error);
}
