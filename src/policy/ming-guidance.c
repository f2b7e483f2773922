/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-guidance.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ming-region.h"
#include "ming-wording.h"

/* The whole country, as packs call it. */
#define NATION "100000"

static const char *const topic_names[MING_N_GUIDANCE_TOPICS + 1] = {
  [MING_GUIDANCE_CASH_CLAIM] = "cash_claim",   [MING_GUIDANCE_PAYOUT] = "payout",
  [MING_GUIDANCE_WITHDRAWAL] = "withdrawal",   [MING_GUIDANCE_INHERITANCE] = "inheritance",
  [MING_GUIDANCE_TRANSFER] = "transfer",       [MING_GUIDANCE_NO_CREDIT] = "no_credit",
  [MING_GUIDANCE_SWITCH] = "switch",           [MING_GUIDANCE_DOUBLE_COVER] = "double_cover",
  [MING_GUIDANCE_PAUSE] = "pause",
};

static const char *const topic_questions[MING_N_GUIDANCE_TOPICS] = {
  [MING_GUIDANCE_CASH_CLAIM] = N_("Paid cash first: which papers, how long?"),
  [MING_GUIDANCE_PAYOUT] = N_("Where does the money of the funds go?"),
  [MING_GUIDANCE_WITHDRAWAL] = N_("May the account be paid out?"),
  [MING_GUIDANCE_INHERITANCE] = N_("Who gets the account after a death?"),
  [MING_GUIDANCE_TRANSFER] = N_("Moving to another area: how do insurance and account move?"),
  [MING_GUIDANCE_NO_CREDIT] = N_("Why was nothing credited to the account?"),
  [MING_GUIDANCE_SWITCH] = N_("Changing between schemes: how?"),
  [MING_GUIDANCE_DOUBLE_COVER] = N_("May one be insured twice?"),
  [MING_GUIDANCE_PAUSE] = N_("Ending or interrupting: how, and what follows?"),
};

const char *
ming_guidance_topic_name (MingGuidanceTopic topic)
{
  return topic < MING_N_GUIDANCE_TOPICS ? topic_names[topic] : "";
}

const char *const *
ming_guidance_topic_names (void)
{
  return topic_names;
}

const char *const *
ming_time_unit_names (void)
{
  static const char *const names[] = { "working_days", "days", "months", "years", NULL };

  return names;
}

const char *
ming_guidance_topic_question (MingGuidanceTopic topic)
{
  return topic < MING_N_GUIDANCE_TOPICS ? _(topic_questions[topic]) : "";
}

const char *
ming_guidance_level_words (MingGuidanceLevel level)
{
  static const char *const words[MING_N_GUIDANCE_LEVELS] = {
    [MING_GUIDANCE_OWN] = N_("local rule"),
    [MING_GUIDANCE_PROVINCE] = N_("provincial rule"),
    [MING_GUIDANCE_NATION] = N_("national rule"),
  };

  return level < MING_N_GUIDANCE_LEVELS ? _(words[level]) : "";
}

/*
 * Whose rule a pack of @of is for somebody in @region: of the district, of its city, of its province, of the
 * country. MING_N_GUIDANCE_LEVELS: none of these.
 */
static MingGuidanceLevel
find_level (const char *of, const char *region)
{
  if (g_str_equal (of, region) || (g_str_has_suffix (of, "00") && strncmp (of, region, 4) == 0))
    return MING_GUIDANCE_OWN;
  if (g_str_equal (of, NATION))
    return MING_GUIDANCE_NATION;
  if (g_str_has_suffix (of, "0000") && strncmp (of, region, 2) == 0)
    return ming_region_is_municipality (region) ? MING_GUIDANCE_OWN : MING_GUIDANCE_PROVINCE;
  return MING_N_GUIDANCE_LEVELS;
}

gboolean
ming_guidance_holds (const MingGuidance *entry, const MingDate *date)
{
  return !entry->span.expected
         && ming_date_compare (entry->span.effective, *date) <= 0
         && (entry->span.until.year == 0 || ming_date_compare (entry->span.until, *date) >= 0);
}

static void
add_hits (GPtrArray *hits, const MingPack *pack, MingGuidanceLevel level, MingGuidanceTopic topic,
          const char *insutype, const MingDate *date)
{
  for (guint i = 0; i < pack->guidance->len; i++)
    {
      const MingGuidance *entry = g_ptr_array_index (pack->guidance, i);
      MingGuidanceHit *hit;

      if (entry->topic != topic || !ming_guidance_holds (entry, date)
          || !g_strv_contains ((const char *const *) entry->insutypes, insutype))
        continue;
      hit = g_new0 (MingGuidanceHit, 1);
      *hit = (MingGuidanceHit){ level, pack, entry };
      g_ptr_array_add (hits, hit);
    }
}

GPtrArray *
ming_guidance_find (const MingLibrary *library, const char *region, const char *insutype,
                    const MingDate *date, guint topics)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (strlen (region) == 6, hits);

  for (guint topic = 0; topic < MING_N_GUIDANCE_TOPICS; topic++)
    for (guint level = 0; level < MING_N_GUIDANCE_LEVELS; level++)
      for (guint i = 0; (topics & MING_GUIDANCE_BIT (topic)) != 0 && i < library->packs->len; i++)
        {
          const MingPack *pack = g_ptr_array_index (library->packs, i);

          if (find_level (pack->region, region) == (MingGuidanceLevel) level)
            add_hits (hits, pack, (MingGuidanceLevel) level, (MingGuidanceTopic) topic, insutype, date);
        }
  return hits;
}

