/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

/* Several windows, each a process of its own (store-tool), on one file; backup and restore among them. */

static GSubprocess *
start_tool (const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *tool = g_test_build_filename (G_TEST_BUILT, "store", "store-tool", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;
  const char *word;
  va_list arguments;

  g_ptr_array_add (words, tool);
  va_start (arguments, first);
  for (word = first; word; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (arguments);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  return process;
}

/* Waits for the end, which must be a good one; what it printed. (transfer full) */
static char *
end_tool (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  g_object_unref (process);
  return output;
}

/* Waits until the tool says that it has the file open. */
static void
wait_for_line (GSubprocess *process)
{
  char byte = 0;

  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL, NULL), ==, 1);
  while (byte != '\n')
    g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (process), &byte, 1, NULL, NULL), ==,
                     1);
}

/* The numbers said to be kept and not deleted again must be those in the file. */
static guint
check_promises (MingStore *store, const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  g_autoptr (GHashTable) promised = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = ming_store_search (store, &(MingStoreQuery){ .limit = G_MAXINT }, NULL);

  for (char **line = lines; *line; line++)
    if (g_str_has_prefix (*line, "K "))
      g_assert_true (g_hash_table_add (promised, g_strndup (*line + 2, strcspn (*line + 2, " "))));
    else if (g_str_has_prefix (*line, "D "))
      g_assert_true (g_hash_table_remove (promised, *line + 2));
  g_assert_cmpuint (found->len, ==, g_hash_table_size (promised));
  for (guint i = 0; i < found->len; i++)
    g_assert_true (g_hash_table_contains (promised, ((MingStoreEntry *) found->pdata[i])->number));
  return found->len;
}

static void
test_two_writers (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *said = NULL;
  g_autoptr (MingStore) store = NULL;
  GSubprocess *one, *other;

  /* both create the file at once, too */
  one = start_tool ("write", self->path, "1", "120", NULL);
  other = start_tool ("write", self->path, "2", "120", NULL);
  first = end_tool (one);
  second = end_tool (other);
  said = g_strconcat (first, second, NULL);
  store = store_fixture_open (self);
  g_assert_cmpuint (check_promises (store, said), >, 50);
  g_assert_cmpint (store_assert_sound (store), ==, 240);
}

