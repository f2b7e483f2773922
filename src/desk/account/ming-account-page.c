/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-account-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-figures.h"
#include "../ming-message.h"
#include "../ming-note-list.h"
#include "../ming-style.h"
#include "../ming-text-table.h"
#include "ming-account-chart.h"
#include "ming-account-form.h"
#include "ming-account-page.h"

/* The fields of the session that decide about the account. */
static const MingField shared_fields[] = {
  MING_FIELD_REGION, MING_FIELD_INSUTYPE, MING_FIELD_PSN_TYPE, MING_FIELD_BRDY,
  MING_FIELD_BASE,   MING_FIELD_BALC,     MING_FIELD_UNCREDITED, MING_FIELD_DATE,
};

/* Where the work starts: the first thing only the client knows. */
#define FIRST_OF_CLIENT 2

/* How wide each column of the members' table is, in characters. */
static const int column_chars[MING_N_FAMILY_COLUMNS] = { 7, 10, 4, 10 };

struct _MingAccountPage
{
  MingPage parent_instance;

  GtkWidget *person_grid;
  GtkWidget *family_grid;
  GtkWidget *family_fault;
  GtkWidget *order_box;
  GtkWidget *figures;
  GtkWidget *messages;
  GtkWidget *chart_box;
  GtkWidget *notebook;

  MingFigure figure[MING_N_ACCOUNT_FIGURES];
  GtkWidget *chart;
  GtkWidget *months;
  GtkWidget *may;
  GtkWidget *may_notes;
  GtkWidget *steps;
  GtkWidget *pays;
  GtkWidget *guide;
  MingFieldCell *shared[G_N_ELEMENTS (shared_fields)];
  MingFieldCell *family[MING_FAMILY_ROWS][MING_N_FAMILY_COLUMNS];
  MingFieldCell *order;

  MingAccountForm *form;
};

G_DEFINE_FINAL_TYPE (MingAccountPage, ming_account_page, MING_TYPE_PAGE)

static gboolean
has_keyboard (MingAccountPage *self, int row)
{
  for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
    if (gtk_widget_get_state_flags (GTK_WIDGET (self->family[row][column])) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return TRUE;
  return FALSE;
}

/* A row that is being emptied stays until the keyboard leaves it. */
static void
keep_row (MingAccountPage *self, int row)
{
  for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
    self->form->family[row][column].visible |= has_keyboard (self, row);
}

/* The members, and below them the first reason why one of their cells is refused. */
static void
show_family (MingAccountPage *self)
{
  const MingEstimateValues *typed = ming_session_get_values (ming_page_get_session (MING_PAGE (self)));
  const MingFieldState *refused = NULL;
  g_autofree char *text = NULL;

  for (int row = 0; row < MING_FAMILY_ROWS; row++)
    keep_row (self, row);
  for (int row = 0; row < MING_FAMILY_ROWS; row++)
    for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
      {
        const MingFieldState *state = &self->form->family[row][column];

        ming_field_cell_show (self->family[row][column], state, typed->family[row][column]);
        if (refused == NULL && state->fault != NULL)
          refused = state;
      }
  if (refused != NULL)
    text = g_strdup_printf (_("%s: %s"), refused->label, refused->fault);
  ming_message_show (self->family_fault, text);
  ming_field_cell_show (self->order, &self->form->order, typed->family_order);
}

static void
update_widgets (MingAccountPage *self)
{
  show_family (self);
  for (int i = 0; i < MING_N_ACCOUNT_FIGURES; i++)
    ming_figure_show (&self->figure[i], &self->form->figure[i]);
  ming_message_show_lines (self->messages, self->form->messages);
  ming_account_chart_set (MING_ACCOUNT_CHART (self->chart), self->form->month, self->form->n_months,
                          self->form->chart_text);
  ming_text_table_fill (MING_TEXT_TABLE (self->months), self->form->month_headings, self->form->month_rows);
  ming_text_table_fill (MING_TEXT_TABLE (self->may), self->form->may_headings, self->form->may_rows);
  ming_note_list_show_notes (MING_NOTE_LIST (self->may_notes), self->form->may_notes, "");
  ming_note_list_show_steps (MING_NOTE_LIST (self->steps), self->form->steps,
                             _("The steps appear with the first answer."));
  ming_note_list_show_notes (MING_NOTE_LIST (self->guide), self->form->guide,
                             _("Guidance appears with a region."));
  ming_note_list_show_sentences (MING_NOTE_LIST (self->pays), self->form->pays,
                                 _("With a bill and a balance, what each account pays appears here."));
}

static void
refresh (MingPage *page)
{
  MingAccountPage *self = MING_ACCOUNT_PAGE (page);
  MingSession *session = ming_page_get_session (page);
  gboolean incomplete;
  g_autoptr (MingCase) year = ming_session_dup_year (session, &incomplete);

  g_clear_pointer (&self->form, ming_account_form_free);
  self->form = ming_account_form_new (ming_session_get_values (session), ming_session_get_form (session),
                                      ming_session_get_answer (session), year, incomplete,
                                      ming_session_get_world (session));
  update_widgets (self);
}

static void
order_edited_cb (MingAccountPage *self, const char *text, MingFieldCell *cell)
{
  /* What is half typed is no order yet. */
  if (ming_choices_find (self->form->order.choices, text) != NULL)
    ming_session_set_family_order (ming_page_get_session (MING_PAGE (self)), text);
}

static void
family_edited_cb (MingAccountPage *self, const char *text, MingFieldCell *cell)
{
  guint place = (guint) ming_field_cell_get_field (cell);

  ming_session_set_family (ming_page_get_session (MING_PAGE (self)), place / MING_N_FAMILY_COLUMNS,
                           (MingFamilyColumn) (place % MING_N_FAMILY_COLUMNS), text);
}

static void
make_shared (MingAccountPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shared_fields); i++)
    {
      self->shared[i] = ming_page_make_fact (MING_PAGE (self), shared_fields[i]);
      ming_page_place_cell (MING_PAGE (self), self->shared[i], self->person_grid, 0, (int) i, 1);
    }
}

