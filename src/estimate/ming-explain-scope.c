/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

/* "22,000.00 − 50,000.00 × 10 %": what is unpaid beyond the kept share; the share stands alone where it was
 * rounded. */
static char *
keep_side (const MingLayerView *layer, const char *product, const char *rest)
{
  const MingLayerTrace *trace = layer->trace;
  gboolean is_rounded = ming_words_is_rounded (ming_exact_from_fen (trace->scope_fen),
                                               layer->rules->bands.rate[0], layer->rules->rounding);
  g_autofree char *keep = ming_words_fen (trace->keep_fen);
  g_autofree char *side = g_strdup_printf ("%s − %s", rest, is_rounded ? keep : product);

  if (trace->base.whole_fen < trace->keep_fen)
    return ming_words_max (side, "0.00");
  return g_steal_pointer (&side);
}

static char *
share_side (const MingLayerView *layer, const char *product, const char *rest)
{
  MingFen share_fen = ming_words_share (ming_exact_from_fen (layer->trace->scope_fen),
                                        layer->rules->bands.rate[0], layer->rules->rounding);

  return share_fen > layer->trace->base.whole_fen ? ming_words_min (product, rest) : g_strdup (product);
}

static char *
of_scope_formula (const MingLayerView *layer)
{
  const MingLayerTrace *trace = layer->trace;
  g_autofree char *scope = ming_words_fen (trace->scope_fen);
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[0]);
  g_autofree char *product = g_strdup_printf ("%s × %s", scope, rate);
  g_autofree char *rest = ming_words_exact (trace->base);
  g_autofree char *paid = ming_words_fen (trace->paid_fen);
  g_autofree char *left = ming_words_fen (trace->cap_left_fen);
  g_autofree char *side = layer->rules->kind == MING_LAYER_KEEP ? keep_side (layer, product, rest)
                                                                : share_side (layer, product, rest);

  if (trace->cap_hit >= 0)
    ming_step_set (&side, ming_words_min (side, left));
  return g_strdup_printf ("%s = %s", side, paid);
}

static char *
of_scope_sentence (const MingLayerView *layer)
{
  g_autofree char *paid = ming_words_fen (layer->trace->paid_fen);
  g_autofree char *rest = ming_words_exact (layer->trace->base);
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[0]);

  if (layer->rules->kind == MING_LAYER_KEEP)
    /* Translators: fund, share of the eligible cost, what it pays */
    return g_strdup_printf (
        _("%1$s sees to it that you keep no more than %2$s of the eligible cost: it pays %3$s."),
        layer->name, rate, paid);
  /* Translators: fund, share of the eligible cost, what is not yet paid, what it pays */
  return g_strdup_printf (
      _("%1$s gives %2$s of the eligible cost, but not more than the %3$s still open: it pays %4$s."),
      layer->name, rate, rest, paid);
}

/* What the kept or given share is, where the formula line holds only the rounded amount. */
static void
tell_share (const MingLayerView *layer, MingStep *step)
{
  const MingLayerTrace *trace = layer->trace;
  MingExact scope = ming_exact_from_fen (trace->scope_fen);
  g_autofree char *eligible = ming_words_fen (trace->scope_fen);
  g_autofree char *rate = ming_words_rate (layer->rules->bands.rate[0]);
  g_autofree char *keep = ming_words_fen (trace->keep_fen);
  g_autofree char *working = g_strdup_printf ("%s × %s = %s", eligible, rate, keep);

  if (!ming_words_is_rounded (scope, layer->rules->bands.rate[0], layer->rules->rounding))
    return;
  if (layer->rules->kind == MING_LAYER_KEEP)
    ming_step_add_working (step, _("your share"), working, _("rounded"));
  ming_step_set (&step->rounding, ming_words_rounding (layer->rules->rounding, FALSE));
}

MingStep *
ming_explain_of_scope (const MingLayerView *layer)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_SHARE, 0);
  const MingLayerTrace *trace = layer->trace;

  ming_step_set (&step->code, ming_explain_band_code (layer->result, layer->index, 0));
  ming_step_set (&step->title, g_strdup (layer->name));
  ming_step_set (&step->formula, of_scope_formula (layer));
  ming_step_set (&step->sentence, of_scope_sentence (layer));
  ming_step_add_input (step, _("eligible cost"), trace->scope_fen,
                       _("from the form, after the steps above"));
  ming_layer_view_tell_rest (layer, step);
  tell_share (layer, step);
  ming_step_tell_match (step, ming_layer_view_find (layer, "rates"), layer->attributes, &layer->result->facts,
                        0, NULL);
  if (trace->cap_hit >= 0)
    {
      const MingMatch *cap = ming_layer_view_find_cap (layer);

      ming_step_add_input (step, _("left of the limit"), trace->cap_left_fen,
                           _("policy pack, less what was used"));
      ming_step_cite_row (step, cap ? cap->row : NULL);
    }
  step->amount_fen = trace->paid_fen;
  return step;
}
