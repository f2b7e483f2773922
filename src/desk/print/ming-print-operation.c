/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-print"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-print-operation.h"

/* The name of the longest citizen, in characters. */
#define NAME_LENGTH 40

struct _MingPrintOperation
{
  GtkPrintOperation parent_instance;

  MingPrintJob *job;
  GError *fault; /* why the pages could not be laid out */
  GtkWidget *large;
  GtkWidget *name;
  gboolean previewed; /* the clerk wants to see the pages first */
  gboolean under_way; /* everything is drawn; only the printer or the file can still fail */
};

G_DEFINE_FINAL_TYPE (MingPrintOperation, ming_print_operation, GTK_TYPE_PRINT_OPERATION)

enum
{
  SIGNAL_ENDED,
  SIGNAL_SEE_FIRST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_ended (MingPrintOperation *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ENDED], 0, ming_print_job_get_n_pages (self->job), error);
}

/* A cancelled operation prints nothing; why is said at the end. */
static void
ming_print_operation_begin_print (GtkPrintOperation *operation, GtkPrintContext *context)
{
  MingPrintOperation *self = MING_PRINT_OPERATION (operation);

  if (self->fault == NULL
      && ming_print_job_paginate (self->job, gtk_print_context_get_width (context),
                                  gtk_print_context_get_height (context), &self->fault))
    {
      gtk_print_operation_set_n_pages (operation, (int) ming_print_job_get_n_pages (self->job));
      return;
    }
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_cancel (operation);
}

static void
ming_print_operation_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page)
{
  MingPrintOperation *self = MING_PRINT_OPERATION (operation);

  if (self->fault == NULL)
    ming_print_job_draw_page (self->job, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
ming_print_operation_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  MingPrintOperation *self = MING_PRINT_OPERATION (operation);
  g_autoptr (GError) error = NULL;

  if (self->fault != NULL)
    emit_ended (self, self->fault);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !self->previewed)
    {
      self->under_way = TRUE;
      emit_ended (self, NULL);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      emit_ended (self, error);
    }
}

/* Tries to write beside @file what was not written there, and says why that does not work either. */
static gboolean
try_beside (GFile *file, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_strdup_printf (".mingsuan-%08x", g_random_int ());
  g_autoptr (GFile) beside = folder != NULL ? g_file_get_child (folder, name) : NULL;
  gboolean written;

  if (beside == NULL)
    return TRUE;
  written = g_file_replace_contents (beside, "?", 1, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
  g_file_delete (beside, NULL, NULL);
  return written;
}

char *
ming_print_operation_explain_target (const char *uri)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  file = g_file_new_for_uri (uri);
  path = g_file_get_parse_name (file);
  if (try_beside (file, &error))
    return NULL;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return g_strdup_printf (
        _ ("The disk is full: “%s” was not written. Free some space or choose another place."), path);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup_printf (_ ("“%s” may not be written: the folder is read-only. Choose another place."),
                            path);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return g_strdup_printf (_ ("“%s” was not written: there is no such folder."), path);
  return g_strdup_printf (_ ("“%s” was not written: %s."), path, error->message);
}

/* The file or printer refused after everything was drawn: GTK tells only that, not why. */
static void
ming_print_operation_status_changed (GtkPrintOperation *operation)
{
  MingPrintOperation *self = MING_PRINT_OPERATION (operation);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri =
      settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;
  const char *said = gtk_print_operation_get_status_string (operation);
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_get_status (operation) != GTK_PRINT_STATUS_FINISHED_ABORTED || !self->under_way)
    return;
  self->under_way = FALSE;
  reason = uri != NULL ? ming_print_operation_explain_target (uri) : NULL;
  if (reason == NULL)
    reason = g_strdup (said != NULL && *said != '\0' ? said : _ ("the printer or the file refused it"));
  error = g_error_new_literal (GTK_PRINT_ERROR, GTK_PRINT_ERROR_GENERAL, reason);
  emit_ended (self, error);
}

