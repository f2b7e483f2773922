/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-tools"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-shortcuts.h"
#include "ming-ledger-tools.h"

struct _MingLedgerTools
{
  MingFlow parent_instance;

  GtkWidget *notice;
};

G_DEFINE_FINAL_TYPE (MingLedgerTools, ming_ledger_tools, MING_TYPE_FLOW)

static const struct
{
  const char *label;
  const char *action;
} tools[] = {
  { NC_ ("ledger", "New row"), "ledger.insert" },      { NC_ ("ledger", "Delete"), "ledger.remove" },
  { NC_ ("ledger", "Refund"), "ledger.refund" },      { NC_ ("ledger", "Undo"), "ledger.undo" },
  { NC_ ("ledger", "In order"), "ledger.sort" },      { NC_ ("ledger", "As settled"), "ledger.settle" },
  { NC_ ("ledger", "Open…"), "ledger.open" },         { NC_ ("ledger", "Save…"), "ledger.save" },
};

/* The key stands on the button, as everything can be done without a mouse. */
static void
add_tool (MingLedgerTools *self, const char *label, const char *action)
{
  g_autofree char *key = ming_shortcuts_get_label (action);
  g_autofree char *text = key != NULL ? g_strdup_printf ("%s %s", label, key) : g_strdup (label);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  ming_flow_append (MING_FLOW (self), button);
}

void
ming_ledger_tools_set_notice (MingLedgerTools *self, const char *text)
{
  g_return_if_fail (MING_IS_LEDGER_TOOLS (self) && text != NULL);

  gtk_label_set_text (GTK_LABEL (self->notice), text);
  gtk_widget_set_visible (self->notice, *text != '\0');
}

static void
ming_ledger_tools_class_init (MingLedgerToolsClass *klass)
{
}

static void
ming_ledger_tools_init (MingLedgerTools *self)
{
  g_object_set (self, "gap", 6, "line-gap", 4, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    add_tool (self, g_dpgettext2 (GETTEXT_PACKAGE, "ledger", tools[i].label), tools[i].action);
  self->notice = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->notice), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->notice), 0);
  gtk_widget_set_hexpand (self->notice, TRUE);
  gtk_widget_add_css_class (self->notice, "plan");
  ming_flow_append (MING_FLOW (self), self->notice);
}
