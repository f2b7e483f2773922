/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-private.h"

/* So many nearest rows are told of: more would hide the answer. */
#define WHY_NOT_MAX 2

/* The class @word of @attribute in English, "" where the pack has none. */
static char *
english_of (const MingAttribute *attribute, const char *word)
{
  for (guint i = 0; i < attribute->values->len; i++)
    if (g_str_equal (g_ptr_array_index (attribute->values, i), word))
      {
        const char *english = attribute->english ? g_ptr_array_index (attribute->english, i) : NULL;

        return g_strdup (english ? english : "");
      }
  return g_strdup ("");
}

/* A condition that asks for exactly the word @actual is described as the word itself: "退休", "异地急诊". */
static char *
describe_word (const MingCondition *condition, const char *actual, const char *english)
{
  char *values[] = { (char *) actual, NULL };
  char *in_english[] = { (char *) english, NULL };
  MingCondition exactly = *condition;

  if (!actual || !*actual)
    return g_strdup (_("not given"));
  exactly.values = values;
  exactly.english = in_english;
  return ming_condition_describe (&exactly, ming_phrase_language ());
}

/* What the facts say where @condition failed, in the words of the condition: "73 岁", "第 2 次", "退休". */
static char *
describe_actual (const MingCondition *condition, GPtrArray *attributes, const MingFacts *facts)
{
  MingCondition exactly = *condition;
  const MingAttribute *attribute;
  const char *class;
  g_autofree char *english = NULL;

  switch (condition->dimension)
    {
    case MING_DIMENSION_NUMBER:
      if (facts->number[condition->index] < 0)
        return g_strdup (_("not given"));
      exactly.least = exactly.most = facts->number[condition->index];
      return ming_condition_describe (&exactly, ming_phrase_language ());
    case MING_DIMENSION_ATTRIBUTE:
      attribute = g_ptr_array_index (attributes, condition->index);
      class = ming_attribute_class (attribute, facts);
      english = class ? english_of (attribute, class) : NULL;
      return describe_word (condition, class, english);
    case MING_DIMENSION_TEXT:
    default:
      return describe_word (condition, facts->text[condition->index], "");
    }
}

static char *
describe_amount (const MingAmountCell *cell)
{
  if (cell->state == MING_CELL_NONE)
    return g_strdup (_("no limit"));
  if (cell->state == MING_CELL_UNKNOWN)
    return g_strdup (_("a figure nobody knows yet"));
  return ming_words_fen (cell->fen);
}

/* The rate of @band, or all of them: "85 % / 90 % / 95 %". */
static char *
describe_rates (const MingRateCell *cell, int band)
{
  GString *text;

  if (cell->state == MING_CELL_UNKNOWN)
    return g_strdup (_("a figure nobody knows yet"));
  if (band >= 0)
    {
      int index = cell->n_rates == 1 ? 0 : band;

      return cell->rate_state[index] == MING_CELL_UNKNOWN ? g_strdup (_("a figure nobody knows yet"))
                                                          : ming_words_rate (cell->rate[index]);
    }
  text = g_string_new (NULL);
  for (int i = 0; i < cell->n_rates; i++)
    {
      g_autofree char *word = ming_words_rate (cell->rate[i]);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " / " : "", cell->negative ? "−" : "", word);
    }
  return g_string_free (text, FALSE);
}

/* Own and unit's share of an account credit. */
static char *
describe_credit (const MingRow *row)
{
  const MingRateCell *own = &row->rate[MING_COLUMN_OWN];
  const MingRateCell *unit = &row->rate[MING_COLUMN_UNIT];
  g_autofree char *first = own->state != MING_CELL_ABSENT ? describe_rates (own, -1) : NULL;
  g_autofree char *second = unit->state != MING_CELL_ABSENT ? describe_rates (unit, -1) : NULL;

  if (first && second)
    return g_strdup_printf ("%s + %s", first, second);
  return g_strdup (first ? first : second);
}

/* Months of a working life, or of waiting. */
static char *
describe_months (const MingRow *row)
{
  static const MingNumberColumn columns[] = { MING_COLUMN_MONTHS, MING_COLUMN_FIXED_MONTHS };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const MingNumberCell *cell = &row->number[columns[i]];

      if (cell->state == MING_CELL_VALUE)
        return g_strdup_printf (_("%d months"), (int) cell->number);
      if (cell->state == MING_CELL_UNKNOWN)
        return g_strdup (_("a figure nobody knows yet"));
    }
  return NULL;
}

/* What @row would have given; never empty, so that the question "why not" always has a subject. */
static char *
describe_value (const MingRow *row, int band)
{
  static const MingAmountColumn amounts[] = { MING_COLUMN_AMOUNT, MING_COLUMN_LESS, MING_COLUMN_PERSON };
  static const MingRateColumn rates[] = { MING_COLUMN_RATE, MING_COLUMN_PERCENT, MING_COLUMN_ADD };
  char *text = NULL;

  if (row->self_share_of && row->rate[MING_COLUMN_TIMES].state == MING_CELL_VALUE)
    {
      g_autofree char *times = ming_words_rate (row->rate[MING_COLUMN_TIMES].rate[0]);

      return g_strdup_printf (_("own share × %s"), times);
    }
  if (g_strcmp0 (row->kind, "none") == 0)
    return g_strdup (_("no credit"));
  if (row->rate[MING_COLUMN_OWN].state != MING_CELL_ABSENT
      || row->rate[MING_COLUMN_UNIT].state != MING_CELL_ABSENT)
    return describe_credit (row);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (row->amount[amounts[i]].state != MING_CELL_ABSENT)
      return describe_amount (&row->amount[amounts[i]]);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (row->rate[rates[i]].state != MING_CELL_ABSENT)
      return describe_rates (&row->rate[rates[i]], rates[i] == MING_COLUMN_RATE ? band : -1);
  text = describe_months (row);
  return text ? text : g_strdup (_("another row"));
}

void
ming_step_tell_row (MingStep *step, const MingRow *row, const GArray *near, GPtrArray *attributes,
                    const MingFacts *facts, int band, const char *given)
{
  g_autofree char *here = describe_value (row, band);

  ming_step_cite_row (step, row);
  ming_step_set (&step->matched, ming_row_describe (row, ming_phrase_language ()));
  for (guint i = 0; near && i < near->len && step->why_not->len < WHY_NOT_MAX; i++)
    {
      const MingNearMiss *miss = &g_array_index (near, MingNearMiss, i);
      g_autofree char *value = describe_value (miss->row, band);
      g_autofree char *wanted = NULL;
      g_autofree char *actual = NULL;

      /* what nobody knows is no other answer to ask about */
      if (g_str_equal (value, here) || g_strcmp0 (value, given) == 0
          || g_str_equal (value, _("a figure nobody knows yet")))
        continue;
      wanted = ming_condition_describe (miss->failed, ming_phrase_language ());
      actual = describe_actual (miss->failed, attributes, facts);
      /* Translators: value, what its row asks for, what is the case: "Why not 85 %? That is for 在职; this is
       * 退休." */
      g_ptr_array_add (step->why_not,
                       g_strdup_printf (_("Why not %1$s? That is for “%2$s”; this is “%3$s”."), value,
                                        wanted, actual));
    }
}

void
ming_step_tell_match (MingStep *step, const MingMatch *match, GPtrArray *attributes, const MingFacts *facts,
                      int band, const char *given)
{
  if (match && match->row)
    ming_step_tell_row (step, match->row, match->near, attributes, facts, band, given);
}
