/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-year.h"

void
ming_year_change_free (MingYearChange *change)
{
  g_free (change->id);
  g_free (change);
}

/* Whether two visits are the same one, computed twice. */
static gboolean
is_same_visit (const MingCaseVisit *a, const MingCaseVisit *b)
{
  if (a->id || b->id)
    return g_strcmp0 (a->id, b->id) == 0;
  return g_strcmp0 (a->med_type, b->med_type) == 0 && ming_date_compare (a->begndate, b->begndate) == 0
         && ming_date_compare (a->enddate, b->enddate) == 0;
}

/* The result of @visit in @estimate that is not in @used yet, or NULL. */
static const MingVisitResult *
find_visit (const MingEstimate *estimate, const MingCaseVisit *visit, GHashTable *used)
{
  for (guint i = 0; i < estimate->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (estimate->visits, i);

      if (is_same_visit (result->visit, visit) && !g_hash_table_contains (used, result))
        {
          g_hash_table_add (used, (gpointer) result);
          return result;
        }
    }
  return NULL;
}

static void
take_amounts (const MingVisitResult *result, MingFen *fund_fen, MingFen *person_fen)
{
  if (!result || result->outcome != MING_OUTCOME_KNOWN)
    return;
  *fund_fen = result->settlement.fund_fen;
  *person_fen = result->settlement.person_fen;
}

static MingYearChange *
change_new (const MingVisitResult *before, const MingVisitResult *after, guint number)
{
  MingYearChange *change = g_new0 (MingYearChange, 1);
  const MingCaseVisit *visit = after ? after->visit : before->visit;

  change->id = visit->id ? g_strdup (visit->id) : g_strdup_printf ("%u", number);
  change->date = visit->enddate;
  change->added = before == NULL;
  change->removed = after == NULL;
  take_amounts (before, &change->fund_before_fen, &change->person_before_fen);
  take_amounts (after, &change->fund_after_fen, &change->person_after_fen);
  return change;
}

static gboolean
differs (const MingYearChange *change)
{
  return change->added || change->removed || change->fund_before_fen != change->fund_after_fen
         || change->person_before_fen != change->person_after_fen;
}

static void
keep_if_different (GPtrArray *changes, MingYearChange *change)
{
  if (differs (change))
    g_ptr_array_add (changes, change);
  else
    ming_year_change_free (change);
}

GPtrArray *
ming_year_differences (const MingEstimate *before, const MingEstimate *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_year_change_free);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < after->visits->len; i++)
    {
      const MingVisitResult *now = g_ptr_array_index (after->visits, i);

      keep_if_different (changes, change_new (find_visit (before, now->visit, used), now, i + 1));
    }
  for (guint i = 0; i < before->visits->len; i++)
    {
      const MingVisitResult *then = g_ptr_array_index (before->visits, i);

      if (!g_hash_table_contains (used, then))
        keep_if_different (changes, change_new (then, NULL, i + 1));
    }
  return changes;
}

MingEstimate *
ming_year_next (const MingLibrary *library, const MingCase *input, const MingCaseVisit *like, GError **error)
{
  g_autoptr (MingCase) asked = ming_case_copy (input);
  MingCaseVisit *next = ming_case_visit_copy (like);

  if (next->enddate.year == 0)
    {
      const MingCaseVisit *last =
          input->visits->len > 0 ? g_ptr_array_index (input->visits, input->visits->len - 1) : NULL;

      next->begndate = next->enddate = last ? last->enddate : input->date;
    }
  next->admission = 0; /* the year so far decides which admission it is */
  g_ptr_array_add (asked->visits, next);
  return ming_estimate_new (library, asked, error);
}
