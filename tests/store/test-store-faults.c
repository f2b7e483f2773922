/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* What the disk and the file can do to us: a clear message, nothing lost, no crash. */

/* Mounts a small disk of its own on FIXTURE/disk; NULL with the test skipped when we may not. (transfer full)
 */
static char *
mount_disk (StoreFixture *self, const char *size)
{
  g_autofree char *disk = store_fixture_file (self, "disk");
  g_autofree char *options = g_strconcat ("mode=0700,size=", size, NULL);

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0)
    return g_steal_pointer (&disk);
  g_test_skip ("mounting a disk takes root");
  return NULL;
}

static void
make_read_only (const char *disk)
{
  g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, NULL), ==, 0);
}

static void
unmount (char *disk)
{
  g_assert_cmpint (umount (disk), ==, 0);
  g_free (disk);
}

static void
make_file (const char *path, int entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);

  g_assert_no_error (error);
  for (int i = 1; i <= entries; i++)
    store_keep (store, "2026-11-22", i * 100, i % 2 ? "王小明" : NULL);
}

static void
test_read_only_disk (StoreFixture *self, gconstpointer unused)
{
  char *disk = mount_disk (self, "1m");
  g_autofree char *path = NULL;
  g_autofree char *none = NULL;

  if (!disk)
    return;
  path = g_build_filename (disk, "mingsuan.db", NULL);
  none = g_build_filename (disk, "none.db", NULL);
  make_file (path, 3);
  make_read_only (disk);
  store_assert_refused (path, MING_STORE_ERROR_READ_ONLY);
  store_assert_refused (none, MING_STORE_ERROR_READ_ONLY);
  unmount (disk);
}

/* Runs as nobody in a child, since root may write everywhere. */
static gboolean
as_nobody (void (*check) (const char *path), const char *path)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      if (setgid (65534) != 0 || setuid (65534) != 0)
        _exit (77);
      check (path);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    return FALSE;
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return TRUE;
}

static void
assert_open_refused (const char *path)
{
  store_assert_refused (path, MING_STORE_ERROR_OPEN);
}

static void
assert_read_only (const char *path)
{
  store_assert_refused (path, MING_STORE_ERROR_READ_ONLY);
}

static void
test_permissions (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *folder = store_fixture_file (self, "folder");
  g_autofree char *path = g_build_filename (folder, "mingsuan.db", NULL);
  g_autofree char *none = g_build_filename (folder, "none.db", NULL);

  if (geteuid () != 0)
    {
      g_test_skip ("trying another user takes root");
      return;
    }
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  make_file (path, 2);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_true (as_nobody (assert_open_refused, path)); /* not even readable */
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_true (as_nobody (assert_read_only, path)); /* readable */
  g_assert_cmpint (g_chmod (path, 0666), ==, 0);
  g_assert_true (as_nobody (assert_read_only, path)); /* writable, in a folder that is not */
  g_assert_true (as_nobody (assert_open_refused, none));
}

static void
test_no_folder (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *path = store_fixture_file (self, "no/such/folder/mingsuan.db");

  store_assert_refused (path, MING_STORE_ERROR_OPEN);
  store_assert_refused (self->folder, MING_STORE_ERROR_OPEN);
}

/* Keeps large estimates until the store says no; returns how many were kept. */
static gint64
fill_up (MingStore *store, GError **error)
{
  for (gint64 kept = 0;; kept++)
    {
      g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", kept + 1, NULL);

      g_free (entry->result_json);
      entry->result_json = g_strnfill (20000, 'r');
      if (!ming_store_keep (store, entry, "chen", error))
        {
          g_assert_null (entry->number);
          return kept;
        }
    }
}

static void
assert_holds (MingStore *store, gint64 kept)
{
  g_autoptr (GPtrArray) found = ming_store_search (store, &(MingStoreQuery){ .limit = G_MAXINT }, NULL);

  g_assert_nonnull (found);
  g_assert_cmpint (found->len, ==, kept);
  g_assert_cmpint (store_assert_sound (store), ==, kept);
}

