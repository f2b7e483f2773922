/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

/* One layer being explained. */
typedef struct
{
  const MingVisitResult *result;
  int index;
  const MingLayer *rules;
  const MingLayerTrace *trace;
  const MingLayerOrigin *origin;
  const char *name;
} Layer;

static Layer
layer_of (const MingVisitResult *result, int index)
{
  Layer layer = { result, index, &result->resolved->plan.layer[index], &result->settlement.layer[index],
                  &result->resolved->origin[index], NULL };

  layer.name = ming_phrase_local (&layer.origin->spec->name);
  return layer;
}

static GPtrArray *
attributes_of (const Layer *layer)
{
  return layer->result->resolved->pack->attributes;
}

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

/* Every adjustment that changed a figure of the layer leaves its papers and its row in the step. */
static void
tell_adjustments (const Layer *layer, MingStep *step, const char *what)
{
  for (guint i = 0; i < layer->origin->matches->len; i++)
    {
      const MingMatch *match = g_ptr_array_index (layer->origin->matches, i);
      g_autofree char *row = NULL;

      if (!g_str_equal (match->what, what) || !match->row)
        continue;
      ming_step_cite_row (step, match->row);
      row = ming_row_describe (match->row, ming_phrase_language ());
      /* Translators: kind of adjustment, its row */
      g_ptr_array_add (step->inputs, g_strdup_printf (_("adjusted for %s"), row));
    }
}

/* 1 − (1 − 85 %) × 60 % = 91 %: how the rate follows from somebody else's. */
static void
tell_self_share (const Layer *layer, MingStep *step, int band)
{
  const MingMatch *own = ming_layer_origin_find (layer->origin, "rates");
  const MingMatch *of = ming_layer_origin_find (layer->origin, "rates of");
  const MingRateCell *cell;
  g_autofree char *rate = NULL;
  g_autofree char *times = NULL;
  g_autofree char *result = NULL;
  g_autofree char *row = NULL;

  if (!own || !of || !of->row || of->row->rate[MING_COLUMN_RATE].state != MING_CELL_VALUE)
    return;
  cell = &of->row->rate[MING_COLUMN_RATE];
  rate = ming_words_rate (cell->rate[cell->n_rates == 1 ? 0 : band]);
  times = ming_words_rate (own->row->rate[MING_COLUMN_TIMES].rate[0]);
  result = ming_words_rate (layer->rules->bands.rate[band]);
  row = ming_row_describe (of->row, ming_phrase_language ());
  ming_step_cite_row (step, of->row);
  /* Translators: rate of the other row, factor, result, the other row */
  g_ptr_array_add (step->inputs, g_strdup_printf (_("rate 1 − (1 − %1$s) × %2$s = %3$s (own share of %4$s)"), rate, times, result, row));
}

static char *
deductible_title (const Layer *layer)
{
  if (layer->trace->nth > 0)
    return g_strdup_printf (_("Deductible (admission %d of the year)"), layer->trace->nth);
  switch (layer->rules->deductible.kind)
    {
    case MING_DEDUCTIBLE_CUMULATIVE:
    case MING_DEDUCTIBLE_HIGHEST_OF_YEAR:
      return g_strdup (_("Deductible of the year"));
    case MING_DEDUCTIBLE_ONCE_A_YEAR:
      return g_strdup (_("Deductible, once a year"));
    case MING_DEDUCTIBLE_NONE:
    case MING_DEDUCTIBLE_PER_ADMISSION:
    case MING_DEDUCTIBLE_PER_VISIT:
    default:
      return g_strdup (_("Deductible of the visit"));
    }
}

