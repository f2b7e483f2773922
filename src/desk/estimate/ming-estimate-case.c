/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "i18n/ming-locale.h"
#include "ming-estimate-form.h"
#include "ming-estimate-lists.h"

/** What of a running total a field holds; the words stand in the keys. */
static const char *const columns[] = { "deductible", "cost", "paid" };

static char *
make_label (guint column, const char *name)
{
  /* Translators: what has been used of a layer this year; %s is the layer's name, such as "Pooled fund" */
  switch (column)
    {
    case 0: return g_strdup_printf (C_ ("so far", "%s deductible used"), name);
    case 1: return g_strdup_printf (C_ ("so far", "%s cost so far"), name);
    default: return g_strdup_printf (C_ ("so far", "%s paid so far"), name);
    }
}

static void
add_slot (MingEstimateForm *self, guint *n, const MingLayerSpec *layer, guint column)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", layer->counter, columns[column]);
  MingFieldState *state;

  for (guint i = 0; i < *n; i++)
    if (g_str_equal (self->field[MING_FIELD_SO_FAR + i].key, key))
      return;
  if (*n == MING_SO_FAR_MAX)
    return;
  state = &self->field[MING_FIELD_SO_FAR + (*n)++];
  state->key = g_steal_pointer (&key);
  state->visible = TRUE;
  g_free (state->label);
  state->label = make_label (column, ming_phrase_get (&layer->name, ming_locale_language ()));
}

/* The running totals that the rules of @layer look at. */
static void
add_layer_slots (MingEstimateForm *self, guint *n, const MingLayerSpec *layer)
{
  gboolean paid = FALSE;
  gboolean cost = layer->bands != NULL && layer->bands->scope == MING_SCOPE_YEAR;

  for (guint i = 0; layer->caps != NULL && i < layer->caps->len; i++)
    {
      const MingCapSpec *cap = g_ptr_array_index (layer->caps, i);

      if (cap->period == MING_PERIOD_VISIT)
        continue;
      paid |= cap->kind == MING_CAP_ON_PAYMENT;
      cost |= cap->kind != MING_CAP_ON_PAYMENT;
    }
  if (layer->deductible != NULL
      && (layer->deductible->kind == MING_DEDUCTIBLE_CUMULATIVE
          || layer->deductible->kind == MING_DEDUCTIBLE_HIGHEST_OF_YEAR
          || (layer->deductible->kind == MING_DEDUCTIBLE_PER_VISIT
              && layer->deductible->year_stop.state == MING_CELL_VALUE)))
    add_slot (self, n, layer, 0);
  if (cost)
    add_slot (self, n, layer, 1);
  if (paid)
    add_slot (self, n, layer, 2);
}

void
ming_estimate_form_fill_so_far (MingEstimateForm *self, const MingEstimateValues *values, MingDate today)
{
  const MingCareVersion *latest = NULL;
  guint n = 0;

  if (self->care != NULL && self->care->versions->len > 0)
    latest = g_ptr_array_index (self->care->versions, self->care->versions->len - 1);
  for (guint i = 0; latest != NULL && i < latest->layers->len; i++)
    add_layer_slots (self, &n, g_ptr_array_index (latest->layers, i));

  for (guint i = 0; i < n; i++)
    {
      MingField field = (MingField) (MING_FIELD_SO_FAR + i);
      MingFieldState *state = &self->field[field];
      const char *text = ming_estimate_values_get_so_far (values, state->key);

      g_free (state->text);
      state->text = g_strdup (text);
      g_free (state->placeholder);
      state->placeholder = g_strdup ("0.00");
      self->parsed[field] = ming_field_parse (field, text, today);
      state->fault = g_strdup (self->parsed[field].fault);
      state->unfinished = self->parsed[field].unfinished;
    }
}

static char *
dup_code (const MingEstimateForm *self, const MingEstimateValues *values, MingField field)
{
  return self->field[field].visible && *values->text[field] != '\0' ? g_strdup (values->text[field]) : NULL;
}

/* A tick box is always an answer, where the pack asks. */
static char *
dup_flag (const MingEstimateForm *self, const MingEstimateValues *values, MingField field)
{
  return self->field[field].visible ? g_strdup (*values->text[field] != '\0' ? "1" : "0") : NULL;
}

