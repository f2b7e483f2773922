/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "policy/ming-coverage.h"
#include "policy/ming-diff.h"
#include "policy/ming-guidance.h"
#include "policy/ming-lint.h"

#define CLAIM MING_GUIDANCE_BIT (MING_GUIDANCE_CASH_CLAIM)
#define HEIRS MING_GUIDANCE_BIT (MING_GUIDANCE_INHERITANCE)
#define PAUSE MING_GUIDANCE_BIT (MING_GUIDANCE_PAUSE)
#define PAYOUT MING_GUIDANCE_BIT (MING_GUIDANCE_PAYOUT)

static const MingDate today = { 2026, 11, 22 };

static MingLibrary *
load (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "policy", "packs", "guidance", NULL);
  MingLibrary *library = ming_library_load (folder, NULL);

  g_assert_cmpuint (library->problems->len, ==, 0);
  return library;
}

static const MingGuidanceHit *
hit_at (GPtrArray *hits, guint index)
{
  g_assert_cmpuint (hits->len, >, index);
  return g_ptr_array_index (hits, index);
}

/* The nearer rule is told first; a district finds its city, its province and the country. */
static void
test_levels (void)
{
  g_autoptr (MingLibrary) library = load ();
  static const char *const places[] = { "321000", "321012" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GPtrArray) hits = ming_guidance_find (library, places[i], "310", &today, CLAIM);

      g_assert_cmpuint (hits->len, ==, 3);
      g_assert_cmpint (hit_at (hits, 0)->level, ==, MING_GUIDANCE_OWN);
      g_assert_cmpstr (hit_at (hits, 0)->entry->answer.en, ==, "city rule");
      g_assert_cmpint (hit_at (hits, 1)->level, ==, MING_GUIDANCE_PROVINCE);
      g_assert_cmpstr (hit_at (hits, 1)->pack->id, ==, "320000-310");
      g_assert_cmpint (hit_at (hits, 2)->level, ==, MING_GUIDANCE_NATION);
    }
}

/* A city without a pack has the rules above it; another province has not those of this one. */
static void
test_places (void)
{
  g_autoptr (MingLibrary) library = load ();
  g_autoptr (GPtrArray) nanjing = ming_guidance_find (library, "320100", "310", &today, CLAIM);
  g_autoptr (GPtrArray) yantai = ming_guidance_find (library, "370600", "310", &today, CLAIM);
  g_autoptr (GPtrArray) country = ming_guidance_find (library, "100000", "310", &today, CLAIM);

  g_assert_cmpuint (nanjing->len, ==, 2);
  g_assert_cmpint (hit_at (nanjing, 0)->level, ==, MING_GUIDANCE_PROVINCE);
  g_assert_cmpuint (yantai->len, ==, 1);
  g_assert_cmpint (hit_at (yantai, 0)->level, ==, MING_GUIDANCE_NATION);
  g_assert_cmpuint (country->len, ==, 1);
}

/* An entry holds for the schemes it names, else for its pack's. */
static void
test_schemes (void)
{
  g_autoptr (MingLibrary) library = load ();
  g_autoptr (GPtrArray) residents
      = ming_guidance_find (library, "321000", "390", &today, CLAIM | HEIRS);

  g_assert_cmpuint (residents->len, ==, 2);
  g_assert_cmpint (hit_at (residents, 0)->level, ==, MING_GUIDANCE_PROVINCE);
  g_assert_cmpint (hit_at (residents, 1)->level, ==, MING_GUIDANCE_NATION);
  g_assert_cmpuint (ming_guidance_without_any (residents, CLAIM | HEIRS), ==, HEIRS);
}

/* Of the versions of an entry the one in force; what is only announced is not told. */
static void
test_dates (void)
{
  static const struct
  {
    MingDate date;
    const char *answer;
  } days[] = {
    { { 2019, 12, 31 }, NULL },
    { { 2020, 1, 1 }, "old rule" },
    { { 2023, 11, 30 }, "old rule" },
    { { 2023, 12, 1 }, "national rule" },
  };
  g_autoptr (MingLibrary) library = load ();
  g_autoptr (GPtrArray) announced = ming_guidance_find (library, "370600", "310", &today, PAUSE);

  g_assert_cmpuint (announced->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) hits = ming_guidance_find (library, "370600", "310", &days[i].date, CLAIM);

      g_assert_cmpuint (hits->len, ==, days[i].answer != NULL ? 1 : 0);
      if (days[i].answer != NULL)
        g_assert_cmpstr (hit_at (hits, 0)->entry->answer.en, ==, days[i].answer);
    }
}

