/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../estimate/ming-estimate-form.h"
#include "../estimate/ming-estimate-lists.h"
#include "core/ming-text.h"
#include "ming-ledger-form.h"

static void
set_text (char **text, const char *with)
{
  char *copy = g_strdup (with);

  g_free (*text);
  *text = copy;
}

static MingLedgerRow *
row_new (MingLedgerValues *self, const MingLedgerRow *like)
{
  MingLedgerRow *row = g_new0 (MingLedgerRow, 1);

  row->serial = self->next_serial++;
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    row->text[i] = g_strdup ("");
  set_text (&row->text[MING_LEDGER_MED_TYPE], like != NULL ? like->text[MING_LEDGER_MED_TYPE] : "21");
  set_text (&row->text[MING_LEDGER_HOSP_LV], like != NULL ? like->text[MING_LEDGER_HOSP_LV] : "02");
  set_text (&row->text[MING_LEDGER_BY_CLASS],
            like != NULL ? like->text[MING_LEDGER_BY_CLASS] : MING_BY_NATIONAL);
  return row;
}

static MingLedgerRow *
row_copy (const MingLedgerRow *row)
{
  MingLedgerRow *copy = g_memdup2 (row, sizeof *row);

  copy->id = g_strdup (row->id);
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    copy->text[i] = g_strdup (row->text[i]);
  return copy;
}

static void
row_free (MingLedgerRow *row)
{
  g_free (row->id);
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    g_free (row->text[i]);
  g_free (row);
}

static GPtrArray *
copy_rows (GPtrArray *rows)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (copies, row_copy (g_ptr_array_index (rows, i)));
  return copies;
}

MingLedgerValues *
ming_ledger_values_new (void)
{
  MingLedgerValues *self = g_new0 (MingLedgerValues, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->next_serial = 1;
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    self->next[i] = g_strdup ("");
  g_ptr_array_add (self->rows, row_new (self, NULL));
  return self;
}

MingLedgerValues *
ming_ledger_values_copy (const MingLedgerValues *self)
{
  MingLedgerValues *copy = g_new0 (MingLedgerValues, 1);

  copy->rows = copy_rows (self->rows);
  copy->settled = self->settled != NULL ? copy_rows (self->settled) : NULL;
  copy->next_serial = self->next_serial;
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    copy->next[i] = g_strdup (self->next[i]);
  return copy;
}

void
ming_ledger_values_free (MingLedgerValues *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->settled, g_ptr_array_unref);
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    g_free (self->next[i]);
  g_free (self);
}

const MingLedgerRow *
ming_ledger_values_row (const MingLedgerValues *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, row);
}

/* The kinds of care and of bill are there from the start. */
gboolean
ming_ledger_row_is_blank (const MingLedgerRow *row)
{
  for (int i = 0; i < MING_LEDGER_N_COLUMNS; i++)
    if (i != MING_LEDGER_MED_TYPE && i != MING_LEDGER_HOSP_LV && i != MING_LEDGER_BY_CLASS
        && *row->text[i] != '\0')
      return FALSE;
  return TRUE;
}

gboolean
ming_ledger_values_is_blank (const MingLedgerValues *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!ming_ledger_row_is_blank (g_ptr_array_index (self->rows, i)))
      return FALSE;
  return TRUE;
}

/* The last row is always one to be typed in. */
static void
keep_blank_end (MingLedgerValues *self)
{
  const MingLedgerRow *last =
      self->rows->len > 0 ? g_ptr_array_index (self->rows, self->rows->len - 1) : NULL;

  if (last == NULL || (!ming_ledger_row_is_blank (last) && self->rows->len < MING_LEDGER_ROWS_MAX))
    g_ptr_array_add (self->rows, row_new (self, last));
}

void
ming_ledger_values_set (MingLedgerValues *self, guint row, MingLedgerColumn column, const char *text)
{
  MingLedgerRow *typed;

  g_return_if_fail (row < self->rows->len && column < MING_LEDGER_N_COLUMNS && text != NULL);

  typed = g_ptr_array_index (self->rows, row);
  set_text (&typed->text[column], text);
  keep_blank_end (self);
}

