/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "store-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

void
store_fixture_set_up (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mingsuan-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = store_fixture_file (self, "mingsuan.db");
}

void
store_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer unused)
{
  store_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

MingStore *
store_fixture_open (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  MingStore *store = ming_store_open (self->path, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

char *
store_fixture_file (StoreFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

MingStoreEntry *
store_entry_new (const char *day, gint64 total_fen, const char *name)
{
  MingStoreEntry *entry = g_new0 (MingStoreEntry, 1);

  entry->made_at = g_strconcat (day, "T09:30:00+08:00", NULL);
  entry->receipt_code = g_strdup_printf ("7F3A-%04X", (guint) (total_fen % 0x10000));
  entry->region = g_strdup ("110000");
  entry->insutype = g_strdup ("310");
  entry->pack_id = g_strdup ("110000-310");
  entry->pack_revision = g_strdup ("2026-11-22");
  entry->pack_sha256 = g_strdup ("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  entry->engine = g_strdup ("0.1.0");
  entry->name = g_strdup (name);
  entry->total_fen = total_fen;
  entry->fund_fen = total_fen / 3;
  entry->person_fen = total_fen - entry->fund_fen;
  entry->case_json = g_strdup_printf ("{\"case\": \"%" G_GINT64_FORMAT "\"}", total_fen);
  entry->result_json = g_strdup_printf ("{\"result\": \"%" G_GINT64_FORMAT "\"}", total_fen);
  return entry;
}

gint64
store_keep (MingStore *store, const char *day, gint64 total_fen, const char *name)
{
  g_autoptr (MingStoreEntry) entry = store_entry_new (day, total_fen, name);
  g_autoptr (GError) error = NULL;
  gboolean kept = ming_store_keep (store, entry, "chen", &error);

  g_assert_no_error (error);
  g_assert_true (kept);
  return entry->id;
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

void
store_edit (const char *path, const char *sql)
{
  sqlite3 *db = open_raw (path);
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

char *
store_ask (const char *path, const char *sql)
{
  sqlite3 *db = open_raw (path);
  sqlite3_stmt *statement = NULL;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return answer;
}

gint64
store_assert_sound (MingStore *store)
{
  g_auto (MingStoreVerdict) verdict = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean sound = ming_store_verify (store, &verdict, &error);

  g_assert_no_error (error);
  g_assert_true (sound);
  g_assert_cmpint (verdict.broken_at, ==, 0);
  return verdict.n_rows;
}

void
store_assert_refused (const char *path, MingStoreError code)
{
  g_autoptr (GError) error = NULL;
  MingStore *store = ming_store_open (path, &error);

  g_assert_null (store);
  g_assert_error (error, MING_STORE_ERROR, (int) code);
  g_assert_cmpstr (error->message, !=, "");
  g_test_message ("%s", error->message);
}

gboolean
store_folder_holds (const char *folder, const char *needle)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (dir && !found && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        found = memmem (bytes, length, needle, strlen (needle)) != NULL;
    }
  return found;
}
