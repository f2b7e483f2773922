/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-figures"

#include "config.h"

#include "ming-figures.h"

void
ming_figures_add (GtkWidget *figures, GtkWidget *card)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  g_return_if_fail (GTK_IS_FLOW_BOX (figures));

  /* The keyboard goes to the card, if it takes it, not to the space the card stands in. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_flow_box_append (GTK_FLOW_BOX (figures), child);
}
