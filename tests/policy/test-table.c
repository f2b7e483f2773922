/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "policy/ming-pack.h"

/*
 * Tables are made from text in the form packs have, so that a case reads as a clerk would write it: the rows
 * of an account credit whose amount is the number of the row.
 */
static MingPack *
make_pack (const char *rows, GError **error)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"mingsuan-policy/1\", \"id\": \"990000-310\", \"revision\": \"2026-01-01\","
      " \"region\": \"990000\", \"insutype\": \"310\", \"name\": {\"zh\": \"x\", \"en\": \"x\"},"
      " \"sources\": {\"s\": {\"title\": \"x\", \"issuer\": \"x\", \"evidence\": \"secondary\"}},"
      " \"attributes\": {"
      "  \"status\": {\"from\": \"psn_type\", \"values\": {\"在职\": [\"11\"], \"退休\": [\"12\"]},"
      "   \"en\": {\"退休\": \"retired\"}},"
      "  \"work\": {\"from\": \"psn_type\", \"values\": {\"灵活\": [\"1103\"], \"职工\": [\"11\"]}},"
      "  \"tier\": {\"from\": \"hosp_lv\", \"values\": {\"三级\": [\"01\", \"02\"], \"二级\": [\"05\"]}}},"
      " \"account_credit\": [{\"effective\": \"2026-01-01\", \"source\": [\"s\"], \"rows\": [%s]}]}",
      rows);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ming_pack_load_bytes (bytes, "test", NULL, error);
}

/* Rows from their conditions alone. */
static MingPack *
make_rows (const char *const *conditions, GError **error)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; conditions[i] != NULL; i++)
    g_string_append_printf (rows, "%s{\"when\": {%s}, \"kind\": \"fixed_per_month\", \"amount\": \"%u\"}",
                            i > 0 ? ", " : "", conditions[i], i);
  return make_pack (rows->str, error);
}

static const MingTable *
get_table (const MingPack *pack)
{
  return ((MingDatedTable *) g_ptr_array_index (pack->account_credit, 0))->table;
}

static int
index_of (const MingTable *table, const MingRow *row)
{
  guint index = 0;

  return row != NULL && g_ptr_array_find (table->rows, row, &index) ? (int) index : -1;
}

