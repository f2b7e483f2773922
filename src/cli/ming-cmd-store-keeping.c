/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-commands.h"
#include "ming-secret.h"
#include "ming-store-question.h"
#include "store/ming-store-vault.h"

static MingExit
say_retention (int days)
{
  if (days == 0)
    return ming_store_question_say (_("Estimates are kept until somebody deletes them\n"));
  return ming_store_question_say (g_dngettext (GETTEXT_PACKAGE, "Estimates are kept for %d day\n",
                                               "Estimates are kept for %d days\n", (gulong) days),
                                  days);
}

static MingExit
show_retention (const MingStoreQuestion *question)
{
  g_autoptr (MingStore) store = NULL;
  GError *error = NULL;
  int days = 0;
  MingExit code = ming_store_question_open (question, &store);

  if (code != MING_EXIT_OK)
    return code;
  return ming_store_get_retention (store, &days, &error) ? say_retention (days) : ming_cli_fail (error);
}

/* An office says this before its first estimate: the file is made. */
static MingExit
set_retention (const MingStoreQuestion *question, const char *typed)
{
  g_autofree char *path = ming_store_question_path (question);
  g_autoptr (MingStore) store = NULL;
  GError *error = NULL;
  int32_t days = 0;

  if (!g_str_equal (typed, "none")
      && ming_text_parse_int (typed, strlen (typed), 1, MING_RETENTION_MAX, &days) != MING_OK)
    {
      ming_cli_complain (_("“%s” is not a number of days from 1 to %d, nor “none”"), typed,
                         MING_RETENTION_MAX);
      return MING_EXIT_USAGE;
    }
  store = ming_store_open (path, &error);
  if (store == NULL || !ming_store_set_retention (store, days, question->who, &error))
    return ming_cli_fail (error);
  return say_retention (days);
}

static MingExit
run_retention (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  MingExit code = ming_store_question_read (&question, "", argc, argv, 0, 1);

  if (code != MING_EXIT_OK)
    return code;
  return question.words->len == 0 ? show_retention (&question)
                                  : set_retention (&question, g_ptr_array_index (question.words, 0));
}

/* NULL, after a complaint, when the two are not the same. */
static char *
read_new_passphrase (void)
{
  char *first = ming_secret_read (_("New passphrase: "));
  char *again = ming_secret_read (_("Once more: "));

  if (first != NULL && again != NULL && g_str_equal (first, again))
    {
      ming_secret_free (again);
      return first;
    }
  ming_cli_complain (first == NULL || again == NULL
                         ? _("three lines are due: the passphrase, the new one, the new one again")
                         : _("The two passphrases are not the same."));
  ming_secret_free (first);
  ming_secret_free (again);
  return NULL;
}

static MingExit
change_passphrase (MingStore *store, const char *old, const char *who)
{
  GError *error = NULL;
  g_autoptr (MingStoreVault) vault = ming_store_vault_open (store, old, &error);
  char *passphrase;
  gboolean changed;

  if (vault == NULL)
    return ming_cli_fail (error);
  passphrase = read_new_passphrase ();
  if (passphrase == NULL)
    return MING_EXIT_USAGE;
  changed = ming_store_vault_change_passphrase (vault, passphrase, who, &error);
  ming_secret_free (passphrase);
  return changed ? ming_store_question_say (_("From now on the new passphrase opens the identity numbers\n"))
                 : ming_cli_fail (error);
}

static MingExit
run_passphrase (int argc, char **argv)
{
  g_auto (MingStoreQuestion) question = { 0 };
  g_autoptr (MingStore) store = NULL;
  MingExit code = ming_store_question_read (&question, "", argc, argv, 0, 0);
  char *old;

  if (code == MING_EXIT_OK)
    code = ming_store_question_open (&question, &store);
  if (code != MING_EXIT_OK)
    return code;
  old = ming_secret_read (_("Passphrase: "));
  if (old == NULL)
    {
      ming_cli_complain (_("three lines are due: the passphrase, the new one, the new one again"));
      return MING_EXIT_USAGE;
    }
  code = change_passphrase (store, old, question.who);
  ming_secret_free (old);
  return code;
}

const MingCommand ming_command_store_retention = {
  "store retention", N_("how long estimates are kept"),
  N_("mingsuan-cli store retention [DAYS|none] [--file PATH] [--who NAME]\n"
      "\n"
      "Without DAYS: says for how long the office keeps estimates. With DAYS from 1 to 36525: what is\n"
      "older is deleted when a window opens the history, and by store purge. none: nothing is deleted by\n"
      "itself. Setting it deletes nothing yet.\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli store retention\n"
      "  mingsuan-cli store retention 365 --who chen\n"),
  run_retention
};

const MingCommand ming_command_store_passphrase = {
  "store passphrase", N_("change the passphrase of the identity numbers"),
  N_("mingsuan-cli store passphrase [--file PATH] [--who NAME]\n"
      "\n"
      "Asks for the passphrase and twice for the new one, of at least 8 characters; nothing shows while\n"
      "it is typed. Without a terminal they are three lines of standard input. The numbers stay as they\n"
      "are; the old passphrase opens them no more, only in backups made before.\n"
      "\n"
      "Example:\n"
      "  mingsuan-cli store passphrase --who chen\n"),
  run_passphrase
};
