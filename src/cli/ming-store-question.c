/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-options.h"
#include "ming-store-question.h"

void
ming_store_question_clear (MingStoreQuestion *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
}

MingExit
ming_store_question_read (MingStoreQuestion *self, const char *allowed, int argc, char **argv,
                          guint least, guint most)
{
  const MingOption all[] = {
    { "file", NULL, &self->file, NULL },   { "who", NULL, &self->who, NULL },
    { "before", NULL, &self->day, NULL },  { "has", NULL, &self->hash, NULL },
    { "from", NULL, &self->from, NULL },   { "to", NULL, &self->to, NULL },
    { "total", NULL, &self->total, NULL }, { "limit", NULL, &self->limit, NULL },
    { "policy", NULL, &self->policy, NULL },
  };
  MingOption options[G_N_ELEMENTS (all) + 1] = { { .name = NULL } };
  g_auto (GStrv) names = g_strsplit (allowed, " ", -1);
  GError *error = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (i < 2 || g_strv_contains ((const char *const *) names, all[i].name))
      options[n++] = all[i];
  self->who = g_get_user_name ();
  self->words = ming_options_parse (options, argc, argv, least, most, &error);
  return self->words != NULL ? MING_EXIT_OK : ming_cli_fail (error);
}

char *
ming_store_question_path (const MingStoreQuestion *self)
{
  return self->file != NULL ? g_strdup (self->file) : ming_store_default_path ();
}

MingExit
ming_store_question_open (const MingStoreQuestion *self, MingStore **out_store)
{
  g_autofree char *path = ming_store_question_path (self);
  GError *error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      ming_cli_complain (_("there is no history file %s"), path);
      return MING_EXIT_IO;
    }
  *out_store = ming_store_open (path, &error);
  return *out_store != NULL ? MING_EXIT_OK : ming_cli_fail (error);
}

MingExit
ming_store_question_say (const char *format, ...)
{
  g_autoptr (GString) out = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (out, format, arguments);
  va_end (arguments);
  return ming_cli_write (out);
}
