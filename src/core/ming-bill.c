/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-bill.h"

#include <stddef.h>

/*@ lemma ten_payers: \forall MingSegment *row; row_sum (row, MING_N_PAYERS) == paid_on (row); */

/* Nobody has paid @segment. */
/*@ requires \valid (segment);
    assigns segment->paid_fen[0 .. MING_N_PAYERS - 1];
    ensures \forall integer p; 0 <= p < MING_N_PAYERS ==> segment->paid_fen[p] == 0; */
static void
clear_payers (MingSegment *segment)
{
  /*@ loop invariant 0 <= payer <= MING_N_PAYERS;
      loop invariant \forall integer p; 0 <= p < payer ==> segment->paid_fen[p] == 0;
      loop assigns payer, segment->paid_fen[0 .. MING_N_PAYERS - 1];
      loop variant MING_N_PAYERS - payer; */
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    segment->paid_fen[payer] = 0;
}

/* A row nobody has paid, behind the others. */
/*@ requires \valid (bill) && is_bill (bill) && bill->n_segments < MING_SEGMENTS_MAX;
    requires 0 <= part < MING_N_PARTS && -1 <= layer < 32 && is_fen (amount_fen) && is_exact (exact);
    assigns bill->segment[bill->n_segments], bill->n_segments;
    ensures is_bill (bill) && bill->n_segments == \old (bill->n_segments) + 1;
    ensures \result == &bill->segment[\old (bill->n_segments)];
    ensures sum: rows_sum (bill, bill->n_segments)
      == \old (rows_sum (bill, bill->n_segments)) + amount_fen; */
static MingSegment *
add_row (MingBill *bill, MingPart part, int32_t layer, int32_t band, MingFen amount_fen, MingExact exact)
{
  MingSegment *segment = &bill->segment[bill->n_segments];

  clear_payers (segment);
  segment->part = part;
  segment->layer = layer;
  segment->band = band;
  segment->amount_fen = amount_fen;
  segment->exact.whole_fen = exact.whole_fen;
  segment->exact.num = exact.num;
  segment->exact.den = exact.den;
  //@ assert is_row (segment);
  //@ assert \forall integer i; 0 <= i < bill->n_segments ==> is_row (&bill->segment[i]);
  //@ assert same: rows_sum (bill, bill->n_segments) == \at (rows_sum (bill, bill->n_segments), Pre);
  bill->n_segments += 1;
  return segment;
}

MingStatus
ming_bill_append (MingBill *bill, MingPart part, int32_t layer, int32_t band, MingFen amount_fen,
                  MingExact exact, MingSegment **out_segment)
{
  MingSegment *segment = NULL;

  if (!ming_fen_is_valid (amount_fen) || !ming_exact_is_valid (exact))
    return MING_E_RANGE;
  if (amount_fen > 0 && bill->n_segments >= MING_SEGMENTS_MAX)
    return MING_E_FULL;
  if (amount_fen > 0)
    segment = add_row (bill, part, layer, band, amount_fen, exact);
  if (out_segment)
    *out_segment = segment;
  return MING_OK;
}

/* One class of cost; adds to @sum_fen. */
/*@ requires \valid (bill) && is_bill (bill) && 0 <= part < MING_N_PARTS;
    requires \valid (sum_fen) && \base_addr (sum_fen) != \base_addr (bill) && is_fen (*sum_fen);
    assigns *bill, *sum_fen;
    ensures is_bill (bill) && is_fen (*sum_fen) && bill->total_fen == \old (bill->total_fen);
    ensures \result == MING_OK ==> is_fen (amount_fen) && *sum_fen == \old (*sum_fen) + amount_fen; */
static MingStatus
open_class (MingBill *bill, MingPart part, MingFen amount_fen, MingFen *sum_fen)
{
  MingStatus status = ming_fen_add (*sum_fen, amount_fen, sum_fen);

  if (status != MING_OK)
    return status;
  return ming_bill_append (bill, part, -1, 0, amount_fen, ming_exact_from_fen (amount_fen), NULL);
}

MingStatus
ming_bill_open (MingBill *bill, const MingCharges *charges)
{
  MingFen sum_fen = 0;
  MingStatus status;

  if (!ming_fen_is_valid (charges->total_fen))
    return MING_E_RANGE;
  bill->n_segments = 0;
  bill->total_fen = charges->total_fen;
  status = open_class (bill, MING_PART_FULL_OWN, charges->full_own_fen, &sum_fen);
  if (status == MING_OK)
    status = open_class (bill, MING_PART_OVER_LIMIT, charges->over_limit_fen, &sum_fen);
  if (status == MING_OK)
    status = open_class (bill, MING_PART_FIRST_PAY, charges->first_pay_fen, &sum_fen);
  if (status == MING_OK)
    status = open_class (bill, MING_PART_IN_SCOPE, charges->in_scope_fen, &sum_fen);
  if (status == MING_OK && sum_fen != charges->total_fen)
    status = MING_E_UNBALANCED;
  return status;
}

