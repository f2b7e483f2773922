/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-table.h"

#include <string.h>

static const char *const amount_names[MING_N_AMOUNT_COLUMNS] = {
  [MING_COLUMN_AMOUNT] = "amount",       [MING_COLUMN_LESS_EACH] = "less_each",
  [MING_COLUMN_NOT_BELOW] = "not_below", [MING_COLUMN_FLOOR] = "floor",
  [MING_COLUMN_CEILING] = "ceiling",     [MING_COLUMN_CAP] = "cap",
  [MING_COLUMN_LESS] = "less",           [MING_COLUMN_BASE] = "base",
  [MING_COLUMN_PERSON] = "person",       [MING_COLUMN_SUBSIDY] = "subsidy",
};

static const char *const rate_names[MING_N_RATE_COLUMNS] = {
  [MING_COLUMN_RATE] = "rate", [MING_COLUMN_PERCENT] = "percent", [MING_COLUMN_OWN] = "own",
  [MING_COLUMN_UNIT] = "unit", [MING_COLUMN_TIMES] = "times",     [MING_COLUMN_ADD] = "add",
};

static const char *const number_names[MING_N_NUMBER_COLUMNS] = {
  [MING_COLUMN_MONTHS] = "months",
  [MING_COLUMN_ACTUAL_MONTHS] = "actual_months",
  [MING_COLUMN_LOCAL_MONTHS] = "local_months",
  [MING_COLUMN_FIXED_MONTHS] = "fixed_months",
  [MING_COLUMN_PER_BROKEN_YEAR] = "per_broken_year",
  [MING_COLUMN_REPAIR_PER_YEAR] = "repair_per_year",
  [MING_COLUMN_LONG_BREAK_YEARS] = "long_break_years",
  [MING_COLUMN_LONG_BREAK_AT_LEAST] = "long_break_at_least",
  [MING_COLUMN_GAP_MONTHS] = "gap_months",
  [MING_COLUMN_FREE_YEARS] = "free_years",
};

const char *
ming_amount_column_name (MingAmountColumn column)
{
  g_return_val_if_fail ((guint) column < MING_N_AMOUNT_COLUMNS, "");
  return amount_names[column];
}

const char *
ming_rate_column_name (MingRateColumn column)
{
  g_return_val_if_fail ((guint) column < MING_N_RATE_COLUMNS, "");
  return rate_names[column];
}

const char *
ming_number_column_name (MingNumberColumn column)
{
  g_return_val_if_fail ((guint) column < MING_N_NUMBER_COLUMNS, "");
  return number_names[column];
}

/* The class of @code under @attribute by longest prefix, or NULL (owned by the attribute). */
static const char *
class_of_code (const MingAttribute *attribute, const char *code)
{
  const char *best = NULL;
  gsize best_length = 0;

  if (code == NULL || *code == '\0')
    return NULL;
  for (guint i = 0; i < attribute->values->len; i++)
    {
      GStrv prefixes = g_ptr_array_index (attribute->codes, i);

      for (guint j = 0; prefixes[j] != NULL; j++)
        {
          gsize length = strlen (prefixes[j]);

          if (length > best_length && g_str_has_prefix (code, prefixes[j]))
            {
              best = g_ptr_array_index (attribute->values, i);
              best_length = length;
            }
        }
    }
  return best;
}

const char *
ming_attribute_class (const MingAttribute *attribute, const MingFacts *facts)
{
  return class_of_code (attribute, facts->text[attribute->from]);
}

/* The first code of the class @word, or NULL. */
static const char *
code_of_class (const MingAttribute *attribute, const char *word)
{
  for (guint i = 0; i < attribute->values->len; i++)
    if (g_str_equal (g_ptr_array_index (attribute->values, i), word))
      return ((GStrv) g_ptr_array_index (attribute->codes, i))[0];
  return NULL;
}

MingFacts
ming_facts_with (const MingFacts *facts, GPtrArray *conditions, GPtrArray *attributes)
{
  MingFacts changed = *facts;

  for (guint i = 0; i < conditions->len; i++)
    {
      const MingCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->dimension == MING_DIMENSION_NUMBER)
        changed.number[condition->index] =
            condition->least != G_MININT64 ? condition->least : condition->most;
      else if (condition->dimension == MING_DIMENSION_TEXT)
        changed.text[condition->index] = condition->values[0];
      else
        {
          const MingAttribute *attribute = g_ptr_array_index (attributes, condition->index);

          changed.text[attribute->from] = code_of_class (attribute, condition->values[0]);
        }
    }
  return changed;
}

static gboolean
has_word (const MingCondition *condition, const char *word)
{
  return word != NULL && g_strv_contains ((const char *const *) condition->values, word);
}

gboolean
ming_condition_matches (const MingCondition *condition, GPtrArray *attributes, const MingFacts *facts)
{
  gint64 number;

  switch (condition->dimension)
    {
    case MING_DIMENSION_ATTRIBUTE:
      return has_word (condition,
                       ming_attribute_class (g_ptr_array_index (attributes, condition->index), facts));
    case MING_DIMENSION_TEXT:
      return has_word (condition, facts->text[condition->index]);
    case MING_DIMENSION_NUMBER:
    default:
      number = facts->number[condition->index];
      return number >= 0 && number >= condition->least && number <= condition->most;
    }
}

