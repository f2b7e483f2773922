/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include "ming-store.h"

#include <errno.h>
#include <fcntl.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ming-store-private.h"

/* How long a second window waits for the first one's transaction. */
#define PATIENCE_MS 5000

/* How often, and how far apart, a file that another window is just creating is tried again. */
#define OPEN_TRIES 50
#define OPEN_PAUSE_MS 100

/*
 * FULL: what was acknowledged survives a power cut. secure_delete: what was deleted is gone from the pages.
 * temp_store: nothing personal in temporary files.
 */
static const char settings[] =
    "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
    "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA journal_mode=WAL;";

char *
ming_store_default_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "mingsuan", NULL);

  g_mkdir_with_parents (folder, 0700);
  return g_build_filename (folder, "mingsuan.db", NULL);
}

gboolean
ming_store_check_pages (MingStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, "PRAGMA quick_check(1)", error);
  const char *answer;
  gboolean row = FALSE;

  if (!statement || !ming_store_step_row (store, statement, &row, error))
    return FALSE;
  answer = row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_DAMAGED, _("%s is damaged; restore a backup (%s)"),
               store->path, answer ? answer : "");
  return FALSE;
}

/* The file belongs to its owner alone before anything is in it: its companions take over the mode. */
static gboolean
make_private (const char *path, GError **error)
{
  int file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (file >= 0)
    return g_close (file, error);
  if (errno != EEXIST)
    return ming_store_fail_system (errno, path, error);
  /* whether this works depends on whose file it is; whether it can be used, opening will say */
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && g_chmod (path, 0600) != 0)
    g_debug ("the mode of the history file cannot be changed");
  return TRUE;
}

static gboolean
check_writable (MingStore *store, GError **error)
{
  if (sqlite3_db_readonly (store->db, "main") != 1)
    return TRUE;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_READ_ONLY,
               _("%s: the disk or the file is read-only; nothing can be kept"), store->path);
  return FALSE;
}

/* Nothing is changed in a file before it is known to be whole and ours. */
static gboolean
prepare (MingStore *store, GError **error)
{
  gint64 version = 0;

  return check_writable (store, error) && ming_store_check_pages (store, error)
         && ming_store_check_version (store, &version, error) && ming_store_exec (store->db, settings, error)
         && (version == MING_STORE_SCHEMA_VERSION || ming_store_migrate (store, error));
}

/*
 * Two windows that create the file at the same moment: the change to write-ahead mode does not wait for a
 * lock as everything else does, so it is tried again.
 */
static gboolean
prepare_patiently (MingStore *store, GError **error)
{
  for (int tries = 1;; tries++)
    {
      g_autoptr (GError) failure = NULL;

      if (prepare (store, &failure))
        return TRUE;
      if (tries == OPEN_TRIES || !g_error_matches (failure, MING_STORE_ERROR, MING_STORE_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          /* which of several files it is, the database does not say */
          if (error != NULL && strstr ((*error)->message, store->path) == NULL)
            g_prefix_error (error, "%s: ", store->path);
          return FALSE;
        }
      sqlite3_sleep (OPEN_PAUSE_MS);
    }
}

MingStore *
ming_store_open (const char *path, GError **error)
{
  g_autoptr (MingStore) store = g_new0 (MingStore, 1);

  store->path = g_strdup (path);
  if (!g_str_equal (path, ":memory:") && !make_private (path, error))
    return NULL;
  if (sqlite3_open_v2 (path, &store->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
    {
      ming_store_fail (store->db, path, error);
      return NULL;
    }
  sqlite3_extended_result_codes (store->db, 1);
  sqlite3_busy_timeout (store->db, PATIENCE_MS);
  return prepare_patiently (store, error) ? g_steal_pointer (&store) : NULL;
}

void
ming_store_close (MingStore *store)
{
  sqlite3_close_v2 (store->db);
  g_free (store->path);
  g_free (store);
}
