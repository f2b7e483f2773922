/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-audit.h"

G_BEGIN_DECLS

/** Fills all but the steps of @rows. */
void ming_audit_compare (const MingStatement *statement, const MingStatement *estimate,
                         MingAuditRow rows[MING_N_STATEMENT_FIELDS]);

/** The visit a statement is about, or NULL. */
const MingVisitResult *ming_audit_last_visit (const MingEstimate *estimate);

/** The layer whose deductible a statement gives, or -1. */
int ming_audit_deductible_layer (const MingVisitResult *visit);

/** Tries every single change of the case and keeps those that explain all figures. */
void ming_audit_find_causes (MingAudit *self, const MingLibrary *library);

G_END_DECLS
