/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "ming-ledger-file.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
add_problem (GPtrArray *problems, GError *error)
{
  g_ptr_array_add (problems, g_strdup (error->message));
  g_error_free (error);
}

static char *
describe_fault (const MingLedgerFault *fault)
{
  if (fault->column == 0)
    return g_strdup_printf (_("Line %u: %s"), fault->line, fault->message);
  return g_strdup_printf (_("Line %u, column %u (%s): %s"), fault->line, fault->column, fault->key,
                          fault->message);
}

static MingCase *
read_csv (const char *text, GPtrArray *problems)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_ledger_fault_free);
  GError *error = NULL;
  MingCase *input = ming_ledger_csv_parse (text, faults, &error);

  for (guint i = 0; i < faults->len; i++)
    g_ptr_array_add (problems, describe_fault (g_ptr_array_index (faults, i)));
  if (faults->len > 0)
    g_clear_error (&error);
  else if (error != NULL)
    add_problem (problems, error);
  return input;
}

static MingCase *
read_case (const char *text, GPtrArray *problems)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_fault_free);
  MingCase *input = ming_case_parse (text, -1, faults, NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const MingFault *fault = g_ptr_array_index (faults, i);

      g_ptr_array_add (problems, g_strdup_printf (_("%s: %s"), fault->pointer, fault->message));
    }
  if (input != NULL && input->visits->len > MING_LEDGER_ROWS_MAX)
    {
      g_ptr_array_add (problems, g_strdup_printf (_("%u visits; a ledger has room for %d"),
                                                  input->visits->len, MING_LEDGER_ROWS_MAX));
      g_clear_pointer (&input, ming_case_free);
    }
  return input;
}

MingCase *
ming_ledger_read (const char *data, gsize length, gboolean *has_person, GPtrArray *problems)
{
  GError *error = NULL;
  g_autofree char *text = ming_csv_decode (data, length, &error);
  const char *start = text;

  *has_person = FALSE;
  if (text == NULL)
    {
      add_problem (problems, error);
      return NULL;
    }
  while (g_ascii_isspace (*start))
    start++;
  if (*start == '\0')
    {
      g_ptr_array_add (problems, g_strdup (_("The file is empty")));
      return NULL;
    }
  *has_person = *start == '{' || *start == '[';
  return *has_person ? read_case (text, problems) : read_csv (text, problems);
}

/* The same visits, labelled with their numbers, whatever they were called. */
static MingLedger *
settle_by_number (const MingCase *input, const MingLibrary *library)
{
  g_autoptr (MingCase) numbered = ming_case_copy (input);

  for (guint i = 0; i < numbered->visits->len; i++)
    {
      MingCaseVisit *visit = g_ptr_array_index (numbered->visits, i);

      g_free (visit->id);
      visit->id = g_strdup_printf ("%u", i + 1);
    }
  return ming_ledger_new (library, numbered, NULL);
}

GBytes *
ming_ledger_write (const MingLedgerForm *form, const MingLibrary *library, gboolean csv)
{
  MingLedger *ledger;
  g_autofree char *table = NULL;
  char *text;

  if (form->input == NULL || form->input->visits->len == 0)
    return NULL;
  if (!csv)
    {
      text = ming_case_print (form->input);
      return g_bytes_new_take (text, strlen (text));
    }
  ledger = settle_by_number (form->input, library);
  if (ledger == NULL)
    return NULL;
  table = ming_ledger_csv_print (form->input, ledger);
  ming_ledger_free (ledger);
  text = g_strconcat (BYTE_ORDER_MARK, table, NULL);
  return g_bytes_new_take (text, strlen (text));
}
