/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-about"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-about.h"
#include "ming-part-names.h"

void
ming_about_present (GtkWindow *parent)
{
  GtkWidget *about = g_object_new (GTK_TYPE_ABOUT_DIALOG, "transient-for", parent, "modal", TRUE,
                                   "destroy-with-parent", TRUE, "logo-icon-name", APPLICATION_ID, NULL);
  GtkAboutDialog *dialog = GTK_ABOUT_DIALOG (about);

  gtk_about_dialog_set_program_name (dialog, _("Mingsuan"));
  gtk_about_dialog_set_version (dialog, VERSION);
  gtk_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  gtk_about_dialog_set_comments (dialog,
                                 _("Work out what the insurance pays, what the account pays, and why"));
  ming_part_names_set (about);
  gtk_window_present (GTK_WINDOW (about));
}
