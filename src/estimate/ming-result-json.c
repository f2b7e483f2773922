/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "core/ming-text.h"
#include "ming-burden.h"
#include "ming-explain.h"
#include "ming-json-set.h"

/* Amounts are strings: JSON numbers pass through binary fractions on the way. */
static void
add_fen (JsonBuilder *builder, const char *name, MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (fen, MING_TEXT_PLAIN, text, sizeof text);
  ming_json_add_string (builder, name, text);
}

/* "91%": as packs and cases write it, without the blank that people get. */
static void
add_rate_words (JsonBuilder *builder, const char *name, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autofree char *text = g_strjoinv ("", parts);

  ming_json_add_string (builder, name, text);
}

static void
add_rate (JsonBuilder *builder, const char *name, MingRate rate)
{
  char text[MING_TEXT_RATE_SIZE] = "";

  ming_text_format_rate (rate, text, sizeof text);
  add_rate_words (builder, name, text);
}

static void
add_date (JsonBuilder *builder, const char *name, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE] = "";

  if (date.year == 0 || ming_text_format_date (date, text, sizeof text) != MING_OK)
    return;
  ming_json_add_string (builder, name, text);
}

static void
add_int (JsonBuilder *builder, const char *name, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  ming_json_add_string (builder, name, text);
}

static void
add_strings (JsonBuilder *builder, const char *name, GPtrArray *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; texts && i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  json_builder_end_array (builder);
}

static void
add_step (JsonBuilder *builder, const MingStep *step)
{
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "code", step->code);
  ming_json_add_string (builder, "title", step->title);
  ming_json_add_string (builder, "formula", step->formula);
  add_fen (builder, "amount", step->amount_fen);
  ming_json_add_string (builder, "sentence", step->sentence);
  add_strings (builder, "inputs", step->inputs);
  ming_json_add_string (builder, "matched", step->matched);
  add_strings (builder, "why_not", step->why_not);
  ming_json_add_string (builder, "rounding", step->rounding);
  add_strings (builder, "citations", step->citations);
  if (step->citations->len > 0)
    ming_json_add_string (builder, "evidence", ming_evidence_name (step->evidence));
  json_builder_end_object (builder);
}

JsonNode *
ming_step_to_json (const MingStep *step)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_step (builder, step);
  return json_builder_get_root (builder);
}

static void
add_steps (JsonBuilder *builder, const char *name, GPtrArray *steps)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < steps->len; i++)
    add_step (builder, g_ptr_array_index (steps, i));
  json_builder_end_array (builder);
}

/* The settlement record with the national names and meanings. */
static void
add_setlinfo (JsonBuilder *builder, const MingVisitResult *result)
{
  const MingBill *bill = &result->settlement.bill;
  const MingCharges *charges = &result->input.charges;
  MingFen own_fen = ming_bill_paid_by (bill, MING_PAYER_ACCT);
  MingFen family_fen = ming_bill_paid_by (bill, MING_PAYER_MULAID);

  json_builder_set_member_name (builder, "setlinfo");
  json_builder_begin_object (builder);
  add_fen (builder, "medfee_sumamt", charges->total_fen);
  add_fen (builder, "fulamt_ownpay_amt", charges->full_own_fen);
  add_fen (builder, "overlmt_selfpay", charges->over_limit_fen);
  add_fen (builder, "preselfpay_amt", charges->first_pay_fen);
  add_fen (builder, "inscp_scp_amt", charges->in_scope_fen);
  add_fen (builder, "act_pay_dedc", result->settlement.act_dedc_fen);
  if (result->pool_rate.num > 0)
    add_rate (builder, "pool_prop_selfpay", result->pool_rate);
  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    add_fen (builder, ming_payer_field ((MingPayer) payer), ming_bill_paid_by (bill, (MingPayer) payer));
  add_fen (builder, "fund_pay_sumamt", result->settlement.fund_fen);
  add_fen (builder, "hosp_part_amt", 0);
  add_fen (builder, "psn_part_amt", result->settlement.person_fen);
  add_fen (builder, "acct_pay", own_fen + family_fen);
  add_fen (builder, "acct_mulaid_pay", family_fen);
  add_fen (builder, "psn_cash_pay", ming_bill_paid_by (bill, MING_PAYER_CASH));
  if (result->balance_known) /* missing is not zero */
    add_fen (builder, "balc", result->settlement.purse_after.own_fen);
  json_builder_end_object (builder);
}

