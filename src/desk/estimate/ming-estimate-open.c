/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "policy/ming-wording.h"
#include "ming-estimate-lists.h"
#include "ming-estimate-values.h"

static void
set_code (MingEstimateValues *self, MingField field, const char *code)
{
  if (code != NULL)
    ming_estimate_values_set (self, field, code);
}

/* A flag that says no is an empty tick box. */
static void
set_flag (MingEstimateValues *self, MingField field, const char *flag)
{
  ming_estimate_values_set (self, field, g_strcmp0 (flag, "1") == 0 ? "1" : "");
}

static void
set_amount (MingEstimateValues *self, MingField field, const MingAmount *amount)
{
  g_autofree char *text = amount->known ? ming_wording_fen (amount->fen, MING_TEXT_GROUPED) : NULL;

  set_code (self, field, text);
}

static void
set_date (MingEstimateValues *self, MingField field, MingDate date)
{
  g_autofree char *text = ming_wording_date (date);

  ming_estimate_values_set (self, field, text);
}

/* @none: the number that stands for "not given" */
static void
set_number (MingEstimateValues *self, MingField field, gint64 number, gint64 none)
{
  g_autofree char *text = number != none ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  set_code (self, field, text);
}

static void
open_family (MingEstimateValues *self, const MingPerson *person)
{
  for (guint i = 0; i < person->family->len && i < MING_FAMILY_ROWS; i++)
    {
      const MingFamilyAccount *account = g_ptr_array_index (person->family, i);
      g_autofree char *balance = ming_wording_fen (account->balc_fen, MING_TEXT_GROUPED);
      g_autofree char *rank = g_strdup_printf ("%d", account->rank);
      g_autofree char *bound = ming_wording_date (account->bound);

      if (account->relation != NULL)
        ming_estimate_values_set_family (self, i, MING_FAMILY_RELATION, account->relation);
      ming_estimate_values_set_family (self, i, MING_FAMILY_BALC, balance);
      ming_estimate_values_set_family (self, i, MING_FAMILY_RANK, rank);
      ming_estimate_values_set_family (self, i, MING_FAMILY_BOUND, bound);
    }
  if (person->mutual_aid_order != NULL)
    ming_estimate_values_set_family_order (self, person->mutual_aid_order);
}

static void
open_person (MingEstimateValues *self, const MingPerson *person)
{
  g_autofree char *uncredited = ming_uncredited_write (person->uncredited);

  set_code (self, MING_FIELD_PSN_TYPE, person->psn_type);
  set_code (self, MING_FIELD_GEND, person->gend);
  set_date (self, MING_FIELD_BRDY, person->brdy);
  set_number (self, MING_FIELD_AGE, person->age, -1);
  set_code (self, MING_FIELD_CLCT_GRDE, person->clct_grde);
  set_code (self, MING_FIELD_SP_PSN_TYPE, person->sp_psn_type);
  set_flag (self, MING_FIELD_CVLSERV, person->cvlserv_flag);
  set_flag (self, MING_FIELD_FLXEMPE, person->flxempe_flag);
  set_number (self, MING_FIELD_INSURED_YEARS, person->insured_years, -1);
  set_number (self, MING_FIELD_CLAIM_FREE_YEARS, person->claim_free_years, -1);
  set_number (self, MING_FIELD_INSURED_MONTHS, person->insured_months, -1);
  set_amount (self, MING_FIELD_BASE, person->pension.known ? &person->pension : &person->base);
  set_amount (self, MING_FIELD_BALC, &person->balc);
  open_family (self, person);
  ming_estimate_values_set (self, MING_FIELD_UNCREDITED, uncredited);
}

