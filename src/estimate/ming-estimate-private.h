/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-estimate.h"

G_BEGIN_DECLS

/** What is known of the person on @date, for rules to ask. Texts are owned by @input. */
MingFacts ming_estimate_person_facts (const MingCase *input, const MingDate *date);

/** Completed years on @date from the birth date, or the typed age; -1 when neither is known. */
int ming_estimate_age (const MingPerson *person, const MingDate *date);

/** The purse in the order in which it pays. */
MingPurse ming_estimate_purse (const MingPerson *person);

/** Index of the visit's hospital level among %MING_LEVELS_MAX: 三级 0, 二级 1, 一级 2, others 3. */
int ming_estimate_level (const char *hosp_lv);

/** First day of @pack's benefit year that holds @date. */
MingDate ming_estimate_year_begins (const MingPack *pack, const MingDate *date);

/**
 * @visit as the region settles it: itself, or two parts by days when it lies over the end of the benefit
 * year and the pack says so (跨年度住院按日分段). (transfer full) of MingCaseVisit*
 */
GPtrArray *ming_estimate_split_visit (const MingPack *pack, const MingCaseVisit *visit);

/**
 * Settles one visit after the year and purse the earlier ones left; both are advanced when it is known.
 * Returns NULL only for an internal inconsistency or amounts out of range.
 */
MingVisitResult *ming_estimate_visit (const MingCase *input, const MingCaseVisit *visit, MingPack *pack,
                                      MingYear *year, MingPurse *purse, GError **error);
void ming_visit_result_free (MingVisitResult *result);

/** Distances to the next thresholds after @result's settlement. (transfer full) of MingDistance* */
GPtrArray *ming_estimate_distances (const MingVisitResult *result);

gboolean ming_estimate_credit (const MingCase *input, MingPack *pack, MingCreditResult *out, GError **error);
void ming_credit_result_clear (MingCreditResult *result);

gboolean ming_estimate_contribution (const MingCase *input, MingPack *pack, MingContributionResult *out,
                                     GError **error);
/** What is withheld from the account in a month; a pack without such rules withholds nothing. */
gboolean ming_estimate_debit (const MingCase *input, MingPack *pack, MingContributionResult *out,
                              GError **error);
void ming_contribution_result_clear (MingContributionResult *result);

/**
 * Why no row of @table covers the person, where that is only because something was not given: "account
 * credit: still needed: birth date or age". (transfer full) (nullable): NULL when every row asks for
 * something else than is the case
 */
char *ming_estimate_ask_missing (const char *what, const MingTable *table, GPtrArray *attributes,
                                 const MingFacts *facts);

/** The same of a visit that no row covers: the first of its layers that lacks something. (transfer full) */
char *ming_estimate_ask_missing_of_visit (MingPack *pack, const MingFacts *facts);

/** Fills cautions, gaps and evidence of @self from everything it used. */
void ming_estimate_collect_notes (MingEstimate *self);

/** Sets MING_ESTIMATE_ERROR for a core @status that is not OK. */
gboolean ming_estimate_check_status (MingStatus status, const char *where, GError **error);

G_END_DECLS
