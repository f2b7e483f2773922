/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/ming-session.h"

/** Fixture: the whole window with the policies of the tree, in Beijing on 2025-11-03. */
typedef struct
{
  GtkApplication *application;
  MingSession *session;
  GtkWidget *window;
} Fixture;

typedef gboolean (*Predicate) (GtkWidget *widget, gconstpointer data);

void set_up (Fixture *fixture, gconstpointer unused);
/** tear_down: destroys the window and insists that nothing holds on to it or to the session. */
void tear_down (Fixture *fixture, gconstpointer unused);

/** drain: runs the main loop until it has nothing left to do. */
void drain (void);

/** find_widget: the first widget at or below @root, depth first, that @predicate accepts; NULL if none. */
GtkWidget *find_widget (GtkWidget *root, Predicate predicate, gconstpointer data);
/** is_cell: a predicate, for the cell of the field GPOINTER_TO_INT (@field). */
gboolean is_cell (GtkWidget *widget, gconstpointer field);
/** is_of_type: a predicate, for widgets of the type GPOINTER_TO_SIZE (@type). */
gboolean is_of_type (GtkWidget *widget, gconstpointer type);

/** get_input: the widget of the estimate page into which @field is typed. */
GtkWidget *get_input (Fixture *fixture, MingField field);
/** type: gives @field the keyboard and replaces what it holds. */
void type (Fixture *fixture, MingField field, const char *text);
const char *read_back (Fixture *fixture, MingField field);
/** type_bill: a retired person's stay of 53,600.00, of which 1,800.00 each full own and first pay. */
void type_bill (Fixture *fixture);

/** turn_to: turns to the page @name, returned once it is laid out: Tab goes by where things stand. */
GtkWidget *turn_to (Fixture *fixture, const char *name);

/** get_part: what the template of @widget calls @name. */
GtkWidget *get_part (GtkWidget *widget, const char *name);

/** is_label_with: a predicate, for labels that show the text @part. */
gboolean is_label_with (GtkWidget *widget, gconstpointer part);

/** add_window_test: a test that is given the window, new for each. */
void add_window_test (const char *path, void (*test) (Fixture *fixture, gconstpointer unused));
