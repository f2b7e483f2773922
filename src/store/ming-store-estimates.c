/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

#define COLUMNS                                                                                              \
  "id, number, made_at, receipt_code, region, insutype, pack_id, pack_revision, pack_sha256, engine,"        \
  " name, total_fen, fund_fen, person_fen,"                                                                  \
  " EXISTS (SELECT 1 FROM identity WHERE estimate_id = estimate.id)"
#define FIRST_JSON_COLUMN 15

/* Length of 2026-11-22. */
#define DAY_LENGTH 10

/* Entries found when the caller sets no limit. */
#define DEFAULT_LIMIT 200

void
ming_store_entry_free (MingStoreEntry *entry)
{
  char **texts[] = { &entry->number,   &entry->made_at, &entry->receipt_code,  &entry->region,
                     &entry->insutype, &entry->pack_id, &entry->pack_revision, &entry->pack_sha256,
                     &entry->engine,   &entry->name,    &entry->case_json,     &entry->result_json };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*texts[i]);
  g_free (entry);
}

/* 2026-11-22-0001: the day and the next number of that day, among all ever given out. */
static char *
next_number (MingStore *store, const char *made_at, GError **error)
{
  g_autofree char *day = g_strndup (made_at, DAY_LENGTH);
  g_autofree char *from = g_strconcat (day, "-", NULL);
  g_autofree char *to = g_strconcat (day, ".", NULL); /* the character after the dash */
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "SELECT coalesce (max (CAST (substr (subject, 12) AS INTEGER)), 0) + 1 FROM log"
                          " WHERE what = 'keep' AND subject > ?1 AND subject < ?2",
                          error);
  gboolean row = FALSE;

  if (!statement)
    return NULL;
  ming_store_bind_text (statement, 1, from);
  ming_store_bind_text (statement, 2, to);
  if (!ming_store_step_row (store, statement, &row, error))
    return NULL;
  return g_strdup_printf ("%s-%04d", day, sqlite3_column_int (statement, 0));
}

static gboolean
insert_row (MingStore *store, MingStoreEntry *entry, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "INSERT INTO estimate (number, made_at, receipt_code, region, insutype, pack_id,"
                          " pack_revision, pack_sha256, engine, name, total_fen, fund_fen, person_fen,"
                          " case_json, result_json)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
                          error);
  const char *const texts[] = { entry->number,   entry->made_at, entry->receipt_code,  entry->region,
                                entry->insutype, entry->pack_id, entry->pack_revision, entry->pack_sha256,
                                entry->engine,   entry->name };

  if (!statement)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ming_store_bind_text (statement, (int) i + 1, texts[i]);
  sqlite3_bind_int64 (statement, 11, entry->total_fen);
  sqlite3_bind_int64 (statement, 12, entry->fund_fen);
  sqlite3_bind_int64 (statement, 13, entry->person_fen);
  ming_store_bind_text (statement, 14, entry->case_json);
  ming_store_bind_text (statement, 15, entry->result_json);
  if (!ming_store_step_done (store, statement, error))
    return FALSE;
  entry->id = sqlite3_last_insert_rowid (store->db);
  return TRUE;
}

gboolean
ming_store_insert (MingStore *store, MingStoreEntry *entry, const char *who, GError **error)
{
  g_autofree char *digest = NULL;

  g_free (entry->number);
  entry->number = next_number (store, entry->made_at, error);
  if (!entry->number || !insert_row (store, entry, error))
    return FALSE;
  digest = ming_store_entry_digest (entry);
  return ming_store_log (store, who, "keep", entry->number, digest, error);
}

gboolean
ming_store_keep (MingStore *store, MingStoreEntry *entry, const char *who, GError **error)
{
  g_return_val_if_fail (entry->made_at && strlen (entry->made_at) >= DAY_LENGTH, FALSE);

  if (ming_store_begin (store, error)
      && ming_store_end (store, ming_store_insert (store, entry, who, error), error))
    return TRUE;
  /* a number that was not given out must not be shown */
  entry->id = 0;
  g_clear_pointer (&entry->number, g_free);
  return FALSE;
}

