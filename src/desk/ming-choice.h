/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MingChoice: one entry of a list to choose from.
 * @code: what the case holds, e.g. "1201"
 * @name: what people read, in the program's language
 * @initials: first letters of the Chinese name in pinyin, e.g. "zgtx", or ""
 */
typedef struct
{
  char *code;
  char *name;
  char *initials;
} MingChoice;

/** Copies its texts. @initials: (nullable): none. (transfer full) */
MingChoice *ming_choice_new (const char *code, const char *name, const char *initials);
void ming_choice_free (MingChoice *choice);

/** "职工退休 1201": name and code; the name alone when the code says no more. (transfer full) */
char *ming_choice_label (const MingChoice *choice);

/** A list of choices that frees its entries. (transfer full) of MingChoice* */
GPtrArray *ming_choices_new (void);

/** The entry of @choices with @code, or NULL. */
const MingChoice *ming_choices_find (GPtrArray *choices, const char *code);

/**
 * The entries that @typed may mean, best first: the same code, the beginning of a code, of the initials, of
 * the name, then any part of the name. An empty text means all of them.
 * Returns: (transfer container): of MingChoice* owned by @choices
 */
GPtrArray *ming_choices_search (GPtrArray *choices, const char *typed);

G_END_DECLS
