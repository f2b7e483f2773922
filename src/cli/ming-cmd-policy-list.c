/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-commands.h"
#include "ming-grid.h"
#include "ming-options.h"
#include "ming-tally.h"

static void
take_span (const MingSpan *span, MingDate *first, MingDate *last, gboolean *open)
{
  if (first->year == 0 || ming_date_compare (span->effective, *first) < 0)
    *first = span->effective;
  if (span->until.year == 0)
    *open = TRUE;
  else if (ming_date_compare (span->until, *last) > 0)
    *last = span->until;
}

/* "2010-05-01 –" or "2022-07-01 – 2026-06-30": the days for which @list has a version. (transfer full) */
static char *
describe_days (GPtrArray *list)
{
  MingDate first = { 0 };
  MingDate last = { 0 };
  gboolean open = FALSE;
  char from[MING_TEXT_DATE_SIZE] = "";
  char to[MING_TEXT_DATE_SIZE] = "";

  for (guint i = 0; i < list->len; i++)
    take_span (g_ptr_array_index (list, i), &first, &last, &open);
  if (first.year == 0)
    return g_strdup ("");
  ming_text_format_date (first, from, sizeof from);
  if (!open)
    ming_text_format_date (last, to, sizeof to);
  return g_strdup_printf ("%s – %s", from, to);
}

static void
print_pack (const MingPack *pack, GString *out)
{
  g_autoptr (MingGrid) grid = ming_grid_new (3, 1u << 1);
  MingTally tally = ming_coverage_tally (pack);
  g_autofree char *shares = ming_tally_describe (&tally);
  struct { const char *name; GPtrArray *list; } parts[] = {
    { _("Contribution"), pack->contribution_rules },
    { _("Withheld from the account"), pack->account_debit },
    { _("Account credit"), pack->account_credit },
    { _("Interest on the account"), pack->account_interest },
    { _("Retirement years"), pack->retirement_years },
    { _("Waiting period"), pack->waiting },
    { _("Resident premium"), pack->resident_premium },
    { _("Guidance"), pack->guidance },
  };

  g_string_append_printf (out, "%s  %s  (%s)%s%s\n", pack->id, ming_phrase_local (&pack->name),
                          pack->revision, pack->demonstration ? "  " : "",
                          pack->demonstration ? _("demonstration") : "");
  g_string_append_printf (out, "  %s\n", shares);
  for (guint i = 0; i < G_N_ELEMENTS (parts) + pack->cares->len; i++)
    {
      const MingCare *care = i >= G_N_ELEMENTS (parts)
                                 ? g_ptr_array_index (pack->cares, i - G_N_ELEMENTS (parts)) : NULL;
      GPtrArray *list = care != NULL ? care->versions : parts[i].list;
      g_autofree char *days = describe_days (list);
      g_autofree char *count = g_strdup_printf ("%u", list->len);

      if (list->len == 0)
        continue;
      ming_grid_add (grid, care != NULL ? ming_phrase_local (&care->name) : parts[i].name);
      ming_grid_add (grid, count);
      ming_grid_add (grid, days);
    }
  ming_grid_print (grid, "  ", out);
}

/* For a script that makes a table of it. */
static void
print_csv (const MingPack *pack, GString *out)
{
  MingTally tally = ming_coverage_tally (pack);

  g_string_append_printf (out, "%s,%s,%s,%s,\"%s\",%s", pack->id, pack->region, pack->insutype,
                          pack->revision, ming_phrase_local (&pack->name),
                          pack->demonstration ? "true" : "false");
  for (int evidence = MING_N_EVIDENCES - 1; evidence >= 0; evidence--)
    g_string_append_printf (out, ",%u", tally.known[evidence]);
  g_string_append_printf (out, ",%u\n", tally.unknown);
}

static void
print_packs (const MingLibrary *library, const char *format, GString *out)
{
  gboolean csv = g_str_equal (format, "csv");

  if (csv)
    g_string_append (out, "id,region,insutype,revision,name,demonstration,official-text,official-quote,"
                          "secondary,unverified,unknown\n");
  else
    g_string_append_printf (out,
                            ngettext ("%u policy pack in %s\n", "%u policy packs in %s\n",
                                      library->packs->len),
                            library->packs->len, library->folder);
  for (guint i = 0; i < library->packs->len; i++)
    if (csv)
      print_csv (g_ptr_array_index (library->packs, i), out);
    else
      print_pack (g_ptr_array_index (library->packs, i), out);
}

static MingExit
run (int argc, char **argv)
{
  const char *folder = NULL;
  const char *format = "table";
  const MingOption options[] = {
    { "policy", NULL, &folder, NULL },
    { "format", "table csv", &format, NULL },
    { .name = NULL },
  };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 0, 0, &error);
  g_autoptr (MingLibrary) library = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (words == NULL)
    return ming_cli_fail (error);
  library = ming_cli_load_library (folder);
  if (library == NULL)
    return MING_EXIT_IO;
  print_packs (library, format, out);
  if (ming_cli_write (out) != MING_EXIT_OK)
    return MING_EXIT_IO;
  return library->problems->len > 0 ? MING_EXIT_INPUT : MING_EXIT_OK;
}

const MingCommand ming_command_policy_list = {
  "policy list",
  N_("which policy packs there are, and for which days"),
  N_("mingsuan-cli policy list [--format table|csv] [--policy DIR]\n"
     "\n"
     "Lists the policy packs: how well their figures are known, their versions and the days these cover.\n"
     "\n"
     "  --format csv     one line for each pack, with the number of figures at each grade of evidence\n"
     "  --policy DIR     the packs of this folder instead of the program's own\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli policy list\n"
     "  mingsuan-cli policy list --policy data/policies\n"),
  run
};
