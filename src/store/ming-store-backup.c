/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ming-store-private.h"

/* Pages copied between two looks at other windows. */
#define PAGES_AT_A_TIME 256

/* How often a busy source is tried again, a twentieth of a second apart. */
#define TRIES 200

static gboolean
copy_pages (sqlite3_backup *backup)
{
  int tries = 0, step;

  do
    {
      step = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
      if (step == SQLITE_BUSY || step == SQLITE_LOCKED)
        {
          sqlite3_sleep (50);
          tries += 1;
        }
    }
  while ((step == SQLITE_OK || step == SQLITE_BUSY || step == SQLITE_LOCKED) && tries < TRIES);
  return step == SQLITE_DONE;
}

static gboolean
copy_into (sqlite3 *from, const char *path, GError **error)
{
  sqlite3 *to = NULL;
  sqlite3_backup *backup;
  gboolean ok = FALSE;

  if (sqlite3_open (path, &to) == SQLITE_OK)
    {
      backup = sqlite3_backup_init (to, "main", from, "main");
      if (backup)
        {
          gboolean copied = copy_pages (backup);

          ok = sqlite3_backup_finish (backup) == SQLITE_OK && copied;
        }
      /* one file without companions, whatever the mode of the source */
      ok = ok && sqlite3_exec (to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) == SQLITE_OK;
    }
  if (!ok)
    ming_store_fail (to, path, error);
  sqlite3_close (to);
  return ok;
}

static gboolean
move (const char *from, const char *to, GError **error)
{
  int saved;

  if (g_rename (from, to) == 0)
    return TRUE;
  saved = errno;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_OPEN, _("%s cannot be put in place: %s"), to, g_strerror (saved));
  return FALSE;
}

gboolean
ming_store_backup (MingStore *store, const char *path, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.part", path);

  g_unlink (beside);
  if (copy_into (store->db, beside, error) && move (beside, path, error))
    return TRUE;
  g_unlink (beside);
  return FALSE;
}

/* The companions of a WAL file belong to the file that is replaced. */
static void
remove_companions (const char *path)
{
  g_autofree char *wal = g_strdup_printf ("%s-wal", path);
  g_autofree char *shm = g_strdup_printf ("%s-shm", path);

  g_unlink (wal);
  g_unlink (shm);
}

gboolean
ming_store_restore (const char *from, const char *path, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.part", path);
  g_autofree char *before = g_strdup_printf ("%s.before-restore", path);
  g_auto (MingStoreVerdict) verdict = { 0 };
  g_autoptr (MingStore) backup = NULL;

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND, _("There is no backup %s"), from);
      return FALSE;
    }
  backup = ming_store_open (from, error);
  if (!backup || !ming_store_verify (backup, &verdict, error) || !ming_store_backup (backup, beside, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (MingStore) old = ming_store_open (path, NULL);

      /* an old file that still opens is kept whole, one that does not is kept as it is */
      if (!(old && ming_store_backup (old, before, NULL)) && !move (path, before, error))
        return FALSE;
    }
  remove_companions (path);
  return move (beside, path, error);
}