/* Whether each code in @codes (GStrvs) that meets @a meets @b; both are about attributes of one fact. */
static gboolean
codes_imply (GPtrArray *codes, const MingCondition *a, const MingAttribute *of_a, const MingCondition *b,
             const MingAttribute *of_b)
{
  for (guint i = 0; i < codes->len; i++)
    {
      GStrv prefixes = g_ptr_array_index (codes, i);

      for (guint j = 0; prefixes[j] != NULL; j++)
        if (has_word (a, class_of_code (of_a, prefixes[j]))
            && !has_word (b, class_of_code (of_b, prefixes[j])))
          return FALSE;
    }
  return TRUE;
}

/* 灵活就业 (1103) implies 在职 (11): the prefixes of both attributes stand for all codes. */
static gboolean
classes_imply (const MingCondition *a, const MingCondition *b, GPtrArray *attributes)
{
  const MingAttribute *of_a = g_ptr_array_index (attributes, a->index);
  const MingAttribute *of_b = g_ptr_array_index (attributes, b->index);

  return of_a->from == of_b->from && codes_imply (of_a->codes, a, of_a, b, of_b)
         && codes_imply (of_b->codes, a, of_a, b, of_b);
}

/* A code implies the class it belongs to. */
static gboolean
codes_imply_class (const MingCondition *a, const MingCondition *b, GPtrArray *attributes)
{
  const MingAttribute *of_b = g_ptr_array_index (attributes, b->index);

  if (of_b->from != (MingTextFact) a->index)
    return FALSE;
  for (guint i = 0; a->values[i] != NULL; i++)
    if (!has_word (b, class_of_code (of_b, a->values[i])))
      return FALSE;
  return TRUE;
}

/* Whether everything that meets @a meets @b, as far as the two conditions alone can tell. */
static gboolean
condition_implies (const MingCondition *a, const MingCondition *b, GPtrArray *attributes)
{
  /* a class never implies a code: longer codes belong to it too */
  if (a->dimension != b->dimension)
    return a->dimension == MING_DIMENSION_TEXT && b->dimension == MING_DIMENSION_ATTRIBUTE
           && codes_imply_class (a, b, attributes);
  if (a->dimension == MING_DIMENSION_ATTRIBUTE)
    return classes_imply (a, b, attributes);
  if (a->index != b->index)
    return FALSE;
  if (a->dimension == MING_DIMENSION_NUMBER)
    return a->least >= b->least && a->most <= b->most;
  for (guint i = 0; a->values[i] != NULL; i++)
    if (!has_word (b, a->values[i]))
      return FALSE;
  return TRUE;
}

gboolean
ming_row_covers (const MingRow *wide, const MingRow *narrow, GPtrArray *attributes)
{
  for (guint i = 0; i < wide->conditions->len; i++)
    {
      gboolean implied = FALSE;

      for (guint j = 0; j < narrow->conditions->len && !implied; j++)
        implied = condition_implies (g_ptr_array_index (narrow->conditions, j),
                                     g_ptr_array_index (wide->conditions, i), attributes);
      if (!implied)
        return FALSE;
    }
  return TRUE;
}

/* Keeps @near sorted by the number of failed conditions; rows as near as one another stay in file order. */
static void
add_near_miss (GArray *near, const MingNearMiss *miss)
{
  guint at = near->len;

  while (at > 0 && g_array_index (near, MingNearMiss, at - 1).n_failed > miss->n_failed)
    at--;
  if (at >= MING_NEAR_MAX)
    return;
  g_array_insert_val (near, at, *miss);
  if (near->len > MING_NEAR_MAX)
    g_array_set_size (near, MING_NEAR_MAX);
}

const MingRow *
ming_table_match (const MingTable *table, GPtrArray *attributes, const MingFacts *facts, GArray *near)
{
  const MingRow *best = NULL;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);
      MingNearMiss miss = { row, NULL, 0 };

      for (guint j = 0; j < row->conditions->len; j++)
        {
          const MingCondition *condition = g_ptr_array_index (row->conditions, j);

          if (ming_condition_matches (condition, attributes, facts))
            continue;
          if (miss.n_failed++ == 0)
            miss.failed = condition;
        }
      if (miss.n_failed == 0)
        {
          if (best == NULL || ming_row_covers (best, row, attributes))
            best = row;
        }
      else if (near != NULL)
        add_near_miss (near, &miss);
    }
  return best;
}

void
ming_attribute_free (MingAttribute *attribute)
{
  g_free (attribute->name);
  g_ptr_array_unref (attribute->values);
  g_ptr_array_unref (attribute->codes);
  g_ptr_array_unref (attribute->english);
  g_free (attribute);
}

void
ming_condition_free (MingCondition *condition)
{
  g_free (condition->name);
  g_strfreev (condition->values);
  g_strfreev (condition->english);
  g_free (condition);
}

void
ming_part_cell_free (MingPartCell *part)
{
  ming_phrase_clear (&part->name);
  g_clear_pointer (&part->citations, g_ptr_array_unref);
  g_free (part->pointer);
  g_free (part);
}

void
ming_row_free (MingRow *row)
{
  g_clear_pointer (&row->conditions, g_ptr_array_unref);
  g_clear_pointer (&row->self_share_of, g_ptr_array_unref);
  g_free (row->kind);
  g_clear_pointer (&row->parts, g_ptr_array_unref);
  g_clear_pointer (&row->citations, g_ptr_array_unref);
  ming_phrase_clear (&row->note);
  g_free (row->pointer);
  g_free (row);
}

void
ming_table_free (MingTable *table)
{
  g_free (table->pointer);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_free (table);
}
