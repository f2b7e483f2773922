/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "policy/ming-pack.h"
#include "policy/ming-resolve.h"

#define DATE(y, m, d) ((MingDate){ .year = (y), .month = (m), .day = (d) })

static MingPack *
load_good (const char *id)
{
  g_autofree char *base = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "policy", "packs", "good", base, NULL);
  g_autoptr (GError) error = NULL;
  MingPack *pack = ming_pack_load_file (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pack);
  return pack;
}

static const MingCareVersion *
get_version (const MingPack *pack, guint care, guint version)
{
  return g_ptr_array_index (((MingCare *) g_ptr_array_index (pack->cares, care))->versions, version);
}

static const MingLayerSpec *
get_layer (const MingPack *pack, guint index)
{
  return g_ptr_array_index (get_version (pack, 0, 1)->layers, index);
}

static void
test_head (void)
{
  g_autoptr (MingPack) pack = load_good ("990000-310");
  const MingSource *rule = g_hash_table_lookup (pack->sources, "rule");
  const MingAttribute *status = g_ptr_array_index (pack->attributes, 0);

  g_assert_cmpstr (pack->id, ==, "990000-310");
  g_assert_cmpstr (pack->region, ==, "990000");
  g_assert_cmpstr (pack->insutype, ==, "310");
  g_assert_cmpstr (pack->revision, ==, "2026-11-22");
  g_assert_cmpuint (strlen (pack->sha256), ==, 64);
  g_assert_true (pack->demonstration);
  g_assert_cmpint (pack->year_starts_month, ==, 7);
  g_assert_cmpint (pack->year_starts_day, ==, 1);

  g_assert_cmpuint (pack->source_order->len, ==, 3);
  g_assert_true (g_ptr_array_index (pack->source_order, 0) == rule);
  g_assert_cmpstr (rule->number, ==, "测政发〔2026〕1号");
  g_assert_cmpint (rule->evidence, ==, MING_EVIDENCE_OFFICIAL_TEXT);
  g_assert_cmpint (ming_date_compare (rule->ends, DATE (2030, 12, 31)), ==, 0);
  g_assert_cmpstr (rule->note.en, ==, "Invented");

  g_assert_cmpuint (pack->attributes->len, ==, 3);
  g_assert_cmpstr (status->name, ==, "status");
  g_assert_cmpint (status->from, ==, MING_FACT_PSN_TYPE);
  g_assert_cmpstr (g_ptr_array_index (status->values, 1), ==, "退休");
  g_assert_cmpstr (g_ptr_array_index (status->english, 1), ==, "retired");

  g_assert_cmpuint (pack->gaps->len, ==, 4);
  g_assert_cmpstr (((MingGap *) g_ptr_array_index (pack->gaps, 0))->care[0], ==, "inpatient");
  g_assert_null (((MingGap *) g_ptr_array_index (pack->gaps, 1))->care[0]);
  g_assert_cmpuint (((MingGap *) g_ptr_array_index (pack->gaps, 0))->about, ==, MING_ABOUT_CARE);
  g_assert_cmpuint (((MingGap *) g_ptr_array_index (pack->gaps, 1))->about, ==, MING_ABOUT_EVERYTHING);
  g_assert_cmpuint (((MingGap *) g_ptr_array_index (pack->gaps, 2))->about, ==,
                    MING_ABOUT_RETIREMENT_YEARS | MING_ABOUT_CONTRIBUTION);
  g_assert_cmpuint (((MingGap *) g_ptr_array_index (pack->gaps, 3))->about, ==, 0);
}

