/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-grid.h"
#include "ming-print.h"
#include "policy/ming-code-names.h"

static void
add_fen (MingGrid *grid, MingFen fen)
{
  g_autofree char *text = ming_print_fen (fen);

  ming_grid_add (grid, text);
}

static void
add_count (MingGrid *grid, int number)
{
  g_autofree char *text = number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");

  ming_grid_add (grid, text);
}

static void
add_table_row (MingGrid *grid, const MingTableRow *row, guint payers, gboolean steps)
{
  if (row->is_total)
    ming_grid_add_rule (grid);
  ming_grid_add (grid, row->code);
  ming_grid_add (grid, row->label);
  ming_grid_add (grid, row->rate);
  add_fen (grid, row->amount_fen);
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (payers >> payer & 1)
      add_fen (grid, row->paid_fen[payer]);
  if (steps)
    add_count (grid, row->step);
}

void
ming_print_payers (const MingVisitResult *result, gboolean steps, GString *out)
{
  g_autoptr (GPtrArray) rows = ming_explain_table (result);
  guint payers = ming_explain_payers (result);
  guint n_columns = 4 + (guint) __builtin_popcount (payers) + (steps ? 1 : 0);
  g_autoptr (MingGrid) grid = ming_grid_new (n_columns, ~3u); /* all but code and label */

  ming_grid_add (grid, _("Code"));
  ming_grid_add (grid, C_("table", "Part of the bill"));
  ming_grid_add (grid, C_("table", "Rate"));
  ming_grid_add (grid, C_("table", "Amount"));
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (payers >> payer & 1)
      {
        g_autofree char *name = ming_explain_payer_name (result, (MingPayer) payer);

        ming_grid_add (grid, name);
      }
  if (steps)
    ming_grid_add (grid, C_("table", "Step"));
  ming_grid_add_rule (grid);
  for (guint i = 0; i < rows->len; i++)
    add_table_row (grid, g_ptr_array_index (rows, i), payers, steps);
  ming_grid_print (grid, "  ", out);
}

static void
print_title (const MingVisitResult *result, guint number, GString *out)
{
  const MingCaseVisit *visit = result->visit;
  char begin[MING_TEXT_DATE_SIZE] = "";
  char end[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (visit->begndate, begin, sizeof begin);
  ming_text_format_date (visit->enddate, end, sizeof end);
  g_string_append_printf (out, "\n%s %u", _("Visit"), number);
  if (visit->id != NULL)
    g_string_append_printf (out, " · %s", visit->id);
  g_string_append_printf (out, " · %s", visit->med_type);
  if (result->resolved != NULL)
    g_string_append_printf (out, " %s", ming_phrase_local (&result->resolved->care->name));
  if (visit->hosp_lv != NULL)
    g_string_append_printf (out, " · %s", ming_code_names_find (MING_CODES_HOSP_LV, visit->hosp_lv));
  g_string_append_printf (out, " · %s%s%s\n", begin, g_str_equal (begin, end) ? "" : " – ",
                          g_str_equal (begin, end) ? "" : end);
}

/* One line of name and amount pairs, the result in short. */
static void
print_sums (const MingVisitResult *result, GString *out)
{
  const MingSettlement *settlement = &result->settlement;
  g_autofree char *total = ming_print_fen (settlement->bill.total_fen);
  g_autofree char *funds = ming_print_fen (settlement->fund_fen);
  g_autofree char *person = ming_print_fen (settlement->person_fen);
  g_autofree char *cash = ming_print_fen (ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH));
  g_autofree char *standard = ming_print_fen (settlement->dedc_std_fen);
  g_autofree char *current = ming_print_fen (settlement->crt_dedc_fen);
  g_autofree char *actual = ming_print_fen (settlement->act_dedc_fen);

  g_string_append_printf (out, _("  bill %s · funds %s · person %s, of it cash %s\n"), total, funds, person,
                          cash);
  g_string_append_printf (out, _("  deductible: by the rule %s · for this visit %s · used by this bill %s\n"),
                          standard, current, actual);
}

static const char *
distance_words (const char *kind)
{
  if (g_str_equal (kind, "deductible"))
    return _("to the end of the deductible");
  if (g_str_equal (kind, "band"))
    return _("to the next band");
  return _("to the cap");
}

static void
print_distances (const MingVisitResult *result, GString *out)
{
  g_autoptr (MingGrid) grid = NULL;

  if (result->distances->len == 0)
    return;
  grid = ming_grid_new (5, 1u << 2 | 1u << 3 | 1u << 4);
  ming_grid_add (grid, C_("table", "Fund"));
  ming_grid_add (grid, C_("table", "Distance"));
  ming_grid_add (grid, C_("table", "Left"));
  ming_grid_add (grid, C_("table", "Used"));
  ming_grid_add (grid, C_("table", "Limit"));
  for (guint i = 0; i < result->distances->len; i++)
    {
      const MingDistance *distance = g_ptr_array_index (result->distances, i);

      ming_grid_add (grid, ming_phrase_local (&distance->name));
      ming_grid_add (grid, distance_words (distance->kind));
      add_fen (grid, distance->left_fen);
      add_fen (grid, distance->used_fen);
      add_fen (grid, distance->limit_fen);
    }
  g_string_append_printf (out, "  %s\n", _("To the next threshold"));
  ming_grid_print (grid, "  ", out);
}

void
ming_print_visit (const MingVisitResult *result, guint number, GString *out)
{
  g_autoptr (GPtrArray) steps = NULL;

  print_title (result, number, out);
  for (guint i = 0; i < result->messages->len; i++)
    g_string_append_printf (out, "  ! %s\n", (char *) g_ptr_array_index (result->messages, i));
  if (result->outcome != MING_OUTCOME_KNOWN)
    return;
  print_sums (result, out);
  ming_print_payers (result, TRUE, out);
  steps = ming_explain_visit (result);
  g_string_append_printf (out, "  %s\n", _("How it was worked out"));
  ming_print_steps (steps, out);
  print_distances (result, out);
}