/* "1,300.00", "1,300.00 + 650.00", "50,000.00 × 10 %": the rule's amount before the year is looked at. */
static char *
standard_formula (const Layer *layer)
{
  const MingDeductible *deductible = &layer->rules->deductible;
  g_autoptr (GString) text = g_string_new (NULL);

  if (deductible->percent_of_bill.num > 0)
    {
      g_autofree char *base = ming_words_exact (layer->trace->base);
      g_autofree char *rate = ming_words_rate (deductible->percent_of_bill);
      g_autofree char *std = ming_words_fen (layer->trace->dedc_std_fen);

      return g_strdup_printf ("%s × %s → %s", base, rate, std);
    }
  if (layer->trace->periods <= 1)
    return ming_words_fen (layer->trace->dedc_std_fen);
  for (int i = 0; i < layer->trace->periods; i++)
    {
      int nth = layer->trace->nth + i;
      int row = MIN (nth, deductible->n_amounts) - 1;
      g_autofree char *amount = ming_words_fen (deductible->amount_fen[row]);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", amount);
    }
  return g_strdup (text->str);
}

/* The three deductibles in one line: the rule's, what the year leaves of it, what this bill uses up. */
static char *
deductible_formula (const Layer *layer)
{
  const MingLayerTrace *trace = layer->trace;
  g_autofree char *standard = standard_formula (layer);
  g_autofree char *current = ming_words_fen (trace->crt_dedc_fen);
  g_autofree char *actual = ming_words_fen (trace->act_dedc_fen);
  g_autoptr (GString) text = g_string_new (standard);

  if (trace->crt_dedc_fen != trace->dedc_std_fen)
    {
      g_autofree char *used = ming_words_fen (trace->dedc_std_fen - trace->crt_dedc_fen);

      g_string_append_printf (text, " − %s = %s", used, current);
    }
  else if (trace->periods > 1)
    g_string_append_printf (text, " = %s", current);
  if (trace->act_dedc_fen != trace->crt_dedc_fen)
    {
      g_autofree char *base = ming_words_exact (trace->base);

      g_string_append_printf (text, _("; min (%1$s, %2$s) = %3$s"), current, base, actual);
    }
  return g_strdup (text->str);
}

static MingStep *
explain_deductible (const Layer *layer)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_DEDUCTIBLE, 0);
  const MingLayerTrace *trace = layer->trace;
  const MingCounter *before = &layer->result->year_before.counter[layer->rules->counter];
  g_autofree char *actual = ming_words_fen (trace->act_dedc_fen);

  set_text (&step->code, g_strdup (layer->origin->spec->code_deductible));
  set_text (&step->title, deductible_title (layer));
  set_text (&step->formula, deductible_formula (layer));
  set_text (&step->sentence, g_strdup_printf (_("%1$s begins above the deductible. On this bill you bear %2$s of it yourself."),
                                              layer->name, actual));
  ming_step_add_input (step, _("rule"), trace->dedc_std_fen, _("policy pack"));
  if (before->deductible_fen > 0)
    ming_step_add_input (step, _("borne earlier this year"), before->deductible_fen, _("year so far"));
  ming_step_tell_match (step, ming_layer_origin_find (layer->origin, "deductible"), attributes_of (layer),
                        &layer->result->facts);
  tell_adjustments (layer, step, "factor");
  tell_adjustments (layer, step, "reduction");
  step->amount_fen = trace->act_dedc_fen;
  return step;
}

/* Where slice @band lies on the axis: from and to of what fell into it. */
static void
slice_bounds (const Layer *layer, int band, MingFen *from_fen, MingFen *to_fen)
{
  MingFen position_fen = layer->trace->axis_start_fen;

  for (int i = 0; i < band; i++)
    position_fen += layer->trace->slice[i].cost.whole_fen;
  *from_fen = position_fen;
  *to_fen = position_fen + layer->trace->slice[band].cost.whole_fen;
}

/* "(30,000.00 − 1,300.00) × 91%" where the band's own edges show, "10,000.00 × 94%" otherwise. */
static char *
slice_product (const Layer *layer, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[band]);
  g_autofree char *cost = ming_words_exact (slice->cost);
  MingFen from_fen, to_fen;

  slice_bounds (layer, band, &from_fen, &to_fen);
  if (layer->trace->cap_band == band && layer->trace->paid_fen > 0)
    {
      g_autofree char *paid = ming_words_fen (slice->paid_fen);
      g_autofree char *consumed = ming_words_exact (layer->trace->consumed);

      return g_strdup_printf ("%s ÷ %s ≈ %s", paid, rate, consumed);
    }
  if (layer->rules->bands.n_bands > 1 && from_fen > 0 && slice->cost.num == 0)
    {
      g_autofree char *from = ming_words_fen (from_fen);
      g_autofree char *to = ming_words_fen (to_fen);

      return g_strdup_printf ("(%s − %s) × %s", to, from, rate);
    }
  return g_strdup_printf ("%s × %s", cost, rate);
}

