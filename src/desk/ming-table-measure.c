/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-table-measure"

#include "config.h"

#include "ming-table-measure.h"
#include "ming-text-row.h"

/* What style.css puts around the text of a cell and of a heading, and a pixel for what was rounded. */
#define PADDING 14

/* Wide characters: figures and words up to these stay on one line; no words ask for more than the third. */
#define UNBROKEN_FIGURE 6
#define UNBROKEN_WORDS 8
#define WORDS_CHARS 11

/* A column of figures that wants more is one of words, whatever side it stands on. */
#define FIGURE_CHARS 15

/* Lines that a heading takes, and how many it may take where there is little room. */
#define HEADING_LINES 2
#define HEADING_LINES_MOST 4

typedef struct
{
  PangoLayout *layout;
  PangoAttrList *plain;
  PangoAttrList *bold;
  int em;
} Measure;

static int
get_width (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Whether a line may end within @text. */
static gboolean
may_break (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == ' ' || (guchar) *text >= 0x80)
      return TRUE;
  return FALSE;
}

/* The width of what cannot be broken in the text that was measured last. */
static int
get_least (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  return extents.width;
}

static void
widen (MingColumnNeed *need, int least, int wanted)
{
  need->least = MAX (need->least, MIN (least, wanted) + PADDING);
  need->wanted = MAX (need->wanted, wanted + PADDING);
}

static void
add_cell (const Measure *measure, const char *text, MingColumnNeed *need)
{
  int wanted = get_width (measure->layout, text);
  int least = wanted;

  if (wanted > measure->em * (need->words ? UNBROKEN_WORDS : UNBROKEN_FIGURE) && may_break (text))
    least = MAX (get_least (measure->layout),
                 need->words ? MIN (wanted / 2, measure->em * WORDS_CHARS) : measure->em * UNBROKEN_FIGURE);
  widen (need, least, wanted);
  need->cells = MAX (need->cells, wanted + PADDING);
}

/* A heading is never wider than its figures would be but by a word. */
static void
add_heading (const Measure *measure, const char *text, MingColumnNeed *need)
{
  int wanted = get_width (measure->layout, text);
  int least = may_break (text) ? MAX (get_least (measure->layout), wanted / HEADING_LINES_MOST) : wanted;

  if (may_break (text) && wanted > measure->em * UNBROKEN_FIGURE)
    wanted = MAX (least, wanted / HEADING_LINES + measure->em);
  widen (need, least, wanted);
}

static PangoAttrList *
make_attributes (gboolean bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  return attributes;
}

static void
open_measure (Measure *measure, GtkWidget *view)
{
  measure->layout = gtk_widget_create_pango_layout (view, NULL);
  pango_layout_set_wrap (measure->layout, PANGO_WRAP_WORD);
  measure->em = get_width (measure->layout, "医");
  measure->plain = make_attributes (FALSE);
  measure->bold = make_attributes (TRUE);
}

static void
close_measure (Measure *measure)
{
  g_clear_pointer (&measure->plain, pango_attr_list_unref);
  g_clear_pointer (&measure->bold, pango_attr_list_unref);
  g_clear_object (&measure->layout);
}

void
ming_table_measure (GtkWidget *view, const char *const *headings, GListModel *rows, guint n_left,
                    MingColumnNeed *need)
{
  Measure measure;

  g_return_if_fail (GTK_IS_WIDGET (view) && headings != NULL && need != NULL);

  open_measure (&measure, view);
  pango_layout_set_attributes (measure.layout, measure.plain);
  for (guint i = 0; headings[i] != NULL; i++)
    {
      need[i] = (MingColumnNeed) { .words = i < n_left };
      add_heading (&measure, headings[i], &need[i]);
    }
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (MingTextRow) row = g_list_model_get_item (rows, i);

      pango_layout_set_attributes (measure.layout,
                                   ming_text_row_get_style (row) != NULL ? measure.bold : measure.plain);
      for (guint j = 0; headings[j] != NULL; j++)
        add_cell (&measure, ming_text_row_get_cell (row, j), &need[j]);
    }
  for (guint i = 0; headings[i] != NULL; i++)
    need[i].words |= need[i].cells > measure.em * FIGURE_CHARS;
  close_measure (&measure);
}

int
ming_table_measure_chars (GtkWidget *view, int n_chars)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, NULL);

  return get_width (layout, "医") * n_chars;
}
