/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-explain.h"
#include "ming-sheet.h"

G_BEGIN_DECLS

/** MingSheetPapers: the documents a sheet rests on, numbered in the order in which its steps name them. */
typedef struct
{
  const MingPack *pack;
  GPtrArray *sources; /**< of MingSource* */
} MingSheetPapers;

MingSheetPapers *ming_sheet_papers_new (const MingPack *pack);
void ming_sheet_papers_free (MingSheetPapers *papers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingSheetPapers, ming_sheet_papers_free)
char *ming_sheet_papers_refer (MingSheetPapers *papers, GPtrArray *citations);
void ming_sheet_papers_add_visits (MingSheetPapers *papers, const MingEstimate *estimate);
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

/* ming-sheet.c: what all sheets have */
MingReport *ming_sheet_begin (const MingEstimate *estimate, const MingSheetOptions *options,
                              const char *title);
MingReportBlock *ming_sheet_add_facts (MingReport *report, const MingEstimate *estimate,
                                       const MingSheetOptions *options);
void ming_sheet_grid_add (MingReportBlock *grid, const char *name, const char *value, guint span);
char *ming_sheet_describe_pack (const MingEstimate *estimate);
void ming_sheet_add_papers (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers);
void ming_sheet_add_notes (MingReport *report, const MingEstimate *estimate, GPtrArray *messages);
void ming_sheet_add_closing (MingReport *report, const MingEstimate *estimate);

/* ming-sheet-steps.c */
void ming_sheet_add_steps (MingReport *report, const char *heading, GPtrArray *steps, MingSheetPapers *papers,
                           gboolean large);
void ming_sheet_add_credit (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                            gboolean large);
void ming_sheet_add_contribution (MingReport *report, const MingEstimate *estimate, MingSheetPapers *papers,
                                  gboolean large);

G_END_DECLS
