/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-finance.h"

static bool
purse_is_valid (const MingPurse *purse)
{
  if (!ming_fen_is_valid (purse->own_fen) || purse->n_family < 0 || purse->n_family > MING_FAMILY_MAX)
    return false;
  for (int32_t i = 0; i < purse->n_family; i++)
    if (!ming_fen_is_valid (purse->family_fen[i]))
      return false;
  return true;
}

static bool
order_is_valid (const MingFinancing *financing)
{
  if (financing->n_order < 0 || financing->n_order > MING_N_PARTS)
    return false;
  for (int32_t i = 0; i < financing->n_order; i++)
    if ((uint32_t) financing->order[i] >= MING_N_PARTS)
      return false;
  return true;
}

/* Pays as much of @segment as @balance_fen holds; returns what was paid. */
static MingFen
pay_from (MingFen *balance_fen, MingSegment *segment, MingPayer payer)
{
  MingFen unpaid_fen = ming_segment_unpaid (segment);
  MingFen paid_fen = ming_fen_min (*balance_fen, unpaid_fen);

  segment->paid_fen[payer] += paid_fen;
  *balance_fen -= paid_fen;
  return paid_fen;
}

/* One account pays the rows of one kind. */
static MingFen
pay_part (MingBill *bill, MingPart part, MingFen *balance_fen, MingPayer payer)
{
  MingFen paid_fen = 0;

  for (int32_t i = 0; i < bill->n_segments; i++)
    if (bill->segment[i].part == part)
      paid_fen += pay_from (balance_fen, &bill->segment[i], payer);
  return paid_fen;
}

/* One account pays everything in @may, part by part in the order of @financing. */
static MingFen
pay_all_parts (const MingFinancing *financing, uint32_t may, MingBill *bill, MingFen *balance_fen,
               MingPayer payer)
{
  MingFen paid_fen = 0;

  for (int32_t i = 0; i < financing->n_order; i++)
    if ((may & MING_PART_BIT (financing->order[i])) != 0)
      paid_fen += pay_part (bill, financing->order[i], balance_fen, payer);
  return paid_fen;
}

MingStatus
ming_finance_pay (const MingFinancing *financing, MingBill *bill, MingPurse *purse, MingFen *family_paid_fen)
{
  if (!purse_is_valid (purse) || !order_is_valid (financing))
    return MING_E_RANGE;

  pay_all_parts (financing, financing->may_own, bill, &purse->own_fen, MING_PAYER_ACCT);
  for (int32_t i = 0; i < MING_FAMILY_MAX; i++)
    {
      family_paid_fen[i] = 0;
      if (i < purse->n_family)
        family_paid_fen[i] = pay_all_parts (financing, financing->may_family, bill, &purse->family_fen[i],
                                            MING_PAYER_MULAID);
    }
  for (int32_t i = 0; i < bill->n_segments; i++)
    bill->segment[i].paid_fen[MING_PAYER_CASH] += ming_segment_unpaid (&bill->segment[i]);
  return MING_OK;
}
