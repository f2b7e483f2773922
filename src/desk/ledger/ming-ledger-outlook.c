/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-outlook"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-flow.h"
#include "../ming-text-table.h"
#include "ming-ledger-outlook.h"

#define FIELD_CHARS 10

struct _MingLedgerOutlook
{
  MingLedgerPanel parent_instance;

  MingFieldCell *cell[MING_LEDGER_N_NEXT];
  GtkWidget *caption;
  GtkWidget *table;
};

G_DEFINE_FINAL_TYPE (MingLedgerOutlook, ming_ledger_outlook, MING_TYPE_LEDGER_PANEL)

static void
show_table (MingLedgerOutlook *self, GPtrArray *lines)
{
  g_autoptr (GPtrArray) headings
      = ming_text_headings_new (C_ ("compare", "Item"), C_ ("table", "Amount"), NULL);

  ming_text_table_fill (MING_TEXT_TABLE (self->table), headings, lines);
}

void
ming_ledger_outlook_show (MingLedgerOutlook *self, const MingLedgerForm *form, const MingLedgerValues *values)
{
  g_return_if_fail (MING_IS_LEDGER_OUTLOOK (self));

  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    ming_field_cell_show (self->cell[i], &form->next_field[i], values->next[i]);
  gtk_label_set_text (GTK_LABEL (self->caption), form->next_caption);
  show_table (self, form->next);
}

static void
ming_ledger_outlook_class_init (MingLedgerOutlookClass *klass)
{
}

static GtkWidget *
make_fields (MingLedgerOutlook *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    {
      MingFieldKind kind = ming_ledger_next_kind ((MingLedgerNext) i);
      GtkWidget *caption = gtk_label_new (ming_ledger_next_label ((MingLedgerNext) i));

      self->cell[i] = ming_ledger_panel_make_cell (MING_LEDGER_PANEL (self), (guint) i, kind, FIELD_CHARS);
      gtk_label_set_xalign (GTK_LABEL (caption), 1);
      gtk_widget_add_css_class (caption, "field-label");
      gtk_grid_attach (GTK_GRID (grid), caption, i % 2 * 2, i / 2, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->cell[i]), i % 2 * 2 + 1, i / 2, 1, 1);
    }
  return grid;
}

static void
ming_ledger_outlook_init (MingLedgerOutlook *self)
{
  GtkWidget *title = gtk_label_new (_("What the next admission would cost"));
  GtkWidget *line = ming_flow_new (10, 0);

  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (title, "plan");
  self->caption = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_wrap (GTK_LABEL (self->caption), TRUE);
  gtk_widget_add_css_class (self->caption, "detail");
  self->table = ming_text_table_new (_("What the next admission would cost"), 1);
  ming_text_table_show_whole (MING_TEXT_TABLE (self->table));
  ming_flow_append (MING_FLOW (line), title);
  ming_flow_append (MING_FLOW (line), self->caption);
  gtk_widget_add_css_class (line, "section");
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), make_fields (self));
  gtk_box_append (GTK_BOX (self), self->table);
}

GtkWidget *
ming_ledger_outlook_new (void)
{
  return g_object_new (MING_TYPE_LEDGER_OUTLOOK, NULL);
}
