/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/ming-date.h"

G_BEGIN_DECLS

/** MingEvidence: how well a figure is known (证据等级), weakest first. */
typedef enum
{
  MING_EVIDENCE_UNVERIFIED = 0, /**< general knowledge, no document seen */
  MING_EVIDENCE_SECONDARY,      /**< a secondary page states it */
  MING_EVIDENCE_OFFICIAL_QUOTE, /**< official wording seen as a quote */
  MING_EVIDENCE_OFFICIAL_TEXT,  /**< the official text itself */
  MING_N_EVIDENCES
} MingEvidence;

/** MingPhrase: words in both languages of the packs; either may be NULL. */
typedef struct
{
  char *zh;
  char *en;
} MingPhrase;

/** MingSource: the papers of a figure. Dates of year 0 are not known. */
typedef struct
{
  char *key;
  char *title;
  char *number; /**< 文号, or NULL */
  char *issuer;
  char *url;    /**< or NULL */
  MingPhrase note;
  MingDate published;
  MingDate seen;
  MingDate ends; /**< the document's own last day (有效期至) */
  MingEvidence evidence;
} MingSource;

/** MingCitation: one source and the clause in it (or NULL). @source is owned by the pack. */
typedef struct
{
  const MingSource *source;
  char *clause;
} MingCitation;

/** The word used in packs, e.g. "official-quote" (static). */
const char *ming_evidence_name (MingEvidence evidence);

/** The grade called @name; FALSE when there is none. */
gboolean ming_evidence_from_name (const char *name, MingEvidence *out);

/** Whether a figure of this evidence may be shown as 正式; all others are 待核实. */
gboolean ming_evidence_is_official (MingEvidence evidence);

/** @phrase in @language ("zh" or "en"), the other language when it is missing, never NULL. */
const char *ming_phrase_get (const MingPhrase *phrase, const char *language);

/** The language of the packs that the program speaks now: "zh" or "en" (static). */
const char *ming_phrase_language (void);

/** @phrase in the language the program speaks now; never NULL. */
const char *ming_phrase_local (const MingPhrase *phrase);

/** Frees the words, not the struct, and leaves it empty. */
void ming_phrase_clear (MingPhrase *phrase);

/** "《title》(number) clause", for screen and paper. (transfer full) */
char *ming_citation_format (const MingCitation *citation);

/** The best evidence among @citations (of MingCitation*); %MING_EVIDENCE_UNVERIFIED when there are none. */
MingEvidence ming_citations_evidence (GPtrArray *citations);

void ming_source_free (MingSource *source);
void ming_citation_free (MingCitation *citation);

G_END_DECLS
