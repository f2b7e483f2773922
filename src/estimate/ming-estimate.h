/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-account.h"
#include "core/ming-settle.h"
#include "ming-case.h"
#include "policy/ming-resolve.h"

G_BEGIN_DECLS

/**
 * MingOutcome: whether a part of the answer is there.
 * @MING_OUTCOME_KNOWN: computed and proved
 * @MING_OUTCOME_NOT_ASKED: the case lacks what the question needs; the texts say what
 * @MING_OUTCOME_UNKNOWN: the pack does not know a figure it depends on
 * @MING_OUTCOME_NO_RULE: no rule in force on that date, or for that kind of care
 */
typedef enum
{
  MING_OUTCOME_KNOWN = 0,
  MING_OUTCOME_NOT_ASKED,
  MING_OUTCOME_UNKNOWN,
  MING_OUTCOME_NO_RULE
} MingOutcome;

/** The outcome as results and tests spell it: "known", "not-asked", "unknown", "no-rule" (static). */
const char *ming_outcome_name (MingOutcome outcome);

/** Distance to the next threshold (距下一档). @limit_fen - @used_fen is what is left. */
typedef struct
{
  char *layer;      /**< layer id */
  const char *kind; /**< "deductible", "band", "cap" (static) */
  MingPhrase name;  /**< of the layer; owned by the pack: do not free */
  MingFen used_fen;
  MingFen limit_fen;
  MingFen left_fen;
} MingDistance;

/**
 * MingVisitResult: one visit settled and explained.
 *
 * @resolved: plan and provenance; valid when @outcome is KNOWN or UNKNOWN
 * @settlement: the numbers; valid when @outcome is KNOWN
 * @charges: the four classes as used (computed from 甲乙丙 when so given)
 * @person: whose visit it is; owned by the estimate
 * @balance_known: whether the case said what is in the account (missing is not zero)
 * @year_before, @year_after: the year's counters, names in resolved->counters
 * @messages: of char*: what is missing, unknown or assumed, in the current language
 */
typedef struct
{
  const MingCaseVisit *visit;
  const MingPerson *person;
  MingOutcome outcome;
  MingFacts facts;
  MingResolved *resolved;
  MingVisit input;
  MingSettlement settlement;
  MingYear year_before;
  MingYear year_after;
  MingPurse purse_before;
  gboolean balance_known;
  MingRate pool_rate;   /**< pool_prop_selfpay: the fund's share in the first layer's only band, num 0 when
                           several */
  GPtrArray *distances; /**< of MingDistance* */
  GPtrArray *messages;
  MingDate year_begins; /**< first day of the benefit year of this visit */
} MingVisitResult;

/**
 * The monthly account credit (个人账户划入).
 * @uncredited: the months without credit that the day of asking lies in, and its credit is 0; or NULL
 * @credited_months: how many months of the benefit year are credited: 12 but for months without credit
 * @row: NULL also when no month of the year is credited, whatever the rules are
 */
typedef struct
{
  MingOutcome outcome;
  MingCreditRule rule;
  MingCredit credit;
  const MingUncredited *uncredited;
  int credited_months;
  const MingRow *row;
  GArray *near;          /**< of MingNearMiss */
  MingFacts facts;       /**< what the row was asked with */
  GPtrArray *attributes; /**< owned by the pack */
  const MingDatedTable *version;
  const MingDatedBase *base; /**< limits used, or NULL */
  MingFen typed_base_fen;
  MingFen clamped_base_fen;
  char *message; /**< why it is not known */
} MingCreditResult;

/** The contribution owed a month (or a year, when row->per_year). */
typedef struct
{
  MingOutcome outcome;
  MingContribution contribution;
  const MingRow *row;
  const MingDatedTable *version;
  const MingDatedBase *base;
  MingFen typed_base_fen;
  MingFen clamped_base_fen;
  char *message;
} MingContributionResult;

/**
 * MingEstimate: the answer to a case. The case and the packs are held.
 * @cautions: of char*: 待核实, expired documents, 演示, in the current language
 * @gaps: of MingGap* that touch the answer, owned by the pack
 */
typedef struct
{
  MingCase *input;
  MingPack *pack;
  int age_years; /**< on input->date; -1 when not known */
  MingCreditResult credit;
  MingContributionResult contribution;
  MingContributionResult debit; /**< withheld from the account each month; KNOWN and 0 where nothing is */
  GPtrArray *visits; /**< of MingVisitResult*; a stay split at the year's end has two */
  GPtrArray *parts;  /**< of MingCaseVisit*: the visits as settled, that the results point to */
  GPtrArray *cautions;
  GPtrArray *gaps;
  MingEvidence evidence; /**< the weakest of all figures used */
} MingEstimate;

/**
 * Answers @input with the packs of @library.
 *
 * Visits are settled in the order given, each with the year the earlier ones left; a new benefit year starts
 * empty. Nothing is written anywhere.
 * Returns: (transfer full) (nullable): NULL with a MING_POLICY_ERROR (NO_PACK …) or MING_CASE_ERROR;
 *   a result that does not add up is MING_ESTIMATE_ERROR_UNBALANCED and never shown.
 */
MingEstimate *ming_estimate_new (const MingLibrary *library, const MingCase *input, GError **error);
void ming_estimate_free (MingEstimate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingEstimate, ming_estimate_free)

/**
 * The family accounts of @person in the order in which they pay (家庭共济支付顺序); account i is number i of every
 * purse and of family_paid_fen. (transfer container) of MingFamilyAccount*
 */
GPtrArray *ming_person_family_in_order (const MingPerson *person);

typedef enum
{
  MING_ESTIMATE_ERROR_UNBALANCED, /**< the parts do not add up; a defect, nothing is shown */
  MING_ESTIMATE_ERROR_RANGE       /**< amounts beyond what the core accepts */
} MingEstimateError;

#define MING_ESTIMATE_ERROR (ming_estimate_error_quark ())
GQuark ming_estimate_error_quark (void);

/** The whole result as JSON with the national names: format mingsuan-result/1, see docs/result-format.md.
 * (transfer full) */
JsonNode *ming_estimate_to_json (const MingEstimate *self);

/**
 * The receipt's short code, e.g. "7F3A-21C9": first 32 bits of the SHA-256 of engine version, pack id,
 * revision, hash and canonical case. (transfer full)
 */
char *ming_estimate_receipt_code (const MingEstimate *self);

/**
 * Whether anything of it is known: a visit, or without visits the account's credit or the contribution. Only
 * then is there something to keep.
 */
gboolean ming_estimate_knows (const MingEstimate *self);

G_END_DECLS
