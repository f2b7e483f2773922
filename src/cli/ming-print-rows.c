/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-explain.h"
#include "ming-print-pack.h"
#include "ming-print.h"

char *
ming_print_amount_cell (const MingAmountCell *cell)
{
  switch (cell->state)
    {
    case MING_CELL_VALUE:
      return ming_print_fen (cell->fen);
    case MING_CELL_UNKNOWN:
      return g_strdup (_("unknown"));
    case MING_CELL_NONE:
      return g_strdup (C_("cap", "none"));
    case MING_CELL_ABSENT:
    default:
      return g_strdup ("");
    }
}

/* The name of a column for people; amounts and rates of the same name share it. */
static const char *
column_words (const char *name)
{
  static const struct { const char *name; const char *words; } columns[] = {
    { "amount", NC_("column", "amount") },
    { "less_each", NC_("column", "less each time") },
    { "not_below", NC_("column", "not below") },
    { "floor", NC_("column", "floor") },
    { "ceiling", NC_("column", "ceiling") },
    { "cap", NC_("column", "cap") },
    { "less", NC_("column", "less") },
    { "base", NC_("column", "base") },
    { "person", NC_("column", "person pays") },
    { "subsidy", NC_("column", "subsidy") },
    { "rate", NC_("column", "rate") },
    { "percent", NC_("column", "share of the bill") },
    { "own", NC_("column", "own part") },
    { "unit", NC_("column", "employer's part") },
    { "times", NC_("column", "times") },
    { "add", NC_("column", "points added") },
    { "months", NC_("column", "months") },
    { "actual_months", NC_("column", "months really paid") },
    { "local_months", NC_("column", "months paid here") },
    { "fixed_months", NC_("column", "fixed months") },
    { "per_broken_year", NC_("column", "months for each broken year") },
    { "repair_per_year", NC_("column", "months repaired for each year paid") },
    { "long_break_years", NC_("column", "years of a long break") },
    { "long_break_at_least", NC_("column", "months at least after a long break") },
    { "gap_months", NC_("column", "months of a gap without harm") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].name, name))
      return g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i].words);
  return name;
}

static void
start_cell (const char *name, gsize start, GString *out)
{
  g_string_append_printf (out, "%s%s ", out->len > start ? ", " : "", column_words (name));
}

static void
print_rates (const MingRateCell *cell, GString *out)
{
  for (int i = 0; i < cell->n_rates; i++)
    {
      char text[MING_TEXT_RATE_SIZE] = "";

      if (i > 0)
        g_string_append (out, " / ");
      if (cell->rate_state[i] == MING_CELL_UNKNOWN)
        g_string_append (out, _("unknown"));
      else if (ming_text_format_rate (cell->rate[i], text, sizeof text) == MING_OK)
        g_string_append_printf (out, "%s%s", cell->negative ? "−" : "", text);
    }
}

static void
print_rate_cell (const MingRateCell *cell, const char *name, gsize start, GString *out)
{
  if (cell->state == MING_CELL_ABSENT)
    return;
  start_cell (name, start, out);
  if (cell->state == MING_CELL_UNKNOWN)
    g_string_append (out, _("unknown"));
  else
    print_rates (cell, out);
}

static void
print_self_share (const MingRow *row, gsize start, GString *out)
{
  g_autofree char *words = NULL;

  if (row->self_share_of == NULL)
    return;
  words = ming_conditions_describe (row->self_share_of, ming_phrase_language ());
  g_string_append_printf (out, "%s", out->len > start ? ", " : "");
  g_string_append_printf (out, _("the person's share of %s"), words);
}

static void
print_cells (const MingRow *row, GString *out)
{
  gsize start = out->len;

  if (row->kind != NULL)
    g_string_append (out, row->kind);
  print_self_share (row, start, out);
  for (int column = 0; column < MING_N_AMOUNT_COLUMNS; column++)
    if (row->amount[column].state != MING_CELL_ABSENT)
      {
        g_autofree char *text = ming_print_amount_cell (&row->amount[column]);

        start_cell (ming_amount_column_name ((MingAmountColumn) column), start, out);
        g_string_append (out, text);
      }
  for (int column = 0; column < MING_N_RATE_COLUMNS; column++)
    print_rate_cell (&row->rate[column], ming_rate_column_name ((MingRateColumn) column), start, out);
  for (int column = 0; column < MING_N_NUMBER_COLUMNS; column++)
    if (row->number[column].state != MING_CELL_ABSENT)
      {
        start_cell (ming_number_column_name ((MingNumberColumn) column), start, out);
        if (row->number[column].state == MING_CELL_VALUE)
          g_string_append_printf (out, "%" G_GINT64_FORMAT, row->number[column].number);
        else
          g_string_append (out, _("unknown"));
      }
  if (row->per_year)
    g_string_append_printf (out, " %s", _("a year"));
}

void
ming_print_papers (MingEvidence evidence, GPtrArray *citations, GString *out)
{
  g_string_append_printf (out, "  [%s]", ming_evidence_mark (evidence));
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    {
      g_autofree char *text = ming_citation_format (g_ptr_array_index (citations, i));

      g_string_append_printf (out, "%s %s", i > 0 ? ";" : "", text);
    }
  g_string_append_c (out, '\n');
}

static const char *
contributor_words (MingContributor who)
{
  switch (who)
    {
    case MING_CONTRIBUTOR_UNIT:
      return C_("contributor", "employer");
    case MING_CONTRIBUTOR_PERSON:
      return C_("contributor", "person");
    case MING_CONTRIBUTOR_FLEXIBLE:
      return C_("contributor", "flexible worker");
    case MING_CONTRIBUTOR_SUBSIDY:
      return C_("contributor", "public subsidy");
    case MING_N_CONTRIBUTORS:
    default:
      return "";
    }
}

static void
print_part (const MingPartCell *part, const char *indent, GString *out)
{
  gsize start;

  g_string_append_printf (out, "%s    %s · %s: ", indent, contributor_words (part->who),
                          ming_phrase_local (&part->name));
  start = out->len;
  print_rate_cell (&part->rate, "rate", start, out);
  if (part->amount.state != MING_CELL_ABSENT)
    {
      g_autofree char *amount = ming_print_amount_cell (&part->amount);

      start_cell ("amount", start, out);
      g_string_append (out, amount);
    }
  ming_print_papers (part->evidence, part->citations, out);
}

static void
print_row (const MingRow *row, const char *indent, GString *out)
{
  g_autofree char *words = ming_row_describe (row, ming_phrase_language ());

  g_string_append_printf (out, "%s- %s: ", indent, *words != '\0' ? words : _("everybody"));
  print_cells (row, out);
  if (row->parts == NULL || row->parts->len == 0)
    {
      ming_print_papers (row->evidence, row->citations, out);
      return;
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < row->parts->len; i++)
    print_part (g_ptr_array_index (row->parts, i), indent, out);
}

void
ming_print_rows (const MingTable *table, const char *indent, GString *out)
{
  for (guint i = 0; i < table->rows->len; i++)
    print_row (g_ptr_array_index (table->rows, i), indent, out);
}
