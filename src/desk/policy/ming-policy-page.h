/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"

G_BEGIN_DECLS

#define MING_TYPE_POLICY_PAGE (ming_policy_page_get_type ())
G_DECLARE_FINAL_TYPE (MingPolicyPage, ming_policy_page, MING, POLICY_PAGE, MingPage)

/**
 * 政策库: which packs there are, every figure with its papers, versions in time,
 * what changes between two days.
 */
GtkWidget *ming_policy_page_new (MingSession *session);

G_END_DECLS
