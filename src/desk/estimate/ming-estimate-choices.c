/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "i18n/ming-locale.h"
#include "../ming-codes.h"
#include "ming-estimate-form.h"

/* Codes of a national dictionary that the pack tells apart from unknown ones. */
static GPtrArray *
list_codes (const MingPack *pack, MingCodes codes, MingTextFact fact)
{
  g_autoptr (GPtrArray) all = ming_codes_list (codes);
  GPtrArray *known = ming_choices_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const MingChoice *choice = g_ptr_array_index (all, i);

      if (ming_pack_knows_code (pack, fact, choice->code))
        g_ptr_array_add (known, ming_choice_new (choice->code, choice->name, choice->initials));
    }
  return known;
}

/* 11 12 13 belong to the employees' scheme, 14 15 16 to the residents' (standard groups of 人员类别). */
static gboolean
belongs_to_scheme (const char *psn_type, const char *insutype)
{
  gboolean resident = psn_type[0] == '1' && psn_type[1] >= '4';

  return resident == g_str_has_prefix (insutype, "39");
}

static GPtrArray *
list_persons (const MingPack *pack)
{
  g_autoptr (GPtrArray) all = list_codes (pack, MING_CODES_PSN_TYPE, MING_FACT_PSN_TYPE);
  GPtrArray *known = ming_choices_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const MingChoice *choice = g_ptr_array_index (all, i);

      if (belongs_to_scheme (choice->code, pack->insutype))
        g_ptr_array_add (known, ming_choice_new (choice->code, choice->name, choice->initials));
    }
  return known;
}

/* The schemes that have a pack for the region. */
static GPtrArray *
list_schemes (const MingLibrary *library, const char *region)
{
  g_autoptr (GPtrArray) all = ming_codes_list (MING_CODES_INSUTYPE);
  GPtrArray *known = ming_choices_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const MingChoice *choice = g_ptr_array_index (all, i);

      if (*region != '\0' && ming_library_find (library, region, choice->code, NULL) != NULL)
        g_ptr_array_add (known, ming_choice_new (choice->code, choice->name, choice->initials));
    }
  return known;
}

/*
 * The kinds of care the pack has rules for, by national code;
 * a code of a pack that the dictionary lacks counts too.
 */
static GPtrArray *
list_cares (const MingPack *pack)
{
  g_autoptr (GPtrArray) all = ming_codes_list (MING_CODES_MED_TYPE);
  const char *language = ming_locale_language ();
  GPtrArray *known = ming_choices_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const MingChoice *choice = g_ptr_array_index (all, i);

      if (ming_pack_find_care (pack, choice->code) != NULL)
        g_ptr_array_add (known, ming_choice_new (choice->code, choice->name, choice->initials));
    }
  for (guint i = 0; i < pack->cares->len; i++)
    {
      const MingCare *care = g_ptr_array_index (pack->cares, i);

      for (GStrv code = care->med_types; *code != NULL; code++)
        if (ming_choices_find (all, *code) == NULL)
          g_ptr_array_add (known, ming_choice_new (*code, ming_phrase_get (&care->name, language), ""));
    }
  return known;
}

/* Words that only the packs define: the word is its own name. */
static GPtrArray *
list_words (GPtrArray *words)
{
  GPtrArray *choices = ming_choices_new ();

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (choices,
                     ming_choice_new (g_ptr_array_index (words, i), g_ptr_array_index (words, i), ""));
  return choices;
}

static GPtrArray *
list_cost_forms (void)
{
  GPtrArray *choices = ming_choices_new ();

  g_ptr_array_add (choices, ming_choice_new (MING_BY_NATIONAL, C_ ("costs", "Four classes"), "sl"));
  g_ptr_array_add (choices, ming_choice_new (MING_BY_CATALOGUE, C_ ("costs", "Catalogue A B C"), "jyb"));
  g_ptr_array_add (choices, ming_choice_new (MING_BY_ITEMS, C_ ("costs", "Class B by item"), "ylzx"));
  return choices;
}

static GPtrArray *
list_catalogues (void)
{
  GPtrArray *choices = ming_choices_new ();

  g_ptr_array_add (choices, ming_choice_new ("home", C_ ("catalogue", "Of the insured area"), "cbd"));
  g_ptr_array_add (choices, ming_choice_new ("place", C_ ("catalogue", "Of the place of care"), "jyd"));
  return choices;
}

