/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-life.h"
#include "ming-receipt-private.h"

/* The figures of an answer, each with the papers it stands in. */
typedef struct
{
  const MingLife *life;
  GPtrArray *cautions;
  GHashTable *sources; /* sources whose end was looked at */
  guint n_unproved;
  MingEvidence evidence;
} Notes;

/* A document past its own last day may still be followed, but nobody may miss it. */
static void
note_lapsed (Notes *notes, const MingSource *source)
{
  char day[MING_TEXT_DATE_SIZE];

  if (source->ends.year == 0 || ming_date_compare (notes->life->question.date, source->ends) <= 0
      || !g_hash_table_add (notes->sources, (gpointer) source)
      || ming_text_format_date (source->ends, day, sizeof day) != MING_OK)
    return;
  g_ptr_array_add (notes->cautions, g_strdup_printf (_ ("Document past its own end date %s: %s %s"), day,
                                                     source->title, source->number ? source->number : ""));
}

static void
note_figure (Notes *notes, MingEvidence evidence, GPtrArray *citations)
{
  notes->evidence = MIN (notes->evidence, evidence);
  if (!ming_evidence_is_official (evidence))
    notes->n_unproved += 1;
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    note_lapsed (notes, ((MingCitation *) g_ptr_array_index (citations, i))->source);
}

static void
note_row (Notes *notes, MingOutcome outcome, const MingRow *row)
{
  if (outcome == MING_OUTCOME_KNOWN && row != NULL)
    note_figure (notes, row->evidence, row->citations);
}

GPtrArray *
ming_life_cautions (const MingLife *life, MingEvidence *out_evidence)
{
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);
  Notes notes = { life, g_ptr_array_new_with_free_func (g_free), sources, 0, MING_EVIDENCE_OFFICIAL_TEXT };
  const MingLifeYears *years;

  g_return_val_if_fail (life != NULL, NULL);

  years = &life->years;
  if (life->pack->demonstration)
    g_ptr_array_add (notes.cautions, g_strdup (_ ("Demonstration: an invented region, nobody's real rules")));
  note_row (&notes, years->outcome, years->row);
  if (years->outcome == MING_OUTCOME_KNOWN && years->cost_outcome == MING_OUTCOME_KNOWN
      && years->gap.missing_months > 0)
    note_figure (&notes, years->version->makeup.evidence, years->version->makeup.citations);
  note_row (&notes, life->waiting.outcome, life->waiting.row);
  note_row (&notes, life->premium.outcome, life->premium.row);
  if (notes.n_unproved > 0)
    g_ptr_array_add (notes.cautions,
                     g_strdup_printf (ngettext ("%u figure has not been checked against an official text",
                                                "%u figures have not been checked against an official text",
                                                notes.n_unproved),
                                      notes.n_unproved));
  if (out_evidence != NULL)
    *out_evidence = notes.evidence;
  return notes.cautions;
}

static void
add_text (GString *text, const char *part)
{
  g_string_append_printf (text, "%s;", part != NULL ? part : "");
}

static void
add_number (GString *text, int number)
{
  g_string_append_printf (text, "%d;", number);
}

/* Every part of the question, in one order. */
static char *
print_question (const MingLifeQuestion *question)
{
  GString *text = g_string_new ("mingsuan-life/1;");
  const MingDate dates[] = { question->date, question->brdy };
  const int numbers[] = { question->kind_known ? (int) question->kind : -1,
                          question->paid_months,
                          question->deemed_months,
                          question->local_months,
                          question->in_window ? 1 : 0,
                          question->broken_years,
                          question->repaired_years,
                          question->gap_months };

  add_text (text, question->region);
  add_text (text, question->insutype);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    g_string_append_printf (text, "%d-%d-%d;", dates[i].year, dates[i].month, dates[i].day);
  add_text (text, question->gend);
  add_text (text, question->psn_type);
  add_text (text, question->sp_psn_type);
  add_text (text, question->clct_grde);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_number (text, numbers[i]);
  return g_string_free (text, FALSE);
}

char *
ming_life_receipt_code_of (const char *engine, const char *pack_id, const char *revision, const char *sha256,
                           const MingLifeQuestion *question)
{
  g_autofree char *asked = print_question (question);
  g_autofree char *whole = g_strjoin ("\n", engine, pack_id, revision, sha256, asked, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
  g_autofree char *digits = g_ascii_strup (digest, 8);

  return g_strdup_printf ("%.4s-%.4s", digits, digits + 4);
}

char *
ming_life_receipt_code (const MingLife *life)
{
  g_return_val_if_fail (life != NULL, NULL);

  return ming_life_receipt_code_of (VERSION, life->pack->id, life->pack->revision, life->pack->sha256,
                                    &life->question);
}

gboolean
ming_life_knows (const MingLife *life)
{
  g_return_val_if_fail (life != NULL, FALSE);

  return life->retirement.outcome == MING_OUTCOME_KNOWN || life->years.outcome == MING_OUTCOME_KNOWN
         || life->waiting.outcome == MING_OUTCOME_KNOWN || life->premium.outcome == MING_OUTCOME_KNOWN;
}
