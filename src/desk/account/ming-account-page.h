/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"

G_BEGIN_DECLS

#define MING_TYPE_ACCOUNT_PAGE (ming_account_page_get_type ())
G_DECLARE_FINAL_TYPE (MingAccountPage, ming_account_page, MING, ACCOUNT_PAGE, MingPage)

/** 个人账户: the monthly credit, twelve months of the account, family accounts, what the accounts may pay. */
GtkWidget *ming_account_page_new (MingSession *session);

G_END_DECLS
