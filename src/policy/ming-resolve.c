/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-resolve"

#include "config.h"

#include "ming-resolve.h"

#include <glib/gi18n-lib.h>

#include "ming-resolve-private.h"

void
ming_match_free (MingMatch *match)
{
  g_clear_pointer (&match->near, g_array_unref);
  g_free (match);
}

void
ming_unknown_free (MingUnknown *unknown)
{
  g_free (unknown->pointer);
  g_free (unknown->what);
  g_free (unknown);
}

void
ming_resolver_lower_evidence (MingResolver *self, MingEvidence evidence)
{
  if (self->origin && evidence < self->origin->evidence)
    self->origin->evidence = evidence;
}

/* Remembers that a figure the plan needs is not known. */
void
ming_resolver_add_unknown (MingResolver *self, const char *pointer, const char *what)
{
  MingUnknown *unknown = g_new0 (MingUnknown, 1);
  const char *layer = self->spec ? ming_phrase_local (&self->spec->name) : NULL;

  unknown->pointer = g_strdup (pointer);
  unknown->what = layer ? g_strdup_printf ("%s · %s", layer, what) : g_strdup (what);
  g_ptr_array_add (self->resolved->unknowns, unknown);
}

/* The tables that must have a row for everybody, in words. */
static const char *
describe_table (const char *what)
{
  if (g_str_equal (what, "deductible"))
    return _("deductible");
  return g_str_equal (what, "cap") ? _("cap") : _("rate");
}

gboolean
ming_resolver_match_with (MingResolver *self, const MingTable *table, const MingFacts *facts,
                          const char *what, gboolean keep, const MingRow **out_row, GError **error)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (MingNearMiss));
  const MingRow *row = ming_table_match (table, self->pack->attributes, facts, near);

  *out_row = row;
  if (!row && !table->optional)
    {
      g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_ROW,
                   _("%s#%s: no row covers this person and visit (%s)"), self->pack->id, table->pointer,
                   describe_table (what));
      return FALSE;
    }
  if (row && keep)
    ming_resolver_lower_evidence (self, row->evidence);
  if (keep)
    {
      MingMatch *match = g_new0 (MingMatch, 1);

      match->what = what;
      match->table = table;
      match->row = row;
      match->near = g_steal_pointer (&near);
      if (self->origin)
        g_ptr_array_add (self->origin->matches, match);
      else
        self->resolved->away = match;
    }
  return TRUE;
}

gboolean
ming_resolver_match (MingResolver *self, const MingTable *table, const char *what, const MingRow **out_row,
                     GError **error)
{
  return ming_resolver_match_with (self, table, self->facts, what, TRUE, out_row, error);
}

MingFen
ming_resolver_amount (MingResolver *self, const MingRow *row, MingAmountColumn column, const char *what)
{
  const MingAmountCell *cell = &row->amount[column];

  if (cell->state == MING_CELL_UNKNOWN)
    ming_resolver_add_unknown (self, row->pointer, what);
  return cell->state == MING_CELL_VALUE ? cell->fen : 0;
}

/* Whether the layer exists for these people and this visit. */
static gboolean
layer_applies (MingResolver *self, const MingLayerSpec *spec)
{
  for (guint i = 0; spec->when && i < spec->when->len; i++)
    if (!ming_condition_matches (g_ptr_array_index (spec->when, i), self->pack->attributes, self->facts))
      return FALSE;
  return TRUE;
}

/* @layer, number @index of the plan, looks at what @from made; and of its parts only at @parts. */
static void
look_at_layer (MingLayer *layer, int from, guint32 parts)
{
  layer->from_layers |= 1u << from;
  for (int part = 0; part < MING_N_PARTS; part++)
    if ((parts & MING_PART_BIT (part)) == 0)
      layer->passed_over[part] |= 1u << from;
}

/* The layers of the plan named in @spec's "counts". */
static void
resolve_counts (MingResolver *self, const MingLayerSpec *spec, int index, MingLayer *layer)
{
  for (guint i = 0; spec->from_layers && i < spec->from_layers->len; i++)
    for (int from = 0; from < index; from++)
      if (g_str_equal (self->resolved->origin[from].spec->id, g_ptr_array_index (spec->from_layers, i)))
        look_at_layer (layer, from, g_array_index (spec->from_parts, guint32, i));
}

static gboolean
resolve_caps (MingResolver *self, const MingLayerSpec *spec, MingLayer *layer, GError **error)
{
  for (guint i = 0; spec->caps && i < spec->caps->len; i++)
    {
      const MingCapSpec *cap = g_ptr_array_index (spec->caps, i);
      const MingRow *row = NULL;
      MingCap *out = &layer->cap[layer->n_caps];

      if (!ming_resolver_match (self, cap->rows, "cap", &row, error))
        return FALSE;
      if (!row || row->amount[MING_COLUMN_AMOUNT].state == MING_CELL_NONE)
        continue;
      out->kind = cap->kind;
      out->period = cap->period;
      out->counter = ming_pack_counter_index (self->pack, cap->counter ? cap->counter : spec->counter);
      out->amount_fen = ming_resolver_amount (self, row, MING_COLUMN_AMOUNT, _("cap"));
      if (cap->bonus.present && !ming_resolver_add_bonus (self, cap, &out->amount_fen, error))
        return FALSE;
      layer->n_caps += 1;
    }
  return TRUE;
}

