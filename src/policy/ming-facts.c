/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-facts.h"

static const char *const text_names[MING_N_TEXT_FACTS] = {
  [MING_FACT_PSN_TYPE] = "psn_type",
  [MING_FACT_HOSP_LV] = "hosp_lv",
  [MING_FACT_MED_TYPE] = "med_type",
  [MING_FACT_GEND] = "gend",
  [MING_FACT_AWAY] = "away",
  [MING_FACT_CLCT_GRDE] = "clct_grde",
  [MING_FACT_SP_PSN_TYPE] = "sp_psn_type",
  [MING_FACT_CVLSERV_FLAG] = "cvlserv_flag",
  [MING_FACT_FLXEMPE_FLAG] = "flxempe_flag",
  [MING_FACT_OPSP_DISE_CODE] = "opsp_dise_code",
  [MING_FACT_AREA] = "area",
};

static const char *const number_names[MING_N_NUMBER_FACTS] = {
  [MING_FACT_AGE] = "age",
  [MING_FACT_ADMISSION] = "admission",
  [MING_FACT_INSURED_MONTHS] = "insured_months",
  [MING_FACT_INSURED_YEARS] = "insured_years",
  [MING_FACT_CLAIM_FREE_YEARS] = "claim_free_years",
  [MING_FACT_RETIRED_YEAR] = "retired_year",
  [MING_FACT_COVERAGE_YEAR] = "coverage_year",
};

MingFacts
ming_facts_none (void)
{
  MingFacts facts = { 0 };

  for (guint i = 0; i < MING_N_NUMBER_FACTS; i++)
    facts.number[i] = -1;
  return facts;
}

const char *
ming_text_fact_name (MingTextFact fact)
{
  g_return_val_if_fail ((guint) fact < MING_N_TEXT_FACTS, "");
  return text_names[fact];
}

const char *
ming_number_fact_name (MingNumberFact fact)
{
  g_return_val_if_fail ((guint) fact < MING_N_NUMBER_FACTS, "");
  return number_names[fact];
}

gboolean
ming_text_fact_from_name (const char *name, MingTextFact *out)
{
  for (guint i = 0; i < MING_N_TEXT_FACTS; i++)
    if (g_strcmp0 (text_names[i], name) == 0)
      {
        *out = (MingTextFact) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ming_number_fact_from_name (const char *name, MingNumberFact *out)
{
  for (guint i = 0; i < MING_N_NUMBER_FACTS; i++)
    if (g_strcmp0 (number_names[i], name) == 0)
      {
        *out = (MingNumberFact) i;
        return TRUE;
      }
  return FALSE;
}
