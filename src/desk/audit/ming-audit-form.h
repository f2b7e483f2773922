/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-audit.h"
#include "../estimate/ming-estimate-answer.h"

G_BEGIN_DECLS

/**
 * MingAuditValues: the figures of a statement as typed; never NULL.
 * @problem: why a file could not be read, or NULL
 */
typedef struct
{
  char *text[MING_N_STATEMENT_FIELDS];
  char *problem;
} MingAuditValues;

/** Nothing typed. (transfer full) */
MingAuditValues *ming_audit_values_new (void);
void ming_audit_values_free (MingAuditValues *values);

/** Types @text, which may mean nothing, into @field. */
void ming_audit_values_set (MingAuditValues *values, MingStatementField field, const char *text);
/** Takes over every figure of @statement; what it does not know is empty. */
void ming_audit_values_take (MingAuditValues *values, const MingStatement *statement);

/** @problem: (nullable): why a file could not be read; said in the place of a verdict */
void ming_audit_values_set_problem (MingAuditValues *values, const char *problem);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingAuditValues, ming_audit_values_free)

/**
 * MingAuditForm: what follows from the figures and the case of the session.
 * @field: what each field shows
 * @statement: the figures that could be read
 * @verdict: the answer in one sentence; @differs: whether they part
 * @headings, @rows: of char*, of GStrv: figure, statement, estimate, difference, step
 * @first_row: index of the row where they part, -1 when they do not
 * @first_step: number of the step that makes that figure, 0: none
 * @causes: of MingNote*: single facts that would explain it
 * @sums: of MingNote*: whether the statement adds up by itself
 * @steps: of MingStep*
 * @can_take_bill: the statement has a bill that the case of the session could take over
 */
typedef struct
{
  MingFieldState field[MING_N_STATEMENT_FIELDS];
  MingStatement statement;
  char *verdict;
  gboolean differs;
  GPtrArray *headings;
  GPtrArray *rows;
  int first_row;
  int first_step;
  GPtrArray *causes;
  GPtrArray *sums;
  GPtrArray *steps;
  gboolean can_take_bill;
} MingAuditForm;

/** What the figures mean beside the case of @person; pure, no screen needed. (transfer full) */
MingAuditForm *ming_audit_form_new (const MingAuditValues *values, const MingEstimateForm *person,
                                    const MingEstimateWorld *world);
void ming_audit_form_free (MingAuditForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingAuditForm, ming_audit_form_free)

/** Name of a figure in the program's language. */
const char *ming_audit_field_label (MingStatementField field);

/** Verdict, table, causes and sums as lines of text, for the clipboard. (transfer full) */
char *ming_audit_form_to_text (const MingAuditForm *form);

/*< private >*/
void ming_audit_form_tell_causes (MingAuditForm *form, const MingAudit *audit);
void ming_audit_form_tell_sums (MingAuditForm *form);

G_END_DECLS
