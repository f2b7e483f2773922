/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-pack-load-private.h"
#include "ming-wording.h"

void
ming_loader_span (const MingReaderObject *object, MingSpan *span)
{
  span->pointer = g_strdup (object->pointer);
  ming_reader_get_date (object, "effective", TRUE, &span->effective);
  ming_reader_get_date (object, "until", FALSE, &span->until);
  ming_reader_get_date (object, "published", FALSE, &span->published);
  span->expected = ming_reader_get_bool (object, "expected", FALSE);
  ming_reader_get_phrase (object, "note", FALSE, &span->note);
  if (span->until.year != 0 && ming_date_compare (span->until, span->effective) < 0)
    ming_reader_member_problem (object, "until", MING_POLICY_ERROR_DATES_REVERSED,
                                _("the last day in force lies before the first"));
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const MingSpan *first = *(const MingSpan *const *) a;
  const MingSpan *second = *(const MingSpan *const *) b;

  return ming_date_compare (first->effective, second->effective);
}

void
ming_loader_order_versions (MingLoader *self, GPtrArray *list)
{
  g_ptr_array_sort (list, compare_spans);
  for (guint i = 1; i < list->len; i++)
    {
      const MingSpan *before = g_ptr_array_index (list, i - 1);
      const MingSpan *span = g_ptr_array_index (list, i);
      g_autofree char *begins = ming_wording_date (span->effective);
      g_autofree char *began = ming_wording_date (before->effective);
      g_autofree char *ended = ming_wording_date (before->until);
      gboolean open = before->until.year == 0;

      if (span->effective.year == 0 || (!open && ming_date_compare (before->until, span->effective) < 0))
        continue;
      if (open)
        ming_reader_problem (&self->reader, MING_POLICY_ERROR_VERSIONS_OVERLAP, span->pointer,
                             _("begins on %s, while the version from %s has no last day (“until”)"), begins,
                             began);
      else
        ming_reader_problem (&self->reader, MING_POLICY_ERROR_VERSIONS_OVERLAP, span->pointer,
                             _("begins on %s, while the version from %s lasts until %s"), begins, began,
                             ended);
    }
}

static void
read_base (MingLoader *self, const MingReaderObject *object)
{
  g_auto (MingPapers) papers = ming_loader_papers (self, object, NULL);
  MingDatedBase *base = g_new0 (MingDatedBase, 1);

  ming_loader_span (object, &base->span);
  base->floor = ming_reader_get_amount (object, "floor", TRUE, FALSE);
  base->cap = ming_reader_get_amount (object, "cap", TRUE, FALSE);
  base->citations = g_ptr_array_ref (papers.citations);
  base->evidence = papers.evidence;
  if (base->floor.state == MING_CELL_VALUE || base->cap.state == MING_CELL_VALUE)
    ming_loader_need_papers (self, &papers, object->pointer);
  if (base->floor.state == MING_CELL_VALUE && base->cap.state == MING_CELL_VALUE
      && base->floor.fen > base->cap.fen)
    ming_reader_member_problem (object, "floor", MING_POLICY_ERROR_BAD_VALUE,
                                _("the floor is above the cap"));
  g_ptr_array_add (self->pack->bases, base);
}

static void
read_bases (MingLoader *self, const MingReaderObject *contribution)
{
  static const char *const keys[] = { MING_SPAN_KEYS, "floor", "cap", NULL };
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (contribution, "base") || !ming_reader_open_list (contribution, "base", TRUE, &list))
    return;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };

      if (ming_reader_open_element (&list, i, keys, &object))
        read_base (self, &object);
    }
  ming_loader_order_versions (self, self->pack->bases);
}

