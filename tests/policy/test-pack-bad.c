/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/ming-pack.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every pack in packs/bad: the first problem it has, where, and words its message must contain. */
typedef struct
{
  const char *name;
  MingPolicyError code;
  const char *pointer;
  const char *words;
} BadPack;

#define LAYER "/care/inpatient/versions/0/layers/0"

static const BadPack bad_packs[] = {
  { "syntax", MING_POLICY_ERROR_SYNTAX, "", "a comma or } is expected here" },
  { "syntax-comment", MING_POLICY_ERROR_SYNTAX, "", "no comments" },
  { "syntax-trailing-comma", MING_POLICY_ERROR_SYNTAX, "", "is too many" },
  { "syntax-empty", MING_POLICY_ERROR_SYNTAX, "", "the file ends too early" },
  { "syntax-escape", MING_POLICY_ERROR_SYNTAX, "/name/zh", "no such escape" },
  { "format", MING_POLICY_ERROR_FORMAT, "/format", "mingsuan-policy/1" },
  { "format-missing", MING_POLICY_ERROR_FORMAT, "", "mingsuan-policy/1" },
  { "duplicate-key", MING_POLICY_ERROR_DUPLICATE_KEY, LAYER "/caps/0/rows/0/amount", "twice" },
  { "duplicate-key-escaped", MING_POLICY_ERROR_DUPLICATE_KEY, "/sources/rule", "twice" },
  { "unknown-key", MING_POLICY_ERROR_UNKNOWN_KEY, LAYER "/deductable", "“deductible”" },
  { "unknown-key-row", MING_POLICY_ERROR_UNKNOWN_KEY, LAYER "/deductible/rows/0/rate", "known here: amount" },
  { "unknown-key-credit", MING_POLICY_ERROR_UNKNOWN_KEY, "/account_credit/0/rows/1/own", "fixed_per_month" },
  { "missing-key", MING_POLICY_ERROR_MISSING_KEY, LAYER, "“bands”" },
  { "missing-key-credit", MING_POLICY_ERROR_MISSING_KEY, "/account_credit/0/rows/0", "“own”" },
  { "missing-key-measure", MING_POLICY_ERROR_MISSING_KEY, LAYER "/bands", "“scope”" },
  { "missing-key-effective", MING_POLICY_ERROR_MISSING_KEY, "/care/inpatient/versions/0", "“effective”" },
  { "wrong-type", MING_POLICY_ERROR_WRONG_TYPE, LAYER "/deductible/rows/0/amount",
    "900.00 must be written as text" },
  { "wrong-type-list", MING_POLICY_ERROR_WRONG_TYPE, LAYER "/counts",
    "a list [ ] is expected here, not a text" },
  { "wrong-type-null", MING_POLICY_ERROR_WRONG_TYPE, "/care/inpatient/versions/0/until", "not null" },
  { "wrong-type-bool", MING_POLICY_ERROR_WRONG_TYPE, "/demonstration",
    "true or false is expected here, not a text" },
  { "wrong-type-object", MING_POLICY_ERROR_WRONG_TYPE, "/sources/rule",
    "an object { } is expected here, not a list" },
  { "bad-value-amount", MING_POLICY_ERROR_BAD_VALUE, LAYER "/deductible/rows/0/amount", "“900.005”" },
  { "bad-value-rate", MING_POLICY_ERROR_BAD_VALUE, LAYER "/bands/rates/0/rate/1", "“190%”" },
  { "bad-value-date", MING_POLICY_ERROR_BAD_VALUE, "/revision", "“2026-02-30”" },
  { "bad-value-code", MING_POLICY_ERROR_BAD_VALUE, "/region", "“99000”" },
  { "bad-value-range", MING_POLICY_ERROR_BAD_VALUE, "/account_credit/0/rows/0/when/age", "“70-”" },
  { "bad-value-range-reversed", MING_POLICY_ERROR_BAD_VALUE, "/account_credit/0/rows/0/when/age",
    "“59..45”" },
  { "bad-value-floor", MING_POLICY_ERROR_BAD_VALUE, "/contribution/base/0/floor",
    "the floor is above the cap" },
  { "bad-value-word", MING_POLICY_ERROR_BAD_VALUE, LAYER "/deductible/basis", "“per_admission”" },
  { "bad-value-counts", MING_POLICY_ERROR_BAD_VALUE, "/care/inpatient/versions/0/layers/2/counts/2",
    "“share:pool” is counted already" },
  { "bad-value-kind", MING_POLICY_ERROR_BAD_VALUE, "/care/inpatient/versions/0/layers/1/kind",
    "counts only" },
  { "bad-value-self-share", MING_POLICY_ERROR_BAD_VALUE,
    "/care/inpatient/versions/0/layers/1/bands/rates/0/self_share_of", "no row states the rates" },
  { "bad-value-class-code", MING_POLICY_ERROR_BAD_VALUE, "/attributes/tier/values/二级",
    "“01” belongs to “三级”" },
  { "bad-value-gap", MING_POLICY_ERROR_BAD_VALUE, "/gaps/0/care/0", "“inpatient”" },
  { "bad-value-gap-about", MING_POLICY_ERROR_BAD_VALUE, "/gaps/0/about/0", "“waiting”" },
  { "bad-value-counters", MING_POLICY_ERROR_BAD_VALUE, "/care", "26 running totals" },
  { "bad-value-mixed-denominators", MING_POLICY_ERROR_BAD_VALUE, LAYER "/bands/rates/0/rate",
    "one denominator" },
  { "unknown-source", MING_POLICY_ERROR_UNKNOWN_SOURCE, "/care/inpatient/versions/0/source/0", "“rule”" },
  { "no-source", MING_POLICY_ERROR_NO_SOURCE, LAYER "/deductible/rows/0", "nothing above it has one" },
  { "no-source-edges", MING_POLICY_ERROR_NO_SOURCE, LAYER "/bands", "nothing above it has one" },
  { "bad-evidence", MING_POLICY_ERROR_BAD_EVIDENCE, "/sources/rule/evidence", "“official-text”" },
  { "bad-evidence-raised", MING_POLICY_ERROR_BAD_EVIDENCE, LAYER "/caps/0/rows/0/evidence",
    "better than the sources" },
  { "bands-overlap", MING_POLICY_ERROR_BANDS_OVERLAP, LAYER "/bands/edges/1/from",
    "ends at 30000.00, this one begins at 20000.00" },
  { "bands-overlap-open", MING_POLICY_ERROR_BANDS_OVERLAP, LAYER "/bands/edges/1/from", "no end" },
  { "bands-gap", MING_POLICY_ERROR_BANDS_GAP, LAYER "/bands/edges/1/from",
    "ends at 30000.00, this one begins at 30000.01" },
  { "bands-gap-first", MING_POLICY_ERROR_BANDS_GAP, LAYER "/bands/edges/0/from",
    "begins at 0.00, not 1300.00" },
  { "bands-gap-last", MING_POLICY_ERROR_BANDS_GAP, LAYER "/bands/edges/1/to", "caps" },
  { "bands-count", MING_POLICY_ERROR_BANDS_COUNT, LAYER "/bands/rates/0/rate", "2 bands but 3 rates" },
  { "bands-count-many", MING_POLICY_ERROR_BANDS_COUNT, LAYER "/bands/edges", "1 to 12 bands, not 13" },
  { "unreachable-row", MING_POLICY_ERROR_UNREACHABLE_ROW, LAYER "/bands/rates/2", "never applies" },
  { "ambiguous-rows", MING_POLICY_ERROR_AMBIGUOUS_ROWS, LAYER "/bands/rates/2", LAYER "/bands/rates/0" },
  { "ambiguous-rows-equal", MING_POLICY_ERROR_AMBIGUOUS_ROWS, LAYER "/bands/rates/2",
    LAYER "/bands/rates/1" },
  { "ambiguous-rows-ages", MING_POLICY_ERROR_AMBIGUOUS_ROWS, "/account_credit/0/rows/2",
    "/account_credit/0/rows/1" },
  { "unknown-value", MING_POLICY_ERROR_UNKNOWN_VALUE, LAYER "/bands/rates/1/when/tier",
    "known here: 三级, 二级" },
  { "unknown-value-away", MING_POLICY_ERROR_UNKNOWN_VALUE, LAYER "/when/away", "“unfiled”" },
  { "unknown-attribute", MING_POLICY_ERROR_UNKNOWN_ATTRIBUTE, LAYER "/bands/rates/0/when/teir", "“tier”" },
  { "versions-overlap", MING_POLICY_ERROR_VERSIONS_OVERLAP, "/account_credit/1",
    "2026-06-01, while the version from 2026-01-01 has no last day" },
  { "versions-overlap-day", MING_POLICY_ERROR_VERSIONS_OVERLAP, "/account_credit/1",
    "lasts until 2026-06-01" },
  { "bad-value-guidance-topic", MING_POLICY_ERROR_BAD_VALUE, "/guidance/0/topic", "“cash_claim”" },
  { "bad-value-guidance-unit", MING_POLICY_ERROR_BAD_VALUE, "/guidance/0/limits/0/unit", "“workdays”" },
  { "bad-value-guidance-number", MING_POLICY_ERROR_BAD_VALUE, "/guidance/0/limits/0/number", "“30个”" },
  { "bad-value-guidance-papers", MING_POLICY_ERROR_BAD_VALUE, "/guidance/0/papers",
    "leave “papers” out instead" },
  { "bad-value-guidance-scheme", MING_POLICY_ERROR_BAD_VALUE, "/guidance/0/insutypes",
    "“39” is not a code of 3 digits" },
  { "missing-key-guidance", MING_POLICY_ERROR_MISSING_KEY, "/guidance/0", "“answer”" },
  { "no-source-guidance", MING_POLICY_ERROR_NO_SOURCE, "/guidance/0", "nothing above it has one" },
  { "unknown-key-guidance", MING_POLICY_ERROR_UNKNOWN_KEY, "/guidance/0/limit", "“limits”" },
  { "versions-overlap-guidance", MING_POLICY_ERROR_VERSIONS_OVERLAP, "/guidance/1",
    "begins on 2026-06-30, when the other entry “claim” (/guidance/0) holds" },
  { "dates-reversed", MING_POLICY_ERROR_DATES_REVERSED, "/care/inpatient/versions/0/until",
    "before the first" },
  { "dates-reversed-document", MING_POLICY_ERROR_DATES_REVERSED, "/sources/rule/ends",
    "before it was published" },
  { "unknown-layer", MING_POLICY_ERROR_UNKNOWN_LAYER, "/care/inpatient/versions/0/layers/1/counts/0",
    "“pool”" },
  { "layer-order", MING_POLICY_ERROR_LAYER_ORDER, LAYER "/counts/0", "“large”" },
  { "layer-order-itself", MING_POLICY_ERROR_LAYER_ORDER, "/care/inpatient/versions/0/layers/1/counts/0",
    "“large”" },
  { "duplicate-layer", MING_POLICY_ERROR_DUPLICATE_LAYER, "/care/inpatient/versions/0/layers/1/id",
    "“pool”" },
  { "duplicate-med-type", MING_POLICY_ERROR_DUPLICATE_MED_TYPE, "/care/special/med_types",
    "“21” belongs to “inpatient”" },
  { "id-mismatch", MING_POLICY_ERROR_ID_MISMATCH, "/id", "“990000-390”" },
  { "id-mismatch-file", MING_POLICY_ERROR_ID_MISMATCH, "/id", "id-mismatch-file.json" },
};

