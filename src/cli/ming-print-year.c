/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-year.h"
#include "ming-grid.h"
#include "ming-print-year.h"
#include "ming-print.h"

static void
add_fen (MingGrid *grid, MingFen fen)
{
  g_autofree char *text = ming_print_fen (fen);

  ming_grid_add (grid, text);
}

static void
add_number (MingGrid *grid, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  ming_grid_add (grid, text);
}

static void
add_date (MingGrid *grid, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (date, text, sizeof text);
  ming_grid_add (grid, text);
}

static void
add_headings (MingGrid *grid, const char *const *headings, guint n)
{
  for (guint i = 0; i < n; i++)
    ming_grid_add (grid, headings[i]);
  ming_grid_add_rule (grid);
}

static const char *
care_name (const MingVisitResult *result)
{
  return result->resolved != NULL ? ming_phrase_local (&result->resolved->care->name)
                                  : result->visit->med_type;
}

static void
add_visit (MingGrid *grid, const MingVisitResult *result, int number)
{
  const MingSettlement *settlement = &result->settlement;

  add_number (grid, number);
  add_date (grid, result->visit->enddate);
  ming_grid_add (grid, care_name (result));
  if (result->outcome != MING_OUTCOME_KNOWN)
    {
      for (int i = 0; i < 7; i++)
        ming_grid_add (grid, "?");
      return;
    }
  add_fen (grid, settlement->bill.total_fen);
  add_fen (grid, settlement->act_dedc_fen);
  add_fen (grid, settlement->fund_fen);
  add_fen (grid, settlement->person_fen);
  add_fen (grid, ming_bill_paid_by (&settlement->bill, MING_PAYER_ACCT));
  add_fen (grid, ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH));
  add_fen (grid, settlement->purse_after.own_fen);
}

static void
print_visits (const MingEstimate *estimate, GString *out)
{
  const char *headings[] = { C_("table", "No."),    C_("table", "Date"),        C_("table", "Care"),
                             C_("table", "Bill"),   C_("table", "Deductible"),  C_("table", "Funds"),
                             C_("table", "Person"), C_("payer", "Own account"), C_("payer", "Cash"),
                             C_("table", "Balance") };
  g_autoptr (MingGrid) grid = ming_grid_new (G_N_ELEMENTS (headings), ~7u | 1u);

  add_headings (grid, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < estimate->visits->len; i++)
    add_visit (grid, g_ptr_array_index (estimate->visits, i), (int) i + 1);
  g_string_append_printf (out, "\n%s\n", _("Visits"));
  ming_grid_print (grid, "  ", out);
}

/* The layer that keeps its totals under @counter, for its name; NULL when this visit has none. */
static const char *
counter_name (const MingVisitResult *result, guint counter)
{
  for (int layer = 0; layer < result->resolved->plan.n_layers; layer++)
    if ((guint) result->resolved->plan.layer[layer].counter == counter)
      return ming_phrase_local (&result->resolved->origin[layer].spec->name);
  return NULL;
}

static void
add_counters (MingGrid *grid, const MingVisitResult *result, int number)
{
  for (guint i = 0; i < result->resolved->counters->len && i < MING_COUNTERS_MAX; i++)
    {
      const MingCounter *before = &result->year_before.counter[i];
      const MingCounter *after = &result->year_after.counter[i];
      const char *name = counter_name (result, i);

      if (after->deductible_fen == before->deductible_fen && after->cost_fen == before->cost_fen
          && after->paid_fen == before->paid_fen)
        continue;
      add_number (grid, number);
      ming_grid_add (grid, name != NULL ? name : g_ptr_array_index (result->resolved->counters, i));
      add_fen (grid, after->deductible_fen);
      add_fen (grid, after->cost_fen);
      add_fen (grid, after->paid_fen);
      add_number (grid, ming_year_admissions (&result->year_after));
    }
}

static void
print_counters (const MingEstimate *estimate, GString *out)
{
  const char *headings[] = { C_("table", "No."), C_("table", "Fund"), C_("table", "Deductible"),
                             C_("table", "Eligible cost"), C_("table", "Paid"), C_("table", "Admissions") };
  g_autoptr (MingGrid) grid = ming_grid_new (G_N_ELEMENTS (headings), ~2u);

  add_headings (grid, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);

      if (result->outcome == MING_OUTCOME_KNOWN)
        add_counters (grid, result, (int) i + 1);
    }
  g_string_append_printf (out, "\n%s\n", _("Running totals of the year after each visit"));
  ming_grid_print (grid, "  ", out);
}

/* Whether anything is withheld from the account in any month. */
static gboolean
has_debits (const MingLedger *ledger)
{
  for (guint i = 0; i < ledger->months->len; i++)
    if (((const MingLedgerMonth *) g_ptr_array_index (ledger->months, i))->debit_fen > 0)
      return TRUE;
  return FALSE;
}

