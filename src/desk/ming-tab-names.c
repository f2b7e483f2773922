/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-tab-names"

#include "config.h"

#include "ming-tab-names.h"

/* The tab is what GTK puts around the label. */
static void
name_tab_cb (GtkLabel *label)
{
  GtkWidget *tab = gtk_widget_get_parent (GTK_WIDGET (label));

  if (tab != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (label), -1);
}

static void
name_tabs (GtkNotebook *notebook)
{
  for (int i = 0; i < gtk_notebook_get_n_pages (notebook); i++)
    {
      GtkWidget *label = gtk_notebook_get_tab_label (notebook, gtk_notebook_get_nth_page (notebook, i));

      if (!GTK_IS_LABEL (label))
        continue;
      g_signal_connect (label, "notify::label", G_CALLBACK (name_tab_cb), NULL);
      name_tab_cb (GTK_LABEL (label));
    }
}

void
ming_tab_names_set (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_NOTEBOOK (root))
    name_tabs (GTK_NOTEBOOK (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ming_tab_names_set (child);
}
