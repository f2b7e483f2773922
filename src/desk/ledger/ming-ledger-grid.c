/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-field-cell.h"
#include "../ming-flow.h"
#include "../ming-style.h"
#include "../ming-text-size.h"
#include "../ming-tip.h"
#include "ming-ledger-grid.h"

/* Number, cells, figures. */
#define N_COLUMNS (1 + MING_LEDGER_N_CELLS + MING_LEDGER_N_FIGURES)
#define FIRST_FIGURE (1 + MING_LEDGER_N_CELLS)
#define FIGURE_CHARS 8
#define FIGURE_GAP 4
#define GAP 3
#define GAP_LARGE 14
#define LINE_INDENT 12

/* Four visits and the row for the next are seen at least without scrolling; with large text two visits. */
#define ROWS_HEIGHT 245
#define ROWS_HEIGHT_LARGE 390

static const int cell_chars[MING_LEDGER_N_CELLS] = { 9, 9, 11, 11, 9, 8, 8, 7 };

/** The widgets of one row. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *flow; /* of what is below, but the line */
  MingFieldCell *cell[MING_LEDGER_N_CELLS];
  GtkWidget *figure[MING_LEDGER_N_FIGURES];
  GtkWidget *item[MING_LEDGER_N_FIGURES]; /* the figure and its caption */
  GtkWidget *line;
} RowWidgets;

struct _MingLedgerGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *headings;
  GtkWidget *scroller;
  GtkWidget *grid;
  GtkSizeGroup *widths[N_COLUMNS];
  GtkWidget *family_heading;
  GPtrArray *rows; /* of RowWidgets*, made once and kept */
  guint n_shown;
  guint current;
};

G_DEFINE_FINAL_TYPE (MingLedgerGrid, ming_ledger_grid, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EDITED,
  SIGNAL_LEFT,
  SIGNAL_ENTERED,
  SIGNAL_CURRENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_row (MingFieldCell *cell)
{
  return (guint) ming_field_cell_get_field (cell) / MING_LEDGER_N_CELLS;
}

static guint
get_column (MingFieldCell *cell)
{
  return (guint) ming_field_cell_get_field (cell) % MING_LEDGER_N_CELLS;
}

static void
edited_cb (MingLedgerGrid *self, const char *text, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, get_row (cell), get_column (cell), text);
}

static void
left_cb (MingLedgerGrid *self, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0, get_row (cell), get_column (cell));
}

static void
entered_cb (MingLedgerGrid *self, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0, get_row (cell), get_column (cell));
}

static void
focus_entered_cb (GtkEventController *focus, MingLedgerGrid *self)
{
  guint row = get_row (MING_FIELD_CELL (gtk_event_controller_get_widget (focus)));

  if (row == self->current)
    return;
  self->current = row;
  g_signal_emit (self, signals[SIGNAL_CURRENT], 0);
}

/* With large text each stands after its caption, for the row takes several lines; else below its heading. */
static GtkWidget *
attach (MingLedgerGrid *self, RowWidgets *row, GtkWidget *widget, int column, const char *text)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *caption = gtk_label_new (text);

  gtk_widget_add_css_class (caption, "row-caption");
  gtk_widget_set_visible (caption, ming_text_size_is_large ());
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_hexpand (item, FALSE);
  gtk_box_append (GTK_BOX (item), caption);
  gtk_box_append (GTK_BOX (item), widget);
  gtk_size_group_add_widget (self->widths[column], item);
  ming_flow_append (MING_FLOW (row->flow), item);
  return item;
}

static MingFieldCell *
make_cell (MingLedgerGrid *self, RowWidgets *widgets, guint row, guint column)
{
  GtkWidget *cell = ming_field_cell_new_of_kind ((int) (row * MING_LEDGER_N_CELLS + column),
                                                 ming_ledger_column_kind ((MingLedgerColumn) column));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  ming_field_cell_put_in_table (MING_FIELD_CELL (cell), cell_chars[column]);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (cell, focus);
  g_signal_connect_swapped (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (cell, "left", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (entered_cb), self);
  gtk_widget_set_hexpand (ming_field_cell_get_input (MING_FIELD_CELL (cell)), TRUE);
  attach (self, widgets, cell, (int) column + 1, ming_ledger_column_label ((MingLedgerColumn) column));
  return MING_FIELD_CELL (cell);
}

static void
make_figure (MingLedgerGrid *self, RowWidgets *widgets, int figure)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), ming_text_size_is_large () ? 0 : 1);
  gtk_widget_set_margin_start (label, FIGURE_GAP);
  gtk_widget_add_css_class (label, "numeric");
  widgets->figure[figure] = label;
  widgets->item[figure] = attach (self, widgets, label, FIRST_FIGURE + figure,
                                  ming_ledger_figure_label ((MingLedgerFigure) figure));
}

