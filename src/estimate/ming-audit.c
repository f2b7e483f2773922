/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-audit"

#include "config.h"

#include "ming-audit-private.h"

void
ming_audit_compare (const MingStatement *statement, const MingStatement *estimate,
                    MingAuditRow rows[MING_N_STATEMENT_FIELDS])
{
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    {
      MingAuditRow *row = &rows[i];

      row->statement = statement->amount[i];
      row->estimate = estimate->amount[i];
      if (!row->statement.known)
        row->state = MING_AUDIT_NOT_TYPED;
      else if (!row->estimate.known)
        row->state = MING_AUDIT_NOT_KNOWN;
      else
        {
          row->difference_fen = row->statement.fen - row->estimate.fen;
          row->state = row->difference_fen == 0 ? MING_AUDIT_AGREES : MING_AUDIT_DIFFERS;
        }
    }
}

const MingVisitResult *
ming_audit_last_visit (const MingEstimate *estimate)
{
  return estimate->visits->len > 0 ? g_ptr_array_index (estimate->visits, estimate->visits->len - 1) : NULL;
}

/*
 * Number of the first step of layer @layer that is about @part, or the last one of the layer; from 1, 0:
 * none.
 */
static int
find_step (GPtrArray *steps, int layer, MingPart part)
{
  int last = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (steps, i);

      if (step->layer != layer)
        continue;
      if (step->part == part)
        return (int) i + 1;
      last = (int) i + 1;
    }
  return last;
}

/* The layer whose deductible the statement means: the first that has one. */
int
ming_audit_deductible_layer (const MingVisitResult *visit)
{
  for (int i = 0; i < visit->resolved->plan.n_layers; i++)
    if (visit->resolved->plan.layer[i].deductible.kind != MING_DEDUCTIBLE_NONE)
      return i;
  return -1;
}

static int
find_payer_step (const MingAudit *self, MingPayer payer)
{
  for (int i = 0; i < self->visit->resolved->plan.n_layers; i++)
    if (self->visit->resolved->plan.layer[i].payer == payer)
      return find_step (self->steps, i, MING_PART_SHARE);
  return 0;
}

static int
find_step_of (const MingAudit *self, MingStatementField field)
{
  int layer;

  switch ((int) field)
    {
    case MING_STATEMENT_TOTAL:
    case MING_STATEMENT_FULL_OWN:
    case MING_STATEMENT_OVER_LIMIT:
    case MING_STATEMENT_FIRST_PAY:
      return self->steps->len > 0 ? 1 : 0;
    case MING_STATEMENT_IN_SCOPE:
      return find_step (self->steps, -2, MING_PART_IN_SCOPE);
    case MING_STATEMENT_DEDUCTIBLE:
      layer = ming_audit_deductible_layer (self->visit);
      return layer >= 0 ? find_step (self->steps, layer, MING_PART_DEDUCTIBLE) : 0;
    case MING_STATEMENT_FUNDS:
    case MING_STATEMENT_HOSPITAL:
    case MING_STATEMENT_PERSON:
    case MING_STATEMENT_ACCOUNTS:
    case MING_STATEMENT_FAMILY:
    case MING_STATEMENT_CASH:
    case MING_STATEMENT_BALANCE:
      return (int) self->steps->len; /* how the own part is paid comes last */
    default:
      return find_payer_step (self, (MingPayer) (field - MING_STATEMENT_HIFP));
    }
}

static void
note_rows (MingAudit *self)
{
  for (int i = MING_N_STATEMENT_FIELDS - 1; i >= 0; i--)
    {
      MingAuditRow *row = &self->rows[i];

      if (self->visit != NULL && self->visit->outcome == MING_OUTCOME_KNOWN)
        row->step = find_step_of (self, (MingStatementField) i);
      if (row->state == MING_AUDIT_AGREES || row->state == MING_AUDIT_DIFFERS)
        self->n_compared++;
      if (row->state == MING_AUDIT_DIFFERS)
        self->first = (MingStatementField) i;
    }
}

static void
cause_free (MingCause *cause)
{
  g_free (cause->counter);
  g_ptr_array_unref (cause->values);
  g_free (cause);
}

MingAudit *
ming_audit_new (const MingLibrary *library, const MingCase *input, const MingStatement *statement,
                GError **error)
{
  MingEstimate *estimate;
  MingAudit *self;
  MingStatement found = { 0 };

  g_return_val_if_fail (input->visits->len > 0, NULL);

  estimate = ming_estimate_new (library, input, error);
  if (estimate == NULL)
    return NULL;
  self = g_new0 (MingAudit, 1);
  self->statement = *statement;
  self->estimate = estimate;
  self->visit = ming_audit_last_visit (estimate);
  self->first = MING_N_STATEMENT_FIELDS;
  self->causes = g_ptr_array_new_with_free_func ((GDestroyNotify) cause_free);
  if (self->visit->outcome == MING_OUTCOME_KNOWN)
    found = ming_statement_of_visit (self->visit);
  self->steps = ming_explain_visit (self->visit);
  ming_audit_compare (statement, &found, self->rows);
  note_rows (self);
  if (self->first < MING_N_STATEMENT_FIELDS)
    ming_audit_find_causes (self, library);
  return self;
}

void
ming_audit_free (MingAudit *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->causes);
  ming_estimate_free (self->estimate);
  g_free (self);
}
