/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "desk/history/ming-history-again.h"
#include "desk/history/ming-history-entry.h"
#include "desk/ledger/ming-ledger-form.h"
#include "desk/life/ming-life-form.h"
#include "desk/ming-session.h"
#include "desk/print/ming-print-sheets.h"
#include "i18n/ming-locale.h"

/* 历史: a year, an account, a working life: kept, opened on its own page, the same again; without a screen. */

#define MADE_AT "2026-11-22T10:20:30+08:00"

static const MingDate today = { 2026, 11, 22 };

static MingSession *
open_counter (void)
{
  return ming_session_new (g_getenv ("MING_DATADIR"), today);
}

static MingCase *
load_two_stays (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("MING_DATADIR"), "examples", "beijing-active-two-stays.json", NULL);
  g_autoptr (GError) error = NULL;
  MingCase *input = ming_case_load (path, NULL, &error);

  g_assert_no_error (error);
  return input;
}

/* @entry as it comes back from the file. */
static MingStoreEntry *
through_store (MingStoreEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingStore) store = ming_store_open (":memory:", &error);
  MingStoreEntry *kept;

  g_assert_no_error (error);
  g_assert_true (ming_store_keep (store, entry, "clerk", &error));
  g_assert_no_error (error);
  kept = ming_store_get (store, entry->id, &error);
  g_assert_no_error (error);
  return kept;
}

static void
assert_printed (const MingStoreEntry *kept, MingSession *session, const char *title)
{
  MingSheetOptions options = { .date = today, .hour = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets
      = ming_print_kept_sheets (kept, ming_session_get_world (session)->library, &options, &error);
  g_autofree char *text = NULL;
  MingReport *report;

  g_assert_no_error (error);
  g_assert_cmpuint (sheets->len, ==, 1);
  report = g_ptr_array_index (sheets, 0);
  g_assert_true (
      ming_report_paginate (report, MING_PAPER_INNER_WIDTH_PT, MING_PAPER_INNER_HEIGHT_PT, &error));
  text = ming_report_to_text (report, 120);
  g_assert_nonnull (strstr (text, title));
  g_assert_nonnull (strstr (text, kept->receipt_code));
  g_assert_nonnull (strstr (text, kept->number));
}

/* The same again with the pack of that day and with today's; not so once a figure was altered. */
static void
assert_again (MingStoreEntry *kept, MingSession *session, const char *figure, const char *altered)
{
  const MingLibrary *library = ming_session_get_world (session)->library;
  g_autoptr (GError) error = NULL;
  g_autoptr (MingHistoryAgain) replayed = ming_history_replay (kept, library->folder, &error);
  g_autoptr (MingHistoryAgain) compared = NULL;
  g_autoptr (MingHistoryAgain) other = NULL;
  g_autoptr (GString) result = g_string_new (kept->result_json);

  g_assert_no_error (error);
  g_assert_false (replayed->differs);
  compared = ming_history_compare (kept, library, &error);
  g_assert_no_error (error);
  g_assert_false (compared->differs);
  g_assert_cmpuint (compared->rows->len, >, 0);

  g_assert_cmpuint (g_string_replace (result, figure, altered, 1), ==, 1);
  g_free (kept->result_json);
  kept->result_json = g_strdup (result->str);
  other = ming_history_replay (kept, library->folder, &error);
  g_assert_no_error (error);
  g_assert_true (other->differs);
}

/* The ledger with the visits of @input, whose person is the client. */
static MingLedgerForm *
type_ledger (MingSession *session, const MingCase *input)
{
  g_autoptr (MingLedgerValues) values = ming_ledger_values_from_case (input);

  ming_session_open_case (session, input);
  return ming_ledger_form_new (values, ming_session_get_values (session), ming_session_get_world (session));
}

/* Opened, the person is the client, the visits are rows of the ledger, and no bill is taken for itself. */
static void
test_year (void)
{
  g_autoptr (MingSession) session = open_counter ();
  const MingEstimateWorld *world = ming_session_get_world (session);
  g_autoptr (MingCase) input = load_two_stays ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLedgerForm) typed = type_ledger (session, input);
  g_autoptr (MingEstimate) estimate = ming_estimate_new (world->library, typed->input, &error);
  g_autoptr (MingStoreEntry) entry = ming_history_entry_new (estimate, MADE_AT);
  g_autoptr (MingStoreEntry) kept = through_store (entry);
  g_autoptr (MingHistoryAsked) asked = ming_history_ask (kept, &error);
  g_autoptr (MingLedgerForm) form = NULL;
  g_autoptr (MingEstimate) again = NULL;
  g_autofree char *code = NULL;

  g_assert_no_error (error);
  ming_session_next_client (session);
  g_assert_cmpstr (ming_history_asked_page (asked), ==, "ledger");
  form = type_ledger (session, asked->input);
  g_assert_cmpstr (ming_session_get_values (session)->text[MING_FIELD_TOTAL], ==, "");
  g_assert_nonnull (form->input);
  g_assert_cmpuint (form->input->visits->len, ==, 2);
  again = ming_estimate_new (world->library, form->input, &error);
  g_assert_no_error (error);
  code = ming_estimate_receipt_code (again);
  g_assert_cmpstr (code, ==, kept->receipt_code);
  assert_printed (kept, session, "年度待遇测算台账");
  assert_again (kept, session, "37334.50", "37334.51");
}

