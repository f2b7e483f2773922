/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ming-print-job.h"

struct _MingPrintJob
{
  gatomicrefcount references;
  char *title;
  MingPrintLook look;
  char *name;
  MingPrintMake make;
  gpointer data;
  GPtrArray *sheets;
};

static void
set_look (MingPrintJob *self, const MingPrintLook *look)
{
  char *name = g_strdup (look->name != NULL ? look->name : "");

  g_free (self->name);
  self->name = name;
  self->look.large = look->large;
  self->look.name = name;
}

MingPrintJob *
ming_print_job_new (const char *title, const MingPrintLook *look, MingPrintMake make, gpointer data,
                    GError **error)
{
  MingPrintJob *self;
  GPtrArray *sheets;

  g_return_val_if_fail (title != NULL && look != NULL && make != NULL, NULL);

  sheets = make (look, data, error);
  if (sheets == NULL)
    return NULL;
  self = g_new0 (MingPrintJob, 1);
  g_atomic_ref_count_init (&self->references);
  self->title = g_strdup (title);
  self->make = make;
  self->data = data;
  self->sheets = sheets;
  set_look (self, look);
  return self;
}

MingPrintJob *
ming_print_job_ref (MingPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
ming_print_job_unref (MingPrintJob *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->sheets);
  g_free (self->title);
  g_free (self->name);
  g_free (self);
}

const char *
ming_print_job_get_title (const MingPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const MingPrintLook *
ming_print_job_get_look (const MingPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->look;
}

GPtrArray *
ming_print_job_get_sheets (const MingPrintJob *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheets;
}

gboolean
ming_print_job_change (MingPrintJob *self, const MingPrintLook *look, GError **error)
{
  GPtrArray *sheets;

  g_return_val_if_fail (self != NULL && look != NULL, FALSE);

  sheets = self->make (look, self->data, error);
  if (sheets == NULL)
    return FALSE;
  g_ptr_array_unref (self->sheets);
  self->sheets = sheets;
  set_look (self, look);
  return TRUE;
}

gboolean
ming_print_job_paginate (MingPrintJob *self, double width_pt, double height_pt, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->sheets->len; i++)
    if (!ming_report_paginate (g_ptr_array_index (self->sheets, i), width_pt, height_pt, error))
      return FALSE;
  return TRUE;
}

guint
ming_print_job_get_n_pages (const MingPrintJob *self)
{
  guint n_pages = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->sheets->len; i++)
    n_pages += ming_report_get_n_pages (g_ptr_array_index (self->sheets, i));
  return n_pages;
}

void
ming_print_job_draw_page (const MingPrintJob *self, cairo_t *cr, guint n)
{
  g_return_if_fail (self != NULL && cr != NULL);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const MingReport *sheet = g_ptr_array_index (self->sheets, i);

      if (n < ming_report_get_n_pages (sheet))
        {
          ming_report_draw_page (sheet, cr, n);
          return;
        }
      n -= ming_report_get_n_pages (sheet);
    }
  g_return_if_reached ();
}
