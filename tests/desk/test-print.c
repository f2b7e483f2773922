/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "desk/ming-window.h"
#include "desk/print/ming-print-operation.h"
#include "desk/print/ming-print-preview.h"
#include "desk/print/ming-print-settings.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* Printing from the window without the dialog: what comes out, what is said when nothing does. */

typedef struct
{
  Fixture shared;
  char *folder;
  int told;
  char *message;
} PrintFixture;

static void
told_cb (MingPaper *paper, int kind, const char *message, PrintFixture *fixture)
{
  fixture->told = kind;
  g_free (fixture->message);
  fixture->message = g_strdup (message);
}

static MingPaper *
get_paper (PrintFixture *fixture)
{
  return ming_window_get_paper (MING_WINDOW (fixture->shared.window));
}

static const char *
read_label (PrintFixture *fixture, const char *name)
{
  return gtk_label_get_text (GTK_LABEL (get_part (fixture->shared.window, name)));
}

static void
set_up_print (PrintFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("mingsuan-XXXXXX", &error);
  g_assert_no_error (error);
  set_up (&fixture->shared, NULL);
  fixture->told = -1;
  g_signal_connect (get_paper (fixture), "told", G_CALLBACK (told_cb), fixture);
}

static void
tear_down_print (PrintFixture *fixture, gconstpointer unused)
{
  tear_down (&fixture->shared, NULL);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->message);
}

static void
type_stay (PrintFixture *fixture)
{
  ming_session_set_field (fixture->shared.session, MING_FIELD_PSN_TYPE, "1201");
  ming_session_set_field (fixture->shared.session, MING_FIELD_BRDY, "1952-03-18");
  ming_session_set_field (fixture->shared.session, MING_FIELD_ENDDATE, "2025-11-03");
  ming_session_set_field (fixture->shared.session, MING_FIELD_TOTAL, "53600");
}

/* Prints to @path as the dialog would, and waits until the clerk is told how it went. */
static void
print_to (PrintFixture *fixture, const char *path)
{
  fixture->told = -1;
  ming_paper_print (get_paper (fixture), GTK_PRINT_OPERATION_ACTION_EXPORT, path);
  while (fixture->told < 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_print (PrintFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  type_stay (fixture);
  print_to (fixture, path);
  g_assert_cmpint (fixture->told, ==, MING_TOLD_DONE);
  g_assert_false (gtk_widget_get_visible (get_part (fixture->shared.window, "notice")));
  g_assert_cmpstr (read_label (fixture, "status"), ==, fixture->message);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (length, >, 10000);
  g_unlink (path);
}

/* A folder that is none, and one that nobody may write to: the window says so and says why. */
static void
test_failed (PrintFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "sheet.pdf", NULL);
  GtkWidget *notice = get_part (fixture->shared.window, "notice");

  type_stay (fixture);
  print_to (fixture, path);
  g_assert_cmpint (fixture->told, ==, MING_TOLD_FAILED);
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_true (gtk_widget_has_css_class (notice, "failed"));
  g_assert_cmpstr (read_label (fixture, "notice_text"), ==, fixture->message);
  g_assert_true (g_str_has_prefix (fixture->message, "没有打印："));

  /* The message stays while the clerk types on, and goes with the client. */
  ming_session_set_field (fixture->shared.session, MING_FIELD_TOTAL, "53601");
  g_assert_true (gtk_widget_get_visible (notice));
  gtk_widget_activate_action (fixture->shared.window, "win.next-client", NULL);
  g_assert_false (gtk_widget_get_visible (notice));
}

static void
test_explain_target (PrintFixture *fixture, gconstpointer unused)
{
  g_autofree char *good = g_strdup_printf ("file://%s/sheet.pdf", fixture->folder);
  g_autofree char *nowhere = g_strdup_printf ("file://%s/nowhere/sheet.pdf", fixture->folder);
  g_autofree char *nothing = ming_print_operation_explain_target (good);
  g_autofree char *no_folder = ming_print_operation_explain_target (nowhere);

  g_assert_null (nothing);
  g_assert_nonnull (strstr (no_folder, "没有这个文件夹"));
  g_assert_nonnull (strstr (no_folder, "nowhere/sheet.pdf"));
  /* The trial left nothing behind: the folder can be removed. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
}

/* /sys is the one folder that refuses everybody, root too; where it is not mounted, there is none. */
static void
test_explain_read_only (PrintFixture *fixture, gconstpointer unused)
{
  g_autofree char *said = NULL;

  if (!g_file_test ("/sys/kernel", G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no folder here refuses root");
      return;
    }
  said = ming_print_operation_explain_target ("file:///sys/sheet.pdf");
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "只读"));
}

static void
test_nothing (PrintFixture *fixture, gconstpointer unused)
{
  static const char *const pages[] = {
    "estimate", "ledger", "account", "life", "compare", "history", "policy"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (fixture->shared.window, "win.page", "s", pages[i]);
      drain ();
      fixture->told = -1;
      gtk_widget_activate_action (fixture->shared.window, "win.print", NULL);
      g_test_message ("%s: %s", pages[i], fixture->message);
      g_assert_cmpint (fixture->told, ==, MING_TOLD_NOTHING);
      g_assert_true (gtk_widget_get_visible (get_part (fixture->shared.window, "notice")));
      g_assert_false (gtk_widget_has_css_class (get_part (fixture->shared.window, "notice"), "failed"));
    }
  gtk_widget_activate_action (fixture->shared.window, "win.page", "s", "estimate");
  type_stay (fixture);
  g_assert_false (gtk_widget_get_visible (get_part (fixture->shared.window, "notice")));
}

static void
test_export (PrintFixture *fixture, gconstpointer unused)
{
  MingPaper *paper = get_paper (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "figures.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "figures.xlsx", NULL);

  type_stay (fixture);
  ming_paper_export (paper, 3, path);
  g_assert_cmpint (fixture->told, ==, MING_TOLD_DONE);
  g_assert_nonnull (strstr (fixture->message, path));
  g_assert_cmpint (g_unlink (path), ==, 0);
  ming_paper_export (paper, 3, nowhere);
  g_assert_cmpint (fixture->told, ==, MING_TOLD_FAILED);
  g_assert_true (gtk_widget_get_visible (get_part (fixture->shared.window, "notice")));
  g_assert_nonnull (strstr (fixture->message, "没有这个文件夹"));
}

static GtkWidget *
find_preview (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (MING_IS_PRINT_PREVIEW (link->data))
      return link->data;
  return NULL;
}

static const char *
get_position (GtkWidget *preview)
{
  GObject *label = gtk_widget_get_template_child (preview, MING_TYPE_PRINT_PREVIEW, "position");

  return gtk_label_get_text (GTK_LABEL (label));
}

static void
test_preview (PrintFixture *fixture, gconstpointer unused)
{
  GtkWidget *preview;
  GObject *large;

  type_stay (fixture);
  gtk_widget_activate_action (fixture->shared.window, "win.print-preview", NULL);
  drain ();
  preview = find_preview ();
  g_assert_nonnull (preview);
  gtk_test_widget_wait_for_draw (preview);
  g_assert_cmpstr (get_position (preview), ==, "第 1 页 共 2 页");
  g_assert_true (gtk_widget_activate_action (preview, "preview.next", NULL));
  g_assert_cmpstr (get_position (preview), ==, "第 2 页 共 2 页");
  gtk_test_widget_wait_for_draw (preview);
  gtk_widget_activate_action (preview, "preview.next", NULL);
  g_assert_cmpstr (get_position (preview), ==, "第 2 页 共 2 页");
  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (preview, "preview.zoom-in", NULL);
  gtk_test_widget_wait_for_draw (preview);
  large = gtk_widget_get_template_child (preview, MING_TYPE_PRINT_PREVIEW, "large");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (large), TRUE);
  g_assert_cmpstr (get_position (preview), !=, "第 1 页 共 2 页");
  g_assert_true (g_str_has_prefix (get_position (preview), "第 1 页"));
  gtk_widget_activate_action (preview, "dialog.close", NULL);
  drain ();
  g_assert_null (find_preview ());
}

/* Large type is the client's: the next one begins without it. */
static void
test_large_type (PrintFixture *fixture, gconstpointer unused)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (fixture->shared.window), "large-type");
  g_autoptr (GVariant) on = NULL;
  g_autoptr (GVariant) off = NULL;

  gtk_widget_activate_action (fixture->shared.window, "win.large-type", NULL);
  on = g_action_get_state (action);
  g_assert_true (g_variant_get_boolean (on));
  gtk_widget_activate_action (fixture->shared.window, "win.next-client", NULL);
  off = g_action_get_state (action);
  g_assert_false (g_variant_get_boolean (off));
}

