/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "estimate/ming-receipt.h"
#include "i18n/ming-install.h"
#include "ming-cli.h"
#include "ming-options.h"
#include "store/ming-store.h"

void
ming_cli_complain (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "mingsuan-cli: %s\n", message);
}

/* What is wrong with the history file itself is faulty input; what keeps us from using it is not. */
static MingExit
exit_for_store (int code)
{
  switch (code)
    {
    case MING_STORE_ERROR_DAMAGED:
    case MING_STORE_ERROR_NEWER:
    case MING_STORE_ERROR_CHAIN:
    case MING_STORE_ERROR_NOT_FOUND:
    case MING_STORE_ERROR_KEY:
    case MING_STORE_ERROR_SECOND_PERSON:
      return MING_EXIT_INPUT;
    default:
      return MING_EXIT_IO;
    }
}

static MingExit
exit_for (const GError *error)
{
  if (error->domain == MING_OPTIONS_ERROR)
    return MING_EXIT_USAGE;
  if (error->domain == MING_CASE_ERROR)
    return error->code == MING_CASE_ERROR_IO ? MING_EXIT_IO : MING_EXIT_INPUT;
  if (error->domain == MING_ESTIMATE_ERROR)
    return error->code == MING_ESTIMATE_ERROR_UNBALANCED ? MING_EXIT_INTERNAL : MING_EXIT_INPUT;
  if (error->domain == MING_RECEIPT_ERROR)
    return error->code == MING_RECEIPT_ERROR_NO_PACK ? MING_EXIT_NO_POLICY : MING_EXIT_INPUT;
  if (error->domain == MING_STORE_ERROR)
    return exit_for_store (error->code);
  if (error->domain != MING_POLICY_ERROR)
    return MING_EXIT_IO;
  switch (error->code)
    {
    case MING_POLICY_ERROR_IO:
      return MING_EXIT_IO;
    case MING_POLICY_ERROR_NO_RULE:
    case MING_POLICY_ERROR_NO_PACK:
      return MING_EXIT_NO_POLICY;
    case MING_POLICY_ERROR_NO_ROW:
    case MING_POLICY_ERROR_UNKNOWN_FIGURE:
      return MING_EXIT_UNKNOWN;
    default:
      return MING_EXIT_INPUT;
    }
}

MingExit
ming_cli_fail (GError *error)
{
  MingExit code = exit_for (error);

  ming_cli_complain ("%s", error->message);
  g_error_free (error);
  return code;
}

char *
ming_cli_make_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *printable = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (printable,
                             g_unichar_isprint (g_utf8_get_char (c)) ? g_utf8_get_char (c) : 0xFFFD);
  return g_string_free (printable, FALSE);
}

char *
ming_cli_policy_folder (const char *choice)
{
  return choice != NULL ? g_strdup (choice)
                        : g_build_filename (ming_install_data_folder (), "policies", NULL);
}

void
ming_cli_complain_problems (GPtrArray *problems, guint first)
{
  for (guint i = first; i < problems->len; i++)
    {
      const MingProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = ming_problem_format (problem);
      g_autofree char *printable = ming_cli_make_printable (text);

      ming_cli_complain ("%s [%s]", printable, ming_policy_error_name (problem->code));
    }
}

MingLibrary *
ming_cli_load_library (const char *choice)
{
  g_autofree char *folder = ming_cli_policy_folder (choice);
  g_autoptr (GError) error = NULL;
  MingLibrary *library = ming_library_load (folder, &error);

  if (library == NULL)
    ming_cli_complain ("%s", error->message);
  else
    ming_cli_complain_problems (library->problems, 0);
  return library;
}

MingExit
ming_cli_write (const GString *text)
{
  if (fwrite (text->str, 1, text->len, stdout) == text->len && fflush (stdout) == 0)
    return MING_EXIT_OK;
  ming_cli_complain (_("the output cannot be written: %s"), g_strerror (errno));
  return MING_EXIT_IO;
}
