/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-estimate-private.h"

G_DEFINE_QUARK (ming-estimate-error-quark, ming_estimate_error)

const char *
ming_outcome_name (MingOutcome outcome)
{
  static const char *const names[] = { "known", "not-asked", "unknown", "no-rule" };

  g_return_val_if_fail ((guint) outcome < G_N_ELEMENTS (names), "");

  return names[outcome];
}

/* Adds one typed running total to the year; the names are the pack's. */
static gboolean
take_so_far (MingPack *pack, const MingSoFar *so_far, MingYear *year, GError **error)
{
  int index = ming_pack_counter_index (pack, so_far->counter);

  if (index < 0)
    {
      g_autoptr (GPtrArray) names = ming_pack_counters (pack);
      g_autofree char *known = NULL;

      g_ptr_array_add (names, NULL);
      known = g_strjoinv (", ", (GStrv) names->pdata);
      g_set_error (error, MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE,
                   _("/year/counters/%s: %s has no such running total; it has: %s"), so_far->counter,
                   pack->id, known);
      return FALSE;
    }
  year->counter[index].deductible_fen = so_far->deductible_fen;
  year->counter[index].cost_fen = so_far->cost_fen;
  year->counter[index].paid_fen = so_far->paid_fen;
  return TRUE;
}

/* The year as the first visit finds it: what was typed as 年度累计. */
static gboolean
year_so_far (const MingCase *input, MingPack *pack, MingYear *year, GError **error)
{
  const MingCaseVisit *first = input->visits->len > 0 ? g_ptr_array_index (input->visits, 0) : NULL;
  int level = ming_estimate_level (first ? first->hosp_lv : NULL);

  *year = (MingYear){ 0 };
  year->admissions[level] = MAX (input->admissions, 0);
  for (guint i = 0; i < input->so_far->len; i++)
    if (!take_so_far (pack, g_ptr_array_index (input->so_far, i), year, error))
      return FALSE;
  return TRUE;
}

/* The visits as they are settled: most as typed, some divided at the year's end; those are put into @divided.
 */
static void
take_parts (MingEstimate *self, GHashTable *divided)
{
  for (guint i = 0; i < self->input->visits->len; i++)
    {
      GPtrArray *parts = ming_estimate_split_visit (self->pack, g_ptr_array_index (self->input->visits, i));

      for (guint k = 0; parts->len > 1 && k < parts->len; k++)
        g_hash_table_add (divided, g_ptr_array_index (parts, k));
      g_ptr_array_extend_and_steal (self->parts, parts);
    }
}

static void
note_divided (MingVisitResult *result)
{
  g_ptr_array_add (result->messages,
                   g_strdup (
                       _("The stay lies over the end of the benefit year: its cost was divided by days, "
                          "and each part is settled in its own year")));
}

/* The fold: each visit finds the year the earlier ones left; a new benefit year begins empty. */
static gboolean
settle_visits (MingEstimate *self, GError **error)
{
  MingPurse purse = ming_estimate_purse (&self->input->person);
  MingYear year;
  const MingVisitResult *previous = NULL;
  g_autoptr (GHashTable) divided = g_hash_table_new (NULL, NULL);

  if (!year_so_far (self->input, self->pack, &year, error))
    return FALSE;
  take_parts (self, divided);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const MingCaseVisit *visit = g_ptr_array_index (self->parts, i);
      MingDate begins = ming_estimate_year_begins (self->pack, &visit->enddate);
      MingVisitResult *result;

      if (previous && ming_date_compare (begins, previous->year_begins) != 0)
        year = (MingYear){ 0 };
      result = ming_estimate_visit (self->input, visit, self->pack, &year, &purse, error);
      if (!result)
        return FALSE;
      g_ptr_array_add (self->visits, result);
      if (g_hash_table_contains (divided, visit))
        note_divided (result);
      previous = result;
    }
  return TRUE;
}

MingEstimate *
ming_estimate_new (const MingLibrary *library, const MingCase *input, GError **error)
{
  g_autoptr (MingEstimate) self = NULL;
  const MingPack *pack = ming_library_find (library, input->insuplc_admdvs, input->insutype, error);

  if (!pack)
    return NULL;
  self = g_new0 (MingEstimate, 1);
  self->input = ming_case_copy (input);
  self->pack = ming_pack_ref ((MingPack *) pack);
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_visit_result_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_case_visit_free);
  self->cautions = g_ptr_array_new_with_free_func (g_free);
  self->gaps = g_ptr_array_new ();
  self->evidence = MING_EVIDENCE_OFFICIAL_TEXT;
  self->age_years = ming_estimate_age (&self->input->person, &self->input->date);
  if (!ming_estimate_credit (self->input, self->pack, &self->credit, error)
      || !ming_estimate_contribution (self->input, self->pack, &self->contribution, error)
      || !ming_estimate_debit (self->input, self->pack, &self->debit, error)
      || !settle_visits (self, error))
    return NULL;
  ming_estimate_collect_notes (self);
  return g_steal_pointer (&self);
}

gboolean
ming_estimate_knows (const MingEstimate *self)
{
  if (self->visits->len == 0)
    return self->credit.outcome == MING_OUTCOME_KNOWN || self->contribution.outcome == MING_OUTCOME_KNOWN;
  for (guint i = 0; i < self->visits->len; i++)
    if (((const MingVisitResult *) g_ptr_array_index (self->visits, i))->outcome == MING_OUTCOME_KNOWN)
      return TRUE;
  return FALSE;
}

void
ming_estimate_free (MingEstimate *self)
{
  ming_credit_result_clear (&self->credit);
  ming_contribution_result_clear (&self->contribution);
  ming_contribution_result_clear (&self->debit);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->cautions, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->input, ming_case_free);
  g_clear_pointer (&self->pack, ming_pack_unref);
  g_free (self);
}