/* What is missing is said, and where to ask. */
static void
test_unknown (void)
{
  g_autoptr (MingLibrary) library = load ();
  guint topics = CLAIM | HEIRS | PAYOUT;
  g_autoptr (GPtrArray) hits = ming_guidance_find (library, "321000", "310", &today, topics);
  g_autofree char *ask = NULL;

  g_assert_cmpuint (ming_guidance_without_own (hits, topics), ==, HEIRS | PAYOUT);
  g_assert_cmpuint (ming_guidance_without_any (hits, topics), ==, PAYOUT);
  ask = ming_guidance_ask (HEIRS | PAYOUT, PAYOUT);
  g_assert_cmpstr (ask, ==,
                   "Nothing is entered about: Where does the money of the funds go?\n"
                   "Only national rules are entered about: Who gets the account after a death?\n"
                   "Ask the local agency, or call 12393.");
  g_assert_null (ming_guidance_ask (0, 0));
}

static void
test_words (void)
{
  g_autoptr (MingLibrary) library = load ();
  g_autoptr (GPtrArray) hits = ming_guidance_find (library, "320100", "310", &today, CLAIM | HEIRS);
  const MingGuidanceHit *province = hit_at (hits, 0);
  const MingGuidanceHit *nation = hit_at (hits, 1);
  g_autofree char *title = ming_guidance_title (province->entry);
  g_autofree char *limits = ming_guidance_limits (province->entry);
  g_autofree char *ended = ming_guidance_basis (province, &today);
  g_autofree char *papers = ming_guidance_papers (nation->entry);
  g_autofree char *basis = ming_guidance_basis (nation, &today);

  g_assert_cmpstr (title, ==, "Paid cash first: which papers, how long? · inpatient");
  g_assert_cmpstr (limits, ==, "Time: usually 10 working days; in person on the spot; special not known");
  g_assert_cmpstr (ended, ==,
                   "provincial rule: 《测试办法》(测发〔2022〕1号) 第一条 "
                   "(the document ended on 2025-06-30; ask whether it still holds)");
  g_assert_cmpstr (papers, ==, "Papers: receipts; list of costs");
  g_assert_cmpstr (basis, ==, "national rule: 《测试办法》(测发〔2026〕1号) 第一条");
  g_assert_null (ming_guidance_papers (province->entry));
  g_assert_cmpint (hit_at (hits, 2)->entry->evidence, ==, MING_EVIDENCE_SECONDARY);
}

/* A pack of guidance alone is nobody's pack for an estimate, but it is counted, compared and checked. */
static void
test_as_a_pack (void)
{
  g_autoptr (MingLibrary) library = load ();
  MingPack *nation = g_ptr_array_index (library->packs, 0);
  MingPack *city = g_ptr_array_index (library->packs, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ming_lint_pack (g_ptr_array_index (library->packs, 1), &today);
  static const MingDate before = { 2023, 11, 1 };
  MingTally tally = ming_coverage_tally (nation);
  MingDiff *diff = ming_diff_dates (nation, &before, nation, &today);
  g_autofree char *change = NULL;

  g_assert_true (ming_pack_is_guidance_only (nation));
  g_assert_false (ming_pack_is_guidance_only (city));
  g_assert_null (ming_library_find (library, "320000", "310", &error));
  g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_PACK);
  g_assert_true (ming_library_find (library, "321012", "310", NULL) == city);
  g_assert_cmpuint (tally.known[MING_EVIDENCE_OFFICIAL_TEXT], ==, 5);
  g_assert_cmpuint (tally.known[MING_EVIDENCE_SECONDARY], ==, 1);
  g_assert_cmpuint (diff->changes->len, >, 0);
  change = ming_change_describe (g_ptr_array_index (diff->changes, 0));
  g_assert_nonnull (strstr (change, "old rule → national rule"));
  ming_diff_free (diff);
  g_assert_cmpint (((const MingFinding *) g_ptr_array_index (findings, 0))->rule, ==,
                   MING_LINT_DOCUMENT_LAPSED);
}

/* Every topic has its word, its question, and the words are those that packs use. */
static void
test_topics (void)
{
  for (guint i = 0; i < MING_N_GUIDANCE_TOPICS; i++)
    {
      g_assert_cmpstr (ming_guidance_topic_name ((MingGuidanceTopic) i), ==, ming_guidance_topic_names ()[i]);
      g_assert_true (*ming_guidance_topic_question ((MingGuidanceTopic) i) != '\0');
    }
  g_assert_null (ming_guidance_topic_names ()[MING_N_GUIDANCE_TOPICS]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guidance/levels", test_levels);
  g_test_add_func ("/guidance/places", test_places);
  g_test_add_func ("/guidance/schemes", test_schemes);
  g_test_add_func ("/guidance/dates", test_dates);
  g_test_add_func ("/guidance/unknown", test_unknown);
  g_test_add_func ("/guidance/words", test_words);
  g_test_add_func ("/guidance/as-a-pack", test_as_a_pack);
  g_test_add_func ("/guidance/topics", test_topics);
  return g_test_run ();
}
