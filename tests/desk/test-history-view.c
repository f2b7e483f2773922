/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "desk/history/ming-history-entry.h"
#include "desk/history/ming-history-view.h"
#include "desk/ming-session.h"
#include "desk/ming-test-file.h"
#include "counter.h"

/* 历史 without a screen: an estimate kept, found and opened again is the same case. */

static void
type_all (MingSession *session, gboolean by_class)
{
  static const struct
  {
    MingField field;
    const char *text;
  } typed[] = {
    { MING_FIELD_REGION, "110000" }, { MING_FIELD_INSUTYPE, "310" },      { MING_FIELD_PSN_TYPE, "1201" },
    { MING_FIELD_GEND, "2" },        { MING_FIELD_BRDY, "19520318" },     { MING_FIELD_BASE, "5869" },
    { MING_FIELD_BALC, "1204.30" },  { MING_FIELD_DATE, "20251103" },     { MING_FIELD_MED_TYPE, "21" },
    { MING_FIELD_HOSP_LV, "02" },    { MING_FIELD_BEGNDATE, "20251020" }, { MING_FIELD_ENDDATE, "20251103" },
    { MING_FIELD_ADMISSIONS, "1" },  { MING_FIELD_OVER_LIMIT, "12.34" },
  };
  static const struct
  {
    MingField field;
    const char *text;
  } costs[2][4] = {
    { { MING_FIELD_BY_CLASS, MING_BY_NATIONAL },
      { MING_FIELD_TOTAL, "53600" },
      { MING_FIELD_FULL_OWN, "1800" },
      { MING_FIELD_FIRST_PAY, "1800" } },
    { { MING_FIELD_BY_CLASS, MING_BY_CATALOGUE },
      { MING_FIELD_CLASS_A, "20000" },
      { MING_FIELD_CLASS_B, "333.33" },
      { MING_FIELD_FIRST_RATE, "10%" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    ming_session_set_field (session, typed[i].field, typed[i].text);
  for (gsize i = 0; i < G_N_ELEMENTS (costs[0]); i++)
    ming_session_set_field (session, costs[by_class][i].field, costs[by_class][i].text);
  ming_session_set_field (session, MING_FIELD_SO_FAR, "500");
  ming_session_set_family (session, 0, MING_FAMILY_RELATION, "配偶");
  ming_session_set_family (session, 0, MING_FAMILY_BALC, "300");
  ming_session_set_family (session, 1, MING_FAMILY_BALC, "0.01");
}

static MingSession *
open_counter (gboolean by_class)
{
  MingSession *session = ming_session_new (g_getenv ("MING_DATADIR"), today);

  type_all (session, by_class);
  g_assert_nonnull (ming_session_get_answer (session)->estimate);
  return session;
}

static MingStoreEntry *
make_entry (MingSession *session)
{
  return ming_history_entry_new (ming_session_get_answer (session)->estimate, "2025-11-03T10:20:30+08:00");
}

static void
test_round_trip (gconstpointer by_class)
{
  g_autoptr (MingSession) session = open_counter (GPOINTER_TO_INT (by_class));
  g_autoptr (MingSession) other = ming_session_new (g_getenv ("MING_DATADIR"), today);
  g_autoptr (MingStore) store = NULL;
  g_autoptr (MingStoreEntry) entry = make_entry (session);
  g_autoptr (MingStoreEntry) kept = NULL;
  g_autoptr (MingHistoryAsked) asked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = ming_case_print (ming_session_get_form (session)->input);
  g_autofree char *after = NULL;

  store = ming_store_open (":memory:", &error);
  g_assert_no_error (error);
  g_assert_true (ming_store_keep (store, entry, "clerk", &error));
  g_assert_no_error (error);
  kept = ming_store_get (store, entry->id, &error);
  g_assert_no_error (error);
  asked = ming_history_ask (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ming_history_asked_page (asked), ==, "estimate");
  ming_session_open_case (other, asked->input);
  g_assert_nonnull (ming_session_get_form (other)->input);
  after = ming_case_print (ming_session_get_form (other)->input);
  g_assert_cmpstr (after, ==, before);
}

static void
test_entry (void)
{
  g_autoptr (MingSession) session = open_counter (FALSE);
  g_autoptr (MingStoreEntry) entry = make_entry (session);

  g_assert_cmpint (entry->total_fen, ==, 5360000);
  g_assert_cmpint (entry->fund_fen + entry->person_fen, ==, entry->total_fen);
  g_assert_cmpstr (entry->region, ==, "110000");
  g_assert_null (entry->name);
  g_assert_false (entry->has_identity);
}

/* Without a bill the account is kept, and shows no amounts; when nothing is known, nothing. */
static void
test_no_bill (void)
{
  g_autoptr (MingSession) session = open_counter (FALSE);
  const MingEstimateWorld *world = ming_session_get_world (session);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_store_entry_free);
  g_autoptr (MingHistoryView) view = NULL;
  MingStoreEntry *entry;

  ming_session_set_field (session, MING_FIELD_TOTAL, "");
  entry = make_entry (session);
  g_assert_nonnull (entry);
  g_assert_cmpint (entry->total_fen, ==, 0);
  entry->number = g_strdup ("2025-11-03-0001");
  g_ptr_array_add (entries, entry);
  view = ming_history_view_new (entries, world->regions, world->library, NULL);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (view->rows, 0))[4], ==, "—");
  ming_session_set_field (session, MING_FIELD_DATE, "19900101");
  if (ming_session_get_answer (session)->estimate != NULL)
    g_assert_null (make_entry (session));
}

