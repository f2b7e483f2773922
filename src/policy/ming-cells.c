/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-cells.h"

/* A fact some condition asks about, with its representatives. */
typedef struct
{
  gboolean is_number;
  guint index;
  GPtrArray *texts; /* of char* */
  GArray *numbers;  /* of gint64 */
  guint at;
} Axis;

struct _MingCells
{
  GPtrArray *attributes;
  GPtrArray *axes; /* of Axis* */
};

static void
axis_free (Axis *axis)
{
  g_ptr_array_unref (axis->texts);
  g_array_unref (axis->numbers);
  g_free (axis);
}

static Axis *
get_axis (GPtrArray *axes, gboolean is_number, guint index)
{
  gint64 unknown = -1;
  Axis *axis;

  for (guint i = 0; i < axes->len; i++)
    {
      axis = g_ptr_array_index (axes, i);
      if (axis->is_number == is_number && axis->index == index)
        return axis;
    }
  axis = g_new0 (Axis, 1);
  axis->is_number = is_number;
  axis->index = index;
  axis->texts = g_ptr_array_new_with_free_func (g_free);
  axis->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (is_number)
    g_array_append_val (axis->numbers, unknown);
  else
    g_ptr_array_add (axis->texts, g_strdup (""));
  g_ptr_array_add (axes, axis);
  return axis;
}

static void
add_number (Axis *axis, gint64 number)
{
  for (guint i = 0; i < axis->numbers->len; i++)
    if (g_array_index (axis->numbers, gint64, i) == number)
      return;
  g_array_append_val (axis->numbers, number);
}

static void
add_text (Axis *axis, const char *text)
{
  if (!g_ptr_array_find_with_equal_func (axis->texts, text, g_str_equal, NULL))
    g_ptr_array_add (axis->texts, g_strdup (text));
}

/* The first and last accepted number and their neighbours outside stand for all numbers. */
static void
add_range (Axis *axis, const MingCondition *condition)
{
  if (condition->least != G_MININT64)
    {
      add_number (axis, condition->least);
      if (condition->least > 0)
        add_number (axis, condition->least - 1);
    }
  if (condition->most != G_MAXINT64)
    {
      add_number (axis, condition->most);
      add_number (axis, condition->most + 1);
    }
}

/* Each prefix stands for the codes that begin with it and with no longer prefix. */
static void
add_attribute (Axis *axis, const MingAttribute *attribute)
{
  for (guint i = 0; i < attribute->codes->len; i++)
    {
      GStrv codes = g_ptr_array_index (attribute->codes, i);

      for (guint j = 0; codes[j] != NULL; j++)
        add_text (axis, codes[j]);
    }
}

static void
add_condition (MingCells *cells, const MingCondition *condition)
{
  switch (condition->dimension)
    {
    case MING_DIMENSION_ATTRIBUTE:
      {
        const MingAttribute *attribute = g_ptr_array_index (cells->attributes, condition->index);

        add_attribute (get_axis (cells->axes, FALSE, attribute->from), attribute);
        break;
      }
    case MING_DIMENSION_TEXT:
      for (guint i = 0; condition->values[i] != NULL; i++)
        {
          /* the code itself, and a longer one that belongs to the same class without being it */
          g_autofree char *longer = g_strconcat (condition->values[i], "~", NULL);
          Axis *axis = get_axis (cells->axes, FALSE, condition->index);

          add_text (axis, condition->values[i]);
          add_text (axis, longer);
        }
      break;
    case MING_DIMENSION_NUMBER:
    default:
      add_range (get_axis (cells->axes, TRUE, condition->index), condition);
      break;
    }
}

static guint
count_values (const Axis *axis)
{
  return axis->is_number ? axis->numbers->len : axis->texts->len;
}

static void
apply (const Axis *axis, MingFacts *facts)
{
  if (axis->is_number)
    facts->number[axis->index] = g_array_index (axis->numbers, gint64, axis->at);
  else
    facts->text[axis->index] = g_ptr_array_index (axis->texts, axis->at);
}

MingCells *
ming_cells_new (GPtrArray *attributes)
{
  MingCells *cells = g_new0 (MingCells, 1);

  cells->attributes = attributes;
  cells->axes = g_ptr_array_new_with_free_func ((GDestroyNotify) axis_free);
  return cells;
}

void
ming_cells_free (MingCells *cells)
{
  g_ptr_array_unref (cells->axes);
  g_free (cells);
}

void
ming_cells_add_conditions (MingCells *cells, GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    add_condition (cells, g_ptr_array_index (conditions, i));
}

void
ming_cells_add_table (MingCells *cells, const MingTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    ming_cells_add_conditions (cells, ((const MingRow *) g_ptr_array_index (table->rows, i))->conditions);
}

void
ming_cells_drop_text (MingCells *cells, MingTextFact fact)
{
  for (guint i = cells->axes->len; i > 0; i--)
    {
      const Axis *axis = g_ptr_array_index (cells->axes, i - 1);

      if (!axis->is_number && axis->index == (guint) fact)
        g_ptr_array_remove_index (cells->axes, i - 1);
    }
}

guint64
ming_cells_count (const MingCells *cells, guint64 limit)
{
  guint64 n_cells = 1;

  for (guint i = 0; i < cells->axes->len && n_cells <= limit; i++)
    n_cells *= count_values (g_ptr_array_index (cells->axes, i));
  return n_cells;
}

void
ming_cells_first (MingCells *cells, MingFacts *facts)
{
  for (guint i = 0; i < cells->axes->len; i++)
    {
      Axis *axis = g_ptr_array_index (cells->axes, i);

      axis->at = 0;
      apply (axis, facts);
    }
}

gboolean
ming_cells_next (MingCells *cells, MingFacts *facts)
{
  for (guint i = 0; i < cells->axes->len; i++)
    {
      Axis *axis = g_ptr_array_index (cells->axes, i);

      axis->at = (axis->at + 1) % count_values (axis);
      apply (axis, facts);
      if (axis->at > 0)
        return TRUE;
    }
  return FALSE;
}
