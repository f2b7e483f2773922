/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-account-form.h"

G_BEGIN_DECLS

/**
 * MingAccountChart: twelve months as bars: what is in the account at each month's end, and framed above it
 * what was paid in the month.
 */
#define MING_TYPE_ACCOUNT_CHART (ming_account_chart_get_type ())
G_DECLARE_FINAL_TYPE (MingAccountChart, ming_account_chart, MING, ACCOUNT_CHART, GtkWidget)

/** Not to be seen until it is told of a balance. (transfer floating) */
GtkWidget *ming_account_chart_new (void);

/** Shows @n_months of @months; @description says the same in words, for those who do not see it. */
void ming_account_chart_set (MingAccountChart *self, const MingAccountMonth *months, int n_months,
                             const char *description);

G_END_DECLS
