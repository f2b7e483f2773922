/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-style"

#include "config.h"

#include "ming-style.h"

static GtkCssProvider *
add_sheet (GdkDisplay *display, const char *path, guint priority)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), priority);
  return g_steal_pointer (&provider);
}

/* GTK 4.8 tells a high contrast only by the name of the theme. */
static gboolean
is_contrast (const char *theme)
{
  return theme != NULL
         && (g_str_has_prefix (theme, "HighContrast") || g_str_has_suffix (theme, "-hc")
             || g_str_has_suffix (theme, "-hc-dark"));
}

/* The second sheet is there while the theme is one of high contrast. */
static void
theme_changed_cb (GtkSettings *settings, GParamSpec *pspec, GdkDisplay *display)
{
  GtkCssProvider *sheet = g_object_get_data (G_OBJECT (settings), "ming-contrast");
  g_autofree char *theme = NULL;
  gboolean contrast;

  g_object_get (settings, "gtk-theme-name", &theme, NULL);
  contrast = is_contrast (theme);
  if (contrast && sheet == NULL)
    g_object_set_data_full (G_OBJECT (settings), "ming-contrast",
                            add_sheet (display, "/org/mingsuan/Mingsuan/contrast.css",
                                       GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1),
                            g_object_unref);
  else if (!contrast && sheet != NULL)
    {
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (sheet));
      g_object_set_data (G_OBJECT (settings), "ming-contrast", NULL);
    }
}

void
ming_style_install (GdkDisplay *display)
{
  GtkSettings *settings;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  g_object_unref (add_sheet (display, "/org/mingsuan/Mingsuan/style.css",
                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION));
  settings = gtk_settings_get_for_display (display);
  g_signal_connect_object (settings, "notify::gtk-theme-name", G_CALLBACK (theme_changed_cb), display, 0);
  theme_changed_cb (settings, NULL, display);
}

void
ming_style_set_class (GtkWidget *widget, const char *name, gboolean on)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
ming_style_show_class (GtkWidget *root, const char *name, gboolean visible)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (gtk_widget_has_css_class (root, name))
    gtk_widget_set_visible (root, visible);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ming_style_show_class (child, name, visible);
}
