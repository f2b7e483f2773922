/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "ming-report-private.h"

/* Narrowest a wrapping column of a table gets, and the widest that only its head asks for. */
#define LEAST_WIDTH 12
#define HEAD_WIDTH 8

/* Chinese characters take two columns, and so does what East Asian fonts draw as wide (“”, ×, ≥). */
static int
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static int
text_width (const char *text)
{
  int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));
  return width;
}

/* Where a line of @width columns that begins at @text ends: at a space when there is one, else anywhere. */
static const char *
line_end (const char *text, int width)
{
  const char *space = NULL;
  int used = 0;
  const char *p = text;

  for (; *p != '\0' && *p != '\n'; p = g_utf8_next_char (p))
    {
      int w = char_width (g_utf8_get_char (p));

      if (used + w > width && p != text)
        return space != NULL ? space : p;
      if (*p == ' ' && used > width / 2)
        space = p;
      used += w;
    }
  return p;
}

static GPtrArray *
wrap_text (const char *text, int width, GPtrArray *lines)
{
  while (*text != '\0')
    {
      const char *end = line_end (text, width);

      g_ptr_array_add (lines, g_strndup (text, (gsize) (end - text)));
      text = end;
      while (*text == ' ' || *text == '\n')
        text++;
    }
  return lines;
}

static void
append_spaces (GString *out, int n)
{
  for (; n > 0; n--)
    g_string_append_c (out, ' ');
}

static void
append_aligned (GString *out, const char *text, int width, MingReportAlign align)
{
  int blank = MAX (0, width - text_width (text));
  int before = align == MING_ALIGN_START ? 0 : align == MING_ALIGN_END ? blank : blank / 2;

  append_spaces (out, before);
  g_string_append (out, text);
  append_spaces (out, blank - before);
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_rule (GString *out, int width, char c)
{
  for (int i = 0; i < width; i++)
    g_string_append_c (out, c);
  g_string_append_c (out, '\n');
}

/* The lines of a cell as one text, separated by @separator. */
static char *
cell_text (const MingReportRow *row, guint column, const char *separator)
{
  GPtrArray *lines = g_ptr_array_index (row->cells, column);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, ((MingReportLine *) g_ptr_array_index (lines, i))->text);
    }
  return g_string_free (text, FALSE);
}

/* Lines of all cells side by side; @cells: of GPtrArray of char*. */
static void
append_side_by_side (GString *out, MingReportBlock *block, GPtrArray *cells, const int *width)
{
  guint tallest = 0;

  for (guint i = 0; i < cells->len; i++)
    tallest = MAX (tallest, ((GPtrArray *) g_ptr_array_index (cells, i))->len);
  for (guint l = 0; l < tallest; l++)
    {
      for (guint i = 0; i < cells->len; i++)
        {
          GPtrArray *lines = g_ptr_array_index (cells, i);

          if (i > 0)
            g_string_append (out, "  ");
          append_aligned (out, l < lines->len ? g_ptr_array_index (lines, l) : "", width[i],
                          g_array_index (block->columns, MingReportColumn, i).align);
        }
      end_line (out);
    }
}

static void
append_table_row (GString *out, MingReportBlock *block, const MingReportRow *row, const int *width)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < block->n_columns; i++)
    {
      const char *title = g_array_index (block->columns, MingReportColumn, i).title;
      g_autofree char *text = row != NULL ? cell_text (row, i, "\n") : g_strdup (title != NULL ? title : "");

      g_ptr_array_add (cells, wrap_text (text, width[i], g_ptr_array_new_with_free_func (g_free)));
    }
  append_side_by_side (out, block, cells, width);
}

static int
column_width (MingReportBlock *block, guint column)
{
  const char *title = g_array_index (block->columns, MingReportColumn, column).title;
  int widest = title != NULL ? MIN (text_width (title), HEAD_WIDTH) : 0;

  for (guint r = 0; r < block->rows->len; r++)
    {
      GPtrArray *lines
          = g_ptr_array_index (((MingReportRow *) g_ptr_array_index (block->rows, r))->cells, column);

      for (guint l = 0; l < lines->len; l++)
        widest = MAX (widest, text_width (((MingReportLine *) g_ptr_array_index (lines, l))->text));
    }
  return widest;
}

/* Too many columns for the width: each row as a list, "head: value". */
static void
append_table_as_list (GString *out, MingReportBlock *block)
{
  for (guint r = 0; r < block->rows->len; r++)
    {
      const MingReportRow *row = g_ptr_array_index (block->rows, r);

      for (guint i = 0; i < block->n_columns; i++)
        {
          const char *title = g_array_index (block->columns, MingReportColumn, i).title;
          g_autofree char *text = cell_text (row, i, " ");

          if (*text == '\0')
            continue;
          g_string_append (out, i == 0 ? "* " : "    ");
          g_string_append_printf (out, "%s: %s\n", title != NULL ? title : "", text);
        }
    }
}

