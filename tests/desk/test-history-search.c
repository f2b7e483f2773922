/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "desk/history/ming-history-again.h"
#include "desk/history/ming-history-entry.h"
#include "desk/history/ming-history-search.h"
#include "desk/ming-session.h"
#include "report/ming-sheet.h"
#include "counter.h"

/* What the search box of 历史 understands, and a kept estimate computed again; without a screen. */

typedef struct
{
  MingSession *session;
  MingStore *store;
  MingStoreEntry *entry; /* the newest: of 北京, of 3 November */
} Fixture;

static void
type_case (MingSession *session, const char *total)
{
  static const struct
  {
    MingField field;
    const char *text;
  } typed[] = {
    { MING_FIELD_REGION, "110000" }, { MING_FIELD_INSUTYPE, "310" },      { MING_FIELD_PSN_TYPE, "1201" },
    { MING_FIELD_BRDY, "19520318" }, { MING_FIELD_DATE, "20251103" },     { MING_FIELD_MED_TYPE, "21" },
    { MING_FIELD_HOSP_LV, "02" },    { MING_FIELD_BEGNDATE, "20251020" }, { MING_FIELD_ENDDATE, "20251103" },
    { MING_FIELD_ADMISSIONS, "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    ming_session_set_field (session, typed[i].field, typed[i].text);
  ming_session_set_field (session, MING_FIELD_TOTAL, total);
}

static MingStoreEntry *
keep (Fixture *self, const char *made_at, const char *name)
{
  MingStoreEntry *entry = ming_history_entry_new (ming_session_get_answer (self->session)->estimate, made_at);
  g_autoptr (GError) error = NULL;

  entry->name = g_strdup (name);
  g_assert_true (ming_store_keep (self->store, entry, "clerk", &error));
  g_assert_no_error (error);
  return entry;
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->session = ming_session_new (g_getenv ("MING_DATADIR"), today);
  self->store = ming_store_open (":memory:", NULL);
  type_case (self->session, "20000");
  ming_store_entry_free (keep (self, "2025-10-31T09:00:00+08:00", NULL));
  type_case (self->session, "53600");
  self->entry = keep (self, "2025-11-03T10:20:30+08:00", "王小明");
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ming_store_entry_free (self->entry);
  ming_store_close (self->store);
  g_object_unref (self->session);
}

/* How many are found; @out_digest as the search gives it. */
static guint
count (Fixture *self, const char *typed, char **out_digest)
{
  const MingEstimateWorld *world = ming_session_get_world (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      ming_history_search (self->store, typed, world->regions, world->library, out_digest, &error);

  g_assert_no_error (error);
  g_test_message ("%s", typed);
  return found->len;
}

static void
test_meanings (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *typed;
    guint found;
  } searches[] = {
    { "", 2 },
    { "  ", 2 },
    { "2025-11-03-0001", 1 },
    { "２０２５－１１－０３－０００１", 1 },
    { "2025-11", 1 },
    { "-0001", 2 },
    { "20251103", 1 },
    { "2025年11月3日", 1 },
    { "20251101", 0 },
    { "20251001..20251031", 1 },
    { "20251001 ~ 20251103", 2 },
    { "2025-10-31至2025-11-03", 2 },
    { "北京", 2 },
    { "bj", 2 },
    { "110000", 2 },
    { "上海", 0 },
    { "53600", 1 },
    { "53,600.00", 1 },
    { "5.36万", 1 },
    { "53600.01", 0 },
    { "0", 2 }, /* part of both numbers */
    { "王小明", 1 },
    { "小", 1 },
    { "李", 0 },
    { "%", 0 },
    { "'; DROP TABLE estimate; --", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *digest = NULL;

      g_assert_cmpuint (count (self, searches[i].typed, &digest), ==, searches[i].found);
      g_assert_null (digest);
    }
}

/* A receipt code as it is printed, as somebody types it, as an input method writes it. */
static void
test_codes (Fixture *self, gconstpointer unused)
{
  const char *code = self->entry->receipt_code;
  g_autofree char *small = g_ascii_strdown (code, -1);
  g_autofree char *bare = g_strdup_printf ("%.4s%.4s", code, code + 5);
  g_autofree char *spaced = g_strdup_printf (" %.4s %.4s ", code, code + 5);
  g_autofree char *dashed = g_strdup_printf ("%.4s—%.4s", code, code + 5);
  GString *wide = g_string_new (NULL);
  const char *typed[] = { code, small, bare, spaced, dashed, wide->str };

  for (const char *at = code; *at != '\0'; at++)
    g_string_append_unichar (wide, (gunichar) (guchar) *at + 0xfee0);
  typed[5] = wide->str;
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *digest = NULL;

      g_assert_cmpuint (count (self, typed[i], &digest), ==, 1);
      g_assert_null (digest);
    }
  g_string_free (wide, TRUE);
}

/* The text of the QR code of the sheet, and of another sheet. */
static void
test_sheet (Fixture *self, gconstpointer unused)
{
  g_autofree char *text = ming_sheet_qr_text (ming_session_get_answer (self->session)->estimate);
  g_autofree char *small = g_ascii_strdown (text, -1);
  g_autofree char *digest = NULL;
  g_autofree char *digest_small = NULL;
  g_autofree char *digest_other = NULL;

  g_assert_cmpuint (count (self, text, &digest), ==, 1);
  g_assert_true (g_str_has_suffix (text, digest));
  g_assert_cmpuint (count (self, small, &digest_small), ==, 1);
  g_assert_cmpstr (digest_small, ==, digest);
  g_assert_cmpuint (count (self, "MS1:0000-0000:0123456789ABCDEF", &digest_other), ==, 0);
  g_assert_cmpstr (digest_other, ==, "0123456789ABCDEF");
}

static const char *
find_cell (const MingHistoryAgain *again, const char *kept)
{
  for (guint i = 0; i < again->rows->len; i++)
    if (g_str_equal (((GStrv) g_ptr_array_index (again->rows, i))[1], kept))
      return ((GStrv) g_ptr_array_index (again->rows, i))[2];
  return NULL;
}

static void
test_replay_same (Fixture *self, gconstpointer unused)
{
  const MingEstimateWorld *world = ming_session_get_world (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingHistoryAgain) again = ming_history_replay (self->entry, world->library->folder, &error);
  g_autoptr (MingHistoryAgain) compared = NULL;

  g_assert_no_error (error);
  g_assert_false (again->differs);
  g_assert_cmpstr (find_cell (again, "53,600.00"), ==, "53,600.00");
  g_assert_nonnull (strstr (again->verdict, self->entry->pack_revision));
  compared = ming_history_compare (self->entry, world->library, &error);
  g_assert_no_error (error);
  g_assert_false (compared->differs);
}

/* Kept with a result that these rules do not give: each figure that differs is told, old and new. */
static void
test_replay_differs (Fixture *self, gconstpointer unused)
{
  const MingEstimateWorld *world = ming_session_get_world (self->session);
  g_auto (GStrv) parts = g_strsplit (self->entry->result_json, "\"medfee_sumamt\":\"53600.00\"", 2);
  g_autoptr (MingHistoryAgain) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_strv_length (parts), ==, 2);
  g_free (self->entry->result_json);
  self->entry->result_json = g_strjoinv ("\"medfee_sumamt\":\"53600.07\"", parts);
  again = ming_history_replay (self->entry, world->library->folder, &error);
  g_assert_no_error (error);
  g_assert_true (again->differs);
  g_assert_cmpstr (find_cell (again, "53,600.07"), ==, "53,600.00");
  g_assert_cmpstr (((GStrv) g_ptr_array_index (again->rows, 0))[3], ==, "-0.07");
}

/* The pack of that day is not there any more: the newest is taken, and the verdict says so. */
static void
test_replay_other_pack (Fixture *self, gconstpointer unused)
{
  const MingEstimateWorld *world = ming_session_get_world (self->session);
  g_autoptr (MingHistoryAgain) again = NULL;
  g_autoptr (GError) error = NULL;

  g_free (self->entry->pack_sha256);
  self->entry->pack_sha256 = g_strnfill (64, 'a');
  g_free (self->entry->pack_revision);
  self->entry->pack_revision = g_strdup ("2020-01-01");
  again = ming_history_replay (self->entry, world->library->folder, &error);
  g_assert_no_error (error);
  g_assert_false (again->differs);
  g_assert_nonnull (strstr (again->verdict, "2020-01-01"));
}

static void
test_replay_broken (Fixture *self, gconstpointer unused)
{
  const MingEstimateWorld *world = ming_session_get_world (self->session);
  g_autoptr (GError) error = NULL;

  g_free (self->entry->result_json);
  self->entry->result_json = g_strdup ("{");
  g_assert_null (ming_history_replay (self->entry, world->library->folder, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_free (self->entry->case_json);
  self->entry->case_json = g_strdup ("{}");
  g_assert_null (ming_history_compare (self->entry, world->library, &error));
  g_assert_nonnull (error);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history-search/meanings", test_meanings);
  ADD ("/history-search/codes", test_codes);
  ADD ("/history-search/sheet", test_sheet);
  ADD ("/history-again/same", test_replay_same);
  ADD ("/history-again/differs", test_replay_differs);
  ADD ("/history-again/other-pack", test_replay_other_pack);
  ADD ("/history-again/broken", test_replay_broken);
  return g_test_run ();
}
