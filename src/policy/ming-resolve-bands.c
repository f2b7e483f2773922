/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-resolve"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-resolve-private.h"

/* A rate held as 64-bit fraction while it is being worked out. */
typedef struct
{
  gint64 num;
  gint64 den;
} Fraction;

static gint64
greatest_common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return MAX (a, 1);
}

/* Back to the core's rate: in parts per million where that is exact, so that bands share a denominator. */
static gboolean
to_rate (Fraction fraction, MingRate *out)
{
  gint64 divisor = greatest_common_divisor (fraction.num, fraction.den);
  gint64 num = fraction.num / divisor;
  gint64 den = fraction.den / divisor;

  if (den > MING_RATE_DEN_MAX || num > MING_RATE_NUM_MAX)
    return FALSE;
  if (MING_PPM % den == 0)
    {
      num *= MING_PPM / den;
      den = MING_PPM;
    }
  *out = (MingRate) { (gint32) num, (gint32) den };
  return ming_rate_is_valid (*out);
}

/* 1 - (1 - rate) × times: the person's share multiplied (退休个人负担为在职的 60 %). */
static Fraction
multiply_self_share (MingRate rate, MingRate times)
{
  gint64 den = (gint64) rate.den * times.den;

  return (Fraction) { den - (gint64) (rate.den - rate.num) * times.num, den };
}

/* The facts of somebody else, as "self_share_of" names them. */
static MingFacts
facts_of (MingResolver *self, GPtrArray *conditions)
{
  MingFacts facts = *self->facts;

  for (guint i = 0; i < conditions->len; i++)
    {
      const MingCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->dimension == MING_DIMENSION_NUMBER)
        facts.number[condition->index] = condition->least != G_MININT64 ? condition->least : condition->most;
      else if (condition->dimension == MING_DIMENSION_TEXT)
        facts.text[condition->index] = condition->values[0];
      else
        {
          const MingAttribute *attribute = g_ptr_array_index (self->pack->attributes, condition->index);

          for (guint k = 0; k < attribute->values->len; k++)
            if (g_str_equal (g_ptr_array_index (attribute->values, k), condition->values[0]))
              facts.text[attribute->from] = ((GStrv) g_ptr_array_index (attribute->codes, k))[0];
        }
    }
  return facts;
}

static void
take_rate (MingResolver *self, const MingRow *row, int band, MingRate *out)
{
  const MingRateCell *cell = &row->rate[MING_COLUMN_RATE];
  int index = cell->n_rates == 1 ? 0 : band;

  if (cell->state != MING_CELL_VALUE || cell->rate_state[index] == MING_CELL_UNKNOWN)
    {
      ming_resolver_add_unknown (self, row->pointer, _("rate"));
      *out = (MingRate) { 0, (gint32) MING_PPM };
    }
  else
    *out = cell->rate[index];
}

static gboolean
set_out_of_range (MingResolver *self, const MingRow *row, GError **error)
{
  g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_BAD_VALUE,
               _("%s#%s: the rate that results is not an exact share between 0 and 100 %%"),
               self->pack->file, row->pointer);
  return FALSE;
}

/* The rates of the row matched for somebody else, the person's share multiplied. */
static gboolean
resolve_self_share (MingResolver *self, const MingBandsSpec *spec, const MingRow *row, MingBands *out,
                    GError **error)
{
  MingFacts facts = facts_of (self, row->self_share_of);
  const MingRow *of = NULL;

  if (row->rate[MING_COLUMN_TIMES].state != MING_CELL_VALUE)
    {
      ming_resolver_add_unknown (self, row->pointer, _("factor of the own share"));
      return TRUE;
    }
  if (!ming_resolver_match_with (self, spec->rates, &facts, "rates of", TRUE, &of, error))
    return FALSE;
  if (!of || of->self_share_of)
    return set_out_of_range (self, row, error);
  for (int band = 0; band < out->n_bands; band++)
    {
      MingRate rate;

      take_rate (self, of, band, &rate);
      if (!to_rate (multiply_self_share (rate, row->rate[MING_COLUMN_TIMES].rate[0]), &out->rate[band])
          || !ming_rate_is_share (out->rate[band]))
        return set_out_of_range (self, row, error);
    }
  return TRUE;
}

/* Points added to or taken off every rate, kept between 0 and @not_above. */
static gboolean
add_points (MingResolver *self, const MingTable *table, MingRate not_above, MingBands *out, GError **error)
{
  const MingRow *row = NULL;
  const MingRateCell *cell;

  if (!ming_resolver_match (self, table, "points", &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  cell = &row->rate[MING_COLUMN_ADD];
  if (cell->state != MING_CELL_VALUE)
    {
      ming_resolver_add_unknown (self, row->pointer, _("points added to the rate"));
      return TRUE;
    }
  for (int band = 0; band < out->n_bands; band++)
    {
      gint64 den = (gint64) out->rate[band].den * cell->rate[0].den;
      gint64 points = (gint64) cell->rate[0].num * out->rate[band].den * (cell->negative ? -1 : 1);
      gint64 num = CLAMP ((gint64) out->rate[band].num * cell->rate[0].den + points, 0, den);

      if (num * not_above.den > not_above.num * den) /* at most 10¹⁸ on either side */
        out->rate[band] = not_above;
      else if (!to_rate ((Fraction) { num, den }, &out->rate[band]))
        return set_out_of_range (self, row, error);
    }
  return TRUE;
}

gboolean
ming_resolver_bands (MingResolver *self, const MingLayerSpec *layer, MingLayer *out, GError **error)
{
  const MingBandsSpec *spec = layer->bands;
  const MingRow *row = NULL;

  out->axis = spec->axis;
  out->scope = spec->scope;
  out->round_where = spec->round_where;
  out->rounding = spec->rounding;
  out->bands.n_bands = spec->n_bands;
  for (int band = 0; band + 1 < spec->n_bands; band++)
    out->bands.edge_fen[band] = spec->edge_fen[band];
  if (spec->n_bands > 1)
    ming_resolver_lower_evidence (self, spec->evidence);

  if (!ming_resolver_match (self, spec->rates, "rates", &row, error))
    return FALSE;
  if (row->self_share_of)
    {
      if (!resolve_self_share (self, spec, row, &out->bands, error))
        return FALSE;
    }
  else
    for (int band = 0; band < spec->n_bands; band++)
      take_rate (self, row, band, &out->bands.rate[band]);

  for (guint i = 0; spec->points && i < spec->points->len; i++)
    if (!add_points (self, g_ptr_array_index (spec->points, i), g_array_index (spec->not_above, MingRate, i),
                     &out->bands, error))
      return FALSE;
  for (int band = 0; band < spec->n_bands; band++)
    to_rate ((Fraction) { out->bands.rate[band].num, out->bands.rate[band].den }, &out->bands.rate[band]);
  return TRUE;
}