static MingPartCell *
read_part (MingLoader *self, const MingReaderObject *object, const MingPapers *above)
{
  static const char *const who_words[] = { "unit", "person", "flexible", "subsidy", NULL };
  static const MingContributor contributors[] = { MING_CONTRIBUTOR_UNIT, MING_CONTRIBUTOR_PERSON,
                                                  MING_CONTRIBUTOR_FLEXIBLE, MING_CONTRIBUTOR_SUBSIDY };
  g_auto (MingPapers) papers = ming_loader_papers (self, object, above);
  MingPartCell *part = g_new0 (MingPartCell, 1);
  guint who = 0;

  ming_reader_get_choice (object, "who", TRUE, who_words, &who);
  part->who = contributors[who];
  part->pointer = g_strdup (object->pointer);
  part->citations = g_ptr_array_ref (papers.citations);
  part->evidence = papers.evidence;
  part->rounding = ming_reader_get_rounding (object, "rounding");
  ming_reader_get_phrase (object, "name", TRUE, &part->name);
  part->rate = ming_reader_get_rate (object, "rate", FALSE, MING_RATE_SHARE, FALSE);
  part->amount = ming_reader_get_amount (object, "amount", FALSE, FALSE);
  if (!ming_reader_has (object, "rate") && !ming_reader_has (object, "amount"))
    ming_reader_member_problem (object, "rate", MING_POLICY_ERROR_MISSING_KEY,
                                _("a part has a “rate”, an “amount”, or both"));
  if (part->rate.state == MING_CELL_VALUE || part->amount.state == MING_CELL_VALUE)
    ming_loader_need_papers (self, &papers, object->pointer);
  return part;
}

static void
check_rule_row (MingLoader *self, const MingReaderObject *object, MingRow *row, const MingPapers *papers)
{
  static const char *const keys[] = {
    "who", "name", "rate", "amount", "rounding", "source", "evidence", NULL
  };
  static const char *const period_words[] = { "month", "year", NULL };
  g_auto (MingReaderList) list = { 0 };
  guint period = 0;

  ming_reader_get_choice (object, "period", FALSE, period_words, &period);
  row->per_year = period == 1;
  row->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_part_cell_free);
  if (!ming_reader_open_list (object, "parts", TRUE, &list))
    return;
  if (list.length == 0 || list.length > MING_CONTRIBUTIONS_MAX)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer,
                         _("there must be 1 to %d parts, not %u"), MING_CONTRIBUTIONS_MAX, list.length);
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) part = { 0 };

      if (ming_reader_open_element (&list, i, keys, &part))
        g_ptr_array_add (row->parts, read_part (self, &part, papers));
    }
}

/* What is withheld from the account is the person's, every month. */
static void
check_debit_row (MingLoader *self, const MingReaderObject *object, MingRow *row, const MingPapers *papers)
{
  check_rule_row (self, object, row, papers);
  for (guint i = 0; i < row->parts->len; i++)
    {
      const MingPartCell *part = g_ptr_array_index (row->parts, i);

      if (part->who != MING_CONTRIBUTOR_PERSON)
        ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, part->pointer,
                             _("what is withheld from the account has “who”: “person”"));
    }
  if (row->per_year)
    ming_reader_member_problem (object, "period", MING_POLICY_ERROR_BAD_VALUE,
                                _("the account is debited month by month"));
}

/* What each formula of the account credit needs, and the columns it must not have. */
static void
check_credit_row (MingLoader *self, const MingReaderObject *object, MingRow *row, const MingPapers *papers)
{
  static const char *const kind_words[] = { "none",
                                            "percent_of_base",
                                            "fixed_per_month",
                                            "fixed_per_year",
                                            "percent_of_pension",
                                            "percent_of_average",
                                            NULL };
  static const struct
  {
    gboolean own, unit, amount;
  } columns[] = { { FALSE, FALSE, FALSE }, { TRUE, TRUE, FALSE },  { FALSE, FALSE, TRUE },
                  { FALSE, FALSE, TRUE },  { TRUE, FALSE, FALSE }, { TRUE, FALSE, TRUE } };
  const struct
  {
    const char *key;
    gboolean allowed, must;
  } checks[] = { { "own", TRUE, TRUE }, { "unit", TRUE, FALSE }, { "amount", TRUE, TRUE } };
  guint kind = 0;

  row->rounding = ming_reader_get_rounding (object, "rounding");
  if (!ming_reader_get_choice (object, "kind", TRUE, kind_words, &kind))
    return;
  row->kind = g_strdup (kind_words[kind]);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      gboolean allowed = i == 0 ? columns[kind].own : i == 1 ? columns[kind].unit : columns[kind].amount;

      if (allowed && checks[i].must)
        ming_reader_need_key (object, checks[i].key);
      else if (!allowed)
        ming_reader_refuse_key (object, checks[i].key, kind_words[kind]);
    }
}

