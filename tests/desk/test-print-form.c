/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <glib/gstdio.h>

#include "desk/history/ming-history-entry.h"
#include "desk/life/ming-life-form.h"
#include "desk/ming-session.h"
#include "desk/office/ming-office.h"
#include "desk/print/ming-export-choice.h"
#include "desk/print/ming-print-job.h"
#include "i18n/ming-locale.h"
#include "counter.h"

/* What goes on paper, decided without a screen. */

static MingSession *
open_counter (void)
{
  MingSession *session = ming_session_new (g_getenv ("MING_DATADIR"), today);

  ming_session_set_field (session, MING_FIELD_REGION, "110000");
  return session;
}

static MingSession *
open_with_bill (void)
{
  MingSession *session = open_counter ();

  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1201");
  ming_session_set_field (session, MING_FIELD_BRDY, "1952-03-18");
  ming_session_set_field (session, MING_FIELD_BALC, "1204.30");
  ming_session_set_field (session, MING_FIELD_ENDDATE, "2025-11-03");
  ming_session_set_field (session, MING_FIELD_TOTAL, "53600");
  ming_session_set_field (session, MING_FIELD_FULL_OWN, "1800");
  ming_session_set_field (session, MING_FIELD_FIRST_PAY, "1800");
  return session;
}

static MingSheetOptions
head (void)
{
  MingSheetOptions options = {
    .office = "示例中心", .number = "20251103-093000", .date = today, .hour = 9, .minute = 30
  };

  return options;
}

static char *
text_of (GPtrArray *sheets)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *sheet = ming_report_to_text (g_ptr_array_index (sheets, i), 100);

      g_string_append (text, sheet);
    }
  return g_strdup (text->str);
}

static void
assert_has (GPtrArray *sheets, const char *part)
{
  g_autofree char *text = text_of (sheets);

  if (strstr (text, part) == NULL)
    g_error ("“%s” is not on the sheet:\n%s", part, text);
}

static void
test_visit (void)
{
  g_autoptr (MingSession) session = open_with_bill ();
  MingSheetOptions options = head ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets =
      ming_print_visit_sheets (ming_session_get_answer (session), &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheets->len, ==, 1);
  assert_has (sheets, "46,958.50");
  assert_has (sheets, "示例中心");
  assert_has (sheets, "20251103-093000");
}

/* Without a bill the page has the credit of the account, and prints that; without anybody, nothing. */
static void
test_visit_without_bill (void)
{
  g_autoptr (MingSession) session = open_counter ();
  MingSheetOptions options = head ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets =
      ming_print_visit_sheets (ming_session_get_answer (session), &options, &error);

  g_assert_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING);
  g_assert_null (sheets);
  g_assert_nonnull (strstr (error->message, "人员类别"));
  g_clear_error (&error);

  ming_session_set_field (session, MING_FIELD_PSN_TYPE, "1201");
  ming_session_set_field (session, MING_FIELD_AGE, "73");
  sheets = ming_print_visit_sheets (ming_session_get_answer (session), &options, &error);
  g_assert_no_error (error);
  assert_has (sheets, "个人账户与缴费测算单");
  assert_has (sheets, "110.00");
}

static void
test_account (void)
{
  g_autoptr (MingSession) session = open_with_bill ();
  MingSheetOptions options = head ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets =
      ming_print_account_sheets (ming_session_get_answer (session), &options, &error);

  g_assert_no_error (error);
  assert_has (sheets, "个人账户与缴费测算单");
  assert_has (sheets, "110.00");
}

