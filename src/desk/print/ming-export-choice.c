/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ming-export-choice.h"

const MingExportChoice ming_export_choices[MING_N_EXPORT_CHOICES] = {
  { MING_EXPORT_PDF, NULL, N_ ("Sheet as PDF") },
  { MING_EXPORT_PNG, NULL, N_ ("Sheet as pictures, PNG") },
  { MING_EXPORT_TXT, NULL, N_ ("Sheet as plain text") },
  { MING_EXPORT_XLSX, NULL, N_ ("Figures as a workbook, XLSX") },
  { MING_EXPORT_CSV, "utf-8", N_ ("Figures as CSV, UTF-8") },
  { MING_EXPORT_CSV, "gb18030", N_ ("Figures as CSV, GB18030") },
  { MING_EXPORT_JSON, NULL, N_ ("Whole result as JSON") },
};

static guint
find_choice (MingExportFormat format)
{
  guint i = 0;

  while (i < MING_N_EXPORT_CHOICES && ming_export_choices[i].format != format)
    i++;
  return i;
}

char *
ming_export_choice_settle (const char *path, guint chosen, guint *out_choice)
{
  const char *slash, *dot;
  MingExportFormat format;
  const char *wanted;
  int stem;

  g_return_val_if_fail (path != NULL && out_choice != NULL && chosen < MING_N_EXPORT_CHOICES, NULL);

  slash = strrchr (path, G_DIR_SEPARATOR);
  dot = strrchr (slash != NULL ? slash : path, '.');
  format = dot != NULL ? ming_export_format_find (dot + 1) : MING_N_EXPORT_FORMATS;
  if (format == ming_export_choices[chosen].format || (chosen == 0 && format != MING_N_EXPORT_FORMATS))
    {
      *out_choice = format == ming_export_choices[chosen].format ? chosen : find_choice (format);
      return g_strdup (path);
    }
  *out_choice = chosen;
  wanted = ming_export_format_word (ming_export_choices[chosen].format);
  stem = format != MING_N_EXPORT_FORMATS ? (int) (dot - path) : (int) strlen (path);
  return g_strdup_printf ("%.*s.%s", stem, path, wanted);
}