static void
append_table (GString *out, MingReportBlock *block, int n_columns)
{
  int n = (int) block->n_columns;
  g_autofree int *natural = g_new0 (int, n);
  g_autofree int *minimum = g_new0 (int, n);
  g_autofree int *weight = g_new0 (int, n);
  g_autofree int *width = g_new0 (int, n);

  for (int i = 0; i < n; i++)
    {
      natural[i] = column_width (block, (guint) i);
      minimum[i] = MIN (natural[i], LEAST_WIDTH);
      weight[i] = g_array_index (block->columns, MingReportColumn, i).weight;
    }
  if (!ming_columns_share (natural, minimum, weight, n, n_columns - 2 * (n - 1), width))
    {
      append_table_as_list (out, block);
      return;
    }

  append_rule (out, n_columns, '-');
  append_table_row (out, block, NULL, width);
  append_rule (out, n_columns, '-');
  for (guint r = 0; r < block->rows->len; r++)
    {
      const MingReportRow *row = g_ptr_array_index (block->rows, r);

      if (row->kind == MING_ROW_TOTAL)
        append_rule (out, n_columns, '-');
      append_table_row (out, block, row, width);
    }
  append_rule (out, n_columns, '-');
}

/* A mark and a text that hangs on it. */
static void
append_hanging (GString *out, const char *mark, int mark_width, const char *text, int n_columns)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  wrap_text (text, MAX (LEAST_WIDTH, n_columns - mark_width), lines);
  for (guint i = 0; i < MAX (lines->len, 1); i++)
    {
      append_aligned (out, i == 0 ? mark : "", mark_width, MING_ALIGN_START);
      g_string_append (out, i < lines->len ? g_ptr_array_index (lines, i) : "");
      end_line (out);
    }
}

static void
append_pairs (GString *out, MingReportBlock *block, int n_columns)
{
  int mark_width = 0;

  for (guint r = 0; r < block->rows->len; r++)
    {
      g_autofree char *mark = cell_text (g_ptr_array_index (block->rows, r), 0, " ");

      mark_width = MAX (mark_width, text_width (mark) + 2);
    }
  mark_width = MIN (mark_width, n_columns / 2);
  for (guint r = 0; r < block->rows->len; r++)
    {
      const MingReportRow *row = g_ptr_array_index (block->rows, r);
      g_autofree char *mark = cell_text (row, 0, " ");
      g_autofree char *text = cell_text (row, 1, "\n");

      append_hanging (out, mark, mark_width, text, n_columns);
    }
}

static void
append_head (GString *out, MingReportBlock *block, int n_columns, MingReportAlign align)
{
  const MingReportRow *row = g_ptr_array_index (block->rows, 0);
  g_autofree char *text = cell_text (row, 0, "\n");
  g_autofree char *aside = cell_text (row, 1, "\n");
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_text;

  n_text = wrap_text (text, n_columns, lines)->len;
  wrap_text (aside, n_columns, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      append_aligned (out, g_ptr_array_index (lines, i), n_columns, i < n_text ? align : MING_ALIGN_END);
      end_line (out);
    }
}

static void
append_lines (GString *out, MingReportBlock *block, int n_columns, const char *after)
{
  for (guint r = 0; r < block->rows->len; r++)
    {
      g_autofree char *text = cell_text (g_ptr_array_index (block->rows, r), 0, "\n");
      g_autofree char *whole = g_strconcat (text, after, NULL);

      append_hanging (out, "", 0, whole, n_columns);
    }
}

static void
append_block (GString *out, MingReportBlock *block, int n_columns)
{
  switch (block->kind)
    {
    case MING_BLOCK_TITLE:
      append_head (out, block, n_columns, MING_ALIGN_CENTER);
      break;
    case MING_BLOCK_HEADING:
      g_string_append_c (out, '\n');
      append_head (out, block, n_columns, MING_ALIGN_START);
      break;
    case MING_BLOCK_TABLE:
      append_table (out, block, n_columns);
      break;
    case MING_BLOCK_GRID:
    case MING_BLOCK_FIGURES:
    case MING_BLOCK_NOTES:
      append_pairs (out, block, n_columns);
      break;
    case MING_BLOCK_SIGNATURES:
      g_string_append_c (out, '\n');
      append_lines (out, block, n_columns, " ____________________");
      break;
    case MING_BLOCK_CODE:
      append_lines (out, block, n_columns, "");
      g_string_append_printf (out, "[%s]\n", block->text);
      break;
    default:
      g_assert_not_reached ();
    }
}

char *
ming_report_to_text (const MingReport *self, guint n_columns)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_columns >= 40 && n_columns <= 1000, NULL);

  out = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    append_block (out, g_ptr_array_index (self->blocks, i), (int) n_columns);
  if (self->footer != NULL)
    append_hanging (out, "", 0, self->footer, (int) n_columns);
  return g_string_free (out, FALSE);
}
