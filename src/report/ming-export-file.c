/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "ming-export-file.h"
#include "ming-report-file.h"
#include "ming-report-pdf.h"

/* Width of the plain text, in columns: what a line printer and a terminal have. */
#define TEXT_COLUMNS 100

static const char *const words[MING_N_EXPORT_FORMATS] = {
  [MING_EXPORT_PDF] = "pdf",   [MING_EXPORT_PNG] = "png", [MING_EXPORT_TXT] = "txt",
  [MING_EXPORT_XLSX] = "xlsx", [MING_EXPORT_CSV] = "csv", [MING_EXPORT_JSON] = "json",
};

const char *
ming_export_format_word (MingExportFormat format)
{
  g_return_val_if_fail (format < MING_N_EXPORT_FORMATS, NULL);

  return words[format];
}

MingExportFormat
ming_export_format_find (const char *word)
{
  guint format = 0;

  g_return_val_if_fail (word != NULL, MING_N_EXPORT_FORMATS);

  while (format < MING_N_EXPORT_FORMATS && g_ascii_strcasecmp (words[format], word) != 0)
    format++;
  return (MingExportFormat) format;
}

gboolean
ming_export_format_is_figures (MingExportFormat format)
{
  return format == MING_EXPORT_XLSX || format == MING_EXPORT_CSV || format == MING_EXPORT_JSON;
}

/* @bytes (taken, nullable) to @path; @error is set already when there are none. */
static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  gboolean written = bytes != NULL && ming_report_write_file (path, bytes, error);

  g_clear_pointer (&bytes, g_bytes_unref);
  return written;
}

static gboolean
write_text (GPtrArray *sheets, const char *path, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *sheet = ming_report_to_text (g_ptr_array_index (sheets, i), TEXT_COLUMNS);

      /* A form feed: a line printer begins the next sheet on a new page. */
      g_string_append (text, i > 0 ? "\f" : "");
      g_string_append (text, sheet);
    }
  return write_bytes (path, g_bytes_new (text->str, text->len), error);
}

/* "sheet.png" for one page, "sheet-1.png", "sheet-2.png" … for several. */
static char *
name_page (const char *path, guint n, guint n_pages)
{
  const char *dot = strrchr (path, '.');
  int stem = dot != NULL && strchr (dot, '/') == NULL ? (int) (dot - path) : (int) strlen (path);

  return n_pages == 1 ? g_strdup (path) : g_strdup_printf ("%.*s-%u%s", stem, path, n + 1, path + stem);
}

static gboolean
write_png (GPtrArray *sheets, const char *path, GError **error)
{
  guint n_pages = 0;
  guint n = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      if (!ming_report_paginate (g_ptr_array_index (sheets, i), MING_PAPER_INNER_WIDTH_PT,
                                 MING_PAPER_INNER_HEIGHT_PT, error))
        return FALSE;
      n_pages += ming_report_get_n_pages (g_ptr_array_index (sheets, i));
    }
  for (guint i = 0; i < sheets->len; i++)
    {
      MingReport *sheet = g_ptr_array_index (sheets, i);

      for (guint page = 0; page < ming_report_get_n_pages (sheet); page++)
        {
          g_autofree char *name = name_page (path, n++, n_pages);

          if (!write_bytes (name, ming_report_to_png (sheet, page, MING_REPORT_DPI, error), error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
write_figures (const MingExport *self, const char *path, GError **error)
{
  g_autofree char *table = NULL;

  if (self->format == MING_EXPORT_JSON)
    return write_bytes (path, ming_export_json (self->estimate), error);
  if (self->format == MING_EXPORT_XLSX)
    return write_bytes (path, ming_export_xlsx (self->estimate, self->estimate->input->date, error), error);
  table = ming_export_csv (self->estimate);
  return write_bytes (path, ming_export_encode (table, self->charset, error), error);
}

static gboolean
write_sheets (const MingExport *self, const char *path, GError **error)
{
  if (self->format == MING_EXPORT_PDF)
    return write_bytes (path, ming_report_to_pdf (self->sheets, error), error);
  if (self->format == MING_EXPORT_PNG)
    return write_png (self->sheets, path, error);
  return write_text (self->sheets, path, error);
}

gboolean
ming_export_write (const MingExport *self, const char *path, char **out_instead, GError **error)
{
  g_autofree char *instead = NULL;
  g_autoptr (GError) cause = NULL;
  GError *second = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (self->format < MING_N_EXPORT_FORMATS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (out_instead != NULL)
    *out_instead = NULL;
  if (ming_export_format_is_figures (self->format))
    {
      g_return_val_if_fail (self->estimate != NULL, FALSE);
      return write_figures (self, path, error);
    }
  g_return_val_if_fail (self->sheets != NULL && self->sheets->len > 0, FALSE);
  if (write_sheets (self, path, &cause))
    return TRUE;
  if (g_error_matches (cause, MING_REPORT_ERROR, MING_REPORT_ERROR_GLYPHS))
    {
      instead = g_strconcat (path, ".txt", NULL);
      if (!write_text (self->sheets, instead, &second))
        {
          g_propagate_error (error, second);
          return FALSE;
        }
      if (out_instead != NULL)
        *out_instead = g_steal_pointer (&instead);
    }
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}
