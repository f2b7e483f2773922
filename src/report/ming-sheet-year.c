/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-sheet-private.h"

/** Sums over the visits of one benefit year, or of all. */
typedef struct
{
  guint n_visits;
  MingFen total_fen;
  MingFen deductible_fen;
  MingFen fund_fen;
  MingFen account_fen;
  MingFen cash_fen;
} Sums;

static Sums
sums_of (const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;
  Sums sums = { 0 };

  sums.n_visits = 1;

  sums.total_fen = settlement->bill.total_fen;
  sums.deductible_fen = settlement->act_dedc_fen;
  sums.fund_fen = settlement->fund_fen;
  sums.cash_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH);
  sums.account_fen = settlement->person_fen - sums.cash_fen;
  return sums;
}

static void
add_sums (Sums *to, const Sums *sums)
{
  to->n_visits += sums->n_visits;
  to->total_fen += sums->total_fen;
  to->deductible_fen += sums->deductible_fen;
  to->fund_fen += sums->fund_fen;
  to->account_fen += sums->account_fen;
  to->cash_fen += sums->cash_fen;
}

static MingReportBlock *
add_ledger_table (MingReport *report)
{
  const MingReportColumn columns[] = {
    { C_("column", "No."), 0, MING_ALIGN_CENTER },     { C_("column", "Date"), 0, MING_ALIGN_START },
    { C_("column", "Care"), 1, MING_ALIGN_START },     { C_("column", "Bill"), 0, MING_ALIGN_END },
    { C_("column", "Deductible"), 0, MING_ALIGN_END }, { C_("column", "Funds"), 0, MING_ALIGN_END },
    { C_("column", "Accounts"), 0, MING_ALIGN_END },   { C_("column", "Cash"), 0, MING_ALIGN_END },
  };

  return ming_report_add_table (report, columns, G_N_ELEMENTS (columns));
}

static void
add_amounts (MingReportRow *row, const Sums *sums, gboolean dashes)
{
  const MingFen amounts[]
      = { sums->total_fen, sums->deductible_fen, sums->fund_fen, sums->account_fen, sums->cash_fen };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = dashes ? ming_sheet_cell (amounts[i]) : ming_sheet_money (amounts[i]);

      ming_report_row_add (row, 3 + i, MING_STYLE_NORMAL, text);
    }
}

static void
add_visit (MingReportBlock *table, guint number, const MingVisitResult *result)
{
  MingReportRow *row = ming_report_table_add (table, MING_ROW_PLAIN);
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *date = ming_sheet_date (result->visit->enddate);
  const char *care = result->resolved != NULL ? ming_phrase_local (&result->resolved->care->name)
                                              : result->visit->med_type;
  g_autofree char *text = result->visit->hosp_lv != NULL
                              ? g_strdup_printf ("%s · %s", care, ming_sheet_hosp_lv (result->visit->hosp_lv))
                              : g_strdup (care);

  ming_report_row_add (row, 0, MING_STYLE_NORMAL, count);
  ming_report_row_add (row, 1, MING_STYLE_NORMAL, date);
  ming_report_row_add (row, 2, MING_STYLE_NORMAL, text);
  if (result->outcome == MING_OUTCOME_KNOWN)
    {
      Sums sums = sums_of (result);

      add_amounts (row, &sums, TRUE);
    }
  else
    ming_report_row_add (row, 2, MING_STYLE_SMALL, _("not worked out, not in the sums"));
}

static void
add_sum_row (MingReportBlock *table, MingReportRowKind kind, const char *label, const Sums *sums)
{
  MingReportRow *row = ming_report_table_add (table, kind);

  ming_report_row_add (row, 2, MING_STYLE_NORMAL, label);
  add_amounts (row, sums, FALSE);
}

static gboolean
same_year (const MingVisitResult *a, const MingVisitResult *b)
{
  return ming_date_compare (a->year_begins, b->year_begins) == 0;
}

static guint
count_years (const MingEstimate *estimate)
{
  guint n = 0;

  for (guint i = 0; i < estimate->visits->len; i++)
    if (i == 0
        || !same_year (g_ptr_array_index (estimate->visits, i - 1), g_ptr_array_index (estimate->visits, i)))
      n++;
  return n;
}

/* All visits together, when one of them at least could be worked out. */
static void
add_answer (MingReport *report, const MingEstimate *estimate)
{
  Sums all = { 0 };

  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);

      if (result->outcome == MING_OUTCOME_KNOWN)
        {
          Sums sums = sums_of (result);

          add_sums (&all, &sums);
        }
    }
  if (all.n_visits > 0)
    ming_sheet_add_amounts (report, all.total_fen, all.fund_fen, all.account_fen + all.cash_fen,
                            all.cash_fen);
}

