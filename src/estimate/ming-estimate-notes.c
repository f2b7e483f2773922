/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-estimate-private.h"

/* What the notes are made of: every row an answer rests on, counted once. */
typedef struct
{
  MingEstimate *self;
  GHashTable *rows;    /* rows seen */
  GHashTable *sources; /* sources whose end was looked at */
  guint n_unproved;    /* figures that are 待核实 */
} Notes;

/* A document past its own last day may still be followed, but nobody may miss it. */
static void
note_lapsed (Notes *notes, const MingSource *source, const MingDate *date)
{
  char day[MING_TEXT_DATE_SIZE];

  if (source->ends.year == 0 || ming_date_compare (*date, source->ends) <= 0
      || !g_hash_table_add (notes->sources, (gpointer) source))
    return;
  if (ming_text_format_date (source->ends, day, sizeof day) == MING_OK)
    g_ptr_array_add (notes->self->cautions,
                     g_strdup_printf (_("Document past its own end date %s: %s %s"), day, source->title,
                                      source->number ? source->number : ""));
}

static void
note_figure (Notes *notes, gconstpointer figure, MingEvidence evidence, GPtrArray *citations,
             const MingDate *date)
{
  if (!g_hash_table_add (notes->rows, (gpointer) figure))
    return;
  notes->self->evidence = MIN (notes->self->evidence, evidence);
  if (!ming_evidence_is_official (evidence))
    notes->n_unproved += 1;
  for (guint i = 0; citations && i < citations->len; i++)
    note_lapsed (notes, ((MingCitation *) g_ptr_array_index (citations, i))->source, date);
}

static void
note_row (Notes *notes, const MingRow *row, const MingDate *date)
{
  if (row)
    note_figure (notes, row, row->evidence, row->citations, date);
}

static void
note_parts (Notes *notes, const MingRow *row, const MingDate *date)
{
  for (guint i = 0; row && row->parts && i < row->parts->len; i++)
    {
      const MingPartCell *part = g_ptr_array_index (row->parts, i);

      note_figure (notes, part, part->evidence, part->citations, date);
    }
}

static void
note_visit (Notes *notes, const MingVisitResult *result)
{
  const MingResolved *resolved = result->resolved;

  if (!resolved)
    return;
  for (int layer = 0; layer < resolved->plan.n_layers; layer++)
    {
      const MingLayerOrigin *origin = &resolved->origin[layer];

      for (guint i = 0; i < origin->matches->len; i++)
        note_row (notes, ((MingMatch *) g_ptr_array_index (origin->matches, i))->row, &result->facts.date);
      if (origin->spec->bands->n_bands > 1)
        note_figure (notes, origin->spec->bands, origin->spec->bands->evidence,
                     origin->spec->bands->citations, &result->facts.date);
    }
  if (resolved->away)
    note_row (notes, resolved->away->row, &result->facts.date);
  if (resolved->catalogue)
    note_row (notes, resolved->catalogue->row, &result->facts.date);
}

/* What the case asks about. */
static guint
list_asked (const MingEstimate *self)
{
  guint asked = self->visits->len > 0 ? MING_ABOUT_CARE : 0;

  if (self->credit.outcome != MING_OUTCOME_NOT_ASKED || self->debit.outcome != MING_OUTCOME_NOT_ASKED)
    asked |= MING_ABOUT_ACCOUNT_CREDIT;
  if (self->contribution.outcome != MING_OUTCOME_NOT_ASKED)
    asked |= MING_ABOUT_CONTRIBUTION;
  return asked;
}

/* Whether a gap touches one of the answers; of a bill, only when its kind of care is asked about. */
static gboolean
gap_touches (const MingGap *gap, const MingEstimate *self)
{
  guint touched = gap->about & list_asked (self);

  if (touched == 0)
    return FALSE;
  if ((touched & ~(guint) MING_ABOUT_CARE) != 0 || gap->care[0] == NULL)
    return TRUE;
  for (guint i = 0; i < self->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (self->visits, i);

      if (result->resolved && g_strv_contains ((const char *const *) gap->care, result->resolved->care->key))
        return TRUE;
    }
  return FALSE;
}

static void
note_base (Notes *notes, const MingDatedBase *base, const MingDate *date)
{
  if (base)
    note_figure (notes, base, base->evidence, base->citations, date);
}

/* The latest limits that ended before @date, or NULL. */
static const MingDatedBase *
find_ended_base (GPtrArray *bases, const MingDate *date)
{
  const MingDatedBase *last = NULL;

  for (guint i = 0; i < bases->len; i++)
    {
      const MingDatedBase *base = g_ptr_array_index (bases, i);

      if (base->span.until.year != 0 && ming_date_compare (base->span.until, *date) < 0
          && (last == NULL || ming_date_compare (base->span.until, last->span.until) > 0))
        last = base;
    }
  return last;
}

static char *
describe_unlimited_base (const MingEstimate *self)
{
  const MingDatedBase *ended = find_ended_base (self->pack->bases, &self->input->date);
  char day[MING_TEXT_DATE_SIZE] = "";

  if (ended == NULL)
    return g_strdup (_("No floor and cap of the contribution base are known for that day: "
                       "the base is used as typed"));
  ming_text_format_date (ended->span.until, day, sizeof day);
  return g_strdup_printf (_("The floor and cap of the contribution base ended on %s and those that follow are"
                            " not known: the base is used as typed"),
                          day);
}

/* A base taken as typed, because the pack has no floor and cap for the day of asking. */
static void
note_unlimited_base (MingEstimate *self)
{
  gboolean credit = self->credit.outcome == MING_OUTCOME_KNOWN && !self->credit.base
                    && self->credit.rule.kind == MING_CREDIT_PERCENT_OF_BASE;
  gboolean contribution = self->contribution.outcome == MING_OUTCOME_KNOWN && !self->contribution.base
                          && self->contribution.typed_base_fen > 0
                          && self->contribution.row->amount[MING_COLUMN_BASE].state != MING_CELL_VALUE;

  if (credit || contribution)
    g_ptr_array_add (self->cautions, describe_unlimited_base (self));
}

void
ming_estimate_collect_notes (MingEstimate *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  Notes notes = { self, rows, sources, 0 };

  if (self->pack->demonstration)
    g_ptr_array_add (self->cautions, g_strdup (_("Demonstration: an invented region, nobody's real rules")));
  if (self->credit.outcome == MING_OUTCOME_KNOWN)
    note_row (&notes, self->credit.row, &self->input->date);
  note_base (&notes, self->credit.base, &self->input->date);
  if (self->contribution.outcome == MING_OUTCOME_KNOWN)
    note_parts (&notes, self->contribution.row, &self->input->date);
  if (self->debit.outcome == MING_OUTCOME_KNOWN)
    note_parts (&notes, self->debit.row, &self->input->date);
  for (guint i = 0; i < self->visits->len; i++)
    note_visit (&notes, g_ptr_array_index (self->visits, i));
  note_unlimited_base (self);
  if (notes.n_unproved > 0)
    g_ptr_array_add (self->cautions,
                     g_strdup_printf (ngettext ("%u figure has not been checked against an official text",
                                                "%u figures have not been checked against an official text",
                                                notes.n_unproved),
                                      notes.n_unproved));
  for (guint i = 0; i < self->pack->gaps->len; i++)
    if (gap_touches (g_ptr_array_index (self->pack->gaps, i), self))
      g_ptr_array_add (self->gaps, g_ptr_array_index (self->pack->gaps, i));
}
