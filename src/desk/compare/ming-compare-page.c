/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-compare-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-flow.h"
#include "../ming-message.h"
#include "../ming-note-list.h"
#include "../ming-text-size.h"
#include "../ming-text-table.h"
#include "ming-compare-form.h"
#include "ming-compare-page.h"
#include "ming-curve-view.h"

/* Points of the curves worked out between two looks at the keyboard. */
#define POINTS_AT_ONCE 4

struct _MingComparePage
{
  MingPage parent_instance;

  GtkWidget *plans;
  GtkWidget *more;
  GtkWidget *fewer;
  GtkWidget *buttons;
  GtkWidget *below;
  GtkWidget *table_box;
  GtkWidget *messages;
  GtkWidget *notebook;

  GtkWidget *headings[MING_COMPARE_COLUMNS_MAX];
  GtkWidget *captions[MING_N_COMPARE_FIELDS];
  MingFieldCell *cells[MING_COMPARE_COLUMNS_MAX][MING_N_COMPARE_FIELDS];
  GtkWidget *table;
  GtkWidget *reasons;
  GtkWidget *view;

  MingCompareValues *values;
  MingCompareForm *form;
  MingCurve *curves[MING_COMPARE_COLUMNS_MAX];
  guint idle;
};

G_DEFINE_FINAL_TYPE (MingComparePage, ming_compare_page, MING_TYPE_PAGE)

static void
stop_curves (MingComparePage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < MING_COMPARE_COLUMNS_MAX; i++)
    {
      ming_curve_view_set (MING_CURVE_VIEW (self->view), i, NULL);
      g_clear_pointer (&self->curves[i], ming_curve_free);
    }
}

/* The curves grow behind the keyboard's back; the first unfinished one gets the next points. */
static gboolean
grow_curves_cb (gpointer page)
{
  MingComparePage *self = MING_COMPARE_PAGE (page);

  for (guint i = 0; i < MING_COMPARE_COLUMNS_MAX; i++)
    {
      MingCurve *curve = self->curves[i];

      if (curve == NULL || curve->failed || curve->n_done == MING_CURVE_POINTS)
        continue;
      if (!ming_curve_advance (curve, POINTS_AT_ONCE) && !curve->failed)
        ming_curve_view_set (MING_CURVE_VIEW (self->view), i, curve);
      return G_SOURCE_CONTINUE;
    }
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
start_curves (MingComparePage *self)
{
  const MingEstimateWorld *world = ming_page_get_world (MING_PAGE (self));
  MingFen total_fen = 0;

  stop_curves (self);
  for (guint i = 0; i < self->form->n_columns; i++)
    {
      const MingVisitResult *visit = ming_compare_column_visit (&self->form->column[i]);

      if (visit != NULL)
        total_fen = MAX (total_fen, visit->settlement.bill.total_fen);
    }
  ming_curve_view_set_total (MING_CURVE_VIEW (self->view), total_fen);
  for (guint i = 0; i < self->form->n_columns && total_fen > 0; i++)
    if (ming_compare_column_visit (&self->form->column[i]) != NULL)
      self->curves[i] = ming_curve_new (world->library, self->form->column[i].form->input,
                                        ming_curve_choose_end (total_fen));
  self->idle = g_idle_add (grow_curves_cb, self);
}

static void
show_plans (MingComparePage *self)
{
  for (guint i = 0; i < MING_COMPARE_COLUMNS_MAX; i++)
    {
      gboolean shown = i < self->form->n_columns;

      gtk_widget_set_visible (self->headings[i], shown);
      if (shown)
        gtk_label_set_text (GTK_LABEL (self->headings[i]), self->form->column[i].name);
      for (guint j = 0; j < MING_N_COMPARE_FIELDS; j++)
        {
          gtk_widget_set_visible (GTK_WIDGET (self->cells[i][j]), shown);
          if (shown)
            ming_field_cell_show (self->cells[i][j], &self->form->column[i].field[j],
                                  self->values->text[i][j]);
          else
            ming_field_cell_clear (self->cells[i][j]);
        }
    }
  gtk_widget_set_sensitive (self->more, self->values->n_columns < MING_COMPARE_COLUMNS_MAX);
  gtk_widget_set_sensitive (self->fewer, self->values->n_columns > MING_COMPARE_COLUMNS_MIN);
}

static void
show_table (MingComparePage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->form->rows->len; i++)
    {
      const MingCompareRow *row = g_ptr_array_index (self->form->rows, i);

      g_ptr_array_add (rows, ming_text_row_new ((const char *const *) row->cells,
                                                row->differs ? "total" : NULL, 0));
    }
  ming_text_table_set (MING_TEXT_TABLE (self->table), self->form->headings, rows);
}

