/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "ming-policy-error.h"

G_BEGIN_DECLS

/**
 * MingProblem: one thing wrong with a pack.
 * @code: what
 * @file: as given to the loader
 * @pointer: JSON pointer, "" for the whole file
 * @line, @column: where that is in the file, from 1; 0 when not known
 * @message: in words, with the nearest known key or the dates
 */
typedef struct
{
  MingPolicyError code;
  char *file;
  char *pointer;
  guint line;
  guint column;
  char *message;
} MingProblem;

/** A problem without a place. (transfer full) */
MingProblem *ming_problem_new (MingPolicyError code, const char *file, const char *pointer,
                               const char *message);
void ming_problem_free (MingProblem *problem);

/** "file:line:column: pointer: message", what is not known left out. (transfer full) */
char *ming_problem_format (const MingProblem *problem);

/** Sorts @problems (of MingProblem*) by their place in the file; those at one place stay in order. */
void ming_problems_sort (GPtrArray *problems);

G_END_DECLS
