/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/ming-plan.h"
#include "ming-policy-error.h"
#include "ming-problem.h"
#include "ming-table.h"

G_BEGIN_DECLS

/** MingSpan: the days a version is in force; @until of year 0 is open. */
typedef struct
{
  MingDate effective;
  MingDate until;
  MingDate published;
  gboolean expected;
  MingPhrase note;
  char *pointer;
} MingSpan;

/**
 * A dated table: contribution rules, account credit, retirement years, waiting periods, resident premiums.
 */
typedef struct
{
  MingSpan span;
  MingTable *table;
} MingDatedTable;

/** Published floor and cap of the contribution base. */
typedef struct
{
  MingSpan span;
  MingAmountCell floor;
  MingAmountCell cap;
  GPtrArray *citations;
  MingEvidence evidence;
} MingDatedBase;

typedef struct
{
  MingDeductibleKind kind;
  MingTable *rows;
  GPtrArray *factors;    /**< of MingTable*, optional tables with "times" */
  GPtrArray *reductions; /**< of MingTable*, optional tables with "less" */
  int period_days;
  MingAmountCell year_stop;
  gboolean same_level;
  gboolean transfer_credit;
  GPtrArray *citations;  /**< of period_days and year_stop */
  MingEvidence evidence;
} MingDeductibleSpec;

typedef struct
{
  MingAxis axis;
  MingScope scope;
  MingRoundWhere round_where;
  MingRounding rounding;
  int n_bands;
  MingFen edge_fen[MING_BANDS_MAX - 1];
  MingTable *rates;
  GPtrArray *points;      /**< of MingTable*, optional tables with "add" */
  GArray *not_above;      /**< of MingRate, one for each table of @points */
  GPtrArray *citations;   /**< of the edges */
  MingEvidence evidence;
} MingBandsSpec;

/** Growth of a cap with years insured and claim-free years. */
typedef struct
{
  gboolean present;
  MingAmountCell per_insured_year;
  gint64 from_year;
  MingAmountCell per_claim_free_year;
  MingRate at_most;
  GPtrArray *citations;
  MingEvidence evidence;
} MingBonusSpec;

typedef struct
{
  MingCapKind kind;
  MingPeriod period;
  char *counter; /**< name of the running total */
  MingTable *rows;
  MingBonusSpec bonus;
} MingCapSpec;

/** One layer as written; resolved to a MingLayer for given facts. */
typedef struct
{
  char *id;
  MingPhrase name;
  MingPayer payer;
  MingLayerKind kind;
  GPtrArray *when;         /**< of MingCondition* */
  guint parts;             /**< set of MING_PART_BIT */
  GPtrArray *from_layers;  /**< of char*: ids of earlier layers, as named in "counts" */
  GArray *from_parts;      /**< of guint32: for each of them the parts that count, MING_PART_BIT */
  char *counter;
  char *code_deductible;   /**< polItemCode, default by kind */
  char *code_bands;        /**< prefix */
  char *code_over_cap;
  MingDeductibleSpec *deductible; /**< or NULL */
  MingBandsSpec *bands;
  GPtrArray *caps;         /**< of MingCapSpec* */
  char *pointer;
} MingLayerSpec;

typedef struct
{
  MingSpan span;
  GPtrArray *layers; /**< of MingLayerSpec* */
  MingFinancing financing;
  gboolean has_financing;
  MingTable *away_first;   /**< optional table with "rate", or NULL */
  MingRounding away_rounding;
  MingTable *catalogue;    /**< optional table whose rows say by "kind" whose catalogue applies, or NULL */
  MingRounding first_pay_rounding;
  gboolean split_by_days;  /**< a stay over the year's end is two bills by days, not one (跨年度住院按日分段) */
  GPtrArray *citations;    /**< of the version, for financing */
  MingEvidence evidence;
} MingCareVersion;

