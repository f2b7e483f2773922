/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "i18n/ming-locale.h"
#include "ming-commands.h"
#include "policy/ming-nearest.h"
#include "store/ming-privacy.h"

static const MingCommand *const commands[] = {
  &ming_command_estimate,
  &ming_command_year,
  &ming_command_life,
  &ming_command_guide,
  &ming_command_report,
  &ming_command_receipt,
  &ming_command_replay,
  &ming_command_policy_list,
  &ming_command_policy_show,
  &ming_command_policy_check,
  &ming_command_policy_coverage,
  &ming_command_policy_diff,
  &ming_command_policy_submit,
  &ming_command_policy_approve,
  &ming_command_policy_approvals,
  &ming_command_region,
  &ming_command_store_search,
  &ming_command_store_receipt,
  &ming_command_store_verify,
  &ming_command_store_backup,
  &ming_command_store_restore,
  &ming_command_store_export,
  &ming_command_store_purge,
  &ming_command_store_retention,
  &ming_command_store_passphrase,
};

static void
print_overview (GString *out)
{
  g_string_append (out, _("mingsuan-cli: works out what China's basic medical insurance pays, and why.\n"
                          "\n"
                          "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (out, "  %-16s %s\n", commands[i]->name, _(commands[i]->summary));
  g_string_append (out, _("\n"
                          "Everywhere:\n"
                          "  --help           this, or the help of a command: mingsuan-cli estimate --help\n"
                          "  --lang zh|en     Chinese or English; else MING_LANG, LANGUAGE, or Chinese\n"
                          "  --version        which version this is\n"
                          "\n"
                          "Start with:\n"
                          "  mingsuan-cli estimate data/examples/beijing-retired-inpatient.json\n"
                          "\n"
                          "Exit codes:\n"
                          "  0  answered\n"
                          "  1  a receipt computed again gives another result\n"
                          "  2  wrong usage\n"
                          "  3  the case or the policy pack is faulty; nothing is printed\n"
                          "  4  no policy in force\n"
                          "  5  a needed figure is not known; the rest is printed\n"
                          "  6  the result does not add up; nothing is printed\n"
                          "  7  a file cannot be read or written\n"
                          "\n"
                          "An estimate is not a settlement.\n"));
}

static MingExit
show_help (const MingCommand *command)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (command != NULL)
    g_string_append (out, _(command->help));
  else
    print_overview (out);
  return ming_cli_write (out);
}

static MingExit
show_version (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out, "mingsuan-cli %s\n", VERSION);
  return ming_cli_write (out);
}

/* The command that the first words name, and how many words that took. */
static const MingCommand *
find_command (int argc, char **argv, int *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) words = g_strsplit (commands[i]->name, " ", -1);
      int n = (int) g_strv_length (words);

      *n_words = n;
      for (int j = 0; j < n; j++)
        if (j >= argc || !g_str_equal (argv[j], words[j]))
          n = -1;
      if (n > 0)
        return commands[i];
    }
  return NULL;
}

static MingExit
refuse_command (int argc, char **argv)
{
  g_autofree char *typed = NULL;
  const char *names[G_N_ELEMENTS (commands)];
  g_autofree char *hint = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    names[i] = commands[i]->name;
  /* "policy" and "store" take a second word */
  typed = argc > 1 && (g_str_equal (argv[0], "policy") || g_str_equal (argv[0], "store"))
              ? g_strjoin (" ", argv[0], argv[1], NULL)
              : g_strdup (argv[0]);
  hint = ming_nearest_hint (typed, names, G_N_ELEMENTS (names));
  ming_cli_complain (_("there is no command “%s”%s"), typed, hint);
  return MING_EXIT_USAGE;
}

/* Takes --lang and its value out of the arguments; FALSE when the value is missing. */
static gboolean
take_language (int *argc, char **argv, const char **language)
{
  int kept = 1;

  *language = NULL;
  for (int i = 1; i < *argc; i++)
    {
      if (g_str_equal (argv[i], "--"))
        {
          while (i < *argc)
            argv[kept++] = argv[i++];
          break;
        }
      if (g_str_has_prefix (argv[i], "--lang="))
        *language = argv[i] + strlen ("--lang=");
      else if (!g_str_equal (argv[i], "--lang"))
        argv[kept++] = argv[i];
      else if (i + 1 == *argc)
        return FALSE;
      else
        *language = argv[++i];
    }
  *argc = kept;
  argv[kept] = NULL;
  return TRUE;
}

static gboolean
asks_for (int argc, char **argv, const char *option, const char *letter)
{
  for (int i = 0; i < argc && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], option) || g_strcmp0 (argv[i], letter) == 0)
      return TRUE;
  return FALSE;
}

static MingExit
dispatch (int argc, char **argv)
{
  int n_words = 0;
  const MingCommand *command = argc > 0 ? find_command (argc, argv, &n_words) : NULL;

  if (asks_for (argc, argv, "--help", "-h") || (argc == 1 && g_str_equal (argv[0], "help")))
    return show_help (command);
  if (command == NULL && asks_for (argc, argv, "--version", NULL))
    return show_version ();
  if (command != NULL)
    return command->run (argc - n_words, argv + n_words);
  if (argc > 0)
    return refuse_command (argc, argv);
  ming_cli_complain (_("a command is missing; mingsuan-cli --help lists them"));
  return MING_EXIT_USAGE;
}

int
main (int argc, char *argv[])
{
  const char *language = NULL;
  gboolean whole = take_language (&argc, argv, &language);

  ming_privacy_forbid_core_dumps ();
  if (!ming_locale_start (language) || !whole)
    {
      ming_cli_complain (_("--lang is one of: zh en"));
      return MING_EXIT_USAGE;
    }
  return (int) dispatch (argc - 1, argv + 1);
}