/* The hash is that of the bytes, so that a receipt can name exactly this file. */
static void
test_hash (void)
{
  static const char abc[] = "abc";
  g_autoptr (GBytes) bytes = g_bytes_new_static (abc, 3);
  g_autoptr (MingPack) pack = load_good ("990000-310");
  g_autofree char *contents = NULL;
  g_autofree char *sum = NULL;
  gsize length = 0;

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_cmpstr (sum, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_true (g_file_get_contents (pack->file, &contents, &length, NULL));
  g_free (sum);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
  g_assert_cmpstr (pack->sha256, ==, sum);
}

static void
test_references (void)
{
  MingPack *pack = load_good ("990000-390");

  g_assert_true (ming_pack_ref (pack) == pack);
  ming_pack_unref (pack);
  g_assert_cmpstr (pack->id, ==, "990000-390");
  ming_pack_unref (pack);
}

static void
test_layer (void)
{
  g_autoptr (MingPack) pack = load_good ("990000-310");
  const MingLayerSpec *pool = get_layer (pack, 0);
  const MingLayerSpec *civil = get_layer (pack, 2);
  const MingLayerSpec *keep = get_layer (pack, 3);
  const MingRow *first = g_ptr_array_index (pool->deductible->rows->rows, 0);
  const MingRow *retired = g_ptr_array_index (pool->bands->rates->rows, 3);
  const MingRow *second = g_ptr_array_index (pool->bands->rates->rows, 1);
  const MingCapSpec *cap = g_ptr_array_index (pool->caps, 0);
  const MingTable *points = g_ptr_array_index (pool->bands->points, 0);

  g_assert_cmpint (pool->kind, ==, MING_LAYER_SPLIT);
  g_assert_cmpint (pool->payer, ==, MING_PAYER_HIFP);
  g_assert_cmpuint (pool->parts, ==, MING_PART_BIT (MING_PART_IN_SCOPE));
  g_assert_cmpstr (pool->counter, ==, "pool");
  g_assert_cmpstr (pool->pointer, ==, "/care/inpatient/versions/0/layers/0");

  g_assert_cmpint (pool->deductible->kind, ==, MING_DEDUCTIBLE_PER_ADMISSION);
  g_assert_cmpint (pool->deductible->period_days, ==, 90);
  g_assert_cmpint (first->amount[MING_COLUMN_AMOUNT].fen, ==, 90000);
  g_assert_cmpint (first->amount[MING_COLUMN_LESS_EACH].fen, ==, 10000);
  g_assert_cmpint (first->amount[MING_COLUMN_NOT_BELOW].fen, ==, 30000);
  g_assert_cmpint (((MingRow *) g_ptr_array_index (pool->deductible->rows->rows, 3))
                       ->amount[MING_COLUMN_CEILING]
                       .state,
                   ==, MING_CELL_UNKNOWN);

  g_assert_cmpint (pool->bands->n_bands, ==, 3);
  g_assert_cmpint (pool->bands->edge_fen[0], ==, 3000000);
  g_assert_cmpint (pool->bands->edge_fen[1], ==, 4000000);
  g_assert_cmpint (pool->bands->axis, ==, MING_AXIS_FIRST_YUAN);
  g_assert_cmpint (pool->bands->round_where, ==, MING_ROUND_PER_LAYER);
  g_assert_cmpint (pool->bands->rounding.mode, ==, MING_ROUND_HALF_EVEN);
  g_assert_cmpint (second->rate[MING_COLUMN_RATE].rate_state[1], ==, MING_CELL_UNKNOWN);
  g_assert_cmpint (second->rate[MING_COLUMN_RATE].rate[2].num, ==, 970000);
  g_assert_nonnull (retired->self_share_of);
  g_assert_cmpint (retired->rate[MING_COLUMN_TIMES].rate[0].num, ==, 600000);
  g_assert_true (((MingRow *) g_ptr_array_index (points->rows, 1))->rate[MING_COLUMN_ADD].negative);
  g_assert_true (points->optional);
  g_assert_cmpint (g_array_index (pool->bands->not_above, MingRate, 0).num, ==, 990000);

  g_assert_cmpstr (cap->counter, ==, "year_cap");
  g_assert_cmpint (cap->period, ==, MING_PERIOD_YEAR);
  g_assert_true (cap->bonus.present);
  g_assert_cmpint (cap->bonus.from_year, ==, 5);
  g_assert_cmpint (((MingRow *) g_ptr_array_index (cap->rows->rows, 2))->amount[MING_COLUMN_AMOUNT].state, ==,
                   MING_CELL_NONE);

  g_assert_cmpint (civil->kind, ==, MING_LAYER_ON_REST);
  g_assert_cmpuint (civil->from_layers->len, ==, 2);
  g_assert_cmpstr (civil->code_deductible, ==, "GBS1");
  g_assert_cmpstr (civil->code_bands, ==, "GB");
  g_assert_cmpuint (civil->when->len, ==, 1);
  g_assert_cmpint (((MingRow *) g_ptr_array_index (keep->bands->rates->rows, 0))
                       ->rate[MING_COLUMN_RATE]
                       .rate[0]
                       .den,
                   ==, 37);
}

static void
assert_papers (const MingRow *row, const char *key, const char *clause, MingEvidence evidence)
{
  const MingCitation *citation = g_ptr_array_index (row->citations, 0);

  g_assert_cmpuint (row->citations->len, ==, 1);
  g_assert_cmpstr (citation->source->key, ==, key);
  g_assert_cmpstr (citation->clause, ==, clause);
  g_assert_cmpint (row->evidence, ==, evidence);
}

/* A row takes the sources of its table, its layer, its version; its own take their place. */
static void
test_inheritance (void)
{
  g_autoptr (MingPack) pack = load_good ("990000-310");
  const MingLayerSpec *pool = get_layer (pack, 0);
  GPtrArray *deductible = pool->deductible->rows->rows;

  assert_papers (g_ptr_array_index (deductible, 0), "rule", "第五条", MING_EVIDENCE_OFFICIAL_TEXT);
  assert_papers (g_ptr_array_index (deductible, 1), "rule", "第五条", MING_EVIDENCE_SECONDARY);
  assert_papers (g_ptr_array_index (deductible, 2), "press", NULL, MING_EVIDENCE_SECONDARY);
  assert_papers (g_ptr_array_index (pool->bands->rates->rows, 0), "rule", NULL, MING_EVIDENCE_OFFICIAL_TEXT);
  assert_papers (g_ptr_array_index (get_layer (pack, 3)->bands->rates->rows, 0), "hearsay", NULL,
                 MING_EVIDENCE_UNVERIFIED);
  g_assert_cmpint (((MingCapSpec *) g_ptr_array_index (pool->caps, 0))->bonus.evidence, ==,
                   MING_EVIDENCE_SECONDARY);
}

static void
test_care (void)
{
  g_autoptr (MingPack) pack = load_good ("990000-310");
  const MingCareVersion *version = get_version (pack, 0, 1);

  g_assert_cmpstr (ming_pack_find_care (pack, "21")->key, ==, "inpatient");
  g_assert_cmpstr (ming_pack_find_care (pack, "2101")->key, ==, "outpatient"); /* the longer prefix wins */
  g_assert_cmpstr (ming_pack_find_care (pack, "2102")->key, ==, "inpatient");
  g_assert_cmpstr (ming_pack_find_care (pack, "11")->key, ==, "outpatient");
  g_assert_null (ming_pack_find_care (pack, "31"));
  g_assert_null (ming_pack_find_care (pack, ""));
  g_assert_null (ming_pack_find_care (pack, NULL));

  g_assert_true (version->has_financing);
  g_assert_cmpuint (version->financing.may_own, ==,
                    MING_PART_BIT (MING_PART_DEDUCTIBLE) | MING_PART_BIT (MING_PART_SHARE)
                        | MING_PART_BIT (MING_PART_FIRST_PAY));
  g_assert_cmpint (version->financing.n_order, ==, 4);
  g_assert_cmpint (version->financing.order[3], ==, MING_PART_FULL_OWN);
  g_assert_true (version->away_first->optional);
  g_assert_cmpint (version->away_rounding.unit, ==, MING_UNIT_TEN_YUAN);
  g_assert_cmpint (version->first_pay_rounding.mode, ==, MING_ROUND_DOWN);
  g_assert_false (get_version (pack, 1, 0)->has_financing);
}

static void
test_dated (void)
{
  g_autoptr (MingPack) pack = load_good ("990000-310");
  const MingDatedBase *base = g_ptr_array_index (pack->bases, 0);
  const MingDatedTable *rules = g_ptr_array_index (pack->contribution_rules, 0);
  const MingRow *flexible = g_ptr_array_index (rules->table->rows, 1);
  const MingPartCell *person
      = g_ptr_array_index (((MingRow *) g_ptr_array_index (rules->table->rows, 0))->parts, 1);
  const MingDatedTable *old = g_ptr_array_index (pack->account_credit, 0);
  const MingYearsVersion *years = g_ptr_array_index (pack->retirement_years, 0);
  const MingDatedTable *waiting = g_ptr_array_index (pack->waiting, 0);
  const MingDatedTable *premium = g_ptr_array_index (pack->resident_premium, 0);

  g_assert_cmpint (base->floor.fen, ==, 400000);
  g_assert_cmpint (((MingDatedBase *) g_ptr_array_index (pack->bases, 1))->cap.state, ==, MING_CELL_UNKNOWN);
  g_assert_true (flexible->per_year);
  g_assert_cmpint (flexible->amount[MING_COLUMN_BASE].fen, ==, 400000);
  g_assert_cmpint (person->amount.fen, ==, 300);
  g_assert_cmpint (person->rounding.unit, ==, MING_UNIT_JIAO);
  g_assert_cmpstr (old->span.note.en, ==, "Old rule");
  g_assert_cmpstr (((MingRow *) g_ptr_array_index (old->table->rows, 2))->kind, ==, "percent_of_average");
  g_assert_true (years->makeup.present && years->makeup.monthly && years->makeup.at_once);
  g_assert_cmpint (((MingRow *) g_ptr_array_index (years->dated.table->rows, 2))
                       ->number[MING_COLUMN_LOCAL_MONTHS]
                       .number,
                   ==, 60);
  g_assert_cmpint (((MingRow *) g_ptr_array_index (waiting->table->rows, 0))
                       ->number[MING_COLUMN_LONG_BREAK_AT_LEAST]
                       .number,
                   ==, 6);
  g_assert_cmpint (((MingRow *) g_ptr_array_index (premium->table->rows, 0))->amount[MING_COLUMN_SUBSIDY].fen,
                   ==, 70000);
}

/* Both ends of a version count, and nothing stands in for a missing one. */
static void
test_in_force (void)
{
  static const struct
  {
    MingDate date;
    int version;       /* index in ascending order, -1: none */
    const char *words; /* of the message */
  } cases[] = {
    { { 2023, 12, 31 }, -1, "the first known version begins on 2024-01-01" },
    { { 2024, 1, 1 }, 0, NULL },
    { { 2025, 6, 30 }, 0, NULL },
    { { 2025, 7, 1 }, -1, "the version before ended on 2025-06-30, the next one begins on 2026-07-01" },
    { { 2026, 6, 30 }, -1, "ended on 2025-06-30" },
    { { 2026, 7, 1 }, 1, NULL },
    { { 2027, 6, 30 }, 1, NULL },
    { { 2027, 7, 1 }, -1, "(from 2027-07-01 on) is announced but not yet in force" },
  };
  g_autoptr (MingPack) pack = load_good ("990000-310");
  GPtrArray *versions = ((MingCare *) g_ptr_array_index (pack->cares, 0))->versions;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GError) none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gconstpointer found = ming_pack_in_force (versions, &cases[i].date, "住院", &error);

      if (cases[i].version >= 0)
        {
          g_assert_no_error (error);
          g_assert_true (found == g_ptr_array_index (versions, (guint) cases[i].version));
          continue;
        }
      g_assert_null (found);
      g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_RULE);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      g_assert_true (g_str_has_prefix (error->message, "住院"));
    }
  g_assert_null (ming_pack_in_force (nothing, &cases[0].date, "x", &none));
  g_assert_nonnull (strstr (none->message, "the pack has no version of it"));
}

