/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-text-table"

#include "config.h"

#include "ming-table-column.h"
#include "ming-table-fit.h"
#include "ming-table-measure.h"
#include "ming-text-size.h"
#include "ming-text-table.h"

/* The line around the table, on both sides. */
#define BORDER 2

/* What the table asks for at least; wide characters. */
#define LEAST_CHARS 12

/* What a column takes beyond its need in a wide window; wide characters. */
#define SPARE_CHARS 2

struct _MingTextTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GListStore *rows;
  GtkSingleSelection *selection;
  GtkColumnViewColumn *stack; /* shown in place of the others where there is no room for them; of the view */
  guint n_left;

  GStrv headings;
  MingColumnNeed *need; /* of each heading; wrong while stale */
  gboolean stale;
  gboolean whole;
  gboolean modest;
  gboolean stacked;
  int room;  /* the width that the columns were last fitted to */
  guint fit; /* the idle source that fits them, or 0 */
};

G_DEFINE_FINAL_TYPE (MingTextTable, ming_text_table, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The column of heading @index; the first of the view is the stack. */
static GtkColumnViewColumn *
get_column (MingTextTable *self, guint index)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, index + 1);

  return column;
}

static void
append_column (MingTextTable *self, GtkColumnViewColumn *column)
{
  gtk_column_view_column_set_visible (column, column != self->stack && !self->stacked);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  g_object_unref (column);
}

/* A heading stands over its figures and wraps when it is long. */
static void
arrange_heading (MingTextTable *self, GtkWidget *title, guint column)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (!GTK_IS_LABEL (label))
    return;
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_label_set_xalign (GTK_LABEL (label), column < self->n_left ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), column < self->n_left ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
}

static void
name_headings (MingTextTable *self, GtkWidget *header)
{
  g_autofree char *whole = g_strjoinv (" ", self->headings);

  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

/* GTK 4.8 has no properties for headings, so the heading row is looked through; the first is the stack's. */
static void
arrange_headings (MingTextTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (self->view);
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  guint column = 0;

  if (header != NULL)
    name_headings (self, header);
  while (title != NULL && (title = gtk_widget_get_next_sibling (title)) != NULL)
    arrange_heading (self, title, column++);
}

static guint
get_n_columns (MingTextTable *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view))) - 1;
}

static GStrv
copy_headings (GPtrArray *headings)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv copy;

  for (guint i = 0; i < headings->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (headings, i));
  copy = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return copy;
}

/* Columns are made once, renamed and hidden: a column that is made anew makes all its cells anew. */
static void
show_headings (MingTextTable *self, GPtrArray *headings)
{
  GStrv copy = copy_headings (headings);

  if (self->headings != NULL
      && g_strv_equal ((const char *const *) self->headings, (const char *const *) copy))
    {
      g_strfreev (copy);
      return;
    }
  g_strfreev (self->headings);
  self->headings = copy;
  ming_table_column_set_headings (self->stack, copy);
  self->stale = TRUE;
  for (guint i = get_n_columns (self); i < headings->len; i++)
    append_column (self, ming_table_column_new (i, i < self->n_left));
  for (guint i = 0; i < get_n_columns (self); i++)
    {
      const char *title = i < headings->len ? g_ptr_array_index (headings, i) : "";

      gtk_column_view_column_set_title (get_column (self, i), title);
      gtk_column_view_column_set_visible (get_column (self, i), !self->stacked && i < headings->len);
    }
  arrange_headings (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (MingTextRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      ming_text_row_changed (row);
    }
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

      ming_text_row_copy (old, g_ptr_array_index (rows, i));
    }
  if (n_old != rows->len)
    g_list_store_splice (self->rows, n_kept, n_old - n_kept, rows->pdata + n_kept, rows->len - n_kept);
  self->stale = TRUE;
}

static void
measure_columns (MingTextTable *self)
{
  if (!self->stale || self->headings == NULL)
    return;
  g_free (self->need);
  self->need = g_new0 (MingColumnNeed, g_strv_length (self->headings));
  ming_table_measure (self->view, (const char *const *) self->headings, G_LIST_MODEL (self->rows),
                      self->n_left, self->need);
  self->stale = FALSE;
}