static void
check_waiting_row (MingLoader *self, const MingReaderObject *object, MingRow *row, const MingPapers *papers)
{
  gboolean any = FALSE;

  for (guint i = 0; i < MING_N_NUMBER_COLUMNS; i++)
    any |= row->number[i].state != MING_CELL_ABSENT;
  if (!any)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_MISSING_KEY, object->pointer,
                         _("a row of waiting periods has at least one number"));
}

static void
read_dated_table (MingLoader *self, const MingReaderObject *object, const MingRowShape *shape,
                  MingDatedTable *dated, const MingPapers *papers)
{
  ming_loader_span (object, &dated->span);
  dated->table = ming_loader_table (self, object, "rows", shape, papers, FALSE);
  if (dated->table == NULL)
    {
      dated->table = g_new0 (MingTable, 1);
      dated->table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_row_free);
    }
}

static void
read_dated_tables (MingLoader *self, const MingReaderObject *parent, const char *key,
                   const MingRowShape *shape, GPtrArray *out)
{
  static const char *const keys[] = { MING_SPAN_KEYS, "rows", NULL };
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (parent, key) || !ming_reader_open_list (parent, key, TRUE, &list))
    return;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };
      g_auto (MingPapers) papers = { 0 };
      MingDatedTable *dated;

      if (!ming_reader_open_element (&list, i, keys, &object))
        continue;
      papers = ming_loader_papers (self, &object, NULL);
      dated = g_new0 (MingDatedTable, 1);
      read_dated_table (self, &object, shape, dated, &papers);
      g_ptr_array_add (out, dated);
    }
  ming_loader_order_versions (self, out);
}

static void
read_makeup_modes (const MingReaderObject *makeup, MingMakeupSpec *out)
{
  static const char *const words[] = { "monthly", "at_once", NULL };
  g_auto (GStrv) modes = ming_reader_get_strings (makeup, "mode", TRUE);

  for (guint i = 0; modes != NULL && modes[i] != NULL; i++)
    if (!g_strv_contains (words, modes[i]))
      ming_reader_member_problem (makeup, "mode", MING_POLICY_ERROR_BAD_VALUE,
                                  _("“%s” is neither “monthly” nor “at_once”"), modes[i]);
  out->monthly = modes != NULL && g_strv_contains ((const char *const *) modes, words[0]);
  out->at_once = modes != NULL && g_strv_contains ((const char *const *) modes, words[1]);
}

static void
read_makeup (MingLoader *self, const MingReaderObject *version, MingMakeupSpec *makeup,
             const MingPapers *above)
{
  static const char *const keys[] = { "base", "rate", "mode", "source", "evidence", NULL };
  g_auto (MingReaderObject) object = { 0 };
  g_auto (MingPapers) papers = { 0 };

  if (!ming_reader_has (version, "makeup")
      || !ming_reader_open_member (version, "makeup", TRUE, keys, &object))
    return;
  papers = ming_loader_papers (self, &object, above);
  makeup->present = TRUE;
  makeup->citations = g_ptr_array_ref (papers.citations);
  makeup->evidence = papers.evidence;
  makeup->base = ming_reader_get_amount (&object, "base", TRUE, FALSE);
  makeup->rate = ming_reader_get_rate (&object, "rate", TRUE, MING_RATE_SHARE, FALSE);
  read_makeup_modes (&object, makeup);
  if (makeup->base.state == MING_CELL_VALUE || makeup->rate.state == MING_CELL_VALUE)
    ming_loader_need_papers (self, &papers, object.pointer);
}

