/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-approval-box"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-style.h"
#include "ming-approval-box.h"

struct _MingApprovalBox
{
  GtkBox parent_instance;

  GtkWidget *state;
  GtkWidget *who;
  GtkWidget *submit;
  GtkWidget *approve;
  GtkWidget *message;

  MingArchive *archive;
  MingPack *pack; /* NULL: none is chosen */
};

G_DEFINE_FINAL_TYPE (MingApprovalBox, ming_approval_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (MingApprovalBox *self, const char *message, gboolean refused)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, *message != '\0');
  ming_style_set_class (self->message, "refused", refused);
}

/* The name without blanks around; "" is nobody. */
static char *
dup_who (MingApprovalBox *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->who))));
}

static void
update (MingApprovalBox *self)
{
  g_autofree char *who = dup_who (self);
  gboolean can = self->pack != NULL && *who != '\0';
  g_autofree char *state = self->pack != NULL ? ming_archive_describe_approval (self->archive, self->pack->id,
                                                                                self->pack->sha256)
                                              : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_set_sensitive (self->submit, can);
  gtk_widget_set_sensitive (self->approve, can);
}

static void
sign (MingApprovalBox *self, gboolean approve)
{
  g_autofree char *who = dup_who (self);
  g_autoptr (GError) error = NULL;

  if (self->pack == NULL || *who == '\0')
    return;
  if (ming_archive_sign_pack (self->archive, self->pack, approve, who, &error))
    {
      tell (self,
            approve ? _("Approved, and written into the log.") : _("Put forward, and written into the log."),
            FALSE);
      /* The next name is another person's. */
      gtk_editable_set_text (GTK_EDITABLE (self->who), "");
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }
  else
    tell (self, error->message, TRUE);
  update (self);
}

static void
submit_cb (MingApprovalBox *self)
{
  sign (self, FALSE);
}

static void
approve_cb (MingApprovalBox *self)
{
  sign (self, TRUE);
}

static void
ming_approval_box_dispose (GObject *object)
{
  MingApprovalBox *self = MING_APPROVAL_BOX (object);

  g_clear_object (&self->archive);
  g_clear_pointer (&self->pack, ming_pack_unref);
  G_OBJECT_CLASS (ming_approval_box_parent_class)->dispose (object);
}

static void
ming_approval_box_class_init (MingApprovalBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_approval_box_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_words (GtkWidget *box, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "messages");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (GtkWidget *row, const char *words)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_box_append (GTK_BOX (row), button);
  return button;
}

static void
ming_approval_box_init (MingApprovalBox *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (C_ ("field", "Your _name"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "form");
  self->state = add_words (GTK_WIDGET (self), "");
  gtk_widget_add_css_class (row, "field");
  self->who = gtk_entry_new ();
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->who);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), self->who);
  self->submit = add_button (row, _("P_ut forward"));
  self->approve = add_button (row, _("A_pprove"));
  gtk_box_append (GTK_BOX (self), row);
  add_words (GTK_WIDGET (self),
             _("Two people answer for a pack, down to its bytes; a pack that is changed is another version. "
               "Names are as they are typed, nobody's identity is checked: who may use this machine is up to "
               "the office."));
  self->message = add_words (GTK_WIDGET (self), "");
  gtk_widget_set_visible (self->message, FALSE);
  g_signal_connect_swapped (self->who, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->submit, "clicked", G_CALLBACK (submit_cb), self);
  g_signal_connect_swapped (self->approve, "clicked", G_CALLBACK (approve_cb), self);
}

GtkWidget *
ming_approval_box_new (MingArchive *archive)
{
  MingApprovalBox *self = g_object_new (MING_TYPE_APPROVAL_BOX, NULL);

  self->archive = g_object_ref (archive);
  update (self);
  return GTK_WIDGET (self);
}

void
ming_approval_box_set_pack (MingApprovalBox *self, MingPack *pack)
{
  g_return_if_fail (MING_IS_APPROVAL_BOX (self));

  if (self->pack != pack)
    tell (self, "", FALSE);
  if (pack != NULL)
    ming_pack_ref (pack);
  g_clear_pointer (&self->pack, ming_pack_unref);
  self->pack = pack;
  update (self);
}
