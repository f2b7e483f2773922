/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-nearest.h"
#include "ming-pack-load-private.h"

void
ming_papers_clear (MingPapers *papers)
{
  g_clear_pointer (&papers->citations, g_ptr_array_unref);
}

static const char *const evidence_words[] = { "unverified", "secondary", "official-quote", "official-text",
                                              NULL };

static gboolean
read_evidence (const MingReaderObject *object, gboolean must, MingEvidence *out)
{
  const char *word = ming_reader_get_string (object, "evidence", must);
  g_autofree char *hint = NULL;

  if (word == NULL)
    return FALSE;
  if (ming_evidence_from_name (word, out))
    return TRUE;
  hint = ming_nearest_hint (word, evidence_words, -1);
  ming_reader_member_problem (object, "evidence", MING_POLICY_ERROR_BAD_EVIDENCE,
                              _("unknown evidence “%s”%s"), word, hint);
  return FALSE;
}

static void
unknown_source (MingLoader *self, const char *key, const char *pointer)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < self->pack->source_order->len; i++)
    g_ptr_array_add (keys, ((MingSource *) g_ptr_array_index (self->pack->source_order, i))->key);
  hint = ming_nearest_hint (key, (const char *const *) keys->pdata, (gssize) keys->len);
  ming_reader_problem (&self->reader, MING_POLICY_ERROR_UNKNOWN_SOURCE, pointer,
                       _("no source is called “%s”%s"), key, hint);
}

/* "key#clause", or NULL with a problem. */
static MingCitation *
read_citation (MingLoader *self, const MingReaderList *list, guint index)
{
  const char *text = ming_reader_get_element_string (list, index);
  const char *mark = text != NULL ? strchr (text, '#') : NULL;
  g_autofree char *key = mark != NULL ? g_strndup (text, (gsize) (mark - text)) : g_strdup (text);
  const MingSource *source = key != NULL ? g_hash_table_lookup (self->pack->sources, key) : NULL;
  MingCitation *citation;

  if (key == NULL)
    return NULL;
  if (source == NULL)
    {
      g_autofree char *pointer = ming_json_pointer_index (list->pointer, index);

      unknown_source (self, key, pointer);
      return NULL;
    }
  citation = g_new0 (MingCitation, 1);
  citation->source = source;
  if (mark != NULL && mark[1] != '\0')
    citation->clause = g_strdup (mark + 1);
  return citation;
}

/* Own sources take the place of those from above. */
static void
read_own_citations (MingLoader *self, const MingReaderObject *object, MingPapers *papers)
{
  g_auto (MingReaderList) list = { 0 };

  papers->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_citation_free);
  papers->broken = TRUE;
  if (!ming_reader_open_list (object, "source", TRUE, &list))
    return;
  papers->broken = list.length == 0;
  if (list.length == 0)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_NO_SOURCE, list.pointer,
                         _("the list of sources is empty"));
  for (guint i = 0; i < list.length; i++)
    {
      MingCitation *citation = read_citation (self, &list, i);

      if (citation != NULL)
        g_ptr_array_add (papers->citations, citation);
      else
        papers->broken = TRUE;
    }
  papers->evidence = ming_citations_evidence (papers->citations);
}

MingPapers
ming_loader_papers (MingLoader *self, const MingReaderObject *object, const MingPapers *above)
{
  MingPapers papers = { NULL, MING_EVIDENCE_UNVERIFIED, FALSE };
  MingEvidence evidence;

  if (ming_reader_has (object, "source"))
    read_own_citations (self, object, &papers);
  else if (above != NULL)
    papers = (MingPapers){ g_ptr_array_ref (above->citations), above->evidence, above->broken };
  else
    papers.citations = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_citation_free);

  if (!read_evidence (object, FALSE, &evidence))
    return papers;
  if (!papers.broken && evidence > ming_citations_evidence (papers.citations))
    ming_reader_member_problem (object, "evidence", MING_POLICY_ERROR_BAD_EVIDENCE,
                                _("“%s” is better than the sources of this figure are"),
                                ming_evidence_name (evidence));
  papers.evidence = evidence;
  return papers;
}

void
ming_loader_need_papers (MingLoader *self, const MingPapers *papers, const char *pointer)
{
  if (papers->citations->len == 0 && !papers->broken)
    ming_reader_problem (&self->reader, MING_POLICY_ERROR_NO_SOURCE, pointer,
                         _("a figure here has no source, and nothing above it has one"));
}

