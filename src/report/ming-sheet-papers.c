/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "policy/ming-wording.h"
#include "ming-sheet-private.h"

MingSheetPapers *
ming_sheet_papers_new (const MingPack *pack)
{
  MingSheetPapers *papers = g_new0 (MingSheetPapers, 1);

  papers->pack = pack;
  papers->sources = g_ptr_array_new ();
  return papers;
}

/** The steps that follow name documents of @pack; the numbers go on. */
void
ming_sheet_papers_turn_to (MingSheetPapers *papers, const MingPack *pack)
{
  papers->pack = pack;
}

void
ming_sheet_papers_free (MingSheetPapers *papers)
{
  g_ptr_array_unref (papers->sources);
  g_free (papers);
}

static char *
format_source (const MingSource *source)
{
  MingCitation citation = { source, NULL };

  return ming_citation_format (&citation);
}

/* The source of @citation: the one whose title and number it begins with; the longest when several do. */
static const MingSource *
find_source (const MingPack *pack, const char *citation, gsize *out_length)
{
  const MingSource *found = NULL;

  *out_length = 0;
  for (guint i = 0; i < pack->source_order->len; i++)
    {
      const MingSource *source = g_ptr_array_index (pack->source_order, i);
      g_autofree char *text = format_source (source);

      if (g_str_has_prefix (citation, text) && strlen (text) > *out_length)
        {
          found = source;
          *out_length = strlen (text);
        }
    }
  return found;
}

/* Document, issuer, date of publication, its own end, and how well it is known. */
static char *
describe_source (const MingSource *source)
{
  g_autofree char *name = format_source (source);
  g_autofree char *published = ming_sheet_date (source->published);
  g_autofree char *ends = ming_sheet_date (source->ends);
  g_autofree char *until = ends != NULL ? g_strdup_printf (_("valid until %s"), ends) : NULL;
  GString *text = g_string_new (name);

  ming_wording_append (text, source->issuer);
  ming_wording_append (text, published);
  ming_wording_append (text, until);
  ming_wording_append (text, ming_evidence_mark (source->evidence));
  return g_string_free (text, FALSE);
}

/* Two packs may rest on one document, national law above all: it stands in the list once. */
static gboolean
is_same_source (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (a == b)
    return TRUE;
  one = describe_source (a);
  other = describe_source (b);
  return g_str_equal (one, other);
}

static guint
number_of_source (MingSheetPapers *papers, const MingSource *source)
{
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (papers->sources, source, is_same_source, &index))
    {
      index = papers->sources->len;
      g_ptr_array_add (papers->sources, (gpointer) source);
    }
  return index + 1;
}

/* Adds the clause of one citation to what is said of its source so far. */
static void
add_clause (GPtrArray *said, guint number, const char *clause)
{
  g_autofree char *mark = g_strdup_printf ("[%u]", number);

  for (guint i = 0; i < said->len; i++)
    {
      GString *text = g_ptr_array_index (said, i);

      if (!g_str_has_prefix (text->str, mark))
        continue;
      if (*clause != '\0')
        g_string_append_printf (text, text->len > strlen (mark) ? "、%s" : " %s", clause);
      return;
    }
  g_ptr_array_add (said, g_string_new (mark));
  if (*clause != '\0')
    g_string_append_printf (g_ptr_array_index (said, said->len - 1), " %s", clause);
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/**
 * @citations (of char*) in short, "[2] 第三十六条(一)、第三十六条(四) · [1]": the documents themselves stand once, in
 * the list at the end. A citation of no source of the pack is given in full. (transfer full)
 */
char *
ming_sheet_papers_refer (MingSheetPapers *papers, GPtrArray *citations)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (free_text);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < citations->len; i++)
    {
      const char *citation = g_ptr_array_index (citations, i);
      gsize length = 0;
      const MingSource *source = find_source (papers->pack, citation, &length);

      if (source == NULL)
        {
          g_ptr_array_add (said, g_string_new (citation));
          continue;
        }
      while (citation[length] == ' ')
        length++;
      add_clause (said, number_of_source (papers, source), citation + length);
    }
  for (guint i = 0; i < said->len; i++)
    ming_wording_append (text, ((GString *) g_ptr_array_index (said, i))->str);
  return g_string_free (text, FALSE);
}

/**
 * Every document that the working of a visit rests on, with all clauses, in short as above; NULL when there
 * is none. (transfer full)
 */
char *
ming_sheet_papers_refer_visit (MingSheetPapers *papers, const MingVisitResult *result)
{
  g_autoptr (GPtrArray) steps = ming_explain_visit (result);
  g_autoptr (GPtrArray) citations = g_ptr_array_new ();

  for (guint s = 0; s < steps->len; s++)
    {
      const MingStep *step = g_ptr_array_index (steps, s);

      for (guint c = 0; c < step->citations->len; c++)
        if (!g_ptr_array_find_with_equal_func (citations, g_ptr_array_index (step->citations, c), g_str_equal,
                                               NULL))
          g_ptr_array_add (citations, g_ptr_array_index (step->citations, c));
    }
  return citations->len > 0 ? ming_sheet_papers_refer (papers, citations) : NULL;
}

/** The list of the documents, to be added after the last step. */
void
ming_sheet_papers_add_list (MingSheetPapers *papers, MingReport *report)
{
  MingReportBlock *notes;

  if (papers->sources->len == 0)
    return;
  notes = ming_report_add_notes (report);
  for (guint i = 0; i < papers->sources->len; i++)
    {
      g_autofree char *mark = g_strdup_printf ("[%u]", i + 1);
      g_autofree char *text = describe_source (g_ptr_array_index (papers->sources, i));

      ming_report_notes_add (notes, mark, text);
    }
}
