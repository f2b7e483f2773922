/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-panel"

#include "config.h"

#include "ming-ledger-panel.h"

G_DEFINE_ABSTRACT_TYPE (MingLedgerPanel, ming_ledger_panel, GTK_TYPE_BOX)

enum
{
  SIGNAL_EDITED,
  SIGNAL_LEFT,
  SIGNAL_ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (MingLedgerPanel *self, const char *text, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, (guint) ming_field_cell_get_field (cell), text);
}

static void
left_cb (MingLedgerPanel *self, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0, (guint) ming_field_cell_get_field (cell));
}

static void
entered_cb (MingLedgerPanel *self, MingFieldCell *cell)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0, (guint) ming_field_cell_get_field (cell));
}

static void
ming_ledger_panel_class_init (MingLedgerPanelClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         2, G_TYPE_UINT, G_TYPE_STRING);
  signals[SIGNAL_LEFT]
      = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_ENTERED]
      = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ming_ledger_panel_init (MingLedgerPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

MingFieldCell *
ming_ledger_panel_make_cell (MingLedgerPanel *self, guint column, MingFieldKind kind, int width_chars)
{
  MingFieldCell *cell;

  g_return_val_if_fail (MING_IS_LEDGER_PANEL (self), NULL);

  cell = MING_FIELD_CELL (ming_field_cell_new_of_kind ((int) column, kind));
  ming_field_cell_put_in_table (cell, width_chars);
  g_signal_connect_swapped (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (cell, "left", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (entered_cb), self);
  return cell;
}
