/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/ming-text.h"
#include "ming-cells.h"
#include "ming-lint-private.h"
#include "ming-resolve-private.h"

/* Cases tried for one layer; no table of a real pack tells more apart. */
#define CELLS_MAX 20000

/*
 * Two people or visits that differ in one fact: what the first gets may not be less than what the second
 * gets. Each pair is tried in every case that the layer's rules tell apart, on the figures after points and
 * own shares.
 */
typedef struct
{
  MingTextFact fact;
  const char *better;
  const char *worse;
  MingLintRule rule;
  gint64 allowed_ppm; /* for ceilings of a reduction: the first may get less by so much */
} Pair;

/* 一级 ≥ 二级 ≥ 三级 by the first code of each; 退休 ≥ 在职. */
static const Pair level_pairs[] = {
  { MING_FACT_HOSP_LV, "08", "05", MING_LINT_LEVEL_RATE, 0 },
  { MING_FACT_HOSP_LV, "05", "02", MING_LINT_LEVEL_RATE, 0 },
  { MING_FACT_HOSP_LV, "08", "02", MING_LINT_LEVEL_RATE, 0 },
};

static const Pair status_pairs[] = {
  { MING_FACT_PSN_TYPE, "12", "11", MING_LINT_STATUS_RATE, 0 },
};

static const Pair away_pairs[] = {
  { MING_FACT_AWAY, "home", "long_term", MING_LINT_AWAY_RATE, 0 },
  { MING_FACT_AWAY, "long_term", "referral", MING_LINT_AWAY_RATE, 0 },
  { MING_FACT_AWAY, "referral", "unfiled", MING_LINT_AWAY_RATE, 0 },
  { MING_FACT_AWAY, "home", "unfiled", MING_LINT_AWAY_RATE, 0 },
};

/* 江苏: 苏医保发〔2022〕75号 — at most 5 points less when referred, 20 when not filed, none in an emergency. */
static const Pair jiangsu_pairs[] = {
  { MING_FACT_AWAY, "referral", "home", MING_LINT_AWAY_CEILING, 50000 },
  { MING_FACT_AWAY, "unfiled", "home", MING_LINT_AWAY_CEILING, 200000 },
  { MING_FACT_AWAY, "emergency", "home", MING_LINT_AWAY_CEILING, 0 },
};

/*
 * Resolves parts of one layer again and again.
 * supplements: of Probe*: layers that pay a share of what this one leaves of its bands (统一补充)
 */
typedef struct
{
  MingResolved resolved;
  MingLayerOrigin origin;
  MingResolver resolver;
  GPtrArray *supplements;
} Probe;

/* What a probe found. */
typedef struct
{
  int n_bands;
  gint64 rate_ppm[MING_BANDS_MAX];
  const MingRow *row;
} Found;

static void
probe_free (Probe *probe)
{
  g_ptr_array_unref (probe->resolved.unknowns);
  g_ptr_array_unref (probe->origin.matches);
  g_ptr_array_unref (probe->supplements);
  g_free (probe);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Probe, probe_free)

static Probe *
probe_new (MingPack *pack, const MingLayerSpec *layer)
{
  Probe *probe = g_new0 (Probe, 1);

  probe->supplements = g_ptr_array_new_with_free_func ((GDestroyNotify) probe_free);

  probe->resolved.unknowns = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_unknown_free);
  probe->origin.matches = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_match_free);
  probe->resolver = (MingResolver){ pack, NULL, &probe->resolved, layer, &probe->origin };
  return probe;
}

/* Whether @layer pays a plain share of what the person bears of the bands of @of. */
static gboolean
is_supplement (const MingLayerSpec *layer, const MingLayerSpec *of)
{
  guint index = 0;

  return layer->kind == MING_LAYER_ON_REST && layer->deductible == NULL && layer->bands->n_bands == 1
         && g_ptr_array_find_with_equal_func (layer->from_layers, of->id, g_str_equal, &index)
         && (g_array_index (layer->from_parts, guint32, index) & MING_PART_BIT (MING_PART_SHARE)) != 0;
}

