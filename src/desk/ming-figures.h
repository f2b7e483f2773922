/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-headline.h"

G_BEGIN_DECLS

/** MingFigure: the labels of a card that shows a #MingHeadline; they belong to the card. */
typedef struct
{
  GtkWidget *caption;
  GtkWidget *value;
  GtkWidget *note;
} MingFigure;

/** Makes the labels of @figure. Returns: (transfer floating): what they stand in */
GtkWidget *ming_figure_make (MingFigure *figure);

/** Writes @headline into the labels of @figure. */
void ming_figure_show (const MingFigure *figure, const MingHeadline *headline);

/**
 * ming_figures_add: a card among the large figures on top of a page.
 * @figures: a GtkFlowBox: two or four cards side by side, as the size of the text allows
 * @card: (transfer floating)
 */
void ming_figures_add (GtkWidget *figures, GtkWidget *card);

/** Makes a card for each of the @n figures @figure and adds it to @figures. */
void ming_figures_make (GtkWidget *figures, MingFigure *figure, guint n);

G_END_DECLS
