/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-payer-bar"

#include "config.h"

#include <string.h>

#include "ming-payer-bar.h"

#define BAR_HEIGHT 26
#define SWATCH_SIZE 12
#define GAP 1

/** Pattern: how a payer's part is drawn over its colour. */
typedef enum
{
  PATTERN_PLAIN,
  PATTERN_RISING,  /* lines from bottom left */
  PATTERN_FALLING,
  PATTERN_CROSSED,
  PATTERN_DOTS,
  PATTERN_LEVEL    /* horizontal lines */
} Pattern;

static const struct
{
  const char *colour;
  Pattern pattern;
} looks[MING_N_PAYERS] = {
  [MING_PAYER_HIFP] = { "#1f7a8c", PATTERN_PLAIN },    [MING_PAYER_HIFOB] = { "#2f5d8a", PATTERN_LEVEL },
  [MING_PAYER_HIFMI] = { "#4a6fa5", PATTERN_CROSSED }, [MING_PAYER_CVLSERV] = { "#5b8a72", PATTERN_FALLING },
  [MING_PAYER_HIFES] = { "#7a6c9d", PATTERN_LEVEL },   [MING_PAYER_MAF] = { "#3d8b5f", PATTERN_CROSSED },
  [MING_PAYER_OTH] = { "#6aa9a0", PATTERN_RISING },    [MING_PAYER_ACCT] = { "#d9a13b", PATTERN_DOTS },
  [MING_PAYER_MULAID] = { "#b98a4a", PATTERN_FALLING }, [MING_PAYER_CASH] = { "#b3503b", PATTERN_RISING },
};

struct _MingPayerBar
{
  GtkWidget parent_instance;

  MingFen paid_fen[MING_N_PAYERS];
  MingFen total_fen;
};

G_DEFINE_FINAL_TYPE (MingPayerBar, ming_payer_bar, GTK_TYPE_WIDGET)

static void
draw_lines (cairo_t *cr, double width, double height, double slope)
{
  const double step = 7;

  for (double x = -height; x < width + height; x += step)
    {
      cairo_move_to (cr, x, slope > 0 ? height : 0);
      cairo_line_to (cr, x + height, slope > 0 ? 0 : height);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, double width, double height)
{
  const double step = 6;

  for (double y = step / 2; y < height; y += step)
    for (double x = step / 2; x < width; x += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 1.1, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

static void
draw_levels (cairo_t *cr, double width, double height)
{
  const double step = 5;

  for (double y = step / 2; y < height; y += step)
    {
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
    }
  cairo_stroke (cr);
}

static void
draw_pattern (cairo_t *cr, Pattern pattern, double width, double height)
{
  cairo_set_source_rgba (cr, 1, 1, 1, 0.45);
  cairo_set_line_width (cr, 1.2);
  switch (pattern)
    {
    case PATTERN_RISING:
      draw_lines (cr, width, height, 1);
      break;
    case PATTERN_FALLING:
      draw_lines (cr, width, height, -1);
      break;
    case PATTERN_CROSSED:
      draw_lines (cr, width, height, 1);
      draw_lines (cr, width, height, -1);
      break;
    case PATTERN_DOTS:
      draw_dots (cr, width, height);
      break;
    case PATTERN_LEVEL:
      draw_levels (cr, width, height);
      break;
    case PATTERN_PLAIN:
    default:
      break;
    }
}

static void
draw_part (cairo_t *cr, MingPayer payer, double x, double width, double height)
{
  GdkRGBA colour;

  gdk_rgba_parse (&colour, looks[payer].colour);
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, x, 0);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_paint (cr);
  draw_pattern (cr, looks[payer].pattern, width, height);
  cairo_restore (cr);
}

static void
ming_payer_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MingPayerBar *self = MING_PAYER_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  double x = 0;

  for (int i = 0; i < MING_N_PAYERS && self->total_fen > 0; i++)
    {
      double part = (double) self->paid_fen[i] / (double) self->total_fen * width;

      if (self->paid_fen[i] == 0)
        continue;
      draw_part (cr, (MingPayer) i, x, MAX (part - GAP, 2), height);
      x += part;
    }
  cairo_destroy (cr);
}

static void
ming_payer_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? BAR_HEIGHT : 100;
}

static void
ming_payer_bar_class_init (MingPayerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ming_payer_bar_snapshot;
  widget_class->measure = ming_payer_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "payerbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ming_payer_bar_init (MingPayerBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
ming_payer_bar_set (MingPayerBar *self, const MingFen paid_fen[MING_N_PAYERS], const char *description)
{
  g_return_if_fail (MING_IS_PAYER_BAR (self));

  self->total_fen = 0;
  memcpy (self->paid_fen, paid_fen, sizeof self->paid_fen);
  for (int i = 0; i < MING_N_PAYERS; i++)
    self->total_fen += paid_fen[i];
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_swatch_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer payer)
{
  draw_part (cr, (MingPayer) GPOINTER_TO_INT (payer), 0, width, height);
}

GtkWidget *
ming_payer_swatch_new (MingPayer payer)
{
  GtkWidget *area;

  g_return_val_if_fail (payer < MING_N_PAYERS, NULL);

  area = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch_cb, GINT_TO_POINTER (payer), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}
