/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-pack.h"

G_BEGIN_DECLS

/**
 * MingExit: exit codes of mingsuan-cli; part of its interface, see docs/cli.md.
 * @MING_EXIT_OK: answered
 * @MING_EXIT_DIFFERS: a receipt computed again gives another result; where is printed
 * @MING_EXIT_USAGE: unknown command or option, a value missing
 * @MING_EXIT_INPUT: the case or the pack is faulty; nothing on standard output
 * @MING_EXIT_NO_POLICY: no pack for the region and scheme, or no rule in force on the date
 * @MING_EXIT_UNKNOWN: a figure that is needed is not known; what is known is printed
 * @MING_EXIT_INTERNAL: a result that does not add up; nothing on standard output
 * @MING_EXIT_IO: a file or folder cannot be read, or the output cannot be written
 */
typedef enum
{
  MING_EXIT_OK = 0,
  MING_EXIT_DIFFERS = 1,
  MING_EXIT_USAGE = 2,
  MING_EXIT_INPUT = 3,
  MING_EXIT_NO_POLICY = 4,
  MING_EXIT_UNKNOWN = 5,
  MING_EXIT_INTERNAL = 6,
  MING_EXIT_IO = 7
} MingExit;

/**
 * MingCommand: one command of the program.
 * @name: one word, or two for "policy list"
 * @summary: one line, translatable
 * @help: what `--help` prints, translatable
 * @run: gets the words after the name
 */
typedef struct
{
  const char *name;
  const char *summary;
  const char *help;
  MingExit (*run) (int argc, char **argv);
} MingCommand;

/** Says on standard error what is wrong, after the name of the program. */
void ming_cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** Says the message of @error (taken), and returns the exit code it stands for. */
MingExit ming_cli_fail (GError *error);

/** @text with everything a terminal would not print as such replaced. (transfer full) */
char *ming_cli_make_printable (const char *text);

/** The folder of packs: @choice, or the program's own. (transfer full) */
char *ming_cli_policy_folder (const char *choice);

/**
 * Loads the packs of @choice, or the program's own. Packs that cannot be read are complained of and left out.
 * Returns: (transfer full) (nullable): NULL after a complaint when the folder cannot be read
 */
MingLibrary *ming_cli_load_library (const char *choice);

/** Says every problem of @problems (of MingProblem*) from index @first, one a line. */
void ming_cli_complain_problems (GPtrArray *problems, guint first);

/** Writes @text to standard output; returns the exit code, after a complaint when that failed. */
MingExit ming_cli_write (const GString *text);

G_END_DECLS
