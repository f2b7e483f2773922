/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-commands.h"
#include "ming-options.h"

/* One file that is read, or every pack of a folder. */
static void
check_path (const char *path, GPtrArray *problems, guint *n_good)
{
  g_autoptr (MingPack) pack = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MingLibrary) library = ming_library_load (path, &error);

      if (library == NULL)
        {
          g_ptr_array_add (problems, ming_problem_new (MING_POLICY_ERROR_IO, path, "", error->message));
          return;
        }
      *n_good += library->packs->len;
      g_ptr_array_extend_and_steal (problems, g_steal_pointer (&library->problems));
      library->problems = g_ptr_array_new ();
      return;
    }
  pack = ming_pack_load_file (path, problems, NULL);
  if (pack != NULL)
    *n_good += 1;
}

static MingExit
report (GPtrArray *problems, guint n_good)
{
  g_autoptr (GString) out = g_string_new (NULL);

  ming_cli_complain_problems (problems, 0);
  if (problems->len > 0)
    {
      for (guint i = 0; i < problems->len; i++)
        if (((MingProblem *) g_ptr_array_index (problems, i))->code == MING_POLICY_ERROR_IO)
          return MING_EXIT_IO;
      return MING_EXIT_INPUT;
    }
  g_string_append_printf (out, ngettext ("%u pack is in order\n", "%u packs are in order\n", n_good), n_good);
  return ming_cli_write (out);
}

static MingExit
run (int argc, char **argv)
{
  const MingOption options[] = { { .name = NULL } };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 0, 1000, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autofree char *folder = ming_cli_policy_folder (NULL);
  guint n_good = 0;

  if (words == NULL)
    return ming_cli_fail (error);
  if (words->len == 0)
    g_ptr_array_add (words, folder);
  for (guint i = 0; i < words->len; i++)
    check_path (g_ptr_array_index (words, i), problems, &n_good);
  return report (problems, n_good);
}

const MingCommand ming_command_policy_check = {
  "policy check",
  N_("find every fault of policy packs"),
  N_("mingsuan-cli policy check [FILE|DIR]…\n"
     "\n"
     "Reads policy packs strictly and says every fault with its place in the file. Without a name: the\n"
     "program's own packs.\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli policy check\n"
     "  mingsuan-cli policy check my-pack.json\n"
     "\n"
     "The format of a pack and the codes of its faults: docs/pack-format.md\n"),
  run
};