static MingAmount
get_amount (const MingEstimateForm *self, MingField field)
{
  MingAmount amount = { self->parsed[field].given, self->parsed[field].fen };

  return amount;
}

/* A cost class that is left empty is nil, as the grey 0.00 in the field says. */
static MingAmount
get_class (const MingEstimateForm *self, MingField field)
{
  MingAmount amount = { TRUE, self->parsed[field].given ? self->parsed[field].fen : 0 };

  return amount;
}

static void
fill_family (const MingEstimateForm *self, const MingEstimateValues *values, MingPerson *person)
{
  for (guint i = 0; i < self->family->len; i++)
    {
      const MingFamilyAccount *account = g_ptr_array_index (self->family, i);
      MingFamilyAccount *copy = g_memdup2 (account, sizeof *account);

      copy->relation = g_strdup (account->relation);
      g_ptr_array_add (person->family, copy);
    }
  if (self->family->len > 0 && *values->family_order != '\0')
    person->mutual_aid_order = g_strdup (values->family_order);
}

static void
fill_uncredited (const MingEstimateValues *values, MingPerson *person)
{
  char *fault = NULL;
  gboolean unfinished;
  GPtrArray *spans = ming_uncredited_read (values->text[MING_FIELD_UNCREDITED], &fault, &unfinished);

  g_return_if_fail (spans != NULL); /* a refused field makes no case */
  g_ptr_array_unref (person->uncredited);
  person->uncredited = spans;
}

static void
fill_person (const MingEstimateForm *self, const MingEstimateValues *values, MingPerson *person)
{
  const MingParsed *parsed = self->parsed;

  person->psn_type = dup_code (self, values, MING_FIELD_PSN_TYPE);
  person->gend = dup_code (self, values, MING_FIELD_GEND);
  person->clct_grde = dup_code (self, values, MING_FIELD_CLCT_GRDE);
  person->sp_psn_type = dup_code (self, values, MING_FIELD_SP_PSN_TYPE);
  person->cvlserv_flag = dup_flag (self, values, MING_FIELD_CVLSERV);
  if (*values->text[MING_FIELD_FLXEMPE] != '\0') /* else the person type says it */
    person->flxempe_flag = dup_flag (self, values, MING_FIELD_FLXEMPE);
  if (parsed[MING_FIELD_BRDY].given)
    person->brdy = parsed[MING_FIELD_BRDY].date;
  else if (parsed[MING_FIELD_AGE].given)
    person->age = parsed[MING_FIELD_AGE].number;
  if (self->retired)
    person->pension = get_amount (self, MING_FIELD_BASE);
  else
    person->base = get_amount (self, MING_FIELD_BASE);
  person->balc = get_amount (self, MING_FIELD_BALC);
  fill_family (self, values, person);
  fill_uncredited (values, person);
  if (parsed[MING_FIELD_INSURED_YEARS].given)
    person->insured_years = parsed[MING_FIELD_INSURED_YEARS].number;
  if (parsed[MING_FIELD_CLAIM_FREE_YEARS].given)
    person->claim_free_years = parsed[MING_FIELD_CLAIM_FREE_YEARS].number;
  if (parsed[MING_FIELD_INSURED_MONTHS].given)
    person->insured_months = parsed[MING_FIELD_INSURED_MONTHS].number;
}

/* Class B is what its items come to. */
static void
fill_items (const MingEstimateValues *values, MingCaseVisit *visit)
{
  char *fault = NULL;
  gboolean unfinished;
  GPtrArray *items = ming_class_items_read (values->text[MING_FIELD_CLASS_B_ITEMS], &fault, &unfinished);

  g_return_if_fail (items != NULL);
  for (guint i = 0; i < items->len; i++)
    visit->class_b.fen += ((const MingClassItem *) g_ptr_array_index (items, i))->amount_fen;
  if (items->len > 0)
    visit->class_b_items = g_steal_pointer (&items);
  g_clear_pointer (&items, g_ptr_array_unref);
}

