/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "asking.h"
#include "estimate/ming-year.h"

/* A year computed twice: what a visit inserted, refunded or corrected changes behind it; and the next
 * admission. */

#define HEAD                                                                                                 \
  "{\"format\": \"mingsuan-case/1\", \"insuplc_admdvs\": \"999100\", \"insutype\": \"310\", "                \
  "\"date\": \"2025-11-03\", \"person\": {}, \"visits\": ["

/* A stay of one day in a third-level hospital; @scope is all of the bill. */
static char *
stay (const char *id, const char *day, const char *scope)
{
  g_autofree char *label = id != NULL ? g_strdup_printf ("\"id\": \"%s\", ", id) : g_strdup ("");

  return g_strdup_printf (
      "{%s\"med_type\": \"21\", \"hosp_lv\": \"02\", \"begndate\": \"%s\", \"enddate\": \"%s\", "
      "\"medfee_sumamt\": \"%s\", \"fulamt_ownpay_amt\": \"0\", \"overlmt_selfpay\": \"0\", "
      "\"preselfpay_amt\": \"0\"}",
      label, day, day, scope);
}

/* The answer to the stays given, ended by NULL. */
static MingEstimate *answer_stays (char *first, ...) G_GNUC_NULL_TERMINATED;

static MingEstimate *
answer_stays (char *first, ...)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  va_list args;

  va_start (args, first);
  for (char *next = first; next != NULL; next = va_arg (args, char *))
    {
      g_string_append_printf (text, "%s%s", next == first ? "" : ", ", next);
      g_free (next);
    }
  va_end (args);
  g_string_append (text, "]}");
  return asking_answer_text (asking_own (), text->str);
}

static const MingYearChange *
change_at (GPtrArray *changes, guint index)
{
  g_assert_cmpuint (index, <, changes->len);
  return g_ptr_array_index (changes, index);
}

static void
assert_change (GPtrArray *changes, guint index, const char *id, MingFen fund_before, MingFen fund_after,
               MingFen person_before, MingFen person_after)
{
  const MingYearChange *change = change_at (changes, index);

  g_assert_cmpstr (change->id, ==, id);
  g_assert_cmpint (change->fund_before_fen, ==, fund_before);
  g_assert_cmpint (change->fund_after_fen, ==, fund_after);
  g_assert_cmpint (change->person_before_fen, ==, person_before);
  g_assert_cmpint (change->person_after_fen, ==, person_after);
}

