/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"

/*
 * Two people (经办、复核): one puts a pack forward, another approves it. Who put it forward stands in the log,
 * which nobody can change unseen; what counts is the last one.
 */

void
ming_store_approval_clear (MingStoreApproval *approval)
{
  g_clear_pointer (&approval->submitted_by, g_free);
  g_clear_pointer (&approval->submitted_at, g_free);
  g_clear_pointer (&approval->approved_by, g_free);
  g_clear_pointer (&approval->approved_at, g_free);
}

/* The two texts of the first row of @sql, or NULL twice. */
static gboolean
read_two (MingStore *store, const char *sql, const char *pack_id, const char *sha256, char **out_first,
          char **out_second, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (store, sql, error);
  gboolean row = FALSE;

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, pack_id);
  ming_store_bind_text (statement, 2, sha256);
  if (!ming_store_step_row (store, statement, &row, error))
    return FALSE;
  *out_first = row ? ming_store_column_text (statement, 0) : NULL;
  *out_second = row ? ming_store_column_text (statement, 1) : NULL;
  return TRUE;
}

gboolean
ming_store_get_approval (MingStore *store, const char *pack_id, const char *sha256,
                         MingStoreApproval *approval, GError **error)
{
  static const char submitted[] = "SELECT who, at FROM log WHERE what = 'submit' AND subject = ?1"
                                  " AND detail = ?2 ORDER BY seq DESC LIMIT 1";
  static const char approved[] = "SELECT who, at FROM approval WHERE pack_id = ?1 AND sha256 = ?2";

  *approval = (MingStoreApproval){ 0 };
  if (read_two (store, submitted, pack_id, sha256, &approval->submitted_by, &approval->submitted_at, error)
      && read_two (store, approved, pack_id, sha256, &approval->approved_by, &approval->approved_at, error))
    return TRUE;
  ming_store_approval_clear (approval);
  return FALSE;
}

char *
ming_store_pack_approver (MingStore *store, const char *pack_id, const char *sha256, GError **error)
{
  g_auto (MingStoreApproval) approval = { 0 };

  ming_store_get_approval (store, pack_id, sha256, &approval, error);
  return g_steal_pointer (&approval.approved_by);
}

gboolean
ming_store_submit_pack (MingStore *store, const char *pack_id, const char *sha256, const char *who,
                        GError **error)
{
  if (!ming_store_begin (store, error))
    return FALSE;
  return ming_store_end (store, ming_store_log (store, who, "submit", pack_id, sha256, error), error);
}

/* "Li " and "li" are one person. */
static gboolean
is_same_person (const char *a, const char *b)
{
  g_autofree char *one = g_utf8_casefold (a, -1);
  g_autofree char *other = g_utf8_casefold (b, -1);

  return g_str_equal (g_strstrip (one), g_strstrip (other));
}

static gboolean
check_second (MingStore *store, const char *pack_id, const char *sha256, const char *who, GError **error)
{
  g_auto (MingStoreApproval) approval = { 0 };

  if (!ming_store_get_approval (store, pack_id, sha256, &approval, error))
    return FALSE;
  if (approval.submitted_by == NULL)
    g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SECOND_PERSON,
                 _("Nobody has put this version of the policy pack %s forward yet"), pack_id);
  else if (is_same_person (approval.submitted_by, who))
    g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SECOND_PERSON,
                 _("%1$s put the policy pack %2$s forward; another person has to approve it"), who, pack_id);
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_approval (MingStore *store, const char *pack_id, const char *revision, const char *sha256,
                const char *who, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (store,
                          "INSERT INTO approval (pack_id, revision, sha256, who, at)"
                          " VALUES (?1, ?2, ?3, ?4, strftime ('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'))"
                          " ON CONFLICT (pack_id, sha256) DO UPDATE SET who = excluded.who, at = excluded.at",
                          error);

  if (!statement)
    return FALSE;
  ming_store_bind_text (statement, 1, pack_id);
  ming_store_bind_text (statement, 2, revision);
  ming_store_bind_text (statement, 3, sha256);
  ming_store_bind_text (statement, 4, who);
  return ming_store_step_done (store, statement, error);
}

gboolean
ming_store_approve_pack (MingStore *store, const char *pack_id, const char *revision, const char *sha256,
                         const char *who, GError **error)
{
  if (!ming_store_begin (store, error))
    return FALSE;
  return ming_store_end (store,
                         check_second (store, pack_id, sha256, who, error)
                             && write_approval (store, pack_id, revision, sha256, who, error)
                             && ming_store_log (store, who, "approve", pack_id, sha256, error),
                         error);
}
