/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-estimate.h"
#include "ming-report-error.h"

G_BEGIN_DECLS

/**
 * The segment × payer tables of all visits as CSV (RFC 4180, lines end in CR LF), amounts without
 * separators; visits that could not be worked out have no lines. Text that a spreadsheet would run as a
 * formula gets an apostrophe in front. (transfer full)
 */
char *ming_export_csv (const MingEstimate *estimate);

/**
 * @text in the encoding of a file: "UTF-8" gets a byte order mark, without which spreadsheets take it for
 * something else; "GB18030" and others get none.
 * Returns: (transfer full) (nullable): NULL with %MING_REPORT_ERROR_ENCODING
 */
GBytes *ming_export_encode (const char *text, const char *charset, GError **error);

/**
 * A workbook of four sheets: tables, working, documents, notes. Amounts are numbers with two decimals, not
 * text.
 * @created: the moment written into the file, so that two runs give the same bytes
 * Returns: (transfer full) (nullable): NULL with %MING_REPORT_ERROR_DRAWING
 */
GBytes *ming_export_xlsx (const MingEstimate *estimate, MingDate created, GError **error);

/** The whole result as indented JSON with a newline at the end. (transfer full) */
GBytes *ming_export_json (const MingEstimate *estimate);

G_END_DECLS
