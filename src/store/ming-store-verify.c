/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

/*
 * What must never be there: each statement answers with the log row it contradicts, or with no row.
 * Together with the hashes of the estimates this ties every table to the log.
 */
static const struct
{
  const char *sql;
  const char *why;
} contradictions[] = {
  { "SELECT head.seq FROM head WHERE seq <> (SELECT coalesce (max (seq), 0) FROM log)"
    " OR hash <> (SELECT coalesce ((SELECT hash FROM log ORDER BY seq DESC LIMIT 1), '" MING_STORE_GENESIS
    "'))",
    N_("is missing at the end") },
  { "SELECT (SELECT coalesce (max (seq), 0) + 1 FROM log) WHERE NOT EXISTS (SELECT 1 FROM head)",
    N_("the mark of the log's end was removed") },
  { "SELECT min (seq) FROM log WHERE what = 'keep' AND subject NOT IN (SELECT number FROM estimate)"
    " AND subject NOT IN (SELECT subject FROM log WHERE what = 'delete') HAVING min (seq) IS NOT NULL",
    N_("the estimate it speaks of is gone") },
  { "SELECT min (seq) FROM log WHERE what = 'delete' AND subject IN (SELECT number FROM estimate)"
    " HAVING min (seq) IS NOT NULL",
    N_("the estimate that it deleted is there again") },
  { "SELECT coalesce ((SELECT max (seq) FROM log WHERE what = 'setting' AND subject = key), 0) AS newest"
    " FROM setting WHERE value IS NOT (SELECT detail FROM log WHERE seq = newest)",
    N_("the setting it speaks of was changed") },
  { "SELECT max (seq) FROM log WHERE what = 'setting' AND subject NOT IN (SELECT key FROM setting)"
    " HAVING max (seq) IS NOT NULL",
    N_("the setting it speaks of is gone") },
  { "SELECT coalesce ((SELECT max (seq) FROM log WHERE what = 'approve' AND subject = pack_id"
    " AND detail = sha256), 0) AS newest FROM approval"
    " WHERE who IS NOT (SELECT log.who FROM log WHERE seq = newest)",
    N_("the approval it speaks of was changed") },
  { "SELECT max (seq) FROM log WHERE what = 'approve'"
    " AND NOT EXISTS (SELECT 1 FROM approval WHERE pack_id = subject AND sha256 = detail)"
    " HAVING max (seq) IS NOT NULL",
    N_("the approval it speaks of is gone") },
  { "SELECT min (kept.seq) FROM log AS kept JOIN estimate ON estimate.number = kept.subject"
    " WHERE kept.what = 'identity' AND estimate.id NOT IN (SELECT estimate_id FROM identity)"
    " AND NOT EXISTS (SELECT 1 FROM log WHERE what = 'vault' AND subject = 'remove' AND seq > kept.seq)"
    " HAVING min (kept.seq) IS NOT NULL",
    N_("the identity number it speaks of is gone") },
  { "SELECT max (seq) FROM log AS made WHERE what = 'vault-key' AND NOT EXISTS (SELECT 1 FROM vault)"
    " AND NOT EXISTS (SELECT 1 FROM log WHERE what = 'vault' AND subject = 'remove' AND seq > made.seq)"
    " HAVING max (seq) IS NOT NULL",
    N_("the key of the identity numbers is gone") },
  { "SELECT min (seq) FROM log WHERE what = 'case'"
    " AND CAST (subject AS INTEGER) NOT IN (SELECT id FROM saved_case)"
    " AND subject NOT IN (SELECT subject FROM log WHERE what = 'case-delete') HAVING min (seq) IS NOT NULL",
    N_("the saved case it speaks of is gone") },
};

/* Rows whose hash a log row keeps. */
static const struct
{
  const char *what; /* in the log */
  const char *sql;  /* subject in the log, then what is hashed */
  const char *why;
} digests[] = {
  { "identity",
    "SELECT estimate.number, identity.nonce, identity.sealed FROM identity"
    " JOIN estimate ON estimate.id = identity.estimate_id",
    N_("the identity number it speaks of was changed") },
  { "vault-key", "SELECT 'key', kdf, cost, block, lanes, salt, nonce, sealed FROM vault",
    N_("the key of the identity numbers was changed") },
  { "case", "SELECT id, title, saved_at, case_json FROM saved_case",
    N_("the saved case it speaks of was changed") },
};

static gboolean
broken (MingStoreVerdict *verdict, gint64 seq, const char *why, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  verdict->broken_at = seq;
  if (seq > 0)
    g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN, _("Log row %s: %s"), number, why);
  else
    g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN,
                 _("The file holds something that no row of the log speaks of"));
  return FALSE;
}

static const char *
column (sqlite3_stmt *statement, int index)
{
  const char *text = (const char *) sqlite3_column_text (statement, index);

  return text ? text : "";
}

/* One row of the log fits the one before it; the verdict moves on to its hash. */
static gboolean
verify_row (sqlite3_stmt *statement, MingStoreVerdict *verdict, GError **error)
{
  gint64 seq = sqlite3_column_int64 (statement, 0);
  g_autofree char *hash =
      ming_store_hash_row (seq, column (statement, 1), column (statement, 2), column (statement, 3),
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
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "SELECT seq, at, who, what, subject, detail, previous, hash FROM log ORDER BY seq",
                          error);
  gboolean row = TRUE;

  if (!statement)
    return FALSE;
  while (row)
    if (!ming_store_step_row (store, statement, &row, error)
        || (row && !verify_row (statement, verdict, error)))
      return FALSE;
  return TRUE;
}

