/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-asked.h"

static void
add_word (MingAsked *self, MingTextFact fact, char *word)
{
  GPtrArray *words = self->words[fact];

  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_ptr_array_index (words, i), word))
      return;
  g_ptr_array_add (words, word);
}

static void
add_condition (MingAsked *self, const MingPack *pack, const MingCondition *condition)
{
  MingTextFact fact;

  if (condition->dimension == MING_DIMENSION_NUMBER)
    {
      self->number[condition->index] = TRUE;
      return;
    }
  if (condition->dimension == MING_DIMENSION_ATTRIBUTE)
    {
      const MingAttribute *attribute = g_ptr_array_index (pack->attributes, condition->index);

      self->text[attribute->from] = TRUE;
      for (guint i = 0; i < attribute->codes->len; i++)
        for (GStrv code = g_ptr_array_index (attribute->codes, i); *code != NULL; code++)
          add_word (self, attribute->from, *code);
      return;
    }
  fact = (MingTextFact) condition->index;
  self->text[fact] = TRUE;
  for (GStrv value = condition->values; *value != NULL; value++)
    add_word (self, fact, *value);
}

static void
add_conditions (MingAsked *self, const MingPack *pack, GPtrArray *conditions)
{
  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    add_condition (self, pack, g_ptr_array_index (conditions, i));
}

static void
add_table (MingAsked *self, const MingPack *pack, const MingTable *table)
{
  for (guint i = 0; table != NULL && i < table->rows->len; i++)
    {
      const MingRow *row = g_ptr_array_index (table->rows, i);

      add_conditions (self, pack, row->conditions);
      add_conditions (self, pack, row->self_share_of);
    }
}

static void
add_tables (MingAsked *self, const MingPack *pack, GPtrArray *tables)
{
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    add_table (self, pack, g_ptr_array_index (tables, i));
}

static void
add_dated (MingAsked *self, const MingPack *pack, GPtrArray *versions)
{
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    add_table (self, pack, ((const MingDatedTable *) g_ptr_array_index (versions, i))->table);
}

static void
add_layer (MingAsked *self, const MingPack *pack, const MingLayerSpec *layer)
{
  add_conditions (self, pack, layer->when);
  if (layer->deductible != NULL)
    {
      add_table (self, pack, layer->deductible->rows);
      add_tables (self, pack, layer->deductible->factors);
      add_tables (self, pack, layer->deductible->reductions);
    }
  if (layer->bands != NULL)
    {
      add_table (self, pack, layer->bands->rates);
      add_tables (self, pack, layer->bands->points);
    }
  for (guint i = 0; layer->caps != NULL && i < layer->caps->len; i++)
    {
      const MingCapSpec *cap = g_ptr_array_index (layer->caps, i);

      add_table (self, pack, cap->rows);
      if (cap->bonus.present)
        {
          self->number[MING_FACT_INSURED_YEARS] |= cap->bonus.per_insured_year.state == MING_CELL_VALUE;
          self->number[MING_FACT_CLAIM_FREE_YEARS] |= cap->bonus.per_claim_free_year.state == MING_CELL_VALUE;
        }
    }
}

MingAsked *
ming_asked_new (const MingPack *pack, const MingCare *care)
{
  MingAsked *self = g_new0 (MingAsked, 1);

  for (int i = 0; i < MING_N_TEXT_FACTS; i++)
    self->words[i] = g_ptr_array_new ();
  add_dated (self, pack, pack->account_credit);
  add_dated (self, pack, pack->contribution_rules);
  add_dated (self, pack, pack->account_debit);
  for (guint i = 0; care != NULL && i < care->versions->len; i++)
    {
      const MingCareVersion *version = g_ptr_array_index (care->versions, i);

      add_table (self, pack, version->away_first);
      add_table (self, pack, version->catalogue);
      for (guint j = 0; j < version->layers->len; j++)
        add_layer (self, pack, g_ptr_array_index (version->layers, j));
    }
  return self;
}

void
ming_asked_free (MingAsked *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < MING_N_TEXT_FACTS; i++)
    g_ptr_array_unref (self->words[i]);
  g_free (self);
}

gboolean
ming_pack_knows_code (const MingPack *pack, MingTextFact fact, const char *code)
{
  gboolean asked = FALSE;

  for (guint i = 0; i < pack->attributes->len; i++)
    {
      const MingAttribute *attribute = g_ptr_array_index (pack->attributes, i);

      if (attribute->from != fact)
        continue;
      asked = TRUE;
      for (guint j = 0; j < attribute->codes->len; j++)
        for (GStrv prefix = g_ptr_array_index (attribute->codes, j); *prefix != NULL; prefix++)
          if (g_str_has_prefix (code, *prefix))
            return TRUE;
    }
  return !asked;
}
