/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-options.h"
#include "ming-question.h"

/* More faults than this are counted, not listed. */
#define FAULTS_SHOWN 50

static MingExit
refuse_case (const char *path, GPtrArray *faults, GError *error)
{
  const char *name = g_str_equal (path, "-") ? _("standard input") : path;

  if (faults->len == 0)
    return ming_cli_fail (error);
  g_error_free (error);
  for (guint i = 0; i < MIN (faults->len, FAULTS_SHOWN); i++)
    {
      const MingFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *pointer = ming_cli_make_printable (fault->pointer);

      ming_cli_complain ("%s: %s: %s [%s]", name, pointer, fault->message,
                         ming_case_error_name (fault->code));
    }
  if (faults->len > FAULTS_SHOWN)
    ming_cli_complain (_("%s: and %u more faults"), name, faults->len - FAULTS_SHOWN);
  return MING_EXIT_INPUT;
}

MingExit
ming_question_load (MingCase **input, const char *path, const char *date)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_fault_free);
  GError *error = NULL;

  *input = ming_case_load (path, faults, &error);
  if (*input == NULL)
    return refuse_case (path, faults, error);
  if (date != NULL && !ming_options_parse_date ("date", date, &(*input)->date, &error))
    return ming_cli_fail (error);
  return MING_EXIT_OK;
}

MingExit
ming_question_read (MingQuestion *self, int argc, char **argv)
{
  const char *folder = NULL;
  const char *date = NULL;
  const char *before = NULL;
  const MingOption options[] = {
    { "format", "table json csv", &self->format, NULL },
    { "policy", NULL, &folder, NULL },
    { "date", NULL, &date, NULL },
    { "before", NULL, &before, NULL },
    { .name = NULL },
  };
  g_autoptr (GPtrArray) words = NULL;
  GError *error = NULL;
  MingExit code;

  self->format = "table";
  words = ming_options_parse (options, argc, argv, 1, 1, &error);
  if (words == NULL)
    return ming_cli_fail (error);
  code = ming_question_load (&self->input, g_ptr_array_index (words, 0), date);
  if (code == MING_EXIT_OK && before != NULL)
    code = ming_question_load (&self->before, before, date);
  if (code != MING_EXIT_OK)
    return code;
  self->library = ming_cli_load_library (folder);
  return self->library != NULL ? MING_EXIT_OK : MING_EXIT_IO;
}

void
ming_question_clear (MingQuestion *self)
{
  g_clear_pointer (&self->input, ming_case_free);
  g_clear_pointer (&self->before, ming_case_free);
  g_clear_pointer (&self->library, ming_library_free);
}

/* What keeps @outcome from being an answer; a question that was not asked is none. */
static MingExit
judge_outcome (MingOutcome outcome, gboolean asked)
{
  if (outcome == MING_OUTCOME_NO_RULE)
    return MING_EXIT_NO_POLICY;
  if (outcome == MING_OUTCOME_UNKNOWN || (outcome == MING_OUTCOME_NOT_ASKED && asked))
    return MING_EXIT_UNKNOWN;
  return MING_EXIT_OK;
}

static MingExit
judge_visits (const MingEstimate *answer)
{
  MingExit code = MING_EXIT_OK;

  for (guint i = 0; i < answer->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (answer->visits, i);
      MingExit missing = judge_outcome (result->outcome, TRUE);

      for (guint j = 0; missing != MING_EXIT_OK && j < result->messages->len; j++)
        ming_cli_complain ("/visits/%u: %s", i, (char *) g_ptr_array_index (result->messages, j));
      if (code == MING_EXIT_OK)
        code = missing;
    }
  return code;
}

MingExit
ming_question_judge (const MingEstimate *answer)
{
  MingExit code;

  if (answer->visits->len > 0)
    return judge_visits (answer);

  /* A case without visits asks about the account and the contribution. */
  code = judge_outcome (answer->credit.outcome, FALSE);
  if (code != MING_EXIT_OK && answer->credit.message != NULL)
    ming_cli_complain ("%s", answer->credit.message);
  if (code == MING_EXIT_OK)
    {
      code = judge_outcome (answer->contribution.outcome, FALSE);
      if (code != MING_EXIT_OK && answer->contribution.message != NULL)
        ming_cli_complain ("%s", answer->contribution.message);
    }
  return code;
}
