/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-text-table"

#include "config.h"

#include "ming-text-table.h"
#include "ming-tip.h"

/* A heading longer than this is cut; Chinese characters count two. */
#define HEADING_CHARS 16

/* The words at the left of a row are never cut shorter than this. */
#define CAPTION_CHARS 12

struct _MingTextRow
{
  GObject parent_instance;

  GStrv cells;
  char *style;
  int tag;
};

G_DEFINE_FINAL_TYPE (MingTextRow, ming_text_row, G_TYPE_OBJECT)

static guint row_changed_signal;

static void
ming_text_row_finalize (GObject *object)
{
  MingTextRow *self = MING_TEXT_ROW (object);

  g_strfreev (self->cells);
  g_free (self->style);
  G_OBJECT_CLASS (ming_text_row_parent_class)->finalize (object);
}

static void
ming_text_row_class_init (MingTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ming_text_row_finalize;
  row_changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
}

static void
ming_text_row_init (MingTextRow *self)
{
}

MingTextRow *
ming_text_row_new (const char *const *cells, const char *style, int tag)
{
  MingTextRow *self = g_object_new (MING_TYPE_TEXT_ROW, NULL);

  self->cells = g_strdupv ((GStrv) cells);
  self->style = g_strdup (style);
  self->tag = tag;
  return self;
}

const char *
ming_text_row_get_cell (MingTextRow *self, guint column)
{
  g_return_val_if_fail (MING_IS_TEXT_ROW (self), "");

  return column < g_strv_length (self->cells) ? self->cells[column] : "";
}

int
ming_text_row_get_tag (MingTextRow *self)
{
  g_return_val_if_fail (MING_IS_TEXT_ROW (self), 0);

  return self->tag;
}

struct _MingTextTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GListStore *rows;
  GtkSingleSelection *selection;
  guint n_left;
};

G_DEFINE_FINAL_TYPE (MingTextTable, ming_text_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
setup_cell_cb (MingTextTable *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *label = gtk_label_new ("");

  g_object_set_data (G_OBJECT (label), "column", GUINT_TO_POINTER (column));
  gtk_label_set_xalign (GTK_LABEL (label), column < self->n_left ? 0 : 1);
  if (column == 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), CAPTION_CHARS);
    }
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

/* A screen reader that comes to the row says all of it: cell, then row, stand above the label. */
static void
name_row (GtkWidget *label, MingTextRow *row)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *line = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *whole = g_strjoinv (" ", row->cells);

  if (line != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

static void
show_cell (GtkWidget *label, MingTextRow *row, guint column)
{
  const char *text = ming_text_row_get_cell (row, column);
  const char *style = row->style != NULL ? row->style : g_str_equal (text, "·") ? "nil" : NULL;
  const char *classes[] = { column > 0 ? "numeric" : "item", style, NULL };

  if (g_strcmp0 (g_object_get_data (G_OBJECT (label), "style"), style) != 0)
    {
      gtk_widget_set_css_classes (label, classes);
      g_object_set_data_full (G_OBJECT (label), "style", g_strdup (style), g_free);
    }
  gtk_label_set_text (GTK_LABEL (label), text);
  if (column == 0)
    {
      ming_tip_set (label, text);
      name_row (label, row);
    }
}

static void
row_changed_cb (MingTextRow *row, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);

  show_cell (label, row, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "column")));
}

static void
bind_cell_cb (MingTextTable *self, GtkListItem *item)
{
  MingTextRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), item);
  row_changed_cb (row, item);
}

static void
unbind_cell_cb (MingTextTable *self, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
}

static void
add_column (MingTextTable *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cell_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cell_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cell_cb), self);
  view_column = gtk_column_view_column_new ("", factory);
  gtk_column_view_column_set_expand (view_column, column == 0);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), view_column);
}

/* A heading stands over its figures and gives way when it is long; the whole of it is in the tip. */
static void
arrange_heading (MingTextTable *self, GtkWidget *title, guint column)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (!GTK_IS_LABEL (label))
    return;
  gtk_widget_set_halign (box, column < self->n_left ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), HEADING_CHARS);
  ming_tip_set (title, gtk_label_get_text (GTK_LABEL (label)));
}

static void
name_headings (MingTextTable *self, GtkWidget *header)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr (GString) whole = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (whole, "%s%s", i > 0 ? " " : "", gtk_column_view_column_get_title (column));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, whole->str, -1);
}

/* GTK 4.8 has no properties for headings, so the heading row is looked through. */
static void
arrange_headings (MingTextTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (self->view);
  guint column = 0;

  if (header != NULL)
    name_headings (self, header);
  for (GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL; title != NULL;
       title = gtk_widget_get_next_sibling (title))
    arrange_heading (self, title, column++);
}

