/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-ledger.h"
#include "estimate/ming-year.h"
#include "ming-commands.h"
#include "ming-print-year.h"
#include "ming-print.h"
#include "ming-question.h"

static void
print_answer (const MingLedger *ledger, GPtrArray *changes, const char *format, GString *out)
{
  if (g_str_equal (format, "json"))
    {
      g_autoptr (JsonNode) node = ming_ledger_to_json (ledger, changes);

      ming_print_json (node, out);
    }
  else if (g_str_equal (format, "csv"))
    ming_print_csv (ledger->estimate, out);
  else
    ming_print_year (ledger, changes, out);
}

/* What recomputing the year changed since the case it is compared with. */
static GPtrArray *
find_changes (const MingLedger *ledger, const MingQuestion *question, GError **error)
{
  g_autoptr (MingLedger) before = ming_ledger_new (question->library, question->before, error);

  return before != NULL ? ming_year_differences (before->estimate, ledger->estimate) : NULL;
}

/* The credits of the months count as much as the visits. */
static MingExit
judge_months (const MingLedger *ledger)
{
  for (guint i = 0; i < ledger->months->len; i++)
    {
      const MingLedgerMonth *month = g_ptr_array_index (ledger->months, i);

      if (month->outcome == MING_OUTCOME_UNKNOWN || month->outcome == MING_OUTCOME_NO_RULE)
        return MING_EXIT_UNKNOWN;
    }
  return MING_EXIT_OK;
}

static MingExit
run (int argc, char **argv)
{
  g_auto (MingQuestion) question = { 0 };
  g_autoptr (MingLedger) ledger = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  GError *error = NULL;
  MingExit code = ming_question_read (&question, argc, argv);
  MingExit written;

  if (code != MING_EXIT_OK)
    return code;
  ledger = ming_ledger_new (question.library, question.input, &error);
  if (ledger == NULL)
    return ming_cli_fail (error);
  if (question.before != NULL)
    {
      changes = find_changes (ledger, &question, &error);
      if (changes == NULL)
        return ming_cli_fail (error);
    }
  print_answer (ledger, changes, question.format, out);
  code = ming_question_judge (ledger->estimate);
  if (code == MING_EXIT_OK)
    code = judge_months (ledger);
  written = ming_cli_write (out);
  return written != MING_EXIT_OK ? written : code;
}

const MingCommand ming_command_year = {
  "year",
  N_("the ledger of a year: visits, running totals, the account month by month"),
  N_("mingsuan-cli year CASE.json|- [--before OLD.json] [--format table|json|csv] [--policy DIR] [--date D]\n"
     "\n"
     "Settles the visits of a case in order and carries everything along: deductibles, caps, the account,\n"
     "to which each month after the first visit's brings its credit. Then: what the same bill would cost as\n"
     "the next admission. The balance in the case (balc) is the one before the first visit.\n"
     "\n"
     "  --before OLD     the same year before a visit was inserted, refunded or corrected: what changes\n"
     "  --format table   for people (the default)\n"
     "  --format json    everything: docs/result-format.md\n"
     "  --format csv     one line for each visit\n"
     "  --policy DIR     the policy packs of this folder instead of the program's own\n"
     "  --date D         the day of asking instead of the case's, such as 2025-11-03\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli year data/examples/beijing-active-two-stays.json\n"
     "  mingsuan-cli year corrected.json --before as-settled.json\n"),
  run
};
