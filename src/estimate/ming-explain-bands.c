/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

static gboolean
is_empty (MingExact amount)
{
  return amount.whole_fen == 0 && amount.num == 0;
}

/* Where slice @band lies on the axis: from and to of what fell into it. */
static void
slice_bounds (const MingLayerView *layer, int band, MingFen *from_fen, MingFen *to_fen)
{
  MingFen position_fen = layer->trace->axis_start_fen;

  for (int i = 0; i < band; i++)
    position_fen += layer->trace->slice[i].cost.whole_fen;
  *from_fen = position_fen;
  *to_fen = position_fen + layer->trace->slice[band].cost.whole_fen;
}

/* "(30,000.00 − 1,300.00) × 91 %" where the band's own edges show, "10,000.00 × 94 %" otherwise. */
static char *
slice_product (const MingLayerView *layer, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[band]);
  g_autofree char *cost = ming_words_exact (slice->cost);
  MingFen from_fen, to_fen;

  slice_bounds (layer, band, &from_fen, &to_fen);
  if (layer->rules->bands.n_bands > 1 && from_fen > 0 && slice->cost.num == 0)
    {
      g_autofree char *from = ming_words_fen (from_fen);
      g_autofree char *to = ming_words_fen (to_fen);

      return g_strdup_printf ("(%s − %s) × %s", to, from, rate);
    }
  return g_strdup_printf ("%s × %s", cost, rate);
}

/* Σ of what the bands before @band were paid. */
static MingFen
paid_before (const MingLayerView *layer, int band)
{
  MingFen sum_fen = 0;

  for (int i = 0; i < band; i++)
    sum_fen += layer->trace->slice[i].paid_fen;
  return sum_fen;
}

/* The payment where a cap bites: what the band would give, or what the cap has left for it. */
static char *
capped_formula (const MingLayerView *layer, int band, const char *product, const char *paid)
{
  MingFen earlier_fen = paid_before (layer, band);
  g_autofree char *limit = ming_words_fen (layer->trace->cap_left_fen);
  g_autofree char *earlier = ming_words_fen (earlier_fen);
  g_autofree char *left = earlier_fen == 0 ? g_strdup (limit) : g_strdup_printf ("%s − %s", limit, earlier);
  g_autofree char *smaller = ming_words_min (product, left);

  return g_strdup_printf ("%s = %s", smaller, paid);
}

/*
 * 合计后舍入: the bands are given the growth of the rounded sum, which may be a fen off the band's own
 * product. NULL where that is not how the band came to its payment: the cost itself was the limit.
 */
static char *
running_formula (const MingLayerView *layer, int band, const char *paid)
{
  const MingBands *bands = &layer->rules->bands;
  g_autoptr (GString) text = g_string_new (NULL);
  MingFen earlier_fen = paid_before (layer, band), sum_fen = 0;
  MingSlice slices[MING_BANDS_MAX];
  MingBands first = *bands;

  for (int i = 0; i <= band; i++)
    {
      g_autofree char *product = is_empty (layer->trace->slice[i].cost) ? NULL : slice_product (layer, i);

      if (product)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " + " : "", product);
      slices[i] = layer->trace->slice[i];
    }
  first.n_bands = band + 1;
  if (ming_bands_pay_once (&first, layer->rules->rounding, slices, &sum_fen) != MING_OK
      || sum_fen - earlier_fen != layer->trace->slice[band].paid_fen)
    return NULL;
  if (earlier_fen > 0)
    {
      g_autofree char *earlier = ming_words_fen (earlier_fen);

      g_string_append_printf (text, " − %s", earlier);
    }
  return g_strdup_printf ("%s = %s", text->str, paid);
}

static gboolean
is_capped (const MingLayerView *layer, int band)
{
  return layer->trace->cap_band >= 0 && band >= layer->trace->cap_band;
}

