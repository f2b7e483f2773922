/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-audit-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-note-list.h"
#include "../ming-style.h"
#include "../ming-text-size.h"
#include "../ming-text-table.h"
#include "ming-audit-form.h"
#include "ming-audit-page.h"

/* Facts of the session that a statement is most often at odds with, shown here too: wide ones, then pairs. */
static const MingField shared_fields[] = {
  MING_FIELD_REGION, MING_FIELD_PSN_TYPE, MING_FIELD_MED_TYPE,
  MING_FIELD_HOSP_LV, MING_FIELD_ENDDATE, MING_FIELD_AWAY, MING_FIELD_ADMISSION, MING_FIELD_BALC,
};

#define N_WIDE 3

struct _MingAuditPage
{
  MingPage parent_instance;

  GtkWidget *case_grid;
  GtkWidget *statement_grid;
  GtkWidget *open_file;
  GtkWidget *take_bill;
  GtkWidget *verdict;
  GtkWidget *table_box;
  GtkWidget *notebook;

  GtkWidget *table;
  GtkWidget *causes;
  GtkWidget *sums;
  GtkWidget *steps;
  MingFieldCell *cells[MING_N_STATEMENT_FIELDS];
  GtkFileChooserNative *chooser;
  GCancellable *loading;

  MingAuditValues *values;
  MingAuditForm *form;
};

G_DEFINE_FINAL_TYPE (MingAuditPage, ming_audit_page, MING_TYPE_PAGE)

static void
show_table (MingAuditPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->form->rows->len; i++)
    g_ptr_array_add (rows, ming_text_row_new (g_ptr_array_index (self->form->rows, i),
                                              (int) i == self->form->first_row ? "differs" : NULL, (int) i));
  ming_text_table_set (MING_TEXT_TABLE (self->table), self->form->headings, rows);
}

static void
show_verdict (MingAuditPage *self)
{
  gtk_label_set_text (GTK_LABEL (self->verdict), self->form->verdict);
  ming_style_set_class (self->verdict, "refused", self->form->differs);
}

static void
update_widgets (MingAuditPage *self)
{
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    ming_field_cell_show (self->cells[i], &self->form->field[i], self->values->text[i]);
  gtk_widget_set_sensitive (self->take_bill, self->form->can_take_bill);
  show_verdict (self);
  show_table (self);
  ming_note_list_show_notes (MING_NOTE_LIST (self->causes), self->form->causes,
                             self->form->differs
                                 ? _("No single fact explains it: look at the step where they part.")
                                 : _("Facts that would explain a difference appear here."));
  ming_note_list_show_notes (MING_NOTE_LIST (self->sums), self->form->sums, "");
  ming_note_list_show_steps (MING_NOTE_LIST (self->steps), self->form->steps,
                             _("The steps appear with the first answer."));
  ming_note_list_point_at (MING_NOTE_LIST (self->steps), self->form->first_step);
}

static void
refresh (MingPage *page)
{
  MingAuditPage *self = MING_AUDIT_PAGE (page);

  g_clear_pointer (&self->form, ming_audit_form_free);
  self->form = ming_audit_form_new (self->values, ming_session_get_form (ming_page_get_session (page)),
                                    ming_page_get_world (page));
  update_widgets (self);
}

static void
edited_cb (MingAuditPage *self, const char *text, MingFieldCell *cell)
{
  ming_audit_values_set (self->values, (MingStatementField) ming_field_cell_get_field (cell), text);
  ming_audit_values_set_problem (self->values, NULL);
  ming_page_refresh (MING_PAGE (self));
}

/* A figure that was left is tidied: "650" becomes "650.00". */
static void
left_cb (MingAuditPage *self, MingFieldCell *cell)
{
  MingStatementField field = (MingStatementField) ming_field_cell_get_field (cell);
  g_autofree char *tidy = ming_field_tidy (MING_FIELD_TOTAL, self->values->text[field],
                                           ming_page_get_world (MING_PAGE (self))->today);

  if (g_str_equal (tidy, self->values->text[field]))
    return;
  ming_audit_values_set (self->values, field, tidy);
  ming_page_refresh (MING_PAGE (self));
}

static void
forget (MingPage *page)
{
  MingAuditPage *self = MING_AUDIT_PAGE (page);

  g_cancellable_cancel (self->loading);
  g_clear_pointer (&self->values, ming_audit_values_free);
  self->values = ming_audit_values_new ();
}

