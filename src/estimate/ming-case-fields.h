/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-case.h"

G_BEGIN_DECLS

/** How the text of a field of a case is read and written. */
typedef enum
{
  MING_FIELD_DIGITS,  /**< char *: @least to @most digits */
  MING_FIELD_CODE,    /**< char *: @least to @most letters, digits and . - _ of ASCII */
  MING_FIELD_WORD,    /**< char *: one of @words */
  MING_FIELD_TEXT,    /**< char *: any words, @least to @most characters */
  MING_FIELD_AMOUNT,  /**< MingAmount, yuan */
  MING_FIELD_FEN,     /**< MingFen that is 0 when left out, yuan */
  MING_FIELD_SHARE,   /**< MingRate of at most 100 %; den 0 when left out */
  MING_FIELD_DATE,    /**< MingDate; year 0 when left out */
  MING_FIELD_MONTH,   /**< int, year × 12 + month − 1, written 2025-03; 0 when left out */
  MING_FIELD_INT,     /**< int from @least to @most; what was there before when left out */
  MING_FIELD_INT64    /**< gint64 likewise */
} MingFieldKind;

/**
 * MingField: one member of an object of the case format; reader and printer go by the same tables.
 * @offset: where the value stands in the struct
 * @words: for %MING_FIELD_WORD, parted by blanks
 */
typedef struct
{
  const char *key;
  MingFieldKind kind;
  gsize offset;
  gint64 least;
  gint64 most;
  const char *words;
  gboolean required;
} MingField;

/** The word that says what a file is. */
#define MING_CASE_FORMAT "mingsuan-case/1"

/* The tables end with a key of NULL. Lists and objects are not among them: "person", "year", "visits", … */
extern const MingField ming_case_fields[];    /**< of MingCase */
extern const MingField ming_person_fields[];  /**< of MingPerson */
extern const MingField ming_family_fields[];  /**< of MingFamilyAccount */
extern const MingField ming_uncredited_fields[]; /**< of MingUncredited */
extern const MingField ming_so_far_fields[];  /**< of MingSoFar */
extern const MingField ming_visit_fields[];   /**< of MingCaseVisit: what, where and when */
extern const MingField ming_cost_fields[];    /**< of MingCaseVisit: the total and the four classes of I1 */
extern const MingField ming_class_fields[];   /**< of MingCaseVisit: 甲乙丙 */
extern const MingField ming_item_fields[];    /**< of MingClassItem */

G_END_DECLS