/* Nothing changed, nothing is listed. */
static void
test_same (void)
{
  g_autoptr (MingEstimate) a =
      answer_stays (stay ("a", "2025-08-01", "11000.00"), stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (MingEstimate) b =
      answer_stays (stay ("a", "2025-08-01", "11000.00"), stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (GPtrArray) changes = ming_year_differences (a, b);

  g_assert_cmpuint (changes->len, ==, 0);
}

/* A stay handed in late comes first: it bears 1,000 and the one behind it only 500, paid back to the person.
 */
static void
test_insert (void)
{
  g_autoptr (MingEstimate) before = answer_stays (stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (MingEstimate) after =
      answer_stays (stay ("a", "2025-08-01", "6000.00"), stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (GPtrArray) changes = ming_year_differences (before, after);

  g_assert_cmpuint (changes->len, ==, 2);
  assert_change (changes, 0, "a", 0, 400000, 0, 200000);
  g_assert_true (change_at (changes, 0)->added);
  assert_change (changes, 1, "b", 800000, 840000, 300000, 260000);
  g_assert_false (change_at (changes, 1)->added);
  g_assert_cmpint (change_at (changes, 1)->date.month, ==, 9);
}

/* A refunded stay is gone; the one behind it is a first one again, and the person pays 400 more. */
static void
test_refund (void)
{
  g_autoptr (MingEstimate) before =
      answer_stays (stay ("a", "2025-08-01", "6000.00"), stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (MingEstimate) after = answer_stays (stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (GPtrArray) changes = ming_year_differences (before, after);

  g_assert_cmpuint (changes->len, ==, 2);
  assert_change (changes, 0, "b", 840000, 800000, 260000, 300000);
  assert_change (changes, 1, "a", 400000, 0, 200000, 0);
  g_assert_true (change_at (changes, 1)->removed);
}

/* A corrected bill leaves less of the yearly cap to the next one: to the fen. */
static void
test_correct (void)
{
  g_autoptr (MingEstimate) before =
      answer_stays (stay ("a", "2025-08-01", "49000.00"), stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (MingEstimate) after =
      answer_stays (stay ("a", "2025-08-01", "54333.35"), stay ("b", "2025-09-01", "11000.00"), NULL);
  g_autoptr (GPtrArray) changes = ming_year_differences (before, after);

  /*
   * a: 20,000 × 80 % + 28,000 × 90 % = 41,200.00; then 20,000 × 80 % + 33,333.35 × 90 % = 46,000.02.
   * b: 10,500 × 80 % = 8,400.00; then what is left of the cap, 3,999.98, and 70 % of the cost it left over:
   *    10,500 − 3,999.98 ÷ 80 % = 5,500.025, of which the second fund pays 3,850.02.
   */
  g_assert_cmpuint (changes->len, ==, 2);
  assert_change (changes, 0, "a", 4120000, 4600002, 780000, 833333);
  assert_change (changes, 1, "b", 840000, 399998 + 385002, 260000, 1100000 - 399998 - 385002);
}

/* Without labels visits are told apart by kind and dates; a second one of the same day stays itself. */
static void
test_without_labels (void)
{
  g_autoptr (MingEstimate) before =
      answer_stays (stay (NULL, "2025-08-01", "6000.00"), stay (NULL, "2025-08-01", "7000.00"), NULL);
  g_autoptr (MingEstimate) after =
      answer_stays (stay (NULL, "2025-07-15", "3000.00"), stay (NULL, "2025-08-01", "6000.00"),
                    stay (NULL, "2025-08-01", "7000.00"), NULL);
  g_autoptr (GPtrArray) changes = ming_year_differences (before, after);

  g_assert_cmpuint (changes->len, ==, 2); /* the last one bears 500 either way */
  assert_change (changes, 0, "1", 0, 160000, 0, 140000);
  assert_change (changes, 1, "2", 400000, 440000, 200000, 160000);
}

/* A visit that is not known pays nobody anything and is no difference until it becomes known. */
static void
test_unknown (void)
{
  g_autoptr (MingEstimate) before = answer_stays (stay ("a", "2026-01-05", "6000.00"), NULL);
  g_autoptr (MingEstimate) after = answer_stays (stay ("a", "2026-01-05", "7000.00"), NULL);
  g_autoptr (GPtrArray) changes = ming_year_differences (before, after);

  g_assert_cmpuint (changes->len, ==, 0);
}

/* What the next admission costs: a second one in the same year, a first one after 1 July. */
static void
test_next (void)
{
  g_autofree char *text = NULL;
  g_autofree char *one = stay (NULL, "2025-06-01", "11000.00");
  g_autoptr (MingCase) input = NULL;
  MingCaseVisit *like;
  g_autoptr (MingEstimate) same_year = NULL;
  g_autoptr (MingEstimate) next_year = NULL;
  const MingVisitResult *result;

  text = g_strconcat (HEAD, one, "]}", NULL);
  input = asking_parse (text);
  like = ming_case_visit_copy (g_ptr_array_index (input->visits, 0));
  like->enddate = (MingDate){ 0 };
  like->admission = 7; /* what was typed for the old stay says nothing of the next */
  same_year = ming_year_next (asking_own (), input, like, NULL);
  g_assert_nonnull (same_year);
  g_assert_cmpuint (same_year->visits->len, ==, 2);
  result = g_ptr_array_index (same_year->visits, 1);
  g_assert_cmpint (result->settlement.dedc_std_fen, ==, 50000);
  g_assert_cmpint (result->visit->enddate.month, ==, 6);

  like->begndate = like->enddate = (MingDate){ 2025, 7, 1 };
  next_year = ming_year_next (asking_own (), input, like, NULL);
  g_assert_nonnull (next_year);
  result = g_ptr_array_index (next_year->visits, 1);
  g_assert_cmpint (result->settlement.dedc_std_fen, ==, 100000);
  g_assert_cmpuint (input->visits->len, ==, 1); /* the question itself is left alone */
  ming_case_visit_free (like);
}

/* The first visit of all is asked about on the day of asking. */
static void
test_next_of_nothing (void)
{
  g_autoptr (MingCase) input = asking_parse (HEAD "]}");
  g_autofree char *one = stay (NULL, "2025-06-01", "11000.00");
  g_autofree char *text = g_strconcat (HEAD, one, "]}", NULL);
  g_autoptr (MingCase) other = asking_parse (text);
  MingCaseVisit *like = ming_case_visit_copy (g_ptr_array_index (other->visits, 0));
  g_autoptr (MingEstimate) next = NULL;

  like->enddate = (MingDate){ 0 };
  next = ming_year_next (asking_own (), input, like, NULL);
  g_assert_nonnull (next);
  g_assert_cmpint (((const MingVisitResult *) g_ptr_array_index (next->visits, 0))->visit->enddate.month, ==,
                   11);
  ming_case_visit_free (like);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  asking_speak ("en");
  g_test_add_func ("/year/same", test_same);
  g_test_add_func ("/year/insert", test_insert);
  g_test_add_func ("/year/refund", test_refund);
  g_test_add_func ("/year/correct", test_correct);
  g_test_add_func ("/year/without-labels", test_without_labels);
  g_test_add_func ("/year/unknown", test_unknown);
  g_test_add_func ("/year/next", test_next);
  g_test_add_func ("/year/next-of-nothing", test_next_of_nothing);
  return g_test_run ();
}
