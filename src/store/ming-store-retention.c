/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include "ming-store.h"

gboolean
ming_store_get_retention (MingStore *store, int *out_days, GError **error)
{
  GError *failure = NULL;
  g_autofree char *text = NULL;
  guint64 days = 0;

  g_return_val_if_fail (store != NULL && out_days != NULL, FALSE);

  *out_days = 0;
  text = ming_store_get_setting (store, MING_SETTING_RETENTION_DAYS, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  /* What is no number of days was not written by this program, and deletes nothing. */
  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, MING_RETENTION_MAX, &days, NULL))
    *out_days = (int) days;
  return TRUE;
}

gboolean
ming_store_set_retention (MingStore *store, int days, const char *who, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (store != NULL && days >= 0 && days <= MING_RETENTION_MAX, FALSE);

  text = days > 0 ? g_strdup_printf ("%d", days) : g_strdup ("");
  return ming_store_set_setting (store, MING_SETTING_RETENTION_DAYS, text, who, error);
}

gboolean
ming_store_purge_expired (MingStore *store, GDateTime *now, const char *who, int *out_deleted, GError **error)
{
  g_autoptr (GDateTime) first = NULL;
  g_autofree char *day = NULL;
  int days = 0;

  g_return_val_if_fail (store != NULL && now != NULL && out_deleted != NULL, FALSE);

  *out_deleted = 0;
  if (!ming_store_get_retention (store, &days, error))
    return FALSE;
  if (days == 0)
    return TRUE;
  first = g_date_time_add_days (now, -days);
  day = g_date_time_format (first, "%Y-%m-%d");
  return ming_store_purge (store, day, who, out_deleted, error);
}
