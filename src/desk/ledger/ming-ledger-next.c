/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "estimate/ming-year.h"
#include "ming-ledger-form.h"

static const MingField fields[MING_LEDGER_N_NEXT] = {
  [MING_LEDGER_NEXT_HOSP_LV] = MING_FIELD_HOSP_LV,
  [MING_LEDGER_NEXT_TOTAL] = MING_FIELD_TOTAL,
  [MING_LEDGER_NEXT_FULL_OWN] = MING_FIELD_FULL_OWN,
  [MING_LEDGER_NEXT_FIRST_PAY] = MING_FIELD_FIRST_PAY,
};

MingFieldKind
ming_ledger_next_kind (MingLedgerNext column)
{
  g_return_val_if_fail (column < MING_LEDGER_N_NEXT, MING_KIND_SHOWN);

  return ming_field_info (fields[column])->kind;
}

const char *
ming_ledger_next_label (MingLedgerNext column)
{
  g_return_val_if_fail (column < MING_LEDGER_N_NEXT, "");

  return ming_field_label (fields[column]);
}

char *
ming_ledger_next_tidy (MingLedgerNext column, const char *text, MingDate today)
{
  g_return_val_if_fail (column < MING_LEDGER_N_NEXT, g_strdup (text));

  return ming_field_tidy (fields[column], text, today);
}

static void
replace (char **text, char *with)
{
  g_free (*text);
  *text = with;
}

/* The admission that the next one is like: the last one of the year, or NULL. */
static const MingCaseVisit *
find_last (const MingLedgerForm *form)
{
  const MingVisitResult *next = form->ledger != NULL ? ming_ledger_next_visit (form->ledger) : NULL;

  return next != NULL ? next->visit : NULL;
}

static MingEstimateForm *
make_form (const MingLedgerValues *values, const MingLedgerClient *client, const MingCaseVisit *like)
{
  g_autoptr (MingEstimateValues) asked = ming_estimate_values_copy (client->client);

  ming_estimate_values_set (asked, MING_FIELD_ADMISSIONS, "");
  if (like != NULL)
    ming_estimate_values_set (asked, MING_FIELD_MED_TYPE, like->med_type);
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    ming_estimate_values_set (asked, fields[i], values->next[i]);
  if (*values->next[MING_LEDGER_NEXT_HOSP_LV] == '\0' && like != NULL && like->hosp_lv != NULL)
    ming_estimate_values_set (asked, MING_FIELD_HOSP_LV, like->hosp_lv);
  return ming_estimate_form_new (asked, client->world);
}

/* What stands in grey: the bill that is asked for when nothing is typed. */
static char *
describe_like (MingLedgerNext column, const MingCaseVisit *like, const MingFieldState *source)
{
  const MingAmount *amount = NULL;

  if (like == NULL)
    return g_strdup ("");
  switch (column)
    {
    case MING_LEDGER_NEXT_HOSP_LV:
      return g_strdup (source->text);
    case MING_LEDGER_NEXT_TOTAL:
      amount = &like->medfee_sumamt;
      break;
    case MING_LEDGER_NEXT_FULL_OWN:
      amount = like->by_class ? &like->class_c : &like->fulamt_ownpay_amt;
      break;
    case MING_LEDGER_NEXT_FIRST_PAY:
      amount = &like->preselfpay_amt;
      break;
    case MING_LEDGER_N_NEXT:
    default:
      break;
    }
  return amount != NULL && amount->known ? ming_answer_money (amount->fen) : g_strdup ("");
}

static void
fill_field (MingLedgerForm *form, MingLedgerNext column, const MingLedgerValues *values,
            const MingEstimateForm *asked, const MingCaseVisit *like)
{
  MingFieldState *state = &form->next_field[column];
  const MingFieldState *source = &asked->field[fields[column]];
  gboolean own = *values->next[column] != '\0';
  gboolean other_bill = *values->next[MING_LEDGER_NEXT_TOTAL] != '\0';
  gboolean part = column == MING_LEDGER_NEXT_FULL_OWN || column == MING_LEDGER_NEXT_FIRST_PAY;

  state->visible = TRUE;
  /* The parts belong to a total: by themselves they would belong to another bill. */
  state->sensitive = !part || other_bill;
  state->unfinished = own && source->unfinished;
  state->label = g_strdup_printf (_("Next admission %s"), ming_field_label (fields[column]));
  state->unit = g_strdup ("");
  state->text = g_strdup (own ? source->text : "");
  state->fault = own ? g_strdup (source->fault) : NULL;
  state->placeholder = other_bill && part ? g_strdup ("0.00") : describe_like (column, like, source);
  state->choices = source->choices != NULL ? g_ptr_array_ref (source->choices) : NULL;
}