static char *
slice_formula (const MingLayerView *layer, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  MingFen share_fen = ming_words_share (slice->cost, layer->rules->bands.rate[band], layer->rules->rounding);
  g_autofree char *product = slice_product (layer, band);
  g_autofree char *paid = ming_words_fen (slice->paid_fen);
  char *running;

  if (is_capped (layer, band))
    return capped_formula (layer, band, product, paid);
  if (share_fen == slice->paid_fen)
    return g_strdup_printf ("%s = %s", product, paid);
  running = layer->rules->round_where == MING_ROUND_PER_LAYER ? running_formula (layer, band, paid) : NULL;
  return running ? running : g_strdup (paid);
}

static char *
capped_sentence (const MingLayerView *layer, int band, const char *cost)
{
  const MingSlice *slice = &layer->trace->slice[band];
  g_autofree char *paid = ming_words_fen (slice->paid_fen);

  if (slice->paid_fen == 0)
    return g_strdup_printf (_("The limit of %1$s is used up: on this %2$s it pays nothing."), layer->name,
                            cost);
  /* Translators: fund, paid, cost */
  return g_strdup_printf (_("%1$s is close to its limit: on this %3$s it can pay only %2$s."), layer->name,
                          paid, cost);
}

static char *
slice_sentence (const MingLayerView *layer, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  MingFen cost_fen = 0;
  g_autofree char *paid = ming_words_fen (slice->paid_fen);
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[band]);
  g_autofree char *cost = NULL;
  g_autofree char *rest = NULL;

  ming_exact_to_fen (slice->cost, &cost_fen);
  cost = ming_words_fen (cost_fen);
  rest = ming_words_fen (MAX (cost_fen - slice->paid_fen, 0));
  if (layer->rules->bands.rate[band].num == 0)
    return g_strdup_printf (_("On this %1$s %2$s pays nothing."), cost, layer->name);
  if (is_capped (layer, band))
    return capped_sentence (layer, band, cost);
  /* Translators: cost in this band, fund, rate, paid, left */
  return g_strdup_printf (_("Of this %1$s %2$s pays %3$s, that is %4$s; %5$s is left."), cost, layer->name,
                          rate, paid, rest);
}

/* A rate under construction: how it is written, from whose rows, and what it comes to where that is exact. */
typedef struct
{
  GString *text;
  GString *rows;
  int64_t ppm; /* -1: not a whole number of millionths */
} RateTerm;

static int64_t
ppm_of (MingRate rate)
{
  return rate.num * MING_PPM % rate.den == 0 ? rate.num * MING_PPM / rate.den : -1;
}

/* Rows are told apart by a semicolon: "三级 · 在职；未备案". */
static void
name_row (RateTerm *term, MingStep *step, const MingRow *row)
{
  g_autofree char *words = ming_row_describe (row, ming_phrase_language ());

  ming_step_cite_row (step, row);
  if (*words != '\0')
    g_string_append_printf (term->rows, "%s%s", term->rows->len > 0 ? C_("list of rows", "; ") : "", words);
}

/* The rate of the matched row, or "1 − (1 − 85 %) × 60 %": how it follows from somebody else's. */
static void
begin_rate (const MingLayerView *layer, MingStep *step, int band, RateTerm *term)
{
  const MingMatch *own = ming_layer_view_find (layer, "rates");
  const MingMatch *of = ming_layer_view_find (layer, "rates of");
  const MingRow *row = of && of->row ? of->row : own->row;
  const MingRateCell *cell = &row->rate[MING_COLUMN_RATE];
  MingRate rate = cell->rate[cell->n_rates == 1 ? 0 : band];
  g_autofree char *words = ming_words_rate (rate);

  term->ppm = ppm_of (rate);
  if (row != own->row)
    {
      MingRate times = own->row->rate[MING_COLUMN_TIMES].rate[0];
      g_autofree char *factor = ming_words_rate (times);

      g_string_append_printf (term->text, "1 − (1 − %s) × %s", words, factor);
      if (term->ppm >= 0 && (MING_PPM - term->ppm) * times.num % times.den == 0)
        term->ppm = MING_PPM - (MING_PPM - term->ppm) * times.num / times.den;
      else
        term->ppm = -1;
      name_row (term, step, row);
    }
  else
    g_string_append (term->text, words);
}

