/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-sheet-private.h"

/* One visit is at most this long in normal type. */
#define PAGE_LIMIT 2

static gboolean
is_shown (guint payers, int payer)
{
  return (payers & (1u << payer)) != 0;
}

static MingFen
paid_by_funds (const MingFen *paid_fen)
{
  MingFen sum_fen = 0;

  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    sum_fen += paid_fen[payer];
  return sum_fen;
}

/* "2026-03-01 – 2026-03-10", or the one day. */
static char *
describe_days (const MingCaseVisit *visit)
{
  g_autofree char *begin = ming_sheet_date (visit->begndate);
  g_autofree char *end = ming_sheet_date (visit->enddate);

  if (begin == NULL || g_strcmp0 (begin, end) == 0)
    return g_steal_pointer (&end);
  return g_strdup_printf ("%s – %s", begin, end);
}

/* "住院 · 三级甲等 · 本年第 2 次": what the visit was. */
static char *
describe_care (const MingVisitResult *result)
{
  const MingCaseVisit *visit = result->visit;
  GString *text = g_string_new (NULL);

  g_string_append (text, result->resolved != NULL ? ming_phrase_local (&result->resolved->care->name)
                                                  : visit->med_type);
  if (visit->hosp_lv != NULL)
    g_string_append_printf (text, " · %s", ming_sheet_hosp_lv (visit->hosp_lv));
  if (result->input.admission && result->facts.number[MING_FACT_ADMISSION] > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("admission %d of the year"),
                              (int) result->facts.number[MING_FACT_ADMISSION]);
    }
  return g_string_free (text, FALSE);
}

static void
add_visit_facts (MingReportBlock *grid, const MingVisitResult *result)
{
  g_autofree char *care = describe_care (result);
  g_autofree char *days = describe_days (result->visit);

  ming_sheet_grid_add (grid, C_("sheet", "Care"), care, 1);
  ming_sheet_grid_add (grid, C_("sheet", "Dates"), days, 1);
  ming_sheet_grid_add (grid, _("Place of care"), ming_sheet_away (result->visit->away), 1);
  ming_sheet_grid_add (grid, _("Disease code"), result->visit->opsp_dise_code, 1);
}

/* The answer, before everything else. */
static void
add_answer (MingReport *report, const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;

  ming_sheet_add_amounts (report, settlement->bill.total_fen, settlement->fund_fen, settlement->person_fen,
                          ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH));
}

static MingReportRowKind
row_kind (const MingTableRow *row)
{
  return row->is_total ? MING_ROW_TOTAL : MING_ROW_PLAIN;
}

static void
add_cell (MingReportRow *row, guint column, const MingTableRow *source, MingFen fen)
{
  g_autofree char *text = source->is_total ? ming_sheet_money (fen) : ming_sheet_cell (fen);

  ming_report_row_add (row, column, MING_STYLE_NORMAL, text);
}

/* Every payer in a column of its own: the sheet for the files and for whoever checks it. */
static void
add_whole_table (MingReport *report, const MingVisitResult *result, GPtrArray *rows)
{
  guint payers = ming_explain_payers (result);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (MingReportColumn));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MingReportColumn head[] = {
    { C_("column", "Item"), 0, MING_ALIGN_START },
    { C_("column", "Segment"), 1, MING_ALIGN_START },
    { C_("column", "Rate"), 0, MING_ALIGN_END },
    { C_("column", "Amount"), 0, MING_ALIGN_END },
  };
  MingReportColumn step = { C_("column", "Step"), 0, MING_ALIGN_CENTER };
  MingReportBlock *table;

  g_array_append_vals (columns, head, G_N_ELEMENTS (head));
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (is_shown (payers, payer))
      {
        MingReportColumn column = { ming_explain_payer_name (result, (MingPayer) payer), 0, MING_ALIGN_END };

        g_ptr_array_add (names, (gpointer) column.title);
        g_array_append_val (columns, column);
      }
  g_array_append_val (columns, step);

  table = ming_report_add_table (report, (const MingReportColumn *) (gpointer) columns->data, columns->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const MingTableRow *source = g_ptr_array_index (rows, i);
      MingReportRow *row = ming_report_table_add (table, row_kind (source));
      g_autofree char *number = source->step > 0 ? g_strdup_printf ("%d", source->step) : NULL;
      guint column = G_N_ELEMENTS (head);

      ming_report_row_add (row, 0, MING_STYLE_NORMAL, source->code);
      ming_report_row_add (row, 1, MING_STYLE_NORMAL, source->label);
      ming_report_row_add (row, 2, MING_STYLE_NORMAL, source->rate);
      add_cell (row, 3, source, source->amount_fen);
      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        if (is_shown (payers, payer))
          add_cell (row, column++, source, source->paid_fen[payer]);
      ming_report_row_add (row, column, MING_STYLE_NORMAL, number);
    }
}

/* In large type: what it is, what it costs, what the funds pay, what is left to pay. */
static void
add_large_table (MingReport *report, GPtrArray *rows)
{
  const MingReportColumn columns[] = {
    { C_("column", "Segment"), 1, MING_ALIGN_START },
    { C_("column", "Amount"), 0, MING_ALIGN_END },
    { _("Paid by funds"), 0, MING_ALIGN_END },
    { _("Due by the person"), 0, MING_ALIGN_END },
  };
  MingReportBlock *table = ming_report_add_table (report, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < rows->len; i++)
    {
      const MingTableRow *source = g_ptr_array_index (rows, i);
      MingReportRow *row = ming_report_table_add (table, row_kind (source));
      MingFen funds_fen = paid_by_funds (source->paid_fen);

      ming_report_row_add (row, 0, MING_STYLE_NORMAL, source->label);
      add_cell (row, 1, source, source->amount_fen);
      add_cell (row, 2, source, funds_fen);
      add_cell (row, 3, source, source->amount_fen - funds_fen);
    }
}