/* Whether the product needed rounding at all. */
static gboolean
was_rounded (const Layer *layer, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  MingRate rate = layer->rules->bands.rate[band];

  return slice->cost.num != 0 || slice->cost.whole_fen * rate.num % rate.den != 0;
}

static char *
slice_sentence (const Layer *layer, int band)
{
  const MingSlice *slice = &layer->trace->slice[band];
  MingFen cost_fen = 0;
  g_autofree char *cost = ming_words_exact (slice->cost);
  g_autofree char *paid = ming_words_fen (slice->paid_fen);
  g_autofree char *rest = NULL;

  ming_exact_to_fen (slice->cost, &cost_fen);
  rest = ming_words_fen (MAX (cost_fen - slice->paid_fen, 0));
  if (layer->trace->cap_band >= 0 && band >= layer->trace->cap_band)
    return g_strdup_printf (_("%1$s has reached its limit: of %2$s it still pays %3$s."), layer->name, cost, paid);
  /* Translators: fund, cost in this band, paid, left */
  return g_strdup_printf (_("Of %2$s in this band %1$s pays %3$s; %4$s is left."), layer->name, cost, paid, rest);
}

static void
tell_slice_rounding (const Layer *layer, int band, MingStep *step)
{
  if (was_rounded (layer, band))
    set_text (&step->rounding, ming_words_rounding (layer->rules->rounding,
                                                    layer->rules->round_where == MING_ROUND_PER_LAYER));
}

static MingStep *
explain_slice (const Layer *layer, int band)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_SHARE, band);
  const MingSlice *slice = &layer->trace->slice[band];
  g_autofree char *product = slice_product (layer, band);
  g_autofree char *paid = ming_words_fen (slice->paid_fen);
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[band]);
  MingFen cost_fen = 0;

  ming_exact_to_fen (slice->cost, &cost_fen);
  set_text (&step->code, ming_explain_band_code (layer->result, layer->index, band));
  set_text (&step->title, layer->rules->bands.n_bands > 1
                          ? g_strdup_printf (_("%1$s, band %2$d at %3$s"), layer->name, band + 1, rate)
                          : g_strdup_printf (_("%1$s at %2$s"), layer->name, rate));
  set_text (&step->formula, layer->trace->cap_band == band ? g_strdup (product)
                                                           : g_strdup_printf ("%s = %s", product, paid));
  set_text (&step->sentence, slice_sentence (layer, band));
  ming_step_add_input (step, _("cost in this band"), cost_fen,
                       layer->index == 0 ? _("from the form, after the steps above") : _("what the steps above left"));
  if (layer->trace->axis_start_fen > 0)
    ming_step_add_input (step, _("the bands begin at"), layer->trace->axis_start_fen,
                         layer->rules->scope == MING_SCOPE_YEAR ? _("year so far") : _("deductible"));
  ming_step_tell_match (step, ming_layer_origin_find (layer->origin, "rates"), attributes_of (layer),
                        &layer->result->facts);
  tell_self_share (layer, step, band);
  tell_adjustments (layer, step, "points");
  if (layer->rules->bands.n_bands > 1)
    ming_step_cite (step, layer->origin->spec->bands->citations, layer->origin->spec->bands->evidence);
  tell_slice_rounding (layer, band, step);
  step->amount_fen = slice->paid_fen;
  return step;
}

static const char *
cap_words (MingCapKind kind)
{
  switch (kind)
    {
    case MING_CAP_ON_COST:
      return _("limit on cost");
    case MING_CAP_ON_ELIGIBLE:
      return _("limit on eligible cost");
    case MING_CAP_ON_PAYMENT:
    default:
      return _("limit on payments");
    }
}

