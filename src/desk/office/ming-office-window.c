/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-office"

#include "config.h"

#include "../ming-shortcuts.h"
#include "ming-office-window.h"

struct _MingOfficeWindow
{
  GtkWindow parent_instance;

  GtkWidget *name;
  GtkWidget *window;
  GtkWidget *clerk;
  GtkWidget *fault;
  GtkWidget *save;

  MingArchive *archive;
};

G_DEFINE_FINAL_TYPE (MingOfficeWindow, ming_office_window, GTK_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
keep (MingOfficeWindow *self, GError **error)
{
  MingOffice office = { (char *) gtk_editable_get_text (GTK_EDITABLE (self->name)),
                        (char *) gtk_editable_get_text (GTK_EDITABLE (self->window)),
                        (char *) gtk_editable_get_text (GTK_EDITABLE (self->clerk)) };
  g_autofree char *who = ming_archive_dup_clerk (self->archive);
  MingStore *store = ming_archive_open (self->archive, error);

  return store != NULL && ming_office_save (&office, store, who, error);
}

static void
save_clicked_cb (MingOfficeWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (keep (self, &error))
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->fault), error->message);
  gtk_widget_set_visible (self->fault, TRUE);
}

static void
ming_office_window_dispose (GObject *object)
{
  g_clear_object (&MING_OFFICE_WINDOW (object)->archive);
  G_OBJECT_CLASS (ming_office_window_parent_class)->dispose (object);
}

static void
ming_office_window_class_init (MingOfficeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_office_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-office-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MingOfficeWindow, name);
  gtk_widget_class_bind_template_child (widget_class, MingOfficeWindow, window);
  gtk_widget_class_bind_template_child (widget_class, MingOfficeWindow, clerk);
  gtk_widget_class_bind_template_child (widget_class, MingOfficeWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, MingOfficeWindow, save);
  ming_shortcuts_install_close (widget_class);

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
ming_office_window_init (MingOfficeWindow *self)
{
  GtkWidget *entries[3];

  gtk_widget_init_template (GTK_WIDGET (self));
  entries[0] = self->name;
  entries[1] = self->window;
  entries[2] = self->clerk;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_entry_set_max_length (GTK_ENTRY (entries[i]), MING_OFFICE_LENGTH);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_clicked_cb), self);
}

GtkWidget *
ming_office_window_new (GtkWindow *parent, MingArchive *archive, const MingOffice *office)
{
  MingOfficeWindow *self = g_object_new (MING_TYPE_OFFICE_WINDOW, "transient-for", parent, "application",
                                         gtk_window_get_application (parent), NULL);

  self->archive = g_object_ref (archive);
  gtk_editable_set_text (GTK_EDITABLE (self->name), office->name);
  gtk_editable_set_text (GTK_EDITABLE (self->window), office->window);
  gtk_editable_set_text (GTK_EDITABLE (self->clerk), office->clerk);
  gtk_widget_grab_focus (self->name);
  return GTK_WIDGET (self);
}
