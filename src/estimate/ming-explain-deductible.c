/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

/* A formula under construction and what it comes to. */
typedef struct
{
  char *text;
  MingFen fen;
  gboolean is_sum;     /* needs parentheses before it is multiplied */
  gboolean is_rounded; /* a product was not whole fen */
} Term;

static void
term_take (Term *term, char *text, MingFen fen, gboolean is_sum)
{
  ming_step_set (&term->text, text);
  term->fen = fen;
  term->is_sum = is_sum;
}

/* The facts with which the row of this deductible was chosen: the n-th of its table. */
static MingFacts
facts_of_row (const MingLayerView *layer)
{
  MingFacts facts = layer->result->facts;

  facts.number[MING_FACT_ADMISSION] = MIN (MAX (layer->trace->nth, 1), layer->rules->deductible.n_amounts);
  return facts;
}

/* "800.00", or "800.00 − 100.00 × 2" where each admission steps down. */
static void
begin_with_row (const MingRow *row, int nth, Term *term)
{
  const MingAmountCell *less = &row->amount[MING_COLUMN_LESS_EACH];
  const MingAmountCell *least = &row->amount[MING_COLUMN_NOT_BELOW];
  MingFen amount_fen = row->amount[MING_COLUMN_AMOUNT].fen;
  MingFen least_fen = MIN (least->state == MING_CELL_VALUE ? least->fen : 0, amount_fen);
  g_autofree char *amount = ming_words_fen (amount_fen);

  if (less->state == MING_CELL_VALUE && less->fen > 0 && nth > 1)
    {
      g_autofree char *each = ming_words_fen (less->fen);
      g_autofree char *floor = ming_words_fen (least_fen);
      g_autofree char *stepped = g_strdup_printf ("%s − %s × %d", amount, each, nth - 1);
      MingFen stepped_fen = amount_fen - less->fen * (nth - 1);

      if (stepped_fen < least_fen)
        term_take (term, ming_words_max (stepped, floor), least_fen, FALSE);
      else
        term_take (term, g_steal_pointer (&stepped), stepped_fen, TRUE);
      return;
    }
  term_take (term, g_steal_pointer (&amount), amount_fen, FALSE);
}

static void
multiply (Term *term, MingRate times)
{
  g_autofree char *factor = ming_words_rate (times);
  MingExact exact = ming_exact_from_fen (term->fen);
  MingFen fen = ming_words_share (exact, times, MING_ROUNDING_DEFAULT);

  term->is_rounded = term->is_rounded || ming_words_is_rounded (exact, times, MING_ROUNDING_DEFAULT);
  term_take (term, g_strdup_printf (term->is_sum ? "(%s) × %s" : "%s × %s", term->text, factor), fen, FALSE);
}

static void
take_off (Term *term, MingFen less_fen)
{
  g_autofree char *less = ming_words_fen (less_fen);
  g_autofree char *rest = g_strdup_printf ("%s − %s", term->text, less);

  if (term->fen < less_fen)
    term_take (term, ming_words_max (rest, "0.00"), 0, FALSE);
  else
    term_take (term, g_steal_pointer (&rest), term->fen - less_fen, TRUE);
}

/* Factors, then reductions, as the tables of the layer match. */
static void
adjust (const MingLayerView *layer, const MingFacts *facts, Term *term)
{
  const MingDeductibleSpec *spec = layer->origin->spec->deductible;

  for (guint i = 0; spec->factors && i < spec->factors->len; i++)
    {
      const MingTable *table = g_ptr_array_index (spec->factors, i);
      const MingRow *row = ming_table_match (table, layer->attributes, facts, NULL);

      if (row && row->rate[MING_COLUMN_TIMES].state == MING_CELL_VALUE)
        multiply (term, row->rate[MING_COLUMN_TIMES].rate[0]);
    }
  for (guint i = 0; spec->reductions && i < spec->reductions->len; i++)
    {
      const MingTable *table = g_ptr_array_index (spec->reductions, i);
      const MingRow *row = ming_table_match (table, layer->attributes, facts, NULL);

      if (row && row->amount[MING_COLUMN_LESS].state == MING_CELL_VALUE)
        take_off (term, row->amount[MING_COLUMN_LESS].fen);
    }
}

