/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-account-chart"

#include "config.h"

#include "ming-account-chart.h"

#define ROOM 92 /* height of the highest bar */
#define BAR_SHARE 0.6f
#define PAID_ALPHA 0.35f

struct _MingAccountChart
{
  GtkWidget parent_instance;

  MingAccountMonth month[MING_ACCOUNT_MONTHS];
  int n_months;
};

G_DEFINE_FINAL_TYPE (MingAccountChart, ming_account_chart, GTK_TYPE_WIDGET)

static MingFen
find_highest (const MingAccountChart *self)
{
  MingFen highest_fen = 1;

  for (int i = 0; i < self->n_months; i++)
    if (self->month[i].balance.known)
      highest_fen = MAX (highest_fen, self->month[i].balance.fen + self->month[i].paid_fen);
  return highest_fen;
}

/* Room for the months' names, whatever the size of the text. */
static int
measure_foot (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return height;
}

static void
draw_name (GtkWidget *widget, GtkSnapshot *snapshot, int month, float x, float width, const GdkRGBA *colour)
{
  g_autofree char *text = g_strdup_printf ("%d", month % 12 + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int text_width, text_height;
  float foot;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  foot = (float) (gtk_widget_get_height (widget) - text_height);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (width - (float) text_width) / 2, foot));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* The balance filled, the payment of the month as a frame on top, so that colour alone says nothing. */
static void
draw_month (MingAccountChart *self, GtkSnapshot *snapshot, int i, MingFen highest_fen, float room,
            const GdkRGBA *colour)
{
  const MingAccountMonth *month = &self->month[i];
  float slot = (float) gtk_widget_get_width (GTK_WIDGET (self)) / MING_ACCOUNT_MONTHS;
  float width = slot * BAR_SHARE;
  float x = slot * (float) i + (slot - width) / 2;
  float balance = (float) month->balance.fen / (float) highest_fen * room;
  float paid = (float) month->paid_fen / (float) highest_fen * room;
  GdkRGBA faint = *colour;

  faint.alpha *= PAID_ALPHA;
  draw_name (GTK_WIDGET (self), snapshot, month->month, slot * (float) i, slot, colour);
  if (!month->balance.known)
    return;
  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (x, room - balance, width, balance));
  if (paid > 0)
    {
      GskRoundedRect frame;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, room - balance - paid, width, paid);

      gsk_rounded_rect_init_from_rect (&frame, &bounds, 0);
      gtk_snapshot_append_border (snapshot, &frame, (float[4]){ 1, 1, 1, 1 },
                                  (GdkRGBA[4]){ *colour, *colour, *colour, *colour });
    }
}

static void
ming_account_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MingAccountChart *self = MING_ACCOUNT_CHART (widget);
  MingFen highest_fen = find_highest (self);
  float room = (float) (gtk_widget_get_height (widget) - measure_foot (widget));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (int i = 0; i < self->n_months; i++)
    draw_month (self, snapshot, i, highest_fen, room, &colour);
}

static void
ming_account_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ROOM + measure_foot (widget) : ROOM * 2;
  *minimum_baseline = *natural_baseline = -1;
}

static void
ming_account_chart_class_init (MingAccountChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ming_account_chart_snapshot;
  widget_class->measure = ming_account_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "accountchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ming_account_chart_init (MingAccountChart *self)
{
}

GtkWidget *
ming_account_chart_new (void)
{
  return g_object_new (MING_TYPE_ACCOUNT_CHART, NULL);
}

void
ming_account_chart_set (MingAccountChart *self, const MingAccountMonth *months, int n_months,
                        const char *description)
{
  gboolean any_known = FALSE;

  g_return_if_fail (MING_IS_ACCOUNT_CHART (self) && n_months <= MING_ACCOUNT_MONTHS);

  for (int i = 0; i < n_months; i++)
    {
      self->month[i] = months[i];
      any_known |= months[i].balance.known;
    }
  self->n_months = n_months;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  /* Names of months over no bars would say nothing. */
  gtk_widget_set_visible (GTK_WIDGET (self), any_known);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
