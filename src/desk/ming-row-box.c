/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-row-box"

#include "config.h"

#include "ming-row-box.h"

struct _MingRowBox
{
  GtkWidget parent_instance;

  int spacing;
  gboolean stacked;
};

G_DEFINE_FINAL_TYPE (MingRowBox, ming_row_box, GTK_TYPE_WIDGET)

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (MingRowBox *self)
{
  return next_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return next_visible (gtk_widget_get_next_sibling (child));
}

/* The sizes of what is visible, one after the other; @required is all of them with the space between. */
static GArray *
list_widths (MingRowBox *self, GtkRequestedSize *required)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));

  *required = (GtkRequestedSize){ 0 };
  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    {
      GtkRequestedSize size = { .data = child };

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size,
                          NULL, NULL);
      if (widths->len > 0)
        {
          required->minimum_size += self->spacing;
          required->natural_size += self->spacing;
        }
      required->minimum_size += size.minimum_size;
      required->natural_size += size.natural_size;
      g_array_append_val (widths, size);
    }
  return widths;
}

/* To each its least width, then what it would like, then the rest to those that expand. */
static GArray *
divide_width (MingRowBox *self, int width)
{
  GtkRequestedSize required;
  GArray *widths = list_widths (self, &required);
  GtkRequestedSize *sizes = (GtkRequestedSize *) (gpointer) widths->data;
  int extra = MAX (0, width - required.minimum_size);
  int n_expand = 0;

  extra = gtk_distribute_natural_allocation (extra, widths->len, sizes);
  for (guint i = 0; i < widths->len; i++)
    n_expand += gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL);
  for (guint i = 0; i < widths->len; i++)
    if (gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        int part = extra / n_expand;

        sizes[i].minimum_size += part;
        extra -= part;
        n_expand--;
      }
  return widths;
}

static void
measure_stacked (MingRowBox *self, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    {
      int space = child == get_first (self) ? 0 : self->spacing;
      int least, liked;

      gtk_widget_measure (child, orientation, across ? -1 : for_size, &least, &liked, NULL, NULL);
      *minimum = across ? MAX (*minimum, least) : *minimum + space + least;
      *natural = across ? MAX (*natural, liked) : *natural + space + liked;
    }
}

static void
measure_heights (MingRowBox *self, int width, int *minimum, int *natural)
{
  GtkRequestedSize required;
  g_autoptr (GArray) widths = width < 0 ? list_widths (self, &required) : divide_width (self, width);

  for (guint i = 0; i < widths->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (widths, GtkRequestedSize, i);
      int least, liked;

      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, width < 0 ? -1 : size->minimum_size, &least,
                          &liked, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, liked);
    }
}

static void
ming_row_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  MingRowBox *self = MING_ROW_BOX (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (self->stacked)
    measure_stacked (self, orientation, for_size, minimum, natural);
  else if (orientation == GTK_ORIENTATION_VERTICAL)
    measure_heights (self, for_size, minimum, natural);
  else
    {
      GtkRequestedSize required;

      g_array_unref (list_widths (self, &required));
      *minimum = required.minimum_size;
      *natural = required.natural_size;
    }
}

static void
ming_row_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MingRowBox *self = MING_ROW_BOX (widget);
  g_autoptr (GArray) widths = divide_width (self, width);
  int x = 0, y = 0;

  for (guint i = 0; i < widths->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (widths, GtkRequestedSize, i);
      int part = height;

      if (self->stacked)
        gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, width, &part, NULL, NULL, NULL);
      gtk_widget_size_allocate (size->data,
                                &(GtkAllocation){ x, y, self->stacked ? width : size->minimum_size, part },
                                -1);
      if (self->stacked)
        y += part + self->spacing;
      else
        x += size->minimum_size + self->spacing;
    }
}

static GtkSizeRequestMode
ming_row_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ming_row_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ming_row_box_parent_class)->dispose (object);
}

static void
ming_row_box_class_init (MingRowBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_row_box_dispose;
  widget_class->measure = ming_row_box_measure;
  widget_class->size_allocate = ming_row_box_size_allocate;
  widget_class->get_request_mode = ming_row_box_get_request_mode;
}

static void
ming_row_box_init (MingRowBox *self)
{
}

GtkWidget *
ming_row_box_new (int spacing)
{
  MingRowBox *self = g_object_new (MING_TYPE_ROW_BOX, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

void
ming_row_box_append (MingRowBox *self, GtkWidget *child)
{
  g_return_if_fail (MING_IS_ROW_BOX (self) && GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
ming_row_box_set_stacked (MingRowBox *self, gboolean stacked)
{
  g_return_if_fail (MING_IS_ROW_BOX (self));

  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
