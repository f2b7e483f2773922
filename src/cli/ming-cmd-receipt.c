/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-receipt.h"
#include "ming-commands.h"
#include "ming-options.h"
#include "ming-question.h"

/* The receipt of @input as text, or with @test the case as a test of that name. (transfer full) */
static char *
make_text (const MingLibrary *library, const MingCase *input, const char *test, const char *note,
           GError **error)
{
  g_autoptr (MingEstimate) answer = NULL;
  g_autoptr (MingReceipt) receipt = NULL;

  if (test != NULL)
    return ming_receipt_as_test (library, input, test, note, error);
  answer = ming_estimate_new (library, input, error);
  if (answer == NULL)
    return NULL;
  receipt = ming_receipt_new (answer);
  return ming_receipt_print (receipt);
}

static MingExit
run (int argc, char **argv)
{
  const char *folder = NULL;
  const char *date = NULL;
  const char *test = NULL;
  const char *note = "";
  const MingOption options[] = {
    { "policy", NULL, &folder, NULL },
    { "date", NULL, &date, NULL },
    { "as-test", NULL, &test, NULL },
    { "note", NULL, &note, NULL },
    { .name = NULL },
  };
  GError *error = NULL;
  g_autoptr (GPtrArray) words = ming_options_parse (options, argc, argv, 1, 1, &error);
  g_autoptr (MingLibrary) library = NULL;
  g_autoptr (MingCase) input = NULL;
  g_autoptr (GString) out = NULL;
  char *text;
  MingExit code;

  if (words == NULL)
    return ming_cli_fail (error);
  code = ming_question_load (&input, g_ptr_array_index (words, 0), date);
  if (code != MING_EXIT_OK)
    return code;
  library = ming_cli_load_library (folder);
  if (library == NULL)
    return MING_EXIT_IO;
  text = make_text (library, input, test, note, &error);
  if (text == NULL)
    return ming_cli_fail (error);
  out = g_string_new (text);
  g_free (text);
  return ming_cli_write (out);
}

const MingCommand ming_command_receipt = {
  "receipt", N_("save an estimate with all that is needed to compute it again"),
  N_("mingsuan-cli receipt CASE.json|- [--policy DIR] [--date D] [--as-test ID [--note TEXT]]\n"
      "\n"
      "Prints the receipt of a case: engine, policy pack down to its bytes, case and result. “replay”\n"
      "computes it again. It holds no name and no identity number, but the day of birth when the case\n"
      "has one.\n"
      "\n"
      "  --as-test ID     the case without personal data in the form of tests/cases instead: the day of\n"
      "                   birth becomes the age, labels go, and what came out is what must come out\n"
      "  --note TEXT      the note of the test\n"
      "  --policy DIR     the policy packs of this folder instead of the program's own\n"
      "  --date D         the day of asking instead of the case's, such as 2025-11-03\n"
      "\n"
      "Examples:\n"
      "  mingsuan-cli receipt data/examples/beijing-retired-inpatient.json >R.json\n"
      "  mingsuan-cli replay R.json\n"
      "  mingsuan-cli receipt my-case.json --as-test retired-53600 --note \"from the window\"\n"
      "\n"
      "The format of a receipt: docs/receipt-format.md\n"),
  run
};
