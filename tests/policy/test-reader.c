/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "policy/ming-json-scan.h"
#include "policy/ming-nearest.h"
#include "policy/ming-reader.h"

static void
test_scan_faults (void)
{
  static const struct
  {
    const char *text;
    MingJsonFaultKind kind;
    const char *pointer;
    guint line, column;
  } cases[] = {
    { "", MING_JSON_SYNTAX, "", 1, 1 },
    { "{", MING_JSON_SYNTAX, "", 1, 2 },
    { "[", MING_JSON_SYNTAX, "/0", 1, 2 },
    { "{\"a\"}", MING_JSON_SYNTAX, "/a", 1, 5 },
    { "{\"a\":}", MING_JSON_SYNTAX, "/a", 1, 6 },
    { "{a: 1}", MING_JSON_SYNTAX, "", 1, 2 },
    { "{\"a\": \"b\",}", MING_JSON_SYNTAX, "", 1, 11 },
    { "[\"b\",]", MING_JSON_SYNTAX, "", 1, 6 },
    { "[\"b\" \"c\"]", MING_JSON_SYNTAX, "", 1, 6 },
    { "\"b\" \"c\"", MING_JSON_SYNTAX, "", 1, 5 },
    { "\"b", MING_JSON_SYNTAX, "", 1, 3 },
    { "\"b\n\"", MING_JSON_SYNTAX, "", 1, 3 },
    { "\"\\q\"", MING_JSON_SYNTAX, "", 1, 3 },
    { "\"\\u12g4\"", MING_JSON_SYNTAX, "", 1, 6 },
    { "\"\\u0000\"", MING_JSON_SYNTAX, "", 1, 8 },
    { "\"\\ud800\"", MING_JSON_SYNTAX, "", 1, 8 },
    { "\"\\udc00\"", MING_JSON_SYNTAX, "", 1, 8 },
    { "tru", MING_JSON_SYNTAX, "", 1, 1 },
    { "nil", MING_JSON_SYNTAX, "", 1, 1 },
    { "'a'", MING_JSON_SYNTAX, "", 1, 1 },
    { "01", MING_JSON_SYNTAX, "", 1, 2 },
    { "-", MING_JSON_SYNTAX, "", 1, 2 },
    { "1.", MING_JSON_SYNTAX, "", 1, 3 },
    { "1e", MING_JSON_SYNTAX, "", 1, 3 },
    { "\"\xFF\"", MING_JSON_SYNTAX, "", 1, 2 },
    { "[\n  \"中文\", 1]", MING_JSON_NUMBER, "/1", 2, 9 },
    { "{\"a\": {\"b/c~d\": -1.5e+3}}", MING_JSON_NUMBER, "/a/b~1c~0d", 1, 17 },
    { "[0]", MING_JSON_NUMBER, "/0", 1, 2 },
    { "[0.10]", MING_JSON_NUMBER, "/0", 1, 2 },
    { "{\"a\": [{\"x\": true}, {\"x\": null, \"x\": false}]}", MING_JSON_DUPLICATE_KEY, "/a/1/x", 1, 33 },
    { "{\"a\": \"1\", \"\\u0061\": \"2\"}", MING_JSON_DUPLICATE_KEY, "/a", 1, 12 },
    { "// x\n{}", MING_JSON_COMMENT, "", 1, 1 },
    { "{} # x", MING_JSON_COMMENT, "", 1, 4 },
    { "{\"a\": /* x\n y */ \"b\"}", MING_JSON_COMMENT, "/a", 1, 7 },
    { "[] /* x", MING_JSON_COMMENT, "", 1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MingJsonScan) scan = ming_json_scan_new (cases[i].text, strlen (cases[i].text));
      const MingJsonFault *fault;

      g_test_message ("case %u", i);
      g_assert_cmpuint (scan->faults->len, ==, 1);
      fault = g_ptr_array_index (scan->faults, 0);
      g_assert_cmpint (fault->kind, ==, cases[i].kind);
      g_assert_cmpstr (fault->pointer, ==, cases[i].pointer);
      g_assert_cmpuint (fault->place.line, ==, cases[i].line);
      g_assert_cmpuint (fault->place.column, ==, cases[i].column);
      g_assert_cmpint (scan->broken, ==, fault->kind == MING_JSON_SYNTAX);
      g_assert_cmpint (scan->has_comments, ==, fault->kind == MING_JSON_COMMENT);
    }
}

