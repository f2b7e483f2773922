/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-life.h"
#include "ming-report.h"

G_BEGIN_DECLS

/**
 * MingSheetOptions: what a sheet says beside the estimate. Texts may be NULL and are then left out.
 *
 * @office, @window, @clerk: from the settings of the office (经办机构, 窗口, 经办人工号)
 * @number: of the sheet (编号)
 * @date, @hour, @minute: when it was made; given, never read from a clock here; @hour -1: not said
 * @name: of the person, only when the person wants it there
 * @identity: citizen number, printed masked in any case
 * @large: large type (大字版): fewer columns, sentences first
 */
typedef struct
{
  const char *office;
  const char *window;
  const char *clerk;
  const char *number;
  MingDate date;
  int hour;
  int minute;
  const char *name;
  const char *identity;
  gboolean large;
} MingSheetOptions;

/** Nothing said, the date of @estimate's question, no time. */
MingSheetOptions ming_sheet_options_for (const MingEstimate *estimate);

/**
 * 医疗保险待遇测算单: visit @index (from 0) of @estimate, at most two pages in normal type. A visit that could not be
 * worked out gives a sheet that says why. (transfer full)
 */
MingReport *ming_sheet_visit_new (const MingEstimate *estimate, guint index, const MingSheetOptions *options);

/** 个人账户与缴费测算单: account credit and contribution, for a case without visits. (transfer full) */
MingReport *ming_sheet_account_new (const MingEstimate *estimate, const MingSheetOptions *options);

/** 年度待遇台账: all visits of @estimate in order, a line each, with sums by benefit year. (transfer full) */
MingReport *ming_sheet_year_new (const MingEstimate *estimate, const MingSheetOptions *options);

/**
 * 退休与缴费年限测算单: retirement, years for retired benefits and what is missing, waiting period, premium; what
 * could not be said, and why. (transfer full)
 */
MingReport *ming_sheet_life_new (const MingLife *life, const MingSheetOptions *options);

/** How many plans stand side by side on a sheet at most. */
#define MING_SHEET_COMPARED_MAX 4

/**
 * 方案对比表: the same visit @index under different regions, rules or choices side by side.
 * The documents, cautions and gaps of all of them stand once each; the code is that of the first.
 * @estimates: of MingEstimate*, two to #MING_SHEET_COMPARED_MAX; @labels: as many names
 * (transfer full)
 */
MingReport *ming_sheet_compare_new (GPtrArray *estimates, const char *const *labels, guint index,
                                    const MingSheetOptions *options);

/**
 * The text of the sheet's QR code: "MS1:7F3A-21C9:0123456789ABCDEF", receipt code and the first 64 bits of a
 * SHA-256 of all amounts of the answer, the same in every language. (transfer full)
 */
char *ming_sheet_qr_text (const MingEstimate *estimate);

/** The same of the sheet of a working life. (transfer full) */
char *ming_sheet_life_qr_text (const MingLife *life);

/**
 * Reads such a text back, as a scanner types it, spaces around and small letters too.
 * @out_code, @out_digest: (out) (nullable) (transfer full)
 * Returns: FALSE when @text is no such code
 */
gboolean ming_sheet_qr_parse (const char *text, char **out_code, char **out_digest);

/**
 * @identity with its middle hidden: "110105**********2X", also when it comes so; anything that is no citizen
 * number keeps two characters. (transfer full)
 */
char *ming_sheet_mask_identity (const char *identity, MingDate on);

G_END_DECLS
