/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-lines.h"
#include "ming-compare-form.h"

const MingField ming_compare_fields[MING_N_COMPARE_FIELDS] = {
  MING_FIELD_REGION,  MING_FIELD_INSUTYPE, MING_FIELD_PSN_TYPE, MING_FIELD_MED_TYPE,
  MING_FIELD_HOSP_LV, MING_FIELD_AWAY,     MING_FIELD_ENDDATE,  MING_FIELD_ADMISSION,
};

MingCompareValues *
ming_compare_values_new (void)
{
  MingCompareValues *values = g_new0 (MingCompareValues, 1);

  values->n_columns = MING_COMPARE_COLUMNS_MIN;
  for (guint i = 0; i < MING_COMPARE_COLUMNS_MAX; i++)
    for (guint j = 0; j < MING_N_COMPARE_FIELDS; j++)
      values->text[i][j] = g_strdup ("");
  return values;
}

void
ming_compare_values_free (MingCompareValues *values)
{
  if (values == NULL)
    return;
  for (guint i = 0; i < MING_COMPARE_COLUMNS_MAX; i++)
    for (guint j = 0; j < MING_N_COMPARE_FIELDS; j++)
      g_free (values->text[i][j]);
  g_free (values);
}

void
ming_compare_values_set (MingCompareValues *values, guint column, guint field, const char *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail (column < MING_COMPARE_COLUMNS_MAX && field < MING_N_COMPARE_FIELDS && text != NULL);

  g_free (values->text[column][field]);
  values->text[column][field] = copy;
}

static void
row_free (MingCompareRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

/*
 * The client's case as the column has it. Another kind of care or another person asks other things, so
 * choices that are no longer offered fall back, but never what the column itself says.
 */
static MingEstimateValues *
change_values (const MingCompareValues *values, guint index, const MingEstimateValues *client,
               const MingEstimateWorld *world)
{
  g_autoptr (MingEstimateValues) changed = ming_estimate_values_copy (client);
  MingEstimateValues *settled;

  for (guint i = 0; i < MING_N_COMPARE_FIELDS; i++)
    {
      if (*values->text[index][i] == '\0')
        continue;
      ming_estimate_values_set (changed, ming_compare_fields[i], values->text[index][i]);
      /* The client's own begin of the stay need not lie before another day of discharge. */
      if (ming_compare_fields[i] == MING_FIELD_ENDDATE)
        ming_estimate_values_set (changed, MING_FIELD_BEGNDATE, "");
      if (ming_compare_fields[i] == MING_FIELD_ADMISSION)
        ming_estimate_values_set (changed, MING_FIELD_ADMISSIONS, "");
    }
  settled = ming_estimate_form_settle (changed, world, MING_N_FIELDS);
  for (guint i = 0; i < MING_N_COMPARE_FIELDS; i++)
    if (*values->text[index][i] != '\0')
      ming_estimate_values_set (settled, ming_compare_fields[i], values->text[index][i]);
  return settled;
}

/* What the column's own field shows: its text, or in grey what it leaves as it is. */
static void
fill_field (MingCompareColumn *column, guint field, const char *typed, guint index)
{
  const MingFieldState *source = &column->form->field[ming_compare_fields[field]];
  MingFieldState *state = &column->field[field];
  gboolean own = *typed != '\0';

  state->visible = TRUE;
  state->sensitive = source->visible && source->sensitive && index > 0;
  state->unfinished = own && source->unfinished;
  state->label = g_strdup_printf ("%s %s", column->name, source->label);
  state->unit = g_strdup ("");
  state->text = g_strdup (own || index == 0 ? source->text : "");
  state->placeholder = g_strdup (*source->text != '\0' ? source->text : source->placeholder);
  if (!source->visible)
    {
      g_free (state->placeholder);
      state->placeholder = g_strdup ("—");
      return;
    }
  state->fault = own ? g_strdup (source->fault) : NULL;
  state->choices = source->choices != NULL ? g_ptr_array_ref (source->choices) : NULL;
}

static void
fill_column (MingCompareForm *form, guint index, const MingCompareValues *values,
             const MingEstimateValues *client, const MingEstimateWorld *world)
{
  MingCompareColumn *column = &form->column[index];

  column->name = index == 0 ? g_strdup (C_ ("compare", "This case"))
                            : g_strdup_printf (C_ ("compare", "Plan %u"), index + 1);
  column->values = change_values (values, index, client, world);
  column->form = ming_estimate_form_new (column->values, world);
  column->answer = ming_estimate_answer_new (column->form, world->library);
  for (guint i = 0; i < MING_N_COMPARE_FIELDS; i++)
    fill_field (column, i, values->text[index][i], index);
}

/* What a column cannot answer; what all lack is said once. */
static void
fill_messages (MingCompareForm *form)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < form->n_columns; i++)
    for (guint j = 0; j < form->column[i].answer->messages->len; j++)
      {
        char *message = g_ptr_array_index (form->column[i].answer->messages, j);

        if (g_hash_table_add (seen, message))
          g_ptr_array_add (form->messages, g_strdup_printf (_("%s: %s"), form->column[i].name, message));
      }
}

const MingVisitResult *
ming_compare_column_visit (const MingCompareColumn *column)
{
  const MingEstimate *estimate = column->answer->estimate;
  const MingVisitResult *visit;

  if (estimate == NULL || estimate->visits->len == 0)
    return NULL;
  visit = g_ptr_array_index (estimate->visits, 0);
  return visit->outcome == MING_OUTCOME_KNOWN ? visit : NULL;
}

MingCompareForm *
ming_compare_form_new (const MingCompareValues *values, const MingEstimateValues *client,
                       const MingEstimateWorld *world)
{
  MingCompareForm *form = g_new0 (MingCompareForm, 1);

  form->n_columns = values->n_columns;
  form->headings = g_ptr_array_new_with_free_func (g_free);
  form->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  form->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_note_free);
  form->messages = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < form->n_columns; i++)
    fill_column (form, i, values, client, world);
  fill_messages (form);
  ming_compare_form_fill_rows (form);
  ming_compare_form_fill_reasons (form);
  return form;
}

static void
clear_column (MingCompareColumn *column)
{
  for (guint i = 0; i < MING_N_COMPARE_FIELDS; i++)
    ming_field_state_clear (&column->field[i]);
  g_free (column->name);
  ming_estimate_answer_free (column->answer);
  ming_estimate_form_free (column->form);
  ming_estimate_values_free (column->values);
}

void
ming_compare_form_free (MingCompareForm *form)
{
  if (form == NULL)
    return;
  for (guint i = 0; i < form->n_columns; i++)
    clear_column (&form->column[i]);
  g_ptr_array_unref (form->headings);
  g_ptr_array_unref (form->rows);
  g_ptr_array_unref (form->reasons);
  g_ptr_array_unref (form->messages);
  g_free (form);
}

char *
ming_compare_form_to_text (const MingCompareForm *form)
{
  GString *text = g_string_new (NULL);

  ming_lines_append_headings (text, form->headings);
  for (guint i = 0; i < form->rows->len; i++)
    {
      const MingCompareRow *row = g_ptr_array_index (form->rows, i);

      g_string_append_c (text, '\n');
      ming_lines_append_cells (text, row->cells);
    }
  return g_string_free (text, FALSE);
}