/* Loaded under a name that fits its id, unless the name is what is wrong. */
static const char *
name_to_load (const BadPack *bad, const char *path)
{
  return g_str_has_prefix (bad->name, "id-mismatch-file") ? path : "990000-310.json";
}

static void
test_bad (gconstpointer data)
{
  const BadPack *bad = data;
  g_autofree char *base = g_strconcat (bad->name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "policy", "packs", "bad", base, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *shown = NULL;
  const MingProblem *problem;
  char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  g_assert_null (ming_pack_load_bytes (bytes, name_to_load (bad, path), problems, &error));

  g_assert_cmpuint (problems->len, >=, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (ming_policy_error_name (problem->code), ==, ming_policy_error_name (bad->code));
  g_assert_cmpstr (problem->pointer, ==, bad->pointer);
  g_assert_nonnull (strstr (problem->message, bad->words));
  g_assert_cmpuint (problem->line, >, 0);
  g_assert_cmpuint (problem->column, >, 0);

  /* the error is the first problem, with its file and place */
  g_assert_error (error, MING_POLICY_ERROR, (int) bad->code);
  shown = ming_problem_format (problem);
  g_assert_cmpstr (error->message, ==, shown);
  g_assert_true (g_str_has_prefix (shown, name_to_load (bad, path)));

  /* one mistake is one problem */
  if (g_strcmp0 (bad->name, "bad-value-date") == 0 || g_strcmp0 (bad->name, "no-source") == 0)
    g_assert_cmpuint (problems->len, ==, 1);

  /* and nobody has to listen */
  g_assert_null (ming_pack_load_bytes (bytes, name_to_load (bad, path), NULL, NULL));
}

/* A pack whose only fault is that its id is there already: found by the library. */
static void
test_duplicate (void)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "policy", "packs", "good", NULL);
  g_autofree char *bad =
      g_test_build_filename (G_TEST_DIST, "policy", "packs", "bad", "duplicate-pack.json", NULL);
  g_autofree char *folder = g_dir_make_tmp ("mingsuan-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "990000-310.json", NULL);
  g_autoptr (MingLibrary) library = ming_library_load (good, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (bad);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  const MingProblem *problem;
  const MingPack *pack;

  g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (library->packs->len, ==, 2);
  g_assert_cmpuint (library->problems->len, ==, 0);
  g_assert_true (ming_library_add_folder (library, folder, NULL));

  g_assert_cmpuint (library->packs->len, ==, 2);
  g_assert_cmpuint (library->problems->len, ==, 1);
  problem = g_ptr_array_index (library->problems, 0);
  g_assert_cmpint (problem->code, ==, MING_POLICY_ERROR_DUPLICATE_PACK);
  g_assert_cmpstr (problem->file, ==, copy);
  g_assert_cmpstr (problem->pointer, ==, "/id");
  g_assert_nonnull (strstr (problem->message, "packs/good/990000-310.json"));
  pack = ming_library_find (library, "990000", "310", NULL);
  g_assert_true (g_str_has_prefix (pack->file, good));

  g_file_delete (to, NULL, NULL);
  g_rmdir (folder);
}

/* Every error that loading can end in has at least one bad pack. */
static void
test_codes_covered (void)
{
  for (MingPolicyError code = MING_POLICY_ERROR_SYNTAX; code < MING_POLICY_ERROR_DUPLICATE_PACK; code++)
    {
      gboolean covered = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (bad_packs); i++)
        covered |= bad_packs[i].code == code;
      if (!covered)
        g_test_message ("no bad pack for %s", ming_policy_error_name (code));
      g_assert_true (covered);
    }
}

/* Every file is in the table, and is called after the error it ends in. */
static void
test_files_covered (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "policy", "packs", "bad", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    n_files++;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (bad_packs) + 1); /* duplicate-pack is test_duplicate()'s */
  for (guint i = 0; i < G_N_ELEMENTS (bad_packs); i++)
    g_assert_true (g_str_has_prefix (bad_packs[i].name, ming_policy_error_name (bad_packs[i].code)));
}

