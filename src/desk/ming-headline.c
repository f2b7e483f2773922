/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-headline.h"

#define NOTHING "—"

void
ming_headline_set (MingHeadline *self, const char *caption, char *value, char *note)
{
  g_return_if_fail (self != NULL);

  if (caption != NULL)
    {
      g_free (self->caption);
      self->caption = g_strdup (caption);
    }
  g_free (self->value);
  g_free (self->note);
  self->value = value != NULL ? value : g_strdup (NOTHING);
  self->note = note != NULL ? note : g_strdup ("");
}

void
ming_headline_clear (MingHeadline *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->caption, g_free);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->note, g_free);
}
