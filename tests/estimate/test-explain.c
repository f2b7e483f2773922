/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"
#include "formula.h"

/*
 * Every step kind in both languages, compared with tests/estimate/steps (README.md there says how to renew
 * them), and every formula of every case worked out by a calculator that knows nothing of the program.
 */

static const char *const languages[] = { "zh", "en" };

/* One file of tests/estimate/steps, and the case that shows it. */
static const struct
{
  const char *name;
  const char *file;
} shown[] = {
  /* the bill */
  { "classes", "examples/CT-10.json" },
  { "class-b-items", "mechanisms/class-b-items.json" },
  { "class-b-items-many", "mechanisms/class-b-items-many.json" },
  { "four-classes", "examples/BJ-08.json" },
  { "away-first", "places/jiangxi-away-referral.json" },
  /* deductibles */
  { "deductible-first-stay", "beijing/retired-50000.json" },
  { "deductible-second-stay", "beijing/two-stays.json" },
  { "deductible-below", "beijing/deductible-minus.json" },
  { "deductible-steps-down", "mechanisms/deductible-steps-down-7.json" },
  { "deductible-steps-down-least", "mechanisms/deductible-steps-down-8.json" },
  { "deductible-factors", "mechanisms/deductible-minor-outside-aided.json" },
  { "deductible-once-a-year", "mechanisms/deductible-once-a-year.json" },
  { "deductible-highest", "places/hangzhou-student-two-stays.json" },
  { "deductible-highest-down", "places/hangzhou-student-level-down.json" },
  { "deductible-cumulative", "beijing/outpatient-1800-minus.json" },
  { "deductible-year-stop", "mechanisms/deductible-year-stop.json" },
  { "deductible-percent", "mechanisms/deductible-percent.json" },
  { "deductible-percent-floor", "mechanisms/deductible-percent-floor-minus.json" },
  { "deductible-percent-ceiling", "mechanisms/deductible-percent-ceiling-plus.json" },
  { "deductible-long-stay", "examples/BJ-11.json" },
  { "deductible-transfer", "mechanisms/transfer-up.json" },
  { "deductible-none", "places/fictional-third-stay.json" },
  { "deductible-on-rest", "places/fictional-resident-catastrophic-plus.json" },
  /* bands */
  { "bands-year", "beijing/special-bands-run-over-the-year.json" },
  { "bands-per-band", "mechanisms/rounded-per-band.json" },
  { "bands-per-layer", "mechanisms/rounded-per-layer.json" },
  { "bands-jiao", "mechanisms/rounding-jiao.json" },
  { "bands-yuan", "mechanisms/rounding-yuan.json" },
  { "bands-ten-yuan", "mechanisms/rounding-ten-yuan.json" },
  { "bands-half-even", "mechanisms/rounding-half-even.json" },
  { "bands-points", "mechanisms/points-age-70-unfiled.json" },
  /* caps */
  { "cap-payment", "beijing/cap-plus.json" },
  { "cap-used-up", "beijing/large-cap-400000-plus.json" },
  { "cap-fraction", "examples/LAY-03.json" },
  { "cap-cost", "mechanisms/limit-before-rate.json" },
  { "cap-eligible", "mechanisms/cap-on-eligible.json" },
  { "cap-quarter", "mechanisms/cap-per-quarter.json" },
  { "cap-month", "mechanisms/limit-starts-again-next-month.json" },
  { "cap-shared", "mechanisms/cap-shared.json" },
  { "cap-bonus", "mechanisms/cap-bonus-six-and-one.json" },
  { "cap-by-months", "mechanisms/cap-by-months-11.json" },
  /* layers on the rest */
  { "share-of-scope", "examples/BJ-01.json" },
  { "keep", "examples/BJ-03.json" },
  { "on-rest", "examples/AID-01.json" },
  /* financing */
  { "account", "places/E04-deductible-is-personal.json" },
  { "account-empty", "places/E18-same-bill-empty-account.json" },
  { "family", "mechanisms/family-by-rank.json" },
  /* account credit and contribution */
  { "credit-percent", "beijing/credit-2022-09.json" },
  { "credit-two-rates", "beijing/credit-2022-08-age-34.json" },
  { "credit-floor", "beijing/credit-floor-minus.json" },
  { "credit-cap", "beijing/credit-cap.json" },
  { "credit-fixed", "beijing/credit-retired-70.json" },
  { "credit-pension", "examples/PA-13.json" },
  { "credit-average", "examples/PA-17.json" },
  { "credit-none", "places/shenzhen-grade-2.json" },
  { "credit-some-months", "mechanisms/months-not-credited.json" },
  { "credit-month-left-out", "mechanisms/month-not-credited.json" },
  { "account-debit", "mechanisms/account-debit.json" },
  { "contribution", "beijing/contribution-2025.json" },
  { "contribution-flexible", "places/chengdu-flexible-2024.json" },
  { "contribution-a-year", "places/chongqing-grade-1.json" },
};

static void
test_shown (gconstpointer data)
{
  const char *name = shown[GPOINTER_TO_UINT (data)].name;
  MingLibrary *library = NULL;
  g_autoptr (MingCase) input = asking_case_of_file (shown[GPOINTER_TO_UINT (data)].file, &library);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (MingEstimate) answer = NULL;
      g_autoptr (GPtrArray) steps = NULL;
      g_autofree char *text = NULL;
      g_autofree char *file = g_strdup_printf ("%s.%s.txt", name, languages[i]);

      asking_speak (languages[i]);
      answer = asking_answer (library, input);
      steps = asking_steps (answer);
      text = asking_print_steps (steps);
      asking_compare (file, text);
    }
}

