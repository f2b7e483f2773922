/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-compare-form.h"

#define NOTHING "—"

/** What a line of the table takes from a settled visit. */
typedef MingFen (*Take) (const MingVisitResult *visit);

static MingFen
take_total (const MingVisitResult *visit)
{
  return visit->settlement.bill.total_fen;
}

static MingFen
take_scope (const MingVisitResult *visit)
{
  return visit->input.charges.in_scope_fen;
}

static MingFen
take_deductible (const MingVisitResult *visit)
{
  return visit->settlement.act_dedc_fen;
}

static MingFen
take_funds (const MingVisitResult *visit)
{
  return visit->settlement.fund_fen;
}

static MingFen
take_person (const MingVisitResult *visit)
{
  return visit->settlement.person_fen;
}

static MingFen
take_account (const MingVisitResult *visit)
{
  return ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_ACCT)
         + ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_MULAID);
}

static MingFen
take_cash (const MingVisitResult *visit)
{
  return ming_bill_paid_by (&visit->settlement.bill, MING_PAYER_CASH);
}

/* "46,958.50", and for a column that differs from the first by how much: "43,447.50 (−3,511.00)". */
static char *
describe_amount (gboolean known, MingFen fen, gboolean first_known, MingFen first_fen)
{
  char amount[MING_TEXT_FEN_SIZE], difference[MING_TEXT_FEN_SIZE];

  if (!known || ming_text_format_fen (fen, MING_TEXT_GROUPED, amount, sizeof amount) != MING_OK)
    return g_strdup (NOTHING);
  if (!first_known || fen == first_fen
      || ming_text_format_fen (fen - first_fen, MING_TEXT_GROUPED | MING_TEXT_SIGNED, difference,
                               sizeof difference) != MING_OK)
    return g_strdup (amount);
  return g_strdup_printf ("%s  (%s)", amount, difference);
}

static void
add_row (MingCompareForm *form, const char *caption, const gboolean *known, const MingFen *fen)
{
  MingCompareRow *row = g_new0 (MingCompareRow, 1);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  g_strv_builder_add (cells, caption);
  for (guint i = 0; i < form->n_columns; i++)
    {
      g_autofree char *cell = describe_amount (known[i], fen[i], i > 0 && known[0], fen[0]);

      g_strv_builder_add (cells, cell);
      row->differs |= known[i] != known[0] || fen[i] != fen[0];
    }
  row->cells = g_strv_builder_end (cells);
  g_ptr_array_add (form->rows, row);
}

static void
add_visit_row (MingCompareForm *form, const char *caption, Take take)
{
  gboolean known[MING_COMPARE_COLUMNS_MAX] = { FALSE };
  MingFen fen[MING_COMPARE_COLUMNS_MAX] = { 0 };

  for (guint i = 0; i < form->n_columns; i++)
    {
      const MingVisitResult *visit = ming_compare_column_visit (&form->column[i]);

      known[i] = visit != NULL;
      fen[i] = visit != NULL ? take (visit) : 0;
    }
  add_row (form, caption, known, fen);
}

/* A fund has its row when it pays in some column. Its name is the first such column's. */
static void
add_fund_row (MingCompareForm *form, MingPayer payer)
{
  gboolean known[MING_COMPARE_COLUMNS_MAX] = { FALSE };
  MingFen fen[MING_COMPARE_COLUMNS_MAX] = { 0 };
  g_autofree char *caption = NULL;

  for (guint i = 0; i < form->n_columns; i++)
    {
      const MingVisitResult *visit = ming_compare_column_visit (&form->column[i]);

      if (visit == NULL)
        continue;
      known[i] = TRUE;
      fen[i] = ming_bill_paid_by (&visit->settlement.bill, payer);
      if (fen[i] > 0 && caption == NULL)
        caption = ming_explain_payer_name (visit, payer);
    }
  if (caption != NULL)
    add_row (form, caption, known, fen);
}

static void
add_credit_row (MingCompareForm *form)
{
  gboolean known[MING_COMPARE_COLUMNS_MAX] = { FALSE };
  MingFen fen[MING_COMPARE_COLUMNS_MAX] = { 0 };

  for (guint i = 0; i < form->n_columns; i++)
    {
      const MingEstimate *estimate = form->column[i].answer->estimate;

      known[i] = estimate != NULL && estimate->credit.outcome == MING_OUTCOME_KNOWN;
      fen[i] = known[i] ? estimate->credit.credit.month_fen : 0;
    }
  add_row (form, C_ ("compare", "Account credit a month"), known, fen);
}

/* "110000-310 · 2020-01-01": which pack, and since when its rules hold. */
static char *
describe_rules (const MingCompareColumn *column)
{
  const MingVisitResult *visit = ming_compare_column_visit (column);
  char since[MING_TEXT_DATE_SIZE];

  if (column->form->pack == NULL)
    return g_strdup (NOTHING);
  if (visit == NULL
      || ming_text_format_date (visit->resolved->version->span.effective, since, sizeof since) != MING_OK)
    return g_strdup (column->form->pack->id);
  return g_strdup_printf (_("%s, since %s"), column->form->pack->id, since);
}

static void
add_rules_row (MingCompareForm *form)
{
  MingCompareRow *row = g_new0 (MingCompareRow, 1);
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *first = describe_rules (&form->column[0]);

  g_strv_builder_add (cells, C_ ("compare", "Rules"));
  for (guint i = 0; i < form->n_columns; i++)
    {
      g_autofree char *rules = describe_rules (&form->column[i]);

      g_strv_builder_add (cells, rules);
      row->differs |= !g_str_equal (rules, first);
    }
  row->cells = g_strv_builder_end (cells);
  g_ptr_array_add (form->rows, row);
}

void
ming_compare_form_fill_rows (MingCompareForm *form)
{
  gboolean any = FALSE;

  g_ptr_array_add (form->headings, g_strdup (C_ ("compare", "Item")));
  for (guint i = 0; i < form->n_columns; i++)
    {
      g_ptr_array_add (form->headings, g_strdup (form->column[i].name));
      any |= form->column[i].answer->estimate != NULL;
    }
  if (!any)
    return;
  add_rules_row (form);
  add_visit_row (form, C_ ("compare", "Total cost"), take_total);
  add_visit_row (form, C_ ("compare", "In scope"), take_scope);
  add_visit_row (form, C_ ("compare", "Deductible"), take_deductible);
  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    add_fund_row (form, (MingPayer) payer);
  add_visit_row (form, C_ ("compare", "All funds"), take_funds);
  add_visit_row (form, C_ ("compare", "Borne by the person"), take_person);
  add_visit_row (form, C_ ("compare", "From accounts"), take_account);
  add_visit_row (form, C_ ("compare", "In cash"), take_cash);
  add_credit_row (form);
}
