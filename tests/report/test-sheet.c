/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/ming-export.h"
#include "report/ming-report-pdf.h"
#include "report/ming-sheet.h"

/* Example @name of the program, answered with its own packs; @change is put into the case before. */
static MingEstimate *
estimate (const char *name, void (*change) (MingCase *input))
{
  g_autofree char *packs = g_build_filename (g_getenv ("MING_DATADIR"), "policies", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("MING_DATADIR"), "examples", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLibrary) library = ming_library_load (packs, &error);
  g_autoptr (MingCase) input = NULL;
  MingEstimate *answer;

  g_assert_no_error (error);
  input = ming_case_load (path, NULL, &error);
  g_assert_no_error (error);
  if (change != NULL)
    change (input);
  answer = ming_estimate_new (library, input, &error);
  g_assert_no_error (error);
  return answer;
}

static void
make_older (MingCase *input)
{
  ((MingCaseVisit *) g_ptr_array_index (input->visits, 0))->hosp_lv[1] = '8';
}

static void
test_code (void)
{
  g_autoptr (MingEstimate) answer = estimate ("beijing-retired-inpatient.json", NULL);
  g_autoptr (MingEstimate) other = estimate ("beijing-retired-inpatient.json", make_older);
  g_autofree char *text = ming_sheet_qr_text (answer);
  g_autofree char *again = ming_sheet_qr_text (answer);
  g_autofree char *different = ming_sheet_qr_text (other);
  g_autofree char *receipt = ming_estimate_receipt_code (answer);
  g_autofree char *code = NULL;
  g_autofree char *digest = NULL;

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpstr (text + strlen (text) - 16, !=, different + strlen (different) - 16);
  g_assert_true (ming_sheet_qr_parse (text, &code, &digest));
  g_assert_cmpstr (code, ==, receipt);
  g_assert_cmpstr (digest, ==, text + strlen (text) - 16);
}

static void
test_code_read (void)
{
  static const char *const good[] = { "MS1:7F3A-21C9:0123456789ABCDEF", " ms1:7f3a-21c9:0123456789abcdef\n" };
  static const char *const bad[] = {
    "",
    "MS1",
    "MS1:7F3A-21C9",
    "7F3A-21C9:0123456789ABCDEF",
    "MS2:7F3A-21C9:0123456789ABCDEF",
    "MS1:7F3A-21C9:0123456789ABCDE",
    "MS1:7F3A-21C9:0123456789ABCDEF0",
    "MS1:7F3A-21CG:0123456789ABCDEF",
    "MS1:7F3A-21C9:0123456789ABCDEG",
    "MS1:7F3A021C9:0123456789ABCDEF",
    "MS1:7F3A-21C9-0123456789ABCDEF",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *code = NULL;
      g_autofree char *digest = NULL;

      g_assert_true (ming_sheet_qr_parse (good[i], &code, &digest));
      g_assert_cmpstr (code, ==, "7F3A-21C9");
      g_assert_cmpstr (digest, ==, "0123456789ABCDEF");
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (ming_sheet_qr_parse (bad[i], NULL, NULL));
}

static void
test_mask (void)
{
  static const struct
  {
    const char *identity;
    const char *masked;
  } cases[] = {
    { "11010519491231002X", "110105**********2X" },
    { "11010519491231002x", "110105**********2X" },
    { "110105194912310021", "****************21" }, /* the check digit does not fit */
    { "110105**********2X", "110105**********2X" },
    { "110105**********2", "****************" "2" },
    { "11010519*********2X", "*****************2X" },
    { "E12345678", "*******78" },
    { "港A123", "***23" },
    { "12", "**" },
    { "1", "**" },
  };
  MingDate on = { 2026, 3, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = ming_sheet_mask_identity (cases[i].identity, on);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static char *
sheet_text (MingReport *report)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      ming_report_paginate (report, MING_PAPER_INNER_WIDTH_PT, MING_PAPER_INNER_HEIGHT_PT, &error));
  g_assert_no_error (error);
  return ming_report_to_text (report, 120);
}

static void
test_compare (void)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_estimate_free);
  static const char *const labels[] = { "三级", "一级", NULL };
  MingSheetOptions options;
  g_autoptr (MingReport) report = NULL;
  g_autofree char *text = NULL;
  g_autofree char *difference = NULL;
  const MingVisitResult *first, *second;
  MingFen fen;

  g_ptr_array_add (answers, estimate ("beijing-retired-inpatient.json", NULL));
  g_ptr_array_add (answers, estimate ("beijing-retired-inpatient.json", make_older));
  options = ming_sheet_options_for (g_ptr_array_index (answers, 0));
  report = ming_sheet_compare_new (answers, labels, 0, &options);
  text = sheet_text (report);

  first = g_ptr_array_index (((MingEstimate *) g_ptr_array_index (answers, 0))->visits, 0);
  second = g_ptr_array_index (((MingEstimate *) g_ptr_array_index (answers, 1))->visits, 0);
  fen = first->settlement.person_fen - second->settlement.person_fen;
  g_assert_cmpint (fen, >, 0);
  g_assert_cmpint (fen, <, 100000000);
  difference = fen < 100000 ? g_strdup_printf ("-%d.%02d", (int) (fen / 100), (int) (fen % 100))
                            : g_strdup_printf ("-%d,%03d.%02d", (int) (fen / 100000),
                                               (int) (fen / 100 % 1000), (int) (fen % 100));
  g_assert_nonnull (strstr (text, difference));
  g_assert_nonnull (strstr (text, "三级"));
}

