/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

const MingMatch *
ming_layer_view_find_cap (const MingLayerView *layer)
{
  int cap = -1;

  /* a cap without a row, or whose row says "none", is not in the plan */
  for (guint i = 0; i < layer->origin->matches->len; i++)
    {
      const MingMatch *match = g_ptr_array_index (layer->origin->matches, i);

      if (g_str_equal (match->what, "cap") && match->row
          && match->row->amount[MING_COLUMN_AMOUNT].state != MING_CELL_NONE && ++cap == layer->trace->cap_hit)
        return match;
    }
  return NULL;
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

static const char *
period_words (MingPeriod period)
{
  switch (period)
    {
    case MING_PERIOD_VISIT:
      return C_("period", "a visit");
    case MING_PERIOD_MONTH:
      return C_("period", "a month");
    case MING_PERIOD_QUARTER:
      return C_("period", "a quarter");
    case MING_PERIOD_YEAR:
    default:
      return C_("period", "a year");
    }
}

/* Takes "− 30,000.00" off @text where the amount is above zero. */
static void
append_less (GString *text, MingExact amount)
{
  g_autofree char *words = ming_words_exact (amount);

  if (amount.whole_fen > 0 || amount.num > 0)
    g_string_append_printf (text, " − %s", words);
}

/*
 * The cost that the last payment uses up, 支付额 ÷ 比例; itself where a coarse rounding made the two differ.
 */
static void
append_consumed (const MingLayerView *layer, GString *text)
{
  const MingLayerTrace *trace = layer->trace;
  MingRate rate = layer->rules->bands.rate[trace->cap_band];
  MingFen paid_fen = trace->slice[trace->cap_band].paid_fen, rounded_fen = 0;
  MingExact exact = { 0, 0, 1 };
  g_autofree char *paid = ming_words_fen (paid_fen);
  g_autofree char *share = ming_words_rate (rate);

  if (paid_fen == 0)
    return;
  if (ming_money_divide_by_rate (paid_fen, rate, &exact) != MING_OK
      || exact.whole_fen != trace->consumed.whole_fen || (trace->base.num > 0 && exact.num > 0))
    {
      /* one fraction at a time: this one was rounded */
      ming_exact_to_fen (trace->consumed, &rounded_fen);
      append_less (text, ming_exact_from_fen (rounded_fen));
    }
  else if (rate.num == rate.den)
    g_string_append_printf (text, " − %s", paid);
  else
    g_string_append_printf (text, strchr (share, '/') ? " − %s ÷ (%s)" : " − %s ÷ %s", paid, share);
}

/* What the layer leaves: what it looked at − deductible − the cost it paid on. */
static char *
over_formula (const MingLayerView *layer)
{
  const MingLayerTrace *trace = layer->trace;
  g_autofree char *base = ming_words_exact (trace->base);
  g_autofree char *over = NULL;
  GString *text = g_string_new (base);
  MingFen over_fen = 0;

  append_less (text, ming_exact_from_fen (trace->act_dedc_fen));
  for (int i = 0; i < trace->n_slices && (trace->cap_band < 0 || i < trace->cap_band); i++)
    append_less (text, trace->slice[i].cost);
  if (trace->cap_band >= 0)
    append_consumed (layer, text);
  ming_exact_to_fen (trace->over, &over_fen);
  over = ming_words_fen (over_fen);
  g_string_append_printf (text, " = %s", over);
  return g_string_free (text, FALSE);
}

static char *
cap_sentence (const MingLayerView *layer, const MingCap *cap)
{
  MingFen over_fen = 0;
  g_autofree char *amount = ming_words_fen (cap->amount_fen);
  g_autofree char *left = ming_words_fen (layer->trace->cap_left_fen);
  g_autofree char *over = NULL;

  ming_exact_to_fen (layer->trace->over, &over_fen);
  over = ming_words_fen (over_fen);
  if (cap->kind == MING_CAP_ON_PAYMENT)
    /* Translators: fund, limit, period, what is left of the limit, what is above it */
    return g_strdup_printf (
        _("%1$s pays at most %2$s %3$s, and now at most %4$s. It does not look at the %5$s above that."),
        layer->name, amount, period_words (cap->period), left, over);
  /* Translators: fund, limit, period, what is left of the limit, what is above it */
  return g_strdup_printf (
      _("%1$s looks at no more than %2$s of cost %3$s, and now at %4$s. It does not look at the %5$s above "
         "that."),
      layer->name, amount, period_words (cap->period), left, over);
}

/* The limit itself; where years insured let it grow, by how much. */
static void
tell_limit (const MingCap *cap, const MingMatch *match, MingStep *step)
{
  MingFen written_fen = match ? match->row->amount[MING_COLUMN_AMOUNT].fen : cap->amount_fen;

  if (written_fen < cap->amount_fen)
    {
      g_autofree char *written = ming_words_fen (written_fen);
      g_autofree char *growth = ming_words_fen (cap->amount_fen - written_fen);
      g_autofree char *amount = ming_words_fen (cap->amount_fen);
      g_autofree char *working = g_strdup_printf ("%s + %s = %s", written, growth, amount);

      ming_step_add_working (step, _("limit"), working, _("policy pack, with the bonus for years insured"));
    }
  else
    ming_step_add_input (step, _("limit"), cap->amount_fen, _("policy pack"));
}

static void
tell_used (const MingLayerView *layer, const MingCap *cap, MingStep *step)
{
  MingFen used_fen = cap->amount_fen - layer->trace->cap_left_fen;
  MingFen deductible_fen = cap->kind == MING_CAP_ON_ELIGIBLE ? MIN (layer->trace->act_dedc_fen, used_fen) : 0;

  ming_step_add_input (step, _("used before"), used_fen - deductible_fen, _("year so far"));
  if (deductible_fen > 0)
    ming_step_add_input (step, _("used by the deductible of this bill"), deductible_fen, _("step above"));
  ming_step_add_input (step, _("left of the limit"), layer->trace->cap_left_fen,
                       _("limit less what was used"));
}

MingStep *
ming_explain_cap (const MingLayerView *layer)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_OVER_CAP, 0);
  const MingCap *cap = &layer->rules->cap[layer->trace->cap_hit];
  const MingMatch *match = ming_layer_view_find_cap (layer);

  ming_step_set (&step->code, g_strdup (layer->origin->spec->code_over_cap));
  ming_step_set (&step->title, g_strdup_printf (_("%1$s: %2$s"), layer->name, cap_words (cap->kind)));
  ming_step_set (&step->formula, over_formula (layer));
  ming_step_set (&step->sentence, cap_sentence (layer, cap));
  tell_limit (cap, match, step);
  tell_used (layer, cap, step);
  ming_step_tell_match (step, match, layer->attributes, &layer->result->facts, -1, NULL);
  ming_exact_to_fen (layer->trace->over, &step->amount_fen);
  if (layer->trace->over.num > 0)
    ming_step_set (&step->rounding, ming_words_rounding (MING_ROUNDING_DEFAULT, FALSE));
  return step;
}
