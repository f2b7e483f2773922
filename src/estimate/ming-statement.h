/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-estimate.h"

G_BEGIN_DECLS

/** MingStatementField: the figures of a settlement statement (结算单), in the order in which they arise. */
typedef enum
{
  MING_STATEMENT_TOTAL = 0,  /**< medfee_sumamt 医疗费总额 */
  MING_STATEMENT_FULL_OWN,   /**< fulamt_ownpay_amt 全自费 */
  MING_STATEMENT_OVER_LIMIT, /**< overlmt_selfpay 超限价 */
  MING_STATEMENT_FIRST_PAY,  /**< preselfpay_amt 先行自付 */
  MING_STATEMENT_IN_SCOPE,   /**< inscp_scp_amt 符合政策范围 */
  MING_STATEMENT_DEDUCTIBLE, /**< act_pay_dedc 实际支付起付线 */
  MING_STATEMENT_HIFP,       /**< hifp_pay; from here on the funds in the order of #MingPayer */
  MING_STATEMENT_HIFOB,      /**< hifob_pay */
  MING_STATEMENT_HIFMI,      /**< hifmi_pay */
  MING_STATEMENT_CVLSERV,    /**< cvlserv_pay */
  MING_STATEMENT_HIFES,      /**< hifes_pay */
  MING_STATEMENT_MAF,        /**< maf_pay */
  MING_STATEMENT_OTH,        /**< oth_pay */
  MING_STATEMENT_FUNDS,      /**< fund_pay_sumamt 基金支付总额, without the accounts */
  MING_STATEMENT_HOSPITAL,   /**< hosp_part_amt 医院负担 */
  MING_STATEMENT_PERSON,     /**< psn_part_amt 个人负担 */
  MING_STATEMENT_ACCOUNTS,   /**< acct_pay 个人账户支出, family accounts included */
  MING_STATEMENT_FAMILY,     /**< acct_mulaid_pay, the family part of it */
  MING_STATEMENT_CASH,       /**< psn_cash_pay 现金 */
  MING_STATEMENT_BALANCE,    /**< balc 余额, after the settlement */
  MING_N_STATEMENT_FIELDS
} MingStatementField;

/** MingStatement: as much of a statement as is known; what is not known is not zero. */
typedef struct
{
  MingAmount amount[MING_N_STATEMENT_FIELDS];
} MingStatement;

/** The figures of a settled visit. Accounts and cash are left out when nobody said what is in the account. */
MingStatement ming_statement_of_visit (const MingVisitResult *result);

/**
 * Reads a settlement record: an object with the national names, either by itself or as "setlinfo" or
 * "output"/"setlinfo" of an interface message (2206, 2303, 2304 …), or the last visit of a mingsuan-result/1.
 * The names of the core table (psn_pay, cash_payamt, othfund_pay, inscp_amt) are understood too. Amounts may
 * be numbers or texts, null and "" are not known, other members are passed over.
 *
 * Errors, of MING_CASE_ERROR: SYNTAX (not JSON, or a key twice), FORMAT (no settlement record in it),
 * BAD_VALUE (an amount that is none; refunds, which are negative, are among them).
 * Returns: whether @out was written
 */
gboolean ming_statement_parse (const char *text, gssize length, MingStatement *out, GError **error);

/** The same from a file; IO when it cannot be read. */
gboolean ming_statement_load (GFile *file, MingStatement *out, GError **error);

/** MingSumState: whether parts make up their whole. */
typedef enum
{
  MING_SUM_NOT_ASKED = 0, /**< the whole, or every part, is missing */
  MING_SUM_OPEN,          /**< parts are missing that must make up @difference_fen */
  MING_SUM_HOLDS,
  MING_SUM_FAILS
} MingSumState;

/**
 * MingSum: one identity of a statement.
 * @name: "I1" … (static)
 * @whole: what the parts must add up to
 * @difference_fen: whole − the parts that are known
 * @missing: set of bits by #MingStatementField of the parts that are not known
 */
typedef struct
{
  const char *name;
  MingStatementField whole;
  MingSumState state;
  MingFen difference_fen;
  guint missing;
} MingSum;

#define MING_N_STATEMENT_SUMS 5

/**
 * Whether the statement adds up by itself:
 * I1 total = full own + over limit + first pay + in scope; I2 funds = Σ of the seven;
 * I3 total = funds + hospital + person; I4 person = accounts + cash;
 * I3+I4 total = funds + hospital + accounts + cash, for statements that do not give the person's part.
 */
void ming_statement_sums (const MingStatement *self, MingSum sums[MING_N_STATEMENT_SUMS]);

G_END_DECLS
