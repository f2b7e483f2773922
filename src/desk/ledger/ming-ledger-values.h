/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../estimate/ming-estimate-fields.h"

G_BEGIN_DECLS

/** MingLedgerColumn: what is typed about a visit; the first MING_LEDGER_N_CELLS stand in its row. */
typedef enum
{
  MING_LEDGER_BEGNDATE = 0, /**< 入院日期 */
  MING_LEDGER_ENDDATE,      /**< 出院日期 */
  MING_LEDGER_MED_TYPE,     /**< 医疗类别 */
  MING_LEDGER_HOSP_LV,      /**< 医院等级 */
  MING_LEDGER_TOTAL,        /**< 总费用 */
  MING_LEDGER_FULL_OWN,     /**< 全自费 */
  MING_LEDGER_FIRST_PAY,    /**< 先行自付 */
  MING_LEDGER_OVER_LIMIT,   /**< 超限价 */
  MING_LEDGER_N_CELLS,
  MING_LEDGER_AWAY = MING_LEDGER_N_CELLS, /**< 就医地 */
  MING_LEDGER_AREA,         /**< 就医范围 */
  MING_LEDGER_DISEASE,      /**< 慢特病 */
  MING_LEDGER_ADMISSION,    /**< 第几次住院 */
  MING_LEDGER_TRANSFER,     /**< 转院: "1", or "" */
  MING_LEDGER_ACCT_INC,     /**< 新划入个人账户 since the visit before */
  MING_LEDGER_CATALOGUE,    /**< 分类目录 */
  MING_LEDGER_BY_CLASS,     /**< 费用分类: four classes, 甲乙丙, or class B item by item */
  MING_LEDGER_CLASS_A,      /**< 甲类 */
  MING_LEDGER_CLASS_B,      /**< 乙类 */
  MING_LEDGER_CLASS_B_ITEMS, /**< 乙类各项 */
  MING_LEDGER_CLASS_C,      /**< 丙类 */
  MING_LEDGER_FIRST_RATE,   /**< 乙类先付比例 */
  MING_LEDGER_N_COLUMNS
} MingLedgerColumn;

/** MingLedgerNext: what may be said about the next admission; left empty, it is like the last one. */
typedef enum
{
  MING_LEDGER_NEXT_HOSP_LV = 0, /**< 医院等级 */
  MING_LEDGER_NEXT_TOTAL,       /**< 总费用 */
  MING_LEDGER_NEXT_FULL_OWN,    /**< 全自费 */
  MING_LEDGER_NEXT_FIRST_PAY,   /**< 先行自付 */
  MING_LEDGER_N_NEXT
} MingLedgerNext;

/** The most visits of a ledger. */
#define MING_LEDGER_ROWS_MAX 100

/**
 * MingLedgerRow: one visit as typed.
 * @serial: never changes and is never used twice in a ledger
 * @refunded: taken back (退费): it stands there, but is not counted
 * @id: the visit's label in the file it came from, or NULL
 * @text: by MingLedgerColumn; never NULL
 */
typedef struct
{
  guint serial;
  gboolean refunded;
  char *id;
  char *text[MING_LEDGER_N_COLUMNS];
} MingLedgerRow;

/**
 * MingLedgerValues: the ledger as typed.
 * @rows: of MingLedgerRow*, in the order of settlement; the last one is blank while there is room
 * @settled: (nullable): the rows as they were settled, which later ones are compared with (补差)
 * @next: by MingLedgerNext
 */
typedef struct
{
  GPtrArray *rows;
  GPtrArray *settled;
  char *next[MING_LEDGER_N_NEXT];
  guint next_serial;
} MingLedgerValues;

/** An empty ledger with one blank row. (transfer full) */
MingLedgerValues *ming_ledger_values_new (void);
MingLedgerValues *ming_ledger_values_copy (const MingLedgerValues *self);
void ming_ledger_values_free (MingLedgerValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLedgerValues, ming_ledger_values_free)

/** The visits of @input as they would have been typed, settled as they are. (transfer full) */
MingLedgerValues *ming_ledger_values_from_case (const MingCase *input);

/**
 * The ledger of such rows, copied.
 * @rows, @settled: of MingLedgerRow*; @settled NULL: nothing was corrected yet
 * (transfer full)
 */
MingLedgerValues *ming_ledger_values_from_rows (GPtrArray *rows, GPtrArray *settled);

const MingLedgerRow *ming_ledger_values_row (const MingLedgerValues *self, guint row);

/** Nothing is known of the visit but the kind of care: a row to be typed in. */
gboolean ming_ledger_row_is_blank (const MingLedgerRow *row);

/** Whether no row says anything yet. */
gboolean ming_ledger_values_is_blank (const MingLedgerValues *self);

/** Types @text; a blank row that is no longer blank gets a new blank one after it. */
void ming_ledger_values_set (MingLedgerValues *self, guint row, MingLedgerColumn column, const char *text);
void ming_ledger_values_set_next (MingLedgerValues *self, MingLedgerNext column, const char *text);

/** A blank row before @row, of the same kind of care; FALSE when there is no room. */
gboolean ming_ledger_values_insert (MingLedgerValues *self, guint row);

/** Strikes @row out for good; FALSE for the blank one at the end. */
gboolean ming_ledger_values_remove (MingLedgerValues *self, guint row);

/** 退费: @row is no longer counted, or counted again; FALSE for a blank row. */
gboolean ming_ledger_values_refund (MingLedgerValues *self, guint row);

/** The rows as they stand now are what later corrections are compared with. */
void ming_ledger_values_settle (MingLedgerValues *self);

/**
 * Puts the rows in the order of their last days as @today reads them, those without one where they stand.
 * FALSE when they already are.
 */
gboolean ming_ledger_values_sort (MingLedgerValues *self, MingDate today);

G_END_DECLS
