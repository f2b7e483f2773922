/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-application"

#include "config.h"

#include "i18n/ming-install.h"
#include "ming-application.h"
#include "ming-clock.h"
#include "ming-recent.h"
#include "ming-settings.h"
#include "ming-shortcuts.h"
#include "ming-style.h"
#include "ming-window.h"

struct _MingApplication
{
  GtkApplication parent_instance;

  MingSession *session;
};

G_DEFINE_FINAL_TYPE (MingApplication, ming_application, GTK_TYPE_APPLICATION)

/* The counter's window, whatever else is open; NULL before there is one. */
static GtkWindow *
find_window (GtkApplication *application)
{
  for (GList *list = gtk_application_get_windows (application); list != NULL; list = list->next)
    if (MING_IS_WINDOW (list->data))
      return GTK_WINDOW (list->data);
  return NULL;
}

static void
quit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  GtkWindow *window = find_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_close (window);
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_action_cb },
};

static void
ming_application_startup (GApplication *application)
{
  MingApplication *self = MING_APPLICATION (application);
  g_autofree char *region = NULL;

  G_APPLICATION_CLASS (ming_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ming_shortcuts_install (GTK_APPLICATION (self));
  ming_style_install (gdk_display_get_default ());
  ming_recent_keep_out (gtk_recent_manager_get_default ());
  self->session = ming_session_new (ming_install_data_folder (), ming_clock_today ());
  region = ming_settings_get_region ();
  ming_session_set_region (self->session, region);
}

static void
ming_application_activate (GApplication *application)
{
  MingApplication *self = MING_APPLICATION (application);
  GtkWindow *window = find_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (ming_window_new (GTK_APPLICATION (self), self->session));
  gtk_window_present (window);
}

static void
ming_application_dispose (GObject *object)
{
  g_clear_object (&MING_APPLICATION (object)->session);
  G_OBJECT_CLASS (ming_application_parent_class)->dispose (object);
}

static void
ming_application_class_init (MingApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_application_dispose;
  G_APPLICATION_CLASS (klass)->startup = ming_application_startup;
  G_APPLICATION_CLASS (klass)->activate = ming_application_activate;
}

static void
ming_application_init (MingApplication *self)
{
}

MingApplication *
ming_application_new (void)
{
  return g_object_new (MING_TYPE_APPLICATION, "application-id", APPLICATION_ID, NULL);
}
