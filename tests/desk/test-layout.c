/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <gtk/gtk.h>

#include "desk/compare/ming-compare-form.h"
#include "desk/ledger/ming-ledger-page.h"
#include "desk/life/ming-life-form.h"
#include "desk/ming-field-cell.h"
#include "desk/ming-text-size.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/*
 * Nothing that is said is cut: every page, with a case in it, on the counter's screen, at every size of text.
 * There are no exceptions. The program's language is that of the environment; the test runs once in each.
 */

#define SCREEN_WIDTH 1366
#define SCREEN_HEIGHT 768

/* Of a label: what it lacks may be a part of a pixel. */
#define TOLERANCE_PX 1

/** Look: one state of the window, and what was found in it. */
typedef struct
{
  const char *page;
  int percent;
  int tab;
  GString *faults;
} Look;

static void
add_fault (Look *look, GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *whole = g_strdup_printf ("%s, %d %%, tab %d: %s in %s: “%s”\n", look->page, look->percent,
                                            look->tab, what,
                                            G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), text);

  if (strstr (look->faults->str, whole) == NULL)
    g_string_append (look->faults, whole);
}

/* Whether what scrolls around @widget does not cut it at its sides. */
static gboolean
lies_within (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return TRUE;
  return bounds.origin.x >= -TOLERANCE_PX
         && bounds.origin.x + bounds.size.width
                <= (float) (gtk_widget_get_width (scroller) + TOLERANCE_PX);
}

static void
check_label (Look *look, GtkWidget *widget)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  const char *text = gtk_label_get_text (GTK_LABEL (widget));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (pango_layout_is_ellipsized (layout))
    add_fault (look, widget, "ellipsized", text);
  else if (*text != '\0' && width > gtk_widget_get_width (widget) + TOLERANCE_PX)
    add_fault (look, widget, "wider than its place", text);
  else if (*text != '\0' && !lies_within (widget))
    add_fault (look, widget, "beyond the edge", text);
}

/* The field that has the keyboard shows where the caret is. */
static void
check_entry (Look *look, GtkWidget *widget)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (widget));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (!gtk_widget_is_focus (widget) && width > gtk_widget_get_width (widget) + TOLERANCE_PX)
    add_fault (look, widget, "entry too narrow", text);
}

static void
check_scroller (Look *look, GtkWidget *widget)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
  double more = gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
  g_autofree char *text = g_strdup_printf ("%.0f px too wide", more);

  if (more > 0)
    add_fault (look, widget, "scrolls sideways", text);
}

static void
check_window (Look *look, GtkWidget *window)
{
  g_autofree char *text = g_strdup_printf ("%d px", gtk_widget_get_width (window));

  if (gtk_widget_get_width (window) > SCREEN_WIDTH)
    add_fault (look, gtk_window_get_child (GTK_WINDOW (window)), "larger than the screen", text);
}

