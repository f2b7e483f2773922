/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-figures"

#include "config.h"

#include "ming-figures.h"
#include "ming-text-size.h"

/* What the words of a card ask for; they take more when there is room. */
#define WORDS_CHARS 14

static GtkWidget *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Words may wrap, a figure never. */
static GtkWidget *
add_words (GtkWidget *box, const char *style)
{
  GtkWidget *label = add_label (box, style);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORDS_CHARS);
  return label;
}

GtkWidget *
ming_figure_make (MingFigure *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  figure->caption = add_words (box, "figure-caption");
  figure->value = add_label (box, "value");
  figure->note = add_words (box, "figure-note");
  return box;
}

void
ming_figure_show (const MingFigure *figure, const MingHeadline *headline)
{
  gtk_label_set_text (GTK_LABEL (figure->caption), headline->caption);
  gtk_label_set_text (GTK_LABEL (figure->value), headline->value);
  gtk_label_set_text (GTK_LABEL (figure->note), headline->note);
}

/* All beside each other; with large text two and two, or below each other when there is no room. */
static void
arrange (GtkWidget *figures)
{
  gboolean large = ming_text_size_is_large ();

  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (figures), large ? 1 : 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (figures), large ? 2 : 4);
}

void
ming_figures_add (GtkWidget *figures, GtkWidget *card)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  g_return_if_fail (GTK_IS_FLOW_BOX (figures));

  if (gtk_widget_get_first_child (figures) == NULL)
    {
      arrange (figures);
      g_signal_connect_object (gtk_widget_get_settings (figures), "notify::gtk-xft-dpi", G_CALLBACK (arrange),
                               figures, G_CONNECT_SWAPPED);
    }
  gtk_widget_add_css_class (card, "figure");
  /* The keyboard goes to the card, if it takes it, not to the space the card stands in. */
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_flow_box_append (GTK_FLOW_BOX (figures), child);
}

void
ming_figures_make (GtkWidget *figures, MingFigure *figure, guint n)
{
  for (guint i = 0; i < n; i++)
    ming_figures_add (figures, ming_figure_make (&figure[i]));
}
