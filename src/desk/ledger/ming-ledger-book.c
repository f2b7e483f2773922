/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-ledger-book.h"

/* More steps than anybody takes back. */
#define STEPS_MAX 100

MingLedgerBook *
ming_ledger_book_new (void)
{
  MingLedgerBook *self = g_new0 (MingLedgerBook, 1);

  self->values = ming_ledger_values_new ();
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_ledger_values_free);
  return self;
}

void
ming_ledger_book_free (MingLedgerBook *self)
{
  if (self == NULL)
    return;
  ming_ledger_values_free (self->values);
  g_ptr_array_unref (self->past);
  g_free (self);
}

void
ming_ledger_book_clear (MingLedgerBook *self)
{
  ming_ledger_values_free (self->values);
  self->values = ming_ledger_values_new ();
  g_ptr_array_set_size (self->past, 0);
  self->open = 0;
}

/* Keeps the ledger as it is before something happens to it. */
static void
begin_step (MingLedgerBook *self, guint open)
{
  if (open != 0 && open == self->open)
    return;
  self->open = open;
  if (self->past->len == STEPS_MAX)
    g_ptr_array_remove_index (self->past, 0);
  g_ptr_array_add (self->past, ming_ledger_values_copy (self->values));
}

/* A step that came to nothing was none. */
static gboolean
end_step (MingLedgerBook *self, gboolean done)
{
  if (!done)
    g_ptr_array_set_size (self->past, (int) self->past->len - 1);
  return done;
}

/* Whether a visit stands at @row or below it: what happens there corrects a ledger that was settled. */
static gboolean
corrects (const MingLedgerValues *values, guint row)
{
  for (guint i = row; i < values->rows->len; i++)
    if (!ming_ledger_row_is_blank (g_ptr_array_index (values->rows, i)))
      return TRUE;
  return FALSE;
}

static void
begin_correction (MingLedgerBook *self, guint row)
{
  begin_step (self, 0);
  if (self->values->settled == NULL && corrects (self->values, row))
    ming_ledger_values_settle (self->values);
}

void
ming_ledger_book_take (MingLedgerBook *self, MingLedgerValues *values)
{
  begin_step (self, 0);
  ming_ledger_values_free (self->values);
  self->values = values;
}

void
ming_ledger_book_set (MingLedgerBook *self, guint row, MingLedgerColumn column, const char *text)
{
  const MingLedgerRow *typed = ming_ledger_values_row (self->values, row);

  if (g_str_equal (typed->text[column], text))
    return;
  begin_step (self, typed->serial * MING_LEDGER_N_COLUMNS + (guint) column + 1);
  ming_ledger_values_set (self->values, row, column, text);
}

void
ming_ledger_book_set_next (MingLedgerBook *self, MingLedgerNext column, const char *text)
{
  ming_ledger_values_set_next (self->values, column, text);
}

void
ming_ledger_book_leave (MingLedgerBook *self)
{
  self->open = 0;
}

gboolean
ming_ledger_book_insert (MingLedgerBook *self, guint row)
{
  begin_correction (self, row);
  return end_step (self, ming_ledger_values_insert (self->values, row));
}

gboolean
ming_ledger_book_remove (MingLedgerBook *self, guint row)
{
  begin_correction (self, row);
  return end_step (self, ming_ledger_values_remove (self->values, row));
}

gboolean
ming_ledger_book_refund (MingLedgerBook *self, guint row)
{
  begin_correction (self, row);
  return end_step (self, ming_ledger_values_refund (self->values, row));
}

gboolean
ming_ledger_book_sort (MingLedgerBook *self, MingDate today)
{
  begin_step (self, 0);
  return end_step (self, ming_ledger_values_sort (self->values, today));
}

void
ming_ledger_book_settle (MingLedgerBook *self)
{
  begin_step (self, 0);
  ming_ledger_values_settle (self->values);
}

gboolean
ming_ledger_book_undo (MingLedgerBook *self)
{
  if (self->past->len == 0)
    return FALSE;
  ming_ledger_values_free (self->values);
  self->values = g_ptr_array_steal_index (self->past, self->past->len - 1);
  self->open = 0;
  return TRUE;
}