/* What the columns want in all; with @more, also what they take when there is more room than that. */
static int
get_wanted (MingTextTable *self, gboolean more)
{
  guint n = self->headings != NULL ? g_strv_length (self->headings) : 0;
  int spare = more ? ming_table_measure_chars (self->view, SPARE_CHARS) * (int) n : 0;
  int wanted = BORDER + spare;

  measure_columns (self);
  for (guint i = 0; i < n; i++)
    wanted += self->need[i].wanted;
  return wanted;
}

static void
set_stacked (MingTextTable *self, gboolean stacked)
{
  GtkWidget *header = gtk_widget_get_first_child (self->view);

  if (self->stacked == stacked)
    return;
  self->stacked = stacked;
  gtk_widget_set_visible (header, !stacked);
  for (guint i = 0; i < get_n_columns (self); i++)
    gtk_column_view_column_set_visible (get_column (self, i),
                                        !stacked && i < g_strv_length (self->headings));
  gtk_column_view_column_set_visible (self->stack, stacked);
}

/* Gives the columns of the table, or the one that stands for all, their widths. */
static void
fit_columns (MingTextTable *self)
{
  guint n = self->headings != NULL ? g_strv_length (self->headings) : 0;
  g_autofree int *widths = g_new0 (int, n + 1);
  gboolean fits;

  if (n == 0 || self->room <= BORDER)
    return;
  measure_columns (self);
  fits = ming_table_fit (self->need, n, self->room - BORDER,
                         ming_table_measure_chars (self->view, SPARE_CHARS), widths);
  set_stacked (self, !fits);
  for (guint i = 0; i < n && fits; i++)
    gtk_column_view_column_set_fixed_width (get_column (self, i), widths[i]);
  if (!fits)
    gtk_column_view_column_set_fixed_width (self->stack, self->room - BORDER);
}

static gboolean
fit_cb (gpointer table)
{
  MingTextTable *self = MING_TEXT_TABLE (table);

  self->fit = 0;
  fit_columns (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Columns cannot change while widths are being given out; before the next picture they can. */
static void
fit_soon (MingTextTable *self)
{
  if (self->fit == 0)
    self->fit = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
text_size_changed_cb (MingTextTable *self)
{
  self->stale = TRUE;
  fit_soon (self);
}

static void
ming_text_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  MingTextTable *self = MING_TEXT_TABLE (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ming_table_measure_chars (self->view, LEAST_CHARS);
      *natural = self->modest ? *minimum : MAX (*minimum, get_wanted (self, FALSE));
      return;
    }
  gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  if (self->whole && ming_text_size_is_large ())
    *minimum = *natural;
}

static void
ming_text_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MingTextTable *self = MING_TEXT_TABLE (widget);
  int wanted;

  if (width != self->room || self->stale)
    {
      self->room = width;
      fit_soon (self);
    }
  if (!self->stacked)
    width = MIN (width, get_wanted (self, TRUE));
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_VERTICAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_allocate (self->scroller, width, MIN (height, wanted), baseline, NULL);
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

  g_clear_handle_id (&self->fit, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (ming_text_table_parent_class)->dispose (object);
}

static void
ming_text_table_finalize (GObject *object)
{
  MingTextTable *self = MING_TEXT_TABLE (object);

  g_strfreev (self->headings);
  g_free (self->need);
  G_OBJECT_CLASS (ming_text_table_parent_class)->finalize (object);
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
  G_OBJECT_CLASS (klass)->finalize = ming_text_table_finalize;
  GTK_WIDGET_CLASS (klass)->focus = ming_text_table_focus;
  GTK_WIDGET_CLASS (klass)->measure = ming_text_table_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ming_text_table_size_allocate;
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
  self->stack = ming_table_column_new_stack ();
  append_column (self, self->stack);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_size_changed_cb), self, G_CONNECT_SWAPPED);
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
  /* At once, so that no picture shows the new figures in the old columns. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fit_columns (self);
}

void
ming_text_table_show_whole (MingTextTable *self)
{
  g_return_if_fail (MING_IS_TEXT_TABLE (self));

  self->whole = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
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

void
ming_text_table_take_given (MingTextTable *self)
{
  g_return_if_fail (MING_IS_TEXT_TABLE (self));

  self->modest = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
