/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "desk/account/ming-account-chart.h"
#include "desk/compare/ming-curve-view.h"
#include "desk/ming-clock.h"
#include "desk/ming-figures.h"
#include "desk/ming-message.h"
#include "desk/ming-payer-bar.h"
#include "desk/ming-settings.h"
#include "desk/ming-shortcuts.h"
#include "desk/ming-style.h"
#include "desk/ming-tab-names.h"
#include "desk/ming-tip.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* What is drawn, and the small things: bars, cards, messages, tips, names of tabs, keys. */

static GtkWidget *
open_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 60);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  drain ();
  return window;
}

static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  drain ();
  g_assert_null (window);
}

/* The pixels of @widget as they are drawn, 4 bytes each. (transfer full) */
static guchar *
draw (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  guchar *pixels;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  pixels = g_malloc0 ((gsize) *width * (gsize) *height * 4);
  if (node == NULL)
    return pixels;
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) *width, (float) *height));
  gdk_texture_download (texture, pixels, (gsize) *width * 4);
  return pixels;
}

/* How many of the pixels of the middle line from @from to @to differ from that at @like, in thousandths. */
static guint
count_other (const guchar *pixels, int width, int height, int like)
{
  const guint32 *line = (const guint32 *) (gconstpointer) pixels + (height / 2) * width;
  guint n = 0;

  for (int x = 0; x < width; x++)
    n += line[x] != line[like] ? 1 : 0;
  return n * 1000 / (guint) width;
}

/* A quarter of the bill takes a quarter of the bar; without a bill nothing is drawn. */
static void
test_payer_bar (void)
{
  GtkWidget *bar = g_object_new (MING_TYPE_PAYER_BAR, NULL);
  GtkWidget *window = open_window (bar);
  MingFen paid_fen[MING_N_PAYERS] = { 0 };
  g_autofree guchar *drawn = NULL;
  g_autofree guchar *empty = NULL;
  int width, height;
  guint other;

  paid_fen[MING_PAYER_HIFP] = 75000;
  paid_fen[MING_PAYER_CASH] = 25000;
  ming_payer_bar_set (MING_PAYER_BAR (bar), paid_fen, "统筹 75 %、现金 25 %");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "统筹 75 %、现金 25 %");
  drawn = draw (bar, &width, &height);
  other = count_other (drawn, width, height, 10);
  g_assert_cmpuint (other, >=, 240);
  g_assert_cmpuint (other, <=, 270);

  memset (paid_fen, 0, sizeof paid_fen);
  ming_payer_bar_set (MING_PAYER_BAR (bar), paid_fen, "");
  empty = draw (bar, &width, &height);
  g_assert_cmpuint (count_other (empty, width, height, 10), ==, 0);
  close_window (window);
}

/* Each payer has a square of its own. */
static void
test_swatches (void)
{
  for (int i = 0; i < MING_N_PAYERS; i++)
    {
      GtkWidget *swatch = g_object_ref_sink (ming_payer_swatch_new ((MingPayer) i));

      g_assert_true (GTK_IS_DRAWING_AREA (swatch));
      g_assert_cmpint (gtk_drawing_area_get_content_width (GTK_DRAWING_AREA (swatch)), ==,
                       gtk_drawing_area_get_content_height (GTK_DRAWING_AREA (swatch)));
      g_assert_finalize_object (swatch);
    }
}

/* Without a balance there is nothing to see; it says in words what it shows. */
static void
test_account_chart (void)
{
  GtkWidget *chart = ming_account_chart_new ();
  GtkWidget *window = open_window (chart);
  MingAccountMonth months[2] = { { .month = 2025 * 12 }, { .month = 2025 * 12 + 1 } };

  ming_account_chart_set (MING_ACCOUNT_CHART (chart), months, 2, "没有余额");
  g_assert_false (gtk_widget_get_visible (chart));
  months[0].balance = (MingAmount){ TRUE, 10000 };
  months[1].balance = (MingAmount){ TRUE, 20000 };
  months[1].paid_fen = 5000;
  ming_account_chart_set (MING_ACCOUNT_CHART (chart), months, 2, "余额从 100.00 到 200.00");
  g_assert_true (gtk_widget_get_visible (chart));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "余额从 100.00 到 200.00");
  gtk_test_widget_wait_for_draw (window);
  close_window (window);
}

