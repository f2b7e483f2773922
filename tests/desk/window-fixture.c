/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "desk/ming-field-cell.h"
#include "desk/ming-shortcuts.h"
#include "desk/ming-style.h"
#include "desk/ming-window.h"
#include "counter.h"
#include "window-fixture.h"

void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  ming_shortcuts_install (fixture->application);
  ming_style_install (gdk_display_get_default ());
  fixture->session = ming_session_new (g_getenv ("MING_DATADIR"), today);
  ming_session_set_field (fixture->session, MING_FIELD_REGION, "110000");
  fixture->window = ming_window_new (fixture->application, fixture->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_null (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->application);
}

GtkWidget *
find_widget (GtkWidget *root, Predicate predicate, gconstpointer data)
{
  GtkWidget *found = predicate (root, data) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, predicate, data);
  return found;
}

gboolean
is_cell (GtkWidget *widget, gconstpointer field)
{
  return MING_IS_FIELD_CELL (widget)
         && ming_field_cell_get_field (MING_FIELD_CELL (widget)) == (MingField) GPOINTER_TO_INT (field);
}

gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

GtkWidget *
get_input (Fixture *fixture, MingField field)
{
  GtkWidget *cell = find_widget (fixture->window, is_cell, GINT_TO_POINTER (field));

  g_assert_nonnull (cell);
  return ming_field_cell_get_input (MING_FIELD_CELL (cell));
}

void
type (Fixture *fixture, MingField field, const char *text)
{
  GtkWidget *input = get_input (fixture, field);

  gtk_widget_grab_focus (input);
  gtk_editable_set_text (GTK_EDITABLE (input), text);
}

const char *
read_back (Fixture *fixture, MingField field)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_input (fixture, field)));
}

void
type_bill (Fixture *fixture)
{
  type (fixture, MING_FIELD_PSN_TYPE, "1201");
  type (fixture, MING_FIELD_BRDY, "19520318");
  type (fixture, MING_FIELD_BALC, "1204.30");
  type (fixture, MING_FIELD_ENDDATE, "20251103");
  type (fixture, MING_FIELD_TOTAL, "53600");
  type (fixture, MING_FIELD_FULL_OWN, "1800");
  type (fixture, MING_FIELD_FIRST_PAY, "1800");
  drain ();
}

GtkWidget *
turn_to (Fixture *fixture, const char *name)
{
  GtkWidget *stack = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_STACK));

  gtk_widget_activate_action (fixture->window, "win.page", "s", name);
  drain ();
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, name);
  return gtk_stack_get_visible_child (GTK_STACK (stack));
}

GtkWidget *
get_part (GtkWidget *widget, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

gboolean
is_label_with (GtkWidget *widget, gconstpointer part)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL;
}

void
add_window_test (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}
