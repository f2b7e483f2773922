/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-contribution.h"
#include "core/ming-band.h"
#include "ming-facts.h"
#include "ming-source.h"

G_BEGIN_DECLS

/** MingAttribute: a class made from national codes (e.g. tier 三级 from hosp_lv 01…04). */
typedef struct
{
  char *name;
  MingTextFact from;
  GPtrArray *values;  /**< of char*: the class names */
  GPtrArray *codes;   /**< of GStrv: the code prefixes of each */
  GPtrArray *english; /**< of char*: the English name of each, or NULL */
} MingAttribute;

/** MingDimension: what one condition of a row asks about. */
typedef enum
{
  MING_DIMENSION_ATTRIBUTE,
  MING_DIMENSION_TEXT,
  MING_DIMENSION_NUMBER
} MingDimension;

/**
 * MingCondition: one entry of "when".
 * @index: attribute index in the pack, or #MingTextFact, or #MingNumberFact
 * @name: the key as written
 * @values: accepted words (attributes and texts); a text fact must be one of them exactly
 * @english: the same words in English, as far as the attribute has them; as long as @values, "" where missing
 * @least, @most: accepted numbers, inclusive; G_MININT64 / G_MAXINT64 when open
 */
typedef struct
{
  MingDimension dimension;
  guint index;
  char *name;
  GStrv values;
  GStrv english;
  gint64 least;
  gint64 most;
} MingCondition;

/** Columns a row may have; which ones a table allows is the table kind's business. */
typedef enum
{
  MING_COLUMN_AMOUNT = 0, /**< amount, fen */
  MING_COLUMN_LESS_EACH,
  MING_COLUMN_NOT_BELOW,
  MING_COLUMN_FLOOR,
  MING_COLUMN_CEILING,
  MING_COLUMN_CAP,
  MING_COLUMN_LESS,
  MING_COLUMN_BASE,
  MING_COLUMN_PERSON,
  MING_COLUMN_SUBSIDY,
  MING_N_AMOUNT_COLUMNS
} MingAmountColumn;

typedef enum
{
  MING_COLUMN_RATE = 0, /**< one rate or a list, one for each band */
  MING_COLUMN_PERCENT,
  MING_COLUMN_OWN,
  MING_COLUMN_UNIT,
  MING_COLUMN_TIMES,
  MING_COLUMN_ADD,      /**< may be negative: see MingRateCell.negative */
  MING_N_RATE_COLUMNS
} MingRateColumn;

typedef enum
{
  MING_COLUMN_MONTHS = 0,
  MING_COLUMN_ACTUAL_MONTHS,
  MING_COLUMN_LOCAL_MONTHS,
  MING_COLUMN_FIXED_MONTHS,
  MING_COLUMN_PER_BROKEN_YEAR,
  MING_COLUMN_REPAIR_PER_YEAR,
  MING_COLUMN_LONG_BREAK_YEARS,
  MING_COLUMN_LONG_BREAK_AT_LEAST,
  MING_COLUMN_GAP_MONTHS,
  MING_COLUMN_FREE_YEARS,
  MING_N_NUMBER_COLUMNS
} MingNumberColumn;

/** A cell is absent, unknown ("unknown"), none ("none": no cap), or a value. */
typedef enum
{
  MING_CELL_ABSENT = 0,
  MING_CELL_UNKNOWN,
  MING_CELL_NONE,
  MING_CELL_VALUE
} MingCellState;

typedef struct
{
  MingCellState state;
  MingFen fen;
} MingAmountCell;

typedef struct
{
  MingCellState state;
  gboolean negative;              /**< only for "add" */
  int n_rates;
  MingRate rate[MING_BANDS_MAX];
  MingCellState rate_state[MING_BANDS_MAX]; /**< one band of a list may be "unknown" */
} MingRateCell;

typedef struct
{
  MingCellState state;
  gint64 number;
} MingNumberCell;