/* " − 20 %" and the like: the points that changed the rate, in the order in which they were added. */
static void
add_points (const MingLayerView *layer, MingStep *step, RateTerm *term)
{
  for (guint i = 0; i < layer->origin->matches->len; i++)
    {
      const MingMatch *match = g_ptr_array_index (layer->origin->matches, i);
      const MingRateCell *cell = match->row ? &match->row->rate[MING_COLUMN_ADD] : NULL;
      g_autofree char *points = NULL;
      int64_t ppm;

      if (!g_str_equal (match->what, "points") || !cell || cell->state != MING_CELL_VALUE)
        continue;
      points = ming_words_rate (cell->rate[0]);
      ppm = ppm_of (cell->rate[0]);
      g_string_append_printf (term->text, " %s %s", cell->negative ? "−" : "+", points);
      if (term->ppm >= 0)
        term->ppm = ppm < 0 ? -1 : term->ppm + (cell->negative ? -ppm : ppm);
      name_row (term, step, match->row);
    }
}

/* How the rate came about where it is not simply the matched row's: "85 % − 20 % + 10 % = 75 %". */
static void
tell_rate (const MingLayerView *layer, MingStep *step, int band)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  RateTerm term = { text, rows, 0 };
  MingRate rate = layer->rules->bands.rate[band];
  g_autofree char *result = ming_words_rate (rate);

  begin_rate (layer, step, band, &term);
  add_points (layer, step, &term);
  if (rows->len == 0)
    return;
  /* points stop at 0 and at the rule's highest rate */
  g_string_append_printf (text, term.ppm >= 0 && term.ppm != ppm_of (rate) ? " → %s" : " = %s", result);
  ming_step_add_working (step, _("rate"), text->str, rows->str);
}

static void
tell_inputs (const MingLayerView *layer, MingStep *step, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  MingFen cost_fen = 0, from_fen, to_fen;

  slice_bounds (layer, band, &from_fen, &to_fen);
  ming_exact_to_fen (slice->cost, &cost_fen);
  if (layer->rules->kind == MING_LAYER_ON_REST && layer->rules->deductible.kind == MING_DEDUCTIBLE_NONE)
    ming_layer_view_tell_rest (layer, step);
  ming_step_add_input (step, _("cost in this band"), cost_fen,
                       layer->index == 0 ? _("from the form, after the steps above")
                                         : _("what the steps above left"));
  if (layer->rules->bands.n_bands > 1 && from_fen > 0 && from_fen == layer->trace->axis_start_fen)
    ming_step_add_input (step, _("the bands begin at"), layer->trace->axis_start_fen,
                         layer->rules->scope == MING_SCOPE_YEAR ? _("year so far") : _("deductible"));
}

static void
tell_rounding (const MingLayerView *layer, MingStep *step, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  gboolean per_layer = layer->rules->round_where == MING_ROUND_PER_LAYER && layer->rules->bands.n_bands > 1;

  if (!is_capped (layer, band)
      && ming_words_is_rounded (slice->cost, layer->rules->bands.rate[band], layer->rules->rounding))
    ming_step_set (&step->rounding, ming_words_rounding (layer->rules->rounding, per_layer));
}

MingStep *
ming_explain_slice (const MingLayerView *layer, int band)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_SHARE, band);
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[band]);

  ming_step_set (&step->code, ming_explain_band_code (layer->result, layer->index, band));
  ming_step_set (&step->title,
                 layer->rules->bands.n_bands > 1
                     ? g_strdup_printf (_("%1$s, band %2$d at %3$s"), layer->name, band + 1, rate)
                     : g_strdup_printf (_("%1$s at %2$s"), layer->name, rate));
  ming_step_set (&step->formula, slice_formula (layer, band));
  ming_step_set (&step->sentence, slice_sentence (layer, band));
  tell_inputs (layer, step, band);
  ming_step_tell_match (step, ming_layer_view_find (layer, "rates"), layer->attributes, &layer->result->facts,
                        band, rate);
  tell_rate (layer, step, band);
  if (layer->rules->bands.n_bands > 1)
    ming_step_cite (step, layer->origin->spec->bands->citations, layer->origin->spec->bands->evidence);
  tell_rounding (layer, step, band);
  step->amount_fen = layer->trace->slice[band].paid_fen;
  return step;
}
