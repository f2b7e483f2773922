/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

#include "store/ming-store-seal.h"
#include "store/ming-store-vault.h"

#define PASSPHRASE "正确的口令一二三"
#define IDENTITY "11010519491231002X"

static MingStoreVault *
make_vault (MingStore *store)
{
  g_autoptr (GError) error = NULL;
  MingStoreVault *vault = ming_store_vault_create (store, PASSPHRASE, "chen", &error);

  g_assert_no_error (error);
  return vault;
}

static gint64
keep_identity (MingStoreVault *vault, const char *identity)
{
  g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", 100, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (ming_store_vault_keep (vault, entry, identity, "chen", &error));
  g_assert_no_error (error);
  g_assert_true (entry->has_identity);
  return entry->id;
}

static void
assert_identity (MingStoreVault *vault, gint64 id, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  char *identity = ming_store_vault_get (vault, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (identity, ==, wanted);
  ming_store_vault_forget (identity);
}

/* Nothing of the kind is there until the office turns it on. */
static void
test_off (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  gboolean has = TRUE;

  g_assert_true (ming_store_has_vault (store, &has, &error));
  g_assert_false (has);
  g_assert_null (ming_store_vault_open (store, PASSPHRASE, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND);
}

static void
test_keep_and_get (StoreFixture *self, gconstpointer unused)
{
  gint64 first, second, without;

  {
    g_autoptr (MingStore) store = store_fixture_open (self);
    g_autoptr (MingStoreVault) vault = make_vault (store);

    first = keep_identity (vault, IDENTITY);
    second = keep_identity (vault, IDENTITY);
    without = store_keep (store, "2026-11-22", 5, NULL);
    assert_identity (vault, first, IDENTITY);
  }
  {
    g_autoptr (MingStore) store = store_fixture_open (self);
    g_autoptr (GError) error = NULL;
    g_autoptr (MingStoreVault) vault = ming_store_vault_open (store, PASSPHRASE, &error);
    g_autofree char *masked = NULL;
    g_autofree char *same = NULL;
    g_autoptr (MingStoreEntry) entry = NULL;

    g_assert_no_error (error);
    assert_identity (vault, first, IDENTITY);
    assert_identity (vault, second, IDENTITY);
    masked = ming_store_vault_get_masked (vault, first, &error);
    g_assert_cmpstr (masked, ==, "110105**********2X");
    g_assert_null (ming_store_vault_get (vault, without, &error));
    g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND);
    entry = ming_store_get (store, first, NULL);
    g_assert_true (entry->has_identity);
    /* the same number twice does not look the same */
    same = store_ask (self->path, "SELECT count (DISTINCT sealed) || count (DISTINCT nonce) FROM identity");
    g_assert_cmpstr (same, ==, "22");
    g_assert_cmpint (store_assert_sound (store), ==, 6);
  }
}

static void
test_nothing_readable (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreVault) vault = make_vault (store);
  g_autofree char *text = NULL;

  keep_identity (vault, IDENTITY);
  g_assert_false (store_folder_holds (self->folder, IDENTITY));
  g_assert_false (store_folder_holds (self->folder, "1105194912")); /* nor a part of it */
  g_assert_false (store_folder_holds (self->folder, "19491231"));
  g_assert_false (store_folder_holds (self->folder, PASSPHRASE));
  text = ming_store_export (store, NULL);
  g_assert_null (strstr (text, IDENTITY));
  g_assert_null (strstr (text, "sealed"));
}