/** A kind of care (住院, 普通门诊 …). */
typedef struct
{
  char *key;
  MingPhrase name;
  GStrv med_types;
  gboolean admission;
  GPtrArray *versions; /**< of MingCareVersion*, ascending */
} MingCare;

/** MingAbout: which answers a gap touches, named as the parts of a pack that they come from; bits. */
typedef enum
{
  MING_ABOUT_CARE = 1 << 0,             /**< who pays what of a bill, accounts among them */
  MING_ABOUT_ACCOUNT_CREDIT = 1 << 1,   /**< what the account gets, and what is withheld from it */
  MING_ABOUT_CONTRIBUTION = 1 << 2,
  MING_ABOUT_RETIREMENT_YEARS = 1 << 3, /**< years for retired benefits, and buying them */
  MING_ABOUT_WAITING = 1 << 4,
  MING_ABOUT_RESIDENT_PREMIUM = 1 << 5,
  MING_ABOUT_EVERYTHING = (1 << 6) - 1
} MingAbout;

/**
 * Something the pack does not model (未计入).
 * @care: only these kinds of care; empty: all
 * @about: of #MingAbout; 0: none of this scheme's answers
 */
typedef struct
{
  MingPhrase text;
  GStrv care;
  guint about;
} MingGap;

/** MingGuidanceTopic: what people ask about the business of insurance itself (办事指引). */
typedef enum
{
  MING_GUIDANCE_CASH_CLAIM = 0, /**< 手工(零星)报销 */
  MING_GUIDANCE_PAYOUT,         /**< 报销的钱到哪里 */
  MING_GUIDANCE_WITHDRAWAL,     /**< 个人账户支取 */
  MING_GUIDANCE_INHERITANCE,    /**< 个人账户继承 */
  MING_GUIDANCE_TRANSFER,       /**< 关系转移接续 */
  MING_GUIDANCE_NO_CREDIT,      /**< 账户没有划入 */
  MING_GUIDANCE_SWITCH,         /**< 换险种、换身份 */
  MING_GUIDANCE_DOUBLE_COVER,   /**< 重复参保 */
  MING_GUIDANCE_PAUSE,          /**< 停保、断缴 */
  MING_N_GUIDANCE_TOPICS
} MingGuidanceTopic;

/** In what a time is counted. */
typedef enum
{
  MING_TIME_WORKING_DAYS = 0,
  MING_TIME_DAYS,
  MING_TIME_MONTHS,
  MING_TIME_YEARS
} MingTimeUnit;

/** MingGuidanceLimit: a time within which something is done (办理时限); 0 is on the spot. */
typedef struct
{
  MingPhrase name;
  MingNumberCell number;
  MingTimeUnit unit;
} MingGuidanceLimit;

/**
 * MingGuidance: what a document says to one question (办事指引).
 * @insutypes: the schemes it holds for
 * @about: the case in question, or empty
 * @papers: of MingPhrase*; @limits: of MingGuidanceLimit*
 * @where: where it is done, or empty
 */
typedef struct
{
  MingSpan span;
  char *id;
  MingGuidanceTopic topic;
  GStrv insutypes;
  MingPhrase about;
  MingPhrase answer;
  GPtrArray *papers;
  GPtrArray *limits;
  MingPhrase where;
  GPtrArray *citations;
  MingEvidence evidence;
} MingGuidance;

/** Make-up of missing years, with retirement_years. */
typedef struct
{
  gboolean present;
  MingAmountCell base;
  MingRateCell rate;
  gboolean monthly;
  gboolean at_once;
  GPtrArray *citations;
  MingEvidence evidence;
} MingMakeupSpec;

typedef struct
{
  MingDatedTable dated;
  MingMakeupSpec makeup;
} MingYearsVersion;

/**
 * MingPack: one policy pack, immutable after loading, reference counted.
 * Fields are read only.
 */
