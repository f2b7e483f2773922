/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-value.h"
#include "core/ming-text.h"
#include "estimate/ming-burden.h"
#include "estimate/ming-explain.h"

static char *
print_fen (MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  g_assert_cmpint (ming_text_format_fen (fen, MING_TEXT_PLAIN, text, sizeof text), ==, MING_OK);
  return g_strdup (text);
}

static MingFen
paid_by (const MingVisitResult *result, MingPayer payer)
{
  return ming_bill_paid_by (&result->settlement.bill, payer);
}

static int
find_payer (const char *field)
{
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (g_str_equal (ming_payer_field ((MingPayer) payer), field))
      return payer;
  return -1;
}

static char *
get_amount (const MingVisitResult *result, const char *name)
{
  const MingCharges *charges = &result->input.charges;
  const MingSettlement *settlement = &result->settlement;
  const struct { const char *name; MingFen fen; } amounts[] = {
    { "medfee_sumamt", charges->total_fen },
    { "fulamt_ownpay_amt", charges->full_own_fen },
    { "overlmt_selfpay", charges->over_limit_fen },
    { "preselfpay_amt", charges->first_pay_fen },
    { "inscp_scp_amt", charges->in_scope_fen },
    { "dedc_std", settlement->dedc_std_fen },
    { "crt_dedc", settlement->crt_dedc_fen },
    { "act_pay_dedc", settlement->act_dedc_fen },
    { "fund_pay_sumamt", settlement->fund_fen },
    { "psn_part_amt", settlement->person_fen },
    { "acct_pay", paid_by (result, MING_PAYER_ACCT) + paid_by (result, MING_PAYER_MULAID) },
    { "acct_mulaid_pay", paid_by (result, MING_PAYER_MULAID) },
    { "psn_cash_pay", paid_by (result, MING_PAYER_CASH) },
    { "balc", settlement->purse_after.own_fen },
    { "inscp_selfpay", charges->in_scope_fen - settlement->fund_fen },
  };
  int payer = find_payer (name);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (g_str_equal (amounts[i].name, name))
      return print_fen (amounts[i].fen);
  return payer >= 0 && payer < MING_N_FUNDS ? print_fen (paid_by (result, (MingPayer) payer)) : NULL;
}

static MingFen
row_value (const MingTableRow *row, const char *what)
{
  MingFen sum_fen = 0;

  if (g_strcmp0 (what, "amount") == 0)
    return row->amount_fen;
  if (what != NULL)
    {
      g_assert_cmpint (find_payer (what), >=, 0);
      return row->paid_fen[find_payer (what)];
    }
  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    sum_fen += row->paid_fen[payer];
  return sum_fen;
}

/* item:CODE, item:CODE:amount, item:CODE:FUND */
static char *
get_item (const MingVisitResult *result, char **parts)
{
  g_autoptr (GPtrArray) rows = ming_explain_table (result);
  MingFen sum_fen = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const MingTableRow *row = g_ptr_array_index (rows, i);

      if (!row->is_total && g_str_equal (row->code, parts[1]))
        sum_fen += row_value (row, parts[2]);
    }
  return print_fen (sum_fen);
}

/* layer:ID:paid, layer:ID:uncapped */
static char *
get_layer (const MingVisitResult *result, char **parts)
{
  for (int layer = 0; layer < result->settlement.n_layers; layer++)
    if (g_str_equal (result->resolved->origin[layer].spec->id, parts[1]))
      {
        const MingLayerTrace *trace = &result->settlement.layer[layer];

        g_assert_true (g_str_equal (parts[2], "paid") || g_str_equal (parts[2], "uncapped"));
        return print_fen (g_str_equal (parts[2], "paid") ? trace->paid_fen : trace->uncapped_fen);
      }
  return NULL;
}

/* family:RELATION:paid, family:RELATION:balc */
static char *
get_family (const MingVisitResult *result, char **parts)
{
  g_autoptr (GPtrArray) family = ming_person_family_in_order (result->person);

  g_assert_true (g_str_equal (parts[2], "paid") || g_str_equal (parts[2], "balc"));
  for (guint i = 0; i < family->len; i++)
    if (g_strcmp0 (((const MingFamilyAccount *) g_ptr_array_index (family, i))->relation, parts[1]) == 0)
      return print_fen (g_str_equal (parts[2], "paid") ? result->settlement.family_paid_fen[i]
                                                       : result->settlement.purse_after.family_fen[i]);
  return NULL;
}

