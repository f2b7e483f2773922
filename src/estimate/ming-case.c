/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-case.h"

G_DEFINE_QUARK (ming-case-error-quark, ming_case_error)

static const char *const error_names[MING_N_CASE_ERRORS] = {
  [MING_CASE_ERROR_IO] = "io",
  [MING_CASE_ERROR_SYNTAX] = "syntax",
  [MING_CASE_ERROR_FORMAT] = "format",
  [MING_CASE_ERROR_UNKNOWN_KEY] = "unknown-key",
  [MING_CASE_ERROR_MISSING_KEY] = "missing-key",
  [MING_CASE_ERROR_WRONG_TYPE] = "wrong-type",
  [MING_CASE_ERROR_BAD_VALUE] = "bad-value",
  [MING_CASE_ERROR_UNBALANCED] = "unbalanced",
  [MING_CASE_ERROR_DATES] = "dates",
};

const char *
ming_case_error_name (MingCaseError code)
{
  g_return_val_if_fail (code < MING_N_CASE_ERRORS, NULL);

  return error_names[code];
}

void
ming_fault_free (MingFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->pointer);
  g_free (fault->message);
  g_free (fault);
}

void
ming_family_account_free (MingFamilyAccount *account)
{
  if (account == NULL)
    return;
  g_free (account->relation);
  g_free (account);
}

static gpointer
copy_family_account (gconstpointer source, gpointer unused)
{
  const MingFamilyAccount *account = source;
  MingFamilyAccount *copy = g_memdup2 (account, sizeof *account);

  copy->relation = g_strdup (account->relation);
  return copy;
}

void
ming_uncredited_free (MingUncredited *span)
{
  if (span == NULL)
    return;
  g_free (span->why);
  g_free (span);
}

static gpointer
copy_uncredited (gconstpointer source, gpointer unused)
{
  const MingUncredited *span = source;
  MingUncredited *copy = g_memdup2 (span, sizeof *span);

  copy->why = g_strdup (span->why);
  return copy;
}

GPtrArray *
ming_uncredited_copy_list (GPtrArray *spans)
{
  return g_ptr_array_copy (spans, (GCopyFunc) copy_uncredited, NULL);
}

const MingUncredited *
ming_person_find_uncredited (const MingPerson *person, int month)
{
  for (guint i = 0; i < person->uncredited->len; i++)
    {
      const MingUncredited *span = g_ptr_array_index (person->uncredited, i);

      if (span->from <= month && (span->to == 0 || month <= span->to))
        return span;
    }
  return NULL;
}

void
ming_class_item_free (MingClassItem *item)
{
  if (item == NULL)
    return;
  g_free (item->name);
  g_free (item);
}

static gpointer
copy_class_item (gconstpointer source, gpointer unused)
{
  const MingClassItem *item = source;
  MingClassItem *copy = g_memdup2 (item, sizeof *item);

  copy->name = g_strdup (item->name);
  return copy;
}

GPtrArray *
ming_class_item_copy_list (GPtrArray *items)
{
  return items != NULL ? g_ptr_array_copy (items, copy_class_item, NULL) : NULL;
}

void
ming_so_far_free (MingSoFar *so_far)
{
  if (so_far == NULL)
    return;
  g_free (so_far->counter);
  g_free (so_far);
}

static gpointer
copy_so_far (gconstpointer source, gpointer unused)
{
  const MingSoFar *so_far = source;
  MingSoFar *copy = g_memdup2 (so_far, sizeof *so_far);

  copy->counter = g_strdup (so_far->counter);
  return copy;
}

static gpointer
copy_visit (gconstpointer source, gpointer unused)
{
  return ming_case_visit_copy (source);
}

static void
clear_person (MingPerson *person)
{
  g_free (person->psn_type);
  g_free (person->gend);
  g_free (person->clct_grde);
  g_free (person->sp_psn_type);
  g_free (person->cvlserv_flag);
  g_free (person->flxempe_flag);
  g_free (person->mutual_aid_order);
  g_ptr_array_unref (person->family);
  g_ptr_array_unref (person->uncredited);
}

static void
copy_person (MingPerson *copy, const MingPerson *person)
{
  *copy = *person;
  copy->psn_type = g_strdup (person->psn_type);
  copy->gend = g_strdup (person->gend);
  copy->clct_grde = g_strdup (person->clct_grde);
  copy->sp_psn_type = g_strdup (person->sp_psn_type);
  copy->cvlserv_flag = g_strdup (person->cvlserv_flag);
  copy->flxempe_flag = g_strdup (person->flxempe_flag);
  copy->mutual_aid_order = g_strdup (person->mutual_aid_order);
  copy->family = g_ptr_array_copy (person->family, (GCopyFunc) copy_family_account, NULL);
  copy->uncredited = ming_uncredited_copy_list (person->uncredited);
}

MingCaseVisit *
ming_case_visit_new (void)
{
  return g_new0 (MingCaseVisit, 1);
}

void
ming_case_visit_free (MingCaseVisit *visit)
{
  if (visit == NULL)
    return;
  g_free (visit->id);
  g_free (visit->med_type);
  g_free (visit->hosp_lv);
  g_free (visit->away);
  g_free (visit->area);
  g_free (visit->opsp_dise_code);
  g_free (visit->transfer);
  g_free (visit->catalogue);
  g_clear_pointer (&visit->class_b_items, g_ptr_array_unref);
  g_free (visit->pointer);
  g_free (visit);
}

MingCaseVisit *
ming_case_visit_copy (const MingCaseVisit *visit)
{
  MingCaseVisit *copy = g_memdup2 (visit, sizeof *visit);

  copy->id = g_strdup (visit->id);
  copy->med_type = g_strdup (visit->med_type);
  copy->hosp_lv = g_strdup (visit->hosp_lv);
  copy->away = g_strdup (visit->away);
  copy->area = g_strdup (visit->area);
  copy->opsp_dise_code = g_strdup (visit->opsp_dise_code);
  copy->transfer = g_strdup (visit->transfer);
  copy->catalogue = g_strdup (visit->catalogue);
  copy->pointer = g_strdup (visit->pointer);
  copy->class_b_items = ming_class_item_copy_list (visit->class_b_items);
  return copy;
}

MingCase *
ming_case_new (void)
{
  MingCase *self = g_new0 (MingCase, 1);

  self->person.age = -1;
  self->person.insured_months = -1;
  self->person.insured_years = -1;
  self->person.claim_free_years = -1;
  self->person.family = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_family_account_free);
  self->person.uncredited = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_uncredited_free);
  self->so_far = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_so_far_free);
  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_case_visit_free);
  return self;
}

void
ming_case_free (MingCase *self)
{
  if (self == NULL)
    return;
  g_free (self->insuplc_admdvs);
  g_free (self->insutype);
  clear_person (&self->person);
  g_ptr_array_unref (self->so_far);
  g_ptr_array_unref (self->visits);
  g_free (self);
}

MingCase *
ming_case_copy (const MingCase *self)
{
  MingCase *copy = g_memdup2 (self, sizeof *self);

  copy->insuplc_admdvs = g_strdup (self->insuplc_admdvs);
  copy->insutype = g_strdup (self->insutype);
  copy_person (&copy->person, &self->person);
  copy->so_far = g_ptr_array_copy (self->so_far, (GCopyFunc) copy_so_far, NULL);
  copy->visits = g_ptr_array_copy (self->visits, (GCopyFunc) copy_visit, NULL);
  return copy;
}
