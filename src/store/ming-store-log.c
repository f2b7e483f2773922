/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

/* The row before the first one. */
#define GENESIS "0000000000000000000000000000000000000000000000000000000000000000"

/* A NUL after each part keeps "ab" + "c" apart from "a" + "bc". */
static char *
hash_of_parts (const char *const *parts)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; parts[i]; i++)
    g_checksum_update (checksum, (const guchar *) parts[i], (gssize) strlen (parts[i]) + 1);
  return g_strdup (g_checksum_get_string (checksum));
}

static char *
hash_of_row (gint64 seq, const char *at, const char *who, const char *what, const char *subject, const char *detail,
             const char *previous)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  const char *const parts[] = { number, at, who, what, subject, detail, previous, NULL };

  return hash_of_parts (parts);
}

static gboolean
last_row (MingStore *store, gint64 *out_seq, char **out_hash, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1", error);
  int step;

  if (!statement)
    return FALSE;
  step = sqlite3_step (statement);
  if (step != SQLITE_ROW && step != SQLITE_DONE)
    return ming_store_fail (store->db, _("History file"), error);
  *out_seq = step == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  *out_hash = step == SQLITE_ROW ? ming_store_column_text (statement, 1) : g_strdup (GENESIS);
  return TRUE;
}

gboolean
ming_store_log (MingStore *store, const char *who, const char *what, const char *subject, const char *detail,
                GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format_iso8601 (now);
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 seq = 0;

  if (!last_row (store, &seq, &previous, error))
    return FALSE;
  hash = hash_of_row (seq + 1, at, who, what, subject, detail, previous);
  statement = ming_store_prepare (store, "INSERT INTO log (seq, at, who, what, subject, detail, previous, hash)"
                                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", error);
  if (!statement)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, seq + 1);
  ming_store_bind_text (statement, 2, at);
  ming_store_bind_text (statement, 3, who);
  ming_store_bind_text (statement, 4, what);
  ming_store_bind_text (statement, 5, subject);
  ming_store_bind_text (statement, 6, detail);
  ming_store_bind_text (statement, 7, previous);
  ming_store_bind_text (statement, 8, hash);
  return ming_store_step_done (store, statement, error);
}

char *
ming_store_entry_digest (const MingStoreEntry *entry)
{
  g_autofree char *amounts = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, entry->total_fen,
                                              entry->fund_fen, entry->person_fen);
  const char *const parts[] = { entry->number, entry->made_at, entry->receipt_code, entry->region, entry->insutype,
                                entry->pack_id, entry->pack_revision, entry->pack_sha256, entry->engine,
                                entry->name ? entry->name : "", amounts, entry->case_json, entry->result_json, NULL };

  return hash_of_parts (parts);
}

static gboolean
broken (MingStoreVerdict *verdict, gint64 seq, const char *why, GError **error)
{
  verdict->broken_at = seq;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN, _("Log row %" G_GINT64_FORMAT ": %s"), seq, why);
  return FALSE;
}

static const char *
column (sqlite3_stmt *statement, int index)
{
  const char *text = (const char *) sqlite3_column_text (statement, index);

  return text ? text : "";
}

/* One row of the log fits the one before it; *@expected moves on to its own hash. */
static gboolean
verify_row (sqlite3_stmt *statement, MingStoreVerdict *verdict, GError **error)
{
  gint64 seq = sqlite3_column_int64 (statement, 0);
  g_autofree char *hash = hash_of_row (seq, column (statement, 1), column (statement, 2), column (statement, 3),
                                       column (statement, 4), column (statement, 5), column (statement, 6));

  if (seq != verdict->n_rows + 1)
    return broken (verdict, verdict->n_rows + 1, _("is missing"), error);
  if (g_strcmp0 (column (statement, 6), verdict->last_hash) != 0)
    return broken (verdict, seq, _("does not follow the row before it"), error);
  if (g_strcmp0 (column (statement, 7), hash) != 0)
    return broken (verdict, seq, _("was changed"), error);
  verdict->n_rows = seq;
  g_free (verdict->last_hash);
  verdict->last_hash = g_steal_pointer (&hash);
  return TRUE;
}

static gboolean
verify_chain (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = ming_store_prepare (store, "SELECT seq, at, who, what, subject, detail, previous, hash FROM log ORDER BY seq", error);
  int step;

  if (!statement)
    return FALSE;
  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    if (!verify_row (statement, verdict, error))
      return FALSE;
  return step == SQLITE_DONE || ming_store_fail (store->db, _("History file"), error);
}

/* The log row that says how the estimate called @number was kept. */
static gboolean
find_kept (MingStore *store, const char *number, gint64 *out_seq, char **out_digest, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = ming_store_prepare (store, "SELECT seq, detail FROM log WHERE what = 'keep' AND subject = ?1", error);

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, number);
  *out_seq = 0;
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      *out_seq = sqlite3_column_int64 (statement, 0);
      *out_digest = ming_store_column_text (statement, 1);
    }
  return TRUE;
}

static gboolean
verify_entry (MingStore *store, gint64 id, MingStoreVerdict *verdict, GError **error)
{
  g_autoptr (MingStoreEntry) entry = ming_store_get (store, id, error);
  g_autofree char *digest = NULL;
  g_autofree char *kept = NULL;
  gint64 seq = 0;

  if (!entry || !find_kept (store, entry->number, &seq, &kept, error))
    return FALSE;
  digest = ming_store_entry_digest (entry);
  if (seq == 0)
    return broken (verdict, verdict->n_rows, _("no row speaks of an estimate that is kept"), error);
  if (g_strcmp0 (digest, kept) != 0)
    return broken (verdict, seq, _("the estimate it speaks of was changed"), error);
  return TRUE;
}

/* An estimate that the log kept and never deleted must be there. */
static gboolean
verify_none_missing (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  g_autoptr (sqlite3_stmt) statement
    = ming_store_prepare (store, "SELECT min (seq) FROM log WHERE what = 'keep'"
                                 " AND subject NOT IN (SELECT number FROM estimate)"
                                 " AND subject NOT IN (SELECT subject FROM log WHERE what = 'delete')", error);

  if (!statement)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    return broken (verdict, sqlite3_column_int64 (statement, 0), _("the estimate it speaks of is gone"), error);
  return TRUE;
}

static gboolean
verify_entries (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, "SELECT id FROM estimate ORDER BY id", error);

  if (!statement)
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (!verify_entry (store, sqlite3_column_int64 (statement, 0), verdict, error))
      return FALSE;
  return TRUE;
}

gboolean
ming_store_verify (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  gboolean ok;

  *verdict = (MingStoreVerdict) { 0, 0, g_strdup (GENESIS) };
  /* one transaction, so that another window's writing does not look like damage */
  if (!ming_store_exec (store->db, "BEGIN", error))
    return FALSE;
  ok = verify_chain (store, verdict, error) && verify_entries (store, verdict, error)
       && verify_none_missing (store, verdict, error);
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

void
ming_store_verdict_clear (MingStoreVerdict *verdict)
{
  g_clear_pointer (&verdict->last_hash, g_free);
}
