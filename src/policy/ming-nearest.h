/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Edit distance of two words in characters: insertions, deletions, replacements and swaps of neighbours.
 * Words are cut at 64 characters.
 */
guint ming_nearest_distance (const char *a, const char *b);

/**
 * The one of @words that is likeliest meant by @word: the least distance, if that is at most a third of the
 * word's length (2 from five characters, 1 from three, 0 below). NULL when none is near. @n_words: length, -1
 * when NULL-terminated
 */
const char *ming_nearest_word (const char *word, const char *const *words, gssize n_words);

/** ": did you mean "deductible"?", or the list of all @words when none is near. (transfer full) */
char *ming_nearest_hint (const char *word, const char *const *words, gssize n_words);

G_END_DECLS
