/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../compare/ming-compare-form.h"
#include "../estimate/ming-estimate-answer.h"
#include "report/ming-sheet.h"
#include "store/ming-store.h"

G_BEGIN_DECLS

/*
 * What each page puts on paper: of MingReport*, (transfer full), with the head of @options. No GTK, so tested
 * without a screen.
 */

/**
 * MingPrintError: why nothing comes on paper.
 * @MING_PRINT_ERROR_NOTHING: there is nothing to print yet; the message says what is missing
 * @MING_PRINT_ERROR_CHANGED: a kept estimate would no longer come out as it was
 */
typedef enum
{
  MING_PRINT_ERROR_NOTHING,
  MING_PRINT_ERROR_CHANGED
} MingPrintError;

#define MING_PRINT_ERROR (ming_print_error_quark ())
GQuark ming_print_error_quark (void);

/** 待遇测算: a sheet for each visit; the account's sheet while there is no bill. */
GPtrArray *ming_print_visit_sheets (const MingEstimateAnswer *answer, const MingSheetOptions *options,
                                    GError **error);

/** 个人账户. */
GPtrArray *ming_print_account_sheets (const MingEstimateAnswer *answer, const MingSheetOptions *options,
                                      GError **error);

/**
 * 年度台账: all visits of @estimate; NULL when there is none yet, and the first of @messages (of char*) says
 * why.
 */
GPtrArray *ming_print_year_sheets (const MingEstimate *estimate, GPtrArray *messages,
                                   const MingSheetOptions *options, GError **error);

/** 退休与年限: @life NULL, or nothing in it known: then @messages, of char*, say why. */
GPtrArray *ming_print_life_sheets (const MingLife *life, GPtrArray *messages, const MingSheetOptions *options,
                                   GError **error);

/** 方案对比: the plans that could be worked out, side by side. */
GPtrArray *ming_print_compare_sheets (const MingCompareForm *form, const MingSheetOptions *options,
                                      GError **error);

/**
 * 历史: a kept estimate as it was handed over, with its own number, date, time and name; never the client's
 * at the counter. MING_PRINT_ERROR_CHANGED when program or policy pack have changed since: what comes out
 * would not be what was kept.
 */
GPtrArray *ming_print_kept_sheets (const MingStoreEntry *entry, const MingLibrary *library,
                                   const MingSheetOptions *options, GError **error);

G_END_DECLS