static MingFieldCell *
make_member_cell (MingAccountPage *self, int row, int column)
{
  MingFieldKind kind = ming_account_column_kind ((MingFamilyColumn) column);
  MingFieldCell *cell
      = MING_FIELD_CELL (ming_field_cell_new_of_kind (row * MING_N_FAMILY_COLUMNS + column, kind));

  ming_field_cell_put_in_table (cell, column_chars[column]);
  gtk_widget_set_hexpand (ming_field_cell_get_input (cell), column != MING_FAMILY_RANK);
  g_signal_connect_swapped (cell, "edited", G_CALLBACK (family_edited_cb), self);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (ming_page_move_on), self);
  return cell;
}

static void
make_family (MingAccountPage *self)
{
  for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
    {
      GtkWidget *heading = gtk_label_new (ming_account_column_label ((MingFamilyColumn) column));

      gtk_widget_add_css_class (heading, "field-label");
      gtk_grid_attach (GTK_GRID (self->family_grid), heading, column, 0, 1, 1);
      for (int row = 0; row < MING_FAMILY_ROWS; row++)
        self->family[row][column] = make_member_cell (self, row, column);
    }
  /* Row by row, so that the keyboard goes along a member. */
  for (int row = 0; row < MING_FAMILY_ROWS; row++)
    for (int column = 0; column < MING_N_FAMILY_COLUMNS; column++)
      gtk_grid_attach (GTK_GRID (self->family_grid), GTK_WIDGET (self->family[row][column]), column,
                       row + 1, 1, 1);
  self->order = MING_FIELD_CELL (ming_field_cell_new_of_kind (0, MING_KIND_CHOICE));
  gtk_widget_set_hexpand (GTK_WIDGET (self->order), TRUE);
  gtk_box_append (GTK_BOX (self->order_box), GTK_WIDGET (self->order));
  g_signal_connect_swapped (self->order, "edited", G_CALLBACK (order_edited_cb), self);
  g_signal_connect_swapped (self->order, "entered", G_CALLBACK (ming_page_move_on), self);
}

static void
add_tab (MingAccountPage *self, GtkWidget *content, const char *title)
{
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), content, gtk_label_new (title));
}

static void
make_result (MingAccountPage *self)
{
  GtkWidget *may_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->chart = ming_account_chart_new ();
  gtk_widget_set_hexpand (self->chart, TRUE);
  gtk_box_append (GTK_BOX (self->chart_box), self->chart);
  self->months = ming_text_table_new (_("Twelve months of the account"), 1);
  ming_text_table_show_whole (MING_TEXT_TABLE (self->months));
  self->may = ming_text_table_new (_("What the accounts may pay"), 1);
  ming_text_table_show_whole (MING_TEXT_TABLE (self->may));
  self->may_notes = ming_note_list_new (_("Where it stands"));
  self->steps = ming_note_list_new (_("Working"));
  self->pays = ming_note_list_new (_("Who pays how much"));
  self->guide = ming_note_list_new (_("Guidance"));
  gtk_box_append (GTK_BOX (may_box), self->may);
  gtk_box_append (GTK_BOX (may_box), self->may_notes);
  add_tab (self, self->months, _("Twelve months of the account"));
  add_tab (self, self->steps, _("Credit"));
  add_tab (self, self->pays, _("Who pays how much"));
  add_tab (self, may_box, _("What the accounts may pay"));
  add_tab (self, self->guide, _("Guidance"));
}

static void
begin (MingPage *page)
{
  gtk_widget_grab_focus (ming_field_cell_get_input (MING_ACCOUNT_PAGE (page)->shared[FIRST_OF_CLIENT]));
}

static char *
dup_copy (MingPage *page)
{
  return ming_account_form_to_text (MING_ACCOUNT_PAGE (page)->form);
}

static GPtrArray *
make_sheets (MingPage *page, const MingSheetOptions *options, GError **error)
{
  return ming_print_account_sheets (ming_session_get_answer (ming_page_get_session (page)), options, error);
}

static const MingEstimate *
get_estimate (MingPage *page)
{
  return ming_session_get_answer (ming_page_get_session (page))->estimate;
}

static GtkWidget *
get_result (MingPage *page)
{
  return MING_ACCOUNT_PAGE (page)->notebook;
}

static void
ming_account_page_dispose (GObject *object)
{
  MingAccountPage *self = MING_ACCOUNT_PAGE (object);

  g_clear_pointer (&self->form, ming_account_form_free);
  G_OBJECT_CLASS (ming_account_page_parent_class)->dispose (object);
}

static void
ming_account_page_class_init (MingAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_account_page_dispose;
  page_class->refresh = refresh;
  page_class->begin = begin;
  page_class->get_result = get_result;
  page_class->dup_copy = dup_copy;
  page_class->make_sheets = make_sheets;
  page_class->get_estimate = get_estimate;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-account-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, person_grid);
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, family_grid);
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, family_fault);
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, order_box);
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, figures);
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, messages);
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, MingAccountPage, notebook);
}

static void
ming_account_page_init (MingAccountPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_shared (self);
  make_family (self);
  ming_figures_make (self->figures, self->figure, MING_N_ACCOUNT_FIGURES);
  make_result (self);
}

GtkWidget *
ming_account_page_new (MingSession *session)
{
  return g_object_new (MING_TYPE_ACCOUNT_PAGE, "session", session, NULL);
}