static void
test_scan_good (void)
{
  static const char *const texts[] = { "{}",
                                       "[]",
                                       " \r\n\t[ ] ",
                                       "\"\"",
                                       "null",
                                       "[[[[]]]]",
                                       "\xEF\xBB\xBF{}",
                                       "\"/* not a comment // # */\"",
                                       "\"\\ud83d\\ude00\\n\\/\"",
                                       "[true, false]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MingJsonScan) scan = ming_json_scan_new (texts[i], strlen (texts[i]));

      g_assert_cmpuint (scan->faults->len, ==, 0);
    }
}

/* Everything is told that can be told before the first fault of syntax. */
static void
test_scan_all (void)
{
  static const char text[] = "{\"a\": 1, // x\n \"a\": [2, 3],\n \"b\": ]";
  static const MingJsonFaultKind expected[] = { MING_JSON_NUMBER, MING_JSON_COMMENT, MING_JSON_DUPLICATE_KEY,
                                                MING_JSON_NUMBER, MING_JSON_NUMBER,  MING_JSON_SYNTAX };
  g_autoptr (MingJsonScan) scan = ming_json_scan_new (text, strlen (text));

  g_assert_cmpuint (scan->faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (((MingJsonFault *) g_ptr_array_index (scan->faults, i))->kind, ==, expected[i]);
}

static void
test_scan_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MingJsonScan) deep = NULL;
  g_autoptr (MingJsonScan) good = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "[");
  deep = ming_json_scan_new (text->str, text->len);
  g_assert_true (deep->broken);

  g_string_set_size (text, MING_JSON_DEPTH_MAX);
  for (guint i = 0; i < MING_JSON_DEPTH_MAX; i++)
    g_string_append (text, "]");
  good = ming_json_scan_new (text->str, text->len);
  g_assert_cmpuint (good->faults->len, ==, 0);
}

static void
assert_place (const MingJsonScan *scan, const char *pointer, guint line, guint column)
{
  MingJsonPlace place = ming_json_scan_find (scan, pointer);

  g_assert_cmpuint (place.line, ==, line);
  g_assert_cmpuint (place.column, ==, column);
}

static void
test_scan_places (void)
{
  static const char text[] = "{\n  \"名\": [\"x\",\n   {\"b\": \"y\"}]\n}";
  g_autoptr (MingJsonScan) scan = ming_json_scan_new (text, strlen (text));

  assert_place (scan, "", 1, 1);
  assert_place (scan, "/名", 2, 8);
  assert_place (scan, "/名/0", 2, 9);
  assert_place (scan, "/名/1/b", 3, 10);
  assert_place (scan, "/名/1/missing/deeper", 3, 4); /* what is not there is where its parent is */
  assert_place (scan, "/other", 1, 1);
}

static void
test_nearest (void)
{
  static const char *const keys[] = {
    "deductible", "deductibles", "bands", "caps", "id", "三级", "rate", NULL
  };
  static const struct
  {
    const char *word, *expected;
  } cases[] = {
    { "deductable", "deductible" }, { "dedutcible", "deductible" }, { "deductibls", "deductible" },
    { "band", "bands" },            { "cap", "caps" },              { "bnads", "bands" },
    { "note", NULL },               { "ix", NULL },                 { "二级", NULL },
    { "", NULL },                   { "something else", NULL },     { "raet", "rate" },
  };
  g_autofree char *near = ming_nearest_hint ("cap", keys, -1);
  g_autofree char *far = ming_nearest_hint ("x", keys + 2, 2);
  g_autofree char *none = ming_nearest_hint ("x", keys, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (ming_nearest_word (cases[i].word, keys, -1), ==, cases[i].expected);
  g_assert_cmpuint (ming_nearest_distance ("", "abc"), ==, 3);
  g_assert_cmpuint (ming_nearest_distance ("abc", "abc"), ==, 0);
  g_assert_cmpuint (ming_nearest_distance ("ab", "ba"), ==, 1);
  g_assert_cmpuint (ming_nearest_distance ("统筹", "统筹基金"), ==, 2);
  g_assert_cmpstr (near, ==, "; did you mean “caps”?");
  g_assert_cmpstr (far, ==, "; known here: bands, caps");
  g_assert_cmpstr (none, ==, "; there are none to choose from");
}

/* A reader over @text, opened at its top. */
typedef struct
{
  JsonNode *root;
  MingReader reader;
  MingReaderObject top;
} Fixture;

static void
fixture_open (Fixture *self, const char *text)
{
  self->root = json_from_string (text, NULL);
  self->reader =
      (MingReader){ "test", NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) ming_problem_free) };
  g_assert_true (ming_reader_open (&self->reader, self->root, "", NULL, &self->top));
}

