/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "desk/history/ming-history-view.h"
#include "counter.h"

/* The history file as a window uses it: settings, retention, identity numbers when the office keeps them. */

#define PASSPHRASE "correct horse"
#define IDENTITY "11010519491231002X"

/* Each test has a file of its own. */
static void
forget_file (void)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *path = ming_store_default_path ();

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

static MingStoreEntry *
make_entry (const char *made_at)
{
  MingStoreEntry *entry = g_new0 (MingStoreEntry, 1);

  entry->made_at = g_strdup (made_at);
  entry->receipt_code = g_strdup ("0000-0000");
  entry->region = g_strdup ("110000");
  entry->insutype = g_strdup ("310");
  entry->pack_id = g_strdup ("110000-310");
  entry->pack_revision = g_strdup ("2025-01-01");
  entry->pack_sha256 = g_strnfill (64, 'a');
  entry->engine = g_strdup ("1");
  entry->total_fen = entry->person_fen = 100;
  entry->case_json = g_strdup ("{}");
  entry->result_json = g_strdup ("{}");
  return entry;
}

static void
keep (MingArchive *archive, const char *made_at, const char *identity)
{
  g_autoptr (MingStoreEntry) entry = make_entry (made_at);
  g_autoptr (GError) error = NULL;

  g_assert_true (ming_archive_keep (archive, entry, identity, &error));
  g_assert_no_error (error);
}

static guint
count (MingArchive *archive)
{
  g_autoptr (GPtrArray) found =
      ming_store_search (ming_archive_open (archive, NULL), &(MingStoreQuery){ 0 }, NULL);

  return found->len;
}

static void
test_settings (void)
{
  g_autoptr (MingArchive) archive = ming_archive_new ();
  g_autofree char *none = NULL;
  g_autofree char *window = NULL;
  g_autofree char *clerk = NULL;
  g_autofree char *login = NULL;

  forget_file ();
  none = ming_archive_dup_setting (archive, MING_SETTING_WINDOW);
  g_assert_cmpstr (none, ==, "");
  login = ming_archive_dup_clerk (archive);
  g_assert_cmpstr (login, ==, g_get_user_name ());
  g_assert_true (ming_archive_set_setting (archive, MING_SETTING_WINDOW, "3", NULL));
  g_assert_true (ming_archive_set_setting (archive, MING_SETTING_CLERK, "0427", NULL));
  window = ming_archive_dup_setting (archive, MING_SETTING_WINDOW);
  g_assert_cmpstr (window, ==, "3");
  clerk = ming_archive_dup_clerk (archive);
  g_assert_cmpstr (clerk, ==, "0427");
}

/* What is older than the period goes when the file is opened, and when the period is shortened. */
static void
test_retention (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) old = g_date_time_add_days (now, -40);
  g_autofree char *today_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *old_at = g_date_time_format (old, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (MingArchive) archive = ming_archive_new ();
  g_autoptr (MingArchive) other = NULL;

  forget_file ();
  keep (archive, old_at, NULL);
  keep (archive, today_at, NULL);
  g_assert_cmpuint (count (archive), ==, 2);
  g_assert_true (ming_archive_set_setting (archive, MING_SETTING_RETENTION_DAYS, "41", NULL));
  g_assert_cmpuint (count (archive), ==, 2);
  g_assert_cmpint (ming_archive_take_purged (archive), ==, 0);
  g_assert_true (ming_archive_set_setting (archive, MING_SETTING_RETENTION_DAYS, "39", NULL));
  other = ming_archive_new ();
  g_assert_cmpuint (count (other), ==, 1);
  g_assert_cmpint (ming_archive_take_purged (other), ==, 1);
  g_assert_cmpint (ming_archive_take_purged (other), ==, 0);
  /* no period, or nonsense, deletes nothing */
  keep (archive, old_at, NULL);
  for (const char *const *days = (const char *const[]){ "", "0", "-1", "9999999", "x", NULL }; *days; days++)
    {
      g_assert_true (ming_archive_set_setting (archive, MING_SETTING_RETENTION_DAYS, *days, NULL));
      g_assert_cmpuint (count (archive), ==, 2);
    }
}

