/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"

G_BEGIN_DECLS

#define MING_TYPE_AUDIT_PAGE (ming_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (MingAuditPage, ming_audit_page, MING, AUDIT_PAGE, MingPage)

/** 复核对账: a real statement held against the estimate: where they part, by how much, why it may be. */
GtkWidget *ming_audit_page_new (MingSession *session);

G_END_DECLS
