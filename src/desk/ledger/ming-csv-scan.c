/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ming-csv-scan.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

G_DEFINE_QUARK (ming-csv-error-quark, ming_csv_error)

/** Where the reading stands. */
typedef struct
{
  const char *at;
  guint line;
  GPtrArray *rows;
  GPtrArray *row;
  GString *cell;
  guint cell_line;
} Scan;

static void
cell_free (MingCsvCell *cell)
{
  g_free (cell->text);
  g_free (cell);
}

static gboolean
has_mark (const char *data, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0;
}

char *
ming_csv_decode (const char *data, gsize length, GError **error)
{
  char *text;

  if (has_mark (data, length, BYTE_ORDER_MARK))
    {
      data += strlen (BYTE_ORDER_MARK);
      length -= strlen (BYTE_ORDER_MARK);
    }
  if (g_utf8_validate (data, (gssize) length, NULL))
    return g_strndup (data, length);
  /* A zero byte is in neither of them, but in every file of two bytes a character. */
  text = memchr (data, '\0', length) == NULL ? g_convert (data, (gssize) length, "UTF-8", "GB18030", NULL,
                                                          NULL, NULL) : NULL;
  if (text == NULL)
    g_set_error_literal (error, MING_CSV_ERROR, MING_CSV_ERROR_ENCODING,
                         _("The file is neither UTF-8 nor GB18030; save it as “CSV UTF-8”"));
  return text;
}

static void
end_cell (Scan *scan)
{
  MingCsvCell *cell = g_new0 (MingCsvCell, 1);

  cell->line = scan->cell_line;
  cell->text = g_strdup (scan->cell->str);
  g_ptr_array_add (scan->row, cell);
  g_string_truncate (scan->cell, 0);
  scan->cell_line = scan->line;
}

static gboolean
is_empty (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*((MingCsvCell *) g_ptr_array_index (row, i))->text != '\0')
      return FALSE;
  return TRUE;
}

static void
end_row (Scan *scan)
{
  end_cell (scan);
  if (is_empty (scan->row))
    g_ptr_array_unref (scan->row);
  else
    g_ptr_array_add (scan->rows, scan->row);
  scan->row = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
}

/* From after the opening mark to after the closing one; two marks are one. */
static gboolean
scan_quoted (Scan *scan, GError **error)
{
  guint opened = scan->line;

  for (; *scan->at != '\0'; scan->at++)
    {
      if (*scan->at == '"' && scan->at[1] != '"')
        {
          scan->at++;
          return TRUE;
        }
      if (*scan->at == '"')
        scan->at++;
      if (*scan->at == '\n')
        scan->line++;
      g_string_append_c (scan->cell, *scan->at);
    }
  g_set_error (error, MING_CSV_ERROR, MING_CSV_ERROR_SYNTAX,
               _("Line %u: the quotation mark that opens there is never closed"), opened);
  return FALSE;
}

static gboolean
refuse_mark (const Scan *scan, GError **error)
{
  g_set_error (error, MING_CSV_ERROR, MING_CSV_ERROR_SYNTAX,
               _("Line %u, column %u: a quotation mark stands in the middle of a cell"), scan->line,
               scan->row->len + 1);
  return FALSE;
}

/* One cell, up to the comma or the end of the line, which is left for the caller. */
static gboolean
scan_cell (Scan *scan, GError **error)
{
  scan->cell_line = scan->line;
  if (*scan->at == '"')
    {
      scan->at++;
      if (!scan_quoted (scan, error))
        return FALSE;
    }
  else
    for (; *scan->at != '\0' && strchr (",\r\n\"", *scan->at) == NULL; scan->at++)
      g_string_append_c (scan->cell, *scan->at);
  if (*scan->at == '\r' && scan->at[1] == '\n')
    scan->at++;
  if (*scan->at != '\0' && *scan->at != ',' && *scan->at != '\n' && *scan->at != '\r')
    return refuse_mark (scan, error);
  return TRUE;
}

static gboolean
scan_rows (Scan *scan, GError **error)
{
  while (*scan->at != '\0')
    {
      if (!scan_cell (scan, error))
        return FALSE;
      if (*scan->at == ',')
        {
          scan->at++;
          end_cell (scan);
          if (*scan->at == '\0')
            end_row (scan);
          continue;
        }
      end_row (scan);
      if (*scan->at != '\0')
        {
          scan->at++;
          scan->line++;
        }
    }
  return TRUE;
}

GPtrArray *
ming_csv_scan (const char *text, GError **error)
{
  Scan scan = { .at = text, .line = 1, .cell_line = 1 };
  gboolean good;

  scan.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  scan.row = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  scan.cell = g_string_new (NULL);
  good = scan_rows (&scan, error);
  g_ptr_array_unref (scan.row);
  g_string_free (scan.cell, TRUE);
  if (!good)
    g_clear_pointer (&scan.rows, g_ptr_array_unref);
  return scan.rows;
}

void
ming_csv_append (GString *line, const char *text)
{
  gboolean runs = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (!runs && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append (line, runs ? "\"'" : "\"");
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *text);
    }
  g_string_append_c (line, '"');
}
