/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "estimate/ming-estimate.h"

/*
 * answer-filter FOLDER: reads cases, one a line, answers each with the packs of FOLDER and prints its visits
 * on one line, parted by tabs: what test-generated.py compares with its own arithmetic. Amounts are whole
 * fen.
 */

static void
print_layers (const MingVisitResult *result)
{
  for (int i = 0; i < result->settlement.n_layers; i++)
    {
      const MingLayerTrace *trace = &result->settlement.layer[i];
      MingFen over_fen = 0;

      ming_exact_to_fen (trace->over, &over_fen);
      printf ("%s%s,%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT,
              i > 0 ? ";" : "", result->resolved->origin[i].spec->id, trace->dedc_std_fen,
              trace->act_dedc_fen, trace->paid_fen, over_fen);
    }
}

static void
print_visit (const MingVisitResult *result)
{
  const MingBill *bill = &result->settlement.bill;

  printf ("%s", ming_outcome_name (result->outcome));
  if (result->outcome != MING_OUTCOME_KNOWN)
    return;
  printf ("|%" G_GINT64_FORMAT "|", ming_bill_part_sum (bill, MING_PART_AWAY_FIRST));
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    printf ("%s%" G_GINT64_FORMAT, payer > 0 ? "," : "", ming_bill_paid_by (bill, (MingPayer) payer));
  printf ("|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|", result->settlement.person_fen,
          result->settlement.purse_after.own_fen);
  print_layers (result);
}

static void
answer_line (const MingLibrary *library, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingCase) input = ming_case_parse (line, -1, NULL, &error);
  g_autoptr (MingEstimate) answer = input != NULL ? ming_estimate_new (library, input, &error) : NULL;

  if (answer == NULL)
    {
      printf ("error %s\n", error->message);
      return;
    }
  for (guint i = 0; i < answer->visits->len; i++)
    {
      if (i > 0)
        putchar ('\t');
      print_visit (g_ptr_array_index (answer->visits, i));
    }
  putchar ('\n');
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLibrary) library = argc == 2 ? ming_library_load (argv[1], &error) : NULL;
  char line[65536];

  if (library == NULL)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "usage: answer-filter FOLDER");
      return 2;
    }
  while (fgets (line, sizeof line, stdin) != NULL)
    answer_line (library, line);
  return 0;
}
