/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-field-cell.h"
#include "../ming-note-list.h"
#include "../ming-page.h"
#include "../ming-shortcuts.h"
#include "../ming-text-table.h"
#include "../ming-tip.h"
#include "ming-ledger-book.h"
#include "ming-ledger-details.h"
#include "ming-ledger-grid.h"
#include "ming-ledger-page.h"

struct _MingLedgerPage
{
  GtkBox parent_instance;

  GtkWidget *tools;
  GtkWidget *grid_box;
  GtkWidget *details_box;
  GtkWidget *notebook;
  GtkWidget *next_fields;
  GtkWidget *next_caption;
  GtkWidget *next_box;

  GtkWidget *grid;
  GtkWidget *details;
  GtkWidget *verdict;
  GtkWidget *changes;
  GtkWidget *months;
  GtkWidget *messages;
  GtkWidget *messages_title;
  GtkWidget *next_table;
  MingFieldCell *next[MING_LEDGER_N_NEXT];
  GSimpleActionGroup *actions;
  GtkWidget *root; /* where the actions are known */

  MingSession *session;
  MingLedgerBook *book;
  MingLedgerForm *form;
  gboolean forget; /* nothing of the last client may stay in a widget, on the screen or not */
};

static void page_iface_init (MingPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MingLedgerPage, ming_ledger_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MING_TYPE_PAGE, page_iface_init))

static void
fill_table (GtkWidget *table, GPtrArray *headings, GPtrArray *lines)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, ming_text_row_new (g_ptr_array_index (lines, i), NULL, (int) i));
  ming_text_table_set (MING_TEXT_TABLE (table), headings, rows);
}

static void
show_details (MingLedgerPage *self)
{
  guint current = ming_ledger_grid_get_current (MING_LEDGER_GRID (self->grid));

  ming_ledger_details_show (MING_LEDGER_DETAILS (self->details),
                            g_ptr_array_index (self->form->rows, current),
                            ming_ledger_values_row (self->book->values, current), current + 1);
}

static void
show_next (MingLedgerPage *self)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  g_ptr_array_add (headings, (gpointer) C_ ("compare", "Item"));
  g_ptr_array_add (headings, (gpointer) C_ ("table", "Amount"));
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    ming_field_cell_show (self->next[i], &self->form->next_field[i], self->book->values->next[i]);
  gtk_label_set_text (GTK_LABEL (self->next_caption), self->form->next_caption);
  fill_table (self->next_table, headings, self->form->next);
}

static void
show_messages (MingLedgerPage *self)
{
  guint n = self->form->messages->len;
  g_autofree char *title = n > 0 ? g_strdup_printf (_("Notes (%u)"), n) : g_strdup (_("Notes"));

  gtk_label_set_text (GTK_LABEL (self->messages_title), title);
  ming_note_list_show_sentences (MING_NOTE_LIST (self->messages), self->form->messages,
                                 _("What is missing or to be minded is said here."));
}

static void
update_widgets (MingLedgerPage *self)
{
  gboolean settled = self->book->values->settled != NULL;

  ming_ledger_grid_show (MING_LEDGER_GRID (self->grid), self->form, self->book->values);
  show_details (self);
  gtk_label_set_text (GTK_LABEL (self->verdict),
                      *self->form->verdict != '\0' ? self->form->verdict
                      : settled                    ? _("The differences appear when every row is complete")
                                : _("Insert, delete or refund a visit: what changes for the others is shown "
                                    "here"));
  fill_table (self->changes, self->form->change_headings, self->form->changes);
  fill_table (self->months, self->form->month_headings, self->form->months);
  show_messages (self);
  show_next (self);
}

static void
refresh (MingLedgerPage *self)
{
  g_clear_pointer (&self->form, ming_ledger_form_free);
  self->form = ming_ledger_form_new (self->book->values, ming_session_get_values (self->session),
                                     ming_session_get_world (self->session));
  update_widgets (self);
}