static void
test_full_disk (StoreFixture *self, gconstpointer unused)
{
  char *disk = mount_disk (self, "1m");
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *part = NULL;
  g_autofree char *away = store_fixture_file (self, "away.db");
  gint64 kept;

  if (!disk)
    return;
  path = g_build_filename (disk, "mingsuan.db", NULL);
  copy = g_build_filename (disk, "copy.db", NULL);
  part = g_build_filename (disk, "copy.db.part", NULL);
  {
    g_autoptr (MingStore) store = ming_store_open (path, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GError) backup_error = NULL;

    kept = fill_up (store, &error);
    g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_FULL);
    g_test_message ("%s", error->message);
    g_assert_cmpint (kept, >, 5);
    /* what was kept is there, and can be taken to another disk */
    assert_holds (store, kept);
    g_assert_false (ming_store_backup (store, copy, &backup_error));
    g_assert_error (backup_error, MING_STORE_ERROR, MING_STORE_ERROR_FULL);
    g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
    g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
    g_assert_true (ming_store_backup (store, away, NULL));
  }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (MingStore) store = ming_store_open (away, &error);

    g_assert_no_error (error);
    assert_holds (store, kept);
  }
  unmount (disk);
}

/* Room again: the same window goes on, and so does the next one. */
static void
test_room_again (StoreFixture *self, gconstpointer unused)
{
  char *disk = mount_disk (self, "1m");
  g_autofree char *path = NULL;
  g_autofree char *ballast = NULL;
  g_autofree char *bytes = g_strnfill (300000, 'b');
  gint64 kept;

  if (!disk)
    return;
  path = g_build_filename (disk, "mingsuan.db", NULL);
  ballast = g_build_filename (disk, "ballast", NULL);
  g_assert_true (g_file_set_contents (ballast, bytes, 300000, NULL));
  {
    g_autoptr (MingStore) store = ming_store_open (path, NULL);
    g_autoptr (GError) error = NULL;

    kept = fill_up (store, &error);
    g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_FULL);
    g_assert_cmpint (g_unlink (ballast), ==, 0);
    store_keep (store, "2026-11-22", 1, NULL);
    assert_holds (store, kept + 1);
  }
  {
    g_autoptr (MingStore) store = ming_store_open (path, NULL);

    assert_holds (store, kept + 1);
  }
  unmount (disk);
}

/* Not even the first page fits. */
static void
test_full_from_the_start (StoreFixture *self, gconstpointer unused)
{
  char *disk = mount_disk (self, "64k");
  g_autofree char *path = NULL;
  g_autofree char *ballast = NULL;
  g_autofree char *bytes = g_strnfill (65536, 'b');

  if (!disk)
    return;
  path = g_build_filename (disk, "mingsuan.db", NULL);
  ballast = g_build_filename (disk, "ballast", NULL);
  (void) g_file_set_contents_full (ballast, bytes, 65536, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  store_assert_refused (path, MING_STORE_ERROR_FULL);
  unmount (disk);
}

/* The same without root: no file may grow past a limit. */
static void
test_file_size_limit (StoreFixture *self, gconstpointer unused)
{
  struct rlimit old, limit;
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  gint64 kept;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = 800000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  kept = fill_up (store, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_FULL);
  g_assert_cmpint (kept, >, 5);
  assert_holds (store, kept);
}

static void
test_not_a_database (StoreFixture *self, gconstpointer unused)
{
  static const char *const texts[] = {
    "xy",
    "not a database",
    "SQLite format 3",
    "{\"format\": \"mingsuan-case/1\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *after = NULL;

      g_assert_true (g_file_set_contents (self->path, texts[i], -1, NULL));
      store_assert_refused (self->path, MING_STORE_ERROR_DAMAGED);
      g_assert_true (g_file_get_contents (self->path, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, texts[i]);
    }
}

/* A whole file in one piece, as bytes. */
static char *
read_whole (StoreFixture *self, int entries, gsize *out_length)
{
  char *bytes = NULL;

  make_file (self->path, entries);
  store_edit (self->path, "PRAGMA journal_mode = DELETE");
  g_assert_true (g_file_get_contents (self->path, &bytes, out_length, NULL));
  return bytes;
}

static void
test_truncated (StoreFixture *self, gconstpointer unused)
{
  gsize length = 0;
  g_autofree char *bytes = read_whole (self, 40, &length);

  /* a file of no byte, or of one, is a new one to the database: there is nothing in it to lose */
  for (gsize left = 2; left < length; left += left < 200 ? 33 : 1777)
    {
      g_assert_true (g_file_set_contents (self->path, bytes, (gssize) left, NULL));
      store_assert_refused (self->path, MING_STORE_ERROR_DAMAGED);
    }
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
  {
    g_autoptr (MingStore) store = store_fixture_open (self);

    assert_holds (store, 40);
  }
}

/* What was asked for, or an error that says why not. */
static void
assert_answered (gboolean answered, GError **error)
{
  g_assert_true (answered == (*error == NULL));
  g_clear_error (error);
}

/* Everything the program does with a file, on one that may be damaged anywhere; errors are fine, crashes are
 * not. */
static gboolean
use_everything (MingStore *store)
{
  g_auto (MingStoreVerdict) verdict = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autofree char *text = NULL;
  g_autofree char *setting = NULL;
  gboolean sound;

  found = ming_store_search (store, &(MingStoreQuery){ .text = "王" }, &error);
  assert_answered (found != NULL, &error);
  cases = ming_store_list_cases (store, &error);
  assert_answered (cases != NULL, &error);
  entry = ming_store_get (store, 3, &error);
  assert_answered (entry != NULL, &error);
  text = ming_store_export (store, &error);
  assert_answered (text != NULL, &error);
  setting = ming_store_get_setting (store, "office", &error);
  g_assert_true (setting == NULL || error == NULL); /* a setting may not be there */
  g_clear_error (&error);
  sound = ming_store_verify (store, &verdict, &error);
  if (!sound)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == MING_STORE_ERROR);
    }
  return sound;
}

