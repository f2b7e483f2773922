/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-table-cell"

#include "config.h"

#include "ming-table-cell.h"

/* What style.css puts at the left and the right of a cell. */
#define PADDING 12

struct _MingTableCell
{
  GtkWidget parent_instance;

  GtkColumnViewColumn *column;
  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (MingTableCell, ming_table_cell, GTK_TYPE_WIDGET)

static void
ming_table_cell_dispose (GObject *object)
{
  g_clear_pointer (&MING_TABLE_CELL (object)->content, gtk_widget_unparent);
  G_OBJECT_CLASS (ming_table_cell_parent_class)->dispose (object);
}

static void
ming_table_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  MingTableCell *self = MING_TABLE_CELL (widget);
  int width = gtk_column_view_column_get_fixed_width (self->column) - PADDING;
  int size;

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (self->content, orientation,
                      orientation == GTK_ORIENTATION_VERTICAL && width > 0 ? width : -1, NULL, &size, NULL,
                      NULL);
  *natural = size;
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? size : 0;
}

static void
ming_table_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (MING_TABLE_CELL (widget)->content, width, height, -1, NULL);
}

static GtkSizeRequestMode
ming_table_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
ming_table_cell_class_init (MingTableCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_table_cell_dispose;
  GTK_WIDGET_CLASS (klass)->measure = ming_table_cell_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ming_table_cell_size_allocate;
  GTK_WIDGET_CLASS (klass)->get_request_mode = ming_table_cell_get_request_mode;
}

static void
ming_table_cell_init (MingTableCell *self)
{
}

GtkWidget *
ming_table_cell_new (GtkColumnViewColumn *column, GtkWidget *content)
{
  MingTableCell *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column) && GTK_IS_WIDGET (content), NULL);

  self = g_object_new (MING_TYPE_TABLE_CELL, NULL);
  self->column = column;
  self->content = content;
  gtk_widget_set_parent (content, GTK_WIDGET (self));
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
ming_table_cell_get_content (MingTableCell *self)
{
  g_return_val_if_fail (MING_IS_TABLE_CELL (self), NULL);

  return self->content;
}

GtkColumnViewColumn *
ming_table_cell_get_column (MingTableCell *self)
{
  g_return_val_if_fail (MING_IS_TABLE_CELL (self), NULL);

  return self->column;
}
