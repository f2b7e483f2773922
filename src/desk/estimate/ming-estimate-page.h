/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"

G_BEGIN_DECLS

#define MING_TYPE_ESTIMATE_PAGE (ming_estimate_page_get_type ())
G_DECLARE_FINAL_TYPE (MingEstimatePage, ming_estimate_page, MING, ESTIMATE_PAGE, MingPage)

/** 待遇测算: the form at the left, what follows from it at the right. */
GtkWidget *ming_estimate_page_new (MingSession *session);

G_END_DECLS
