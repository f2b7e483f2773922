/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

/* The only text of the only row of @statement, or NULL without an error when there is none. */
static char *
read_text (MingStore *store, sqlite3_stmt *statement, GError **error)
{
  gboolean row = FALSE;

  if (!ming_store_step_row (store, statement, &row, error) || !row)
    return NULL;
  return ming_store_column_text (statement, 0);
}

char *
ming_store_get_setting (MingStore *store, const char *key, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "SELECT value FROM setting WHERE key = ?1", error);

  if (!statement)
    return NULL;
  ming_store_bind_text (statement, 1, key);
  return read_text (store, statement, error);
}

static gboolean
write_setting (MingStore *store, const char *key, const char *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                          " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                          error);

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, key);
  ming_store_bind_text (statement, 2, value);
  return ming_store_step_done (store, statement, error);
}

gboolean
ming_store_set_setting (MingStore *store, const char *key, const char *value, const char *who, GError **error)
{
  if (!ming_store_begin (store, error))
    return FALSE;
  return ming_store_end (store,
                         write_setting (store, key, value, error)
                             && ming_store_log (store, who, "setting", key, value, error),
                         error);
}