static void
probe_add_supplements (Probe *probe, const MingCareVersion *version)
{
  for (guint i = 0; i < version->layers->len; i++)
    {
      const MingLayerSpec *layer = g_ptr_array_index (version->layers, i);

      if (is_supplement (layer, probe->resolver.spec))
        g_ptr_array_add (probe->supplements, probe_new (probe->resolver.pack, layer));
    }
}

static gboolean
layer_exists (Probe *probe, const MingFacts *facts)
{
  const MingLayerSpec *layer = probe->resolver.spec;

  for (guint i = 0; i < layer->when->len; i++)
    if (!ming_condition_matches (g_ptr_array_index (layer->when, i), probe->resolver.pack->attributes, facts))
      return FALSE;
  return TRUE;
}

/* Clears what earlier probes left; FALSE when the layer is not there for @facts. */
static gboolean
probe_start (Probe *probe, const MingFacts *facts)
{
  probe->resolver.facts = facts;
  g_ptr_array_set_size (probe->resolved.unknowns, 0);
  g_ptr_array_set_size (probe->origin.matches, 0);
  return layer_exists (probe, facts);
}

static const MingRow *
first_row (const Probe *probe)
{
  return probe->origin.matches->len > 0
             ? ((const MingMatch *) g_ptr_array_index (probe->origin.matches, 0))->row
             : NULL;
}

/*
 * The share of the eligible cost that is left after what is first borne away from home, in ppm; -1 if
 * unknown.
 */
static gint64
kept_away_ppm (const Probe *probe, const MingTable *away_first, const MingFacts *facts)
{
  const MingRow *row;
  MingRate rate;

  if (away_first == NULL)
    return MING_PPM;
  row = ming_table_match (away_first, probe->resolver.pack->attributes, facts, NULL);
  if (row == NULL)
    return MING_PPM;
  if (row->rate[MING_COLUMN_RATE].state != MING_CELL_VALUE)
    return -1;
  rate = row->rate[MING_COLUMN_RATE].rate[0];
  return MING_PPM * (rate.den - rate.num) / rate.den;
}

/* Adds what the supplements pay of the person's share; FALSE when that is not known. */
static gboolean
add_supplements (Probe *probe, const MingFacts *facts, Found *found)
{
  for (guint i = 0; i < probe->supplements->len; i++)
    {
      Probe *supplement = g_ptr_array_index (probe->supplements, i);
      MingLayer layer = { 0 };

      if (!probe_start (supplement, facts))
        continue;
      if (!ming_resolver_bands (&supplement->resolver, supplement->resolver.spec, &layer, NULL)
          || supplement->resolved.unknowns->len > 0)
        return FALSE;
      for (int j = 0; j < found->n_bands; j++)
        found->rate_ppm[j]
            += (MING_PPM - found->rate_ppm[j]) * layer.bands.rate[0].num / layer.bands.rate[0].den;
    }
  return TRUE;
}

/* The rates of the layer for @facts; FALSE when one of them is not known or the layer is not there. */
static gboolean
probe_rates (Probe *probe, const MingTable *away_first, const MingFacts *facts, Found *out)
{
  MingLayer layer = { 0 };
  gint64 kept_ppm;

  if (!probe_start (probe, facts)
      || !ming_resolver_bands (&probe->resolver, probe->resolver.spec, &layer, NULL)
      || probe->resolved.unknowns->len > 0)
    return FALSE;
  kept_ppm = kept_away_ppm (probe, away_first, facts);
  if (kept_ppm < 0)
    return FALSE;
  out->n_bands = layer.bands.n_bands;
  out->row = first_row (probe);
  for (int i = 0; i < out->n_bands; i++)
    out->rate_ppm[i] = layer.bands.rate[i].num * MING_PPM / layer.bands.rate[i].den;
  if (!add_supplements (probe, facts, out))
    return FALSE;
  for (int i = 0; i < out->n_bands; i++)
    out->rate_ppm[i] = out->rate_ppm[i] * kept_ppm / MING_PPM;
  return TRUE;
}

static char *
describe_row (const MingRow *row)
{
  return row != NULL ? ming_row_describe (row, ming_phrase_language ()) : g_strdup ("");
}

static char *
describe_ppm (gint64 ppm)
{
  char text[MING_TEXT_RATE_SIZE] = "";

  ming_text_format_rate ((MingRate){ (gint32) ppm, MING_PPM }, text, sizeof text);
  return g_strdup (text);
}

