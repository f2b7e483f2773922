/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-csv-scan.h"
#include "ming-ledger-form.h"

G_BEGIN_DECLS

/**
 * MingLedgerError: why a file is no ledger. A case has the errors of #MingCaseError.
 * @MING_LEDGER_ERROR_EMPTY: there is nothing in it, or no visit
 * @MING_LEDGER_ERROR_HEADER: the first line names a column that is not known, names one twice, or lacks one
 * @MING_LEDGER_ERROR_CELL: cells that mean nothing, or lines that do not add up
 * @MING_LEDGER_ERROR_SIZE: more visits than a ledger has room for
 */
typedef enum
{
  MING_LEDGER_ERROR_EMPTY,
  MING_LEDGER_ERROR_HEADER,
  MING_LEDGER_ERROR_CELL,
  MING_LEDGER_ERROR_SIZE
} MingLedgerError;

#define MING_LEDGER_ERROR (ming_ledger_error_quark ())
GQuark ming_ledger_error_quark (void);

/** MingLedgerFault: what is wrong with a table; @column is 0 where it is the whole line, @key then NULL. */
typedef struct
{
  guint line;
  guint column;
  char *key;
  char *message;
} MingLedgerFault;

/**
 * The visits of a table in CSV, with the national field names as its first line (docs/ledger-file.md).
 * @faults: (nullable): of MingLedgerFault*; every faulty cell is listed
 * Returns: (transfer full) (nullable): a case that has visits and nothing else; NULL with a MING_CSV_ERROR or
 *   MING_LEDGER_ERROR
 */
MingCase *ming_ledger_csv_parse (const char *text, GPtrArray *faults, GError **error);
void ming_ledger_fault_free (MingLedgerFault *fault);

/**
 * The visits of @input as such a table, with what was paid for each behind it. No byte order mark.
 * @ledger: of the same visits, labelled with their number from 1
 * (transfer full)
 */
char *ming_ledger_csv_print (const MingCase *input, const MingLedger *ledger);

/**
 * Reads a ledger from a file, a case in JSON or a table in CSV.
 * @has_person: (out): whether it says whose ledger it is, as a case does
 * @problems: of char*: every fault and its place, in the program's language
 * Returns: (transfer full) (nullable): NULL when anything is wrong
 */
MingCase *ming_ledger_read (const char *data, gsize length, gboolean *has_person, GPtrArray *problems);

/**
 * The ledger of @form as a file: CSV in UTF-8 with a byte order mark, or a case in JSON.
 * Returns: (transfer full) (nullable): NULL while a row cannot be worked out
 */
GBytes *ming_ledger_write (const MingLedgerForm *form, const MingLibrary *library, gboolean csv);

G_END_DECLS
