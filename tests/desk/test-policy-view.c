/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib.h>

#include "desk/ming-session.h"
#include "desk/policy/ming-policy-view.h"
#include "policy/ming-coverage.h"
#include "counter.h"

/* What 政策库 shows, without a screen: the library, the search, one pack and what changes in it. */

static MingSession *
open_library (void)
{
  MingSession *session = ming_session_new (g_getenv ("MING_DATADIR"), today);

  g_assert_cmpstr (ming_session_get_problem (session), ==, NULL);
  return session;
}

static MingPolicyView *
view_of (MingSession *session, const char *typed, const char *pack_id)
{
  const MingEstimateWorld *world = ming_session_get_world (session);

  return ming_policy_view_new (world->library, world->regions, typed, pack_id, &today);
}

static const char *
cell_of (GPtrArray *rows, guint row, guint column)
{
  GStrv cells = g_ptr_array_index (rows, row);

  g_assert_cmpuint (column, <, g_strv_length (cells));
  return cells[column];
}

static guint
number_of (GPtrArray *rows, guint row, guint column)
{
  return (guint) g_ascii_strtoull (cell_of (rows, row, column), NULL, 10);
}

/* Every pack has its row, and the row's numbers add up to its figures. */
static void
test_all_packs (void)
{
  g_autoptr (MingSession) session = open_library ();
  g_autoptr (MingPolicyView) view = view_of (session, " ", NULL);
  g_autofree char *count = g_strdup_printf ("%u", ming_session_get_world (session)->library->packs->len);

  g_assert_cmpuint (view->packs->len, ==, ming_session_get_world (session)->library->packs->len);
  g_assert_cmpuint (view->pack_rows->len, ==, view->packs->len);
  g_assert_nonnull (strstr (view->heading, count));
  g_assert_true (view->chosen == g_ptr_array_index (view->packs, 0));
  for (guint i = 0; i < view->packs->len; i++)
    {
      const MingPack *pack = g_ptr_array_index (view->packs, i);

      g_test_message ("%s", pack->id);
      g_assert_cmpstr (cell_of (view->pack_rows, i, 1), ==, pack->id);
      g_assert_cmpuint (number_of (view->pack_rows, i, 2), >, 0);
      g_assert_cmpuint (number_of (view->pack_rows, i, 2), ==,
                        number_of (view->pack_rows, i, 3) + number_of (view->pack_rows, i, 4)
                          + number_of (view->pack_rows, i, 5));
    }
}

/* By code, name and initials; what no region is called finds nothing, and says how to help oneself. */
static void
test_search (void)
{
  static const struct
  {
    const char *typed;
    const char *region;
  } rows[] = { { "370600", "370600" }, { "烟台", "370600" }, { "yt", "370600" }, { "bj", "110000" },
               { "4401", "440100" },   { "xyzzy", NULL } };
  g_autoptr (MingSession) session = open_library ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (MingPolicyView) view = view_of (session, rows[i].typed, NULL);
      gboolean found = FALSE;

      g_test_message ("%s", rows[i].typed);
      for (guint k = 0; k < view->packs->len; k++)
        {
          const MingPack *pack = g_ptr_array_index (view->packs, k);

          found |= g_strcmp0 (pack->region, rows[i].region) == 0;
        }
      g_assert_true (found == (rows[i].region != NULL));
      g_assert_true (view->packs->len < ming_session_get_world (session)->library->packs->len);
      if (rows[i].region != NULL)
        continue;
      g_assert_null (view->chosen);
      g_assert_cmpuint (view->figure_rows->len, ==, 0);
      g_assert_cmpuint (view->version_rows->len, ==, 0);
      g_assert_cmpstr (view->summary, !=, "");
    }
}

/* The pack that was asked for; the first one when the search no longer has it. */
static void
test_chosen (void)
{
  g_autoptr (MingSession) session = open_library ();
  g_autoptr (MingPolicyView) asked = view_of (session, "", "440100-390");
  g_autoptr (MingPolicyView) lost = view_of (session, "370600", "440100-390");

  g_assert_cmpstr (asked->chosen->id, ==, "440100-390");
  g_assert_nonnull (strstr (asked->summary, "440100-390"));
  g_assert_nonnull (strstr (asked->summary, asked->chosen->revision));
  g_assert_cmpstr (lost->chosen->region, ==, "370600");
}

