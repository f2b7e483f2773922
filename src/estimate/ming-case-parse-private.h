/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-case-reader.h"

G_BEGIN_DECLS

/** Reads the object "person" into @person, which is new. */
void ming_case_read_person (MingCaseReader *self, JsonObject *object, MingPerson *person);

/** Reads the object "classes" of @visit_object: 甲乙丙, class B by one rate or item by item. */
void ming_case_read_classes (MingCaseReader *self, JsonObject *visit_object, JsonObject *classes,
                             MingCaseVisit *visit);

/** The four classes of I1 of @object have been read; one that was left out is what the others leave. */
void ming_case_balance_costs (MingCaseReader *self, JsonObject *object, MingCaseVisit *visit);

G_END_DECLS
