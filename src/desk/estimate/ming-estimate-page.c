/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-guide.h"
#include "../ming-text-size.h"
#include "ming-estimate-page.h"
#include "ming-estimate-result.h"
#include "ming-estimate-strip.h"

struct _MingEstimatePage
{
  MingPage parent_instance;

  GtkWidget *form;
  GtkWidget *person_grid;
  GtkWidget *visit_grid;
  GtkWidget *year_grid;
  GtkWidget *year_title;
  GtkWidget *strip;
  GtkWidget *result;

  MingFieldCell *cells[MING_N_FIELDS];
  GtkSizeGroup *labels[MING_N_SECTIONS];
};

G_DEFINE_FINAL_TYPE (MingEstimatePage, ming_estimate_page, MING_TYPE_PAGE)

static GtkWidget *
get_grid (MingEstimatePage *self, MingSection section)
{
  return section == MING_SECTION_PERSON ? self->person_grid
         : section == MING_SECTION_VISIT ? self->visit_grid
                                         : self->year_grid;
}

/* Months without credit are typed on the page of the account; here they are seen when there are any. */
static gboolean
is_shown (MingEstimatePage *self, const MingEstimateForm *form, MingField field)
{
  GtkWidget *input = ming_field_cell_get_input (self->cells[field]);

  if (field == MING_FIELD_UNCREDITED && *form->field[field].text == '\0')
    return gtk_widget_get_focus_child (input) != NULL;
  return form->field[field].visible;
}

static void
move_cell (GtkWidget *grid, MingFieldCell *cell, int column, int row, int span)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (grid);
  GtkLayoutChild *child = gtk_layout_manager_get_layout_child (layout, GTK_WIDGET (cell));

  g_object_set (child, "column", column, "row", row, "column-span", span, NULL);
}

/* Visible fields flow into the columns; a wide one takes all of them. */
static void
arrange_section (MingEstimatePage *self, MingSection section, const MingEstimateForm *form)
{
  GtkWidget *grid = get_grid (self, section);
  int n_columns = ming_text_size_is_large () ? 1 : 2; /* the result keeps its room */
  int column = 0, row = 0;

  for (int i = 0; i < MING_N_FIELDS; i++)
    {
      const MingFieldInfo *info = ming_field_info ((MingField) i);

      if (info->section != section || !is_shown (self, form, (MingField) i))
        continue;
      if (info->wide && column > 0)
        {
          row += 1;
          column = 0;
        }
      move_cell (grid, self->cells[i], column, row, info->wide ? n_columns : 1);
      column += info->wide ? n_columns : 1;
      if (column >= n_columns)
        {
          row += 1;
          column = 0;
        }
    }
  if (section == MING_SECTION_YEAR)
    gtk_widget_set_visible (self->year_title, row + column > 0);
}

static void
refresh (MingPage *page)
{
  MingEstimatePage *self = MING_ESTIMATE_PAGE (page);
  MingSession *session = ming_page_get_session (page);
  const MingEstimateForm *form = ming_session_get_form (session);
  const MingEstimateAnswer *answer = ming_session_get_answer (session);
  GtkWidget *in_scope = ming_field_cell_get_input (self->cells[MING_FIELD_IN_SCOPE]);
  MingFen own_fen = 0;
  gboolean known;

  if (form->by_catalogue && *answer->in_scope != '\0')
    gtk_label_set_text (GTK_LABEL (in_scope), answer->in_scope);
  gtk_widget_set_visible (GTK_WIDGET (self->cells[MING_FIELD_UNCREDITED]),
                          is_shown (self, form, MING_FIELD_UNCREDITED));
  for (int i = 0; i < MING_N_SECTIONS; i++)
    arrange_section (self, (MingSection) i, form);
  known = ming_estimate_answer_get_own (answer, &own_fen);
  ming_estimate_strip_show (MING_ESTIMATE_STRIP (self->strip), ming_session_get_tabs (session), known,
                            own_fen);
  ming_estimate_result_show (MING_ESTIMATE_RESULT (self->result), answer,
                             ming_guide_notes (ming_session_get_values (session), form,
                                               ming_session_get_world (session), MING_GUIDE_BILL),
                             ming_estimate_form_n_faults (form) > 0);
}

static void
forget (MingPage *page)
{
  ming_estimate_result_forget (MING_ESTIMATE_RESULT (MING_ESTIMATE_PAGE (page)->result));
}

