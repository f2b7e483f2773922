/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-explain.h"
#include "ming-statement.h"

G_BEGIN_DECLS

/** MingAuditState: one figure of the statement against the estimate. */
typedef enum
{
  MING_AUDIT_NOT_TYPED = 0, /**< the statement does not say */
  MING_AUDIT_NOT_KNOWN,     /**< the estimate does not say */
  MING_AUDIT_AGREES,
  MING_AUDIT_DIFFERS
} MingAuditState;

/**
 * MingAuditRow: @step is the number of the step that makes the figure, from 1 (0: none).
 * The difference is statement − estimate, 0 unless both are known.
 */
typedef struct
{
  MingAuditState state;
  MingAmount statement;
  MingAmount estimate;
  MingFen difference_fen;
  int step;
} MingAuditRow;

/** MingCauseKind: one fact that may have been different from what the case says. */
typedef enum
{
  MING_CAUSE_CHARGES = 0,     /**< the bill itself: the classes are those of the statement */
  MING_CAUSE_FIRST_PAY_RATE,  /**< 乙类先付比例; values "0%" … */
  MING_CAUSE_ADMISSION,       /**< 第几次住院; values "1" … */
  MING_CAUSE_PSN_TYPE,        /**< 人员类别 */
  MING_CAUSE_HOSP_LV,         /**< 医院等级 */
  MING_CAUSE_AWAY,            /**< 就医地 */
  MING_CAUSE_DEDUCTIBLE_USED, /**< 本年已付起付线; amounts */
  MING_CAUSE_PAID_SO_FAR,     /**< 本年已支付, where a cap bites; amounts */
  MING_CAUSE_CVLSERV,         /**< 公务员标志; "0", "1" */
  MING_CAUSE_BALANCE,         /**< 结算前账户余额; amounts */
  MING_N_CAUSES
} MingCauseKind;

/**
 * MingCause: the case with this one fact changed gives every figure of the statement that can be compared.
 * @values: of char*: each value that does; codes, numbers, or yuan as "1300.00"
 * @counter: whose running total, for the two that have one, else NULL
 */
typedef struct
{
  MingCauseKind kind;
  char *counter;
  GPtrArray *values;
} MingCause;

/**
 * MingAudit (复核对账): a real statement held against what the rules give.
 * @estimate: of the case; @visit: the visit of it that is compared, owned by it
 * @rows: by field, all of state NOT_KNOWN or NOT_TYPED when the visit could not be settled
 * @first: the first field that differs, MING_N_STATEMENT_FIELDS when none does
 * @n_compared: figures that both know
 * @steps: of MingStep*: the working of the visit
 * @causes: of MingCause*, likeliest first; empty when nothing differs
 */
typedef struct
{
  MingStatement statement;
  MingEstimate *estimate;
  const MingVisitResult *visit;
  MingAuditRow rows[MING_N_STATEMENT_FIELDS];
  MingStatementField first;
  guint n_compared;
  GPtrArray *steps;
  GPtrArray *causes;
} MingAudit;

/**
 * Holds @statement against the last visit of @input. Nothing of the statement flows into the estimate.
 * @input: has at least one visit
 * Returns: (transfer full) (nullable): errors as ming_estimate_new()
 */
MingAudit *ming_audit_new (const MingLibrary *library, const MingCase *input, const MingStatement *statement,
                           GError **error);
void ming_audit_free (MingAudit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingAudit, ming_audit_free)

G_END_DECLS
