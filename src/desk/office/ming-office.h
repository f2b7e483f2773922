/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/ming-store.h"

G_BEGIN_DECLS

/** The longest text of an office setting, in characters. */
#define MING_OFFICE_LENGTH 60

/** MingOffice: who hands the sheet over; "" is not printed. No GTK. */
typedef struct
{
  char *name;   /**< 经办机构 */
  char *window; /**< 窗口 */
  char *clerk;  /**< 经办人工号 */
} MingOffice;

/** Nothing said. (transfer full) */
MingOffice *ming_office_new (void);
void ming_office_free (MingOffice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingOffice, ming_office_free)

/** What the office's file says. (transfer full) (nullable): NULL with a MING_STORE_ERROR */
MingOffice *ming_office_load (MingStore *store, GError **error);

/** Keeps what changed, and writes the log; texts lose blanks around them. FALSE with a MING_STORE_ERROR. */
gboolean ming_office_save (const MingOffice *self, MingStore *store, const char *who, GError **error);

G_END_DECLS