static void
test_curve_view (void)
{
  GtkWidget *view = ming_curve_view_new ();
  GtkWidget *window = open_window (view);
  g_autoptr (GArray) kinks = g_array_new (FALSE, FALSE, sizeof (MingFen));
  MingFen kink_fen = 100;
  MingCurve curve = { .step_fen = 100, .n_done = MING_CURVE_POINTS, .kinks = kinks };
  g_autofree guchar *drawn = NULL;
  g_autofree guchar *empty = NULL;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 420, 250);
  gtk_test_widget_wait_for_draw (window);
  drain ();
  empty = draw (view, &width, &height);
  g_assert_cmpuint (count_other (empty, width, height, 0), ==, 0);
  for (int i = 0; i < MING_CURVE_POINTS; i++)
    curve.own_fen[i] = i * 50;
  g_array_append_val (kinks, kink_fen);
  ming_curve_view_set (MING_CURVE_VIEW (view), 0, &curve);
  ming_curve_view_set_total (MING_CURVE_VIEW (view), 4000);
  drawn = draw (view, &width, &height);
  g_assert_cmpuint (count_other (drawn, width, height, 0), >, 0);
  ming_curve_view_set (MING_CURVE_VIEW (view), 0, NULL);
  close_window (window);
}

/* The cards of a page take the keyboard themselves or leave it alone; the room they stand in never does. */
static void
test_figures (void)
{
  GtkWidget *figures = gtk_flow_box_new ();
  GtkWidget *window = open_window (figures);
  MingFigure figure[2];
  MingHeadline headline = { 0 };

  ming_figures_make (figures, figure, G_N_ELEMENTS (figure));
  ming_headline_set (&headline, "现金", g_strdup ("6,641.50"), g_strdup ("占一成"));
  ming_figure_show (&figure[1], &headline);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (figure[1].caption)), ==, "现金");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (figure[1].value)), ==, "6,641.50");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (figure[1].note)), ==, "占一成");
  /* Half an amount is a wrong amount. */
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (figure[1].value)), ==, PANGO_ELLIPSIZE_NONE);
  for (GtkWidget *child = gtk_widget_get_first_child (figures); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_assert_false (gtk_widget_get_focusable (child));
  ming_headline_clear (&headline);
  close_window (window);
}

static void
test_message (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (""));
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  ming_message_show (label, "缺少总费用");
  g_assert_true (gtk_widget_get_visible (label));
  ming_message_show (label, NULL);
  g_assert_false (gtk_widget_get_visible (label));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "");
  ming_message_show_lines (label, sentences);
  g_assert_false (gtk_widget_get_visible (label));
  g_ptr_array_add (sentences, (gpointer) "甲");
  g_ptr_array_add (sentences, (gpointer) "乙");
  ming_message_show_lines (label, sentences);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "甲\n乙");
  g_object_unref (label);
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* GTK asks the display at each change of a tip: the same tip is no change. */
static void
test_tip (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (""));
  guint n_changes = 0;

  g_signal_connect_swapped (label, "notify::tooltip-text", G_CALLBACK (count_cb), &n_changes);
  ming_tip_set (label, NULL);
  g_assert_cmpuint (n_changes, ==, 0);
  ming_tip_set (label, "整句");
  ming_tip_set (label, "整句");
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (label), ==, "整句");
  ming_tip_set (label, NULL);
  g_assert_null (gtk_widget_get_tooltip_text (label));
  g_object_unref (label);
}

static void
test_style_class (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (""));

  ming_style_set_class (label, "refused", TRUE);
  ming_style_set_class (label, "refused", TRUE);
  g_assert_true (gtk_widget_has_css_class (label, "refused"));
  ming_style_set_class (label, "refused", FALSE);
  g_assert_false (gtk_widget_has_css_class (label, "refused"));
  g_object_unref (label);
}