static void
read_source (MingLoader *self, const MingReaderObject *sources, const char *key)
{
  static const char *const keys[] = { "title", "number", "issuer", "published", "url",
                                      "seen", "ends", "evidence", "note", NULL };
  g_auto (MingReaderObject) object = { 0 };
  MingSource *source = g_new0 (MingSource, 1);

  /* also when it is broken, so that what names it is not reported as well */
  source->key = g_strdup (key);
  source->title = g_strdup (key);
  g_ptr_array_add (self->pack->source_order, source);
  g_hash_table_replace (self->pack->sources, source->key, source);
  if (strchr (key, '#') != NULL)
    ming_reader_member_problem (sources, key, MING_POLICY_ERROR_BAD_VALUE,
                                _("the name of a source must not contain #"));
  if (!ming_reader_open_member (sources, key, TRUE, keys, &object))
    return;
  g_free (source->title);
  source->title = g_strdup (ming_reader_get_string (&object, "title", TRUE));
  if (source->title == NULL)
    source->title = g_strdup (key);
  source->number = g_strdup (ming_reader_get_string (&object, "number", FALSE));
  source->issuer = g_strdup (ming_reader_get_string (&object, "issuer", TRUE));
  source->url = g_strdup (ming_reader_get_string (&object, "url", FALSE));
  ming_reader_get_phrase (&object, "note", FALSE, &source->note);
  ming_reader_get_date (&object, "published", FALSE, &source->published);
  ming_reader_get_date (&object, "seen", FALSE, &source->seen);
  ming_reader_get_date (&object, "ends", FALSE, &source->ends);
  read_evidence (&object, TRUE, &source->evidence);
  if (source->ends.year != 0 && ming_date_compare (source->ends, source->published) < 0)
    ming_reader_member_problem (&object, "ends", MING_POLICY_ERROR_DATES_REVERSED,
                                _("the document ends before it was published"));
}

void
ming_loader_read_sources (MingLoader *self, const MingReaderObject *top)
{
  g_auto (MingReaderObject) sources = { 0 };
  g_autoptr (GList) keys = NULL;

  if (!ming_reader_open_member (top, "sources", TRUE, NULL, &sources))
    return;
  keys = json_object_get_members (sources.object);
  for (GList *l = keys; l != NULL; l = l->next)
    read_source (self, &sources, l->data);
}

/* One class of an attribute: its codes, none of which another class has. */
static void
read_class (const MingReaderObject *values, const char *name, const MingReaderObject *english,
            MingAttribute *attribute)
{
  g_auto (GStrv) codes = ming_reader_get_strings (values, name, TRUE);

  if (codes == NULL)
    codes = g_new0 (char *, 1);
  for (guint i = 0; codes[i] != NULL; i++)
    for (guint j = 0; j < attribute->codes->len; j++)
      if (g_strv_contains (g_ptr_array_index (attribute->codes, j), codes[i]))
        ming_reader_member_problem (values, name, MING_POLICY_ERROR_BAD_VALUE,
                                    _("the code “%s” belongs to “%s” already"), codes[i],
                                    (const char *) g_ptr_array_index (attribute->values, j));
  g_ptr_array_add (attribute->values, g_strdup (name));
  g_ptr_array_add (attribute->codes, g_steal_pointer (&codes));
  g_ptr_array_add (attribute->english,
                   english->object != NULL ? g_strdup (ming_reader_get_string (english, name, FALSE)) : NULL);
}

static void
read_classes (MingLoader *self, const MingReaderObject *object, MingAttribute *attribute)
{
  g_auto (MingReaderObject) values = { 0 };
  g_auto (MingReaderObject) english = { 0 };
  g_autoptr (GList) names = NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  if (!ming_reader_open_member (object, "values", TRUE, NULL, &values))
    return;
  names = json_object_get_members (values.object);
  for (GList *l = names; l != NULL; l = l->next)
    g_ptr_array_add (known, l->data);
  g_ptr_array_add (known, NULL);
  if (names == NULL)
    ming_reader_member_problem (object, "values", MING_POLICY_ERROR_BAD_VALUE,
                                _("there must be at least one class"));
  if (ming_reader_has (object, "en"))
    ming_reader_open_member (object, "en", FALSE, (const char *const *) known->pdata, &english);
  for (GList *l = names; l != NULL; l = l->next)
    read_class (&values, l->data, &english, attribute);
}

