/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

static void
test_keep_and_get (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", 5000001, "王小明");
  g_autoptr (MingStoreEntry) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ming_store_keep (store, entry, "chen", &error));
  g_assert_no_error (error);
  g_assert_cmpint (entry->id, >, 0);
  g_assert_cmpstr (entry->number, ==, "2026-11-22-0001");

  found = ming_store_get (store, entry->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->number, ==, entry->number);
  g_assert_cmpstr (found->made_at, ==, entry->made_at);
  g_assert_cmpstr (found->receipt_code, ==, entry->receipt_code);
  g_assert_cmpstr (found->region, ==, entry->region);
  g_assert_cmpstr (found->insutype, ==, entry->insutype);
  g_assert_cmpstr (found->pack_id, ==, entry->pack_id);
  g_assert_cmpstr (found->pack_revision, ==, entry->pack_revision);
  g_assert_cmpstr (found->pack_sha256, ==, entry->pack_sha256);
  g_assert_cmpstr (found->engine, ==, entry->engine);
  g_assert_cmpstr (found->name, ==, "王小明");
  g_assert_cmpstr (found->case_json, ==, entry->case_json);
  g_assert_cmpstr (found->result_json, ==, entry->result_json);
  g_assert_cmpint (found->total_fen, ==, 5000001);
  g_assert_cmpint (found->fund_fen, ==, 1666667);
  g_assert_cmpint (found->person_fen, ==, 3333334);
  g_assert_false (found->has_identity);
}

static void
test_survives_closing (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  {
    g_autoptr (MingStore) store = store_fixture_open (self);

    id = store_keep (store, "2026-11-22", 100, NULL);
  }
  {
    g_autoptr (MingStore) store = store_fixture_open (self);
    g_autoptr (MingStoreEntry) found = ming_store_get (store, id, &error);

    g_assert_no_error (error);
    g_assert_null (found->name);
    g_assert_cmpint (store_assert_sound (store), ==, 1);
  }
}

static void
test_numbers (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreEntry) third = store_entry_new ("2026-11-22", 3, NULL);
  g_autoptr (MingStoreEntry) other = store_entry_new ("2026-11-23", 4, NULL);
  g_autoptr (GError) error = NULL;
  gint64 second;

  store_keep (store, "2026-11-22", 1, NULL);
  second = store_keep (store, "2026-11-22", 2, NULL);
  g_assert_true (ming_store_delete (store, second, "chen", "录错", &error));
  g_assert_no_error (error);

  /* a number that was given out once is never given out again */
  g_assert_true (ming_store_keep (store, third, "chen", &error));
  g_assert_cmpstr (third->number, ==, "2026-11-22-0003");
  g_assert_true (ming_store_keep (store, other, "chen", &error));
  g_assert_cmpstr (other->number, ==, "2026-11-23-0001");
}

static void
test_number_past_9999 (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreEntry) next = store_entry_new ("2026-11-22", 1, NULL);

  store_edit (self->path, "INSERT INTO log VALUES (1, '', '', 'keep', '2026-11-22-9999', '', '', 'a');"
                          "INSERT INTO log VALUES (2, '', '', 'keep', '2026-11-22-10000', '', '', 'b');");
  g_assert_true (ming_store_keep (store, next, "chen", NULL));
  g_assert_cmpstr (next->number, ==, "2026-11-22-10001");
}

