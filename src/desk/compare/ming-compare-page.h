/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"

G_BEGIN_DECLS

#define MING_TYPE_COMPARE_PAGE (ming_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (MingComparePage, ming_compare_page, MING, COMPARE_PAGE, MingPage)

/** 方案对比: the client's bill under other rules, side by side, with the reason of each difference. */
GtkWidget *ming_compare_page_new (MingSession *session);

G_END_DECLS