/* A year is many visits: not while another page is on the screen. */
static void
session_changed_cb (MingLedgerPage *self)
{
  if (self->forget || gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  self->forget = FALSE;
}

static void
next_client_cb (MingLedgerPage *self)
{
  ming_ledger_book_clear (self->book);
  self->forget = TRUE;
}

static void
edited_cb (MingLedgerPage *self, guint row, guint column, const char *text)
{
  ming_ledger_book_set (self->book, row, (MingLedgerColumn) column, text);
  refresh (self);
}

static void
tidy (MingLedgerPage *self, guint row, guint column)
{
  const char *text;
  g_autofree char *tidied = NULL;

  /* The row the keyboard left may be gone already. */
  if (row >= self->book->values->rows->len)
    return;
  text = ming_ledger_values_row (self->book->values, row)->text[column];
  tidied = ming_ledger_tidy ((MingLedgerColumn) column, text, ming_session_get_world (self->session)->today);
  if (!g_str_equal (tidied, text))
    edited_cb (self, row, column, tidied);
  ming_ledger_book_leave (self->book);
}

static void
entered_cb (MingLedgerPage *self, guint row, guint column)
{
  if (ming_ledger_form_next_cell (self->form, &row, &column))
    ming_ledger_grid_focus (MING_LEDGER_GRID (self->grid), row, column);
}

static void
detail_edited_cb (MingLedgerPage *self, guint column, const char *text)
{
  edited_cb (self, ming_ledger_grid_get_current (MING_LEDGER_GRID (self->grid)), column, text);
}

static void
detail_left_cb (MingLedgerPage *self, guint column)
{
  tidy (self, ming_ledger_grid_get_current (MING_LEDGER_GRID (self->grid)), column);
}

static void
move_on_cb (MingLedgerPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
next_edited_cb (MingLedgerPage *self, const char *text, MingFieldCell *cell)
{
  ming_ledger_book_set_next (self->book, (MingLedgerNext) ming_field_cell_get_field (cell), text);
  refresh (self);
}

static void
next_left_cb (MingLedgerPage *self, MingFieldCell *cell)
{
  const char *text = self->book->values->next[ming_field_cell_get_field (cell)];
  MingLedgerNext column = (MingLedgerNext) ming_field_cell_get_field (cell);
  g_autofree char *tidied = column == MING_LEDGER_NEXT_HOSP_LV
                                ? g_strdup (text)
                                : ming_ledger_tidy (MING_LEDGER_TOTAL, text,
                                                    ming_session_get_world (self->session)->today);

  if (!g_str_equal (tidied, text))
    next_edited_cb (self, tidied, cell);
}

/* Where a row was put in, its typing begins; elsewhere the keyboard stays in its place. */
static void
change_rows (MingLedgerPage *self, gboolean (*change) (MingLedgerBook *book, guint row), gboolean begin)
{
  MingLedgerGrid *grid = MING_LEDGER_GRID (self->grid);
  guint row = ming_ledger_grid_get_current (grid);
  guint column = 0;

  ming_ledger_grid_has_focus (grid, &column);
  if (!change (self->book, row))
    return;
  refresh (self);
  ming_ledger_grid_focus (grid, row, begin ? 0 : column);
}

static void
insert_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  change_rows (MING_LEDGER_PAGE (page), ming_ledger_book_insert, TRUE);
}

static void
remove_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  change_rows (MING_LEDGER_PAGE (page), ming_ledger_book_remove, FALSE);
}

static void
refund_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  change_rows (MING_LEDGER_PAGE (page), ming_ledger_book_refund, FALSE);
}

static void
undo_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);
  guint column = 0;

  ming_ledger_grid_has_focus (MING_LEDGER_GRID (self->grid), &column);
  if (!ming_ledger_book_undo (self->book))
    return;
  refresh (self);
  ming_ledger_grid_focus (MING_LEDGER_GRID (self->grid),
                          ming_ledger_grid_get_current (MING_LEDGER_GRID (self->grid)), column);
}

static void
sort_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  if (ming_ledger_book_sort (self->book, ming_session_get_world (self->session)->today))
    refresh (self);
}

static void
settle_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  ming_ledger_book_settle (self->book);
  refresh (self);
}

static const GActionEntry entries[] = {
  { .name = "insert", .activate = insert_action_cb }, { .name = "remove", .activate = remove_action_cb },
  { .name = "refund", .activate = refund_action_cb }, { .name = "undo", .activate = undo_action_cb },
  { .name = "sort", .activate = sort_action_cb },     { .name = "settle", .activate = settle_action_cb },
};