static void
fill_costs (const MingEstimateForm *self, const MingEstimateValues *values, MingCaseVisit *visit)
{
  visit->catalogue = dup_code (self, values, MING_FIELD_CATALOGUE);
  visit->overlmt_selfpay = get_class (self, MING_FIELD_OVER_LIMIT);
  visit->by_class = self->by_catalogue;
  if (visit->by_class)
    {
      visit->class_a = get_class (self, MING_FIELD_CLASS_A);
      visit->class_b = get_class (self, MING_FIELD_CLASS_B);
      visit->class_c = get_class (self, MING_FIELD_CLASS_C);
      if (self->by_items)
        fill_items (values, visit);
      visit->medfee_sumamt.known = TRUE;
      visit->medfee_sumamt.fen = visit->class_a.fen + visit->class_b.fen + visit->class_c.fen;
      visit->first_pay_rate = self->parsed[MING_FIELD_FIRST_RATE].given
                                  ? self->parsed[MING_FIELD_FIRST_RATE].rate
                                  : (MingRate){ 0, 1 };
      return;
    }
  visit->medfee_sumamt = get_class (self, MING_FIELD_TOTAL);
  visit->fulamt_ownpay_amt = get_class (self, MING_FIELD_FULL_OWN);
  visit->preselfpay_amt = get_class (self, MING_FIELD_FIRST_PAY);
  visit->inscp_scp_amt = get_class (self, MING_FIELD_IN_SCOPE);
}

static MingCaseVisit *
make_visit (const MingEstimateForm *self, const MingEstimateValues *values)
{
  const MingParsed *parsed = self->parsed;
  MingCaseVisit *visit = ming_case_visit_new ();

  visit->pointer = g_strdup ("/visits/0");
  visit->med_type = dup_code (self, values, MING_FIELD_MED_TYPE);
  visit->hosp_lv = dup_code (self, values, MING_FIELD_HOSP_LV);
  visit->away = dup_code (self, values, MING_FIELD_AWAY);
  visit->area = dup_code (self, values, MING_FIELD_AREA);
  visit->opsp_dise_code = dup_code (self, values, MING_FIELD_DISEASE);
  visit->enddate = parsed[MING_FIELD_ENDDATE].given ? parsed[MING_FIELD_ENDDATE].date : self->date;
  visit->begndate = parsed[MING_FIELD_BEGNDATE].given ? parsed[MING_FIELD_BEGNDATE].date : visit->enddate;
  visit->admission = parsed[MING_FIELD_ADMISSION].given ? parsed[MING_FIELD_ADMISSION].number : 0;
  fill_costs (self, values, visit);
  return visit;
}

static MingSoFar *
find_so_far (MingCase *input, const char *counter)
{
  MingSoFar *so_far;

  for (guint i = 0; i < input->so_far->len; i++)
    {
      so_far = g_ptr_array_index (input->so_far, i);
      if (g_str_equal (so_far->counter, counter))
        return so_far;
    }
  so_far = g_new0 (MingSoFar, 1);
  so_far->counter = g_strdup (counter);
  g_ptr_array_add (input->so_far, so_far);
  return so_far;
}

static void
fill_year (const MingEstimateForm *self, MingCase *input)
{
  input->admissions = self->parsed[MING_FIELD_ADMISSIONS].number;
  for (int i = MING_FIELD_SO_FAR; i < MING_N_FIELDS; i++)
    {
      g_auto (GStrv) key = self->field[i].key != NULL ? g_strsplit (self->field[i].key, "/", 2) : NULL;
      MingSoFar *so_far;

      if (key == NULL || !self->parsed[i].given)
        continue;
      so_far = find_so_far (input, key[0]);
      if (g_str_equal (key[1], columns[0]))
        so_far->deductible_fen = self->parsed[i].fen;
      else if (g_str_equal (key[1], columns[1]))
        so_far->cost_fen = self->parsed[i].fen;
      else
        so_far->paid_fen = self->parsed[i].fen;
    }
}

/* Nothing is computed from a form with a field in it that was refused. */
void
ming_estimate_form_fill_case (MingEstimateForm *self, const MingEstimateValues *values)
{
  gboolean bill = self->missing->len == 0;
  MingCase *input;

  if (ming_estimate_form_n_faults (self) > 0 || self->pack == NULL
      || *values->text[MING_FIELD_PSN_TYPE] == '\0')
    return;
  input = ming_case_new ();
  input->date = self->date;
  input->insuplc_admdvs = g_strdup (values->text[MING_FIELD_REGION]);
  input->insutype = g_strdup (values->text[MING_FIELD_INSUTYPE]);
  fill_person (self, values, &input->person);
  fill_year (self, input);
  if (bill)
    g_ptr_array_add (input->visits, make_visit (self, values));
  self->input = input;
}
