/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/ming-idcard.h"
#include "core/ming-text.h"
#include "ming-estimate-values.h"

G_STATIC_ASSERT (MING_FIELD_SO_FAR + MING_SO_FAR_MAX == MING_N_FIELDS);

/*
 * What a counter keeps from one client to the next: the place, the scheme, the usual kind of care,
 * not the person.
 */
static const MingField kept[] = {
  MING_FIELD_REGION, MING_FIELD_INSUTYPE, MING_FIELD_MED_TYPE, MING_FIELD_HOSP_LV, MING_FIELD_BY_CLASS,
};

MingEstimateValues *
ming_estimate_values_new (const char *region)
{
  MingEstimateValues *self = g_new0 (MingEstimateValues, 1);

  for (int i = 0; i < MING_N_FIELDS; i++)
    self->text[i] = g_strdup ("");
  for (int i = 0; i < MING_FAMILY_ROWS * MING_N_FAMILY_COLUMNS; i++)
    self->family[i / MING_N_FAMILY_COLUMNS][i % MING_N_FAMILY_COLUMNS] = g_strdup ("");
  self->family_order = g_strdup ("");
  self->so_far = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ming_estimate_values_set (self, MING_FIELD_REGION, region);
  ming_estimate_values_set (self, MING_FIELD_MED_TYPE, "21");
  ming_estimate_values_set (self, MING_FIELD_HOSP_LV, "02");
  ming_estimate_values_set (self, MING_FIELD_AWAY, "home");
  ming_estimate_values_set (self, MING_FIELD_BY_CLASS, MING_BY_NATIONAL);
  return self;
}

MingEstimateValues *
ming_estimate_values_copy (const MingEstimateValues *self)
{
  MingEstimateValues *copy = ming_estimate_values_new ("");
  GHashTableIter iter;
  gpointer key, text;

  for (int i = 0; i < MING_N_FIELDS; i++)
    ming_estimate_values_set (copy, (MingField) i, self->text[i]);
  for (guint row = 0; row < MING_FAMILY_ROWS; row++)
    for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
      ming_estimate_values_set_family (copy, row, (MingFamilyColumn) column, self->family[row][column]);
  ming_estimate_values_set_family_order (copy, self->family_order);
  g_hash_table_iter_init (&iter, self->so_far);
  while (g_hash_table_iter_next (&iter, &key, &text))
    ming_estimate_values_set_so_far (copy, key, text);
  return copy;
}

void
ming_estimate_values_free (MingEstimateValues *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < MING_N_FIELDS; i++)
    g_free (self->text[i]);
  for (int i = 0; i < MING_FAMILY_ROWS * MING_N_FAMILY_COLUMNS; i++)
    g_free (self->family[i / MING_N_FAMILY_COLUMNS][i % MING_N_FAMILY_COLUMNS]);
  g_free (self->family_order);
  g_hash_table_unref (self->so_far);
  g_free (self);
}

void
ming_estimate_values_set (MingEstimateValues *self, MingField field, const char *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail (field < MING_N_FIELDS && text != NULL);

  g_free (self->text[field]);
  self->text[field] = copy;
}

void
ming_estimate_values_set_family (MingEstimateValues *self, guint row, MingFamilyColumn column,
                                 const char *text)
{
  char *copy = g_strdup (text);

  g_return_if_fail (row < MING_FAMILY_ROWS && column < MING_N_FAMILY_COLUMNS && text != NULL);

  g_free (self->family[row][column]);
  self->family[row][column] = copy;
}

void
ming_estimate_values_set_family_order (MingEstimateValues *self, const char *order)
{
  char *copy = g_strdup (order);

  g_free (self->family_order);
  self->family_order = copy;
}

const char *
ming_estimate_values_get_so_far (const MingEstimateValues *self, const char *key)
{
  const char *text = g_hash_table_lookup (self->so_far, key);

  return text != NULL ? text : "";
}

void
ming_estimate_values_set_so_far (MingEstimateValues *self, const char *key, const char *text)
{
  g_hash_table_replace (self->so_far, g_strdup (key), g_strdup (text));
}

MingEstimateValues *
ming_estimate_values_next_client (const MingEstimateValues *self)
{
  MingEstimateValues *next = ming_estimate_values_new ("");

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    ming_estimate_values_set (next, kept[i], self->text[kept[i]]);
  return next;
}

gboolean
ming_idcard_text_is_masked (const char *text)
{
  return strchr (text, '*') != NULL && strlen (text) == MING_IDCARD_LENGTH;
}

MingEstimateValues *
ming_estimate_values_take_idcard (const MingEstimateValues *self, MingDate today, gboolean masked)
{
  MingEstimateValues *next = ming_estimate_values_copy (self);
  const char *typed = self->text[MING_FIELD_IDCARD];
  MingIdcard card;
  char birth[MING_TEXT_DATE_SIZE];
  char mask[MING_IDCARD_LENGTH + 1];
  char sex[2] = "";

  if (ming_idcard_text_is_masked (typed)
      || ming_idcard_parse (typed, strlen (typed), today, &card, NULL) != MING_OK)
    return next;
  if (ming_text_format_date (card.birth, birth, sizeof birth) == MING_OK)
    ming_estimate_values_set (next, MING_FIELD_BRDY, birth);
  sex[0] = card.gend;
  ming_estimate_values_set (next, MING_FIELD_GEND, sex);
  ming_estimate_values_set (next, MING_FIELD_AGE, "");
  if (masked && ming_idcard_mask (&card, mask, sizeof mask) == MING_OK)
    ming_estimate_values_set (next, MING_FIELD_IDCARD, mask);
  return next;
}