static void
open_costs (MingEstimateValues *self, const MingCaseVisit *visit)
{
  char rate[MING_TEXT_RATE_SIZE] = "";

  set_amount (self, MING_FIELD_OVER_LIMIT, &visit->overlmt_selfpay);
  ming_estimate_values_set (self, MING_FIELD_BY_CLASS,
                            !visit->by_class               ? MING_BY_NATIONAL
                            : visit->class_b_items != NULL ? MING_BY_ITEMS
                                                           : MING_BY_CATALOGUE);
  if (!visit->by_class)
    {
      set_amount (self, MING_FIELD_TOTAL, &visit->medfee_sumamt);
      set_amount (self, MING_FIELD_FULL_OWN, &visit->fulamt_ownpay_amt);
      set_amount (self, MING_FIELD_FIRST_PAY, &visit->preselfpay_amt);
      return;
    }
  set_amount (self, MING_FIELD_CLASS_A, &visit->class_a);
  set_amount (self, MING_FIELD_CLASS_C, &visit->class_c);
  if (visit->class_b_items != NULL)
    {
      g_autofree char *items = ming_class_items_write (visit->class_b_items);

      ming_estimate_values_set (self, MING_FIELD_CLASS_B_ITEMS, items);
      return;
    }
  set_amount (self, MING_FIELD_CLASS_B, &visit->class_b);
  if (visit->class_b.fen > 0
      && ming_text_format_rate (visit->first_pay_rate, rate, sizeof rate) == MING_OK)
    ming_estimate_values_set (self, MING_FIELD_FIRST_RATE, rate);
}

static void
open_visit (MingEstimateValues *self, const MingCaseVisit *visit)
{
  set_code (self, MING_FIELD_MED_TYPE, visit->med_type);
  set_code (self, MING_FIELD_HOSP_LV, visit->hosp_lv);
  set_code (self, MING_FIELD_AWAY, visit->away);
  set_code (self, MING_FIELD_AREA, visit->area);
  set_code (self, MING_FIELD_DISEASE, visit->opsp_dise_code);
  set_date (self, MING_FIELD_BEGNDATE, visit->begndate);
  set_date (self, MING_FIELD_ENDDATE, visit->enddate);
  set_number (self, MING_FIELD_ADMISSION, visit->admission, 0);
  set_code (self, MING_FIELD_CATALOGUE, visit->catalogue);
  open_costs (self, visit);
}

static void
open_counter (MingEstimateValues *self, const MingSoFar *so_far)
{
  const struct
  {
    const char *column;
    MingFen fen;
  } totals[] = { { "deductible", so_far->deductible_fen }, { "cost", so_far->cost_fen },
                 { "paid", so_far->paid_fen } };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%s", so_far->counter, totals[i].column);
      g_autofree char *text = ming_wording_fen (totals[i].fen, MING_TEXT_GROUPED);

      if (totals[i].fen != 0)
        ming_estimate_values_set_so_far (self, key, text);
    }
}

MingEstimateValues *
ming_estimate_values_from_case (const MingCase *input)
{
  MingEstimateValues *self = ming_estimate_values_new (input->insuplc_admdvs);

  ming_estimate_values_set (self, MING_FIELD_INSUTYPE, input->insutype);
  set_date (self, MING_FIELD_DATE, input->date);
  open_person (self, &input->person);
  set_number (self, MING_FIELD_ADMISSIONS, input->admissions, 0);
  for (guint i = 0; i < input->so_far->len; i++)
    open_counter (self, g_ptr_array_index (input->so_far, i));
  if (input->visits->len > 0)
    open_visit (self, g_ptr_array_index (input->visits, input->visits->len - 1));
  return self;
}

MingEstimateValues *
ming_estimate_values_from_life (const MingLifeQuestion *question)
{
  MingEstimateValues *self = ming_estimate_values_new (question->region);

  set_code (self, MING_FIELD_INSUTYPE, question->insutype);
  set_code (self, MING_FIELD_PSN_TYPE, question->psn_type);
  set_code (self, MING_FIELD_GEND, question->gend);
  set_code (self, MING_FIELD_SP_PSN_TYPE, question->sp_psn_type);
  set_code (self, MING_FIELD_CLCT_GRDE, question->clct_grde);
  set_date (self, MING_FIELD_DATE, question->date);
  set_date (self, MING_FIELD_BRDY, question->brdy);
  return self;
}
