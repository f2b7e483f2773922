/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Appends the captions of columns (of char*), separated by tabs, without an end of line. */
void ming_lines_append_headings (GString *text, GPtrArray *headings);

/** Appends the cells of a row, separated by tabs, without an end of line. */
void ming_lines_append_cells (GString *text, char *const *cells);

/** Appends a line for each of the rows @lines (of char**). */
void ming_lines_append (GString *text, GPtrArray *lines);

/** The rows @lines (of char**) as the clipboard takes a table. (transfer full) */
char *ming_lines_to_text (GPtrArray *lines);

/** The sentences (of char*) below each other. (transfer full) */
char *ming_lines_join (GPtrArray *sentences);

/** The words (of char*) as a list inside a sentence, in the program's language: "a, b". (transfer full) */
char *ming_lines_list (GPtrArray *words);

/** The clauses (of char*) of one sentence, likewise: "a; b". (transfer full) */
char *ming_lines_clauses (GPtrArray *clauses);

G_END_DECLS
