/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-year.h"
#include "ming-ledger-form.h"

static void
add_headings (GPtrArray *headings, const char *const *titles, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (headings, g_strdup (titles[i]));
}

/* "+650.00"; a difference is never too large, since both amounts were not. */
static char *
describe_difference (MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (fen, MING_TEXT_GROUPED | MING_TEXT_SIGNED, text, sizeof text);
  return g_strdup (fen == 0 ? "0.00" : text);
}

/* The row with @serial, and where it stands from 1; NULL when it does not stand there any more. */
static const MingLedgerRow *
find_row (GPtrArray *rows, guint serial, guint *number)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MingLedgerRow *row = g_ptr_array_index (rows, i);

      *number = i + 1;
      if (row->serial == serial)
        return row;
    }
  return NULL;
}

/* "Row 2", or where it stood before it was deleted. */
static char *
describe_place (const MingLedgerValues *values, guint serial, gboolean *refunded)
{
  guint number = 0;
  const MingLedgerRow *row = find_row (values->rows, serial, &number);

  *refunded = row != NULL && row->refunded;
  if (row != NULL)
    return g_strdup_printf (C_ ("ledger", "Row %u"), number);
  find_row (values->settled, serial, &number);
  return g_strdup_printf (C_ ("ledger", "Row %u before"), number);
}

static const char *
describe_kind (const MingYearChange *change, gboolean refunded)
{
  if (refunded)
    return C_ ("ledger", "refunded");
  if (change->removed)
    return C_ ("ledger", "deleted");
  return change->added ? C_ ("ledger", "inserted") : C_ ("ledger", "recomputed");
}

static void
add_change (MingLedgerForm *form, const MingLedgerValues *values, const MingYearChange *change)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  gboolean refunded = FALSE;
  g_autofree char *place = describe_place (values, (guint) strtoul (change->id, NULL, 10), &refunded);
  g_autofree char *fund_before = ming_answer_money (change->fund_before_fen);
  g_autofree char *fund_after = ming_answer_money (change->fund_after_fen);
  g_autofree char *before = ming_answer_money (change->person_before_fen);
  g_autofree char *after = ming_answer_money (change->person_after_fen);
  g_autofree char *difference = describe_difference (change->person_after_fen - change->person_before_fen);
  char date[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (change->date, date, sizeof date);
  g_strv_builder_add (cells, place);
  g_strv_builder_add (cells, date);
  g_strv_builder_add (cells, describe_kind (change, refunded));
  g_strv_builder_add (cells, change->added ? "·" : fund_before);
  g_strv_builder_add (cells, change->removed ? "·" : fund_after);
  g_strv_builder_add (cells, change->added ? "·" : before);
  g_strv_builder_add (cells, change->removed ? "·" : after);
  g_strv_builder_add (cells, difference);
  g_ptr_array_add (form->changes, g_strv_builder_end (cells));
}

/* What the visits that stay come to: the visit inserted or refunded is settled by itself. */
static char *
describe_sum (GPtrArray *changes)
{
  MingFen sum_fen = 0;
  guint n = 0;
  g_autofree char *amount = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const MingYearChange *change = g_ptr_array_index (changes, i);

      if (change->added || change->removed)
        continue;
      sum_fen += change->person_after_fen - change->person_before_fen;
      n++;
    }
  if (changes->len == 0)
    return g_strdup (_("Nothing differs from what was settled"));
  if (n == 0)
    return g_strdup (_("The other visits stay as they were settled"));
  amount = ming_answer_money (ABS (sum_fen));
  if (sum_fen > 0)
    return g_strdup_printf (_("Recomputed visits: %s more is to be collected from the person"), amount);
  if (sum_fen < 0)
    return g_strdup_printf (_("Recomputed visits: %s is to be paid back to the person"), amount);
  return g_strdup (_("Recomputed visits: what is to be collected and paid back comes to the same"));
}

void
ming_ledger_form_fill_changes (MingLedgerForm *form, const MingLedgerValues *values, const MingLedger *before)
{
  const char *headings[] = {
    C_ ("table", "Visit"),        C_ ("table", "Date"),          C_ ("table", "What"),
    C_ ("table", "Funds before"), C_ ("table", "Funds now"),     C_ ("table", "Person before"),
    C_ ("table", "Person now"),   C_ ("table", "To collect"),
  };
  g_autoptr (GPtrArray) changes = NULL;

  add_headings (form->change_headings, headings, G_N_ELEMENTS (headings));
  if (before == NULL || form->ledger == NULL || !form->complete)
    return;
  changes = ming_year_differences (before->estimate, form->ledger->estimate);
  for (guint i = 0; i < changes->len; i++)
    add_change (form, values, g_ptr_array_index (changes, i));
  g_free (form->verdict);
  form->verdict = describe_sum (changes);
}

void
ming_ledger_form_fill_months (MingLedgerForm *form)
{
  const char *headings[]
      = { C_ ("table", "Month"), C_ ("table", "Credit"), C_ ("table", "Paid"), C_ ("table", "Balance") };

  add_headings (form->month_headings, headings, G_N_ELEMENTS (headings));
  for (guint i = 0; form->ledger != NULL && i < form->ledger->months->len; i++)
    {
      const MingLedgerMonth *month = g_ptr_array_index (form->ledger->months, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      g_autofree char *name = g_strdup_printf ("%04d-%02d", month->month / 12, month->month % 12 + 1);
      g_autofree char *gross = ming_answer_money (month->credit_fen);
      g_autofree char *debit = ming_answer_money (month->debit_fen);
      g_autofree char *credit = month->debit_fen > 0 ? g_strdup_printf ("%s − %s", gross, debit)
                                                     : g_steal_pointer (&gross);
      g_autofree char *paid = ming_answer_money (month->paid_fen);
      g_autofree char *balance = ming_answer_money (month->balance_fen);

      g_strv_builder_add (cells, name);
      g_strv_builder_add (cells, month->is_opening                       ? _("in the balance")
                                 : month->outcome != MING_OUTCOME_KNOWN ? "?" : credit);
      g_strv_builder_add (cells, month->paid_fen != 0 ? paid : "·");
      g_strv_builder_add (cells, balance);
      g_ptr_array_add (form->months, g_strv_builder_end (cells));
    }
}
