/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/ming-cli.h"
#include "cli/ming-grid.h"
#include "cli/ming-options.h"
#include "estimate/ming-estimate.h"
#include "policy/ming-region.h"

/* Parts of the command line that cannot be reached, or not closely enough, from outside. */

static void
test_grid_width (void)
{
  g_assert_cmpuint (ming_grid_width (""), ==, 0);
  g_assert_cmpuint (ming_grid_width ("abc"), ==, 3);
  g_assert_cmpuint (ming_grid_width ("起付线"), ==, 6);
  g_assert_cmpuint (ming_grid_width ("1,300.00元"), ==, 10);
  g_assert_cmpuint (ming_grid_width ("e\xCC\x81"), ==, 1); /* a letter and the accent on it */
}

static void
test_grid (void)
{
  g_autoptr (MingGrid) grid = ming_grid_new (3, 1u << 1);
  g_autoptr (GString) out = g_string_new (NULL);
  const char *cells[] = { "代码", "金额", "x", "S001", "1,300.00", "", "EC01", "0.00", "起付" };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      ming_grid_add (grid, cells[i]);
      if (i == 2)
        ming_grid_add_rule (grid);
    }
  ming_grid_print (grid, "> ", out);
  g_assert_cmpstr (out->str, ==,
                   "> 代码      金额  x\n"
                   "> --------------------\n"
                   "> S001  1,300.00\n"
                   "> EC01      0.00  起付\n");
}

static GPtrArray *
parse (const char *line, guint least, guint most, const char **value, gboolean *flag, GError **error)
{
  const MingOption options[] = {
    { "format", "table json", value, NULL },
    { "large", NULL, NULL, flag },
    { .name = NULL },
  };
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  static char *kept[16];

  /* the options point into the arguments, which outlive this function as they do in a program */
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_clear_pointer (&kept[i], g_free);
  for (guint i = 0; words[i] != NULL; i++)
    kept[i] = g_strdup (words[i]);
  return ming_options_parse (options, (int) g_strv_length (words), kept, least, most, error);
}

static void
test_options (void)
{
  const char *value = NULL;
  gboolean flag = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) words = parse ("a --format json - --large -- --format", 0, 3, &value, &flag, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (words->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (words, 1), ==, "-");
  g_assert_cmpstr (g_ptr_array_index (words, 2), ==, "--format");
  g_assert_cmpstr (value, ==, "json");
  g_assert_true (flag);
  g_ptr_array_unref (g_steal_pointer (&words));

  words = parse ("--format=table", 0, 0, &value, &flag, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, "table");
}

static void
test_options_refused (void)
{
  static const struct { const char *line; guint least; guint most; MingOptionsError code; } cases[] = {
    { "--from json", 0, 9, MING_OPTIONS_ERROR_UNKNOWN },
    { "--formats json", 0, 9, MING_OPTIONS_ERROR_UNKNOWN },
    { "-f json", 0, 9, MING_OPTIONS_ERROR_UNKNOWN },
    { "--format", 0, 9, MING_OPTIONS_ERROR_VALUE },
    { "--format=", 0, 9, MING_OPTIONS_ERROR_VALUE },
    { "--format xml", 0, 9, MING_OPTIONS_ERROR_VALUE },
    { "--large=yes", 0, 9, MING_OPTIONS_ERROR_VALUE },
    { "a", 2, 9, MING_OPTIONS_ERROR_WORDS },
    { "a b c", 0, 2, MING_OPTIONS_ERROR_WORDS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *value = NULL;
      gboolean flag = FALSE;
      g_autoptr (GError) error = NULL;

      g_assert_null (parse (cases[i].line, cases[i].least, cases[i].most, &value, &flag, &error));
      g_assert_error (error, MING_OPTIONS_ERROR, (int) cases[i].code);
    }
}

/*
 * What each kind of failure is to the caller. No input leads to an unbalanced result, so this is its only
 * test.
 */
static void
test_exit_codes (void)
{
  const struct { GQuark domain; int code; MingExit expected; } cases[] = {
    { MING_OPTIONS_ERROR, MING_OPTIONS_ERROR_WORDS, MING_EXIT_USAGE },
    { MING_CASE_ERROR, MING_CASE_ERROR_IO, MING_EXIT_IO },
    { MING_CASE_ERROR, MING_CASE_ERROR_BAD_VALUE, MING_EXIT_INPUT },
    { MING_ESTIMATE_ERROR, MING_ESTIMATE_ERROR_UNBALANCED, MING_EXIT_INTERNAL },
    { MING_ESTIMATE_ERROR, MING_ESTIMATE_ERROR_RANGE, MING_EXIT_INPUT },
    { MING_POLICY_ERROR, MING_POLICY_ERROR_IO, MING_EXIT_IO },
    { MING_POLICY_ERROR, MING_POLICY_ERROR_NO_PACK, MING_EXIT_NO_POLICY },
    { MING_POLICY_ERROR, MING_POLICY_ERROR_NO_RULE, MING_EXIT_NO_POLICY },
    { MING_POLICY_ERROR, MING_POLICY_ERROR_NO_ROW, MING_EXIT_UNKNOWN },
    { MING_POLICY_ERROR, MING_POLICY_ERROR_UNKNOWN_FIGURE, MING_EXIT_UNKNOWN },
    { MING_POLICY_ERROR, MING_POLICY_ERROR_BANDS_GAP, MING_EXIT_INPUT },
    { MING_REGION_ERROR, MING_REGION_ERROR_IO, MING_EXIT_IO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        ming_cli_fail (g_error_new_literal (cases[i].domain, cases[i].code, "wanted by the test")), ==,
        cases[i].expected);
}

static void
test_printable (void)
{
  g_autofree char *text = ming_cli_make_printable ("a\x1b[31m\xff起");

  g_assert_cmpstr (text, ==, "a\xEF\xBF\xBD[31m\xEF\xBF\xBD起");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/grid/width", test_grid_width);
  g_test_add_func ("/cli/grid/print", test_grid);
  g_test_add_func ("/cli/options/taken", test_options);
  g_test_add_func ("/cli/options/refused", test_options_refused);
  g_test_add_func ("/cli/exit-codes", test_exit_codes);
  g_test_add_func ("/cli/printable", test_printable);
  return g_test_run ();
}
