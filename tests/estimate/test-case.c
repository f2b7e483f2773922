/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "estimate/ming-case.h"

/*
 * Files under tests/estimate/cases: bad ones with the faults they must give, good ones with their printed
 * form.
 */

static char *
get_folder (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "estimate", "cases", name, NULL);
}

static char *
read_text (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GPtrArray *
fault_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ming_fault_free);
}

/* The lines of expected.tsv that begin with @name, as it would look when made from @faults. */
static char *
expect_faults (const char *expected, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  g_autofree char *prefix = g_strconcat (name, "\t", NULL);
  GString *wanted = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, prefix))
      g_string_append_printf (wanted, "%s\n", *line);
  return g_string_free (wanted, FALSE);
}

static char *
list_faults (const char *name, GPtrArray *faults)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const MingFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpstr (fault->message, !=, "");
      g_assert_true (g_utf8_validate (fault->message, -1, NULL));
      g_string_append_printf (list, "%s\t%s\t%s\n", name, ming_case_error_name (fault->code), fault->pointer);
    }
  return g_string_free (list, FALSE);
}

static void
test_bad (gconstpointer data)
{
  const char *name = data;
  g_autofree char *folder = get_folder ("bad");
  g_autofree char *table = read_text (folder, "expected.tsv");
  g_autofree char *text = read_text (folder, name);
  g_autofree char *expected = expect_faults (table, name);
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) faults = fault_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MingCase) input = ming_case_parse (text, -1, faults, &error);

  g_assert_null (input);
  g_assert_cmpuint (faults->len, >, 0);
  found = list_faults (name, faults);
  g_assert_cmpstr (found, ==, expected);
  g_assert_error (error, MING_CASE_ERROR, (int) ((MingFault *) g_ptr_array_index (faults, 0))->code);
}

/* Every code but IO, which has no text to fail on, is raised by some file. */
static void
test_every_code (void)
{
  g_autofree char *folder = get_folder ("bad");
  g_autofree char *table = read_text (folder, "expected.tsv");

  for (guint code = 0; code < MING_N_CASE_ERRORS; code++)
    {
      g_autofree char *column = g_strdup_printf ("\t%s\t", ming_case_error_name (code));

      if (code != MING_CASE_ERROR_IO && strstr (table, column) == NULL)
        g_error ("no file raises %s", ming_case_error_name (code));
    }
}

static void
test_io (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = get_folder ("bad");
  g_autofree char *path = g_build_filename (folder, "no-such-file.json", NULL);

  g_assert_null (ming_case_load (path, NULL, &error));
  g_assert_error (error, MING_CASE_ERROR, MING_CASE_ERROR_IO);
}

static void
test_good (gconstpointer data)
{
  const char *name = data;
  g_autofree char *folder = get_folder ("good");
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
  g_autofree char *canonical_name = g_strconcat (stem, ".canonical.json", NULL);
  g_autofree char *text = read_text (folder, name);
  g_autofree char *canonical = read_text (folder, canonical_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingCase) input = ming_case_parse (text, -1, NULL, &error);
  g_autoptr (MingCase) again = NULL;
  g_autoptr (MingCase) copy = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *printed_again = NULL;
  g_autofree char *printed_copy = NULL;

  g_assert_no_error (error);
  printed = ming_case_print (input);
  g_assert_cmpstr (printed, ==, canonical);

  again = ming_case_parse (printed, -1, NULL, &error);
  g_assert_no_error (error);
  printed_again = ming_case_print (again);
  g_assert_cmpstr (printed_again, ==, printed);

  copy = ming_case_copy (input);
  ming_case_free (g_steal_pointer (&input));
  printed_copy = ming_case_print (copy);
  g_assert_cmpstr (printed_copy, ==, printed);
}

