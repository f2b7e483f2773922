/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

/* Files as each earlier version left them are in version-N.sql; none of these files is ever changed. */

static void
make_version (const char *path, int version)
{
  g_autofree char *name = g_strdup_printf ("version-%d.sql", version);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "store", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture, &sql, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  store_edit (path, sql);
}

/* Everything a new file says about itself, to compare. */
static char *
ask_schema (const char *path)
{
  return store_ask (
      path, "SELECT group_concat (name || ' ' || replace (replace (sql, ' ', ''), char (10), ''), ';')"
            " FROM (SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)");
}

static void
test_every_version (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *fresh = store_fixture_file (self, "fresh.db");
  g_autofree char *wanted = NULL;
  g_autoptr (MingStore) new_store = ming_store_open (fresh, NULL);

  g_assert_nonnull (new_store);
  wanted = ask_schema (fresh);
  for (int version = 0; version < MING_STORE_SCHEMA_VERSION; version++)
    {
      g_autoptr (MingStore) store = NULL;
      g_autofree char *schema = NULL;
      g_autofree char *stamp = NULL;
      g_autofree char *mark = NULL;

      make_version (self->path, version);
      store = store_fixture_open (self);
      schema = ask_schema (self->path);
      stamp = store_ask (self->path, "PRAGMA user_version");
      mark = store_ask (self->path, "PRAGMA application_id");
      g_assert_cmpstr (schema, ==, wanted);
      g_assert_cmpint (atoi (stamp), ==, MING_STORE_SCHEMA_VERSION);
      g_assert_cmpint (atoi (mark), ==, 0x4d696e67);
      store_assert_sound (store);
    }
}

/* What was kept by versions 1 and 2 is all there, verified, and goes on. */
static void
check_contents (StoreFixture *self, int version, gint64 rows)
{
  g_autoptr (MingStore) store = NULL;
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (MingStoreEntry) next = store_entry_new ("2026-11-20", 7, NULL);
  g_autofree char *office = NULL;
  g_autoptr (GPtrArray) found = NULL;

  make_version (self->path, version);
  store = store_fixture_open (self);
  g_assert_cmpint (store_assert_sound (store), ==, rows);
  entry = ming_store_get (store, 1, NULL);
  g_assert_cmpstr (entry->number, ==, "2026-11-20-0001");
  g_assert_cmpint (entry->person_fen, ==, 497000);
  g_assert_cmpstr (entry->case_json, ==, "{\"case\":1}");
  office = ming_store_get_setting (store, "office", NULL);
  g_assert_cmpstr (office, ==, "某区医保经办大厅");
  found = ming_store_search (store, &(MingStoreQuery){ 0 }, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (ming_store_keep (store, next, "chen", NULL));
  g_assert_cmpstr (next->number, ==, "2026-11-20-0003");
  g_assert_cmpint (store_assert_sound (store), ==, rows + 1);
}

static void
test_contents (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *who = NULL;
  g_autoptr (MingStore) store = NULL;

  check_contents (self, 1, 5);
  check_contents (self, 2, 6);
  store = store_fixture_open (self);
  who = ming_store_pack_approver (store, "110000-310",
                                  "abababababababababababababababababababababababababababababababab", NULL);
  g_assert_cmpstr (who, ==, "li");
}

/* A change made to an old file before it was brought up to date is found after it was. */
static void
test_tampered_before (StoreFixture *self, gconstpointer unused)
{
  g_auto (MingStoreVerdict) verdict = { 0 };
  g_autoptr (MingStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_version (self->path, 1);
  store_edit (self->path,
              "UPDATE estimate SET person_fen = person_fen + 1, fund_fen = fund_fen - 1 WHERE id = 1");
  store = store_fixture_open (self);
  g_assert_false (ming_store_verify (store, &verdict, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN);
  g_assert_cmpint (verdict.broken_at, ==, 2);
}

/* When migrating fails half way the file stays at the version it had, with everything in it. */
static void
test_failed_half_way (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *version = NULL;
  g_autofree char *tables = NULL;

  make_version (self->path, 1);
  store_edit (self->path, "CREATE TABLE vault (in_the_way TEXT)");
  store_assert_refused (self->path, MING_STORE_ERROR_SQL);
  version = store_ask (self->path, "PRAGMA user_version");
  tables = store_ask (self->path, "SELECT count (*) FROM sqlite_schema WHERE name IN ('approval', 'head')");
  g_assert_cmpstr (version, ==, "1");
  g_assert_cmpstr (tables, ==, "0");
}

static void
test_newer (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0, length_after = 0;

  g_clear_pointer (&(MingStore *){ store_fixture_open (self) }, ming_store_close);
  store_edit (self->path,
              "CREATE TABLE future (x TEXT); PRAGMA user_version = 4; PRAGMA journal_mode = DELETE;");
  g_assert_true (g_file_get_contents (self->path, &before, &length_before, NULL));
  store_assert_refused (self->path, MING_STORE_ERROR_NEWER);
  g_assert_true (g_file_get_contents (self->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* Files of other programs, and versions that no program of ours writes: refused, and not a byte changed. */
static void
test_foreign (StoreFixture *self, gconstpointer unused)
{
  static const char *const files[] = {
    "CREATE TABLE bookmarks (url TEXT);",
    "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 1;",
    "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 3;",
    "CREATE TABLE bookmarks (url TEXT); PRAGMA user_version = 77;",
    "CREATE TABLE log (x TEXT); PRAGMA user_version = 2;",
    "PRAGMA user_version = -1; PRAGMA application_id = 0x4d696e67;",
    "PRAGMA user_version = -2147483648;",
    "PRAGMA application_id = 252006674;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gsize length_before = 0, length_after = 0;

      g_unlink (self->path);
      store_edit (self->path, files[i]);
      g_assert_true (g_file_get_contents (self->path, &before, &length_before, NULL));
      g_test_message ("%s", files[i]);
      store_assert_refused (self->path, MING_STORE_ERROR_DAMAGED);
      g_assert_true (g_file_get_contents (self->path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length_before, after, length_after);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/migrate/every-version", test_every_version);
  store_test_add ("/store/migrate/contents", test_contents);
  store_test_add ("/store/migrate/tampered-before", test_tampered_before);
  store_test_add ("/store/migrate/failed-half-way", test_failed_half_way);
  store_test_add ("/store/migrate/newer", test_newer);
  store_test_add ("/store/migrate/foreign", test_foreign);
  return g_test_run ();
}
