/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-money.h"

#define MING_CONTRIBUTIONS_MAX 8

/** MingContributor: who owes a part of the contribution (缴费方). */
typedef enum
{
  MING_CONTRIBUTOR_UNIT = 0, /**< employer 单位 */
  MING_CONTRIBUTOR_PERSON,   /**< employee 个人 */
  MING_CONTRIBUTOR_FLEXIBLE, /**< flexible employment, pays alone 灵活就业人员 */
  MING_CONTRIBUTOR_SUBSIDY,  /**< public subsidy 财政补助 */
  MING_N_CONTRIBUTORS
} MingContributor;

/**
 * MingContributionPart: one component (e.g. 基本, 大额互助), rounded by itself.
 * @rate: of the base; num 0 when @amount_fen is the whole component
 * @amount_fen: fixed amount per period, added to the rate's result
 */
typedef struct
{
  MingContributor who;
  MingRate rate;
  MingFen amount_fen;
  MingRounding rounding;
} MingContributionPart;

/** MingContributionRule: the components of one status. */
typedef struct
{
  int32_t n_parts;
  MingContributionPart part[MING_CONTRIBUTIONS_MAX];
} MingContributionRule;

/** MingContribution: each component, and the sums by contributor. */
typedef struct
{
  MingFen base_fen;
  int32_t n_parts;
  MingFen part_fen[MING_CONTRIBUTIONS_MAX];
  MingFen by_fen[MING_N_CONTRIBUTORS];
  MingFen total_fen;
} MingContribution;

/** What is owed on @base_fen, component by component; Σ components = Σ contributors = total. */
/*@ requires \valid_read (rule) && \valid (out) && \base_addr (rule) != \base_addr (out);
    assigns *out;
    ensures refused: \result == MING_OK || \result == MING_E_RANGE || \result == MING_E_PLAN;
    ensures total: \result == MING_OK ==> is_fen (out->total_fen); */
MingStatus ming_contribution_compute (const MingContributionRule *rule, MingFen base_fen,
                                      MingContribution *out);
