/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <qrencode.h>

#include "ming-report-private.h"

static MingReportRow *
get_row (MingReportBlock *block, guint r)
{
  return g_ptr_array_index (block->rows, r);
}

static GPtrArray *
get_lines (MingReportRow *row, guint column)
{
  return g_ptr_array_index (row->cells, column);
}

/* Sets the lines of a cell below one another, returns their height. */
static int
set_lines (MingSetter *setter, GPtrArray *lines, int x, int y, int width, MingReportAlign align)
{
  int top = y;

  for (guint i = 0; i < lines->len; i++)
    {
      const MingReportLine *line = g_ptr_array_index (lines, i);
      PangoLayout *layout = ming_setter_layout (setter, line->style, line->text);

      ming_setter_text (setter, layout, x, y, width, align, line->style);
      y += ming_layout_height (layout);
    }
  return y - top;
}

static int
lines_width (MingSetter *setter, GPtrArray *lines)
{
  int widest = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const MingReportLine *line = g_ptr_array_index (lines, i);
      g_autoptr (PangoLayout) layout = ming_setter_layout (setter, line->style, line->text);

      widest = MAX (widest, ming_layout_width (layout));
    }
  return widest;
}

/* The title stands in the middle of the page; what is at its right takes as much of the left from it. */
static void
set_title (MingSetter *setter, MingReportBlock *block)
{
  GPtrArray *title = get_lines (get_row (block, 0), 0);
  GPtrArray *beside = get_lines (get_row (block, 0), 1);
  int aside_width = MIN (lines_width (setter, beside), setter->width / 3);
  int margin = aside_width > 0 ? aside_width + ming_setter_em (setter) : 0;
  int height;
  int aside;

  ming_setter_open (setter);
  height = set_lines (setter, title, margin, 0, setter->width - 2 * margin, MING_ALIGN_CENTER);
  aside = set_lines (setter, beside, setter->width - aside_width, 0, aside_width, MING_ALIGN_END);
  ming_setter_close (setter, MAX (height, aside), 0, TRUE);
}

static void
set_heading (MingSetter *setter, MingReportBlock *block)
{
  MingReportRow *row = get_row (block, 0);
  int em = ming_setter_em (setter);
  int aside_width = lines_width (setter, get_lines (row, 1));
  int height;

  ming_setter_open (setter);
  height = set_lines (setter, get_lines (row, 0), 0, 0, setter->width - aside_width, MING_ALIGN_START);
  if (aside_width > 0)
    {
      /* On one base line with the heading, whose type is larger. */
      int low = MAX (0, height - em * 3 / 2);

      set_lines (setter, get_lines (row, 1), setter->width - aside_width, low, aside_width, MING_ALIGN_END);
    }
  ming_setter_close (setter, height, em * 3 / 4, TRUE);
}

/* Width of the names in grid column @at, so that the values below one another begin at one place. */
static int
names_width (MingSetter *setter, MingReportBlock *block, guint at)
{
  guint column = 0;
  int widest = 0;

  for (guint r = 0; r < block->rows->len; r++)
    {
      MingReportRow *row = get_row (block, r);

      if (column + row->span > block->side_by_side)
        column = 0;
      if (column == at)
        widest = MAX (widest, lines_width (setter, get_lines (row, 0)));
      column += row->span;
    }
  return widest;
}

/* Sets the pairs that stand side by side from row @from; returns the row after them. */
static guint
set_grid_line (MingSetter *setter, MingReportBlock *block, const int *names, guint from)
{
  int em = ming_setter_em (setter);
  int column_width = setter->width / (int) block->side_by_side;
  guint column = 0;
  guint r = from;
  int tallest = 0;

  ming_setter_open (setter);
  while (r < block->rows->len && column + get_row (block, r)->span <= block->side_by_side)
    {
      MingReportRow *row = get_row (block, r);
      int x = column_width * (int) column;
      int name_width = names[column] + em * 2 / 3;
      int width = column_width * (int) row->span - name_width - em / 2;
      int height;

      set_lines (setter, get_lines (row, 0), x, em / 12, names[column], MING_ALIGN_START);
      height = set_lines (setter, get_lines (row, 1), x + name_width, 0, width, MING_ALIGN_START);
      tallest = MAX (tallest, MAX (height, em * 3 / 2));
      column += row->span;
      r++;
    }
  ming_setter_close (setter, tallest, from == 0 ? em * 2 / 3 : em / 8, r < block->rows->len);
  return r;
}