static RowWidgets *
make_row (MingLedgerGrid *self, guint row)
{
  RowWidgets *widgets = g_new0 (RowWidgets, 1);
  g_autofree char *text = g_strdup_printf ("%u", row + 1);
  GtkWidget *number = gtk_label_new (text);

  widgets->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  widgets->flow = ming_flow_new (ming_text_size_is_large () ? GAP_LARGE : GAP, 1);
  gtk_widget_add_css_class (number, "number");
  gtk_size_group_add_widget (self->widths[0], number);
  ming_flow_append (MING_FLOW (widgets->flow), number);
  for (guint i = 0; i < MING_LEDGER_N_CELLS; i++)
    widgets->cell[i] = make_cell (self, widgets, row, i);
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    make_figure (self, widgets, i);
  widgets->line = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (widgets->line), 0);
  gtk_label_set_wrap (GTK_LABEL (widgets->line), TRUE);
  gtk_widget_set_margin_start (widgets->line, LINE_INDENT);
  gtk_widget_add_css_class (widgets->line, "row-line");
  gtk_box_append (GTK_BOX (widgets->box), widgets->flow);
  gtk_box_append (GTK_BOX (widgets->box), widgets->line);
  gtk_box_append (GTK_BOX (self->grid), widgets->box);
  return widgets;
}

static void
show_row (RowWidgets *widgets, const MingLedgerRowForm *row, const MingLedgerRow *typed, guint number,
          gboolean has_family)
{
  for (int i = 0; i < MING_LEDGER_N_CELLS; i++)
    {
      ming_field_cell_show (widgets->cell[i], &row->field[i], typed->text[i]);
      /* A long name does not fit its column. */
      if (row->field[i].choices != NULL)
        ming_tip_set (ming_field_cell_get_input (widgets->cell[i]), row->field[i].text);
    }
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Row %u %s %s"), number,
                                               ming_ledger_figure_label ((MingLedgerFigure) i),
                                               row->figure[i]);

      gtk_label_set_text (GTK_LABEL (widgets->figure[i]), row->figure[i]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widgets->figure[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
      gtk_widget_set_visible (widgets->item[i],
                              *row->figure[i] != '\0' && (i != MING_LEDGER_FAMILY || has_family));
    }
  gtk_label_set_text (GTK_LABEL (widgets->line), row->line);
  ming_tip_set (widgets->line, row->line);
  ming_style_set_class (widgets->line, "fault", row->state == MING_LEDGER_REFUSED);
}

/* A row that is not shown must not keep what a client said. */
static void
hide_row (RowWidgets *widgets)
{
  for (int i = 0; i < MING_LEDGER_N_CELLS; i++)
    ming_field_cell_clear (widgets->cell[i]);
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    {
      gtk_label_set_text (GTK_LABEL (widgets->figure[i]), "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (widgets->figure[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, "",
                                      -1);
    }
  gtk_label_set_text (GTK_LABEL (widgets->line), "");
  ming_tip_set (widgets->line, NULL);
  gtk_widget_set_visible (widgets->box, FALSE);
}

void
ming_ledger_grid_show (MingLedgerGrid *self, const MingLedgerForm *form, const MingLedgerValues *values)
{
  g_return_if_fail (MING_IS_LEDGER_GRID (self) && form->rows->len == values->rows->len);

  gtk_widget_set_visible (self->family_heading, form->has_family);
  for (guint i = 0; i < form->rows->len; i++)
    {
      if (i == self->rows->len)
        g_ptr_array_add (self->rows, make_row (self, i));
      if (i >= self->n_shown)
        gtk_widget_set_visible (((RowWidgets *) g_ptr_array_index (self->rows, i))->box, TRUE);
      show_row (g_ptr_array_index (self->rows, i), g_ptr_array_index (form->rows, i),
                ming_ledger_values_row (values, i), i + 1, form->has_family);
    }
  for (guint i = form->rows->len; i < self->n_shown; i++)
    hide_row (g_ptr_array_index (self->rows, i));
  self->n_shown = form->rows->len;
  self->current = MIN (self->current, self->n_shown - 1);
}

guint
ming_ledger_grid_get_current (MingLedgerGrid *self)
{
  g_return_val_if_fail (MING_IS_LEDGER_GRID (self), 0);

  return self->current;
}