static void
read_attribute (MingLoader *self, const MingReaderObject *attributes, const char *name)
{
  static const char *const keys[] = { "from", "values", "en", NULL };
  g_auto (MingReaderObject) object = { 0 };
  MingAttribute *attribute = g_new0 (MingAttribute, 1);
  const char *facts[MING_N_TEXT_FACTS + 1] = { NULL };
  MingNumberFact number;
  guint from = 0;

  attribute->name = g_strdup (name);
  attribute->values = g_ptr_array_new_with_free_func (g_free);
  attribute->codes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  attribute->english = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->pack->attributes, attribute);
  if (ming_text_fact_from_name (name, &attribute->from) || ming_number_fact_from_name (name, &number))
    ming_reader_member_problem (attributes, name, MING_POLICY_ERROR_BAD_VALUE,
                                _("“%s” is the name of a fact and cannot be that of an attribute"), name);
  if (!ming_reader_open_member (attributes, name, TRUE, keys, &object))
    return;
  for (guint i = 0; i < MING_N_TEXT_FACTS; i++)
    facts[i] = ming_text_fact_name ((MingTextFact) i);
  if (ming_reader_get_choice (&object, "from", TRUE, facts, &from))
    attribute->from = (MingTextFact) from;
  read_classes (self, &object, attribute);
}

void
ming_loader_read_attributes (MingLoader *self, const MingReaderObject *top)
{
  g_auto (MingReaderObject) attributes = { 0 };
  g_autoptr (GList) names = NULL;

  if (!ming_reader_open_member (top, "attributes", FALSE, NULL, &attributes))
    return;
  names = json_object_get_members (attributes.object);
  for (GList *l = names; l != NULL; l = l->next)
    read_attribute (self, &attributes, l->data);
}

/* The words of "about", in the order of the bits of #MingAbout. */
static const char *const about_words[] = { "care", "account_credit", "contribution", "retirement_years",
                                           "waiting", "resident_premium", NULL };

G_STATIC_ASSERT ((1u << (G_N_ELEMENTS (about_words) - 1)) - 1 == MING_ABOUT_EVERYTHING);

static guint
read_about_word (MingLoader *self, const MingReaderList *list, guint index)
{
  const char *word = ming_reader_get_element_string (list, index);
  g_autofree char *pointer = g_strdup_printf ("%s/%u", list->pointer, index);
  g_autofree char *hint = NULL;

  if (word == NULL)
    return 0;
  for (guint i = 0; about_words[i] != NULL; i++)
    if (g_str_equal (word, about_words[i]))
      return 1u << i;
  hint = ming_nearest_hint (word, about_words, G_N_ELEMENTS (about_words) - 1);
  ming_reader_problem (&self->reader, MING_POLICY_ERROR_BAD_VALUE, pointer,
                       _("a gap cannot be about “%s”%s"), word, hint);
  return 0;
}

/* Nothing said: a kind of care when one is named, else everything. */
static guint
read_about (MingLoader *self, const MingReaderObject *gap)
{
  g_auto (MingReaderList) list = { 0 };
  guint about = 0;

  if (!ming_reader_has (gap, "about"))
    return ming_reader_has (gap, "care") ? MING_ABOUT_CARE : MING_ABOUT_EVERYTHING;
  if (!ming_reader_open_list (gap, "about", TRUE, &list))
    return 0;
  for (guint i = 0; i < list.length; i++)
    about |= read_about_word (self, &list, i);
  return about;
}

void
ming_loader_read_gaps (MingLoader *self, const MingReaderObject *top)
{
  static const char *const keys[] = { "zh", "en", "care", "about", NULL };
  g_auto (MingReaderList) list = { 0 };

  if (!ming_reader_open_list (top, "gaps", FALSE, &list))
    return;
  for (guint i = 0; i < list.length; i++)
    {
      g_auto (MingReaderObject) object = { 0 };
      MingGap *gap;

      if (!ming_reader_open_element (&list, i, keys, &object))
        continue;
      gap = g_new0 (MingGap, 1);
      gap->text.zh = g_strdup (ming_reader_get_string (&object, "zh", TRUE));
      gap->text.en = g_strdup (ming_reader_get_string (&object, "en", TRUE));
      gap->care = ming_reader_has (&object, "care") ? ming_reader_get_strings (&object, "care", TRUE) : NULL;
      if (gap->care == NULL)
        gap->care = g_new0 (char *, 1);
      gap->about = read_about (self, &object);
      g_ptr_array_add (self->pack->gaps, gap);
    }
}