static void
refresh (MingPage *page)
{
  MingComparePage *self = MING_COMPARE_PAGE (page);

  stop_curves (self);
  g_clear_pointer (&self->form, ming_compare_form_free);
  self->form = ming_compare_form_new (self->values, ming_session_get_values (ming_page_get_session (page)),
                                      ming_page_get_world (page));
  show_plans (self);
  show_table (self);
  ming_message_show_lines (self->messages, self->form->messages);
  ming_note_list_show_notes (MING_NOTE_LIST (self->reasons), self->form->reasons,
                             _("Change something in a plan: why it differs is said here."));
  start_curves (self);
}

static void
forget (MingPage *page)
{
  MingComparePage *self = MING_COMPARE_PAGE (page);
  guint n_columns = self->values->n_columns;

  g_clear_pointer (&self->values, ming_compare_values_free);
  self->values = ming_compare_values_new ();
  self->values->n_columns = n_columns;
}

static void
more_clicked_cb (MingComparePage *self)
{
  self->values->n_columns = MIN (self->values->n_columns + 1, MING_COMPARE_COLUMNS_MAX);
  ming_page_refresh (MING_PAGE (self));
}

static void
fewer_clicked_cb (MingComparePage *self)
{
  self->values->n_columns = MAX (self->values->n_columns - 1, MING_COMPARE_COLUMNS_MIN);
  ming_page_refresh (MING_PAGE (self));
}

static guint
get_column (MingFieldCell *cell)
{
  return (guint) ming_field_cell_get_field (cell) / MING_N_COMPARE_FIELDS;
}

static guint
get_number (MingFieldCell *cell)
{
  return (guint) ming_field_cell_get_field (cell) % MING_N_COMPARE_FIELDS;
}

static void
edited_cb (MingComparePage *self, const char *text, MingFieldCell *cell)
{
  ming_compare_values_set (self->values, get_column (cell), get_number (cell), text);
  ming_page_refresh (MING_PAGE (self));
}

static void
left_cb (MingComparePage *self, MingFieldCell *cell)
{
  const char *text = self->values->text[get_column (cell)][get_number (cell)];
  g_autofree char *tidy = ming_field_tidy (ming_compare_fields[get_number (cell)], text,
                                           ming_page_get_world (MING_PAGE (self))->today);

  if (!g_str_equal (tidy, text))
    edited_cb (self, tidy, cell);
}

/* Enter goes down a plan, then to the next. */
static void
entered_cb (MingComparePage *self, MingFieldCell *cell)
{
  guint last = self->form->n_columns * MING_N_COMPARE_FIELDS;

  for (guint i = (guint) ming_field_cell_get_field (cell) + 1; i < last; i++)
    {
      GtkWidget *input =
          ming_field_cell_get_input (self->cells[i / MING_N_COMPARE_FIELDS][i % MING_N_COMPARE_FIELDS]);

      if (gtk_widget_is_sensitive (input))
        {
          gtk_widget_grab_focus (input);
          return;
        }
    }
}