/* Only who has it open changes it; the old one opens nothing afterwards, what is open stays so. */
static void
check_passphrase (MingArchive *archive, MingArchive *locked)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ming_archive_change_passphrase (locked, "another one", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_false (ming_archive_change_passphrase (archive, "short", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_true (ming_archive_change_passphrase (archive, "another one", &error));
  g_assert_cmpint (ming_archive_get_identity (archive), ==, MING_ARCHIVE_IDENTITY_OPEN);
  g_assert_false (ming_archive_unlock (locked, PASSPHRASE, NULL));
  g_assert_true (ming_archive_unlock (locked, "another one", NULL));
  ming_archive_lock (locked);
}

static void
test_identity (void)
{
  g_autoptr (MingArchive) archive = ming_archive_new ();
  g_autoptr (MingArchive) other = ming_archive_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *masked = NULL;
  g_autofree char *sealed = NULL;
  g_autofree char *none = NULL;

  forget_file ();
  keep (archive, "2025-11-01T10:00:00+08:00", IDENTITY); /* off: not looked at */
  g_assert_cmpint (ming_archive_get_identity (archive), ==, MING_ARCHIVE_IDENTITY_OFF);
  g_assert_false (ming_archive_wants_identity (archive));
  g_assert_false (ming_archive_unlock (archive, "short", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_clear_error (&error);
  g_assert_true (ming_archive_unlock (archive, PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_true (ming_archive_wants_identity (archive));
  keep (archive, "2025-11-02T10:00:00+08:00", IDENTITY);
  keep (archive, "2025-11-03T10:00:00+08:00", NULL);

  g_assert_cmpint (ming_archive_get_identity (other), ==, MING_ARCHIVE_IDENTITY_LOCKED);
  found = ming_store_search (ming_archive_open (archive, NULL), &(MingStoreQuery){ 0 }, NULL);
  g_assert_false (((MingStoreEntry *) found->pdata[2])->has_identity);
  masked = ming_archive_dup_masked (archive, found->pdata[1]);
  g_assert_cmpstr (masked, ==, "110105**********2X");
  sealed = ming_archive_dup_masked (other, found->pdata[1]);
  g_assert_null (strstr (sealed, "110105"));
  g_assert_cmpstr (sealed, !=, "");
  none = ming_archive_dup_masked (other, found->pdata[0]);
  g_assert_cmpstr (none, ==, "");
  g_assert_false (ming_archive_unlock (other, "wrong horse", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_KEY);
  g_assert_true (ming_archive_unlock (other, PASSPHRASE, NULL));
  ming_archive_lock (other);
  g_assert_cmpint (ming_archive_get_identity (other), ==, MING_ARCHIVE_IDENTITY_LOCKED);
  check_passphrase (archive, other);
  g_assert_true (ming_archive_remove_identities (archive, NULL));
  g_assert_cmpint (ming_archive_get_identity (archive), ==, MING_ARCHIVE_IDENTITY_OFF);
  g_assert_cmpint (ming_archive_get_identity (other), ==, MING_ARCHIVE_IDENTITY_OFF);
}

/* As the window does it: by the pack itself, and never both by one person. */
static void
check_signing (MingArchive *archive)
{
  MingPack pack = { .id = (char *) "310000-310", .revision = (char *) "2026-11-22", .sha256 = (char *) "cc" };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_assert_false (ming_archive_sign_pack (archive, &pack, TRUE, "li", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SECOND_PERSON);
  g_clear_error (&error);
  g_assert_true (ming_archive_sign_pack (archive, &pack, FALSE, "wang", NULL));
  g_assert_false (ming_archive_sign_pack (archive, &pack, TRUE, "wang", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SECOND_PERSON);
  g_assert_true (ming_archive_sign_pack (archive, &pack, TRUE, "li", NULL));
  said = ming_archive_describe_approval (archive, pack.id, pack.sha256);
  g_assert_nonnull (strstr (said, "wang"));
  g_assert_nonnull (strstr (said, "li"));
}

/* 政策库: nothing is made by looking; then who put a version forward, then who approved it. */
static void
test_approvals (void)
{
  g_autoptr (MingArchive) archive = ming_archive_new ();
  g_autofree char *path = ming_store_default_path ();
  g_autofree char *none = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *approved = NULL;
  g_autofree char *other = NULL;
  MingStore *store;

  forget_file ();
  none = ming_archive_describe_approval (archive, "110000-310", "aa");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  store = ming_archive_open (archive, NULL);
  g_assert_true (ming_store_submit_pack (store, "110000-310", "aa", "chen", NULL));
  waiting = ming_archive_describe_approval (archive, "110000-310", "aa");
  g_assert_nonnull (strstr (waiting, "chen"));
  g_assert_true (ming_store_approve_pack (store, "110000-310", "2026-11-22", "aa", "li", NULL));
  approved = ming_archive_describe_approval (archive, "110000-310", "aa");
  g_assert_nonnull (strstr (approved, "chen"));
  g_assert_nonnull (strstr (approved, "li"));
  other = ming_archive_describe_approval (archive, "110000-310", "bb");
  g_assert_cmpstr (other, ==, none);
  check_signing (archive);
}

/* The session holds the number only while it would be kept, and until the next client. */
static void
test_session (void)
{
  g_autoptr (MingSession) session = NULL;
  MingArchive *archive;
  char *identity;

  forget_file ();
  session = ming_session_new (g_getenv ("MING_DATADIR"), today);
  archive = ming_session_get_archive (session);
  ming_session_set_field (session, MING_FIELD_IDCARD, IDENTITY);
  g_assert_null (ming_session_dup_identity (session));
  ming_session_leave_field (session, MING_FIELD_IDCARD);
  g_assert_true (ming_archive_unlock (archive, PASSPHRASE, NULL));
  g_assert_null (ming_session_dup_identity (session)); /* typed before: masked and gone */

  ming_session_set_field (session, MING_FIELD_IDCARD, "11010519491231002x");
  identity = ming_session_dup_identity (session);
  g_assert_cmpstr (identity, ==, IDENTITY);
  ming_store_vault_forget (identity);
  ming_session_leave_field (session, MING_FIELD_IDCARD);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_IDCARD], ==, "110105**********2X");
  identity = ming_session_dup_identity (session);
  g_assert_cmpstr (identity, ==, IDENTITY);
  ming_store_vault_forget (identity);
  ming_session_set_field (session, MING_FIELD_IDCARD, "1");
  g_assert_null (ming_session_dup_identity (session));
  ming_session_set_field (session, MING_FIELD_IDCARD, IDENTITY);
  ming_session_leave_field (session, MING_FIELD_IDCARD);
  ming_session_next_client (session);
  g_assert_null (ming_session_dup_identity (session));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_dir_make_tmp ("mingsuan-archive-XXXXXX", &error);
  g_autofree char *folder = g_build_filename (data, "mingsuan", NULL);
  int result;

  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive/settings", test_settings);
  g_test_add_func ("/archive/retention", test_retention);
  g_test_add_func ("/archive/identity", test_identity);
  g_test_add_func ("/archive/approvals", test_approvals);
  g_test_add_func ("/archive/session", test_session);
  result = g_test_run ();
  forget_file ();
  g_rmdir (folder);
  g_rmdir (data);
  return result;
}
