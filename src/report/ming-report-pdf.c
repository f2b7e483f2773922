/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "ming-report-pdf.h"
#include "ming-report-private.h"

static cairo_status_t
append_bytes_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
lay_out_for_a4 (MingReport *report, GError **error)
{
  return ming_report_paginate (report, MING_PAPER_INNER_WIDTH_PT, MING_PAPER_INNER_HEIGHT_PT, error);
}

static void
draw_inside_margins (cairo_t *cr, const MingReport *report, guint n)
{
  cairo_save (cr);
  cairo_translate (cr, MING_PAPER_SIDE_PT, MING_PAPER_TOP_PT);
  ming_report_draw_page (report, cr, n);
  cairo_restore (cr);
}

static gboolean
check_cairo (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_DRAWING, _("The sheet could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

static void
describe_document (cairo_surface_t *surface, const MingReport *report)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Mingsuan " VERSION);
  if (report->created != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, report->created);
}

GBytes *
ming_report_to_pdf (GPtrArray *reports, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (reports != NULL && reports->len > 0, NULL);

  for (guint i = 0; i < reports->len; i++)
    if (!lay_out_for_a4 (g_ptr_array_index (reports, i), error))
      return NULL;

  surface = cairo_pdf_surface_create_for_stream (append_bytes_cb, bytes, MING_PAPER_WIDTH_PT,
                                                 MING_PAPER_HEIGHT_PT);
  describe_document (surface, g_ptr_array_index (reports, 0));
  cr = cairo_create (surface);
  for (guint i = 0; i < reports->len; i++)
    {
      const MingReport *report = g_ptr_array_index (reports, i);

      for (guint n = 0; n < ming_report_get_n_pages (report); n++)
        {
          draw_inside_margins (cr, report, n);
          cairo_show_page (cr);
        }
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check_cairo (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
ming_report_to_png (MingReport *report, guint n, guint dpi, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double scale = dpi / 72.0;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (report != NULL, NULL);
  g_return_val_if_fail (dpi >= 36 && dpi <= 1200, NULL);

  if (!lay_out_for_a4 (report, error))
    return NULL;
  g_return_val_if_fail (n < ming_report_get_n_pages (report), NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (MING_PAPER_WIDTH_PT * scale + 0.5),
                                        (int) (MING_PAPER_HEIGHT_PT * scale + 0.5));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  draw_inside_margins (cr, report, n);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes_cb, bytes);
  cairo_surface_destroy (surface);
  if (!check_cairo (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
