/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "desk/citizen/ming-citizen-window.h"
#include "desk/estimate/ming-estimate-result.h"
#include "desk/life/ming-life-form.h"
#include "desk/ming-field-cell.h"
#include "desk/ming-shortcuts.h"
#include "desk/ming-text-table.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* The window, built in process from its templates with criticals fatal. */

/*
 * Leaving a field tidies it; a choice reads as its name;
 * the answer is there without leaving the last field.
 */
static void
test_typing (Fixture *fixture, gconstpointer unused)
{
  type_bill (fixture);
  g_assert_cmpstr (read_back (fixture, MING_FIELD_TOTAL), ==, "53,600.00");
  g_assert_cmpstr (read_back (fixture, MING_FIELD_BRDY), ==, "1952-03-18");
  g_assert_cmpstr (read_back (fixture, MING_FIELD_FIRST_PAY), ==, "1800");
  g_assert_nonnull (strstr (read_back (fixture, MING_FIELD_PSN_TYPE), "1201"));
  g_assert_cmpstr (ming_session_get_answer (fixture->session)->figure[MING_HEADLINE_FUND].value, ==,
                   "46,958.50");
}

static void
test_enter_moves_on (Fixture *fixture, gconstpointer unused)
{
  static const MingField order[] = {
    MING_FIELD_PSN_TYPE,  MING_FIELD_IDCARD,     MING_FIELD_BRDY,       MING_FIELD_GEND,
    MING_FIELD_BASE,      MING_FIELD_BALC,       MING_FIELD_MED_TYPE,   MING_FIELD_HOSP_LV,
    MING_FIELD_BEGNDATE,  MING_FIELD_ENDDATE,    MING_FIELD_TOTAL,      MING_FIELD_FULL_OWN,
    MING_FIELD_FIRST_PAY, MING_FIELD_OVER_LIMIT, MING_FIELD_ADMISSIONS,
  };

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *input = get_input (fixture, order[i]);
      GtkWidget *next = get_input (fixture, order[i + 1]);
      GtkWidget *focus;

      gtk_widget_grab_focus (input);
      g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (input)), "activate");
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (focus == next || gtk_widget_is_ancestor (focus, next));
    }
}

static void
test_next_client (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *focus;

  type_bill (fixture);
  gtk_widget_activate_action (fixture->window, "win.next-client", NULL);
  drain ();
  g_assert_cmpstr (read_back (fixture, MING_FIELD_TOTAL), ==, "");
  g_assert_cmpstr (read_back (fixture, MING_FIELD_BRDY), ==, "");
  g_assert_cmpstr (read_back (fixture, MING_FIELD_PSN_TYPE), ==, "");
  g_assert_nonnull (strstr (read_back (fixture, MING_FIELD_REGION), "110000"));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, get_input (fixture, MING_FIELD_PSN_TYPE)));
}

static void
test_fault_in_place (Fixture *fixture, gconstpointer unused)
{
  type_bill (fixture);
  type (fixture, MING_FIELD_TOTAL, "5x");
  g_assert_true (gtk_widget_has_css_class (get_input (fixture, MING_FIELD_TOTAL), "error"));
  type (fixture, MING_FIELD_TOTAL, "53600");
  g_assert_false (gtk_widget_has_css_class (get_input (fixture, MING_FIELD_TOTAL), "error"));

  /* A date that is still being typed is not called wrong until it is left. */
  type (fixture, MING_FIELD_BEGNDATE, "2025");
  g_assert_false (gtk_widget_has_css_class (get_input (fixture, MING_FIELD_BEGNDATE), "error"));
  gtk_widget_grab_focus (get_input (fixture, MING_FIELD_TOTAL));
  drain ();
  g_assert_true (gtk_widget_has_css_class (get_input (fixture, MING_FIELD_BEGNDATE), "error"));
}