static void
test_condition (void)
{
  static const struct
  {
    const char *condition;
    const char *psn_type, *hosp_lv, *away;
    gint64 age;
    gboolean expected;
  } cases[] = {
    { "\"status\": \"在职\"", "11", NULL, NULL, -1, TRUE },
    { "\"status\": \"在职\"", "1101", NULL, NULL, -1, TRUE },
    { "\"status\": \"在职\"", "12", NULL, NULL, -1, FALSE },
    { "\"status\": \"在职\"", "1", NULL, NULL, -1, FALSE },
    { "\"status\": \"在职\"", "", NULL, NULL, -1, FALSE },
    { "\"status\": \"在职\"", NULL, NULL, NULL, -1, FALSE },
    { "\"status\": [\"在职\", \"退休\"]", "12", NULL, NULL, -1, TRUE },
    { "\"work\": \"职工\"", "1103", NULL, NULL, -1, FALSE }, /* the longer prefix wins */
    { "\"work\": \"灵活\"", "11031", NULL, NULL, -1, TRUE },
    { "\"psn_type\": \"11\"", "1101", NULL, NULL, -1, FALSE }, /* a code is itself and not a prefix */
    { "\"psn_type\": [\"11\", \"1101\"]", "1101", NULL, NULL, -1, TRUE },
    { "\"away\": \"home\"", NULL, NULL, "home", -1, TRUE },
    { "\"age\": \"70..\"", NULL, NULL, NULL, 70, TRUE },
    { "\"age\": \"70..\"", NULL, NULL, NULL, 69, FALSE },
    { "\"age\": \"..69\"", NULL, NULL, NULL, 69, TRUE },
    { "\"age\": \"..69\"", NULL, NULL, NULL, 70, FALSE },
    { "\"age\": \"..69\"", NULL, NULL, NULL, -1, FALSE }, /* an age that is not known is below nothing */
    { "\"age\": \"0..\"", NULL, NULL, NULL, -1, FALSE },
    { "\"age\": \"45..59\"", NULL, NULL, NULL, 44, FALSE },
    { "\"age\": \"45..59\"", NULL, NULL, NULL, 45, TRUE },
    { "\"age\": \"45..59\"", NULL, NULL, NULL, 59, TRUE },
    { "\"age\": \"45..59\"", NULL, NULL, NULL, 60, FALSE },
    { "\"age\": \"3\"", NULL, NULL, NULL, 3, TRUE },
    { "\"age\": \"3\"", NULL, NULL, NULL, 4, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const rows[] = { cases[i].condition, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (MingPack) pack = make_rows (rows, &error);
      MingFacts facts = ming_facts_none ();
      const MingRow *row;

      g_assert_no_error (error);
      facts.text[MING_FACT_PSN_TYPE] = cases[i].psn_type;
      facts.text[MING_FACT_HOSP_LV] = cases[i].hosp_lv;
      facts.text[MING_FACT_AWAY] = cases[i].away;
      facts.number[MING_FACT_AGE] = cases[i].age;
      row = g_ptr_array_index (get_table (pack)->rows, 0);
      g_assert_cmpint (ming_condition_matches (g_ptr_array_index (row->conditions, 0), pack->attributes,
                                               &facts),
                       ==, cases[i].expected);
    }
}

/* The most specific row wins wherever it stands. */
static void
test_specificity (void)
{
  static const char *const rows[] = { "",
                                      "\"status\": \"退休\", \"age\": \"70..79\"",
                                      "\"status\": \"退休\"",
                                      "\"status\": \"退休\", \"age\": \"70..\"",
                                      "\"status\": \"退休\", \"age\": \"70..79\", \"tier\": \"三级\"",
                                      "\"work\": \"灵活\"",
                                      "\"status\": \"在职\"",
                                      "\"psn_type\": \"1103\"",
                                      NULL };
  static const struct
  {
    const char *psn_type, *hosp_lv;
    gint64 age;
    int expected;
  } cases[] = {
    { NULL, NULL, -1, 0 },      { "13", "01", 75, 0 },  { "12", NULL, -1, 2 }, { "12", NULL, 69, 2 },
    { "12", NULL, 70, 1 },      { "12", NULL, 79, 1 },  { "12", NULL, 80, 3 }, { "12", "02", 75, 4 },
    { "12", "05", 75, 1 },      { "11", NULL, 30, 6 },  { "1101", "01", 30, 6 }, { "11031", NULL, 30, 5 },
    { "1103", NULL, 30, 7 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (MingPack) pack = make_rows (rows, &error);
  const MingTable *table;

  g_assert_no_error (error);
  table = get_table (pack);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingFacts facts = ming_facts_none ();

      facts.text[MING_FACT_PSN_TYPE] = cases[i].psn_type;
      facts.text[MING_FACT_HOSP_LV] = cases[i].hosp_lv;
      facts.number[MING_FACT_AGE] = cases[i].age;
      g_assert_cmpint (index_of (table, ming_table_match (table, pack->attributes, &facts, NULL)), ==,
                       cases[i].expected);
    }
}

/* Where rows overlap, a narrower one may settle the matter; it must do so in every case. */
static void
test_ambiguity (void)
{
  static const struct
  {
    const char *rows[5];
    MingPolicyError code; /* MING_N_POLICY_ERRORS: none */
  } cases[] = {
    { { "\"status\": \"退休\"", "\"tier\": \"三级\"" }, MING_POLICY_ERROR_AMBIGUOUS_ROWS },
    { { "\"status\": \"退休\"", "\"tier\": \"三级\"", "\"status\": \"退休\", \"tier\": \"三级\"" },
      MING_N_POLICY_ERRORS },
    { { "\"status\": \"退休\"", "\"tier\": \"三级\"", "\"status\": \"退休\", \"tier\": \"三级\", \"age\": \"70..\"" },
      MING_POLICY_ERROR_AMBIGUOUS_ROWS },
    { { "\"age\": \"..59\"", "\"age\": \"59..\"" }, MING_POLICY_ERROR_AMBIGUOUS_ROWS },
    { { "\"age\": \"..59\"", "\"age\": \"60..\"" }, MING_N_POLICY_ERRORS },
    { { "\"age\": \"..59\"", "\"age\": \"59..\"", "\"age\": \"59\"" }, MING_N_POLICY_ERRORS },
    { { "\"status\": \"退休\"", "\"status\": [\"退休\"]" }, MING_POLICY_ERROR_AMBIGUOUS_ROWS },
    { { "", "" }, MING_POLICY_ERROR_AMBIGUOUS_ROWS },
    { { "\"status\": [\"在职\", \"退休\"]", "\"status\": \"退休\", \"age\": \"60..\"" }, MING_N_POLICY_ERRORS },
    /* a code and the class it belongs to; two classes of one code */
    { { "\"psn_type\": \"1103\"", "\"work\": \"灵活\"" }, MING_N_POLICY_ERRORS },
    { { "\"psn_type\": [\"1103\", \"12\"]", "\"work\": \"灵活\"" }, MING_POLICY_ERROR_AMBIGUOUS_ROWS },
    { { "\"work\": \"灵活\"", "\"status\": \"在职\"" }, MING_N_POLICY_ERRORS },
    { { "\"work\": \"职工\"", "\"status\": \"退休\"" }, MING_N_POLICY_ERRORS },
    /* a row from which narrower ones take everything */
    { { "\"psn_type\": [\"1101\", \"1102\"]", "\"psn_type\": \"1101\"", "\"psn_type\": \"1102\"" },
      MING_POLICY_ERROR_UNREACHABLE_ROW },
    { { "\"age\": \"..70\"", "\"age\": \"..69\"", "\"age\": \"70\"" }, MING_POLICY_ERROR_UNREACHABLE_ROW },
    { { "\"age\": \"..70\"", "\"age\": \"..68\"", "\"age\": \"70\"" }, MING_N_POLICY_ERRORS },
    { { "\"status\": [\"在职\", \"退休\"]", "\"status\": \"退休\"", "\"status\": \"在职\"" },
      MING_POLICY_ERROR_UNREACHABLE_ROW },
    { { "\"work\": \"职工\", \"status\": \"退休\"" }, MING_POLICY_ERROR_UNREACHABLE_ROW }, /* nobody is both */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MingPack) pack = make_rows (cases[i].rows, &error);

      if (cases[i].code == MING_N_POLICY_ERRORS)
        g_assert_no_error (error);
      else
        g_assert_error (error, MING_POLICY_ERROR, (int) cases[i].code);
      g_assert_true ((pack != NULL) == (error == NULL));
    }
}

/* A table that asks about too much to be tried out is refused, and quickly. */
static void
test_too_many_cells (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (
        rows,
        "%s{\"when\": {\"age\": \"%u\", \"admission\": \"%u\", \"insured_months\": \"%u\"},"
        " \"kind\": \"none\"}",
        i > 0 ? "," : "", i * 3, i * 3, i * 3);
  g_assert_null (make_pack (rows->str, &error));
  g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_BAD_VALUE);
  g_assert_nonnull (strstr (error->message, "divide the table"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* Why this row and not that one: the nearest rows and the first condition each fails. */
static void
test_near (void)
{
  static const char *const rows[] = { "\"tier\": \"三级\", \"status\": \"在职\"",
                                      "\"tier\": \"三级\", \"status\": \"退休\"",
                                      "\"tier\": \"二级\", \"status\": \"在职\"",
                                      "\"tier\": \"二级\", \"status\": \"退休\", \"age\": \"70..\"",
                                      "\"tier\": \"二级\", \"status\": \"退休\"",
                                      NULL };
  g_autoptr (MingPack) pack = make_rows (rows, NULL);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (MingNearMiss));
  const MingTable *table = get_table (pack);
  MingFacts facts = ming_facts_none ();
  const MingNearMiss *first, *second;

  facts.text[MING_FACT_PSN_TYPE] = "11";
  facts.text[MING_FACT_HOSP_LV] = "01";
  facts.number[MING_FACT_AGE] = 40;
  g_assert_cmpint (index_of (table, ming_table_match (table, pack->attributes, &facts, near)), ==, 0);
  g_assert_cmpuint (near->len, ==, MING_NEAR_MAX);
  first = &g_array_index (near, MingNearMiss, 0);
  second = &g_array_index (near, MingNearMiss, 1);
  g_assert_cmpint (index_of (table, first->row), ==, 1);
  g_assert_cmpuint (first->n_failed, ==, 1);
  g_assert_cmpstr (first->failed->name, ==, "status");
  g_assert_cmpint (index_of (table, second->row), ==, 2);
  g_assert_cmpstr (second->failed->name, ==, "tier");
  g_assert_cmpint (index_of (table, g_array_index (near, MingNearMiss, 2).row), ==, 4);

  /* nothing matches: the nearest are still told */
  g_array_set_size (near, 0);
  facts.text[MING_FACT_HOSP_LV] = "09";
  g_assert_null (ming_table_match (table, pack->attributes, &facts, near));
  g_assert_cmpint (index_of (table, g_array_index (near, MingNearMiss, 0).row), ==, 0);
  g_assert_cmpstr (g_array_index (near, MingNearMiss, 0).failed->name, ==, "tier");
}

static void
test_facts_with (void)
{
  static const char *const rows[] = { "\"status\": \"退休\", \"gend\": \"2\", \"age\": \"..69\"", NULL };
  g_autoptr (MingPack) pack = make_rows (rows, NULL);
  const MingRow *row = g_ptr_array_index (get_table (pack)->rows, 0);
  MingFacts facts = ming_facts_none (), changed;

  facts.text[MING_FACT_PSN_TYPE] = "11";
  facts.text[MING_FACT_HOSP_LV] = "01";
  changed = ming_facts_with (&facts, row->conditions, pack->attributes);
  g_assert_cmpstr (changed.text[MING_FACT_PSN_TYPE], ==, "12");
  g_assert_cmpstr (changed.text[MING_FACT_HOSP_LV], ==, "01");
  g_assert_cmpstr (changed.text[MING_FACT_GEND], ==, "2");
  g_assert_cmpint (changed.number[MING_FACT_AGE], ==, 69);
  g_assert_true (ming_table_match (get_table (pack), pack->attributes, &changed, NULL) == row);
}

static void
test_describe (void)
{
  static const struct
  {
    const char *when, *zh, *en;
  } cases[] = {
    { "", "", "" },
    { "\"tier\": \"三级\", \"status\": \"在职\", \"age\": \"70..\", \"admission\": \"2..\"",
      "三级 · 在职 · 70 岁以上 · 第 2 次起", "third-level hospital · in service · aged 70 or over · stay 2 and later" },
    { "\"status\": [\"在职\", \"退休\"]", "在职、退休", "in service or retired" },
    { "\"age\": \"..69\"", "69 岁以下", "aged 69 or under" },
    { "\"age\": \"45..59\"", "45–59 岁", "aged 45–59" },
    { "\"age\": \"3\"", "3 岁", "aged 3" },
    { "\"admission\": \"1\"", "第 1 次", "stay 1" },
    { "\"admission\": \"..2\"", "前 2 次", "the first 2 stays" },
    { "\"gend\": \"2\", \"retired_year\": \"2030..\"", "女 · 2030 年及以后退休",
      "female · retired in 2030 or later" },
    { "\"away\": [\"referral\", \"unfiled\"]", "转诊备案、未备案",
      "referred away or away without registration" },
    { "\"area\": \"outside\"", "省外", "outside the province" },
    { "\"flxempe_flag\": \"1\"", "灵活就业", "flexibly employed" },
    { "\"sp_psn_type\": [\"01\", \"02\"]", "救助类别 01、02", "assisted category 01 or 02" },
    { "\"coverage_year\": \"2026\"", "2026 年度", "cover of 2026" },
    { "\"insured_months\": \"..6\"", "连续参保 6 个月以下", "insured without a gap for 6 months or less" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const rows[] = { cases[i].when, NULL };
      g_autoptr (MingPack) pack = make_rows (rows, NULL);
      const MingRow *row = g_ptr_array_index (get_table (pack)->rows, 0);
      g_autofree char *zh = ming_row_describe (row, "zh");
      g_autofree char *en = ming_row_describe (row, "en");

      g_assert_cmpstr (zh, ==, cases[i].zh);
      g_assert_cmpstr (en, ==, cases[i].en);
    }
}

static void
test_names (void)
{
  for (guint i = 0; i < MING_N_TEXT_FACTS; i++)
    {
      MingTextFact fact = MING_N_TEXT_FACTS;

      g_assert_true (ming_text_fact_from_name (ming_text_fact_name ((MingTextFact) i), &fact));
      g_assert_cmpint (fact, ==, (int) i);
    }
  for (guint i = 0; i < MING_N_NUMBER_FACTS; i++)
    {
      MingNumberFact fact = MING_N_NUMBER_FACTS;

      g_assert_true (ming_number_fact_from_name (ming_number_fact_name ((MingNumberFact) i), &fact));
      g_assert_cmpint (fact, ==, (int) i);
    }
  for (guint i = 0; i < MING_N_EVIDENCES; i++)
    {
      MingEvidence evidence = MING_N_EVIDENCES;

      g_assert_true (ming_evidence_from_name (ming_evidence_name ((MingEvidence) i), &evidence));
      g_assert_cmpint (evidence, ==, (int) i);
      g_assert_cmpint (ming_evidence_is_official (evidence), ==, i >= MING_EVIDENCE_OFFICIAL_QUOTE);
    }
  g_assert_false (ming_text_fact_from_name ("age", &(MingTextFact){ 0 }));
  g_assert_false (ming_evidence_from_name ("rumour", &(MingEvidence){ 0 }));
  for (guint i = 0; i < MING_N_POLICY_ERRORS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (ming_policy_error_name ((MingPolicyError) i), !=,
                       ming_policy_error_name ((MingPolicyError) j));
}

static void
test_words (void)
{
  MingSource source = { .title = (char *) "测试办法", .number = (char *) "测政发〔2026〕1号" };
  MingSource marked = { .title = (char *) "《晚报》报道" };
  MingCitation full = { &source, (char *) "第五条" };
  MingCitation bare = { &marked, NULL };
  MingPhrase zh_only = { (char *) "住院", NULL };
  MingPhrase both = { (char *) "住院", (char *) "Inpatient" };
  MingPhrase none = { NULL, NULL };
  g_autofree char *first = ming_citation_format (&full);
  g_autofree char *second = ming_citation_format (&bare);

  g_assert_cmpstr (first, ==, "《测试办法》(测政发〔2026〕1号) 第五条");
  g_assert_cmpstr (second, ==, "《晚报》报道");
  g_assert_cmpstr (ming_phrase_get (&both, "en"), ==, "Inpatient");
  g_assert_cmpstr (ming_phrase_get (&both, "zh"), ==, "住院");
  g_assert_cmpstr (ming_phrase_get (&zh_only, "en"), ==, "住院");
  g_assert_cmpstr (ming_phrase_get (&none, "zh"), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/condition", test_condition);
  g_test_add_func ("/table/specificity", test_specificity);
  g_test_add_func ("/table/ambiguity", test_ambiguity);
  g_test_add_func ("/table/too-many-cells", test_too_many_cells);
  g_test_add_func ("/table/near", test_near);
  g_test_add_func ("/table/facts-with", test_facts_with);
  g_test_add_func ("/table/describe", test_describe);
  g_test_add_func ("/table/names", test_names);
  g_test_add_func ("/table/words", test_words);
  return g_test_run ();
}