static void
test_refused_entry_has_no_number (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (MingStoreEntry) entry = store_entry_new ("2026-11-22", 100, NULL);
  g_autoptr (GError) error = NULL;

  /* a result that does not add up is not kept either */
  entry->person_fen += 1;
  g_assert_false (ming_store_keep (store, entry, "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SQL);
  g_assert_null (entry->number);
  g_assert_cmpint (entry->id, ==, 0);
  g_assert_cmpint (store_assert_sound (store), ==, 0);

  entry->person_fen -= 1;
  g_assert_true (ming_store_keep (store, entry, "chen", NULL));
  g_assert_cmpstr (entry->number, ==, "2026-11-22-0001");
}

static void
test_get_none (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (ming_store_get (store, 7, &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND);
}

/* What is looked for, and the totals of what must be found, newest first. */
static const struct
{
  MingStoreQuery query;
  const char *totals;
} searches[] = {
  { { 0 }, "6000 500 400 300 200" },
  { { .text = "" }, "6000 500 400 300 200" },
  { { .text = "2026-11-22" }, "500 400" },
  { { .text = "-0002" }, "500" },
  { { .text = "7f3a-1770" }, "6000" },
  { { .text = "小明" }, "400" },
  { { .text = "王" }, "400 200" },
  { { .text = "110000" }, "6000 500 400 300 200" },
  { { .text = "1100" }, "" },
  { { .text = "310000" }, "" },
  { { .text = "%" }, "" },
  { { .text = "_" }, "" },
  { { .text = "'; DROP TABLE estimate; --" }, "" },
  { { .from = "2026-11-22" }, "6000 500 400" },
  { { .to = "2026-11-21" }, "300 200" },
  { { .from = "2026-11-21", .to = "2026-11-21" }, "300" },
  { { .total_fen = 500 }, "500" },
  { { .total_fen = 501 }, "" },
  { { .amount_fen = 500 }, "500" },
  { { .amount_fen = 2000 }, "6000" }, /* the funds' part */
  { { .amount_fen = 4000 }, "6000" }, /* the own part */
  { { .amount_fen = 501 }, "" },
  { { .region = "11" }, "6000 500 400 300 200" },
  { { .region = "110000" }, "6000 500 400 300 200" },
  { { .region = "10" }, "" },
  { { .region = "" }, "6000 500 400 300 200" },
  { { .limit = 2 }, "6000 500" },
  { { .text = "王", .from = "2026-11-21" }, "400" },
};

static void
test_search (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);

  store_keep (store, "2026-11-20", 200, "王五");
  store_keep (store, "2026-11-21", 300, NULL);
  store_keep (store, "2026-11-22", 400, "王小明");
  store_keep (store, "2026-11-22", 500, "李四");
  store_keep (store, "2026-11-23", 6000, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) found = ming_store_search (store, &searches[i].query, &error);
      g_autoptr (GString) totals = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < found->len; j++)
        {
          const MingStoreEntry *entry = g_ptr_array_index (found, j);

          g_assert_null (entry->case_json);
          g_string_append_printf (totals, "%s%" G_GINT64_FORMAT, j > 0 ? " " : "", entry->total_fen);
        }
      g_test_message ("search %u", i);
      g_assert_cmpstr (totals->str, ==, searches[i].totals);
    }
}