static char *
cap_formula (const Layer *layer, const MingCap *cap)
{
  g_autofree char *amount = ming_words_fen (cap->amount_fen);
  g_autofree char *used = ming_words_fen (cap->amount_fen - layer->trace->cap_left_fen);
  g_autofree char *left = ming_words_fen (layer->trace->cap_left_fen);
  g_autofree char *over = ming_words_exact (layer->trace->over);

  return g_strdup_printf (_("%1$s − %2$s = %3$s; over the limit: %4$s"), amount, used, left, over);
}

static MingStep *
explain_cap (const Layer *layer)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_OVER_CAP, 0);
  const MingCap *cap = &layer->rules->cap[layer->trace->cap_hit];
  g_autofree char *left = ming_words_fen (layer->trace->cap_left_fen);

  set_text (&step->code, g_strdup (layer->origin->spec->code_over_cap));
  set_text (&step->title, g_strdup_printf (_("%1$s: %2$s"), layer->name, cap_words (cap->kind)));
  set_text (&step->formula, cap_formula (layer, cap));
  set_text (&step->sentence, g_strdup_printf (_("%1$s could still give %2$s; what is above that it does not pay."),
                                              layer->name, left));
  ming_step_add_input (step, _("limit"), cap->amount_fen, _("policy pack"));
  ming_step_add_input (step, _("used before"), cap->amount_fen - layer->trace->cap_left_fen, _("year so far"));
  ming_step_tell_match (step, ming_layer_origin_find (layer->origin, "cap"), attributes_of (layer),
                        &layer->result->facts);
  ming_exact_to_fen (layer->trace->over, &step->amount_fen);
  return step;
}

/* The two kinds that look at the eligible cost: a share of it, or down to a share of it. */
static MingStep *
explain_of_scope (const Layer *layer)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_SHARE, 0);
  const MingLayerTrace *trace = layer->trace;
  g_autofree char *scope = ming_words_fen (trace->scope_fen);
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[0]);
  g_autofree char *rest = ming_words_exact (trace->base);
  g_autofree char *paid = ming_words_fen (trace->paid_fen);

  set_text (&step->code, ming_explain_band_code (layer->result, layer->index, 0));
  set_text (&step->title, g_strdup (layer->name));
  if (layer->rules->kind == MING_LAYER_KEEP)
    set_text (&step->formula, g_strdup_printf (_("%1$s − %2$s × %3$s = %4$s"), rest, scope, rate, paid));
  else
    set_text (&step->formula, g_strdup_printf (_("min (%1$s × %2$s, %3$s) = %4$s"), scope, rate, rest, paid));
  set_text (&step->sentence, g_strdup_printf (_("%1$s pays %2$s of what was left."), layer->name, paid));
  ming_step_add_input (step, _("eligible cost"), trace->scope_fen, _("from the form, after the steps above"));
  ming_step_tell_match (step, ming_layer_origin_find (layer->origin, "rates"), attributes_of (layer),
                        &layer->result->facts);
  tell_slice_rounding (layer, 0, step);
  step->amount_fen = trace->paid_fen;
  return step;
}

void
ming_explain_layer (const MingVisitResult *result, int index, GPtrArray *steps)
{
  Layer layer = layer_of (result, index);

  if (layer.rules->kind == MING_LAYER_KEEP || layer.rules->kind == MING_LAYER_SHARE_OF_SCOPE)
    {
      if (layer.trace->base.whole_fen > 0)
        g_ptr_array_add (steps, explain_of_scope (&layer));
      return;
    }
  if (layer.trace->base.whole_fen == 0 && layer.trace->base.num == 0)
    return;
  if (layer.rules->deductible.kind != MING_DEDUCTIBLE_NONE)
    g_ptr_array_add (steps, explain_deductible (&layer));
  for (int band = 0; band < layer.trace->n_slices; band++)
    if (layer.trace->slice[band].cost.whole_fen > 0 || layer.trace->slice[band].cost.num > 0)
      g_ptr_array_add (steps, explain_slice (&layer, band));
  if (layer.trace->cap_hit >= 0)
    g_ptr_array_add (steps, explain_cap (&layer));
}
