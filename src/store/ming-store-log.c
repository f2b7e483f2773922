/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include "ming-store-private.h"

/* SHA-256 of texts, a NUL after each; @parts ends with NULL. (transfer full) */
static char *
hash_parts (const char *const *parts)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  /* a NUL after each part keeps "ab" + "c" apart from "a" + "bc" */
  for (guint i = 0; parts[i]; i++)
    g_checksum_update (checksum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}

char *
ming_store_hash_row (gint64 seq, const char *at, const char *who, const char *what, const char *subject,
                     const char *detail, const char *previous)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  const char *const parts[] = { number, at, who, what, subject, detail, previous, NULL };

  return hash_parts (parts);
}

char *
ming_store_entry_digest (const MingStoreEntry *entry)
{
  g_autofree char *amounts = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                              entry->total_fen, entry->fund_fen, entry->person_fen);
  const char *const parts[] = {
    entry->number,  entry->made_at,       entry->receipt_code, entry->region, entry->insutype,
    entry->pack_id, entry->pack_revision, entry->pack_sha256,  entry->engine, entry->name ? entry->name : "",
    amounts,        entry->case_json,     entry->result_json,  NULL
  };

  return hash_parts (parts);
}

char *
ming_store_row_digest (sqlite3_stmt *statement)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (int column = 1; column < sqlite3_column_count (statement); column++)
    {
      const guchar *data = sqlite3_column_blob (statement, column); /* a number comes as its decimal text */
      int size = sqlite3_column_bytes (statement, column);
      g_autofree char *length = g_strdup_printf ("%d:", size);

      g_checksum_update (checksum, (const guchar *) length, -1);
      if (size > 0)
        g_checksum_update (checksum, data, size);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
last_row (MingStore *store, gint64 *out_seq, char **out_hash, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1", error);
  gboolean row = FALSE;

  if (!statement || !ming_store_step_row (store, statement, &row, error))
    return FALSE;
  *out_seq = row ? sqlite3_column_int64 (statement, 0) : 0;
  *out_hash = row ? ming_store_column_text (statement, 1) : g_strdup (MING_STORE_GENESIS);
  return TRUE;
}

static gboolean
move_head (MingStore *store, gint64 seq, const char *hash, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "UPDATE head SET seq = ?1, hash = ?2 WHERE id = 1", error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  ming_store_bind_text (statement, 2, hash);
  return ming_store_step_done (store, statement, error);
}

static gboolean
append_row (MingStore *store, gint64 seq, const char *const *texts, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "INSERT INTO log (seq, at, who, what, subject, detail, previous, hash)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                          error);

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq);
  for (int i = 0; texts[i]; i++)
    ming_store_bind_text (statement, i + 2, texts[i]);
  return ming_store_step_done (store, statement, error);
}

gboolean
ming_store_log (MingStore *store, const char *who, const char *what, const char *subject, const char *detail,
                GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format_iso8601 (now);
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  gint64 seq = 0;

  g_return_val_if_fail (who && what && subject && detail, FALSE);

  if (!last_row (store, &seq, &previous, error))
    return FALSE;
  seq += 1;
  hash = ming_store_hash_row (seq, at, who, what, subject, detail, previous);
  return append_row (store, seq, (const char *[]){ at, who, what, subject, detail, previous, hash, NULL },
                     error)
         && move_head (store, seq, hash, error);
}

gboolean
ming_store_log_row (MingStore *store, const char *who, const char *what, const char *sql, gint64 id,
                    GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, sql, error);
  g_autofree char *subject = NULL;
  g_autofree char *digest = NULL;
  gboolean row = FALSE;

  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!ming_store_step_row (store, statement, &row, error))
    return FALSE;
  g_return_val_if_fail (row, FALSE);
  subject = ming_store_column_text (statement, 0);
  digest = ming_store_row_digest (statement);
  return ming_store_log (store, who, what, subject, digest, error);
}
