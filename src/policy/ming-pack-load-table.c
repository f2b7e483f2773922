/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-pack-load-private.h"

static const char *const common_keys[] = { "when", "source", "evidence", "note" };

/* The keys a row of @shape may have, NULL-terminated; the words themselves are static. */
static GPtrArray *
list_keys (const MingRowShape *shape)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < MING_N_AMOUNT_COLUMNS; i++)
    if ((shape->amounts & MING_COLUMN_BIT (i)) != 0)
      g_ptr_array_add (keys, (gpointer) ming_amount_column_name ((MingAmountColumn) i));
  for (guint i = 0; i < MING_N_RATE_COLUMNS; i++)
    if ((shape->rates & MING_COLUMN_BIT (i)) != 0)
      g_ptr_array_add (keys, (gpointer) ming_rate_column_name ((MingRateColumn) i));
  for (guint i = 0; i < MING_N_NUMBER_COLUMNS; i++)
    if ((shape->numbers & MING_COLUMN_BIT (i)) != 0)
      g_ptr_array_add (keys, (gpointer) ming_number_column_name ((MingNumberColumn) i));
  for (guint i = 0; shape->more != NULL && shape->more[i] != NULL; i++)
    g_ptr_array_add (keys, (gpointer) shape->more[i]);
  for (guint i = 0; i < G_N_ELEMENTS (common_keys); i++)
    g_ptr_array_add (keys, (gpointer) common_keys[i]);
  g_ptr_array_add (keys, NULL);
  return keys;
}

static MingRateForm
form_of_column (guint column)
{
  if (column == MING_COLUMN_TIMES)
    return MING_RATE_FACTOR;
  return column == MING_COLUMN_ADD ? MING_RATE_SIGNED : MING_RATE_SHARE;
}

/* Reads the columns of @shape; returns whether any of them states a figure. */
static gboolean
read_columns (const MingReaderObject *object, const MingRowShape *shape, MingRow *row)
{
  gboolean states = FALSE;

  for (guint i = 0; i < MING_N_AMOUNT_COLUMNS; i++)
    if ((shape->amounts & MING_COLUMN_BIT (i)) != 0)
      {
        row->amount[i] = ming_reader_get_amount (object, ming_amount_column_name ((MingAmountColumn) i),
                                                 FALSE, shape->none);
        states |= row->amount[i].state >= MING_CELL_NONE;
      }
  for (guint i = 0; i < MING_N_RATE_COLUMNS; i++)
    if ((shape->rates & MING_COLUMN_BIT (i)) != 0)
      {
        row->rate[i] = ming_reader_get_rate (object, ming_rate_column_name ((MingRateColumn) i), FALSE,
                                             form_of_column (i), i == MING_COLUMN_RATE && shape->rate_list);
        states |= row->rate[i].state >= MING_CELL_NONE;
      }
  for (guint i = 0; i < MING_N_NUMBER_COLUMNS; i++)
    if ((shape->numbers & MING_COLUMN_BIT (i)) != 0)
      {
        row->number[i] =
            ming_reader_get_number (object, ming_number_column_name ((MingNumberColumn) i), FALSE);
        states |= row->number[i].state >= MING_CELL_NONE;
      }
  return states;
}

static MingRow *
read_row (MingLoader *self, const MingReaderObject *object, const MingRowShape *shape,
          const MingPapers *above)
{
  MingRow *row = g_new0 (MingRow, 1);
  g_auto (MingPapers) papers = ming_loader_papers (self, object, above);

  row->pointer = g_strdup (object->pointer);
  row->rounding = MING_ROUNDING_DEFAULT;
  row->conditions = ming_loader_conditions (self, object, "when");
  row->citations = g_ptr_array_ref (papers.citations);
  row->evidence = papers.evidence;
  ming_reader_get_phrase (object, "note", FALSE, &row->note);
  if (read_columns (object, shape, row))
    ming_loader_need_papers (self, &papers, object->pointer);
  if (shape->needs != NULL)
    ming_reader_need_key (object, shape->needs);
  if (shape->check != NULL)
    shape->check (self, object, row, &papers);
  return row;
}

MingTable *
ming_loader_table (MingLoader *self, const MingReaderObject *object, const char *key,
                   const MingRowShape *shape, const MingPapers *papers, gboolean optional)
{
  g_auto (MingReaderList) list = { 0 };
  g_autoptr (GPtrArray) keys = list_keys (shape);
  guint n_problems = self->reader.problems->len;
  MingTable *table;

  if (!ming_reader_open_list (object, key, TRUE, &list))
    return NULL;
  table = g_new0 (MingTable, 1);
  table->pointer = g_strdup (list.pointer);
  table->optional = optional;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_row_free);
  if (list.length == 0)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer,
                         _("there must be at least one row"));
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) row = { 0 };

      if (ming_reader_open_element (&list, i, (const char *const *) keys->pdata, &row))
        g_ptr_array_add (table->rows, read_row (self, &row, shape, papers));
    }
  /* rows that were not understood would only lead to more complaints */
  if (self->reader.problems->len == n_problems)
    ming_loader_check_table (self, table);
  return table;
}
