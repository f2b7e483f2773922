/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "store/ming-store.h"

/* What the tests of the store share: a folder that goes away, entries, and SQL behind the store's back. */

typedef struct
{
  char *folder;
  char *path; /* of the history file in it */
} StoreFixture;

void store_fixture_set_up (StoreFixture *self, gconstpointer unused);
void store_fixture_tear_down (StoreFixture *self, gconstpointer unused);

/** g_test_add() with the fixture. */
#define store_test_add(path, function) \
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, function, store_fixture_tear_down)

/** Opens the fixture's file; must work. (transfer full) */
MingStore *store_fixture_open (StoreFixture *self);

/** A file of the fixture's folder. (transfer full) */
char *store_fixture_file (StoreFixture *self, const char *name);

/** An entry of @day whose total is @total_fen. (transfer full) */
MingStoreEntry *store_entry_new (const char *day, gint64 total_fen, const char *name);

/** Keeps an entry; must work. Returns its id. */
gint64 store_keep (MingStore *store, const char *day, gint64 total_fen, const char *name);

/** Runs @sql on a file as somebody with a database editor would, foreign keys off. */
void store_edit (const char *path, const char *sql);

/** The first column of the first row of @sql. (transfer full) (nullable) */
char *store_ask (const char *path, const char *sql);

/** Verifying must work. Returns how many rows the log has. */
gint64 store_assert_sound (MingStore *store);

/** Opening must fail with @code and a message. */
void store_assert_refused (const char *path, MingStoreError code);

/** Whether the bytes of any file in the folder hold @needle. */
gboolean store_folder_holds (const char *folder, const char *needle);

/** Deletes a folder with all that is in it. */
void store_remove_folder (const char *folder);