static void
test_ended (void)
{
  g_autoptr (MingPack) pack = load_good ("990000-310");
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  MingDate date = DATE (2026, 1, 1);

  g_ptr_array_add (first, g_ptr_array_index (pack->account_credit, 0));
  g_assert_null (ming_pack_in_force (first, &date, "x", &error));
  g_assert_nonnull (
      strstr (error->message, "the last known version was in force from 2020-01-01 to 2025-12-31"));
}

static void
test_counters (void)
{
  static const char *const expected[] = { "pool", "year_cap", "large", "civil_year", "keep", "scope", "out" };
  g_autoptr (MingPack) pack = load_good ("990000-310");
  g_autoptr (GPtrArray) counters = ming_pack_counters (pack);

  g_assert_cmpuint (counters->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < counters->len; i++)
    {
      g_assert_cmpstr (g_ptr_array_index (counters, i), ==, expected[i]);
      g_assert_cmpint (ming_pack_counter_index (pack, expected[i]), ==, (int) i);
    }
  g_assert_cmpint (ming_pack_counter_index (pack, "civil"), ==, -1);
  g_assert_cmpint (ming_pack_counter_index (pack, NULL), ==, -1);
}

static void
test_library (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "policy", "packs", "good", NULL);
  g_autoptr (MingLibrary) library = ming_library_load (folder, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (library->packs->len, ==, 2);
  g_assert_cmpstr (ming_library_find (library, "990000", "310", NULL)->id, ==, "990000-310");
  g_assert_cmpstr (ming_library_find (library, "990021", "390", NULL)->id, ==, "990000-390");
  g_assert_null (ming_library_find (library, "990121", "390", &error)); /* a city is not its province */
  g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_PACK);
  g_clear_error (&error);
  g_assert_null (ming_library_find (library, "990000", "510", &error));
  g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_PACK);
  g_assert_null (ming_library_find (library, "", "310", NULL));
}

