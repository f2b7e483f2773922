/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-sheet-private.h"

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
  MingReportColumn columns[1 + MING_SHEET_COMPARED_MAX]
      = { { C_("comparison", "Item"), 1, MING_ALIGN_START } };

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

/* Of each plan its pack, its code and the documents its working rests on; then all documents, once each. */
static void
add_papers (MingReport *report, GPtrArray *estimates, const char *const *labels, guint index)
{
  g_autoptr (MingSheetPapers) papers = ming_sheet_papers_new (NULL);
  MingReportBlock *notes;

  ming_report_add_heading (report, C_("sheet", "Papers"), NULL);
  notes = ming_report_add_notes (report);
  for (guint i = 0; i < estimates->len; i++)
    {
      const MingEstimate *estimate = g_ptr_array_index (estimates, i);
      const MingVisitResult *result = get_result (estimates, i, index);
      g_autoptr (MingSheetSubject) subject = ming_sheet_subject_new (estimate, MING_ABOUT_CARE);
      g_autofree char *pack = ming_sheet_describe_pack (subject);
      g_autofree char *documents = NULL;
      g_autofree char *text = NULL;

      ming_sheet_papers_turn_to (papers, estimate->pack);
      documents = is_known (result) ? ming_sheet_papers_refer_visit (papers, result) : NULL;
      if (subject->code == NULL) /* nothing of it is known */
        {
          ming_report_notes_add (notes, labels[i], pack);
          continue;
        }
      /* Translators: the policy pack, the code of an estimate, the documents it rests on */
      text = documents != NULL
                 ? g_strdup_printf (_("%1$s; estimate code %2$s. Rests on %3$s"), pack, subject->code,
                                    documents)
                 : g_strdup_printf (_("%1$s; estimate code %2$s"), pack, subject->code);
      ming_report_notes_add (notes, labels[i], text);
    }
  ming_sheet_papers_add_list (papers, report);
}

static gboolean
says (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* @text, after the names of the plans it holds for unless it holds for all. */
static char *
say_of (const char *text, GPtrArray *lists, const char *const *labels)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < lists->len; i++)
    if (says (g_ptr_array_index (lists, i), text))
      {
        g_string_append_printf (names, "%s%s", n > 0 ? " · " : "", labels[i]);
        n++;
      }
  /* Translators: the names of plans, then what is said of them */
  return n == lists->len ? g_strdup (text) : g_strdup_printf (_("%1$s: %2$s"), names->str, text);
}

/* What @lists (of GPtrArray* of char*), one for each plan, say, each thing once. (transfer full) */
static GPtrArray *
merge (GPtrArray *lists, const char *const *labels)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < lists->len; i++)
    {
      GPtrArray *list = g_ptr_array_index (lists, i);

      for (guint k = 0; k < list->len; k++)
        {
          char *text = g_ptr_array_index (list, k);

          if (says (said, text))
            continue;
          g_ptr_array_add (said, text);
          g_ptr_array_add (merged, say_of (text, lists, labels));
        }
    }
  return merged;
}

/* The first plan, with the weakest evidence and the cautions of all. @out_messages: what was missing */
static MingSheetSubject *
make_subject (GPtrArray *estimates, const char *const *labels, guint index, GPtrArray **out_messages)
{
  MingSheetSubject *subject = ming_sheet_subject_new (g_ptr_array_index (estimates, 0), MING_ABOUT_CARE);
  g_autoptr (GPtrArray) cautions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < estimates->len; i++)
    {
      g_autoptr (MingSheetSubject) plan
          = ming_sheet_subject_new (g_ptr_array_index (estimates, i), MING_ABOUT_CARE);
      const MingVisitResult *result = get_result (estimates, i, index);

      subject->evidence = MIN (subject->evidence, plan->evidence);
      g_ptr_array_add (cautions, g_ptr_array_ref (plan->cautions));
      g_ptr_array_add (gaps, g_ptr_array_ref (plan->gaps));
      g_ptr_array_add (messages, result != NULL ? g_ptr_array_ref (result->messages) : g_ptr_array_new ());
    }
  g_ptr_array_unref (subject->cautions);
  g_ptr_array_unref (subject->gaps);
  subject->cautions = merge (cautions, labels);
  subject->gaps = merge (gaps, labels);
  subject->qr_note
      = _("Scan the code at the window to open the first column again. It holds no personal data.");
  *out_messages = merge (messages, labels);
  return subject;
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
  g_autoptr (MingSheetSubject) subject = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  MingReport *report;
  MingReportBlock *table;

  g_return_val_if_fail (estimates != NULL && estimates->len >= 2, NULL);
  g_return_val_if_fail (estimates->len <= MING_SHEET_COMPARED_MAX, NULL);
  g_return_val_if_fail (labels != NULL && options != NULL, NULL);

  subject = make_subject (estimates, labels, index, &messages);
  report = ming_sheet_begin (subject, options, _("Comparison, an estimate"));
  ming_sheet_add_facts (report, subject, options);
  ming_report_add_heading (report, _("The same visit, side by side"), _("in yuan"));
  table = add_table (report, labels, estimates->len);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add_line (table, &lines[i], estimates, index);
  add_difference (table, estimates, index);
  add_papers (report, estimates, labels, index);
  ming_sheet_add_notes (report, subject, messages);
  ming_sheet_add_closing (report, subject);
  return report;
}
