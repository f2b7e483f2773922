/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-audit"

#include "config.h"

#include "policy/ming-wording.h"
#include "ming-audit-private.h"

/* The most stays of a year that are tried. */
#define ADMISSIONS_TRIED 6

static const char *const psn_types[] = { "1101", "1102", "1103", "1201", "1202", "1203", "1300",
                                         "1401", "1402", "1403", "1404", "1405", "1501", "16" };
static const char *const hosp_lvs[] = { "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11" };
static const char *const aways[] = { "home", "long_term", "referral", "emergency", "unfiled" };
static const char *const flags[] = { "0", "1" };

static MingCaseVisit *
last_visit (MingCase *input)
{
  return g_ptr_array_index (input->visits, input->visits->len - 1);
}

/* Whether @changed gives every figure of the statement that can be compared. */
static gboolean
explains (const MingAudit *self, const MingLibrary *library, const MingCase *changed)
{
  g_autoptr (MingEstimate) estimate = ming_estimate_new (library, changed, NULL);
  const MingVisitResult *visit = estimate != NULL ? ming_audit_last_visit (estimate) : NULL;
  MingAuditRow rows[MING_N_STATEMENT_FIELDS] = { 0 };
  MingStatement found;

  if (visit == NULL || visit->outcome != MING_OUTCOME_KNOWN)
    return FALSE;
  found = ming_statement_of_visit (visit);
  ming_audit_compare (&self->statement, &found, rows);
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    if (rows[i].state == MING_AUDIT_DIFFERS)
      return FALSE;
  return TRUE;
}

/*
 * Keeps @value (transfer full) as one that explains,
 * under the cause that was added last if it is the same.
 */
static void
keep (MingAudit *self, MingCauseKind kind, const char *counter, char *value)
{
  MingCause *cause = self->causes->len > 0 ? g_ptr_array_index (self->causes, self->causes->len - 1) : NULL;

  if (cause == NULL || cause->kind != kind || g_strcmp0 (cause->counter, counter) != 0)
    {
      cause = g_new0 (MingCause, 1);
      cause->kind = kind;
      cause->counter = g_strdup (counter);
      cause->values = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->causes, cause);
    }
  g_ptr_array_add (cause->values, value);
}

/* Where in a case the fact of @kind stands. */
static char **
find_text (MingCase *changed, MingCauseKind kind)
{
  switch ((int) kind)
    {
    case MING_CAUSE_PSN_TYPE:
      return &changed->person.psn_type;
    case MING_CAUSE_HOSP_LV:
      return &last_visit (changed)->hosp_lv;
    case MING_CAUSE_AWAY:
      return &last_visit (changed)->away;
    default:
      return &changed->person.cvlserv_flag;
    }
}

static void
try_texts (MingAudit *self, const MingLibrary *library, MingCauseKind kind, const char *const *values,
           gsize n_values)
{
  for (gsize i = 0; i < n_values; i++)
    {
      g_autoptr (MingCase) changed = ming_case_copy (self->estimate->input);
      char **text = find_text (changed, kind);

      if (g_strcmp0 (*text, values[i]) == 0)
        continue;
      g_free (*text);
      *text = g_strdup (values[i]);
      if (explains (self, library, changed))
        keep (self, kind, NULL, g_strdup (values[i]));
    }
}

static void
try_admissions (MingAudit *self, const MingLibrary *library)
{
  int nth = (int) self->visit->facts.number[MING_FACT_ADMISSION];

  if (!self->visit->input.admission)
    return;
  for (int i = 1; i <= ADMISSIONS_TRIED; i++)
    {
      g_autoptr (MingCase) changed = ming_case_copy (self->estimate->input);

      last_visit (changed)->admission = i;
      if (i != nth && explains (self, library, changed))
        keep (self, MING_CAUSE_ADMISSION, NULL, g_strdup_printf ("%d", i));
    }
}

/* @field of the statement, else what the estimate used. */
static MingFen
stated (const MingAudit *self, MingStatementField field)
{
  return self->statement.amount[field].known ? self->statement.amount[field].fen
                                             : self->rows[field].estimate.fen;
}

/*
 * The bill as the statement has it. What is in scope follows from the rest,
 * so that only a sound bill is tried.
 */
static void
try_charges (MingAudit *self, const MingLibrary *library)
{
  g_autoptr (MingCase) changed = ming_case_copy (self->estimate->input);
  MingCaseVisit *visit = last_visit (changed);
  MingFen total_fen = stated (self, MING_STATEMENT_TOTAL);
  MingFen full_own_fen = stated (self, MING_STATEMENT_FULL_OWN);
  MingFen over_limit_fen = stated (self, MING_STATEMENT_OVER_LIMIT);
  MingFen first_pay_fen = stated (self, MING_STATEMENT_FIRST_PAY);
  MingFen in_scope_fen = total_fen - full_own_fen - over_limit_fen - first_pay_fen;

  if (self->first > MING_STATEMENT_IN_SCOPE || in_scope_fen < 0)
    return;
  visit->by_class = FALSE;
  visit->medfee_sumamt = (MingAmount){ TRUE, total_fen };
  visit->fulamt_ownpay_amt = (MingAmount){ TRUE, full_own_fen };
  visit->overlmt_selfpay = (MingAmount){ TRUE, over_limit_fen };
  visit->preselfpay_amt = (MingAmount){ TRUE, first_pay_fen };
  visit->inscp_scp_amt = (MingAmount){ TRUE, in_scope_fen };
  if (explains (self, library, changed))
    keep (self, MING_CAUSE_CHARGES, NULL, ming_wording_fen (total_fen, MING_TEXT_PLAIN));
}

