/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-life.h"
#include "ming-commands.h"
#include "ming-options.h"
#include "ming-print.h"

/* The words of --kind; the sex follows from them. */
static const struct
{
  const char *word;
  MingRetireeKind kind;
  const char *gend;
} kinds[] = {
  { "male60", MING_RETIREE_MALE_60, "1" },
  { "female55", MING_RETIREE_FEMALE_55, "2" },
  { "female50", MING_RETIREE_FEMALE_50, "2" },
};

/* The arguments as typed; NULL is not given. */
typedef struct
{
  const char *folder;
  const char *date;
  const char *birth;
  const char *kind;
  const char *sex;
  const char *person;
  const char *assisted;
  const char *tier;
  const char *paid;
  const char *deemed;
  const char *local;
  const char *broken;
  const char *repaired;
  const char *gap;
  const char *format;
  gboolean in_window;
} Typed;

static gboolean
take_date (const char *name, const char *text, MingDate *out, GError **error)
{
  return text == NULL || ming_options_parse_date (name, text, out, error);
}

static gboolean
take_count (const char *name, const char *text, int *out, GError **error)
{
  int32_t value = 0;

  if (text == NULL)
    return TRUE;
  if (ming_text_parse_int (text, strlen (text), 0, 1200, &value) != MING_OK)
    {
      g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_VALUE,
                   _("--%s takes a whole number from 0 to 1200, not “%s”"), name, text);
      return FALSE;
    }
  *out = value;
  return TRUE;
}

static void
take_kind (const Typed *typed, MingLifeQuestion *question)
{
  for (guint i = 0; typed->kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (typed->kind, kinds[i].word))
      {
        question->kind = kinds[i].kind;
        question->kind_known = TRUE;
        question->gend = kinds[i].gend;
      }
  if (typed->sex != NULL)
    question->gend = typed->sex;
}

static void
take_today (MingLifeQuestion *question)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (question->date.year == 0)
    ming_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                    g_date_time_get_day_of_month (now), &question->date);
}

static gboolean
read_question (const Typed *typed, MingLifeQuestion *question, GError **error)
{
  if (!take_date ("date", typed->date, &question->date, error)
      || !take_date ("birth", typed->birth, &question->brdy, error)
      || !take_count ("paid", typed->paid, &question->paid_months, error)
      || !take_count ("deemed", typed->deemed, &question->deemed_months, error)
      || !take_count ("local", typed->local, &question->local_months, error)
      || !take_count ("broken", typed->broken, &question->broken_years, error)
      || !take_count ("repaired", typed->repaired, &question->repaired_years, error)
      || !take_count ("gap", typed->gap, &question->gap_months, error))
    return FALSE;
  question->psn_type = typed->person;
  question->sp_psn_type = typed->assisted;
  question->clct_grde = typed->tier;
  question->in_window = typed->in_window;
  take_kind (typed, question);
  take_today (question);
  return TRUE;
}

static void
print_missing (const char *what, const char *message, GString *out)
{
  if (message != NULL)
    g_string_append_printf (out, "  -  %s: %s\n", what, message);
}

static void
print_table (const MingLife *life, GPtrArray *steps, GString *out)
{
  g_string_append_printf (out, "%s · %s %s\n\n", ming_phrase_local (&life->pack->name), life->pack->id,
                          life->pack->revision);
  ming_print_steps (steps, out);
  g_string_append_c (out, '\n');
  print_missing (_("Statutory retirement"), life->retirement.message, out);
  print_missing (_("Years for retired benefits"), life->years.message, out);
  if (life->years.outcome == MING_OUTCOME_KNOWN && life->years.gap.missing_months > 0
      && life->years.cost_outcome != MING_OUTCOME_KNOWN)
    print_missing (_("Buying the missing months"), _("The base or rate is not known in this policy pack"),
                   out);
  print_missing (_("Waiting period"), life->waiting.message, out);
  print_missing (_("Residents' premium of the year"), life->premium.message, out);
}

static MingExit
answer (const MingLibrary *library, const MingLifeQuestion *question, const char *format)
{
  GError *error = NULL;
  g_autoptr (MingLife) life = ming_life_new (library, question, &error);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (life == NULL)
    return ming_cli_fail (error);
  steps = ming_life_explain (life);
  if (g_strcmp0 (format, "json") == 0)
    {
      g_autoptr (JsonNode) node = ming_life_to_json (life);

      ming_print_json (node, out);
    }
  else
    print_table (life, steps, out);
  if (ming_cli_write (out) != MING_EXIT_OK)
    return MING_EXIT_IO;
  return steps->len > 0 ? MING_EXIT_OK : MING_EXIT_UNKNOWN;
}

static MingExit
run (int argc, char **argv)
{
  Typed typed = { 0 };
  const MingOption options[] = {
    { "policy", NULL, &typed.folder, NULL },
    { "date", NULL, &typed.date, NULL },
    { "birth", NULL, &typed.birth, NULL },
    { "kind", "male60 female55 female50", &typed.kind, NULL },
    { "sex", "1 2", &typed.sex, NULL },
    { "person", NULL, &typed.person, NULL },
    { "assisted", NULL, &typed.assisted, NULL },
    { "tier", NULL, &typed.tier, NULL },
    { "paid", NULL, &typed.paid, NULL },
    { "deemed", NULL, &typed.deemed, NULL },
    { "local", NULL, &typed.local, NULL },
    { "broken", NULL, &typed.broken, NULL },
    { "repaired", NULL, &typed.repaired, NULL },
    { "gap", NULL, &typed.gap, NULL },
    { "format", "table json", &typed.format, NULL },
    { "in-window", NULL, NULL, &typed.in_window },
    { .name = NULL },
  };
  MingLifeQuestion question = ming_life_question_none ();
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 2, 2, &error);
  g_autoptr (MingLibrary) library = NULL;

  if (words == NULL || !read_question (&typed, &question, &error))
    return ming_cli_fail (error);
  library = ming_cli_load_library (typed.folder);
  if (library == NULL)
    return MING_EXIT_IO;
  question.region = g_ptr_array_index (words, 0);
  question.insutype = g_ptr_array_index (words, 1);
  return answer (library, &question, typed.format);
}

const MingCommand ming_command_life = {
  "life",
  N_("retirement date, years for retired benefits, waiting period, residents' premium"),
  N_("mingsuan-cli life REGION INSUTYPE [options]\n"
     "\n"
     "  --birth DATE           birth date\n"
     "  --kind KIND            male60, female55 or female50: the statutory age before the reform\n"
     "  --paid N               months really paid; --deemed N counted without payment; "
     "--local N paid in this area\n"
     "  --broken N             years without cover; --repaired N of them paid afterwards; "
     "--gap N months since cover ended\n"
     "  --in-window            joined within the yearly window and without a break\n"
     "  --person CODE          type of person (psn_type); --sex 1|2; "
     "--assisted CODE assisted category; --tier N\n"
     "  --date DATE            day of asking, today when left out; --policy DIR other policy packs\n"
     "  --format table|json    for people (the default), or docs/result-format.md\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli life 110000 310 --birth 1966-01-15 --kind male60 --paid 240 --deemed 36\n"
     "  mingsuan-cli life 440100 390 --broken 4 --repaired 4\n"),
  run
};
