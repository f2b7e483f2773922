/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-plan.h"

#define MING_FAMILY_MAX 8

/**
 * MingPurse: the accounts a person may pay from.
 * @own_fen: balance of the own personal account (balc)
 * @family_fen: balances of the mutual-aid accounts (家庭共济), in the order in which they pay
 */
typedef struct
{
  MingFen own_fen;
  int32_t n_family;
  MingFen family_fen[MING_FAMILY_MAX];
} MingPurse;

/*@ predicate is_purse (MingPurse *purse) =
      is_fen (purse->own_fen) && 0 <= purse->n_family <= MING_FAMILY_MAX
      && (\forall integer i; 0 <= i < purse->n_family ==> is_fen (purse->family_fen[i]));
 */

/*@ // the rows and what the funds pay on them stay as they were
    predicate keeps_funds {L1, L2} (MingBill *bill) =
      \at (bill->n_segments, L2) == \at (bill->n_segments, L1)
      && \at (bill->total_fen, L2) == \at (bill->total_fen, L1)
      && (\forall integer i; 0 <= i < \at (bill->n_segments, L1) ==>
        \at (bill->segment[i].part, L2) == \at (bill->segment[i].part, L1)
        && \at (bill->segment[i].layer, L2) == \at (bill->segment[i].layer, L1)
        && \at (bill->segment[i].band, L2) == \at (bill->segment[i].band, L1)
        && \at (bill->segment[i].amount_fen, L2) == \at (bill->segment[i].amount_fen, L1)
        && (\forall integer p; 0 <= p < MING_N_FUNDS ==>
          \at (bill->segment[i].paid_fen[p], L2) == \at (bill->segment[i].paid_fen[p], L1)));
 */

/**
 * Pays what the funds left on @bill: own account, then family accounts in their order, then cash.
 *
 * Benefit first, financing after: nothing here changes what a fund pays. An account pays only the parts that
 * @financing allows, in its order; cash pays everything else, so every row is paid in full afterwards.
 * %MING_E_UNBALANCED when a row was paid more than it holds before.
 * @purse: balances before, replaced by those after
 * @family_paid_fen: what each family account paid, room for %MING_FAMILY_MAX
 */
/*@ requires \valid_read (financing) && \valid (bill) && \valid (purse);
    requires \valid (family_paid_fen + (0 .. MING_FAMILY_MAX - 1));
    requires \base_addr (bill) != \base_addr (financing) && \base_addr (bill) != \base_addr (purse);
    requires \base_addr (bill) != \base_addr (family_paid_fen);
    requires \separated (financing, purse, family_paid_fen + (0 .. MING_FAMILY_MAX - 1));
    assigns *purse, family_paid_fen[0 .. MING_FAMILY_MAX - 1], *bill;
    ensures funds: keeps_funds {Old, Post} (bill);
    ensures refused: \result == MING_OK || \result == MING_E_RANGE || \result == MING_E_UNBALANCED;
    ensures rows: \result == MING_OK ==> are_payable (bill);
    ensures purse: \result == MING_OK ==> is_purse (purse);
    ensures paid: \result == MING_OK ==> are_paid_up (bill, bill->n_segments);
    ensures own: \result == MING_OK ==> 0 <= purse->own_fen <= \old (purse->own_fen);
    ensures family: \result == MING_OK ==> \forall integer i; 0 <= i < purse->n_family ==>
      0 <= family_paid_fen[i] <= \old (purse->family_fen[i])
      && purse->family_fen[i] == \old (purse->family_fen[i]) - family_paid_fen[i]; */
MingStatus ming_finance_pay (const MingFinancing *financing, MingBill *bill, MingPurse *purse,
                             MingFen *family_paid_fen);
