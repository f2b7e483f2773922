/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-store.h"

G_BEGIN_DECLS

/**
 * MingStoreVault: identity numbers of kept estimates (公民身份号码), when the office has turned keeping them on.
 *
 * Each number is sealed with AES-256-GCM under a key made by chance and bound to its estimate's number; that
 * key is sealed under one made from the office's passphrase by scrypt. Neither passphrase nor keys are ever
 * written.
 * Without the passphrase the numbers are lost, and nobody can help: that is the point.
 */
typedef struct _MingStoreVault MingStoreVault;

/** Characters that a passphrase must have at least. */
#define MING_VAULT_PASSPHRASE_MIN 8

/** The longest identity number, in bytes. */
#define MING_VAULT_IDENTITY_MAX 64

/** Whether the office keeps identity numbers. */
gboolean ming_store_has_vault (MingStore *store, gboolean *out_has, GError **error);

/**
 * Turns the keeping of identity numbers on. KEY when the passphrase is too short or there is a vault already.
 * @store: has to outlive the vault
 */
MingStoreVault *ming_store_vault_create (MingStore *store, const char *passphrase, const char *who,
                                         GError **error);

/**
 * Unlocks the vault: KEY when the passphrase is wrong (or the row was changed),
 * NOT_FOUND without a vault.
 */
MingStoreVault *ming_store_vault_open (MingStore *store, const char *passphrase, GError **error);

/** Wipes the key from memory. */
void ming_store_vault_close (MingStoreVault *vault);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MingStoreVault, ming_store_vault_close)

/** As ming_store_keep(), with the identity number in the same transaction. @identity: 1 to 64 bytes */
gboolean ming_store_vault_keep (MingStoreVault *vault, MingStoreEntry *entry, const char *identity,
                                const char *who,
                                GError **error);

/**
 * The identity number of an estimate. NOT_FOUND when none is kept with it, DAMAGED when its row was changed.
 * Returns: (transfer full): to be freed with ming_store_vault_forget()
 */
char *ming_store_vault_get (MingStoreVault *vault, gint64 id, GError **error);
void ming_store_vault_forget (char *identity);

/** The same as lists show it: "110105**********2X". (transfer full) */
char *ming_store_vault_get_masked (MingStoreVault *vault, gint64 id, GError **error);

/** From now on another passphrase opens the vault. */
gboolean ming_store_vault_change_passphrase (MingStoreVault *vault, const char *passphrase, const char *who,
                                             GError **error);

/** Turns the keeping off: all identity numbers and the key are deleted. Takes no passphrase. */
gboolean ming_store_remove_vault (MingStore *store, const char *who, GError **error);

/** An identity number of any kind with all but a few characters hidden. (transfer full) */
char *ming_store_mask_identity (const char *identity);

G_END_DECLS
