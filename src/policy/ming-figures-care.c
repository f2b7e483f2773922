/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-figures-private.h"

static const char *
describe_basis (MingDeductibleKind kind)
{
  switch (kind)
    {
    case MING_DEDUCTIBLE_PER_ADMISSION:
      return _("for each stay");
    case MING_DEDUCTIBLE_ONCE_A_YEAR:
      return _("once a year");
    case MING_DEDUCTIBLE_HIGHEST_OF_YEAR:
      return _("once a year, at the highest level used");
    case MING_DEDUCTIBLE_CUMULATIVE:
      return _("filled by the bills of the year");
    case MING_DEDUCTIBLE_PER_VISIT:
      return _("for each visit");
    case MING_DEDUCTIBLE_NONE:
    default:
      return _("no deductible");
    }
}

static const char *
describe_period (MingPeriod period)
{
  switch (period)
    {
    case MING_PERIOD_MONTH:
      return _("per month");
    case MING_PERIOD_QUARTER:
      return _("per quarter");
    case MING_PERIOD_YEAR:
      return _("per year");
    case MING_PERIOD_VISIT:
    default:
      return _("per visit");
    }
}

static const char *
describe_cap_kind (MingCapKind kind)
{
  switch (kind)
    {
    case MING_CAP_ON_COST:
      return _("on the cost above the deductible");
    case MING_CAP_ON_ELIGIBLE:
      return _("on the eligible cost");
    case MING_CAP_ON_PAYMENT:
    default:
      return _("on what the fund pays");
    }
}

/* A table of @place under its own key and words. */
static void
walk_table (MingWalker *self, const MingWalkPlace *place, const char *key, const char *words,
            const MingTable *table, gboolean are_thresholds)
{
  g_autofree char *full_key = g_strdup_printf ("%s/%s", place->key, key);
  g_autofree char *what = g_strdup_printf ("%s · %s", place->what, words);

  ming_walker_table (self, full_key, what, table, are_thresholds);
}

/* Tables that stand in a list are told apart by their number. */
static void
walk_tables (MingWalker *self, const MingWalkPlace *place, const char *key, const char *words,
             GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s/%u", key, i + 1);

      walk_table (self, place, numbered, words, g_ptr_array_index (tables, i), FALSE);
    }
}

static void
walk_deductible (MingWalker *self, const MingWalkPlace *layer, const MingDeductibleSpec *spec)
{
  MingWalkPlace place = *layer;
  MingNumberCell days = { MING_CELL_VALUE, spec->period_days };

  place.citations = spec->citations;
  place.evidence = spec->evidence;
  ming_walker_word (self, &place, "deductible/basis", _("basis of the deductible"),
                    describe_basis (spec->kind));
  walk_table (self, layer, "deductible", _("deductible"), spec->rows, TRUE);
  walk_tables (self, layer, "factors", _("factor of the deductible"), spec->factors);
  walk_tables (self, layer, "reductions", _("reduction of the deductible"), spec->reductions);
  if (spec->period_days > 0)
    ming_walker_number (self, &place, "deductible/period_days", _("days of a settlement period"), &days);
  ming_walker_amount (self, &place, "deductible/year_stop", _("yearly stop of the deductible"),
                      &spec->year_stop, TRUE);
}

static void
walk_bands (MingWalker *self, const MingWalkPlace *layer, const MingBandsSpec *spec)
{
  MingWalkPlace place = *layer;

  place.citations = spec->citations;
  place.evidence = spec->evidence;
  for (int i = 0; i + 1 < spec->n_bands; i++)
    {
      g_autofree char *column = g_strdup_printf ("bands/edge/%d", i + 1);
      g_autofree char *words = g_strdup_printf (_("end of band %d"), i + 1);
      MingAmountCell edge = { MING_CELL_VALUE, spec->edge_fen[i] };

      ming_walker_amount (self, &place, column, words, &edge, TRUE);
    }
  if (spec->n_bands > 1)
    {
      ming_walker_word (self, &place, "bands/from", _("bands begin"),
                        spec->axis == MING_AXIS_FIRST_YUAN ? _("at the first eligible yuan")
                                                           : _("above the deductible"));
      ming_walker_word (self, &place, "bands/scope", _("bands are filled by"),
                        spec->scope == MING_SCOPE_YEAR ? _("the bills of the year")
                                                       : _("each bill by itself"));
      ming_walker_word (self, &place, "bands/round", _("where it is rounded"),
                        spec->round_where == MING_ROUND_PER_LAYER ? _("once, all bands together")
                                                                  : _("band by band"));
    }
  walk_table (self, layer, "rates", _("rate"), spec->rates, FALSE);
  walk_tables (self, layer, "points", _("points added to the rate"), spec->points);
}