typedef struct
{
  char *id;
  char *revision;
  char *file;              /**< path or name it was read from */
  char *sha256;            /**< of the file's bytes, lower-case hex */
  char *region;
  char *insutype;
  MingPhrase name;
  gboolean demonstration;
  gboolean over_limit_is_own_pay; /**< 超限价 is printed as 个人自付, not as 个人自费 */
  int year_starts_month;
  int year_starts_day;
  GHashTable *sources;     /**< key → MingSource* */
  GPtrArray *source_order; /**< of MingSource*, as written */
  GPtrArray *attributes;   /**< of MingAttribute* */
  GPtrArray *gaps;         /**< of MingGap* */
  GPtrArray *bases;              /**< of MingDatedBase*, ascending */
  GPtrArray *contribution_rules; /**< of MingDatedTable* */
  GPtrArray *account_interest;   /**< of MingDatedTable*: a year's interest on the account (个人账户计息) */
  GPtrArray *account_debit;      /**< of MingDatedTable*: withheld from the account each month (个人账户代扣) */
  GPtrArray *account_credit;     /**< of MingDatedTable* */
  GPtrArray *cares;              /**< of MingCare* */
  GPtrArray *retirement_years;   /**< of MingYearsVersion* */
  GPtrArray *waiting;            /**< of MingDatedTable* */
  GPtrArray *resident_premium;   /**< of MingDatedTable* */
  GPtrArray *guidance;           /**< of MingGuidance*, as written */
} MingPack;

MingPack *ming_pack_ref (MingPack *pack);
void ming_pack_unref (MingPack *pack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingPack, ming_pack_unref)

/**
 * Loads a pack strictly.
 * @file: name shown in messages
 * @problems: (nullable): array of MingProblem* that gets every problem found, not only the first
 * Returns: (transfer full) (nullable): NULL with @error set to the first problem
 */
MingPack *ming_pack_load_bytes (GBytes *bytes, const char *file, GPtrArray *problems, GError **error);
MingPack *ming_pack_load_file (const char *path, GPtrArray *problems, GError **error);

/** The care whose med_types hold @med_type by longest prefix, or NULL. */
const MingCare *ming_pack_find_care (const MingPack *pack, const char *med_type);

/**
 * The element of @list (whose elements begin with a MingSpan) in force on @date; NULL with NO_RULE, naming
 * the dates before and after. @what: what is looked for, in the message.
 */
gconstpointer ming_pack_in_force (GPtrArray *list, const MingDate *date, const char *what, GError **error);

/**
 * MingLibrary: all packs of a folder.
 * A broken pack does not hide the others: its problems are kept beside them.
 */
typedef struct
{
  char *folder;
  GPtrArray *packs;    /**< of MingPack* */
  GPtrArray *problems; /**< of MingProblem* */
} MingLibrary;

/** A library of @pack and no other. (transfer full) */
MingLibrary *ming_library_new_of (MingPack *pack);

/** Loads every *.json directly inside @folder. (transfer full); NULL only when the folder cannot be read. */
MingLibrary *ming_library_load (const char *folder, GError **error);

/**
 * Loads every *.json directly inside another @folder as well. A pack whose id is there already is not used
 * and becomes a duplicate-pack problem. FALSE only when the folder cannot be read.
 */
gboolean ming_library_add_folder (MingLibrary *library, const char *folder, GError **error);
void ming_library_free (MingLibrary *library);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLibrary, ming_library_free)

/** Whether @pack holds nothing but guidance: rules of a province or of the country, no benefits. */
gboolean ming_pack_is_guidance_only (const MingPack *pack);

/**
 * The pack for a region and scheme; NULL with NO_PACK. Owned by @library. A pack of guidance alone answers
 * for no area.
 * @region: six digits; a district finds its city, in the four municipalities (直辖市) the municipality
 */
const MingPack *ming_library_find (const MingLibrary *library, const char *region, const char *insutype,
                                   GError **error);

G_END_DECLS