static const char *
distance_word (const MingDistance *distance)
{
  if (g_str_equal (distance->kind, "deductible"))
    return C_("distance", "deductible");
  if (g_str_equal (distance->kind, "cap"))
    return C_("distance", "limit");
  return C_("distance", "next band");
}

/* How far the year has come: what the next bill of the year will meet. */
static void
add_year (MingReport *report, const MingVisitResult *result)
{
  const MingReportColumn columns[] = {
    { _("Year so far, with this bill"), 1, MING_ALIGN_START },
    { C_("column", "Used"), 0, MING_ALIGN_END },
    { C_("column", "Out of"), 0, MING_ALIGN_END },
    { C_("column", "Left"), 0, MING_ALIGN_END },
  };
  MingReportBlock *table;

  if (result->distances == NULL || result->distances->len == 0)
    return;
  ming_report_add_heading (report, _("The year"), _("in yuan"));
  table = ming_report_add_table (report, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < result->distances->len; i++)
    {
      const MingDistance *distance = g_ptr_array_index (result->distances, i);
      MingReportRow *row = ming_report_table_add (table, MING_ROW_PLAIN);
      g_autofree char *name
          = g_strdup_printf ("%s · %s", ming_phrase_local (&distance->name), distance_word (distance));
      g_autofree char *used = ming_sheet_money (distance->used_fen);
      g_autofree char *limit = ming_sheet_money (distance->limit_fen);
      g_autofree char *left = ming_sheet_money (distance->left_fen);

      ming_report_row_add (row, 0, MING_STYLE_NORMAL, name);
      ming_report_row_add (row, 1, MING_STYLE_NORMAL, used);
      ming_report_row_add (row, 2, MING_STYLE_NORMAL, limit);
      ming_report_row_add (row, 3, MING_STYLE_NORMAL, left);
    }
}

static void
add_settlement (MingReport *report, const MingVisitResult *result, MingSheetPapers *papers, gboolean large)
{
  g_autoptr (GPtrArray) rows = ming_explain_table (result);
  g_autoptr (GPtrArray) steps = ming_explain_visit (result);

  add_answer (report, result);
  ming_report_add_heading (report, _("Who pays what"), _("in yuan"));
  if (large)
    add_large_table (report, rows);
  else
    add_whole_table (report, result, rows);
  ming_sheet_add_steps (report, C_("sheet", "Working"), steps, papers, large);
}

/* The sheet still says what it is about, and why there is no answer. */
static void
add_no_answer (MingReport *report, const MingVisitResult *result)
{
  ming_report_add_heading (report,
                           result->outcome == MING_OUTCOME_NOT_ASKED
                               ? _("Not worked out: something is missing")
                           : result->outcome == MING_OUTCOME_NO_RULE
                               ? _("Not worked out: no rule for this visit")
                               : _("Not worked out: a figure is not known"),
                           NULL);
}

/* What is to be said of the visit, and where the funds' money goes (报销去向): not into the account. */
static GPtrArray *
list_remarks (const MingVisitResult *result)
{
  GPtrArray *remarks = g_ptr_array_new ();

  for (guint i = 0; i < result->messages->len; i++)
    g_ptr_array_add (remarks, g_ptr_array_index (result->messages, i));
  if (result->outcome == MING_OUTCOME_KNOWN && result->settlement.fund_fen > 0)
    g_ptr_array_add (remarks,
                     (gpointer) _("What the funds pay is settled with the hospital; claimed afterwards it "
                                  "goes to a bank account. It does not go into the personal account."));
  return remarks;
}

MingReport *
ming_sheet_visit_new (const MingEstimate *estimate, guint index, const MingSheetOptions *options)
{
  const MingVisitResult *result;
  g_autoptr (MingSheetSubject) subject = NULL;
  MingReport *report;
  g_autoptr (MingSheetPapers) papers = NULL;
  g_autoptr (GPtrArray) remarks = NULL;

  g_return_val_if_fail (estimate != NULL && options != NULL, NULL);
  g_return_val_if_fail (index < estimate->visits->len, NULL);

  result = g_ptr_array_index (estimate->visits, index);
  papers = ming_sheet_papers_new (estimate->pack);
  subject = ming_sheet_subject_new (estimate, MING_ABOUT_CARE | MING_ABOUT_ACCOUNT_CREDIT);
  report = ming_sheet_begin (subject, options, _("Medical insurance benefit estimate"));
  if (!options->large)
    ming_report_set_page_limit (report, PAGE_LIMIT);

  add_visit_facts (ming_sheet_add_facts (report, subject, options), result);
  if (result->outcome == MING_OUTCOME_KNOWN)
    add_settlement (report, result, papers, options->large);
  else
    add_no_answer (report, result);
  if (result->outcome == MING_OUTCOME_KNOWN)
    add_year (report, result);
  ming_sheet_add_credit (report, estimate, papers, options->large);
  ming_sheet_add_papers (report, subject, papers);
  remarks = list_remarks (result);
  ming_sheet_add_notes (report, subject, remarks);
  ming_sheet_add_closing (report, subject);
  return report;
}