void
ming_ledger_values_set_next (MingLedgerValues *self, MingLedgerNext column, const char *text)
{
  g_return_if_fail (column < MING_LEDGER_N_NEXT && text != NULL);

  set_text (&self->next[column], text);
}

gboolean
ming_ledger_values_insert (MingLedgerValues *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, FALSE);

  if (self->rows->len >= MING_LEDGER_ROWS_MAX)
    return FALSE;
  g_ptr_array_insert (self->rows, (int) row, row_new (self, g_ptr_array_index (self->rows, row)));
  return TRUE;
}

gboolean
ming_ledger_values_remove (MingLedgerValues *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, FALSE);

  if (row + 1 == self->rows->len && ming_ledger_row_is_blank (g_ptr_array_index (self->rows, row)))
    return FALSE;
  g_ptr_array_remove_index (self->rows, row);
  keep_blank_end (self);
  return TRUE;
}

gboolean
ming_ledger_values_refund (MingLedgerValues *self, guint row)
{
  MingLedgerRow *refunded;

  g_return_val_if_fail (row < self->rows->len, FALSE);

  refunded = g_ptr_array_index (self->rows, row);
  if (ming_ledger_row_is_blank (refunded))
    return FALSE;
  refunded->refunded = !refunded->refunded;
  return TRUE;
}

void
ming_ledger_values_settle (MingLedgerValues *self)
{
  GPtrArray *settled = copy_rows (self->rows);

  g_clear_pointer (&self->settled, g_ptr_array_unref);
  self->settled = settled;
}

/* The last day of @row, or FALSE. */
static gboolean
read_enddate (const MingLedgerRow *row, MingDate today, MingDate *out)
{
  MingParsed parsed = ming_field_parse (MING_FIELD_ENDDATE, row->text[MING_LEDGER_ENDDATE], today);
  gboolean good = parsed.given && parsed.fault == NULL;

  *out = parsed.date;
  g_free (parsed.fault);
  return good;
}

/* Insertion among the dated rows, which keeps the order of a day; a row without a date stays where it is. */
gboolean
ming_ledger_values_sort (MingLedgerValues *self, MingDate today)
{
  gpointer *rows = self->rows->pdata;
  gboolean changed = FALSE;

  for (guint i = 1; i < self->rows->len; i++)
    {
      gpointer moved = rows[i];
      MingDate date, other;
      guint hole = i;

      if (!read_enddate (moved, today, &date))
        continue;
      for (guint j = i; j-- > 0;)
        {
          if (!read_enddate (rows[j], today, &other))
            continue;
          if (ming_date_compare (other, date) <= 0)
            break;
          rows[hole] = rows[j];
          hole = j;
          changed = TRUE;
        }
      rows[hole] = moved;
    }
  return changed;
}

static void
set_amount (MingLedgerRow *row, MingLedgerColumn column, const MingAmount *amount)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  if (amount->known && amount->fen != 0)
    ming_text_format_fen (amount->fen, MING_TEXT_GROUPED, text, sizeof text);
  set_text (&row->text[column], text);
}

static void
set_date (MingLedgerRow *row, MingLedgerColumn column, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE] = "";

  if (date.year != 0)
    ming_text_format_date (date, text, sizeof text);
  set_text (&row->text[column], text);
}

