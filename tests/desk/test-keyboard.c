/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/ming-field-cell.h"
#include "desk/ming-shortcuts.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* The keyboard alone: Tab comes through every page and out of it again. */

static const char *const pages[] = {
  "estimate", "ledger", "account", "life", "compare", "audit", "policy", "history",
};

/*
 * All the way round: each key goes on, and before the keyboard comes anywhere again it was outside the page.
 * Going back, a list is entered where it was left, so the round need not end where it began. Each key waits
 * until the one before is on the screen: the way goes by where things stand, and before they stand it is
 * another one.
 */
static guint
walk (Fixture *fixture, const char *name, GtkDirectionType direction)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *menu = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_MENU_BUTTON));
  gboolean outside = FALSE;
  guint n = 0;

  gtk_window_set_focus (window, NULL);
  for (GtkWidget *focus = NULL; focus == NULL || !g_hash_table_contains (seen, focus); n++)
    {
      if (focus != NULL)
        g_hash_table_add (seen, focus);
      g_assert_true (gtk_widget_child_focus (fixture->window, direction));
      gtk_test_widget_wait_for_draw (fixture->window);
      focus = gtk_window_get_focus (window);
      g_assert_nonnull (focus);
      outside |= gtk_widget_is_ancestor (focus, menu);
    }
  if (!outside)
    g_error ("%s: after %u stops the keyboard is caught", name, n);
  return n;
}

static void
test_no_trap (Fixture *fixture, gconstpointer unused)
{
  type_bill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      guint stops;

      turn_to (fixture, pages[i]);
      stops = walk (fixture, pages[i], GTK_DIR_TAB_FORWARD);
      g_assert_cmpuint (stops, >, 5);
      g_test_message ("%s: %u stops", pages[i], stops);
      walk (fixture, pages[i], GTK_DIR_TAB_BACKWARD);
    }
}

/* F6 on every page: away from where the work starts, and back into the fields. */
static void
test_other_side (Fixture *fixture, gconstpointer unused)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  type_bill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (pages) - 1; i++) /* nothing is kept in the history */
    {
      GtkWidget *fields, *result;

      turn_to (fixture, pages[i]);
      fields = gtk_window_get_focus (window);
      g_assert_true (GTK_IS_EDITABLE (fields));
      gtk_widget_activate_action (fixture->window, "win.other-side", NULL);
      drain ();
      result = gtk_window_get_focus (window);
      g_assert_true (result != NULL && result != fields);
      gtk_widget_activate_action (fixture->window, "win.other-side", NULL);
      drain ();
      g_assert_true (gtk_window_get_focus (window) != result);
      g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (window)));
    }
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  add_window_test ("/keyboard/no-trap", test_no_trap);
  add_window_test ("/keyboard/other-side", test_other_side);
  return g_test_run ();
}
