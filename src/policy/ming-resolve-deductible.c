/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-resolve"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-resolve-private.h"

/* Whether any row of @table asks which admission this is. */
static gboolean
table_asks_admission (const MingTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);

      if (row->amount[MING_COLUMN_LESS_EACH].state != MING_CELL_ABSENT)
        return TRUE;
      for (guint k = 0; k < row->conditions->len; k++)
        {
          const MingCondition *condition = g_ptr_array_index (row->conditions, k);

          if (condition->dimension == MING_DIMENSION_NUMBER && condition->index == MING_FACT_ADMISSION)
            return TRUE;
        }
    }
  return FALSE;
}

/*
 * Whether the amounts, or what changes them, depend on the admission,
 * so that there must be a table of them.
 */
static gboolean
depends_on_admission (const MingDeductibleSpec *spec)
{
  gboolean depends = table_asks_admission (spec->rows);

  for (guint i = 0; spec->factors && i < spec->factors->len; i++)
    depends = depends || table_asks_admission (g_ptr_array_index (spec->factors, i));
  for (guint i = 0; spec->reductions && i < spec->reductions->len; i++)
    depends = depends || table_asks_admission (g_ptr_array_index (spec->reductions, i));
  return depends;
}

/* A multiple of a published amount, such as half the income per head (人均可支配收入 × 50%), to the fen. */
static MingFen
multiply_amount (MingResolver *self, const MingRow *row, MingFen amount_fen)
{
  const MingRateCell *times = &row->rate[MING_COLUMN_TIMES];

  if (times->state == MING_CELL_UNKNOWN)
    ming_resolver_add_unknown (self, row->pointer, _("deductible"));
  else if (times->state == MING_CELL_VALUE
           && ming_money_apply_rate (ming_exact_from_fen (amount_fen), times->rate[0], MING_ROUNDING_DEFAULT,
                                     &amount_fen) != MING_OK)
    amount_fen = MING_FEN_MAX + 1; /* the plan is refused */
  return amount_fen;
}

/* The row's amount for the n-th admission: stepping down by "less_each", never below "not_below". */
static MingFen
amount_of_row (MingResolver *self, const MingRow *row, int nth)
{
  MingFen amount_fen = ming_resolver_amount (self, row, MING_COLUMN_AMOUNT, _("deductible"));
  MingFen less_fen = row->amount[MING_COLUMN_LESS_EACH].state == MING_CELL_VALUE
                     ? row->amount[MING_COLUMN_LESS_EACH].fen : 0;
  MingFen floor_fen = row->amount[MING_COLUMN_NOT_BELOW].state == MING_CELL_VALUE
                      ? row->amount[MING_COLUMN_NOT_BELOW].fen : 0;

  if (less_fen > 0)
    amount_fen = MAX (amount_fen - less_fen * (nth - 1), MIN (floor_fen, amount_fen));
  return multiply_amount (self, row, amount_fen);
}

