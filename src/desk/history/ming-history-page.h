/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"

G_BEGIN_DECLS

#define MING_TYPE_HISTORY_PAGE (ming_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MingHistoryPage, ming_history_page, MING, HISTORY_PAGE, MingPage)

/** 历史: estimates the clerk chose to keep: found, opened, deleted with a reason. */
GtkWidget *ming_history_page_new (MingSession *session);

/** @page: of the same window; its answer is what is kept from now on, the session's without it */
void ming_history_page_set_source (MingHistoryPage *self, MingPage *page);

/**
 * Ctrl+S: keeps the answer. Nothing is ever kept in any other way.
 * Returns: (transfer full): what to tell the clerk: its number, or why it was not kept
 */
char *ming_history_page_keep (MingHistoryPage *self);

G_END_DECLS
