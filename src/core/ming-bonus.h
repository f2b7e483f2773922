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
MingStatus ming_bonus_compute (const MingBonus *bonus, MingFen cap_fen, int32_t insured_years,
                               int32_t claim_free_years, MingFen *out_growth_fen);
