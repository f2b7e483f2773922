/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-estimate-private.h"

int
ming_estimate_age (const MingPerson *person, const MingDate *date)
{
  int32_t age_years = -1;

  if (person->brdy.year != 0 && ming_date_age_years (person->brdy, *date, &age_years) == MING_OK)
    return age_years;
  return person->age;
}

/* 1103 and 1203 are flexible employment by their very code. */
static const char *
flexible_flag (const MingPerson *person)
{
  const char *type = person->psn_type;

  if (person->flxempe_flag)
    return person->flxempe_flag;
  if (!type || !g_str_has_suffix (type, "03"))
    return "0";
  return g_str_has_prefix (type, "11") || g_str_has_prefix (type, "12") ? "1" : "0";
}

MingFacts
ming_estimate_person_facts (const MingCase *input, const MingDate *date)
{
  const MingPerson *person = &input->person;
  MingFacts facts = ming_facts_none ();

  facts.date = *date;
  facts.text[MING_FACT_PSN_TYPE] = person->psn_type;
  facts.text[MING_FACT_GEND] = person->gend;
  facts.text[MING_FACT_CLCT_GRDE] = person->clct_grde;
  facts.text[MING_FACT_SP_PSN_TYPE] = person->sp_psn_type;
  facts.text[MING_FACT_CVLSERV_FLAG] = person->cvlserv_flag;
  facts.text[MING_FACT_FLXEMPE_FLAG] = flexible_flag (person);
  facts.number[MING_FACT_AGE] = ming_estimate_age (person, date);
  facts.number[MING_FACT_INSURED_MONTHS] = person->insured_months;
  facts.number[MING_FACT_INSURED_YEARS] = person->insured_years;
  facts.number[MING_FACT_CLAIM_FREE_YEARS] = person->claim_free_years;
  facts.number[MING_FACT_COVERAGE_YEAR] = date->year;
  return facts;
}

/* Family accounts by the order the case asks for; the typed order decides between equals. */
static int
compare_family (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const MingFamilyAccount *left = *(MingFamilyAccount *const *) a;
  const MingFamilyAccount *right = *(MingFamilyAccount *const *) b;
  const char *order = user_data;

  if (g_strcmp0 (order, "by_balance") == 0 && left->balc_fen != right->balc_fen)
    return left->balc_fen > right->balc_fen ? -1 : 1;
  if (g_strcmp0 (order, "by_binding") == 0)
    {
      int compared = ming_date_compare (left->bound, right->bound);

      if (compared != 0)
        return compared;
    }
  return left->rank - right->rank;
}

GPtrArray *
ming_person_family_in_order (const MingPerson *person)
{
  GPtrArray *family = g_ptr_array_new ();

  for (guint i = 0; person->family && i < person->family->len; i++)
    g_ptr_array_add (family, g_ptr_array_index (person->family, i));
  g_ptr_array_sort_with_data (family, compare_family, person->mutual_aid_order);
  return family;
}

MingPurse
ming_estimate_purse (const MingPerson *person)
{
  MingPurse purse = { .own_fen = person->balc.known ? person->balc.fen : 0 };
  g_autoptr (GPtrArray) family = ming_person_family_in_order (person);

  for (guint i = 0; i < family->len && i < MING_FAMILY_MAX; i++)
    purse.family_fen[purse.n_family++] = ((MingFamilyAccount *) g_ptr_array_index (family, i))->balc_fen;
  return purse;
}

int
ming_estimate_level (const char *hosp_lv)
{
  int code = hosp_lv ? atoi (hosp_lv) : 0;

  if (code >= 1 && code <= 4)
    return 0;
  if (code >= 5 && code <= 7)
    return 1;
  return code >= 8 && code <= 10 ? 2 : 3;
}

MingDate
ming_estimate_year_begins (const MingPack *pack, const MingDate *date)
{
  MingDate begins = { date->year, (gint8) pack->year_starts_month, (gint8) pack->year_starts_day };

  if (ming_date_compare (*date, begins) < 0)
    begins.year -= 1;
  return begins;
}