static void
set_grid (MingSetter *setter, MingReportBlock *block)
{
  g_autofree int *names = g_new0 (int, block->side_by_side);

  for (guint i = 0; i < block->side_by_side; i++)
    names[i] = names_width (setter, block, i);
  for (guint r = 0; r < block->rows->len;)
    r = set_grid_line (setter, block, names, r);
}

/* As many figures in a line as fit without wrapping. */
static guint
figures_in_line (MingSetter *setter, MingReportBlock *block)
{
  int widest = 1;

  for (guint r = 0; r < block->rows->len; r++)
    {
      widest = MAX (widest, lines_width (setter, get_lines (get_row (block, r), 0)));
      widest = MAX (widest, lines_width (setter, get_lines (get_row (block, r), 1)));
    }
  return CLAMP ((guint) (setter->width / (widest + ming_setter_em (setter) * 2)), 1, block->rows->len);
}

static void
set_figures_line (MingSetter *setter, MingReportBlock *block, guint from, guint n, guint n_line)
{
  int em = ming_setter_em (setter);
  int width = setter->width / (int) n_line;
  int pad = em * 4 / 5;
  int tallest = 0;

  ming_setter_open (setter);
  for (guint r = from; r < from + n; r++)
    {
      int x = width * (int) (r - from);
      int y = em / 2;

      y += set_lines (setter, get_lines (get_row (block, r), 0), x + pad, y, width - pad, MING_ALIGN_START);
      y += set_lines (setter, get_lines (get_row (block, r), 1), x + pad, y, width - pad, MING_ALIGN_START);
      tallest = MAX (tallest, y + em * 2 / 5);
    }
  for (guint r = from; r < from + n; r++)
    {
      int x = width * (int) (r - from);

      if (get_row (block, r)->kind == MING_ROW_TOTAL)
        {
          /* A frame, not a grey field: it survives every copier. */
          ming_setter_rule (setter, x, 0, width, em / 7, 0);
          ming_setter_rule (setter, x, tallest - em / 7, width, em / 7, 0);
          ming_setter_rule (setter, x, 0, em / 7, tallest, 0);
          ming_setter_rule (setter, x + width - em / 7, 0, em / 7, tallest, 0);
        }
      else
        {
          ming_setter_rule (setter, x, 0, width, em / 18, 0);
          ming_setter_rule (setter, x, tallest - em / 18, width, em / 18, 0);
        }
    }
  ming_setter_close (setter, tallest, em, from + n < block->rows->len);
}

static void
set_figures (MingSetter *setter, MingReportBlock *block)
{
  guint most;
  guint n_lines;
  guint n_line;

  if (block->rows->len == 0)
    return;
  most = figures_in_line (setter, block);
  n_lines = (block->rows->len + most - 1) / most;
  n_line = (block->rows->len + n_lines - 1) / n_lines;
  for (guint r = 0; r < block->rows->len; r += n_line)
    set_figures_line (setter, block, r, MIN (n_line, block->rows->len - r), n_line);
}