/* What every step owes its reader, whatever it explains. */
static void
check_step (const char *file, const MingStep *step)
{
  g_autofree char *why = NULL;
  gboolean agrees = formula_agrees (step, &why);

  if (!agrees)
    g_test_message ("%s, %s: %s", file, step->title, why);
  g_assert_true (agrees);
  g_assert_cmpstr (step->title, !=, "");
  g_assert_cmpstr (step->sentence, !=, "");
  g_assert_true (g_utf8_validate (step->sentence, -1, NULL));
  g_assert_true (strchr (step->sentence, '%') == NULL || strstr (step->sentence, " %") != NULL);
  for (guint i = 0; i < step->why_not->len; i++)
    {
      const char *text = g_ptr_array_index (step->why_not, i);

      /* what was asked for and what is the case are both named */
      g_assert_null (strstr (text, "“”"));
      g_assert_nonnull (strstr (text, "“"));
    }
}

/* The steps in the language of the program: every row of every table is explained by one of them. */
static void
check_answer (const char *file, const MingEstimate *answer)
{
  g_autoptr (GPtrArray) steps = asking_steps (answer);

  for (guint i = 0; i < steps->len; i++)
    check_step (file, g_ptr_array_index (steps, i));
  for (guint i = 0; i < answer->visits->len; i++)
    {
      const MingVisitResult *result = g_ptr_array_index (answer->visits, i);
      g_autoptr (GPtrArray) rows = ming_explain_table (result);
      g_autoptr (GPtrArray) own = ming_explain_visit (result);

      for (guint k = 0; k < rows->len; k++)
        {
          const MingTableRow *row = g_ptr_array_index (rows, k);

          if (row->step > 0)
            g_assert_cmpint (row->step, <=, (int) own->len);
          else /* stated by the hospital, or the sum */
            g_assert_true (row->is_total || g_str_has_prefix (row->code, "10") || *row->code == '\0');
        }
    }
}

static void
test_formulas (gconstpointer data)
{
  g_autoptr (GPtrArray) files = asking_list_files ();

  asking_speak (data);
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      MingLibrary *library = NULL;
      g_autoptr (MingCase) input = asking_case_of_file (file, &library);
      g_autoptr (MingEstimate) answer = asking_answer (library, input);

      check_answer (file, answer);
    }
}

/* No golden file is left over from a case that is no longer shown. */
static void
test_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "estimate", "steps", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gboolean known = g_str_equal (name, "README.md") || g_str_has_prefix (name, "life-")
                       || g_str_has_prefix (name, "interest.");

      for (guint i = 0; i < G_N_ELEMENTS (shown) && !known; i++)
        {
          g_auto (GStrv) parts = g_strsplit (name, ".", 2);

          known = g_str_equal (parts[0], shown[i].name);
        }
      if (!known)
        g_test_message ("%s shows nothing", name);
      g_assert_true (known);
    }
}

/* The calculator itself. */
static void
test_calculator (void)
{
  static const struct
  {
    const char *formula;
    gint64 fen;
    gboolean agrees;
  } cases[] = {
    { "1,300.00", 130000, TRUE },
    { "(30,000.00 − 1,300.00) × 91 % = 26,117.00", 2611700, TRUE },
    { "(30,000.00 − 1,300.00) × 91 % = 26,117.01", 2611701, FALSE },
    { "(30,000.00 − 1,300.00) × 91 % = 26,117.00", 2611701, FALSE },
    { "取小（300.00 × 60 %；100.00） = 100.00", 10000, TRUE },
    { "min (300.00 × 60 %; 100.00) = 100.00", 10000, TRUE },
    { "max (1.00 − 2.00; 0.00) = 0.00", 0, TRUE },
    { "(0.33 + 1 ÷ 300) × 3 = 1.00", 100, TRUE },
    { "37.00 × 2/37 = 2.00", 200, TRUE },
    { "1.00 × 33 % =", 33, FALSE },
    { "1.00 × ", 100, FALSE },
    { "1.00 a month", 100, FALSE },
    { "0.01 × 50 % = 0.01", 1, FALSE }, /* nothing said of rounding */
    { "1.00 − 2.00", -100, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingStep step = { .formula = (char *) cases[i].formula,
                        .rounding = (char *) "",
                        .amount_fen = cases[i].fen };
      g_autofree char *why = NULL;

      g_test_message ("%s", cases[i].formula);
      g_assert_cmpint (formula_agrees (&step, &why), ==, cases[i].agrees);
    }
  g_assert_true (formula_is_number ("max (300 − 240; 120 − 100; 0) = 60", 60));
  g_assert_false (formula_is_number ("max (300 − 240; 120 − 100; 0) = 61", 61));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/calculator", test_calculator);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *path = g_strdup_printf ("/explain/shown/%s", shown[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_shown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/explain/formulas/%s", languages[i]);

      g_test_add_data_func (path, languages[i], test_formulas);
    }
  g_test_add_func ("/explain/files", test_files);
  return g_test_run ();
}
