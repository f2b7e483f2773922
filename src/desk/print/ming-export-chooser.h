/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-export-choice.h"

G_BEGIN_DECLS

/** A file was chosen: of kind @choice, at @path. */
typedef void (*MingExportChosen) (guint choice, const char *path, gpointer owner);

/**
 * Asks where a file goes and of which kind it is (导出).
 * @name: proposed, without its end
 * @figures: whether there are figures to write, not only sheets
 * @chosen: called when the clerk chose; not when they cancelled
 * @owner: held until the answer, and given to @chosen
 */
void ming_export_chooser_ask (GtkWindow *parent, const char *name, gboolean figures, MingExportChosen chosen,
                              GObject *owner);

G_END_DECLS
