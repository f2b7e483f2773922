/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-print"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-clock.h"
#include "../office/ming-office-window.h"
#include "ming-export-chooser.h"
#include "ming-paper.h"
#include "ming-print-job.h"
#include "ming-print-operation.h"
#include "ming-print-preview.h"
#include "ming-print-settings.h"

struct _MingPaper
{
  GObject parent_instance;

  GtkWindow *window; /* not held: it holds us */
  MingPage *page;    /* likewise */
  MingSession *session;
  MingOffice *office;       /* NULL before it is read */
  char *name;               /* of the client, for the paper only */
  MingMoment made;          /* when the sheets in hand were asked for: they say so */
  MingPrintOperation *last; /* it still tells of a printer that fails */
};

G_DEFINE_FINAL_TYPE (MingPaper, ming_paper, G_TYPE_OBJECT)

enum
{
  SIGNAL_TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (MingPaper *self, MingTold kind, const char *message)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, (int) kind, message);
}

/* @what did not come about, and why. */
static void
tell_error (MingPaper *self, const char *what, const GError *error)
{
  g_autofree char *message = NULL;

  if (g_error_matches (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING))
    {
      tell (self, MING_TOLD_NOTHING, error->message);
      return;
    }
  message = g_strdup_printf (_("%s: %s"), what, error->message);
  tell (self, MING_TOLD_FAILED, message);
}

static GAction *
get_large_action (MingPaper *self)
{
  return g_action_map_lookup_action (G_ACTION_MAP (self->window), "large-type");
}

static gboolean
is_large (MingPaper *self)
{
  g_autoptr (GVariant) state = g_action_get_state (get_large_action (self));

  return g_variant_get_boolean (state);
}

static void
set_look (MingPaper *self, const MingPrintLook *look)
{
  char *name = g_strdup (look->name);

  g_free (self->name);
  self->name = name;
  g_action_change_state (get_large_action (self), g_variant_new_boolean (look->large));
}

/* A sheet can be made without its head: what cannot be read is left out. */
static const MingOffice *
get_office (MingPaper *self)
{
  MingStore *store;
  g_autoptr (GError) error = NULL;

  if (self->office != NULL)
    return self->office;
  store = ming_archive_open (ming_session_get_archive (self->session), &error);
  if (store != NULL)
    self->office = ming_office_load (store, &error);
  if (self->office == NULL)
    {
      self->office = ming_office_new ();
      tell_error (self, _("Office and clerk are not on the sheet"), error);
    }
  return self->office;
}

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* The number of an estimate that was kept; otherwise the moment, which no other sheet of this window has. */
static char *
choose_number (MingPaper *self)
{
  const MingMoment *made = &self->made;
  g_autoptr (MingStoreEntry) entry = self->page != NULL ? ming_page_make_entry (self->page, "") : NULL;
  const char *kept = entry != NULL ? ming_session_get_kept (self->session, entry->receipt_code) : NULL;

  if (kept != NULL)
    return g_strdup (kept);
  return g_strdup_printf ("%04d%02d%02d-%02d%02d%02d", made->date.year, made->date.month, made->date.day,
                          made->hour, made->minute, made->second);
}

static GPtrArray *
make_sheets (const MingPrintLook *look, gpointer paper, GError **error)
{
  MingPaper *self = paper;
  const MingOffice *office = get_office (self);
  const char *identity = ming_session_get_values (self->session)->text[MING_FIELD_IDCARD];
  g_autofree char *number = choose_number (self);
  MingSheetOptions options = { .office = or_null (office->name),
                               .window = or_null (office->window),
                               .clerk = or_null (office->clerk),
                               .number = number,
                               .date = self->made.date,
                               .hour = self->made.hour,
                               .minute = self->made.minute,
                               .name = or_null (look->name),
                               .identity = or_null (identity),
                               .large = look->large };

  return ming_page_make_sheets (self->page, &options, error);
}

