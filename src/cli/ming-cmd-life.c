/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-receipt.h"
#include "ming-commands.h"
#include "ming-life-typed.h"
#include "ming-options.h"
#include "ming-print.h"

static void
take_today (MingLifeQuestion *question)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (question->date.year == 0)
    ming_date_make (g_date_time_get_year (now), g_date_time_get_month (now),
                    g_date_time_get_day_of_month (now), &question->date);
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
  if (g_strcmp0 (format, "receipt") == 0)
    {
      g_autoptr (MingReceipt) receipt = ming_receipt_new_life (life);
      g_autofree char *text = ming_receipt_print (receipt);

      g_string_append (out, text);
    }
  else if (g_strcmp0 (format, "json") == 0)
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
  MingLifeTyped typed = { 0 };
  const char *folder = NULL;
  const char *format = NULL;
  const MingOption options[] = {
    { "policy", NULL, &folder, NULL },
    { "date", NULL, &typed.date, NULL },
    { "birth", NULL, &typed.birth, NULL },
    { "kind", MING_LIFE_KINDS, &typed.kind, NULL },
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
    { "format", "table json receipt", &format, NULL },
    { "in-window", NULL, NULL, &typed.in_window },
    { .name = NULL },
  };
  MingLifeQuestion question = ming_life_question_none ();
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 2, 2, &error);
  g_autoptr (MingLibrary) library = NULL;

  if (words == NULL || !ming_life_typed_read (&typed, &question, &error))
    return ming_cli_fail (error);
  take_today (&question);
  library = ming_cli_load_library (folder);
  if (library == NULL)
    return MING_EXIT_IO;
  question.region = g_ptr_array_index (words, 0);
  question.insutype = g_ptr_array_index (words, 1);
  return answer (library, &question, format);
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
     "  --format F             table for people (the default), json (docs/result-format.md), or receipt,\n"
     "                         which “replay” computes again (docs/receipt-format.md)\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli life 110000 310 --birth 1966-01-15 --kind male60 --paid 240 --deemed 36\n"
     "  mingsuan-cli life 440100 390 --broken 4 --repaired 4\n"
     "  mingsuan-cli life 110000 310 --birth 1966-01-15 --kind male60 --format receipt >R.json\n"),
  run
};
