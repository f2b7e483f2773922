/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "desk/estimate/ming-estimate-result.h"
#include "desk/ming-picker.h"
#include "desk/ming-window.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* What a client said does not come back once they have left: not by undoing, not by pasting, not on paper. */

#define NUMBER "11010519491231002X"

static const char *const pages[] = { "estimate", "ledger", "account", "life",
                                     "compare",  "audit",  "policy",  "history" };

typedef void (*EachText) (GtkWidget *text);

static void
for_each_text (GtkWidget *root, EachText each)
{
  if (GTK_IS_TEXT (root))
    each (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for_each_text (child, each);
}

/* As keys would, so that there is something to undo. */
static void
type_keys (GtkWidget *text, const char *typed)
{
  int position = 0;

  gtk_editable_insert_text (GTK_EDITABLE (text), typed, -1, &position);
}

/* What stands in @text on the way back, step by step. */
static void
check_undo (GtkWidget *text, const char *forbidden)
{
  for (int i = 0; i < 30; i++)
    {
      g_assert_null (strstr (gtk_editable_get_text (GTK_EDITABLE (text)), forbidden));
      gtk_widget_activate_action (text, "text.undo", NULL);
    }
}

/* Lists open under what is typed into a picker, and want the keyboard there; it takes nothing back either. */
static void
write_something (GtkWidget *text)
{
  GtkWidget *picker = gtk_widget_get_ancestor (text, MING_TYPE_PICKER);

  if (picker != NULL)
    g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (picker)));
  else if (gtk_editable_get_editable (GTK_EDITABLE (text)) && gtk_widget_is_sensitive (text))
    type_keys (text, "1952");
}

static void
check_forgotten (GtkWidget *text)
{
  check_undo (text, "1952");
}

/* The number is masked when its field is left, and no key brings it back. */
static void
test_undo_number (Fixture *fixture, gconstpointer unused)
{
  GtkEditable *field = GTK_EDITABLE (get_input (fixture, MING_FIELD_IDCARD));
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (field));

  gtk_widget_grab_focus (GTK_WIDGET (field));
  type_keys (text, NUMBER);
  g_assert_cmpstr (gtk_editable_get_text (field), ==, NUMBER);
  gtk_widget_grab_focus (get_input (fixture, MING_FIELD_TOTAL));
  drain ();
  g_assert_cmpstr (gtk_editable_get_text (field), ==, "110105**********2X");
  check_undo (text, "19491231");
}

/* Every entry of every page but the search of the policy library, which is not about a client. */
static void
test_undo_everywhere (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (!g_str_equal (pages[i], "policy"))
      for_each_text (turn_to (fixture, pages[i]), write_something);
  gtk_widget_activate_action (fixture->window, "win.next-client", NULL);
  drain ();
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    for_each_text (turn_to (fixture, pages[i]), check_forgotten);
}

/*
 * A next client of whom something is known already, as where a pack knows one kind of person only: what stood
 * behind the tabs is gone all the same.
 */
static void
test_tabs (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *result = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (MING_TYPE_ESTIMATE_RESULT));
  GtkNotebook *notebook = GTK_NOTEBOOK (get_part (result, "notebook"));
  GtkWidget *steps = gtk_notebook_get_nth_page (notebook, 0);

  type_bill (fixture);
  g_assert_nonnull (find_widget (steps, is_label_with, "50,000.00"));
  gtk_notebook_set_current_page (notebook, gtk_notebook_get_n_pages (notebook) - 1);
  ming_estimate_result_forget (MING_ESTIMATE_RESULT (result));
  ming_session_set_field (fixture->session, MING_FIELD_TOTAL, "");
  drain ();
  g_assert_nonnull (ming_session_get_answer (fixture->session)->estimate);
  g_assert_null (find_widget (steps, is_label_with, "50,000.00"));
}

/* What this program put there goes with the client, whether it was a table or a field. */
static void
test_clipboard (Fixture *fixture, gconstpointer unused)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  GtkEditable *field = GTK_EDITABLE (get_input (fixture, MING_FIELD_BRDY));

  type_bill (fixture);
  gtk_widget_activate_action (fixture->window, "win.copy-table", NULL);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  gtk_widget_activate_action (fixture->window, "win.next-client", NULL);
  drain ();
  g_assert_null (gdk_clipboard_get_content (clipboard));

  type_bill (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (field));
  gtk_editable_select_region (field, 0, -1);
  gtk_widget_activate_action (GTK_WIDGET (gtk_editable_get_delegate (field)), "clipboard.copy", NULL);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  gtk_widget_activate_action (fixture->window, "win.next-client", NULL);
  drain ();
  g_assert_null (gdk_clipboard_get_content (clipboard));
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/*
 * A window may be closed behind its dialogs, by the desktop's own means: none of them stays, and an answer
 * that comes too late writes nothing.
 */
static void
test_closed_behind (Fixture *fixture, gconstpointer unused)
{
  static const char *const dialogs[] = { "win.print-preview", "win.office", "win.keeping", "win.shortcuts" };
  GtkWidget *other = ming_window_new (fixture->application, fixture->session);
  g_autoptr (MingPaper) paper = g_object_ref (ming_window_get_paper (MING_WINDOW (other)));
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "mingsuan-closed-behind.pdf", NULL);
  guint n_windows = count_windows ();

  type_bill (fixture);
  gtk_window_present (GTK_WINDOW (other));
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      gtk_widget_activate_action (other, dialogs[i], NULL);
      g_assert_cmpuint (count_windows (), ==, n_windows + i + 1);
    }
  drain ();
  gtk_window_destroy (GTK_WINDOW (other));
  drain ();
  g_assert_cmpuint (count_windows (), ==, n_windows - 1);
  ming_paper_export (paper, 0, path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  ming_session_next_client (fixture->session);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  add_window_test ("/forgetting/undo-number", test_undo_number);
  add_window_test ("/forgetting/undo-everywhere", test_undo_everywhere);
  add_window_test ("/forgetting/tabs", test_tabs);
  add_window_test ("/forgetting/clipboard", test_clipboard);
  add_window_test ("/forgetting/closed-behind", test_closed_behind);
  return g_test_run ();
}
