/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-test-chooser"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-test-chooser.h"
#include "ming-test-file.h"

static void
tell (GtkWindow *window, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", message);
}

/* The client may have changed while the dialog was open: what is saved is what is on the counter now. */
static void
save (GtkWindow *window, MingSession *session, const char *path)
{
  const MingEstimate *estimate = ming_session_get_answer (session)->estimate;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (estimate == NULL)
    message = g_strdup (_("There is no case to save yet"));
  else if (ming_test_file_write (ming_session_get_world (session)->library, estimate->input, path, &error))
    message = g_strdup_printf (_("Saved as a test without personal data: %s"), path);
  else
    message = g_strdup_printf (_("Not saved: %s"), error->message);
  tell (window, message);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer session)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    save (gtk_native_dialog_get_transient_for (dialog), MING_SESSION (session), path);
  g_object_unref (dialog);
}

void
ming_test_chooser_ask (GtkWindow *window, MingSession *session)
{
  const MingEstimate *estimate = ming_session_get_answer (session)->estimate;
  GtkFileChooserNative *dialog;
  g_autofree char *name = NULL;

  if (estimate == NULL)
    {
      tell (window, _("There is no case to save yet"));
      return;
    }
  dialog = gtk_file_chooser_native_new (_("Save as test"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                        _("_Cancel"));
  name = ming_test_file_propose (estimate->input);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_object_ref (session),
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
