/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-details"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-field-cell.h"
#include "ming-ledger-details.h"

#define N_DETAILS (MING_LEDGER_N_COLUMNS - MING_LEDGER_N_CELLS)

/* Costs by class have a line of their own, where there are any. */
#define FIRST_OF_BILL MING_LEDGER_CLASS_A

struct _MingLedgerDetails
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *bill;
  GtkWidget *caption[N_DETAILS];
  MingFieldCell *cell[N_DETAILS];
};

G_DEFINE_FINAL_TYPE (MingLedgerDetails, ming_ledger_details, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EDITED,
  SIGNAL_LEFT,
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (MingLedgerDetails *self, const char *text, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, (guint) ming_field_cell_get_field (cell), text);
}

static void
left_cb (MingLedgerDetails *self, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0, (guint) ming_field_cell_get_field (cell));
}

static void
entered_cb (MingLedgerDetails *self, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0, (guint) ming_field_cell_get_field (cell));
}

static int
choose_width (MingLedgerColumn column)
{
  if (column == MING_LEDGER_ADMISSION || column == MING_LEDGER_FIRST_RATE)
    return 5;
  return column == MING_LEDGER_DISEASE || column == MING_LEDGER_BY_CLASS ? 12 : 10;
}

static void
add_field (MingLedgerDetails *self, GtkWidget *line, int index)
{
  MingLedgerColumn column = (MingLedgerColumn) (MING_LEDGER_N_CELLS + index);
  GtkWidget *cell = ming_field_cell_new_of_kind ((int) column, ming_ledger_column_kind (column));

  self->caption[index] = gtk_label_new (ming_ledger_column_label (column));
  gtk_widget_add_css_class (self->caption[index], "field-label");
  self->cell[index] = MING_FIELD_CELL (cell);
  ming_field_cell_put_in_table (self->cell[index], choose_width (column));
  gtk_box_append (GTK_BOX (line), self->caption[index]);
  gtk_box_append (GTK_BOX (line), cell);
  g_signal_connect_swapped (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (cell, "left", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (entered_cb), self);
}

void
ming_ledger_details_show (MingLedgerDetails *self, const MingLedgerRowForm *row, const MingLedgerRow *typed,
                          guint number)
{
  g_autofree char *title = g_strdup_printf (_("More about row %u"), number);

  g_return_if_fail (MING_IS_LEDGER_DETAILS (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (self->bill, row->field[FIRST_OF_BILL].visible);
  for (int i = 0; i < N_DETAILS; i++)
    {
      ming_field_cell_show (self->cell[i], &row->field[MING_LEDGER_N_CELLS + i],
                            typed->text[MING_LEDGER_N_CELLS + i]);
      gtk_widget_set_visible (self->caption[i], row->field[MING_LEDGER_N_CELLS + i].visible);
    }
}

void
ming_ledger_details_focus (MingLedgerDetails *self)
{
  g_return_if_fail (MING_IS_LEDGER_DETAILS (self));

  gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
ming_ledger_details_dispose (GObject *object)
{
  g_clear_pointer (&MING_LEDGER_DETAILS (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (ming_ledger_details_parent_class)->dispose (object);
}

static void
ming_ledger_details_class_init (MingLedgerDetailsClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_ledger_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SIGNAL_EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         2, G_TYPE_UINT, G_TYPE_STRING);
  signals[SIGNAL_LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_ENTERED]
      = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ming_ledger_details_init (MingLedgerDetails *self)
{
  GtkWidget *visit = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->bill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->title = gtk_label_new ("");
  gtk_widget_add_css_class (self->title, "plan");
  gtk_box_append (GTK_BOX (visit), self->title);
  for (int i = 0; i < N_DETAILS; i++)
    add_field (self, MING_LEDGER_N_CELLS + i < (int) FIRST_OF_BILL ? visit : self->bill, i);
  gtk_box_append (GTK_BOX (self->box), visit);
  gtk_box_append (GTK_BOX (self->box), self->bill);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ming_ledger_details_new (void)
{
  return g_object_new (MING_TYPE_LEDGER_DETAILS, NULL);
}