static void
report_rates (MingLinter *self, const Pair *pair, const MingLayerSpec *layer, const Found *better,
              const Found *worse, int band)
{
  g_autofree char *better_row = describe_row (better->row);
  g_autofree char *worse_row = describe_row (worse->row);
  g_autofree char *better_rate = describe_ppm (better->rate_ppm[band]);
  g_autofree char *worse_rate = describe_ppm (worse->rate_ppm[band]);

  ming_linter_add (self, pair->rule, better->row != NULL ? better->row->pointer : layer->pointer,
                   _("%s %s (%s) gets %s, less than the %s of %s (%s), in band %d"),
                   ming_text_fact_name (pair->fact), pair->better, better_row, better_rate, worse_rate,
                   pair->worse, worse_row, band + 1);
}

static void
add_layer_to_cells (MingCells *cells, const MingLayerSpec *layer)
{
  ming_cells_add_conditions (cells, layer->when);
  ming_cells_add_table (cells, layer->bands->rates);
  for (guint i = 0; i < layer->bands->points->len; i++)
    ming_cells_add_table (cells, g_ptr_array_index (layer->bands->points, i));
}

/* Everything that the layers' existence, rates and points, and the version's first share, tell apart. */
static MingCells *
make_cells (const Probe *probe, const MingTable *away_first, MingTextFact dropped)
{
  MingCells *cells = ming_cells_new (probe->resolver.pack->attributes);

  add_layer_to_cells (cells, probe->resolver.spec);
  for (guint i = 0; i < probe->supplements->len; i++)
    add_layer_to_cells (cells, ((const Probe *) g_ptr_array_index (probe->supplements, i))->resolver.spec);
  if (away_first != NULL)
    ming_cells_add_table (cells, away_first);
  ming_cells_drop_text (cells, dropped);
  return cells;
}

static MingFacts
start_facts (const MingCare *care)
{
  MingFacts facts = ming_facts_none ();

  facts.text[MING_FACT_MED_TYPE] = care->med_types[0];
  facts.text[MING_FACT_AWAY] = "home";
  return facts;
}

/* The first band in which the better one gets less than the worse one, or -1. */
static int
find_wrong_band (const Pair *pair, const Found *better, const Found *worse)
{
  for (int i = 0; i < better->n_bands && i < worse->n_bands; i++)
    if (better->rate_ppm[i] + pair->allowed_ppm < worse->rate_ppm[i])
      return i;
  return -1;
}

static void
check_pair (MingLinter *self, const MingCare *care, Probe *probe, const MingTable *away_first,
            const Pair *pair)
{
  g_autoptr (MingCells) cells = make_cells (probe, away_first, pair->fact);
  MingFacts facts = start_facts (care);
  guint n = 0;

  ming_cells_first (cells, &facts);
  do
    {
      MingFacts better_facts = facts, worse_facts = facts;
      Found better = { 0 }, worse = { 0 };
      int band = -1;

      better_facts.text[pair->fact] = pair->better;
      worse_facts.text[pair->fact] = pair->worse;
      if (probe_rates (probe, away_first, &better_facts, &better)
          && probe_rates (probe, away_first, &worse_facts, &worse))
        band = find_wrong_band (pair, &better, &worse);
      if (band >= 0)
        {
          report_rates (self, pair, probe->resolver.spec, &better, &worse, band);
          return; /* one example is enough */
        }
    }
  while (ming_cells_next (cells, &facts) && ++n < CELLS_MAX);
}

