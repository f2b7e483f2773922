/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "counter.h"
#include "desk/ming-asked.h"
#include "desk/ming-codes.h"
#include "desk/ming-field-state.h"
#include "desk/ming-headline.h"
#include "desk/ming-lines.h"
#include "desk/ming-places.h"
#include "i18n/ming-locale.h"

/* What the pages share and no screen is needed for: choices, codes, lists of words, headlines, states. */

static void
check_label (const char *code, const char *name, const char *wanted)
{
  g_autofree char *label = NULL;
  MingChoice *choice = ming_choice_new (code, name, NULL);

  label = ming_choice_label (choice);
  g_assert_cmpstr (label, ==, wanted);
  g_assert_cmpstr (choice->initials, ==, "");
  ming_choice_free (choice);
}

static void
test_choice (void)
{
  g_autoptr (GPtrArray) choices = ming_choices_new ();

  check_label ("1201", "职工退休", "职工退休 1201");
  /* A code that says no more than the name, or is only the program's own. */
  check_label ("1", "男", "男");
  check_label ("home", "参保地", "参保地");
  check_label ("第一档", "第一档", "第一档");

  g_ptr_array_add (choices, ming_choice_new ("1101", "在职职工", "zzzg"));
  g_assert_cmpstr (ming_choices_find (choices, "1101")->name, ==, "在职职工");
  g_assert_null (ming_choices_find (choices, "110"));
  g_assert_null (ming_choices_find (choices, NULL));
  g_assert_null (ming_choices_find (NULL, "1101"));
  ming_choice_free (NULL);
}

static void
test_codes (void)
{
  g_autoptr (GPtrArray) sexes = ming_codes_list (MING_CODES_GEND);

  g_assert_cmpuint (sexes->len, >=, 2);
  g_assert_cmpstr (ming_choices_find (sexes, "1")->name, ==, ming_codes_name (MING_CODES_GEND, "1"));
  g_assert_cmpstr (ming_codes_name (MING_CODES_GEND, "no such code"), ==, "no such code");
}

/* A region is shown by its name, one that nobody knows has none; a counter opens where it was, if it can. */
static void
test_places (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateWorld *world = ming_session_get_world (session);
  g_autofree char *known = ming_places_name (world->regions, world->library, "110000");
  g_autofree char *unknown = ming_places_name (world->regions, world->library, "000000");
  g_autoptr (GPtrArray) packs = ming_places_search (world->regions, world->library, "", 3);

  g_assert_nonnull (strstr (known, "北京"));
  g_assert_null (unknown);
  g_assert_cmpuint (packs->len, ==, 3);
  g_assert_cmpstr (ming_places_default (world->library, "370600"), ==, "370600");
  g_assert_cmpstr (ming_places_default (world->library, "000000"), !=, "000000");
  g_assert_cmpstr (ming_places_default (world->library, ""), !=, "");
}

/* A stay in Beijing depends on the level of the hospital and on no disease; the account on neither. */
static void
test_asked (void)
{
  g_autoptr (MingSession) session = counter_open ();
  const MingEstimateForm *form = ming_session_get_form (session);
  g_autoptr (MingAsked) asked = ming_asked_new (form->pack, ming_pack_find_care (form->pack, "21"));
  g_autoptr (MingAsked) person = ming_asked_new (form->pack, NULL);

  g_assert_true (asked->text[MING_FACT_HOSP_LV]);
  g_assert_false (asked->text[MING_FACT_OPSP_DISE_CODE]);
  g_assert_cmpuint (asked->words[MING_FACT_HOSP_LV]->len, >, 0);
  g_assert_true (person->text[MING_FACT_PSN_TYPE]);
  g_assert_false (person->text[MING_FACT_HOSP_LV]);
  g_assert_true (ming_pack_knows_code (form->pack, MING_FACT_PSN_TYPE, "1201"));
  g_assert_false (ming_pack_knows_code (form->pack, MING_FACT_PSN_TYPE, "1401"));
  ming_asked_free (NULL);
}

static GPtrArray *
make_words (const char *first, const char *second, const char *third)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) first);
  if (second != NULL)
    g_ptr_array_add (words, (gpointer) second);
  if (third != NULL)
    g_ptr_array_add (words, (gpointer) third);
  return words;
}

/* The list that is joined stays as it was: it may be somebody else's. */
static void
test_lists (void)
{
  g_autoptr (GPtrArray) words = make_words ("甲", "乙", "丙");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *list = ming_lines_list (words);
  g_autofree char *clauses = ming_lines_clauses (words);
  g_autofree char *below = ming_lines_join (words);
  g_autofree char *nothing = ming_lines_list (none);

  g_assert_cmpstr (list, ==, "甲、乙、丙");
  g_assert_cmpstr (clauses, ==, "甲；乙；丙");
  g_assert_cmpstr (below, ==, "甲\n乙\n丙");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (words->len, ==, 3);
}

static void
test_tables_as_text (void)
{
  char *first[] = { (char *) "甲", (char *) "1.00", NULL };
  char *second[] = { (char *) "乙", (char *) "", NULL };
  g_autoptr (GPtrArray) headings = make_words ("项目", "金额", NULL);
  g_autoptr (GPtrArray) lines = make_words ((const char *) first, (const char *) second, NULL);
  g_autofree char *rows = ming_lines_to_text (lines);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpstr (rows, ==, "甲\t1.00\n乙\t\n");
  ming_lines_append_headings (text, headings);
  g_string_append_c (text, '\n');
  ming_lines_append_cells (text, first);
  g_assert_cmpstr (text->str, ==, "项目\t金额\n甲\t1.00");
}

/* A figure that is not known is a dash, never nothing and never nil; the caption stays. */
static void
test_headline (void)
{
  MingHeadline headline = { 0 };

  ming_headline_set (&headline, "现金", g_strdup ("1.00"), g_strdup ("占三成"));
  g_assert_cmpstr (headline.value, ==, "1.00");
  ming_headline_set (&headline, NULL, NULL, NULL);
  g_assert_cmpstr (headline.caption, ==, "现金");
  g_assert_cmpstr (headline.value, ==, "—");
  g_assert_cmpstr (headline.note, ==, "");
  ming_headline_clear (&headline);
  g_assert_null (headline.caption);
}

static void
test_field_state (void)
{
  MingFieldState state = { 0 };

  ming_field_state_init (&state, g_strdup ("总费用"), "1.00");
  g_assert_true (state.visible && state.sensitive);
  g_assert_cmpstr (state.text, ==, "1.00");
  g_assert_cmpstr (state.unit, ==, "");
  g_assert_cmpstr (state.placeholder, ==, "");
  g_assert_null (state.fault);
  ming_field_state_clear (&state);
  g_assert_null (state.label);
  g_assert_null (state.text);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/choice", test_choice);
  g_test_add_func ("/words/codes", test_codes);
  g_test_add_func ("/words/places", test_places);
  g_test_add_func ("/words/asked", test_asked);
  g_test_add_func ("/words/lists", test_lists);
  g_test_add_func ("/words/tables-as-text", test_tables_as_text);
  g_test_add_func ("/words/headline", test_headline);
  g_test_add_func ("/words/field-state", test_field_state);
  return g_test_run ();
}
