/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingReportError: why a sheet could not be made or written.
 * @MING_REPORT_ERROR_PAPER: something that may not be split is taller or wider than the page
 * @MING_REPORT_ERROR_GLYPHS: no font on this machine can write a character of the sheet; the plain text
 *   still can
 * @MING_REPORT_ERROR_DRAWING: cairo, the QR code or the spreadsheet library refused; the message says what
 *   it said
 * @MING_REPORT_ERROR_NO_SPACE: the disk is full
 * @MING_REPORT_ERROR_READ_ONLY: the place may not be written to
 * @MING_REPORT_ERROR_NO_FOLDER: the folder does not exist
 * @MING_REPORT_ERROR_IO: any other failure to write
 * @MING_REPORT_ERROR_ENCODING: a character cannot be written in the encoding asked for
 */
typedef enum
{
  MING_REPORT_ERROR_PAPER,
  MING_REPORT_ERROR_GLYPHS,
  MING_REPORT_ERROR_DRAWING,
  MING_REPORT_ERROR_NO_SPACE,
  MING_REPORT_ERROR_READ_ONLY,
  MING_REPORT_ERROR_NO_FOLDER,
  MING_REPORT_ERROR_IO,
  MING_REPORT_ERROR_ENCODING
} MingReportError;

#define MING_REPORT_ERROR (ming_report_error_quark ())
GQuark ming_report_error_quark (void);

G_END_DECLS
