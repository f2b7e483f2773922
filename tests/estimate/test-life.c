/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"
#include "formula.h"

/* The working life: retirement, years and what they cost, waiting, premium; with the shipped packs. */

static const struct
{
  const char *word;
  MingRetireeKind kind;
  int old_age_years, first_year, step;
} kinds[] = {
  { "male60", MING_RETIREE_MALE_60, 60, 1965, 4 },
  { "female55", MING_RETIREE_FEMALE_55, 55, 1970, 4 },
  { "female50", MING_RETIREE_FEMALE_50, 50, 1975, 2 },
};

static MingLifeQuestion
question_of (const char *region, const char *insutype, int year, int month, int day)
{
  MingLifeQuestion question = ming_life_question_none ();

  question.region = region;
  question.insutype = insutype;
  question.date = (MingDate){ year, (gint8) month, (gint8) day };
  return question;
}

static MingLife *
answer (const MingLifeQuestion *question)
{
  g_autoptr (GError) error = NULL;
  MingLife *life = ming_life_new (asking_shipped (), question, &error);

  g_assert_no_error (error);
  return life;
}

static void
set_retirement (MingLifeQuestion *question, MingRetireeKind kind, int year, int month)
{
  question->kind_known = TRUE;
  question->kind = kind;
  question->brdy = (MingDate){ year, (gint8) month, 15 };
}

static char *
month_text (int month)
{
  return g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);
}

/* The step whose band is @band, which tells the five answers apart. */
static const MingStep *
find_step (GPtrArray *steps, int band)
{
  for (guint i = 0; i < steps->len; i++)
    if (((const MingStep *) g_ptr_array_index (steps, i))->band == band)
      return g_ptr_array_index (steps, i);
  g_assert_not_reached ();
}

/* One line of retirement.tsv. */
static void
check_vector (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);
  MingLifeQuestion question = question_of ("110000", "310", 2025, 1, 1);
  g_autoptr (MingLife) life = NULL;
  g_autofree char *month = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (parts[0], kinds[i].word))
      set_retirement (&question, kinds[i].kind, atoi (parts[1]), atoi (parts[1] + 5));
  g_assert_true (question.kind_known);
  life = answer (&question);
  g_assert_cmpint (life->retirement.outcome, ==, MING_OUTCOME_KNOWN);
  month = month_text (life->retirement.retirement.month);
  g_test_message ("%s", line);
  g_assert_cmpint (life->retirement.retirement.delay_months, ==, atoi (parts[2]));
  g_assert_cmpstr (month, ==, parts[3]);
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "estimate", "retirement.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_checked = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '#' && **line != '\0')
      {
        check_vector (*line);
        n_checked += 1;
      }
  g_assert_cmpuint (n_checked, ==, 28);
}

/*
 * Every month of birth from 1960 to 1995, by walking: the delay grows by a month whenever @step months of
 * birth have gone by since the reform's first one, and the statutory age stops at 63, 58, 55.
 */
static void
test_every_month (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      int delay = 0, in_step = 0, most = kinds[i].old_age_years == 50 ? 60 : 36;

      for (int birth = 1960 * 12; birth < 1996 * 12; birth++)
        {
          MingRetirement retirement;
          MingDate date = { birth / 12, (gint8) (birth % 12 + 1), 28 };

          if (birth >= kinds[i].first_year * 12)
            {
              if (in_step == 0 && delay < most)
                delay += 1;
              in_step = (in_step + 1) % kinds[i].step;
            }
          g_assert_cmpint (ming_retirement_compute (kinds[i].kind, date, &retirement), ==, MING_OK);
          g_assert_cmpint (retirement.delay_months, ==, delay);
          g_assert_cmpint (retirement.age_months, ==, kinds[i].old_age_years * 12 + delay);
          g_assert_cmpint (retirement.month, ==, birth + retirement.age_months);
          g_assert_cmpint (retirement.latest_month, ==, retirement.month + 36);
          g_assert_cmpint (retirement.earliest_month, ==,
                           MAX (retirement.month - 36, birth + kinds[i].old_age_years * 12));
        }
      g_assert_cmpint (delay, ==, most);
    }
}

/* The least years for a pension, by year of retirement: 15 until 2029, then half a year more each year to 20.
 */
static void
test_pension_months (void)
{
  static const int months[] = { 180, 180, 186, 192, 198, 204, 210, 216, 222, 228, 234, 240, 240 };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    g_assert_cmpint (ming_retirement_pension_months (2028 + (int) i), ==, months[i]);
  g_assert_cmpint (ming_retirement_pension_months (2060), ==, 240);
}

