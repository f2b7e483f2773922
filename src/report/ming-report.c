/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-report-private.h"

G_DEFINE_QUARK (ming-report-error-quark, ming_report_error)

static void
line_free (gpointer data)
{
  MingReportLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
row_free (gpointer data)
{
  MingReportRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
column_clear (gpointer data)
{
  MingReportColumn *column = data;

  g_free ((char *) column->title);
}

static void
block_free (gpointer data)
{
  MingReportBlock *block = data;

  g_clear_pointer (&block->columns, g_array_unref);
  g_ptr_array_unref (block->rows);
  g_free (block->text);
  g_free (block);
}

static MingReportBlock *
add_block (MingReport *self, MingBlockKind kind, guint n_columns)
{
  MingReportBlock *block = g_new0 (MingReportBlock, 1);

  block->kind = kind;
  block->n_columns = n_columns;
  block->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static MingReportRow *
add_row (MingReportBlock *block)
{
  MingReportRow *row = g_new0 (MingReportRow, 1);

  row->span = 1;
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < block->n_columns; i++)
    g_ptr_array_add (row->cells, g_ptr_array_new_with_free_func (line_free));
  g_ptr_array_add (block->rows, row);
  return row;
}

MingReport *
ming_report_new (const char *title)
{
  MingReport *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_new0 (MingReport, 1);
  self->title = g_strdup (title);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->spans = g_array_new (FALSE, FALSE, sizeof (MingPageSpan));
  self->pages = g_array_new (FALSE, FALSE, sizeof (MingPage));
  self->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
ming_report_free (MingReport *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->number);
  g_free (self->footer);
  g_free (self->created);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->strips);
  g_array_unref (self->spans);
  g_array_unref (self->pages);
  g_ptr_array_unref (self->heads);
  g_free (self);
}

const char *
ming_report_get_title (const MingReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

void
ming_report_set_large (MingReport *self, gboolean large)
{
  g_return_if_fail (self != NULL);

  self->large = large;
}

void
ming_report_set_page_limit (MingReport *self, guint n_pages)
{
  g_return_if_fail (self != NULL);

  self->page_limit = n_pages;
}

void
ming_report_set_furniture (MingReport *self, const char *number, const char *footer)
{
  g_return_if_fail (self != NULL);

  g_free (self->number);
  self->number = g_strdup (number);
  g_free (self->footer);
  self->footer = g_strdup (footer);
}

void
ming_report_set_created (MingReport *self, const char *iso_8601)
{
  g_return_if_fail (self != NULL);

  g_free (self->created);
  self->created = g_strdup (iso_8601);
}

void
ming_report_row_add (MingReportRow *row, guint column, MingReportStyle style, const char *text)
{
  MingReportLine *line;

  g_return_if_fail (row != NULL);
  g_return_if_fail (column < row->cells->len);

  if (text == NULL || *text == '\0')
    return;
  line = g_new0 (MingReportLine, 1);
  line->style = style;
  line->text = g_strdup (text);
  g_ptr_array_add (g_ptr_array_index (row->cells, column), line);
}

void
ming_report_add_title (MingReport *self, const char *title, const char *subtitle, const char *aside)
{
  MingReportRow *row;

  g_return_if_fail (self != NULL);

  row = add_row (add_block (self, MING_BLOCK_TITLE, 2));
  ming_report_row_add (row, 0, MING_STYLE_TITLE, title);
  ming_report_row_add (row, 0, MING_STYLE_SUBTITLE, subtitle);
  ming_report_row_add (row, 1, MING_STYLE_SMALL, aside);
}

void
ming_report_add_heading (MingReport *self, const char *text, const char *aside)
{
  MingReportRow *row;

  g_return_if_fail (self != NULL);

  row = add_row (add_block (self, MING_BLOCK_HEADING, 2));
  ming_report_row_add (row, 0, MING_STYLE_HEADING, text);
  ming_report_row_add (row, 1, MING_STYLE_SMALL, aside);
}

MingReportBlock *
ming_report_add_grid (MingReport *self, guint n_columns)
{
  MingReportBlock *block;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_columns > 0, NULL);

  block = add_block (self, MING_BLOCK_GRID, 2);
  block->side_by_side = n_columns;
  return block;
}

void
ming_report_grid_add (MingReportBlock *block, const char *name, const char *value, guint span)
{
  MingReportRow *row;

  g_return_if_fail (block != NULL && block->kind == MING_BLOCK_GRID);
  g_return_if_fail (span > 0 && span <= block->side_by_side);

  row = add_row (block);
  row->span = span;
  ming_report_row_add (row, 0, MING_STYLE_LABEL, name);
  ming_report_row_add (row, 1, MING_STYLE_NORMAL, value);
}

MingReportBlock *
ming_report_add_figures (MingReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return add_block (self, MING_BLOCK_FIGURES, 2);
}

void
ming_report_figures_add (MingReportBlock *block, const char *label, const char *amount, gboolean strong)
{
  MingReportRow *row;

  g_return_if_fail (block != NULL && block->kind == MING_BLOCK_FIGURES);

  row = add_row (block);
  row->kind = strong ? MING_ROW_TOTAL : MING_ROW_PLAIN;
  ming_report_row_add (row, 0, MING_STYLE_LABEL, label);
  ming_report_row_add (row, 1, MING_STYLE_FIGURE, amount);
}

MingReportBlock *
ming_report_add_table (MingReport *self, const MingReportColumn *columns, guint n_columns)
{
  MingReportBlock *block;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  block = add_block (self, MING_BLOCK_TABLE, n_columns);
  block->columns = g_array_new (FALSE, FALSE, sizeof (MingReportColumn));
  g_array_set_clear_func (block->columns, column_clear);
  for (guint i = 0; i < n_columns; i++)
    {
      MingReportColumn column = columns[i];

      column.title = g_strdup (columns[i].title);
      g_array_append_val (block->columns, column);
    }
  return block;
}

MingReportRow *
ming_report_table_add (MingReportBlock *block, MingReportRowKind kind)
{
  MingReportRow *row;

  g_return_val_if_fail (block != NULL && block->kind == MING_BLOCK_TABLE, NULL);

  row = add_row (block);
  row->kind = kind;
  return row;
}

MingReportBlock *
ming_report_add_notes (MingReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return add_block (self, MING_BLOCK_NOTES, 2);
}

void
ming_report_notes_add (MingReportBlock *block, const char *mark, const char *text)
{
  MingReportRow *row;

  g_return_if_fail (block != NULL && block->kind == MING_BLOCK_NOTES);

  row = add_row (block);
  ming_report_row_add (row, 0, MING_STYLE_LABEL, mark);
  ming_report_row_add (row, 1, MING_STYLE_NORMAL, text);
}

MingReportBlock *
ming_report_add_signatures (MingReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return add_block (self, MING_BLOCK_SIGNATURES, 1);
}

void
ming_report_signatures_add (MingReportBlock *block, const char *label)
{
  g_return_if_fail (block != NULL && block->kind == MING_BLOCK_SIGNATURES);

  ming_report_row_add (add_row (block), 0, MING_STYLE_NORMAL, label);
}

MingReportRow *
ming_report_add_code (MingReport *self, const char *text)
{
  MingReportBlock *block;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL && *text != '\0', NULL);

  block = add_block (self, MING_BLOCK_CODE, 1);
  block->text = g_strdup (text);
  return add_row (block);
}
