/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <gtk/gtk.h>

#include "desk/ming-text-size.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* Large text and other themes on a small screen. */

#define SCREEN_WIDTH 1366
#define SCREEN_HEIGHT 768

static const char *const pages[] = { "estimate", "ledger", "account", "life",
                                     "compare",  "audit",  "policy",  "history" };

static void
test_steps (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (ming_text_size_step (100, 1), ==, 125);
  g_assert_cmpint (ming_text_size_step (150, 1), ==, 200);
  g_assert_cmpint (ming_text_size_step (200, 1), ==, 200);
  g_assert_cmpint (ming_text_size_step (200, -1), ==, 150);
  g_assert_cmpint (ming_text_size_step (100, -1), ==, 100);
  g_assert_cmpint (ming_text_size_step (137, 0), ==, 125);
  g_assert_cmpint (ming_text_size_step (5, 0), ==, 100);
}

static gboolean
is_disabled_entry (GtkWidget *widget, gconstpointer unused)
{
  return GTK_IS_ENTRY (widget) && !gtk_widget_is_sensitive (widget) && gtk_widget_get_mapped (widget);
}

static int
get_dpi (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi;
}

/* The keys change what the toolkit draws with, and 100 % is what the desktop asked for. */
static void
test_keys (Fixture *fixture, gconstpointer unused)
{
  int dpi = get_dpi ();

  g_assert_cmpint (dpi, >, 0);
  for (int i = 0; i < 3; i++)
    gtk_widget_activate_action (fixture->window, "win.text-larger", NULL);
  g_assert_cmpint (ming_text_size_get (), ==, 200);
  g_assert_cmpint (get_dpi (), ==, dpi * 2);
  gtk_widget_activate_action (fixture->window, "win.text-smaller", NULL);
  g_assert_cmpint (get_dpi (), ==, dpi + dpi / 2);
  gtk_widget_activate_action (fixture->window, "win.text-normal", NULL);
  g_assert_cmpint (get_dpi (), ==, dpi);
}

/* As usual no page has to be moved about to be seen whole. */
static void
check_no_scrolling (Fixture *fixture)
{
  GtkWidget *stack = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_STACK));
  GtkWidget *scroller = gtk_widget_get_ancestor (stack, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), <=, gtk_adjustment_get_page_size (down));
}

/* The window is never larger than the counter's screen, empty or with an answer, on any page. */
static void
check_pages (Fixture *fixture, int size_percent)
{
  ming_text_size_set (size_percent);
  gtk_widget_activate_action (fixture->window, "win.page", "s", "estimate");
  type_bill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int width, height;

      gtk_widget_activate_action (fixture->window, "win.page", "s", pages[i]);
      drain ();
      gtk_test_widget_wait_for_draw (fixture->window);
      gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (fixture->window, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      g_test_message ("%s at %d %%: %d x %d", pages[i], size_percent, width, height);
      g_assert_cmpint (width, <=, SCREEN_WIDTH);
      g_assert_cmpint (height, <=, SCREEN_HEIGHT);
      if (size_percent == 100)
        check_no_scrolling (fixture);
    }
  ming_text_size_set (100);
}

static void
test_fits (Fixture *fixture, gconstpointer unused)
{
  check_pages (fixture, 100);
  check_pages (fixture, 200);
}

/* How strong the text of the first field is that shows something and takes nothing. */
static double
get_strength (Fixture *fixture)
{
  GtkWidget *entry = find_widget (fixture->window, is_disabled_entry, NULL);
  GtkWidget *text = gtk_widget_get_first_child (entry);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (text), &colour);
  return (double) colour.alpha;
}

/* High contrast: what is faint as usual is not; back in the usual theme it is again. */
static void
test_contrast (Fixture *fixture, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *usual = NULL;

  type_bill (fixture);
  g_object_get (settings, "gtk-theme-name", &usual, NULL);
  g_assert_cmpfloat (get_strength (fixture), <, 1);
  g_object_set (settings, "gtk-theme-name", "HighContrast", NULL);
  drain ();
  g_assert_cmpfloat (get_strength (fixture), ==, 1);
  g_object_set (settings, "gtk-theme-name", usual, NULL);
  drain ();
  g_assert_cmpfloat (get_strength (fixture), <, 1);
}

/* Other themes of the desktop: the window opens in them and every page is drawn, without a complaint. */
static void
test_themes (Fixture *fixture, gconstpointer unused)
{
  static const char *const themes[] = { "HighContrast", "HighContrastInverse", "Adwaita-dark" };
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *usual = NULL;

  g_object_get (settings, "gtk-theme-name", &usual, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_object_set (settings, "gtk-theme-name", themes[i], NULL);
      check_pages (fixture, 100);
    }
  g_object_set (settings, "gtk-theme-name", usual, NULL);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  add_window_test ("/text-size/steps", test_steps);
  add_window_test ("/text-size/keys", test_keys);
  add_window_test ("/text-size/fits", test_fits);
  add_window_test ("/text-size/contrast", test_contrast);
  add_window_test ("/text-size/themes", test_themes);
  return g_test_run ();
}
