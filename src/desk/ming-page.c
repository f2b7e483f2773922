/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-page.h"

G_DEFINE_INTERFACE (MingPage, ming_page, GTK_TYPE_WIDGET)

static void
ming_page_default_init (MingPageInterface *iface)
{
}

void
ming_page_begin (MingPage *self)
{
  g_return_if_fail (MING_IS_PAGE (self));

  if (MING_PAGE_GET_IFACE (self)->begin != NULL)
    MING_PAGE_GET_IFACE (self)->begin (self);
}

const char *
ming_page_get_context (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), "");

  return MING_PAGE_GET_IFACE (self)->get_context != NULL ? MING_PAGE_GET_IFACE (self)->get_context (self)
                                                         : "";
}

const char *
ming_page_get_status (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), "");

  return MING_PAGE_GET_IFACE (self)->get_status != NULL ? MING_PAGE_GET_IFACE (self)->get_status (self) : "";
}

char *
ming_page_dup_copy (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), NULL);

  return MING_PAGE_GET_IFACE (self)->dup_copy != NULL ? MING_PAGE_GET_IFACE (self)->dup_copy (self) : NULL;
}

GPtrArray *
ming_page_make_sheets (MingPage *self, const MingSheetOptions *options, GError **error)
{
  g_return_val_if_fail (MING_IS_PAGE (self) && options != NULL, NULL);

  if (MING_PAGE_GET_IFACE (self)->make_sheets != NULL)
    return MING_PAGE_GET_IFACE (self)->make_sheets (self, options, error);
  g_set_error_literal (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING,
                       _("This page has no sheet to print"));
  return NULL;
}

const MingEstimate *
ming_page_get_estimate (MingPage *self)
{
  g_return_val_if_fail (MING_IS_PAGE (self), NULL);

  return MING_PAGE_GET_IFACE (self)->get_estimate != NULL ? MING_PAGE_GET_IFACE (self)->get_estimate (self)
                                                          : NULL;
}
