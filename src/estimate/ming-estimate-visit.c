/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-estimate-private.h"
#include "ming-explain.h"

gboolean
ming_estimate_check_status (MingStatus status, const char *where, GError **error)
{
  if (status == MING_OK)
    return TRUE;
  if (status == MING_E_UNBALANCED)
    g_set_error (error, MING_ESTIMATE_ERROR, MING_ESTIMATE_ERROR_UNBALANCED,
                 _("%s: the parts do not add up to the whole; the result is withheld"), where);
  else
    g_set_error (error, MING_ESTIMATE_ERROR, MING_ESTIMATE_ERROR_RANGE,
                 _("%s: an amount is larger than this program accepts"), where);
  return FALSE;
}

/* The person's facts and the visit's own; @nth is which admission of the year this is. */
static MingFacts
facts_of_visit (const MingCase *input, const MingCaseVisit *visit, int nth)
{
  MingFacts facts = ming_estimate_person_facts (input, &visit->enddate);

  facts.text[MING_FACT_MED_TYPE] = visit->med_type;
  facts.text[MING_FACT_HOSP_LV] = visit->hosp_lv;
  facts.text[MING_FACT_AWAY] = visit->away ? visit->away : "home";
  facts.text[MING_FACT_AREA] = visit->area ? visit->area : "city";
  facts.text[MING_FACT_OPSP_DISE_CODE] = visit->opsp_dise_code;
  facts.number[MING_FACT_ADMISSION] = nth;
  return facts;
}

/*
 * A typed 第 n 次住院 speaks for the year so far: the stays before this one are n - 1, at the level of this
 * hospital where nothing better is known.
 */
static void
adopt_typed_admission (const MingCaseVisit *visit, int level, MingYear *year)
{
  int before = visit->admission - 1;
  int known = ming_year_admissions (year);

  if (visit->admission < 1 || before == known)
    return;
  if (before < known)
    for (int i = 0; i < MING_LEVELS_MAX; i++)
      year->admissions[i] = 0;
  year->admissions[level] = before < known ? before : year->admissions[level] + before - known;
}

/* The first-borne part of class B, of the whole or item by item; each is rounded by itself. */
static MingStatus
first_pay_of_class_b (const MingCaseVisit *visit, MingRounding rounding, MingFen *out_fen)
{
  MingStatus status = MING_OK;

  if (visit->class_b_items == NULL)
    return ming_money_apply_rate (ming_exact_from_fen (visit->class_b.fen), visit->first_pay_rate, rounding,
                                  out_fen);
  *out_fen = 0;
  for (guint i = 0; status == MING_OK && i < visit->class_b_items->len; i++)
    {
      const MingClassItem *item = g_ptr_array_index (visit->class_b_items, i);
      MingFen first_fen = 0;

      status = ming_money_apply_rate (ming_exact_from_fen (item->amount_fen), item->first_pay_rate, rounding,
                                      &first_fen);
      if (status == MING_OK)
        status = ming_fen_add (*out_fen, first_fen, out_fen);
    }
  return status;
}

/* 甲乙丙 to the four classes of I1; the first-borne part of class B is rounded as the pack says. */
static MingStatus
charges_by_class (const MingCaseVisit *visit, MingRounding rounding, MingCharges *out)
{
  MingFen rest_fen = 0;
  MingStatus status;

  out->full_own_fen = visit->class_c.fen;
  out->over_limit_fen = visit->overlmt_selfpay.known ? visit->overlmt_selfpay.fen : 0;
  status = first_pay_of_class_b (visit, rounding, &out->first_pay_fen);
  if (status == MING_OK)
    status = ming_fen_add (visit->class_a.fen, visit->class_b.fen, &out->in_scope_fen);
  if (status == MING_OK)
    status = ming_fen_subtract (out->in_scope_fen, out->first_pay_fen, &rest_fen);
  if (status == MING_OK)
    status = ming_fen_add (rest_fen + out->first_pay_fen, visit->class_c.fen, &out->total_fen);
  if (status == MING_OK) /* what is over a price limit stands inside 甲 and 乙 */
    status = ming_fen_subtract (rest_fen, out->over_limit_fen, &out->in_scope_fen);
  return status;
}

static MingStatus
charges_of_visit (const MingCaseVisit *visit, const MingCareVersion *version, MingCharges *out)
{
  if (visit->by_class)
    return charges_by_class (visit, version->first_pay_rounding, out);
  out->total_fen = visit->medfee_sumamt.fen;
  out->full_own_fen = visit->fulamt_ownpay_amt.fen;
  out->over_limit_fen = visit->overlmt_selfpay.fen;
  out->first_pay_fen = visit->preselfpay_amt.fen;
  out->in_scope_fen = visit->inscp_scp_amt.fen;
  return MING_OK;
}

/* Nights in hospital; a stay that ends on its first day is a day. */
static int
stay_days_of (const MingCaseVisit *visit)
{
  int32_t from = 0, to = 0;

  if (visit->begndate.year == 0 || ming_date_to_days (visit->begndate, &from) != MING_OK
      || ming_date_to_days (visit->enddate, &to) != MING_OK)
    return 1;
  return MAX (to - from, 1);
}

static MingVisitResult *
visit_result_new (const MingCaseVisit *visit, MingPack *pack)
{
  MingVisitResult *result = g_new0 (MingVisitResult, 1);

  result->visit = visit;
  result->year_begins = ming_estimate_year_begins (pack, &visit->enddate);
  result->distances = g_ptr_array_new ();
  result->messages = g_ptr_array_new_with_free_func (g_free);
  result->pool_rate = (MingRate){ 0, 1 };
  return result;
}