/** MingContributionCell: one part of a contribution row. */
typedef struct
{
  MingContributor who;
  MingPhrase name;
  MingRateCell rate;
  MingAmountCell amount;
  MingRounding rounding;
  GPtrArray *citations; /**< of MingCitation* */
  MingEvidence evidence;
  char *pointer;
} MingPartCell;

/**
 * MingRow: one row of a table.
 * @conditions: of MingCondition*; empty: matches everybody
 * @self_share_of: of MingCondition*, or NULL: take the rates matched with these facts, person's share × times
 * @kind: word of the "kind" column (account_credit), or NULL
 * @parts: of MingPartCell*, or NULL
 * @citations: of MingCitation*, already inherited
 * @pointer: JSON pointer of the row
 */
typedef struct
{
  GPtrArray *conditions;
  GPtrArray *self_share_of;
  MingAmountCell amount[MING_N_AMOUNT_COLUMNS];
  MingRateCell rate[MING_N_RATE_COLUMNS];
  MingNumberCell number[MING_N_NUMBER_COLUMNS];
  char *kind;
  MingRounding rounding;
  gboolean per_year;
  GPtrArray *parts;
  GPtrArray *citations;
  MingEvidence evidence;
  MingPhrase note;
  char *pointer;
} MingRow;

/** MingTable: rows of which the most specific matching one counts. @optional: matching none is no error. */
typedef struct
{
  char *pointer;
  gboolean optional;
  GPtrArray *rows; /**< of MingRow* */
} MingTable;

/**
 * MingNearMiss: a row that did not match and the first condition that failed (最接近的未匹配行).
 * Both are owned by the pack.
 */
typedef struct
{
  const MingRow *row;
  const MingCondition *failed;
  guint n_failed;
} MingNearMiss;

/** Whether @facts (with @attributes, of MingAttribute*) meet @condition. */
gboolean ming_condition_matches (const MingCondition *condition, GPtrArray *attributes,
                                 const MingFacts *facts);

/** The class of @facts under @attribute, or NULL (owned by the attribute). */
const char *ming_attribute_class (const MingAttribute *attribute, const MingFacts *facts);

/** @facts with those that @conditions name changed so that they meet them, by their first value. */
MingFacts ming_facts_with (const MingFacts *facts, GPtrArray *conditions, GPtrArray *attributes);

/** Whether @wide matches everything that @narrow matches, as far as their conditions say so. */
gboolean ming_row_covers (const MingRow *wide, const MingRow *narrow, GPtrArray *attributes);

/** The most near misses ming_table_match() hands out. */
#define MING_NEAR_MAX 3

/**
 * The most specific row that matches, or NULL.
 * @near: (nullable): array of MingNearMiss, gets the rows with the fewest failed conditions, nearest first,
 *   at most %MING_NEAR_MAX
 */
const MingRow *ming_table_match (const MingTable *table, GPtrArray *attributes, const MingFacts *facts,
                                 GArray *near);

/** "三级 · 在职 · 70 岁以上": the conditions of @row in words; "" for a row without any. (transfer full) */
char *ming_row_describe (const MingRow *row, const char *language);

/** One condition in words. (transfer full) */
char *ming_condition_describe (const MingCondition *condition, const char *language);

/** All of @conditions (of MingCondition*) in words, as ming_row_describe(). (transfer full) */
char *ming_conditions_describe (GPtrArray *conditions, const char *language);

/** Names of the columns as in packs, e.g. "less_each" (static). */
const char *ming_amount_column_name (MingAmountColumn column);
const char *ming_rate_column_name (MingRateColumn column);
const char *ming_number_column_name (MingNumberColumn column);

void ming_attribute_free (MingAttribute *attribute);
void ming_condition_free (MingCondition *condition);
void ming_part_cell_free (MingPartCell *part);
void ming_row_free (MingRow *row);
void ming_table_free (MingTable *table);

G_END_DECLS