/* Printer and copies are remembered; where a file went and which pages is not. */
static void
test_settings (PrintFixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "config", "print.ini", NULL);
  g_autofree char *below = g_build_filename (fixture->folder, "config", NULL);
  g_autofree char *blocked = g_build_filename (path, "print.ini", NULL);
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  ming_print_settings_load (path, &settings, &setup);
  g_assert_null (gtk_print_settings_get_printer (settings));
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS),
                                  MING_PAPER_INNER_WIDTH_PT, 0.5);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS),
                                  MING_PAPER_INNER_HEIGHT_PT, 0.5);

  gtk_print_settings_set_printer (settings, "窗口打印机");
  gtk_print_settings_set_n_copies (settings, 2);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///home/clerk/zhang-xiulan.pdf");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, "zhang-xiulan");
  gtk_page_setup_set_left_margin (setup, 60, GTK_UNIT_POINTS);
  g_assert_true (ming_print_settings_save (path, settings, setup, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_null (strstr (text, "xiulan"));

  g_clear_object (&settings);
  g_clear_object (&setup);
  ming_print_settings_load (path, &settings, &setup);
  g_assert_cmpstr (gtk_print_settings_get_printer (settings), ==, "窗口打印机");
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 2);
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS), 60, 0.5);

  g_assert_false (ming_print_settings_save (blocked, settings, setup, &error));
  g_assert_nonnull (error);
  g_unlink (path);
  g_rmdir (below);
}

static void
add (const char *path, void (*test) (PrintFixture *, gconstpointer))
{
  g_test_add (path, PrintFixture, NULL, set_up_print, test, tear_down_print);
}

static void
remove_file (const char *folder, const char *child)
{
  g_autofree char *path = g_build_filename (folder, child, NULL);

  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("mingsuan-home-XXXXXX", NULL);
  int code;

  g_assert_nonnull (home);
  /* The clerk's own settings and history are left alone. */
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  add ("/print/print", test_print);
  add ("/print/failed", test_failed);
  add ("/print/explain-target", test_explain_target);
  add ("/print/explain-read-only", test_explain_read_only);
  add ("/print/nothing", test_nothing);
  add ("/print/export", test_export);
  add ("/print/preview", test_preview);
  add ("/print/large-type", test_large_type);
  add ("/print/settings", test_settings);
  code = g_test_run ();
  remove_file (home, "mingsuan/mingsuan.db");
  remove_file (home, "mingsuan/mingsuan.db-wal");
  remove_file (home, "mingsuan/mingsuan.db-shm");
  remove_file (home, "mingsuan/print.ini");
  remove_file (home, "mingsuan");
  g_rmdir (home);
  return code;
}