static void
add_ledger (MingReport *report, const MingEstimate *estimate)
{
  MingReportBlock *table = add_ledger_table (report);
  gboolean several = count_years (estimate) > 1;
  Sums year = { 0 };
  Sums all = { 0 };

  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);
      gboolean is_last = i + 1 == estimate->visits->len;

      add_visit (table, i + 1, result);
      if (result->outcome == MING_OUTCOME_KNOWN)
        {
          Sums sums = sums_of (result);

          add_sums (&year, &sums);
          add_sums (&all, &sums);
        }
      if (several && (is_last || !same_year (result, g_ptr_array_index (estimate->visits, i + 1))))
        {
          g_autofree char *begins = ming_sheet_date (result->year_begins);
          g_autofree char *label = g_strdup_printf (_("Benefit year from %s"), begins);

          add_sum_row (table, MING_ROW_SUBTOTAL, label, &year);
          year = (Sums){ 0 };
        }
    }
  add_sum_row (table, MING_ROW_TOTAL, C_("part", "Total"), &all);
}

/* Running totals of the year after the last visit that was worked out. */
static void
add_counters (MingReport *report, const MingEstimate *estimate)
{
  const MingReportColumn columns[] = {
    { _("Counter of the year"), 1, MING_ALIGN_START },
    { C_("column", "Deductible borne"), 0, MING_ALIGN_END },
    { C_("column", "Cost counted"), 0, MING_ALIGN_END },
    { C_("column", "Paid by the fund"), 0, MING_ALIGN_END },
  };
  const MingVisitResult *last = NULL;
  MingReportBlock *table;

  for (guint i = 0; i < estimate->visits->len; i++)
    if (((MingVisitResult *) g_ptr_array_index (estimate->visits, i))->outcome == MING_OUTCOME_KNOWN)
      last = g_ptr_array_index (estimate->visits, i);
  if (last == NULL)
    return;

  ming_report_add_heading (report, _("The year after these visits"), _("in yuan"));
  table = ming_report_add_table (report, columns, G_N_ELEMENTS (columns));
  for (int layer = 0; layer < last->resolved->plan.n_layers; layer++)
    {
      const MingCounter *counter = &last->year_after.counter[last->resolved->plan.layer[layer].counter];
      MingReportRow *row = ming_report_table_add (table, MING_ROW_PLAIN);
      g_autofree char *deductible = ming_sheet_cell (counter->deductible_fen);
      g_autofree char *cost = ming_sheet_cell (counter->cost_fen);
      g_autofree char *paid = ming_sheet_cell (counter->paid_fen);

      ming_report_row_add (row, 0, MING_STYLE_NORMAL,
                           ming_phrase_local (&last->resolved->origin[layer].spec->name));
      ming_report_row_add (row, 1, MING_STYLE_NORMAL, deductible);
      ming_report_row_add (row, 2, MING_STYLE_NORMAL, cost);
      ming_report_row_add (row, 3, MING_STYLE_NORMAL, paid);
    }
}

static GPtrArray *
collect_messages (const MingEstimate *estimate)
{
  GPtrArray *messages = g_ptr_array_new ();

  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);

      for (guint m = 0; m < result->messages->len; m++)
        if (!g_ptr_array_find_with_equal_func (messages, g_ptr_array_index (result->messages, m), g_str_equal,
                                               NULL))
          g_ptr_array_add (messages, g_ptr_array_index (result->messages, m));
    }
  return messages;
}

MingReport *
ming_sheet_year_new (const MingEstimate *estimate, const MingSheetOptions *options)
{
  g_autoptr (MingSheetSubject) subject = NULL;
  MingReport *report;
  g_autoptr (MingSheetPapers) papers = NULL;
  g_autoptr (GPtrArray) messages = NULL;

  g_return_val_if_fail (estimate != NULL && options != NULL, NULL);
  g_return_val_if_fail (estimate->visits->len > 0, NULL);

  papers = ming_sheet_papers_new (estimate->pack);
  messages = collect_messages (estimate);
  subject = ming_sheet_subject_new (estimate, MING_ABOUT_CARE);
  report = ming_sheet_begin (subject, options, _("Benefits of the year, an estimate"));
  ming_sheet_add_facts (report, subject, options);
  add_answer (report, estimate);
  ming_report_add_heading (report, C_("sheet", "Visits"), _("in yuan"));
  add_ledger (report, estimate);
  add_counters (report, estimate);
  for (guint i = 0; i < estimate->visits->len; i++)
    g_free (ming_sheet_papers_refer_visit (papers, g_ptr_array_index (estimate->visits, i)));
  ming_sheet_add_papers (report, subject, papers);
  ming_sheet_add_notes (report, subject, messages);
  ming_sheet_add_closing (report, subject);
  return report;
}