static void
fixture_close (Fixture *self)
{
  ming_reader_object_clear (&self->top);
  g_ptr_array_unref (self->reader.problems);
  json_node_unref (self->root);
}

/* The only problem so far, which is then forgotten. */
static void
assert_problem (Fixture *self, MingPolicyError code, const char *pointer)
{
  const MingProblem *problem;

  g_assert_cmpuint (self->reader.problems->len, ==, 1);
  problem = g_ptr_array_index (self->reader.problems, 0);
  g_assert_cmpint (problem->code, ==, code);
  g_assert_cmpstr (problem->pointer, ==, pointer);
  g_ptr_array_set_size (self->reader.problems, 0);
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *text;
    MingCellState state;
    MingFen fen;
  } cases[] = {
    { "1300.00", MING_CELL_VALUE, 130000 }, { "0", MING_CELL_VALUE, 0 },
    { "0.5", MING_CELL_VALUE, 50 },         { "unknown", MING_CELL_UNKNOWN, 0 },
    { "none", MING_CELL_ABSENT, 0 },        { "1300.001", MING_CELL_ABSENT, 0 },
    { "-1", MING_CELL_ABSENT, 0 },          { "1,300", MING_CELL_ABSENT, 0 },
    { "13万", MING_CELL_ABSENT, 0 },        { " 1", MING_CELL_ABSENT, 0 },
    { "Unknown", MING_CELL_ABSENT, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"a\": \"%s\"}", cases[i].text);
      Fixture fixture;
      MingAmountCell cell;

      fixture_open (&fixture, text);
      cell = ming_reader_get_amount (&fixture.top, "a", TRUE, FALSE);
      g_assert_cmpint (cell.state, ==, cases[i].state);
      g_assert_cmpint (cell.fen, ==, cases[i].fen);
      if (cell.state == MING_CELL_ABSENT)
        assert_problem (&fixture, MING_POLICY_ERROR_BAD_VALUE, "/a");
      if (strcmp (cases[i].text, "none") == 0)
        g_assert_cmpint (ming_reader_get_amount (&fixture.top, "a", TRUE, TRUE).state, ==, MING_CELL_NONE);
      g_assert_cmpuint (fixture.reader.problems->len, ==, 0);
      fixture_close (&fixture);
    }
}

