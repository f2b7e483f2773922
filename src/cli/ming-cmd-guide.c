/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-explain.h"
#include "ming-commands.h"
#include "ming-options.h"
#include "ming-print-guide.h"
#include "ming-print.h"

/** Guide: one question to the library, and what came of it. */
typedef struct
{
  const char *region;
  const char *insutype;
  MingDate date;
  guint topics;
  GPtrArray *hits;
} Guide;

static void
print_hit (const Guide *guide, const MingGuidanceHit *hit, GString *out)
{
  g_autofree char *title = ming_guidance_title (hit->entry);
  g_autofree char *basis = ming_guidance_basis (hit, &guide->date);

  g_string_append_printf (out, "%s  [%s]\n", title, ming_evidence_mark (hit->entry->evidence));
  ming_print_guidance (hit->entry, "  ", out);
  g_string_append_printf (out, "  %s\n\n", basis);
}

static void
print_table (const Guide *guide, GString *out)
{
  g_autofree char *ask = ming_guidance_ask (ming_guidance_without_own (guide->hits, guide->topics),
                                            ming_guidance_without_any (guide->hits, guide->topics));

  for (guint i = 0; i < guide->hits->len; i++)
    print_hit (guide, g_ptr_array_index (guide->hits, i), out);
  if (ask != NULL)
    g_string_append_printf (out, "%s\n", ask);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_date (JsonBuilder *builder, const char *name, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE] = "";

  if (date.year != 0 && ming_text_format_date (date, text, sizeof text) == MING_OK)
    add_member (builder, name, text);
}

static void
add_papers (JsonBuilder *builder, const MingGuidance *entry)
{
  json_builder_set_member_name (builder, "papers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->papers->len; i++)
    json_builder_add_string_value (builder, ming_phrase_local (g_ptr_array_index (entry->papers, i)));
  json_builder_end_array (builder);
}

static void
add_limits (JsonBuilder *builder, const MingGuidance *entry)
{
  json_builder_set_member_name (builder, "limits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->limits->len; i++)
    {
      const MingGuidanceLimit *limit = g_ptr_array_index (entry->limits, i);
      g_autofree char *number = g_strdup_printf ("%d", (int) limit->number.number);

      json_builder_begin_object (builder);
      add_member (builder, "name", ming_phrase_local (&limit->name));
      add_member (builder, "number", limit->number.state == MING_CELL_VALUE ? number : "unknown");
      add_member (builder, "unit", ming_time_unit_names ()[limit->unit]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder, const MingGuidance *entry)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entry->citations->len; i++)
    {
      const MingCitation *citation = g_ptr_array_index (entry->citations, i);

      json_builder_begin_object (builder);
      add_member (builder, "title", citation->source->title);
      add_member (builder, "number", citation->source->number);
      add_member (builder, "issuer", citation->source->issuer);
      add_member (builder, "clause", citation->clause);
      add_member (builder, "url", citation->source->url);
      add_date (builder, "ends", citation->source->ends);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_entry (JsonBuilder *builder, const MingGuidanceHit *hit)
{
  static const char *const levels[MING_N_GUIDANCE_LEVELS] = { "own", "province", "nation" };
  const MingGuidance *entry = hit->entry;

  json_builder_begin_object (builder);
  add_member (builder, "topic", ming_guidance_topic_name (entry->topic));
  add_member (builder, "question", ming_guidance_topic_question (entry->topic));
  add_member (builder, "level", levels[hit->level]);
  add_member (builder, "pack", hit->pack->id);
  add_member (builder, "id", entry->id);
  add_member (builder, "about", ming_phrase_local (&entry->about));
  add_member (builder, "answer", ming_phrase_local (&entry->answer));
  add_papers (builder, entry);
  add_limits (builder, entry);
  add_member (builder, "where", ming_phrase_local (&entry->where));
  add_date (builder, "effective", entry->span.effective);
  add_date (builder, "until", entry->span.until);
  add_member (builder, "evidence", ming_evidence_name (entry->evidence));
  add_sources (builder, entry);
  json_builder_end_object (builder);
}

static void
add_topics (JsonBuilder *builder, const char *name, guint topics)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < MING_N_GUIDANCE_TOPICS; i++)
    if ((topics & MING_GUIDANCE_BIT (i)) != 0)
      json_builder_add_string_value (builder, ming_guidance_topic_name ((MingGuidanceTopic) i));
  json_builder_end_array (builder);
}

static void
print_json (const Guide *guide, GString *out)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_member (builder, "format", "mingsuan-guide/1");
  add_member (builder, "region", guide->region);
  add_member (builder, "insutype", guide->insutype);
  add_date (builder, "date", guide->date);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < guide->hits->len; i++)
    add_entry (builder, g_ptr_array_index (guide->hits, i));
  json_builder_end_array (builder);
  add_topics (builder, "without_own", ming_guidance_without_own (guide->hits, guide->topics));
  add_topics (builder, "without_any", ming_guidance_without_any (guide->hits, guide->topics));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  ming_print_json (root, out);
}