static void
test_io (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "policy", "packs", "no-such.json", NULL);

  g_assert_null (ming_pack_load_file (path, problems, &error));
  g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_IO);
  g_assert_cmpuint (problems->len, ==, 1);
  g_clear_error (&error);
  g_assert_null (ming_library_load (path, &error));
  g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_IO);
}

/* A broken pack is reported and does not hide the others. */
static void
test_broken_beside_good (void)
{
  g_autofree char *good = g_test_build_filename (G_TEST_DIST, "policy", "packs", "good", NULL);
  g_autofree char *bad = g_test_build_filename (G_TEST_DIST, "policy", "packs", "bad", NULL);
  g_autoptr (MingLibrary) library = ming_library_load (good, NULL);

  g_assert_true (ming_library_add_folder (library, bad, NULL));
  g_assert_cmpuint (library->packs->len, ==, 2);
  g_assert_cmpuint (library->problems->len, >=, G_N_ELEMENTS (bad_packs));
}

/* All mistakes of a file are told at once, in the order of the file. */
static void
test_all_problems (void)
{
  static const char text[] =
      "{\n \"format\": \"mingsuan-policy/1\", \"id\": \"990000-310\",\n \"revison\": \"x\",\n"
      " \"region\": \"990000\", \"insutype\": \"31\",\n \"demonstration\": 1,\n"
      " \"sources\": {\"a\": {\"title\": \"\", \"issuer\": \"b\", \"evidence\": \"rumour\"}}}\n";
  static const MingPolicyError expected[]
      = { MING_POLICY_ERROR_MISSING_KEY, MING_POLICY_ERROR_MISSING_KEY, MING_POLICY_ERROR_UNKNOWN_KEY,
          MING_POLICY_ERROR_BAD_VALUE,   MING_POLICY_ERROR_WRONG_TYPE,  MING_POLICY_ERROR_BAD_VALUE,
          MING_POLICY_ERROR_BAD_EVIDENCE };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  g_assert_null (ming_pack_load_bytes (bytes, "990000-310.json", problems, NULL));
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((MingProblem *) g_ptr_array_index (problems, i))->code, ==, expected[i]);
  g_assert_cmpuint (((MingProblem *) g_ptr_array_index (problems, 2))->line, ==, 3);
  g_assert_cmpuint (((MingProblem *) g_ptr_array_index (problems, 2))->column, ==, 13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_packs); i++)
    {
      g_autofree char *path = g_strconcat ("/pack/bad/", bad_packs[i].name, NULL);

      g_test_add_data_func (path, &bad_packs[i], test_bad);
    }
  g_test_add_func ("/pack/bad/duplicate-pack", test_duplicate);
  g_test_add_func ("/pack/codes-covered", test_codes_covered);
  g_test_add_func ("/pack/files-covered", test_files_covered);
  g_test_add_func ("/pack/io", test_io);
  g_test_add_func ("/pack/broken-beside-good", test_broken_beside_good);
  g_test_add_func ("/pack/all-problems", test_all_problems);
  return g_test_run ();
}
