/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ming-contribution.h"

/* One component: base × rate rounded by itself, and the fixed amount. */
/*@ requires \valid_read (part) && \valid (out_fen) && \separated (part, out_fen);
    assigns *out_fen;
    ensures \result == MING_OK || \result == MING_E_RANGE;
    ensures \result == MING_OK ==> is_fen (*out_fen); */
static MingStatus
compute_part (const MingContributionPart *part, MingFen base_fen, MingFen *out_fen)
{
  MingFen rated_fen = 0;
  MingStatus status = ming_money_apply_rate (ming_exact_from_fen (base_fen), part->rate, part->rounding,
                                             &rated_fen);

  if (status != MING_OK)
    return status;
  return ming_fen_add (rated_fen, part->amount_fen, out_fen);
}

MingStatus
ming_contribution_compute (const MingContributionRule *rule, MingFen base_fen, MingContribution *out)
{
  MingContribution result = { .base_fen = base_fen, .n_parts = rule->n_parts };

  if (rule->n_parts < 0 || rule->n_parts > MING_CONTRIBUTIONS_MAX || !ming_fen_is_valid (base_fen))
    return MING_E_RANGE;
  /*@ loop invariant 0 <= i <= rule->n_parts <= MING_CONTRIBUTIONS_MAX;
      loop invariant is_fen (result.total_fen);
      loop invariant \forall integer k; 0 <= k < i ==> is_fen (result.part_fen[k]);
      loop assigns i, result;
      loop variant rule->n_parts - i; */
  for (int32_t i = 0; i < rule->n_parts; i++)
    {
      MingContributor who = rule->part[i].who;
      MingStatus status;

      if (who < 0 || who >= MING_N_CONTRIBUTORS)
        return MING_E_PLAN;
      status = compute_part (&rule->part[i], base_fen, &result.part_fen[i]);
      if (status == MING_OK)
        status = ming_fen_add (result.by_fen[who], result.part_fen[i], &result.by_fen[who]);
      if (status == MING_OK)
        status = ming_fen_add (result.total_fen, result.part_fen[i], &result.total_fen);
      if (status != MING_OK)
        return status;
    }
  *out = result;
  return MING_OK;
}