/* The bill of the statement becomes that of the case: only what the funds did is left to compare. */
static void
take_bill_cb (MingAuditPage *self)
{
  static const struct
  {
    MingField field;
    MingStatementField from;
  } costs[] = {
    { MING_FIELD_TOTAL, MING_STATEMENT_TOTAL },
    { MING_FIELD_FULL_OWN, MING_STATEMENT_FULL_OWN },
    { MING_FIELD_FIRST_PAY, MING_STATEMENT_FIRST_PAY },
    { MING_FIELD_OVER_LIMIT, MING_STATEMENT_OVER_LIMIT },
  };
  MingSession *session = ming_page_get_session (MING_PAGE (self));

  ming_session_set_field (session, MING_FIELD_BY_CLASS, MING_BY_NATIONAL);
  for (gsize i = 0; i < G_N_ELEMENTS (costs); i++)
    ming_session_set_field (session, costs[i].field, self->values->text[costs[i].from]);
}

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (MingAuditPage) self = MING_AUDIT_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  MingStatement statement;

  gboolean read = g_file_load_contents_finish (G_FILE (file), result, &text, &length, NULL, &error);

  /* The next client came, or the window was closed. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (read && ming_statement_parse (text, (gssize) length, &statement, &error))
    ming_audit_values_take (self->values, &statement);
  else
    ming_audit_values_set_problem (self->values, error->message);
  ming_page_refresh (MING_PAGE (self));
}

static void
chosen_cb (MingAuditPage *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                           ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (file != NULL)
    {
      g_cancellable_cancel (self->loading);
      g_clear_object (&self->loading);
      self->loading = g_cancellable_new ();
      g_file_load_contents_async (file, self->loading, loaded_cb, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
open_file_cb (MingAuditPage *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Open a settlement record"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Settlement records (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
make_cells (MingAuditPage *self)
{
  MingPage *page = MING_PAGE (self);

  for (guint i = 0; i < G_N_ELEMENTS (shared_fields); i++)
    ming_page_place_cell (page, ming_page_make_fact (page, shared_fields[i]), self->case_grid, 0, (int) i, 1);
  for (int i = 0; i < MING_N_STATEMENT_FIELDS; i++)
    {
      self->cells[i] = MING_FIELD_CELL (ming_field_cell_new_of_kind (i, MING_KIND_MONEY));
      ming_page_place_cell (page, self->cells[i], self->statement_grid, 0, i, 1);
      g_signal_connect_swapped (self->cells[i], "edited", G_CALLBACK (edited_cb), self);
      g_signal_connect_swapped (self->cells[i], "left", G_CALLBACK (left_cb), self);
    }
}

/* Two columns, the first @n_wide across both; with large text one, so that the result keeps its room. */
static void
arrange_grid (GtkWidget *grid, int n_wide)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (grid);
  int n_columns = ming_text_size_is_large () ? 1 : 2;
  int place = 0, i = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (grid); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      int span = i < n_wide ? n_columns : 1;

      g_object_set (gtk_layout_manager_get_layout_child (layout, cell), "column", place % n_columns, "row",
                    place / n_columns, "column-span", span, NULL);
      place += span;
    }
}

static void
arrange_cells (MingAuditPage *self)
{
  arrange_grid (self->case_grid, N_WIDE);
  arrange_grid (self->statement_grid, 0);
}

/* The first figure of the statement that is not there yet. */
static void
begin (MingPage *page)
{
  MingAuditPage *self = MING_AUDIT_PAGE (page);
  int first = 0;

  while (first < MING_N_STATEMENT_FIELDS - 1 && *self->values->text[first] != '\0')
    first++;
  gtk_widget_grab_focus (ming_field_cell_get_input (self->cells[first]));
}

static char *
dup_copy (MingPage *page)
{
  return ming_audit_form_to_text (MING_AUDIT_PAGE (page)->form);
}

static GtkWidget *
get_result (MingPage *page)
{
  return gtk_widget_get_parent (MING_AUDIT_PAGE (page)->table_box);
}

static void
ming_audit_page_dispose (GObject *object)
{
  MingAuditPage *self = MING_AUDIT_PAGE (object);

  g_clear_object (&self->chooser);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->values, ming_audit_values_free);
  g_clear_pointer (&self->form, ming_audit_form_free);
  G_OBJECT_CLASS (ming_audit_page_parent_class)->dispose (object);
}

static void
ming_audit_page_class_init (MingAuditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_audit_page_dispose;
  page_class->refresh = refresh;
  page_class->forget = forget;
  page_class->begin = begin;
  page_class->get_result = get_result;
  page_class->dup_copy = dup_copy;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-audit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingAuditPage, case_grid);
  gtk_widget_class_bind_template_child (widget_class, MingAuditPage, statement_grid);
  gtk_widget_class_bind_template_child (widget_class, MingAuditPage, open_file);
  gtk_widget_class_bind_template_child (widget_class, MingAuditPage, take_bill);
  gtk_widget_class_bind_template_child (widget_class, MingAuditPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, MingAuditPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, MingAuditPage, notebook);
}

static void
add_tab (MingAuditPage *self, GtkWidget *content, const char *title)
{
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), content, gtk_label_new (title));
}

static void
ming_audit_page_init (MingAuditPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->values = ming_audit_values_new ();
  make_cells (self);
  arrange_cells (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (arrange_cells), self, G_CONNECT_SWAPPED);
  self->table = ming_text_table_new (_("Statement and estimate"), 1);
  ming_text_table_show_whole (MING_TEXT_TABLE (self->table));
  gtk_widget_set_hexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (self->table_box), self->table);
  self->causes = ming_note_list_new (_("Likeliest facts"));
  self->sums = ming_note_list_new (_("Does the statement add up?"));
  self->steps = ming_note_list_new (_("Working"));
  add_tab (self, self->causes, _("Likeliest facts"));
  add_tab (self, self->sums, _("Does the statement add up?"));
  add_tab (self, self->steps, _("Working"));
  g_signal_connect_swapped (self->open_file, "clicked", G_CALLBACK (open_file_cb), self);
  g_signal_connect_swapped (self->take_bill, "clicked", G_CALLBACK (take_bill_cb), self);
}

GtkWidget *
ming_audit_page_new (MingSession *session)
{
  return g_object_new (MING_TYPE_AUDIT_PAGE, "session", session, NULL);
}
