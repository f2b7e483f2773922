/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-keeping-window"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "../ming-shortcuts.h"
#include "../ming-style.h"
#include "ming-keeping-window.h"

struct _MingKeepingWindow
{
  GtkWindow parent_instance;

  GtkWidget *days;
  GtkWidget *save;
  GtkWidget *state;
  GtkWidget *passphrase;
  GtkWidget *again_label;
  GtkWidget *again;
  GtkWidget *unlock;
  GtkWidget *lock;
  GtkWidget *sure;
  GtkWidget *remove;
  GtkWidget *message;

  MingArchive *archive;
};

G_DEFINE_FINAL_TYPE (MingKeepingWindow, ming_keeping_window, GTK_TYPE_WINDOW)

/** StateWords: what the window says and offers in each state. */
static const struct
{
  const char *state;
  const char *unlock;
} words[] = {
  [MING_ARCHIVE_IDENTITY_OFF]
  = { N_ ("Identity numbers are not kept. To keep them encrypted, think of a passphrase for the office."
          " Without it nobody can read them again."),
      N_ ("_Turn on") },
  [MING_ARCHIVE_IDENTITY_LOCKED]
  = { N_ ("Identity numbers are kept encrypted, and locked: type the passphrase to keep and to see them,"
          " or go on without."),
      N_ ("_Unlock") },
  [MING_ARCHIVE_IDENTITY_OPEN]
  = { N_ ("Identity numbers that are typed are kept encrypted with the estimate, until this program is"
          " closed. To change the passphrase, type the new one twice."),
      N_ ("C_hange") },
};

static void
tell (MingKeepingWindow *self, const char *message, gboolean refused)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, *message != '\0');
  ming_style_set_class (self->message, "refused", refused);
}

static void
update (MingKeepingWindow *self)
{
  MingArchiveIdentity identity = ming_archive_get_identity (self->archive);
  gboolean off = identity == MING_ARCHIVE_IDENTITY_OFF;
  gboolean open = identity == MING_ARCHIVE_IDENTITY_OPEN;

  gtk_label_set_text (GTK_LABEL (self->state), _(words[identity].state));
  gtk_button_set_label (GTK_BUTTON (self->unlock), _(words[identity].unlock));
  /* a new passphrase is typed twice */
  gtk_widget_set_visible (self->again_label, off || open);
  gtk_widget_set_visible (self->again, off || open);
  gtk_widget_set_visible (self->lock, open);
  gtk_widget_set_visible (self->sure, !off);
  gtk_widget_set_visible (self->remove, !off);
  gtk_widget_set_sensitive (self->remove, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->sure)));
}

/* Passphrases do not stay in their fields. */
static void
clear_passphrases (MingKeepingWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again), "");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->sure), FALSE);
}

static void
save_cb (MingKeepingWindow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->days));
  g_autofree char *days = NULL;
  g_autoptr (GError) error = NULL;
  gint32 n_days = 0;

  if (*typed != '\0'
      && ming_text_parse_int_entry (typed, strlen (typed), 1, MING_RETENTION_MAX, &n_days, NULL)
             != MING_OK)
    {
      tell (self, _("Days are a whole number from 1 to 36525; nothing means for ever."), TRUE);
      return;
    }
  days = n_days > 0 ? g_strdup_printf ("%d", n_days) : g_strdup ("");
  if (!ming_archive_set_setting (self->archive, MING_SETTING_RETENTION_DAYS, days, &error))
    tell (self, error->message, TRUE);
  else if (n_days > 0)
    tell (self, _("From now on what is older is deleted when the history is opened."), FALSE);
  else
    tell (self, _("Estimates are kept until somebody deletes them."), FALSE);
}

/* What a passphrase is good for, in each state: to turn on, to unlock, to be the next one. */
static gboolean
use_passphrase (MingKeepingWindow *self, MingArchiveIdentity identity, const char *typed, GError **error)
{
  if (identity == MING_ARCHIVE_IDENTITY_OPEN)
    return ming_archive_change_passphrase (self->archive, typed, error);
  return ming_archive_unlock (self->archive, typed, error);
}

static void
unlock_cb (MingKeepingWindow *self)
{
  const char *const done[] = {
    [MING_ARCHIVE_IDENTITY_OFF] = _("Turned on. Keep the passphrase in a safe place."),
    [MING_ARCHIVE_IDENTITY_LOCKED] = _("Unlocked."),
    [MING_ARCHIVE_IDENTITY_OPEN]
    = _("Changed. The old passphrase opens nothing more but backups made before."),
  };
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->passphrase));
  MingArchiveIdentity identity = ming_archive_get_identity (self->archive);
  g_autoptr (GError) error = NULL;

  if (identity != MING_ARCHIVE_IDENTITY_LOCKED
      && !g_str_equal (typed, gtk_editable_get_text (GTK_EDITABLE (self->again))))
    {
      tell (self, _("The two passphrases are not the same."), TRUE);
      return;
    }
  if (use_passphrase (self, identity, typed, &error))
    tell (self, done[identity], FALSE);
  else
    tell (self, error->message, TRUE);
  clear_passphrases (self);
  update (self);
}

static void
lock_cb (MingKeepingWindow *self)
{
  ming_archive_lock (self->archive);
  tell (self, _("Locked."), FALSE);
  update (self);
}

static void
remove_cb (MingKeepingWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (ming_archive_remove_identities (self->archive, &error))
    tell (self, _("Turned off; every identity number is deleted."), FALSE);
  else
    tell (self, error->message, TRUE);
  clear_passphrases (self);
  update (self);
}

static void
ming_keeping_window_dispose (GObject *object)
{
  g_clear_object (&MING_KEEPING_WINDOW (object)->archive);
  G_OBJECT_CLASS (ming_keeping_window_parent_class)->dispose (object);
}

static void
ming_keeping_window_class_init (MingKeepingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_keeping_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-keeping-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, days);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, save);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, state);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, passphrase);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, again_label);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, again);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, unlock);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, lock);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, sure);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, remove);
  gtk_widget_class_bind_template_child (widget_class, MingKeepingWindow, message);
  ming_shortcuts_install_close (widget_class);
}

static void
ming_keeping_window_init (MingKeepingWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->days, "activate", G_CALLBACK (save_cb), self);
  g_signal_connect_swapped (self->unlock, "clicked", G_CALLBACK (unlock_cb), self);
  g_signal_connect_swapped (self->passphrase, "activate", G_CALLBACK (unlock_cb), self);
  g_signal_connect_swapped (self->again, "activate", G_CALLBACK (unlock_cb), self);
  g_signal_connect_swapped (self->lock, "clicked", G_CALLBACK (lock_cb), self);
  g_signal_connect_swapped (self->sure, "toggled", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
}

GtkWidget *
ming_keeping_window_new (GtkWindow *parent, MingArchive *archive)
{
  MingKeepingWindow *self = g_object_new (MING_TYPE_KEEPING_WINDOW, "transient-for", parent, "application",
                                          gtk_window_get_application (parent), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *days = NULL;

  self->archive = g_object_ref (archive);
  if (ming_archive_open (archive, &error) == NULL)
    tell (self, error->message, TRUE);
  days = ming_archive_dup_setting (archive, MING_SETTING_RETENTION_DAYS);
  gtk_editable_set_text (GTK_EDITABLE (self->days), days);
  update (self);
  gtk_widget_grab_focus (self->days);
  return GTK_WIDGET (self);
}