/* 乙类先付 by whole percents. */
static void
try_first_pay_rates (MingAudit *self, const MingLibrary *library)
{
  const MingCaseVisit *visit = last_visit (self->estimate->input);
  gboolean one_rate = visit->by_class && visit->class_b_items == NULL && visit->class_b.fen > 0;

  for (int percent = 0; one_rate && percent <= 100; percent++)
    {
      g_autoptr (MingCase) changed = NULL;

      if ((gint64) percent * visit->first_pay_rate.den == (gint64) visit->first_pay_rate.num * 100)
        continue;
      changed = ming_case_copy (self->estimate->input);
      last_visit (changed)->first_pay_rate = (MingRate){ percent, 100 };
      if (explains (self, library, changed))
        keep (self, MING_CAUSE_FIRST_PAY_RATE, NULL, g_strdup_printf ("%d%%", percent));
    }
}

/* The typed running total of @counter in @changed, made when there is none. */
static MingSoFar *
get_so_far (MingCase *changed, const char *counter)
{
  MingSoFar *so_far;

  for (guint i = 0; i < changed->so_far->len; i++)
    {
      so_far = g_ptr_array_index (changed->so_far, i);
      if (g_str_equal (so_far->counter, counter))
        return so_far;
    }
  so_far = g_new0 (MingSoFar, 1);
  so_far->counter = g_strdup (counter);
  g_ptr_array_add (changed->so_far, so_far);
  return so_far;
}

/* What the deductible fell short of, or went beyond, was borne earlier in the year, or not yet. */
static void
try_deductible_used (MingAudit *self, const MingLibrary *library)
{
  const MingAuditRow *row = &self->rows[MING_STATEMENT_DEDUCTIBLE];
  int layer = ming_audit_deductible_layer (self->visit);
  g_autoptr (MingCase) changed = NULL;
  const char *counter;
  MingSoFar *so_far;

  if (row->state != MING_AUDIT_DIFFERS || layer < 0)
    return;
  counter = g_ptr_array_index (self->visit->resolved->counters,
                               (guint) self->visit->resolved->plan.layer[layer].counter);
  changed = ming_case_copy (self->estimate->input);
  so_far = get_so_far (changed, counter);
  so_far->deductible_fen -= row->difference_fen;
  if (so_far->deductible_fen >= 0 && explains (self, library, changed))
    keep (self, MING_CAUSE_DEDUCTIBLE_USED, counter,
          ming_wording_fen (so_far->deductible_fen, MING_TEXT_PLAIN));
}

/* A fund that paid exactly what its cap of the year had left has paid the rest of the cap before. */
static void
try_paid_so_far (MingAudit *self, const MingLibrary *library, int layer)
{
  const MingLayer *rules = &self->visit->resolved->plan.layer[layer];
  const MingAuditRow *row = &self->rows[MING_STATEMENT_HIFP + (int) rules->payer];

  if (row->state != MING_AUDIT_DIFFERS)
    return;
  for (int i = 0; i < rules->n_caps; i++)
    {
      const MingCap *cap = &rules->cap[i];
      const char *counter = g_ptr_array_index (self->visit->resolved->counters, (guint) cap->counter);
      g_autoptr (MingCase) changed = ming_case_copy (self->estimate->input);
      MingSoFar *so_far = get_so_far (changed, counter);

      so_far->paid_fen = cap->amount_fen - row->statement.fen;
      if (cap->period == MING_PERIOD_YEAR && cap->kind == MING_CAP_ON_PAYMENT && so_far->paid_fen >= 0
          && explains (self, library, changed))
        keep (self, MING_CAUSE_PAID_SO_FAR, counter, ming_wording_fen (so_far->paid_fen, MING_TEXT_PLAIN));
    }
}

/* The balance before is the balance after and what the own account paid. */
static void
try_balance (MingAudit *self, const MingLibrary *library)
{
  const MingAmount *amount = self->statement.amount;
  g_autoptr (MingCase) changed = NULL;
  MingFen before_fen;

  if (!amount[MING_STATEMENT_BALANCE].known || !amount[MING_STATEMENT_ACCOUNTS].known)
    return;
  before_fen = amount[MING_STATEMENT_BALANCE].fen + amount[MING_STATEMENT_ACCOUNTS].fen
               - (amount[MING_STATEMENT_FAMILY].known ? amount[MING_STATEMENT_FAMILY].fen : 0);
  changed = ming_case_copy (self->estimate->input);
  changed->person.balc = (MingAmount){ TRUE, MAX (before_fen, 0) };
  if (before_fen != self->estimate->input->person.balc.fen && explains (self, library, changed))
    keep (self, MING_CAUSE_BALANCE, NULL, ming_wording_fen (before_fen, MING_TEXT_PLAIN));
}

/* Likeliest first: what is mistyped or forgotten oftenest. */
void
ming_audit_find_causes (MingAudit *self, const MingLibrary *library)
{
  try_charges (self, library);
  try_first_pay_rates (self, library);
  try_admissions (self, library);
  try_texts (self, library, MING_CAUSE_PSN_TYPE, psn_types, G_N_ELEMENTS (psn_types));
  try_texts (self, library, MING_CAUSE_HOSP_LV, hosp_lvs, G_N_ELEMENTS (hosp_lvs));
  try_texts (self, library, MING_CAUSE_AWAY, aways, G_N_ELEMENTS (aways));
  try_deductible_used (self, library);
  for (int i = 0; i < self->visit->resolved->plan.n_layers; i++)
    try_paid_so_far (self, library, i);
  try_texts (self, library, MING_CAUSE_CVLSERV, flags, G_N_ELEMENTS (flags));
  try_balance (self, library);
}
