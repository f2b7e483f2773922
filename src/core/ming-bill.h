/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-money.h"

/** The most rows (费用段) one settled bill may have. */
#define MING_SEGMENTS_MAX 48

/**
 * MingPart: what a row of the bill is made of (费用性质).
 *
 * The first four never enter a fund's layer unless a pack says so; %MING_PART_IN_SCOPE is what no layer has
 * looked at yet; a splitting layer turns it into the last three.
 */
typedef enum
{
  MING_PART_FULL_OWN = 0, /**< 101 全自费 fulamt_ownpay_amt */
  MING_PART_OVER_LIMIT,   /**< 103 超限价 overlmt_selfpay */
  MING_PART_FIRST_PAY,    /**< 102 先行自付 preselfpay_amt */
  MING_PART_AWAY_FIRST,   /**< S000 转外自理: first borne away from home, inside inscp_scp_amt */
  MING_PART_IN_SCOPE,     /**< 符合政策范围, not yet split */
  MING_PART_DEDUCTIBLE,   /**< S001 起付标准 */
  MING_PART_SHARE,        /**< C… L…: a band, of which the person bears the share the fund does not pay */
  MING_PART_OVER_CAP,     /**< EC01 超封顶 */
  MING_N_PARTS
} MingPart;

/** A set of #MingPart as bits. */
#define MING_PART_BIT(part) (1u << (part))

/** MingPayer: who pays (支付方), funds first, then the ways the person pays. */
typedef enum
{
  MING_PAYER_HIFP = 0, /**< hifp_pay 基本医疗保险统筹基金 */
  MING_PAYER_HIFOB,    /**< hifob_pay 职工大额医疗费用补助 */
  MING_PAYER_HIFMI,    /**< hifmi_pay 居民大病保险 */
  MING_PAYER_CVLSERV,  /**< cvlserv_pay 公务员医疗补助 */
  MING_PAYER_HIFES,    /**< hifes_pay 企业补充医疗保险 */
  MING_PAYER_MAF,      /**< maf_pay 医疗救助 */
  MING_PAYER_OTH,      /**< oth_pay 其他支出 */
  MING_N_FUNDS,
  MING_PAYER_ACCT = MING_N_FUNDS, /**< own personal account 本人个人账户 */
  MING_PAYER_MULAID,              /**< acct_mulaid_pay 家庭共济账户 */
  MING_PAYER_CASH,                /**< psn_cash_pay 现金 */
  MING_N_PAYERS
} MingPayer;

/**
 * MingSegment: one row of the segment × payer table (费用段 × 支付方).
 * @part: what the row is made of
 * @layer: index of the layer that made it, -1 when it stands on the bill
 * @band: number of the band inside that layer, from 0
 * @amount_fen: the row's amount as shown
 * @exact: the row's amount as the next layer sees it; rounded half-up to the fen it is @amount_fen
 * @paid_fen: by payer
 */
typedef struct
{
  MingPart part;
  int32_t layer;
  int32_t band;
  MingFen amount_fen;
  MingExact exact;
  MingFen paid_fen[MING_N_PAYERS];
} MingSegment;

/** MingBill: the rows; they always add up to @total_fen. */
typedef struct
{
  MingFen total_fen;
  int32_t n_segments;
  MingSegment segment[MING_SEGMENTS_MAX];
} MingBill;