/* What 历史 would keep of the ledger of @session. (transfer full) */
static MingStoreEntry *
keep_ledger (MingSession *session, MingLedgerForm **out_form)
{
  const MingEstimateWorld *world = ming_session_get_world (session);
  const MingLedgerValues *values = ming_session_get_book (session)->values;
  g_autoptr (GError) error = NULL;
  g_autoptr (MingEstimate) estimate = NULL;
  MingStoreEntry *entry;

  *out_form = ming_ledger_form_new (values, ming_session_get_values (session), world);
  g_assert_nonnull ((*out_form)->input);
  estimate = ming_estimate_new (world->library, (*out_form)->input, &error);
  g_assert_no_error (error);
  entry = ming_history_entry_new (estimate, MADE_AT);
  ming_history_entry_add_ledger (entry, values);
  return entry;
}

static void
assert_same_rows (GPtrArray *rows, GPtrArray *others)
{
  g_assert_cmpuint (rows->len, ==, others->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (rows, i);
      const char *const *other = g_ptr_array_index (others, i);

      g_assert_true (g_strv_equal (row, other));
    }
}

/* 退费 and 补差: what was taken back stands there again, and the differences are those of that day. */
static void
test_corrected_year (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingCase) input = load_two_stays ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLedgerForm) typed = NULL;
  g_autoptr (MingLedgerForm) form = NULL;
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (MingStoreEntry) kept = NULL;
  g_autoptr (MingStoreEntry) again = NULL;
  g_autoptr (MingHistoryAsked) asked = NULL;
  const MingLedgerValues *values;

  ming_session_open_case (session, input);
  entry = keep_ledger (session, &typed);
  g_assert_null (strstr (entry->case_json, "\"ledger\"")); /* nothing was corrected */
  g_clear_pointer (&typed, ming_ledger_form_free);
  g_clear_pointer (&entry, ming_store_entry_free);

  g_assert_true (ming_ledger_book_refund (ming_session_get_book (session), 0));
  entry = keep_ledger (session, &typed);
  g_assert_cmpuint (typed->input->visits->len, ==, 1);
  g_assert_cmpuint (typed->changes->len, >, 0);
  kept = through_store (entry);
  asked = ming_history_ask (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ming_history_asked_page (asked), ==, "ledger");

  ming_session_next_client (session);
  ming_session_open_ledger (session, asked->input, ming_ledger_values_copy (asked->ledger));
  values = ming_session_get_book (session)->values;
  g_assert_true (ming_ledger_values_row (values, 0)->refunded);
  g_assert_false (ming_ledger_values_row (values, 1)->refunded);
  g_assert_cmpuint (values->settled->len, >=, 2);
  again = keep_ledger (session, &form);
  g_assert_cmpstr (again->receipt_code, ==, kept->receipt_code);
  g_assert_cmpstr (again->case_json, ==, kept->case_json);
  g_assert_cmpstr (form->verdict, ==, typed->verdict);
  assert_same_rows (form->changes, typed->changes);
  assert_again (kept, session, "\"psn_part_amt\"", "\"psn_part_amu\"");
}

/* Rows that somebody altered by hand are refused, not guessed at. */
static void
test_altered_ledger (void)
{
  static const char *const wrong[] = {
    "{\"rows\": [{\"medfee_sumamt\": \"1.00\"}]}",
    "{\"rows\": [{\"row\": \"0\"}]}",
    "{\"rows\": [{\"row\": 1}]}",
    "{\"rows\": [{\"row\": \"1\", \"refunded\": \"yes\"}]}",
    "{\"rows\": [{\"row\": \"1\", \"medfee\": \"1.00\"}]}",
    "{\"rows\": {}, \"settled\": []}",
    "{\"rows\": [], \"settled\": [1]}",
    "{\"rows\": [], \"other\": []}",
    "{\"settled\": []}",
    "[]",
  };
  g_autoptr (MingCase) input = load_two_stays ();
  g_autofree char *plain = ming_case_print (input);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"case\": %s, \"ledger\": %s}", plain, wrong[i]);
      const MingStoreEntry entry = { .case_json = text };
      g_autoptr (GError) error = NULL;

      g_assert_null (ming_history_ask (&entry, &error));
      g_assert_error (error, MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE);
    }
}

