/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-sheet-private.h"

#define MOST_COMPARED 4

/** A line of the comparison: a name, and the amount of one estimate. */
typedef struct
{
  const char *name;
  MingFen (*amount_fen) (const MingVisitResult *result);
  gboolean is_total;
} Line;

static MingFen
get_total (const MingVisitResult *result)
{
  return result->settlement.bill.total_fen;
}

static MingFen
get_scope (const MingVisitResult *result)
{
  return result->input.charges.in_scope_fen;
}

static MingFen
get_deductible (const MingVisitResult *result)
{
  return result->settlement.act_dedc_fen;
}

static MingFen
get_funds (const MingVisitResult *result)
{
  return result->settlement.fund_fen;
}

static MingFen
get_accounts (const MingVisitResult *result)
{
  return result->settlement.person_fen - ming_bill_paid_by (&result->settlement.bill, MING_PAYER_CASH);
}

static MingFen
get_cash (const MingVisitResult *result)
{
  return ming_bill_paid_by (&result->settlement.bill, MING_PAYER_CASH);
}

static MingFen
get_person (const MingVisitResult *result)
{
  return result->settlement.person_fen;
}

static const MingVisitResult *
get_result (GPtrArray *estimates, guint i, guint index)
{
  const MingEstimate *estimate = g_ptr_array_index (estimates, i);

  return index < estimate->visits->len ? g_ptr_array_index (estimate->visits, index) : NULL;
}

static gboolean
is_known (const MingVisitResult *result)
{
  return result != NULL && result->outcome == MING_OUTCOME_KNOWN;
}

static MingReportBlock *
add_table (MingReport *report, const char *const *labels, guint n)
{
  MingReportColumn columns[1 + MOST_COMPARED] = { { C_("column", "Item"), 1, MING_ALIGN_START } };

  for (guint i = 0; i < n; i++)
    columns[1 + i] = (MingReportColumn){ labels[i], 1, MING_ALIGN_END };
  return ming_report_add_table (report, columns, 1 + n);
}

static void
add_line (MingReportBlock *table, const Line *line, GPtrArray *estimates, guint index)
{
  MingReportRow *row = ming_report_table_add (table, line->is_total ? MING_ROW_TOTAL : MING_ROW_PLAIN);

  ming_report_row_add (row, 0, MING_STYLE_NORMAL, line->name);
  for (guint i = 0; i < estimates->len; i++)
    {
      const MingVisitResult *result = get_result (estimates, i, index);
      g_autofree char *text = is_known (result) ? ming_sheet_money (line->amount_fen (result))
                                                : g_strdup (C_("amount", "unknown"));

      ming_report_row_add (row, 1 + i, MING_STYLE_NORMAL, text);
    }
}

/* What the person pays against the first column, with its sign. */
static void
add_difference (MingReportBlock *table, GPtrArray *estimates, guint index)
{
  const MingVisitResult *first = get_result (estimates, 0, index);
  MingReportRow *row = ming_report_table_add (table, MING_ROW_PLAIN);

  ming_report_row_add (row, 0, MING_STYLE_NORMAL, _("Against the first column"));
  for (guint i = 1; i < estimates->len; i++)
    {
      const MingVisitResult *result = get_result (estimates, i, index);
      g_autofree char *text = is_known (first) && is_known (result)
                                  ? ming_sheet_difference (get_person (result) - get_person (first))
                                  : g_strdup (C_("amount", "unknown"));

      ming_report_row_add (row, 1 + i, MING_STYLE_NORMAL, text);
    }
}

static void
add_packs (MingReport *report, GPtrArray *estimates, const char *const *labels)
{
  MingReportBlock *notes;

  ming_report_add_heading (report, _("Policy packs"), NULL);
  notes = ming_report_add_notes (report);
  for (guint i = 0; i < estimates->len; i++)
    {
      const MingEstimate *estimate = g_ptr_array_index (estimates, i);
      g_autoptr (MingSheetSubject) subject = ming_sheet_subject_new (estimate);
      g_autofree char *text = ming_sheet_describe_pack (subject);

      ming_report_notes_add (notes, labels[i], text);
    }
}

MingReport *
ming_sheet_compare_new (GPtrArray *estimates, const char *const *labels, guint index,
                        const MingSheetOptions *options)
{
  const Line lines[] = {
    { C_("sheet", "Bill"), get_total, FALSE },
    { _("Eligible cost"), get_scope, FALSE },
    { C_("sheet", "Deductible"), get_deductible, FALSE },
    { _("Paid by funds"), get_funds, FALSE },
    { _("Paid from accounts"), get_accounts, FALSE },
    { _("Paid in cash"), get_cash, FALSE },
    { _("Due by the person"), get_person, TRUE },
  };
  const MingEstimate *first;
  g_autoptr (MingSheetSubject) subject = NULL;
  MingReport *report;
  MingReportBlock *table;

  g_return_val_if_fail (estimates != NULL && estimates->len >= 2 && estimates->len <= MOST_COMPARED, NULL);
  g_return_val_if_fail (labels != NULL && options != NULL, NULL);

  first = g_ptr_array_index (estimates, 0);
  subject = ming_sheet_subject_new (first);
  report = ming_sheet_begin (subject, options, _("Comparison, an estimate"));
  ming_sheet_add_facts (report, subject, options);
  ming_report_add_heading (report, _("The same visit, side by side"), _("in yuan"));
  table = add_table (report, labels, estimates->len);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (table, &lines[i], estimates, index);
  add_difference (table, estimates, index);
  add_packs (report, estimates, labels);
  ming_sheet_add_notes (report, subject, NULL);
  ming_sheet_add_closing (report, subject);
  return report;
}