static void
make_cell (MingComparePage *self, guint column, guint field)
{
  MingFieldKind kind = ming_field_info (ming_compare_fields[field])->kind;
  GtkWidget *cell = ming_field_cell_new_of_kind ((int) (column * MING_N_COMPARE_FIELDS + field), kind);

  self->cells[column][field] = MING_FIELD_CELL (cell);
  ming_field_cell_hide_label (MING_FIELD_CELL (cell));
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_grid_attach (GTK_GRID (self->plans), cell, (int) column + 1, (int) field + 1, 1, 1);
  g_signal_connect_swapped (cell, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (cell, "left", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (entered_cb), self);
  if (kind == MING_KIND_REGION)
    ming_page_search_regions (MING_PAGE (self), MING_FIELD_CELL (cell));
}

static void
make_plans (MingComparePage *self)
{
  for (guint i = 0; i < MING_COMPARE_COLUMNS_MAX; i++)
    {
      self->headings[i] = gtk_label_new ("");
      gtk_label_set_xalign (GTK_LABEL (self->headings[i]), 0);
      gtk_widget_add_css_class (self->headings[i], "plan");
      gtk_grid_attach (GTK_GRID (self->plans), self->headings[i], (int) i + 1, 0, 1, 1);
      for (guint j = 0; j < MING_N_COMPARE_FIELDS; j++)
        make_cell (self, i, j);
    }
  for (guint j = 0; j < MING_N_COMPARE_FIELDS; j++)
    {
      self->captions[j] = gtk_label_new (ming_field_label (ming_compare_fields[j]));
      gtk_label_set_xalign (GTK_LABEL (self->captions[j]), 1);
      gtk_widget_add_css_class (self->captions[j], "field-label");
      gtk_grid_attach (GTK_GRID (self->plans), self->captions[j], 0, (int) j + 1, 1, 1);
    }
}

static void
begin (MingPage *page)
{
  MingComparePage *self = MING_COMPARE_PAGE (page);

  gtk_widget_grab_focus (ming_field_cell_get_input (self->cells[1][0]));
}

static char *
dup_copy (MingPage *page)
{
  return ming_compare_form_to_text (MING_COMPARE_PAGE (page)->form);
}

static GPtrArray *
make_sheets (MingPage *page, const MingSheetOptions *options, GError **error)
{
  return ming_print_compare_sheets (MING_COMPARE_PAGE (page)->form, options, error);
}

static GtkWidget *
get_result (MingPage *page)
{
  return gtk_widget_get_parent (MING_COMPARE_PAGE (page)->table_box);
}

static void
ming_compare_page_dispose (GObject *object)
{
  MingComparePage *self = MING_COMPARE_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < MING_COMPARE_COLUMNS_MAX; i++)
    g_clear_pointer (&self->curves[i], ming_curve_free);
  g_clear_pointer (&self->form, ming_compare_form_free);
  g_clear_pointer (&self->values, ming_compare_values_free);
  G_OBJECT_CLASS (ming_compare_page_parent_class)->dispose (object);
}

static void
ming_compare_page_class_init (MingComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_compare_page_dispose;
  page_class->refresh = refresh;
  page_class->forget = forget;
  page_class->begin = begin;
  page_class->get_result = get_result;
  page_class->dup_copy = dup_copy;
  page_class->make_sheets = make_sheets;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, plans);
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, more);
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, fewer);
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, buttons);
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, below);
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, table_box);
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, messages);
  gtk_widget_class_bind_template_child (widget_class, MingComparePage, notebook);
}

static void
ming_compare_page_init (MingComparePage *self)
{
  g_type_ensure (MING_TYPE_FLOW);
  gtk_widget_init_template (GTK_WIDGET (self));
  ming_text_size_turn (GTK_ORIENTABLE (self->below));
  ming_text_size_turn_back (GTK_ORIENTABLE (self->buttons));
  self->values = ming_compare_values_new ();
  make_plans (self);
  self->table = ming_text_table_new (_("Plans side by side"), 1);
  ming_text_table_show_whole (MING_TEXT_TABLE (self->table));
  gtk_box_append (GTK_BOX (self->table_box), self->table);
  self->view = ming_curve_view_new ();
  gtk_widget_set_vexpand (self->view, TRUE);
  self->reasons = ming_note_list_new (_("Why they differ"));
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), self->reasons,
                            gtk_label_new (_ ("Why they differ")));
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), self->view,
                            gtk_label_new (_ ("Own cost by total cost")));
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  g_signal_connect_swapped (self->fewer, "clicked", G_CALLBACK (fewer_clicked_cb), self);
}

GtkWidget *
ming_compare_page_new (MingSession *session)
{
  return g_object_new (MING_TYPE_COMPARE_PAGE, "session", session, NULL);
}
