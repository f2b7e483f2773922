/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-print"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-export-chooser.h"

typedef struct
{
  MingExportChosen chosen;
  GObject *owner;
} Asked;

static void
asked_free (Asked *self)
{
  g_object_unref (self->owner);
  g_free (self);
}

static guint
get_choice (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  return filter != NULL ? GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (filter), "choice")) : 0;
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer asked)
{
  Asked *self = asked;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      guint choice = 0;
      g_autofree char *settled = ming_export_choice_settle (path, get_choice (chooser), &choice);

      self->chosen (choice, settled, self->owner);
    }
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, guint choice)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (ming_export_choices[choice].label));
  gtk_file_filter_add_suffix (filter, ming_export_format_word (ming_export_choices[choice].format));
  g_object_set_data (G_OBJECT (filter), "choice", GUINT_TO_POINTER (choice));
  gtk_file_chooser_add_filter (chooser, filter);
  if (choice == 0)
    gtk_file_chooser_set_filter (chooser, filter);
}

void
ming_export_chooser_ask (GtkWindow *parent, const char *name, gboolean figures, MingExportChosen chosen,
                         GObject *owner)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Export"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
                                   _ ("_Cancel"));
  Asked *asked = g_new0 (Asked, 1);
  g_autofree char *proposed = NULL;

  asked->chosen = chosen;
  asked->owner = g_object_ref (owner);
  for (guint i = 0; i < MING_N_EXPORT_CHOICES; i++)
    if (figures || !ming_export_format_is_figures (ming_export_choices[i].format))
      add_filter (GTK_FILE_CHOOSER (dialog), i);
  proposed = g_strdup_printf ("%s.%s", name, ming_export_format_word (ming_export_choices[0].format));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposed);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asked,
                         (GClosureNotify) (GCallback) asked_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
