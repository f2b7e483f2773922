/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "policy/ming-pack.h"

/* Rounds of damage; the numbers come from a fixed seed, so a failure happens again. */
#define ROUNDS 2000
#define SEED 20261122

static char *
read_good (gsize *length)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "policy", "packs", "good", "990000-310.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, length, NULL));
  return text;
}

/* Loads @length bytes in a block of exactly that size, so that reading past the end is noticed. */
static gboolean
loads (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingPack) pack = ming_pack_load_bytes (bytes, "990000-310.json", problems, &error);

  /* either a pack and no problem, or an error and at least one problem with its message */
  g_assert_true ((pack != NULL) == (error == NULL));
  g_assert_true ((pack != NULL) == (problems->len == 0));
  for (guint i = 0; i < problems->len; i++)
    {
      const MingProblem *problem = g_ptr_array_index (problems, i);

      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_cmpstr (problem->message, !=, "");
      g_assert_true (*problem->pointer == '\0' || *problem->pointer == '/');
    }
  return pack != NULL;
}

/* A file cut off anywhere before its last brace is refused. */
static void
test_truncated (void)
{
  gsize length = 0;
  g_autofree char *text = read_good (&length);

  g_assert_true (loads (text, length));
  g_assert_true (loads (text, length - 1)); /* only the last newline is missing */
  for (gsize n = 0; n < length - 1; n++)
    g_assert_false (loads (text, n));
}

static void
test_flipped (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  gsize length = 0;
  g_autofree char *text = read_good (&length);
  g_autofree char *damaged = g_malloc (length);
  guint n_refused = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      guint n_flips = (guint) g_rand_int_range (rand, 1, 4);

      memcpy (damaged, text, length);
      for (guint j = 0; j < n_flips; j++)
        damaged[g_rand_int_range (rand, 0, (gint32) length)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      n_refused += !loads (damaged, length);
    }
  /* what is left are flips inside names and figures, which are other names and figures */
  g_assert_cmpuint (n_refused, >, ROUNDS * 3 / 4);
}

/* Pieces of the file moved about: well-formed more often than flipped bits are. */
static void
test_shuffled (void)
{
  static const char *const pieces[] = { "{",           "}",
                                        "[",           "]",
                                        ",",           ":",
                                        "\"",          "null",
                                        "true",        "1e999",
                                        "\"0\"",       "\\u00",
                                        "\"when\"",    "{}",
                                        "[[[[[[",      "\xFF",
                                        "\"unknown\"", "\"none\"",
                                        "\"-1\"",      "\"..\"",
                                        "//",          "\"9999999999999.99\"" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  gsize length = 0;
  g_autofree char *text = read_good (&length);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GString) damaged = g_string_new_len (text, (gssize) length);
      gssize at = g_rand_int_range (rand, 0, (gint32) length - 40);
      gssize cut = g_rand_int_range (rand, 0, 40);

      if (i % 2 == 0)
        g_string_erase (damaged, at, cut);
      g_string_insert (damaged, at, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      loads (damaged->str, damaged->len);
    }
}

/* Values put in place of other values: everything is JSON, and hardly anything is right. */
static void
test_replaced_values (void)
{
  static const char *const values[] = { "null",           "true",           "{}",       "[]",
                                        "\"\"",           "\"unknown\"",    "\"none\"", "\"100%\"",
                                        "\"0.00\"",       "\"2026-01-01\"", "[\"x\"]",  "[{}]",
                                        "{\"rows\": []}", "\"1\"" };
  g_autoptr (GRegex) regex = g_regex_new ("\"[^\"]*\"(?=[,}\\]])|\\{[^{}]*\\}|\\[[^\\[\\]]*\\]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize length = 0;
  g_autofree char *text = read_good (&length);
  guint n = 0;

  g_assert_true (g_regex_match_full (regex, text, (gssize) length, 0, 0, &match, NULL));
  for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autoptr (GString) damaged = g_string_new_len (text, (gssize) length);
      int start = 0, end = 0;

      g_assert_true (g_match_info_fetch_pos (match, 0, &start, &end));
      g_string_erase (damaged, start, end - start);
      g_string_insert (damaged, start, values[n % G_N_ELEMENTS (values)]);
      loads (damaged->str, damaged->len);
    }
  g_assert_cmpuint (n, >, 150);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-fuzz/truncated", test_truncated);
  g_test_add_func ("/pack-fuzz/flipped", test_flipped);
  g_test_add_func ("/pack-fuzz/shuffled", test_shuffled);
  g_test_add_func ("/pack-fuzz/replaced-values", test_replaced_values);
  return g_test_run ();
}