static void
test_life (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingLifeValues) values = ming_life_values_new ();
  MingSheetOptions options = head ();
  g_autoptr (MingLifeForm) empty = NULL;
  g_autoptr (MingLifeForm) form = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;

  empty = ming_life_form_new (values, ming_session_get_values (session), ming_session_get_form (session),
                              ming_session_get_world (session));
  g_assert_null (ming_print_life_sheets (empty->life, empty->messages, &options, &error));
  g_assert_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING);
  g_clear_error (&error);

  ming_session_set_field (session, MING_FIELD_BRDY, "1966-01-15");
  ming_life_values_set (values, MING_LIFE_KIND, "male60");
  ming_life_values_set (values, MING_LIFE_PAID, "276");
  form = ming_life_form_new (values, ming_session_get_values (session), ming_session_get_form (session),
                             ming_session_get_world (session));
  sheets = ming_print_life_sheets (form->life, form->messages, &options, &error);
  g_assert_no_error (error);
  assert_has (sheets, "退休与缴费年限测算单");
  assert_has (sheets, form->figure[MING_LIFE_FIGURE_DATE].value);
  assert_has (sheets, form->figure[MING_LIFE_FIGURE_MISSING].value);
}

static void
test_compare (void)
{
  g_autoptr (MingSession) session = open_counter ();
  g_autoptr (MingSession) billed = open_with_bill ();
  g_autoptr (MingCompareValues) values = ming_compare_values_new ();
  MingSheetOptions options = head ();
  g_autoptr (MingCompareForm) empty =
      ming_compare_form_new (values, ming_session_get_values (session), ming_session_get_world (session));
  g_autoptr (MingCompareForm) form = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ming_print_compare_sheets (empty, &options, &error));
  g_assert_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING);
  g_clear_error (&error);

  for (guint i = 0; i < MING_N_COMPARE_FIELDS; i++)
    if (ming_compare_fields[i] == MING_FIELD_HOSP_LV)
      ming_compare_values_set (values, 1, i, "08");
  form = ming_compare_form_new (values, ming_session_get_values (billed), ming_session_get_world (billed));
  sheets = ming_print_compare_sheets (form, &options, &error);
  g_assert_no_error (error);
  assert_has (sheets, form->column[0].name);
  assert_has (sheets, form->column[1].name);
  assert_has (sheets, "46,958.50");
}

/* A kept estimate comes out with its own number and moment, never with the client's name at the counter. */
static void
test_kept (void)
{
  g_autoptr (MingSession) session = open_with_bill ();
  const MingLibrary *library = ming_session_get_world (session)->library;
  MingSheetOptions options = head ();
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  entry = ming_history_entry_new (ming_session_get_answer (session)->estimate, "2025-11-01T16:29:03+08:00");
  entry->number = g_strdup ("2025-11-01-0007");
  options.name = "别人";
  options.identity = "110105**********2X";
  sheets = ming_print_kept_sheets (entry, library, &options, &error);
  g_assert_no_error (error);
  assert_has (sheets, "2025-11-01-0007");
  assert_has (sheets, "2025-11-01 16:29");
  assert_has (sheets, "46,958.50");
  text = text_of (sheets);
  g_assert_null (strstr (text, "别人"));
  g_assert_null (strstr (text, "110105*"));

  /* Made with another pack: what would come out is not what was handed over. */
  g_free (entry->receipt_code);
  entry->receipt_code = g_strdup ("0000-0000");
  g_assert_null (ming_print_kept_sheets (entry, library, &options, &error));
  g_assert_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "110000-310"));
}

/* How often the sheets were made, and whether that fails. */
typedef struct
{
  MingSession *session;
  int n_made;
  gboolean fails;
} Maker;

static GPtrArray *
make_sheets (const MingPrintLook *look, gpointer data, GError **error)
{
  Maker *maker = data;
  MingSheetOptions options = head ();

  maker->n_made++;
  options.large = look->large;
  options.name = *look->name != '\0' ? look->name : NULL;
  if (!maker->fails)
    return ming_print_visit_sheets (ming_session_get_answer (maker->session), &options, error);
  g_set_error_literal (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING, "no more");
  return NULL;
}

