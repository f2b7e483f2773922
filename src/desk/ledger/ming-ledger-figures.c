/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-lines.h"
#include "ming-ledger-form.h"

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/* One of the thresholds of a layer: how much of it is used up; NULL for those that a year does not use up. */
static char *
describe_threshold (const MingDistance *distance, const MingLayer *rules, const MingCounter *after)
{
  gboolean deductible = g_str_equal (distance->kind, "deductible");
  g_autofree char *used = ming_answer_money (distance->used_fen);
  g_autofree char *limit = ming_answer_money (distance->limit_fen);
  g_autofree char *borne = ming_answer_money (after->deductible_fen);

  if (g_str_equal (distance->kind, "cap"))
    return g_strdup_printf (C_ ("ledger", "paid %s of %s"), used, limit);
  if (!deductible)
    return NULL;
  if (rules->deductible.kind != MING_DEDUCTIBLE_CUMULATIVE
      && rules->deductible.kind != MING_DEDUCTIBLE_HIGHEST_OF_YEAR)
    return g_strdup_printf (C_ ("ledger", "deductible %s"), borne);
  return g_strdup_printf (C_ ("ledger", "deductible %s of %s"), used, limit);
}

/* The thresholds of a layer; what it paid is said with its cap, or by itself. */
static GPtrArray *
list_thresholds (const MingVisitResult *result, const MingLayer *rules, const char *id,
                 const MingCounter *after)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *paid = ming_answer_money (after->paid_fen);
  gboolean capped = FALSE;

  for (guint i = 0; i < result->distances->len; i++)
    {
      const MingDistance *distance = g_ptr_array_index (result->distances, i);
      char *part = g_str_equal (distance->layer, id) ? describe_threshold (distance, rules, after) : NULL;

      if (part == NULL)
        continue;
      capped |= g_str_equal (distance->kind, "cap");
      g_ptr_array_add (parts, part);
    }
  if (!capped && after->paid_fen > 0)
    g_ptr_array_add (parts, g_strdup_printf (C_ ("ledger", "paid %s"), paid));
  return parts;
}

/* What one layer has come to this year: deductible, and what it paid of its cap. */
static char *
describe_layer (const MingVisitResult *result, int layer)
{
  const MingLayer *rules = &result->resolved->plan.layer[layer];
  const MingLayerSpec *spec = result->resolved->origin[layer].spec;
  const MingCounter *after = &result->year_after.counter[rules->counter];
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *list = NULL;

  /* What was not touched needs no words. */
  if (after->paid_fen == 0 && after->deductible_fen == 0 && after->cost_fen == 0)
    return NULL;
  parts = list_thresholds (result, rules, spec->id, after);
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  list = g_strjoinv (C_ ("phrases", ", "), (GStrv) parts->pdata);
  return g_strdup_printf (C_ ("ledger", "%s %s"), ming_phrase_local (&spec->name), list);
}

/* The year after the visit, in one line. */
static char *
describe_year (const MingVisitResult *result)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  if (result->resolved->care->admission)
    g_ptr_array_add (parts, g_strdup_printf (C_ ("ledger", "stays %d"),
                                             ming_year_admissions (&result->year_after)));
  if (result->balance_known)
    {
      g_autofree char *balance = ming_answer_money (result->settlement.purse_after.own_fen);

      g_ptr_array_add (parts, g_strdup_printf (C_ ("ledger", "account balance %s"), balance));
    }
  for (int i = 0; i < result->settlement.n_layers; i++)
    {
      char *part = describe_layer (result, i);

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }
  list = ming_lines_clauses (parts);
  return g_strdup_printf (_("After it: %s"), list);
}

/* Of a bill by catalogue the columns of the four classes are computed; they stand there in grey. */
static void
show_classes (MingLedgerRowForm *row, const MingFen *class_fen)
{
  static const MingLedgerColumn columns[]
      = { MING_LEDGER_TOTAL, MING_LEDGER_FULL_OWN, MING_LEDGER_FIRST_PAY };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    replace (&row->field[columns[i]].placeholder, ming_answer_money (class_fen[i]));
}

/* A stay divided at the year's end has two results, which the row shows as one. */
static void
fill_row (MingLedgerRowForm *row, const MingEstimate *estimate, const char *serial, GPtrArray *messages,
          guint number)
{
  MingFen figure_fen[MING_LEDGER_N_FIGURES] = { 0 };
  MingFen class_fen[3] = { 0 };
  const MingVisitResult *last = NULL;

  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);
      const MingBill *bill = &result->settlement.bill;

      if (g_strcmp0 (result->visit->id, serial) != 0)
        continue;
      for (guint j = 0; j < result->messages->len; j++)
        g_ptr_array_add (messages, g_strdup_printf (_("Row %u: %s"), number,
                                                    (char *) g_ptr_array_index (result->messages, j)));
      last = result;
      row->state = result->outcome == MING_OUTCOME_KNOWN ? MING_LEDGER_SETTLED : MING_LEDGER_UNKNOWN;
      if (row->state == MING_LEDGER_UNKNOWN)
        {
          replace (&row->line, g_strdup (result->messages->len > 0
                                             ? (char *) g_ptr_array_index (result->messages, 0)
                                             : _("The rules do not say what is paid")));
          return;
        }
      figure_fen[MING_LEDGER_FUND] += result->settlement.fund_fen;
      figure_fen[MING_LEDGER_OWN] += ming_bill_paid_by (bill, MING_PAYER_ACCT);
      figure_fen[MING_LEDGER_FAMILY] += ming_bill_paid_by (bill, MING_PAYER_MULAID);
      figure_fen[MING_LEDGER_CASH] += ming_bill_paid_by (bill, MING_PAYER_CASH);
      class_fen[0] += bill->total_fen;
      class_fen[1] += result->input.charges.full_own_fen;
      class_fen[2] += result->input.charges.first_pay_fen;
    }
  if (last == NULL)
    return;
  for (int i = 0; i < MING_LEDGER_N_FIGURES; i++)
    replace (&row->figure[i], ming_answer_money (figure_fen[i]));
  replace (&row->line, describe_year (last));
  if (last->visit->by_class)
    show_classes (row, class_fen);
}

void
ming_ledger_form_fill_figures (MingLedgerForm *form, const MingLedgerValues *values)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      MingLedgerRowForm *row = g_ptr_array_index (form->rows, i);
      g_autofree char *serial = g_strdup_printf ("%u", ming_ledger_values_row (values, i)->serial);

      if (row->visit != NULL && form->ledger != NULL)
        fill_row (row, form->ledger->estimate, serial, form->messages, i + 1);
      if (row->state == MING_LEDGER_WAITING)
        replace (&row->line, g_strdup (form->has_person ? _("Waits for what is wanting above")
                                                        : _("Waits for the person: see the notes")));
      else if (row->state == MING_LEDGER_REFUSED)
        g_ptr_array_add (form->messages, g_strdup_printf (_("Row %u: %s"), i + 1, row->line));
    }
}
