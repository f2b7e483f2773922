/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../estimate/ming-estimate-answer.h"
#include "estimate/ming-ledger.h"
#include "ming-ledger-values.h"

G_BEGIN_DECLS

/** MingLedgerFigure: what stands behind a visit once it is worked out. */
typedef enum
{
  MING_LEDGER_FUND = 0, /**< 基金支付 */
  MING_LEDGER_OWN,      /**< 个人账户支付, the own one */
  MING_LEDGER_FAMILY,   /**< 共济账户支付 */
  MING_LEDGER_CASH,     /**< 现金支付 */
  MING_LEDGER_N_FIGURES
} MingLedgerFigure;

/** MingLedgerState: how far a row has come. */
typedef enum
{
  MING_LEDGER_BLANK = 0, /**< nothing typed */
  MING_LEDGER_MISSING,   /**< something is not typed yet */
  MING_LEDGER_REFUSED,   /**< something typed means nothing */
  MING_LEDGER_REFUNDED,  /**< taken back, not counted */
  MING_LEDGER_WAITING,   /**< good, but a row above it is not */
  MING_LEDGER_UNKNOWN,   /**< the rules do not say */
  MING_LEDGER_SETTLED
} MingLedgerState;

/**
 * MingLedgerRowForm: one row of the ledger on the screen.
 * @field: by MingLedgerColumn
 * @figure: by MingLedgerFigure; "" when there is none
 * @line: under the row: the year after the visit, or what is wrong or missing
 * @visit: what was typed, NULL while it cannot be worked out
 */
typedef struct
{
  MingLedgerState state;
  MingFieldState field[MING_LEDGER_N_COLUMNS];
  char *figure[MING_LEDGER_N_FIGURES];
  char *line;
  MingCaseVisit *visit;
} MingLedgerRowForm;

/**
 * MingLedgerForm: everything the page shows; follows from the ledger as typed and the client.
 * @rows: of MingLedgerRowForm*
 * @has_family: whether there are family accounts to pay
 * @complete: every row is worked out; only then is there an @input
 * @input: the year as a case, with the labels the visits came with
 * @ledger: the year up to the first row that cannot be worked out, visits labelled by serial; or NULL
 * @verdict: what the correction comes to, "" without one
 * @change_headings, @changes: of char*, of GStrv: what the correction changes for each visit (补差)
 * @month_headings, @months: of char*, of GStrv: the account month by month
 * @next_field: by MingLedgerNext; @next_caption: which bill it is; @next: of GStrv: name and amount
 * @messages: of char*: what is missing, refused, unknown or to be minded
 * @context: whose rules, and for whom: nothing that tells who it is; @status: the line at the foot
 * @has_person: whether enough is known of the person
 */
typedef struct
{
  GPtrArray *rows;
  gboolean has_family;
  gboolean has_person;
  gboolean complete;
  MingCase *input;
  MingLedger *ledger;
  char *verdict;
  GPtrArray *change_headings;
  GPtrArray *changes;
  GPtrArray *month_headings;
  GPtrArray *months;
  MingFieldState next_field[MING_LEDGER_N_NEXT];
  char *next_caption;
  GPtrArray *next;
  GPtrArray *messages;
  char *context;
  char *status;
} MingLedgerForm;

/** The field of an estimate that a column types; MING_N_FIELDS for what an estimate has no field for. */
MingField ming_ledger_column_field (MingLedgerColumn column);

/** What a column takes; its heading in the program's language. */
MingFieldKind ming_ledger_column_kind (MingLedgerColumn column);
const char *ming_ledger_column_label (MingLedgerColumn column);

/** What a field of the next admission takes, and its caption. */
MingFieldKind ming_ledger_next_kind (MingLedgerNext column);
const char *ming_ledger_next_label (MingLedgerNext column);

/** Heading of a figure. */
const char *ming_ledger_figure_label (MingLedgerFigure figure);

/** What the ledger means for the client of @client; pure, no screen needed. (transfer full) */
MingLedgerForm *ming_ledger_form_new (const MingLedgerValues *values, const MingEstimateValues *client,
                                      const MingEstimateWorld *world);
void ming_ledger_form_free (MingLedgerForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLedgerForm, ming_ledger_form_free)

/** The text of a cell as it is written when left. (transfer full) */
char *ming_ledger_tidy (MingLedgerColumn column, const char *text, MingDate today);
char *ming_ledger_next_tidy (MingLedgerNext column, const char *text, MingDate today);

/** Where Enter goes from @column of @row, cell by cell and row by row: FALSE when there is nowhere to go. */
gboolean ming_ledger_form_next_cell (const MingLedgerForm *form, guint *row, guint *column);

/** The first row that is still to be typed, else the last one. */
guint ming_ledger_form_first_blank (const MingLedgerForm *form);

/** The ledger as tab-separated lines, for the clipboard. (transfer full) */
char *ming_ledger_form_to_text (const MingLedgerForm *form);

/*< private >*/
typedef struct
{
  MingEstimateValues *client; /* the person and the year before the first visit, no visit */
  const MingEstimateWorld *world;
} MingLedgerClient;

GPtrArray *ming_ledger_rows_new (GPtrArray *rows, const MingLedgerClient *client, MingCase *base);
/*
 * The rows one after the other up to the first that cannot be worked out; then not @complete. When that is
 * NULL such rows are passed over: nobody settled them.
 */
MingLedger *ming_ledger_rows_settle (GPtrArray *rows, const MingCase *base, const MingLibrary *library,
                                     gboolean *complete, GError **error);
void ming_ledger_form_fill_figures (MingLedgerForm *form, const MingLedgerValues *values);
void ming_ledger_form_fill_changes (MingLedgerForm *form, const MingLedgerValues *values,
                                    const MingLedger *before);
void ming_ledger_form_fill_months (MingLedgerForm *form);
void ming_ledger_form_fill_next (MingLedgerForm *form, const MingLedgerValues *values,
                                 const MingLedgerClient *client);

G_END_DECLS
