/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <glib.h>

#include "desk/life/ming-life-form.h"
#include "counter.h"

/* What 退休与年限 shows, without a screen: the session's person and the page's own counts. */

#define UNKNOWN "—"

typedef struct
{
  MingSession *session;
  MingLifeValues *values;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->session = counter_open ();
  fixture->values = ming_life_values_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  ming_life_values_free (fixture->values);
  g_assert_finalize_object (fixture->session);
}

static MingLifeForm *
make_form (Fixture *fixture)
{
  return ming_life_form_new (fixture->values, ming_session_get_values (fixture->session),
                             ming_session_get_form (fixture->session),
                             ming_session_get_world (fixture->session));
}

static void
set (Fixture *fixture, MingLifeField field, const char *text)
{
  ming_life_values_set (fixture->values, field, text);
}

/* Nothing typed: every figure has its caption and says that it is not known. */
static void
test_empty (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (MingLifeForm) form = make_form (fixture);

  for (int i = 0; i < MING_N_LIFE_FIGURES; i++)
    {
      g_assert_cmpstr (form->figure[i].caption, !=, "");
      g_assert_cmpstr (form->figure[i].value, ==, UNKNOWN);
    }
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    {
      g_assert_true (form->field[i].visible);
      g_assert_cmpstr (form->field[i].label, !=, "");
      g_assert_cmpstr (form->field[i].fault, ==, NULL);
      g_assert_true ((form->field[i].choices != NULL) == (ming_life_field_kind (i) == MING_KIND_CHOICE));
    }
  g_assert_cmpuint (form->messages->len, >, 0);
}

/* 2024-09-13 的决定: a month later for every four (or two) months of birth. */
static void
test_date (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *kind, *birth, *month;
  } rows[] = {
    { "male60", "19641231", "2024-12" },   { "male60", "19650101", "2025-02" },
    { "male60", "19660115", "2026-05" },   { "male60", "19760901", "2039-09" },
    { "female55", "19691231", "2024-12" }, { "female55", "19700101", "2025-02" },
    { "female50", "19741231", "2024-12" }, { "female50", "19750101", "2025-02" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MingLifeForm) form = NULL;

      set (fixture, MING_LIFE_KIND, rows[i].kind);
      ming_session_set_field (fixture->session, MING_FIELD_BRDY, rows[i].birth);
      form = make_form (fixture);
      g_test_message ("%s born %s", rows[i].kind, rows[i].birth);
      g_assert_cmpstr (form->figure[MING_LIFE_FIGURE_DATE].value, ==, rows[i].month);
      g_assert_cmpuint (form->steps->len, ==, 1);
      g_assert_cmpstr (form->field[MING_LIFE_KIND].text, !=, rows[i].kind);
    }
}

/* Beijing asks for 300 months of men: one month short, none short, more than asked for. */
static void
test_missing_months (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *paid, *deemed;
    int missing;
  } rows[] = {
    { "240", "36", 24 }, { "263", "36", 1 }, { "264", "36", 0 }, { "300", "", 0 }, { "301", "0", 0 },
  };

  set (fixture, MING_LIFE_KIND, "male60");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MingLifeForm) form = NULL;

      set (fixture, MING_LIFE_PAID, rows[i].paid);
      set (fixture, MING_LIFE_DEEMED, rows[i].deemed);
      form = make_form (fixture);
      g_assert_nonnull (form->life);
      g_assert_cmpint (form->life->years.gap.missing_months, ==, rows[i].missing);
      g_assert_cmpint (atoi (form->figure[MING_LIFE_FIGURE_MISSING].value), ==, rows[i].missing);
      g_assert_nonnull (strstr (form->figure[MING_LIFE_FIGURE_MISSING].note, "300"));
      /* what the missing months cost is not in the pack, and no figure stands in for it */
      g_assert_cmpstr (form->figure[MING_LIFE_FIGURE_COST].value, ==, UNKNOWN);
      g_assert_true ((*form->figure[MING_LIFE_FIGURE_COST].note != '\0') == (rows[i].missing > 0));
    }
}

/* Guangzhou's residents for 2026: 3 months, 1 more for each broken year, at least 6 after a long break. */
static void
test_waiting (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *broken, *repaired;
    int months;
  } rows[] = { { "4", "4", 6 }, { "5", "", 8 }, { "3", "", 6 }, { "2", "", 5 } };

  ming_session_set_field (fixture->session, MING_FIELD_REGION, "440100");
  ming_session_set_field (fixture->session, MING_FIELD_INSUTYPE, "390");
  ming_session_set_field (fixture->session, MING_FIELD_DATE, "20260203");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MingLifeForm) form = NULL;

      set (fixture, MING_LIFE_BROKEN, rows[i].broken);
      set (fixture, MING_LIFE_REPAIRED, rows[i].repaired);
      form = make_form (fixture);
      g_test_message ("broken %s, made up %s", rows[i].broken, rows[i].repaired);
      g_assert_cmpint (atoi (form->figure[MING_LIFE_FIGURE_WAITING].value), ==, rows[i].months);
    }
}

/* What cannot be read is marked in its field, and nothing is computed from it. */
static void
test_faults (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    MingLifeField field;
    const char *text;
    gboolean taken;
  } rows[] = {
    { MING_LIFE_PAID, "1200", TRUE },
    { MING_LIFE_PAID, "1201", FALSE },
    { MING_LIFE_PAID, "-1", FALSE },
    { MING_LIFE_PAID, "２４０", TRUE },
    { MING_LIFE_PAID, "24x", FALSE },
    { MING_LIFE_BROKEN, "99", TRUE },
    { MING_LIFE_BROKEN, "100", FALSE },
    { MING_LIFE_KIND, "male61", FALSE },
    { MING_LIFE_GAP, "0", TRUE },
    { MING_LIFE_DEEMED, " ", TRUE },
    { MING_LIFE_KIND, "female50", TRUE },
    { MING_LIFE_LOCAL, "1.5", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MingLifeForm) form = NULL;

      set (fixture, rows[i].field, rows[i].text);
      form = make_form (fixture);
      set (fixture, rows[i].field, "");
      g_test_message ("%d: “%s”", (int) rows[i].field, rows[i].text);
      g_assert_true ((form->field[rows[i].field].fault == NULL) == rows[i].taken);
      g_assert_true ((form->life != NULL) == rows[i].taken);
      if (!rows[i].taken)
        for (int k = 0; k < MING_N_LIFE_FIGURES; k++)
          g_assert_cmpstr (form->figure[k].value, ==, UNKNOWN);
    }
}

/* A region without a pack is answered by nothing, not by another region's rules. */
static void
test_no_pack (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (MingLifeForm) form = NULL;

  ming_session_set_field (fixture->session, MING_FIELD_REGION, "659900");
  set (fixture, MING_LIFE_KIND, "male60");
  set (fixture, MING_LIFE_PAID, "240");
  form = make_form (fixture);
  g_assert_null (form->life);
  g_assert_cmpuint (form->steps->len, ==, 0);
  g_assert_cmpstr (form->figure[MING_LIFE_FIGURE_MISSING].value, ==, UNKNOWN);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/life-form/empty", test_empty);
  add ("/life-form/date", test_date);
  add ("/life-form/missing-months", test_missing_months);
  add ("/life-form/waiting", test_waiting);
  add ("/life-form/faults", test_faults);
  add ("/life-form/no-pack", test_no_pack);
  return g_test_run ();
}
