/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-sheet-private.h"

#define PAGE_LIMIT 1

static void
add_answer (MingReport *report, const MingEstimate *estimate)
{
  gboolean credit_known = estimate->credit.outcome == MING_OUTCOME_KNOWN;
  gboolean owed_known = estimate->contribution.outcome == MING_OUTCOME_KNOWN;
  MingReportBlock *figures;

  if (!credit_known && !owed_known)
    return;
  figures = ming_report_add_figures (report);
  if (credit_known)
    {
      g_autofree char *month = ming_sheet_yuan (estimate->credit.credit.month_fen);
      g_autofree char *year = ming_sheet_yuan (estimate->credit.credit.year_fen);

      if (estimate->credit.rule.kind != MING_CREDIT_FIXED_PER_YEAR)
        ming_report_figures_add (figures, _("Credit a month"), month, TRUE);
      ming_report_figures_add (figures, _("Credit a year"), year,
                               estimate->credit.rule.kind == MING_CREDIT_FIXED_PER_YEAR);
    }
  if (owed_known)
    {
      const MingContribution *owed = &estimate->contribution.contribution;
      g_autofree char *total = ming_sheet_yuan (owed->total_fen);
      g_autofree char *person
          = ming_sheet_yuan (owed->by_fen[MING_CONTRIBUTOR_PERSON] + owed->by_fen[MING_CONTRIBUTOR_FLEXIBLE]);

      ming_report_figures_add (figures, _("Contribution in all"), total, FALSE);
      ming_report_figures_add (figures, _("of it by the person"), person, FALSE);
    }
}

MingReport *
ming_sheet_account_new (const MingEstimate *estimate, const MingSheetOptions *options)
{
  g_autoptr (MingSheetSubject) subject = NULL;
  MingReport *report;
  g_autoptr (MingSheetPapers) papers = NULL;

  g_return_val_if_fail (estimate != NULL && options != NULL, NULL);

  papers = ming_sheet_papers_new (estimate->pack);
  subject = ming_sheet_subject_new (estimate, MING_ABOUT_ACCOUNT_CREDIT | MING_ABOUT_CONTRIBUTION);
  report = ming_sheet_begin (subject, options, _("Personal account and contribution estimate"));
  if (!options->large)
    ming_report_set_page_limit (report, PAGE_LIMIT);
  ming_sheet_add_facts (report, subject, options);
  add_answer (report, estimate);
  ming_sheet_add_credit (report, estimate, papers, options->large);
  ming_sheet_add_debit (report, estimate, papers, options->large);
  ming_sheet_add_contribution (report, estimate, papers, options->large);
  ming_sheet_add_papers (report, subject, papers);
  ming_sheet_add_notes (report, subject, NULL);
  ming_sheet_add_closing (report, subject);
  return report;
}
