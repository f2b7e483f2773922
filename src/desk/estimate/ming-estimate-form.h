/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate/ming-case.h"
#include "../ming-asked.h"
#include "../ming-choice.h"
#include "../ming-field-state.h"
#include "../ming-places.h"
#include "ming-estimate-fields.h"

G_BEGIN_DECLS

/**
 * MingEstimateWorld: what the form needs to know besides what was typed. Nothing is owned.
 * @regions: (nullable): the national list of regions
 * @today: the day of asking when none is typed
 */
typedef struct
{
  const MingLibrary *library;
  const MingRegions *regions;
  MingDate today;
} MingEstimateWorld;

/**
 * MingEstimateForm: everything that follows from the values.
 * @pack, @care: what the choices stand for, NULL when there is none; owned by the library
 * @missing: of char*: what has to be typed before there is an answer
 * @family: of MingFamilyAccount*, those with a balance
 * @family_fault: why a cell of theirs is refused, or NULL
 * @input: the case to estimate; NULL when a field is refused or something is missing for any answer
 */
typedef struct
{
  const MingPack *pack;
  const MingCare *care;
  MingAsked *asked;
  MingDate date;
  gboolean retired;
  gboolean by_catalogue;
  gboolean by_items;
  MingParsed parsed[MING_N_FIELDS];
  MingFieldState field[MING_N_FIELDS];
  GPtrArray *family;
  char *family_fault[MING_FAMILY_ROWS][MING_N_FAMILY_COLUMNS];
  GPtrArray *missing;
  MingCase *input;
} MingEstimateForm;

/** What the values mean in @world: pure, no screen needed. (transfer full) */
MingEstimateForm *ming_estimate_form_new (const MingEstimateValues *values, const MingEstimateWorld *world);
void ming_estimate_form_free (MingEstimateForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingEstimateForm, ming_estimate_form_free)

/** How many fields are refused. */
guint ming_estimate_form_n_faults (const MingEstimateForm *self);

/**
 * The values with every choice but @changed that the region, scheme or kind of care no longer offers replaced
 * by one that is offered, or by nothing where only the client knows. (transfer full)
 * @changed: the field being typed in, left alone; MING_N_FIELDS for none
 */
MingEstimateValues *ming_estimate_form_settle (const MingEstimateValues *values,
                                               const MingEstimateWorld *world, MingField changed);

/**
 * Where Enter goes from @field: the next usual field that is shown; a citizen number that was read makes
 * birth date and sex unusual. MING_N_FIELDS when there is none.
 */
MingField ming_estimate_form_next (const MingEstimateForm *self, const MingEstimateValues *values,
                                   MingField field);

/**
 * The text of a money, date or count field as it is written when left: "5869" → "5,869.00".
 * (transfer full)
 */
char *ming_field_tidy (MingField field, const char *text, MingDate today);

/*< private >*/
void ming_estimate_form_fill_choices (MingEstimateForm *self, const MingEstimateValues *values,
                                      const MingEstimateWorld *world);
void ming_estimate_form_fill_so_far (MingEstimateForm *self, const MingEstimateValues *values,
                                     MingDate today);
void ming_estimate_form_fill_family (MingEstimateForm *self, const MingEstimateValues *values,
                                     MingDate today);
void ming_estimate_form_fill_case (MingEstimateForm *self, const MingEstimateValues *values);

G_END_DECLS
