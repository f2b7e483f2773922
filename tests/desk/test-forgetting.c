/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "desk/estimate/ming-estimate-result.h"
#include "desk/ming-picker.h"
#include "desk/ming-recent.h"
#include "desk/ming-window.h"
#include "desk/print/ming-export-choice.h"
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

static void
check_file (const char *path)
{
  g_autofree char *content = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 0);
  g_assert_null (g_strstr_len (content, (gssize) length, "19491231"));
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Every kind of file is written while the number still stands in its field in full: none has it. */
static void
test_files (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *field = get_input (fixture, MING_FIELD_IDCARD);
  MingPaper *paper = ming_window_get_paper (MING_WINDOW (fixture->window));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mingsuan-forgetting-XXXXXX", &error);
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  g_assert_no_error (error);
  type_bill (fixture);
  gtk_widget_grab_focus (field);
  type_keys (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field))), NUMBER);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, NUMBER);
  for (guint i = 0; i < MING_N_EXPORT_CHOICES; i++)
    {
      g_autofree char *name
          = g_strdup_printf ("%u.%s", i, ming_export_format_word (ming_export_choices[i].format));
      g_autofree char *path = g_build_filename (folder, name, NULL);

      ming_paper_export (paper, i, path);
    }
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      check_file (path);
      n_files += 1;
    }
  g_assert_cmpuint (n_files, >=, MING_N_EXPORT_CHOICES);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
stop_cb (gpointer stopped)
{
  *(gboolean *) stopped = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the list be written, at most ten seconds, until @uri is in it, or not. */
static gboolean
wait_for_recent (GtkRecentManager *manager, const char *uri, gboolean wanted)
{
  gboolean stopped = FALSE;
  guint timer = g_timeout_add_seconds (10, stop_cb, &stopped);

  while (!stopped && gtk_recent_manager_has_item (manager, uri) != wanted)
    g_main_context_iteration (NULL, TRUE);
  if (!stopped)
    g_source_remove (timer);
  return gtk_recent_manager_has_item (manager, uri) == wanted;
}

/* The desktop's list of recent files: what this program opened is not in it, what others opened is. */
static void
test_recent (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("mingsuan-recent-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "recently-used.xbel", NULL);
  g_autoptr (GtkRecentManager) manager = g_object_new (GTK_TYPE_RECENT_MANAGER, "filename", path, NULL);
  GtkRecentData own = { .mime_type = (char *) "text/csv", .app_name = (char *) g_get_application_name (),
                        .app_exec = (char *) "mingsuan %u" };
  GtkRecentData other = { .mime_type = (char *) "text/csv", .app_name = (char *) "sheets",
                          .app_exec = (char *) "sheets %u" };

  g_assert_no_error (error);
  gtk_recent_manager_add_full (manager, "file:///nobody/before.csv", &own);
  g_assert_true (wait_for_recent (manager, "file:///nobody/before.csv", TRUE));
  ming_recent_keep_out (manager);
  g_assert_true (wait_for_recent (manager, "file:///nobody/before.csv", FALSE));
  gtk_recent_manager_add_full (manager, "file:///nobody/sheet.csv", &other);
  gtk_recent_manager_add_full (manager, "file:///nobody/zhangsan.csv", &own);
  g_assert_true (wait_for_recent (manager, "file:///nobody/zhangsan.csv", FALSE));
  g_assert_true (gtk_recent_manager_has_item (manager, "file:///nobody/sheet.csv"));
  g_clear_object (&manager);
  g_remove (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
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
  add_window_test ("/forgetting/files", test_files);
  add_window_test ("/forgetting/recent", test_recent);
  add_window_test ("/forgetting/closed-behind", test_closed_behind);
  return g_test_run ();
}