/* NULL, and the clerk was told why. */
static MingPrintJob *
make_job (MingPaper *self)
{
  MingPrintLook look = { FALSE, self->name };
  g_autoptr (GError) error = NULL;
  MingPrintJob *job;

  /* Before there is a page, and after the window was closed behind a dialog. */
  if (self->page == NULL)
    return NULL;
  look.large = is_large (self);
  self->made = ming_clock_now ();
  job = ming_print_job_new (_ ("Estimate sheet"), &look, make_sheets, self, &error);
  if (job == NULL)
    tell_error (self, _("Not printed"), error);
  return job;
}

static void
load_settings (GtkPrintSettings **settings, GtkPageSetup **setup)
{
  g_autofree char *path = ming_print_settings_path ();

  ming_print_settings_load (path, settings, setup);
}

static void
save_settings (MingPaper *self, GtkPrintOperation *operation)
{
  g_autofree char *path = ming_print_settings_path ();
  g_autoptr (GError) error = NULL;
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  GtkPageSetup *setup = gtk_print_operation_get_default_page_setup (operation);

  if (settings != NULL && setup != NULL && !ming_print_settings_save (path, settings, setup, &error))
    tell_error (self, _("The settings of the printer were not kept"), error);
}

static void
ended_cb (MingPaper *self, guint n_pages, const GError *error, MingPrintOperation *operation)
{
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      tell_error (self, _("Not printed"), error);
      return;
    }
  message = g_strdup_printf (ngettext ("%u page was sent to the printer", "%u pages were sent to the printer",
                                       n_pages),
                             n_pages);
  tell (self, MING_TOLD_DONE, message);
  save_settings (self, GTK_PRINT_OPERATION (operation));
}

static void
preview_print_cb (MingPaper *self, GtkWindow *preview)
{
  set_look (self, ming_print_job_get_look (g_object_get_data (G_OBJECT (preview), "job")));
  gtk_window_close (preview);
  ming_paper_print (self, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL);
}

static void
preview_job (MingPaper *self, MingPrintJob *job)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  GtkWidget *preview;

  load_settings (&settings, &setup);
  preview = ming_print_preview_new (self->window, job, setup);
  g_object_set_data_full (G_OBJECT (preview), "job", ming_print_job_ref (job),
                          (GDestroyNotify) ming_print_job_unref);
  g_signal_connect_object (preview, "print", G_CALLBACK (preview_print_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (preview));
}

static void
see_first_cb (MingPaper *self, MingPrintOperation *operation)
{
  preview_job (self, ming_print_operation_get_job (operation));
}

/* A name of the file that says no more than the sheet's number. */
static void
propose_file (GtkPrintSettings *settings, MingPaper *self)
{
  g_autofree char *number = choose_number (self);
  g_autofree char *name = g_strdup_printf ("%s-%s", _ ("Estimate sheet"), number);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
}

