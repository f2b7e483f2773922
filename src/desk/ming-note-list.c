/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-note-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-estimate-answer.h"
#include "ming-note-list.h"

struct _MingNoteList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *placeholder;
  GtkWidget *unfolded; /* the row whose details are shown whole, or NULL */
};

G_DEFINE_FINAL_TYPE (MingNoteList, ming_note_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_line (GtkWidget *column, const char *text, const char *style)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (column), make_label (text, style));
}

/* A line that keeps to one line until its row is chosen. */
static void
add_detail (GtkWidget *column, const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = make_label (text, "source");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "detail");
  gtk_box_append (GTK_BOX (column), label);
}

/* Unfolds or folds the details below @widget. */
static void
unfold (GtkWidget *widget, gboolean whole)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "detail"))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
      gtk_label_set_wrap (GTK_LABEL (widget), whole);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child, whole);
}

static void
row_selected_cb (MingNoteList *self, GtkListBoxRow *row)
{
  if (self->unfolded != NULL)
    unfold (self->unfolded, FALSE);
  self->unfolded = GTK_WIDGET (row);
  if (row != NULL)
    unfold (GTK_WIDGET (row), TRUE);
}

/* The evidence as a word in a frame; the word carries the meaning, the colour only repeats it. */
static GtkWidget *
make_mark (const char *mark, gboolean official)
{
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_add_css_class (label, "mark");
  gtk_widget_add_css_class (label, official ? "official" : "unproved");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

/* A row: number, a column of lines, a mark at the right. Returns the column. */
static GtkWidget *
add_row (MingNoteList *self, const char *number, const char *mark, gboolean official)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (column, TRUE);
  if (number != NULL)
    {
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "number");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), column);
  if (mark != NULL)
    gtk_box_append (GTK_BOX (box), make_mark (mark, official));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  return column;
}

static char *
join (GPtrArray *parts, const char *separator)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    g_ptr_array_add (words, g_ptr_array_index (parts, i));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (separator, (GStrv) words->pdata);
}

static void
add_step (MingNoteList *self, const MingStep *step, guint number)
{
  g_autofree char *circle = ming_answer_circled ((int) number);
  g_autofree char *basis = join (step->citations, "; ");
  GtkWidget *column;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  column = add_row (self, circle, step->citations->len > 0 ? ming_evidence_mark (step->evidence) : NULL,
                    ming_evidence_is_official (step->evidence));
  gtk_box_append (GTK_BOX (head), make_label (step->title, "step-title"));
  if (step->formula != NULL && *step->formula != '\0')
    gtk_box_append (GTK_BOX (head), make_label (step->formula, "formula"));
  gtk_box_append (GTK_BOX (column), head);
  add_detail (column, basis);
  if (step->matched != NULL && *step->matched != '\0')
    {
      g_autofree char *matched = g_strdup_printf (_("Rule matched: %s"), step->matched);

      add_detail (column, matched);
    }
  for (guint i = 0; step->why_not != NULL && i < step->why_not->len; i++)
    add_detail (column, g_ptr_array_index (step->why_not, i));
  add_detail (column, step->rounding);
}

static void
ming_note_list_dispose (GObject *object)
{
  g_clear_pointer (&MING_NOTE_LIST (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ming_note_list_parent_class)->dispose (object);
}

static void
ming_note_list_class_init (MingNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_note_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ming_note_list_init (MingNoteList *self)
{
  self->list = gtk_list_box_new ();
  self->placeholder = make_label ("", "empty");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), self->placeholder);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "notes");
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
ming_note_list_new (const char *name)
{
  MingNoteList *self = g_object_new (MING_TYPE_NOTE_LIST, "vexpand", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
ming_note_list_clear (MingNoteList *self, const char *empty)
{
  GtkListBoxRow *row;

  g_return_if_fail (MING_IS_NOTE_LIST (self));

  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  self->unfolded = NULL;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  gtk_label_set_text (GTK_LABEL (self->placeholder), empty);
}

void
ming_note_list_add_steps (MingNoteList *self, GPtrArray *steps)
{
  g_return_if_fail (MING_IS_NOTE_LIST (self));

  for (guint i = 0; i < steps->len; i++)
    add_step (self, g_ptr_array_index (steps, i), i + 1);
}

void
ming_note_list_add_notes (MingNoteList *self, GPtrArray *notes)
{
  g_return_if_fail (MING_IS_NOTE_LIST (self));

  for (guint i = 0; i < notes->len; i++)
    {
      const MingNote *note = g_ptr_array_index (notes, i);
      GtkWidget *column = add_row (self, NULL, note->mark, note->official);

      add_line (column, note->title, "step-title");
      add_line (column, note->text, "source");
    }
}

void
ming_note_list_add_sentences (MingNoteList *self, GPtrArray *sentences)
{
  g_return_if_fail (MING_IS_NOTE_LIST (self));

  for (guint i = 0; i < sentences->len; i++)
    add_line (add_row (self, "•", NULL, TRUE), g_ptr_array_index (sentences, i), NULL);
}

void
ming_note_list_point_at (MingNoteList *self, int number)
{
  GtkAdjustment *scroll;
  GtkListBoxRow *row;
  graphene_rect_t bounds;

  g_return_if_fail (MING_IS_NOTE_LIST (self));

  row = number > 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), number - 1) : NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    return;
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_adjustment_set_value (scroll, (double) bounds.origin.y);
}
