/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-plan.h"

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
    ensures most: \result == MING_OK ==> 0 <= paid_fen <= amount_fen <= MING_FEN_MAX; */
MingStatus ming_layer_append_paid (MingBill *bill, int32_t index, int32_t band, MingFen amount_fen,
                                   MingPayer payer, MingFen paid_fen);

/** Σ of what is unpaid on the rows @layer looks at. */
/*@ requires \valid_read (layer) && \valid_read (bill) && is_bill (bill);
    assigns \nothing;
    ensures -MING_SEGMENTS_MAX * MING_N_PAYERS * MING_FEN_MAX <= \result
      <= MING_SEGMENTS_MAX * MING_FEN_MAX; */
MingFen ming_layer_rest (const MingLayer *layer, const MingBill *bill);

/**
 * Divides @paid_fen among the rows @layer looks at, in proportion to what is unpaid on each. The running
 * total is divided, so that the parts add up to the whole and no row gets more than it lacks. Both are
 * checked: %MING_E_UNBALANCED.
 * @rest_fen: what ming_layer_rest() says
 */
/*@ requires \valid_read (layer) && \valid (bill) && \base_addr (layer) != \base_addr (bill);
    requires is_bill (bill) && 0 <= layer->payer < MING_N_FUNDS;
    assigns bill->segment[0 .. MING_SEGMENTS_MAX - 1];
    ensures is_bill (bill); */
MingStatus ming_layer_pay_rows (const MingLayer *layer, MingBill *bill, MingFen rest_fen, MingFen paid_fen);
