/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-message"

#include "config.h"

#include "ming-lines.h"
#include "ming-message.h"

void
ming_message_show (GtkWidget *label, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

void
ming_message_show_lines (GtkWidget *label, GPtrArray *sentences)
{
  g_autofree char *text = ming_lines_join (sentences);

  ming_message_show (label, text);
}
