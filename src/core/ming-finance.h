/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-plan.h"

#define MING_FAMILY_MAX 8

/**
 * MingPurse: the accounts a person may pay from.
 * @own_fen: balance of the own personal account (balc)
 * @family_fen: balances of the mutual-aid accounts (家庭共济), in the order in which they pay
 */
typedef struct
{
  MingFen own_fen;
  int32_t n_family;
  MingFen family_fen[MING_FAMILY_MAX];
} MingPurse;

/**
 * Pays what the funds left on @bill: own account, then family accounts in their order, then cash.
 *
 * Benefit first, financing after: nothing here changes what a fund pays. An account pays only the parts that
 * @financing allows, in its order; cash pays everything else, so every row is paid in full afterwards.
 * @purse: balances before, replaced by those after
 * @family_paid_fen: what each family account paid, room for %MING_FAMILY_MAX
 */
MingStatus ming_finance_pay (const MingFinancing *financing, MingBill *bill, MingPurse *purse,
                             MingFen *family_paid_fen);
