/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "report/ming-report-break.h"

/*
 * Strips and pages as text. A strip is "height", with "+above" before it, "~" behind it when it keeps with
 * the next, and "^n" when strip n is repeated at the top of a page that begins with it. A page is
 * "first-last", "n:first-last" with a repeated strip.
 */
typedef struct
{
  const char *name;
  const char *strips;
  int first_height;
  int other_height;
  const char *pages; /**< "!n": strip n is taller than a page */
} Case;

static const Case cases[] = {
  { "nothing is one page", "", 100, 100, "0--1" },
  { "one", "40", 100, 100, "0-0" },
  { "exactly full", "40 60", 100, 100, "0-1" },
  { "one unit too many", "40 61", 100, 100, "0-0 1-1" },
  { "blank counts inside a page", "40 +1 60", 100, 100, "0-0 1-1" },
  { "blank above fits", "40 +1 59", 100, 100, "0-1" },
  { "blank is dropped at the top", "100 +50 100", 100, 100, "0-0 1-1" },
  { "later pages are shorter", "100 90 90", 100, 90, "0-0 1-1 2-2" },
  { "later page full", "100 45 45 45", 100, 90, "0-0 1-2 3-3" },
  { "heading moves with its text", "60 30~ 20", 100, 100, "0-0 1-2" },
  { "heading stays when both fit", "50 30~ 20", 100, 100, "0-2" },
  { "chain of three moves", "20 20~ 20~ 50", 100, 100, "0-0 1-3" },
  { "subtotal keeps two rows", "30 30 20~ 20~ 10", 100, 100, "0-1 2-4" },
  { "subtotal that fits", "30 30 20~ 10~ 10", 100, 100, "0-4" },
  { "a chain longer than a page is broken", "60~ 60~ 60", 100, 100, "0-0 1-1 2-2" },
  { "broken as late as possible", "30~ 30~ 30~ 30~ 30", 100, 100, "0-2 3-4" },
  { "head repeated", "10~ 40^0 40^0 40^0", 100, 100, "0-2 0:3-3" },
  { "head repeated takes room", "10~ 45^0 45^0 45^0 45^0", 100, 100, "0-2 0:3-4" },
  { "head not repeated before itself", "95 10~ 40^1", 100, 100, "0-0 1-2" },
  { "too tall", "40 101", 100, 100, "!1" },
  { "too tall under its head", "10~ 91^0 91^0", 100, 100, "!1" },
  { "too tall on later pages only", "100 95", 100, 90, "!1" },
  { "last keeps with nothing", "40 40~", 100, 100, "0-1" },
};

static MingPageSpan
parse_strip (const char *word)
{
  MingPageSpan span = { 0, 0, FALSE, -1 };
  char *end = NULL;

  span.height = (int) g_ascii_strtoll (word, &end, 10);
  if (*end == '~')
    {
      span.keep_with_next = TRUE;
      end++;
    }
  if (*end == '^')
    span.repeat = (int) g_ascii_strtoll (end + 1, &end, 10);
  g_assert_cmpint (*end, ==, '\0');
  return span;
}

static GArray *
parse_strips (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (MingPageSpan));
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  int above = 0;

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      MingPageSpan span;

      if (*words[i] == '+')
        {
          above = (int) g_ascii_strtoll (words[i] + 1, NULL, 10);
          continue;
        }
      span = parse_strip (words[i]);
      span.above = above;
      above = 0;
      g_array_append_val (spans, span);
    }
  return spans;
}

static char *
print_pages (GArray *pages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const MingPage *page = &g_array_index (pages, MingPage, i);

      g_string_append (text, i > 0 ? " " : "");
      if (page->repeat >= 0)
        g_string_append_printf (text, "%d:", page->repeat);
      g_string_append_printf (text, "%d-%d", page->first, page->end - 1);
    }
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GArray) spans = parse_strips (c->strips);
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (MingPage));
  g_autofree char *text = NULL;
  int wrong = ming_pages_break ((const MingPageSpan *) (gpointer) spans->data, (int) spans->len,
                                c->first_height, c->other_height, pages);

  text = wrong >= 0 ? g_strdup_printf ("!%d", wrong) : print_pages (pages);
  g_assert_cmpstr (text, ==, c->pages);
  if (wrong >= 0)
    g_assert_cmpuint (pages->len, ==, 0);
}

/* Whatever the strips: every strip stands on one page, in order, and no page is too full. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260301);
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (MingPage));

  for (int round = 0; round < 2000; round++)
    {
      MingPageSpan spans[40];
      int n = g_rand_int_range (random, 1, 41);
      int next = 0;

      for (int i = 0; i < n; i++)
        spans[i] = (MingPageSpan){ g_rand_int_range (random, 1, 50), g_rand_int_range (random, 0, 9),
                                   g_rand_int_range (random, 0, 3) == 0, i > 0 && i % 3 == 0 ? 0 : -1 };
      g_assert_cmpint (ming_pages_break (spans, n, 110, 100, pages), ==, -1);
      for (guint p = 0; p < pages->len; p++)
        {
          const MingPage *page = &g_array_index (pages, MingPage, p);
          int used = page->repeat < 0 ? 0 : spans[page->repeat].height;

          g_assert_cmpint (page->first, ==, next);
          g_assert_cmpint (page->end, >, page->first);
          for (int i = page->first; i < page->end; i++)
            used += spans[i].height + (i == page->first ? 0 : spans[i].above);
          g_assert_cmpint (used, <=, p == 0 ? 110 : 100);
          next = page->end;
        }
      g_assert_cmpint (next, ==, n);
    }
}

/* Columns: natural, minimum, weight; the widths, or -1 first when they do not fit. */
static void
check_columns (const int (*columns)[3], int n, int width, const int *expected)
{
  int natural[4], minimum[4], weight[4], out[4];

  for (int i = 0; i < n; i++)
    {
      natural[i] = columns[i][0];
      minimum[i] = columns[i][1];
      weight[i] = columns[i][2];
    }
  if (expected == NULL)
    {
      g_assert_false (ming_columns_share (natural, minimum, weight, n, width, out));
      return;
    }
  g_assert_true (ming_columns_share (natural, minimum, weight, n, width, out));
  for (int i = 0; i < n; i++)
    g_assert_cmpint (out[i], ==, expected[i]);
}

static void
test_columns (void)
{
  const int money[][3] = { { 0, 30, 1 }, { 50, 0, 0 }, { 60, 0, 0 } };
  const int halves[][3] = { { 0, 10, 1 }, { 0, 10, 1 }, { 33, 0, 0 } };
  const int weighted[][3] = { { 0, 40, 1 }, { 0, 0, 3 } };
  const int fixed[][3] = { { 50, 0, 0 }, { 50, 0, 0 } };

  check_columns (money, 3, 200, (const int[]){ 90, 50, 60 });
  check_columns (money, 3, 140, (const int[]){ 30, 50, 60 });
  check_columns (money, 3, 139, NULL);
  check_columns (halves, 3, 100, (const int[]){ 33, 34, 33 });
  check_columns (weighted, 2, 200, (const int[]){ 50, 150 });
  check_columns (weighted, 2, 100, (const int[]){ 40, 60 });
  check_columns (fixed, 2, 120, (const int[]){ 50, 50 });
  check_columns (fixed, 2, 99, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/break/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/report/break/random", test_random);
  g_test_add_func ("/report/columns", test_columns);
  return g_test_run ();
}
