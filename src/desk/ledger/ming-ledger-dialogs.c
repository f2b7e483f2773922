/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-dialogs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-ledger-dialogs.h"

/** One question for a file, until it is answered. */
typedef struct
{
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  GObject *owner;
  MingLedgerLoaded loaded;
  MingLedgerMake make;
  MingLedgerSaved saved;
  GFile *file;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->chooser);
  g_clear_object (&question->cancellable);
  g_clear_object (&question->owner);
  g_clear_object (&question->file);
  g_free (question);
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static Question *
ask (GtkWindow *parent, GCancellable *cancellable, GObject *owner, const char *title,
     GtkFileChooserAction action)
{
  Question *question = g_new0 (Question, 1);

  question->cancellable = g_object_ref (cancellable);
  question->owner = g_object_ref (owner);
  question->chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (question->chooser), TRUE);
  return question;
}

/*
 * The file that was chosen; without one the question is over. The dialog does not stay, hidden, until the
 * file is read or written: GTK 4.8 would offer it, without an address, to a screen reader that counted one
 * window more.
 */
static gboolean
take_answer (Question *question, int response)
{
  if (response == GTK_RESPONSE_ACCEPT && !g_cancellable_is_cancelled (question->cancellable))
    question->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (question->chooser));
  g_clear_object (&question->chooser);
  return question->file != NULL;
}

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autofree char *name = g_file_get_basename (question->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  char *text = NULL;
  gsize length = 0;

  if (g_file_load_contents_finish (G_FILE (file), result, &text, &length, NULL, &error))
    contents = g_bytes_new_take (text, length);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    question->loaded (question->owner, name, contents, error);
  question_free (question);
}

static void
open_response_cb (Question *question, int response)
{
  if (take_answer (question, response))
    g_file_load_contents_async (question->file, question->cancellable, loaded_cb, question);
  else
    question_free (question);
}

void
ming_ledger_dialog_open (GtkWindow *parent, GCancellable *cancellable, MingLedgerLoaded loaded,
                         GObject *owner)
{
  static const char *const both[] = { "json", "csv", NULL };
  Question *question = ask (parent, cancellable, owner, _("Open a ledger"), GTK_FILE_CHOOSER_ACTION_OPEN);

  question->loaded = loaded;
  add_filter (question->chooser, _("Ledgers (JSON, CSV)"), both);
  g_signal_connect_swapped (question->chooser, "response", G_CALLBACK (open_response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}

static void
saved_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  Question *question = data;
  g_autofree char *name = g_file_get_basename (question->file);
  g_autoptr (GError) error = NULL;

  g_file_replace_contents_finish (G_FILE (file), result, NULL, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    question->saved (question->owner, name, error);
  question_free (question);
}

static void
save_response_cb (Question *question, int response)
{
  g_autofree char *path = take_answer (question, response) ? g_file_get_parse_name (question->file) : NULL;
  g_autoptr (GBytes) contents
      = path != NULL ? question->make (question->owner, !g_str_has_suffix (path, ".json")) : NULL;

  if (contents != NULL)
    g_file_replace_contents_bytes_async (question->file, contents, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                                         question->cancellable, saved_cb, question);
  else
    question_free (question);
}

void
ming_ledger_dialog_save (GtkWindow *parent, GCancellable *cancellable, MingLedgerMake make,
                         MingLedgerSaved saved, GObject *owner)
{
  static const char *const csv[] = { "csv", NULL };
  static const char *const json[] = { "json", NULL };
  Question *question = ask (parent, cancellable, owner, _("Save the ledger"), GTK_FILE_CHOOSER_ACTION_SAVE);

  question->make = make;
  question->saved = saved;
  add_filter (question->chooser, _("Table (CSV)"), csv);
  add_filter (question->chooser, _("Case (JSON)"), json);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (question->chooser), _("ledger.csv"));
  g_signal_connect_swapped (question->chooser, "response", G_CALLBACK (save_response_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (question->chooser));
}
