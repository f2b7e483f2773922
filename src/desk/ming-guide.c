/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-guide.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "estimate/ming-explain.h"

/* A choice half typed is no code yet. */
static gboolean
is_code (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static MingNote *
make_note (const MingGuidanceHit *hit, const MingDate *date)
{
  const MingGuidance *entry = hit->entry;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = ming_guidance_title (entry);
  g_autofree char *papers = ming_guidance_papers (entry);
  g_autofree char *limits = ming_guidance_limits (entry);
  g_autofree char *where = ming_guidance_where (entry);
  g_autofree char *basis = ming_guidance_basis (hit, date);

  append_line (text, ming_phrase_local (&entry->answer));
  append_line (text, papers);
  append_line (text, limits);
  append_line (text, where);
  append_line (text, ming_phrase_local (&entry->span.note));
  append_line (text, basis);
  return ming_note_new (title, text->str, ming_evidence_mark (entry->evidence),
                        ming_evidence_is_official (entry->evidence));
}

GPtrArray *
ming_guide_notes (const MingEstimateValues *typed, const MingEstimateForm *person,
                  const MingEstimateWorld *world, guint topics)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_note_free);
  const char *region = typed->text[MING_FIELD_REGION];
  const char *insutype = typed->text[MING_FIELD_INSUTYPE];
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *ask = NULL;

  if (!is_code (region, 6) || !is_code (insutype, 3))
    return notes;
  hits = ming_guidance_find (world->library, region, insutype, &person->date, topics);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (notes, make_note (g_ptr_array_index (hits, i), &person->date));
  ask = ming_guidance_ask (ming_guidance_without_own (hits, topics),
                           ming_guidance_without_any (hits, topics));
  if (ask != NULL)
    g_ptr_array_add (notes, ming_note_new (_("What is not entered"), ask, NULL, FALSE));
  return notes;
}
