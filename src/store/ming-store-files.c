/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ming-store-private.h"

/* An empty file that only its owner reads, in place of whatever is there. */
static gboolean
make_file (const char *path, GError **error)
{
  int file;

  g_unlink (path);
  file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file < 0)
    return ming_store_fail_system (errno, path, error);
  g_close (file, NULL);
  return TRUE;
}

/*
 * In a read transaction, so that what another window keeps meanwhile neither spoils nor delays the copy, and
 * all at once: a write-ahead file lets others write while we read.
 */
gboolean
ming_store_copy_pages (sqlite3 *from, sqlite3 *to, const char *path, GError **error)
{
  sqlite3_backup *backup;
  gboolean whole;

  if (!ming_store_exec (from, "BEGIN; SELECT count (*) FROM sqlite_schema;", error))
    return FALSE;
  backup = sqlite3_backup_init (to, "main", from, "main");
  whole = backup && sqlite3_backup_step (backup, -1) == SQLITE_DONE;
  whole = sqlite3_backup_finish (backup) == SQLITE_OK && whole;
  sqlite3_exec (from, "ROLLBACK", NULL, NULL, NULL);
  return whole || ming_store_fail (to, path, error);
}

gboolean
ming_store_copy_file (sqlite3 *from, const char *path, GError **error)
{
  g_autoptr (sqlite3) to = NULL;

  if (!make_file (path, error))
    return FALSE;
  if (sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return ming_store_fail (to, path, error);
  /* one file without companions, whatever the mode of the source */
  return ming_store_copy_pages (from, to, path, error)
         && ming_store_exec (to, "PRAGMA journal_mode=DELETE", error);
}

/* A new name is on the disk only when its folder is. */
static gboolean
sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int saved;

  if (file < 0)
    return ming_store_fail_system (errno, folder, error);
  /* EINVAL: a file system that has nothing to sync */
  if (fsync (file) == 0 || errno == EINVAL)
    return g_close (file, error);
  saved = errno;
  g_close (file, NULL);
  return ming_store_fail_system (saved, folder, error);
}

gboolean
ming_store_move (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) != 0)
    return ming_store_fail_system (errno, to, error);
  return sync_folder_of (to, error);
}

gboolean
ming_store_same_file (const char *a, const char *b)
{
  GStatBuf one, other;

  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev
         && one.st_ino == other.st_ino;
}
