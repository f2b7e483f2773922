/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "config.h"

#include "ming-store-vault.h"

#include <glib/gi18n-lib.h>

#include "ming-store-private.h"
#include "ming-store-seal.h"

/* 32 MiB and about a tenth of a second for every guess. Kept with the vault: a later version may ask more. */
#define SCRYPT_COST 32768
#define SCRYPT_BLOCK 8
#define SCRYPT_LANES 1

#define KEY_BOUND_TO "mingsuan-vault/1"

/* What the log keeps the hash of; ?1 is not used by the first. */
static const char key_row[] =
    "SELECT 'key', kdf, cost, block, lanes, salt, nonce, sealed FROM vault WHERE id = ?1";
static const char identity_row[] =
    "SELECT estimate.number, identity.nonce, identity.sealed FROM identity"
    " JOIN estimate ON estimate.id = identity.estimate_id WHERE estimate_id = ?1";

/* How often the keeping was turned off: each time ends the life of a key. */
static const char removals_sql[] = "SELECT count (*) FROM log WHERE what = 'vault' AND subject = 'remove'";

struct _MingStoreVault
{
  MingStore *store;
  MingSealKey key;
  gint64 removals; /* when the key was made or read */
};

static gboolean
fail_key (GError **error, const char *message)
{
  g_set_error_literal (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY, message);
  return FALSE;
}

gboolean
ming_store_has_vault (MingStore *store, gboolean *out_has, GError **error)
{
  gint64 rows = 0;

  if (!ming_store_read_int (store, "SELECT count (*) FROM vault", &rows, error))
    return FALSE;
  *out_has = rows > 0;
  return TRUE;
}

static gboolean
check_passphrase (const char *passphrase, GError **error)
{
  if (passphrase && g_utf8_validate (passphrase, -1, NULL)
      && g_utf8_strlen (passphrase, -1) >= MING_VAULT_PASSPHRASE_MIN)
    return TRUE;
  g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY,
               _("The passphrase needs at least %d characters"), MING_VAULT_PASSPHRASE_MIN);
  return FALSE;
}

/* Another window may have turned the keeping off, and on again with another key. Inside a transaction. */
static gboolean
check_key_lives (MingStoreVault *vault, GError **error)
{
  gint64 removals = 0;

  if (!ming_store_read_int (vault->store, removals_sql, &removals, error))
    return FALSE;
  return removals == vault->removals
         || fail_key (error, _("The keeping of identity numbers was turned off meanwhile"));
}

/* Writes the vault's one row: its key, sealed under one from @passphrase with a new salt. */
static gboolean
write_key (MingStoreVault *vault, const char *passphrase, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (vault->store,
                          "INSERT OR REPLACE INTO vault (id, kdf, cost, block, lanes, salt, nonce, sealed)"
                          " VALUES (1, 'scrypt', ?1, ?2, ?3, ?4, ?5, ?6)",
                          error);
  g_autoptr (GBytes) salt = ming_seal_random (MING_SEAL_SALT_SIZE);
  g_autoptr (GBytes) nonce = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_auto (MingSealKey) outer = { { 0 } };

  if (!statement)
    return FALSE;
  if (!salt || !ming_seal_key_derive (passphrase, salt, SCRYPT_COST, SCRYPT_BLOCK, SCRYPT_LANES, &outer)
      || !ming_seal_close (&outer, KEY_BOUND_TO, vault->key.bytes, sizeof vault->key.bytes, &nonce, &sealed))
    return fail_key (error, _("The key of the identity numbers cannot be made"));
  sqlite3_bind_int64 (statement, 1, SCRYPT_COST);
  sqlite3_bind_int64 (statement, 2, SCRYPT_BLOCK);
  sqlite3_bind_int64 (statement, 3, SCRYPT_LANES);
  ming_store_bind_bytes (statement, 4, salt);
  ming_store_bind_bytes (statement, 5, nonce);
  ming_store_bind_bytes (statement, 6, sealed);
  return ming_store_step_done (vault->store, statement, error);
}

/* In one transaction, and only when there is no vault yet: two windows may turn it on at once. */
static gboolean
create_row (MingStoreVault *vault, const char *passphrase, const char *who, GError **error)
{
  gboolean has = FALSE;

  if (!ming_store_has_vault (vault->store, &has, error))
    return FALSE;
  if (has)
    return fail_key (error, _("Identity numbers are kept already; their passphrase can only be changed"));
  return ming_store_read_int (vault->store, removals_sql, &vault->removals, error)
         && write_key (vault, passphrase, error)
         && ming_store_log_row (vault->store, who, "vault-key", key_row, 1, error);
}

