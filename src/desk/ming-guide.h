/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "policy/ming-guidance.h"
#include "estimate/ming-estimate-answer.h"

G_BEGIN_DECLS

/** What a page answers about the business of insurance (办事指引): sets of topics. */
#define MING_GUIDE_BILL                                                                                     \
  (MING_GUIDANCE_BIT (MING_GUIDANCE_CASH_CLAIM) | MING_GUIDANCE_BIT (MING_GUIDANCE_PAYOUT))
#define MING_GUIDE_ACCOUNT                                                                                  \
  (MING_GUIDANCE_BIT (MING_GUIDANCE_WITHDRAWAL) | MING_GUIDANCE_BIT (MING_GUIDANCE_INHERITANCE)             \
   | MING_GUIDANCE_BIT (MING_GUIDANCE_TRANSFER) | MING_GUIDANCE_BIT (MING_GUIDANCE_NO_CREDIT))
#define MING_GUIDE_LIFE                                                                                     \
  (MING_GUIDANCE_BIT (MING_GUIDANCE_TRANSFER) | MING_GUIDANCE_BIT (MING_GUIDANCE_SWITCH)                    \
   | MING_GUIDANCE_BIT (MING_GUIDANCE_DOUBLE_COVER) | MING_GUIDANCE_BIT (MING_GUIDANCE_PAUSE))

/**
 * What is known of @topics for the region, scheme and day of the session, the nearer rule first, and at the
 * end what is not entered and where to ask. Pure, no screen needed.
 * @topics: set of MING_GUIDANCE_BIT
 * Returns: (transfer full): of MingNote*; empty as long as there is no region or scheme
 */
GPtrArray *ming_guide_notes (const MingEstimateValues *typed, const MingEstimateForm *person,
                             const MingEstimateWorld *world, guint topics);

G_END_DECLS
