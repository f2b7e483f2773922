/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

void
ming_store_case_free (MingStoreCase *saved)
{
  g_free (saved->title);
  g_free (saved->saved_at);
  g_free (saved->case_json);
  g_free (saved);
}

static gboolean
insert_case (MingStore *store, const char *title, const char *case_json, gint64 *out_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "INSERT INTO saved_case (title, saved_at, case_json)"
                          " VALUES (?1, strftime ('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'), ?2)",
                          error);

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, title);
  ming_store_bind_text (statement, 2, case_json);
  if (!ming_store_step_done (store, statement, error))
    return FALSE;
  *out_id = sqlite3_last_insert_rowid (store->db);
  return TRUE;
}

gboolean
ming_store_save_case (MingStore *store, const char *title, const char *case_json, const char *who,
                      gint64 *out_id, GError **error)
{
  /* the log names a saved case by its number: a title may be somebody's name, and the log is for good */
  static const char row[] = "SELECT id, title, saved_at, case_json FROM saved_case WHERE id = ?1";
  gint64 id = 0;

  if (!ming_store_begin (store, error))
    return FALSE;
  if (!ming_store_end (store,
                       insert_case (store, title, case_json, &id, error)
                           && ming_store_log_row (store, who, "case", row, id, error),
                       error))
    return FALSE;
  *out_id = id;
  return TRUE;
}

static MingStoreCase *
case_from_row (sqlite3_stmt *statement)
{
  MingStoreCase *saved = g_new0 (MingStoreCase, 1);

  saved->id = sqlite3_column_int64 (statement, 0);
  saved->title = ming_store_column_text (statement, 1);
  saved->saved_at = ming_store_column_text (statement, 2);
  saved->case_json = ming_store_column_text (statement, 3);
  return saved;
}

GPtrArray *
ming_store_list_cases (MingStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "SELECT id, title, saved_at, case_json FROM saved_case ORDER BY id DESC",
                          error);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_store_case_free);
  gboolean row = TRUE;

  if (!statement)
    return NULL;
  while (row)
    {
      if (!ming_store_step_row (store, statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (cases, case_from_row (statement));
    }
  return g_steal_pointer (&cases);
}

static gboolean
delete_case (MingStore *store, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "DELETE FROM saved_case WHERE id = ?1", error);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!ming_store_step_done (store, statement, error))
    return FALSE;
  if (sqlite3_changes (store->db) == 1)
    return TRUE;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND, _("There is no saved case number %s"),
               number);
  return FALSE;
}

gboolean
ming_store_delete_case (MingStore *store, gint64 id, const char *who, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!ming_store_begin (store, error))
    return FALSE;
  if (!ming_store_end (store,
                       delete_case (store, id, error)
                           && ming_store_log (store, who, "case-delete", subject, "", error),
                       error))
    return FALSE;
  ming_store_forget_traces (store);
  return TRUE;
}
