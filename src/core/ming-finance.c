/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-finance.h"

/*@ requires \valid_read (purse);
    assigns \nothing;
    ensures \result <==> is_purse (purse); */
static bool
purse_is_valid (const MingPurse *purse)
{
  if (!ming_fen_is_valid (purse->own_fen) || purse->n_family < 0 || purse->n_family > MING_FAMILY_MAX)
    return false;
  /*@ loop invariant 0 <= i <= purse->n_family;
      loop invariant \forall integer k; 0 <= k < i ==> is_fen (purse->family_fen[k]);
      loop assigns i;
      loop variant purse->n_family - i; */
  for (int32_t i = 0; i < purse->n_family; i++)
    if (!ming_fen_is_valid (purse->family_fen[i]))
      return false;
  return true;
}

/* Pays as much of @segment as @balance_fen holds; returns what was paid. */
/*@ requires \valid (segment) && is_payable (segment) && is_fen (balance_fen);
    requires MING_PAYER_ACCT <= payer <= MING_PAYER_CASH;
    assigns segment->paid_fen[payer];
    ensures row: is_payable (segment);
    ensures most: 0 <= \result <= balance_fen;
    ensures paid: segment->paid_fen[payer] == \old (segment->paid_fen[payer]) + \result;
    ensures sum: paid_on (segment) == \old (paid_on (segment)) + \result;
    ensures all: balance_fen == MING_FEN_MAX ==> paid_on (segment) == segment->amount_fen; */
static MingFen
pay_row (MingSegment *segment, MingFen balance_fen, MingPayer payer)
{
  MingFen paid_fen = ming_fen_min (balance_fen, ming_segment_unpaid (segment));

  segment->paid_fen[payer] += paid_fen;
  return paid_fen;
}

/* Pays row @index of @bill. */
/*@ requires \valid (bill) && are_payable (bill) && 0 <= index < bill->n_segments && is_fen (balance_fen);
    requires MING_PAYER_ACCT <= payer <= MING_PAYER_CASH;
    assigns bill->segment[index].paid_fen[payer];
    ensures rows: are_payable (bill);
    ensures funds: keeps_funds {Old, Post} (bill);
    ensures most: 0 <= \result <= balance_fen;
    ensures others: \forall integer k; 0 <= k < bill->n_segments && k != index ==>
      paid_on (&bill->segment[k]) == \old (paid_on (&bill->segment[k]));
    ensures all: balance_fen == MING_FEN_MAX ==>
      paid_on (&bill->segment[index]) == bill->segment[index].amount_fen; */
static MingFen
pay_one (MingBill *bill, int32_t index, MingFen balance_fen, MingPayer payer)
{
  MingFen paid_fen = pay_row (&bill->segment[index], balance_fen, payer);

  /*@ assert same: \forall integer k, p; 0 <= k < bill->n_segments && k != index && 0 <= p < MING_N_PAYERS ==>
        bill->segment[k].paid_fen[p] == \at (bill->segment[k].paid_fen[p], Pre); */
  /*@ assert rows: \forall integer k; 0 <= k < bill->n_segments && k != index ==>
         is_row (&bill->segment[k]); */
  /*@ assert sums: \forall integer k; 0 <= k < bill->n_segments && k != index ==>
        paid_on (&bill->segment[k]) == \at (paid_on (&bill->segment[k]), Pre); */
  return paid_fen;
}

/* An account that holds @balance_fen pays the rows of one kind; returns what it paid. */
/*@ requires \valid (bill) && are_payable (bill) && is_fen (balance_fen);
    requires payer == MING_PAYER_ACCT || payer == MING_PAYER_MULAID;
    assigns *bill;
    ensures rows: are_payable (bill);
    ensures funds: keeps_funds {Old, Post} (bill);
    ensures most: 0 <= \result <= balance_fen; */
