/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/ming-store-vault.h"

/*
 * Another window, as a program of its own, for tests with several processes and for scripts/kill-test:
 *
 *   store-tool write FILE SEED COUNT
 *     keeps COUNT estimates (0: for ever) and now and then deletes one of its own; a line for each on
 *     standard output only after the store has said yes: "K 2026-11-22-0001 ID", "D 2026-11-22-0001"
 *   store-tool backup FILE COPY COUNT
 *     makes COUNT backups, "B" after each
 *   store-tool check FILE
 *     opens, verifies, and prints the numbers of all estimates
 *   store-tool hold FILE
 *     opens, prints "O", keeps the file open until its input ends
 *   store-tool seal FILE PASSPHRASE IDENTITY
 *     turns the keeping of identity numbers on and keeps an estimate with this one
 *   store-tool unseal FILE PASSPHRASE
 *     prints the identity number of the first estimate
 */

/* The longest texts an estimate gets; a real result is about this long. */
#define TEXT_MAX 30000

/* One in so many steps deletes instead. */
#define DELETE_EVERY 8

static int
fail (GError *error)
{
  fprintf (stderr, "store-tool: %s\n", error->message);
  g_error_free (error);
  return EXIT_FAILURE;
}

/* One write, so that a kill leaves either the whole line or nothing of it. */
static void
say (const char *line)
{
  if (write (STDOUT_FILENO, line, strlen (line)) != (ssize_t) strlen (line))
    _exit (EXIT_FAILURE);
}

static MingStoreEntry *
make_entry (GRand *chance)
{
  MingStoreEntry *entry = g_new0 (MingStoreEntry, 1);
  gsize length = (gsize) g_rand_int_range (chance, 1, TEXT_MAX);

  entry->made_at = g_strdup_printf ("2026-11-%02dT10:00:00+08:00", g_rand_int_range (chance, 1, 31));
  entry->receipt_code =
      g_strdup_printf ("%04X-%04X", g_rand_int (chance) & 0xffff, g_rand_int (chance) & 0xffff);
  entry->region = g_strdup ("110000");
  entry->insutype = g_strdup ("310");
  entry->pack_id = g_strdup ("110000-310");
  entry->pack_revision = g_strdup ("2026-11-22");
  entry->pack_sha256 = g_strnfill (64, 'a');
  entry->engine = g_strdup ("0.1.0");
  entry->fund_fen = g_rand_int_range (chance, 0, 10000000);
  entry->person_fen = g_rand_int_range (chance, 0, 10000000);
  entry->total_fen = entry->fund_fen + entry->person_fen;
  entry->case_json = g_strnfill (length / 10, 'c');
  entry->result_json = g_strnfill (length, 'r');
  return entry;
}

static gboolean
keep_one (MingStore *store, GRand *chance, GArray *mine, GError **error)
{
  g_autoptr (MingStoreEntry) entry = make_entry (chance);
  g_autofree char *line = NULL;

  if (!ming_store_keep (store, entry, "tool", error))
    return FALSE;
  line = g_strdup_printf ("K %s %" G_GINT64_FORMAT "\n", entry->number, entry->id);
  say (line);
  g_array_append_val (mine, entry->id);
  return TRUE;
}

static gboolean
delete_one (MingStore *store, GRand *chance, GArray *mine, GError **error)
{
  guint at = (guint) g_rand_int_range (chance, 0, (gint32) mine->len);
  gint64 id = g_array_index (mine, gint64, at);
  g_autoptr (MingStoreEntry) entry = ming_store_get (store, id, error);
  g_autofree char *begun = NULL;
  g_autofree char *done = NULL;

  if (!entry)
    return FALSE;
  /* said before too: killed in between, it may be gone or not */
  begun = g_strdup_printf ("d %s\n", entry->number);
  say (begun);
  if (!ming_store_delete (store, id, "tool", "test", error))
    return FALSE;
  done = g_strdup_printf ("D %s\n", entry->number);
  say (done);
  g_array_remove_index_fast (mine, at);
  return TRUE;
}

static int
write_many (const char *path, guint32 seed, int count)
{
  GError *error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  g_autoptr (GArray) mine = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!store)
    return fail (error);
  for (int i = 0; count == 0 || i < count; i++)
    if (mine->len > 0 && g_rand_int_range (chance, 0, DELETE_EVERY) == 0
            ? !delete_one (store, chance, mine, &error)
            : !keep_one (store, chance, mine, &error))
      return fail (error);
  return EXIT_SUCCESS;
}

static int
back_up_many (const char *path, const char *copy, int count)
{
  GError *error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);

  if (!store)
    return fail (error);
  for (int i = 0; count == 0 || i < count; i++)
    {
      if (!ming_store_backup (store, copy, &error))
        return fail (error);
      say ("B\n");
    }
  return EXIT_SUCCESS;
}

static int
check (const char *path)
{
  GError *error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);
  g_auto (MingStoreVerdict) verdict = { 0 };
  g_autoptr (GPtrArray) found = NULL;

  if (!store || !ming_store_verify (store, &verdict, &error))
    return fail (error);
  found = ming_store_search (store, &(MingStoreQuery){ .limit = G_MAXINT }, &error);
  if (!found)
    return fail (error);
  for (guint i = 0; i < found->len; i++)
    printf ("%s\n", ((const MingStoreEntry *) g_ptr_array_index (found, i))->number);
  return EXIT_SUCCESS;
}

static int
hold (const char *path)
{
  GError *error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);
  char byte;

  if (!store)
    return fail (error);
  say ("O\n");
  while (read (STDIN_FILENO, &byte, 1) > 0)
    ;
  return EXIT_SUCCESS;
}

static int
seal (const char *path, const char *passphrase, const char *identity)
{
  GError *error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);
  g_autoptr (GRand) chance = g_rand_new_with_seed (1);
  g_autoptr (MingStoreEntry) entry = make_entry (chance);
  g_autoptr (MingStoreVault) vault =
      store ? ming_store_vault_create (store, passphrase, "tool", &error) : NULL;

  if (!vault || !ming_store_vault_keep (vault, entry, identity, "tool", &error))
    return fail (error);
  return EXIT_SUCCESS;
}

static int
unseal (const char *path, const char *passphrase)
{
  GError *error = NULL;
  g_autoptr (MingStore) store = ming_store_open (path, &error);
  g_autoptr (MingStoreVault) vault = store ? ming_store_vault_open (store, passphrase, &error) : NULL;
  char *identity = vault ? ming_store_vault_get (vault, 1, &error) : NULL;

  if (!identity)
    return fail (error);
  printf ("%s\n", identity);
  ming_store_vault_forget (identity);
  return EXIT_SUCCESS;
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && g_str_equal (argv[1], "write"))
    return write_many (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10), atoi (argv[4]));
  if (argc == 5 && g_str_equal (argv[1], "backup"))
    return back_up_many (argv[2], argv[3], atoi (argv[4]));
  if (argc == 3 && g_str_equal (argv[1], "check"))
    return check (argv[2]);
  if (argc == 3 && g_str_equal (argv[1], "hold"))
    return hold (argv[2]);
  if (argc == 5 && g_str_equal (argv[1], "seal"))
    return seal (argv[2], argv[3], argv[4]);
  if (argc == 4 && g_str_equal (argv[1], "unseal"))
    return unseal (argv[2], argv[3]);
  fprintf (stderr, "usage: store-tool write|backup|check|hold|seal|unseal FILE …\n");
  return 2;
}
