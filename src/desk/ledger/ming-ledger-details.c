/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-details"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-flow.h"
#include "ming-ledger-details.h"

#define N_DETAILS (MING_LEDGER_N_COLUMNS - MING_LEDGER_N_CELLS)

/* Costs by class have a line of their own, where there are any. */
#define FIRST_OF_BILL MING_LEDGER_CLASS_A

struct _MingLedgerDetails
{
  MingLedgerPanel parent_instance;

  GtkWidget *title;
  GtkWidget *bill;
  GtkWidget *caption[N_DETAILS];
  GtkWidget *item[N_DETAILS]; /* the caption and its cell */
  MingFieldCell *cell[N_DETAILS];
};

G_DEFINE_FINAL_TYPE (MingLedgerDetails, ming_ledger_details, MING_TYPE_LEDGER_PANEL)

static int
choose_width (MingLedgerColumn column)
{
  if (column == MING_LEDGER_ADMISSION || column == MING_LEDGER_FIRST_RATE)
    return 5;
  if (column == MING_LEDGER_CLASS_B_ITEMS)
    return 30;
  return column == MING_LEDGER_DISEASE || column == MING_LEDGER_BY_CLASS ? 12 : 10;
}

static void
add_field (MingLedgerDetails *self, GtkWidget *line, int index)
{
  MingLedgerColumn column = (MingLedgerColumn) (MING_LEDGER_N_CELLS + index);
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->item[index] = item;
  self->caption[index] = gtk_label_new (ming_ledger_column_label (column));
  gtk_widget_add_css_class (self->caption[index], "field-label");
  self->cell[index] = ming_ledger_panel_make_cell (MING_LEDGER_PANEL (self), column,
                                                   ming_ledger_column_kind (column), choose_width (column));
  gtk_box_append (GTK_BOX (item), self->caption[index]);
  gtk_box_append (GTK_BOX (item), GTK_WIDGET (self->cell[index]));
  ming_flow_append (MING_FLOW (line), item);
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
      gtk_widget_set_visible (self->item[i], row->field[MING_LEDGER_N_CELLS + i].visible);
    }
}

void
ming_ledger_details_focus (MingLedgerDetails *self)
{
  g_return_if_fail (MING_IS_LEDGER_DETAILS (self));

  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
ming_ledger_details_class_init (MingLedgerDetailsClass *klass)
{
}

static void
ming_ledger_details_init (MingLedgerDetails *self)
{
  GtkWidget *visit = ming_flow_new (6, 3);

  self->bill = ming_flow_new (6, 3);
  self->title = gtk_label_new ("");
  gtk_widget_add_css_class (self->title, "plan");
  ming_flow_append (MING_FLOW (visit), self->title);
  for (int i = 0; i < N_DETAILS; i++)
    add_field (self, MING_LEDGER_N_CELLS + i < (int) FIRST_OF_BILL ? visit : self->bill, i);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_box_append (GTK_BOX (self), visit);
  gtk_box_append (GTK_BOX (self), self->bill);
}

GtkWidget *
ming_ledger_details_new (void)
{
  return g_object_new (MING_TYPE_LEDGER_DETAILS, NULL);
}
