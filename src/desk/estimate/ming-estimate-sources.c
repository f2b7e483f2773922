/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "policy/ming-wording.h"
#include "ming-estimate-answer.h"

/* Used: the documents seen so far, each told once. */
typedef struct
{
  MingEstimateAnswer *answer;
  GHashTable *seen;
} Used;

static void
append_days (GString *text, const MingSource *source)
{
  g_autofree char *published = ming_wording_date (source->published);
  g_autofree char *seen = ming_wording_date (source->seen);
  g_autofree char *first = *published != '\0' ? g_strdup_printf (_("published %s"), published) : NULL;
  g_autofree char *second = *seen != '\0' ? g_strdup_printf (_("seen %s"), seen) : NULL;

  ming_wording_append (text, first);
  ming_wording_append (text, second);
}

static void
add_source (Used *used, const MingSource *source)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (!g_hash_table_add (used->seen, (gpointer) source))
    return;
  title = source->number != NULL ? g_strdup_printf ("《%s》%s", source->title, source->number)
                                 : g_strdup_printf ("《%s》", source->title);
  ming_wording_append (text, source->issuer);
  append_days (text, source);
  ming_wording_append (text, source->url);
  ming_wording_append (text, ming_phrase_local (&source->note));
  g_ptr_array_add (used->answer->sources,
                   ming_note_new (title, text->str, ming_evidence_mark (source->evidence),
                                  ming_evidence_is_official (source->evidence)));
}

static void
add_citations (Used *used, GPtrArray *citations)
{
  for (guint i = 0; citations != NULL && i < citations->len; i++)
    add_source (used, ((const MingCitation *) g_ptr_array_index (citations, i))->source);
}

static void
add_row (Used *used, const MingRow *row)
{
  if (row == NULL)
    return;
  add_citations (used, row->citations);
  for (guint i = 0; row->parts != NULL && i < row->parts->len; i++)
    add_citations (used, ((const MingPartCell *) g_ptr_array_index (row->parts, i))->citations);
}

static void
add_layer (Used *used, const MingLayerOrigin *origin)
{
  for (guint i = 0; i < origin->matches->len; i++)
    add_row (used, ((const MingMatch *) g_ptr_array_index (origin->matches, i))->row);
  if (origin->spec->bands != NULL)
    add_citations (used, origin->spec->bands->citations);
}

static void
add_visit (Used *used, const MingResolved *resolved)
{
  for (int i = 0; i < resolved->plan.n_layers; i++)
    add_layer (used, &resolved->origin[i]);
  if (resolved->away != NULL)
    add_row (used, resolved->away->row);
  add_citations (used, resolved->version->citations);
}

/* What computed it: the pack as a file, to be told from another of the same name. */
static void
add_pack (Used *used, const MingPack *pack)
{
  g_autofree char *title = g_strdup_printf (_("Policy pack %s, revision %s"), pack->id, pack->revision);
  g_autofree char *text =
      g_strdup_printf (_("engine %s · file %s · SHA-256 %s"), VERSION, pack->file, pack->sha256);

  g_ptr_array_add (used->answer->sources, ming_note_new (title, text, NULL, TRUE));
}

void
ming_estimate_answer_add_sources (MingEstimateAnswer *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Used used = { self, seen };
  const MingEstimate *estimate = self->estimate;

  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);

      if (result->resolved != NULL)
        add_visit (&used, result->resolved);
    }
  if (estimate->credit.outcome == MING_OUTCOME_KNOWN)
    add_row (&used, estimate->credit.row);
  if (estimate->credit.base != NULL)
    add_citations (&used, estimate->credit.base->citations);
  if (estimate->contribution.outcome == MING_OUTCOME_KNOWN)
    add_row (&used, estimate->contribution.row);
  add_pack (&used, estimate->pack);
}