/* The look changes the sheets; pages of all sheets are counted through; a failed change changes nothing. */
static void
test_job (void)
{
  g_autoptr (MingSession) session = open_with_bill ();
  Maker maker = { session, 0, FALSE };
  const MingPrintLook plain = { FALSE, "" };
  const MingPrintLook large = { TRUE, "张秀兰" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MingPrintJob) job = ming_print_job_new ("sheet", &plain, make_sheets, &maker, &error);
  guint n_pages;

  g_assert_no_error (error);
  g_assert_cmpstr (ming_print_job_get_title (job), ==, "sheet");
  g_assert_cmpuint (ming_print_job_get_n_pages (job), ==, 0);
  g_assert_true (
      ming_print_job_paginate (job, MING_PAPER_INNER_WIDTH_PT, MING_PAPER_INNER_HEIGHT_PT, &error));
  n_pages = ming_print_job_get_n_pages (job);
  g_assert_cmpuint (n_pages, >=, 1);
  g_assert_cmpuint (n_pages, <=, 2);

  g_assert_true (ming_print_job_change (job, &large, &error));
  g_assert_cmpint (maker.n_made, ==, 2);
  g_assert_true (ming_print_job_get_look (job)->large);
  assert_has (ming_print_job_get_sheets (job), "张秀兰");
  g_assert_true (
      ming_print_job_paginate (job, MING_PAPER_INNER_WIDTH_PT, MING_PAPER_INNER_HEIGHT_PT, &error));
  g_assert_cmpuint (ming_print_job_get_n_pages (job), >, n_pages);

  maker.fails = TRUE;
  g_assert_false (ming_print_job_change (job, &plain, &error));
  g_assert_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING);
  g_assert_true (ming_print_job_get_look (job)->large);
  assert_has (ming_print_job_get_sheets (job), "张秀兰");
  g_clear_error (&error);
  g_assert_null (ming_print_job_new ("sheet", &plain, make_sheets, &maker, &error));
  g_assert_error (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING);
}

