/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../ming-page.h"

G_BEGIN_DECLS

#define MING_TYPE_LIFE_PAGE (ming_life_page_get_type ())
G_DECLARE_FINAL_TYPE (MingLifePage, ming_life_page, MING, LIFE_PAGE, MingPage)

/** 退休与年限: when somebody retires, which years are missing and what they cost, how long benefits wait. */
GtkWidget *ming_life_page_new (MingSession *session);

G_END_DECLS
