/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"

/* Damaged cases through the reader and the estimate: refused with a reason, or answered with sums that hold.
 */

/* Rounds of damage for each case; the numbers come from a fixed seed, so a failure happens again. */
#define ROUNDS 300
#define SEED 20261122

static const char *const files[] = {
  "beijing/two-stays.json",
  "beijing/large-retired.json",
  "mechanisms/family-by-rank.json",
  "mechanisms/cap-per-quarter.json",
  "mechanisms/deductible-minor-outside-aided.json",
  "places/jiangxi-away-referral.json",
  "places/fictional-resident-catastrophic-plus.json",
  "examples/CT-10.json",
};

/* How often a damaged case was still answered, with at least one visit known. */
static guint n_answered, n_known;

static char *
read_case (const char *name, MingLibrary **library)
{
  g_autoptr (JsonObject) file = asking_read_file (name);

  *library = asking_library_of (file);
  return json_to_string (json_object_get_member (file, "case"), FALSE);
}

static void
check_visit (const MingVisitResult *result)
{
  const MingSettlement *settlement = &result->settlement;

  if (result->outcome != MING_OUTCOME_KNOWN)
    {
      g_assert_cmpuint (result->messages->len, >, 0);
      return;
    }
  n_known += 1;
  g_assert_cmpint (ming_bill_check (&settlement->bill), ==, MING_OK);
  g_assert_cmpint (settlement->fund_fen + settlement->person_fen, ==, settlement->bill.total_fen);
  g_assert_cmpint (settlement->person_fen, >=, 0);
  g_assert_cmpint (settlement->purse_after.own_fen, >=, 0);
}

static void
check_answer (const MingLibrary *library, const MingCase *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MingEstimate) answer = ming_estimate_new (library, input, &error);
  g_autoptr (JsonNode) node = NULL;

  if (answer == NULL)
    {
      g_assert_nonnull (error);
      g_assert_false (g_error_matches (error, MING_ESTIMATE_ERROR, MING_ESTIMATE_ERROR_UNBALANCED));
      return;
    }
  n_answered += 1;
  for (guint i = 0; i < answer->visits->len; i++)
    check_visit (g_ptr_array_index (answer->visits, i));
  node = ming_estimate_to_json (answer); /* every step is explained as well */
  g_assert_nonnull (node);
}

/* Reads @length bytes in a block of exactly that size, so that reading past the end is noticed. */
static void
try_text (const MingLibrary *library, const char *text, gsize length)
{
  g_autofree char *exact = g_memdup2 (text, length);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_fault_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingCase) input = ming_case_parse (length > 0 ? exact : "", (gssize) length, faults, &error);

  g_assert_true ((input != NULL) == (error == NULL));
  g_assert_true ((input != NULL) == (faults->len == 0));
  if (input != NULL)
    check_answer (library, input);
}

static void
test_truncated (gconstpointer data)
{
  MingLibrary *library = NULL;
  g_autofree char *text = read_case (data, &library);

  for (gsize length = 0; length <= strlen (text); length++)
    try_text (library, text, length);
}

static void
test_flipped (gconstpointer data)
{
  MingLibrary *library = NULL;
  g_autofree char *text = read_case (data, &library);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  gsize length = strlen (text);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *damaged = g_memdup2 (text, length);

      for (gint32 n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        damaged[g_rand_int_range (rand, 0, (gint32) length)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      try_text (library, damaged, length);
    }
}

/* Other digits in the place of digits: most of it is still a case. */
static void
test_digits (gconstpointer data)
{
  MingLibrary *library = NULL;
  g_autofree char *text = read_case (data, &library);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  guint answered = n_answered, known = n_known;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *damaged = g_strdup (text);

      for (gint32 n = g_rand_int_range (rand, 1, 3); n > 0; n--)
        {
          char *at = damaged + g_rand_int_range (rand, 0, (gint32) strlen (damaged));

          while (*at != '\0' && !g_ascii_isdigit (*at))
            at++;
          if (*at != '\0')
            *at = (char) ('0' + g_rand_int_range (rand, 0, 10));
        }
      try_text (library, damaged, strlen (damaged));
    }
  /* not all of it was refused at the door: the estimate itself was tried */
  g_test_message ("%u damaged cases answered, %u visits known", n_answered - answered, n_known - known);
  g_assert_cmpuint (n_answered - answered, >, ROUNDS / 30);
  g_assert_cmpuint (n_known - known, >, ROUNDS / 30);
}

/* Each value in turn replaced by values that do not belong there, or only just. */
static void
test_values (gconstpointer data)
{
  static const char *const values[] = { "null",
                                        "true",
                                        "0",
                                        "1e999",
                                        "\"\"",
                                        "\"0\"",
                                        "\"-1\"",
                                        "\"99\"",
                                        "\"1201\"",
                                        "\"100%\"",
                                        "\"0.01\"",
                                        "\"2199-12-31\"",
                                        "\"1900-01-01\"",
                                        "\"10000000000.00\"",
                                        "{}",
                                        "[]",
                                        "[{}]",
                                        "\"\\u0000\"",
                                        "\"unfiled\"",
                                        "\"\xEF\xBC\x91\"" };
  MingLibrary *library = NULL;
  g_autofree char *text = read_case (data, &library);
  g_autoptr (GRegex) regex = g_regex_new ("\"[^\"]*\"(?=[,}\\]])|\\{[^{}]*\\}|\\[[^\\[\\]]*\\]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        g_autoptr (GString) damaged = g_string_new (text);
        int start = 0, end = 0;

        g_assert_true (g_match_info_fetch_pos (match, 0, &start, &end));
        g_string_erase (damaged, start, end - start);
        g_string_insert (damaged, start, values[i]);
        try_text (library, damaged->str, damaged->len);
      }
}

static void
add_tests (const char *what, GTestDataFunc function)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/case-fuzz/%s/%s", what, files[i]);

      g_test_add_data_func (path, files[i], function);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("zh");
  add_tests ("truncated", test_truncated);
  add_tests ("flipped", test_flipped);
  add_tests ("digits", test_digits);
  add_tests ("values", test_values);
  return g_test_run ();
}
