/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ming-text.h"
#include "ming-figures-private.h"

static MingFigure *
add_figure (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words)
{
  MingFigure *figure = g_new0 (MingFigure, 1);

  figure->key = g_strdup_printf ("%s/%s", place->key, column);
  figure->list = g_strdup (self->list);
  figure->what = words != NULL ? g_strdup_printf ("%s · %s", place->what, words) : g_strdup (place->what);
  figure->who = g_strdup (place->who);
  figure->fen = -1;
  figure->evidence = place->evidence;
  figure->citations = g_ptr_array_ref (place->citations);
  figure->span = self->span;
  figure->row = place->row;
  figure->pointer = g_strdup (place->pointer);
  g_ptr_array_add (self->figures, figure);
  return figure;
}

/* A value that is not there: unknown, or no limit. */
static char *
describe_state (MingCellState state)
{
  return g_strdup (state == MING_CELL_NONE ? _("no limit") : _("unknown"));
}

void
ming_walker_amount (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                    const MingAmountCell *cell, gboolean is_threshold)
{
  char buffer[MING_TEXT_FEN_SIZE] = "";
  MingFigure *figure;

  if (cell->state == MING_CELL_ABSENT)
    return;
  figure = add_figure (self, place, column, words);
  figure->state = cell->state;
  if (cell->state != MING_CELL_VALUE)
    {
      figure->value = describe_state (cell->state);
      return;
    }
  ming_text_format_fen (cell->fen, MING_TEXT_GROUPED, buffer, sizeof buffer);
  figure->value = g_strdup (buffer);
  figure->fen = cell->fen;
  figure->is_threshold = is_threshold;
}

static void
add_rate (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
          MingCellState state, MingRate rate, gboolean negative)
{
  char buffer[MING_TEXT_RATE_SIZE] = "";
  MingFigure *figure = add_figure (self, place, column, words);

  figure->state = state;
  if (state == MING_CELL_VALUE)
    {
      ming_text_format_rate (rate, buffer, sizeof buffer);
      figure->value = g_strdup_printf ("%s%s", negative ? "−" : "", buffer);
    }
  else
    figure->value = describe_state (state);
}

void
ming_walker_rate (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                  const MingRateCell *cell)
{
  if (cell->state == MING_CELL_ABSENT)
    return;
  if (cell->n_rates <= 1)
    {
      add_rate (self, place, column, words, cell->state, cell->rate[0], cell->negative);
      return;
    }
  for (int i = 0; i < cell->n_rates; i++)
    {
      g_autofree char *band_column = g_strdup_printf ("%s/%d", column, i + 1);
      g_autofree char *band_words = g_strdup_printf (_("band %d"), i + 1);

      add_rate (self, place, band_column, band_words, cell->rate_state[i], cell->rate[i], FALSE);
    }
}

void
ming_walker_number (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                    const MingNumberCell *cell)
{
  MingFigure *figure;

  if (cell->state == MING_CELL_ABSENT)
    return;
  figure = add_figure (self, place, column, words);
  figure->state = cell->state;
  figure->value = cell->state == MING_CELL_VALUE ? g_strdup_printf ("%" G_GINT64_FORMAT, cell->number)
                                                 : describe_state (cell->state);
}

void
ming_walker_word (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                  const char *value)
{
  MingFigure *figure = add_figure (self, place, column, words);

  figure->kind = MING_FIGURE_WORD;
  figure->state = MING_CELL_VALUE;
  figure->value = g_strdup (value);
}

void
ming_walker_text (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                  const char *value)
{
  MingFigure *figure = add_figure (self, place, column, words);

  figure->state = MING_CELL_VALUE;
  figure->is_text = TRUE;
  figure->value = g_strdup (value);
}

void
ming_walker_time (MingWalker *self, const MingWalkPlace *place, const char *column, const char *words,
                  const MingNumberCell *cell, const char *value)
{
  MingFigure *figure = add_figure (self, place, column, words);

  figure->state = cell->state;
  figure->value = cell->state == MING_CELL_VALUE ? g_strdup (value) : describe_state (cell->state);
}

void
ming_walker_rounding (MingWalker *self, const MingWalkPlace *place, const MingRounding *rounding)
{
  const char *mode = _("rounded half up");
  g_autofree char *value = NULL;
  char unit[MING_TEXT_FEN_SIZE] = "";

  if (rounding->mode == MING_ROUND_HALF_UP && rounding->unit == MING_UNIT_FEN)
    return; /* the usual way needs no words */
  if (rounding->mode == MING_ROUND_UP)
    mode = _("rounded up");
  else if (rounding->mode == MING_ROUND_DOWN)
    mode = _("rounded down");
  else if (rounding->mode == MING_ROUND_HALF_EVEN)
    mode = _("rounded half to even");
  ming_text_format_fen ((MingFen) rounding->unit, MING_TEXT_PLAIN, unit, sizeof unit);
  value = g_strdup_printf (_("%s to %s yuan"), mode, unit);
  ming_walker_word (self, place, "rounding", _("rounding"), value);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "age=70..": a condition as a key. */
static char *
condition_key (const MingCondition *condition)
{
  GString *key = g_string_new (condition->name);

  g_string_append_c (key, '=');
  if (condition->dimension != MING_DIMENSION_NUMBER)
    {
      g_autofree char *values = g_strjoinv ("|", condition->values);

      g_string_append (key, values);
      return g_string_free (key, FALSE);
    }
  if (condition->least != G_MININT64)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, condition->least);
  g_string_append (key, "..");
  if (condition->most != G_MAXINT64)
    g_string_append_printf (key, "%" G_GINT64_FORMAT, condition->most);
  return g_string_free (key, FALSE);
}

