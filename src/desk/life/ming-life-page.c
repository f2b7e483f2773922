/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-life-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../history/ming-history-entry.h"
#include "../ming-figures.h"
#include "../ming-message.h"
#include "../ming-note-list.h"
#include "ming-life-form.h"
#include "ming-life-page.h"

/* The fields of the session that this page shows too. */
static const MingField shared_fields[] = { MING_FIELD_REGION, MING_FIELD_INSUTYPE, MING_FIELD_PSN_TYPE,
                                           MING_FIELD_BRDY };

struct _MingLifePage
{
  MingPage parent_instance;

  GtkWidget *person_grid;
  GtkWidget *life_grid;
  GtkWidget *figures;
  GtkWidget *messages;
  GtkWidget *notebook;

  GtkWidget *steps;
  GtkWidget *guide;
  MingFigure figure[MING_N_LIFE_FIGURES];
  MingFieldCell *cells[MING_N_LIFE_FIELDS];

  MingLifeValues *values;
  MingLifeForm *form;
};

G_DEFINE_FINAL_TYPE (MingLifePage, ming_life_page, MING_TYPE_PAGE)

static void
update_widgets (MingLifePage *self)
{
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    ming_field_cell_show (self->cells[i], &self->form->field[i], self->values->text[i]);
  for (int i = 0; i < MING_N_LIFE_FIGURES; i++)
    ming_figure_show (&self->figure[i], &self->form->figure[i]);
  ming_message_show_lines (self->messages, self->form->messages);
  ming_note_list_show_steps (MING_NOTE_LIST (self->steps), self->form->steps,
                             _("The steps appear with the first answer."));
  ming_note_list_show_notes (MING_NOTE_LIST (self->guide), self->form->guide,
                             _("Guidance appears with a region."));
}

static void
refresh (MingPage *page)
{
  MingLifePage *self = MING_LIFE_PAGE (page);
  MingSession *session = ming_page_get_session (page);

  g_clear_pointer (&self->form, ming_life_form_free);
  self->form = ming_life_form_new (self->values, ming_session_get_values (session),
                                   ming_session_get_form (session), ming_session_get_world (session));
  update_widgets (self);
}

static void
edited_cb (MingLifePage *self, const char *text, MingFieldCell *cell)
{
  ming_life_values_set (self->values, (MingLifeField) ming_field_cell_get_field (cell), text);
  ming_page_refresh (MING_PAGE (self));
}

static void
forget (MingPage *page)
{
  MingLifePage *self = MING_LIFE_PAGE (page);

  g_clear_pointer (&self->values, ming_life_values_free);
  self->values = ming_life_values_new ();
}

static void
make_cells (MingLifePage *self)
{
  MingPage *page = MING_PAGE (self);

  for (guint i = 0; i < G_N_ELEMENTS (shared_fields); i++)
    ming_page_place_cell (page, ming_page_make_fact (page, shared_fields[i]), self->person_grid, 0, (int) i,
                          1);
  for (int i = 0; i < MING_N_LIFE_FIELDS; i++)
    {
      self->cells[i] =
          MING_FIELD_CELL (ming_field_cell_new_of_kind (i, ming_life_field_kind ((MingLifeField) i)));
      ming_page_place_cell (page, self->cells[i], self->life_grid, 0, i, 1);
      g_signal_connect_swapped (self->cells[i], "edited", G_CALLBACK (edited_cb), self);
    }
}

static void
begin (MingPage *page)
{
  gtk_widget_grab_focus (ming_field_cell_get_input (MING_LIFE_PAGE (page)->cells[MING_LIFE_KIND]));
}

/* Title, formula and sentence of each step, for the clipboard. */
static char *
dup_copy (MingPage *page)
{
  MingLifePage *self = MING_LIFE_PAGE (page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->form->steps->len; i++)
    {
      const MingStep *step = g_ptr_array_index (self->form->steps, i);

      g_string_append_printf (text, "%s\t%s\t%s\n", step->title, step->formula, step->sentence);
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
make_sheets (MingPage *page, const MingSheetOptions *options, GError **error)
{
  MingLifePage *self = MING_LIFE_PAGE (page);

  return ming_print_life_sheets (self->form->life, self->form->messages, options, error);
}

static MingStoreEntry *
make_entry (MingPage *page, const char *made_at)
{
  const MingLife *life = MING_LIFE_PAGE (page)->form->life;

  return life != NULL ? ming_history_entry_new_life (life, made_at) : NULL;
}

/* A kept question is back; its person is the client already. */
static void
life_opened_cb (MingLifePage *self, const MingLifeQuestion *question)
{
  g_clear_pointer (&self->values, ming_life_values_free);
  self->values = ming_life_values_from_question (question);
  ming_page_refresh (MING_PAGE (self));
}

static GtkWidget *
get_result (MingPage *page)
{
  return MING_LIFE_PAGE (page)->steps;
}

static void
ming_life_page_dispose (GObject *object)
{
  MingLifePage *self = MING_LIFE_PAGE (object);

  g_clear_pointer (&self->values, ming_life_values_free);
  g_clear_pointer (&self->form, ming_life_form_free);
  G_OBJECT_CLASS (ming_life_page_parent_class)->dispose (object);
}

static void
ming_life_page_class_init (MingLifePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_life_page_dispose;
  page_class->refresh = refresh;
  page_class->forget = forget;
  page_class->begin = begin;
  page_class->get_result = get_result;
  page_class->dup_copy = dup_copy;
  page_class->make_sheets = make_sheets;
  page_class->make_entry = make_entry;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-life-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingLifePage, person_grid);
  gtk_widget_class_bind_template_child (widget_class, MingLifePage, life_grid);
  gtk_widget_class_bind_template_child (widget_class, MingLifePage, figures);
  gtk_widget_class_bind_template_child (widget_class, MingLifePage, messages);
  gtk_widget_class_bind_template_child (widget_class, MingLifePage, notebook);
}

static void
ming_life_page_init (MingLifePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->values = ming_life_values_new ();
  make_cells (self);
  ming_figures_make (self->figures, self->figure, MING_N_LIFE_FIGURES);
  self->steps = ming_note_list_new (_("Working"));
  self->guide = ming_note_list_new (_("Guidance"));
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), self->steps, gtk_label_new (_("Working")));
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), self->guide, gtk_label_new (_("Guidance")));
}

GtkWidget *
ming_life_page_new (MingSession *session)
{
  GtkWidget *page = g_object_new (MING_TYPE_LIFE_PAGE, "session", session, NULL);

  g_signal_connect_object (session, "life-opened", G_CALLBACK (life_opened_cb), page, G_CONNECT_SWAPPED);
  return page;
}
