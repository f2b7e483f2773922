/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-commands.h"
#include "ming-print.h"
#include "ming-question.h"

static void
print_answer (const MingEstimate *answer, const char *format, GString *out)
{
  if (g_str_equal (format, "json"))
    {
      g_autoptr (JsonNode) node = ming_estimate_to_json (answer);

      ming_print_json (node, out);
    }
  else if (g_str_equal (format, "csv"))
    ming_print_csv (answer, out);
  else
    ming_print_estimate (answer, out);
}

static MingExit
run (int argc, char **argv)
{
  g_auto (MingQuestion) question = { 0 };
  g_autoptr (MingEstimate) answer = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  GError *error = NULL;
  MingExit code = ming_question_read (&question, argc, argv);
  MingExit written;

  if (code != MING_EXIT_OK)
    return code;
  answer = ming_estimate_new (question.library, question.input, &error);
  if (answer == NULL)
    return ming_cli_fail (error);
  print_answer (answer, question.format, out);
  code = ming_question_judge (answer);
  written = ming_cli_write (out);
  return written != MING_EXIT_OK ? written : code;
}

const MingCommand ming_command_estimate = {
  "estimate",
  N_("what the funds, the account and the person pay"),
  N_("mingsuan-cli estimate CASE.json|- [--format table|json|csv] [--policy DIR] [--date D]\n"
     "\n"
     "Answers a case: the account credit, and for each visit who pays what and why.\n"
     "\n"
     "  --format table   for people (the default)\n"
     "  --format json    everything, with the national field names: docs/result-format.md\n"
     "  --format csv     one line for each visit\n"
     "  --policy DIR     the policy packs of this folder instead of the program's own\n"
     "  --date D         the day of asking instead of the case's, such as 2025-11-03\n"
     "\n"
     "Examples:\n"
     "  mingsuan-cli estimate data/examples/beijing-retired-inpatient.json\n"
     "  mingsuan-cli estimate --format csv my-visits.json >visits.csv\n"
     "  echo '{\"format\": \"mingsuan-case/1\", \"date\": \"2025-11-03\", \"insuplc_admdvs\": \"110000\",\n"
     "         \"insutype\": \"310\", \"person\": {\"psn_type\": \"1101\", \"age\": \"40\",\n"
     "         \"base\": \"5869.00\"}}' |\n"
     "    mingsuan-cli estimate -\n"
     "\n"
     "The format of a case: docs/case-format.md\n"),
  run
};
