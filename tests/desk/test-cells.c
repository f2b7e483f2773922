/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "desk/ming-field-cell.h"
#include "desk/ming-picker.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/* The cells that every form is made of: a field of each kind, and the entry that chooses from a list. */

/** Bench: a window with two cells, and what they said. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *other;
  guint n_edited;
  guint n_left;
  guint n_entered;
  char *text;
} Bench;

static void
edited_cb (Bench *bench, const char *text)
{
  bench->n_edited += 1;
  g_free (bench->text);
  bench->text = g_strdup (text);
}

static void
left_cb (Bench *bench)
{
  bench->n_left += 1;
}

static void
entered_cb (Bench *bench)
{
  bench->n_entered += 1;
}

static GtkWidget *
put_on_bench (Bench *bench, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  bench->window = gtk_window_new ();
  bench->other = gtk_entry_new ();
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (box), bench->other);
  gtk_window_set_child (GTK_WINDOW (bench->window), box);
  gtk_window_present (GTK_WINDOW (bench->window));
  gtk_test_widget_wait_for_draw (bench->window);
  return widget;
}

static MingFieldCell *
open_cell (Bench *bench, MingFieldKind kind)
{
  GtkWidget *cell = put_on_bench (bench, ming_field_cell_new_of_kind (7, kind));

  g_signal_connect_swapped (cell, "edited", G_CALLBACK (edited_cb), bench);
  g_signal_connect_swapped (cell, "left", G_CALLBACK (left_cb), bench);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (entered_cb), bench);
  return MING_FIELD_CELL (cell);
}

static void
close_bench (Bench *bench)
{
  g_object_add_weak_pointer (G_OBJECT (bench->window), (gpointer *) &bench->window);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  drain ();
  g_assert_null (bench->window);
  g_clear_pointer (&bench->text, g_free);
}

static MingFieldState
make_state (const char *label, const char *text)
{
  MingFieldState state = { 0 };

  ming_field_state_init (&state, g_strdup (label), text);
  return state;
}

static GtkWidget *
find_label (MingFieldCell *cell, const char *text)
{
  return find_widget (GTK_WIDGET (cell), is_label_with, text);
}

/* What the program shows is not told as typed; what is typed is, at once and once. */
static void
test_entry (void)
{
  Bench bench = { 0 };
  MingFieldCell *cell = open_cell (&bench, MING_KIND_MONEY);
  GtkWidget *input = ming_field_cell_get_input (cell);
  g_auto (MingFieldState) state = make_state ("总费用", "53600");

  g_assert_cmpint ((int) ming_field_cell_get_field (cell), ==, 7);
  ming_field_cell_show (cell, &state, state.text);
  g_assert_cmpuint (bench.n_edited, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (input)), ==, "53600");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, "总费用");
  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (input)));

  gtk_widget_grab_focus (input);
  gtk_editable_set_text (GTK_EDITABLE (input), "");
  bench.n_edited = 0;
  gtk_editable_insert_text (GTK_EDITABLE (input), "5", -1, &(int){ 0 });
  g_assert_cmpuint (bench.n_edited, ==, 1);
  g_assert_cmpstr (bench.text, ==, "5");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (input)), "activate");
  g_assert_cmpuint (bench.n_entered, ==, 1);
  gtk_widget_grab_focus (bench.other);
  g_assert_cmpuint (bench.n_left, ==, 1);
  close_bench (&bench);
}

/* A fault is a class, a state for those who cannot see, a sentence below; one that may mend itself waits. */
static void
test_fault (void)
{
  Bench bench = { 0 };
  MingFieldCell *cell = open_cell (&bench, MING_KIND_DATE);
  GtkWidget *input = ming_field_cell_get_input (cell);
  g_auto (MingFieldState) state = make_state ("出院日期", "2025");

  gtk_widget_grab_focus (input);
  state.fault = g_strdup ("请输入八位数字");
  state.unfinished = TRUE;
  ming_field_cell_show (cell, &state, state.text);
  g_assert_false (gtk_widget_has_css_class (input, "error"));
  g_assert_null (find_label (cell, "八位"));
  gtk_widget_grab_focus (bench.other);
  g_assert_true (gtk_widget_has_css_class (input, "error"));
  g_assert_true (gtk_widget_get_visible (find_label (cell, "八位")));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "请输入八位数字");

  /* In a table the sentence stands elsewhere; it is heard all the same. */
  ming_field_cell_put_in_table (cell, 8);
  ming_field_cell_show (cell, &state, state.text);
  g_assert_true (gtk_widget_has_css_class (input, "error"));
  g_assert_false (gtk_widget_get_visible (find_label (cell, "八位")));
  g_assert_false (gtk_widget_get_visible (find_label (cell, "出院日期")));

  ming_field_cell_clear (cell);
  g_assert_false (gtk_widget_has_css_class (input, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (input)), ==, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, "出院日期");
  g_assert_cmpuint (bench.n_edited, ==, 0);
  close_bench (&bench);
}

static gboolean
press (GtkWidget *widget, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

/* A tick says "1" or nothing; Enter moves on and ticks nothing, on the keypad too. */
static void
test_tick (void)
{
  Bench bench = { 0 };
  MingFieldCell *cell = open_cell (&bench, MING_KIND_FLAG);
  GtkWidget *input = ming_field_cell_get_input (cell);
  g_auto (MingFieldState) state = make_state ("公务员", "");

  ming_field_cell_show (cell, &state, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, "公务员");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (input), TRUE);
  g_assert_cmpstr (bench.text, ==, "1");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (input), FALSE);
  g_assert_cmpstr (bench.text, ==, "");
  g_assert_true (press (input, GDK_KEY_Return));
  g_assert_true (press (input, GDK_KEY_KP_Enter));
  g_assert_cmpuint (bench.n_entered, ==, 2);
  g_assert_false (press (input, GDK_KEY_space));
  ming_field_cell_show (cell, &state, "1");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (input)));
  ming_field_cell_clear (cell);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (input)));
  g_assert_cmpuint (bench.n_edited, ==, 2);
  close_bench (&bench);
}