/* "50,000.00 × 10 %", between the floor and the ceiling of the rule. */
static void
begin_with_percent (const MingLayerView *layer, Term *term)
{
  const MingDeductible *deductible = &layer->rules->deductible;
  MingFen base_fen = 0, share_fen, standard_fen = layer->trace->dedc_std_fen;
  g_autofree char *rate = ming_words_rate (deductible->percent_of_bill);
  g_autofree char *standard = ming_words_fen (standard_fen);
  g_autofree char *base = NULL;
  g_autofree char *share = NULL;

  ming_exact_to_fen (layer->trace->base, &base_fen);
  share_fen =
      ming_words_share (ming_exact_from_fen (base_fen), deductible->percent_of_bill, MING_ROUNDING_DEFAULT);
  base = ming_words_fen (base_fen);
  share = g_strdup_printf ("%s × %s", base, rate);
  term->is_rounded = share_fen == standard_fen
                     && ming_words_is_rounded (ming_exact_from_fen (base_fen), deductible->percent_of_bill,
                                               MING_ROUNDING_DEFAULT);
  if (share_fen < standard_fen)
    term_take (term, ming_words_max (share, standard), standard_fen, FALSE);
  else if (share_fen > standard_fen)
    term_take (term, ming_words_min (share, standard), standard_fen, FALSE);
  else
    term_take (term, g_steal_pointer (&share), standard_fen, FALSE);
}

/* Every settlement period of a long stay has an amount of its own: "1,300.00 + 650.00". */
static void
begin_with_periods (const MingLayerView *layer, Term *term)
{
  const MingDeductible *deductible = &layer->rules->deductible;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < layer->trace->periods; i++)
    {
      int nth = MIN (layer->trace->nth + i, deductible->n_amounts);
      g_autofree char *amount = ming_words_fen (deductible->amount_fen[MAX (nth, 1) - 1]);

      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", amount);
    }
  term_take (term, g_strdup (text->str), layer->trace->dedc_std_fen, TRUE);
}

/* The rule's amount, before the year is looked at. */
static void
begin_with_rule (const MingLayerView *layer, Term *term)
{
  MingFacts facts = facts_of_row (layer);
  const MingRow *row =
      ming_table_match (layer->origin->spec->deductible->rows, layer->attributes, &facts, NULL);

  if (layer->rules->deductible.percent_of_bill.num > 0)
    begin_with_percent (layer, term);
  else if (layer->trace->periods > 1)
    begin_with_periods (layer, term);
  else if (row)
    {
      begin_with_row (row, (int) facts.number[MING_FACT_ADMISSION], term);
      if (row->rate[MING_COLUMN_TIMES].state == MING_CELL_VALUE) /* a share of a published figure */
        multiply (term, row->rate[MING_COLUMN_TIMES].rate[0]);
      adjust (layer, &facts, term);
    }
  if (!term->text || term->fen != layer->trace->dedc_std_fen)
    term_take (term, ming_words_fen (layer->trace->dedc_std_fen), layer->trace->dedc_std_fen, FALSE);
}

/* What earlier visits of the year leave of it. */
static void
take_off_earlier (const MingLayerView *layer, Term *term)
{
  const MingDeductible *deductible = &layer->rules->deductible;
  MingFen used_fen = layer->result->year_before.counter[layer->rules->counter].deductible_fen;
  MingFen current_fen = layer->trace->crt_dedc_fen;
  gboolean of_year =
      deductible->kind == MING_DEDUCTIBLE_CUMULATIVE || deductible->kind == MING_DEDUCTIBLE_HIGHEST_OF_YEAR;
  g_autofree char *left = NULL;
  g_autofree char *stop = ming_words_fen (deductible->year_stop_fen);
  g_autofree char *used = ming_words_fen (used_fen);

  if (current_fen == term->fen)
    return;
  if (deductible->kind == MING_DEDUCTIBLE_PER_VISIT && deductible->year_stop_fen > 0)
    {
      left = g_strdup_printf ("%s − %s", stop, used);
      if (used_fen > deductible->year_stop_fen)
        ming_step_set (&left, ming_words_max (left, "0.00"));
      term_take (term, ming_words_min (term->text, left), current_fen, FALSE);
    }
  else if (of_year && MAX (term->fen - used_fen, 0) == current_fen)
    take_off (term, used_fen);
  else /* the first admission of the year bore it all, or the hospital left some of it behind */
    take_off (term, term->fen - current_fen);
}