static void
test_passphrases (StoreFixture *self, gconstpointer unused)
{
  static const char *const wrong[] = { "",  "x", "正确的口令一二", "正确的口令一二三 ", "正确的口令一二四",
                                       NULL };
  static const char *const bad[] = { "", "1234567", "七个字的口令啊", "\xff\xfe\xfd\xff\xfe\xfd\xff\xfe\xfd",
                                     NULL };
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  gboolean has = FALSE;

  for (guint i = 0; bad[i]; i++)
    {
      g_clear_error (&error);
      g_assert_null (ming_store_vault_create (store, bad[i], "chen", &error));
      g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
    }
  g_assert_true (ming_store_has_vault (store, &has, NULL));
  g_assert_false (has);

  g_clear_pointer (&(MingStoreVault *){ make_vault (store) }, ming_store_vault_close);
  for (guint i = 0; wrong[i]; i++)
    {
      g_clear_error (&error);
      g_assert_null (ming_store_vault_open (store, wrong[i], &error));
      g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
    }
  g_clear_error (&error);
  g_assert_null (ming_store_vault_open (store, NULL, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_null (ming_store_vault_create (store, "another one", "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
}

static void
test_change_passphrase (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreVault) vault = make_vault (store);
  g_autoptr (MingStoreVault) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = keep_identity (vault, IDENTITY);

  g_assert_false (ming_store_vault_change_passphrase (vault, "short", "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_true (ming_store_vault_change_passphrase (vault, "a new passphrase", "chen", &error));
  g_assert_no_error (error);
  g_assert_null (ming_store_vault_open (store, PASSPHRASE, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  again = ming_store_vault_open (store, "a new passphrase", NULL);
  assert_identity (again, id, IDENTITY);
  g_assert_cmpint (store_assert_sound (store), ==, 4);
}

/* A single bit of a sealed number, of its nonce, or a seal moved to another estimate. */
static void
test_tampered (StoreFixture *self, gconstpointer unused)
{
  static const char *const edits[] = {
    "UPDATE identity SET sealed = CAST (substr (sealed, 1, 33) || x'00' AS BLOB) WHERE estimate_id = 1",
    "UPDATE identity SET sealed = CAST (x'00' || substr (sealed, 2) AS BLOB) WHERE estimate_id = 1",
    "UPDATE identity SET sealed = substr (sealed, 1, 20) WHERE estimate_id = 1",
    "UPDATE identity SET sealed = x'' WHERE estimate_id = 1",
    "UPDATE identity SET sealed = zeroblob (100000) WHERE estimate_id = 1",
    "UPDATE identity SET nonce = x'000000000000000000000000' WHERE estimate_id = 1",
    "UPDATE identity SET nonce = x'' WHERE estimate_id = 1",
    ("UPDATE identity SET (nonce, sealed) = (SELECT nonce, sealed FROM identity WHERE estimate_id = 2)"
     " WHERE estimate_id = 1"),
    "UPDATE estimate SET number = '2026-11-22-0777' WHERE id = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.db", i);
      g_autofree char *path = store_fixture_file (self, name);
      g_autoptr (MingStore) store = ming_store_open (path, NULL);
      g_autoptr (MingStoreVault) vault = make_vault (store);
      g_auto (MingStoreVerdict) verdict = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) verify_error = NULL;

      keep_identity (vault, IDENTITY);
      keep_identity (vault, "310101199001011234");
      store_edit (path, edits[i]);
      g_assert_null (ming_store_vault_get (vault, 1, &error));
      g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_DAMAGED);
      assert_identity (vault, 2, "310101199001011234");
      /* found without any passphrase, too */
      g_assert_false (ming_store_verify (store, &verdict, &verify_error));
      g_assert_error (verify_error, MING_STORE_ERROR, MING_STORE_ERROR_CHAIN);
    }
}

/* What somebody wrote into the vault's row neither opens it nor makes us take all memory or time. */
static void
test_tampered_key (StoreFixture *self, gconstpointer unused)
{
  static const char *const edits[] = {
    "UPDATE vault SET cost = 1024",
    "UPDATE vault SET cost = 9223372036854775807",
    "UPDATE vault SET cost = -1",
    "UPDATE vault SET cost = 0",
    "UPDATE vault SET cost = 1048576, block = 32",
    "UPDATE vault SET block = 1000000",
    "UPDATE vault SET lanes = 0",
    "UPDATE vault SET lanes = 1000000000",
    "UPDATE vault SET salt = x''",
    "UPDATE vault SET kdf = 'none'",
    "UPDATE vault SET sealed = x''",
    "UPDATE vault SET nonce = zeroblob (13)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.db", i);
      g_autofree char *path = store_fixture_file (self, name);
      g_autoptr (MingStore) store = ming_store_open (path, NULL);
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&(MingStoreVault *){ make_vault (store) }, ming_store_vault_close);
      store_edit (path, edits[i]);
      g_assert_null (ming_store_vault_open (store, PASSPHRASE, &error));
      g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
    }
}

static void
test_remove (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreVault) vault = make_vault (store);
  g_autoptr (MingStoreVault) second = NULL;
  g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", 9, NULL);
  g_autoptr (MingStoreEntry) old = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = keep_identity (vault, IDENTITY);

  g_assert_true (ming_store_remove_vault (store, "li", &error));
  g_assert_no_error (error);
  old = ming_store_get (store, id, NULL);
  g_assert_false (old->has_identity);
  g_assert_cmpint (store_assert_sound (store), ==, 4);

  /* a window that still holds the old key cannot keep what nobody could read */
  g_assert_false (ming_store_vault_keep (vault, entry, IDENTITY, "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_assert_null (entry->number);
  second = make_vault (store);
  g_clear_error (&error);
  g_assert_false (ming_store_vault_keep (vault, entry, IDENTITY, "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_false (ming_store_vault_change_passphrase (vault, "take it over", "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  id = keep_identity (second, IDENTITY);
  assert_identity (second, id, IDENTITY);
  g_assert_cmpint (store_assert_sound (store), ==, 7);
}

/* Deleting an estimate, one by one or by age, takes the identity number along. */
static void
test_goes_with_estimate (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreVault) vault = make_vault (store);
  g_autofree char *left = NULL;
  g_autofree char *none = NULL;
  int deleted = 0;
  gint64 first = keep_identity (vault, IDENTITY);

  keep_identity (vault, IDENTITY);
  g_assert_true (ming_store_delete (store, first, "li", "本人要求", NULL));
  left = store_ask (self->path, "SELECT count (*) FROM identity");
  g_assert_cmpstr (left, ==, "1");
  g_assert_true (ming_store_purge (store, "2027-01-01", "li", &deleted, NULL));
  none = store_ask (self->path, "SELECT count (*) FROM identity");
  g_assert_cmpstr (none, ==, "0");
  store_assert_sound (store);
}

static void
test_masks (void)
{
  static const char *const pairs[][2] = {
    { "11010519491231002X", "110105**********2X" },
    { "110105491231002", "110105*******02" },
    { "E12345678", "*********" },
    { "", "" },
    { "护照甲乙丙", "*****" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *masked = ming_store_mask_identity (pairs[i][0]);

      g_assert_cmpstr (masked, ==, pairs[i][1]);
    }
}

/* The same as Python: hashlib.scrypt (b"correct horse", salt=b"0123456789abcdef", n=32768, r=8, p=1,
 * dklen=32). */
static void
test_known_key (void)
{
  g_autoptr (GBytes) salt = g_bytes_new_static ("0123456789abcdef", MING_SEAL_SALT_SIZE);
  static const guint8 wanted[MING_SEAL_KEY_SIZE] = { 0xa6, 0xe1, 0xc5, 0xf3, 0x0b, 0x25, 0xe0, 0xfe,
                                                     0x6d, 0x47, 0x72, 0x40, 0x36, 0xc0, 0xa5, 0x79,
                                                     0x98, 0x8e, 0x41, 0xeb, 0x3e, 0xd3, 0x92, 0x98,
                                                     0xd8, 0xfa, 0x07, 0x6d, 0x41, 0x29, 0x30, 0x64 };
  MingSealKey key;

  g_assert_true (ming_seal_key_derive ("correct horse", salt, 32768, 8, 1, &key));
  g_assert_cmpmem (key.bytes, sizeof key.bytes, wanted, sizeof wanted);
}

static void
test_seal_is_bound (void)
{
  MingSealKey key = { { 1, 2, 3 } };
  MingSealKey other = { { 1, 2, 4 } };
  g_autoptr (GBytes) nonce = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autofree guint8 *plain = NULL;
  gsize size = 0;

  g_assert_true (ming_seal_close (&key, "here", "secret", 6, &nonce, &sealed));
  g_assert_cmpuint (g_bytes_get_size (sealed), ==, 6 + MING_SEAL_TAG_SIZE);
  plain = ming_seal_open (&key, "here", nonce, sealed, &size);
  g_assert_cmpmem (plain, size, "secret", 6);
  g_assert_null (ming_seal_open (&key, "there", nonce, sealed, &size));
  g_assert_null (ming_seal_open (&other, "here", nonce, sealed, &size));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/vault/off", test_off);
  store_test_add ("/store/vault/keep-and-get", test_keep_and_get);
  store_test_add ("/store/vault/nothing-readable", test_nothing_readable);
  store_test_add ("/store/vault/passphrases", test_passphrases);
  store_test_add ("/store/vault/change-passphrase", test_change_passphrase);
  store_test_add ("/store/vault/tampered", test_tampered);
  store_test_add ("/store/vault/tampered-key", test_tampered_key);
  store_test_add ("/store/vault/remove", test_remove);
  store_test_add ("/store/vault/goes-with-estimate", test_goes_with_estimate);
  g_test_add_func ("/store/vault/masks", test_masks);
  g_test_add_func ("/store/vault/known-key", test_known_key);
  g_test_add_func ("/store/vault/seal-is-bound", test_seal_is_bound);
  return g_test_run ();
}