char *
ming_walker_row_key (const char *table, const MingRow *row)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (table);

  for (guint i = 0; i < row->conditions->len; i++)
    g_ptr_array_add (keys, condition_key (g_ptr_array_index (row->conditions, i)));
  g_ptr_array_sort (keys, compare_texts);
  g_string_append_c (text, '[');
  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (keys, i));
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

/* What a column is called beside the name of its table; NULL for the one the table is about. */
static const char *
amount_words (guint column)
{
  static const char *const words[MING_N_AMOUNT_COLUMNS] = {
    [MING_COLUMN_LESS_EACH] = N_("less for each further stay"),
    [MING_COLUMN_NOT_BELOW] = N_("not below"),
    [MING_COLUMN_FLOOR] = N_("least amount"),
    [MING_COLUMN_CEILING] = N_("greatest amount"),
    [MING_COLUMN_BASE] = N_("base of their own"),
    [MING_COLUMN_PERSON] = N_("the person pays"),
    [MING_COLUMN_SUBSIDY] = N_("public subsidy"),
  };

  return words[column] != NULL ? _(words[column]) : NULL;
}

static const char *
rate_words (guint column)
{
  static const char *const words[MING_N_RATE_COLUMNS] = {
    [MING_COLUMN_PERCENT] = N_("share of the bill"),
    [MING_COLUMN_OWN] = N_("own rate"),
    [MING_COLUMN_UNIT] = N_("rate from the employer's part"),
    [MING_COLUMN_TIMES] = N_("times"),
    [MING_COLUMN_ADD] = N_("percentage points"),
  };

  return words[column] != NULL ? _(words[column]) : NULL;
}

static const char *
number_words (guint column)
{
  static const char *const words[MING_N_NUMBER_COLUMNS] = {
    [MING_COLUMN_MONTHS] = N_("months in all"),
    [MING_COLUMN_ACTUAL_MONTHS] = N_("months really paid"),
    [MING_COLUMN_LOCAL_MONTHS] = N_("months paid here"),
    [MING_COLUMN_FIXED_MONTHS] = N_("fixed months"),
    [MING_COLUMN_PER_BROKEN_YEAR] = N_("months for each broken year"),
    [MING_COLUMN_REPAIR_PER_YEAR] = N_("months repaired by a year paid"),
    [MING_COLUMN_LONG_BREAK_YEARS] = N_("years of a long break"),
    [MING_COLUMN_LONG_BREAK_AT_LEAST] = N_("least months after a long break"),
    [MING_COLUMN_GAP_MONTHS] = N_("employees' gap without waiting"),
    [MING_COLUMN_FREE_YEARS] = N_("broken years without waiting"),
  };

  return words[column] != NULL ? _(words[column]) : NULL;
}

/* The formula of an account credit, or whose catalogue applies, in words. */
static const char *
describe_formula (const char *kind)
{
  static const struct
  {
    const char *kind, *words;
  } formulas[] = {
    { "none", N_("nothing is credited") },
    { "percent_of_base", N_("a share of the base") },
    { "fixed_per_month", N_("a fixed amount each month") },
    { "fixed_per_year", N_("a fixed amount each year") },
    { "percent_of_pension", N_("a share of the own pension") },
    { "percent_of_average", N_("a share of a published average") },
    { "home", N_("catalogue of the insured area") },
    { "place", N_("catalogue of the place of treatment") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (strcmp (formulas[i].kind, kind) == 0)
      return _(formulas[i].words);
  return kind;
}

/* The place names such a row already. */
static gboolean
is_whose_catalogue (const MingRow *row)
{
  return g_str_equal (row->kind, "home") || g_str_equal (row->kind, "place");
}

static void
walk_row (MingWalker *self, const MingWalkPlace *place, const MingRow *row, gboolean are_thresholds)
{
  /* where a multiple of the amount counts, the amount itself is no threshold */
  if (row->rate[MING_COLUMN_TIMES].state == MING_CELL_VALUE)
    are_thresholds = FALSE;
  if (row->kind != NULL)
    ming_walker_word (self, place, "kind", is_whose_catalogue (row) ? NULL : _("formula of the credit"),
                      describe_formula (row->kind));
  for (guint i = 0; i < MING_N_AMOUNT_COLUMNS; i++)
    ming_walker_amount (self, place, ming_amount_column_name ((MingAmountColumn) i), amount_words (i),
                        &row->amount[i], are_thresholds && i != MING_COLUMN_LESS_EACH);
  if (row->self_share_of != NULL)
    {
      g_autofree char *of = ming_conditions_describe (row->self_share_of, ming_phrase_language ());

      ming_walker_word (self, place, "self_share_of", _("own share of"), of);
    }
  for (guint i = 0; i < MING_N_RATE_COLUMNS; i++)
    ming_walker_rate (self, place, ming_rate_column_name ((MingRateColumn) i), rate_words (i), &row->rate[i]);
  for (guint i = 0; i < MING_N_NUMBER_COLUMNS; i++)
    ming_walker_number (self, place, ming_number_column_name ((MingNumberColumn) i), number_words (i),
                        &row->number[i]);
}

void
ming_walker_table (MingWalker *self, const char *key, const char *what, const MingTable *table,
                   gboolean are_thresholds)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *row_key = ming_walker_row_key (key, row);
      g_autofree char *words = ming_row_describe (row, ming_phrase_language ());
      gboolean both = *words != '\0' && *self->whom != '\0';
      g_autofree char *who = g_strconcat (self->whom, both ? " · " : "", words, NULL);
      MingWalkPlace place = { row_key, what, who, row->citations, row->evidence, row, row->pointer };

      walk_row (self, &place, row, are_thresholds);
    }
}
