/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"

#include "core/ming-text.h"
#include "i18n/ming-locale.h"

static MingLibrary *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  MingLibrary *library = ming_library_load (folder, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (library->problems->len, ==, 0);
  g_assert_cmpuint (library->packs->len, >, 0);
  return library;
}

MingLibrary *
asking_packs (void)
{
  static MingLibrary *library = NULL;

  if (library == NULL)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "cases", "packs", NULL);

      library = load (folder);
    }
  return library;
}

MingLibrary *
asking_shipped (void)
{
  static MingLibrary *library = NULL;

  if (library == NULL)
    {
      g_autofree char *folder = g_build_filename (g_getenv ("MING_DATADIR"), "policies", NULL);

      library = load (folder);
    }
  return library;
}

MingLibrary *
asking_own (void)
{
  static MingLibrary *library = NULL;

  if (library == NULL)
    {
      g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "estimate", "packs", NULL);

      library = load (folder);
    }
  return library;
}

void
asking_speak (const char *language)
{
  static gboolean is_decided = FALSE;

  /* GLib decides once, at the first message, whether the process translates at all */
  if (!is_decided)
    {
      ming_locale_start ("zh");
      g_assert_cmpstr (ming_locale_language (), ==, "zh");
      is_decided = TRUE;
    }
  ming_locale_start (language);
}

MingLibrary *
asking_library_of (JsonObject *file)
{
  return g_str_equal (json_object_get_string_member (file, "packs"), "shipped") ? asking_shipped ()
                                                                                : asking_packs ();
}

JsonObject *
asking_read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
list_folder (const char *folder, GPtrArray *names)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cases", folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
}

GPtrArray *
asking_list_files (void)
{
  static const char *const folders[] = { "beijing", "examples", "mechanisms", "places", "rows",
                                          "thresholds" };
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    list_folder (folders[i], names);
  g_ptr_array_sort (names, compare_names);
  return names;
}

MingCase *
asking_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  MingCase *input = ming_case_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return input;
}

MingCase *
asking_case_of_file (const char *name, MingLibrary **library)
{
  g_autoptr (JsonObject) file = asking_read_file (name);
  g_autofree char *text = json_to_string (json_object_get_member (file, "case"), FALSE);

  *library = asking_library_of (file);
  return asking_parse (text);
}

MingEstimate *
asking_answer (const MingLibrary *library, const MingCase *input)
{
  g_autoptr (GError) error = NULL;
  MingEstimate *answer = ming_estimate_new (library, input, &error);

  g_assert_no_error (error);
  return answer;
}

MingEstimate *
asking_answer_text (const MingLibrary *library, const char *text)
{
  g_autoptr (MingCase) input = asking_parse (text);

  return asking_answer (library, input);
}

GPtrArray *
asking_steps (const MingEstimate *answer)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_step_free);
  MingStep *credit = ming_explain_credit (&answer->credit);

  if (credit != NULL)
    g_ptr_array_add (steps, credit);
  g_ptr_array_extend_and_steal (steps, ming_explain_debit (&answer->debit));
  g_ptr_array_extend_and_steal (steps, ming_explain_contribution (&answer->contribution));
  for (guint i = 0; i < answer->visits->len; i++)
    g_ptr_array_extend_and_steal (steps, ming_explain_visit (g_ptr_array_index (answer->visits, i)));
  return steps;
}

static void
print_lines (GString *text, const char *key, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "  %s %s\n", key, (char *) g_ptr_array_index (lines, i));
}

static void
print_line (GString *text, const char *key, const char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "  %s %s\n", key, line);
}

char *
asking_print_steps (GPtrArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (steps, i);
      char amount[MING_TEXT_FEN_SIZE] = "";

      ming_text_format_fen (step->amount_fen, MING_TEXT_PLAIN, amount, sizeof amount);
      g_string_append_printf (text, "[%s] %s: %s\n", step->code, step->title, amount);
      print_line (text, "formula ", step->formula);
      print_line (text, "sentence", step->sentence);
      print_lines (text, "from    ", step->inputs);
      print_line (text, "row     ", step->matched);
      print_lines (text, "why not ", step->why_not);
      print_line (text, "rounding", step->rounding);
    }
  return g_string_free (text, FALSE);
}

void
asking_compare (const char *name, const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "estimate", "steps", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("MING_UPDATE_STEPS") != NULL)
    g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

MingEstimate *
ask_own (const char *format, ...)
{
  va_list args;
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;

  va_start (args, format);
  rest = g_strdup_vprintf (format, args);
  va_end (args);
  text = g_strconcat (OWN_HEAD, rest, "}", NULL);
  return asking_answer_text (asking_own (), text);
}

const MingVisitResult *
ask_visit (const MingEstimate *answer, guint index)
{
  g_assert_cmpuint (index, <, answer->visits->len);
  return g_ptr_array_index (answer->visits, index);
}

MingFen
ask_fund (const MingEstimate *answer, guint index)
{
  const MingVisitResult *result = ask_visit (answer, index);

  g_assert_cmpint (result->outcome, ==, MING_OUTCOME_KNOWN);
  return result->settlement.fund_fen;
}

gboolean
asking_has_text (GPtrArray *texts, const char *part)
{
  for (guint i = 0; i < texts->len; i++)
    if (strstr (g_ptr_array_index (texts, i), part) != NULL)
      return TRUE;
  return FALSE;
}
