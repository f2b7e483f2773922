/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "policy/ming-wording.h"
#include "ming-explain-private.h"

char *
ming_words_fen (MingFen fen)
{
  return ming_wording_fen (fen, MING_TEXT_GROUPED);
}

static int
greatest_common_divisor (int a, int b)
{
  while (b != 0)
    {
      int rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

char *
ming_words_exact (MingExact exact)
{
  g_autofree char *whole = ming_words_fen (exact.whole_fen);
  int divisor;

  if (exact.num == 0)
    return g_steal_pointer (&whole);
  divisor = greatest_common_divisor (exact.den, exact.num);
  /* a fen is a hundredth of a yuan */
  return g_strdup_printf ("(%s + %d ÷ %" G_GINT64_FORMAT ")", whole, exact.num / divisor,
                          100 * (gint64) (exact.den / divisor));
}

char *
ming_words_rate (MingRate rate)
{
  char buffer[MING_TEXT_RATE_SIZE] = "";

  ming_text_format_rate (rate, buffer, sizeof buffer);
  return g_strdup (buffer);
}

char *
ming_words_min (const char *a, const char *b)
{
  /* Translators: the smaller of two amounts in a formula; keep the semicolon */
  return g_strdup_printf (_("min (%1$s; %2$s)"), a, b);
}

char *
ming_words_max (const char *a, const char *b)
{
  /* Translators: the larger of two amounts in a formula; keep the semicolon */
  return g_strdup_printf (_("max (%1$s; %2$s)"), a, b);
}

MingFen
ming_words_share (MingExact amount, MingRate rate, MingRounding rounding)
{
  MingFen share_fen = 0;

  return ming_money_apply_rate (amount, rate, rounding, &share_fen) == MING_OK ? share_fen : 0;
}

gboolean
ming_words_is_rounded (MingExact amount, MingRate rate, MingRounding rounding)
{
  MingRounding down = { rounding.unit, MING_ROUND_DOWN };
  MingRounding up = { rounding.unit, MING_ROUND_UP };

  return ming_words_share (amount, rate, down) != ming_words_share (amount, rate, up);
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
  if (per_layer)
    /* Translators: mode, unit, e.g. "rounded half up to the fen" */
    return g_strdup_printf (_("%s %s, once for all bands together"), mode_word (rounding.mode),
                            unit_word (rounding.unit));
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
ming_step_set (char **text, char *value)
{
  g_free (*text);
  *text = value;
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

  ming_step_add_working (step, name, amount, origin);
}

void
ming_step_add_working (MingStep *step, const char *name, const char *working, const char *origin)
{
  /* Translators: name, amount, where it comes from: "Eligible cost 50,000.00 (from the form)" */
  g_ptr_array_add (step->inputs, g_strdup_printf (_("%1$s %2$s (%3$s)"), name, working, origin));
}
