/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-ledger-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../history/ming-history-entry.h"
#include "../ming-note-list.h"
#include "../ming-text-size.h"
#include "../ming-text-table.h"
#include "../print/ming-print-sheets.h"
#include "ming-ledger-book.h"
#include "ming-ledger-details.h"
#include "ming-ledger-dialogs.h"
#include "ming-ledger-file.h"
#include "ming-ledger-grid.h"
#include "ming-ledger-outlook.h"
#include "ming-ledger-page.h"
#include "ming-ledger-tools.h"

/* Where the notes are in the notebook. */
#define NOTES_TAB 2

struct _MingLedgerPage
{
  MingPage parent_instance;

  GtkWidget *scroller;
  GtkWidget *tools;
  GtkWidget *grid_box;
  GtkWidget *below;
  GtkWidget *details_box;
  GtkWidget *notebook;
  GtkWidget *outlook_box;

  GtkWidget *grid;
  GtkWidget *details;
  GtkWidget *verdict;
  GtkWidget *changes;
  GtkWidget *months;
  GtkWidget *messages;
  GtkWidget *messages_title;
  GtkWidget *outlook;
  GSimpleActionGroup *actions;
  GtkWidget *root; /* where the actions are known while the page is on the screen */
  GCancellable *files; /* reading and writing for this client */
  GPtrArray *problems; /* of char*: why the last file was not opened */

  MingLedgerForm *form;
  MingLedger *paper; /* the year with the visits' own labels, made when it is asked for */
};

G_DEFINE_FINAL_TYPE (MingLedgerPage, ming_ledger_page, MING_TYPE_PAGE)

static MingLedgerBook *
get_book (MingLedgerPage *self)
{
  return ming_session_get_book (ming_page_get_session (MING_PAGE (self)));
}

static void
show_details (MingLedgerPage *self)
{
  guint row = ming_ledger_grid_get_current (MING_LEDGER_GRID (self->grid));

  /* The keyboard comes back before the page has looked; the ledger may be a shorter one by then. */
  if (row >= get_book (self)->values->rows->len)
    return;
  ming_ledger_details_show (MING_LEDGER_DETAILS (self->details), g_ptr_array_index (self->form->rows, row),
                            ming_ledger_values_row (get_book (self)->values, row), row + 1);
}

/* Why a file was refused comes first. */
static void
show_messages (MingLedgerPage *self)
{
  guint n = self->problems->len + self->form->messages->len;
  g_autofree char *title = n > 0 ? g_strdup_printf (_("Notes (%u)"), n) : g_strdup (_("Notes"));
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  g_ptr_array_extend (lines, self->problems, NULL, NULL);
  g_ptr_array_extend (lines, self->form->messages, NULL, NULL);
  gtk_label_set_text (GTK_LABEL (self->messages_title), title);
  ming_note_list_show_sentences (MING_NOTE_LIST (self->messages), lines,
                                 _("What is missing or to be minded is said here."));
}

static void
update_widgets (MingLedgerPage *self)
{
  gboolean settled = get_book (self)->values->settled != NULL;

  ming_ledger_grid_show (MING_LEDGER_GRID (self->grid), self->form, get_book (self)->values);
  show_details (self);
  gtk_label_set_text (GTK_LABEL (self->verdict),
                      *self->form->verdict != '\0' ? self->form->verdict
                      : settled                    ? _("The differences appear when every row is complete")
                                : _("Insert, delete or refund a visit: what changes for the others is shown "
                                    "here"));
  ming_text_table_fill (MING_TEXT_TABLE (self->changes), self->form->change_headings, self->form->changes);
  ming_text_table_fill (MING_TEXT_TABLE (self->months), self->form->month_headings, self->form->months);
  show_messages (self);
  ming_ledger_outlook_show (MING_LEDGER_OUTLOOK (self->outlook), self->form, get_book (self)->values);
}

static void
refresh (MingPage *page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  g_clear_pointer (&self->paper, ming_ledger_free);
  g_clear_pointer (&self->form, ming_ledger_form_free);
  self->form = ming_ledger_form_new (get_book (self)->values,
                                     ming_session_get_values (ming_page_get_session (page)),
                                     ming_page_get_world (page));
  update_widgets (self);
}

