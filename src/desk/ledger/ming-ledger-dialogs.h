/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** A file was read: @contents, or NULL with @error; @name is the file's own, without its folder. */
typedef void (*MingLedgerLoaded) (gpointer owner, const char *name, GBytes *contents, const GError *error);

/** What is to be written, in CSV or JSON. (transfer full) (nullable): nothing, then nothing is written */
typedef GBytes *(*MingLedgerMake) (gpointer owner, gboolean csv);

/** The file was written, or not. */
typedef void (*MingLedgerSaved) (gpointer owner, const char *name, const GError *error);

/*
 * Which file: asked, read and written without the window standing still. @owner is held until the answer;
 * none comes once @cancellable is cancelled, as when the next client has come.
 */

void ming_ledger_dialog_open (GtkWindow *parent, GCancellable *cancellable, MingLedgerLoaded loaded,
                              GObject *owner);
void ming_ledger_dialog_save (GtkWindow *parent, GCancellable *cancellable, MingLedgerMake make,
                              MingLedgerSaved saved, GObject *owner);

G_END_DECLS
