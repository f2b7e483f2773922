/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>

#include "report/ming-report-private.h"

#define INNER_WIDTH MING_PAPER_INNER_WIDTH_PT
#define INNER_HEIGHT MING_PAPER_INNER_HEIGHT_PT

static const MingReportColumn columns[] = {
  { "代码", 0, MING_ALIGN_START },
  { "项目", 1, MING_ALIGN_START },
  { "金额", 0, MING_ALIGN_END },
};

static void
add_row (MingReportBlock *table, MingReportRowKind kind, const char *code, const char *item,
         const char *amount)
{
  MingReportRow *row = ming_report_table_add (table, kind);

  ming_report_row_add (row, 0, MING_STYLE_NORMAL, code);
  ming_report_row_add (row, 1, MING_STYLE_NORMAL, item);
  ming_report_row_add (row, 2, MING_STYLE_NORMAL, amount);
}

/* A table of @n_rows rows with a subtotal after every tenth. */
static MingReport *
make_long_report (int n_rows)
{
  MingReport *report = ming_report_new ("台账");
  MingReportBlock *table;

  ming_report_add_title (report, "台账", "演示", NULL);
  table = ming_report_add_table (report, columns, G_N_ELEMENTS (columns));
  for (int i = 1; i <= n_rows; i++)
    {
      g_autofree char *code = g_strdup_printf ("%d", i);

      add_row (table, MING_ROW_PLAIN, code, "门诊", "1,234.56");
      if (i % 10 == 0)
        add_row (table, MING_ROW_SUBTOTAL, NULL, "小计", "12,345.60");
    }
  return report;
}

