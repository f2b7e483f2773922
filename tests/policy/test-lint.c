/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "policy/ming-lint.h"

static const MingDate today = { 2026, 11, 22 };

static MingPack *
load (const char *folder, const char *base)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "policy", "packs", folder, base, NULL);
  g_autoptr (GError) error = NULL;
  MingPack *pack = ming_pack_load_file (path, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

/* Everything the odd pack has wrong, and nothing else; each figure is one step beyond its bound. */
static void
test_odd (void)
{
  static const struct
  {
    MingLintRule rule;
    const char *pointer, *words;
  } expected[] = {
    { MING_LINT_PERSON_RATE, "/contribution/rules/0/rows/0", "the person pays 8 %" },
    { MING_LINT_UNIT_RATE, "/contribution/rules/0/rows/0", "the employer pays 16 %" },
    { MING_LINT_RATE_LOW, "/contribution/rules/0/rows/1", "the person pays 0.99 %" },
    { MING_LINT_RATE_LOW, "/contribution/rules/0/rows/1", "the employer pays 4.99 %" },
    { MING_LINT_CREDIT_SHARE, "/account_credit/1/rows/0", "the own 2 %" },
    { MING_LINT_CREDIT_SHARE, "/account_credit/1/rows/1", "the own 2 %" },
    { MING_LINT_BASE_HALF_KNOWN, "/contribution/base/0", "only one of floor and cap" },
    { MING_LINT_LEVEL_RATE, "/care/inpatient/versions/0/layers/0/bands/rates/1",
      "93.996 %, less than the 94 % of 02" },
    { MING_LINT_LEVEL_DEDUCTIBLE, "/care/inpatient/versions/0/layers/0/deductible/rows/1",
      "500.01, more than the 500.00" },
    { MING_LINT_STATUS_RATE, "/care/inpatient/versions/0/layers/0/bands/rates/3",
      "93.92 %, less than the 94 % of 11" },
    { MING_LINT_AWAY_RATE, "/care/inpatient/versions/0/layers/0/bands/rates/0",
      "94 %, less than the 94.4 % of long_term" },
    { MING_LINT_AWAY_RATE, "/care/inpatient/versions/0/layers/0/bands/rates/0",
      "85.6 %, less than the 86 % of unfiled" },
    { MING_LINT_AWAY_CEILING, "/care/inpatient/versions/0/layers/0/bands/rates/0", "away referral" },
    { MING_LINT_AWAY_CEILING, "/care/inpatient/versions/0/layers/0/bands/rates/0", "away emergency" },
    { MING_LINT_SHARED_CAP, "/care/inpatient/versions/0/layers/2", "“pool”" },
    { MING_LINT_DOCUMENT_LAPSED, "/sources/ended", "2026-11-21" },
    { MING_LINT_DOCUMENT_LAPSING, "/sources/ending", "2027-02-20" },
    { MING_LINT_LIST_LAPSED, "/contribution/base/0", "2026-11-21" },
    { MING_LINT_LIST_LAPSING, "/contribution/rules/0", "2027-02-20" },
    { MING_LINT_EXPECTED_PASSED, "/resident_premium/1", "2026-11-01" },
    { MING_LINT_SOURCE_UNUSED, "/sources/unused", "no figure" },
    { MING_LINT_SOURCE_UNTRACED, "/sources/nowhere", "needs a number" },
  };
  g_autoptr (MingPack) pack = load ("lint", "329900-310.json");
  g_autoptr (GPtrArray) findings = ming_lint_pack (pack, &today);
  gboolean seen[MING_N_LINT_RULES] = { FALSE };

  for (guint i = 0; i < MAX (findings->len, G_N_ELEMENTS (expected)); i++)
    {
      const MingFinding *finding;

      g_assert_cmpuint (i, <, findings->len);
      finding = g_ptr_array_index (findings, i);
      g_assert_cmpuint (i, <, G_N_ELEMENTS (expected));
      g_assert_cmpstr (ming_lint_rule_name (finding->rule), ==, ming_lint_rule_name (expected[i].rule));
      g_assert_cmpstr (finding->pointer, ==, expected[i].pointer);
      g_assert_nonnull (strstr (finding->message, expected[i].words));
      seen[finding->rule] = TRUE;
    }
  for (guint i = 0; i < MING_N_LINT_RULES; i++)
    g_assert_true (seen[i]);
}

static gboolean
has_rule (GPtrArray *findings, MingLintRule rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (((const MingFinding *) g_ptr_array_index (findings, i))->rule == rule)
      return TRUE;
  return FALSE;
}

/* A document or list is lapsing 90 days ahead of its end, and lapsed the day after it. */
static void
test_days (void)
{
  static const struct
  {
    MingDate day;
    gboolean lapsing, lapsed, list_lapsing, list_lapsed;
  } cases[] = {
    /* "ended" ends 2026-11-21, "ending" 2027-02-20, "later" 2027-02-21 */
    { { 2026, 8, 22 }, FALSE, FALSE, FALSE, FALSE },
    { { 2026, 8, 23 }, TRUE, FALSE, TRUE, FALSE },
    { { 2026, 11, 21 }, TRUE, FALSE, TRUE, FALSE },
    { { 2026, 11, 22 }, TRUE, TRUE, TRUE, TRUE },
  };
  g_autoptr (MingPack) pack = load ("lint", "329900-310.json");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = ming_lint_pack (pack, &cases[i].day);

      g_assert_cmpint (has_rule (findings, MING_LINT_DOCUMENT_LAPSING), ==, cases[i].lapsing);
      g_assert_cmpint (has_rule (findings, MING_LINT_DOCUMENT_LAPSED), ==, cases[i].lapsed);
      g_assert_cmpint (has_rule (findings, MING_LINT_LIST_LAPSING), ==, cases[i].list_lapsing);
      g_assert_cmpint (has_rule (findings, MING_LINT_LIST_LAPSED), ==, cases[i].list_lapsed);
    }
}

static void
test_clean (void)
{
  g_autoptr (MingPack) pack = load ("good", "990000-390.json");
  g_autoptr (GPtrArray) findings = ming_lint_pack (pack, &today);

  g_assert_cmpuint (findings->len, ==, 0);
}

/* Only figures of another scheme are faults; the packs that come with the program have none. */
static void
test_faults (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MING_DATADIR"), "policies", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLibrary) library = ming_library_load (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < MING_N_LINT_RULES; i++)
    g_assert_cmpint (ming_lint_rule_is_fault ((MingLintRule) i), ==,
                     i == MING_LINT_PERSON_RATE || i == MING_LINT_UNIT_RATE);
  g_assert_cmpuint (library->packs->len, >, 0);
  for (guint i = 0; i < library->packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (library->packs, i);
      g_autoptr (GPtrArray) findings = ming_lint_pack (pack, &today);

      for (guint j = 0; j < findings->len; j++)
        {
          const MingFinding *finding = g_ptr_array_index (findings, j);

          if (ming_lint_rule_is_fault (finding->rule))
            g_test_message ("%s%s: %s", pack->id, finding->pointer, finding->message);
          g_assert_false (ming_lint_rule_is_fault (finding->rule));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lint/odd", test_odd);
  g_test_add_func ("/lint/days", test_days);
  g_test_add_func ("/lint/clean", test_clean);
  g_test_add_func ("/lint/faults", test_faults);
  return g_test_run ();
}
