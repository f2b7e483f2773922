/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-office.h"

static const char *const keys[] = { MING_SETTING_OFFICE, MING_SETTING_WINDOW, MING_SETTING_CLERK };

static char **
get_text (MingOffice *self, gsize i)
{
  char **const texts[] = { &self->name, &self->window, &self->clerk };

  return texts[i];
}

MingOffice *
ming_office_new (void)
{
  MingOffice *self = g_new0 (MingOffice, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    *get_text (self, i) = g_strdup ("");
  return self;
}

void
ming_office_free (MingOffice *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_free (*get_text (self, i));
  g_free (self);
}

MingOffice *
ming_office_load (MingStore *store, GError **error)
{
  g_autoptr (MingOffice) self = ming_office_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) refused = NULL;
      char *text = ming_store_get_setting (store, keys[i], &refused);

      if (refused != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&refused));
          return NULL;
        }
      if (text == NULL)
        continue;
      g_free (*get_text (self, i));
      *get_text (self, i) = text;
    }
  return g_steal_pointer (&self);
}

gboolean
ming_office_save (const MingOffice *self, MingStore *store, const char *who, GError **error)
{
  g_autoptr (MingOffice) before = ming_office_load (store, error);

  if (before == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (*get_text ((MingOffice *) self, i)));

      if (!g_str_equal (text, *get_text (before, i))
          && !ming_store_set_setting (store, keys[i], text, who, error))
        return FALSE;
    }
  return TRUE;
}
