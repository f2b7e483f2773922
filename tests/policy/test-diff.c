/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "policy/ming-diff.h"

static MingPack *
load (const char *folder, const char *base)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "policy", "packs", folder, base, NULL);
  g_autoptr (GError) error = NULL;
  MingPack *pack = ming_pack_load_file (path, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

typedef struct
{
  MingChangeKind kind;
  const char *text;
} Expected;

static void
assert_changes (const MingDiff *diff, const Expected *expected, guint n_expected)
{
  for (guint i = 0; i < diff->changes->len; i++)
    {
      const MingChange *change = g_ptr_array_index (diff->changes, i);
      g_autofree char *text = ming_change_describe (change);

      g_assert_cmpuint (i, <, n_expected);
      g_assert_cmpstr (text, ==, expected[i].text);
      g_assert_cmpint (change->kind, ==, expected[i].kind);
      g_assert_cmpint (change->before == NULL, ==, change->kind == MING_CHANGE_ADDED);
      g_assert_cmpint (change->after == NULL, ==, change->kind == MING_CHANGE_REMOVED);
    }
  g_assert_cmpuint (diff->changes->len, ==, n_expected);
}

/* Old value, new value, document, dates, who is touched. */
static void
test_packs (void)
{
  static const Expected expected[] = {
    { MING_CHANGE_VALUE, "Account credit (retired): 100.00 → 110.00\n  《测试办法》 第三条 [secondary source]\n"
                         "  in force from 2026-01-01" },
    { MING_CHANGE_VALUE,
      "Inpatient · Pooled fund · basis of the deductible (everybody): for each stay → once a year\n"
      "  in force from 2026-01-01" },
    { MING_CHANGE_PAPERS,
      "Inpatient · Pooled fund · deductible (everybody): 900.00 as before, on other papers\n"
      "  《测试办法》 [secondary source]\n  《调整通知》(测医保发〔2026〕9号) [official text]\n"
      "  in force from 2026-01-01" },
    { MING_CHANGE_VALUE, "Inpatient · Pooled fund · end of band 1 (everybody): 30,000.00 → 35,000.00\n"
                         "  《测试办法》 [secondary source]\n  in force from 2026-01-01" },
    { MING_CHANGE_VALUE, "Inpatient · Pooled fund · rate · band 2 (third-level hospital): 90 % → unknown\n"
                         "  《测试办法》 [secondary source]\n  in force from 2026-01-01" },
    { MING_CHANGE_ADDED,
      "Inpatient · Pooled fund · rate · band 1 (third-level hospital · aged 70 or over): new: 95 %\n"
      "  《调整通知》(测医保发〔2026〕9号) 第二条 [official text]\n  in force from 2026-01-01" },
    { MING_CHANGE_ADDED,
      "Inpatient · Pooled fund · rate · band 2 (third-level hospital · aged 70 or over): new: 95 %\n"
      "  《调整通知》(测医保发〔2026〕9号) 第二条 [official text]\n  in force from 2026-01-01" },
    { MING_CHANGE_REMOVED, "Inpatient · Large-amount aid · rate (everybody): no longer: 80 %\n"
                           "  《测试办法》 [secondary source]\n  in force from 2026-01-01" },
  };
  g_autoptr (MingPack) a = load ("good", "990000-390.json");
  g_autoptr (MingPack) b = load ("diff", "990000-390.json");
  g_autoptr (MingDiff) diff = ming_diff_packs (a, b);

  assert_changes (diff, expected, G_N_ELEMENTS (expected));
}

static void
test_same (void)
{
  g_autoptr (MingPack) a = load ("good", "990000-310.json");
  g_autoptr (MingPack) b = load ("good", "990000-310.json");
  g_autoptr (MingDiff) diff = ming_diff_packs (a, b);

  g_assert_cmpuint (diff->changes->len, ==, 0);
}

/* Two days of one pack: only what is in force on them is compared, what is announced is not. */
static void
test_dates (void)
{
  static const Expected expected[] = {
    { MING_CHANGE_VALUE,
      "Account credit · formula of the credit (retired): a share of a published average → "
      "a share of the own pension\n"
      "  in force from 2026-01-01" },
    { MING_CHANGE_VALUE,
      "Account credit · own rate (retired): 4.3 % → 2 %\n"
      "  《测试办法》(测政发〔2026〕1号) 第三条 [official text]\n  in force from 2026-01-01" },
  };
  g_autoptr (MingPack) pack = load ("good", "990000-310.json");
  MingDate from = { 2025, 12, 31 }, to = { 2026, 1, 1 }, far = { 2027, 7, 1 };
  g_autoptr (MingDiff) diff = ming_diff_dates (pack, &from, pack, &to);
  g_autoptr (MingDiff) none = ming_diff_dates (pack, &from, pack, &from);
  g_autoptr (MingDiff) ended = ming_diff_dates (pack, &far, pack, &far);
  guint n_found = 0;

  for (guint i = 0; i < diff->changes->len; i++)
    {
      g_autofree char *text = ming_change_describe (g_ptr_array_index (diff->changes, i));

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        n_found += g_str_equal (text, expected[j].text);
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (none->changes->len, ==, 0);
  g_assert_cmpuint (ended->changes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/packs", test_packs);
  g_test_add_func ("/diff/same", test_same);
  g_test_add_func ("/diff/dates", test_dates);
  return g_test_run ();
}