/* pool_prop_selfpay exists only where the first layer pays one rate. */
static void
note_pool_rate (MingVisitResult *result)
{
  const MingPlan *plan = &result->resolved->plan;

  if (plan->n_layers > 0 && plan->layer[0].bands.n_bands == 1)
    result->pool_rate = plan->layer[0].bands.rate[0];
}

/*
 * A stay over several settlement periods has its bands per period; one bill cannot say what fell into which.
 */
static void
note_long_stay (MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;

  for (int32_t i = 0; i < settlement->n_layers; i++)
    if (settlement->layer[i].periods > 1)
      g_ptr_array_add (
          result->messages,
          g_strdup_printf (
              _("The stay opens %d settlement periods. Their deductibles are added; the bands are "
                 "counted on the whole bill. Enter each period as a visit of its own if its cost is known."),
              settlement->layer[i].periods));
}

static void
explain_unknowns (MingVisitResult *result)
{
  result->outcome = MING_OUTCOME_UNKNOWN;
  for (guint i = 0; i < result->resolved->unknowns->len; i++)
    {
      const MingUnknown *unknown = g_ptr_array_index (result->resolved->unknowns, i);

      g_ptr_array_add (result->messages,
                       g_strdup_printf (_("Not known in this policy pack: %s"), unknown->what));
    }
}

/* Whether the costs were parted by another catalogue than the one that applies; nothing can be said then. */
static gboolean
is_parted_otherwise (MingVisitResult *result)
{
  const MingMatch *applies = result->resolved->catalogue;
  const char *parted = result->visit->catalogue;

  if (applies == NULL || parted == NULL || g_str_equal (applies->row->kind, parted))
    return FALSE;
  result->outcome = MING_OUTCOME_NOT_ASKED;
  g_ptr_array_add (result->messages,
                   g_strdup_printf (_("The costs were parted by the %1$s, but here the %2$s applies: enter "
                                      "them as parted by that"),
                                    ming_explain_catalogue (parted),
                                    ming_explain_catalogue (applies->row->kind)));
  return TRUE;
}

static gboolean
settle (MingVisitResult *result, MingYear *year, MingPurse *purse, GError **error)
{
  MingYear after = *year;
  MingStatus status =
      ming_fen_add (purse->own_fen, result->visit->acct_inc.known ? result->visit->acct_inc.fen : 0,
                    &purse->own_fen);

  if (status == MING_OK)
    status = ming_settle (&result->resolved->plan, &result->input, purse, &after, &result->settlement);
  if (!ming_estimate_check_status (status, result->visit->pointer ? result->visit->pointer : "visit", error))
    return FALSE;
  result->outcome = MING_OUTCOME_KNOWN;
  result->year_before = *year;
  result->year_after = after;
  result->purse_before = *purse;
  *year = after;
  *purse = result->settlement.purse_after;
  note_pool_rate (result);
  note_long_stay (result);
  g_ptr_array_unref (result->distances);
  result->distances = ming_estimate_distances (result);
  return TRUE;
}

MingVisitResult *
ming_estimate_visit (const MingCase *input, const MingCaseVisit *visit, MingPack *pack, MingYear *year,
                     MingPurse *purse, GError **error)
{
  MingVisitResult *result = visit_result_new (visit, pack);
  g_autoptr (GError) refused = NULL;

  result->person = &input->person;
  result->balance_known = input->person.balc.known || visit->acct_inc.known;
  result->input.level = ming_estimate_level (visit->hosp_lv);
  result->input.month = visit->enddate.year * 12 + visit->enddate.month - 1;
  adopt_typed_admission (visit, result->input.level, year);
  result->facts = facts_of_visit (input, visit, ming_year_admissions (year) + 1);
  result->resolved = ming_resolve_care (pack, &result->facts, &refused);
  if (!result->resolved)
    {
      char *asked = ming_estimate_ask_missing_of_visit (pack, &result->facts);

      result->outcome = asked != NULL ? MING_OUTCOME_NOT_ASKED : MING_OUTCOME_NO_RULE;
      g_ptr_array_add (result->messages, asked != NULL ? asked : g_strdup (refused->message));
      return result;
    }
  result->input.transfer = g_strcmp0 (visit->transfer, "1") == 0;
  result->input.admission = result->resolved->care->admission && !result->input.transfer;
  result->input.stay_days = result->resolved->care->admission ? stay_days_of (visit) : 0;
  if (result->resolved->unknowns->len > 0)
    {
      explain_unknowns (result);
      return result;
    }
  if (is_parted_otherwise (result))
    return result;
  if (!ming_estimate_check_status (charges_of_visit (visit, result->resolved->version,
                                                     &result->input.charges),
                                   visit->pointer ? visit->pointer : "visit", error)
      || !settle (result, year, purse, error))
    {
      ming_visit_result_free (result);
      return NULL;
    }
  return result;
}

static void
distance_free (MingDistance *distance)
{
  g_free (distance->layer);
  g_free (distance);
}

void
ming_visit_result_free (MingVisitResult *result)
{
  g_clear_pointer (&result->resolved, ming_resolved_free);
  g_ptr_array_set_free_func (result->distances, (GDestroyNotify) distance_free);
  g_clear_pointer (&result->distances, g_ptr_array_unref);
  g_clear_pointer (&result->messages, g_ptr_array_unref);
  g_free (result);
}