MingFen
ming_segment_unpaid (const MingSegment *segment)
{
  MingFen unpaid_fen = segment->amount_fen;

  /*@ loop invariant 0 <= payer <= MING_N_PAYERS;
      loop invariant unpaid_fen == segment->amount_fen - row_sum (segment, payer);
      loop invariant 0 <= row_sum (segment, payer) <= payer * MING_FEN_MAX;
      loop assigns payer, unpaid_fen;
      loop variant MING_N_PAYERS - payer; */
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    unpaid_fen -= segment->paid_fen[payer];
  return unpaid_fen;
}

MingFen
ming_bill_paid_by (const MingBill *bill, MingPayer payer)
{
  MingFen sum_fen = 0;

  /*@ loop invariant 0 <= i <= bill->n_segments;
      loop invariant sum_fen == payer_sum (bill, payer, i) && 0 <= sum_fen <= i * MING_FEN_MAX;
      loop assigns i, sum_fen;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    sum_fen += bill->segment[i].paid_fen[payer];
  return sum_fen;
}

MingFen
ming_bill_part_sum (const MingBill *bill, MingPart part)
{
  MingFen sum_fen = 0;

  /*@ loop invariant 0 <= i <= bill->n_segments && 0 <= sum_fen <= i * MING_FEN_MAX;
      loop assigns i, sum_fen;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    if (bill->segment[i].part == part)
      sum_fen += bill->segment[i].amount_fen;
  return sum_fen;
}

/* Whether the row holds what every function on a bill relies on. */
/*@ requires \valid_read (segment);
    assigns \nothing;
    ensures \result <==> is_row (segment); */
static bool
row_is_valid (const MingSegment *segment)
{
  if ((uint32_t) segment->part >= MING_N_PARTS || segment->layer < -1 || segment->layer >= 32
      || !ming_fen_is_valid (segment->amount_fen) || !ming_exact_is_valid (segment->exact))
    return false;
  /*@ loop invariant 0 <= payer <= MING_N_PAYERS;
      loop invariant \forall integer p; 0 <= p < payer ==> is_fen (segment->paid_fen[p]);
      loop assigns payer;
      loop variant MING_N_PAYERS - payer; */
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    if (!ming_fen_is_valid (segment->paid_fen[payer]))
      return false;
  return true;
}

/* Whether every row is sound and paid in full. */
/*@ requires \valid_read (bill) && 0 <= bill->n_segments <= MING_SEGMENTS_MAX;
    assigns \nothing;
    ensures \result ==> is_bill (bill);
    ensures \result ==> \forall integer i; 0 <= i < bill->n_segments ==>
      row_sum (&bill->segment[i], MING_N_PAYERS) == bill->segment[i].amount_fen; */
static bool
rows_are_paid (const MingBill *bill)
{
  /*@ loop invariant 0 <= i <= bill->n_segments;
      loop invariant \forall integer k; 0 <= k < i ==> is_row (&bill->segment[k]);
      loop invariant \forall integer k; 0 <= k < i ==>
        row_sum (&bill->segment[k], MING_N_PAYERS) == bill->segment[k].amount_fen;
      loop assigns i;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    if (!row_is_valid (&bill->segment[i]) || ming_segment_unpaid (&bill->segment[i]) != 0)
      return false;
  return true;
}

bool
ming_bill_is_payable (const MingBill *bill)
{
  if (bill->n_segments < 0 || bill->n_segments > MING_SEGMENTS_MAX)
    return false;
  /*@ loop invariant 0 <= i <= bill->n_segments;
      loop invariant \forall integer k; 0 <= k < i ==> is_payable (&bill->segment[k]);
      loop assigns i;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    if (!row_is_valid (&bill->segment[i]) || ming_segment_unpaid (&bill->segment[i]) < 0)
      return false;
  return true;
}

MingFen
ming_bill_sum (const MingBill *bill)
{
  MingFen rows_fen = 0;

  /*@ loop invariant 0 <= i <= bill->n_segments;
      loop invariant rows_fen == rows_sum (bill, i) && 0 <= rows_fen <= i * MING_FEN_MAX;
      loop assigns i, rows_fen;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    rows_fen += bill->segment[i].amount_fen;
  return rows_fen;
}

MingStatus
ming_bill_check (const MingBill *bill)
{
  MingFen payers_fen = 0;

  if (bill->n_segments < 0 || bill->n_segments > MING_SEGMENTS_MAX || !rows_are_paid (bill))
    return MING_E_UNBALANCED;
  /*@ loop invariant 0 <= payer <= MING_N_PAYERS;
      loop invariant payers_fen == payers_sum (bill, payer);
      loop invariant 0 <= payers_fen <= payer * MING_SEGMENTS_MAX * MING_FEN_MAX;
      loop assigns payer, payers_fen;
      loop variant MING_N_PAYERS - payer; */
  for (int payer = 0; payer < MING_N_PAYERS; payer++)
    payers_fen += ming_bill_paid_by (bill, (MingPayer) payer);
  return ming_bill_sum (bill) == bill->total_fen && payers_fen == bill->total_fen ? MING_OK
                                                                                  : MING_E_UNBALANCED;
}
