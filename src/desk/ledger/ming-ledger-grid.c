/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-grid"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-field-cell.h"
#include "../ming-style.h"
#include "../ming-tip.h"
#include "ming-ledger-grid.h"

/* Number, cells, figures, and what is left of the width. */
#define N_COLUMNS (1 + MING_LEDGER_N_CELLS + MING_LEDGER_N_FIGURES + 1)
#define FIRST_FIGURE (1 + MING_LEDGER_N_CELLS)
#define FIGURE_CHARS 9
#define FIGURE_GAP 4

/* Four visits and the row for the next are seen at least without scrolling. */
#define ROWS_HEIGHT 245

static const int cell_chars[MING_LEDGER_N_CELLS] = { 10, 10, 11, 11, 10, 8, 8, 7 };

/** The widgets of one row. */
typedef struct
{
  GtkWidget *number;
  MingFieldCell *cell[MING_LEDGER_N_CELLS];
  GtkWidget *figure[MING_LEDGER_N_FIGURES];
  GtkWidget *line;
} RowWidgets;

struct _MingLedgerGrid
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *headings;
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

static void
attach (MingLedgerGrid *self, GtkWidget *widget, int column, guint row)
{
  gtk_size_group_add_widget (self->widths[column], widget);
  gtk_grid_attach (GTK_GRID (self->grid), widget, column, (int) row * 2, 1, 1);
}

static MingFieldCell *
make_cell (MingLedgerGrid *self, guint row, guint column)
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
  attach (self, cell, (int) column + 1, row);
  return MING_FIELD_CELL (cell);
}

static GtkWidget *
make_figure (MingLedgerGrid *self, guint row, int figure)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), FIGURE_CHARS);
  gtk_widget_set_margin_start (label, FIGURE_GAP);
  gtk_widget_add_css_class (label, "numeric");
  attach (self, label, FIRST_FIGURE + figure, row);
  return label;
}

static RowWidgets *
make_row (MingLedgerGrid *self, guint row)
{
  RowWidgets *widgets = g_new0 (RowWidgets, 1);
  g_autofree char *number = g_strdup_printf ("%u", row + 1);

  widgets->number = gtk_label_new (number);
  gtk_widget_add_css_class (widgets->number, "number");
  attach (self, widgets->number, 0, row);
  for (guint i = 0; i < MING_LEDGER_N_CELLS; i++)
    widgets->cell[i] = make_cell (self, row, i);
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    widgets->figure[i] = make_figure (self, row, i);
  widgets->line = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (widgets->line), 0);
  gtk_label_set_ellipsize (GTK_LABEL (widgets->line), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (widgets->line, "row-line");
  gtk_grid_attach (GTK_GRID (self->grid), widgets->line, 1, (int) row * 2 + 1, N_COLUMNS - 1, 1);
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
    }
  gtk_widget_set_visible (widgets->figure[MING_LEDGER_FAMILY], has_family);
  gtk_label_set_text (GTK_LABEL (widgets->line), row->line);
  ming_tip_set (widgets->line, row->line);
  ming_style_set_class (widgets->line, "fault", row->state == MING_LEDGER_REFUSED);
}

static void
set_row_visible (RowWidgets *widgets, gboolean visible)
{
  gtk_widget_set_visible (widgets->number, visible);
  for (int i = 0; i < MING_LEDGER_N_CELLS; i++)
    gtk_widget_set_visible (GTK_WIDGET (widgets->cell[i]), visible);
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    gtk_widget_set_visible (widgets->figure[i], visible);
  gtk_widget_set_visible (widgets->line, visible);
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
  set_row_visible (widgets, FALSE);
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
        set_row_visible (g_ptr_array_index (self->rows, i), TRUE);
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

static void
add_heading (MingLedgerGrid *self, int column, const char *text, gboolean figure)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), figure ? 1 : 0);
  if (*text != '\0')
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "field-label");
  ming_tip_set (label, text);
  gtk_size_group_add_widget (self->widths[column], label);
  gtk_grid_attach (GTK_GRID (self->headings), label, column, 0, 1, 1);
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

static GtkWidget *
make_lines (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 1);
  return grid;
}

/* A long line under a row makes this column wider and no other. */
static void
add_filler (GtkWidget *grid)
{
  GtkWidget *filler = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (filler, TRUE);
  gtk_grid_attach (GTK_GRID (grid), filler, N_COLUMNS - 1, 0, 1, 1);
}

static void
ming_ledger_grid_init (MingLedgerGrid *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->headings = make_lines ();
  self->grid = make_lines ();
  make_headings (self);
  add_filler (self->grid);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), ROWS_HEIGHT);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_box_append (GTK_BOX (self->box), self->headings);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ming_ledger_grid_new (void)
{
  return g_object_new (MING_TYPE_LEDGER_GRID, NULL);
}
