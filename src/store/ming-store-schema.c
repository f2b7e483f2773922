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
  "CREATE TRIGGER log_is_append_only_u BEFORE UPDATE ON log"
  " BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;"
  "CREATE TRIGGER log_is_append_only_d BEFORE DELETE ON log"
  " BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;",

  /* 2: approvals of policy packs */
  "CREATE TABLE approval ("
  "  pack_id TEXT NOT NULL, revision TEXT NOT NULL, sha256 TEXT NOT NULL, who TEXT NOT NULL,"
  "  at TEXT NOT NULL,"
  "  PRIMARY KEY (pack_id, sha256)"
  ") STRICT, WITHOUT ROWID;",

  /*
   * 3: the log is found by its words; head remembers its last row, so that rows missing at the end are seen
   * too; saved cases; identity numbers, sealed
   */
  "CREATE INDEX log_by_subject ON log (what, subject);"
  "CREATE TABLE head ("
  "  id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL"
  ") STRICT;"
  "INSERT INTO head (id, seq, hash)"
  " SELECT 1, coalesce (max (seq), 0),"
  "  coalesce ((SELECT hash FROM log ORDER BY seq DESC LIMIT 1), '" MING_STORE_GENESIS "') FROM log;"
  "CREATE TABLE saved_case ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, saved_at TEXT NOT NULL,"
  "  case_json TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE vault ("
  "  id INTEGER PRIMARY KEY CHECK (id = 1), kdf TEXT NOT NULL, cost INTEGER NOT NULL, block INTEGER NOT NULL,"
  "  lanes INTEGER NOT NULL, salt BLOB NOT NULL, nonce BLOB NOT NULL, sealed BLOB NOT NULL"
  ") STRICT;"
  "CREATE TABLE identity ("
  "  estimate_id INTEGER PRIMARY KEY REFERENCES estimate (id) ON DELETE CASCADE,"
  "  nonce BLOB NOT NULL, sealed BLOB NOT NULL"
  ") STRICT;"
  "PRAGMA application_id = 0x4d696e67;",
};

/* How many tables a file needs so that one without our mark, of before version 3, is taken for ours. */
#define OLD_TABLES 3

/* Another program's file is neither read nor, when its tables have no version, filled with ours. */
static gboolean
check_ours (MingStore *store, gint64 version, GError **error)
{
  gint64 mark = 0, tables = 0, ours = 0;
  gboolean good;

  if (!ming_store_read_int (store, "PRAGMA application_id", &mark, error)
      || !ming_store_read_int (store, "SELECT count (*) FROM sqlite_schema", &tables, error)
      || !ming_store_read_int (store,
                               "SELECT count (*) FROM sqlite_schema WHERE type = 'table'"
                               " AND name IN ('estimate', 'setting', 'log')",
                               &ours, error))
    return FALSE;
  if (version >= MING_STORE_FIRST_WITH_ID)
    good = mark == MING_STORE_APPLICATION_ID;
  else
    good = mark == 0 && (version == 0 ? tables == 0 : version > 0 && ours == OLD_TABLES);
  if (!good)
    g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_DAMAGED,
                 _("%s is not a history file of this program, or its first page is damaged"), store->path);
  return good;
}

static gboolean
check_version (MingStore *store, gint64 *out_version, GError **error)
{
  if (!ming_store_read_int (store, "PRAGMA user_version", out_version, error)
      || !check_ours (store, *out_version, error))
    return FALSE;
  if (*out_version <= MING_STORE_SCHEMA_VERSION)
    return TRUE;
  g_set_error (
      error, MING_STORE_ERROR, MING_STORE_ERROR_NEWER,
      _("%s was written by a newer version of this program (tables of version %d, this one knows %d)"),
      store->path, (int) *out_version, MING_STORE_SCHEMA_VERSION);
  return FALSE;
}

static gboolean
migrate_from (MingStore *store, gint64 version, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %d", MING_STORE_SCHEMA_VERSION);

  for (; version < MING_STORE_SCHEMA_VERSION; version++)
    if (!ming_store_exec (store->db, migrations[version], error))
      return FALSE;
  return ming_store_exec (store->db, stamp, error);
}

gboolean
ming_store_check_version (MingStore *store, gint64 *out_version, GError **error)
{
  gboolean ok;

  /* in one transaction: another window may be creating the tables */
  if (!ming_store_exec (store->db, "BEGIN", error))
    return FALSE;
  ok = check_version (store, out_version, error);
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

gboolean
ming_store_migrate (MingStore *store, GError **error)
{
  gint64 version = 0;

  /* looked at again under the lock: another window may have migrated meanwhile */
  if (!ming_store_begin (store, error))
    return FALSE;
  return ming_store_end (store,
                         check_version (store, &version, error) && migrate_from (store, version, error),
                         error);
}
