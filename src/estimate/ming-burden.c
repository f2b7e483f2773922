/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate"

#include "config.h"

#include "ming-burden.h"

/* 国发〔2018〕41号: above 15 000 yuan, at most 80 000 yuan a year. */
#define TAX_THRESHOLD_FEN INT64_C (1500000)
#define TAX_CEILING_FEN INT64_C (8000000)

/* What no fund paid on @segment: the person's accounts and cash. */
static MingFen
borne_by_person (const MingSegment *segment)
{
  MingFen borne_fen = 0;

  for (int payer = MING_N_FUNDS; payer < MING_N_PAYERS; payer++)
    borne_fen += segment->paid_fen[payer];
  return borne_fen;
}

MingBurden
ming_burden_of_visit (const MingVisitResult *result)
{
  MingBurden burden = { 0, 0, 0 };
  gboolean over_limit_is_own_pay;

  if (result->outcome != MING_OUTCOME_KNOWN)
    return burden;
  over_limit_is_own_pay = result->resolved->pack->over_limit_is_own_pay;
  for (int i = 0; i < result->settlement.bill.n_segments; i++)
    {
      const MingSegment *segment = &result->settlement.bill.segment[i];
      MingFen borne_fen = borne_by_person (segment);

      if (segment->part == MING_PART_FULL_OWN
          || (segment->part == MING_PART_OVER_LIMIT && !over_limit_is_own_pay))
        burden.own_expense_fen += borne_fen;
      else
        burden.own_pay_fen += borne_fen;
      if (segment->part == MING_PART_DEDUCTIBLE)
        burden.own_bear_fen += borne_fen;
    }
  return burden;
}

MingFen
ming_burden_tax_deduction (const MingEstimate *self, int year, MingFen *out_own_pay_fen)
{
  MingFen own_pay_fen = 0;

  for (guint i = 0; i < self->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (self->visits, i);

      if (result->visit->enddate.year == year)
        own_pay_fen += ming_burden_of_visit (result).own_pay_fen;
    }
  if (out_own_pay_fen)
    *out_own_pay_fen = own_pay_fen;
  return CLAMP (own_pay_fen - TAX_THRESHOLD_FEN, 0, TAX_CEILING_FEN);
}
