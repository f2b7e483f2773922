/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MingFlow: children one after another, as wide as they want to be; what does not fit goes to the next line.
 *
 * As words in a paragraph, where GtkFlowBox makes columns. A child that expands takes what its line has left.
 */
#define MING_TYPE_FLOW (ming_flow_get_type ())
G_DECLARE_DERIVABLE_TYPE (MingFlow, ming_flow, MING, FLOW, GtkWidget)

struct _MingFlowClass
{
  GtkWidgetClass parent_class;
};

/** @gap: between children, in pixels; @line_gap: between lines */
GtkWidget *ming_flow_new (int gap, int line_gap);

/** Puts @child at the end. @child: (transfer floating) */
void ming_flow_append (MingFlow *self, GtkWidget *child);

G_END_DECLS
