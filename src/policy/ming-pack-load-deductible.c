/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-pack-load-private.h"

static void
check_order (const MingReaderObject *object, const char *key, const MingAmountCell *less,
             const MingAmountCell *more)
{
  if (less->state == MING_CELL_VALUE && more->state == MING_CELL_VALUE && less->fen > more->fen)
    ming_reader_member_problem (object, key, MING_POLICY_ERROR_BAD_VALUE, _("“%s” is above what bounds it"),
                                key);
}

/* An amount, which may step down or be a multiple of it, or a share of the bill, which may have bounds. */
static void
check_deductible_row (MingLoader *self, const MingReaderObject *object, MingRow *row,
                      const MingPapers *papers)
{
  if (ming_reader_has (object, "percent"))
    {
      ming_reader_refuse_key (object, "amount", "percent");
      ming_reader_refuse_key (object, "less_each", "percent");
      ming_reader_refuse_key (object, "not_below", "percent");
      ming_reader_refuse_key (object, "times", "percent");
      check_order (object, "floor", &row->amount[MING_COLUMN_FLOOR], &row->amount[MING_COLUMN_CEILING]);
      return;
    }
  ming_reader_need_key (object, "amount");
  ming_reader_refuse_key (object, "floor", "amount");
  ming_reader_refuse_key (object, "ceiling", "amount");
  if (ming_reader_has (object, "times"))
    ming_reader_refuse_key (object, "less_each", "times");
  if (ming_reader_has (object, "not_below"))
    ming_reader_need_key (object, "less_each");
  check_order (object, "not_below", &row->amount[MING_COLUMN_NOT_BELOW], &row->amount[MING_COLUMN_AMOUNT]);
}

/* A list of optional tables, each { "rows": [...] }. (transfer full) of MingTable* */
static GPtrArray *
read_tables (MingLoader *self, const MingReaderObject *object, const char *key, const MingRowShape *shape,
             const MingPapers *papers)
{
  static const char *const keys[] = { "rows", "source", "evidence", NULL };
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_table_free);
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (object, key) || !ming_reader_open_list (object, key, TRUE, &list))
    return tables;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) element = { 0 };
      g_auto (MingPapers) own = { 0 };
      MingTable *table;

      if (!ming_reader_open_element (&list, i, keys, &element))
        continue;
      own = ming_loader_papers (self, &element, papers);
      table = ming_loader_table (self, &element, "rows", shape, &own, TRUE);
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  return tables;
}

static void
read_particulars (MingLoader *self, const MingReaderObject *object, MingDeductibleSpec *spec,
                  const MingPapers *papers)
{
  gint64 days = 0;

  spec->year_stop = ming_reader_get_amount (object, "year_stop", FALSE, FALSE);
  spec->same_level = ming_reader_get_bool (object, "same_level", FALSE);
  spec->transfer_credit = ming_reader_get_bool (object, "transfer_credit", FALSE);
  if (ming_reader_get_int (object, "period_days", FALSE, 1, 366, &days))
    spec->period_days = (int) days;
  if (spec->kind != MING_DEDUCTIBLE_PER_VISIT)
    ming_reader_refuse_key (object, "year_stop", "basis");
  if (spec->kind != MING_DEDUCTIBLE_PER_ADMISSION)
    {
      ming_reader_refuse_key (object, "period_days", "basis");
      ming_reader_refuse_key (object, "same_level", "basis");
    }
  if (spec->year_stop.state == MING_CELL_VALUE || spec->period_days > 0)
    ming_loader_need_papers (self, papers, object->pointer);
}

MingDeductibleSpec *
ming_loader_deductible (MingLoader *self, const MingReaderObject *layer, const MingPapers *papers)
{
  static const char *const keys[] = { "basis",       "rows",      "factors",    "reductions",
                                      "period_days", "year_stop", "same_level", "transfer_credit",
                                      "source",      "evidence",  NULL };
  static const char *const basis_words[]
      = { "per_admission", "once_a_year", "highest_of_year", "cumulative", "per_visit", NULL };
  static const MingDeductibleKind kinds[]
      = { MING_DEDUCTIBLE_PER_ADMISSION, MING_DEDUCTIBLE_ONCE_A_YEAR, MING_DEDUCTIBLE_HIGHEST_OF_YEAR,
          MING_DEDUCTIBLE_CUMULATIVE, MING_DEDUCTIBLE_PER_VISIT };
  static const MingRowShape shape
      = { .amounts = MING_COLUMN_BIT (MING_COLUMN_AMOUNT) | MING_COLUMN_BIT (MING_COLUMN_LESS_EACH)
                     | MING_COLUMN_BIT (MING_COLUMN_NOT_BELOW) | MING_COLUMN_BIT (MING_COLUMN_FLOOR)
                     | MING_COLUMN_BIT (MING_COLUMN_CEILING),
          .rates = MING_COLUMN_BIT (MING_COLUMN_PERCENT) | MING_COLUMN_BIT (MING_COLUMN_TIMES),
          .check = check_deductible_row };
  static const MingRowShape factor = { .rates = MING_COLUMN_BIT (MING_COLUMN_TIMES), .needs = "times" };
  static const MingRowShape reduction = { .amounts = MING_COLUMN_BIT (MING_COLUMN_LESS), .needs = "less" };
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingPapers) own = { 0 };
  MingDeductibleSpec *spec;
  guint basis = 0;

  if (!ming_reader_has (layer, "deductible")
      || !ming_reader_open_member (layer, "deductible", TRUE, keys, &object))
    return NULL;
  own = ming_loader_papers (self, &object, papers);
  spec = g_new0 (MingDeductibleSpec, 1);
  spec->citations = g_ptr_array_ref (own.citations);
  spec->evidence = own.evidence;
  ming_reader_get_choice (&object, "basis", TRUE, basis_words, &basis);
  spec->kind = kinds[basis];
  read_particulars (self, &object, spec, &own);
  spec->rows = ming_loader_table (self, &object, "rows", &shape, &own, FALSE);
  spec->factors = read_tables (self, &object, "factors", &factor, &own);
  spec->reductions = read_tables (self, &object, "reductions", &reduction, &own);
  return spec;
}

