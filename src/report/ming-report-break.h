/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingPageSpan: a strip of a report as the page breaks see it. Lengths in any unit, the same for all.
 *
 * @height: of the strip itself
 * @above: blank before it, dropped at the top of a page
 * @keep_with_next: the strip after this one must be on the same page
 * @repeat: index of the strip (the head of the table) set again when a page begins with this one, or -1
 */
typedef struct
{
  int height;
  int above;
  gboolean keep_with_next;
  int repeat;
} MingPageSpan;

/** MingPage: strips @first … @end - 1, after strip @repeat when that is not -1. */
typedef struct
{
  int repeat;
  int first;
  int end;
} MingPage;

/**
 * Breaks strips into pages, each as full as it can be.
 *
 * A chain of strips that must stay together moves to the next page as a whole; only a chain longer than a
 * page is broken, after the last strip that fits.
 * @first_height, @other_height: of the first and of every later page
 * @pages: gets the pages, of #MingPage; at least one
 * Returns: -1, or the index of a strip that is taller than a page; @pages is then empty
 */
int ming_pages_break (const MingPageSpan *spans, int n_spans, int first_height, int other_height,
                      GArray *pages);

/**
 * Divides @width among columns: each gets its natural width; columns of weight 0 keep that, the others share
 * what is left by weight, none below its minimum.
 *
 * @natural, @minimum, @weight: by column; @out: widths by column, adding up to @width when any weight is
 *   above zero
 * Returns: FALSE when even the minimum widths do not fit; @out is then not to be used
 */
gboolean ming_columns_share (const int *natural, const int *minimum, const int *weight, int n_columns,
                             int width, int *out);

G_END_DECLS
