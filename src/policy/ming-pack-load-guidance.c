/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-guidance.h"
#include "ming-pack-load-private.h"
#include "ming-wording.h"

static void
read_paper (const MingReaderList *list, guint index, MingGuidance *guidance)
{
  static const char *const keys[] = { "zh", "en", NULL };
  g_auto (MingReaderObject) object = { 0 };
  MingPhrase *paper;

  if (!ming_reader_open_element (list, index, keys, &object))
    return;
  paper = g_new0 (MingPhrase, 1);
  paper->zh = g_strdup (ming_reader_get_string (&object, "zh", TRUE));
  paper->en = g_strdup (ming_reader_get_string (&object, "en", TRUE));
  g_ptr_array_add (guidance->papers, paper);
}

static void
read_limit (const MingReaderList *list, guint index, MingGuidance *guidance)
{
  static const char *const keys[] = { "name", "number", "unit", NULL };
  g_auto (MingReaderObject) object = { 0 };
  MingGuidanceLimit *limit;
  guint unit = 0;

  if (!ming_reader_open_element (list, index, keys, &object))
    return;
  limit = g_new0 (MingGuidanceLimit, 1);
  ming_reader_get_phrase (&object, "name", TRUE, &limit->name);
  limit->number = ming_reader_get_number (&object, "number", TRUE);
  ming_reader_get_choice (&object, "unit", TRUE, ming_time_unit_names (), &unit);
  limit->unit = (MingTimeUnit) unit;
  g_ptr_array_add (guidance->limits, limit);
}

/* An empty list says that nothing is asked for, which no document says. */
static void
read_list (MingLoader *self, const MingReaderObject *object, const char *key, MingGuidance *guidance,
           void (*read) (const MingReaderList *list, guint index, MingGuidance *guidance))
{
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (object, key) || !ming_reader_open_list (object, key, TRUE, &list))
    return;
  if (list.length == 0)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, list.pointer,
                         _("the list is empty; leave “%s” out instead"), key);
  for (guint i = 0; i < list.length; i++)
    read (&list, i, guidance);
}

/* The pack's own scheme when none is named. */
static GStrv
read_insutypes (MingLoader *self, const MingReaderObject *object)
{
  GStrv codes = ming_reader_has (object, "insutypes") ? ming_reader_get_strings (object, "insutypes", TRUE)
                                                       : NULL;

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (strlen (codes[i]) != 3 || strspn (codes[i], "0123456789") != 3)
      ming_reader_member_problem (object, "insutypes", MING_POLICY_ERROR_BAD_VALUE,
                                  _("“%s” is not a code of %u digits"), codes[i], 3u);
  if (codes == NULL)
    {
      codes = g_new0 (char *, 2);
      codes[0] = g_strdup (self->pack->insutype);
    }
  return codes;
}

static void
read_entry (MingLoader *self, const MingReaderObject *object)
{
  g_auto (MingPapers) papers = ming_loader_papers (self, object, NULL);
  MingGuidance *guidance = ming_guidance_new ();
  guint topic = 0;

  ming_loader_span (object, &guidance->span);
  guidance->id = g_strdup (ming_reader_get_string (object, "id", TRUE));
  ming_reader_get_choice (object, "topic", TRUE, ming_guidance_topic_names (), &topic);
  guidance->topic = (MingGuidanceTopic) topic;
  guidance->insutypes = read_insutypes (self, object);
  ming_reader_get_phrase (object, "about", FALSE, &guidance->about);
  ming_reader_get_phrase (object, "answer", TRUE, &guidance->answer);
  ming_reader_get_phrase (object, "where", FALSE, &guidance->where);
  read_list (self, object, "papers", guidance, read_paper);
  read_list (self, object, "limits", guidance, read_limit);
  guidance->citations = g_ptr_array_ref (papers.citations);
  guidance->evidence = papers.evidence;
  ming_loader_need_papers (self, &papers, object->pointer);
  g_ptr_array_add (self->pack->guidance, guidance);
}

static gboolean
spans_overlap (const MingSpan *a, const MingSpan *b)
{
  return (a->until.year == 0 || ming_date_compare (a->until, b->effective) >= 0)
         && (b->until.year == 0 || ming_date_compare (b->until, a->effective) >= 0);
}

/* One id is one thing said; told anew it has other days. */
static void
check_ids (MingLoader *self)
{
  GPtrArray *list = self->pack->guidance;

  for (guint i = 0; i < list->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const MingGuidance *entry = g_ptr_array_index (list, i);
        const MingGuidance *other = g_ptr_array_index (list, j);
        g_autofree char *begins = ming_wording_date (entry->span.effective);

        if (entry->id != NULL && g_strcmp0 (entry->id, other->id) == 0
            && spans_overlap (&entry->span, &other->span))
          ming_reader_problem (&self->reader, MING_POLICY_ERROR_VERSIONS_OVERLAP, entry->span.pointer,
                               _("begins on %s, when the other entry “%s” (%s) holds"), begins, entry->id,
                               other->span.pointer);
      }
}

void
ming_loader_read_guidance (MingLoader *self, const MingReaderObject *top)
{
  static const char *const keys[]
      = { MING_SPAN_KEYS, "id", "topic", "insutypes", "about", "answer", "where", "papers", "limits", NULL };
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_has (top, "guidance") || !ming_reader_open_list (top, "guidance", TRUE, &list))
    return;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };

      if (ming_reader_open_element (&list, i, keys, &object))
        read_entry (self, &object);
    }
  check_ids (self);
}