static void
read_bonus (MingLoader *self, const MingReaderObject *cap, MingBonusSpec *bonus, const MingPapers *papers)
{
  static const char *const keys[]
      = { "per_insured_year", "from_year", "per_claim_free_year", "at_most", "source", "evidence", NULL };
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingPapers) own = { 0 };
  MingRateCell at_most;

  if (!ming_reader_has (cap, "bonus") || !ming_reader_open_member (cap, "bonus", TRUE, keys, &object))
    return;
  own = ming_loader_papers (self, &object, papers);
  bonus->present = TRUE;
  bonus->citations = g_ptr_array_ref (own.citations);
  bonus->evidence = own.evidence;
  bonus->per_insured_year = ming_reader_get_amount (&object, "per_insured_year", TRUE, FALSE);
  bonus->per_claim_free_year = ming_reader_get_amount (&object, "per_claim_free_year", TRUE, FALSE);
  ming_reader_get_int (&object, "from_year", TRUE, 1, 100, &bonus->from_year);
  at_most = ming_reader_get_rate (&object, "at_most", TRUE, MING_RATE_SHARE, FALSE);
  if (at_most.state == MING_CELL_UNKNOWN)
    ming_reader_member_problem (&object, "at_most", MING_POLICY_ERROR_BAD_VALUE,
                                _("this cannot be unknown; make the amounts unknown instead"));
  bonus->at_most = at_most.state == MING_CELL_VALUE ? at_most.rate[0] : (MingRate){ 0, MING_PPM };
  ming_loader_need_papers (self, &own, object.pointer);
}

static MingCapSpec *
read_cap (MingLoader *self, const MingReaderObject *object, const char *counter, const MingPapers *papers)
{
  static const char *const kind_words[] = { "payment", "cost", "eligible", NULL };
  static const MingCapKind kinds[] = { MING_CAP_ON_PAYMENT, MING_CAP_ON_COST, MING_CAP_ON_ELIGIBLE };
  static const char *const period_words[] = { "visit", "month", "quarter", "year", NULL };
  static const MingPeriod periods[] = { MING_PERIOD_VISIT, MING_PERIOD_MONTH, MING_PERIOD_QUARTER,
                                        MING_PERIOD_YEAR };
  static const MingRowShape shape
      = { .amounts = MING_COLUMN_BIT (MING_COLUMN_AMOUNT), .none = TRUE, .needs = "amount" };
  g_auto (MingPapers) own = ming_loader_papers (self, object, papers);
  const char *name = ming_reader_get_string (object, "counter", FALSE);
  MingCapSpec *cap = g_new0 (MingCapSpec, 1);
  guint choice = 0;

  cap->counter = g_strdup (name != NULL ? name : counter);
  ming_reader_get_choice (object, "on", TRUE, kind_words, &choice);
  cap->kind = kinds[choice];
  choice = 0;
  ming_reader_get_choice (object, "per", TRUE, period_words, &choice);
  cap->period = periods[choice];
  cap->rows = ming_loader_table (self, object, "rows", &shape, &own, FALSE);
  read_bonus (self, object, &cap->bonus, &own);
  return cap;
}

GPtrArray *
ming_loader_caps (MingLoader *self, const MingReaderObject *layer, const char *counter,
                  const MingPapers *papers)
{
  static const char *const keys[] = { "on", "per", "rows", "counter", "bonus", "source", "evidence", NULL };
  GPtrArray *caps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_cap_spec_free);
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (layer, "caps") || !ming_reader_open_list (layer, "caps", TRUE, &list))
    return caps;
  if (list.length > MING_CAPS_MAX)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer,
                         _("a layer has at most %d caps"), MING_CAPS_MAX);
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };

      if (ming_reader_open_element (&list, i, keys, &object))
        g_ptr_array_add (caps, read_cap (self, &object, counter, papers));
    }
  return caps;
}