static void
test_delete (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *logged = NULL;
  gint64 id = store_keep (store, "2026-11-22", 100, "某人不愿留名");

  g_assert_true (store_folder_holds (self->folder, "某人不愿留名"));
  g_assert_true (ming_store_delete (store, id, "li", "本人要求", &error));
  g_assert_no_error (error);
  g_assert_null (ming_store_get (store, id, NULL));
  logged = store_ask (self->path, "SELECT who || ' ' || what || ' ' || subject || ' ' || detail FROM log"
                                  " WHERE seq = 2");
  g_assert_cmpstr (logged, ==, "li delete 2026-11-22-0001 本人要求");
  g_assert_cmpint (store_assert_sound (store), ==, 2);

  /* gone from the bytes of the file and of its companions too */
  g_assert_false (store_folder_holds (self->folder, "某人不愿留名"));

  g_assert_false (ming_store_delete (store, id, "li", "再删", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (store_assert_sound (store), ==, 2);
}

static void
test_purge (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;
  int deleted = -1;

  store_keep (store, "2024-12-31", 1, "旧人");
  store_keep (store, "2025-01-01", 2, NULL);
  store_keep (store, "2023-05-05", 3, NULL);
  g_assert_true (ming_store_purge (store, "2025-01-01", "li", &deleted, &error));
  g_assert_no_error (error);
  g_assert_cmpint (deleted, ==, 2);
  left = ming_store_search (store, &(MingStoreQuery){ 0 }, &error);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (((MingStoreEntry *) left->pdata[0])->total_fen, ==, 2);
  g_assert_cmpint (store_assert_sound (store), ==, 5);
  g_assert_false (store_folder_holds (self->folder, "旧人"));

  g_assert_true (ming_store_purge (store, "2025-01-01", "li", &deleted, &error));
  g_assert_cmpint (deleted, ==, 0);
}

static void
test_settings (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  g_assert_null (ming_store_get_setting (store, "office", &error));
  g_assert_no_error (error);
  g_assert_true (ming_store_set_setting (store, "office", "某区经办大厅", "chen", &error));
  g_assert_true (ming_store_set_setting (store, "office", "某区医保大厅", "li", &error));
  value = ming_store_get_setting (store, "office", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, "某区医保大厅");
  g_assert_cmpint (store_assert_sound (store), ==, 2);
}

/* Two people, and the hash: another version of the same pack is another pack. */
static void
test_approvals (StoreFixture *self, gconstpointer unused)
{
  static const char *const same[] = { "chen", "Chen", " chen " };
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  g_auto (MingStoreApproval) approval = { 0 };

  g_assert_null (ming_store_pack_approver (store, "110000-310", "aa", &error));
  g_assert_no_error (error);
  g_assert_false (ming_store_approve_pack (store, "110000-310", "2026-11-22", "aa", "li", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SECOND_PERSON);
  g_clear_error (&error);
  g_assert_true (ming_store_submit_pack (store, "110000-310", "aa", "chen", &error));
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_false (ming_store_approve_pack (store, "110000-310", "2026-11-22", "aa", same[i], &error));
      g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SECOND_PERSON);
      g_clear_error (&error);
    }
  g_assert_true (ming_store_approve_pack (store, "110000-310", "2026-11-22", "aa", "li", &error));
  g_assert_true (ming_store_get_approval (store, "110000-310", "aa", &approval, &error));
  g_assert_cmpstr (approval.submitted_by, ==, "chen");
  g_assert_cmpstr (approval.approved_by, ==, "li");
  g_assert_nonnull (approval.submitted_at);
  g_assert_nonnull (approval.approved_at);
  g_assert_null (ming_store_pack_approver (store, "110000-310", "ab", &error));
  g_assert_false (ming_store_approve_pack (store, "110000-310", "2026-11-23", "ab", "li", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_SECOND_PERSON);
  g_assert_cmpint (store_assert_sound (store), ==, 2);
}

static void
test_cases (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GPtrArray) left = NULL;
  const MingStoreCase *newest;
  gint64 first = 0, second = 0;

  g_assert_true (ming_store_save_case (store, "周老师的住院", "{\"a\": \"1\"}", "chen", &first, &error));
  g_assert_true (ming_store_save_case (store, "培训一", "{\"b\": \"2\"}", "chen", &second, &error));
  g_assert_no_error (error);
  cases = ming_store_list_cases (store, &error);
  g_assert_cmpuint (cases->len, ==, 2);
  newest = cases->pdata[0];
  g_assert_cmpint (newest->id, ==, second);
  g_assert_cmpstr (newest->title, ==, "培训一");
  g_assert_cmpstr (newest->case_json, ==, "{\"b\": \"2\"}");

  g_assert_true (ming_store_delete_case (store, first, "chen", &error));
  g_assert_false (ming_store_delete_case (store, first, "chen", &error));
  g_assert_error (error, MING_STORE_ERROR, MING_STORE_ERROR_NOT_FOUND);
  left = ming_store_list_cases (store, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (store_assert_sound (store), ==, 3);
  /* the title, maybe a name, is in no log */
  g_assert_false (store_folder_holds (self->folder, "周老师"));
}

static void
test_export (StoreFixture *self, gconstpointer unused)
{
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *entry;

  store_keep (store, "2026-11-22", 123, "\"引号\" 与\n换行");
  g_assert_true (ming_store_set_setting (store, "window", "3", "chen", NULL));
  text = ming_store_export (store, &error);
  g_assert_no_error (error);
  g_assert_true (json_parser_load_from_data (parser, text, -1, &error));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "mingsuan-export/1");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "estimates")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "settings")), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "approvals")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "cases")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "log")), ==, 2);
  entry = json_array_get_object_element (json_object_get_array_member (root, "estimates"), 0);
  g_assert_cmpstr (json_object_get_string_member (entry, "name"), ==, "\"引号\" 与\n换行");
  g_assert_cmpstr (json_object_get_string_member (entry, "total_fen"), ==, "123");
}