/* The visit that was typed; what was not is as the last time. NULL when something is refused or wanting. */
static MingCaseVisit *
make_like (const MingLedgerValues *values, const MingEstimateForm *asked, const MingCaseVisit *like)
{
  gboolean other_bill = *values->next[MING_LEDGER_NEXT_TOTAL] != '\0';
  const MingCaseVisit *typed = asked->input != NULL && asked->input->visits->len > 0
                                   ? g_ptr_array_index (asked->input->visits, 0) : NULL;
  MingCaseVisit *visit;

  if (other_bill && typed == NULL)
    return NULL;
  if (!other_bill && (like == NULL || asked->field[MING_FIELD_HOSP_LV].fault != NULL))
    return NULL;
  visit = ming_case_visit_copy (other_bill ? typed : like);
  if (!other_bill)
    replace (&visit->hosp_lv, g_strdup (*values->next[MING_LEDGER_NEXT_HOSP_LV] != '\0'
                                            ? values->next[MING_LEDGER_NEXT_HOSP_LV] : like->hosp_lv));
  /* After the last visit, the same day: what may come to the account until then is not foreseen. */
  visit->begndate = visit->enddate = (MingDate){ 0 };
  return visit;
}

static void
add_line (GPtrArray *lines, const char *name, MingFen fen)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  g_autofree char *amount = ming_answer_money (fen);

  g_strv_builder_add (cells, name);
  g_strv_builder_add (cells, amount);
  g_ptr_array_add (lines, g_strv_builder_end (cells));
}

static void
list_result (MingLedgerForm *form, const MingVisitResult *next)
{
  const MingSettlement *settlement = &next->settlement;

  if (next->outcome != MING_OUTCOME_KNOWN)
    {
      replace (&form->next_caption, g_strdup (next->messages->len > 0
                                                  ? (char *) g_ptr_array_index (next->messages, 0)
                                                  : _("The rules do not say what is paid")));
      return;
    }
  replace (&form->next_caption,
           g_strdup_printf (_("Stay %d of the year"), ming_year_admissions (&next->year_after)));
  add_line (form->next, C_ ("table", "Deductible"), settlement->crt_dedc_fen);
  add_line (form->next, C_ ("table", "Funds"), settlement->fund_fen);
  add_line (form->next, C_ ("table", "Person"), settlement->person_fen);
  add_line (form->next, C_ ("payer", "Own account"),
            ming_bill_paid_by (&settlement->bill, MING_PAYER_ACCT));
  if (form->has_family)
    add_line (form->next, C_ ("payer", "Family accounts"),
              ming_bill_paid_by (&settlement->bill, MING_PAYER_MULAID));
  add_line (form->next, C_ ("payer", "Cash"), ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH));
}

void
ming_ledger_form_fill_next (MingLedgerForm *form, const MingLedgerValues *values,
                            const MingLedgerClient *client)
{
  const MingCaseVisit *last = find_last (form);
  g_autoptr (MingEstimateForm) asked = make_form (values, client, last);
  MingCaseVisit *like;
  g_autoptr (MingEstimate) estimate = NULL;

  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    fill_field (form, (MingLedgerNext) i, values, asked, last);
  form->next_caption = g_strdup ("");
  like = form->complete && form->ledger != NULL ? make_like (values, asked, last) : NULL;
  if (like == NULL)
    {
      replace (&form->next_caption, g_strdup (_("Appears with the first admission, or a total")));
      return;
    }
  estimate = ming_year_next (client->world->library, form->ledger->estimate->input, like, NULL);
  ming_case_visit_free (like);
  if (estimate != NULL && estimate->visits->len > 0)
    list_result (form, g_ptr_array_index (estimate->visits, estimate->visits->len - 1));
}
