/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-estimate.h"

G_BEGIN_DECLS

/**
 * MingBurden: the person's part in the words of the e-receipt (医疗收费电子票据): @own_expense_fen + @own_pay_fen =
 * accounts + cash.
 * @own_expense_fen: 个人自费, outside the catalogue: wholly own cost and, unless the pack prints it on the other
 *   side, what is over price limits
 * @own_pay_fen: 个人自付, inside the catalogue but borne by the person
 * @own_bear_fen: 个人自负, of it what lies within the deductible
 */
typedef struct
{
  MingFen own_expense_fen;
  MingFen own_pay_fen;
  MingFen own_bear_fen;
} MingBurden;

/** The burden of a settled visit; everything zero when it is not known. */
MingBurden ming_burden_of_visit (const MingVisitResult *result);

/**
 * What the year's 个人自付 of @self would allow as 大病医疗专项附加扣除: the part above 15 000 yuan, at most 80 000
 * (国发〔2018〕41号, seen only as secondary). Information for the income-tax return, nobody's settlement.
 * @out_own_pay_fen: (nullable): the year's sum it is taken from
 */
MingFen ming_burden_tax_deduction (const MingEstimate *self, int year, MingFen *out_own_pay_fen);

G_END_DECLS