guint
ming_guidance_without_own (GPtrArray *hits, guint topics)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const MingGuidanceHit *hit = g_ptr_array_index (hits, i);

      if (hit->level != MING_GUIDANCE_NATION)
        topics &= ~MING_GUIDANCE_BIT (hit->entry->topic);
    }
  return topics;
}

guint
ming_guidance_without_any (GPtrArray *hits, guint topics)
{
  for (guint i = 0; i < hits->len; i++)
    topics &= ~MING_GUIDANCE_BIT (((const MingGuidanceHit *) g_ptr_array_index (hits, i))->entry->topic);
  return topics;
}

char *
ming_guidance_title (const MingGuidance *entry)
{
  const char *question = ming_guidance_topic_question (entry->topic);
  const char *about = ming_phrase_local (&entry->about);

  return *about != '\0' ? g_strdup_printf ("%s · %s", question, about) : g_strdup (question);
}

/* Chinese parts its items with its own sign. */
static const char *
separator (void)
{
  return C_ ("between items", "; ");
}

char *
ming_guidance_papers (const MingGuidance *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->papers->len == 0)
    return NULL;
  for (guint i = 0; i < entry->papers->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator () : "",
                            ming_phrase_local (g_ptr_array_index (entry->papers, i)));
  return g_strdup_printf (_("Papers: %s"), text->str);
}

char *
ming_guidance_limit_words (const MingGuidanceLimit *limit)
{
  int number = (int) limit->number.number;

  if (limit->number.state != MING_CELL_VALUE)
    return g_strdup (_("not known"));
  if (number == 0)
    return g_strdup (_("on the spot"));
  switch (limit->unit)
    {
    case MING_TIME_WORKING_DAYS:
      return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) number), number);
    case MING_TIME_DAYS:
      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) number), number);
    case MING_TIME_MONTHS:
      return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) number), number);
    case MING_TIME_YEARS:
    default:
      return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) number), number);
    }
}

char *
ming_guidance_limits (const MingGuidance *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->limits->len == 0)
    return NULL;
  for (guint i = 0; i < entry->limits->len; i++)
    {
      const MingGuidanceLimit *limit = g_ptr_array_index (entry->limits, i);
      g_autofree char *words = ming_guidance_limit_words (limit);

      g_string_append_printf (text, "%s%s %s", i > 0 ? separator () : "", ming_phrase_local (&limit->name),
                              words);
    }
  return g_strdup_printf (_("Time: %s"), text->str);
}

char *
ming_guidance_where (const MingGuidance *entry)
{
  const char *where = ming_phrase_local (&entry->where);

  return *where != '\0' ? g_strdup_printf (_("Where: %s"), where) : NULL;
}

/* How it was read when nobody official was, and that it has ended. */
static void
append_remarks (GString *text, const MingSource *source, const MingDate *date)
{
  g_autofree char *day = ming_wording_date (source->ends);
  const char *note = ming_phrase_local (&source->note);

  if (!ming_evidence_is_official (source->evidence) && *note != '\0')
    g_string_append_printf (text, _(" (%s)"), note);
  if (source->ends.year != 0 && ming_date_compare (source->ends, *date) < 0)
    g_string_append_printf (text, _(" (the document ended on %s; ask whether it still holds)"), day);
}

char *
ming_guidance_basis (const MingGuidanceHit *hit, const MingDate *date)
{
  GString *text = g_string_new (ming_guidance_level_words (hit->level));

  g_string_append (text, C_ ("after a word", ": "));
  for (guint i = 0; i < hit->entry->citations->len; i++)
    {
      const MingCitation *citation = g_ptr_array_index (hit->entry->citations, i);
      const MingCitation *before = i > 0 ? g_ptr_array_index (hit->entry->citations, i - 1) : NULL;
      g_autofree char *words = ming_citation_format (citation);

      if (before != NULL)
        g_string_append (text, separator ());
      if (before != NULL && before->source == citation->source && citation->clause != NULL)
        {
          g_string_append (text, citation->clause);
          continue;
        }
      g_string_append (text, words);
      append_remarks (text, citation->source, date);
    }
  return g_string_free (text, FALSE);
}

static char *
list_questions (guint topics)
{
  GString *text = g_string_new (NULL);

  for (guint topic = 0; topic < MING_N_GUIDANCE_TOPICS; topic++)
    if ((topics & MING_GUIDANCE_BIT (topic)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              ming_guidance_topic_question ((MingGuidanceTopic) topic));
  return g_string_free (text, FALSE);
}

char *
ming_guidance_ask (guint without_own, guint without_any)
{
  guint only_national = without_own & ~without_any;
  g_autofree char *unknown = list_questions (without_any);
  g_autofree char *national = list_questions (only_national);
  g_autoptr (GString) text = g_string_new (NULL);

  if (without_own == 0)
    return NULL;
  if (without_any != 0)
    g_string_append_printf (text, _("Nothing is entered about: %s\n"), unknown);
  if (only_national != 0)
    g_string_append_printf (text, _("Only national rules are entered about: %s\n"), national);
  g_string_append (text, _("Ask the local agency, or call 12393."));
  return g_strdup (text->str);
}
