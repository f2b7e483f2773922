/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-cli.h"
#include "store/ming-store.h"

G_BEGIN_DECLS

/**
 * MingStoreQuestion: what all commands of the history file are asked. What an option did not say is NULL.
 * @words: beside the options; owned
 * @who: for the log; the login name unless somebody says otherwise
 */
typedef struct
{
  GPtrArray *words;
  const char *file;
  const char *who;
  const char *day;
  const char *hash;
  const char *from;
  const char *to;
  const char *total;
  const char *limit;
  const char *policy;
} MingStoreQuestion;

/** Reads --file, --who and the options that @allowed names, parted by blanks; and @least to @most words. */
MingExit ming_store_question_read (MingStoreQuestion *self, const char *allowed, int argc, char **argv,
                                   guint least, guint most);
void ming_store_question_clear (MingStoreQuestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingStoreQuestion, ming_store_question_clear)

/** The file that --file names, or the one that the window uses. (transfer full) */
char *ming_store_question_path (const MingStoreQuestion *self);

/** Opens a file that is there: looking into one must not make it. @out_store: (transfer full) */
MingExit ming_store_question_open (const MingStoreQuestion *self, MingStore **out_store);

/** Prints. */
MingExit ming_store_question_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