static void
test_picker (Fixture *fixture, gconstpointer unused)
{
  MingPicker *picker = MING_PICKER (get_input (fixture, MING_FIELD_PSN_TYPE));

  type (fixture, MING_FIELD_PSN_TYPE, "zgt");
  g_assert_cmpstr (ming_picker_get_value (picker), ==, "1201");
  g_assert_true (ming_picker_is_open (picker));
  gtk_widget_grab_focus (get_input (fixture, MING_FIELD_TOTAL));
  g_assert_false (ming_picker_is_open (picker));
  g_assert_nonnull (strstr (read_back (fixture, MING_FIELD_PSN_TYPE), "1201"));

  type (fixture, MING_FIELD_REGION, "yt");
  picker = MING_PICKER (get_input (fixture, MING_FIELD_REGION));
  g_assert_cmpstr (ming_picker_get_value (picker), ==, "370600");
  type (fixture, MING_FIELD_REGION, "nowhere");
  g_assert_cmpstr (ming_picker_get_value (picker), ==, "nowhere");
  gtk_widget_grab_focus (get_input (fixture, MING_FIELD_TOTAL));
  g_assert_cmpstr (read_back (fixture, MING_FIELD_REGION), ==, "nowhere");
}

/* A name that comes in after the keyboard has: the next key replaces it, as it would have the old one. */
static void
test_picker_filled_late (Fixture *fixture, gconstpointer unused)
{
  MingPicker *picker = MING_PICKER (get_input (fixture, MING_FIELD_PSN_TYPE));
  int from = -1, to = -1;

  gtk_widget_grab_focus (GTK_WIDGET (picker));
  ming_picker_show_value (picker, "1201", "1201 late");
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (picker), &from, &to));
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (to, ==, 9);
}

static void
press_key (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
}

/* The keyboard came without selecting what was chosen: the first character begins anew all the same. */
static void
test_picker_not_selected (Fixture *fixture, gconstpointer unused)
{
  MingPicker *picker = MING_PICKER (get_input (fixture, MING_FIELD_PSN_TYPE));
  GtkEditable *editable = GTK_EDITABLE (picker);

  ming_picker_show_value (picker, "1201", "1201 late");
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (picker));
  gtk_editable_set_position (editable, 0);
  g_assert_false (gtk_editable_get_selection_bounds (editable, NULL, NULL));
  press_key (GTK_WIDGET (picker), GDK_KEY_Tab);
  g_assert_false (gtk_editable_get_selection_bounds (editable, NULL, NULL));
  press_key (GTK_WIDGET (picker), GDK_KEY_1);
  g_assert_true (gtk_editable_get_selection_bounds (editable, NULL, NULL));

  /* The caret inside the text was put there by somebody. */
  gtk_editable_set_position (editable, 3);
  press_key (GTK_WIDGET (picker), GDK_KEY_1);
  g_assert_false (gtk_editable_get_selection_bounds (editable, NULL, NULL));
}

/* The whole form and the whole table are seen on a counter's screen, without scrolling. */
static void
test_fits (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *form = gtk_widget_get_ancestor (get_input (fixture, MING_FIELD_TOTAL), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *stack = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_STACK));
  GtkWidget *pages = gtk_widget_get_ancestor (stack, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *scroll;
  GtkWidget *table = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (MING_TYPE_TEXT_TABLE));
  GtkWidget *scroller = gtk_widget_get_first_child (table);
  int width, height;

  type_bill (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (fixture->window, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 1366);
  g_assert_cmpint (height, <=, 728);
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (pages));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), <=, gtk_adjustment_get_page_size (scroll));
  scroll = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (pages));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), <=, gtk_adjustment_get_page_size (scroll));
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (form));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), <=, gtk_adjustment_get_page_size (scroll));
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), <=, gtk_adjustment_get_page_size (scroll));
  scroll = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), <=, gtk_adjustment_get_page_size (scroll));
}

static void
test_shortcuts (Fixture *fixture, gconstpointer unused)
{
  static const char *const keys[] = { "F1", "F2", "F6", "F10", "<Alt>1", "<Primary>q" };
  GtkWidget *shortcuts = ming_shortcuts_window_new ();
  int width, height;

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (shortcuts));
  gtk_test_widget_wait_for_draw (shortcuts);
  gtk_widget_measure (shortcuts, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (shortcuts, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_test_message ("%d x %d", width, height);
  g_assert_cmpint (width, <=, 1366);
  g_assert_cmpint (height, <=, 768);
  gtk_window_destroy (GTK_WINDOW (shortcuts));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (fixture->application, keys[i]);

      g_test_message ("%s", keys[i]);
      g_assert_cmpint (g_strv_length (actions), ==, 1);
    }
  g_object_unref (shortcuts);
}