static gboolean
resolve_layer (MingResolver *self, const MingLayerSpec *spec, GError **error)
{
  MingPlan *plan = &self->resolved->plan;
  int index = plan->n_layers;
  MingLayer *layer = &plan->layer[index];

  self->spec = spec;
  self->origin = &self->resolved->origin[index];
  self->origin->spec = spec;
  self->origin->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_match_free);
  self->origin->evidence = MING_EVIDENCE_OFFICIAL_TEXT;

  layer->kind = spec->kind;
  layer->payer = spec->payer;
  layer->parts = spec->parts;
  resolve_counts (self, spec, index, layer);
  layer->counter = ming_pack_counter_index (self->pack, spec->counter);
  layer->deductible.percent_of_bill = (MingRate) { 0, 1 };
  plan->n_layers += 1;
  return ming_resolver_deductible (self, spec, &layer->deductible, error)
         && ming_resolver_bands (self, spec, layer, error)
         && resolve_caps (self, spec, layer, error);
}

static gboolean
resolve_away (MingResolver *self, const MingCareVersion *version, GError **error)
{
  MingPlan *plan = &self->resolved->plan;
  const MingRow *row = NULL;

  plan->away_first = (MingRate) { 0, 1 };
  plan->away_rounding = version->away_rounding;
  if (!version->away_first)
    return TRUE;
  self->spec = NULL;
  self->origin = NULL;
  if (!ming_resolver_match (self, version->away_first, "away_first", &row, error))
    return FALSE;
  if (row && row->rate[MING_COLUMN_RATE].state == MING_CELL_VALUE)
    plan->away_first = row->rate[MING_COLUMN_RATE].rate[0];
  else if (row)
    ming_resolver_add_unknown (self, row->pointer, _("share first borne away from home"));
  return TRUE;
}

/* Whose catalogue applies; a pack need not say so for every visit. */
static void
resolve_catalogue (MingResolver *self, const MingCareVersion *version)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (MingNearMiss));
  const MingRow *row;

  if (version->catalogue == NULL)
    return;
  row = ming_table_match (version->catalogue, self->pack->attributes, self->facts, near);
  if (row == NULL)
    return;
  self->resolved->catalogue = g_new0 (MingMatch, 1);
  self->resolved->catalogue->what = "catalogue";
  self->resolved->catalogue->table = version->catalogue;
  self->resolved->catalogue->row = row;
  self->resolved->catalogue->near = g_steal_pointer (&near);
}

/* A layer whose people or visits these are not leaves no trace in the plan. */
static gboolean
resolve_layers (MingResolver *self, const MingCareVersion *version, GError **error)
{
  for (guint i = 0; i < version->layers->len; i++)
    {
      const MingLayerSpec *spec = g_ptr_array_index (version->layers, i);

      if (layer_applies (self, spec) && !resolve_layer (self, spec, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_plan (MingResolver *self, GError **error)
{
  if (self->resolved->unknowns->len > 0 || ming_plan_check (&self->resolved->plan) == MING_OK)
    return TRUE;
  g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_BAD_VALUE,
               _("%s#%s: the figures in force do not make a plan that can be computed"), self->pack->file,
               self->resolved->version->span.pointer);
  return FALSE;
}

MingResolved *
ming_resolve_care (MingPack *pack, const MingFacts *facts, GError **error)
{
  g_autoptr (MingResolved) resolved = g_new0 (MingResolved, 1);
  MingResolver resolver = { .pack = pack, .facts = facts, .resolved = resolved };
  const char *med_type = facts->text[MING_FACT_MED_TYPE];

  resolved->pack = ming_pack_ref (pack);
  resolved->unknowns = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_unknown_free);
  resolved->counters = ming_pack_counters (pack);
  resolved->care = med_type ? ming_pack_find_care (pack, med_type) : NULL;
  if (!resolved->care)
    {
      g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_RULE,
                   _("%s has no rules for this kind of care (med_type %s)"), pack->id,
                   med_type ? med_type : "?");
      return NULL;
    }
  resolved->version = ming_pack_in_force (resolved->care->versions, &facts->date,
                                          ming_phrase_local (&resolved->care->name), error);
  if (!resolved->version)
    return NULL;
  resolved->plan.financing = resolved->version->financing;
  resolve_catalogue (&resolver, resolved->version);
  if (!resolve_layers (&resolver, resolved->version, error)
      || !resolve_away (&resolver, resolved->version, error) || !check_plan (&resolver, error))
    return NULL;
  return g_steal_pointer (&resolved);
}

void
ming_resolved_free (MingResolved *resolved)
{
  for (int i = 0; i < MING_LAYERS_MAX; i++)
    g_clear_pointer (&resolved->origin[i].matches, g_ptr_array_unref);
  g_clear_pointer (&resolved->away, ming_match_free);
  g_clear_pointer (&resolved->catalogue, ming_match_free);
  g_clear_pointer (&resolved->counters, g_ptr_array_unref);
  g_clear_pointer (&resolved->unknowns, g_ptr_array_unref);
  g_clear_pointer (&resolved->pack, ming_pack_unref);
  g_free (resolved);
}