static void
print_months (const MingLedger *ledger, GString *out)
{
  gboolean debits = has_debits (ledger);
  gboolean interest = ledger->interest->len > 0;
  const char *headings[6];
  guint n = 0;
  g_autoptr (MingGrid) grid = NULL;

  headings[n++] = C_("table", "Month");
  headings[n++] = C_("table", "Credit");
  if (debits)
    headings[n++] = C_("table", "Withheld");
  if (interest)
    headings[n++] = C_("table", "Interest");
  headings[n++] = C_("table", "Paid");
  headings[n++] = C_("table", "Balance");
  grid = ming_grid_new (n, ~1u);
  add_headings (grid, headings, n);
  for (guint i = 0; i < ledger->months->len; i++)
    {
      const MingLedgerMonth *month = g_ptr_array_index (ledger->months, i);
      g_autofree char *name = g_strdup_printf ("%04d-%02d", month->month / 12, month->month % 12 + 1);

      ming_grid_add (grid, name);
      if (month->is_opening)
        ming_grid_add (grid, _("in the balance"));
      else if (month->outcome != MING_OUTCOME_KNOWN)
        ming_grid_add (grid, "?");
      else
        add_fen (grid, month->credit_fen);
      if (debits)
        add_fen (grid, month->debit_fen);
      if (interest)
        add_fen (grid, month->interest_fen);
      add_fen (grid, month->paid_fen);
      add_fen (grid, month->balance_fen);
    }
  g_string_append_printf (out, "\n%s\n", _("Personal account"));
  ming_grid_print (grid, "  ", out);
}

static void
print_next (const MingLedger *ledger, GString *out)
{
  const MingVisitResult *next = ming_ledger_next_visit (ledger);
  g_autofree char *deductible = NULL;

  if (next == NULL || next->outcome != MING_OUTCOME_KNOWN)
    return;
  deductible = ming_print_fen (next->settlement.crt_dedc_fen);
  g_string_append_printf (out, _("\nThe same bill once more, as the next admission (deductible %s)\n"),
                          deductible);
  ming_print_payers (next, FALSE, out);
}

static void
add_change (MingGrid *grid, const MingYearChange *change)
{
  char difference[MING_TEXT_FEN_SIZE] = "";

  ming_grid_add (grid, change->id);
  add_date (grid, change->date);
  if (change->added)
    ming_grid_add (grid, _("added"));
  else
    ming_grid_add (grid, change->removed ? _("removed") : _("changed"));
  add_fen (grid, change->fund_before_fen);
  add_fen (grid, change->fund_after_fen);
  add_fen (grid, change->person_before_fen);
  add_fen (grid, change->person_after_fen);
  ming_text_format_fen (change->person_after_fen - change->person_before_fen,
                        MING_TEXT_GROUPED | MING_TEXT_SIGNED, difference, sizeof difference);
  ming_grid_add (grid, difference);
}

static void
print_changes (GPtrArray *changes, GString *out)
{
  const char *headings[]
      = { C_("table", "Visit"),        C_("table", "Date"),      C_("table", "What"),
          C_("table", "Funds before"), C_("table", "Funds now"), C_("table", "Person before"),
          C_("table", "Person now"),   C_("table", "To collect") };
  g_autoptr (MingGrid) grid = ming_grid_new (G_N_ELEMENTS (headings), ~7u);

  g_string_append_printf (out, "\n%s\n", _("What recomputing the year changes"));
  if (changes->len == 0)
    {
      g_string_append_printf (out, "  %s\n", _("Nothing."));
      return;
    }
  add_headings (grid, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < changes->len; i++)
    add_change (grid, g_ptr_array_index (changes, i));
  ming_grid_print (grid, "  ", out);
}

void
ming_print_year (const MingLedger *ledger, GPtrArray *changes, GString *out)
{
  ming_print_head (ledger->estimate, _("Year's ledger of medical insurance benefits (not a settlement)"),
                   out);
  print_visits (ledger->estimate, out);
  for (guint i = 0; i < ledger->estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (ledger->estimate->visits, i);

      for (guint j = 0; j < result->messages->len; j++)
        g_string_append_printf (out, "  ! %u: %s\n", i + 1, (char *) g_ptr_array_index (result->messages, j));
    }
  print_counters (ledger->estimate, out);
  if (ledger->months->len > 0)
    print_months (ledger, out);
  ming_print_steps (ledger->interest, out);
  for (guint i = 0; i < ledger->messages->len; i++)
    g_string_append_printf (out, "  ! %s\n", (char *) g_ptr_array_index (ledger->messages, i));
  if (changes != NULL)
    print_changes (changes, out);
  print_next (ledger, out);
  ming_print_notes (ledger->estimate, out);
}
