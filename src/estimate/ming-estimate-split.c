/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-estimate-private.h"

/* Whether the region settles a stay over the year's end as two bills; the rules of the day of discharge say
 * so. */
static gboolean
rules_split (const MingPack *pack, const MingCaseVisit *visit)
{
  const MingCare *care = visit->med_type ? ming_pack_find_care (pack, visit->med_type) : NULL;
  const MingCareVersion *version =
      care ? ming_pack_in_force (care->versions, &visit->enddate, "", NULL) : NULL;

  return version != NULL && version->split_by_days;
}

/* Days of the stay before and after the year's turn; FALSE when it lies in one year. */
static gboolean
days_of_parts (const MingPack *pack, const MingCaseVisit *visit, MingDate *turn, int *before, int *after)
{
  int32_t from = 0, middle = 0, to = 0;

  *turn = ming_estimate_year_begins (pack, &visit->enddate);
  if (visit->begndate.year == 0 || ming_date_compare (visit->begndate, *turn) >= 0)
    return FALSE;
  if (ming_date_to_days (visit->begndate, &from) != MING_OK || ming_date_to_days (*turn, &middle) != MING_OK
      || ming_date_to_days (visit->enddate, &to) != MING_OK)
    return FALSE;
  *before = middle - from;
  *after = to - middle;
  return *after > 0;
}

/*
 * The earlier part gets its days' share, rounded down; the later one what is left, so that nothing is lost.
 */
static void
divide (const MingAmount *whole, int before, int days, MingAmount *first, MingAmount *second)
{
  MingFen first_fen = 0;

  *first = *second = *whole;
  if (!whole->known || ming_money_prorate (whole->fen, before, days, &first_fen) != MING_OK)
    return;
  first->fen = first_fen;
  second->fen = whole->fen - first_fen;
}

/* Class B item by item: each is divided by itself, and class B is then what its items add up to. */
static void
divide_items (const MingCaseVisit *visit, int before, int days, MingCaseVisit *first, MingCaseVisit *second)
{
  first->class_b.fen = 0;
  for (guint i = 0; i < visit->class_b_items->len; i++)
    {
      const MingClassItem *whole = g_ptr_array_index (visit->class_b_items, i);
      MingClassItem *early = g_ptr_array_index (first->class_b_items, i);
      MingClassItem *late = g_ptr_array_index (second->class_b_items, i);

      if (ming_money_prorate (whole->amount_fen, before, days, &early->amount_fen) != MING_OK)
        early->amount_fen = 0;
      late->amount_fen = whole->amount_fen - early->amount_fen;
      first->class_b.fen += early->amount_fen;
    }
  second->class_b.fen = visit->class_b.fen - first->class_b.fen;
}

/* The total is the sum of its parts, not itself divided: each class is rounded on its own. */
static void
sum_up (MingCaseVisit *visit)
{
  if (visit->medfee_sumamt.known && !visit->by_class)
    visit->medfee_sumamt.fen = visit->fulamt_ownpay_amt.fen + visit->overlmt_selfpay.fen
                               + visit->preselfpay_amt.fen + visit->inscp_scp_amt.fen;
}

GPtrArray *
ming_estimate_split_visit (const MingPack *pack, const MingCaseVisit *visit)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_case_visit_free);
  MingDate turn;
  int before = 0, after = 0;
  MingCaseVisit *first = ming_case_visit_copy (visit);
  MingCaseVisit *second;

  g_ptr_array_add (parts, first);
  if (!rules_split (pack, visit) || !days_of_parts (pack, visit, &turn, &before, &after))
    return parts;

  second = ming_case_visit_copy (visit);
  g_ptr_array_add (parts, second);
  ming_date_add_days (turn, -1, &first->enddate);
  second->begndate = turn;
  second->admission = 0;
  second->acct_inc = (MingAmount){ FALSE, 0 };
  divide (&visit->fulamt_ownpay_amt, before, before + after, &first->fulamt_ownpay_amt,
          &second->fulamt_ownpay_amt);
  divide (&visit->overlmt_selfpay, before, before + after, &first->overlmt_selfpay, &second->overlmt_selfpay);
  divide (&visit->preselfpay_amt, before, before + after, &first->preselfpay_amt, &second->preselfpay_amt);
  divide (&visit->inscp_scp_amt, before, before + after, &first->inscp_scp_amt, &second->inscp_scp_amt);
  divide (&visit->class_a, before, before + after, &first->class_a, &second->class_a);
  divide (&visit->class_b, before, before + after, &first->class_b, &second->class_b);
  if (visit->class_b_items != NULL)
    divide_items (visit, before, before + after, first, second);
  divide (&visit->class_c, before, before + after, &first->class_c, &second->class_c);
  sum_up (first);
  sum_up (second);
  return parts;
}
