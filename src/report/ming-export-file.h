/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-export.h"
#include "ming-report.h"

G_BEGIN_DECLS

/** MingExportFormat: pdf, png, txt are the sheet; xlsx, csv, json the figures of the estimate. */
typedef enum
{
  MING_EXPORT_PDF = 0,
  MING_EXPORT_PNG,
  MING_EXPORT_TXT,
  MING_EXPORT_XLSX,
  MING_EXPORT_CSV,
  MING_EXPORT_JSON,
  MING_N_EXPORT_FORMATS
} MingExportFormat;

/** "pdf", "png" …: the end of a file's name, and the word of the command line (static). */
const char *ming_export_format_word (MingExportFormat format);

/** The format of that word, capitals too; %MING_N_EXPORT_FORMATS for none. */
MingExportFormat ming_export_format_find (const char *word);

/** Whether @format writes the figures of an estimate, not the sheets. */
gboolean ming_export_format_is_figures (MingExportFormat format);

/**
 * MingExport: what goes into a file.
 * @sheets: of MingReport*, at least one, for the sheet's formats
 * @estimate: for the figures' formats; NULL where there is none
 * @charset: of CSV, "utf-8" or "gb18030"
 */
typedef struct
{
  MingExportFormat format;
  GPtrArray *sheets;
  const MingEstimate *estimate;
  const char *charset;
} MingExport;

/**
 * Writes @path, whole or not at all; several pages as PNG become "sheet-1.png", "sheet-2.png" beside it.
 * Where no font can write the sheet, the citizen still gets one: as plain text in PATH.txt.
 * @out_instead: (out) (optional) (transfer full): name of that text, NULL when there is none
 * Returns: FALSE with a MING_REPORT_ERROR; with %MING_REPORT_ERROR_GLYPHS also when the text was written
 */
gboolean ming_export_write (const MingExport *self, const char *path, char **out_instead, GError **error);

G_END_DECLS
