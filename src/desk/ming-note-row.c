/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-note-row"

#include "config.h"

#include "ming-note-row.h"
#include "ming-row-box.h"
#include "ming-text-size.h"
#include "ming-tip.h"

/* Text that wraps is never narrower. */
#define LEAST_CHARS 16

struct _MingNoteRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *number;
  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *formula;
  GtkWidget *mark;
  GtkWidget *column;
  GPtrArray *details; /* of GtkLabel*, children of the column */
  gboolean whole;
};

G_DEFINE_FINAL_TYPE (MingNoteRow, ming_note_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/*
 * A label that wraps is laid out many times over before it knows its size; so only what was asked for wraps.
 * Without a least width it is laid out with one character to the line first.
 */
static void
fold_label (GtkWidget *label, gboolean whole)
{
  gtk_label_set_wrap (GTK_LABEL (label), whole);
  if (!gtk_widget_has_css_class (label, "note-title"))
    gtk_label_set_width_chars (GTK_LABEL (label), whole ? LEAST_CHARS : -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

static void
ming_note_row_finalize (GObject *object)
{
  g_ptr_array_unref (MING_NOTE_ROW (object)->details);
  G_OBJECT_CLASS (ming_note_row_parent_class)->finalize (object);
}

static void
ming_note_row_class_init (MingNoteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ming_note_row_finalize;
}

/* Beside each other; with large text the formula stands below its title, so that no figure of it is cut. */
static void
arrange_head (MingNoteRow *self)
{
  ming_row_box_set_stacked (MING_ROW_BOX (self->head), ming_text_size_is_large ());
}

static void
ming_note_row_init (MingNoteRow *self)
{
  GtkWidget *box = ming_row_box_new (8);

  self->details = g_ptr_array_new ();
  self->head = ming_row_box_new (10);
  arrange_head (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (arrange_head), self, G_CONNECT_SWAPPED);
  self->number = make_label ("number");
  self->title = make_label ("note-title");
  self->formula = make_label ("formula");
  fold_label (self->title, FALSE);
  fold_label (self->formula, FALSE);
  self->mark = gtk_label_new ("");
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->mark, "mark");
  gtk_widget_set_hexpand (self->column, TRUE);
  ming_row_box_append (MING_ROW_BOX (self->head), self->title);
  ming_row_box_append (MING_ROW_BOX (self->head), self->formula);
  gtk_box_append (GTK_BOX (self->column), self->head);
  ming_row_box_append (MING_ROW_BOX (box), self->number);
  ming_row_box_append (MING_ROW_BOX (box), self->column);
  ming_row_box_append (MING_ROW_BOX (box), self->mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
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
  set_text (self->number, number);
  set_text (self->title, title);
  set_text (self->formula, formula);
}

void
ming_note_row_set_mark (MingNoteRow *self, const char *mark, gboolean official)
{
  g_return_if_fail (MING_IS_NOTE_ROW (self));

  set_text (self->mark, mark);
  gtk_widget_remove_css_class (self->mark, official ? "unproved" : "official");
  gtk_widget_add_css_class (self->mark, official ? "official" : "unproved");
}

void
ming_note_row_set_details (MingNoteRow *self, GPtrArray *details)
{
  g_return_if_fail (MING_IS_NOTE_ROW (self) && details != NULL);

  while (self->details->len < details->len)
    {
      GtkWidget *label = make_label ("detail");

      fold_label (label, self->whole);
      gtk_box_append (GTK_BOX (self->column), label);
      g_ptr_array_add (self->details, label);
    }
  for (guint i = 0; i < self->details->len; i++)
    {
      const char *text = i < details->len ? g_ptr_array_index (details, i) : NULL;

      set_text (g_ptr_array_index (self->details, i), text);
      ming_tip_set (g_ptr_array_index (self->details, i), text);
    }
}

void
ming_note_row_unfold (MingNoteRow *self, gboolean whole)
{
  g_return_if_fail (MING_IS_NOTE_ROW (self));

  if (self->whole == whole)
    return;
  self->whole = whole;
  fold_label (self->title, whole);
  fold_label (self->formula, whole);
  for (guint i = 0; i < self->details->len; i++)
    fold_label (g_ptr_array_index (self->details, i), whole);
}
