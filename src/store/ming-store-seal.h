/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Sealing: AES-256-GCM and scrypt of OpenSSL 3. Every seal has a nonce of its own by chance and is bound to a
 * text, so that a sealed value moved to another row does not open.
 */

#define MING_SEAL_KEY_SIZE 32
#define MING_SEAL_NONCE_SIZE 12
#define MING_SEAL_TAG_SIZE 16
#define MING_SEAL_SALT_SIZE 16

/** MingSealKey: wipe it when done. */
typedef struct
{
  guint8 bytes[MING_SEAL_KEY_SIZE];
} MingSealKey;

void ming_seal_key_wipe (MingSealKey *key);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MingSealKey, ming_seal_key_wipe)

/** Overwrites @size bytes so that the compiler cannot leave it out. */
void ming_seal_wipe (gpointer bytes, gsize size);

/** Bytes by chance; NULL when the system has none. (transfer full) */
GBytes *ming_seal_random (gsize size);

/** Makes @key from a passphrase by scrypt. FALSE when the parameters are not sensible, or out of memory. */
gboolean ming_seal_key_derive (const char *passphrase, GBytes *salt, guint64 cost, guint64 block,
                               guint64 lanes, MingSealKey *key);

/**
 * Seals @plain.
 * @bound_to: has to be the same when opening
 * @out_nonce, @out_sealed: (transfer full): ciphertext with the tag at its end
 */
gboolean ming_seal_close (const MingSealKey *key, const char *bound_to, gconstpointer plain, gsize size,
                          GBytes **out_nonce, GBytes **out_sealed);

/**
 * Opens a seal; NULL when a single bit of anything differs.
 * Returns: (transfer full): the plain bytes and a NUL; to be wiped, @out_size bytes
 */
guint8 *ming_seal_open (const MingSealKey *key, const char *bound_to, GBytes *nonce, GBytes *sealed,
                        gsize *out_size);

G_END_DECLS
