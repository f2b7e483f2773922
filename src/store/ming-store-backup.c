/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ming-store-private.h"

/* How long restoring waits for another window that is just closing. */
#define PATIENCE_MS 1000

static void
remove_copy (const char *beside)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (beside, endings[i], NULL);

      g_unlink (name);
    }
}

gboolean
ming_store_backup (MingStore *store, const char *path, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".part", NULL);

  if (ming_store_same_file (store->path, path))
    {
      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_OPEN, _("%s is the history file itself"), path);
      return FALSE;
    }
  if (ming_store_copy_file (store->db, beside, error) && ming_store_move (beside, path, error))
    return TRUE;
  remove_copy (beside);
  return FALSE;
}

/* Opens a backup without changing it, also on a disk that cannot be written to. */
static sqlite3 *
open_backup (const char *path, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, NULL);
  g_autofree char *unchanging = g_strconcat (uri, "?immutable=1", NULL);
  gboolean alone = !g_file_test (wal, G_FILE_TEST_EXISTS);
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  g_autoptr (sqlite3) db = NULL;

  if (sqlite3_open_v2 (alone ? unchanging : uri, &db, flags, NULL) == SQLITE_OK)
    return g_steal_pointer (&db);
  ming_store_fail (db, path, error);
  return NULL;
}

/* Copies the backup to @beside, brings it to this version and checks it there. */
static gboolean
prepare_copy (const char *from, const char *beside, GError **error)
{
  g_autoptr (sqlite3) backup = open_backup (from, error);
  g_autoptr (MingStore) store = NULL;
  g_auto (MingStoreVerdict) verdict = { 0 };

  if (!backup || !ming_store_copy_file (backup, beside, error))
    return FALSE;
  store = ming_store_open (beside, error);
  return store && ming_store_verify (store, &verdict, error)
         && ming_store_exec (store->db, "PRAGMA journal_mode=DELETE", error);
}

/* The companions hold what was acknowledged last: they go where the file goes. */
static gboolean
set_aside (const char *path, const char *before, GError **error)
{
  static const char *const endings[] = { "", "-wal", "-journal" };
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from = g_strconcat (path, endings[i], NULL);
      g_autofree char *to = g_strconcat (before, endings[i], NULL);

      g_unlink (to);
      if (g_file_test (from, G_FILE_TEST_EXISTS) && !ming_store_move (from, to, error))
        return FALSE;
    }
  g_unlink (shm);
  return TRUE;
}

/* The old file, locked so that no other window can use it; NULL with BUSY when one does. */
static MingStore *
open_alone (const char *path, GError **error)
{
  g_autoptr (MingStore) store = g_new0 (MingStore, 1);

  store->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &store->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    {
      ming_store_fail (store->db, path, error);
      return NULL;
    }
  sqlite3_extended_result_codes (store->db, 1);
  sqlite3_busy_timeout (store->db, PATIENCE_MS);
  /* without write-ahead the copy may have pages of another size */
  if (!ming_store_exec (store->db, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;", error)
      || !ming_store_check_pages (store, error)
      || !ming_store_exec (store->db, "PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE; COMMIT;", error))
    return NULL;
  return g_steal_pointer (&store);
}

/* Keeps the old content as @before, then puts the new one into the same file in one transaction. */
static gboolean
replace_content (MingStore *old, const char *beside, const char *before, GError **error)
{
  g_autoptr (sqlite3) copy = NULL;

  if (!ming_store_backup (old, before, error))
    return FALSE;
  if (sqlite3_open_v2 (beside, &copy, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    return ming_store_fail (copy, beside, error);
  return ming_store_copy_pages (copy, old->db, old->path, error);
}

static gboolean
put_in_place (const char *beside, const char *path, GError **error)
{
  g_autofree char *before = g_strconcat (path, ".before-restore", NULL);
  g_autoptr (GError) failure = NULL;
  g_autoptr (MingStore) old = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    old = open_alone (path, &failure);
  if (old)
    return replace_content (old, beside, before, error);
  if (failure && !g_error_matches (failure, MING_STORE_ERROR, MING_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  /* none, or one that nobody can use: moved away as it is */
  return set_aside (path, before, error) && ming_store_move (beside, path, error);
}

gboolean
ming_store_restore (const char *from, const char *path, GError **error)
{
  g_autofree char *beside = g_strconcat (path, ".part", NULL);
  gboolean ok;

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND, _("There is no backup %s"), from);
      return FALSE;
    }
  if (ming_store_same_file (from, path))
    {
      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_OPEN, _("%s is the history file itself"), from);
      return FALSE;
    }
  ok = prepare_copy (from, beside, error);
  if (!ok)
    g_prefix_error (error, "%s: ", from);
  ok = ok && put_in_place (beside, path, error);
  remove_copy (beside);
  return ok;
}
