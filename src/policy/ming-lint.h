/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-pack.h"

G_BEGIN_DECLS

/**
 * MingLintRule: what a pack that loads may still have wrong.
 *
 * The first two are faults: such a figure belongs to another scheme. All others are warnings, since real
 * documents have exceptions.
 */
typedef enum
{
  MING_LINT_PERSON_RATE, /**< 个人费率 above 3 %: the pension's 8 % has no place here */
  MING_LINT_UNIT_RATE,   /**< 单位费率 above 12 %, like the pension's 16 % */
  MING_LINT_RATE_LOW, /**< 个人费率 below 1 % or 单位费率 below 5 %; true of some tiers (深圳二档) */
  MING_LINT_CREDIT_SHARE,     /**< more than the own 2 % credited under a version in force after 2022 */
  MING_LINT_BASE_HALF_KNOWN,  /**< only one of floor and cap is known */
  MING_LINT_LEVEL_RATE,       /**< a higher hospital level pays a larger share */
  MING_LINT_LEVEL_DEDUCTIBLE, /**< a higher hospital level has a smaller deductible */
  MING_LINT_STATUS_RATE,      /**< retirees get a smaller share than people in service */
  MING_LINT_AWAY_RATE, /**< away from home pays more than home, or a worse way of filing more than a better */
  MING_LINT_AWAY_CEILING,     /**< a reduction larger than the province allows (江苏) */
  MING_LINT_SHARED_CAP,       /**< 大病 and 基本 share one running total */
  MING_LINT_DOCUMENT_LAPSED,  /**< a figure in force rests on a document past its own end */
  MING_LINT_DOCUMENT_LAPSING, /**< … that ends within %MING_LINT_DAYS_AHEAD days */
  MING_LINT_LIST_LAPSED,      /**< the last version of a list has ended, with nothing after it */
  MING_LINT_LIST_LAPSING,     /**< … ends within %MING_LINT_DAYS_AHEAD days */
  MING_LINT_EXPECTED_PASSED,  /**< an announced version whose day has come */
  MING_LINT_SOURCE_UNUSED,    /**< a document that no figure names */
  MING_LINT_SOURCE_UNTRACED,  /**< an official document without number, address and date */
  MING_N_LINT_RULES
} MingLintRule;

#define MING_LINT_DAYS_AHEAD 90

/** MingFinding: @pointer and @message as in #MingProblem. */
typedef struct
{
  MingLintRule rule;
  char *pointer;
  char *message;
} MingFinding;

void ming_finding_free (MingFinding *finding);

/** The stable name of @rule, e.g. "person-rate" (static). */
const char *ming_lint_rule_name (MingLintRule rule);

/** Whether @rule is a fault and not a warning. */
gboolean ming_lint_rule_is_fault (MingLintRule rule);

/** What is odd about @pack on the day @today; faults first. (transfer full) of MingFinding* */
GPtrArray *ming_lint_pack (MingPack *pack, const MingDate *today);

G_END_DECLS
