/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-bill.h"

#include <stddef.h>

MingStatus
ming_bill_append (MingBill *bill, MingPart part, int32_t layer, int32_t band, MingFen amount_fen,
                  MingExact exact, MingSegment **out_segment)
{
  MingSegment *segment;

  if (!ming_fen_is_valid (amount_fen) || !ming_exact_is_valid (exact))
    return MING_E_RANGE;
  if (out_segment)
    *out_segment = NULL;
  if (amount_fen == 0)
    return MING_OK;
  if (bill->n_segments < 0 || bill->n_segments >= MING_SEGMENTS_MAX)
    return MING_E_FULL;

  segment = &bill->segment[bill->n_segments];
  segment->part = part;
  segment->layer = layer;
  segment->band = band;
  segment->amount_fen = amount_fen;
  segment->exact = exact;
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    segment->paid_fen[payer] = 0;
  bill->n_segments += 1;
  if (out_segment)
    *out_segment = segment;
  return MING_OK;
}

MingStatus
ming_bill_open (MingBill *bill, const MingCharges *charges)
{
  const MingFen amounts_fen[] = { charges->full_own_fen, charges->over_limit_fen, charges->first_pay_fen,
                                  charges->in_scope_fen };
  const MingPart parts[] = { MING_PART_FULL_OWN, MING_PART_OVER_LIMIT, MING_PART_FIRST_PAY,
                             MING_PART_IN_SCOPE };
  MingFen sum_fen = 0;

  bill->n_segments = 0;
  bill->total_fen = charges->total_fen;
  if (!ming_fen_is_valid (charges->total_fen))
    return MING_E_RANGE;
  for (int i = 0; i < 4; i++)
    {
      MingStatus status = ming_fen_add (sum_fen, amounts_fen[i], &sum_fen);

      if (status == MING_OK)
        status = ming_bill_append (bill, parts[i], -1, 0, amounts_fen[i],
                                   ming_exact_from_fen (amounts_fen[i]), NULL);
      if (status != MING_OK)
        return status;
    }
  return sum_fen == charges->total_fen ? MING_OK : MING_E_UNBALANCED;
}

MingFen
ming_segment_unpaid (const MingSegment *segment)
{
  MingFen unpaid_fen = segment->amount_fen;

  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    unpaid_fen -= segment->paid_fen[payer];
  return unpaid_fen;
}

MingFen
ming_bill_paid_by (const MingBill *bill, MingPayer payer)
{
  MingFen sum_fen = 0;

  for (int32_t i = 0; i < bill->n_segments; i++)
    sum_fen += bill->segment[i].paid_fen[payer];
  return sum_fen;
}

MingFen
ming_bill_part_sum (const MingBill *bill, MingPart part)
{
  MingFen sum_fen = 0;

  for (int32_t i = 0; i < bill->n_segments; i++)
    if (bill->segment[i].part == part)
      sum_fen += bill->segment[i].amount_fen;
  return sum_fen;
}

MingStatus
ming_bill_check (const MingBill *bill)
{
  MingFen rows_fen = 0, columns_fen = 0;

  if (bill->n_segments < 0 || bill->n_segments > MING_SEGMENTS_MAX)
    return MING_E_UNBALANCED;
  for (int32_t i = 0; i < bill->n_segments; i++)
    {
      const MingSegment *segment = &bill->segment[i];

      if (!ming_fen_is_valid (segment->amount_fen) || ming_segment_unpaid (segment) != 0)
        return MING_E_UNBALANCED;
      for (int payer = 0; payer < MING_N_PAYERS; payer++)
        if (segment->paid_fen[payer] < 0)
          return MING_E_UNBALANCED;
      rows_fen += segment->amount_fen;
    }
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    columns_fen += ming_bill_paid_by (bill, (MingPayer) payer);
  return rows_fen == bill->total_fen && columns_fen == bill->total_fen ? MING_OK : MING_E_UNBALANCED;
}
