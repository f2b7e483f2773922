/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/ming-finance.h"
#include "estimate/ming-case.h"
#include "estimate/ming-life.h"

G_BEGIN_DECLS

/** MingField: one field of the form, in the order of the screen. */
typedef enum
{
  MING_FIELD_REGION = 0, /**< 参保地区 */
  MING_FIELD_INSUTYPE,   /**< 险种 */
  MING_FIELD_PSN_TYPE,   /**< 人员类别 */
  MING_FIELD_IDCARD,     /**< 身份证号, optional */
  MING_FIELD_BRDY,       /**< 出生日期 */
  MING_FIELD_AGE,        /**< 周岁 */
  MING_FIELD_GEND,       /**< 性别 */
  MING_FIELD_FLXEMPE,    /**< 灵活就业 */
  MING_FIELD_CVLSERV,    /**< 公务员 */
  MING_FIELD_CLCT_GRDE,  /**< 缴费档次 */
  MING_FIELD_SP_PSN_TYPE, /**< 救助类别 */
  MING_FIELD_INSURED_YEARS,    /**< 参保年数 */
  MING_FIELD_CLAIM_FREE_YEARS, /**< 零报销年数 */
  MING_FIELD_INSURED_MONTHS,   /**< 连续参保月数 */
  MING_FIELD_BASE,       /**< 缴费基数 or 月养老金 */
  MING_FIELD_BALC,       /**< 账户余额 */
  MING_FIELD_UNCREDITED, /**< 不划入个人账户的月份, in one line */
  MING_FIELD_DATE,       /**< 测算日期 */
  MING_FIELD_MED_TYPE,   /**< 医疗类别 */
  MING_FIELD_HOSP_LV,    /**< 医院等级 */
  MING_FIELD_DISEASE,    /**< 慢特病 */
  MING_FIELD_AWAY,       /**< 就医地 */
  MING_FIELD_AREA,       /**< 就医范围 */
  MING_FIELD_BEGNDATE,   /**< 入院日期 */
  MING_FIELD_ENDDATE,    /**< 出院日期 */
  MING_FIELD_ADMISSION,  /**< 第几次住院 */
  MING_FIELD_BY_CLASS,   /**< 费用分类: four classes, 甲乙丙, or class B item by item */
  MING_FIELD_CATALOGUE,  /**< 分类目录: by whose the costs were parted; empty: by the one that applies */
  MING_FIELD_TOTAL,      /**< 总费用 */
  MING_FIELD_FULL_OWN,   /**< 全自费 */
  MING_FIELD_FIRST_PAY,  /**< 先行自付 */
  MING_FIELD_OVER_LIMIT, /**< 超限价 */
  MING_FIELD_CLASS_A,    /**< 甲类 */
  MING_FIELD_CLASS_B,    /**< 乙类 */
  MING_FIELD_CLASS_B_ITEMS, /**< 乙类各项, in one line */
  MING_FIELD_CLASS_C,    /**< 丙类 */
  MING_FIELD_FIRST_RATE, /**< 乙类先付比例 */
  MING_FIELD_IN_SCOPE,   /**< 符合政策范围, computed */
  MING_FIELD_ADMISSIONS, /**< 本年已住院次数 */
  MING_FIELD_SO_FAR,     /**< 年度累计: the first of MING_SO_FAR_MAX running totals */
  MING_N_FIELDS = MING_FIELD_SO_FAR + 8
} MingField;

/** How many running totals of the year the form has room for. */
#define MING_SO_FAR_MAX 8

/** Values of MING_FIELD_BY_CLASS. */
#define MING_BY_NATIONAL "national"
#define MING_BY_CATALOGUE "catalogue"
#define MING_BY_ITEMS "items"

/** MingFamilyColumn: what is typed about a member's account (家庭共济). */
typedef enum
{
  MING_FAMILY_RELATION = 0, /**< 关系, any words */
  MING_FAMILY_BALC,         /**< 账户余额; an empty one means there is no such account */
  MING_FAMILY_RANK,         /**< 顺位; the row's own number when empty */
  MING_FAMILY_BOUND,        /**< 绑定日期 */
  MING_N_FAMILY_COLUMNS
} MingFamilyColumn;

/** How many members the form has room for: all that a case may name. */
#define MING_FAMILY_ROWS MING_FAMILY_MAX
/** How many of these rows are shown when fewer are filled. */
#define MING_FAMILY_ROWS_SHOWN 4

/**
 * MingEstimateValues: the form as typed; what a field holds is text or a code, never NULL.
 * @so_far: text by "counter/column"; the pack and the kind of care decide which of them the form shows
 * @family: the members' accounts, row by row
 * @family_order: by_rank, by_balance, by_binding; "" is by_rank
 */
typedef struct
{
  char *text[MING_N_FIELDS];
  GHashTable *so_far;
  char *family[MING_FAMILY_ROWS][MING_N_FAMILY_COLUMNS];
  char *family_order;
} MingEstimateValues;

/** An empty form for a counter in @region (a division code, "" when none is known). (transfer full) */
MingEstimateValues *ming_estimate_values_new (const char *region);
/** The form as it would have been typed for @input; of several visits the last one. (transfer full) */
MingEstimateValues *ming_estimate_values_from_case (const MingCase *input);

/** The person of a question about a working life, as it would have been typed. (transfer full) */
MingEstimateValues *ming_estimate_values_from_life (const MingLifeQuestion *question);
MingEstimateValues *ming_estimate_values_copy (const MingEstimateValues *self);
void ming_estimate_values_free (MingEstimateValues *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingEstimateValues, ming_estimate_values_free)

void ming_estimate_values_set (MingEstimateValues *self, MingField field, const char *text);

void ming_estimate_values_set_family (MingEstimateValues *self, guint row, MingFamilyColumn column,
                                      const char *text);
void ming_estimate_values_set_family_order (MingEstimateValues *self, const char *order);

/** The text typed for the running total @key, "" when none. */
const char *ming_estimate_values_get_so_far (const MingEstimateValues *self, const char *key);
void ming_estimate_values_set_so_far (MingEstimateValues *self, const char *key, const char *text);

/**
 * The form for the next client (下一位): everything personal is gone, the counter's own choices stay.
 * (transfer full)
 */
MingEstimateValues *ming_estimate_values_next_client (const MingEstimateValues *self);

/**
 * The form after the citizen number has been read: birth date and sex filled in. (transfer full)
 * Nothing changes when the number is not good, or is a masked one.
 * @masked: also replace the number by its masked form, as when the field is left
 */
MingEstimateValues *ming_estimate_values_take_idcard (const MingEstimateValues *self, MingDate today,
                                                      gboolean masked);

/** Whether @text is a masked citizen number, which tells nothing any more. */
gboolean ming_idcard_text_is_masked (const char *text);

G_END_DECLS