/* Paper so small that a row does not fit on it is refused; the pages drawn are the pages counted. */
static void
test_job_pages (void)
{
  g_autoptr (MingSession) session = open_with_bill ();
  Maker maker = { session, 0, FALSE };
  const MingPrintLook large = { TRUE, "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MingPrintJob) job = ming_print_job_new ("sheet", &large, make_sheets, &maker, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 600, 850);
  cairo_t *cr = cairo_create (surface);

  g_assert_false (ming_print_job_paginate (job, 200, 100, &error));
  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_PAPER);
  g_clear_error (&error);
  g_assert_true (
      ming_print_job_paginate (job, MING_PAPER_INNER_WIDTH_PT, MING_PAPER_INNER_HEIGHT_PT, &error));
  for (guint n = 0; n < ming_print_job_get_n_pages (job); n++)
    ming_print_job_draw_page (job, cr, n);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_export_choice (void)
{
  static const struct
  {
    const char *path;
    guint chosen;
    const char *settled;
    guint choice;
  } cases[] = {
    { "/a/sheet.pdf", 0, "/a/sheet.pdf", 0 },     { "/a/sheet", 0, "/a/sheet.pdf", 0 },
    { "/a/sheet.XLSX", 0, "/a/sheet.XLSX", 3 },   { "/a/sheet.csv", 0, "/a/sheet.csv", 4 },
    { "/a/sheet.pdf", 3, "/a/sheet.xlsx", 3 },    { "/a/sheet.csv", 5, "/a/sheet.csv", 5 },
    { "/a/sheet", 6, "/a/sheet.json", 6 },        { "/a/sheet.2025", 1, "/a/sheet.2025.png", 1 },
    { "/a.pdf/sheet", 2, "/a.pdf/sheet.txt", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint choice = G_MAXUINT;
      g_autofree char *settled = ming_export_choice_settle (cases[i].path, cases[i].chosen, &choice);

      g_assert_cmpstr (settled, ==, cases[i].settled);
      g_assert_cmpuint (choice, ==, cases[i].choice);
    }
}

/* Every kind that the window offers is written, and begins as such a file does. */
static void
test_export_write (void)
{
  static const char *const begins[MING_N_EXPORT_CHOICES] = {
    "%PDF-", "\x89PNG", "", "PK", "\xef\xbb\xbf", "", "{",
  };
  g_autoptr (MingSession) session = open_with_bill ();
  const MingEstimateAnswer *answer = ming_session_get_answer (session);
  MingSheetOptions options = head ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = ming_print_visit_sheets (answer, &options, &error);
  g_autofree char *folder = g_dir_make_tmp ("mingsuan-XXXXXX", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < MING_N_EXPORT_CHOICES; i++)
    {
      const MingExportChoice *choice = &ming_export_choices[i];
      MingExport export = { choice->format, sheets, answer->estimate, choice->charset };
      g_autofree char *name =
          g_strdup_printf ("%s/%u.%s", folder, i, ming_export_format_word (choice->format));
      g_autofree char *first = g_strdup_printf ("%s/%u-1.png", folder, i);
      g_autofree char *nowhere = g_strdup_printf ("%s/nowhere/sheet", folder);
      g_autofree char *bytes = NULL;

      g_assert_true (ming_export_write (&export, name, NULL, &error));
      g_assert_no_error (error);
      g_file_get_contents (choice->format == MING_EXPORT_PNG ? first : name, &bytes, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (bytes, begins[i]));
      g_unlink (name);
      if (choice->format == MING_EXPORT_PNG)
        {
          g_autofree char *second = g_strdup_printf ("%s/%u-2.png", folder, i);

          g_unlink (first);
          g_unlink (second);
        }
      g_assert_false (ming_export_write (&export, nowhere, NULL, &error));
      g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_NO_FOLDER);
      g_clear_error (&error);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_office (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingStore) store = ming_store_open (":memory:", &error);
  g_autoptr (MingOffice) empty = ming_office_load (store, &error);
  MingOffice typed = { (char *) " 示例市医保中心 ", (char *) "3 号", (char *) "0217" };
  g_autoptr (MingOffice) read = NULL;
  g_auto (MingStoreVerdict) verdict = { 0 };

  g_assert_no_error (error);
  g_assert_cmpstr (empty->name, ==, "");
  g_assert_true (ming_office_save (&typed, store, "0217", &error));
  g_assert_true (ming_office_save (&typed, store, "0217", &error));
  read = ming_office_load (store, &error);
  g_assert_cmpstr (read->name, ==, "示例市医保中心");
  g_assert_cmpstr (read->window, ==, "3 号");
  g_assert_cmpstr (read->clerk, ==, "0217");
  /* Three changes, three rows of the log: saving the same again is none. */
  g_assert_true (ming_store_verify (store, &verdict, &error));
  g_assert_cmpint (verdict.n_rows, ==, 3);
}

/* The sheet's number is that of the kept estimate with its code, and goes with the client. */
static void
test_kept_number (void)
{
  g_autoptr (MingSession) session = open_with_bill ();

  g_assert_null (ming_session_get_kept (session, "7F3A-21C9"));
  ming_session_set_kept (session, "7F3A-21C9", "2025-11-03-0001");
  g_assert_cmpstr (ming_session_get_kept (session, "7F3A-21C9"), ==, "2025-11-03-0001");
  ming_session_set_field (session, MING_FIELD_TOTAL, "53601");
  g_assert_null (ming_session_get_kept (session, "7F3A-21CA"));
  g_assert_cmpstr (ming_session_get_kept (session, "7F3A-21C9"), ==, "2025-11-03-0001");
  ming_session_next_client (session);
  g_assert_null (ming_session_get_kept (session, "7F3A-21C9"));
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/visit", test_visit);
  g_test_add_func ("/print/visit-without-bill", test_visit_without_bill);
  g_test_add_func ("/print/account", test_account);
  g_test_add_func ("/print/life", test_life);
  g_test_add_func ("/print/compare", test_compare);
  g_test_add_func ("/print/kept", test_kept);
  g_test_add_func ("/print/job", test_job);
  g_test_add_func ("/print/job-pages", test_job_pages);
  g_test_add_func ("/print/export-choice", test_export_choice);
  g_test_add_func ("/print/export-write", test_export_write);
  g_test_add_func ("/print/office", test_office);
  g_test_add_func ("/print/kept-number", test_kept_number);
  return g_test_run ();
}
