/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "policy/ming-wording.h"
#include "ming-sheet-private.h"

/* Where each number of the formula came from: form, pack, an earlier step, the year so far. */
static char *
describe_inputs (const MingStep *step)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < step->inputs->len; i++)
    ming_wording_append (text, g_ptr_array_index (step->inputs, i));
  return g_string_free (text, FALSE);
}

/* "三级 · 在职 · 四舍五入到分 · 依据 [1] 第三十六条（待核实）": what decided the figures, and by which papers. */
static char *
describe_papers (const MingStep *step, MingSheetPapers *papers)
{
  GString *text = g_string_new (NULL);

  ming_wording_append (text, step->matched);
  ming_wording_append (text, step->rounding);
  if (step->citations->len > 0)
    {
      g_autofree char *list = ming_sheet_papers_refer (papers, step->citations);
      /* Translators: the documents a step rests on, then how well they are known */
      g_autofree char *by = g_strdup_printf (_("By %s (%s)"), list, ming_evidence_mark (step->evidence));

      ming_wording_append (text, by);
    }
  return g_string_free (text, FALSE);
}

/* Row of the table of steps; its amount stands in a column of its own, where there is one. */
static MingReportRow *
add_step (MingReportBlock *table, guint number, const MingStep *step, MingSheetPapers *papers, gboolean large)
{
  MingReportRow *row = ming_report_table_add (table, MING_ROW_PLAIN);
  g_autofree char *count = g_strdup_printf ("%u", number);
  g_autofree char *inputs = describe_inputs (step);
  g_autofree char *references = describe_papers (step, papers);

  ming_report_row_add (row, 0, MING_STYLE_NORMAL, count);
  ming_report_row_add (row, 1, MING_STYLE_STRONG, step->title);
  if (large)
    ming_report_row_add (row, 1, MING_STYLE_NORMAL, step->sentence);
  ming_report_row_add (row, 1, large ? MING_STYLE_SMALL : MING_STYLE_NORMAL, step->formula);
  ming_report_row_add (row, 1, MING_STYLE_SMALL, inputs);
  ming_report_row_add (row, 1, MING_STYLE_SMALL, references);
  return row;
}

static MingReportBlock *
add_steps_table (MingReport *report, gboolean with_amounts)
{
  const MingReportColumn columns[] = {
    { C_("column", "Step"), 0, MING_ALIGN_CENTER },
    { _("Working and papers"), 1, MING_ALIGN_START },
    { C_("column", "Amount"), 0, MING_ALIGN_END },
  };

  return ming_report_add_table (report, columns, with_amounts ? 3 : 2);
}

/** @steps (of MingStep*) unfolded under @heading; nothing when there are none. */
void
ming_sheet_add_steps (MingReport *report, const char *heading, GPtrArray *steps, MingSheetPapers *papers,
                      gboolean large)
{
  MingReportBlock *table;

  if (steps->len == 0)
    return;
  ming_report_add_heading (report, heading, _("in yuan"));
  table = add_steps_table (report, TRUE);
  for (guint i = 0; i < steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (steps, i);
      g_autofree char *amount = ming_sheet_money (step->amount_fen);

      ming_report_row_add (add_step (table, i + 1, step, papers, large), 2, MING_STYLE_NORMAL, amount);
    }
}

/** Likewise, of steps that end in dates and months. */
void
ming_sheet_add_workings (MingReport *report, const char *heading, GPtrArray *steps, MingSheetPapers *papers,
                         gboolean large)
{
  MingReportBlock *table;

  if (steps->len == 0)
    return;
  ming_report_add_heading (report, heading, NULL);
  table = add_steps_table (report, FALSE);
  for (guint i = 0; i < steps->len; i++)
    add_step (table, i + 1, g_ptr_array_index (steps, i), papers, large);
}

static void
add_unknown (MingReport *report, const char *heading, const char *message)
{
  ming_report_add_heading (report, heading, NULL);
  ming_report_notes_add (ming_report_add_notes (report), C_("mark", "Unknown"), message);
}

/** The account's credit (个人账户划入), when the case asked for it; why it is not known, when it is not. */
void
ming_sheet_add_credit (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                       gboolean large)
{
  const char *heading = estimate->credit.rule.kind == MING_CREDIT_FIXED_PER_YEAR
                            ? _("Yearly credit to the personal account")
                            : _("Monthly credit to the personal account");
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);

  if (estimate->credit.outcome == MING_OUTCOME_KNOWN)
    g_ptr_array_add (steps, ming_explain_credit (&estimate->credit));
  else if (estimate->credit.outcome != MING_OUTCOME_NOT_ASKED && estimate->credit.message != NULL)
    add_unknown (report, heading, estimate->credit.message);
  ming_sheet_add_steps (report, heading, steps, papers, large);
}

/** What is withheld from the account (个人账户代扣) each month, likewise; nothing where nothing is. */
void
ming_sheet_add_debit (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                      gboolean large)
{
  const MingContributionResult *result = &estimate->debit;
  const char *heading = _("Withheld from the account a month");
  g_autoptr (GPtrArray) steps = ming_explain_debit (result);

  if (result->outcome != MING_OUTCOME_KNOWN && result->outcome != MING_OUTCOME_NOT_ASKED
      && result->message != NULL)
    add_unknown (report, heading, result->message);
  ming_sheet_add_steps (report, heading, steps, papers, large);
}

/** What is owed (缴费), part by part, likewise. */
void
ming_sheet_add_contribution (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                             gboolean large)
{
  const MingContributionResult *result = &estimate->contribution;
  const char *heading
      = result->row != NULL && result->row->per_year ? _("Contribution a year") : _("Contribution a month");
  g_autoptr (GPtrArray) steps = ming_explain_contribution (result);

  if (result->outcome != MING_OUTCOME_KNOWN && result->outcome != MING_OUTCOME_NOT_ASKED
      && result->message != NULL)
    add_unknown (report, heading, result->message);
  ming_sheet_add_steps (report, heading, steps, papers, large);
}
