/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"
#include "store/ming-store-vault.h"

#define OPEN_LOG "DROP TRIGGER log_is_append_only_u; DROP TRIGGER log_is_append_only_d;"

/*
 * Somebody edits the file with a database program. What is done, and which row of the log must be named.
 * The log before: 1 setting, 2–4 keep, 5 delete of the third, 6 submit, 7 approve, 8 case, 9 vault, 10
 * keep, 11 identity.
 */
static const struct
{
  const char *name;
  const char *sql;
  gint64 broken_at;
} tamperings[] = {
  { "triggers-dropped", OPEN_LOG, 0 },
  { "index-dropped", "DROP INDEX estimate_by_day;", 0 },
  { "table-added", "CREATE TABLE more (x TEXT);", 0 },
  { "row-changed", OPEN_LOG "UPDATE log SET who = 'someone else' WHERE seq = 3;", 3 },
  { "time-changed", OPEN_LOG "UPDATE log SET at = '2020-01-01T00:00:00+08' WHERE seq = 1;", 1 },
  { "hash-changed", OPEN_LOG "UPDATE log SET hash = 'x' || substr (hash, 2) WHERE seq = 4;", 4 },
  { "first-row-removed", OPEN_LOG "DELETE FROM log WHERE seq = 1;", 1 },
  { "middle-row-removed", OPEN_LOG "DELETE FROM log WHERE seq = 4;", 4 },
  { "last-row-removed", OPEN_LOG "DELETE FROM log WHERE seq = 11;", 11 },
  { "end-removed", OPEN_LOG "DELETE FROM log WHERE seq > 6;", 11 },
  { "all-rows-removed", OPEN_LOG "DELETE FROM log;", 11 },
  { "rows-moved-up", OPEN_LOG "DELETE FROM log WHERE seq = 4; UPDATE log SET seq = seq - 1 WHERE seq = 5;",
    4 },
  { "rows-exchanged",
    OPEN_LOG "UPDATE log SET seq = 99 WHERE seq = 2; UPDATE log SET seq = 2 WHERE seq = 3;"
             "UPDATE log SET seq = 3 WHERE seq = 99;",
    2 },
  { "row-invented",
    "INSERT INTO log SELECT 12, at, 'li', 'approve', 'x', 'y', hash, 'made up' FROM log WHERE seq = 11;",
    12 },
  { "head-removed", "DELETE FROM head;", 12 },
  { "head-set-back", "UPDATE head SET seq = 10;", 10 },
  { "amount-changed",
    "UPDATE estimate SET person_fen = person_fen - 1, fund_fen = fund_fen + 1 WHERE id = 1;", 2 },
  { "name-changed", "UPDATE estimate SET name = '王大明' WHERE id = 2;", 3 },
  { "name-removed", "UPDATE estimate SET name = NULL WHERE id = 2;", 3 },
  { "case-text-changed", "UPDATE estimate SET case_json = '{}' WHERE id = 1;", 2 },
  { "result-changed", "UPDATE estimate SET result_json = '{}' WHERE id = 2;", 3 },
  { "pack-changed", "UPDATE estimate SET pack_sha256 = 'ff' WHERE id = 1;", 2 },
  { "number-changed", "UPDATE estimate SET number = '2026-11-22-0099' WHERE id = 1;", 2 },
  { "estimate-deleted", "DELETE FROM estimate WHERE id = 2;", 3 },
  { "estimate-brought-back",
    "INSERT INTO estimate SELECT 77, '2026-11-22-0003', made_at, receipt_code, region, insutype, pack_id,"
    " pack_revision, pack_sha256, engine, name, total_fen, fund_fen, person_fen, case_json, result_json"
    " FROM estimate WHERE id = 1;",
    5 },
  { "estimate-slipped-in",
    "INSERT INTO estimate SELECT 77, '2026-11-22-0088', made_at, receipt_code, region, insutype, pack_id,"
    " pack_revision, pack_sha256, engine, name, total_fen, fund_fen, person_fen, case_json, result_json"
    " FROM estimate WHERE id = 1;",
    0 },
  { "setting-changed", "UPDATE setting SET value = '另一大厅';", 1 },
  { "setting-removed", "DELETE FROM setting;", 1 },
  { "setting-slipped-in", "INSERT INTO setting VALUES ('window', '9');", 0 },
  { "approval-changed", "UPDATE approval SET who = 'zhao';", 7 },
  { "approval-removed", "DELETE FROM approval;", 7 },
  { "approval-slipped-in", "INSERT INTO approval VALUES ('110000-310', '2027', 'ee', 'li', '');", 0 },
  { "saved-case-changed", "UPDATE saved_case SET case_json = '{}';", 8 },
  { "saved-case-removed", "DELETE FROM saved_case;", 8 },
  { "key-changed", "UPDATE vault SET cost = 1024;", 9 },
  { "key-removed", "DELETE FROM vault;", 9 },
  { "identity-changed", "UPDATE identity SET sealed = zeroblob (34);", 11 },
  { "identity-removed", "DELETE FROM identity;", 11 },
};