static MingStoreVault *
vault_new (MingStore *store)
{
  MingStoreVault *vault = g_new0 (MingStoreVault, 1);

  vault->store = store;
  return vault;
}

MingStoreVault *
ming_store_vault_create (MingStore *store, const char *passphrase, const char *who, GError **error)
{
  g_autoptr (MingStoreVault) vault = vault_new (store);
  g_autoptr (GBytes) random = ming_seal_random (MING_SEAL_KEY_SIZE);

  if (!check_passphrase (passphrase, error))
    return NULL;
  if (!random)
    {
      fail_key (error, _("The key of the identity numbers cannot be made"));
      return NULL;
    }
  memcpy (vault->key.bytes, g_bytes_get_data (random, NULL), sizeof vault->key.bytes);
  ming_seal_wipe ((gpointer) g_bytes_get_data (random, NULL), g_bytes_get_size (random));
  if (!ming_store_begin (store, error)
      || !ming_store_end (store, create_row (vault, passphrase, who, error), error))
    return NULL;
  return g_steal_pointer (&vault);
}

/* The vault's key out of its row; a wrong passphrase and a changed row look the same. */
static gboolean
unseal_key (sqlite3_stmt *row, const char *passphrase, MingSealKey *key)
{
  g_autoptr (GBytes) salt = ming_store_column_bytes (row, 4);
  g_autoptr (GBytes) nonce = ming_store_column_bytes (row, 5);
  g_autoptr (GBytes) sealed = ming_store_column_bytes (row, 6);
  g_auto (MingSealKey) outer = { { 0 } };
  guint8 *plain = NULL;
  gsize size = 0;

  if (g_strcmp0 ((const char *) sqlite3_column_text (row, 0), "scrypt") == 0
      && ming_seal_key_derive (passphrase, salt, (guint64) sqlite3_column_int64 (row, 1),
                               (guint64) sqlite3_column_int64 (row, 2),
                               (guint64) sqlite3_column_int64 (row, 3), &outer))
    plain = ming_seal_open (&outer, KEY_BOUND_TO, nonce, sealed, &size);
  if (plain && size == sizeof key->bytes)
    memcpy (key->bytes, plain, size);
  if (plain)
    ming_seal_wipe (plain, size);
  g_free (plain);
  return plain != NULL && size == sizeof key->bytes;
}

/* To be called inside a transaction, so that row and number of removals belong together. */
static gboolean
read_key (MingStoreVault *vault, const char *passphrase, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (vault->store, "SELECT kdf, cost, block, lanes, salt, nonce, sealed FROM vault",
                          error);
  gboolean row = FALSE;

  if (!statement || !ming_store_read_int (vault->store, removals_sql, &vault->removals, error)
      || !ming_store_step_row (vault->store, statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND,
                   _("This office keeps no identity numbers"));
      return FALSE;
    }
  return (passphrase && unseal_key (statement, passphrase, &vault->key))
         || fail_key (error, _("That is not the passphrase of the identity numbers"));
}

MingStoreVault *
ming_store_vault_open (MingStore *store, const char *passphrase, GError **error)
{
  g_autoptr (MingStoreVault) vault = vault_new (store);
  gboolean ok;

  if (!ming_store_exec (store->db, "BEGIN", error))
    return NULL;
  ok = read_key (vault, passphrase, error);
  sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
  return ok ? g_steal_pointer (&vault) : NULL;
}

void
ming_store_vault_close (MingStoreVault *vault)
{
  ming_seal_key_wipe (&vault->key);
  g_free (vault);
}

static gboolean
insert_identity (MingStoreVault *vault, const MingStoreEntry *entry, const char *identity, const char *who,
                 GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      ming_store_prepare (vault->store,
                          "INSERT INTO identity (estimate_id, nonce, sealed) VALUES (?1, ?2, ?3)", error);
  g_autoptr (GBytes) nonce = NULL;
  g_autoptr (GBytes) sealed = NULL;

  if (!statement || !check_key_lives (vault, error))
    return FALSE;
  if (!ming_seal_close (&vault->key, entry->number, identity, strlen (identity), &nonce, &sealed))
    return fail_key (error, _("The identity number cannot be encrypted"));
  sqlite3_bind_int64 (statement, 1, entry->id);
  ming_store_bind_bytes (statement, 2, nonce);
  ming_store_bind_bytes (statement, 3, sealed);
  return ming_store_step_done (vault->store, statement, error)
         && ming_store_log_row (vault->store, who, "identity", identity_row, entry->id, error);
}