static void
print_job (MingPaper *self, MingPrintJob *job, GtkPrintOperationAction action, const char *path)
{
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperation *operation;

  load_settings (&settings, &setup);
  propose_file (settings, self);
  g_clear_object (&self->last);
  self->last = ming_print_operation_new (job, settings, setup);
  operation = GTK_PRINT_OPERATION (self->last);
  if (path != NULL)
    gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect_object (operation, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (operation, "see-first", G_CALLBACK (see_first_cb), self, G_CONNECT_SWAPPED);
  /* An error is told by "ended" as well. */
  gtk_print_operation_run (operation, action, self->window, &error);
}

void
ming_paper_print (MingPaper *self, GtkPrintOperationAction action, const char *path)
{
  g_autoptr (MingPrintJob) job = NULL;

  g_return_if_fail (MING_IS_PAPER (self));

  job = make_job (self);
  if (job != NULL)
    print_job (self, job, action, path);
}

void
ming_paper_export (MingPaper *self, guint choice, const char *path)
{
  const MingExportChoice *kind;
  g_autoptr (MingPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *instead = NULL;
  g_autofree char *message = NULL;
  MingExport export;

  g_return_if_fail (MING_IS_PAPER (self) && choice < MING_N_EXPORT_CHOICES && path != NULL);

  job = make_job (self);
  if (job == NULL)
    return;
  kind = &ming_export_choices[choice];
  export = (MingExport){ kind->format, ming_print_job_get_sheets (job), ming_page_get_estimate (self->page),
                         kind->charset };
  if (ming_export_write (&export, path, &instead, &error))
    {
      message = g_strdup_printf (_ ("Exported: %s"), path);
      tell (self, MING_TOLD_DONE, message);
    }
  else if (instead != NULL)
    {
      message =
          g_strdup_printf (_ ("%1$s The sheet was written as plain text: %2$s"), error->message, instead);
      tell (self, MING_TOLD_FAILED, message);
    }
  else
    tell_error (self, _("Not exported"), error);
}

static void
print_action_cb (GSimpleAction *action, GVariant *parameter, gpointer paper)
{
  ming_paper_print (MING_PAPER (paper), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL);
}

static void
preview_action_cb (GSimpleAction *action, GVariant *parameter, gpointer paper)
{
  g_autoptr (MingPrintJob) job = make_job (MING_PAPER (paper));

  if (job != NULL)
    preview_job (MING_PAPER (paper), job);
}

static void
export_chosen_cb (guint choice, const char *path, gpointer paper)
{
  ming_paper_export (MING_PAPER (paper), choice, path);
}

static void
export_action_cb (GSimpleAction *action, GVariant *parameter, gpointer paper)
{
  MingPaper *self = MING_PAPER (paper);
  g_autoptr (MingPrintJob) job = make_job (self);
  g_autofree char *number = choose_number (self);
  g_autofree char *name = g_strdup_printf ("%s-%s", _ ("Estimate sheet"), number);

  if (job != NULL)
    ming_export_chooser_ask (self->window, name, ming_page_get_estimate (self->page) != NULL,
                             export_chosen_cb, G_OBJECT (self));
}

static void
office_saved_cb (MingPaper *self)
{
  g_clear_pointer (&self->office, ming_office_free);
  tell (self, MING_TOLD_DONE, _ ("The head of the sheets was kept"));
}

static void
office_action_cb (GSimpleAction *action, GVariant *parameter, gpointer paper)
{
  MingPaper *self = MING_PAPER (paper);
  GtkWidget *window =
      ming_office_window_new (self->window, ming_session_get_archive (self->session), get_office (self));

  g_signal_connect_object (window, "saved", G_CALLBACK (office_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { .name = "print", .activate = print_action_cb },
  { .name = "print-preview", .activate = preview_action_cb },
  { .name = "export", .activate = export_action_cb },
  { .name = "office", .activate = office_action_cb },
  { .name = "large-type", .state = "false" },
};

/* Name and large type are the client's. */
static void
next_client_cb (MingPaper *self)
{
  const MingPrintLook look = { FALSE, "" };

  set_look (self, &look);
}

static void
ming_paper_dispose (GObject *object)
{
  MingPaper *self = MING_PAPER (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->last);
  self->page = NULL;
  self->window = NULL;
  G_OBJECT_CLASS (ming_paper_parent_class)->dispose (object);
}

static void
ming_paper_finalize (GObject *object)
{
  MingPaper *self = MING_PAPER (object);

  g_clear_pointer (&self->office, ming_office_free);
  g_free (self->name);
  G_OBJECT_CLASS (ming_paper_parent_class)->finalize (object);
}

static void
ming_paper_class_init (MingPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_paper_dispose;
  G_OBJECT_CLASS (klass)->finalize = ming_paper_finalize;

  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
ming_paper_init (MingPaper *self)
{
  self->name = g_strdup ("");
}

MingPaper *
ming_paper_new (GtkApplicationWindow *window, MingSession *session)
{
  MingPaper *self = g_object_new (MING_TYPE_PAPER, NULL);

  self->window = GTK_WINDOW (window);
  self->session = g_object_ref (session);
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_swapped (session, "next-client", G_CALLBACK (next_client_cb), self);
  return self;
}

void
ming_paper_set_page (MingPaper *self, MingPage *page)
{
  g_return_if_fail (MING_IS_PAPER (self));

  self->page = page;
}