/*@ // what every function on a bill relies on: known kinds, amounts the core accepts
    predicate is_row (MingSegment *row) =
      0 <= row->part < MING_N_PARTS && -1 <= row->layer < 32 && is_fen (row->amount_fen) && is_exact
   (row->exact)
      && (\forall integer p; 0 <= p < MING_N_PAYERS ==> is_fen (row->paid_fen[p]));
    predicate is_bill (MingBill *bill) =
      0 <= bill->n_segments <= MING_SEGMENTS_MAX
      && (\forall integer i; 0 <= i < bill->n_segments ==> is_row (&bill->segment[i]));

    // sums over the first n rows, and over the first n payers of a row
    logic integer rows_sum (MingBill *bill, integer n) =
      n <= 0 ? 0 : rows_sum (bill, n - 1) + bill->segment[n - 1].amount_fen;
    logic integer payer_sum (MingBill *bill, integer payer, integer n) =
      n <= 0 ? 0 : payer_sum (bill, payer, n - 1) + bill->segment[n - 1].paid_fen[payer];
    logic integer payers_sum (MingBill *bill, integer n) =
      n <= 0 ? 0 : payers_sum (bill, n - 1) + payer_sum (bill, n - 1, bill->n_segments);
    logic integer row_sum (MingSegment *row, integer n) =
      n <= 0 ? 0 : row_sum (row, n - 1) + row->paid_fen[n - 1];

    // the sums look at nothing else
    lemma row_sum_same {L1, L2}: \forall MingSegment *row, integer n;
      (\forall integer p; 0 <= p < n ==> \at (row->paid_fen[p], L1) == \at (row->paid_fen[p], L2)) ==>
      row_sum {L1} (row, n) == row_sum {L2} (row, n);
    lemma rows_sum_same {L1, L2}: \forall MingBill *bill, integer n;
      (\forall integer i; 0 <= i < n ==>
        \at (bill->segment[i].amount_fen, L1) == \at (bill->segment[i].amount_fen, L2)) ==>
      rows_sum {L1} (bill, n) == rows_sum {L2} (bill, n);
    lemma payer_sum_same {L1, L2}: \forall MingBill *bill, integer payer, n;
      (\forall integer i; 0 <= i < n ==>
        \at (bill->segment[i].paid_fen[payer], L1) == \at (bill->segment[i].paid_fen[payer], L2)) ==>
      payer_sum {L1} (bill, payer, n) == payer_sum {L2} (bill, payer, n);

    // Σ of what all ten payers paid on a row, in one step: provers do not unfold a recursion well
    logic integer paid_on (MingSegment *row) =
      row->paid_fen[0] + row->paid_fen[1] + row->paid_fen[2] + row->paid_fen[3] + row->paid_fen[4]
      + row->paid_fen[5] + row->paid_fen[6] + row->paid_fen[7] + row->paid_fen[8] + row->paid_fen[9];
    // a bill on which nobody has paid more than the row holds
    predicate is_payable (MingSegment *row) = is_row (row) && paid_on (row) <= row->amount_fen;
    predicate are_payable (MingBill *bill) =
      0 <= bill->n_segments <= MING_SEGMENTS_MAX
      && (\forall integer i; 0 <= i < bill->n_segments ==> is_payable (&bill->segment[i]));
    // the first n rows are paid in full
    predicate are_paid_up (MingBill *bill, integer n) =
      \forall integer i; 0 <= i < n ==>
        paid_on (&bill->segment[i]) == bill->segment[i].amount_fen;

    // conservation: every row is paid in full, rows and payers add up to the total, nothing is negative
    predicate is_balanced (MingBill *bill) =
      0 <= bill->n_segments <= MING_SEGMENTS_MAX
      && rows_sum (bill, bill->n_segments) == bill->total_fen
      && payers_sum (bill, MING_N_PAYERS) == bill->total_fen
      && (\forall integer i; 0 <= i < bill->n_segments ==>
          row_sum (&bill->segment[i], MING_N_PAYERS) == bill->segment[i].amount_fen
          && (\forall integer p; 0 <= p < MING_N_PAYERS ==> 0 <= bill->segment[i].paid_fen[p]));
 */

/**
 * MingCharges: the bill as the hospital states it (identity I1: total = the other four).
 */
typedef struct
{
  MingFen total_fen;      /**< medfee_sumamt */
  MingFen full_own_fen;   /**< fulamt_ownpay_amt */
  MingFen over_limit_fen; /**< overlmt_selfpay */
  MingFen first_pay_fen;  /**< preselfpay_amt */
  MingFen in_scope_fen;   /**< inscp_scp_amt */
} MingCharges;

/**
 * Opens a bill with the rows the hospital states, those of zero left out.
 * %MING_E_UNBALANCED when the four classes do not add up to the total.
 */
