/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-explain.h"
#include "ming-sheet.h"

G_BEGIN_DECLS

/**
 * MingSheetPapers: the documents a sheet rests on, numbered in the order in which its steps name them.
 * @pack: whose documents the next steps name
 */
typedef struct
{
  const MingPack *pack;
  GPtrArray *sources; /**< of MingSource* */
} MingSheetPapers;

MingSheetPapers *ming_sheet_papers_new (const MingPack *pack);
void ming_sheet_papers_free (MingSheetPapers *papers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingSheetPapers, ming_sheet_papers_free)
char *ming_sheet_papers_refer (MingSheetPapers *papers, GPtrArray *citations);
char *ming_sheet_papers_refer_visit (MingSheetPapers *papers, const MingVisitResult *result);
void ming_sheet_papers_turn_to (MingSheetPapers *papers, const MingPack *pack);
void ming_sheet_papers_add_list (MingSheetPapers *papers, MingReport *report);

/* ming-sheet-words.c: amounts and codes in words; all (transfer full) unless static */
char *ming_sheet_money (MingFen fen);
char *ming_sheet_cell (MingFen fen);
char *ming_sheet_yuan (MingFen fen);
char *ming_sheet_capital (MingFen fen);
char *ming_sheet_difference (MingFen fen);
char *ming_sheet_date (MingDate date);
const char *ming_sheet_psn_type (const char *code);
const char *ming_sheet_hosp_lv (const char *code);
const char *ming_sheet_away (const char *word);

/**
 * MingSheetSubject: what all sheets say of an answer, whatever was asked. Everything but @code, @qr,
 * @cautions and @gaps is borrowed from the answer.
 * @region, @psn_type, @gend: NULL when not known; @age_years: -1
 * @qr: text of the code in the corner; @qr_note: what it is good for (static)
 * @cautions, @gaps: of char*
 */
typedef struct
{
  const MingPack *pack;
  const char *region;
  const char *psn_type;
  const char *gend;
  int age_years;
  MingEvidence evidence;
  char *code; /* NULL, with qr, when nothing is known: what cannot be kept has no code to find it by */
  char *qr;
  const char *qr_note;
  GPtrArray *cautions;
  GPtrArray *gaps;
} MingSheetSubject;

/* ming-sheet-subject.c */
/* @about: of #MingAbout: what the sheet says, so that no gap stands on it which touches none of that */
MingSheetSubject *ming_sheet_subject_new (const MingEstimate *estimate, guint about);
MingSheetSubject *ming_sheet_subject_new_life (const MingLife *life);
void ming_sheet_subject_free (MingSheetSubject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingSheetSubject, ming_sheet_subject_free)

/* ming-sheet.c: what all sheets have */
MingReport *ming_sheet_begin (const MingSheetSubject *subject, const MingSheetOptions *options,
                              const char *title);
MingReportBlock *ming_sheet_add_facts (MingReport *report, const MingSheetSubject *subject,
                                       const MingSheetOptions *options);
void ming_sheet_add_amounts (MingReport *report, MingFen total_fen, MingFen fund_fen, MingFen person_fen,
                             MingFen cash_fen);
void ming_sheet_grid_add (MingReportBlock *grid, const char *name, const char *value, guint span);
char *ming_sheet_describe_pack (const MingSheetSubject *subject);
void ming_sheet_add_papers (MingReport *report, const MingSheetSubject *subject, MingSheetPapers *papers);
void ming_sheet_add_notes (MingReport *report, const MingSheetSubject *subject, GPtrArray *messages);
void ming_sheet_add_closing (MingReport *report, const MingSheetSubject *subject);

/* ming-sheet-steps.c */
void ming_sheet_add_steps (MingReport *report, const char *heading, GPtrArray *steps, MingSheetPapers *papers,
                           gboolean large);
void ming_sheet_add_workings (MingReport *report, const char *heading, GPtrArray *steps,
                              MingSheetPapers *papers, gboolean large);
void ming_sheet_add_credit (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                            gboolean large);
void ming_sheet_add_debit (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                           gboolean large);
void ming_sheet_add_contribution (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                                  gboolean large);

G_END_DECLS