/* A district of a municipality finds the municipality, whose packs come with the program. */
static void
test_shipped (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("MING_DATADIR"), "policies", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLibrary) library = ming_library_load (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < library->problems->len; i++)
    {
      g_autofree char *text = ming_problem_format (g_ptr_array_index (library->problems, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (library->problems->len, ==, 0);
  g_assert_cmpstr (ming_library_find (library, "110105", "310", NULL)->id, ==, "110000-310");
}

/* The example of the documentation is a pack like any other. */
static void
test_example (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "docs", "examples", "999900-310.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingPack) pack = ming_pack_load_file (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (pack->demonstration);
}

/* Some editors put a byte order mark before everything; it changes the hash and nothing else. */
static void
test_byte_order_mark (void)
{
  g_autoptr (MingPack) plain = load_good ("990000-390");
  g_autoptr (GString) marked = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MingPack) pack = NULL;
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (plain->file, &contents, NULL, NULL));
  g_string_append (marked, contents);
  bytes = g_bytes_new (marked->str, marked->len);
  pack = ming_pack_load_bytes (bytes, "990000-390.json", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pack->id, ==, plain->id);
  g_assert_cmpstr (pack->sha256, !=, plain->sha256);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/head", test_head);
  g_test_add_func ("/pack/hash", test_hash);
  g_test_add_func ("/pack/references", test_references);
  g_test_add_func ("/pack/layer", test_layer);
  g_test_add_func ("/pack/inheritance", test_inheritance);
  g_test_add_func ("/pack/care", test_care);
  g_test_add_func ("/pack/dated", test_dated);
  g_test_add_func ("/pack/in-force", test_in_force);
  g_test_add_func ("/pack/ended", test_ended);
  g_test_add_func ("/pack/counters", test_counters);
  g_test_add_func ("/pack/library", test_library);
  g_test_add_func ("/pack/shipped", test_shipped);
  g_test_add_func ("/pack/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/pack/example", test_example);
  return g_test_run ();
}