static void
report_deductible (MingLinter *self, const Pair *pair, const MingRow *row, const MingLayerSpec *layer,
                   MingFen better_fen, MingFen worse_fen)
{
  char better[MING_TEXT_FEN_SIZE] = "", worse[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (better_fen, MING_TEXT_GROUPED, better, sizeof better);
  ming_text_format_fen (worse_fen, MING_TEXT_GROUPED, worse, sizeof worse);
  ming_linter_add (self, MING_LINT_LEVEL_DEDUCTIBLE, row != NULL ? row->pointer : layer->pointer,
                   _("hospital level %s has the deductible %s, more than the %s of the higher level %s"),
                   pair->better, better, worse, pair->worse);
}

static gboolean
probe_deductible (Probe *probe, const MingFacts *facts, MingDeductible *out)
{
  *out = (MingDeductible){ .percent_of_bill = { 0, 1 } };
  return probe_start (probe, facts)
         && ming_resolver_deductible (&probe->resolver, probe->resolver.spec, out, NULL)
         && probe->resolved.unknowns->len == 0 && out->percent_of_bill.num == 0;
}

/* At a lower level of hospital the deductible may not be higher, for any stay of the year. */
static void
check_deductible_pair (MingLinter *self, const MingCare *care, const MingLayerSpec *layer, const Pair *pair)
{
  g_autoptr (Probe) probe = probe_new (self->pack, layer);
  g_autoptr (MingCells) cells = ming_cells_new (self->pack->attributes);
  MingFacts facts = start_facts (care);
  guint n = 0;

  ming_cells_add_conditions (cells, layer->when);
  ming_cells_add_table (cells, layer->deductible->rows);
  for (guint i = 0; i < layer->deductible->factors->len; i++)
    ming_cells_add_table (cells, g_ptr_array_index (layer->deductible->factors, i));
  for (guint i = 0; i < layer->deductible->reductions->len; i++)
    ming_cells_add_table (cells, g_ptr_array_index (layer->deductible->reductions, i));
  ming_cells_drop_text (cells, pair->fact);
  ming_cells_first (cells, &facts);
  do
    {
      MingFacts better_facts = facts, worse_facts = facts;
      MingDeductible better, worse;

      better_facts.text[pair->fact] = pair->better;
      worse_facts.text[pair->fact] = pair->worse;
      if (!probe_deductible (probe, &better_facts, &better))
        continue;
      for (gint32 i = 0;
           probe_deductible (probe, &worse_facts, &worse) && i < MIN (better.n_amounts, worse.n_amounts); i++)
        if (better.amount_fen[i] > worse.amount_fen[i])
          {
            probe_deductible (probe, &better_facts, &better);
            report_deductible (self, pair, first_row (probe), layer, better.amount_fen[i],
                               worse.amount_fen[i]);
            return;
          }
    }
  while (ming_cells_next (cells, &facts) && ++n < CELLS_MAX);
}

static void
check_pairs (MingLinter *self, const MingCare *care, Probe *probe, const MingTable *away_first,
             const Pair *pairs, gsize n_pairs)
{
  for (gsize i = 0; i < n_pairs; i++)
    check_pair (self, care, probe, away_first, &pairs[i]);
}

static void
check_layer (MingLinter *self, const MingCare *care, const MingCareVersion *version,
             const MingLayerSpec *layer)
{
  g_autoptr (Probe) probe = probe_new (self->pack, layer);

  if (layer->kind == MING_LAYER_KEEP) /* its rate is what the person keeps */
    return;
  probe_add_supplements (probe, version);
  check_pairs (self, care, probe, NULL, level_pairs, G_N_ELEMENTS (level_pairs));
  for (gsize i = 0; layer->deductible != NULL && i < G_N_ELEMENTS (level_pairs); i++)
    check_deductible_pair (self, care, layer, &level_pairs[i]);
  if (strcmp (self->pack->insutype, "310") == 0)
    check_pairs (self, care, probe, NULL, status_pairs, G_N_ELEMENTS (status_pairs));
  if (layer->payer != MING_PAYER_HIFP)
    return;
  check_pairs (self, care, probe, version->away_first, away_pairs, G_N_ELEMENTS (away_pairs));
  if (g_str_has_prefix (self->pack->region, "32"))
    check_pairs (self, care, probe, version->away_first, jiangsu_pairs, G_N_ELEMENTS (jiangsu_pairs));
}

void
ming_linter_check_order (MingLinter *self)
{
  for (guint i = 0; i < self->pack->cares->len; i++)
    {
      const MingCare *care = g_ptr_array_index (self->pack->cares, i);

      for (guint j = 0; j < care->versions->len; j++)
        {
          const MingCareVersion *version = g_ptr_array_index (care->versions, j);

          for (guint k = 0; k < version->layers->len; k++)
            check_layer (self, care, version, g_ptr_array_index (version->layers, k));
        }
    }
}
