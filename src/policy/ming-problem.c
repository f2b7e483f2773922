/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-problem.h"

MingProblem *
ming_problem_new (MingPolicyError code, const char *file, const char *pointer, const char *message)
{
  MingProblem *problem = g_new0 (MingProblem, 1);

  problem->code = code;
  problem->file = g_strdup (file);
  problem->pointer = g_strdup (pointer);
  problem->message = g_strdup (message);
  return problem;
}

void
ming_problem_free (MingProblem *problem)
{
  g_free (problem->file);
  g_free (problem->pointer);
  g_free (problem->message);
  g_free (problem);
}

char *
ming_problem_format (const MingProblem *problem)
{
  GString *text = g_string_new (problem->file);

  if (problem->line > 0)
    g_string_append_printf (text, ":%u:%u", problem->line, problem->column);
  if (problem->pointer != NULL && *problem->pointer != '\0')
    g_string_append_printf (text, ": %s", problem->pointer);
  g_string_append_printf (text, ": %s", problem->message);
  return g_string_free (text, FALSE);
}

static gboolean
is_after (const MingProblem *a, const MingProblem *b)
{
  return a->line != b->line ? a->line > b->line : a->column > b->column;
}

void
ming_problems_sort (GPtrArray *problems)
{
  /* by insertion, which keeps equals in order; there are few */
  for (guint i = 1; i < problems->len; i++)
    {
      MingProblem *problem = g_ptr_array_index (problems, i);
      guint at = i;

      for (; at > 0 && is_after (g_ptr_array_index (problems, at - 1), problem); at--)
        problems->pdata[at] = problems->pdata[at - 1];
      problems->pdata[at] = problem;
    }
}