static void
check_widget (Look *look, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_label (look, widget);
  else if (GTK_IS_TEXT (widget))
    check_entry (look, widget);
  else if (GTK_IS_SCROLLED_WINDOW (widget))
    check_scroller (look, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (look, child);
}

/* Until the layout rests: what wraps is known one picture after its width. */
static void
rest (Fixture *fixture)
{
  for (int i = 0; i < 4; i++)
    {
      drain ();
      gtk_widget_queue_draw (fixture->window);
      gtk_test_widget_wait_for_draw (fixture->window);
    }
}

static gboolean
is_mapped_notebook (GtkWidget *widget, gconstpointer unused)
{
  return GTK_IS_NOTEBOOK (widget) && gtk_widget_get_mapped (widget);
}

/* For the eye: in the folder MING_LAYOUT_PICTURES, when it is set. */
static void
take_picture (const Look *look)
{
  const char *folder = g_getenv ("MING_LAYOUT_PICTURES");
  g_autofree char *file = g_strdup_printf ("%s/%s-%d-%d-%s.png", folder, look->page, look->percent, look->tab,
                                           g_getenv ("LANGUAGE"));
  const char *command[] = { "import", "-window", "root", file, NULL };

  if (folder != NULL)
    g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
check_tabs (Fixture *fixture, Look *look)
{
  GtkWidget *stack = find_widget (fixture->window, is_of_type, GSIZE_TO_POINTER (GTK_TYPE_STACK));
  GtkWidget *notebook = find_widget (stack, is_mapped_notebook, NULL);
  int n_tabs = notebook != NULL ? gtk_notebook_get_n_pages (GTK_NOTEBOOK (notebook)) : 1;

  for (look->tab = 0; look->tab < n_tabs; look->tab++)
    {
      if (notebook != NULL)
        gtk_notebook_set_current_page (GTK_NOTEBOOK (notebook), look->tab);
      rest (fixture);
      check_window (look, fixture->window);
      check_widget (look, fixture->window);
      take_picture (look);
    }
  if (notebook != NULL)
    gtk_notebook_set_current_page (GTK_NOTEBOOK (notebook), 0);
}

static void
type_into (GtkWidget *grid, int field, const char *text)
{
  GtkWidget *cell = find_widget (grid, is_cell, GINT_TO_POINTER (field));

  g_assert_nonnull (cell);
  gtk_editable_set_text (GTK_EDITABLE (ming_field_cell_get_input (MING_FIELD_CELL (cell))), text);
  drain ();
}

static void
fill_ledger (Fixture *fixture)
{
  static const char visits[] = "med_type,hosp_lv,begndate,enddate,medfee_sumamt,fulamt_ownpay_amt,"
                               "overlmt_selfpay,preselfpay_amt\n"
                               "21,02,2025-03-01,2025-03-10,36800,1200,0,2100\n"
                               "21,05,2025-06-01,2025-06-15,18000,500,0,900\n";
  GtkWidget *page = turn_to (fixture, "ledger");

  g_assert_true (ming_ledger_page_take_file (MING_LEDGER_PAGE (page), "x.csv", visits, strlen (visits)));
  gtk_widget_activate_action (fixture->window, "ledger.insert", NULL);
  drain ();
  type_into (page, MING_LEDGER_ENDDATE, "20250110");
  type_into (page, MING_LEDGER_TOTAL, "20000");
}

static void
fill_pages (Fixture *fixture)
{
  static const char *const statement[] = { "53600", "1800", "", "1800", "50000", "650", "45808.50" };
  GtkWidget *page;

  turn_to (fixture, "estimate");
  type_bill (fixture);
  ming_session_set_family (fixture->session, 0, MING_FAMILY_BALC, "3000");
  fill_ledger (fixture);
  turn_to (fixture, "account");
  page = turn_to (fixture, "life");
  type_into (get_part (page, "life_grid"), MING_LIFE_KIND, "male60");
  type_into (get_part (page, "life_grid"), MING_LIFE_PAID, "240");
  page = turn_to (fixture, "compare");
  type_into (get_part (page, "plans"), MING_N_COMPARE_FIELDS + 4, "05");
  page = turn_to (fixture, "audit");
  for (gsize i = 0; i < G_N_ELEMENTS (statement); i++)
    type_into (get_part (page, "statement_grid"), (int) i, statement[i]);
  turn_to (fixture, "estimate");
  gtk_widget_activate_action (fixture->window, "win.keep", NULL);
  drain ();
}

static void
check_size (Fixture *fixture, int percent)
{
  static const char *const pages[] = { "estimate", "ledger", "account", "life",
                                       "compare",  "audit",  "policy",  "history" };
  Look look = { .percent = percent };
  g_autoptr (GString) faults = g_string_new (NULL);

  look.faults = faults;
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), SCREEN_WIDTH, SCREEN_HEIGHT);
  fill_pages (fixture);
  ming_text_size_set (percent);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      look.page = pages[i];
      turn_to (fixture, pages[i]);
      check_tabs (fixture, &look);
    }
  ming_text_size_set (100);
  if (faults->len > 0)
    g_printerr ("%s", faults->str);
  g_assert_cmpstr (faults->str, ==, "");
}

static void
test_usual (Fixture *fixture, gconstpointer unused)
{
  check_size (fixture, 100);
}

static void
test_half_larger (Fixture *fixture, gconstpointer unused)
{
  check_size (fixture, 150);
}

static void
test_twice (Fixture *fixture, gconstpointer unused)
{
  check_size (fixture, 200);
}

int
main (int argc, char **argv)
{
  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  add_window_test ("/layout/100", test_usual);
  add_window_test ("/layout/150", test_half_larger);
  add_window_test ("/layout/200", test_twice);
  return g_test_run ();
}
