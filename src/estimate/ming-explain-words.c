/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-explain-private.h"

char *
ming_words_fen (MingFen fen)
{
  char buffer[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (fen, MING_TEXT_GROUPED, buffer, sizeof buffer);
  return g_strdup (buffer);
}

char *
ming_words_exact (MingExact exact)
{
  MingFen fen = 0;

  ming_exact_to_fen (exact, &fen);
  return ming_words_fen (fen);
}

char *
ming_words_rate (MingRate rate)
{
  char buffer[MING_TEXT_RATE_SIZE] = "";

  ming_text_format_rate (rate, buffer, sizeof buffer);
  return g_strdup (buffer);
}

static const char *
unit_word (MingRoundUnit unit)
{
  switch (unit)
    {
    case MING_UNIT_JIAO:
      return C_("rounding unit", "to the jiao");
    case MING_UNIT_YUAN:
      return C_("rounding unit", "to the yuan");
    case MING_UNIT_TEN_YUAN:
      return C_("rounding unit", "to ten yuan");
    case MING_UNIT_FEN:
    default:
      return C_("rounding unit", "to the fen");
    }
}

static const char *
mode_word (MingRoundMode mode)
{
  switch (mode)
    {
    case MING_ROUND_UP:
      return C_("rounding mode", "rounded up");
    case MING_ROUND_DOWN:
      return C_("rounding mode", "cut off");
    case MING_ROUND_HALF_EVEN:
      return C_("rounding mode", "rounded half to even");
    case MING_ROUND_HALF_UP:
    default:
      return C_("rounding mode", "rounded half up");
    }
}

char *
ming_words_rounding (MingRounding rounding, gboolean per_layer)
{
  /* Translators: mode, unit, e.g. "rounded half up to the fen" */
  if (per_layer)
    return g_strdup_printf (_("%s %s, once for all bands together"), mode_word (rounding.mode), unit_word (rounding.unit));
  /* Translators: mode, unit, e.g. "rounded half up to the fen" */
  return g_strdup_printf (_("%s %s"), mode_word (rounding.mode), unit_word (rounding.unit));
}

MingStep *
ming_step_new (int layer, MingPart part, int band)
{
  MingStep *step = g_new0 (MingStep, 1);

  step->code = g_strdup ("");
  step->title = g_strdup ("");
  step->formula = g_strdup ("");
  step->sentence = g_strdup ("");
  step->matched = g_strdup ("");
  step->rounding = g_strdup ("");
  step->inputs = g_ptr_array_new_with_free_func (g_free);
  step->why_not = g_ptr_array_new_with_free_func (g_free);
  step->citations = g_ptr_array_new_with_free_func (g_free);
  step->evidence = MING_EVIDENCE_OFFICIAL_TEXT;
  step->layer = layer;
  step->part = part;
  step->band = band;
  return step;
}

void
ming_step_free (MingStep *step)
{
  g_free (step->code);
  g_free (step->title);
  g_free (step->formula);
  g_free (step->sentence);
  g_free (step->matched);
  g_free (step->rounding);
  g_ptr_array_unref (step->inputs);
  g_ptr_array_unref (step->why_not);
  g_ptr_array_unref (step->citations);
  g_free (step);
}

void
ming_step_cite (MingStep *step, GPtrArray *citations, MingEvidence evidence)
{
  step->evidence = MIN (step->evidence, evidence);
  for (guint i = 0; citations && i < citations->len; i++)
    {
      g_autofree char *text = ming_citation_format (g_ptr_array_index (citations, i));

      if (!g_ptr_array_find_with_equal_func (step->citations, text, g_str_equal, NULL))
        g_ptr_array_add (step->citations, g_steal_pointer (&text));
    }
}

void
ming_step_cite_row (MingStep *step, const MingRow *row)
{
  if (row)
    ming_step_cite (step, row->citations, row->evidence);
}

void
ming_step_add_input (MingStep *step, const char *name, MingFen fen, const char *origin)
{
  g_autofree char *amount = ming_words_fen (fen);

  /* Translators: name, amount, where it comes from: "Eligible cost 50,000.00 (from the form)" */
  g_ptr_array_add (step->inputs, g_strdup_printf (_("%1$s %2$s (%3$s)"), name, amount, origin));
}

/* What the facts say where @condition failed. */
static char *
actual_value (const MingCondition *condition, GPtrArray *attributes, const MingFacts *facts)
{
  if (condition->dimension == MING_DIMENSION_NUMBER)
    {
      if (facts->number[condition->index] < 0)
        return g_strdup (_("not given"));
      return g_strdup_printf ("%" G_GINT64_FORMAT, facts->number[condition->index]);
    }
  if (condition->dimension == MING_DIMENSION_ATTRIBUTE)
    {
      const char *class = ming_attribute_class (g_ptr_array_index (attributes, condition->index), facts);

      return g_strdup (class ? class : _("not given"));
    }
  return g_strdup (facts->text[condition->index] && facts->text[condition->index][0]
                   ? facts->text[condition->index] : _("not given"));
}

/* What the row would have given: its rates or its amount. */
static char *
value_of_row (const MingRow *row)
{
  const MingRateCell *rate = &row->rate[MING_COLUMN_RATE];
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->amount[MING_COLUMN_AMOUNT].state == MING_CELL_VALUE)
    return ming_words_fen (row->amount[MING_COLUMN_AMOUNT].fen);
  for (int i = 0; rate->state == MING_CELL_VALUE && i < rate->n_rates; i++)
    {
      g_autofree char *word = ming_words_rate (rate->rate[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", word);
    }
  if (row->self_share_of && row->rate[MING_COLUMN_TIMES].state == MING_CELL_VALUE)
    {
      g_autofree char *times = ming_words_rate (row->rate[MING_COLUMN_TIMES].rate[0]);

      g_string_append_printf (text, _("own share × %s"), times);
    }
  if (text->len == 0 && row->rate[MING_COLUMN_OWN].state == MING_CELL_VALUE)
    return ming_words_rate (row->rate[MING_COLUMN_OWN].rate[0]);
  return g_strdup (text->str);
}

void
ming_step_tell_near (MingStep *step, const GArray *near, GPtrArray *attributes, const MingFacts *facts)
{
  for (guint i = 0; near && i < near->len && i < 2; i++)
    {
      const MingNearMiss *miss = &g_array_index (near, MingNearMiss, i);
      g_autofree char *value = value_of_row (miss->row);
      g_autofree char *wanted = ming_condition_describe (miss->failed, ming_phrase_language ());
      g_autofree char *actual = actual_value (miss->failed, attributes, facts);

      /* Translators: value, what its row asks, what is the case: "Why not 85%? It is for 在职; here: 退休" */
      g_ptr_array_add (step->why_not, g_strdup_printf (_("Why not %1$s? It is for %2$s; here: %3$s"), value, wanted, actual));
    }
}

void
ming_step_tell_match (MingStep *step, const MingMatch *match, GPtrArray *attributes, const MingFacts *facts)
{
  if (!match || !match->row)
    return;
  ming_step_cite_row (step, match->row);
  g_free (step->matched);
  step->matched = ming_row_describe (match->row, ming_phrase_language ());
  ming_step_tell_near (step, match->near, attributes, facts);
}

const MingMatch *
ming_layer_origin_find (const MingLayerOrigin *origin, const char *what)
{
  for (guint i = 0; origin->matches && i < origin->matches->len; i++)
    {
      const MingMatch *match = g_ptr_array_index (origin->matches, i);

      if (g_str_equal (match->what, what))
        return match;
    }
  return NULL;
}