/* The last log row about @subject: its number, 0 when there is none, and its detail. */
static gboolean
find_log (MingStore *store, const char *what, const char *subject, gint64 *out_seq, char **out_detail,
          GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "SELECT seq, detail FROM log WHERE what = ?1 AND subject = ?2"
                          " ORDER BY seq DESC LIMIT 1",
                          error);
  gboolean row = FALSE;

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, what);
  ming_store_bind_text (statement, 2, subject);
  if (!ming_store_step_row (store, statement, &row, error))
    return FALSE;
  *out_seq = row ? sqlite3_column_int64 (statement, 0) : 0;
  *out_detail = row ? ming_store_column_text (statement, 1) : NULL;
  return TRUE;
}

static gboolean
verify_digest (MingStore *store, const char *what, const char *subject, const char *digest, const char *why,
               MingStoreVerdict *verdict, GError **error)
{
  g_autofree char *kept = NULL;
  gint64 seq = 0;

  if (!find_log (store, what, subject, &seq, &kept, error))
    return FALSE;
  return g_strcmp0 (digest, kept) == 0 || broken (verdict, seq, why, error);
}

static gboolean
verify_entry (MingStore *store, gint64 id, MingStoreVerdict *verdict, GError **error)
{
  g_autoptr (MingStoreEntry) entry = ming_store_get (store, id, error);
  g_autofree char *digest = entry ? ming_store_entry_digest (entry) : NULL;

  return entry
         && verify_digest (store, "keep", entry->number, digest, _("the estimate it speaks of was changed"),
                           verdict, error);
}

static gboolean
verify_entries (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "SELECT id FROM estimate ORDER BY id", error);
  gboolean row = TRUE;

  if (!statement)
    return FALSE;
  while (row)
    if (!ming_store_step_row (store, statement, &row, error)
        || (row && !verify_entry (store, sqlite3_column_int64 (statement, 0), verdict, error)))
      return FALSE;
  return TRUE;
}

static gboolean
verify_rows (MingStore *store, guint kind, MingStoreVerdict *verdict, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, digests[kind].sql, error);
  gboolean row = TRUE;

  if (!statement)
    return FALSE;
  while (row)
    {
      g_autofree char *subject = NULL;
      g_autofree char *digest = NULL;

      if (!ming_store_step_row (store, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      subject = ming_store_column_text (statement, 0);
      digest = ming_store_row_digest (statement);
      if (!verify_digest (store, digests[kind].what, subject, digest, _(digests[kind].why), verdict, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_contradictions (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (contradictions); i++)
    {
      g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, contradictions[i].sql, error);
      gboolean row = FALSE;

      if (!statement || !ming_store_step_row (store, statement, &row, error))
        return FALSE;
      if (row)
        return broken (verdict, sqlite3_column_int64 (statement, 0), _(contradictions[i].why), error);
    }
  return TRUE;
}

/* Tables, indices and triggers as text, blanks left out. (transfer full) (nullable) */
static char *
describe_tables (MingStore *store, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (
      store,
      "SELECT group_concat (name || ' ' || replace (replace (sql, ' ', ''), char (10), ''))"
      " FROM (SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)",
      error);
  gboolean row = FALSE;

  if (!statement || !ming_store_step_row (store, statement, &row, error))
    return NULL;
  return ming_store_column_text (statement, 0);
}

/* Without the triggers, say, the log would no longer be append-only: a file is compared with a new one. */
static gboolean
verify_tables (MingStore *store, GError **error)
{
  g_autoptr (MingStore) new_store = ming_store_open (":memory:", error);
  g_autofree char *wanted = new_store ? describe_tables (new_store, error) : NULL;
  g_autofree char *tables = wanted ? describe_tables (store, error) : NULL;

  if (!tables)
    return FALSE;
  if (g_str_equal (tables, wanted))
    return TRUE;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN,
               _("The tables of the file are not as this program makes them"));
  return FALSE;
}

static gboolean
verify_all (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  if (!verify_chain (store, verdict, error) || !verify_contradictions (store, verdict, error)
      || !verify_entries (store, verdict, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    if (!verify_rows (store, i, verdict, error))
      return FALSE;
  return verify_tables (store, error);
}

gboolean
ming_store_verify (MingStore *store, MingStoreVerdict *verdict, GError **error)
{
  gboolean ok;

  *verdict = (MingStoreVerdict){ 0, 0, g_strdup (MING_STORE_GENESIS) };
  /* one transaction, so that another window's writing does not look like damage */
  if (!ming_store_exec (store->db, "BEGIN", error))
    return FALSE;
  ok = verify_all (store, verdict, error);
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return ok;
}

gboolean
ming_store_log_has (MingStore *store, const char *hash, gint64 *out_seq, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store, "SELECT seq FROM log WHERE hash = lower (?1)", error);
  gboolean row = FALSE;

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, hash);
  if (!ming_store_step_row (store, statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (
          error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN,
          _("The log has no row with the hash %s: rows were removed or rewritten since it was noted"), hash);
      return FALSE;
    }
  *out_seq = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

void
ming_store_verdict_clear (MingStoreVerdict *verdict)
{
  g_clear_pointer (&verdict->last_hash, g_free);
}
