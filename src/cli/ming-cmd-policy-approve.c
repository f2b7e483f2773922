/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-commands.h"
#include "ming-grid.h"
#include "ming-options.h"
#include "ming-pack-choice.h"
#include "ming-question.h"
#include "store/ming-store.h"

/* Characters of a hash that a table shows. */
#define SHORT_HASH 12

/** What the three commands are asked; @words is owned. */
typedef struct
{
  GPtrArray *words;
  const char *folder;
  const char *file;
  const char *who;
} MingApproveQuestion;

static MingExit
read_question (MingApproveQuestion *self, int argc, char **argv, guint n_words)
{
  const MingOption options[] = {
    { "policy", NULL, &self->folder, NULL },
    { "file", NULL, &self->file, NULL },
    { "who", NULL, &self->who, NULL },
    { .name = NULL },
  };
  GError *error = NULL;

  self->words = ming_options_parse (options, argc, argv, n_words, n_words, &error);
  if (self->words == NULL)
    return ming_cli_fail (error);
  if (n_words == 0 || (self->who != NULL && *self->who != '\0'))
    return MING_EXIT_OK;
  ming_cli_complain (_("--who NAME is missing: two people answer for a policy pack by name"));
  return MING_EXIT_USAGE;
}

static MingStore *
open_store (const MingApproveQuestion *question, GError **error)
{
  g_autofree char *path = question->file != NULL ? g_strdup (question->file) : ming_store_default_path ();

  return ming_store_open (path, error);
}

static MingExit
sign (int argc, char **argv, gboolean approve)
{
  MingApproveQuestion question = { 0 };
  MingExit code = read_question (&question, argc, argv, 1);
  g_autoptr (GPtrArray) words = question.words;
  g_autoptr (MingPack) pack = NULL;
  g_autoptr (MingStore) store = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  GError *error = NULL;

  if (code == MING_EXIT_OK)
    code = ming_pack_choose (question.folder, g_ptr_array_index (words, 0), &pack);
  if (code != MING_EXIT_OK)
    return code;
  store = open_store (&question, &error);
  if (store == NULL
      || !(approve
               ? ming_store_approve_pack (store, pack->id, pack->revision, pack->sha256, question.who, &error)
               : ming_store_submit_pack (store, pack->id, pack->sha256, question.who, &error)))
    return ming_cli_fail (error);
  g_string_append_printf (out, approve ? _("%1$s of %2$s was approved by %3$s (SHA-256 %4$s)\n")
                                       : _("%1$s of %2$s was put forward by %3$s (SHA-256 %4$s)\n"),
                          pack->id, pack->revision, question.who, pack->sha256);
  return ming_cli_write (out);
}

static MingExit
run_submit (int argc, char **argv)
{
  return sign (argc, argv, FALSE);
}

static MingExit
run_approve (int argc, char **argv)
{
  return sign (argc, argv, TRUE);
}

/* "li 2026-11-22", or a dash. */
static void
add_person (MingGrid *grid, const char *who, const char *at)
{
  g_autofree char *day = at != NULL ? g_strndup (at, 10) : NULL;
  g_autofree char *text = who != NULL ? g_strdup_printf ("%s %s", who, day) : g_strdup ("—");
  g_autofree char *printable = ming_cli_make_printable (text);

  ming_grid_add (grid, printable);
}

/* @store: NULL while there is no history file: nobody did anything then */
static gboolean
add_pack (MingGrid *grid, MingStore *store, const MingPack *pack, GError **error)
{
  g_auto (MingStoreApproval) approval = { 0 };
  g_autofree char *hash = g_strndup (pack->sha256, SHORT_HASH);

  if (store != NULL && !ming_store_get_approval (store, pack->id, pack->sha256, &approval, error))
    return FALSE;
  ming_grid_add (grid, pack->id);
  ming_grid_add (grid, pack->revision);
  ming_grid_add (grid, hash);
  add_person (grid, approval.submitted_by, approval.submitted_at);
  add_person (grid, approval.approved_by, approval.approved_at);
  return TRUE;
}

static MingExit
print_all (const MingLibrary *library, MingStore *store)
{
  g_autoptr (MingGrid) grid = ming_grid_new (5, 0);
  g_autoptr (GString) out = g_string_new (NULL);
  GError *error = NULL;

  ming_grid_add (grid, C_("table", "Policy pack"));
  ming_grid_add (grid, C_("table", "Revision"));
  ming_grid_add (grid, "SHA-256");
  ming_grid_add (grid, C_("table", "Put forward by"));
  ming_grid_add (grid, C_("table", "Approved by"));
  ming_grid_add_rule (grid);
  for (guint i = 0; i < library->packs->len; i++)
    if (!add_pack (grid, store, g_ptr_array_index (library->packs, i), &error))
      return ming_cli_fail (error);
  ming_grid_print (grid, "", out);
  return ming_cli_write (out);
}

static MingExit
run_approvals (int argc, char **argv)
{
  MingApproveQuestion question = { 0 };
  MingExit code = read_question (&question, argc, argv, 0);
  g_autoptr (GPtrArray) words = question.words;
  g_autofree char *path = NULL;
  g_autoptr (MingLibrary) library = NULL;
  g_autoptr (MingStore) store = NULL;
  GError *error = NULL;

  if (code != MING_EXIT_OK)
    return code;
  library = ming_cli_load_library (question.folder);
  if (library == NULL)
    return MING_EXIT_IO;
  path = question.file != NULL ? g_strdup (question.file) : ming_store_default_path ();
  /* looking makes no file */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      store = ming_store_open (path, &error);
      if (store == NULL)
        return ming_cli_fail (error);
    }
  return print_all (library, store);
}

const MingCommand ming_command_policy_submit = {
  "policy submit", N_("put a policy pack forward for a second person to approve"),
  N_("mingsuan-cli policy submit PACK --who NAME [--policy DIR] [--file PATH]\n"
      "\n"
      "Writes into the log of the history file who answers for this version of the pack, down to its\n"
      "bytes. PACK is an id or a file. A pack with a fault is refused.\n"
      "\n"
      "Example:\n"
      "  mingsuan-cli policy submit 110000-310 --who chen\n"),
  run_submit
};

const MingCommand ming_command_policy_approve = {
  "policy approve", N_("approve a policy pack that another person put forward"),
  N_("mingsuan-cli policy approve PACK --who NAME [--policy DIR] [--file PATH]\n"
      "\n"
      "Two people answer for a pack: who approves it is another one than who put it forward, and it is\n"
      "the same bytes. Names are as they are given; who may use this machine is up to the office.\n"
      "\n"
      "Example:\n"
      "  mingsuan-cli policy approve 110000-310 --who li\n"),
  run_approve
};

const MingCommand ming_command_policy_approvals = {
  "policy approvals", N_("who put each policy pack forward and who approved it"),
  N_("mingsuan-cli policy approvals [--policy DIR] [--file PATH]\n"
      "\n"
      "A pack that was changed since is another version: nobody has approved it.\n"
      "\n"
      "Example:\n"
      "  mingsuan-cli policy approvals\n"),
  run_approvals
};