/* Columns are made once, renamed and hidden: a column that is made anew makes all its cells anew. */
static void
show_headings (MingTextTable *self, GPtrArray *headings)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  gboolean changed = FALSE;

  for (guint i = g_list_model_get_n_items (columns); i < headings->len; i++)
    add_column (self, i);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *title = i < headings->len ? g_ptr_array_index (headings, i) : "";

      if (g_strcmp0 (gtk_column_view_column_get_title (column), title) == 0)
        continue;
      gtk_column_view_column_set_title (column, title);
      gtk_column_view_column_set_visible (column, i < headings->len);
      changed = TRUE;
    }
  if (changed)
    arrange_headings (self);
}

/* Takes over what @other says; whoever shows the row is told. */
static void
copy_row (MingTextRow *self, MingTextRow *other)
{
  if (self->tag == other->tag && g_strcmp0 (self->style, other->style) == 0
      && g_strv_equal ((const char *const *) self->cells, (const char *const *) other->cells))
    return;
  g_strfreev (self->cells);
  g_free (self->style);
  self->cells = g_strdupv (other->cells);
  self->style = g_strdup (other->style);
  self->tag = other->tag;
  g_signal_emit (self, row_changed_signal, 0);
}

/*
 * Rows are kept and say something else: a row that is replaced has all its widgets made anew,
 * which a key would feel.
 */
static void
replace_rows (MingTextTable *self, GPtrArray *rows)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint n_kept = MIN (n_old, rows->len);

  for (guint i = 0; i < n_kept; i++)
    {
      g_autoptr (MingTextRow) old = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      copy_row (old, g_ptr_array_index (rows, i));
    }
  if (n_old != rows->len)
    g_list_store_splice (self->rows, n_kept, n_old - n_kept, rows->pdata + n_kept, rows->len - n_kept);
}

static void
selected_cb (MingTextTable *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/* The row that has the keyboard becomes the chosen one as well. */
static void
activated_cb (MingTextTable *self, guint index)
{
  ming_text_table_select (self, index);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
ming_text_table_dispose (GObject *object)
{
  MingTextTable *self = MING_TEXT_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (ming_text_table_parent_class)->dispose (object);
}

/* One stop on the way of Tab, which in GTK 4.8 would go through all rows; the arrows go from row to row. */
static gboolean
ming_text_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tabbing = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tabbing && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_child_focus (MING_TEXT_TABLE (widget)->scroller, direction);
}

static void
ming_text_table_class_init (MingTextTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_text_table_dispose;
  GTK_WIDGET_CLASS (klass)->focus = ming_text_table_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ming_text_table_init (MingTextTable *self)
{
  self->rows = g_list_store_new (MING_TYPE_TEXT_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->view = gtk_column_view_new (GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_set_reorderable (GTK_COLUMN_VIEW (self->view), FALSE);
  gtk_widget_add_css_class (self->view, "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
}

GtkWidget *
ming_text_table_new (const char *name, guint n_left)
{
  MingTextTable *self = g_object_new (MING_TYPE_TEXT_TABLE, NULL);

  self->n_left = n_left;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Until there are headings. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->view)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
ming_text_table_set (MingTextTable *self, GPtrArray *headings, GPtrArray *rows)
{
  g_return_if_fail (MING_IS_TEXT_TABLE (self));

  /* Without headings there is nothing to show; the columns stay for the next time. */
  if (headings->len > 0)
    show_headings (self, headings);
  replace_rows (self, rows);
}

void
ming_text_table_fill (MingTextTable *self, GPtrArray *headings, GPtrArray *lines)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, ming_text_row_new (g_ptr_array_index (lines, i), NULL, (int) i));
  ming_text_table_set (self, headings, rows);
}

GPtrArray *
ming_text_headings_new (const char *first, ...)
{
  GPtrArray *headings = g_ptr_array_new ();
  va_list words;

  va_start (words, first);
  for (const char *word = first; word != NULL; word = va_arg (words, const char *))
    g_ptr_array_add (headings, (char *) word);
  va_end (words);
  return headings;
}

MingTextRow *
ming_text_table_get_selected (MingTextTable *self)
{
  g_return_val_if_fail (MING_IS_TEXT_TABLE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

void
ming_text_table_select (MingTextTable *self, guint index)
{
  g_return_if_fail (MING_IS_TEXT_TABLE (self));

  gtk_single_selection_set_selected (self->selection, index);
}