static void
set_notes (MingSetter *setter, MingReportBlock *block)
{
  int em = ming_setter_em (setter);
  int mark = 0;

  for (guint r = 0; r < block->rows->len; r++)
    mark = MAX (mark, lines_width (setter, get_lines (get_row (block, r), 0)));

  for (guint r = 0; r < block->rows->len; r++)
    {
      MingReportRow *row = get_row (block, r);
      int x = mark + (mark > 0 ? em * 2 / 3 : 0);
      int height;
      int mark_height;

      ming_setter_open (setter);
      mark_height = set_lines (setter, get_lines (row, 0), 0, em / 12, mark, MING_ALIGN_START);
      height = set_lines (setter, get_lines (row, 1), x, 0, setter->width - x, MING_ALIGN_START);
      ming_setter_close (setter, MAX (height, mark_height), r == 0 ? em / 4 : em / 10, FALSE);
    }
}

/* All lines to sign on are equally long, whatever stands before them. */
static void
set_signatures (MingSetter *setter, MingReportBlock *block)
{
  int em = ming_setter_em (setter);
  int n = (int) block->rows->len;
  int height = em * 5 / 2;
  int labels = 0;
  int rule;
  int x = 0;

  if (n == 0)
    return;
  for (int r = 0; r < n; r++)
    labels += lines_width (setter, get_lines (get_row (block, (guint) r), 0)) + em / 3;
  rule = MAX (em, (setter->width - labels - (n - 1) * em) / n);

  ming_setter_open (setter);
  for (int r = 0; r < n; r++)
    {
      GPtrArray *lines = get_lines (get_row (block, (guint) r), 0);
      int label = lines_width (setter, lines);

      set_lines (setter, lines, x, em, label, MING_ALIGN_START);
      x += label + em / 3;
      ming_setter_rule (setter, x, height - em / 8, rule, em / 18, 0);
      x += rule + em;
    }
  ming_setter_close (setter, height, em / 2, TRUE);
}

/*
 * @text as QR code, a byte a module, or NULL. Error correction M: a fold through it still leaves it
 * readable.
 */
static guint8 *
encode_modules (const char *text, int *out_n_modules, GError **error)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  guint8 *modules;

  if (code == NULL)
    {
      g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_DRAWING,
                   _("The QR code could not be made: %s."), g_strerror (errno));
      return NULL;
    }
  modules = g_malloc ((gsize) code->width * (gsize) code->width);
  for (int i = 0; i < code->width * code->width; i++)
    modules[i] = code->data[i] & 1;
  *out_n_modules = code->width;
  QRcode_free (code);
  return modules;
}

static gboolean
set_code (MingSetter *setter, MingReportBlock *block, GError **error)
{
  int em = ming_setter_em (setter);
  int size = 60 * PANGO_SCALE;
  int x = size + em * 3 / 2;
  int n_modules = 0;
  guint8 *modules = encode_modules (block->text, &n_modules, error);
  int height;

  if (modules == NULL)
    return FALSE;
  ming_setter_open (setter);
  ming_setter_code (setter, modules, n_modules, 0, 0, size);
  height = set_lines (setter, get_lines (get_row (block, 0), 0), x, 0, setter->width - x, MING_ALIGN_START);
  ming_setter_close (setter, MAX (height, size), em, FALSE);
  return TRUE;
}

gboolean
ming_setter_set_block (MingSetter *setter, MingReportBlock *block, GError **error)
{
  switch (block->kind)
    {
    case MING_BLOCK_TITLE:
      set_title (setter, block);
      return TRUE;
    case MING_BLOCK_HEADING:
      set_heading (setter, block);
      return TRUE;
    case MING_BLOCK_GRID:
      set_grid (setter, block);
      return TRUE;
    case MING_BLOCK_FIGURES:
      set_figures (setter, block);
      return TRUE;
    case MING_BLOCK_TABLE:
      return ming_setter_set_table (setter, block, error);
    case MING_BLOCK_NOTES:
      set_notes (setter, block);
      return TRUE;
    case MING_BLOCK_SIGNATURES:
      set_signatures (setter, block);
      return TRUE;
    case MING_BLOCK_CODE:
      return set_code (setter, block, error);
    default:
      g_assert_not_reached ();
    }
}