static void
forget_amount (MingCase *input)
{
  MingCaseVisit *visit = g_ptr_array_index (input->visits, 0);

  visit->begndate = (MingDate){ 1995, 1, 1 };
  visit->enddate = (MingDate){ 1995, 1, 9 };
}

static void
test_compare_unknown (void)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_estimate_free);
  static const char *const labels[] = { "A", "B", NULL };
  MingSheetOptions options;
  g_autoptr (MingReport) report = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (answers, estimate ("beijing-retired-inpatient.json", NULL));
  g_ptr_array_add (answers, estimate ("beijing-retired-inpatient.json", forget_amount));
  options = ming_sheet_options_for (g_ptr_array_index (answers, 0));
  report = ming_sheet_compare_new (answers, labels, 0, &options);
  text = sheet_text (report);
  g_assert_nonnull (strstr (text, "unknown"));
}

static void
make_ledger (MingCase *input)
{
  /* 40 visits, 20 in each of two years */
  const MingCaseVisit *model = g_ptr_array_index (input->visits, 0);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_case_visit_free);

  for (int i = 0; i < 40; i++)
    {
      MingCaseVisit *visit = ming_case_visit_copy (model);

      visit->begndate = visit->enddate
          = (MingDate){ (gint16) (2024 + i / 20), 1 + i % 20 / 2, 1 + i % 2 * 10 };
      g_ptr_array_add (visits, visit);
    }
  g_ptr_array_set_size (input->visits, 0);
  for (guint i = 0; i < visits->len; i++)
    g_ptr_array_add (input->visits, ming_case_visit_copy (g_ptr_array_index (visits, i)));
}

/* A ledger of two benefit years has their sums, and the pages of a long one are counted. */
static void
test_year (void)
{
  g_autoptr (MingEstimate) answer = estimate ("beijing-active-outpatient.json", make_ledger);
  MingSheetOptions options = ming_sheet_options_for (answer);
  g_autoptr (MingReport) report = ming_sheet_year_new (answer, &options);
  g_autofree char *text = sheet_text (report);
  const char *first = strstr (text, "Benefit year from 2024-01-01");

  g_assert_nonnull (first);
  g_assert_nonnull (strstr (first, "Benefit year from 2025-01-01"));
  g_assert_cmpuint (ming_report_get_n_pages (report), >=, 2);
}

static void
test_encoding (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) gb = ming_export_encode ("医保〇", "GB18030", &error);
  g_autoptr (GBytes) utf8 = ming_export_encode ("医保", "utf-8", &error);
  gsize length = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (gb), ==, 6);
  g_assert_cmpmem (g_bytes_get_data (utf8, &length), 3, "\xef\xbb\xbf", 3);
  g_assert_cmpuint (g_bytes_get_size (utf8), ==, 9);
  g_assert_null (ming_export_encode ("医保", "ISO-8859-1", &error));
  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_ENCODING);
}

static void
test_pdf_of_several (void)
{
  g_autoptr (MingEstimate) answer = estimate ("beijing-active-two-stays.json", NULL);
  MingSheetOptions options = ming_sheet_options_for (answer);
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_report_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  g_ptr_array_add (reports, ming_sheet_visit_new (answer, 0, &options));
  g_ptr_array_add (reports, ming_sheet_visit_new (answer, 1, &options));
  one = ming_report_to_pdf (reports, &error);
  two = ming_report_to_pdf (reports, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (one, two));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/code", test_code);
  g_test_add_func ("/sheet/code-read", test_code_read);
  g_test_add_func ("/sheet/mask", test_mask);
  g_test_add_func ("/sheet/compare", test_compare);
  g_test_add_func ("/sheet/compare-unknown", test_compare_unknown);
  g_test_add_func ("/sheet/year", test_year);
  g_test_add_func ("/sheet/encoding", test_encoding);
  g_test_add_func ("/sheet/several", test_pdf_of_several);
  return g_test_run ();
}
