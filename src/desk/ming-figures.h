/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ming_figures_add: a card among the large figures on top of a page.
 * @figures: a GtkFlowBox: two or four cards side by side, as the size of the text allows
 * @card: (transfer floating)
 */
void ming_figures_add (GtkWidget *figures, GtkWidget *card);

G_END_DECLS
