/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-money.h"

/** The most bands (费用段) one layer may have. */
#define MING_BANDS_MAX 12

/**
 * MingBands: bands (分段) and the share the fund pays in each.
 *
 * Band i covers (edge[i-1], edge[i]]; the first begins at 0, the last has no end. @edge_fen holds the
 * @n_bands - 1 inner edges, ascending and above zero.
 */
typedef struct
{
  int32_t n_bands;
  MingFen edge_fen[MING_BANDS_MAX - 1];
  MingRate rate[MING_BANDS_MAX];
} MingBands;

/** MingSlice: the part of an amount that falls into one band, and what is paid on it. */
typedef struct
{
  MingExact cost;
  MingFen paid_fen;
} MingSlice;

/*@ predicate are_bands (MingBands *bands) =
      1 <= bands->n_bands <= MING_BANDS_MAX
      && (\forall integer i; 0 <= i < bands->n_bands ==> is_share (bands->rate[i]))
      && (\forall integer i; 0 <= i < bands->n_bands - 1 ==> 0 < bands->edge_fen[i] <= MING_FEN_MAX)
      && (\forall integer i, j; 0 <= i < j < bands->n_bands - 1 ==> bands->edge_fen[i] < bands->edge_fen[j]);

    // sums over the first n slices: whole fen of cost, cost rounded to the fen, payment
    logic integer whole_sum (MingSlice *slices, integer n) =
      n <= 0 ? 0 : whole_sum (slices, n - 1) + slices[n - 1].cost.whole_fen;
    logic integer cost_sum (MingSlice *slices, integer n) =
      n <= 0 ? 0 : cost_sum (slices, n - 1) + nearest_fen_at (&slices[n - 1].cost);
    logic integer paid_sum (MingSlice *slices, integer n) =
      n <= 0 ? 0 : paid_sum (slices, n - 1) + slices[n - 1].paid_fen;

    // the sums look at nothing else
    lemma cost_sum_same {L1, L2}: \forall MingSlice *slices, integer n;
      (\forall integer i; 0 <= i < n ==>
        \at (slices[i].cost.whole_fen, L1) == \at (slices[i].cost.whole_fen, L2)
        && \at (slices[i].cost.num, L1) == \at (slices[i].cost.num, L2)
        && \at (slices[i].cost.den, L1) == \at (slices[i].cost.den, L2)) ==>
      cost_sum {L1} (slices, n) == cost_sum {L2} (slices, n);
    lemma paid_sum_same {L1, L2}: \forall MingSlice *slices, integer n;
      (\forall integer i; 0 <= i < n ==>
        \at (slices[i].paid_fen, L1) == \at (slices[i].paid_fen, L2)) ==>
      paid_sum {L1} (slices, n) == paid_sum {L2} (slices, n);

    // no slice is paid more than its cost, rounded to the fen
    predicate are_paid (MingSlice *slices, integer n) =
      \forall integer i; 0 <= i < n ==>
        is_exact_at (&slices[i].cost) && 0 <= slices[i].paid_fen <= nearest_fen_at (&slices[i].cost);
 */

/** Whether the edges ascend and every rate is a share; what the other functions rely on. */
/*@ requires \valid_read (bands);
    assigns \nothing;
    ensures \result <==> are_bands (bands); */
bool ming_bands_are_valid (const MingBands *bands);

/**
 * Cuts @amount, which begins at @start_fen on the axis of the bands, into one slice per band.
 * The costs of @slices add up to @amount, which is checked; @slices has room for %MING_BANDS_MAX.
 */
/*@ requires \valid_read (bands) && \valid (slices + (0 .. MING_BANDS_MAX - 1));
    requires \base_addr (bands) != \base_addr (slices);
    assigns slices[0 .. MING_BANDS_MAX - 1];
    ensures refused: !(\old (are_bands (bands)) && is_fen (start_fen) && is_exact (amount)
      && start_fen + amount.whole_fen <= MING_FEN_MAX) ==> \result == MING_E_RANGE;
    ensures good: \result == MING_OK ==> \old (are_bands (bands)) && is_exact (amount);
    ensures slices: \result == MING_OK ==> are_paid (slices, bands->n_bands);
    ensures whole: \result == MING_OK ==> whole_sum (slices, bands->n_bands) == amount.whole_fen;
    ensures sum: \result == MING_OK ==> cost_sum (slices, bands->n_bands) == nearest_fen (amount); */
MingStatus ming_bands_cut (const MingBands *bands, MingFen start_fen, MingExact amount, MingSlice *slices);

/**
 * Pays each slice by its band's rate, rounding each (分段舍入). @out_fen is the sum.
 * A slice is never paid more than its cost, itself rounded to the fen: rounding up to a yuan could pass it.
 */
/*@ requires \valid_read (bands) && \valid (slices + (0 .. MING_BANDS_MAX - 1)) && \valid (out_fen);
    requires \base_addr (bands) != \base_addr (slices) && \separated (bands, out_fen);
    requires \separated (slices + (0 .. MING_BANDS_MAX - 1), out_fen);
    requires 1 <= bands->n_bands <= MING_BANDS_MAX;
    assigns slices[0 .. MING_BANDS_MAX - 1].paid_fen, *out_fen;
    ensures refused: \result != MING_OK ==> *out_fen == \old (*out_fen);
    ensures paid: \result == MING_OK ==> are_paid (slices, bands->n_bands);
    ensures sum: \result == MING_OK ==> *out_fen == paid_sum (slices, bands->n_bands) && is_fen (*out_fen);
    ensures most: \result == MING_OK ==> *out_fen <= cost_sum (slices, bands->n_bands); */
MingStatus ming_bands_pay_each (const MingBands *bands, MingRounding rounding, MingSlice *slices,
                                MingFen *out_fen);

/**
 * Pays the slices with one rounding of the whole sum (合计后舍入).
 *
 * Each slice is given the growth of the rounded running total, but never more than its cost; what that leaves
 * is given to the first slices with room. So the slices add up to the rounded sum, or to the cost of the
 * bands that pay where a coarse unit rounds beyond it; a band of 0 % is paid nothing. All rates must have the
 * same denominator, else %MING_E_PLAN; at most one slice may hold a fraction of a fen, as ming_bands_cut()
 * leaves it.
 */
/*@ requires \valid_read (bands) && \valid (slices + (0 .. MING_BANDS_MAX - 1)) && \valid (out_fen);
    requires \base_addr (bands) != \base_addr (slices) && \separated (bands, out_fen);
    requires \separated (slices + (0 .. MING_BANDS_MAX - 1), out_fen);
    requires 1 <= bands->n_bands <= MING_BANDS_MAX;
    assigns slices[0 .. MING_BANDS_MAX - 1].paid_fen, *out_fen;
    ensures refused: \result != MING_OK ==> *out_fen == \old (*out_fen);
    ensures paid: \result == MING_OK ==> are_paid (slices, bands->n_bands);
    ensures sum: \result == MING_OK ==> *out_fen == paid_sum (slices, bands->n_bands) && is_fen (*out_fen);
    ensures most: \result == MING_OK ==> *out_fen <= cost_sum (slices, bands->n_bands); */
MingStatus ming_bands_pay_once (const MingBands *bands, MingRounding rounding, MingSlice *slices,
                                MingFen *out_fen);
