/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What the print dialog was last told: printer, copies, paper, margins. Kept in
 * $XDG_CONFIG_HOME/mingsuan/print.ini; never where a file went, nor any name of a sheet.
 */

/** The file of the settings. (transfer full) */
char *ming_print_settings_path (void);

/**
 * Reads @path. What is missing or cannot be read is as on the first day: no printer chosen, A4 with the
 * margins of the sheet.
 * @settings, @setup: (out) (transfer full)
 */
void ming_print_settings_load (const char *path, GtkPrintSettings **settings, GtkPageSetup **setup);

/** Writes @path, its folder made when missing; FALSE with a G_FILE_ERROR. */
gboolean ming_print_settings_save (const char *path, GtkPrintSettings *settings, GtkPageSetup *setup,
                                   GError **error);

G_END_DECLS