static void
read_retirement_years (MingLoader *self, const MingReaderObject *top)
{
  static const char *const keys[] = { MING_SPAN_KEYS, "rows", "makeup", NULL };
  static const MingRowShape shape
      = { .numbers = MING_COLUMN_BIT (MING_COLUMN_MONTHS) | MING_COLUMN_BIT (MING_COLUMN_ACTUAL_MONTHS)
                     | MING_COLUMN_BIT (MING_COLUMN_LOCAL_MONTHS),
          .needs = "months" };
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (top, "retirement_years")
      || !ming_reader_open_list (top, "retirement_years", TRUE, &list))
    return;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };
      g_auto (MingPapers) papers = { 0 };
      MingYearsVersion *years;

      if (!ming_reader_open_element (&list, i, keys, &object))
        continue;
      papers = ming_loader_papers (self, &object, NULL);
      years = g_new0 (MingYearsVersion, 1);
      read_dated_table (self, &object, &shape, &years->dated, &papers);
      read_makeup (self, &object, &years->makeup, &papers);
      g_ptr_array_add (self->pack->retirement_years, years);
    }
  ming_loader_order_versions (self, self->pack->retirement_years);
}

static void
read_contribution (MingLoader *self, const MingReaderObject *top)
{
  static const char *const keys[] = { "base", "rules", NULL };
  static const char *const more[] = { "period", "parts", NULL };
  static const MingRowShape shape
      = { .amounts = MING_COLUMN_BIT (MING_COLUMN_BASE), .more = more, .check = check_rule_row };
  g_auto (MingReaderObject) object = { 0 };

  if (!ming_reader_has (top, "contribution")
      || !ming_reader_open_member (top, "contribution", TRUE, keys, &object))
    return;
  read_bases (self, &object);
  read_dated_tables (self, &object, "rules", &shape, self->pack->contribution_rules);
}

void
ming_loader_read_dated (MingLoader *self, const MingReaderObject *top)
{
  static const char *const credit_more[] = { "kind", "rounding", NULL };
  static const MingRowShape credit
      = { .amounts = MING_COLUMN_BIT (MING_COLUMN_AMOUNT),
          .rates = MING_COLUMN_BIT (MING_COLUMN_OWN) | MING_COLUMN_BIT (MING_COLUMN_UNIT),
          .more = credit_more,
          .check = check_credit_row };
  static const MingRowShape waiting = { .numbers = MING_COLUMN_BIT (MING_COLUMN_FIXED_MONTHS)
                                                   | MING_COLUMN_BIT (MING_COLUMN_PER_BROKEN_YEAR)
                                                   | MING_COLUMN_BIT (MING_COLUMN_REPAIR_PER_YEAR)
                                                   | MING_COLUMN_BIT (MING_COLUMN_LONG_BREAK_YEARS)
                                                   | MING_COLUMN_BIT (MING_COLUMN_LONG_BREAK_AT_LEAST)
                                                   | MING_COLUMN_BIT (MING_COLUMN_GAP_MONTHS)
                                                   | MING_COLUMN_BIT (MING_COLUMN_FREE_YEARS),
                                        .check = check_waiting_row };
  static const MingRowShape premium
      = { .amounts = MING_COLUMN_BIT (MING_COLUMN_PERSON) | MING_COLUMN_BIT (MING_COLUMN_SUBSIDY),
          .needs = "person" };

  static const MingRowShape interest
      = { .rates = MING_COLUMN_BIT (MING_COLUMN_RATE), .needs = "rate" };
  static const char *const debit_more[] = { "period", "parts", NULL };
  static const MingRowShape debit = { .amounts = MING_COLUMN_BIT (MING_COLUMN_BASE),
                                      .more = debit_more,
                                      .check = check_debit_row };

  read_contribution (self, top);
  read_dated_tables (self, top, "account_debit", &debit, self->pack->account_debit);
  read_dated_tables (self, top, "account_interest", &interest, self->pack->account_interest);
  read_dated_tables (self, top, "account_credit", &credit, self->pack->account_credit);
  read_retirement_years (self, top);
  read_dated_tables (self, top, "waiting", &waiting, self->pack->waiting);
  read_dated_tables (self, top, "resident_premium", &premium, self->pack->resident_premium);
}
