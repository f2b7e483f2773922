/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "desk/ledger/ming-ledger-grid.h"
#include "desk/ledger/ming-ledger-page.h"
#include "desk/ming-field-cell.h"
#include "desk/ming-text-size.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* The page of the ledger, built in process from its template with criticals fatal. */

static const char two_visits[] = "med_type,hosp_lv,begndate,enddate,medfee_sumamt,fulamt_ownpay_amt,"
                                 "overlmt_selfpay,preselfpay_amt\n"
                                 "21,02,2025-03-01,2025-03-10,50000,0,0,0\n"
                                 "21,02,2025-06-01,2025-06-10,10000,0,0,0\n";

static gboolean
is_ledger_cell (GtkWidget *widget, gconstpointer place)
{
  return is_cell (widget, place) && gtk_widget_get_ancestor (widget, MING_TYPE_LEDGER_GRID) != NULL;
}

static GtkEditable *
get_ledger_entry (GtkWidget *page, int row, MingLedgerColumn column)
{
  GtkWidget *cell = find_widget (page, is_ledger_cell,
                                 GINT_TO_POINTER (row * (int) MING_LEDGER_N_CELLS + (int) column));

  g_assert_nonnull (cell);
  return GTK_EDITABLE (ming_field_cell_get_input (MING_FIELD_CELL (cell)));
}

static gboolean
is_focus_in (Fixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Two admissions of a file, one put before them and taken back: the actions behind the keys. */
static void
test_corrections (Fixture *fixture, gconstpointer unused)
{
  static const char broken[] = "med_type,begndate,enddate,medfee_sumamt\n21,2025-13-01,2025-03-10,5\n";
  GtkWidget *page = turn_to (fixture, "ledger");
  MingLedgerPage *ledger = MING_LEDGER_PAGE (page);

  ming_session_set_field (fixture->session, MING_FIELD_PSN_TYPE, "1101");
  ming_session_set_field (fixture->session, MING_FIELD_AGE, "40");
  g_assert_true (is_focus_in (fixture, get_ledger_entry (page, 0, MING_LEDGER_BEGNDATE)));
  g_assert_null (ming_ledger_page_get_estimate (ledger));
  g_assert_true (ming_ledger_page_take_file (ledger, "x.csv", two_visits, strlen (two_visits)));
  drain ();
  g_assert_nonnull (find_widget (page, is_label_with, "42,895.00"));
  g_assert_nonnull (find_widget (page, is_label_with, "7,947.50"));
  g_assert_cmpuint (ming_ledger_page_get_estimate (ledger)->visits->len, ==, 2);
  g_assert_cmpuint (ming_ledger_page_get_case (ledger)->visits->len, ==, 2);

  /* What is wrong with another file is said, and the ledger stays. */
  g_assert_false (ming_ledger_page_take_file (ledger, "y.csv", broken, strlen (broken)));
  drain ();
  g_assert_nonnull (find_widget (page, is_label_with, "begndate"));
  g_assert_nonnull (find_widget (page, is_label_with, "y.csv"));
  g_assert_nonnull (find_widget (page, is_label_with, "7,947.50"));

  gtk_widget_grab_focus (GTK_WIDGET (get_ledger_entry (page, 0, MING_LEDGER_TOTAL)));
  gtk_widget_activate_action (fixture->window, "ledger.insert", NULL);
  drain ();
  g_assert_true (is_focus_in (fixture, get_ledger_entry (page, 0, MING_LEDGER_BEGNDATE)));
  g_assert_cmpstr (gtk_editable_get_text (get_ledger_entry (page, 1, MING_LEDGER_TOTAL)), ==, "50,000.00");
  gtk_editable_set_text (get_ledger_entry (page, 0, MING_LEDGER_ENDDATE), "20250110");
  gtk_editable_set_text (get_ledger_entry (page, 0, MING_LEDGER_TOTAL), "20000");
  drain ();
  g_assert_nonnull (find_widget (page, is_label_with, "-552.50"));
  for (int i = 0; i < 3; i++)
    gtk_widget_activate_action (fixture->window, "ledger.undo", NULL);
  drain ();
  g_assert_null (find_widget (page, is_label_with, "-552.50"));
  g_assert_cmpstr (gtk_editable_get_text (get_ledger_entry (page, 0, MING_LEDGER_TOTAL)), ==, "50,000.00");

  gtk_widget_activate_action (fixture->window, "win.next-client", NULL);
  drain ();
  g_assert_null (find_widget (page, is_label_with, "50,000"));
  g_assert_null (find_widget (page, is_label_with, "42,895"));
  g_assert_cmpstr (gtk_editable_get_text (get_ledger_entry (page, 0, MING_LEDGER_TOTAL)), ==, "");
  turn_to (fixture, "estimate");
  g_assert_false (gtk_widget_activate_action (fixture->window, "ledger.insert", NULL));
}

/* Up and down go from visit to visit, also with large text, where the line above is of the same visit. */
static void
test_arrows (Fixture *fixture, gconstpointer percent)
{
  GtkWidget *page = turn_to (fixture, "ledger");

  ming_text_size_set (GPOINTER_TO_INT (percent));
  g_assert_true (ming_ledger_page_take_file (MING_LEDGER_PAGE (page), "x.csv", two_visits,
                                             strlen (two_visits)));
  gtk_test_widget_wait_for_draw (fixture->window);
  for (int row = 0; row < 2; row++)
    {
      gtk_widget_grab_focus (GTK_WIDGET (get_ledger_entry (page, row, MING_LEDGER_TOTAL)));
      gtk_widget_child_focus (fixture->window, GTK_DIR_DOWN);
      g_assert_true (is_focus_in (fixture, get_ledger_entry (page, row + 1, MING_LEDGER_TOTAL)));
      gtk_widget_child_focus (fixture->window, GTK_DIR_UP);
      g_assert_true (is_focus_in (fixture, get_ledger_entry (page, row, MING_LEDGER_TOTAL)));
    }
  ming_text_size_set (100);
}

/* A year that does not fit the table is scrolled in it; the page is seen whole. */
/* The keyboard was in a row that the ledger of the next client no longer has. */
static void
test_shorter (Fixture *fixture, gconstpointer unused)
{
  static const char visits[] = "med_type,hosp_lv,begndate,enddate,medfee_sumamt,fulamt_ownpay_amt,"
                               "overlmt_selfpay,preselfpay_amt\n"
                               "21,02,2025-03-01,2025-03-10,50000,0,0,0\n"
                               "21,02,2025-06-01,2025-06-10,10000,0,0,0\n";
  GtkWidget *page = turn_to (fixture, "ledger");

  ming_session_set_field (fixture->session, MING_FIELD_PSN_TYPE, "1101");
  ming_session_set_field (fixture->session, MING_FIELD_AGE, "40");
  g_assert_true (ming_ledger_page_take_file (MING_LEDGER_PAGE (page), "x.csv", visits, strlen (visits)));
  drain ();
  gtk_widget_grab_focus (GTK_WIDGET (get_ledger_entry (page, 1, MING_LEDGER_TOTAL)));
  drain ();
  turn_to (fixture, "estimate");
  ming_session_next_client (fixture->session);
  drain ();
  g_assert_true (turn_to (fixture, "ledger") == page);
  drain ();
  g_assert_cmpstr (gtk_editable_get_text (get_ledger_entry (page, 0, MING_LEDGER_TOTAL)), ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_ledger_entry (page, 1, MING_LEDGER_TOTAL)))
                  && gtk_widget_get_mapped (GTK_WIDGET (get_ledger_entry (page, 1, MING_LEDGER_TOTAL))));
}

