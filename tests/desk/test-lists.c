/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "desk/estimate/ming-estimate-answer.h"
#include "desk/ming-note-list.h"
#include "desk/ming-note-row.h"
#include "desk/ming-text-table.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* Tables of text and lists of sentences, without a page around them. */

static GtkWidget *
open_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), widget);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

/* Nothing may hold on to the window, or to anything in it. */
static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  drain ();
  g_assert_null (window);
}

static void
count_cb (guint *n)
{
  *n += 1;
}

static GPtrArray *
make_lines (guint n, const char *amount)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("第%u行", i + 1);
      const char *cells[] = { name, amount, NULL };

      g_ptr_array_add (lines, g_strdupv ((GStrv) cells));
    }
  return lines;
}

static void
fill (MingTextTable *table, guint n, const char *amount)
{
  g_autoptr (GPtrArray) headings = ming_text_headings_new ("项目", "金额", NULL);
  g_autoptr (GPtrArray) lines = make_lines (n, amount);

  ming_text_table_fill (table, headings, lines);
  drain ();
}

static void
test_text_row (void)
{
  const char *cells[] = { "统筹基金", "850.00", NULL };
  MingTextRow *row = ming_text_row_new (cells, "total", 3);

  g_assert_cmpstr (ming_text_row_get_cell (row, 0), ==, "统筹基金");
  g_assert_cmpstr (ming_text_row_get_cell (row, 1), ==, "850.00");
  g_assert_cmpstr (ming_text_row_get_cell (row, 2), ==, "");
  g_assert_cmpint (ming_text_row_get_tag (row), ==, 3);
  g_assert_finalize_object (row);
}

/* Rows are kept and say something else; those that are too many go, and with them what they said. */
static void
test_table_rows (void)
{
  GtkWidget *table = ming_text_table_new ("费用分段", 1);
  GtkWidget *window = open_window (table);
  GtkWidget *kept;

  fill (MING_TEXT_TABLE (table), 3, "850.00");
  kept = find_widget (table, is_label_with, "第1行");
  g_assert_nonnull (kept);
  g_assert_nonnull (find_widget (table, is_label_with, "第3行"));
  g_assert_nonnull (find_widget (table, is_label_with, "金额"));
  fill (MING_TEXT_TABLE (table), 1, "900.00");
  g_assert_true (find_widget (table, is_label_with, "第1行") == kept);
  g_assert_nonnull (find_widget (table, is_label_with, "900.00"));
  g_assert_null (find_widget (table, is_label_with, "850.00"));
  g_assert_null (find_widget (table, is_label_with, "第2行"));
  fill (MING_TEXT_TABLE (table), 0, "");
  g_assert_null (find_widget (table, is_label_with, "第1行"));
  g_assert_null (find_widget (table, is_label_with, "900.00"));
  close_window (window);
}

/* A choice is told once; a row that is not there chooses none; Enter on a row chooses it, asks for more. */
static void
test_table_selection (void)
{
  GtkWidget *table = ming_text_table_new ("费用分段", 1);
  GtkWidget *window = open_window (table);
  GtkWidget *view = find_widget (table, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));
  guint n_selected = 0, n_activated = 0;

  g_signal_connect_swapped (table, "selected", G_CALLBACK (count_cb), &n_selected);
  g_signal_connect_swapped (table, "activated", G_CALLBACK (count_cb), &n_activated);
  fill (MING_TEXT_TABLE (table), 3, "850.00");
  g_assert_null (ming_text_table_get_selected (MING_TEXT_TABLE (table)));
  ming_text_table_select (MING_TEXT_TABLE (table), 2);
  g_assert_cmpint (ming_text_row_get_tag (ming_text_table_get_selected (MING_TEXT_TABLE (table))), ==, 2);
  g_assert_cmpuint (n_selected, ==, 1);
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_cmpint (ming_text_row_get_tag (ming_text_table_get_selected (MING_TEXT_TABLE (table))), ==, 1);
  g_assert_cmpuint (n_activated, ==, 1);
  ming_text_table_select (MING_TEXT_TABLE (table), 99);
  g_assert_null (ming_text_table_get_selected (MING_TEXT_TABLE (table)));
  close_window (window);
}

/* The table has the name it was given; a row is heard whole. */
static void
test_table_names (void)
{
  GtkWidget *table = ming_text_table_new ("费用分段", 1);
  GtkWidget *window = open_window (table);
  GtkWidget *view = find_widget (table, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));
  GtkWidget *line;

  fill (MING_TEXT_TABLE (table), 1, "850.00");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "费用分段");
  /* Two cells are around the label, the table's and GTK's. */
  line = find_widget (table, is_label_with, "第1行");
  for (int i = 0; i < 3; i++)
    line = gtk_widget_get_parent (line);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, "第1行 850.00");
  close_window (window);
}

