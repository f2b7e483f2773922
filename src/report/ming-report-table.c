/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-report-private.h"

/* A table with many payers is set in smaller type until its columns fit: by steps of 4 %, not below 64 %. */
#define SHRINK_STEP 40
#define SHRINK_LEAST 640

/* Characters in a line of a Chinese head, where there is room and where there is not. */
#define WIDE_HEAD 7
#define NARROW_HEAD 4

/** The columns as set: position and width of each, blanks included. */
typedef struct
{
  int n_columns;
  int pad;
  int *x;
  int *width;
} TableFrame;

static const MingReportColumn *
get_column (MingReportBlock *block, int i)
{
  return &g_array_index (block->columns, MingReportColumn, i);
}

static gboolean
has_head (MingReportBlock *block)
{
  for (guint i = 0; i < block->n_columns; i++)
    if (get_column (block, (int) i)->title != NULL)
      return TRUE;
  return FALSE;
}

/* A total is set in strong type, whatever its cells ask for. */
static MingReportStyle
line_style (const MingReportRow *row, const MingReportLine *line)
{
  if (row->kind != MING_ROW_PLAIN && line->style == MING_STYLE_NORMAL)
    return MING_STYLE_STRONG;
  return line->style;
}

static int
text_width (MingSetter *setter, MingReportStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = ming_setter_layout (setter, style, text);

  return ming_layout_width (layout);
}

/*
 * Chinese heads of more than five characters wrap into lines of at most @most, as even as can be; with
 * brackets or digits among them, which are narrower and may not stand everywhere, a line needs some more
 * room.
 */
static int
wrapped_head_width (int width, const char *text, int most)
{
  int n = (int) g_utf8_strlen (text, -1);
  int n_lines = MAX ((n + most - 1) / most, 2);
  int n_in_line = (n + n_lines - 1) / n_lines;
  gboolean mixed = FALSE;

  if (n <= 5)
    return width;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    mixed |= !g_unichar_iswide (g_utf8_get_char (p));
  return width * (n_in_line + (mixed ? 1 : 0)) / n + PANGO_SCALE;
}

/* Other heads wrap between words. */
static int
head_width (MingSetter *setter, const char *title, int most)
{
  g_auto (GStrv) words = g_strsplit (title, " ", -1);
  int widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int width = text_width (setter, MING_STYLE_LABEL, words[i]);

      if (g_unichar_iswide (g_utf8_get_char (words[i])))
        width = wrapped_head_width (width, words[i], most);
      widest = MAX (widest, width);
    }
  return widest;
}

/* The widest line of the column: what it takes to wrap nothing but the head. */
static int
natural_width (MingSetter *setter, MingReportBlock *block, int column, int most)
{
  const char *title = get_column (block, column)->title;
  int widest = title == NULL ? 0 : head_width (setter, title, most);

  for (guint r = 0; r < block->rows->len; r++)
    {
      const MingReportRow *row = g_ptr_array_index (block->rows, r);
      GPtrArray *lines = g_ptr_array_index (row->cells, (guint) column);

      for (guint l = 0; l < lines->len; l++)
        {
          const MingReportLine *line = g_ptr_array_index (lines, l);

          widest = MAX (widest, text_width (setter, line_style (row, line), line->text));
        }
    }
  return widest;
}

/* @most: characters in a line of a Chinese head */
static gboolean
frame_columns (MingSetter *setter, MingReportBlock *block, TableFrame *frame, int most)
{
  int n = frame->n_columns;
  g_autofree int *natural = g_new0 (int, n);
  g_autofree int *minimum = g_new0 (int, n);
  g_autofree int *weight = g_new0 (int, n);
  int pad = ming_setter_em (setter) * 2 / 5;
  int x = 0;

  for (int i = 0; i < n; i++)
    {
      weight[i] = get_column (block, i)->weight;
      natural[i] = natural_width (setter, block, i, most) + 2 * pad;
      /* A wide head is no reason to wrap what stands below another. */
      minimum[i] = most > NARROW_HEAD ? MIN (natural[i], setter->width / 3)
                                     : 6 * ming_setter_em (setter) + 2 * pad;
    }
  if (!ming_columns_share (natural, minimum, weight, n, setter->width, frame->width))
    return FALSE;

  frame->pad = pad;
  for (int i = 0; i < n; i++)
    {
      frame->x[i] = x;
      x += frame->width[i];
    }
  return TRUE;
}

/* Sets one line in its cell; returns its height. */
static int
set_line (MingSetter *setter, const TableFrame *frame, int column, MingReportAlign align,
          MingReportStyle style, const char *text, int y)
{
  PangoLayout *layout = ming_setter_layout (setter, style, text);

  ming_setter_text (setter, layout, frame->x[column] + frame->pad, y, frame->width[column] - 2 * frame->pad,
                    align, style);
  return ming_layout_height (layout);
}

static int
table_right (const TableFrame *frame)
{
  return frame->x[frame->n_columns - 1] + frame->width[frame->n_columns - 1];
}