static guint
read_topics (const char *topic)
{
  for (guint i = 0; topic != NULL && i < MING_N_GUIDANCE_TOPICS; i++)
    if (g_str_equal (topic, ming_guidance_topic_name ((MingGuidanceTopic) i)))
      return MING_GUIDANCE_BIT (i);
  return MING_GUIDANCE_ALL;
}

static MingExit
answer (Guide *guide, const MingLibrary *library, const char *format)
{
  g_autoptr (GPtrArray) hits
      = ming_guidance_find (library, guide->region, guide->insutype, &guide->date, guide->topics);
  g_autoptr (GString) out = g_string_new (NULL);

  guide->hits = hits;
  if (g_strcmp0 (format, "json") == 0)
    print_json (guide, out);
  else
    print_table (guide, out);
  if (ming_cli_write (out) != MING_EXIT_OK)
    return MING_EXIT_IO;
  return hits->len > 0 ? MING_EXIT_OK : MING_EXIT_UNKNOWN;
}

static gboolean
is_code (const char *text, gsize length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

static MingExit
run (int argc, char **argv)
{
  const char *folder = NULL, *date = NULL, *topic = NULL, *format = NULL;
  g_autofree char *topics = g_strjoinv (" ", (GStrv) ming_guidance_topic_names ());
  const MingOption options[] = {
    { "policy", NULL, &folder, NULL },
    { "date", NULL, &date, NULL },
    { "topic", topics, &topic, NULL },
    { "format", "table json", &format, NULL },
    { .name = NULL },
  };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 2, 2, &error);
  g_autoptr (MingLibrary) library = NULL;
  Guide guide = { .date = ming_options_today (), .topics = read_topics (topic) };

  if (words == NULL || (date != NULL && !ming_options_parse_date ("date", date, &guide.date, &error)))
    return ming_cli_fail (error);
  guide.region = g_ptr_array_index (words, 0);
  guide.insutype = g_ptr_array_index (words, 1);
  if (!is_code (guide.region, 6) || !is_code (guide.insutype, 3))
    {
      ming_cli_complain (_("a region is six digits and a scheme is three: guide 320100 310"));
      return MING_EXIT_USAGE;
    }
  library = ming_cli_load_library (folder);
  return library != NULL ? answer (&guide, library, format) : MING_EXIT_IO;
}

const MingCommand ming_command_guide = {
  "guide",
  N_("papers, times and rules of the business of insurance: claims, withdrawal, transfer, double cover"),
  N_("mingsuan-cli guide REGION INSUTYPE [--topic TOPIC] [--date DATE] [--format table|json] [--policy DIR]\n"
     "\n"
     "Says what the documents say, the area's own rules first, then those of the province and the country,\n"
     "and for what nothing is entered. A city without a policy pack has at least the rules above it.\n"
     "\n"
     "  --topic TOPIC          cash_claim, payout, withdrawal, inheritance, transfer, no_credit, switch,\n"
     "                         double_cover or pause; all of them when left out\n"
     "  --date DATE            the rules in force on that day, today when left out\n"
     "  --format table|json    for people (the default), or docs/cli.md\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli guide 321000 310 --topic cash_claim\n"
     "  mingsuan-cli guide 110000 390 --format json\n"),
  run
};