gboolean
ming_store_vault_keep (MingStoreVault *vault, MingStoreEntry *entry, const char *identity, const char *who,
                       GError **error)
{
  g_return_val_if_fail (identity && *identity && strlen (identity) <= MING_VAULT_IDENTITY_MAX, FALSE);

  if (ming_store_begin (vault->store, error)
      && ming_store_end (vault->store,
                         ming_store_insert (vault->store, entry, who, error)
                             && insert_identity (vault, entry, identity, who, error),
                         error))
    {
      entry->has_identity = TRUE;
      return TRUE;
    }
  entry->id = 0;
  g_clear_pointer (&entry->number, g_free);
  return FALSE;
}

char *
ming_store_vault_get (MingStoreVault *vault, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ming_store_prepare (vault->store, identity_row, error);
  g_autoptr (GBytes) nonce = NULL;
  g_autoptr (GBytes) sealed = NULL;
  gboolean row = FALSE;
  gsize size = 0;
  char *identity;

  if (!statement)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (!ming_store_step_row (vault->store, statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND,
                   _("No identity number is kept with this estimate"));
      return NULL;
    }
  nonce = ming_store_column_bytes (statement, 1);
  sealed = ming_store_column_bytes (statement, 2);
  identity = (char *) ming_seal_open (&vault->key, (const char *) sqlite3_column_text (statement, 0), nonce,
                                      sealed, &size);
  if (!identity)
    g_set_error (error, MING_STORE_ERROR, MING_STORE_ERROR_DAMAGED,
                 _("The identity number of this estimate was changed in the file and cannot be read"));
  return identity;
}

void
ming_store_vault_forget (char *identity)
{
  if (identity)
    ming_seal_wipe (identity, strlen (identity));
  g_free (identity);
}

/* Visible at the front and at the end of a long number: the region, and what tells two of a family apart. */
#define SHOWN_FIRST 6
#define SHOWN_LAST 2
#define LONG_ENOUGH 15

char *
ming_store_mask_identity (const char *identity)
{
  glong length = g_utf8_strlen (identity, -1);
  gboolean shown = length >= LONG_ENOUGH;
  GString *masked = g_string_new (NULL);
  glong i = 0;

  for (const char *c = identity; *c != '\0'; c = g_utf8_next_char (c), i++)
    if (shown && (i < SHOWN_FIRST || i >= length - SHOWN_LAST))
      g_string_append_unichar (masked, g_utf8_get_char (c));
    else
      g_string_append_c (masked, '*');
  return g_string_free (masked, FALSE);
}

char *
ming_store_vault_get_masked (MingStoreVault *vault, gint64 id, GError **error)
{
  char *identity = ming_store_vault_get (vault, id, error);
  char *masked = identity ? ming_store_mask_identity (identity) : NULL;

  ming_store_vault_forget (identity);
  return masked;
}

gboolean
ming_store_vault_change_passphrase (MingStoreVault *vault, const char *passphrase, const char *who,
                                    GError **error)
{
  if (!check_passphrase (passphrase, error) || !ming_store_begin (vault->store, error))
    return FALSE;
  if (!ming_store_end (vault->store,
                       check_key_lives (vault, error) && write_key (vault, passphrase, error)
                           && ming_store_log_row (vault->store, who, "vault-key", key_row, 1, error),
                       error))
    return FALSE;
  ming_store_forget_traces (vault->store);
  return TRUE;
}

gboolean
ming_store_remove_vault (MingStore *store, const char *who, GError **error)
{
  if (!ming_store_begin (store, error))
    return FALSE;
  if (!ming_store_end (store,
                       ming_store_exec (store->db, "DELETE FROM identity; DELETE FROM vault;", error)
                           && ming_store_log (store, who, "vault", "remove", "", error),
                       error))
    return FALSE;
  ming_store_forget_traces (store);
  return TRUE;
}