/* What is left out is not known; the fourth class follows from the other three. */
static void
test_left_out (void)
{
  g_autofree char *folder = get_folder ("good");
  g_autofree char *smallest_text = read_text (folder, "smallest.json");
  g_autofree char *everything_text = read_text (folder, "everything.json");
  g_autoptr (MingCase) smallest = ming_case_parse (smallest_text, -1, NULL, NULL);
  g_autoptr (MingCase) everything = ming_case_parse (everything_text, -1, NULL, NULL);
  const MingCaseVisit *visit = g_ptr_array_index (everything->visits, 0);

  g_assert_cmpint (smallest->person.age, ==, -1);
  g_assert_cmpint (smallest->person.insured_months, ==, -1);
  g_assert_false (smallest->person.balc.known);
  g_assert_null (smallest->person.psn_type);
  g_assert_cmpint (smallest->person.brdy.year, ==, 0);
  g_assert_cmpint (smallest->admissions, ==, 0);

  g_assert_true (visit->overlmt_selfpay.known);
  g_assert_cmpint (visit->overlmt_selfpay.fen, ==, 0);
  g_assert_cmpstr (visit->pointer, ==, "/visits/0");
  visit = g_ptr_array_index (everything->visits, 1);
  g_assert_cmpint (visit->class_b.fen, ==, 3000);
  g_assert_cmpint (visit->first_pay_rate.num, ==, 2);
  g_assert_cmpint (visit->first_pay_rate.den, ==, 37);
}

/* A text cut anywhere is refused, and never a crash. */
static void
test_cut_anywhere (void)
{
  g_autofree char *folder = get_folder ("good");
  g_autofree char *text = read_text (folder, "everything.json");
  gssize whole = (gssize) strlen (g_strchomp (text));

  for (gssize length = 0; length < whole; length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *cut = g_memdup2 (text, (gsize) length + 1);

      g_assert_null (ming_case_parse (cut, length, NULL, &error));
      g_assert_error (error, MING_CASE_ERROR, MING_CASE_ERROR_SYNTAX);
    }
}

/* One byte changed: either another case or a fault, and a case always prints and reads back. */
static void
test_change_anywhere (void)
{
  static const char bytes[] = "\"{}[],:0x9\\\n\xff";
  g_autofree char *folder = get_folder ("good");
  g_autofree char *text = read_text (folder, "everything.json");

  for (gsize at = 0; text[at] != '\0'; at++)
    {
      char kept = text[at];
      g_autoptr (MingCase) input = NULL;
      g_autoptr (GError) error = NULL;

      text[at] = bytes[at % (sizeof bytes - 1)];
      input = ming_case_parse (text, -1, NULL, &error);
      g_assert_true ((input == NULL) == (error != NULL));
      if (input != NULL)
        {
          g_autofree char *printed = ming_case_print (input);
          g_autoptr (MingCase) again = ming_case_parse (printed, -1, NULL, &error);
          g_autofree char *printed_again = NULL;

          g_assert_no_error (error);
          printed_again = ming_case_print (again);
          g_assert_cmpstr (printed_again, ==, printed);
        }
      text[at] = kept;
    }
}

/* Adds a test for each *.json of @folder; a file that no line of the table names fails by its own. */
static void
add_files (const char *folder_name, GTestDataFunc function, GPtrArray *names)
{
  g_autofree char *folder = get_folder (folder_name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json") && !g_str_has_suffix (name, ".canonical.json"))
      {
        g_autofree char *path = g_strdup_printf ("/case/%s/%s", folder_name, name);
        char *kept = g_strdup (name);

        g_ptr_array_add (names, kept);
        g_test_add_data_func (path, kept, function);
      }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  add_files ("bad", test_bad, names);
  add_files ("good", test_good, names);
  g_test_add_func ("/case/every-code", test_every_code);
  g_test_add_func ("/case/io", test_io);
  g_test_add_func ("/case/left-out", test_left_out);
  g_test_add_func ("/case/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/case/change-anywhere", test_change_anywhere);
  return g_test_run ();
}
