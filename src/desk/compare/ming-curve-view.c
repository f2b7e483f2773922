/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-curve-view"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-curve-view.h"

#define MARGIN_LEFT 62
#define MARGIN_RIGHT 26
#define MARGIN_TOP 10
#define MARGIN_BOTTOM 34
#define N_TICKS 5
#define YUAN 100.0

struct _MingCurveView
{
  GtkWidget parent_instance;

  const MingCurve *curves[MING_CURVES_MAX];
  MingFen total_fen;
};

G_DEFINE_FINAL_TYPE (MingCurveView, ming_curve_view, GTK_TYPE_WIDGET)

static const struct
{
  const char *colour;
  double dash[4];
  int n_dash;
} lines[MING_CURVES_MAX] = {
  { "#1f7a8c", { 0 }, 0 },
  { "#b3503b", { 7, 4 }, 2 },
  { "#7a6c9d", { 2, 3 }, 2 },
  { "#a67c1f", { 9, 3, 2, 3 }, 4 },
};

/** The plane of the picture: fen to pixels. */
typedef struct
{
  double width;
  double height;
  double x_max;
  double y_max;
} Plane;

static double
to_x (const Plane *plane, MingFen fen)
{
  return MARGIN_LEFT + (double) fen / plane->x_max * plane->width;
}

static double
to_y (const Plane *plane, MingFen fen)
{
  return MARGIN_TOP + plane->height - (double) fen / plane->y_max * plane->height;
}

static void
draw_text (GtkWidget *widget, cairo_t *cr, const char *text, double x, double y, double align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, x - align * width, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/* 0.5, 1, 2 or 5 times a power of ten: what one tick is worth, in fen. */
static double
choose_tick (double max)
{
  double rough = max / N_TICKS;
  double power = 1;

  while (power * 10 <= rough)
    power *= 10;
  return rough / power > 5   ? power * 10
         : rough / power > 2 ? power * 5
         : rough / power > 1 ? power * 2
                             : power;
}

static char *
describe_tick (double fen)
{
  /* Whole wan and thousands are written short, as one says them. */
  gint64 yuan = (gint64) (fen / YUAN);

  if (yuan >= 10000)
    /* Translators: an amount on an axis, %d tens of thousands of yuan; in Chinese: %d万 */
    return yuan % 10000 == 0 ? g_strdup_printf (_("%d0k"), (int) (yuan / 10000))
                             : g_strdup_printf ("%" G_GINT64_FORMAT, yuan);
  return g_strdup_printf ("%" G_GINT64_FORMAT, yuan);
}

static void
draw_axes (GtkWidget *widget, cairo_t *cr, const Plane *plane, const GdkRGBA *ink)
{
  double x_tick = choose_tick (plane->x_max);
  double y_tick = choose_tick (plane->y_max);

  cairo_set_line_width (cr, 1);
  for (double value = 0; value <= plane->x_max; value += x_tick)
    {
      g_autofree char *text = describe_tick (value);
      double x = to_x (plane, (MingFen) value);

      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.12);
      cairo_move_to (cr, x, MARGIN_TOP);
      cairo_line_to (cr, x, MARGIN_TOP + plane->height);
      cairo_stroke (cr);
      gdk_cairo_set_source_rgba (cr, ink);
      draw_text (widget, cr, text, x, MARGIN_TOP + plane->height + 9, 0.5);
    }
  for (double value = 0; value <= plane->y_max; value += y_tick)
    {
      g_autofree char *text = describe_tick (value);
      double y = to_y (plane, (MingFen) value);

      cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, 0.12);
      cairo_move_to (cr, MARGIN_LEFT, y);
      cairo_line_to (cr, MARGIN_LEFT + plane->width, y);
      cairo_stroke (cr);
      gdk_cairo_set_source_rgba (cr, ink);
      draw_text (widget, cr, text, MARGIN_LEFT - 6, y, 1);
    }
  draw_text (widget, cr, _("Total cost (across) and what the person bears (up), in yuan"),
             MARGIN_LEFT + plane->width / 2, MARGIN_TOP + plane->height + 25, 0.5);
}

