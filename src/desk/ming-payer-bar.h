/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/ming-bill.h"

G_BEGIN_DECLS

/**
 * MingPayerBar: who pays what, as one bar.
 *
 * Each payer has a colour and a pattern of its own, so that colour alone carries no meaning;
 * a legend names them.
 */
#define MING_TYPE_PAYER_BAR (ming_payer_bar_get_type ())
G_DECLARE_FINAL_TYPE (MingPayerBar, ming_payer_bar, MING, PAYER_BAR, GtkWidget)

/** Shows @paid_fen by payer; @description says the same in words, for those who do not see it. */
void ming_payer_bar_set (MingPayerBar *self, const MingFen paid_fen[MING_N_PAYERS], const char *description);

/** A small square in the colour and pattern of @payer, for legends. */
GtkWidget *ming_payer_swatch_new (MingPayer payer);

G_END_DECLS
