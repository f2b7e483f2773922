/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/ming-print-sheets.h"

G_BEGIN_DECLS

#define MING_TYPE_PAGE (ming_page_get_type ())
G_DECLARE_INTERFACE (MingPage, ming_page, MING, PAGE, GtkWidget)

/**
 * MingPageInterface: what the window asks of a page; each may be NULL.
 * @begin: a new client, or the page was turned to: put the keyboard where the work starts
 * @get_context: what the window's title line says, e.g. whose rules; owned by the page
 * @get_status: what the line at the foot says
 * @dup_copy: what "copy" puts on the clipboard (transfer full)
 * @make_sheets: what the page puts on paper, of MingReport* (transfer full), with the head of @options; NULL
 *   with MING_PRINT_ERROR_NOTHING when there is nothing, and why
 * @get_estimate: the estimate whose figures can be exported as a table; owned by the page, NULL for none
 */
struct _MingPageInterface
{
  GTypeInterface parent_iface;

  void (*begin) (MingPage *self);
  const char *(*get_context) (MingPage *self);
  const char *(*get_status) (MingPage *self);
  char *(*dup_copy) (MingPage *self);
  GPtrArray *(*make_sheets) (MingPage *self, const MingSheetOptions *options, GError **error);
  const MingEstimate *(*get_estimate) (MingPage *self);
};

void ming_page_begin (MingPage *self);
const char *ming_page_get_context (MingPage *self);
const char *ming_page_get_status (MingPage *self);
char *ming_page_dup_copy (MingPage *self);
GPtrArray *ming_page_make_sheets (MingPage *self, const MingSheetOptions *options, GError **error);
const MingEstimate *ming_page_get_estimate (MingPage *self);

G_END_DECLS