static void
test_modes (StoreFixture *self, gconstpointer unused)
{
  static const char *const names[] = { "mingsuan.db", "mingsuan.db-wal", "mingsuan.db-shm", "copy.db" };
  g_autoptr (MingStore) store = store_fixture_open (self);
  g_autofree char *copy = store_fixture_file (self, "copy.db");

  store_keep (store, "2026-11-22", 1, NULL);
  g_assert_true (ming_store_backup (store, copy, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = store_fixture_file (self, names[i]);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
    }
}

static void
test_memory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingStore) store = ming_store_open (":memory:", &error);

  g_assert_no_error (error);
  store_keep (store, "2026-11-22", 1, NULL);
  g_assert_cmpint (store_assert_sound (store), ==, 1);
  g_assert_false (g_file_test (":memory:", G_FILE_TEST_EXISTS));
}

/* Home folders reached through a symbolic link are common. */
static void
test_through_link (StoreFixture *self, gconstpointer unused)
{
  g_autofree char *home = store_fixture_file (self, "home");
  g_autofree char *link = store_fixture_file (self, "link");
  g_autofree char *path = g_build_filename (link, "mingsuan.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingStore) store = NULL;

  g_assert_cmpint (g_mkdir (home, 0700), ==, 0);
  g_assert_true (g_file_make_symbolic_link (file, home, NULL, &error));
  store = ming_store_open (path, &error);
  g_assert_no_error (error);
  store_keep (store, "2026-11-22", 1, NULL);
}

/* The folder is made, for its owner alone. XDG_DATA_HOME is set in main(). */
static void
test_default_path (void)
{
  g_autofree char *path = ming_store_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;

  g_assert_true (g_str_has_prefix (path, g_getenv ("XDG_DATA_HOME")));
  g_assert_true (g_str_has_suffix (path, "/mingsuan/mingsuan.db"));
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("mingsuan-data-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/keep-and-get", test_keep_and_get);
  store_test_add ("/store/survives-closing", test_survives_closing);
  store_test_add ("/store/numbers", test_numbers);
  store_test_add ("/store/number-past-9999", test_number_past_9999);
  store_test_add ("/store/refused-entry-has-no-number", test_refused_entry_has_no_number);
  store_test_add ("/store/get-none", test_get_none);
  store_test_add ("/store/search", test_search);
  store_test_add ("/store/delete", test_delete);
  store_test_add ("/store/purge", test_purge);
  store_test_add ("/store/settings", test_settings);
  store_test_add ("/store/approvals", test_approvals);
  store_test_add ("/store/cases", test_cases);
  store_test_add ("/store/export", test_export);
  store_test_add ("/store/modes", test_modes);
  store_test_add ("/store/through-link", test_through_link);
  g_test_add_func ("/store/memory", test_memory);
  g_test_add_func ("/store/default-path", test_default_path);
  failed = g_test_run ();
  store_remove_folder (data);
  return failed;
}
