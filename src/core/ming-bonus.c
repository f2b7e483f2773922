/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-bonus.h"

MingStatus
ming_bonus_compute (const MingBonus *bonus, MingFen cap_fen, int32_t insured_years, int32_t claim_free_years,
                    MingFen *out_growth_fen)
{
  const MingRounding down = { MING_UNIT_FEN, MING_ROUND_DOWN };
  MingFen ceiling_fen = 0, growth_fen;
  int32_t rewarded;
  MingStatus status;

  if (insured_years < 0 || insured_years > 150 || claim_free_years < 0 || claim_free_years > 150
      || bonus->from_year < 1 || bonus->from_year > 150)
    return MING_E_RANGE;
  if (!ming_fen_is_valid (bonus->per_insured_year_fen) || !ming_fen_is_valid (bonus->per_claim_free_year_fen))
    return MING_E_RANGE;
  status = ming_money_apply_rate (ming_exact_from_fen (cap_fen), bonus->at_most, down, &ceiling_fen);
  if (status != MING_OK)
    return status;
  rewarded = insured_years - bonus->from_year + 1;
  growth_fen = bonus->per_claim_free_year_fen * claim_free_years;
  if (rewarded > 0)
    growth_fen += bonus->per_insured_year_fen * rewarded;
  *out_growth_fen = ming_fen_min (growth_fen, ceiling_fen);
  return MING_OK;
}