/*@ requires \valid (bill) && \valid_read (charges) && \base_addr (bill) != \base_addr (charges);
    assigns *bill;
    ensures \result == MING_OK ==> is_bill (bill) && is_fen (bill->total_fen)
      && bill->total_fen == charges->total_fen
      && charges->total_fen == charges->full_own_fen + charges->over_limit_fen + charges->first_pay_fen
                               + charges->in_scope_fen
      && is_fen (charges->in_scope_fen); */
MingStatus ming_bill_open (MingBill *bill, const MingCharges *charges);

/**
 * Appends an unpaid row. Rows of zero are not kept: then *@out_segment is %NULL.
 * %MING_E_FULL when there is no room.
 * @amount_fen: the row's amount as shown, @exact rounded half-up to the fen
 * @out_segment: (optional): the new row
 */
/*@ requires \valid (bill) && is_bill (bill) && 0 <= part < MING_N_PARTS && -1 <= layer < 32;
    requires out_segment == \null || (\valid (out_segment) && \base_addr (out_segment) != \base_addr (bill));
    assigns *bill, *out_segment;
    ensures is_bill (bill) && bill->total_fen == \old (bill->total_fen);
    ensures \result == MING_OK ==> is_fen (amount_fen) && is_exact (exact);
    ensures sum: \result == MING_OK ==>
      rows_sum (bill, bill->n_segments) == \old (rows_sum (bill, bill->n_segments)) + amount_fen;
    ensures \result == MING_OK && amount_fen == 0 ==> bill->n_segments == \old (bill->n_segments)
      && (out_segment != \null ==> *out_segment == \null);
    ensures \result == MING_OK && amount_fen > 0 ==> bill->n_segments == \old (bill->n_segments) + 1
      && (out_segment != \null ==> *out_segment == &bill->segment[\old (bill->n_segments)]); */
MingStatus ming_bill_append (MingBill *bill, MingPart part, int32_t layer, int32_t band, MingFen amount_fen,
                             MingExact exact, MingSegment **out_segment);

/** What nobody has paid yet on @segment. */
/*@ requires \valid_read (segment) && is_row (segment);
    assigns \nothing;
    ensures \result == segment->amount_fen - row_sum (segment, MING_N_PAYERS);
    ensures \result == segment->amount_fen - paid_on (segment);
    ensures -MING_N_PAYERS * MING_FEN_MAX <= \result <= segment->amount_fen; */
MingFen ming_segment_unpaid (const MingSegment *segment);

/** Whether every row is sound and holds at least what was paid on it, so that the rest can be paid. */
/*@ requires \valid_read (bill);
    assigns \nothing;
    ensures \result <==> are_payable (bill); */
bool ming_bill_is_payable (const MingBill *bill);

/** Σ over the rows of what @payer paid. */
/*@ requires \valid_read (bill) && is_bill (bill) && 0 <= payer < MING_N_PAYERS;
    assigns \nothing;
    ensures \result == payer_sum (bill, payer, bill->n_segments);
    ensures 0 <= \result <= MING_SEGMENTS_MAX * MING_FEN_MAX; */
MingFen ming_bill_paid_by (const MingBill *bill, MingPayer payer);

/** Σ of the amounts of all rows of kind @part. */
/*@ requires \valid_read (bill) && is_bill (bill);
    assigns \nothing;
    ensures 0 <= \result <= MING_SEGMENTS_MAX * MING_FEN_MAX; */
MingFen ming_bill_part_sum (const MingBill *bill, MingPart part);

/** Σ of the amounts of all rows. */
/*@ requires \valid_read (bill) && is_bill (bill);
    assigns \nothing;
    ensures \result == rows_sum (bill, bill->n_segments);
    ensures 0 <= \result <= MING_SEGMENTS_MAX * MING_FEN_MAX; */
MingFen ming_bill_sum (const MingBill *bill);

/**
 * Conservation, checked on every result: each row = Σ its payers, Σ rows = total = Σ payers,
 * nothing negative.
 */
/*@ requires \valid_read (bill);
    assigns \nothing;
    ensures \result == MING_OK || \result == MING_E_UNBALANCED;
    ensures \result == MING_OK ==> is_balanced (bill); */
MingStatus ming_bill_check (const MingBill *bill);