/* Tab comes to the table once and leaves it, however many rows there are. */
static void
test_table_is_one_stop (void)
{
  GtkWidget *table = ming_text_table_new ("费用分段", 1);
  GtkWidget *window = open_window (table);

  fill (MING_TEXT_TABLE (table), 5, "850.00");
  g_assert_true (gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (gtk_widget_get_focus_child (table));
  g_assert_false (gtk_widget_child_focus (table, GTK_DIR_TAB_FORWARD));
  close_window (window);
}

static GPtrArray *
make_sentences (const char *first, const char *second)
{
  GPtrArray *sentences = g_ptr_array_new ();

  g_ptr_array_add (sentences, (gpointer) first);
  if (second != NULL)
    g_ptr_array_add (sentences, (gpointer) second);
  return sentences;
}

/* What there is no longer anything to say about is gone, and the list says what it is for. */
static void
test_sentences (void)
{
  GtkWidget *list = ming_note_list_new ("提示");
  GtkWidget *window = open_window (list);
  GtkWidget *box = find_widget (list, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_LIST_BOX));
  g_autoptr (GPtrArray) two = make_sentences ("缺少人员类别", "缺少总费用");
  g_autoptr (GPtrArray) one = make_sentences ("缺少总费用", NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, "提示");
  ming_note_list_show_sentences (MING_NOTE_LIST (list), two, "没有提示");
  g_assert_nonnull (find_widget (list, is_label_with, "缺少人员类别"));
  ming_note_list_show_sentences (MING_NOTE_LIST (list), one, "没有提示");
  g_assert_null (find_widget (list, is_label_with, "缺少人员类别"));
  g_assert_nonnull (find_widget (list, is_label_with, "缺少总费用"));
  ming_note_list_show_sentences (MING_NOTE_LIST (list), none, "没有提示");
  g_assert_null (find_widget (list, is_label_with, "缺少总费用"));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), 0));
  close_window (window);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer unused)
{
  return MING_IS_NOTE_ROW (widget);
}

/* The mark is a word; what is pointed at is chosen, until something else is; everything is shown whole. */
static void
test_notes (void)
{
  GtkWidget *list = ming_note_list_new ("依据");
  GtkWidget *window = open_window (list);
  GtkWidget *box = find_widget (list, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_LIST_BOX));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ming_note_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GtkWidget *row, *mark;

  g_ptr_array_add (notes, ming_note_new ("甲文件", "甲说的话", "正式", TRUE));
  g_ptr_array_add (notes, ming_note_new ("乙文件", "乙说的话", "待核实", FALSE));
  ming_note_list_show_notes (MING_NOTE_LIST (list), notes, "");
  row = find_widget (list, is_row, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "甲文件");
  mark = find_widget (list, is_label_with, "待核实");
  g_assert_true (gtk_widget_has_css_class (mark, "unproved"));
  g_assert_true (gtk_widget_has_css_class (find_widget (list, is_label_with, "正式"), "official"));

  ming_note_list_point_at (MING_NOTE_LIST (list), 2);
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (GTK_LIST_BOX (box))), ==, 1);
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (find_widget (list, is_label_with, "乙说的话"))));
  g_assert_true (gtk_label_get_wrap (GTK_LABEL (find_widget (list, is_label_with, "甲说的话"))));
  ming_note_list_point_at (MING_NOTE_LIST (list), 0);
  g_assert_null (gtk_list_box_get_selected_row (GTK_LIST_BOX (box)));

  /* The row that is chosen may be one of those that go. */
  ming_note_list_point_at (MING_NOTE_LIST (list), 2);
  ming_note_list_show_notes (MING_NOTE_LIST (list), none, "");
  g_assert_null (find_widget (list, is_row, NULL));
  ming_note_list_point_at (MING_NOTE_LIST (list), 1);
  close_window (window);
}

/* Fewer details than before leave nothing of the old ones. */
static void
test_note_row (void)
{
  MingNoteRow *row = MING_NOTE_ROW (g_object_ref_sink (ming_note_row_new ()));
  g_autoptr (GPtrArray) two = make_sentences ("第三十六条", "其他行不符");
  g_autoptr (GPtrArray) one = make_sentences ("第三十七条", NULL);
  GtkWidget *second;

  ming_note_row_set_head (row, "①", "统筹支付", "1000.00 × 85 % = 850.00");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "统筹支付 1000.00 × 85 % = 850.00");
  ming_note_row_set_details (row, two);
  second = find_widget (GTK_WIDGET (row), is_label_with, "其他行不符");
  ming_note_row_set_details (row, one);
  g_assert_false (gtk_widget_get_visible (second));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (second)), ==, "");
  g_assert_nonnull (find_widget (GTK_WIDGET (row), is_label_with, "第三十七条"));
  ming_note_row_set_mark (row, NULL, TRUE);
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/text-row", test_text_row);
  g_test_add_func ("/lists/table-rows", test_table_rows);
  g_test_add_func ("/lists/table-selection", test_table_selection);
  g_test_add_func ("/lists/table-names", test_table_names);
  g_test_add_func ("/lists/table-is-one-stop", test_table_is_one_stop);
  g_test_add_func ("/lists/sentences", test_sentences);
  g_test_add_func ("/lists/notes", test_notes);
  g_test_add_func ("/lists/note-row", test_note_row);
  return g_test_run ();
}