static GtkWidget *
ming_print_operation_create_custom_widget (GtkPrintOperation *operation)
{
  MingPrintOperation *self = MING_PRINT_OPERATION (operation);
  const MingPrintLook *look = ming_print_job_get_look (self->job);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Name on the sheet"));

  self->large = gtk_check_button_new_with_mnemonic (_ ("_Large type"));
  self->name = gtk_entry_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->large), look->large);
  gtk_editable_set_text (GTK_EDITABLE (self->name), look->name);
  gtk_entry_set_max_length (GTK_ENTRY (self->name), NAME_LENGTH);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->name), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->name), _ ("only if the person wants it there"));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->name);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_top (grid, 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_grid_attach (GTK_GRID (grid), self->large, 0, 0, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->name, 1, 1, 1, 1);
  return grid;
}

/* The clerk pressed Print: the sheets are made anew when their look was changed. */
static void
ming_print_operation_custom_widget_apply (GtkPrintOperation *operation, GtkWidget *widget)
{
  MingPrintOperation *self = MING_PRINT_OPERATION (operation);
  const MingPrintLook *before = ming_print_job_get_look (self->job);
  MingPrintLook look = { gtk_check_button_get_active (GTK_CHECK_BUTTON (self->large)),
                         gtk_editable_get_text (GTK_EDITABLE (self->name)) };

  if (look.large != before->large || !g_str_equal (look.name, before->name))
    ming_print_job_change (self->job, &look, &self->fault);
}

static void
ready_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
  g_signal_emit (preview, signals[SIGNAL_SEE_FIRST], 0);
}

/*
 * The dialog's own preview would look for a program that shows PDF files; the window has a better one. GTK
 * wants something to draw on nevertheless.
 */
static gboolean
ming_print_operation_preview (GtkPrintOperation *operation, GtkPrintOperationPreview *preview,
                              GtkPrintContext *context, GtkWindow *parent)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72.0, 72.0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  MING_PRINT_OPERATION (operation)->previewed = TRUE;
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  return TRUE;
}

static void
ming_print_operation_finalize (GObject *object)
{
  MingPrintOperation *self = MING_PRINT_OPERATION (object);

  g_clear_pointer (&self->job, ming_print_job_unref);
  g_clear_error (&self->fault);
  G_OBJECT_CLASS (ming_print_operation_parent_class)->finalize (object);
}

static void
ming_print_operation_class_init (MingPrintOperationClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ming_print_operation_finalize;
  operation_class->begin_print = ming_print_operation_begin_print;
  operation_class->preview = ming_print_operation_preview;
  operation_class->draw_page = ming_print_operation_draw_page;
  operation_class->done = ming_print_operation_done;
  operation_class->status_changed = ming_print_operation_status_changed;
  operation_class->create_custom_widget = ming_print_operation_create_custom_widget;
  operation_class->custom_widget_apply = ming_print_operation_custom_widget_apply;

  signals[SIGNAL_SEE_FIRST] = g_signal_new ("see-first", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ERROR);
}

static void
ming_print_operation_init (MingPrintOperation *self)
{
}

MingPrintOperation *
ming_print_operation_new (MingPrintJob *job, GtkPrintSettings *settings, GtkPageSetup *setup)
{
  MingPrintOperation *self = g_object_new (MING_TYPE_PRINT_OPERATION, NULL);
  GtkPrintOperation *operation = GTK_PRINT_OPERATION (self);

  self->job = ming_print_job_ref (job);
  gtk_print_operation_set_job_name (operation, ming_print_job_get_title (job));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, C_ ("print", "Sheet"));
  return self;
}

MingPrintJob *
ming_print_operation_get_job (MingPrintOperation *self)
{
  g_return_val_if_fail (MING_IS_PRINT_OPERATION (self), NULL);

  return self->job;
}