/* The keys of a ledger mean something while it is on the screen, and nothing elsewhere. */
static void
enable_actions (MingLedgerPage *self, gboolean enabled)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

static void
ming_ledger_page_map (GtkWidget *widget)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (widget);

  refresh (self);
  enable_actions (self, TRUE);
  GTK_WIDGET_CLASS (ming_ledger_page_parent_class)->map (widget);
}

static void
ming_ledger_page_unmap (GtkWidget *widget)
{
  enable_actions (MING_LEDGER_PAGE (widget), FALSE);
  GTK_WIDGET_CLASS (ming_ledger_page_parent_class)->unmap (widget);
}

/* A key is looked for in the window, so the window has to know the actions. */
static void
ming_ledger_page_root (GtkWidget *widget)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (widget);

  GTK_WIDGET_CLASS (ming_ledger_page_parent_class)->root (widget);
  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  gtk_widget_insert_action_group (self->root, "ledger", G_ACTION_GROUP (self->actions));
}

static void
ming_ledger_page_unroot (GtkWidget *widget)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (widget);

  gtk_widget_insert_action_group (self->root, "ledger", NULL);
  self->root = NULL;
  GTK_WIDGET_CLASS (ming_ledger_page_parent_class)->unroot (widget);
}

/* A button that says its key, as everything can be done without a mouse. */
static void
add_tool (MingLedgerPage *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *key = ming_shortcuts_get_label (action);
  g_autofree char *text = key != NULL ? g_strdup_printf ("%s %s", label, key) : g_strdup (label);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self->tools), button);
}

static void
make_tools (MingLedgerPage *self)
{
  add_tool (self, C_ ("ledger", "Insert"), "ledger.insert");
  add_tool (self, C_ ("ledger", "Delete"), "ledger.remove");
  add_tool (self, C_ ("ledger", "Refund"), "ledger.refund");
  add_tool (self, C_ ("ledger", "Undo"), "ledger.undo");
  add_tool (self, C_ ("ledger", "In order"), "ledger.sort");
  add_tool (self, C_ ("ledger", "As settled"), "ledger.settle");
}

static void
make_rows (MingLedgerPage *self)
{
  self->grid = ming_ledger_grid_new ();
  gtk_widget_set_vexpand (self->grid, TRUE);
  gtk_box_append (GTK_BOX (self->grid_box), self->grid);
  g_signal_connect_swapped (self->grid, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->grid, "left", G_CALLBACK (tidy), self);
  g_signal_connect_swapped (self->grid, "entered", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->grid, "current", G_CALLBACK (show_details), self);
  self->details = ming_ledger_details_new ();
  gtk_box_append (GTK_BOX (self->details_box), self->details);
  g_signal_connect_swapped (self->details, "edited", G_CALLBACK (detail_edited_cb), self);
  g_signal_connect_swapped (self->details, "left", G_CALLBACK (detail_left_cb), self);
  g_signal_connect_swapped (self->details, "entered", G_CALLBACK (move_on_cb), self);
}

static void
make_tabs (MingLedgerPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->verdict = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->verdict), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->verdict), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->verdict, "messages");
  self->changes = ming_text_table_new (_("Differences"), 3);
  self->months = ming_text_table_new (_("Account by month"), 1);
  self->messages = ming_note_list_new (_("Notes"));
  self->messages_title = gtk_label_new (_("Notes"));
  gtk_box_append (GTK_BOX (box), self->verdict);
  gtk_box_append (GTK_BOX (box), self->changes);
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), box, gtk_label_new (_("Differences")));
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), self->months,
                            gtk_label_new (_("Account by month")));
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), self->messages, self->messages_title);
}

