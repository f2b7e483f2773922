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

/** Whether the edges ascend and every rate is a share; what the other functions rely on. */
bool ming_bands_are_valid (const MingBands *bands);

/**
 * Cuts @amount, which begins at @start_fen on the axis of the bands, into one slice per band.
 * The costs of @slices add up to @amount; @slices has room for @bands->n_bands.
 */
MingStatus ming_bands_cut (const MingBands *bands, MingFen start_fen, MingExact amount, MingSlice *slices);

/**
 * Pays each slice by its band's rate, rounding each (分段舍入). @out_fen is the sum.
 * A slice is never paid more than its cost, itself rounded to the fen: rounding up to a yuan could pass it.
 */
MingStatus ming_bands_pay_each (const MingBands *bands, MingRounding rounding, MingSlice *slices,
                                MingFen *out_fen);

/**
 * Pays the slices with one rounding of the whole sum (合计后舍入).
 *
 * Each slice is given the growth of the rounded running total, but never more than its cost; what that leaves is
 * given to the first slices with room. So the slices add up to the rounded sum, or to the cost of the bands that pay
 * where a coarse unit rounds beyond it; a band of 0 % is paid nothing. All rates must have the same denominator, else %MING_E_PLAN; at most one slice may hold a
 * fraction of a fen, as ming_bands_cut() leaves it.
 */
MingStatus ming_bands_pay_once (const MingBands *bands, MingRounding rounding, MingSlice *slices,
                                MingFen *out_fen);