void
ming_ledger_grid_focus (MingLedgerGrid *self, guint row, guint column)
{
  g_return_if_fail (MING_IS_LEDGER_GRID (self));

  row = MIN (row, self->n_shown - 1);
  for (guint i = column; i < MING_LEDGER_N_CELLS; i++)
    {
      RowWidgets *widgets = g_ptr_array_index (self->rows, row);
      GtkWidget *input = ming_field_cell_get_input (widgets->cell[i]);

      if (gtk_widget_is_sensitive (input) && gtk_widget_grab_focus (input))
        return;
    }
}

gboolean
ming_ledger_grid_has_focus (MingLedgerGrid *self, guint *column)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, MING_TYPE_FIELD_CELL) : NULL;

  g_return_val_if_fail (MING_IS_LEDGER_GRID (self), FALSE);

  if (cell == NULL || !gtk_widget_is_ancestor (cell, GTK_WIDGET (self)))
    return FALSE;
  *column = get_column (MING_FIELD_CELL (cell));
  return TRUE;
}

/* Up and down go from visit to visit in the same column, also where a visit takes several lines. */
static gboolean
move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MingLedgerGrid *self = MING_LEDGER_GRID (widget);
  guint row = direction == GTK_DIR_UP ? self->current - 1 : self->current + 1;
  guint column;

  if ((direction != GTK_DIR_UP && direction != GTK_DIR_DOWN) || row >= self->n_shown
      || !ming_ledger_grid_has_focus (self, &column))
    return GTK_WIDGET_CLASS (ming_ledger_grid_parent_class)->focus (widget, direction);
  ming_ledger_grid_focus (self, row, column);
  return TRUE;
}

static void
add_heading (MingLedgerGrid *self, int column, const char *text, gboolean figure)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), figure ? 1 : 0);
  if (figure && column >= FIRST_FIGURE)
    gtk_label_set_width_chars (GTK_LABEL (label), FIGURE_CHARS);
  gtk_widget_add_css_class (label, "field-label");
  gtk_size_group_add_widget (self->widths[column], label);
  ming_flow_append (MING_FLOW (self->headings), label);
  if (column == FIRST_FIGURE + MING_LEDGER_FAMILY)
    self->family_heading = label;
}

static void
make_headings (MingLedgerGrid *self)
{
  for (int i = 0; i < N_COLUMNS; i++)
    self->widths[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  add_heading (self, 0, "", FALSE);
  for (int i = 0; i < MING_LEDGER_N_CELLS; i++)
    {
      MingFieldKind kind = ming_ledger_column_kind ((MingLedgerColumn) i);

      add_heading (self, i + 1, ming_ledger_column_label ((MingLedgerColumn) i), kind == MING_KIND_MONEY);
    }
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    add_heading (self, FIRST_FIGURE + i, ming_ledger_figure_label ((MingLedgerFigure) i), TRUE);
}

static void
ming_ledger_grid_dispose (GObject *object)
{
  MingLedgerGrid *self = MING_LEDGER_GRID (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  for (int i = 0; i < N_COLUMNS; i++)
    g_clear_object (&self->widths[i]);
  G_OBJECT_CLASS (ming_ledger_grid_parent_class)->dispose (object);
}

static void
ming_ledger_grid_class_init (MingLedgerGridClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_ledger_grid_dispose;
  GTK_WIDGET_CLASS (klass)->focus = move_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
  signals[SIGNAL_LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_CURRENT]
      = g_signal_new ("current", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
arrange (MingLedgerGrid *self)
{
  gboolean large = ming_text_size_is_large ();

  gtk_widget_set_visible (self->headings, !large);
  ming_style_show_class (self->grid, "row-caption", large);
  for (guint i = 0; i < self->rows->len; i++)
    {
      RowWidgets *row = g_ptr_array_index (self->rows, i);

      g_object_set (row->flow, "gap", large ? GAP_LARGE : GAP, NULL);
      for (int j = 0; j < MING_LEDGER_N_FIGURES; j++)
        gtk_label_set_xalign (GTK_LABEL (row->figure[j]), large ? 0 : 1);
    }
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              large ? ROWS_HEIGHT_LARGE : ROWS_HEIGHT);
}

static void
ming_ledger_grid_init (MingLedgerGrid *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->headings = ming_flow_new (GAP, 0);
  self->grid = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  make_headings (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (self->box), self->headings);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (arrange), self, G_CONNECT_SWAPPED);
  arrange (self);
}

GtkWidget *
ming_ledger_grid_new (void)
{
  return g_object_new (MING_TYPE_LEDGER_GRID, NULL);
}
