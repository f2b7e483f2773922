/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-estimate-private.h"
#include "ming-explain-private.h"
#include "ming-ledger-private.h"

/* A twelfth of @rate, in lowest terms: the core takes small denominators only. */
static MingRate
monthly_rate (MingRate rate)
{
  gint64 num = rate.num, den = (gint64) rate.den * 12;
  gint64 a = num, b = den;

  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  if (num == 0 || den / a > MING_RATE_DEN_MAX)
    return (MingRate){ 0, 1 };
  return (MingRate){ (int32_t) (num / a), (int32_t) (den / a) };
}

/* The row in force on the first day of @month; NULL where there is no interest, or nobody knows of it. */
static const MingRow *
find_row (const MingLedger *self, MingPack *pack, int month)
{
  MingFacts facts;
  MingDate day;
  const MingDatedTable *version;
  const MingRow *row;

  if (ming_date_from_month_index (month, &day) != MING_OK)
    return NULL;
  facts = ming_estimate_person_facts (self->estimate->input, &day);
  version = ming_pack_in_force (pack->account_interest, &day, "", NULL);
  row = version != NULL ? ming_table_match (version->table, pack->attributes, &facts, NULL) : NULL;
  return row != NULL && row->rate[MING_COLUMN_RATE].state == MING_CELL_VALUE ? row : NULL;
}

/* The month-end balances of the year that ends with months[@last], those the ledger holds. */
static guint
first_of_year (guint last)
{
  return last >= 11 ? last - 11 : 0;
}

static const MingLedgerMonth *
month_at (const MingLedger *self, guint index)
{
  return g_ptr_array_index (self->months, index);
}

/* "950.00 + 1,042.00 = 1,992.00" */
static char *
write_balances (const MingLedger *self, guint last, const char *sum)
{
  GString *text = g_string_new (NULL);
  guint first = first_of_year (last);

  for (guint i = first; i <= last; i++)
    {
      g_autofree char *balance = ming_words_fen (month_at (self, i)->balance_fen);

      g_string_append_printf (text, "%s%s", i > first ? " + " : "", balance);
    }
  if (last > first)
    g_string_append_printf (text, " = %s", sum);
  return g_string_free (text, FALSE);
}

static MingStep *
explain (const MingLedger *self, const MingRow *row, guint last, MingFen sum_fen)
{
  const MingLedgerMonth *end = month_at (self, last);
  MingRate rate = row->rate[MING_COLUMN_RATE].rate[0];
  MingStep *step = ming_step_new (-2, MING_PART_IN_SCOPE, 0);
  g_autofree char *sum = ming_words_fen (sum_fen);
  g_autofree char *percent = ming_words_rate (rate);
  g_autofree char *interest = ming_words_fen (end->interest_fen);
  g_autofree char *month = g_strdup_printf ("%04d-%02d", end->month / 12, end->month % 12 + 1);
  g_autofree char *balances = write_balances (self, last, sum);

  step->amount_fen = end->interest_fen;
  ming_step_set (&step->title, g_strdup (_("Interest on the personal account")));
  ming_step_set (&step->formula, g_strdup_printf ("%s × %s ÷ 12 = %s", sum, percent, interest));
  /* Translators: month, rate a year, amount */
  ming_step_set (&step->sentence,
                 g_strdup_printf (_("At the end of %1$s the account is credited %3$s of interest, %2$s a "
                                    "year on what was in it at the end of each month."),
                                  month, percent, interest));
  ming_step_add_working (step, _("month-end balances"), balances, _("the months above"));
  ming_step_tell_row (step, row, NULL, self->estimate->pack->attributes, NULL, -1, NULL);
  if (ming_words_is_rounded (ming_exact_from_fen (sum_fen), monthly_rate (rate), MING_ROUNDING_DEFAULT))
    ming_step_set (&step->rounding, ming_words_rounding (MING_ROUNDING_DEFAULT, FALSE));
  return step;
}

gboolean
ming_ledger_bear_interest (MingLedger *self, MingPack *pack, guint last)
{
  MingLedgerMonth *end = g_ptr_array_index (self->months, last);
  const MingRow *row = find_row (self, pack, end->month);
  MingFen sum_fen = 0, interest_fen = 0;
  MingRate rate;

  if (row == NULL)
    return FALSE;
  for (guint i = first_of_year (last); i <= last; i++)
    sum_fen += month_at (self, i)->balance_fen;
  rate = monthly_rate (row->rate[MING_COLUMN_RATE].rate[0]);
  if (ming_money_apply_rate (ming_exact_from_fen (sum_fen), rate, MING_ROUNDING_DEFAULT, &interest_fen)
          != MING_OK
      || interest_fen == 0)
    return FALSE;
  end->interest_fen = interest_fen;
  g_ptr_array_add (self->interest, explain (self, row, last, sum_fen));
  return TRUE;
}
