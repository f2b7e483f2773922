/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-source.h"

#include <glib/gi18n-lib.h>

#include "i18n/ming-locale.h"

static const char *const evidence_names[MING_N_EVIDENCES] = {
  [MING_EVIDENCE_UNVERIFIED] = "unverified",
  [MING_EVIDENCE_SECONDARY] = "secondary",
  [MING_EVIDENCE_OFFICIAL_QUOTE] = "official-quote",
  [MING_EVIDENCE_OFFICIAL_TEXT] = "official-text",
};

const char *
ming_evidence_name (MingEvidence evidence)
{
  g_return_val_if_fail ((guint) evidence < MING_N_EVIDENCES, "");
  return evidence_names[evidence];
}

gboolean
ming_evidence_from_name (const char *name, MingEvidence *out)
{
  for (guint i = 0; i < MING_N_EVIDENCES; i++)
    if (g_strcmp0 (evidence_names[i], name) == 0)
      {
        *out = (MingEvidence) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ming_evidence_is_official (MingEvidence evidence)
{
  return evidence == MING_EVIDENCE_OFFICIAL_TEXT || evidence == MING_EVIDENCE_OFFICIAL_QUOTE;
}

const char *
ming_phrase_get (const MingPhrase *phrase, const char *language)
{
  gboolean english = g_strcmp0 (language, "en") == 0;
  const char *first = english ? phrase->en : phrase->zh;
  const char *second = english ? phrase->zh : phrase->en;

  if (first != NULL)
    return first;
  return second != NULL ? second : "";
}

const char *
ming_phrase_language (void)
{
  return ming_locale_language ();
}

const char *
ming_phrase_local (const MingPhrase *phrase)
{
  return ming_phrase_get (phrase, ming_phrase_language ());
}

void
ming_phrase_clear (MingPhrase *phrase)
{
  g_clear_pointer (&phrase->zh, g_free);
  g_clear_pointer (&phrase->en, g_free);
}

char *
ming_citation_format (const MingCitation *citation)
{
  const MingSource *source = citation->source;
  gboolean has_marks = g_str_has_prefix (source->title, "《");
  GString *text = g_string_new (NULL);

  if (has_marks)
    g_string_append (text, source->title);
  else
    g_string_append_printf (text, "《%s》", source->title);
  if (source->number != NULL)
    g_string_append_printf (text, "(%s)", source->number);
  if (citation->clause != NULL)
    g_string_append_printf (text, " %s", citation->clause);
  return g_string_free (text, FALSE);
}

MingEvidence
ming_citations_evidence (GPtrArray *citations)
{
  MingEvidence best = MING_EVIDENCE_UNVERIFIED;

  for (guint i = 0; i < citations->len; i++)
    {
      const MingCitation *citation = g_ptr_array_index (citations, i);

      best = MAX (best, citation->source->evidence);
    }
  return best;
}

void
ming_source_free (MingSource *source)
{
  g_free (source->key);
  g_free (source->title);
  g_free (source->number);
  g_free (source->issuer);
  g_free (source->url);
  ming_phrase_clear (&source->note);
  g_free (source);
}

void
ming_citation_free (MingCitation *citation)
{
  g_free (citation->clause);
  g_free (citation);
}
