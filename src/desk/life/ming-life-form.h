/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-life.h"
#include "../estimate/ming-estimate-form.h"
#include "../ming-headline.h"

G_BEGIN_DECLS

/** MingLifeField: what 退休与年限 asks besides the person of the session. */
typedef enum
{
  MING_LIFE_KIND = 0, /**< 退休类别 */
  MING_LIFE_PAID,     /**< 实际缴费月数 */
  MING_LIFE_DEEMED,   /**< 视同缴费月数 */
  MING_LIFE_LOCAL,    /**< 本地缴费月数 */
  MING_LIFE_WINDOW,   /**< 集中参保期内连续参保 */
  MING_LIFE_BROKEN,   /**< 断保年数 */
  MING_LIFE_REPAIRED, /**< 其中已补缴年数 */
  MING_LIFE_GAP,      /**< 距上次参保月数 */
  MING_N_LIFE_FIELDS
} MingLifeField;

/** MingLifeValues: the fields as typed; never NULL. */
typedef struct
{
  char *text[MING_N_LIFE_FIELDS];
} MingLifeValues;

/** Nothing typed. (transfer full) */
MingLifeValues *ming_life_values_new (void);

/** What was typed when @question was asked. (transfer full) */
MingLifeValues *ming_life_values_from_question (const MingLifeQuestion *question);
void ming_life_values_free (MingLifeValues *values);

/** Types @text, which may mean nothing, into @field. */
void ming_life_values_set (MingLifeValues *values, MingLifeField field, const char *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLifeValues, ming_life_values_free)

/** The four figures on top. */
typedef enum
{
  MING_LIFE_FIGURE_DATE = 0, /**< 法定退休时间 */
  MING_LIFE_FIGURE_MISSING,  /**< 还差 */
  MING_LIFE_FIGURE_COST,     /**< 补足费用 */
  MING_LIFE_FIGURE_WAITING,  /**< 等待期 */
  MING_N_LIFE_FIGURES
} MingLifeFigure;

/**
 * MingLifeForm: what follows from the values.
 * @field: what each field shows
 * @figure: the figures on top
 * @steps: of MingStep*
 * @guide: of MingNote*: transfer, change of scheme, double cover, interruption
 * @messages: of char*: what is missing or not known
 * @life: what it was made of, or NULL
 */
typedef struct
{
  MingFieldState field[MING_N_LIFE_FIELDS];
  MingHeadline figure[MING_N_LIFE_FIGURES];
  GPtrArray *steps;
  GPtrArray *guide;
  GPtrArray *messages;
  MingLife *life;
} MingLifeForm;

/** What a field takes. */
MingFieldKind ming_life_field_kind (MingLifeField field);

/**
 * What the values mean for the person of @person in @world; pure, no screen needed. (transfer full)
 * @typed, @person: values and form of the session
 */
MingLifeForm *ming_life_form_new (const MingLifeValues *values, const MingEstimateValues *typed,
                                  const MingEstimateForm *person, const MingEstimateWorld *world);
void ming_life_form_free (MingLifeForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingLifeForm, ming_life_form_free)

G_END_DECLS