static void
take_costs (MingLedgerRow *row, const MingCaseVisit *visit)
{
  char rate[MING_TEXT_RATE_SIZE] = "";

  set_text (&row->text[MING_LEDGER_BY_CLASS], !visit->by_class               ? MING_BY_NATIONAL
                                                     : visit->class_b_items != NULL ? MING_BY_ITEMS
                                                                                    : MING_BY_CATALOGUE);
  set_amount (row, MING_LEDGER_OVER_LIMIT, &visit->overlmt_selfpay);
  if (!visit->by_class)
    {
      set_amount (row, MING_LEDGER_TOTAL, &visit->medfee_sumamt);
      set_amount (row, MING_LEDGER_FULL_OWN, &visit->fulamt_ownpay_amt);
      set_amount (row, MING_LEDGER_FIRST_PAY, &visit->preselfpay_amt);
      if (visit->medfee_sumamt.known && visit->medfee_sumamt.fen == 0)
        set_text (&row->text[MING_LEDGER_TOTAL], "0.00");
      return;
    }
  set_amount (row, MING_LEDGER_CLASS_A, &visit->class_a);
  set_amount (row, MING_LEDGER_CLASS_C, &visit->class_c);
  if (visit->class_a.fen == 0)
    set_text (&row->text[MING_LEDGER_CLASS_A], "0.00");
  if (visit->class_b_items != NULL)
    {
      g_autofree char *items = ming_class_items_write (visit->class_b_items);

      set_text (&row->text[MING_LEDGER_CLASS_B_ITEMS], items);
      return;
    }
  set_amount (row, MING_LEDGER_CLASS_B, &visit->class_b);
  if (visit->class_b.fen > 0 && ming_text_format_rate (visit->first_pay_rate, rate, sizeof rate) == MING_OK)
    set_text (&row->text[MING_LEDGER_FIRST_RATE], rate);
}

static void
take_visit (MingLedgerRow *row, const MingCaseVisit *visit)
{
  const struct
  {
    MingLedgerColumn column;
    const char *code;
  } codes[] = {
    { MING_LEDGER_MED_TYPE, visit->med_type },       { MING_LEDGER_HOSP_LV, visit->hosp_lv },
    { MING_LEDGER_AWAY, visit->away },               { MING_LEDGER_AREA, visit->area },
    { MING_LEDGER_DISEASE, visit->opsp_dise_code },  { MING_LEDGER_CATALOGUE, visit->catalogue },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    set_text (&row->text[codes[i].column], codes[i].code != NULL ? codes[i].code : "");
  set_text (&row->text[MING_LEDGER_TRANSFER], g_strcmp0 (visit->transfer, "1") == 0 ? "1" : "");
  set_date (row, MING_LEDGER_BEGNDATE, visit->begndate);
  set_date (row, MING_LEDGER_ENDDATE, visit->enddate);
  set_amount (row, MING_LEDGER_ACCT_INC, &visit->acct_inc);
  if (visit->acct_inc.known && visit->acct_inc.fen == 0)
    set_text (&row->text[MING_LEDGER_ACCT_INC], "0.00");
  if (visit->admission > 0)
    {
      g_free (row->text[MING_LEDGER_ADMISSION]);
      row->text[MING_LEDGER_ADMISSION] = g_strdup_printf ("%d", visit->admission);
    }
  set_text (&row->id, visit->id);
  take_costs (row, visit);
}

MingLedgerValues *
ming_ledger_values_from_case (const MingCase *input)
{
  MingLedgerValues *self = ming_ledger_values_new ();

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < input->visits->len && i < MING_LEDGER_ROWS_MAX; i++)
    {
      MingLedgerRow *row = row_new (self, NULL);

      take_visit (row, g_ptr_array_index (input->visits, i));
      g_ptr_array_add (self->rows, row);
    }
  keep_blank_end (self);
  ming_ledger_values_settle (self);
  return self;
}

static void
pass_serials (MingLedgerValues *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MingLedgerRow *row = g_ptr_array_index (rows, i);

      self->next_serial = MAX (self->next_serial, row->serial + 1);
    }
}

MingLedgerValues *
ming_ledger_values_from_rows (GPtrArray *rows, GPtrArray *settled)
{
  MingLedgerValues *self = ming_ledger_values_new ();

  g_ptr_array_unref (self->rows);
  self->rows = copy_rows (rows);
  self->settled = settled != NULL ? copy_rows (settled) : NULL;
  pass_serials (self, rows);
  if (settled != NULL)
    pass_serials (self, settled);
  keep_blank_end (self);
  return self;
}
