/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "ming-estimate-form.h"

#define RANK_MOST 99
#define RELATION_MOST 20

/* Reads the cell at @column as a field of the same kind; a fault stands in the form. */
static MingParsed
parse_cell (MingEstimateForm *self, const MingEstimateValues *values, int row, MingFamilyColumn column,
            MingField like, MingDate today)
{
  MingParsed parsed = ming_field_parse (like, values->family[row][column], today);

  self->family_fault[row][column] = parsed.fault;
  return parsed;
}

/* 顺位: the row's own number unless one is typed. */
static int
parse_rank (MingEstimateForm *self, const MingEstimateValues *values, int row)
{
  const char *text = values->family[row][MING_FAMILY_RANK];
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  int32_t rank = row + 1;

  if (*stripped != '\0'
      && ming_text_parse_int_entry (text, strlen (text), 1, RANK_MOST, &rank, NULL) != MING_OK)
    self->family_fault[row][MING_FAMILY_RANK] = g_strdup_printf (_("Must be %d to %d"), 1, RANK_MOST);
  return rank;
}

static void
fill_row (MingEstimateForm *self, const MingEstimateValues *values, int row, MingDate today)
{
  g_autofree char *relation = g_strstrip (g_strdup (values->family[row][MING_FAMILY_RELATION]));
  MingParsed balc = parse_cell (self, values, row, MING_FAMILY_BALC, MING_FIELD_BALC, today);
  MingParsed bound = parse_cell (self, values, row, MING_FAMILY_BOUND, MING_FIELD_DATE, today);
  int rank = parse_rank (self, values, row);
  MingFamilyAccount *account;

  if (g_utf8_strlen (relation, -1) > RELATION_MOST)
    self->family_fault[row][MING_FAMILY_RELATION]
        = g_strdup_printf (_("At most %d characters"), RELATION_MOST);
  if (!balc.given || balc.fault != NULL)
    return;
  if (g_str_equal (values->family_order, "by_binding") && !bound.given)
    self->family_fault[row][MING_FAMILY_BOUND] = g_strdup (_("Needed for this order"));
  account = g_new0 (MingFamilyAccount, 1);
  account->relation = *relation != '\0' ? g_steal_pointer (&relation) : NULL;
  account->balc_fen = balc.fen;
  account->rank = rank;
  if (bound.given && bound.fault == NULL)
    account->bound = bound.date;
  g_ptr_array_add (self->family, account);
}

void
ming_estimate_form_fill_family (MingEstimateForm *self, const MingEstimateValues *values, MingDate today)
{
  self->family = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_family_account_free);
  for (int row = 0; row < MING_FAMILY_ROWS; row++)
    fill_row (self, values, row, today);
}
