/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-store"

#include "ming-store-seal.h"

#include <string.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

/* scrypt takes 128 × cost × block bytes; a changed file must not make us ask for more than this. */
#define MEMORY_MAX (256u << 20)
#define COST_MIN 1024
#define COST_MAX (1u << 20)
#define BLOCK_MAX 32
#define LANES_MAX 16

/* Plain text longer than this is nothing that we seal. */
#define PLAIN_MAX 4096

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EVP_CIPHER_CTX, EVP_CIPHER_CTX_free)

void
ming_seal_wipe (gpointer bytes, gsize size)
{
  OPENSSL_cleanse (bytes, size);
}

void
ming_seal_key_wipe (MingSealKey *key)
{
  ming_seal_wipe (key->bytes, sizeof key->bytes);
}

GBytes *
ming_seal_random (gsize size)
{
  guint8 bytes[64];

  g_return_val_if_fail (size <= sizeof bytes, NULL);

  if (RAND_bytes (bytes, (int) size) != 1)
    return NULL;
  return g_bytes_new (bytes, size);
}

gboolean
ming_seal_key_derive (const char *passphrase, GBytes *salt, guint64 cost, guint64 block, guint64 lanes,
                      MingSealKey *key)
{
  gsize salt_size;
  const guint8 *salt_bytes = g_bytes_get_data (salt, &salt_size);

  if (salt_size != MING_SEAL_SALT_SIZE || cost < COST_MIN || cost > COST_MAX || block < 1 || block > BLOCK_MAX
      || lanes < 1 || lanes > LANES_MAX)
    return FALSE;
  return EVP_PBE_scrypt (passphrase, strlen (passphrase), salt_bytes, salt_size, cost, block, lanes,
                         MEMORY_MAX, key->bytes, sizeof key->bytes)
         == 1;
}

static gboolean
encrypt (EVP_CIPHER_CTX *context, const MingSealKey *key, const guint8 *nonce, const char *bound_to,
         gconstpointer plain, int size, guint8 *sealed)
{
  int written = 0;

  return EVP_EncryptInit_ex2 (context, EVP_aes_256_gcm (), key->bytes, nonce, NULL) == 1
         && EVP_EncryptUpdate (context, NULL, &written, (const guint8 *) bound_to, (int) strlen (bound_to))
                == 1
         && EVP_EncryptUpdate (context, sealed, &written, plain, size) == 1
         && EVP_EncryptFinal_ex (context, sealed + size, &written) == 1
         && EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_GET_TAG, MING_SEAL_TAG_SIZE, sealed + size) == 1;
}

gboolean
ming_seal_close (const MingSealKey *key, const char *bound_to, gconstpointer plain, gsize size,
                 GBytes **out_nonce, GBytes **out_sealed)
{
  g_autoptr (EVP_CIPHER_CTX) context = EVP_CIPHER_CTX_new ();
  g_autoptr (GBytes) nonce = ming_seal_random (MING_SEAL_NONCE_SIZE);
  g_autofree guint8 *sealed = NULL;

  g_return_val_if_fail (size <= PLAIN_MAX, FALSE);

  sealed = g_malloc (size + MING_SEAL_TAG_SIZE);
  if (!context || !nonce
      || !encrypt (context, key, g_bytes_get_data (nonce, NULL), bound_to, plain, (int) size, sealed))
    return FALSE;
  *out_nonce = g_steal_pointer (&nonce);
  *out_sealed = g_bytes_new_take (g_steal_pointer (&sealed), size + MING_SEAL_TAG_SIZE);
  return TRUE;
}

static gboolean
decrypt (EVP_CIPHER_CTX *context, const MingSealKey *key, const guint8 *nonce, const char *bound_to,
         const guint8 *sealed, int size, guint8 *plain)
{
  guint8 tag[MING_SEAL_TAG_SIZE];
  int written = 0;

  memcpy (tag, sealed + size, sizeof tag);
  return EVP_DecryptInit_ex2 (context, EVP_aes_256_gcm (), key->bytes, nonce, NULL) == 1
         && EVP_DecryptUpdate (context, NULL, &written, (const guint8 *) bound_to, (int) strlen (bound_to))
                == 1
         && EVP_DecryptUpdate (context, plain, &written, sealed, size) == 1
         && EVP_CIPHER_CTX_ctrl (context, EVP_CTRL_AEAD_SET_TAG, MING_SEAL_TAG_SIZE, tag) == 1
         && EVP_DecryptFinal_ex (context, plain + size, &written) == 1;
}

guint8 *
ming_seal_open (const MingSealKey *key, const char *bound_to, GBytes *nonce, GBytes *sealed, gsize *out_size)
{
  g_autoptr (EVP_CIPHER_CTX) context = EVP_CIPHER_CTX_new ();
  gsize nonce_size, sealed_size, size;
  const guint8 *nonce_bytes = g_bytes_get_data (nonce, &nonce_size);
  const guint8 *sealed_bytes = g_bytes_get_data (sealed, &sealed_size);
  guint8 *plain;

  if (!context || nonce_size != MING_SEAL_NONCE_SIZE || sealed_size < MING_SEAL_TAG_SIZE
      || sealed_size > PLAIN_MAX + MING_SEAL_TAG_SIZE)
    return NULL;
  size = sealed_size - MING_SEAL_TAG_SIZE;
  plain = g_malloc0 (size + 1);
  if (decrypt (context, key, nonce_bytes, bound_to, sealed_bytes, (int) size, plain))
    {
      plain[size] = '\0';
      *out_size = size;
      return plain;
    }
  ming_seal_wipe (plain, size + 1);
  g_free (plain);
  return NULL;
}
