/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-text-size"

#include "config.h"

#include "ming-text-size.h"

/* Half as large again as usual. */
#define LARGE_TEXT_DPI 140

static const int sizes[] = { 100, 125, 150, 200 };

/* What the desktop asked for before this program changed it, in 1024ths of a dot per inch. */
static int desktop_dpi;
static int size_percent = 100;

static int
find_size (int percent)
{
  int found = 0;

  for (int i = 0; i < (int) G_N_ELEMENTS (sizes); i++)
    if (sizes[i] <= percent)
      found = i;
  return found;
}

int
ming_text_size_get (void)
{
  return size_percent;
}

int
ming_text_size_step (int percent, int steps)
{
  return sizes[CLAMP (find_size (percent) + steps, 0, (int) G_N_ELEMENTS (sizes) - 1)];
}

void
ming_text_size_set (int percent)
{
  GtkSettings *settings = gtk_settings_get_default ();

  size_percent = sizes[find_size (percent)];
  if (desktop_dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &desktop_dpi, NULL);
  if (desktop_dpi <= 0)
    desktop_dpi = 96 * 1024;
  g_object_set (settings, "gtk-xft-dpi", (int) ((gint64) desktop_dpi * size_percent / 100), NULL);
}

gboolean
ming_text_size_is_large (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > LARGE_TEXT_DPI * PANGO_SCALE;
}

static void
turn_cb (GtkOrientable *box)
{
  gtk_orientable_set_orientation (box, ming_text_size_is_large () ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
}

static void
turn_back_cb (GtkOrientable *box)
{
  gtk_orientable_set_orientation (box, ming_text_size_is_large () ? GTK_ORIENTATION_HORIZONTAL
                                                                  : GTK_ORIENTATION_VERTICAL);
}

void
ming_text_size_turn (GtkOrientable *box)
{
  g_return_if_fail (GTK_IS_ORIENTABLE (box));

  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (turn_cb), box,
                           G_CONNECT_SWAPPED);
  turn_cb (box);
}

void
ming_text_size_turn_back (GtkOrientable *box)
{
  g_return_if_fail (GTK_IS_ORIENTABLE (box));

  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (turn_back_cb), box,
                           G_CONNECT_SWAPPED);
  turn_back_cb (box);
}
