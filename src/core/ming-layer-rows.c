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
    ensures most: \result == MING_OK ==> 0 <= paid_fen <= \old (bill->segment[index].amount_fen);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures sum: rows_sum (bill, bill->n_segments) == \old (rows_sum (bill, bill->n_segments)); */
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
ming_layer_pay_rows (const MingLayer *layer, MingPayer payer, MingBill *bill, MingFen rest_fen,
                     MingFen paid_fen)
{
  MingFen seen_fen = 0, given_fen = 0;

  if (paid_fen == 0)
    return MING_OK;
  /*@ loop invariant 0 <= i <= bill->n_segments == \at (bill->n_segments, Pre) && is_bill (bill);
      loop invariant -i * MING_N_PAYERS * MING_FEN_MAX <= seen_fen <= i * MING_FEN_MAX;
      loop invariant is_fen (given_fen);
      loop invariant total: bill->total_fen == \at (bill->total_fen, Pre);
      loop invariant sum: rows_sum (bill, bill->n_segments)
        == \at (rows_sum (bill, bill->n_segments), Pre);
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
        status = give (bill, i, payer, due_fen - given_fen);
      if (status != MING_OK)
        return status;
      given_fen = due_fen;
    }
  return given_fen == paid_fen ? MING_OK : MING_E_UNBALANCED;
}

MingStatus
ming_layer_append_bands (MingBill *bill, int32_t index, MingPayer payer, const MingLayerTrace *trace,
                         MingFen share_fen)
{
  MingFen left_fen = share_fen;

  /*@ loop invariant 0 <= i <= trace->n_slices;
      loop invariant rows: is_bill (bill);
      loop invariant total: bill->total_fen == \at (bill->total_fen, Pre);
      loop invariant left: share_fen - i * MING_FEN_MAX <= left_fen <= share_fen;
      loop invariant sum: rows_sum (bill, bill->n_segments) + left_fen
        == \at (rows_sum (bill, bill->n_segments), Pre) + share_fen;
      loop assigns i, left_fen, *bill;
      loop variant trace->n_slices - i; */
  for (int32_t i = 0; i < trace->n_slices; i++)
    {
      MingFen amount_fen = left_fen;
      MingStatus status = MING_OK;

      if (trace->cap_band >= 0 && i > trace->cap_band)
        break;
      if (i != trace->cap_band)
        status = ming_exact_to_fen (trace->slice[i].cost, &amount_fen);
      if (status == MING_OK)
        status = ming_layer_append_paid (bill, index, i, amount_fen, payer, trace->slice[i].paid_fen);
      if (status != MING_OK)
        return status;
      left_fen -= amount_fen;
    }
  return left_fen == 0 ? MING_OK : MING_E_UNBALANCED;
}

/* Copies a row, field by field: the provers do not follow a whole one. */
/*@ requires \valid (to) && \valid_read (from) && is_row (from) && \separated (to, from);
    assigns *to;
    ensures row: is_row (to);
    ensures amount: to->amount_fen == \old (from->amount_fen); */
static void
copy_row (MingSegment *to, const MingSegment *from)
{
  to->part = from->part;
  to->layer = from->layer;
  to->band = from->band;
  to->amount_fen = from->amount_fen;
  to->exact.whole_fen = from->exact.whole_fen;
  to->exact.num = from->exact.num;
  to->exact.den = from->exact.den;
  /*@ loop invariant 0 <= payer <= MING_N_PAYERS;
      loop invariant \forall integer p; 0 <= p < payer ==> is_fen (to->paid_fen[p]);
      loop assigns payer, to->paid_fen[0 .. MING_N_PAYERS - 1];
      loop variant MING_N_PAYERS - payer; */
  for (int32_t payer = 0; payer < MING_N_PAYERS; payer++)
    to->paid_fen[payer] = from->paid_fen[payer];
}

/* Row @from takes the place of row @to, an earlier one. */
/*@ requires \valid (bill) && is_bill (bill) && 0 <= to < from < bill->n_segments;
    assigns bill->segment[to];
    ensures count: bill->n_segments == \old (bill->n_segments);
    ensures rows: is_bill (bill);
    ensures others: \forall integer i; 0 <= i < bill->n_segments && i != to ==>
      bill->segment[i].amount_fen == \old (bill->segment[i].amount_fen);
    ensures sum: rows_sum (bill, to + 1) == \old (rows_sum (bill, to) + bill->segment[from].amount_fen); */
