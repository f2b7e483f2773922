/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-ledger.h"

G_BEGIN_DECLS

/**
 * The interest of the benefit year that ends with @self->months[@last]: a twelfth of the rate on each
 * month-end balance, rounded once. Sets the month's interest and appends the step that explains it.
 * Returns: whether there is any; then the visits after it have to be settled again
 */
gboolean ming_ledger_bear_interest (MingLedger *self, MingPack *pack, guint last);

G_END_DECLS
