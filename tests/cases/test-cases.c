/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "case-value.h"

/*
 * Every file of tests/cases (see README.md there) through the loader and the estimate; one test for each
 * file.
 */

typedef struct
{
  MingLibrary *packs;   /* tests/cases/packs */
  MingLibrary *shipped; /* data/policies */
} Libraries;

typedef struct
{
  char *path;
  const Libraries *libraries;
} File;

static void
file_free (File *file)
{
  g_free (file->path);
  g_free (file);
}

static JsonObject *
read_file (JsonParser *parser, const char *path)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* A name that is misspelt here would silently test nothing. */
static void
check_members (JsonObject *object)
{
  static const char *const known[] = { "id",   "source", "note",   "packs", "pack",
                                       "case", "life",   "expect", "also",  NULL };
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    g_assert_true (g_strv_contains (known, name->data));
  g_assert_cmpstr (json_object_get_string_member (object, "source"), !=, "");
}

static const MingLibrary *
find_library (const File *file, JsonObject *object)
{
  const char *where = json_object_get_string_member (object, "packs");

  g_assert_true (g_str_equal (where, "shipped") || g_str_equal (where, "packs"));
  return g_str_equal (where, "shipped") ? file->libraries->shipped : file->libraries->packs;
}

static void
compare (const MingPosed *posed, const char *name, const char *found, const char *expected)
{
  if (g_strcmp0 (found, expected) == 0)
    return;
  g_test_message ("%s: %s is %s, not %s", posed->note != NULL ? posed->note : "", name,
                  found != NULL ? found : "no such name", expected);
  g_test_fail ();
}

static void
check_case (const MingPosed *posed, const MingLibrary *library, const char *pack_id)
{
  g_autofree char *text = json_to_string (posed->question, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingCase) input = ming_case_parse (text, -1, NULL, &error);
  g_autoptr (MingEstimate) answer = input != NULL ? ming_estimate_new (library, input, &error) : NULL;
  g_autoptr (GList) names = json_object_get_members (posed->expect);

  g_assert_no_error (error);
  if (answer == NULL)
    return; /* already a failure */
  g_assert_cmpstr (answer->pack->id, ==, pack_id);
  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *found = case_value_get (answer, name->data);

      compare (posed, name->data, found, json_object_get_string_member (posed->expect, name->data));
    }
  case_value_check_identities (answer);
}

static void
check_life (const MingPosed *posed, const MingLibrary *library, const char *pack_id)
{
  MingLifeQuestion question;
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLife) life = NULL;
  g_autoptr (GList) names = json_object_get_members (posed->expect);

  if (ming_life_question_read (json_node_get_object (posed->question), &question, &error))
    life = ming_life_new (library, &question, &error);
  g_assert_no_error (error);
  if (life == NULL)
    return;
  g_assert_cmpstr (life->pack->id, ==, pack_id);
  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *found = case_value_get_life (life, name->data);

      compare (posed, name->data, found, json_object_get_string_member (posed->expect, name->data));
    }
}

static void
test_file (gconstpointer data)
{
  const File *file = data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object = read_file (parser, file->path);
  const MingLibrary *library = find_library (file, object);
  const char *pack_id = json_object_get_string_member (object, "pack");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) table = ming_case_table_read (json_parser_get_root (parser), &error);

  check_members (object);
  g_assert_no_error (error);
  for (guint i = 0; table != NULL && i < table->len; i++)
    {
      const MingPosed *posed = g_ptr_array_index (table, i);

      g_assert_nonnull (posed->expect);
      g_assert_cmpuint (json_object_get_size (posed->expect), >, 0);
      if (posed->is_life)
        check_life (posed, library, pack_id);
      else
        check_case (posed, library, pack_id);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in @folder, sorted. */
static GPtrArray *
list_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Adds the files of each folder under tests/cases but packs/; @relative is where we are, below the root. */
static void
add_folder (const char *root, const char *relative, const Libraries *libraries, GPtrArray *files)
{
  g_autofree char *folder = g_build_filename (root, relative, NULL);
  g_autoptr (GPtrArray) names = list_folder (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *inner = g_build_filename (relative, name, NULL);
      g_autofree char *path = g_build_filename (root, inner, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_str_equal (inner, "packs"))
        add_folder (root, inner, libraries, files);
      else if (g_str_has_suffix (name, ".json") && *relative != '\0')
        {
          g_autofree char *test = g_strdup_printf ("/cases/%s", inner);
          File *file = g_new0 (File, 1);

          file->path = g_strdup (path);
          file->libraries = libraries;
          g_ptr_array_add (files, file);
          g_test_add_data_func (test, file, test_file);
        }
    }
}

static MingLibrary *
load_library (const char *folder)
{
  g_autoptr (GError) error = NULL;
  MingLibrary *library = ming_library_load (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < library->problems->len; i++)
    {
      g_autofree char *problem = ming_problem_format (g_ptr_array_index (library->problems, i));

      g_printerr ("# %s\n", problem);
    }
  return library;
}

/* Both folders hold only packs that load. */
static void
test_packs (gconstpointer data)
{
  const Libraries *libraries = data;

  g_assert_cmpuint (libraries->packs->problems->len, ==, 0);
  g_assert_cmpuint (libraries->shipped->problems->len, ==, 0);
  g_assert_cmpuint (libraries->packs->packs->len, >, 0);
  g_assert_cmpuint (libraries->shipped->packs->len, >, 0);
}

int
main (int argc, char *argv[])
{
  g_autofree char *root = NULL;
  g_autofree char *packs = NULL;
  g_autofree char *shipped = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  Libraries libraries;
  int failed;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  root = g_test_build_filename (G_TEST_DIST, "cases", NULL);
  packs = g_build_filename (root, "packs", NULL);
  shipped = g_build_filename (g_getenv ("MING_DATADIR"), "policies", NULL);
  libraries.packs = load_library (packs);
  libraries.shipped = load_library (shipped);
  g_test_add_data_func ("/cases/packs", &libraries, test_packs);
  add_folder (root, "", &libraries, files);
  failed = g_test_run ();
  ming_library_free (libraries.packs);
  ming_library_free (libraries.shipped);
  return failed;
}
