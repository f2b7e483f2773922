/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-print-job.h"

G_BEGIN_DECLS

#define MING_TYPE_PRINT_PREVIEW (ming_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (MingPrintPreview, ming_print_preview, MING, PRINT_PREVIEW, GtkWindow)

/**
 * MingPrintPreview: the pages as they will come out, drawn by the layout that prints them; page by page, at
 * any size, with the look of the sheet to be chosen. "print" is emitted when the clerk wants them on paper.
 */

/** @job: held and laid out anew; @setup: paper and margins. The page's words are its description. */
GtkWidget *ming_print_preview_new (GtkWindow *parent, MingPrintJob *job, GtkPageSetup *setup);

G_END_DECLS