/* Only what is missing is asked for, also where a row goes by the year of retirement (广州). */
static void
test_names_what_is_missing (void)
{
  static const struct
  {
    gboolean kind, birth;
  } rows[] = { { FALSE, FALSE }, { TRUE, FALSE }, { FALSE, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      MingLifeQuestion question = question_of ("440100", "310", 2026, 3, 1);
      g_autoptr (MingLife) life = NULL;

      question.kind_known = rows[i].kind;
      question.kind = MING_RETIREE_MALE_60;
      question.gend = "1";
      if (rows[i].birth)
        question.brdy = (MingDate){ 1966, 1, 15 };
      life = answer (&question);
      g_assert_cmpint (life->retirement.outcome, ==, MING_OUTCOME_NOT_ASKED);
      g_assert_cmpint (strstr (life->retirement.message, "irth date") != NULL, ==, !rows[i].birth);
      g_assert_cmpint (strstr (life->retirement.message, "kind of retirement") != NULL, ==, !rows[i].kind);
      g_assert_cmpint (life->years.outcome, ==, MING_OUTCOME_NOT_ASKED);
      g_assert_cmpint (strstr (life->years.message, "irth date") != NULL, ==, !rows[i].birth);
      g_assert_cmpint (strstr (life->years.message, "kind of retirement") != NULL, ==, !rows[i].kind);
    }
}

/* Nothing is asked, nothing is guessed: each answer says what it needs. */
static void
test_nothing_given (void)
{
  MingLifeQuestion question = question_of ("110000", "310", 2026, 3, 1);
  g_autoptr (MingLife) life = answer (&question);
  g_autoptr (GPtrArray) steps = ming_life_explain (life);

  g_assert_cmpint (life->retirement.outcome, ==, MING_OUTCOME_NOT_ASKED);
  g_assert_cmpint (life->years.outcome, ==, MING_OUTCOME_NOT_ASKED);
  g_assert_nonnull (strstr (life->years.message, "sex"));
  g_assert_cmpint (life->waiting.outcome, ==, MING_OUTCOME_NO_RULE);
  g_assert_cmpint (life->premium.outcome, ==, MING_OUTCOME_NO_RULE);
  g_assert_cmpuint (steps->len, ==, 0);
}

/* 北京: 25 years for men, 20 for women; the kind of retirement tells the sex. */
static void
test_beijing (void)
{
  static const struct
  {
    MingRetireeKind kind;
    int paid, deemed, missing;
  } cases[] = {
    { MING_RETIREE_MALE_60, 300, 0, 0 },   { MING_RETIREE_MALE_60, 299, 0, 1 },
    { MING_RETIREE_MALE_60, 200, 40, 60 }, { MING_RETIREE_FEMALE_55, 240, 0, 0 },
    { MING_RETIREE_FEMALE_50, 0, 0, 240 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingLifeQuestion question =
          question_of ("110108", "310", 2026, 3, 1); /* a district belongs to its city */
      g_autoptr (MingLife) life = NULL;
      g_autoptr (GPtrArray) steps = NULL;

      set_retirement (&question, cases[i].kind, 1976, 9);
      question.paid_months = cases[i].paid;
      question.deemed_months = cases[i].deemed;
      life = answer (&question);
      steps = ming_life_explain (life);
      g_assert_cmpint (life->years.outcome, ==, MING_OUTCOME_KNOWN);
      g_assert_cmpint (life->years.gap.missing_months, ==, cases[i].missing);
      g_assert_cmpint (life->years.cost_outcome, ==, MING_OUTCOME_UNKNOWN);
      g_assert_true (formula_is_number (find_step (steps, 1)->formula, cases[i].missing));
    }
}

/* 广州: years by the year of retirement, ten of them paid here; before 2030 the figure is not known. */
static void
test_guangzhou (void)
{
  MingLifeQuestion question = question_of ("440100", "310", 2026, 3, 1);
  g_autoptr (MingLife) early = NULL;
  g_autoptr (MingLife) late = NULL;
  g_autoptr (MingLife) wrong = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  question.paid_months = 350;
  question.local_months = 100;
  set_retirement (&question, MING_RETIREE_MALE_60, 1965, 1); /* 2025-02 */
  early = answer (&question);
  g_assert_cmpint (early->years.outcome, ==, MING_OUTCOME_UNKNOWN);
  set_retirement (&question, MING_RETIREE_MALE_60, 1976, 9); /* 2039-09 */
  late = answer (&question);
  g_assert_cmpint (late->years.outcome, ==, MING_OUTCOME_KNOWN);
  g_assert_cmpint (late->years.gap.total_gap_months, ==, 10);
  g_assert_cmpint (late->years.gap.local_gap_months, ==, 20);
  g_assert_cmpint (late->years.gap.missing_months, ==, 20);
  steps = ming_life_explain (late);
  g_assert_true (formula_is_number (find_step (steps, 1)->formula, 20));
  g_assert_nonnull (strstr (find_step (steps, 1)->sentence, "ended on 2025-06-30"));
  question.local_months = 351;
  wrong = answer (&question);
  g_assert_cmpint (wrong->years.outcome, ==, MING_OUTCOME_NOT_ASKED);
  g_assert_nonnull (wrong->years.message);
}

/* 上海: fifteen years, men and women alike; waiting six months, none within three of other cover. */
static void
test_shanghai (void)
{
  static const struct
  {
    int gap, months;
  } cases[] = { { 0, 0 }, { 3, 0 }, { 4, 6 }, { 24, 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingLifeQuestion question = question_of ("310000", "310", 2026, 7, 1);
      g_autoptr (MingLife) life = NULL;
      g_autoptr (GPtrArray) steps = NULL;

      question.gap_months = cases[i].gap;
      question.paid_months = 170;
      life = answer (&question);
      steps = ming_life_explain (life);
      g_assert_cmpint (life->years.gap.missing_months, ==, 10);
      g_assert_cmpint (life->waiting.outcome, ==, MING_OUTCOME_KNOWN);
      g_assert_cmpint (life->waiting.waiting.months, ==, cases[i].months);
      g_assert_true (formula_is_number (find_step (steps, 3)->formula, cases[i].months));
    }
}

/* 国办发〔2024〕38号: three months, one more for each broken year, one less for each repaired, six from four
 * on. */
static void
test_national_waiting (void)
{
  static const struct
  {
    int broken, repaired, months;
    gboolean in_window;
  } cases[] = {
    { 0, 0, 3, FALSE }, { 1, 0, 4, FALSE }, { 3, 0, 6, FALSE }, { 3, 3, 3, FALSE }, { 3, 1, 5, FALSE },
    { 4, 0, 7, FALSE }, { 4, 4, 6, FALSE }, { 5, 2, 6, FALSE }, { 5, 1, 7, FALSE }, { 0, 0, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingLifeQuestion question = question_of ("100000", "390", 2025, 3, 1);
      g_autoptr (MingLife) life = NULL;
      g_autoptr (GPtrArray) steps = NULL;

      question.broken_years = cases[i].broken;
      question.repaired_years = cases[i].repaired;
      question.in_window = cases[i].in_window;
      life = answer (&question);
      steps = ming_life_explain (life);
      g_assert_cmpint (life->waiting.waiting.months, ==, cases[i].months);
      g_assert_true (formula_is_number (find_step (steps, 3)->formula, cases[i].months));
    }
}

static void
test_waiting_refused (void)
{
  MingLifeQuestion question = question_of ("100000", "390", 2025, 3, 1);
  g_autoptr (MingLife) nothing = answer (&question);
  g_autoptr (MingLife) wrong = NULL;

  g_assert_cmpint (nothing->waiting.outcome, ==, MING_OUTCOME_NOT_ASKED);
  question.broken_years = 1;
  question.repaired_years = 2;
  wrong = answer (&question);
  g_assert_cmpint (wrong->waiting.outcome, ==, MING_OUTCOME_NOT_ASKED);
  g_assert_nonnull (wrong->waiting.message);
}

/* The premium of the year of cover; in the autumn before, that of the year to come. */
static void
test_premium (void)
{
  static const struct
  {
    const char *region;
    int year, month;
    const char *psn_type;
    MingOutcome outcome;
    int coverage_year;
    MingFen person_fen, subsidy_fen; /* subsidy -1: not known */
  } cases[] = {
    { "100000", 2025, 3, NULL, MING_OUTCOME_KNOWN, 2025, 40000, 70000 },
    { "100000", 2026, 3, NULL, MING_OUTCOME_KNOWN, 2026, 40000, 72400 },
    { "100000", 2024, 10, NULL, MING_OUTCOME_KNOWN, 2025, 40000, 70000 },
    { "100000", 2027, 3, NULL, MING_OUTCOME_NO_RULE, 0, 0, -1 },
    { "360100", 2025, 3, NULL, MING_OUTCOME_KNOWN, 2025, 40000, 67000 },
    { "440100", 2026, 3, NULL, MING_OUTCOME_NOT_ASKED, 0, 0, -1 },
    { "110000", 2025, 12, NULL, MING_OUTCOME_NOT_ASKED, 0, 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MingLifeQuestion question = question_of (cases[i].region, "390", cases[i].year, cases[i].month, 20);
      g_autoptr (MingLife) life = NULL;

      question.psn_type = cases[i].psn_type;
      life = answer (&question);
      g_test_message ("%s in %d-%d: %s", cases[i].region, cases[i].year, cases[i].month,
                      life->premium.message ? life->premium.message : "");
      g_assert_cmpint (life->premium.outcome, ==, cases[i].outcome);
      g_assert_cmpint (life->premium.coverage_year, ==, cases[i].coverage_year);
      g_assert_cmpint (life->premium.person_fen, ==, cases[i].person_fen);
      g_assert_cmpint (life->premium.subsidy_known ? life->premium.subsidy_fen : -1, ==,
                       cases[i].subsidy_fen);
    }
}

/* A pack that knows what a month costs. */
static void
test_cost (void)
{
  MingLifeQuestion question = question_of ("999100", "310", 2025, 11, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (MingLife) life = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  const MingStep *cost;
  g_autofree char *why = NULL;

  question.paid_months = 170;
  life = ming_life_new (asking_own (), &question, &error);
  g_assert_no_error (error);
  g_assert_cmpint (life->years.gap.missing_months, ==, 10);
  g_assert_cmpint (life->years.cost_outcome, ==, MING_OUTCOME_KNOWN);
  g_assert_cmpint (life->years.month_fen, ==, 33335); /* 4,166.88 × 8 % = 333.3504 */
  g_assert_cmpint (life->years.at_once_fen, ==, 333350);
  steps = ming_life_explain (life);
  cost = find_step (steps, 2);
  g_assert_true (formula_agrees (cost, &why));
}

static void
test_no_pack (void)
{
  MingLifeQuestion question = question_of ("999999", "310", 2026, 3, 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (ming_life_new (asking_shipped (), &question, &error));
  g_assert_error (error, MING_POLICY_ERROR, MING_POLICY_ERROR_NO_PACK);
}

/* What the steps look like, in both languages. */
static void
test_shown (void)
{
  static const char *const languages[] = { "zh", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      MingLifeQuestion own = question_of ("999100", "310", 2025, 11, 3);
      MingLifeQuestion city = question_of ("440100", "310", 2026, 3, 1);
      MingLifeQuestion national = question_of ("100000", "390", 2025, 3, 1);
      g_autofree char *name = g_strdup_printf ("life-shown.%s.txt", languages[i]);
      g_autoptr (GString) text = g_string_new (NULL);
      const MingLifeQuestion *questions[] = { &own, &city, &national };

      asking_speak (languages[i]);
      own.paid_months = 170;
      set_retirement (&city, MING_RETIREE_FEMALE_50, 1984, 10);
      city.paid_months = 250;
      city.deemed_months = 20;
      city.local_months = 110;
      national.broken_years = 5;
      national.repaired_years = 2;
      for (guint k = 0; k < G_N_ELEMENTS (questions); k++)
        {
          g_autoptr (MingLife) life =
              ming_life_new (k == 0 ? asking_own () : asking_shipped (), questions[k], NULL);
          g_autoptr (GPtrArray) steps = ming_life_explain (life);
          g_autofree char *printed = asking_print_steps (steps);

          g_string_append (text, printed);
        }
      asking_compare (name, text->str);
    }
  asking_speak ("en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("en");
  g_test_add_func ("/life/vectors", test_vectors);
  g_test_add_func ("/life/every-month", test_every_month);
  g_test_add_func ("/life/pension-months", test_pension_months);
  g_test_add_func ("/life/nothing-given", test_nothing_given);
  g_test_add_func ("/life/names-what-is-missing", test_names_what_is_missing);
  g_test_add_func ("/life/beijing", test_beijing);
  g_test_add_func ("/life/guangzhou", test_guangzhou);
  g_test_add_func ("/life/shanghai", test_shanghai);
  g_test_add_func ("/life/national-waiting", test_national_waiting);
  g_test_add_func ("/life/waiting-refused", test_waiting_refused);
  g_test_add_func ("/life/premium", test_premium);
  g_test_add_func ("/life/cost", test_cost);
  g_test_add_func ("/life/no-pack", test_no_pack);
  g_test_add_func ("/life/shown", test_shown);
  return g_test_run ();
}
