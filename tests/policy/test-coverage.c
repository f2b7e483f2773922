/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "policy/ming-coverage.h"

static MingPack *
load (const char *base)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "policy", "packs", "good", base, NULL);
  g_autoptr (GError) error = NULL;
  MingPack *pack = ming_pack_load_file (path, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

/* Counted by hand in packs/good/990000-390.json: 2 credits, 1 deductible, 1 edge, 4 + 1 rates, 1 cap. */
static void
test_tally (void)
{
  g_autoptr (MingPack) small = load ("990000-390.json");
  g_autoptr (MingPack) full = load ("990000-310.json");
  MingTally tally = ming_coverage_tally (small);

  g_assert_cmpuint (tally.known[MING_EVIDENCE_SECONDARY], ==, 10);
  g_assert_cmpuint (ming_tally_total (&tally), ==, 10);
  g_assert_cmpuint (tally.unknown, ==, 0);

  tally = ming_coverage_tally (full);
  g_assert_cmpuint (tally.unknown, ==, 10);
  g_assert_cmpuint (tally.known[MING_EVIDENCE_UNVERIFIED], ==, 3);
  g_assert_cmpuint (tally.known[MING_EVIDENCE_OFFICIAL_QUOTE], ==, 0);
  g_assert_cmpuint (tally.without_source, ==, 0);
}

/* The first figure called so; figures of later versions have the same key. */
static const MingFigure *
find_figure (const MingCoverage *coverage, const char *key)
{
  for (guint i = 0; i < coverage->figures->len; i++)
    {
      const MingFigure *figure = g_ptr_array_index (coverage->figures, i);

      if (strcmp (figure->key, key) == 0)
        return figure;
    }
  return NULL;
}

static void
test_figures (void)
{
  g_autoptr (MingPack) pack = load ("990000-310.json");
  g_autoptr (MingCoverage) coverage = ming_coverage_new (pack);
  const MingFigure *figure =
      find_figure (coverage, "care/inpatient/pool/deductible[admission=5..,tier=三级]/amount");
  g_autofree char *papers = ming_figure_papers (figure);

  g_assert_cmpstr (figure->what, ==, "Inpatient · Pooled fund · deductible");
  g_assert_cmpstr (figure->who, ==, "third-level hospital · stay 5 and later");
  g_assert_cmpstr (figure->value, ==, "0.00");
  g_assert_cmpstr (figure->list, ==, "care/inpatient");
  g_assert_cmpint (figure->evidence, ==, MING_EVIDENCE_SECONDARY);
  g_assert_cmpstr (figure->pointer, ==, "/care/inpatient/versions/0/layers/0/deductible/rows/1");
  g_assert_cmpstr (papers, ==, "《测试办法》(测政发〔2026〕1号) 第五条");
  g_assert_cmpint (figure->span->effective.year, ==, 2026);

  g_assert_cmpstr (find_figure (coverage, "care/inpatient/civil/rates[]/rate")->who, ==,
                   "with civil servants' supplement");
  g_assert_cmpstr (find_figure (coverage, "care/inpatient/pool/rates[status=在职,tier=二级]/rate/2")->value, ==,
                   "unknown");
  g_assert_cmpstr (find_figure (coverage, "care/inpatient/pool/points/1[away=unfiled]/add")->value, ==,
                   "−20 %");
  g_assert_cmpstr (find_figure (coverage, "care/inpatient/pool/caps/year_cap/paid/3[cvlserv_flag=1]/amount")
                       ->value,
                   ==, "no limit");
  g_assert_cmpint (find_figure (coverage, "contribution/base/floor")->fen, ==, 400000);
}

static const MingThreshold *
find_number (GPtrArray *thresholds, MingNumberFact fact, gint64 value)
{
  for (guint i = 0; i < thresholds->len; i++)
    {
      const MingThreshold *threshold = g_ptr_array_index (thresholds, i);

      if (threshold->figure == NULL && threshold->fact == fact && threshold->value == value)
        return threshold;
    }
  return NULL;
}

static const MingThreshold *
find_amount (GPtrArray *thresholds, const char *key)
{
  for (guint i = 0; i < thresholds->len; i++)
    {
      const MingThreshold *threshold = g_ptr_array_index (thresholds, i);

      if (threshold->figure != NULL && strcmp (threshold->figure->key, key) == 0)
        return threshold;
    }
  return NULL;
}

/* A number is closed when both its sides are seen; it is itself on the upper one. */
static void
test_number_thresholds (void)
{
  g_autoptr (MingPack) pack = load ("990000-310.json");
  g_autoptr (MingCoverage) coverage = ming_coverage_new (pack);
  MingFacts facts = ming_facts_none ();
  const MingThreshold *age = find_number (coverage->thresholds, MING_FACT_AGE, 45);
  g_autofree char *words = ming_threshold_describe (age);

  g_assert_cmpstr (words, ==, "aged 45 or over");
  g_assert_nonnull (find_number (coverage->thresholds, MING_FACT_ADMISSION, 5));
  g_assert_null (find_number (coverage->thresholds, MING_FACT_ADMISSION, 1));

  ming_coverage_see_facts (coverage, &facts); /* not known: seen nowhere */
  g_assert_false (age->below || age->at || age->above);
  for (gint64 number = 44; number <= 45; number++)
    {
      g_autoptr (GPtrArray) open = ming_coverage_open_thresholds (coverage, FALSE);

      g_assert_nonnull (find_number (open, MING_FACT_AGE, 45));
      facts.number[MING_FACT_AGE] = number;
      ming_coverage_see_facts (coverage, &facts);
    }
  {
    g_autoptr (GPtrArray) open = ming_coverage_open_thresholds (coverage, FALSE);

    g_assert_null (find_number (open, MING_FACT_AGE, 45));
    g_assert_nonnull (find_number (open, MING_FACT_AGE, 70)); /* only seen from below */
  }
}

static void
test_amount_thresholds (void)
{
  static const char key[] = "care/inpatient/pool/bands/edge/1";
  g_autoptr (MingPack) pack = load ("990000-390.json");
  g_autoptr (MingCoverage) coverage = ming_coverage_new (pack);
  const MingThreshold *edge = find_amount (coverage->thresholds, key);
  g_autofree char *words = ming_threshold_describe (edge);
  g_autoptr (GPtrArray) open = NULL;

  g_assert_cmpstr (words, ==, "Inpatient · Pooled fund · end of band 1 30,000.00");
  g_assert_cmpuint (coverage->thresholds->len, ==, 3);
  ming_coverage_see_amount (coverage, key, 2999999);
  ming_coverage_see_amount (coverage, key, 3000000);
  g_assert_true (edge->below && edge->at && !edge->above);
  open = ming_coverage_open_thresholds (coverage, FALSE);
  g_assert_cmpuint (open->len, ==, 3); /* the amount itself is on neither side */
  ming_coverage_see_amount (coverage, key, 3000001);
  g_ptr_array_unref (open);
  open = ming_coverage_open_thresholds (coverage, FALSE);
  g_assert_cmpuint (open->len, ==, 2);
  g_assert_null (find_amount (open, key));
}

static void
test_rows (void)
{
  g_autoptr (MingPack) pack = load ("990000-390.json");
  g_autoptr (MingCoverage) coverage = ming_coverage_new (pack);
  g_autoptr (GPtrArray) before = ming_coverage_unused_rows (coverage);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MingResolved) resolved = NULL;
  MingFacts facts = ming_facts_none ();

  /* 2 credits, deductible, 2 + 1 rates, cap */
  g_assert_cmpuint (before->len, ==, 7);
  facts.date = (MingDate){ 2026, 5, 1 };
  facts.text[MING_FACT_MED_TYPE] = "21";
  facts.text[MING_FACT_PSN_TYPE] = "11";
  facts.text[MING_FACT_HOSP_LV] = "01";
  facts.number[MING_FACT_ADMISSION] = 1;
  resolved = ming_resolve_care (pack, &facts, &error);
  g_assert_no_error (error);
  ming_coverage_use_resolved (coverage, resolved);
  ming_coverage_use_row (coverage, NULL);
  after = ming_coverage_unused_rows (coverage);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_cmpstr (((const MingFigure *) g_ptr_array_index (after, 2))->who, ==, "second-level hospital");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/tally", test_tally);
  g_test_add_func ("/coverage/figures", test_figures);
  g_test_add_func ("/coverage/number-thresholds", test_number_thresholds);
  g_test_add_func ("/coverage/amount-thresholds", test_amount_thresholds);
  g_test_add_func ("/coverage/rows", test_rows);
  return g_test_run ();
}
