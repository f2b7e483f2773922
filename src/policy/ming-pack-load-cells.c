/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-pack-load-private.h"

/*
 * Whether the rows of a table leave one answer for everybody is found out by trying. Facts matter to a table only
 * as far as its conditions tell them apart, so a few representatives of each fact stand for all its values; the
 * combinations of representatives are the table's cells. In each cell one of the rows that match must be at least
 * as narrow as all others that match (ambiguous-rows), and each row must win somewhere (unreachable-row).
 */

/* More cells than this no table of any document has. */
#define CELLS_MAX 200000

/* A fact some condition asks about, with its representatives. */
typedef struct
{
  gboolean is_number;
  guint index;
  GPtrArray *texts; /* of char* */
  GArray *numbers;  /* of gint64 */
  guint at;
} Axis;

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
add_condition (MingLoader *self, GPtrArray *axes, const MingCondition *condition)
{
  switch (condition->dimension)
    {
    case MING_DIMENSION_ATTRIBUTE:
      {
        const MingAttribute *attribute = g_ptr_array_index (self->pack->attributes, condition->index);

        add_attribute (get_axis (axes, FALSE, attribute->from), attribute);
        break;
      }
    case MING_DIMENSION_TEXT:
      for (guint i = 0; condition->values[i] != NULL; i++)
        {
          /* the code itself, and a longer one that belongs to the same class without being it */
          g_autofree char *longer = g_strconcat (condition->values[i], "~", NULL);
          Axis *axis = get_axis (axes, FALSE, condition->index);

          add_text (axis, condition->values[i]);
          add_text (axis, longer);
        }
      break;
    case MING_DIMENSION_NUMBER:
    default:
      add_range (get_axis (axes, TRUE, condition->index), condition);
      break;
    }
}

static guint
count_values (const Axis *axis)
{
  return axis->is_number ? axis->numbers->len : axis->texts->len;
}

/* Steps @axes on to the next combination and puts it into @facts; FALSE after the last. */
static gboolean
next_cell (GPtrArray *axes, MingFacts *facts)
{
  guint i;

  for (i = 0; i < axes->len; i++)
    {
      Axis *axis = g_ptr_array_index (axes, i);

      axis->at = (axis->at + 1) % count_values (axis);
      if (axis->is_number)
        facts->number[axis->index] = g_array_index (axis->numbers, gint64, axis->at);
      else
        facts->text[axis->index] = g_ptr_array_index (axis->texts, axis->at);
      if (axis->at > 0)
        break;
    }
  return i < axes->len;
}

static gboolean
row_matches (MingLoader *self, const MingRow *row, const MingFacts *facts)
{
  for (guint i = 0; i < row->conditions->len; i++)
    if (!ming_condition_matches (g_ptr_array_index (row->conditions, i), self->pack->attributes, facts))
      return FALSE;
  return TRUE;
}

static char *
describe_or_all (const MingRow *row)
{
  g_autofree char *words = ming_row_describe (row, ming_phrase_language ());

  return *words != '\0' ? g_steal_pointer (&words) : g_strdup (_("everybody"));
}

static void
report_ambiguity (MingLoader *self, const MingTable *table, guint a, guint b)
{
  const MingRow *first = g_ptr_array_index (table->rows, MIN (a, b));
  const MingRow *second = g_ptr_array_index (table->rows, MAX (a, b));
  g_autofree char *words_of_first = describe_or_all (first);
  g_autofree char *words_of_second = describe_or_all (second);

  ming_reader_problem (&self->reader, MING_POLICY_ERROR_AMBIGUOUS_ROWS, second->pointer,
                       _("this row (%s) and %s (%s) match the same case, and neither is narrower than the other"),
                       words_of_second, first->pointer, words_of_first);
}

/* What is known of a row after some cells. */
typedef struct
{
  gboolean wins;
  gboolean reported;
  gboolean has_rates; /* "self_share_of" led to a row with rates */
} Standing;

/* Whether the facts of somebody else, as @row names them, lead to a row that states rates. */
static gboolean
finds_rates (MingLoader *self, const MingTable *table, const MingRow *row, const MingFacts *facts)
{
  MingFacts others = ming_facts_with (facts, row->self_share_of, self->pack->attributes);
  const MingRow *of = ming_table_match (table, self->pack->attributes, &others, NULL);

  return of != NULL && of->self_share_of == NULL;
}

/* The narrowest row that matches @facts wins; rows that match and are not wider are reported, once each. */
static void
try_cell (MingLoader *self, const MingTable *table, const MingFacts *facts, Standing *standing)
{
  GPtrArray *attributes = self->pack->attributes;
  guint best = G_MAXUINT;
  const MingRow *winner;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);

      if (row_matches (self, row, facts)
          && (best == G_MAXUINT || ming_row_covers (g_ptr_array_index (table->rows, best), row, attributes)))
        best = i;
    }
  if (best == G_MAXUINT)
    return;
  winner = g_ptr_array_index (table->rows, best);
  standing[best].wins = TRUE;
  if (winner->self_share_of != NULL && !standing[best].has_rates)
    standing[best].has_rates = finds_rates (self, table, winner, facts);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);

      if (i == best || standing[i].reported || !row_matches (self, row, facts))
        continue;
      if (ming_row_covers (row, winner, attributes) && !ming_row_covers (winner, row, attributes))
        continue;
      report_ambiguity (self, table, i, best);
      standing[i].reported = TRUE;
    }
}

/* The axes of all conditions; NULL with a problem when there would be too many cells. */
static GPtrArray *
make_axes (MingLoader *self, const MingTable *table)
{
  g_autoptr (GPtrArray) axes = g_ptr_array_new_with_free_func ((GDestroyNotify) axis_free);
  guint64 n_cells = 1;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);

      for (guint j = 0; j < row->conditions->len; j++)
        add_condition (self, axes, g_ptr_array_index (row->conditions, j));
    }
  for (guint i = 0; i < axes->len && n_cells <= CELLS_MAX; i++)
    n_cells *= count_values (g_ptr_array_index (axes, i));
  if (n_cells <= CELLS_MAX)
    return g_steal_pointer (&axes);
  ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, table->pointer,
                       _("the rows ask about so many things that they cannot all be checked; divide the table"));
  return NULL;
}

void
ming_loader_check_table (MingLoader *self, const MingTable *table)
{
  g_autoptr (GPtrArray) axes = make_axes (self, table);
  g_autofree Standing *standing = g_new0 (Standing, table->rows->len + 1);
  MingFacts facts = ming_facts_none ();

  if (axes == NULL)
    return;
  do
    try_cell (self, table, &facts, standing);
  while (next_cell (axes, &facts));

  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *words = NULL;

      if (row->self_share_of != NULL && standing[i].wins && !standing[i].has_rates)
        {
          g_autofree char *pointer = ming_json_pointer_key (row->pointer, "self_share_of");

          ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                               _("no row states the rates that this row refers to"));
        }
      if (standing[i].wins || standing[i].reported)
        continue;
      words = describe_or_all (row);
      ming_reader_problem (&self->reader, MING_POLICY_ERROR_UNREACHABLE_ROW, row->pointer,
                           _("this row (%s) never applies: narrower rows take every case from it"), words);
    }
}