static void
fill (MingStore *store)
{
  g_autoptr (MingStoreVault) vault = NULL;
  g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", 400, NULL);
  g_autoptr (GError) error = NULL;
  gint64 third, saved;

  g_assert_true (ming_store_set_setting (store, "office", "大厅", "chen", &error));
  store_keep (store, "2026-11-22", 100, NULL);
  store_keep (store, "2026-11-22", 200, "王小明");
  third = store_keep (store, "2026-11-22", 300, NULL);
  g_assert_true (ming_store_delete (store, third, "chen", "录错", &error));
  g_assert_true (ming_store_submit_pack (store, "110000-310", "aa", "chen", &error));
  g_assert_true (ming_store_approve_pack (store, "110000-310", "2026-11-22", "aa", "li", &error));
  g_assert_true (ming_store_save_case (store, "培训", "{\"a\": \"1\"}", "chen", &saved, &error));
  vault = ming_store_vault_create (store, "correct horse", "chen", &error);
  g_assert_no_error (error);
  g_assert_true (ming_store_vault_keep (vault, entry, "11010519491231002X", "chen", &error));
  g_assert_no_error (error);
}

static void
test_tampering (StoreFixture *self, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = store_fixture_file (self, tamperings[i].name);
      g_autoptr (MingStore) store = ming_store_open (path, NULL);
      g_auto (MingStoreVerdict) verdict = { 0 };
      g_autoptr (GError) error = NULL;

      fill (store);
      g_assert_cmpint (store_assert_sound (store), ==, 11);
      store_edit (path, tamperings[i].sql);
      g_test_message ("%s", tamperings[i].name);
      g_assert_false (ming_store_verify (store, &verdict, &error));
      g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN);
      g_assert_cmpint (verdict.broken_at, ==, tamperings[i].broken_at);
      g_test_message ("%s", error->message);
    }
}

/* The program itself cannot change the log by mistake. */
static void
test_append_only (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  sqlite3 *db = NULL;

  fill (store);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE log SET who = 'x'", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "the log is append-only");
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM log WHERE seq = 11", NULL, NULL, NULL), ==,
                   SQLITE_CONSTRAINT);
  sqlite3_close (db);
  g_assert_cmpint (store_assert_sound (store), ==, 11);
}

/* Whoever can compute hashes can write a new chain, but not the hash that the office noted. */
static void
test_noted_hash (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_auto (MingStoreVerdict) verdict = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *other = NULL;
  gint64 seq = 0;

  fill (store);
  g_assert_true (ming_store_verify (store, &verdict, NULL));
  store_keep (store, "2026-11-23", 500, NULL);
  g_assert_true (ming_store_log_has (store, verdict.last_hash, &seq, &error));
  g_assert_cmpint (seq, ==, 11);
  other = g_strdup (verdict.last_hash);
  other[5] = other[5] == '0' ? '1' : '0';
  g_assert_false (ming_store_log_has (store, other, &seq, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN);
}

static void
test_empty (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);

  g_assert_cmpint (store_assert_sound (store), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/verify/tampering", test_tampering);
  store_test_add ("/store/verify/append-only", test_append_only);
  store_test_add ("/store/verify/noted-hash", test_noted_hash);
  store_test_add ("/store/verify/empty", test_empty);
  return g_test_run ();
}
