/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-estimate-private.h"

static const char *const text_names[MING_N_TEXT_FACTS] = {
  [MING_FACT_PSN_TYPE] = N_("type of person"),
  [MING_FACT_HOSP_LV] = N_("hospital level"),
  [MING_FACT_MED_TYPE] = N_("kind of care"),
  [MING_FACT_GEND] = N_("sex"),
  [MING_FACT_AWAY] = N_("care away from home"),
  [MING_FACT_CLCT_GRDE] = N_("contribution tier"),
  [MING_FACT_SP_PSN_TYPE] = N_("assisted category"),
  [MING_FACT_CVLSERV_FLAG] = N_("civil servants' supplement"),
  [MING_FACT_FLXEMPE_FLAG] = N_("flexible employment"),
  [MING_FACT_OPSP_DISE_CODE] = N_("chronic disease"),
  [MING_FACT_AREA] = N_("place of care"),
};

static const char *const number_names[MING_N_NUMBER_FACTS] = {
  [MING_FACT_AGE] = N_("birth date or age"),
  [MING_FACT_ADMISSION] = N_("number of the stay"),
  [MING_FACT_INSURED_MONTHS] = N_("months insured without a gap"),
  [MING_FACT_INSURED_YEARS] = N_("years insured"),
  [MING_FACT_CLAIM_FREE_YEARS] = N_("years without a claim"),
  [MING_FACT_RETIRED_YEAR] = N_("birth date and kind of retirement"),
  [MING_FACT_COVERAGE_YEAR] = N_("year of cover"),
};

/* The year of retirement comes of two facts; age is known where the birth date is. */
static const char *
name_number (MingNumberFact fact, const MingFacts *facts)
{
  if (fact != MING_FACT_RETIRED_YEAR)
    return _ (number_names[fact]);
  if (facts->retiree_known)
    return _("birth date");
  return facts->number[MING_FACT_AGE] >= 0 ? _("kind of retirement") : _ (number_names[fact]);
}

/* The name of the fact that @condition asks for and nobody gave, or NULL. */
static const char *
name_missing (const MingCondition *condition, GPtrArray *attributes, const MingFacts *facts)
{
  MingTextFact fact;

  if (condition->dimension == MING_DIMENSION_NUMBER)
    return facts->number[condition->index] < 0 ? name_number ((MingNumberFact) condition->index, facts)
                                               : NULL;
  fact = condition->dimension == MING_DIMENSION_TEXT
             ? (MingTextFact) condition->index
             : ((const MingAttribute *) g_ptr_array_index (attributes, condition->index))->from;
  return facts->text[fact] && *facts->text[fact] ? NULL : _ (text_names[fact]);
}

/* What is missing for @row: the names of all facts that its failed conditions ask for; NULL when one is
 * against it. */
static GPtrArray *
list_missing (const MingRow *row, GPtrArray *attributes, const MingFacts *facts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < row->conditions->len; i++)
    {
      const MingCondition *condition = g_ptr_array_index (row->conditions, i);
      const char *name;

      if (ming_condition_matches (condition, attributes, facts))
        continue;
      name = name_missing (condition, attributes, facts);
      if (!name)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  return g_steal_pointer (&names);
}

/* What @table, which no row of matches, still needs; NULL when it matches or nothing could help. */
static char *
ask_table (const MingLayerSpec *layer, const MingTable *table, MingPack *pack, const MingFacts *facts)
{
  if (table == NULL || table->optional || ming_table_match (table, pack->attributes, facts, NULL) != NULL)
    return NULL;
  return ming_estimate_ask_missing (ming_phrase_local (&layer->name), table, pack->attributes, facts);
}

static char *
ask_layer (const MingLayerSpec *layer, MingPack *pack, const MingFacts *facts)
{
  char *asked = NULL;

  for (guint i = 0; layer->when != NULL && i < layer->when->len; i++)
    if (!ming_condition_matches (g_ptr_array_index (layer->when, i), pack->attributes, facts))
      return NULL;
  if (layer->deductible != NULL)
    asked = ask_table (layer, layer->deductible->rows, pack, facts);
  if (asked == NULL)
    asked = ask_table (layer, layer->bands->rates, pack, facts);
  for (guint i = 0; asked == NULL && layer->caps != NULL && i < layer->caps->len; i++)
    asked = ask_table (layer, ((const MingCapSpec *) g_ptr_array_index (layer->caps, i))->rows, pack, facts);
  return asked;
}

char *
ming_estimate_ask_missing_of_visit (MingPack *pack, const MingFacts *facts)
{
  const MingCare *care = ming_pack_find_care (pack, facts->text[MING_FACT_MED_TYPE]);
  const MingCareVersion *version
      = care != NULL ? ming_pack_in_force (care->versions, &facts->date, "", NULL) : NULL;
  char *asked = NULL;

  for (guint i = 0; version != NULL && asked == NULL && i < version->layers->len; i++)
    asked = ask_layer (g_ptr_array_index (version->layers, i), pack, facts);
  return asked;
}

char *
ming_estimate_ask_missing (const char *what, const MingTable *table, GPtrArray *attributes,
                           const MingFacts *facts)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autoptr (GPtrArray) names = list_missing (g_ptr_array_index (table->rows, i), attributes, facts);
      g_autofree char *list = NULL;

      if (!names || names->len == 0)
        continue;
      g_ptr_array_add (names, NULL);
      list = g_strjoinv (C_("list", ", "), (GStrv) names->pdata);
      /* Translators: what is asked about, what is still needed for it */
      return g_strdup_printf (_("%1$s: still needed: %2$s"), what, list);
    }
  return NULL;
}