static void
test_flipped_bits (StoreFixture *self, gconstpointer unused)
{
  gsize length = 0;
  g_autofree char *bytes = read_whole (self, 12, &length);
  g_autofree char *wanted = NULL;
  guint refused = 0, found = 0, harmless = 0;
  gsize stride = g_test_slow () ? 1 : 97;

  {
    g_autoptr (MingStore) store = store_fixture_open (self);

    wanted = ming_store_export (store, NULL);
  }
  for (gsize at = 0; at < length; at += at < 112 ? 1 : stride)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MingStore) store = NULL;
      g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);

      bytes[at] ^= (char) (1 << (at % 8));
      g_unlink (wal);
      g_assert_true (g_file_set_contents (self->path, bytes, (gssize) length, NULL));
      bytes[at] ^= (char) (1 << (at % 8));
      store = ming_store_open (self->path, &error);
      if (!store)
        {
          g_assert_true (error->domain == MING_STORE_ERROR);
          refused++;
        }
      else if (!use_everything (store))
        found++;
      else
        {
          /* a flip that nobody notices has changed nothing that is kept */
          g_autofree char *text = ming_store_export (store, NULL);

          if (g_strcmp0 (text, wanted) != 0)
            g_error ("the flip at byte %" G_GSIZE_FORMAT " changed something and nobody noticed", at);
          harmless++;
        }
    }
  g_test_message ("flips: %u refused at opening, %u found by verifying, %u in bytes that hold nothing",
                  refused, found, harmless);
  g_assert_cmpuint (refused, >, 0);
  g_assert_cmpuint (found, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/faults/read-only-disk", test_read_only_disk);
  store_test_add ("/store/faults/permissions", test_permissions);
  store_test_add ("/store/faults/no-folder", test_no_folder);
  store_test_add ("/store/faults/full-disk", test_full_disk);
  store_test_add ("/store/faults/room-again", test_room_again);
  store_test_add ("/store/faults/full-from-the-start", test_full_from_the_start);
  store_test_add ("/store/faults/file-size-limit", test_file_size_limit);
  store_test_add ("/store/faults/not-a-database", test_not_a_database);
  store_test_add ("/store/faults/truncated", test_truncated);
  store_test_add ("/store/faults/flipped-bits", test_flipped_bits);
  return g_test_run ();
}