/* year:COUNTER:deductible, …:cost, …:paid */
static char *
get_counter (const MingEstimate *answer, const MingVisitResult *result, char **parts)
{
  int index = ming_pack_counter_index (answer->pack, parts[1]);
  const MingCounter *counter;

  if (index < 0)
    return NULL;
  counter = &result->year_after.counter[index];
  if (g_str_equal (parts[2], "deductible"))
    return print_fen (counter->deductible_fen);
  if (g_str_equal (parts[2], "cost"))
    return print_fen (counter->cost_fen);
  return g_str_equal (parts[2], "paid") ? print_fen (counter->paid_fen) : NULL;
}

/* burden:own_expense, burden:own_pay, burden:own_bear */
static char *
get_burden (const MingVisitResult *result, const char *what)
{
  MingBurden burden = ming_burden_of_visit (result);

  if (g_str_equal (what, "own_expense"))
    return print_fen (burden.own_expense_fen);
  if (g_str_equal (what, "own_pay"))
    return print_fen (burden.own_pay_fen);
  return g_str_equal (what, "own_bear") ? print_fen (burden.own_bear_fen) : NULL;
}

static char *
get_of_visit (const MingEstimate *answer, const MingVisitResult *result, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ":", 3);
  guint n = g_strv_length (parts);

  if (g_str_equal (name, "outcome"))
    return g_strdup (ming_outcome_name (result->outcome));
  if (result->outcome != MING_OUTCOME_KNOWN)
    return g_strdup (ming_outcome_name (result->outcome));
  if (n >= 2 && g_str_equal (parts[0], "item"))
    return get_item (result, parts);
  if (n == 3 && g_str_equal (parts[0], "family"))
    return get_family (result, parts);
  if (n == 3 && g_str_equal (parts[0], "layer"))
    return get_layer (result, parts);
  if (n == 2 && g_str_equal (parts[0], "burden"))
    return get_burden (result, parts[1]);
  if (n == 3 && g_str_equal (parts[0], "year"))
    return get_counter (answer, result, parts);
  return n == 1 ? get_amount (result, name) : NULL;
}

/* Names that are about the person; NULL when @name is none of them. */
static char *
get_of_person (const MingEstimate *answer, const char *name)
{
  static const char *const contributors[MING_N_CONTRIBUTORS]
      = { "contribution:unit", "contribution:person", "contribution:flexible", "contribution:subsidy" };
  const MingContributionResult *contribution = &answer->contribution;

  if (g_str_equal (name, "credit_outcome"))
    return g_strdup (ming_outcome_name (answer->credit.outcome));
  if (g_str_equal (name, "credit_month") || g_str_equal (name, "credit_year"))
    {
      if (answer->credit.outcome != MING_OUTCOME_KNOWN)
        return g_strdup (ming_outcome_name (answer->credit.outcome));
      return print_fen (g_str_equal (name, "credit_month") ? answer->credit.credit.month_fen
                                                           : answer->credit.credit.year_fen);
    }
  if (g_str_equal (name, "debit_outcome"))
    return g_strdup (ming_outcome_name (answer->debit.outcome));
  if (g_str_equal (name, "debit_month"))
    return answer->debit.outcome == MING_OUTCOME_KNOWN
               ? print_fen (answer->debit.contribution.total_fen)
               : g_strdup (ming_outcome_name (answer->debit.outcome));
  if (g_str_equal (name, "contribution_outcome"))
    return g_strdup (ming_outcome_name (contribution->outcome));
  if (!g_str_has_prefix (name, "contribution"))
    return NULL;
  if (contribution->outcome != MING_OUTCOME_KNOWN)
    return g_strdup (ming_outcome_name (contribution->outcome));
  if (g_str_equal (name, "contribution_total"))
    return print_fen (contribution->contribution.total_fen);
  for (int who = 0; who < MING_N_CONTRIBUTORS; who++)
    if (g_str_equal (name, contributors[who]))
      return print_fen (contribution->contribution.by_fen[who]);
  return NULL;
}

/* Of the calendar year of the last visit. */
static char *
get_tax_deduction (const MingEstimate *answer)
{
  const MingVisitResult *last = g_ptr_array_index (answer->visits, answer->visits->len - 1);

  return print_fen (ming_burden_tax_deduction (answer, last->visit->enddate.year, NULL));
}

