/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-note-row"

#include "config.h"

#include "ming-note-body.h"
#include "ming-note-row.h"

struct _MingNoteRow
{
  GtkListBoxRow parent_instance;

  MingNoteBody *body; /* the child */
};

G_DEFINE_FINAL_TYPE (MingNoteRow, ming_note_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
ming_note_row_class_init (MingNoteRowClass *klass)
{
}

static void
ming_note_row_init (MingNoteRow *self)
{
  self->body = MING_NOTE_BODY (ming_note_body_new ());
  set_text (ming_note_body_get_mark (self->body), NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->body));
}

GtkWidget *
ming_note_row_new (void)
{
  return g_object_new (MING_TYPE_NOTE_ROW, NULL);
}

void
ming_note_row_set_head (MingNoteRow *self, const char *number, const char *title, const char *formula)
{
  g_autofree char *whole = NULL;

  g_return_if_fail (MING_IS_NOTE_ROW (self) && title != NULL);

  whole = g_strstrip (g_strconcat (title, " ", formula, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  set_text (ming_note_body_get_number (self->body), number);
  set_text (ming_note_body_get_title (self->body), title);
  set_text (ming_note_body_get_formula (self->body), formula);
}

void
ming_note_row_set_mark (MingNoteRow *self, const char *mark, gboolean official)
{
  GtkWidget *label;

  g_return_if_fail (MING_IS_NOTE_ROW (self));

  label = ming_note_body_get_mark (self->body);
  set_text (label, mark);
  gtk_widget_remove_css_class (label, official ? "unproved" : "official");
  gtk_widget_add_css_class (label, official ? "official" : "unproved");
}

void
ming_note_row_set_details (MingNoteRow *self, GPtrArray *details)
{
  g_return_if_fail (MING_IS_NOTE_ROW (self) && details != NULL);

  for (guint i = 0; i < details->len; i++)
    set_text (ming_note_body_get_detail (self->body, i), g_ptr_array_index (details, i));
  for (guint i = details->len; i < ming_note_body_get_n_details (self->body); i++)
    set_text (ming_note_body_get_detail (self->body, i), NULL);
}
