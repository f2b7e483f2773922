/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-settings"

#include "config.h"

#include <gio/gio.h>

#include "ming-settings.h"

#define DEFAULT_WIDTH 1366
#define DEFAULT_HEIGHT 728

/* NULL when the schema is not installed: GSettings would end the program. */
static GSettings *
get_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
ming_settings_get_size (int *width, int *height, gboolean *maximized)
{
  g_autoptr (GSettings) settings = get_settings ();

  *width = settings != NULL ? g_settings_get_int (settings, "window-width") : DEFAULT_WIDTH;
  *height = settings != NULL ? g_settings_get_int (settings, "window-height") : DEFAULT_HEIGHT;
  *maximized = settings != NULL && g_settings_get_boolean (settings, "window-maximized");
}

void
ming_settings_set_size (int width, int height, gboolean maximized)
{
  g_autoptr (GSettings) settings = get_settings ();

  if (settings == NULL)
    return;
  g_settings_set_boolean (settings, "window-maximized", maximized);
  if (maximized)
    return;
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}

char *
ming_settings_get_region (void)
{
  g_autoptr (GSettings) settings = get_settings ();

  return settings != NULL ? g_settings_get_string (settings, "last-region") : g_strdup ("");
}

void
ming_settings_set_region (const char *code)
{
  g_autoptr (GSettings) settings = get_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, "last-region", code);
}

int
ming_settings_get_text_size (void)
{
  g_autoptr (GSettings) settings = get_settings ();

  return settings != NULL ? g_settings_get_int (settings, "text-size") : 100;
}

void
ming_settings_set_text_size (int percent)
{
  g_autoptr (GSettings) settings = get_settings ();

  if (settings != NULL)
    g_settings_set_int (settings, "text-size", percent);
}

char *
ming_settings_get_page (void)
{
  g_autoptr (GSettings) settings = get_settings ();

  return settings != NULL ? g_settings_get_string (settings, "last-page") : g_strdup ("");
}

void
ming_settings_set_page (const char *name)
{
  g_autoptr (GSettings) settings = get_settings ();

  if (settings != NULL)
    g_settings_set_string (settings, "last-page", name);
}