static void
walk_bonus (MingWalker *self, const MingWalkPlace *layer, const MingCapSpec *cap)
{
  const MingBonusSpec *bonus = &cap->bonus;
  MingWalkPlace place = *layer;
  MingNumberCell from_year = { MING_CELL_VALUE, bonus->from_year };
  MingRateCell at_most = { .state = MING_CELL_VALUE, .n_rates = 1 };

  if (!bonus->present)
    return;
  at_most.rate[0] = bonus->at_most;
  place.citations = bonus->citations;
  place.evidence = bonus->evidence;
  ming_walker_amount (self, &place, "bonus/per_insured_year", _("bonus of the cap for a year insured"),
                      &bonus->per_insured_year, FALSE);
  ming_walker_number (self, &place, "bonus/from_year", _("first year with a bonus"), &from_year);
  ming_walker_amount (self, &place, "bonus/per_claim_free_year",
                      _("bonus of the cap for a year without a claim"), &bonus->per_claim_free_year, FALSE);
  ming_walker_rate (self, &place, "bonus/at_most", _("bonus at most"), &at_most);
}

static void
walk_caps (MingWalker *self, const MingWalkPlace *layer, GPtrArray *caps)
{
  for (guint i = 0; i < caps->len; i++)
    {
      const MingCapSpec *cap = g_ptr_array_index (caps, i);
      g_autofree char *key =
          g_strdup_printf ("caps/%s/%s/%d", cap->counter, cap->kind == MING_CAP_ON_PAYMENT ? "paid" : "cost",
                           (int) cap->period);
      g_autofree char *words = g_strdup_printf ("%s %s (%s)", _("cap"), describe_cap_kind (cap->kind),
                                                describe_period (cap->period));

      walk_table (self, layer, key, words, cap->rows, TRUE);
      walk_bonus (self, layer, cap);
    }
}

static void
walk_layer (MingWalker *self, const MingWalkPlace *version, const MingLayerSpec *layer)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", version->key, layer->id);
  g_autofree char *what = g_strdup_printf ("%s · %s", version->what, ming_phrase_local (&layer->name));
  g_autofree char *who = ming_conditions_describe (layer->when, ming_phrase_language ());
  MingWalkPlace place = *version;

  place.key = key;
  place.what = what;
  place.pointer = layer->pointer;
  place.who = who;
  self->whom = who;
  if (*who != '\0')
    ming_walker_word (self, &place, "when", _("only for"), who);
  if (layer->deductible != NULL)
    walk_deductible (self, &place, layer->deductible);
  if (layer->bands != NULL)
    walk_bands (self, &place, layer->bands);
  walk_caps (self, &place, layer->caps);
  self->whom = "";
}

void
ming_walker_care (MingWalker *self, const MingCare *care)
{
  g_autofree char *key = g_strdup_printf ("care/%s", care->key);

  self->list = key;
  for (guint i = 0; i < care->versions->len; i++)
    {
      const MingCareVersion *version = g_ptr_array_index (care->versions, i);
      MingWalkPlace place = { key,
                              ming_phrase_local (&care->name),
                              "",
                              version->citations,
                              version->evidence,
                              NULL,
                              version->span.pointer };

      self->span = &version->span;
      for (guint j = 0; j < version->layers->len; j++)
        walk_layer (self, &place, g_ptr_array_index (version->layers, j));
      if (version->away_first != NULL)
        walk_table (self, &place, "away_first", _("share first borne away from home"), version->away_first,
                    FALSE);
      if (version->catalogue != NULL)
        walk_table (self, &place, "catalogue", _("whose catalogue applies"), version->catalogue, FALSE);
    }
}