/* What was said about a file is said until something else happens. */
static void
set_notice (MingLedgerPage *self, const char *text)
{
  g_ptr_array_set_size (self->problems, 0);
  ming_ledger_tools_set_notice (MING_LEDGER_TOOLS (self->tools), text);
}

static void
forget (MingPage *page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  g_cancellable_cancel (self->files);
  g_clear_object (&self->files);
  self->files = g_cancellable_new ();
  set_notice (self, "");
}

static void
edited_cb (MingLedgerPage *self, guint row, guint column, const char *text)
{
  ming_ledger_book_set (get_book (self), row, (MingLedgerColumn) column, text);
  set_notice (self, "");
  ming_page_refresh (MING_PAGE (self));
}

static void
tidy (MingLedgerPage *self, guint row, guint column)
{
  const char *text;
  g_autofree char *tidied = NULL;

  /* The row the keyboard left may be gone already. */
  if (row >= get_book (self)->values->rows->len)
    return;
  text = ming_ledger_values_row (get_book (self)->values, row)->text[column];
  tidied = ming_ledger_tidy ((MingLedgerColumn) column, text, ming_page_get_world (MING_PAGE (self))->today);
  if (!g_str_equal (tidied, text))
    edited_cb (self, row, column, tidied);
  ming_ledger_book_leave (get_book (self));
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
next_edited_cb (MingLedgerPage *self, guint column, const char *text)
{
  ming_ledger_book_set_next (get_book (self), (MingLedgerNext) column, text);
  ming_page_refresh (MING_PAGE (self));
}

static void
next_left_cb (MingLedgerPage *self, guint column)
{
  const char *text = get_book (self)->values->next[column];
  g_autofree char *tidied
      = ming_ledger_next_tidy ((MingLedgerNext) column, text, ming_page_get_world (MING_PAGE (self))->today);

  if (!g_str_equal (tidied, text))
    next_edited_cb (self, column, tidied);
}

/* Where a row was put in, its typing begins; elsewhere the keyboard stays in its place. */
static void
change_rows (MingLedgerPage *self, gboolean (*change) (MingLedgerBook *book, guint row), gboolean begin)
{
  MingLedgerGrid *grid = MING_LEDGER_GRID (self->grid);
  guint row = ming_ledger_grid_get_current (grid);
  guint column = 0;

  if (ming_ledger_grid_has_focus (grid, &column))
    tidy (self, row, column);
  if (!change (get_book (self), row))
    return;
  ming_page_refresh (MING_PAGE (self));
  ming_ledger_grid_focus (grid, row, begin ? 0 : column);
}

static void
row_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "insert"))
    change_rows (MING_LEDGER_PAGE (page), ming_ledger_book_insert, TRUE);
  else
    change_rows (MING_LEDGER_PAGE (page),
                 g_str_equal (name, "remove") ? ming_ledger_book_remove : ming_ledger_book_refund, FALSE);
}

static void
undo_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);
  guint column = 0;

  ming_ledger_grid_has_focus (MING_LEDGER_GRID (self->grid), &column);
  if (!ming_ledger_book_undo (get_book (self)))
    return;
  ming_page_refresh (MING_PAGE (self));
  ming_ledger_grid_focus (MING_LEDGER_GRID (self->grid),
                          ming_ledger_grid_get_current (MING_LEDGER_GRID (self->grid)), column);
}

static void
sort_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  if (ming_ledger_book_sort (get_book (self), ming_page_get_world (MING_PAGE (self))->today))
    ming_page_refresh (MING_PAGE (self));
}

static void
settle_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  ming_ledger_book_settle (get_book (self));
  ming_page_refresh (MING_PAGE (self));
}

