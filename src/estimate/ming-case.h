/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "core/ming-finance.h"
#include "core/ming-date.h"

G_BEGIN_DECLS

/**
 * MingCaseError: what can be wrong with a case.
 */
typedef enum
{
  MING_CASE_ERROR_IO,
  MING_CASE_ERROR_SYNTAX,        /**< not JSON, or a duplicate key */
  MING_CASE_ERROR_FORMAT,        /**< not a mingsuan-case/1 */
  MING_CASE_ERROR_UNKNOWN_KEY,
  MING_CASE_ERROR_MISSING_KEY,
  MING_CASE_ERROR_WRONG_TYPE,
  MING_CASE_ERROR_BAD_VALUE,
  MING_CASE_ERROR_UNBALANCED,    /**< the cost classes do not add up to the total (I1) */
  MING_CASE_ERROR_DATES,         /**< visits out of order, end before begin, born after the visit */
  MING_N_CASE_ERRORS
} MingCaseError;

#define MING_CASE_ERROR (ming_case_error_quark ())
GQuark ming_case_error_quark (void);
const char *ming_case_error_name (MingCaseError code);

/** One fault of a case: where and why. */
typedef struct
{
  MingCaseError code;
  char *pointer; /**< JSON pointer, e.g. "/visits/0/medfee_sumamt" */
  char *message;
} MingFault;

void ming_fault_free (MingFault *fault);

/** An amount that may be missing: missing is not zero. */
typedef struct
{
  gboolean known;
  MingFen fen;
} MingAmount;

/** A mutual-aid account (家庭共济) that may pay after the own one. */
typedef struct
{
  char *relation;  /**< 配偶, 父母 … as typed, or NULL */
  MingFen balc_fen;
  int rank;        /**< order chosen, from 1 */
  MingDate bound;  /**< day of binding; year 0: not known */
} MingFamilyAccount;

/**
 * MingUncredited: months in which nothing goes into the personal account (不划入个人账户的月份), first and last
 * counted.
 * @from, @to: year × 12 + month − 1; @to is 0 while it lasts
 * @why: "arrears" 欠费, "make_up" 补缴年限, "no_account" 参加不设个人账户的险种
 */
typedef struct
{
  int from;
  int to;
  char *why;
} MingUncredited;

/**
 * MingPerson (参保人): as much as is known; texts NULL, numbers -1, dates of year 0 when not.
 */
typedef struct
{
  char *psn_type;       /**< 人员类别, e.g. 1101, 1201 */
  char *gend;           /**< 1 男, 2 女 */
  MingDate brdy;        /**< 出生日期 */
  int age;              /**< 周岁, when no birth date is given */
  MingAmount base;      /**< 缴费工资 or base, before clamping */
  MingAmount pension;   /**< 本人养老金 */
  MingAmount balc;      /**< 个人账户余额 */
  char *clct_grde;
  char *sp_psn_type;
  char *cvlserv_flag;
  char *flxempe_flag;
  gint64 insured_months;
  gint64 insured_years;
  gint64 claim_free_years;
  GPtrArray *family;    /**< of MingFamilyAccount* */
  char *mutual_aid_order; /**< by_rank (default), by_balance, by_binding */
  GPtrArray *uncredited;  /**< of MingUncredited*, no two of which share a month */
} MingPerson;

/** Year so far (年度累计), by counter name of the pack. */
typedef struct
{
  char *counter;
  MingFen deductible_fen;
  MingFen cost_fen;
  MingFen paid_fen;
} MingSoFar;

void ming_family_account_free (MingFamilyAccount *account);
void ming_uncredited_free (MingUncredited *span);
/** (transfer full) of MingUncredited* */
GPtrArray *ming_uncredited_copy_list (GPtrArray *spans);

/** The months of @person without credit that @month (year × 12 + month − 1) belongs to, or NULL. */
const MingUncredited *ming_person_find_uncredited (const MingPerson *person, int month);
void ming_so_far_free (MingSoFar *so_far);

/** An item of class B (乙类项目) with the share of it that is borne first. */
typedef struct
{
  char *name;      /**< as on the bill, or NULL */
  MingFen amount_fen;
  MingRate first_pay_rate;
} MingClassItem;

void ming_class_item_free (MingClassItem *item);
/** @items: (nullable): NULL gives NULL. (transfer full) of MingClassItem* */
GPtrArray *ming_class_item_copy_list (GPtrArray *items);

/** The most items of class B a visit may list. */
#define MING_CLASS_ITEMS_MAX 99

/**
 * MingCaseVisit (就医): one visit. Either the four classes of I1, or 甲/乙/丙 with the first-pay rate.
 */
typedef struct
{
  char *id;               /**< label chosen by the user, or NULL */
  char *med_type;
  char *hosp_lv;
  MingDate begndate;
  MingDate enddate;       /**< decides which rules apply */
  char *away;             /**< home, long_term, referral, emergency, unfiled; NULL = home */
  char *area;
  char *opsp_dise_code;
  char *catalogue;        /**< by whose catalogue the costs were parted: home 参保地, place 就医地; or NULL */
  char *transfer;         /**< "1": a transfer from the visit before it (转院); NULL or "0": not */
  int admission;          /**< 第几次住院 typed for this visit; 0: from the year so far */
  MingAmount acct_inc;    /**< 新划入个人账户的金额, since the visit before, added to the balance before paying */
  MingAmount medfee_sumamt;
  MingAmount fulamt_ownpay_amt;
  MingAmount overlmt_selfpay;
  MingAmount preselfpay_amt;
  MingAmount inscp_scp_amt;
  gboolean by_class;      /**< the next four were given instead */
  MingAmount class_a;     /**< 甲类 */
  MingAmount class_b;     /**< 乙类 */
  MingAmount class_c;     /**< 丙类(自费) */
  MingRate first_pay_rate;
  GPtrArray *class_b_items; /**< of MingClassItem*: class B item by item, not by one rate; or NULL */
  char *pointer;          /**< JSON pointer of the visit */
} MingCaseVisit;

/** MingCase: the question, as typed or read from a file. */
typedef struct
{
  MingDate date;          /**< day of asking; rules for account and contribution */
  char *insuplc_admdvs;   /**< 参保区划 */
  char *insutype;         /**< 险种类型 */
  MingPerson person;
  int admissions;         /**< stays of the year before the first visit; 0 */
  GPtrArray *so_far;      /**< of MingSoFar* */
  GPtrArray *visits;      /**< of MingCaseVisit* */
} MingCase;

MingCase *ming_case_new (void);
void ming_case_free (MingCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingCase, ming_case_free)

MingCase *ming_case_copy (const MingCase *self);
MingCaseVisit *ming_case_visit_new (void);
void ming_case_visit_free (MingCaseVisit *visit);
MingCaseVisit *ming_case_visit_copy (const MingCaseVisit *visit);

/**
 * Reads a case strictly: every fault is reported, nothing is guessed.
 * @faults: (nullable): array of MingFault*
 * Returns: (transfer full) (nullable): NULL with @error set to the first fault
 */
MingCase *ming_case_parse (const char *text, gssize length, GPtrArray *faults, GError **error);

/** The same from a file, or from standard input for "-"; IO when it cannot be read. */
MingCase *ming_case_load (const char *path, GPtrArray *faults, GError **error);

/** The same case as canonical JSON text, so that parse (print (c)) = c. (transfer full) */
char *ming_case_print (const MingCase *self);

/** The same as a JSON tree. (transfer full) */
JsonNode *ming_case_to_json (const MingCase *self);

G_END_DECLS
