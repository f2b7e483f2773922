/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-commands.h"
#include "ming-options.h"
#include "policy/ming-lint.h"

/**
 * MingCheck: what was found so far.
 * @problems: of MingProblem*: why packs do not load
 * @faults: of char*: what is wrong in packs that load
 * @warnings: of char*: what is odd in them
 */
typedef struct
{
  MingDate date;
  GPtrArray *problems;
  GPtrArray *faults;
  GPtrArray *warnings;
  guint n_packs;
} MingCheck;

static void
check_pack (MingCheck *self, MingPack *pack)
{
  g_autoptr (GPtrArray) findings = ming_lint_pack (pack, &self->date);

  self->n_packs++;
  for (guint i = 0; i < findings->len; i++)
    {
      const MingFinding *finding = g_ptr_array_index (findings, i);

      g_ptr_array_add (ming_lint_rule_is_fault (finding->rule) ? self->faults : self->warnings,
                       g_strdup_printf ("%s: %s: %s [%s]", pack->file, finding->pointer, finding->message,
                                        ming_lint_rule_name (finding->rule)));
    }
}

static void
check_folder (MingCheck *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLibrary) library = ming_library_load (path, &error);

  if (library == NULL)
    {
      g_ptr_array_add (self->problems, ming_problem_new (MING_POLICY_ERROR_IO, path, "", error->message));
      return;
    }
  for (guint i = 0; i < library->packs->len; i++)
    check_pack (self, g_ptr_array_index (library->packs, i));
  g_ptr_array_extend_and_steal (self->problems, g_steal_pointer (&library->problems));
  library->problems = g_ptr_array_new ();
}

static void
check_path (MingCheck *self, const char *path)
{
  g_autoptr (MingPack) pack = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      check_folder (self, path);
      return;
    }
  pack = ming_pack_load_file (path, self->problems, NULL);
  if (pack != NULL)
    check_pack (self, pack);
}

static MingExit
judge (const MingCheck *self)
{
  for (guint i = 0; i < self->problems->len; i++)
    if (((MingProblem *) g_ptr_array_index (self->problems, i))->code == MING_POLICY_ERROR_IO)
      return MING_EXIT_IO;
  return self->problems->len + self->faults->len > 0 ? MING_EXIT_INPUT : MING_EXIT_OK;
}

/* Faults on standard error and nothing else; or, without one, the warnings and a count on standard output. */
static MingExit
report (const MingCheck *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  MingExit code = judge (self);

  ming_cli_complain_problems (self->problems, 0);
  for (guint i = 0; i < self->faults->len; i++)
    ming_cli_complain ("%s", (char *) g_ptr_array_index (self->faults, i));
  if (code != MING_EXIT_OK)
    return code;
  for (guint i = 0; i < self->warnings->len; i++)
    g_string_append_printf (out, "%s\n", (char *) g_ptr_array_index (self->warnings, i));
  g_string_append_printf (out, ngettext ("%u pack is in order", "%u packs are in order", self->n_packs),
                          self->n_packs);
  g_string_append_printf (out, ngettext ("; %u warning\n", "; %u warnings\n", self->warnings->len),
                          self->warnings->len);
  return ming_cli_write (out);
}

static MingExit
run (int argc, char **argv)
{
  const char *day = NULL;
  const MingOption options[] = { { "date", NULL, &day, NULL }, { .name = NULL } };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 0, 1000, &error);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = ming_cli_policy_folder (NULL);
  MingCheck check = { ming_options_today (), problems, faults, warnings, 0 };

  if (words == NULL || (day != NULL && !ming_options_parse_date ("date", day, &check.date, &error)))
    return ming_cli_fail (error);
  if (words->len == 0)
    g_ptr_array_add (words, folder);
  for (guint i = 0; i < words->len; i++)
    check_path (&check, g_ptr_array_index (words, i));
  return report (&check);
}

const MingCommand ming_command_policy_check = {
  "policy check",
  N_("find every fault of policy packs"),
  N_("mingsuan-cli policy check [FILE|DIR]… [--date D]\n"
     "\n"
     "Reads policy packs strictly and says every fault with its place in the file; then, of packs without\n"
     "faults, what is odd and worth a second look (warnings). Without a name: the program's own packs.\n"
     "\n"
     "  --date D         the day on which documents are looked at for having ended, today when left out\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli policy check\n"
     "  mingsuan-cli policy check my-pack.json\n"
     "\n"
     "The format of a pack and the codes of its faults: docs/pack-format.md\n"),
  run
};