static void
make_next (MingLedgerPage *self)
{
  for (int i = 0; i < MING_LEDGER_N_NEXT; i++)
    {
      GtkWidget *cell = ming_field_cell_new_of_kind (i, ming_ledger_next_kind ((MingLedgerNext) i));
      GtkWidget *caption = gtk_label_new (ming_ledger_next_label ((MingLedgerNext) i));

      self->next[i] = MING_FIELD_CELL (cell);
      ming_field_cell_put_in_table (self->next[i], 10);
      gtk_label_set_xalign (GTK_LABEL (caption), 1);
      gtk_widget_add_css_class (caption, "field-label");
      gtk_grid_attach (GTK_GRID (self->next_fields), caption, i % 2 * 2, i / 2, 1, 1);
      gtk_grid_attach (GTK_GRID (self->next_fields), cell, i % 2 * 2 + 1, i / 2, 1, 1);
      g_signal_connect_swapped (cell, "edited", G_CALLBACK (next_edited_cb), self);
      g_signal_connect_swapped (cell, "left", G_CALLBACK (next_left_cb), self);
      g_signal_connect_swapped (cell, "entered", G_CALLBACK (move_on_cb), self);
    }
  self->next_table = ming_text_table_new (_("What the next admission would cost"), 1);
  gtk_box_append (GTK_BOX (self->next_box), self->next_table);
}

static void
ming_ledger_page_dispose (GObject *object)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->form, ming_ledger_form_free);
  g_clear_pointer (&self->book, ming_ledger_book_free);
  G_OBJECT_CLASS (ming_ledger_page_parent_class)->dispose (object);
}

static void
ming_ledger_page_class_init (MingLedgerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_ledger_page_dispose;
  widget_class->map = ming_ledger_page_map;
  widget_class->unmap = ming_ledger_page_unmap;
  widget_class->root = ming_ledger_page_root;
  widget_class->unroot = ming_ledger_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-ledger-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, grid_box);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, details_box);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, notebook);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, next_fields);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, next_caption);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, next_box);
}

static void
ming_ledger_page_init (MingLedgerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->book = ming_ledger_book_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  enable_actions (self, FALSE);
  make_tools (self);
  make_rows (self);
  make_tabs (self);
  make_next (self);
}

GtkWidget *
ming_ledger_page_new (MingSession *session)
{
  MingLedgerPage *self = g_object_new (MING_TYPE_LEDGER_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "next-client", G_CALLBACK (next_client_cb), self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  refresh (self);
  return GTK_WIDGET (self);
}

const MingEstimate *
ming_ledger_page_get_estimate (MingLedgerPage *self)
{
  g_return_val_if_fail (MING_IS_LEDGER_PAGE (self), NULL);

  return self->form->complete && self->form->ledger->estimate->visits->len > 0 ? self->form->ledger->estimate
                                                                               : NULL;
}

const MingCase *
ming_ledger_page_get_case (MingLedgerPage *self)
{
  g_return_val_if_fail (MING_IS_LEDGER_PAGE (self), NULL);

  return self->form->input;
}

void
ming_ledger_page_other_side (MingLedgerPage *self)
{
  guint column = 0;

  g_return_if_fail (MING_IS_LEDGER_PAGE (self));

  if (ming_ledger_grid_has_focus (MING_LEDGER_GRID (self->grid), &column))
    ming_ledger_details_focus (MING_LEDGER_DETAILS (self->details));
  else
    ming_ledger_grid_focus (MING_LEDGER_GRID (self->grid),
                            ming_ledger_grid_get_current (MING_LEDGER_GRID (self->grid)), 0);
}

/* The first row that is to be typed. */
static void
begin (MingPage *page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);
  guint row = 0;

  while (row + 1 < self->form->rows->len
         && ((MingLedgerRowForm *) g_ptr_array_index (self->form->rows, row))->state != MING_LEDGER_BLANK)
    row++;
  ming_ledger_grid_focus (MING_LEDGER_GRID (self->grid), row, 0);
}

static const char *
get_context (MingPage *page)
{
  return ming_session_get_answer (MING_LEDGER_PAGE (page)->session)->context;
}

static const char *
get_status (MingPage *page)
{
  return ming_session_get_answer (MING_LEDGER_PAGE (page)->session)->status;
}

static char *
dup_copy (MingPage *page)
{
  return ming_ledger_form_to_text (MING_LEDGER_PAGE (page)->form);
}

static void
page_iface_init (MingPageInterface *iface)
{
  iface->begin = begin;
  iface->get_context = get_context;
  iface->get_status = get_status;
  iface->dup_copy = dup_copy;
}