/* Each number of a pack stands in the list, with papers; an unknown one wears no mark of evidence. */
static void
test_figures (void)
{
  g_autoptr (MingSession) session = open_library ();
  g_autoptr (MingPolicyView) view = view_of (session, "", "110000-310");
  MingTally tally = ming_coverage_tally (view->chosen);
  guint marked = 0;

  g_assert_cmpuint (view->figure_rows->len, ==, ming_tally_total (&tally));
  g_assert_cmpuint (view->papers->len, ==, view->figure_rows->len);
  for (guint i = 0; i < view->figure_rows->len; i++)
    {
      g_assert_cmpstr (cell_of (view->figure_rows, i, 0), !=, "");
      g_assert_cmpstr (cell_of (view->figure_rows, i, 1), !=, "");
      if (*cell_of (view->figure_rows, i, 2) == '\0')
        continue;
      marked++;
      g_assert_cmpstr (g_ptr_array_index (view->papers, i), !=, "");
    }
  g_assert_cmpuint (marked, ==, ming_tally_total (&tally) - tally.unknown);
}

/* A version is named by its days and by what today makes of it. */
static void
test_versions (void)
{
  g_autoptr (MingSession) session = open_library ();
  g_autoptr (MingPolicyView) view = view_of (session, "", "110000-310");
  guint begun = 0, over = 0;

  for (guint i = 0; i < view->version_rows->len; i++)
    {
      const char *from = cell_of (view->version_rows, i, 1);
      const char *until = cell_of (view->version_rows, i, 2);

      g_assert_cmpstr (cell_of (view->version_rows, i, 0), !=, "");
      g_assert_cmpstr (cell_of (view->version_rows, i, 3), !=, "");
      g_assert_cmpuint (strlen (from), ==, strlen ("2022-09-01"));
      g_assert_true (*until == '\0' || strcmp (from, until) <= 0);
      begun += g_str_equal (from, "2022-09-01");
      over += g_str_equal (until, "2022-08-31") && g_str_equal (cell_of (view->version_rows, i, 3), "ended");
    }
  g_assert_cmpuint (begun, >, 0);
  g_assert_cmpuint (over, >, 0);
}

/* Beijing's account credit changed on 2022-09-01; from one day to the same day nothing does. */
static void
test_changes (void)
{
  static const MingDate before = { 2022, 8, 31 }, after = { 2022, 9, 1 };
  g_autoptr (MingSession) session = open_library ();
  g_autoptr (MingPolicyView) view = view_of (session, "", "110000-310");
  g_autoptr (GPtrArray) changes = ming_policy_changes (view->chosen, &before, &after);
  g_autoptr (GPtrArray) none = ming_policy_changes (view->chosen, &after, &after);
  gboolean rate = FALSE;

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < changes->len; i++)
    rate |= strstr (g_ptr_array_index (changes, i), "0.8 %") != NULL;
  g_assert_true (rate);
}

/* What a pack leaves out is said, each gap in a line. */
static void
test_findings (void)
{
  g_autoptr (MingSession) session = open_library ();
  g_autoptr (MingPolicyView) view = view_of (session, "", "110000-310");

  g_assert_cmpuint (view->chosen->gaps->len, >, 0);
  g_assert_cmpuint (view->findings->len, >=, view->chosen->gaps->len);
  for (guint i = 0; i < view->findings->len; i++)
    g_assert_cmpstr (g_ptr_array_index (view->findings, i), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/policy-view/all-packs", test_all_packs);
  g_test_add_func ("/policy-view/search", test_search);
  g_test_add_func ("/policy-view/chosen", test_chosen);
  g_test_add_func ("/policy-view/figures", test_figures);
  g_test_add_func ("/policy-view/versions", test_versions);
  g_test_add_func ("/policy-view/changes", test_changes);
  g_test_add_func ("/policy-view/findings", test_findings);
  return g_test_run ();
}
