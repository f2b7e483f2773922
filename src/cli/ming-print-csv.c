/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/ming-text.h"
#include "ming-print.h"

/*
 * RFC 4180 with LF: quoted where it must be. Amounts without separators, in yuan; a cell of a visit that is
 * not known is empty, never 0.
 */
static const char *const columns
    = "id,med_type,hosp_lv,begndate,enddate,outcome,medfee_sumamt,fulamt_ownpay_amt,overlmt_selfpay,"
      "preselfpay_amt,inscp_scp_amt,dedc_std,crt_dedc,act_pay_dedc,hifp_pay,hifob_pay,hifmi_pay,cvlserv_pay,"
      "hifes_pay,maf_pay,oth_pay,fund_pay_sumamt,psn_part_amt,acct_pay,acct_mulaid_pay,psn_cash_pay,balc,"
      "evidence,receipt\n";

/* Columns with amounts, from medfee_sumamt to balc. */
#define N_AMOUNTS 21

/* Text that a spreadsheet would run as a formula gets an apostrophe in front. */
static void
add_text (GString *out, const char *text)
{
  gboolean runs = text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (text == NULL || (!runs && strpbrk (text, ",\"\r\n") == NULL))
    {
      g_string_append_printf (out, "%s,", text != NULL ? text : "");
      return;
    }
  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (out, "\"%s%s\",", runs ? "'" : "", doubled);
}

static void
add_date (GString *out, MingDate date)
{
  char text[MING_TEXT_DATE_SIZE] = "";

  ming_text_format_date (date, text, sizeof text);
  add_text (out, text);
}

static void
add_fen (GString *out, MingFen fen)
{
  char text[MING_TEXT_FEN_SIZE] = "";

  ming_text_format_fen (fen, MING_TEXT_PLAIN, text, sizeof text);
  add_text (out, text);
}

static void
add_amounts (GString *out, const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;
  const MingCharges *charges = &result->input.charges;
  MingFen own_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_ACCT);
  MingFen family_fen = ming_bill_paid_by (&settlement->bill, MING_PAYER_MULAID);

  add_fen (out, charges->total_fen);
  add_fen (out, charges->full_own_fen);
  add_fen (out, charges->over_limit_fen);
  add_fen (out, charges->first_pay_fen);
  add_fen (out, charges->in_scope_fen);
  add_fen (out, settlement->dedc_std_fen);
  add_fen (out, settlement->crt_dedc_fen);
  add_fen (out, settlement->act_dedc_fen);
  for (int payer = 0; payer < MING_N_FUNDS; payer++)
    add_fen (out, ming_bill_paid_by (&settlement->bill, (MingPayer) payer));
  add_fen (out, settlement->fund_fen);
  add_fen (out, settlement->person_fen);
  add_fen (out, own_fen + family_fen);
  add_fen (out, family_fen);
  add_fen (out, ming_bill_paid_by (&settlement->bill, MING_PAYER_CASH));
  add_fen (out, settlement->purse_after.own_fen);
}

static void
add_visit (GString *out, const MingEstimate *answer, const MingVisitResult *result)
{
  const MingCaseVisit *visit = result->visit;
  g_autofree char *receipt = ming_estimate_receipt_code (answer);

  add_text (out, visit->id);
  add_text (out, visit->med_type);
  add_text (out, visit->hosp_lv);
  add_date (out, visit->begndate);
  add_date (out, visit->enddate);
  add_text (out, ming_outcome_name (result->outcome));
  if (result->outcome == MING_OUTCOME_KNOWN)
    add_amounts (out, result);
  else
    for (int i = 0; i < N_AMOUNTS; i++)
      add_text (out, "");
  add_text (out, ming_evidence_name (answer->evidence));
  g_string_append_printf (out, "%s\n", receipt);
}

void
ming_print_csv (const MingEstimate *answer, GString *out)
{
  g_string_append (out, columns);
  for (guint i = 0; i < answer->visits->len; i++)
    add_visit (out, answer, g_ptr_array_index (answer->visits, i));
}