static MingFen
pay_part (MingBill *bill, MingPart part, MingFen balance_fen, MingPayer payer)
{
  MingFen paid_fen = 0;

  /*@ loop invariant 0 <= i <= bill->n_segments;
      loop invariant rows: are_payable (bill);
      loop invariant funds: keeps_funds {Pre, Here} (bill);
      loop invariant 0 <= paid_fen <= balance_fen;
      loop assigns i, paid_fen, *bill;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    if (bill->segment[i].part == part)
      paid_fen += pay_one (bill, i, balance_fen - paid_fen, payer);
  return paid_fen;
}

/*
 * An account that holds @balance_fen pays everything in @may, part by part in the order of @financing;
 * returns what it paid.
 */
/*@ requires \valid_read (financing) && \valid (bill) && \base_addr (bill) != \base_addr (financing);
    requires financing: is_financing (financing);
    requires rows: are_payable (bill);
    requires balance: is_fen (balance_fen);
    requires payer == MING_PAYER_ACCT || payer == MING_PAYER_MULAID;
    assigns *bill;
    ensures rows: are_payable (bill);
    ensures funds: keeps_funds {Old, Post} (bill);
    ensures most: 0 <= \result <= balance_fen; */
static MingFen
pay_all_parts (const MingFinancing *financing, uint32_t may, MingBill *bill, MingFen balance_fen,
               MingPayer payer)
{
  MingFen paid_fen = 0;

  /*@ loop invariant 0 <= i <= financing->n_order;
      loop invariant rows: are_payable (bill);
      loop invariant funds: keeps_funds {Pre, Here} (bill);
      loop invariant 0 <= paid_fen <= balance_fen;
      loop assigns i, paid_fen, *bill;
      loop variant financing->n_order - i; */
  for (int32_t i = 0; i < financing->n_order; i++)
    if ((may & MING_PART_BIT (financing->order[i])) != 0)
      paid_fen += pay_part (bill, financing->order[i], balance_fen - paid_fen, payer);
  return paid_fen;
}

/* The same, taken off *@balance_fen; *@out_fen is what the account paid. */
/*@ requires \valid_read (financing) && \valid (bill) && \valid (balance_fen) && \valid (out_fen);
    requires \base_addr (bill) != \base_addr (financing) && \base_addr (bill) != \base_addr (balance_fen);
    requires \base_addr (bill) != \base_addr (out_fen) && \separated (balance_fen, out_fen);
    requires financing: is_financing (financing);
    requires rows: are_payable (bill);
    requires balance: is_fen (*balance_fen);
    requires payer == MING_PAYER_ACCT || payer == MING_PAYER_MULAID;
    assigns *bill, *balance_fen, *out_fen;
    ensures rows: are_payable (bill);
    ensures funds: keeps_funds {Old, Post} (bill);
    ensures most: 0 <= *out_fen <= \old (*balance_fen);
    ensures rest: *balance_fen == \old (*balance_fen) - *out_fen; */
static void
pay_from_account (const MingFinancing *financing, uint32_t may, MingBill *bill, MingFen *balance_fen,
                  MingFen *out_fen, MingPayer payer)
{
  MingFen paid_fen = pay_all_parts (financing, may, bill, *balance_fen, payer);

  *balance_fen -= paid_fen;
  *out_fen = paid_fen;
}

/* The family's accounts pay one after the other. */
/*@ requires \valid_read (financing) && \valid (bill) && \valid (purse);
    requires \valid (family_paid_fen + (0 .. MING_FAMILY_MAX - 1));
    requires \base_addr (bill) != \base_addr (financing) && \base_addr (bill) != \base_addr (purse);
    requires \base_addr (bill) != \base_addr (family_paid_fen);
    requires \separated (financing, purse, family_paid_fen + (0 .. MING_FAMILY_MAX - 1));
    requires financing: is_financing (financing);
    requires rows: are_payable (bill);
    requires purse: is_purse (purse);
    assigns purse->family_fen[0 .. MING_FAMILY_MAX - 1], family_paid_fen[0 .. MING_FAMILY_MAX - 1], *bill;
    ensures funds: keeps_funds {Old, Post} (bill);
    ensures rows: are_payable (bill);
    ensures purse: is_purse (purse);
    ensures family: \forall integer i; 0 <= i < purse->n_family ==>
      0 <= family_paid_fen[i] <= \old (purse->family_fen[i])
      && purse->family_fen[i] == \old (purse->family_fen[i]) - family_paid_fen[i]; */
static void
pay_from_family (const MingFinancing *financing, MingBill *bill, MingPurse *purse, MingFen *family_paid_fen)
{
  /*@ loop invariant 0 <= i <= purse->n_family;
      loop invariant rows: are_payable (bill);
      loop invariant funds: keeps_funds {Pre, Here} (bill);
      loop invariant paid: \forall integer k; 0 <= k < i ==>
        0 <= family_paid_fen[k] <= \at (purse->family_fen[k], Pre)
        && purse->family_fen[k] == \at (purse->family_fen[k], Pre) - family_paid_fen[k];
      loop invariant left: \forall integer k; i <= k < MING_FAMILY_MAX ==>
        purse->family_fen[k] == \at (purse->family_fen[k], Pre);
      loop assigns i, purse->family_fen[0 .. MING_FAMILY_MAX - 1], family_paid_fen[0 .. MING_FAMILY_MAX - 1],
        *bill;
      loop variant purse->n_family - i; */
  for (int32_t i = 0; i < purse->n_family; i++)
    pay_from_account (financing, financing->may_family, bill, &purse->family_fen[i], &family_paid_fen[i],
                      MING_PAYER_MULAID);
}

/* Cash pays what is left. */
/*@ requires \valid (bill) && are_payable (bill);
    assigns *bill;
    ensures rows: are_payable (bill);
    ensures paid: are_paid_up (bill, bill->n_segments);
    ensures funds: keeps_funds {Old, Post} (bill); */
static void
pay_in_cash (MingBill *bill)
{
  /*@ loop invariant 0 <= i <= bill->n_segments;
      loop invariant rows: are_payable (bill);
      loop invariant funds: keeps_funds {Pre, Here} (bill);
      loop invariant paid: are_paid_up (bill, i);
      loop assigns i, *bill;
      loop variant bill->n_segments - i; */
  for (int32_t i = 0; i < bill->n_segments; i++)
    pay_one (bill, i, MING_FEN_MAX, MING_PAYER_CASH);
}

MingStatus
ming_finance_pay (const MingFinancing *financing, MingBill *bill, MingPurse *purse, MingFen *family_paid_fen)
{
  MingFen own_paid_fen = 0;

  if (!purse_is_valid (purse) || !ming_financing_is_valid (financing))
    return MING_E_RANGE;
  /*@ loop invariant 0 <= i <= MING_FAMILY_MAX;
      loop invariant funds: keeps_funds {Pre, Here} (bill);
      loop assigns i, family_paid_fen[0 .. MING_FAMILY_MAX - 1];
      loop variant MING_FAMILY_MAX - i; */
  for (int32_t i = 0; i < MING_FAMILY_MAX; i++)
    family_paid_fen[i] = 0;
  if (!ming_bill_is_payable (bill))
    return MING_E_UNBALANCED;
  pay_from_account (financing, financing->may_own, bill, &purse->own_fen, &own_paid_fen, MING_PAYER_ACCT);
  //@ assert funds: keeps_funds {Pre, Here} (bill);
  //@ assert purse: is_purse (purse);
  //@ assert financing: is_financing (financing);
  pay_from_family (financing, bill, purse, family_paid_fen);
  //@ assert funds: keeps_funds {Pre, Here} (bill);
  //@ assert purse: is_purse (purse);
  pay_in_cash (bill);
  //@ assert funds: keeps_funds {Pre, Here} (bill);
  return MING_OK;
}