static void
test_account (void)
{
  g_autoptr (MingSession) session = open_counter ();
  const MingEstimateWorld *world = ming_session_get_world (session);
  g_autoptr (MingCase) input = load_two_stays ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (MingStoreEntry) kept = NULL;
  g_autoptr (MingHistoryAsked) asked = NULL;
  g_autofree char *code = NULL;
  g_autofree char *qr = NULL;
  g_autofree char *same = NULL;

  g_ptr_array_set_size (input->visits, 0);
  ming_session_open_case (session, input);
  same = ming_sheet_qr_text (ming_session_get_answer (session)->estimate);
  entry = ming_history_entry_new (ming_session_get_answer (session)->estimate, MADE_AT);
  ming_session_next_client (session);
  kept = through_store (entry);
  asked = ming_history_ask (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ming_history_asked_page (asked), ==, "account");
  ming_session_open_case (session, asked->input);
  code = ming_estimate_receipt_code (ming_session_get_answer (session)->estimate);
  g_assert_cmpstr (code, ==, kept->receipt_code);
  qr = ming_history_asked_qr (asked, world->library);
  g_assert_cmpstr (qr, ==, same);
  assert_printed (kept, session, "个人账户与缴费测算单");
}

static MingLifeForm *
work_out (MingSession *session, const MingLifeValues *values)
{
  return ming_life_form_new (values, ming_session_get_values (session), ming_session_get_form (session),
                             ming_session_get_world (session));
}

static void
test_life (void)
{
  static const struct
  {
    MingLifeField field;
    const char *text;
  } typed[] = { { MING_LIFE_KIND, "male60" }, { MING_LIFE_PAID, "276" }, { MING_LIFE_DEEMED, "0" },
                { MING_LIFE_WINDOW, "1" } };
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingSession) other = open_counter ();
  g_autoptr (MingLifeValues) values = ming_life_values_new ();
  g_autoptr (MingLifeForm) empty = work_out (session, values);
  g_autoptr (MingLifeValues) opened = NULL;
  g_autoptr (MingLifeForm) form = NULL;
  g_autoptr (MingLifeForm) again = NULL;
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (MingStoreEntry) kept = NULL;
  g_autoptr (MingHistoryAsked) asked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *qr = NULL;
  g_autofree char *same = NULL;

  g_assert_true (empty->life == NULL || ming_history_entry_new_life (empty->life, MADE_AT) == NULL);
  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1101");
  ming_session_set_field (session, MING_FIELD_BRDY, "1966-01-15");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    ming_life_values_set (values, typed[i].field, typed[i].text);
  form = work_out (session, values);
  entry = ming_history_entry_new_life (form->life, MADE_AT);
  kept = through_store (entry);
  g_assert_cmpint (kept->total_fen, ==, 0);
  asked = ming_history_ask (kept, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ming_history_asked_page (asked), ==, "life");

  ming_session_open_life (other, &asked->life);
  opened = ming_life_values_from_question (&asked->life);
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    g_assert_cmpstr (opened->text[i], ==, values->text[i]);
  again = work_out (other, opened);
  code = ming_life_receipt_code (again->life);
  g_assert_cmpstr (code, ==, kept->receipt_code);
  g_assert_cmpstr (again->figure[MING_LIFE_FIGURE_DATE].value, ==, form->figure[MING_LIFE_FIGURE_DATE].value);
  qr = ming_history_asked_qr (asked, ming_session_get_world (session)->library);
  same = ming_sheet_life_qr_text (form->life);
  g_assert_cmpstr (qr, ==, same);
  assert_printed (kept, session, "退休与缴费年限测算单");
  assert_again (kept, session, "\"missing_months\":\"", "\"missing_months\":\"9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ming_locale_start (NULL);
  g_test_add_func ("/history-entry/year", test_year);
  g_test_add_func ("/history-entry/corrected-year", test_corrected_year);
  g_test_add_func ("/history-entry/altered-ledger", test_altered_ledger);
  g_test_add_func ("/history-entry/account", test_account);
  g_test_add_func ("/history-entry/life", test_life);
  return g_test_run ();
}