static MingStoreEntry *
entry_from_row (sqlite3_stmt *statement)
{
  MingStoreEntry *entry = g_new0 (MingStoreEntry, 1);
  char **texts[] = { &entry->number,   &entry->made_at, &entry->receipt_code,  &entry->region,
                     &entry->insutype, &entry->pack_id, &entry->pack_revision, &entry->pack_sha256,
                     &entry->engine,   &entry->name };

  entry->id = sqlite3_column_int64 (statement, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = ming_store_column_text (statement, (int) i + 1);
  entry->total_fen = sqlite3_column_int64 (statement, 11);
  entry->fund_fen = sqlite3_column_int64 (statement, 12);
  entry->person_fen = sqlite3_column_int64 (statement, 13);
  entry->has_identity = sqlite3_column_int (statement, 14) != 0;
  return entry;
}

static void
bind_query (sqlite3_stmt *statement, const MingStoreQuery *query)
{
  ming_store_bind_text (statement, 1, query->text && *query->text ? query->text : NULL);
  ming_store_bind_text (statement, 2, query->from);
  ming_store_bind_text (statement, 3, query->to);
  if (query->total_fen > 0)
    sqlite3_bind_int64 (statement, 4, query->total_fen);
  sqlite3_bind_int (statement, 5, query->limit > 0 ? query->limit : DEFAULT_LIMIT);
  if (query->amount_fen > 0)
    sqlite3_bind_int64 (statement, 6, query->amount_fen);
  ming_store_bind_text (statement, 7, query->region);
}

GPtrArray *
ming_store_search (MingStore *store, const MingStoreQuery *query, GError **error)
{
  /* instr: what the clerk types is text, never a pattern */
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "SELECT " COLUMNS " FROM estimate WHERE (?1 IS NULL"
                          " OR instr (lower (number), lower (?1)) OR instr (lower (receipt_code), lower (?1))"
                          " OR instr (coalesce (name, ''), ?1) OR region = ?1)"
                          " AND (?2 IS NULL OR substr (made_at, 1, 10) >= ?2)"
                          " AND (?3 IS NULL OR substr (made_at, 1, 10) <= ?3)"
                          " AND (?4 IS NULL OR total_fen = ?4)"
                          " AND (?6 IS NULL OR ?6 IN (total_fen, fund_fen, person_fen))"
                          " AND (?7 IS NULL OR instr (region, ?7) = 1) ORDER BY id DESC LIMIT ?5",
                          error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_store_entry_free);
  gboolean row = TRUE;

  if (!statement)
    return NULL;
  bind_query (statement, query);
  while (row)
    {
      if (!ming_store_step_row (store, statement, &row, error))
        return NULL;
      if (row)
        g_ptr_array_add (entries, entry_from_row (statement));
    }
  return g_steal_pointer (&entries);
}

MingStoreEntry *
ming_store_get (MingStore *store, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "SELECT " COLUMNS ", case_json, result_json FROM estimate WHERE id = ?1",
                          error);
  MingStoreEntry *entry;
  gboolean row = FALSE;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (!ming_store_step_row (store, statement, &row, error))
    return NULL;
  if (!row)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND, _("There is no estimate number %s"),
                   number);
      return NULL;
    }
  entry = entry_from_row (statement);
  entry->case_json = ming_store_column_text (statement, FIRST_JSON_COLUMN);
  entry->result_json = ming_store_column_text (statement, FIRST_JSON_COLUMN + 1);
  return entry;
}

static gboolean
delete_row (MingStore *store, gint64 id, const char *number, const char *who, const char *reason,
            GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "DELETE FROM estimate WHERE id = ?1", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return ming_store_step_done (store, statement, error)
         && ming_store_log (store, who, "delete", number, reason, error);
}

gboolean
ming_store_delete (MingStore *store, gint64 id, const char *who, const char *reason, GError **error)
{
  g_autoptr (MingStoreEntry) entry = NULL;

  if (!ming_store_begin (store, error))
    return FALSE;
  entry = ming_store_get (store, id, error);
  if (!ming_store_end (store, entry && delete_row (store, id, entry->number, who, reason, error), error))
    return FALSE;
  ming_store_forget_traces (store);
  return TRUE;
}

/* The oldest estimate made before @day, deleted; *@out_found is FALSE when there is none left. */
static gboolean
purge_one (MingStore *store, const char *day, const char *who, gboolean *out_found, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "SELECT id, number FROM estimate WHERE made_at < ?1 ORDER BY made_at LIMIT 1",
                          error);
  g_autofree char *number = NULL;
  gint64 id;

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, day);
  if (!ming_store_step_row (store, statement, out_found, error))
    return FALSE;
  if (!*out_found)
    return TRUE;
  id = sqlite3_column_int64 (statement, 0);
  number = ming_store_column_text (statement, 1);
  sqlite3_reset (statement);
  return delete_row (store, id, number, who, "retention", error);
}

gboolean
ming_store_purge (MingStore *store, const char *day, const char *who, int *out_deleted, GError **error)
{
  gboolean ok = TRUE, found = TRUE;
  int deleted = 0;

  /* anything else would compare as text, and might delete more than was meant */
  g_return_val_if_fail (g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", day, 0, 0), FALSE);

  if (!ming_store_begin (store, error))
    return FALSE;
  while (ok && found)
    {
      ok = purge_one (store, day, who, &found, error);
      deleted += ok && found;
    }
  if (!ming_store_end (store, ok, error))
    return FALSE;
  ming_store_forget_traces (store);
  *out_deleted = deleted;
  return TRUE;
}
