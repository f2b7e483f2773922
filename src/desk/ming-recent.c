/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-recent"

#include "config.h"

#include "ming-recent.h"

/* A dialog writes the name some time after it was answered, and tells nobody but by this signal. */
static void
changed_cb (GtkRecentManager *manager)
{
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *item = items; item != NULL; item = item->next)
    if (gtk_recent_info_has_application (item->data, g_get_application_name ()))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (item->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
ming_recent_keep_out (GtkRecentManager *manager)
{
  g_return_if_fail (GTK_IS_RECENT_MANAGER (manager));

  g_signal_connect (manager, "changed", G_CALLBACK (changed_cb), NULL);
  /* What the last run did not come to. */
  changed_cb (manager);
}