static void
test_rates (void)
{
  static const struct
  {
    const char *text;
    MingRateForm form;
    gboolean good, negative;
    gint32 num, den;
  } cases[] = {
    { "85%", MING_RATE_SHARE, TRUE, FALSE, 850000, 1000000 },
    { "8.75%", MING_RATE_SHARE, TRUE, FALSE, 87500, 1000000 },
    { "2/37", MING_RATE_SHARE, TRUE, FALSE, 2, 37 },
    { "100%", MING_RATE_SHARE, TRUE, FALSE, 1000000, 1000000 },
    { "100.01%", MING_RATE_SHARE, FALSE, FALSE, 0, 0 },
    { "-2%", MING_RATE_SHARE, FALSE, FALSE, 0, 0 },
    { "85", MING_RATE_SHARE, FALSE, FALSE, 0, 0 },
    { "1.5", MING_RATE_FACTOR, TRUE, FALSE, 1500000, 1000000 },
    { "10", MING_RATE_FACTOR, FALSE, FALSE, 0, 0 },
    { "-0.5", MING_RATE_FACTOR, FALSE, FALSE, 0, 0 },
    { "-20%", MING_RATE_SIGNED, TRUE, TRUE, 200000, 1000000 },
    { "3%", MING_RATE_SIGNED, TRUE, FALSE, 30000, 1000000 },
    { "+3%", MING_RATE_SIGNED, FALSE, FALSE, 0, 0 },
    { "-101%", MING_RATE_SIGNED, FALSE, FALSE, 0, 0 },
    { "--1%", MING_RATE_SIGNED, FALSE, FALSE, 0, 0 },
    { "none", MING_RATE_SHARE, FALSE, FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"a\": \"%s\"}", cases[i].text);
      Fixture fixture;
      MingRateCell cell;

      fixture_open (&fixture, text);
      cell = ming_reader_get_rate (&fixture.top, "a", TRUE, cases[i].form, FALSE);
      g_assert_cmpint (cell.state == MING_CELL_VALUE, ==, cases[i].good);
      if (cases[i].good)
        {
          g_assert_cmpint (cell.rate[0].num, ==, cases[i].num);
          g_assert_cmpint (cell.rate[0].den, ==, cases[i].den);
          g_assert_cmpint (cell.negative, ==, cases[i].negative);
        }
      else
        assert_problem (&fixture, MING_POLICY_ERROR_BAD_VALUE, "/a");
      fixture_close (&fixture);
    }
}

static void
test_rate_lists (void)
{
  Fixture fixture;
  MingRateCell cell;

  fixture_open (&fixture,
                "{\"a\": [\"85%\", \"unknown\"], \"b\": [\"85%\", \"x\"], \"c\": [], \"d\": \"unknown\"}");
  cell = ming_reader_get_rate (&fixture.top, "a", TRUE, MING_RATE_SHARE, TRUE);
  g_assert_cmpint (cell.state, ==, MING_CELL_VALUE);
  g_assert_cmpint (cell.n_rates, ==, 2);
  g_assert_cmpint (cell.rate_state[1], ==, MING_CELL_UNKNOWN);
  g_assert_cmpint (ming_reader_get_rate (&fixture.top, "d", TRUE, MING_RATE_SHARE, TRUE).state, ==,
                   MING_CELL_UNKNOWN);
  g_assert_cmpuint (fixture.reader.problems->len, ==, 0);

  g_assert_cmpint (ming_reader_get_rate (&fixture.top, "b", TRUE, MING_RATE_SHARE, TRUE).state, ==,
                   MING_CELL_ABSENT);
  assert_problem (&fixture, MING_POLICY_ERROR_BAD_VALUE, "/b/1");
  g_assert_cmpint (ming_reader_get_rate (&fixture.top, "c", TRUE, MING_RATE_SHARE, TRUE).state, ==,
                   MING_CELL_ABSENT);
  assert_problem (&fixture, MING_POLICY_ERROR_BANDS_COUNT, "/c");
  ming_reader_get_rate (&fixture.top, "a", TRUE, MING_RATE_SHARE, FALSE);
  assert_problem (&fixture, MING_POLICY_ERROR_WRONG_TYPE, "/a");
  fixture_close (&fixture);
}

