/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate-result"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-figures.h"
#include "../ming-flow.h"
#include "../ming-lines.h"
#include "../ming-message.h"
#include "../ming-note-list.h"
#include "../ming-payer-bar.h"
#include "../ming-style.h"
#include "../ming-text-table.h"
#include "ming-estimate-result.h"

/** The tabs under the table. */
typedef enum
{
  TAB_STEPS,
  TAB_CREDIT,
  TAB_DISTANCES,
  TAB_SOURCES,
  TAB_GAPS,
  TAB_GUIDE,
  N_TABS
} Tab;

struct _MingEstimateResult
{
  GtkBox parent_instance;

  GtkWidget *figures;
  GtkWidget *messages;
  GtkWidget *bill;
  GtkWidget *bar;
  GtkWidget *legend;
  GtkWidget *notebook;

  GtkWidget *legend_items[MING_N_PAYERS];
  GtkWidget *legend_labels[MING_N_PAYERS];
  MingFigure figure[MING_N_HEADLINES];
  GtkWidget *buttons[MING_N_HEADLINES];
  GtkWidget *table;
  GtkWidget *tabs[N_TABS];
  gboolean stale[N_TABS]; /* not shown since the answer changed */
  gboolean forget;        /* another client: nothing may stay behind a tab either */

  const MingEstimateAnswer *answer;
  GPtrArray *guide; /* of MingNote* */
};

G_DEFINE_FINAL_TYPE (MingEstimateResult, ming_estimate_result, GTK_TYPE_BOX)

static void
copy_figure_cb (MingEstimateResult *self, GtkWidget *button)
{
  for (int i = 0; i < MING_N_HEADLINES; i++)
    if (self->buttons[i] == button && self->answer != NULL)
      gdk_clipboard_set_text (gtk_widget_get_clipboard (button), self->answer->figure[i].value);
}

static void
make_figure (MingEstimateResult *self, MingHeadlineKind kind)
{
  GtkWidget *button = gtk_button_new ();

  self->buttons[kind] = button;
  gtk_button_set_child (GTK_BUTTON (button), ming_figure_make (&self->figure[kind]));
  gtk_widget_set_tooltip_text (button, _("Press to copy the figure"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (copy_figure_cb), self);
  ming_figures_add (self->figures, button);
}

static void
show_figure (MingEstimateResult *self, MingHeadlineKind kind, const MingHeadline *figure)
{
  g_autofree char *whole = g_strdup_printf ("%s %s %s", figure->caption, figure->value, figure->note);

  ming_figure_show (&self->figure[kind], figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[kind]), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  -1);
}

/* One entry for each payer is made once and shown when the payer pays. */
static void
make_legend (MingEstimateResult *self)
{
  for (int i = 0; i < MING_N_PAYERS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

      self->legend_labels[i] = gtk_label_new ("");
      gtk_label_set_wrap (GTK_LABEL (self->legend_labels[i]), TRUE);
      gtk_box_append (GTK_BOX (box), ming_payer_swatch_new ((MingPayer) i));
      gtk_box_append (GTK_BOX (box), self->legend_labels[i]);
      gtk_widget_add_css_class (box, "legend");
      ming_flow_append (MING_FLOW (self->legend), box);
      self->legend_items[i] = box;
    }
}

static void
show_bar (MingEstimateResult *self)
{
  MingFen paid_fen[MING_N_PAYERS] = { 0 };
  const char *texts[MING_N_PAYERS] = { NULL };
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *description = NULL;

  for (guint i = 0; i < self->answer->shares->len; i++)
    {
      const MingShare *share = g_ptr_array_index (self->answer->shares, i);

      paid_fen[share->payer] = share->fen;
      texts[share->payer] = share->text;
      g_ptr_array_add (words, share->text);
    }
  for (int i = 0; i < MING_N_PAYERS; i++)
    {
      gtk_label_set_text (GTK_LABEL (self->legend_labels[i]), texts[i] != NULL ? texts[i] : "");
      gtk_widget_set_visible (self->legend_items[i], texts[i] != NULL);
    }
  description = ming_lines_list (words);
  ming_payer_bar_set (MING_PAYER_BAR (self->bar), paid_fen, description);
}

static void
show_table (MingEstimateResult *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->answer->table->len; i++)
    {
      const MingAnswerRow *row = g_ptr_array_index (self->answer->table, i);

      g_ptr_array_add (rows, ming_text_row_new ((const char *const *) row->cells,
                                                row->is_total ? "total" : NULL, row->step));
    }
  ming_text_table_set (MING_TEXT_TABLE (self->table), self->answer->headings, rows);
}

static void
show_distances (MingEstimateResult *self)
{
  g_autoptr (GPtrArray) headings
      = ming_text_headings_new (C_ ("column", "Layer"), C_ ("column", "Threshold"), C_ ("column", "Limit"),
                                C_ ("column", "Used"), C_ ("column", "Left"), NULL);

  ming_text_table_fill (MING_TEXT_TABLE (self->tabs[TAB_DISTANCES]), headings, self->answer->distances);
}