/* What each family account paid, in the order in which they pay. */
static void
add_family (JsonBuilder *builder, const MingVisitResult *result)
{
  g_autoptr (GPtrArray) family = ming_person_family_in_order (result->person);

  if (family->len == 0)
    return;
  json_builder_set_member_name (builder, "family");
  json_builder_begin_array (builder);
  for (guint i = 0; i < family->len; i++)
    {
      const MingFamilyAccount *account = g_ptr_array_index (family, i);

      json_builder_begin_object (builder);
      if (account->relation != NULL)
        ming_json_add_string (builder, "relation", account->relation);
      add_fen (builder, "paid", result->settlement.family_paid_fen[i]);
      add_fen (builder, "balc", result->settlement.purse_after.family_fen[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The person's part in the words of the e-receipt. */
static void
add_burden (JsonBuilder *builder, const MingVisitResult *result)
{
  MingBurden burden = ming_burden_of_visit (result);

  json_builder_set_member_name (builder, "burden");
  json_builder_begin_object (builder);
  add_fen (builder, "own_expense", burden.own_expense_fen);
  add_fen (builder, "own_pay", burden.own_pay_fen);
  add_fen (builder, "own_bear", burden.own_bear_fen);
  json_builder_end_object (builder);
}

/* 大病医疗专项附加扣除 of the calendar year of the last visit. */
static void
add_tax_deduction (JsonBuilder *builder, const MingEstimate *self)
{
  const MingVisitResult *last
      = self->visits->len > 0 ? g_ptr_array_index (self->visits, self->visits->len - 1) : NULL;
  int year = last != NULL ? last->visit->enddate.year : 0;
  g_autofree char *text = g_strdup_printf ("%d", year);
  MingFen own_pay_fen = 0, deduction_fen;

  if (last == NULL)
    return;
  deduction_fen = ming_burden_tax_deduction (self, year, &own_pay_fen);
  json_builder_set_member_name (builder, "tax_deduction");
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "year", text);
  add_fen (builder, "own_pay", own_pay_fen);
  add_fen (builder, "amount", deduction_fen);
  json_builder_end_object (builder);
}

/* fund_pay_type of a payer; the national codes end 00, regions refine them. */
static const char *
fund_pay_type (MingPayer payer, const char *insutype)
{
  switch (payer)
    {
    case MING_PAYER_HIFP:
      return g_strcmp0 (insutype, "390") == 0 ? "390100" : "310100";
    case MING_PAYER_HIFOB:
      return "330100";
    case MING_PAYER_HIFMI:
      return "390200";
    case MING_PAYER_CVLSERV:
      return "320100";
    case MING_PAYER_HIFES:
      return "370100";
    case MING_PAYER_MAF:
      return "610100";
    case MING_PAYER_ACCT:
    case MING_PAYER_MULAID:
      return "310200";
    case MING_PAYER_OTH:
    case MING_PAYER_CASH:
    case MING_N_PAYERS:
    default:
      return "999999";
    }
}

/* One row per payer, accounts too, so that Σ rows + cash = total (identity I5). */
static void
add_setldetail (JsonBuilder *builder, const MingVisitResult *result, const char *insutype)
{
  json_builder_set_member_name (builder, "setldetail");
  json_builder_begin_array (builder);
  for (int payer = 0; payer < MING_PAYER_CASH; payer++)
    {
      MingFen paid_fen = ming_bill_paid_by (&result->settlement.bill, (MingPayer) payer);
      g_autofree char *name = ming_explain_payer_name (result, (MingPayer) payer);

      if (paid_fen == 0)
        continue;
      json_builder_begin_object (builder);
      ming_json_add_string (builder, "fund_pay_type", fund_pay_type ((MingPayer) payer, insutype));
      ming_json_add_string (builder, "fund_pay_type_name", name);
      add_fen (builder, "fund_payamt", paid_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_table (JsonBuilder *builder, const MingVisitResult *result)
{
  g_autoptr (GPtrArray) rows = ming_explain_table (result);

  json_builder_set_member_name (builder, "segments");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    {
      const MingTableRow *row = g_ptr_array_index (rows, i);

      if (row->is_total)
        continue;
      json_builder_begin_object (builder);
      ming_json_add_string (builder, "polItemCode", row->code);
      ming_json_add_string (builder, "label", row->label);
      add_fen (builder, "amount", row->amount_fen);
      add_rate_words (builder, "rate", row->rate);
      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        if (row->paid_fen[payer] != 0)
          add_fen (builder, ming_payer_field ((MingPayer) payer), row->paid_fen[payer]);
      add_int (builder, "step", row->step);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What each layer looked at, item by item: also the layers that pay on what is left and have no rows of their
 * own. */
static void
add_items (JsonBuilder *builder, const MingVisitResult *result)
{
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (int layer = 0; layer < result->settlement.n_layers; layer++)
    {
      const MingLayerTrace *trace = &result->settlement.layer[layer];

      for (int band = 0; band < trace->n_slices; band++)
        {
          g_autofree char *code = ming_explain_band_code (result, layer, band);
          MingFen cost_fen = 0;

          ming_exact_to_fen (trace->slice[band].cost, &cost_fen);
          if (cost_fen == 0)
            continue;
          json_builder_begin_object (builder);
          ming_json_add_string (builder, "layer", result->resolved->origin[layer].spec->id);
          ming_json_add_string (builder, "polItemCode", code);
          add_fen (builder, "hifpPayInscp", cost_fen);
          add_rate (builder, "poolPropSelfpay", result->resolved->plan.layer[layer].bands.rate[band]);
          add_fen (builder, "hifpPay", trace->slice[band].paid_fen);
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
add_layers (JsonBuilder *builder, const MingVisitResult *result)
{
  json_builder_set_member_name (builder, "layers");
  json_builder_begin_array (builder);
  for (int layer = 0; layer < result->settlement.n_layers; layer++)
    {
      const MingLayerTrace *trace = &result->settlement.layer[layer];
      MingFen over_fen = 0, base_fen = 0;

      ming_exact_to_fen (trace->over, &over_fen);
      ming_exact_to_fen (trace->base, &base_fen);
      json_builder_begin_object (builder);
      ming_json_add_string (builder, "id", result->resolved->origin[layer].spec->id);
      ming_json_add_string (builder, "payer", ming_payer_field (result->resolved->plan.layer[layer].payer));
      add_fen (builder, "base", base_fen);
      add_fen (builder, "dedc_std", trace->dedc_std_fen);
      add_fen (builder, "crt_dedc", trace->crt_dedc_fen);
      add_fen (builder, "act_pay_dedc", trace->act_dedc_fen);
      add_fen (builder, "uncapped", trace->uncapped_fen);
      add_fen (builder, "over_cap", over_fen + trace->cost_over_fen * (trace->cap_band < 0 && over_fen == 0));
      add_fen (builder, "paid", trace->paid_fen);
      ming_json_add_string (builder, "evidence",
                            ming_evidence_name (result->resolved->origin[layer].evidence));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_counters (JsonBuilder *builder, const char *name, const MingVisitResult *result, const MingYear *year)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_int (builder, "admissions", ming_year_admissions (year));
  for (guint i = 0; i < result->resolved->counters->len; i++)
    {
      const MingCounter *counter = &year->counter[i];

      if (counter->deductible_fen == 0 && counter->cost_fen == 0 && counter->paid_fen == 0)
        continue;
      json_builder_set_member_name (builder, g_ptr_array_index (result->resolved->counters, i));
      json_builder_begin_object (builder);
      add_fen (builder, "deductible", counter->deductible_fen);
      add_fen (builder, "cost", counter->cost_fen);
      add_fen (builder, "paid", counter->paid_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_distances (JsonBuilder *builder, const MingVisitResult *result)
{
  json_builder_set_member_name (builder, "distances");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->distances->len; i++)
    {
      const MingDistance *distance = g_ptr_array_index (result->distances, i);

      json_builder_begin_object (builder);
      ming_json_add_string (builder, "layer", distance->layer);
      ming_json_add_string (builder, "kind", distance->kind);
      add_fen (builder, "used", distance->used_fen);
      add_fen (builder, "limit", distance->limit_fen);
      add_fen (builder, "left", distance->left_fen);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_visit (JsonBuilder *builder, const MingVisitResult *result, const char *insutype)
{
  json_builder_begin_object (builder);
  if (result->visit->id)
    ming_json_add_string (builder, "id", result->visit->id);
  ming_json_add_string (builder, "med_type", result->visit->med_type);
  add_date (builder, "date", result->visit->enddate);
  ming_json_add_string (builder, "outcome", ming_outcome_name (result->outcome));
  add_strings (builder, "messages", result->messages);
  if (result->outcome == MING_OUTCOME_KNOWN)
    {
      g_autoptr (GPtrArray) steps = ming_explain_visit (result);

      if (result->resolved->catalogue != NULL)
        ming_json_add_string (builder, "catalogue", result->resolved->catalogue->row->kind);
      add_fen (builder, "dedc_std", result->settlement.dedc_std_fen);
      add_fen (builder, "crt_dedc", result->settlement.crt_dedc_fen);
      add_fen (builder, "act_pay_dedc", result->settlement.act_dedc_fen);
      add_setlinfo (builder, result);
      add_setldetail (builder, result, insutype);
      add_family (builder, result);
      add_burden (builder, result);
      add_table (builder, result);
      add_items (builder, result);
      add_layers (builder, result);
      add_steps (builder, "steps", steps);
      add_distances (builder, result);
      add_counters (builder, "year_before", result, &result->year_before);
      add_counters (builder, "year_after", result, &result->year_after);
    }
  json_builder_end_object (builder);
}

static void
add_credit (JsonBuilder *builder, const MingCreditResult *credit)
{
  json_builder_set_member_name (builder, "account_credit");
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "outcome", ming_outcome_name (credit->outcome));
  if (credit->outcome == MING_OUTCOME_KNOWN)
    {
      MingStep *step = ming_explain_credit (credit);

      add_fen (builder, "basis", credit->credit.basis_fen);
      add_fen (builder, "own", credit->credit.own_fen);
      add_fen (builder, "unit", credit->credit.unit_fen);
      add_fen (builder, "month", credit->credit.month_fen);
      add_fen (builder, "year", credit->credit.year_fen);
      if (credit->credited_months < 12)
        add_int (builder, "credited_months", credit->credited_months);
      if (credit->uncredited != NULL)
        ming_json_add_string (builder, "uncredited", credit->uncredited->why);
      json_builder_set_member_name (builder, "step");
      add_step (builder, step);
      ming_step_free (step);
    }
  else
    ming_json_add_string (builder, "message", credit->message);
  json_builder_end_object (builder);
}

static void
add_contribution (JsonBuilder *builder, const MingContributionResult *result)
{
  static const char *const names[MING_N_CONTRIBUTORS] = { "unit", "person", "flexible", "subsidy" };

  json_builder_set_member_name (builder, "contribution");
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "outcome", ming_outcome_name (result->outcome));
  if (result->outcome == MING_OUTCOME_KNOWN)
    {
      g_autoptr (GPtrArray) steps = ming_explain_contribution (result);

      add_fen (builder, "base", result->contribution.base_fen);
      ming_json_add_string (builder, "period", result->row->per_year ? "year" : "month");
      for (int who = 0; who < MING_N_CONTRIBUTORS; who++)
        add_fen (builder, names[who], result->contribution.by_fen[who]);
      add_fen (builder, "total", result->contribution.total_fen);
      add_steps (builder, "steps", steps);
    }
  else
    ming_json_add_string (builder, "message", result->message);
  json_builder_end_object (builder);
}

/* Where the pack withholds anything from the account. */
static void
add_debit (JsonBuilder *builder, const MingContributionResult *result)
{
  if (result->outcome == MING_OUTCOME_KNOWN && result->row == NULL)
    return;
  json_builder_set_member_name (builder, "account_debit");
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "outcome", ming_outcome_name (result->outcome));
  if (result->outcome == MING_OUTCOME_KNOWN)
    {
      g_autoptr (GPtrArray) steps = ming_explain_debit (result);

      add_fen (builder, "month", result->contribution.total_fen);
      add_steps (builder, "steps", steps);
    }
  else
    ming_json_add_string (builder, "message", result->message);
  json_builder_end_object (builder);
}

static void
add_receipt (JsonBuilder *builder, const MingEstimate *self)
{
  g_autofree char *code = ming_estimate_receipt_code (self);

  json_builder_set_member_name (builder, "receipt");
  json_builder_begin_object (builder);
  ming_json_add_string (builder, "code", code);
  ming_json_add_string (builder, "engine", VERSION);
  ming_json_add_string (builder, "pack", self->pack->id);
  ming_json_add_string (builder, "revision", self->pack->revision);
  ming_json_add_string (builder, "sha256", self->pack->sha256);
  json_builder_end_object (builder);
}

static void
add_gaps (JsonBuilder *builder, const MingEstimate *self)
{
  json_builder_set_member_name (builder, "gaps");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->gaps->len; i++)
    json_builder_add_string_value (builder, ming_phrase_local (
                                                &((MingGap *) g_ptr_array_index (self->gaps, i))->text));
  json_builder_end_array (builder);
}

JsonNode *
ming_estimate_to_json (const MingEstimate *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ming_json_add_string (builder, "format", "mingsuan-result/1");
  add_receipt (builder, self);
  add_date (builder, "date", self->input->date);
  ming_json_add_string (builder, "insuplc_admdvs", self->input->insuplc_admdvs);
  ming_json_add_string (builder, "insutype", self->input->insutype);
  ming_json_add_string (builder, "scheme", ming_phrase_local (&self->pack->name));
  json_builder_set_member_name (builder, "demonstration");
  json_builder_add_boolean_value (builder, self->pack->demonstration);
  if (self->age_years >= 0)
    add_int (builder, "age", self->age_years);
  ming_json_add_string (builder, "evidence", ming_evidence_name (self->evidence));
  add_strings (builder, "cautions", self->cautions);
  add_gaps (builder, self);
  add_credit (builder, &self->credit);
  add_debit (builder, &self->debit);
  add_contribution (builder, &self->contribution);
  json_builder_set_member_name (builder, "visits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->visits->len; i++)
    add_visit (builder, g_ptr_array_index (self->visits, i), self->input->insutype);
  json_builder_end_array (builder);
  add_tax_deduction (builder, self);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
