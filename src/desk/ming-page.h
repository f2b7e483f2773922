/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MING_TYPE_PAGE (ming_page_get_type ())
G_DECLARE_INTERFACE (MingPage, ming_page, MING, PAGE, GtkWidget)

/**
 * MingPageInterface: what the window asks of a page; each may be NULL.
 * @begin: a new client, or the page was turned to: put the keyboard where the work starts
 * @get_context: what the window's title line says, e.g. whose rules; owned by the page
 * @get_status: what the line at the foot says
 * @dup_copy: what "copy" puts on the clipboard (transfer full)
 */
struct _MingPageInterface
{
  GTypeInterface parent_iface;

  void (*begin) (MingPage *self);
  const char *(*get_context) (MingPage *self);
  const char *(*get_status) (MingPage *self);
  char *(*dup_copy) (MingPage *self);
};

void ming_page_begin (MingPage *self);
const char *ming_page_get_context (MingPage *self);
const char *ming_page_get_status (MingPage *self);
char *ming_page_dup_copy (MingPage *self);

G_END_DECLS
