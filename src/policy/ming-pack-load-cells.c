/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-cells.h"
#include "ming-pack-load-private.h"

/*
 * Whether the rows of a table leave one answer for everybody is found out by trying every case they tell
 * apart. In each one of the rows that match must be narrower than all others that match (ambiguous-rows), and
 * each row must win somewhere (unreachable-row).
 */

/* More cells than this no table of any document has. */
#define CELLS_MAX 200000

static gboolean
row_matches (MingLoader *self, const MingRow *row, const MingFacts *facts)
{
  for (guint i = 0; i < row->conditions->len; i++)
    if (!ming_condition_matches (g_ptr_array_index (row->conditions, i), self->pack->attributes, facts))
      return FALSE;
  return TRUE;
}

static char *
describe_or_all (const MingRow *row)
{
  g_autofree char *words = ming_row_describe (row, ming_phrase_language ());

  return *words != '\0' ? g_steal_pointer (&words) : g_strdup (_("everybody"));
}

static void
report_ambiguity (MingLoader *self, const MingTable *table, guint a, guint b)
{
  const MingRow *first = g_ptr_array_index (table->rows, MIN (a, b));
  const MingRow *second = g_ptr_array_index (table->rows, MAX (a, b));
  g_autofree char *words_of_first = describe_or_all (first);
  g_autofree char *words_of_second = describe_or_all (second);

  ming_reader_problem (
      &self->reader, MING_POLICY_ERROR_AMBIGUOUS_ROWS, second->pointer,
      _("this row (%s) and %s (%s) match the same case, and neither is narrower than the other"),
      words_of_second, first->pointer, words_of_first);
}

/* What is known of a row after some cells. */
typedef struct
{
  gboolean wins;
  gboolean reported;
  gboolean has_rates; /* "self_share_of" led to a row with rates */
} Standing;

/* Whether the facts of somebody else, as @row names them, lead to a row that states rates. */
static gboolean
finds_rates (MingLoader *self, const MingTable *table, const MingRow *row, const MingFacts *facts)
{
  MingFacts others = ming_facts_with (facts, row->self_share_of, self->pack->attributes);
  const MingRow *of = ming_table_match (table, self->pack->attributes, &others, NULL);

  return of != NULL && of->self_share_of == NULL;
}

/* The narrowest row that matches @facts wins; rows that match and are not wider are reported, once each. */
static void
try_cell (MingLoader *self, const MingTable *table, const MingFacts *facts, Standing *standing)
{
  GPtrArray *attributes = self->pack->attributes;
  guint best = G_MAXUINT;
  const MingRow *winner;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);

      if (row_matches (self, row, facts)
          && (best == G_MAXUINT || ming_row_covers (g_ptr_array_index (table->rows, best), row, attributes)))
        best = i;
    }
  if (best == G_MAXUINT)
    return;
  winner = g_ptr_array_index (table->rows, best);
  standing[best].wins = TRUE;
  if (winner->self_share_of != NULL && !standing[best].has_rates)
    standing[best].has_rates = finds_rates (self, table, winner, facts);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);

      if (i == best || standing[i].reported || !row_matches (self, row, facts))
        continue;
      if (ming_row_covers (row, winner, attributes) && !ming_row_covers (winner, row, attributes))
        continue;
      report_ambiguity (self, table, i, best);
      standing[i].reported = TRUE;
    }
}

void
ming_loader_check_table (MingLoader *self, const MingTable *table)
{
  g_autoptr (MingCells) cells = ming_cells_new (self->pack->attributes);
  g_autofree Standing *standing = g_new0 (Standing, table->rows->len + 1);
  MingFacts facts = ming_facts_none ();

  ming_cells_add_table (cells, table);
  if (ming_cells_count (cells, CELLS_MAX) > CELLS_MAX)
    {
      ming_reader_problem (
          &self->reader, MING_POLICY_ERROR_BAD_VALUE, table->pointer,
          _("the rows ask about so many things that they cannot all be checked; divide the table"));
      return;
    }
  ming_cells_first (cells, &facts);
  do
    try_cell (self, table, &facts, standing);
  while (ming_cells_next (cells, &facts));

  for (guint i = 0; i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *words = NULL;

      if (row->self_share_of != NULL && standing[i].wins && !standing[i].has_rates)
        {
          g_autofree char *pointer = ming_json_pointer_key (row->pointer, "self_share_of");

          ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                               _("no row states the rates that this row refers to"));
        }
      if (standing[i].wins || standing[i].reported)
        continue;
      words = describe_or_all (row);
      ming_reader_problem (&self->reader, MING_POLICY_ERROR_UNREACHABLE_ROW, row->pointer,
                           _("this row (%s) never applies: narrower rows take every case from it"), words);
    }
}
