/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-explain"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-explain-layer.h"

static MingLayerView
view_of (const MingVisitResult *result, int index)
{
  MingLayerView layer = { .result = result, .index = index };

  layer.rules = &result->resolved->plan.layer[index];
  layer.trace = &result->settlement.layer[index];
  layer.origin = &result->resolved->origin[index];
  layer.attributes = result->resolved->pack->attributes;
  layer.name = ming_phrase_local (&layer.origin->spec->name);
  return layer;
}

const MingMatch *
ming_layer_view_find (const MingLayerView *layer, const char *what)
{
  for (guint i = 0; i < layer->origin->matches->len; i++)
    {
      const MingMatch *match = g_ptr_array_index (layer->origin->matches, i);

      if (g_str_equal (match->what, what))
        return match;
    }
  return NULL;
}

void
ming_layer_view_tell_adjustments (const MingLayerView *layer, MingStep *step, const char *what)
{
  for (guint i = 0; i < layer->origin->matches->len; i++)
    {
      const MingMatch *match = g_ptr_array_index (layer->origin->matches, i);
      g_autofree char *row = NULL;

      if (!g_str_equal (match->what, what) || !match->row)
        continue;
      ming_step_cite_row (step, match->row);
      row = ming_row_describe (match->row, ming_phrase_language ());
      /* Translators: for whom the adjustment is made */
      g_ptr_array_add (step->inputs, g_strdup_printf (_("adjusted for %s"), row));
    }
}

static void
append_amount (GString *text, const char *sign, MingFen fen)
{
  g_autofree char *words = ming_words_fen (fen);

  if (fen > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? sign : "", words);
}

/* What its own layer left unpaid on @segment. */
static MingFen
rest_of_segment (const MingLayerView *layer, const MingSegment *segment)
{
  if (segment->part != MING_PART_SHARE || segment->layer < 0)
    return segment->amount_fen;
  return segment->amount_fen - layer->result->settlement.layer[segment->layer].slice[segment->band].paid_fen;
}

/* Appends what is left of each row that the layer looks at; returns the sum. */
static MingFen
append_rests (const MingLayerView *layer, GString *text)
{
  const MingBill *bill = &layer->result->settlement.bill;
  MingFen sum_fen = 0;

  for (int i = 0; i < bill->n_segments; i++)
    {
      const MingSegment *segment = &bill->segment[i];
      guint32 seen = layer->rules->from_layers & ~layer->rules->passed_over[segment->part];
      gboolean is_seen = segment->layer < 0 || (seen >> segment->layer & 1u);

      if (!(layer->rules->parts & MING_PART_BIT (segment->part)) || !is_seen)
        continue;
      append_amount (text, " + ", rest_of_segment (layer, segment));
      sum_fen += rest_of_segment (layer, segment);
    }
  return sum_fen;
}

void
ming_layer_view_tell_rest (const MingLayerView *layer, MingStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MingFen sum_fen = append_rests (layer, text), base_fen = 0;
  g_autofree char *base = NULL;
  g_autofree char *working = NULL;

  for (int i = 0; i < layer->index; i++)
    if (layer->result->resolved->plan.layer[i].kind != MING_LAYER_SPLIT)
      {
        append_amount (text, " − ", layer->result->settlement.layer[i].paid_fen);
        sum_fen -= layer->result->settlement.layer[i].paid_fen;
      }
  ming_exact_to_fen (layer->trace->base, &base_fen);
  base = ming_words_fen (base_fen);
  /* rows that a later layer split, or on which another one paid in part, no longer show how it was */
  if (sum_fen != base_fen || g_str_equal (text->str, base))
    working = g_strdup (base);
  else
    working = g_strdup_printf ("%s = %s", text->str, base);
  ming_step_add_working (step, _("not yet paid"), working, _("what the steps above left"));
}

void
ming_explain_layer (const MingVisitResult *result, int index, GPtrArray *steps)
{
  MingLayerView layer = view_of (result, index);
  const MingLayerTrace *trace = layer.trace;

  if (trace->base.whole_fen == 0 && trace->base.num == 0)
    return;
  if (layer.rules->kind == MING_LAYER_KEEP || layer.rules->kind == MING_LAYER_SHARE_OF_SCOPE)
    {
      g_ptr_array_add (steps, ming_explain_of_scope (&layer));
      return;
    }
  if (layer.rules->deductible.kind != MING_DEDUCTIBLE_NONE)
    g_ptr_array_add (steps, ming_explain_deductible (&layer));
  for (int band = 0; band < trace->n_slices; band++)
    if (trace->slice[band].cost.whole_fen > 0 || trace->slice[band].cost.num > 0)
      g_ptr_array_add (steps, ming_explain_slice (&layer, band));
  if (trace->cap_hit >= 0)
    g_ptr_array_add (steps, ming_explain_cap (&layer));
}
