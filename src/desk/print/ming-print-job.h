/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-print-sheets.h"

G_BEGIN_DECLS

/**
 * MingPrintLook: what may still be chosen when a sheet is about to be printed.
 * @large: 大字版
 * @name: of the person, only when the person wants it on the paper; "" for none
 */
typedef struct
{
  gboolean large;
  const char *name;
} MingPrintLook;

/** Makes the sheets in that look: as the vfunc of a page; of MingReport*, (transfer full). */
typedef GPtrArray *(*MingPrintMake) (const MingPrintLook *look, gpointer data, GError **error);

/**
 * MingPrintJob: the sheets of a page on their way to paper, to the preview or into a file.
 * The one layout of the report serves them all. No GTK.
 */
typedef struct _MingPrintJob MingPrintJob;

/**
 * @title: what the printer's queue and windows show; nothing personal
 * @make: called now, and again whenever the look changes
 * Returns: (transfer full) (nullable): NULL with the error of @make
 */
MingPrintJob *ming_print_job_new (const char *title, const MingPrintLook *look, MingPrintMake make,
                                  gpointer data, GError **error);
MingPrintJob *ming_print_job_ref (MingPrintJob *self);
void ming_print_job_unref (MingPrintJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingPrintJob, ming_print_job_unref)

const char *ming_print_job_get_title (const MingPrintJob *self);
/** (transfer none): valid until the next change. */
const MingPrintLook *ming_print_job_get_look (const MingPrintJob *self);
/** Of MingReport*. (transfer none) */
GPtrArray *ming_print_job_get_sheets (const MingPrintJob *self);

/** Makes the sheets anew in another look; FALSE with an error, and everything stays as it was. */
gboolean ming_print_job_change (MingPrintJob *self, const MingPrintLook *look, GError **error);

/** Lays all sheets out for pages of @width_pt × @height_pt inside the margins; errors as of the report. */
gboolean ming_print_job_paginate (MingPrintJob *self, double width_pt, double height_pt, GError **error);

/** Pages of all sheets; 0 before they are laid out. */
guint ming_print_job_get_n_pages (const MingPrintJob *self);

/** Draws page @n, from 0, of all; the origin is the corner inside the margins, the unit a point. */
void ming_print_job_draw_page (const MingPrintJob *self, cairo_t *cr, guint n);

G_END_DECLS