gboolean
ming_ledger_page_take_file (MingLedgerPage *self, const char *name, const char *data, gsize length)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean has_person = FALSE;
  g_autoptr (MingCase) input = NULL;
  g_autofree char *notice = NULL;

  g_return_val_if_fail (MING_IS_LEDGER_PAGE (self), FALSE);

  input = ming_ledger_read (data, length, &has_person, problems);
  if (input != NULL)
    {
      g_autoptr (MingCase) person = ming_case_copy (input);

      g_ptr_array_set_size (person->visits, 0);
      if (has_person)
        ming_session_open_case (ming_page_get_session (MING_PAGE (self)), person);
      ming_ledger_book_take (get_book (self), ming_ledger_values_from_case (input));
      notice = g_strdup_printf (_("%s is open"), name);
    }
  else
    notice = g_strdup_printf (_("%s was not opened: see the notes"), name);
  set_notice (self, notice);
  g_ptr_array_extend_and_steal (self->problems, g_steal_pointer (&problems));
  ming_page_refresh (MING_PAGE (self));
  if (self->problems->len > 0)
    gtk_notebook_set_current_page (GTK_NOTEBOOK (self->notebook), NOTES_TAB);
  return input != NULL;
}

static void
loaded_cb (gpointer page, const char *name, GBytes *contents, const GError *error)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);
  gsize length = 0;
  const char *data = contents != NULL ? g_bytes_get_data (contents, &length) : NULL;

  if (error != NULL)
    set_notice (self, error->message);
  else if (ming_ledger_page_take_file (self, name, data != NULL ? data : "", length))
    ming_page_begin (MING_PAGE (self));
}

static GBytes *
make_cb (gpointer page, gboolean csv)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  return ming_ledger_write (self->form, ming_page_get_world (MING_PAGE (self))->library, csv);
}

static void
saved_cb (gpointer page, const char *name, const GError *error)
{
  g_autofree char *notice
      = error != NULL ? g_strdup (error->message) : g_strdup_printf (_("Saved as %s"), name);

  set_notice (MING_LEDGER_PAGE (page), notice);
}

static void
open_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  ming_ledger_dialog_open (GTK_WINDOW (self->root), self->files, loaded_cb, G_OBJECT (self));
}

static void
save_action_cb (GSimpleAction *action, GVariant *parameter, gpointer page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  if (self->form->input == NULL || self->form->input->visits->len == 0)
    set_notice (self, _("There is nothing to save before every row is complete"));
  else
    ming_ledger_dialog_save (GTK_WINDOW (self->root), self->files, make_cb, saved_cb, G_OBJECT (self));
}

static const GActionEntry entries[] = {
  { .name = "insert", .activate = row_action_cb }, { .name = "remove", .activate = row_action_cb },
  { .name = "refund", .activate = row_action_cb }, { .name = "undo", .activate = undo_action_cb },
  { .name = "sort", .activate = sort_action_cb },     { .name = "settle", .activate = settle_action_cb },
  { .name = "open", .activate = open_action_cb },     { .name = "save", .activate = save_action_cb },
};

/* A key is looked for in the window: it knows the actions of a ledger while one is on the screen. */
static void
ming_ledger_page_map (GtkWidget *widget)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (widget);

  self->root = GTK_WIDGET (gtk_widget_get_root (widget));
  gtk_widget_insert_action_group (self->root, "ledger", G_ACTION_GROUP (self->actions));
  GTK_WIDGET_CLASS (ming_ledger_page_parent_class)->map (widget);
}

static void
ming_ledger_page_unmap (GtkWidget *widget)
{
  gtk_widget_insert_action_group (MING_LEDGER_PAGE (widget)->root, "ledger", NULL);
  GTK_WIDGET_CLASS (ming_ledger_page_parent_class)->unmap (widget);
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
  g_signal_connect_swapped (self->details, "entered", G_CALLBACK (ming_page_move_on), self);
  self->outlook = ming_ledger_outlook_new ();
  gtk_box_append (GTK_BOX (self->outlook_box), self->outlook);
  g_signal_connect_swapped (self->outlook, "edited", G_CALLBACK (next_edited_cb), self);
  g_signal_connect_swapped (self->outlook, "left", G_CALLBACK (next_left_cb), self);
  g_signal_connect_swapped (self->outlook, "entered", G_CALLBACK (ming_page_move_on), self);
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

/* The first row that is to be typed. */
static void
begin (MingPage *page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  ming_ledger_grid_focus (MING_LEDGER_GRID (self->grid), ming_ledger_form_first_blank (self->form), 0);
}

/* From the table to what else is known of its current row, and back. */
static void
other_side (MingPage *page)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);
  MingLedgerGrid *grid = MING_LEDGER_GRID (self->grid);
  guint column = 0;

  if (ming_ledger_grid_has_focus (grid, &column))
    ming_ledger_details_focus (MING_LEDGER_DETAILS (self->details));
  else
    ming_ledger_grid_focus (grid, ming_ledger_grid_get_current (grid), 0);
}