/* A file that does not exist yet, opened by many at the same moment. */
static void
test_created_at_once (StoreFixture *self, gconstpointer unused)
{
  for (int round = 0; round < 10; round++)
    {
      g_autofree char *name = g_strdup_printf ("new-%d.db", round);
      g_autofree char *path = store_fixture_file (self, name);
      GSubprocess *tools[6];
      g_autoptr (MingStore) store = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
        tools[i] = start_tool ("write", path, "1", "1", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
        g_free (end_tool (tools[i]));
      store = ming_store_open (path, NULL);
      g_assert_nonnull (store);
      g_assert_cmpint (store_assert_sound (store), ==, 6);
    }
}

/* Another window that does not come to an end: after the wait, BUSY, and nothing is written. */
static void
test_busy (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", 5, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  sqlite3 *other = NULL;
  gint64 begun;

  store_keep (store, "2026-11-22", 1, NULL);
  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  begun = g_get_monotonic_time ();
  g_assert_false (ming_store_keep (store, entry, "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_BUSY);
  g_assert_cmpint (g_get_monotonic_time () - begun, >, 3 * G_USEC_PER_SEC);
  g_assert_null (entry->number);
  /* reading goes on meanwhile */
  found = ming_store_search (store, &(MingStoreQuery){ 0 }, NULL);
  g_assert_cmpuint (found->len, ==, 1);

  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  g_assert_true (ming_store_keep (store, entry, "chen", NULL));
  g_assert_cmpstr (entry->number, ==, "2026-11-22-0002");
}

static void
test_backup_while_writing (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *copy = store_fixture_file (self, "copy.db");
  g_autofree char *said = NULL;
  GSubprocess *writer = start_tool ("write", self->path, "7", "400", NULL);
  gint64 rows_before = 0;
  guint backups = 0;

  wait_for_line (writer);
  while (backups < 15)
    {
      g_autoptr (MingStore) store = store_fixture_open (self);
      g_autoptr (GError) error = NULL;
      g_autoptr (MingStore) backup = NULL;
      gint64 rows;

      g_assert_true (ming_store_backup (store, copy, &error));
      g_assert_no_error (error);
      backup = ming_store_open (copy, &error);
      g_assert_no_error (error);
      rows = store_assert_sound (backup);
      g_assert_cmpint (rows, >=, rows_before);
      rows_before = rows;
      backups++;
    }
  said = end_tool (writer);
  g_assert_cmpint (rows_before, >, 0);
}

static void
test_backup_of_itself (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *around = g_build_filename (self->folder, ".", "mingsuan.db", NULL);

  store_keep (store, "2026-11-22", 1, NULL);
  g_assert_false (ming_store_backup (store, around, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_OPEN);
  g_assert_cmpint (store_assert_sound (store), ==, 1);
}

/* A file with @entries estimates, closed. */
static void
make_file (const char *path, int entries)
{
  g_autoptr (MingStore) store = ming_store_open (path, NULL);

  for (int i = 1; i <= entries; i++)
    store_keep (store, "2026-11-22", i, NULL);
}

static void
assert_rows (const char *path, gint64 rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (store_assert_sound (store), ==, rows);
}

static void
test_restore (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *copy = store_fixture_file (self, "copy.db");
  g_autofree char *before = store_fixture_file (self, "mingsuan.db.before-restore");
  g_autofree char *part = store_fixture_file (self, "mingsuan.db.part");
  g_autofree char *bytes = NULL;
  g_autofree char *bytes_after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0, length_after = 0;

  make_file (self->path, 3);
  {
    g_autoptr (MingStore) store = store_fixture_open (self);

    g_assert_true (ming_store_backup (store, copy, NULL));
    store_keep (store, "2026-11-23", 4, NULL);
  }
  g_assert_true (g_file_get_contents (copy, &bytes, &length, NULL));
  g_assert_true (ming_store_restore (copy, self->path, &error));
  g_assert_no_error (error);
  assert_rows (self->path, 3);
  assert_rows (before, 4);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
  /* the backup is as it was */
  g_assert_true (g_file_get_contents (copy, &bytes_after, &length_after, NULL));
  g_assert_cmpmem (bytes, length, bytes_after, length_after);
}

/* Into an empty place, over a damaged file, from an old version and from a folder that cannot be written to.
 */
static void
test_restore_elsewhere (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *copy = store_fixture_file (self, "copy.db");
  g_autofree char *before = store_fixture_file (self, "mingsuan.db.before-restore");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  make_file (copy, 5);
  g_assert_true (ming_store_restore (copy, self->path, &error));
  g_assert_no_error (error);
  assert_rows (self->path, 5);
  g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (self->path, "what is left of it", -1, NULL));
  g_assert_true (ming_store_restore (copy, self->path, &error));
  g_assert_no_error (error);
  assert_rows (self->path, 5);
  g_assert_true (g_file_get_contents (before, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "what is left of it");
}

static void
test_restore_old_version (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *copy = store_fixture_file (self, "copy.db");
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "store", "version-1.sql", NULL);
  g_autofree char *sql = NULL;
  g_autofree char *version = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (fixture, &sql, NULL, NULL));
  store_edit (copy, sql);
  g_assert_cmpint (g_chmod (copy, 0400), ==, 0);
  g_assert_true (ming_store_restore (copy, self->path, &error));
  g_assert_no_error (error);
  assert_rows (self->path, 5);
  version = store_ask (copy, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "1");
}

/* What is no good backup changes nothing. */
static void
test_bad_backups (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *copy = store_fixture_file (self, "copy.db");
  g_autofree char *before = store_fixture_file (self, "mingsuan.db.before-restore");
  static const struct
  {
    const char *sql; /* on a good file of two estimates; NULL: a text instead; "": no file at all */
    MingStoreError code;
  } bad[] = {
    { "", MING_STORE_ERROR_NOT_FOUND },
    { NULL, MING_STORE_ERROR_DAMAGED },
    { "UPDATE estimate SET name = 'x' WHERE id = 1", MING_STORE_ERROR_CHAIN },
    { "DELETE FROM estimate WHERE id = 2", MING_STORE_ERROR_CHAIN },
    { "PRAGMA user_version = 99", MING_STORE_ERROR_NEWER },
    { "PRAGMA application_id = 5", MING_STORE_ERROR_DAMAGED },
  };

  make_file (self->path, 3);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_unlink (copy);
      if (!bad[i].sql)
        g_assert_true (g_file_set_contents (copy, "not a backup", -1, NULL));
      else if (*bad[i].sql)
        {
          make_file (copy, 2);
          store_edit (copy, bad[i].sql);
        }
      g_assert_false (ming_store_restore (copy, self->path, &error));
      g_assert_error (error, MING_STORE_ERROR, (int) bad[i].code);
      g_test_message ("%s", error->message);
      assert_rows (self->path, 3);
      g_assert_false (g_file_test (before, G_FILE_TEST_EXISTS));
    }
}

static void
test_restore_from_itself (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  make_file (self->path, 2);
  g_assert_false (ming_store_restore (self->path, self->path, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_OPEN);
  assert_rows (self->path, 2);
}

/* While a window has the file open nothing is replaced under it: what it keeps would be gone. */
static void
test_restore_while_open (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *copy = store_fixture_file (self, "copy.db");
  g_autoptr (GError) error = NULL;
  GSubprocess *window;

  make_file (copy, 1);
  make_file (self->path, 3);
  window = start_tool ("hold", self->path, NULL);
  wait_for_line (window);
  g_assert_false (ming_store_restore (copy, self->path, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_BUSY);
  g_free (end_tool (window));
  assert_rows (self->path, 3);

  g_clear_error (&error);
  {
    g_autoptr (MingStore) own = store_fixture_open (self);

    g_assert_nonnull (own);
    g_assert_false (ming_store_restore (copy, self->path, &error));
    g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_BUSY);
  }
  g_assert_true (ming_store_restore (copy, self->path, NULL));
  assert_rows (self->path, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/windows/two-writers", test_two_writers);
  store_test_add ("/store/windows/created-at-once", test_created_at_once);
  store_test_add ("/store/windows/busy", test_busy);
  store_test_add ("/store/windows/backup-while-writing", test_backup_while_writing);
  store_test_add ("/store/windows/backup-of-itself", test_backup_of_itself);
  store_test_add ("/store/windows/restore", test_restore);
  store_test_add ("/store/windows/restore-elsewhere", test_restore_elsewhere);
  store_test_add ("/store/windows/restore-old-version", test_restore_old_version);
  store_test_add ("/store/windows/bad-backups", test_bad_backups);
  store_test_add ("/store/windows/restore-from-itself", test_restore_from_itself);
  store_test_add ("/store/windows/restore-while-open", test_restore_while_open);
  return g_test_run ();
}