static GPtrArray *
list_choices (const MingEstimateForm *self, MingField field, const MingEstimateValues *values,
              const MingEstimateWorld *world)
{
  if (field == MING_FIELD_INSUTYPE)
    return list_schemes (world->library, values->text[MING_FIELD_REGION]);
  if (self->pack == NULL)
    return ming_choices_new ();
  switch ((int) field)
    {
    case MING_FIELD_PSN_TYPE:
      return list_persons (self->pack);
    case MING_FIELD_GEND:
      return ming_codes_list (MING_CODES_GEND);
    case MING_FIELD_MED_TYPE:
      return list_cares (self->pack);
    case MING_FIELD_HOSP_LV:
      return list_codes (self->pack, MING_CODES_HOSP_LV, MING_FACT_HOSP_LV);
    case MING_FIELD_AWAY:
      return ming_codes_list (MING_CODES_AWAY);
    case MING_FIELD_AREA:
      return ming_codes_list (MING_CODES_AREA);
    case MING_FIELD_BY_CLASS:
      return list_cost_forms ();
    case MING_FIELD_CATALOGUE:
      return list_catalogues ();
    case MING_FIELD_CLCT_GRDE:
      return list_words (self->asked->words[MING_FACT_CLCT_GRDE]);
    case MING_FIELD_SP_PSN_TYPE:
      return list_words (self->asked->words[MING_FACT_SP_PSN_TYPE]);
    case MING_FIELD_DISEASE:
      return list_words (self->asked->words[MING_FACT_OPSP_DISE_CODE]);
    default:
      return ming_choices_new ();
    }
}

/* A choice that is not on the list was typed by hand and means nothing. */
static void
check_choice (MingFieldState *state, const char *value)
{
  const MingChoice *chosen = ming_choices_find (state->choices, value);

  g_free (state->text);
  state->text = chosen != NULL ? ming_choice_label (chosen) : g_strdup (value);
  if (*value != '\0' && chosen == NULL)
    state->fault = g_strdup_printf (_("“%s” is not on the list"), value);
}

/* A region is held as its code and shown by its name; without a pack there is nothing to say about it. */
static void
check_region (MingEstimateForm *self, const MingEstimateValues *values, const MingEstimateWorld *world)
{
  MingFieldState *state = &self->field[MING_FIELD_REGION];
  const char *value = values->text[MING_FIELD_REGION];
  g_autofree char *name = ming_places_name (world->regions, world->library, value);

  if (*value == '\0')
    return;
  if (name == NULL)
    {
      state->fault = g_strdup_printf (_("No region is called “%s”"), value);
      return;
    }
  g_free (state->text);
  state->text = g_strdup_printf ("%s %s", name, value);
  if (self->field[MING_FIELD_INSUTYPE].choices->len == 0)
    state->fault = g_strdup (_("There is no policy pack for this region"));
}

void
ming_estimate_form_fill_choices (MingEstimateForm *self, const MingEstimateValues *values,
                                 const MingEstimateWorld *world)
{
  for (int i = 0; i < MING_N_FIELDS; i++)
    {
      MingFieldState *state = &self->field[i];

      if (ming_field_info ((MingField) i)->kind != MING_KIND_CHOICE)
        continue;
      state->choices = list_choices (self, (MingField) i, values, world);
      state->sensitive = state->choices->len > 0;
      /* The scheme decides whether there is a pack. */
      if (state->visible && (self->pack != NULL || (i == MING_FIELD_INSUTYPE && state->sensitive)))
        check_choice (state, values->text[i]);
    }
  check_region (self, values, world);
}

/* What a field falls back to when its value is not offered: nothing for what only the client knows. */
static const char *
choose_fallback (MingField field, GPtrArray *choices)
{
  gboolean personal =
      field == MING_FIELD_PSN_TYPE || field == MING_FIELD_GEND || field == MING_FIELD_SP_PSN_TYPE;

  if (choices->len == 0 || (personal && choices->len > 1))
    return "";
  if (field == MING_FIELD_DISEASE || field == MING_FIELD_GEND || field == MING_FIELD_SP_PSN_TYPE)
    return "";
  return ((const MingChoice *) g_ptr_array_index (choices, 0))->code;
}

MingEstimateValues *
ming_estimate_form_settle (const MingEstimateValues *values, const MingEstimateWorld *world,
                           MingField changed)
{
  static const MingField order[] = {
    MING_FIELD_INSUTYPE, MING_FIELD_PSN_TYPE, MING_FIELD_CLCT_GRDE, MING_FIELD_SP_PSN_TYPE,
    MING_FIELD_MED_TYPE, MING_FIELD_HOSP_LV,  MING_FIELD_DISEASE,   MING_FIELD_AWAY,
    MING_FIELD_AREA,     MING_FIELD_BY_CLASS,
  };
  MingEstimateValues *settled = ming_estimate_values_copy (values);

  /* One after another: the scheme decides the persons, the kind of care what else is asked. */
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (MingEstimateForm) form = ming_estimate_form_new (settled, world);
      GPtrArray *choices = form->field[order[i]].choices;

      if (order[i] == changed || choices == NULL || choices->len == 0
          || ming_choices_find (choices, settled->text[order[i]]) != NULL)
        continue;
      ming_estimate_values_set (settled, order[i], choose_fallback (order[i], choices));
    }
  return settled;
}
