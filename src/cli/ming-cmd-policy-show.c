/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-commands.h"
#include "ming-options.h"
#include "ming-pack-choice.h"
#include "ming-print-pack.h"

static MingExit
run (int argc, char **argv)
{
  const char *folder = NULL;
  const char *text = NULL;
  const MingOption options[] = {
    { "policy", NULL, &folder, NULL },
    { "date", NULL, &text, NULL },
    { .name = NULL },
  };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 1, 1, &error);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MingPack) pack = NULL;
  MingDate date = ming_options_today ();
  MingExit code;

  if (words == NULL || (text != NULL && !ming_options_parse_date ("date", text, &date, &error)))
    return ming_cli_fail (error);
  code = ming_pack_choose (folder, g_ptr_array_index (words, 0), &pack);
  if (code != MING_EXIT_OK)
    return code;
  ming_print_pack (pack, &date, out);
  return ming_cli_write (out);
}

const MingCommand ming_command_policy_show = {
  "policy show",
  N_("what a policy pack says on a day, with its papers"),
  N_("mingsuan-cli policy show PACK [--date D] [--policy DIR]\n"
     "\n"
     "Shows every figure of a pack in force on a day, with its evidence and document.\n"
     "\n"
     "  PACK             the name of a pack such as 110000-310, or a file\n"
     "  --date D         the day, such as 2025-11-03; today when left out\n"
     "  --policy DIR     the packs of this folder instead of the program's own\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli policy show 110000-310\n"
     "  mingsuan-cli policy show 110000-310 --date 2021-05-01\n"
     "  mingsuan-cli policy show ./my-pack.json\n"),
  run
};
