/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Lists that are typed into one field, their items parted by semicolons or lines. Reading gives NULL when
 * something is wrong: then @fault says at which item and what (transfer full), and @unfinished whether it is
 * only that the last item stops too early.
 */

/**
 * 不划入个人账户的月份, such as "202503-202505 欠费; 202601 补缴年限"; an open end: "202601- 欠费".
 * Returns: (transfer full) (nullable): of MingUncredited*, no two of which share a month
 */
GPtrArray *ming_uncredited_read (const char *text, char **fault, gboolean *unfinished);

/** The same as it is written when the field is left. @spans: of MingUncredited*. (transfer full) */
char *ming_uncredited_write (GPtrArray *spans);

/**
 * 乙类各项, each an amount and the share of it that is borne first, a name before them: "CT 1000 10%; 5000 20%".
 * Returns: (transfer full) (nullable): of MingClassItem*; together at most MING_FEN_MAX
 */
GPtrArray *ming_class_items_read (const char *text, char **fault, gboolean *unfinished);

/** The same as it is written when the field is left. @items: of MingClassItem*. (transfer full) */
char *ming_class_items_write (GPtrArray *items);

G_END_DECLS
