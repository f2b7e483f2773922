/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingCsvError: why a table cannot be read at all.
 * @MING_CSV_ERROR_ENCODING: neither UTF-8 nor GB18030
 * @MING_CSV_ERROR_SYNTAX: a quotation mark where none may be, or one that is never closed
 */
typedef enum
{
  MING_CSV_ERROR_ENCODING,
  MING_CSV_ERROR_SYNTAX
} MingCsvError;

#define MING_CSV_ERROR (ming_csv_error_quark ())
GQuark ming_csv_error_quark (void);

/** MingCsvCell: one cell; @line: where it begins, from 1. */
typedef struct
{
  guint line;
  char *text;
} MingCsvCell;

/**
 * The text of a file, UTF-8 with or without a byte order mark, or else GB18030, as spreadsheets write them.
 * (transfer full) (nullable)
 */
char *ming_csv_decode (const char *data, gsize length, GError **error);

/**
 * The cells of a table (RFC 4180, lines ended by CR LF or LF). Lines with nothing in them are left out.
 * Returns: (transfer full) (nullable): of GPtrArray* of MingCsvCell*
 */
GPtrArray *ming_csv_scan (const char *text, GError **error);

/** Adds a cell to a line: quoted where it must be, and so that no spreadsheet takes it for a formula. */
void ming_csv_append (GString *line, const char *text);

G_END_DECLS
