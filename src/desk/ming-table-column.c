/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-table-column"

#include "config.h"

#include "ming-stack-cell.h"
#include "ming-table-cell.h"
#include "ming-table-column.h"

/* What a column knows hangs on its factory, which makes its cells before the view's list has the column. */
#define INDEX_KEY "ming-index"
#define WORDS_KEY "ming-words"
#define COLUMN_KEY "ming-column"
#define HEADINGS_KEY "ming-headings"

static gpointer
get_data (gpointer object, const char *key)
{
  return g_object_get_data (G_OBJECT (object), key);
}

static void
put_content (GtkListItem *item, GtkListItemFactory *factory, GtkWidget *content)
{
  gtk_list_item_set_child (item, ming_table_cell_new (get_data (factory, COLUMN_KEY), content));
}

static GtkWidget *
get_content (GtkListItem *item)
{
  return ming_table_cell_get_content (MING_TABLE_CELL (gtk_list_item_get_child (item)));
}

/* A screen reader that comes to the row says all of it; above are two cells, ours and GTK's, then the row. */
static void
name_row (GtkWidget *content, MingTextRow *row)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_widget_get_parent (content));
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *whole = ming_text_row_to_line (row);

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gboolean words = GPOINTER_TO_INT (get_data (factory, WORDS_KEY));
  GtkWidget *label = gtk_label_new ("");

  g_object_set_data (G_OBJECT (label), INDEX_KEY, get_data (factory, INDEX_KEY));
  gtk_label_set_xalign (GTK_LABEL (label), words ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), words ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  put_content (item, factory, label);
}

static void
show_cell (GtkWidget *label, MingTextRow *row, guint index)
{
  const char *text = ming_text_row_get_cell (row, index);
  const char *own = ming_text_row_get_style (row);
  const char *style = own != NULL ? own : g_str_equal (text, "·") ? "nil" : "plain";
  const char *classes[] = { index > 0 ? "numeric" : "item", style, NULL };

  if (g_strcmp0 (get_data (label, "style"), style) != 0)
    {
      gtk_widget_set_css_classes (label, classes);
      g_object_set_data_full (G_OBJECT (label), "style", g_strdup (style), g_free);
    }
  gtk_label_set_text (GTK_LABEL (label), text);
  if (index == 0)
    name_row (label, row);
}

static void
cell_changed_cb (MingTextRow *row, GtkListItem *item)
{
  GtkWidget *label = get_content (item);

  show_cell (label, row, GPOINTER_TO_UINT (get_data (label, INDEX_KEY)));
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  MingTextRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (cell_changed_cb), item);
  cell_changed_cb (row, item);
}

static void
unbind_cell_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), cell_changed_cb, item);
}

static void
setup_stack_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  put_content (item, factory, ming_stack_cell_new ());
}

static void
stack_changed_cb (MingTextRow *row, GtkListItem *item)
{
  GtkWidget *cell = get_content (item);
  GtkColumnViewColumn *column = ming_table_cell_get_column (MING_TABLE_CELL (gtk_list_item_get_child (item)));

  ming_stack_cell_show (MING_STACK_CELL (cell), row, get_data (column, HEADINGS_KEY));
  name_row (cell, row);
}

static void
bind_stack_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  MingTextRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (stack_changed_cb), item);
  stack_changed_cb (row, item);
}

static void
unbind_stack_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), stack_changed_cb, item);
}

static GtkColumnViewColumn *
make_column (GtkListItemFactory *factory)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new ("", factory);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, column);
  return column;
}

GtkColumnViewColumn *
ming_table_column_new (guint index, gboolean words)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), INDEX_KEY, GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (factory), WORDS_KEY, GINT_TO_POINTER (words));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), NULL);
  return make_column (factory);
}

GtkColumnViewColumn *
ming_table_column_new_stack (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_stack_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_stack_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_stack_cb), NULL);
  return make_column (factory);
}

void
ming_table_column_set_headings (GtkColumnViewColumn *stack, GStrv headings)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (stack) && headings != NULL);

  g_object_set_data_full (G_OBJECT (stack), HEADINGS_KEY, g_strdupv (headings), (GDestroyNotify) g_strfreev);
}
