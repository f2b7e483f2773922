/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-case-fields.h"

#define AT(type, member) .offset = G_STRUCT_OFFSET (type, member)

const MingField ming_case_fields[] = {
  { "date", MING_FIELD_DATE, AT (MingCase, date), .required = TRUE },
  { "insuplc_admdvs", MING_FIELD_DIGITS, AT (MingCase, insuplc_admdvs), .least = 6, .most = 6,
    .required = TRUE },
  { "insutype", MING_FIELD_DIGITS, AT (MingCase, insutype), .least = 3, .most = 5, .required = TRUE },
  { .key = NULL },
};

const MingField ming_person_fields[] = {
  { "psn_type", MING_FIELD_DIGITS, AT (MingPerson, psn_type), .least = 2, .most = 6 },
  { "gend", MING_FIELD_WORD, AT (MingPerson, gend), .words = "0 1 2 9" },
  { "brdy", MING_FIELD_DATE, AT (MingPerson, brdy) },
  { "age", MING_FIELD_INT, AT (MingPerson, age), .least = 0, .most = 150 },
  { "base", MING_FIELD_AMOUNT, AT (MingPerson, base) },
  { "pension", MING_FIELD_AMOUNT, AT (MingPerson, pension) },
  { "balc", MING_FIELD_AMOUNT, AT (MingPerson, balc) },
  { "clct_grde", MING_FIELD_CODE, AT (MingPerson, clct_grde), .least = 1, .most = 6 },
  { "sp_psn_type", MING_FIELD_CODE, AT (MingPerson, sp_psn_type), .least = 1, .most = 6 },
  { "cvlserv_flag", MING_FIELD_WORD, AT (MingPerson, cvlserv_flag), .words = "0 1" },
  { "flxempe_flag", MING_FIELD_WORD, AT (MingPerson, flxempe_flag), .words = "0 1" },
  { "insured_months", MING_FIELD_INT64, AT (MingPerson, insured_months), .least = 0, .most = 1200 },
  { "insured_years", MING_FIELD_INT64, AT (MingPerson, insured_years), .least = 0, .most = 100 },
  { "claim_free_years", MING_FIELD_INT64, AT (MingPerson, claim_free_years), .least = 0, .most = 100 },
  { "mutual_aid_order", MING_FIELD_WORD, AT (MingPerson, mutual_aid_order),
    .words = "by_rank by_balance by_binding" },
  { .key = NULL },
};

const MingField ming_family_fields[] = {
  { "relation", MING_FIELD_TEXT, AT (MingFamilyAccount, relation), .least = 1, .most = 20 },
  { "balc", MING_FIELD_FEN, AT (MingFamilyAccount, balc_fen), .required = TRUE },
  { "rank", MING_FIELD_INT, AT (MingFamilyAccount, rank), .least = 1, .most = 99 },
  { "bound", MING_FIELD_DATE, AT (MingFamilyAccount, bound) },
  { .key = NULL },
};

const MingField ming_uncredited_fields[] = {
  { "from", MING_FIELD_MONTH, AT (MingUncredited, from), .required = TRUE },
  { "to", MING_FIELD_MONTH, AT (MingUncredited, to) },
  { "why", MING_FIELD_WORD, AT (MingUncredited, why), .words = "arrears make_up no_account",
    .required = TRUE },
  { .key = NULL },
};

const MingField ming_so_far_fields[] = {
  { "deductible", MING_FIELD_FEN, AT (MingSoFar, deductible_fen) },
  { "cost", MING_FIELD_FEN, AT (MingSoFar, cost_fen) },
  { "paid", MING_FIELD_FEN, AT (MingSoFar, paid_fen) },
  { .key = NULL },
};

const MingField ming_visit_fields[] = {
  { "id", MING_FIELD_TEXT, AT (MingCaseVisit, id), .least = 1, .most = 60 },
  { "med_type", MING_FIELD_DIGITS, AT (MingCaseVisit, med_type), .least = 2, .most = 6, .required = TRUE },
  { "hosp_lv", MING_FIELD_WORD, AT (MingCaseVisit, hosp_lv), .words = "01 02 03 04 05 06 07 08 09 10 11" },
  { "begndate", MING_FIELD_DATE, AT (MingCaseVisit, begndate), .required = TRUE },
  { "enddate", MING_FIELD_DATE, AT (MingCaseVisit, enddate), .required = TRUE },
  { "away", MING_FIELD_WORD, AT (MingCaseVisit, away), .words = "home long_term referral emergency unfiled" },
  { "area", MING_FIELD_WORD, AT (MingCaseVisit, area), .words = "city province outside" },
  { "catalogue", MING_FIELD_WORD, AT (MingCaseVisit, catalogue), .words = "home place" },
  { "opsp_dise_code", MING_FIELD_CODE, AT (MingCaseVisit, opsp_dise_code), .least = 1, .most = 30 },
  { "transfer", MING_FIELD_WORD, AT (MingCaseVisit, transfer), .words = "0 1" },
  { "admission", MING_FIELD_INT, AT (MingCaseVisit, admission), .least = 1, .most = 99 },
  { "acct_inc", MING_FIELD_AMOUNT, AT (MingCaseVisit, acct_inc) },
  { .key = NULL },
};

const MingField ming_cost_fields[] = {
  { "medfee_sumamt", MING_FIELD_AMOUNT, AT (MingCaseVisit, medfee_sumamt), .required = TRUE },
  { "fulamt_ownpay_amt", MING_FIELD_AMOUNT, AT (MingCaseVisit, fulamt_ownpay_amt) },
  { "overlmt_selfpay", MING_FIELD_AMOUNT, AT (MingCaseVisit, overlmt_selfpay) },
  { "preselfpay_amt", MING_FIELD_AMOUNT, AT (MingCaseVisit, preselfpay_amt) },
  { "inscp_scp_amt", MING_FIELD_AMOUNT, AT (MingCaseVisit, inscp_scp_amt) },
  { .key = NULL },
};

const MingField ming_class_fields[] = {
  { "a", MING_FIELD_AMOUNT, AT (MingCaseVisit, class_a) },
  { "b", MING_FIELD_AMOUNT, AT (MingCaseVisit, class_b) },
  { "c", MING_FIELD_AMOUNT, AT (MingCaseVisit, class_c) },
  { "over_limit", MING_FIELD_AMOUNT, AT (MingCaseVisit, overlmt_selfpay) },
  { "first_pay_rate", MING_FIELD_SHARE, AT (MingCaseVisit, first_pay_rate) },
  { .key = NULL },
};

const MingField ming_item_fields[] = {
  { "name", MING_FIELD_TEXT, AT (MingClassItem, name), .least = 1, .most = 60 },
  { "amount", MING_FIELD_FEN, AT (MingClassItem, amount_fen), .required = TRUE },
  { "first_pay_rate", MING_FIELD_SHARE, AT (MingClassItem, first_pay_rate), .required = TRUE },
  { .key = NULL },
};