/* From the rule's amount to what this bill uses up of it. */
static void
tell_formula (const MingLayerView *layer, MingStep *step)
{
  const MingLayerTrace *trace = layer->trace;
  g_autofree char *actual = ming_words_fen (trace->act_dedc_fen);
  Term term = { NULL, 0, FALSE, FALSE };

  begin_with_rule (layer, &term);
  take_off_earlier (layer, &term);
  if (trace->act_dedc_fen < trace->crt_dedc_fen) /* the whole cost lies below the deductible */
    term_take (&term, ming_words_min (term.text, actual), trace->act_dedc_fen, FALSE);
  ming_step_set (&step->formula, g_str_equal (term.text, actual)
                                     ? g_strdup (actual)
                                     : g_strdup_printf ("%s = %s", term.text, actual));
  if (term.is_rounded)
    ming_step_set (&step->rounding, ming_words_rounding (MING_ROUNDING_DEFAULT, FALSE));
  g_free (term.text);
}

static char *
deductible_title (const MingLayerView *layer)
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

static char *
deductible_sentence (const MingLayerView *layer)
{
  const MingLayerTrace *trace = layer->trace;
  g_autofree char *actual = ming_words_fen (trace->act_dedc_fen);
  g_autofree char *left = ming_words_fen (trace->crt_dedc_fen - trace->act_dedc_fen);

  if (trace->dedc_std_fen == 0)
    return g_strdup_printf (_("No deductible here: %s pays from the first yuan."), layer->name);
  if (trace->crt_dedc_fen == 0)
    return g_strdup_printf (_("You have already borne this year's deductible. %s pays from the first yuan."),
                            layer->name);
  if (trace->act_dedc_fen == 0)
    return g_strdup_printf (_("Nothing was left for %s to look at."), layer->name);
  if (trace->act_dedc_fen < trace->crt_dedc_fen)
    /* Translators: what is borne now, the fund, what is missing to the deductible */
    return g_strdup_printf (
        _("All of %1$s lies below the deductible and is yours to pay; %3$s more and %2$s begins to pay."),
        actual, layer->name, left);
  return g_strdup_printf (_("%1$s pays only what is above the deductible. The first %2$s you pay yourself."),
                          layer->name, actual);
}

static void
tell_inputs (const MingLayerView *layer, MingStep *step)
{
  MingFen before_fen = layer->result->year_before.counter[layer->rules->counter].deductible_fen;
  MingFen base_fen = 0;

  ming_step_add_input (step, _("rule"), layer->trace->dedc_std_fen, _("policy pack"));
  if (before_fen > 0 && layer->rules->deductible.kind != MING_DEDUCTIBLE_PER_ADMISSION)
    ming_step_add_input (step, _("borne earlier this year"), before_fen, _("year so far"));
  ming_exact_to_fen (layer->trace->base, &base_fen);
  if (layer->rules->kind == MING_LAYER_ON_REST)
    ming_layer_view_tell_rest (layer, step);
  else
    ming_step_add_input (step, _("cost looked at"), base_fen, _("what the steps above left"));
}

MingStep *
ming_explain_deductible (const MingLayerView *layer)
{
  MingStep *step = ming_step_new (layer->index, MING_PART_DEDUCTIBLE, 0);
  const MingDeductibleSpec *spec = layer->origin->spec->deductible;
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (MingNearMiss));
  MingFacts facts = facts_of_row (layer);
  const MingRow *row = ming_table_match (spec->rows, layer->attributes, &facts, near);

  ming_step_set (&step->code, g_strdup (layer->origin->spec->code_deductible));
  ming_step_set (&step->title, deductible_title (layer));
  tell_formula (layer, step);
  ming_step_set (&step->sentence, deductible_sentence (layer));
  tell_inputs (layer, step);
  if (row)
    ming_step_tell_row (step, row, near, layer->attributes, &facts, -1, NULL);
  ming_layer_view_tell_adjustments (layer, step, "factor");
  ming_layer_view_tell_adjustments (layer, step, "reduction");
  if (spec->period_days > 0 || spec->year_stop.state == MING_CELL_VALUE)
    ming_step_cite (step, spec->citations, spec->evidence);
  step->amount_fen = layer->trace->act_dedc_fen;
  return step;
}