static void
test_members (void)
{
  static const char *const words[] = { "up", "down", NULL };
  Fixture fixture;
  MingDate date = { 0 };
  gint64 number = -7;
  guint choice = 9;
  MingRounding rounding;

  fixture_open (
      &fixture,
      "{\"date\": \"2025-01-31\", \"n\": \"90\", \"w\": \"down\", \"yes\": true, \"empty\": \"\","
      " \"r\": {\"unit\": \"角\", \"mode\": \"down\"}, \"p\": {\"zh\": \"a\"}, \"l\": [\"x\", true],"
      " \"u\": \"unknown\"}");
  g_assert_true (ming_reader_get_date (&fixture.top, "date", TRUE, &date));
  g_assert_cmpint (date.day, ==, 31);
  g_assert_true (ming_reader_get_int (&fixture.top, "n", TRUE, 1, 90, &number));
  g_assert_cmpint (number, ==, 90);
  g_assert_true (ming_reader_get_choice (&fixture.top, "w", TRUE, words, &choice));
  g_assert_cmpuint (choice, ==, 1);
  g_assert_true (ming_reader_get_bool (&fixture.top, "yes", FALSE));
  g_assert_true (ming_reader_get_bool (&fixture.top, "no such", TRUE));
  rounding = ming_reader_get_rounding (&fixture.top, "r");
  g_assert_cmpint (rounding.unit, ==, MING_UNIT_JIAO);
  g_assert_cmpint (rounding.mode, ==, MING_ROUND_DOWN);
  g_assert_cmpint (ming_reader_get_number (&fixture.top, "u", TRUE).state, ==, MING_CELL_UNKNOWN);
  g_assert_cmpint (ming_reader_get_number (&fixture.top, "n", TRUE).number, ==, 90);
  g_assert_null (ming_reader_get_string (&fixture.top, "no such", FALSE));
  g_assert_cmpuint (fixture.reader.problems->len, ==, 0);

  g_assert_false (ming_reader_get_int (&fixture.top, "n", TRUE, 1, 89, &number));
  assert_problem (&fixture, MING_POLICY_ERROR_BAD_VALUE, "/n");
  g_assert_false (ming_reader_get_date (&fixture.top, "n", TRUE, &date));
  assert_problem (&fixture, MING_POLICY_ERROR_BAD_VALUE, "/n");
  g_assert_null (ming_reader_get_string (&fixture.top, "no such", TRUE));
  assert_problem (&fixture, MING_POLICY_ERROR_MISSING_KEY, "");
  g_assert_null (ming_reader_get_string (&fixture.top, "empty", TRUE));
  assert_problem (&fixture, MING_POLICY_ERROR_BAD_VALUE, "/empty");
  g_assert_null (ming_reader_get_strings (&fixture.top, "l", TRUE));
  assert_problem (&fixture, MING_POLICY_ERROR_WRONG_TYPE, "/l/1");
  {
    MingPhrase phrase = { NULL, NULL };

    g_assert_false (ming_reader_get_phrase (&fixture.top, "p", TRUE, &phrase));
    assert_problem (&fixture, MING_POLICY_ERROR_MISSING_KEY, "/p");
    ming_phrase_clear (&phrase);
  }
  fixture_close (&fixture);
}

/* The same problem at the same place is told once; two missing keys of one object are two problems. */
static void
test_repeated (void)
{
  Fixture fixture;

  fixture_open (&fixture, "{\"a\": true}");
  ming_reader_get_string (&fixture.top, "a", TRUE);
  ming_reader_get_string (&fixture.top, "a", TRUE);
  g_assert_cmpuint (fixture.reader.problems->len, ==, 1);
  ming_reader_get_string (&fixture.top, "b", TRUE);
  ming_reader_get_string (&fixture.top, "c", TRUE);
  g_assert_cmpuint (fixture.reader.problems->len, ==, 3);
  fixture_close (&fixture);
}

static void
test_format_problem (void)
{
  MingProblem *problem = ming_problem_new (MING_POLICY_ERROR_SYNTAX, "a.json", "/x", "wrong");
  g_autofree char *placeless = ming_problem_format (problem);
  g_autofree char *placed = NULL;

  problem->line = 3;
  problem->column = 7;
  placed = ming_problem_format (problem);
  g_assert_cmpstr (placeless, ==, "a.json: /x: wrong");
  g_assert_cmpstr (placed, ==, "a.json:3:7: /x: wrong");
  ming_problem_free (problem);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scan/faults", test_scan_faults);
  g_test_add_func ("/json-scan/good", test_scan_good);
  g_test_add_func ("/json-scan/all", test_scan_all);
  g_test_add_func ("/json-scan/depth", test_scan_depth);
  g_test_add_func ("/json-scan/places", test_scan_places);
  g_test_add_func ("/nearest/words", test_nearest);
  g_test_add_func ("/reader/amounts", test_amounts);
  g_test_add_func ("/reader/rates", test_rates);
  g_test_add_func ("/reader/rate-lists", test_rate_lists);
  g_test_add_func ("/reader/members", test_members);
  g_test_add_func ("/reader/repeated", test_repeated);
  g_test_add_func ("/problem/format", test_format_problem);
  return g_test_run ();
}