static void
show_tab (MingEstimateResult *self, Tab tab)
{
  MingNoteList *list;

  if (self->answer == NULL || !self->stale[tab])
    return;
  list = tab != TAB_DISTANCES ? MING_NOTE_LIST (self->tabs[tab]) : NULL;
  self->stale[tab] = FALSE;
  switch (tab)
    {
    case TAB_STEPS:
      ming_note_list_show_steps (list, self->answer->steps,
                                 _("The steps appear as soon as there is a bill."));
      break;
    case TAB_CREDIT:
      ming_note_list_show_steps (list, self->answer->credit, self->answer->figure[MING_HEADLINE_CREDIT].note);
      break;
    case TAB_DISTANCES:
      show_distances (self);
      break;
    case TAB_SOURCES:
      ming_note_list_show_notes (list, self->answer->sources,
                                 _("The documents appear with the first answer."));
      break;
    case TAB_GAPS:
      ming_note_list_show_sentences (list, self->answer->gaps,
                                     _("The pack names nothing that is left out here."));
      break;
    case TAB_GUIDE:
      ming_note_list_show_notes (list, self->guide, _("Guidance appears with a region."));
      break;
    case N_TABS:
    default:
      break;
    }
}

static void
page_switched_cb (MingEstimateResult *self, GtkWidget *page, guint number)
{
  show_tab (self, (Tab) number);
}

/* A row of the table points at the step that explains it. */
static void
row_selected_cb (MingEstimateResult *self)
{
  MingTextRow *row = ming_text_table_get_selected (MING_TEXT_TABLE (self->table));

  if (row == NULL)
    return;
  gtk_notebook_set_current_page (GTK_NOTEBOOK (self->notebook), TAB_STEPS);
  ming_note_list_point_at (MING_NOTE_LIST (self->tabs[TAB_STEPS]), ming_text_row_get_tag (row));
}

static void
add_tab (MingEstimateResult *self, Tab tab, GtkWidget *content, const char *title)
{
  self->tabs[tab] = content;
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), content, gtk_label_new (title));
}

static void
make_tabs (MingEstimateResult *self)
{
  add_tab (self, TAB_STEPS, ming_note_list_new (_("Working")), _("Working"));
  add_tab (self, TAB_CREDIT, ming_note_list_new (_("Account and contribution")),
           _("Account and contribution"));
  add_tab (self, TAB_DISTANCES, ming_text_table_new (_("To the next threshold"), 2),
           _("To the next threshold"));
  add_tab (self, TAB_SOURCES, ming_note_list_new (_("Sources and versions")), _("Sources and versions"));
  add_tab (self, TAB_GAPS, ming_note_list_new (_("Not modelled")), _("Not modelled"));
  add_tab (self, TAB_GUIDE, ming_note_list_new (_("Guidance")), _("Guidance"));
  g_signal_connect_swapped (self->notebook, "switch-page", G_CALLBACK (page_switched_cb), self);
}

/* The notebook turns pages while it is taken apart. */
static void
ming_estimate_result_dispose (GObject *object)
{
  MING_ESTIMATE_RESULT (object)->answer = NULL;
  g_clear_pointer (&MING_ESTIMATE_RESULT (object)->guide, g_ptr_array_unref);
  G_OBJECT_CLASS (ming_estimate_result_parent_class)->dispose (object);
}

static void
ming_estimate_result_class_init (MingEstimateResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_estimate_result_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mingsuan/Mingsuan/ming-estimate-result.ui");
  gtk_widget_class_bind_template_child (widget_class, MingEstimateResult, figures);
  gtk_widget_class_bind_template_child (widget_class, MingEstimateResult, messages);
  gtk_widget_class_bind_template_child (widget_class, MingEstimateResult, bill);
  gtk_widget_class_bind_template_child (widget_class, MingEstimateResult, bar);
  gtk_widget_class_bind_template_child (widget_class, MingEstimateResult, legend);
  gtk_widget_class_bind_template_child (widget_class, MingEstimateResult, notebook);
}

static void
ming_estimate_result_init (MingEstimateResult *self)
{
  g_type_ensure (MING_TYPE_FLOW);
  g_type_ensure (MING_TYPE_PAYER_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < MING_N_HEADLINES; i++)
    make_figure (self, (MingHeadlineKind) i);
  make_legend (self);
  self->table = ming_text_table_new (_("Parts of the bill and payers"), 1);
  ming_text_table_show_whole (MING_TEXT_TABLE (self->table));
  gtk_box_append (GTK_BOX (self->bill), self->table);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (row_selected_cb), self);
  make_tabs (self);
}

static void
show_messages (MingEstimateResult *self, gboolean refused)
{
  ming_message_show_lines (self->messages, self->answer->messages);
  ming_style_set_class (self->messages, "refused", refused);
}

void
ming_estimate_result_show (MingEstimateResult *self, const MingEstimateAnswer *answer, GPtrArray *guide,
                           gboolean refused)
{
  g_return_if_fail (MING_IS_ESTIMATE_RESULT (self) && answer != NULL && guide != NULL);

  self->answer = answer;
  g_clear_pointer (&self->guide, g_ptr_array_unref);
  self->guide = guide;
  for (int i = 0; i < MING_N_HEADLINES; i++)
    show_figure (self, (MingHeadlineKind) i, &answer->figure[i]);
  show_messages (self, refused);
  gtk_widget_set_visible (self->bill, answer->table->len > 0);
  show_bar (self);
  show_table (self);
  for (int i = 0; i < N_TABS; i++)
    self->stale[i] = TRUE;
  show_tab (self, (Tab) gtk_notebook_get_current_page (GTK_NOTEBOOK (self->notebook)));
  for (int i = 0; i < N_TABS && (self->forget || answer->estimate == NULL); i++)
    show_tab (self, (Tab) i);
  self->forget = FALSE;
}

void
ming_estimate_result_forget (MingEstimateResult *self)
{
  g_return_if_fail (MING_IS_ESTIMATE_RESULT (self));

  self->forget = TRUE;
}