static void
entered_cb (MingEstimatePage *self, MingFieldCell *cell)
{
  MingSession *session = ming_page_get_session (MING_PAGE (self));
  const MingEstimateForm *form = ming_session_get_form (session);
  MingField next = ming_estimate_form_next (form, ming_session_get_values (session),
                                            ming_field_cell_get_field (cell));

  if (next < MING_N_FIELDS)
    gtk_widget_grab_focus (ming_field_cell_get_input (self->cells[next]));
}

static void
make_cell (MingEstimatePage *self, MingField field)
{
  const MingFieldInfo *info = ming_field_info (field);
  MingFieldCell *cell = ming_page_make_fact (MING_PAGE (self), field);

  self->cells[field] = cell;
  ming_field_cell_align (cell, self->labels[info->section]);
  gtk_widget_set_hexpand (GTK_WIDGET (cell), TRUE);
  gtk_grid_attach (GTK_GRID (get_grid (self, info->section)), GTK_WIDGET (cell), 0, (int) field, 1, 1);
  g_signal_connect_swapped (cell, "entered", G_CALLBACK (entered_cb), self);
}

/* The work starts at the first thing only the client knows. */
static void
begin (MingPage *page)
{
  MingEstimatePage *self = MING_ESTIMATE_PAGE (page);
  const MingEstimateValues *values = ming_session_get_values (ming_page_get_session (page));
  MingField first = *values->text[MING_FIELD_REGION] == '\0' ? MING_FIELD_REGION : MING_FIELD_PSN_TYPE;

  gtk_widget_grab_focus (ming_field_cell_get_input (self->cells[first]));
}

static char *
dup_copy (MingPage *page)
{
  return ming_estimate_answer_to_text (ming_session_get_answer (ming_page_get_session (page)));
}

static GPtrArray *
make_sheets (MingPage *page, const MingSheetOptions *options, GError **error)
{
  return ming_print_visit_sheets (ming_session_get_answer (ming_page_get_session (page)), options, error);
}

static const MingEstimate *
get_estimate (MingPage *page)
{
  return ming_session_get_answer (ming_page_get_session (page))->estimate;
}

/* F6: from the form to the result, and back to the cost. */
static void
other_side (MingPage *page)
{
  MingEstimatePage *self = MING_ESTIMATE_PAGE (page);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));
  MingField cost = ming_session_get_form (ming_page_get_session (page))->by_catalogue ? MING_FIELD_CLASS_A
                                                                                      : MING_FIELD_TOTAL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->form))
    gtk_widget_child_focus (self->result, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (ming_field_cell_get_input (self->cells[cost]));
}

static void
ming_estimate_page_dispose (GObject *object)
{
  MingEstimatePage *self = MING_ESTIMATE_PAGE (object);

  for (int i = 0; i < MING_N_SECTIONS; i++)
    g_clear_object (&self->labels[i]);
  G_OBJECT_CLASS (ming_estimate_page_parent_class)->dispose (object);
}

static void
ming_estimate_page_class_init (MingEstimatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_estimate_page_dispose;
  /* The result points into the answer. */
  page_class->follows_always = TRUE;
  page_class->refresh = refresh;
  page_class->forget = forget;
  page_class->begin = begin;
  page_class->other_side = other_side;
  page_class->dup_copy = dup_copy;
  page_class->make_sheets = make_sheets;
  page_class->get_estimate = get_estimate;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-estimate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingEstimatePage, form);
  gtk_widget_class_bind_template_child (widget_class, MingEstimatePage, person_grid);
  gtk_widget_class_bind_template_child (widget_class, MingEstimatePage, visit_grid);
  gtk_widget_class_bind_template_child (widget_class, MingEstimatePage, year_grid);
  gtk_widget_class_bind_template_child (widget_class, MingEstimatePage, year_title);
  gtk_widget_class_bind_template_child (widget_class, MingEstimatePage, strip);
  gtk_widget_class_bind_template_child (widget_class, MingEstimatePage, result);
}

static void
ming_estimate_page_init (MingEstimatePage *self)
{
  g_type_ensure (MING_TYPE_ESTIMATE_STRIP);
  g_type_ensure (MING_TYPE_ESTIMATE_RESULT);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < MING_N_SECTIONS; i++)
    self->labels[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (int i = 0; i < MING_N_FIELDS; i++)
    make_cell (self, (MingField) i);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (ming_page_refresh), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ming_estimate_page_new (MingSession *session)
{
  return g_object_new (MING_TYPE_ESTIMATE_PAGE, "session", session, NULL);
}
