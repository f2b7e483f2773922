/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-note-body"

#include "config.h"

#include "ming-note-body.h"

/* In pixels; about the words "rule matched". */
#define LEAST_WIDTH 200

/* Between number, text and mark; between title and formula. */
#define GAP 8

struct _MingNoteBody
{
  GtkWidget parent_instance;

  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *formula;
  GtkWidget *mark;
  GPtrArray *details; /* of GtkLabel*, children */
};

G_DEFINE_FINAL_TYPE (MingNoteBody, ming_note_body, GTK_TYPE_WIDGET)

/** Places: where everything goes at one width. */
typedef struct
{
  int text_x;
  GtkAllocation title;
  GtkAllocation formula;
  GtkAllocation mark;
  int details_y;
} Places;

static int
get_width (GtkWidget *widget)
{
  int wanted = 0;

  if (gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  return wanted;
}

static int
get_height (GtkWidget *widget, int width)
{
  int wanted = 0;

  if (gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
  return wanted;
}

/* Beside each other when neither has to be broken, else the formula below its title. */
static void
place_head (MingNoteBody *self, int room, Places *places)
{
  int title = get_width (self->title), formula = get_width (self->formula);
  int gap = title > 0 && formula > 0 ? GAP : 0;
  gboolean beside = title + gap + formula <= room;

  places->title = (GtkAllocation) { places->text_x, 0, MIN (title, room), 0 };
  places->title.height = get_height (self->title, places->title.width);
  places->formula = (GtkAllocation) { places->text_x, places->title.height, MIN (formula, room), 0 };
  places->formula.height = get_height (self->formula, places->formula.width);
  if (beside)
    {
      int height = MAX (places->title.height, places->formula.height);

      places->formula.x += title + gap;
      places->formula.y = 0;
      places->title.height = places->formula.height = height;
    }
}

static Places
find_places (MingNoteBody *self, int width)
{
  Places places = { 0 };
  int number = get_width (self->number);
  int mark = get_width (self->mark);

  places.text_x = number > 0 ? number + GAP : 0;
  places.mark = (GtkAllocation) { width - mark, 0, mark, get_height (self->mark, mark) };
  place_head (self, MAX (width - places.text_x - (mark > 0 ? mark + GAP : 0), 1), &places);
  places.details_y = MAX (MAX (places.title.y + places.title.height,
                               places.formula.y + places.formula.height), places.mark.height);
  return places;
}

static void
ming_note_body_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  MingNoteBody *self = MING_NOTE_BODY (widget);
  int width = MAX (for_size, LEAST_WIDTH);
  Places places;

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = LEAST_WIDTH;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  places = find_places (self, width);
  for (guint i = 0; i < self->details->len; i++)
    places.details_y += get_height (g_ptr_array_index (self->details, i), width - places.text_x);
  *minimum = *natural = places.details_y;
}

static void
place (GtkWidget *widget, const GtkAllocation *where)
{
  if (gtk_widget_should_layout (widget))
    gtk_widget_size_allocate (widget, where, -1);
}

static void
ming_note_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MingNoteBody *self = MING_NOTE_BODY (widget);
  Places places = find_places (self, width);
  GtkAllocation where = { 0, 0, get_width (self->number), places.title.height };

  place (self->number, &where);
  place (self->title, &places.title);
  place (self->formula, &places.formula);
  place (self->mark, &places.mark);
  where = (GtkAllocation) { places.text_x, places.details_y, width - places.text_x, 0 };
  for (guint i = 0; i < self->details->len; i++)
    {
      where.height = get_height (g_ptr_array_index (self->details, i), where.width);
      place (g_ptr_array_index (self->details, i), &where);
      where.y += where.height;
    }
}

static GtkSizeRequestMode
ming_note_body_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ming_note_body_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (MING_NOTE_BODY (object)->details, 0);
  G_OBJECT_CLASS (ming_note_body_parent_class)->dispose (object);
}

static void
ming_note_body_finalize (GObject *object)
{
  g_ptr_array_unref (MING_NOTE_BODY (object)->details);
  G_OBJECT_CLASS (ming_note_body_parent_class)->finalize (object);
}

static void
ming_note_body_class_init (MingNoteBodyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_note_body_dispose;
  G_OBJECT_CLASS (klass)->finalize = ming_note_body_finalize;
  GTK_WIDGET_CLASS (klass)->measure = ming_note_body_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ming_note_body_size_allocate;
  GTK_WIDGET_CLASS (klass)->get_request_mode = ming_note_body_get_request_mode;
}

static GtkWidget *
add_label (MingNoteBody *self, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
ming_note_body_init (MingNoteBody *self)
{
  self->details = g_ptr_array_new ();
  self->number = add_label (self, "number");
  self->title = add_label (self, "note-title");
  self->formula = add_label (self, "formula");
  self->mark = add_label (self, "mark");
}

GtkWidget *
ming_note_body_new (void)
{
  return g_object_new (MING_TYPE_NOTE_BODY, NULL);
}

GtkWidget *
ming_note_body_get_number (MingNoteBody *self)
{
  g_return_val_if_fail (MING_IS_NOTE_BODY (self), NULL);

  return self->number;
}

GtkWidget *
ming_note_body_get_title (MingNoteBody *self)
{
  g_return_val_if_fail (MING_IS_NOTE_BODY (self), NULL);

  return self->title;
}

GtkWidget *
ming_note_body_get_formula (MingNoteBody *self)
{
  g_return_val_if_fail (MING_IS_NOTE_BODY (self), NULL);

  return self->formula;
}

GtkWidget *
ming_note_body_get_mark (MingNoteBody *self)
{
  g_return_val_if_fail (MING_IS_NOTE_BODY (self), NULL);

  return self->mark;
}

GtkWidget *
ming_note_body_get_detail (MingNoteBody *self, guint index)
{
  g_return_val_if_fail (MING_IS_NOTE_BODY (self) && index <= self->details->len, NULL);

  if (index == self->details->len)
    g_ptr_array_add (self->details, add_label (self, "detail"));
  return g_ptr_array_index (self->details, index);
}

guint
ming_note_body_get_n_details (MingNoteBody *self)
{
  g_return_val_if_fail (MING_IS_NOTE_BODY (self), 0);

  return self->details->len;
}