static GtkWidget *
get_tab (GtkWidget *notebook, int page)
{
  GtkWidget *content = gtk_notebook_get_nth_page (GTK_NOTEBOOK (notebook), page);

  return gtk_widget_get_parent (gtk_notebook_get_tab_label (GTK_NOTEBOOK (notebook), content));
}

/* However deep the notebook stands, and when the name changes. */
static void
test_tab_names (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *notebook = gtk_notebook_new ();
  GtkWidget *window = open_window (box);
  GtkWidget *title = gtk_label_new ("提示");

  gtk_notebook_append_page (GTK_NOTEBOOK (notebook), gtk_label_new (""), gtk_label_new ("计算过程"));
  gtk_notebook_append_page (GTK_NOTEBOOK (notebook), gtk_label_new (""), title);
  gtk_box_append (GTK_BOX (box), notebook);
  ming_tab_names_set (window);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_tab (notebook, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "计算过程");
  gtk_label_set_text (GTK_LABEL (title), "提示（2）");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_tab (notebook, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "提示（2）");
  close_window (window);
}

/* What stands on buttons and pages comes from the one table; an action without a key has none. */
static void
test_key_labels (void)
{
  g_autofree char *next = ming_shortcuts_get_label ("win.next-client");
  g_autofree char *page = ming_shortcuts_get_label ("win.page('ledger')");
  g_autofree char *none = ming_shortcuts_get_label ("win.about");

  g_assert_cmpstr (next, ==, "F2");
  g_assert_cmpstr (page, ==, "Alt+2");
  g_assert_null (none);
}

/* What the window remembers comes back as it was; nothing else is asked for. */
static void
test_settings (void)
{
  int width = 0, height = 0;
  gboolean maximized = TRUE;
  g_autofree char *region = NULL;
  g_autofree char *page = NULL;

  ming_settings_set_size (1240, 720, FALSE);
  ming_settings_get_size (&width, &height, &maximized);
  g_assert_cmpint (width, ==, 1240);
  g_assert_cmpint (height, ==, 720);
  g_assert_false (maximized);
  /* The size to go back to is not that of the whole screen. */
  ming_settings_set_size (1920, 1080, TRUE);
  ming_settings_get_size (&width, &height, &maximized);
  g_assert_cmpint (width, ==, 1240);
  g_assert_true (maximized);
  ming_settings_set_region ("370600");
  region = ming_settings_get_region ();
  g_assert_cmpstr (region, ==, "370600");
  ming_settings_set_page ("ledger");
  page = ming_settings_get_page ();
  g_assert_cmpstr (page, ==, "ledger");
  ming_settings_set_text_size (150);
  g_assert_cmpint (ming_settings_get_text_size (), ==, 150);
}

/* A machine may be set to any zone: a counter is in China. */
static void
test_clock (void)
{
  MingMoment now = ming_clock_now ();
  MingDate today_there = ming_clock_today ();

  g_assert_true (ming_date_is_valid (now.date));
  g_assert_cmpint (ming_date_compare (today_there, now.date), >=, 0);
  g_assert_cmpint (now.hour, <, 24);
  g_assert_cmpint (now.minute, <, 60);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/payer-bar", test_payer_bar);
  g_test_add_func ("/marks/swatches", test_swatches);
  g_test_add_func ("/marks/account-chart", test_account_chart);
  g_test_add_func ("/marks/curve-view", test_curve_view);
  g_test_add_func ("/marks/figures", test_figures);
  g_test_add_func ("/marks/message", test_message);
  g_test_add_func ("/marks/tip", test_tip);
  g_test_add_func ("/marks/style-class", test_style_class);
  g_test_add_func ("/marks/tab-names", test_tab_names);
  g_test_add_func ("/marks/key-labels", test_key_labels);
  g_test_add_func ("/marks/settings", test_settings);
  g_test_add_func ("/marks/clock", test_clock);
  return g_test_run ();
}