static const char *
get_context (MingPage *page)
{
  return MING_LEDGER_PAGE (page)->form->context;
}

static const char *
get_status (MingPage *page)
{
  return MING_LEDGER_PAGE (page)->form->status;
}

static char *
dup_copy (MingPage *page)
{
  return ming_ledger_form_to_text (MING_LEDGER_PAGE (page)->form);
}

static GPtrArray *
make_sheets (MingPage *page, const MingSheetOptions *options, GError **error)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (page);

  return ming_print_year_sheets (ming_ledger_page_get_estimate (self), self->form->messages, options, error);
}

static const MingEstimate *
get_estimate (MingPage *page)
{
  return ming_ledger_page_get_estimate (MING_LEDGER_PAGE (page));
}

static MingStoreEntry *
make_entry (MingPage *page, const char *made_at)
{
  const MingEstimate *estimate = ming_ledger_page_get_estimate (MING_LEDGER_PAGE (page));

  MingStoreEntry *entry = estimate != NULL ? ming_history_entry_new (estimate, made_at) : NULL;

  if (entry != NULL)
    ming_history_entry_add_ledger (entry, get_book (MING_LEDGER_PAGE (page))->values);
  return entry;
}

static void
ming_ledger_page_dispose (GObject *object)
{
  MingLedgerPage *self = MING_LEDGER_PAGE (object);

  g_clear_object (&self->actions);
  g_cancellable_cancel (self->files);
  g_clear_object (&self->files);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->paper, ming_ledger_free);
  g_clear_pointer (&self->form, ming_ledger_form_free);
  G_OBJECT_CLASS (ming_ledger_page_parent_class)->dispose (object);
}

static void
ming_ledger_page_class_init (MingLedgerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_ledger_page_dispose;
  page_class->refresh = refresh;
  page_class->forget = forget;
  page_class->begin = begin;
  page_class->other_side = other_side;
  page_class->get_context = get_context;
  page_class->get_status = get_status;
  page_class->dup_copy = dup_copy;
  page_class->make_sheets = make_sheets;
  page_class->get_estimate = get_estimate;
  page_class->make_entry = make_entry;
  widget_class->map = ming_ledger_page_map;
  widget_class->unmap = ming_ledger_page_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-ledger-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, tools);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, grid_box);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, below);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, details_box);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, notebook);
  gtk_widget_class_bind_template_child (widget_class, MingLedgerPage, outlook_box);
}

static void
ming_ledger_page_init (MingLedgerPage *self)
{
  g_type_ensure (MING_TYPE_LEDGER_TOOLS);
  gtk_widget_init_template (GTK_WIDGET (self));
  ming_text_size_turn (GTK_ORIENTABLE (self->below));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->files = g_cancellable_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  make_rows (self);
  make_tabs (self);
}

GtkWidget *
ming_ledger_page_new (MingSession *session)
{
  return g_object_new (MING_TYPE_LEDGER_PAGE, "session", session, NULL);
}

const MingEstimate *
ming_ledger_page_get_estimate (MingLedgerPage *self)
{
  g_return_val_if_fail (MING_IS_LEDGER_PAGE (self), NULL);

  if (self->paper == NULL && self->form->input != NULL && self->form->input->visits->len > 0)
    self->paper = ming_ledger_new (ming_page_get_world (MING_PAGE (self))->library, self->form->input, NULL);
  return self->paper != NULL ? self->paper->estimate : NULL;
}

const MingCase *
ming_ledger_page_get_case (MingLedgerPage *self)
{
  g_return_val_if_fail (MING_IS_LEDGER_PAGE (self), NULL);

  return self->form->input;
}
