/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "../ming-page.h"
#include "../ming-session.h"

G_BEGIN_DECLS

#define MING_TYPE_PAPER (ming_paper_get_type ())
G_DECLARE_FINAL_TYPE (MingPaper, ming_paper, MING, PAPER, GObject)

/** MingTold: what a message of the paper is. */
typedef enum
{
  MING_TOLD_DONE = 0, /**< it went well */
  MING_TOLD_NOTHING,  /**< there is nothing to do it with; the message says what is missing */
  MING_TOLD_FAILED    /**< it failed, and why */
} MingTold;

/**
 * MingPaper: everything a window does with paper: print, preview, export, the head of the sheets.
 *
 * Puts the actions print, print-preview, export, office and large-type into @window. "told" (MingTold as int,
 * const char *message) is emitted whenever the clerk has to be told something.
 */
MingPaper *ming_paper_new (GtkApplicationWindow *window, MingSession *session);

/** The page in front, whose sheets these are. */
void ming_paper_set_page (MingPaper *self, MingPage *page);

/**
 * Prints the page in front: %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG asks first,
 * %GTK_PRINT_OPERATION_ACTION_EXPORT writes a PDF to @path without asking.
 */
void ming_paper_print (MingPaper *self, GtkPrintOperationAction action, const char *path);

/** Writes what the page in front shows to @path, as the @choice of ming_export_choices. */
void ming_paper_export (MingPaper *self, guint choice, const char *path);

G_END_DECLS