static void
test_fits (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = turn_to (fixture, "ledger");
  g_autoptr (GString) visits = g_string_new ("med_type,hosp_lv,begndate,enddate,medfee_sumamt,class_a,"
                                             "class_b,class_c,first_pay_rate\n");
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (get_part (page, "scroller"));
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scroller);

  ming_session_set_field (fixture->session, MING_FIELD_PSN_TYPE, "1101");
  ming_session_set_field (fixture->session, MING_FIELD_BALC, "99999.99");
  ming_session_set_family (fixture->session, 0, MING_FAMILY_BALC, "88888.88");
  for (int i = 0; i < MING_LEDGER_ROWS_MAX - 1; i++)
    g_string_append (visits, "21,02,2025-03-01,2025-03-10,900000.00,800000.00,50000.00,50000.00,10%\n");
  g_assert_true (ming_ledger_page_take_file (MING_LEDGER_PAGE (page), "x.csv", visits->str, visits->len));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_width (fixture->window), <=, 1366);
  g_assert_cmpint (gtk_widget_get_height (fixture->window), <=, 728);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), <=, gtk_adjustment_get_page_size (across));
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), <=, gtk_adjustment_get_page_size (down));
}

static GtkWidget *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window))
        found = window;
    }
  return found;
}

/*
 * The dialog is gone with the answer, not only hidden until the file is read: a hidden window without an
 * address would be offered to a screen reader.
 */
static void
test_dialog_goes (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *page = turn_to (fixture, "ledger");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mingsuan-dialog-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "year.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *chooser;

  g_assert_no_error (error);
  g_file_set_contents (path, two_visits, -1, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (fixture->window, "ledger.open", NULL);
  chooser = find_chooser ();
  g_assert_nonnull (chooser);
  gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), file, &error);
  g_assert_no_error (error);
  for (g_autoptr (GFile) chosen = NULL; chosen == NULL;
       chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)))
    g_main_context_iteration (NULL, TRUE);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  g_assert_null (find_chooser ());
  while (find_widget (page, is_label_with, "year.csv") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (get_ledger_entry (page, 1, MING_LEDGER_TOTAL)), ==, "10,000.00");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  add_window_test ("/ledger-page/corrections", test_corrections);
  add_window_test ("/ledger-page/shorter", test_shorter);
  add_window_test ("/ledger-page/fits", test_fits);
  add_window_test ("/ledger-page/dialog-goes", test_dialog_goes);
  g_test_add ("/ledger-page/arrows", Fixture, GINT_TO_POINTER (100), set_up, test_arrows, tear_down);
  g_test_add ("/ledger-page/arrows-large", Fixture, GINT_TO_POINTER (200), set_up, test_arrows, tear_down);
  return g_test_run ();
}
