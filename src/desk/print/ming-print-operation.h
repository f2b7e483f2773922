/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-print-job.h"

G_BEGIN_DECLS

#define MING_TYPE_PRINT_OPERATION (ming_print_operation_get_type ())
G_DECLARE_FINAL_TYPE (MingPrintOperation, ming_print_operation, MING, PRINT_OPERATION, GtkPrintOperation)

/**
 * MingPrintOperation: one job on its way through the print dialog.
 *
 * Its dialog has a tab 版式 with the look of the sheet. "ended" (guint n_pages, GError *error) is emitted
 * when the sheets are under way, or with the reason when they are not; never when the clerk cancelled. A
 * printer or file that fails only afterwards emits it once more, with the reason. "see-first" is emitted when
 * the clerk asked the dialog for a preview: nothing is printed then, and the job has the look that was
 * chosen.
 */

/**
 * @job: held; @settings, @setup: as the dialog begins
 * Run it with gtk_print_operation_run() and hold it until the next.
 */
MingPrintOperation *ming_print_operation_new (MingPrintJob *job, GtkPrintSettings *settings,
                                              GtkPageSetup *setup);

/** (transfer none) */
MingPrintJob *ming_print_operation_get_job (MingPrintOperation *self);

/** Why writing to @uri fails, as far as it can be seen: no folder, read-only, full. (transfer full)
 * (nullable) */
char *ming_print_operation_explain_target (const char *uri);

G_END_DECLS
