/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/ming-date.h"

G_BEGIN_DECLS

/** Facts that are words or national codes. */
typedef enum
{
  MING_FACT_PSN_TYPE = 0,
  MING_FACT_HOSP_LV,
  MING_FACT_MED_TYPE,
  MING_FACT_GEND,
  MING_FACT_AWAY,
  MING_FACT_CLCT_GRDE,
  MING_FACT_SP_PSN_TYPE,
  MING_FACT_CVLSERV_FLAG,
  MING_FACT_FLXEMPE_FLAG,
  MING_FACT_OPSP_DISE_CODE,
  MING_FACT_AREA,
  MING_N_TEXT_FACTS
} MingTextFact;

/** Facts that are whole numbers; -1 is "not known". */
typedef enum
{
  MING_FACT_AGE = 0,
  MING_FACT_ADMISSION,
  MING_FACT_INSURED_MONTHS,
  MING_FACT_INSURED_YEARS,
  MING_FACT_CLAIM_FREE_YEARS,
  MING_FACT_RETIRED_YEAR,
  MING_FACT_COVERAGE_YEAR,
  MING_N_NUMBER_FACTS
} MingNumberFact;

/**
 * MingFacts: everything a rule may ask about a person and a visit.
 * @date: the day whose rules apply
 * @text: national codes, NULL or "" when not known; not owned
 * @number: whole numbers, -1 when not known
 * @retiree_known: whether 退休类别 was said; no rule asks for it, but %MING_FACT_RETIRED_YEAR needs it
 */
typedef struct
{
  MingDate date;
  const char *text[MING_N_TEXT_FACTS];
  gint64 number[MING_N_NUMBER_FACTS];
  gboolean retiree_known;
} MingFacts;

/** Facts about nobody: texts NULL, numbers -1. */
MingFacts ming_facts_none (void);

/** Names as in packs and cases, e.g. "psn_type", "age" (static). */
const char *ming_text_fact_name (MingTextFact fact);
const char *ming_number_fact_name (MingNumberFact fact);

/** The fact called @name; FALSE when there is none. */
gboolean ming_text_fact_from_name (const char *name, MingTextFact *out);
gboolean ming_number_fact_from_name (const char *name, MingNumberFact *out);

G_END_DECLS