static void
move_row (MingBill *bill, int32_t to, int32_t from)
{
  copy_row (&bill->segment[to], &bill->segment[from]);
  /*@ assert others: \forall integer i; 0 <= i < bill->n_segments && i != to ==>
        is_row (&bill->segment[i]); */
  //@ assert same: rows_sum (bill, to) == \at (rows_sum (bill, to), Pre);
}

/* Adds a row. One fraction at most survives; a second one is rounded to its row's fen. */
/*@ requires \valid_read (row) && is_row (row);
    requires 0 <= taken.exact.num < taken.exact.den <= MING_RATE_DEN_MAX;
    requires 0 <= taken.exact.whole_fen <= MING_SEGMENTS_MAX * MING_FEN_MAX;
    requires 0 <= taken.shown_fen <= MING_SEGMENTS_MAX * MING_FEN_MAX;
    assigns \nothing;
    ensures exact: 0 <= \result.exact.num < \result.exact.den <= MING_RATE_DEN_MAX;
    ensures whole: taken.exact.whole_fen <= \result.exact.whole_fen <= taken.exact.whole_fen + MING_FEN_MAX;
    ensures shown: \result.shown_fen == taken.shown_fen + row->amount_fen; */
static MingTaken
add_taken (MingTaken taken, const MingSegment *row)
{
  taken.shown_fen += row->amount_fen;
  if (row->exact.num > 0 && taken.exact.num == 0)
    {
      taken.exact.whole_fen += row->exact.whole_fen;
      taken.exact.num = row->exact.num;
      taken.exact.den = row->exact.den;
    }
  else
    taken.exact.whole_fen += row->amount_fen;
  return taken;
}

/* Whether @layer will split the row: nobody has paid on it yet. */
/*@ requires \valid_read (layer) && \valid_read (row);
    requires row: is_row (row);
    assigns \nothing; */
static bool
is_to_be_split (const MingLayer *layer, const MingSegment *row)
{
  return ming_layer_sees (layer, row) && ming_segment_unpaid (row) == row->amount_fen;
}

MingTaken
ming_layer_find_rows (const MingLayer *layer, const MingBill *bill)
{
  MingTaken taken = { MING_OK, { 0, 0, 1 }, 0 };
  MingFen base_fen = 0;

  /*@ loop invariant 0 <= i <= bill->n_segments;
      loop invariant 0 <= taken.exact.num < taken.exact.den <= MING_RATE_DEN_MAX;
      loop invariant 0 <= taken.exact.whole_fen <= i * MING_FEN_MAX;
      loop invariant 0 <= taken.shown_fen <= i * MING_FEN_MAX;
      loop assigns i, taken;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    if (is_to_be_split (layer, &bill->segment[i]))
      taken = add_taken (taken, &bill->segment[i]);
  taken.status = ming_exact_to_fen (taken.exact, &base_fen);
  if (taken.status == MING_OK && base_fen != taken.shown_fen)
    taken.status = MING_E_UNBALANCED;
  return taken;
}

MingFen
ming_layer_take_rows (const MingLayer *layer, MingBill *bill)
{
  MingFen taken_fen = 0;
  int32_t kept = 0;

  /*@ loop invariant 0 <= kept <= i <= bill->n_segments;
      loop invariant bill->n_segments == \at (bill->n_segments, Pre);
      loop invariant is_bill (bill);
      loop invariant 0 <= taken_fen <= i * MING_FEN_MAX;
      loop invariant later: \forall integer k; i <= k < bill->n_segments ==>
        bill->segment[k].amount_fen == \at (bill->segment[k].amount_fen, Pre);
      loop invariant sum: rows_sum (bill, kept) + taken_fen == rows_sum {Pre} (bill, i);
      loop assigns i, kept, taken_fen, bill->segment[0 .. MING_SEGMENTS_MAX - 1];
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    {
      if (is_to_be_split (layer, &bill->segment[i]))
        {
          taken_fen += bill->segment[i].amount_fen;
          continue;
        }
      if (kept < i)
        move_row (bill, kept, i);
      kept++;
    }
  bill->n_segments = kept;
  return taken_fen;
}
