/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/ming-money.h"
#include "ming-estimate-values.h"

G_BEGIN_DECLS

/** MingFieldKind: what a field takes. */
typedef enum
{
  MING_KIND_CHOICE = 0, /**< one of a list */
  MING_KIND_REGION,     /**< one of all regions */
  MING_KIND_IDCARD,     /**< 公民身份号码, masked once read */
  MING_KIND_TEXT,       /**< any words */
  MING_KIND_MONEY,      /**< yuan */
  MING_KIND_DATE,
  MING_KIND_COUNT,      /**< whole number */
  MING_KIND_RATE,
  MING_KIND_LIST,       /**< several items in one line, see ming-estimate-lists.h */
  MING_KIND_FLAG,       /**< "1" or "" */
  MING_KIND_SHOWN       /**< computed, not typed */
} MingFieldKind;

/** MingSection: the three parts of the form. */
typedef enum
{
  MING_SECTION_PERSON = 0, /**< 参保人 */
  MING_SECTION_VISIT,      /**< 就医 */
  MING_SECTION_YEAR,       /**< 年度累计 */
  MING_N_SECTIONS
} MingSection;

/**
 * MingFieldInfo: what never changes about a field.
 * @wide: it takes a row of its own
 * @usual: it is typed for most clients; Enter goes from one such field to the next, Tab to every field
 */
typedef struct
{
  MingFieldKind kind;
  MingSection section;
  gboolean wide;
  gboolean usual;
  const char *label;
  gint32 least;
  gint32 most;
} MingFieldInfo;

/** What is known of @field before anything is typed. (static) */
const MingFieldInfo *ming_field_info (MingField field);

/** The field's usual label in the program's language. */
const char *ming_field_label (MingField field);

/**
 * MingParsed: what the text of a field means.
 * @given: anything was typed; @fault: why it means nothing, or NULL; then no value is set
 * @unfinished: the fault is that it stops too early, as while somebody is typing
 */
typedef struct
{
  gboolean given;
  gboolean unfinished;
  MingFen fen;
  MingDate date;
  gint32 number;
  MingRate rate;
  char *fault;
} MingParsed;

/** Reads the text of one field by its kind; choices and flags are left to the form. */
MingParsed ming_field_parse (MingField field, const char *text, MingDate today);

G_END_DECLS
