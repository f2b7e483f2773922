/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-estimate-form.h"

G_BEGIN_DECLS

/** How many cases of one client may be kept side by side. */
#define MING_TABS_MAX 3

/**
 * MingEstimateTab: one of them.
 * @values: as typed; of the tab in front they are the form's own, and this is NULL
 * @own_fen: what the person pays; only when @known
 */
typedef struct
{
  MingEstimateValues *values;
  gboolean known;
  MingFen own_fen;
} MingEstimateTab;

/**
 * MingEstimateTabs: the same client's bill in one to three versions (方案), so that one thing can be changed
 * and the results compared. The form shows the one in front.
 */
typedef struct
{
  guint n_tabs;
  guint active;
  MingEstimateTab tab[MING_TABS_MAX];
} MingEstimateTabs;

/** One tab, in front. */
void ming_estimate_tabs_init (MingEstimateTabs *self);

/** One tab again: nothing that was kept is left. */
void ming_estimate_tabs_clear (MingEstimateTabs *self);

/**
 * Keeps @values, the form as it is, behind a new tab that begins with the same and comes to the front.
 * Returns: FALSE when there are MING_TABS_MAX already
 */
gboolean ming_estimate_tabs_add (MingEstimateTabs *self, const MingEstimateValues *values);

/**
 * Brings tab @index to the front and keeps @values, the form as it is, behind it.
 * Returns: (transfer full) (nullable): what the form holds now;
 *   NULL when there is no such tab or it is in front
 */
MingEstimateValues *ming_estimate_tabs_turn (MingEstimateTabs *self, const MingEstimateValues *values,
                                             guint index);

/**
 * Takes the tab in front away; the one before it comes to the front.
 * Returns: (transfer full) (nullable): what the form holds now; NULL when it is the only one, which stays
 */
MingEstimateValues *ming_estimate_tabs_remove (MingEstimateTabs *self);

/** Works out again what the person pays behind the tabs: rules or day have changed. */
void ming_estimate_tabs_update (MingEstimateTabs *self, const MingEstimateWorld *world);

/**
 * What stands on tab @index: "方案 2  自付 7,100.00 (+458.50)", compared with the tab in front.
 * @known, @own_fen: what the person pays by the form as it is
 * (transfer full)
 */
char *ming_estimate_tabs_describe (const MingEstimateTabs *self, guint index, gboolean known,
                                   MingFen own_fen);

G_END_DECLS
