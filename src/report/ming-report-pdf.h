/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-report.h"

G_BEGIN_DECLS

/** An A4 sheet on the screen at 100 %: dots an inch of a PNG. */
#define MING_REPORT_DPI 150

/**
 * One PDF of all @reports (of MingReport*), each beginning on a page of its own and counting its own pages.
 * Lays them out for A4. Two runs give the same bytes when the first report has a moment
 * (ming_report_set_created()). (transfer full) (nullable)
 */
GBytes *ming_report_to_pdf (GPtrArray *reports, GError **error);

/**
 * Page @n of @report, laid out for A4, as PNG of @dpi dots an inch on white.
 * (transfer full) (nullable)
 */
GBytes *ming_report_to_png (MingReport *report, guint n, guint dpi, GError **error);

G_END_DECLS