/* The list of pages, with large text, in Chinese: about its widest line. */
#define NAVIGATION_WIDTH 160

/*
 * With text twice as large the window still fits on the screen, and beside the navigation every page does so
 * without being scrolled sideways.
 */
static void
test_large_text (Fixture *fixture, gconstpointer unused)
{
  static const char *const pages[] = { "estimate", "ledger", "account", "life", "compare", "audit", "policy",
                                       "history" };
  GtkSettings *settings = gtk_widget_get_settings (fixture->window);
  int dpi, width, height;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  type_bill (fixture);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = turn_to (fixture, pages[i]);

      gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (fixture->window, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      g_assert_cmpint (width, <=, 1366);
      g_assert_cmpint (height, <=, 728);
      gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_test_message ("%s: at least %d wide", pages[i], width);
      g_assert_cmpint (width, <=, 1366 - NAVIGATION_WIDTH);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static GtkWidget *
find_citizen (Fixture *fixture)
{
  for (GList *list = gtk_application_get_windows (fixture->application); list != NULL; list = list->next)
    if (MING_IS_CITIZEN_WINDOW (list->data))
      return list->data;
  return NULL;
}

/* The screen for the client follows, is emptied by F2, is closed by its key, and goes with the window. */
static void
test_citizen (Fixture *fixture, gconstpointer unused)
{
  gtk_widget_activate_action (fixture->window, "win.citizen", NULL);
  g_assert_nonnull (find_citizen (fixture));
  g_assert_false (gtk_window_get_modal (GTK_WINDOW (find_citizen (fixture))));
  g_assert_null (find_widget (find_citizen (fixture), is_label_with, "46,958.50"));
  type_bill (fixture);
  gtk_test_widget_wait_for_draw (find_citizen (fixture));
  g_assert_nonnull (find_widget (find_citizen (fixture), is_label_with, "46,958.50"));
  g_assert_nonnull (find_widget (find_citizen (fixture), is_label_with, "6,641.50"));
  g_assert_null (find_widget (find_citizen (fixture), is_label_with, "1952"));
  gtk_widget_activate_action (find_citizen (fixture), "win.next-client", NULL);
  drain ();
  g_assert_null (find_widget (find_citizen (fixture), is_label_with, "46,958.50"));
  gtk_widget_activate_action (find_citizen (fixture), "win.citizen", NULL);
  g_assert_null (find_citizen (fixture));
  gtk_widget_activate_action (fixture->window, "win.citizen", NULL);
  g_assert_nonnull (find_citizen (fixture));
}

/* The person is the session's own; what is typed here is answered above. */
static void
test_life_page (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = turn_to (fixture, "life");
  GtkWidget *kind = find_widget (get_part (page, "life_grid"), is_cell, GINT_TO_POINTER (MING_LIFE_KIND));
  GtkWidget *paid = find_widget (get_part (page, "life_grid"), is_cell, GINT_TO_POINTER (MING_LIFE_PAID));

  ming_session_set_field (fixture->session, MING_FIELD_BRDY, "19660115");
  g_assert_null (find_widget (get_part (page, "figures"), is_label_with, "2026-05"));
  gtk_editable_set_text (GTK_EDITABLE (ming_field_cell_get_input (MING_FIELD_CELL (kind))), "male60");
  gtk_editable_set_text (GTK_EDITABLE (ming_field_cell_get_input (MING_FIELD_CELL (paid))), "276");
  drain ();
  g_assert_nonnull (find_widget (get_part (page, "figures"), is_label_with, "2026-05"));
  g_assert_nonnull (find_widget (get_part (page, "figures"), is_label_with, "24"));
  g_assert_nonnull (find_widget (get_part (page, "notebook"), is_label_with, "276"));

  gtk_widget_activate_action (fixture->window, "win.next-client", NULL);
  drain ();
  g_assert_null (find_widget (get_part (page, "figures"), is_label_with, "2026-05"));
  g_assert_null (find_widget (get_part (page, "notebook"), is_label_with, "276"));
}

/* The library opens at the counter's region, finds others by initials, and every tab can be looked at. */
static void
test_policy_page (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = turn_to (fixture, "policy");
  GtkNotebook *notebook = GTK_NOTEBOOK (get_part (page, "notebook"));

  gtk_editable_set_text (GTK_EDITABLE (get_part (page, "search")), "yt");
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (find_widget (get_part (page, "packs_box"), is_label_with, "370600-310"));
  g_assert_true (is_label_with (get_part (page, "summary"), "370600-310"));
  g_assert_cmpint (gtk_notebook_get_n_pages (notebook), >, 1);
  for (int i = 0; i < gtk_notebook_get_n_pages (notebook); i++)
    {
      gtk_notebook_set_current_page (notebook, i);
      gtk_test_widget_wait_for_draw (fixture->window);
    }
  gtk_editable_set_text (GTK_EDITABLE (get_part (page, "search")), "xyzzy");
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_null (find_widget (get_part (page, "packs_box"), is_label_with, "370600-310"));
  g_assert_false (is_label_with (get_part (page, "summary"), "370600-310"));
}

/*
 * Pages that are not shown work with the packs too, as the curves that still grow here: they follow at once
 * when the packs are read again, while a bill that is typed can wait.
 */
static void
test_reload_behind (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page;

  type_bill (fixture);
  page = turn_to (fixture, "compare");
  ming_session_set_field (fixture->session, MING_FIELD_TOTAL, "53601");
  g_main_context_iteration (NULL, FALSE);
  gtk_widget_activate_action (fixture->window, "win.page", "s", "estimate");
  ming_session_set_field (fixture->session, MING_FIELD_TOTAL, "53602");
  g_assert_null (find_widget (page, is_label_with, "53,602.00"));
  gtk_widget_activate_action (fixture->window, "win.reload", NULL);
  drain ();
  g_assert_nonnull (find_widget (page, is_label_with, "53,602.00"));
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* F6 goes from what is typed to what follows from it, and back; a page without sides lets it pass. */
static void
test_other_side (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *result = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (MING_TYPE_ESTIMATE_RESULT));
  GtkWidget *page;

  type_bill (fixture);
  gtk_widget_activate_action (fixture->window, "win.other-side", NULL);
  g_assert_true (has_focus (fixture, result));
  gtk_widget_activate_action (fixture->window, "win.other-side", NULL);
  g_assert_true (has_focus (fixture, get_input (fixture, MING_FIELD_TOTAL)));

  page = turn_to (fixture, "ledger");
  g_assert_true (has_focus (fixture, get_part (page, "grid_box")));
  gtk_widget_activate_action (fixture->window, "win.other-side", NULL);
  g_assert_true (has_focus (fixture, get_part (page, "details_box")));
  gtk_widget_activate_action (fixture->window, "win.other-side", NULL);
  g_assert_true (has_focus (fixture, get_part (page, "grid_box")));

  page = turn_to (fixture, "history");
  gtk_widget_activate_action (fixture->window, "win.other-side", NULL);
  g_assert_true (has_focus (fixture, page));
}

/* A page that only another version of the program knew: the one that is shown stays. */
static void
test_unknown_page (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *stack = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_STACK));

  turn_to (fixture, "life");
  gtk_widget_activate_action (fixture->window, "win.page", "s", "batch");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "life");
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  add_window_test ("/window/typing", test_typing);
  add_window_test ("/window/enter-moves-on", test_enter_moves_on);
  add_window_test ("/window/next-client", test_next_client);
  add_window_test ("/window/fault-in-place", test_fault_in_place);
  add_window_test ("/window/picker", test_picker);
  add_window_test ("/window/picker-filled-late", test_picker_filled_late);
  add_window_test ("/window/picker-not-selected", test_picker_not_selected);
  add_window_test ("/window/fits", test_fits);
  add_window_test ("/window/large-text", test_large_text);
  add_window_test ("/window/shortcuts", test_shortcuts);
  add_window_test ("/window/citizen", test_citizen);
  add_window_test ("/window/life-page", test_life_page);
  add_window_test ("/window/policy-page", test_policy_page);
  add_window_test ("/window/reload-behind", test_reload_behind);
  add_window_test ("/window/other-side", test_other_side);
  add_window_test ("/window/unknown-page", test_unknown_page);
  return g_test_run ();
}