/* The citizen number is asked for its birth date and never kept. */
static void
test_no_identity (void)
{
  g_autoptr (MingSession) session = open_counter (FALSE);
  g_autoptr (MingStoreEntry) entry = NULL;

  ming_session_set_field (session, MING_FIELD_IDCARD, "11010519491231002X");
  entry = make_entry (session);
  g_assert_null (strstr (entry->case_json, "11010519491231002"));
  g_assert_null (strstr (entry->result_json, "11010519491231002"));
}

static void
test_rows (void)
{
  g_autoptr (MingSession) session = open_counter (FALSE);
  const MingEstimateWorld *world = ming_session_get_world (session);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_store_entry_free);
  g_autoptr (MingHistoryView) none = ming_history_view_new (NULL, world->regions, world->library, NULL);
  g_autoptr (MingHistoryView) view = NULL;
  MingStoreEntry *entry = make_entry (session);
  GStrv row;

  g_assert_cmpint (none->rows->len, ==, 0);
  g_assert_cmpint (none->summary[0], !=, '\0');
  entry->number = g_strdup ("2025-11-03-0001");
  g_ptr_array_add (entries, entry);
  view = ming_history_view_new (entries, world->regions, world->library, NULL);
  g_assert_cmpint (view->rows->len, ==, 1);
  row = g_ptr_array_index (view->rows, 0);
  g_assert_cmpint (g_strv_length (row), ==, view->headings->len);
  g_assert_cmpstr (row[0], ==, "2025-11-03-0001");
  g_assert_cmpstr (row[1], ==, "2025-11-03 10:20");
  g_assert_cmpstr (row[4], ==, "53,600.00");
}

static void
test_broken_case (void)
{
  MingStoreEntry entry = { .case_json = (char *) "{}" };
  g_autoptr (GError) error = NULL;

  g_assert_null (ming_history_ask (&entry, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  entry.case_json = (char *) "{\"life\": {\"kind\": \"male61\"}}";
  g_assert_null (ming_history_ask (&entry, &error));
  g_assert_nonnull (error);
}

/* 存为测试: the file's name is the test's id, the day of birth is not in it, what came out is. */
static void
test_as_test (void)
{
  g_autoptr (MingSession) session = open_counter (FALSE);
  const MingEstimate *estimate = ming_session_get_answer (session)->estimate;
  const MingLibrary *library = ming_session_get_world (session)->library;
  g_autofree char *folder = g_dir_make_tmp ("mingsuan-as-test-XXXXXX", NULL);
  g_autofree char *name = ming_test_file_propose (estimate->input);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (name, ==, "110000-1201-21.json");
  g_assert_true (ming_test_file_write (library, estimate->input, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"id\" : \"110000-1201-21\""));
  g_assert_nonnull (strstr (text, "\"medfee_sumamt\" : \"53600.00\""));
  g_assert_null (strstr (text, "brdy"));
  g_assert_null (strstr (text, "1952"));
  g_assert_null (strstr (text, "配偶"));
  g_unlink (path);
  g_rmdir (folder);
  g_assert_false (ming_test_file_write (library, estimate->input, path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/history-view/round-trip", GINT_TO_POINTER (FALSE), test_round_trip);
  g_test_add_data_func ("/history-view/round-trip-by-class", GINT_TO_POINTER (TRUE), test_round_trip);
  g_test_add_func ("/history-view/entry", test_entry);
  g_test_add_func ("/history-view/no-bill", test_no_bill);
  g_test_add_func ("/history-view/no-identity", test_no_identity);
  g_test_add_func ("/history-view/rows", test_rows);
  g_test_add_func ("/history-view/as-test", test_as_test);
  g_test_add_func ("/history-view/broken-case", test_broken_case);
  return g_test_run ();
}