/* What is computed cannot be typed in, and says a dash when it is not known. */
static void
test_shown (void)
{
  Bench bench = { 0 };
  MingFieldCell *cell = open_cell (&bench, MING_KIND_SHOWN);
  g_auto (MingFieldState) state = make_state ("政策范围内", "");

  ming_field_cell_show (cell, &state, "");
  g_assert_true (is_label_with (ming_field_cell_get_input (cell), "—"));
  g_assert_false (gtk_widget_get_focusable (ming_field_cell_get_input (cell)));
  close_bench (&bench);
}

static GPtrArray *
make_choices (void)
{
  GPtrArray *choices = ming_choices_new ();

  g_ptr_array_add (choices, ming_choice_new ("1101", "在职职工", "zzzg"));
  g_ptr_array_add (choices, ming_choice_new ("1201", "职工退休", "zgtx"));
  g_ptr_array_add (choices, ming_choice_new ("1202", "公务员退休", "gwytx"));
  return choices;
}

static void
picked_cb (Bench *bench, MingPicker *picker)
{
  edited_cb (bench, ming_picker_get_value (picker));
}

static MingPicker *
open_picker (Bench *bench)
{
  GtkWidget *picker = put_on_bench (bench, ming_picker_new ());
  g_autoptr (GPtrArray) choices = make_choices ();

  ming_picker_set_choices (MING_PICKER (picker), choices);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (picked_cb), bench);
  return MING_PICKER (picker);
}

/* Each key chooses the best match; leaving writes its name; what means nothing stays to be seen as wrong. */
static void
test_picker_typing (void)
{
  Bench bench = { 0 };
  MingPicker *picker = open_picker (&bench);
  GtkEditable *editable = GTK_EDITABLE (picker);

  gtk_widget_grab_focus (GTK_WIDGET (picker));
  gtk_editable_set_text (editable, "gwy");
  g_assert_cmpstr (bench.text, ==, "1202");
  g_assert_true (ming_picker_is_open (picker));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (gtk_editable_get_delegate (editable))));
  gtk_widget_grab_focus (bench.other);
  g_assert_false (ming_picker_is_open (picker));
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "公务员退休 1202");

  gtk_widget_grab_focus (GTK_WIDGET (picker));
  gtk_editable_set_text (editable, "xyzzy");
  g_assert_cmpstr (bench.text, ==, "xyzzy");
  g_assert_false (ming_picker_is_open (picker));
  gtk_widget_grab_focus (bench.other);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "xyzzy");
  close_bench (&bench);
}

/* The arrows open the list and choose as they go, up to its ends; Escape closes it and nothing else. */
static void
test_picker_keys (void)
{
  Bench bench = { 0 };
  MingPicker *picker = open_picker (&bench);

  ming_picker_show_value (picker, "1101", "在职职工 1101");
  g_assert_cmpuint (bench.n_edited, ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (picker));
  g_assert_true (press (GTK_WIDGET (picker), GDK_KEY_Down));
  g_assert_true (ming_picker_is_open (picker));
  g_assert_cmpstr (ming_picker_get_value (picker), ==, "1101");
  g_assert_true (press (GTK_WIDGET (picker), GDK_KEY_KP_Down));
  g_assert_cmpstr (bench.text, ==, "1201");
  g_assert_true (press (GTK_WIDGET (picker), GDK_KEY_Down));
  g_assert_true (press (GTK_WIDGET (picker), GDK_KEY_Down));
  g_assert_cmpstr (bench.text, ==, "1202");
  g_assert_true (press (GTK_WIDGET (picker), GDK_KEY_Up));
  g_assert_cmpstr (bench.text, ==, "1201");
  g_assert_true (press (GTK_WIDGET (picker), GDK_KEY_Escape));
  g_assert_false (ming_picker_is_open (picker));
  g_assert_false (press (GTK_WIDGET (picker), GDK_KEY_Escape));
  g_assert_cmpstr (ming_picker_get_value (picker), ==, "1201");
  close_bench (&bench);
}

static GPtrArray *
search_cb (const char *typed, gpointer n_searches)
{
  GPtrArray *found = ming_choices_new ();

  *(guint *) n_searches += 1;
  if (g_str_has_prefix (typed, "yt"))
    g_ptr_array_add (found, ming_choice_new ("370600", "烟台市", "yt"));
  return found;
}

/* A list that is searched for instead of given. */
static void
test_picker_search (void)
{
  Bench bench = { 0 };
  MingPicker *picker = open_picker (&bench);
  guint n_searches = 0;

  ming_picker_set_search (picker, search_cb, &n_searches);
  gtk_widget_grab_focus (GTK_WIDGET (picker));
  gtk_editable_set_text (GTK_EDITABLE (picker), "yt");
  g_assert_cmpstr (bench.text, ==, "370600");
  g_assert_cmpuint (n_searches, >, 0);
  ming_picker_set_search (picker, NULL, NULL);
  close_bench (&bench);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/entry", test_entry);
  g_test_add_func ("/cells/fault", test_fault);
  g_test_add_func ("/cells/tick", test_tick);
  g_test_add_func ("/cells/shown", test_shown);
  g_test_add_func ("/cells/picker-typing", test_picker_typing);
  g_test_add_func ("/cells/picker-keys", test_picker_keys);
  g_test_add_func ("/cells/picker-search", test_picker_search);
  return g_test_run ();
}
