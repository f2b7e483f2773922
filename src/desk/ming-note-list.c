/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-note-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-estimate-answer.h"
#include "ming-note-list.h"
#include "ming-note-row.h"
#include "ming-text-size.h"

/* In pixels; about the words "rule matched" and three lines. */
#define LEAST_WIDTH 200
#define LEAST_HEIGHT 70

/* With large text, where the page scrolls anyway: about six lines. */
#define LEAST_HEIGHT_LARGE 260

struct _MingNoteList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *placeholder;
};

G_DEFINE_FINAL_TYPE (MingNoteList, ming_note_list, GTK_TYPE_WIDGET)

/* Row @index, made when there is none yet. */
static MingNoteRow *
get_row (MingNoteList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index);

  if (row != NULL)
    return MING_NOTE_ROW (row);
  row = GTK_LIST_BOX_ROW (ming_note_row_new ());
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  return MING_NOTE_ROW (row);
}

/* Keeps the first @n_rows. */
static void
cut_rows (MingNoteList *self, guint n_rows, const char *empty)
{
  GtkListBoxRow *row;

  gtk_label_set_text (GTK_LABEL (self->placeholder), empty);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n_rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
add_detail (GPtrArray *details, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (details, g_strdup (text));
}

/* Clause, rule matched, why not others, rounding. */
static GPtrArray *
list_details (const MingStep *step)
{
  GPtrArray *details = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) citations = g_ptr_array_new ();
  g_autofree char *basis = NULL;

  for (guint i = 0; i < step->citations->len; i++)
    g_ptr_array_add (citations, g_ptr_array_index (step->citations, i));
  g_ptr_array_add (citations, NULL);
  basis = g_strjoinv ("; ", (GStrv) citations->pdata);
  add_detail (details, basis);
  if (step->matched != NULL && *step->matched != '\0')
    g_ptr_array_add (details, g_strdup_printf (_("Rule matched: %s"), step->matched));
  for (guint i = 0; i < step->why_not->len; i++)
    add_detail (details, g_ptr_array_index (step->why_not, i));
  add_detail (details, step->rounding);
  return details;
}

static void
ming_note_list_dispose (GObject *object)
{
  MingNoteList *self = MING_NOTE_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ming_note_list_parent_class)->dispose (object);
}

/*
 * The list takes the room there is and scrolls. It never asks its rows how wide they would like to be at
 * some height: GTK 4.8 answers that for text that wraps by trying, once more for every box around it, which
 * takes a second for a dozen sentences.
 */
static void
ming_note_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  int height = ming_text_size_is_large () ? LEAST_HEIGHT_LARGE : LEAST_HEIGHT;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : height;
  *minimum_baseline = *natural_baseline = -1;
}

static void
ming_note_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (MING_NOTE_LIST (widget)->scroller, width, height, baseline, NULL);
}

static void
ming_note_list_class_init (MingNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_note_list_dispose;
  GTK_WIDGET_CLASS (klass)->measure = ming_note_list_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ming_note_list_size_allocate;
}

static void
ming_note_list_init (MingNoteList *self)
{
  self->list = gtk_list_box_new ();
  self->placeholder = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->placeholder), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_halign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->placeholder, "empty");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), self->placeholder);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "notes");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
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
ming_note_list_show_steps (MingNoteList *self, GPtrArray *steps, const char *empty)
{
  g_return_if_fail (MING_IS_NOTE_LIST (self) && steps != NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (steps, i);
      MingNoteRow *row = get_row (self, i);
      g_autofree char *number = ming_answer_circled ((int) i + 1);
      g_autoptr (GPtrArray) details = list_details (step);

      ming_note_row_set_head (row, number, step->title, step->formula);
      ming_note_row_set_mark (row, step->citations->len > 0 ? ming_evidence_mark (step->evidence) : NULL,
                              ming_evidence_is_official (step->evidence));
      ming_note_row_set_details (row, details);
    }
  cut_rows (self, steps->len, empty);
}

void
ming_note_list_show_notes (MingNoteList *self, GPtrArray *notes, const char *empty)
{
  g_return_if_fail (MING_IS_NOTE_LIST (self) && notes != NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const MingNote *note = g_ptr_array_index (notes, i);
      MingNoteRow *row = get_row (self, i);
      g_autoptr (GPtrArray) details = g_ptr_array_new ();

      g_ptr_array_add (details, note->text);
      ming_note_row_set_head (row, NULL, note->title, NULL);
      ming_note_row_set_mark (row, note->mark, note->official);
      ming_note_row_set_details (row, details);
    }
  cut_rows (self, notes->len, empty);
}

void
ming_note_list_show_sentences (MingNoteList *self, GPtrArray *sentences, const char *empty)
{
  g_return_if_fail (MING_IS_NOTE_LIST (self) && sentences != NULL);

  for (guint i = 0; i < sentences->len; i++)
    ming_note_row_set_head (get_row (self, i), "•", "", g_ptr_array_index (sentences, i));
  cut_rows (self, sentences->len, empty);
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
