/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-commands.h"
#include "ming-options.h"
#include "ming-pack-choice.h"
#include "policy/ming-diff.h"

static void
print_changes (const MingDiff *diff, GString *out)
{
  g_string_append_printf (out,
                          ngettext ("%u difference between %s (%s) and %s (%s)\n",
                                    "%u differences between %s (%s) and %s (%s)\n", diff->changes->len),
                          diff->changes->len, diff->a->file, diff->a->revision, diff->b->file,
                          diff->b->revision);
  for (guint i = 0; i < diff->changes->len; i++)
    {
      g_autofree char *words = ming_change_describe (g_ptr_array_index (diff->changes, i));

      g_string_append_printf (out, "\n%s\n", words);
    }
}

static MingExit
compare (MingPack *a, MingPack *b, const MingDate *from, const MingDate *to)
{
  g_autoptr (MingDiff) diff = from != NULL ? ming_diff_dates (a, from, b, to) : ming_diff_packs (a, b);
  g_autoptr (GString) out = g_string_new (NULL);

  print_changes (diff, out);
  return ming_cli_write (out);
}

/* Two packs, or one pack on two days. */
static gboolean
check_request (guint n_packs, const char *from, const char *to, GError **error)
{
  if ((from != NULL) == (to != NULL) && (n_packs == 2 || from != NULL))
    return TRUE;
  g_set_error (error, MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_WORDS,
               _("name two packs, or one pack with --from and --to"));
  return FALSE;
}

static MingExit
run (int argc, char **argv)
{
  const char *folder = NULL;
  const char *from_text = NULL;
  const char *to_text = NULL;
  const MingOption options[] = {
    { "policy", NULL, &folder, NULL },
    { "from", NULL, &from_text, NULL },
    { "to", NULL, &to_text, NULL },
    { .name = NULL },
  };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 1, 2, &error);
  g_autoptr (MingPack) a = NULL;
  g_autoptr (MingPack) b = NULL;
  MingDate from = { 0 };
  MingDate to = { 0 };
  MingExit code;

  if (words == NULL || !check_request (words->len, from_text, to_text, &error)
      || (from_text != NULL && !ming_options_parse_date ("from", from_text, &from, &error))
      || (to_text != NULL && !ming_options_parse_date ("to", to_text, &to, &error)))
    return ming_cli_fail (error);
  code = ming_pack_choose (folder, g_ptr_array_index (words, 0), &a);
  if (code == MING_EXIT_OK)
    code = ming_pack_choose (folder, g_ptr_array_index (words, words->len - 1), &b);
  return code == MING_EXIT_OK ? compare (a, b, from_text != NULL ? &from : NULL, &to) : code;
}

const MingCommand ming_command_policy_diff = {
  "policy diff",
  N_("what differs between two packs, or between two days of one"),
  N_("mingsuan-cli policy diff A B [--policy DIR]\n"
     "mingsuan-cli policy diff A [B] --from D --to D [--policy DIR]\n"
     "\n"
     "Says in plain words what differs: old and new value, who is touched, when, by what document.\n"
     "\n"
     "  A, B             the name of a pack such as 110000-310, or a file\n"
     "  --from, --to     only what is in force on these days, the first of A, the second of B (or of A)\n"
     "  --policy DIR     the packs of this folder instead of the program's own\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli policy diff 110000-310 --from 2022-08-31 --to 2022-09-01\n"
     "  mingsuan-cli policy diff 110000-310 ./110000-310.json\n"),
  run
};