/* Every factor whose table has a matching row multiplies; the result is rounded to the fen. */
static gboolean
apply_factors (MingResolver *self, GPtrArray *tables, const MingFacts *facts, gboolean keep,
               MingFen *amount_fen, GError **error)
{
  for (guint i = 0; tables && i < tables->len; i++)
    {
      const MingRow *row = NULL;

      if (!ming_resolver_match_with (self, g_ptr_array_index (tables, i), facts, "factor", keep, &row, error))
        return FALSE;
      if (!row)
        continue;
      if (row->rate[MING_COLUMN_TIMES].state != MING_CELL_VALUE)
        ming_resolver_add_unknown (self, row->pointer, _("factor of the deductible"));
      else if (ming_money_apply_rate (ming_exact_from_fen (*amount_fen), row->rate[MING_COLUMN_TIMES].rate[0],
                                      MING_ROUNDING_DEFAULT, amount_fen) != MING_OK)
        {
          g_set_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_BAD_VALUE,
                       _("%s#%s: the factor leads out of range"), self->pack->file, row->pointer);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
apply_reductions (MingResolver *self, GPtrArray *tables, const MingFacts *facts, gboolean keep,
                  MingFen *amount_fen, GError **error)
{
  for (guint i = 0; tables && i < tables->len; i++)
    {
      const MingRow *row = NULL;

      if (!ming_resolver_match_with (self, g_ptr_array_index (tables, i), facts, "reduction", keep, &row,
                                     error))
        return FALSE;
      if (row)
        {
          MingFen less_fen = ming_resolver_amount (self, row, MING_COLUMN_LESS,
                                                   _("reduction of the deductible"));

          *amount_fen = MAX (*amount_fen - less_fen, 0);
        }
    }
  return TRUE;
}

static gboolean
adjust (MingResolver *self, const MingDeductibleSpec *spec, const MingFacts *facts, gboolean keep,
        MingFen *amount_fen, GError **error)
{
  return apply_factors (self, spec->factors, facts, keep, amount_fen, error)
         && apply_reductions (self, spec->reductions, facts, keep, amount_fen, error);
}

/* A share of the bill with floor and ceiling: the factors act on the bounds, the share stays. */
static gboolean
resolve_percent (MingResolver *self, const MingDeductibleSpec *spec, const MingRow *row, MingDeductible *out,
                 GError **error)
{
  const MingRateCell *percent = &row->rate[MING_COLUMN_PERCENT];

  if (percent->state == MING_CELL_UNKNOWN)
    ming_resolver_add_unknown (self, row->pointer, _("deductible"));
  else
    out->percent_of_bill = percent->rate[0];
  out->floor_fen = ming_resolver_amount (self, row, MING_COLUMN_FLOOR, _("deductible"));
  out->ceiling_fen = ming_resolver_amount (self, row, MING_COLUMN_CEILING, _("deductible"));
  out->n_amounts = 1;
  return adjust (self, spec, self->facts, FALSE, &out->floor_fen, error)
         && adjust (self, spec, self->facts, TRUE, &out->ceiling_fen, error);
}

/* The amounts of every n-th admission; only the present one is kept for the explanation. */
static gboolean
resolve_amounts (MingResolver *self, const MingDeductibleSpec *spec, MingDeductible *out, GError **error)
{
  gint64 present = MAX (self->facts->number[MING_FACT_ADMISSION], 1);
  int n_amounts = depends_on_admission (spec) ? MING_ADMISSIONS_MAX : 1;

  for (int nth = 1; nth <= n_amounts; nth++)
    {
      MingFacts facts = *self->facts;
      gboolean is_present = nth == MIN (present, n_amounts);
      guint n_unknown = self->resolved->unknowns->len;
      const MingRow *row = NULL;

      facts.number[MING_FACT_ADMISSION] = nth;
      if (!ming_resolver_match_with (self, spec->rows, &facts, "deductible", is_present, &row, error))
        return FALSE;
      if (row)
        out->amount_fen[nth - 1] = amount_of_row (self, row, nth);
      if (!adjust (self, spec, &facts, is_present, &out->amount_fen[nth - 1], error))
        return FALSE;
      /* what another admission would cost need not be known for this one */
      if (!is_present && self->resolved->unknowns->len > n_unknown)
        g_ptr_array_set_size (self->resolved->unknowns, (int) n_unknown);
    }
  out->n_amounts = n_amounts;
  return TRUE;
}

gboolean
ming_resolver_deductible (MingResolver *self, const MingLayerSpec *layer, MingDeductible *out, GError **error)
{
  const MingDeductibleSpec *spec = layer->deductible;
  const MingRow *row;

  if (!spec || spec->kind == MING_DEDUCTIBLE_NONE)
    return TRUE;
  out->kind = spec->kind;
  out->period_days = spec->period_days;
  out->same_level = spec->same_level;
  out->transfer_credit = spec->transfer_credit;
  if (spec->year_stop.state == MING_CELL_UNKNOWN)
    ming_resolver_add_unknown (self, spec->rows->pointer, _("yearly stop of the deductible"));
  out->year_stop_fen = spec->year_stop.state == MING_CELL_VALUE ? spec->year_stop.fen : 0;

  row = ming_table_match (spec->rows, self->pack->attributes, self->facts, NULL);
  if (row && row->rate[MING_COLUMN_PERCENT].state != MING_CELL_ABSENT)
    return ming_resolver_match (self, spec->rows, "deductible", &row, error)
           && resolve_percent (self, spec, row, out, error);
  return resolve_amounts (self, spec, out, error);
}