/* Heads stand at the bottom of their row, so that a short one is next to its column. */
static void
set_head (MingSetter *setter, MingReportBlock *block, const TableFrame *frame)
{
  int em = ming_setter_em (setter);
  int space = em / 4;
  int tallest = 0;

  ming_setter_open (setter);
  for (int i = 0; i < frame->n_columns; i++)
    if (get_column (block, i)->title != NULL)
      {
        g_autoptr (PangoLayout) layout
            = ming_setter_layout (setter, MING_STYLE_LABEL, get_column (block, i)->title);

        pango_layout_set_width (layout, frame->width[i] - 2 * frame->pad);
        tallest = MAX (tallest, ming_layout_height (layout));
      }

  ming_setter_field (setter, 0, 0, table_right (frame), tallest + 2 * space, 93);
  ming_setter_rule (setter, 0, 0, table_right (frame), em / 11, 0);
  for (int i = 0; i < frame->n_columns; i++)
    {
      const MingReportColumn *column = get_column (block, i);
      g_autoptr (PangoLayout) probe = NULL;

      if (column->title == NULL)
        continue;
      probe = ming_setter_layout (setter, MING_STYLE_LABEL, column->title);
      pango_layout_set_width (probe, frame->width[i] - 2 * frame->pad);
      set_line (setter, frame, i, column->align, MING_STYLE_LABEL, column->title,
                space + tallest - ming_layout_height (probe));
    }
  ming_setter_rule (setter, 0, tallest + 2 * space - em / 18, table_right (frame), em / 18, 0);
  ming_setter_close (setter, tallest + 2 * space, em / 3, TRUE);
}

static int
set_cell (MingSetter *setter, const MingReportRow *row, const TableFrame *frame, int column,
          MingReportAlign align, int y)
{
  GPtrArray *lines = g_ptr_array_index (row->cells, (guint) column);
  int top = y;

  for (guint l = 0; l < lines->len; l++)
    {
      const MingReportLine *line = g_ptr_array_index (lines, l);

      y += set_line (setter, frame, column, align, line_style (row, line), line->text, y);
    }
  return y - top;
}

static MingReportRowKind
get_kind (MingReportBlock *block, guint r)
{
  return r < block->rows->len ? ((MingReportRow *) g_ptr_array_index (block->rows, r))->kind : MING_ROW_PLAIN;
}

static gboolean
is_total (MingReportBlock *block, guint r)
{
  return get_kind (block, r) == MING_ROW_TOTAL;
}

/* @keep: whether the next row, a subtotal or the row before one, must be on this page. */
static void
set_row (MingSetter *setter, MingReportBlock *block, const TableFrame *frame, guint r, gboolean keep,
         int head)
{
  const MingReportRow *row = g_ptr_array_index (block->rows, r);
  int em = ming_setter_em (setter);
  int space = em / 5;
  int tallest = 0;
  int bottom;
  gboolean is_last = r + 1 == block->rows->len;

  ming_setter_open (setter);
  for (int i = 0; i < frame->n_columns; i++)
    tallest = MAX (tallest, set_cell (setter, row, frame, i, get_column (block, i)->align, space));
  bottom = tallest + 2 * space;

  if (row->kind == MING_ROW_TOTAL)
    ming_setter_rule (setter, 0, 0, table_right (frame), em / 18, 0);
  if (is_last)
    ming_setter_rule (setter, 0, bottom - em / 11, table_right (frame), em / 11, 0);
  else if (!is_total (block, r + 1))
    ming_setter_rule (setter, 0, bottom - em / 30, table_right (frame), em / 30, 65);
  ming_setter_close (setter, bottom, 0, keep)->repeat = head;
}

/* With heads as wide as there is room. */
static gboolean
frame_columns_somehow (MingSetter *setter, MingReportBlock *block, TableFrame *frame)
{
  for (int most = WIDE_HEAD; most >= NARROW_HEAD; most--)
    if (frame_columns (setter, block, frame, most))
      return TRUE;
  return FALSE;
}

gboolean
ming_setter_set_table (MingSetter *setter, MingReportBlock *block, GError **error)
{
  int n = (int) block->n_columns;
  g_autofree int *x = g_new0 (int, n);
  g_autofree int *width = g_new0 (int, n);
  TableFrame frame = { n, 0, x, width };
  int page_size = setter->size_permille;
  int head = -1;

  while (!frame_columns_somehow (setter, block, &frame))
    {
      setter->size_permille -= page_size * SHRINK_STEP / 1000;
      if (setter->size_permille < page_size * SHRINK_LEAST / 1000)
        {
          setter->size_permille = page_size;
          g_set_error_literal (error, MING_REPORT_ERROR, MING_REPORT_ERROR_PAPER,
                               _("The paper is too narrow for the columns of the table."));
          return FALSE;
        }
    }

  if (has_head (block))
    {
      head = (int) setter->spans->len;
      set_head (setter, block, &frame);
    }
  for (guint r = 0; r < block->rows->len; r++)
    set_row (setter, block, &frame, r,
             get_kind (block, r + 1) != MING_ROW_PLAIN || get_kind (block, r + 2) != MING_ROW_PLAIN, head);
  setter->size_permille = page_size;
  return TRUE;
}