static MingFen
get_own_at (const MingCurve *curve, MingFen total_fen)
{
  guint left = MIN ((guint) (total_fen / curve->step_fen), curve->n_done - 2);
  MingFen into_fen = total_fen - (MingFen) left * curve->step_fen;

  return curve->own_fen[left]
         + (curve->own_fen[left + 1] - curve->own_fen[left]) * into_fen / curve->step_fen;
}

static void
draw_curve (GtkWidget *widget, cairo_t *cr, const Plane *plane, const MingCurve *curve, guint index)
{
  GdkRGBA colour;
  g_autofree char *number = g_strdup_printf ("%u", index + 1);

  gdk_rgba_parse (&colour, lines[index].colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, lines[index].dash, lines[index].n_dash, 0);
  for (guint i = 0; i < curve->n_done; i++)
    cairo_line_to (cr, to_x (plane, (MingFen) i * curve->step_fen), to_y (plane, curve->own_fen[i]));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < curve->kinks->len; i++)
    {
      MingFen kink_fen = g_array_index (curve->kinks, MingFen, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, to_x (plane, kink_fen), to_y (plane, get_own_at (curve, kink_fen)), 3.5, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  if (curve->n_done == MING_CURVE_POINTS)
    draw_text (widget, cr, number, MARGIN_LEFT + plane->width + 6 + 8.0 * (index % 2),
               to_y (plane, curve->own_fen[MING_CURVE_POINTS - 1]), 0);
}

static gboolean
find_plane (MingCurveView *self, Plane *plane)
{
  plane->width = gtk_widget_get_width (GTK_WIDGET (self)) - MARGIN_LEFT - MARGIN_RIGHT;
  plane->height = gtk_widget_get_height (GTK_WIDGET (self)) - MARGIN_TOP - MARGIN_BOTTOM;
  plane->x_max = plane->y_max = 0;
  for (int i = 0; i < MING_CURVES_MAX; i++)
    {
      const MingCurve *curve = self->curves[i];

      for (guint j = 0; curve != NULL && j < curve->n_done; j++)
        plane->y_max = MAX (plane->y_max, (double) curve->own_fen[j]);
      if (curve != NULL)
        plane->x_max = MAX (plane->x_max, (double) curve->step_fen * (MING_CURVE_POINTS - 1));
    }
  return plane->width > 0 && plane->height > 0 && plane->x_max > 0 && plane->y_max > 0;
}

static void
ming_curve_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MingCurveView *self = MING_CURVE_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA ink;
  Plane plane;
  cairo_t *cr;

  if (!find_plane (self, &plane))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  draw_axes (widget, cr, &plane, &ink);
  if (self->total_fen > 0 && (double) self->total_fen <= plane.x_max)
    {
      cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.5);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, to_x (&plane, self->total_fen), MARGIN_TOP);
      cairo_line_to (cr, to_x (&plane, self->total_fen), MARGIN_TOP + plane.height);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < MING_CURVES_MAX; i++)
    if (self->curves[i] != NULL && self->curves[i]->n_done > 1)
      draw_curve (widget, cr, &plane, self->curves[i], i);
  cairo_destroy (cr);
}

static void
ming_curve_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? 160 : 240;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? 250 : 420;
}

static void
ming_curve_view_class_init (MingCurveViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ming_curve_view_snapshot;
  widget_class->measure = ming_curve_view_measure;
  gtk_widget_class_set_css_name (widget_class, "curveview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ming_curve_view_init (MingCurveView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the person bears against the total cost"), -1);
}

GtkWidget *
ming_curve_view_new (void)
{
  return g_object_new (MING_TYPE_CURVE_VIEW, NULL);
}

void
ming_curve_view_set (MingCurveView *self, guint index, const MingCurve *curve)
{
  g_return_if_fail (MING_IS_CURVE_VIEW (self) && index < MING_CURVES_MAX);

  self->curves[index] = curve;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ming_curve_view_set_total (MingCurveView *self, MingFen total_fen)
{
  g_return_if_fail (MING_IS_CURVE_VIEW (self));

  self->total_fen = total_fen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