static void
paginate (MingReport *report, double width_pt, double height_pt)
{
  g_autoptr (GError) error = NULL;
  gboolean done = ming_report_paginate (report, width_pt, height_pt, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* Whichever the paper, no page begins with a subtotal or with a row that is the only one before it. */
static void
test_subtotals (void)
{
  g_autoptr (MingReport) report = make_long_report (120);

  for (double height = 200.0; height < 800.0; height += 23.0)
    {
      paginate (report, INNER_WIDTH, height);
      g_assert_cmpuint (ming_report_get_n_pages (report), >, 3);
      for (guint p = 1; p < report->pages->len; p++)
        {
          const MingPage *page = &g_array_index (report->pages, MingPage, p);
          /* strips: title, head, then the rows; every eleventh row is a subtotal */
          int row = page->first - 2;

          g_assert_cmpint (page->repeat, ==, 1);
          g_assert_cmpint (row % 11, !=, 10);
          g_assert_cmpint (row % 11, !=, 9);
        }
    }
}

/* Laid out anew for another size, and drawn on a cairo whose state stays as it was. */
static void
test_again (void)
{
  g_autoptr (MingReport) report = make_long_report (60);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 10, 10);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t before, after;
  guint n_pages;

  g_assert_cmpuint (ming_report_get_n_pages (report), ==, 0);
  paginate (report, INNER_WIDTH, INNER_HEIGHT);
  n_pages = ming_report_get_n_pages (report);
  paginate (report, INNER_WIDTH, INNER_HEIGHT / 2.0);
  g_assert_cmpuint (ming_report_get_n_pages (report), >, n_pages);

  cairo_scale (cr, 3.0, 3.0);
  cairo_get_matrix (cr, &before);
  for (guint n = 0; n < ming_report_get_n_pages (report); n++)
    ming_report_draw_page (report, cr, n);
  cairo_get_matrix (cr, &after);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What has no marks beyond the paper: every mark of every page lies inside. */
static void
test_inside (void)
{
  g_autoptr (MingReport) report = make_long_report (30);
  MingReportBlock *figures = ming_report_add_figures (report);
  MingReportBlock *grid = ming_report_add_grid (report, 2);
  MingReportBlock *signatures = ming_report_add_signatures (report);

  for (int i = 0; i < 5; i++)
    ming_report_figures_add (figures, "费用总额", "¥10,000,000,000.00", i == 2);
  for (int i = 0; i < 4; i++)
    ming_report_grid_add (grid, "经办机构",
                          "一个很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的名称", 1);
  ming_report_signatures_add (signatures, "参保人或代办人");
  ming_report_signatures_add (signatures, "经办人");
  ming_report_row_add (ming_report_add_code (report, "MS1:TEST"), 0, MING_STYLE_STRONG, "测算码");

  paginate (report, INNER_WIDTH, INNER_HEIGHT);
  for (guint i = 0; i < report->strips->len; i++)
    {
      GPtrArray *marks = g_ptr_array_index (report->strips, i);

      for (guint m = 0; m < marks->len; m++)
        {
          const MingMark *mark = g_ptr_array_index (marks, m);

          g_assert_cmpint (mark->x, >=, 0);
          g_assert_cmpint (mark->x + mark->width, <=, pango_units_from_double (INNER_WIDTH));
          if (mark->kind == MING_MARK_TEXT)
            g_assert_cmpint (ming_layout_width (mark->layout), <=, mark->width + PANGO_SCALE);
        }
    }
}

/* Strips never reach into one another: what a strip draws is within its height. */
static void
test_heights (void)
{
  g_autoptr (MingReport) report = make_long_report (30);

  paginate (report, INNER_WIDTH, INNER_HEIGHT);
  for (guint i = 0; i < report->strips->len; i++)
    {
      GPtrArray *marks = g_ptr_array_index (report->strips, i);
      const MingPageSpan *span = &g_array_index (report->spans, MingPageSpan, i);

      for (guint m = 0; m < marks->len; m++)
        {
          const MingMark *mark = g_ptr_array_index (marks, m);

          g_assert_cmpint (mark->y, >=, 0);
          g_assert_cmpint (mark->y + mark->height, <=, span->height);
        }
    }
}

static void
test_page_limit (void)
{
  g_autoptr (MingReport) report = make_long_report (40);
  int full_size, small_size;

  paginate (report, INNER_WIDTH, INNER_HEIGHT);
  g_assert_cmpuint (ming_report_get_n_pages (report), ==, 2);
  full_size = g_array_index (report->spans, MingPageSpan, 0).height;

  ming_report_set_page_limit (report, 1);
  paginate (report, INNER_WIDTH, INNER_HEIGHT);
  small_size = g_array_index (report->spans, MingPageSpan, 0).height;
  g_assert_cmpuint (ming_report_get_n_pages (report), ==, 1);
  g_assert_cmpint (small_size, <, full_size);
  g_assert_cmpint (small_size * 10, >=, full_size * 7);
}

/* Where even the smallest type is not enough, the type keeps its size. */
static void
test_page_limit_too_low (void)
{
  g_autoptr (MingReport) limited = make_long_report (200);
  g_autoptr (MingReport) free_report = make_long_report (200);

  ming_report_set_page_limit (limited, 1);
  paginate (limited, INNER_WIDTH, INNER_HEIGHT);
  paginate (free_report, INNER_WIDTH, INNER_HEIGHT);
  g_assert_cmpuint (ming_report_get_n_pages (limited), ==, ming_report_get_n_pages (free_report));
}

/* Money never wraps: a table with many payers is set in smaller type, and refused when that is not enough. */
static void
test_many_columns (void)
{
  MingReportColumn many[20] = { { "项目", 1, MING_ALIGN_START } };

  for (guint n = 2; n <= 20; n++)
    {
      g_autoptr (MingReport) report = ming_report_new ("表");
      g_autoptr (GError) error = NULL;
      MingReportBlock *table;
      MingReportRow *row;
      gboolean done;

      many[n - 1] = (MingReportColumn){ "大额医疗费用补助", 0, MING_ALIGN_END };
      table = ming_report_add_table (report, many, n);
      row = ming_report_table_add (table, MING_ROW_PLAIN);
      for (guint i = 1; i < n; i++)
        ming_report_row_add (row, i, MING_STYLE_NORMAL, "1,234,567.89");
      done = ming_report_paginate (report, INNER_WIDTH, INNER_HEIGHT, &error);
      if (n <= 11)
        g_assert_true (done);
      if (n == 20)
        g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_PAPER);
      if (!done)
        {
          g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_PAPER);
          g_assert_cmpuint (ming_report_get_n_pages (report), ==, 0);
          continue;
        }
      for (guint m = 0; m < ((GPtrArray *) g_ptr_array_index (report->strips, 1))->len; m++)
        {
          const MingMark *mark = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (report->strips, 1), m);

          if (mark->kind == MING_MARK_TEXT)
            g_assert_cmpint (pango_layout_get_line_count (mark->layout), ==, 1);
        }
    }
}

