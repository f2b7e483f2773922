/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-layer-rows.h"

#include <stddef.h>

bool
ming_layer_sees (const MingLayer *layer, const MingSegment *segment)
{
  if ((layer->parts & MING_PART_BIT (segment->part)) == 0)
    return false;
  return segment->layer < 0
         || ((layer->from_layers & ~layer->passed_over[segment->part]) >> segment->layer) % 2 == 1;
}

/* @payer pays @paid_fen on row @index, never more than the row lacks. */
/*@ requires \valid (bill) && is_bill (bill) && 0 <= index < bill->n_segments && 0 <= payer < MING_N_PAYERS;
    requires -2 * MING_FEN_MAX <= paid_fen <= 2 * MING_FEN_MAX;
    assigns bill->segment[index].paid_fen[payer];
    ensures rows: is_bill (bill);
    ensures most: \result == MING_OK ==> 0 <= paid_fen <= \old (bill->segment[index].amount_fen); */
static MingStatus
give (MingBill *bill, int32_t index, MingPayer payer, MingFen paid_fen)
{
  if (paid_fen < 0 || paid_fen > ming_segment_unpaid (&bill->segment[index]))
    return MING_E_UNBALANCED;
  bill->segment[index].paid_fen[payer] += paid_fen;
  /*@ assert same: \forall integer k, p; 0 <= k < bill->n_segments && 0 <= p < MING_N_PAYERS ==>
        (k == index && p == payer)
        || bill->segment[k].paid_fen[p] == \at (bill->segment[k].paid_fen[p], Pre); */
  return MING_OK;
}

MingStatus
ming_layer_append_paid (MingBill *bill, int32_t index, int32_t band, MingFen amount_fen, MingPayer payer,
                        MingFen paid_fen)
{
  MingStatus status;

  if (paid_fen < 0 || paid_fen > amount_fen)
    return MING_E_UNBALANCED;
  status = ming_bill_append (bill, MING_PART_SHARE, index, band, amount_fen, ming_exact_from_fen (amount_fen),
                             NULL);
  if (status == MING_OK && amount_fen > 0)
    status = give (bill, bill->n_segments - 1, payer, paid_fen);
  return status;
}

MingFen
ming_layer_rest (const MingLayer *layer, const MingBill *bill)
{
  MingFen rest_fen = 0;

  /*@ loop invariant 0 <= i <= bill->n_segments && rest_fen <= i * MING_FEN_MAX
        && -i * MING_N_PAYERS * MING_FEN_MAX <= rest_fen;
      loop assigns i, rest_fen;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    if (ming_layer_sees (layer, &bill->segment[i]))
      rest_fen += ming_segment_unpaid (&bill->segment[i]);
  return rest_fen;
}

MingStatus
ming_layer_pay_rows (const MingLayer *layer, MingBill *bill, MingFen rest_fen, MingFen paid_fen)
{
  MingFen seen_fen = 0, given_fen = 0;

  if (paid_fen == 0)
    return MING_OK;
  /*@ loop invariant 0 <= i <= bill->n_segments == \at (bill->n_segments, Pre) && is_bill (bill);
      loop invariant -i * MING_N_PAYERS * MING_FEN_MAX <= seen_fen <= i * MING_FEN_MAX;
      loop invariant is_fen (given_fen);
      loop assigns i, seen_fen, given_fen, bill->segment[0 .. MING_SEGMENTS_MAX - 1];
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    {
      MingFen due_fen = 0;
      MingStatus status;

      if (!ming_layer_sees (layer, &bill->segment[i]))
        continue;
      seen_fen += ming_segment_unpaid (&bill->segment[i]);
      status = ming_money_prorate (paid_fen, seen_fen, rest_fen, &due_fen);
      if (status == MING_OK)
        status = give (bill, i, layer->payer, due_fen - given_fen);
      if (status != MING_OK)
        return status;
      given_fen = due_fen;
    }
  return given_fen == paid_fen ? MING_OK : MING_E_UNBALANCED;
}