char *
case_value_get (const MingEstimate *answer, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "@", 2);
  guint number = answer->visits->len;
  char *value = get_of_person (answer, name);

  if (value != NULL)
    return value;
  if (g_str_equal (name, "tax_deduction"))
    return get_tax_deduction (answer);
  if (parts[1] != NULL)
    number = (guint) g_ascii_strtoull (parts[1], NULL, 10);
  if (number < 1 || number > answer->visits->len)
    return NULL;
  return get_of_visit (answer, g_ptr_array_index (answer->visits, number - 1), parts[0]);
}

static MingFen
read_fen (JsonObject *object, const char *key)
{
  const char *text = json_object_get_string_member (object, key);
  MingFen fen = 0;

  g_assert_cmpint (ming_text_parse_fen (text, strlen (text), &fen), ==, MING_OK);
  return fen;
}

static MingFen
read_fen_or_zero (JsonObject *object, const char *key)
{
  return json_object_has_member (object, key) ? read_fen (object, key) : 0;
}

/* I1 to I4 on the settlement record. */
static void
check_record (JsonObject *record)
{
  MingFen funds_fen = 0;
  MingFen person_fen = read_fen (record, "psn_part_amt");

  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    funds_fen += read_fen (record, ming_payer_field ((MingPayer) payer));
  g_assert_cmpint (read_fen (record, "medfee_sumamt"), ==,
                   read_fen (record, "fulamt_ownpay_amt") + read_fen (record, "overlmt_selfpay")
                       + read_fen (record, "preselfpay_amt") + read_fen (record, "inscp_scp_amt"));
  g_assert_cmpint (read_fen (record, "fund_pay_sumamt"), ==, funds_fen);
  g_assert_cmpint (person_fen, ==,
                   read_fen (record, "medfee_sumamt") - funds_fen - read_fen (record, "hosp_part_amt"));
  g_assert_cmpint (person_fen, ==, read_fen (record, "acct_pay") + read_fen (record, "psn_cash_pay"));
  g_assert_cmpint (read_fen (record, "acct_mulaid_pay"), <=, read_fen (record, "acct_pay"));
}

/* I5: the detail rows and the cash are the bill. */
static void
check_detail (JsonObject *visit, JsonObject *record)
{
  JsonArray *rows = json_object_get_array_member (visit, "setldetail");
  MingFen sum_fen = read_fen (record, "psn_cash_pay");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    sum_fen += read_fen (json_array_get_object_element (rows, i), "fund_payamt");
  g_assert_cmpint (sum_fen, ==, read_fen (record, "medfee_sumamt"));
}

/* Each row is paid by its payers, the rows are the bill, each column is the payer's sum. */
static void
check_segments (JsonObject *visit, JsonObject *record)
{
  JsonArray *rows = json_object_get_array_member (visit, "segments");
  MingFen column_fen[MING_N_PAYERS] = { 0 };
  MingFen total_fen = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      MingFen row_fen = 0;

      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        {
          MingFen paid_fen = read_fen_or_zero (row, ming_payer_field ((MingPayer) payer));

          row_fen += paid_fen;
          column_fen[payer] += paid_fen;
        }
      g_assert_cmpint (row_fen, ==, read_fen (row, "amount"));
      total_fen += row_fen;
    }
  g_assert_cmpint (total_fen, ==, read_fen (record, "medfee_sumamt"));
  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    g_assert_cmpint (column_fen[payer], ==, read_fen (record, ming_payer_field ((MingPayer) payer)));
  g_assert_cmpint (column_fen[MING_PAYER_ACCT] + column_fen[MING_PAYER_MULAID], ==,
                   read_fen (record, "acct_pay"));
  g_assert_cmpint (column_fen[MING_PAYER_MULAID], ==, read_fen (record, "acct_mulaid_pay"));
  g_assert_cmpint (column_fen[MING_PAYER_CASH], ==, read_fen (record, "psn_cash_pay"));
}

void
case_value_check_identities (const MingEstimate *answer)
{
  g_autoptr (JsonNode) node = ming_estimate_to_json (answer);
  JsonArray *visits = json_object_get_array_member (json_node_get_object (node), "visits");

  g_assert_cmpuint (json_array_get_length (visits), ==, answer->visits->len);
  for (guint i = 0; i < json_array_get_length (visits); i++)
    {
      JsonObject *visit = json_array_get_object_element (visits, i);
      JsonObject *record;

      if (!g_str_equal (json_object_get_string_member (visit, "outcome"), "known"))
        continue;
      record = json_object_get_object_member (visit, "setlinfo");
      check_record (record);
      check_detail (visit, record);
      check_segments (visit, record);
    }
}
