/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MingCodes: the national dictionaries that window and paper name. */
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

/** MingCodeName: one code; @name is a message id of the list, @initials are those of its Chinese. */
typedef struct
{
  const char *code;
  const char *name;
  const char *initials;
} MingCodeName;

/** All codes of @list (static). @out_n: how many */
const MingCodeName *ming_code_names (MingCodes list, gsize *out_n);

/** The name of @entry of @list in the program's language (static). */
const char *ming_code_names_translate (MingCodes list, const MingCodeName *entry);

/** The name of @code in the program's language; @code itself when @list does not have it. */
const char *ming_code_names_find (MingCodes list, const char *code);

G_END_DECLS
