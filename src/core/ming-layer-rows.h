/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-layer.h"

/** Whether @layer of the plan looks at @segment. */
/*@ requires \valid_read (layer) && \valid_read (segment) && is_row (segment);
    assigns \nothing; */
bool ming_layer_sees (const MingLayer *layer, const MingSegment *segment);

/**
 * Appends a row of layer @index's own, paid by its fund. A row that holds less than it is paid is never made:
 * %MING_E_UNBALANCED.
 */
/*@ requires \valid (bill) && is_bill (bill) && 0 <= index < 32 && 0 <= payer < MING_N_FUNDS;
    assigns *bill;
    ensures rows: is_bill (bill) && bill->total_fen == \old (bill->total_fen);
    ensures most: \result == MING_OK ==> 0 <= paid_fen <= amount_fen <= MING_FEN_MAX;
    ensures sum: \result == MING_OK ==>
      rows_sum (bill, bill->n_segments) == \old (rows_sum (bill, bill->n_segments)) + amount_fen; */
MingStatus ming_layer_append_paid (MingBill *bill, int32_t index, int32_t band, MingFen amount_fen,
                                   MingPayer payer, MingFen paid_fen);

/**
 * Appends the rows of the bands that @trace tells of, @share_fen together, each paid by @payer; rows that do
 * not add up are %MING_E_UNBALANCED. In the band in which a cap on payments bit the row is what is left of
 * that: so the row over the cap is its exact amount, rounded as any row is.
 */
/*@ requires \valid (bill) && \valid_read (trace) && \base_addr (bill) != \base_addr (trace);
    requires is_bill (bill) && 0 <= index < 32 && 0 <= payer < MING_N_FUNDS;
    requires 0 <= trace->n_slices <= MING_BANDS_MAX;
    requires -3 * MING_FEN_MAX <= share_fen <= MING_FEN_MAX;
    assigns *bill;
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures sum: \result == MING_OK ==>
      rows_sum (bill, bill->n_segments) == \old (rows_sum (bill, bill->n_segments)) + share_fen; */
MingStatus ming_layer_append_bands (MingBill *bill, int32_t index, MingPayer payer,
                                    const MingLayerTrace *trace, MingFen share_fen);

/** Σ of what is unpaid on the rows @layer looks at. */
/*@ requires \valid_read (layer) && \valid_read (bill) && is_bill (bill);
    assigns \nothing;
    ensures -MING_SEGMENTS_MAX * MING_N_PAYERS * MING_FEN_MAX <= \result
      <= MING_SEGMENTS_MAX * MING_FEN_MAX; */
MingFen ming_layer_rest (const MingLayer *layer, const MingBill *bill);

/**
 * Divides @paid_fen of @payer among the rows @layer looks at, in proportion to what is unpaid on each. The
 * running total is divided, so that the parts add up to the whole and no row gets more than it lacks. Both
 * are checked: %MING_E_UNBALANCED.
 * @rest_fen: what ming_layer_rest() says
 */
/*@ requires \valid_read (layer) && \valid (bill) && \base_addr (layer) != \base_addr (bill);
    requires is_bill (bill) && 0 <= payer < MING_N_FUNDS;
    assigns bill->segment[0 .. MING_SEGMENTS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures sum: rows_sum (bill, bill->n_segments) == \old (rows_sum (bill, bill->n_segments)); */
MingStatus ming_layer_pay_rows (const MingLayer *layer, MingPayer payer, MingBill *bill, MingFen rest_fen,
                                MingFen paid_fen);

/**
 * MingTaken: what rows hold that are to be taken off a bill.
 * @status: %MING_E_UNBALANCED when @exact, rounded to the fen, is not @shown_fen; %MING_E_RANGE
 * @exact: the exact amount; of several fractions the first survives, the others are rounded to their row
 * @shown_fen: the amount as the rows showed it
 */
typedef struct
{
  MingStatus status;
  MingExact exact;
  MingFen shown_fen;
} MingTaken;

/** The rows of @bill that @layer will split: those it looks at and on which nobody has paid yet. */
/*@ requires \valid_read (layer) && \valid_read (bill) && is_bill (bill);
    assigns \nothing;
    ensures exact: \result.status == MING_OK ==>
      is_exact (\result.exact) && nearest_fen (\result.exact) == \result.shown_fen <= MING_FEN_MAX; */
MingTaken ming_layer_find_rows (const MingLayer *layer, const MingBill *bill);

/** Takes those rows off @bill; what they showed. The others close up. */
/*@ requires \valid_read (layer) && \valid (bill) && is_bill (bill);
    requires \base_addr (bill) != \base_addr (layer);
    assigns bill->n_segments, bill->segment[0 .. MING_SEGMENTS_MAX - 1];
    ensures rows: is_bill (bill);
    ensures total: bill->total_fen == \old (bill->total_fen);
    ensures sum: rows_sum (bill, bill->n_segments) + \result == \old (rows_sum (bill, bill->n_segments)); */
MingFen ming_layer_take_rows (const MingLayer *layer, MingBill *bill);
