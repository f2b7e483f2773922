/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-choice.h"

G_BEGIN_DECLS

/** MingCodes: the national dictionaries the form chooses from. */
typedef enum
{
  MING_CODES_INSUTYPE = 0, /**< 险种类型 */
  MING_CODES_PSN_TYPE,     /**< 人员类别 */
  MING_CODES_GEND,         /**< 性别 */
  MING_CODES_MED_TYPE,     /**< 医疗类别 */
  MING_CODES_HOSP_LV,      /**< 医院等级 */
  MING_CODES_AWAY,         /**< 就医地: words of this program, the platform has none */
  MING_CODES_AREA,         /**< 就医范围: likewise */
  MING_N_CODES
} MingCodes;

/** All entries of @list, named in the program's language. (transfer full) of MingChoice* */
GPtrArray *ming_codes_list (MingCodes list);

/** The name of @code in the program's language; @code itself when the dictionary does not have it. */
const char *ming_codes_name (MingCodes list, const char *code);

G_END_DECLS
