/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-money.h"

/**
 * MingBonus: growth of a cap with years insured and claim-free years (连续参保、零报销激励, 国办发〔2024〕38号).
 * @per_insured_year_fen: for each consecutive year from the @from_year-th on
 * @per_claim_free_year_fen: for each year without a claim
 * @at_most: ceiling of all growth as a share of the original cap
 */
typedef struct
{
  MingFen per_insured_year_fen;
  int32_t from_year;
  MingFen per_claim_free_year_fen;
  MingRate at_most;
} MingBonus;

/**
 * The growth of @cap_fen, never above its ceiling (rounded down to the fen).
 * @insured_years, @claim_free_years: 0 … 150
 */
/*@ requires \valid_read (bonus) && \valid (out_growth_fen) && \separated (bonus, out_growth_fen);
    assigns *out_growth_fen;
    ensures \result == MING_OK || (\result == MING_E_RANGE && *out_growth_fen == \old (*out_growth_fen));
    ensures good: \result == MING_OK ==> is_fen (cap_fen) && is_rate (bonus->at_most)
      && 0 <= insured_years <= 150 && 0 <= claim_free_years <= 150;
    ensures grows: \result == MING_OK ==> is_fen (*out_growth_fen);
    ensures most: \result == MING_OK ==> *out_growth_fen <= bonus->per_claim_free_year_fen * claim_free_years
      + bonus->per_insured_year_fen * \max (insured_years - bonus->from_year + 1, 0); */
MingStatus ming_bonus_compute (const MingBonus *bonus, MingFen cap_fen, int32_t insured_years,
                               int32_t claim_free_years, MingFen *out_growth_fen);
