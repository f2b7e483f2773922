/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../estimate/ming-estimate-answer.h"

G_BEGIN_DECLS

/** How many months the page looks ahead. */
#define MING_ACCOUNT_MONTHS 12

/** The figures on top. */
typedef enum
{
  MING_ACCOUNT_FIGURE_MONTH = 0, /**< 月划入 */
  MING_ACCOUNT_FIGURE_YEAR,      /**< 年划入 */
  MING_ACCOUNT_FIGURE_PAID,      /**< 本次账户支付, family accounts included */
  MING_ACCOUNT_FIGURE_BALANCE,   /**< 余额 after twelve months */
  MING_N_ACCOUNT_FIGURES
} MingAccountFigure;

/**
 * MingAccountMonth: one month of the account.
 * @month: year × 12 + month − 1
 * @is_opening: its credit is in the balance typed
 * @balance_known: whether a balance was typed
 */
typedef struct
{
  int month;
  gboolean is_opening;
  MingAmount credit;
  MingFen paid_fen;
  MingAmount balance;
} MingAccountMonth;

/**
 * MingAccountForm: what the account page shows; follows from the session alone.
 * @figure: the figures on top
 * @month: from the month of the visit, or of the day of asking; @n_months: 0 when nothing can be said
 * @month_headings, @month_rows: of char*, of GStrv: month, credit, paid, balance
 * @chart_text: the curve of balances in words
 * @steps: of MingStep*: how the credit comes about
 * @may_headings, @may_rows: what the accounts may pay: part of the bill, own account, family accounts
 * @may_notes: of MingNote*: where that stands, and what is not modelled
 * @family: states of the members' cells, row by row; @order: of the order's field
 * @pays: of char*: in which order the accounts pay and what each paid
 * @guide: of MingNote*: withdrawal, inheritance, transfer, why nothing was credited
 * @messages: of char*: what is missing
 */
typedef struct
{
  MingHeadline figure[MING_N_ACCOUNT_FIGURES];
  MingAccountMonth month[MING_ACCOUNT_MONTHS];
  int n_months;
  GPtrArray *month_headings;
  GPtrArray *month_rows;
  char *chart_text;
  GPtrArray *steps;
  GPtrArray *may_headings;
  GPtrArray *may_rows;
  GPtrArray *may_notes;
  MingFieldState family[MING_FAMILY_ROWS][MING_N_FAMILY_COLUMNS];
  MingFieldState order;
  GPtrArray *pays;
  GPtrArray *guide;
  GPtrArray *messages;
} MingAccountForm;

/** What a cell of the members' table takes. */
MingFieldKind ming_account_column_kind (MingFamilyColumn column);

/** Heading of a column of the members' table, in the program's language. */
const char *ming_account_column_label (MingFamilyColumn column);

/**
 * Follows from values and form of the session; pure, no screen needed.
 * @year: (nullable): visits of the ledger; the balance is carried through these, else through the bill alone
 * @incomplete: the ledger has rows that cannot be worked out, so there is no @year
 * (transfer full)
 */
MingAccountForm *ming_account_form_new (const MingEstimateValues *typed, const MingEstimateForm *person,
                                        const MingEstimateAnswer *answer, const MingCase *year,
                                        gboolean incomplete, const MingEstimateWorld *world);
void ming_account_form_free (MingAccountForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingAccountForm, ming_account_form_free)

/** The months as tab-separated lines, for the clipboard. (transfer full) */
char *ming_account_form_to_text (const MingAccountForm *form);

/*< private >*/
void ming_account_form_fill_months (MingAccountForm *form, const MingEstimateForm *person,
                                    const MingCase *year, const MingEstimateWorld *world);
void ming_account_form_fill_may (MingAccountForm *form, const MingEstimateForm *person);
void ming_account_form_fill_family (MingAccountForm *form, const MingEstimateValues *typed,
                                    const MingEstimateForm *person, const MingEstimateAnswer *answer);

G_END_DECLS