static void
test_small_paper (void)
{
  g_autoptr (MingReport) report = make_long_report (3);
  g_autoptr (GError) error = NULL;

  g_assert_false (ming_report_paginate (report, INNER_WIDTH, 40.0, &error));
  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_PAPER);
  g_assert_cmpuint (ming_report_get_n_pages (report), ==, 0);
}

/* U+10FFFD is for private use: no font has it. */
static void
test_missing_glyph (void)
{
  g_autoptr (MingReport) report = ming_report_new ("表");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (ming_report_check_fonts (NULL));
  ming_report_grid_add (ming_report_add_grid (report, 1), "姓名", "张\xf4\x8f\xbf\xbd", 1);
  g_assert_false (ming_report_paginate (report, INNER_WIDTH, INNER_HEIGHT, &error));
  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_GLYPHS);
  g_assert_nonnull (strstr (error->message, "张"));

  text = ming_report_to_text (report, 80);
  g_assert_nonnull (strstr (text, "张"));
}

/* A QR code holds 2331 bytes at this error correction. */
static void
test_code_too_long (void)
{
  g_autoptr (MingReport) report = ming_report_new ("表");
  g_autofree char *text = g_strnfill (3000, 'x');
  g_autoptr (GError) error = NULL;

  ming_report_add_code (report, text);
  g_assert_false (ming_report_paginate (report, INNER_WIDTH, INNER_HEIGHT, &error));
  g_assert_error (error, MING_REPORT_ERROR, MING_REPORT_ERROR_DRAWING);
}

static void
test_empty (void)
{
  g_autoptr (MingReport) report = ming_report_new ("空");

  paginate (report, INNER_WIDTH, INNER_HEIGHT);
  g_assert_cmpuint (ming_report_get_n_pages (report), ==, 1);
  g_assert_cmpstr (ming_report_get_title (report), ==, "空");
}

/* Plain text: Chinese takes two columns, amounts end in one column. */
static void
test_text (void)
{
  g_autoptr (MingReport) report = ming_report_new ("表");
  MingReportBlock *table = ming_report_add_table (report, columns, G_N_ELEMENTS (columns));
  g_autofree char *text = NULL;

  add_row (table, MING_ROW_PLAIN, "C001", "统筹基金", "12,345.67");
  add_row (table, MING_ROW_TOTAL, NULL, "合计", "5.00");
  text = ming_report_to_text (report, 40);
  g_assert_cmpstr (text, ==,
                   "----------------------------------------\n"
                   "代码  项目                          金额\n"
                   "----------------------------------------\n"
                   "C001  统筹基金                 12,345.67\n"
                   "----------------------------------------\n"
                   "      合计                          5.00\n"
                   "----------------------------------------\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/layout/subtotals", test_subtotals);
  g_test_add_func ("/report/layout/again", test_again);
  g_test_add_func ("/report/layout/inside", test_inside);
  g_test_add_func ("/report/layout/heights", test_heights);
  g_test_add_func ("/report/layout/page-limit", test_page_limit);
  g_test_add_func ("/report/layout/page-limit-too-low", test_page_limit_too_low);
  g_test_add_func ("/report/layout/many-columns", test_many_columns);
  g_test_add_func ("/report/layout/small-paper", test_small_paper);
  g_test_add_func ("/report/layout/missing-glyph", test_missing_glyph);
  g_test_add_func ("/report/layout/code-too-long", test_code_too_long);
  g_test_add_func ("/report/layout/empty", test_empty);
  g_test_add_func ("/report/layout/text", test_text);
  return g_test_run ();
}
