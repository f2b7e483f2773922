/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingColumnNeed: how wide a column of a table has to be, in pixels.
 *
 * @least: its longest word or figure; narrower, something would be cut
 * @wanted: every cell on one line, the heading on few; at least @least
 * @cells: every cell on one line, whatever the heading; 0 when it is not told from @wanted
 * @words: whether it holds words rather than figures
 */
typedef struct
{
  int least;
  int wanted;
  int cells;
  gboolean words;
} MingColumnNeed;

/**
 * Shares @width among @n columns: figures get what they want first, then words, which wrap better, then the
 * headings of figures; when there is more, each column gets up to @spare besides, and the rest is left:
 * figures far from their words are not read.
 *
 * @out: (array length=n): the widths
 *
 * Returns: FALSE when something would be cut; @out is left alone
 */
gboolean ming_table_fit (const MingColumnNeed *need, guint n, int width, int spare, int *out);

G_END_DECLS
