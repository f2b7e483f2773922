/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-policy-page"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "core/ming-text.h"
#include "../ming-entry-room.h"
#include "../ming-flow.h"
#include "../ming-lines.h"
#include "../ming-note-list.h"
#include "../ming-text-table.h"
#include "../ming-tip.h"
#include "ming-approval-box.h"
#include "ming-policy-page.h"
#include "ming-policy-view.h"

#define SEARCH_CHARS 12

struct _MingPolicyPage
{
  MingPage parent_instance;

  GtkWidget *search;
  GtkWidget *open_folder;
  GtkWidget *packs_box;
  GtkWidget *summary;
  GtkWidget *notebook;

  GtkWidget *packs;
  GtkWidget *figures;
  GtkWidget *papers;
  GtkWidget *versions;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *changes;
  GtkWidget *findings;
  GtkWidget *approval; /* made with the first pack shown: it needs the office's file */

  char *chosen_id;
  MingPolicyView *view;
};

G_DEFINE_FINAL_TYPE (MingPolicyPage, ming_policy_page, MING_TYPE_PAGE)

static void
show_packs (MingPolicyPage *self)
{
  g_autoptr (GPtrArray) headings
      = ming_text_headings_new (C_ ("column", "Scheme"), C_ ("column", "Pack"), C_ ("column", "Figures"),
                                C_ ("column", "Official"), C_ ("column", "To be checked"),
                                C_ ("column", "Unknown"), NULL);

  ming_text_table_fill (MING_TEXT_TABLE (self->packs), headings, self->view->pack_rows);
}

static void
show_figures (MingPolicyPage *self)
{
  g_autoptr (GPtrArray) headings
      = ming_text_headings_new (C_ ("column", "Figure"), C_ ("column", "Value"), C_ ("column", "Evidence"),
                                C_ ("column", "In force"), NULL);

  ming_text_table_fill (MING_TEXT_TABLE (self->figures), headings, self->view->figure_rows);
  gtk_label_set_text (GTK_LABEL (self->papers), _("Choose a figure to see its documents."));
}

/* The documents of the chosen figure, in full. */
static void
figure_selected_cb (MingPolicyPage *self)
{
  MingTextRow *row = ming_text_table_get_selected (MING_TEXT_TABLE (self->figures));

  if (row != NULL && (guint) ming_text_row_get_tag (row) < self->view->papers->len)
    gtk_label_set_text (GTK_LABEL (self->papers),
                        g_ptr_array_index (self->view->papers, (guint) ming_text_row_get_tag (row)));
}

static void
show_versions (MingPolicyPage *self)
{
  g_autoptr (GPtrArray) headings = ming_text_headings_new (C_ ("column", "Rules"), C_ ("column", "From"),
                                                           C_ ("column", "Until"), C_ ("column", "State"),
                                                           NULL);

  ming_text_table_fill (MING_TEXT_TABLE (self->versions), headings, self->view->version_rows);
}

/* The day in @entry; FALSE when it is none. */
static gboolean
read_day (GtkWidget *entry, MingDate *out)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return ming_text_parse_date_entry (text, strlen (text), out, NULL) == MING_OK;
}

static void
show_changes (MingPolicyPage *self)
{
  MingDate from, to;
  g_autoptr (GPtrArray) lines = NULL;
  gboolean good = read_day (self->from, &from) & read_day (self->to, &to);

  if (good && self->view->chosen != NULL)
    lines = ming_policy_changes (self->view->chosen, &from, &to);
  else
    lines = g_ptr_array_new ();
  ming_note_list_show_sentences (MING_NOTE_LIST (self->changes), lines,
                                 good ? _("Nothing changes between these two days.")
                                      : _("Type two days, such as 20220831 and 20220901."));
}

static void
add_tab (MingPolicyPage *self, GtkWidget *content, const char *title)
{
  gtk_notebook_append_page (GTK_NOTEBOOK (self->notebook), content, gtk_label_new (title));
}

static void refresh (MingPage *page);

static void
show_approval (MingPolicyPage *self)
{
  if (self->approval == NULL)
    {
      self->approval
          = ming_approval_box_new (ming_session_get_archive (ming_page_get_session (MING_PAGE (self))));
      g_signal_connect_swapped (self->approval, "changed", G_CALLBACK (refresh), self);
      add_tab (self, self->approval, _("Approval"));
    }
  ming_approval_box_set_pack (MING_APPROVAL_BOX (self->approval), self->view->chosen);
}

static void
show_details (MingPolicyPage *self)
{
  gtk_label_set_text (GTK_LABEL (self->summary), self->view->summary);
  show_figures (self);
  show_versions (self);
  show_changes (self);
  show_approval (self);
  ming_note_list_show_sentences (MING_NOTE_LIST (self->findings), self->view->findings,
                                 _("Nothing to note."));
}

static void
make_view (MingPolicyPage *self)
{
  MingArchive *archive = ming_session_get_archive (ming_page_get_session (MING_PAGE (self)));
  const MingEstimateWorld *world = ming_page_get_world (MING_PAGE (self));

  g_clear_pointer (&self->view, ming_policy_view_free);
  self->view = ming_policy_view_new (world->library, world->regions,
                                     gtk_editable_get_text (GTK_EDITABLE (self->search)), self->chosen_id,
                                     &world->today);
  if (self->view->chosen != NULL)
    g_ptr_array_insert (self->view->findings, 0,
                        ming_archive_describe_approval (archive, self->view->chosen->id,
                                                        self->view->chosen->sha256));
}

/* The page opens at the pack that answers for the client's region. */
static void
refresh (MingPage *page)
{
  MingPolicyPage *self = MING_POLICY_PAGE (page);
  const MingEstimateForm *form = ming_session_get_form (ming_page_get_session (page));

  if (self->chosen_id == NULL && form->pack != NULL)
    self->chosen_id = g_strdup (form->pack->id);
  make_view (self);
  show_packs (self);
  show_details (self);
}

static void
pack_selected_cb (MingPolicyPage *self)
{
  MingTextRow *row = ming_text_table_get_selected (MING_TEXT_TABLE (self->packs));
  const MingPack *pack;

  if (row == NULL || (guint) ming_text_row_get_tag (row) >= self->view->packs->len)
    return;
  pack = g_ptr_array_index (self->view->packs, (guint) ming_text_row_get_tag (row));
  g_free (self->chosen_id);
  self->chosen_id = g_strdup (pack->id);
  make_view (self);
  show_details (self);
}

/* Where no program opens folders, the clerk is told where it lies. */
static void
folder_opened_cb (GObject *window, GAsyncResult *result, gpointer page)
{
  g_autoptr (MingPolicyPage) self = page;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    return;
  message = g_strdup_printf (_("The folder was not opened: %s. It lies at %s"), error->message,
                             ming_page_get_world (MING_PAGE (self))->library->folder);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s", message);
}

static void
open_folder_cb (MingPolicyPage *self)
{
  const MingLibrary *library = ming_page_get_world (MING_PAGE (self))->library;
  g_autoptr (GFile) folder = g_file_new_for_path (library->folder);
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME, NULL,
                     folder_opened_cb, g_object_ref (self));
}

static GtkWidget *
add_day (GtkWidget *box, const char *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

static GtkWidget *
make_changes (MingPolicyPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (days, "field");
  gtk_widget_add_css_class (days, "days");
  self->from = add_day (days, _("Between"));
  self->to = add_day (days, _("and"));
  g_signal_connect_swapped (self->from, "changed", G_CALLBACK (show_changes), self);
  g_signal_connect_swapped (self->to, "changed", G_CALLBACK (show_changes), self);
  self->changes = ming_note_list_new (_("What changes"));
  gtk_widget_set_vexpand (self->changes, TRUE);
  gtk_box_append (GTK_BOX (box), days);
  gtk_box_append (GTK_BOX (box), self->changes);
  return box;
}

static GtkWidget *
make_figures (MingPolicyPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->figures = ming_text_table_new (_("Figures of the pack"), 1);
  gtk_widget_set_vexpand (self->figures, TRUE);
  self->papers = gtk_label_new ("");
  gtk_label_set_xalign (GTK_LABEL (self->papers), 0);
  gtk_label_set_wrap (GTK_LABEL (self->papers), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->papers), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->papers), FALSE);
  gtk_widget_add_css_class (self->papers, "messages");
  gtk_box_append (GTK_BOX (box), self->figures);
  gtk_box_append (GTK_BOX (box), self->papers);
  g_signal_connect_swapped (self->figures, "selected", G_CALLBACK (figure_selected_cb), self);
  return box;
}

static void
begin (MingPage *page)
{
  gtk_widget_grab_focus (MING_POLICY_PAGE (page)->search);
}

static const char *
get_context (MingPage *page)
{
  return MING_POLICY_PAGE (page)->view->heading;
}

static const char *
get_status (MingPage *page)
{
  return MING_POLICY_PAGE (page)->view->summary;
}

static char *
dup_copy (MingPage *page)
{
  return ming_lines_to_text (MING_POLICY_PAGE (page)->view->figure_rows);
}

static GtkWidget *
get_result (MingPage *page)
{
  return MING_POLICY_PAGE (page)->notebook;
}

static void
ming_policy_page_dispose (GObject *object)
{
  MingPolicyPage *self = MING_POLICY_PAGE (object);

  g_clear_pointer (&self->chosen_id, g_free);
  g_clear_pointer (&self->view, ming_policy_view_free);
  G_OBJECT_CLASS (ming_policy_page_parent_class)->dispose (object);
}

static void
ming_policy_page_class_init (MingPolicyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_policy_page_dispose;
  page_class->refresh = refresh;
  page_class->begin = begin;
  page_class->get_result = get_result;
  page_class->get_context = get_context;
  page_class->get_status = get_status;
  page_class->dup_copy = dup_copy;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-policy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingPolicyPage, search);
  gtk_widget_class_bind_template_child (widget_class, MingPolicyPage, open_folder);
  gtk_widget_class_bind_template_child (widget_class, MingPolicyPage, packs_box);
  gtk_widget_class_bind_template_child (widget_class, MingPolicyPage, summary);
  gtk_widget_class_bind_template_child (widget_class, MingPolicyPage, notebook);
}

static void
ming_policy_page_init (MingPolicyPage *self)
{
  g_type_ensure (MING_TYPE_FLOW);
  gtk_widget_init_template (GTK_WIDGET (self));
  ming_entry_room_keep (self->search, SEARCH_CHARS);
  self->packs = ming_text_table_new (_("Policy packs"), 2);
  ming_text_table_take_given (MING_TEXT_TABLE (self->packs));
  gtk_widget_set_vexpand (self->packs, TRUE);
  gtk_widget_set_hexpand (self->packs, TRUE);
  gtk_box_append (GTK_BOX (self->packs_box), self->packs);
  self->versions = ming_text_table_new (_("Versions in time"), 4);
  self->findings = ming_note_list_new (_("Remarks"));
  add_tab (self, make_figures (self), _("Figures"));
  add_tab (self, self->versions, _("Versions in time"));
  add_tab (self, make_changes (self), _("What changes"));
  add_tab (self, self->findings, _("Remarks"));
  g_signal_connect_swapped (self->packs, "selected", G_CALLBACK (pack_selected_cb), self);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (ming_page_refresh), self);
  g_signal_connect_swapped (self->open_folder, "clicked", G_CALLBACK (open_folder_cb), self);
}

GtkWidget *
ming_policy_page_new (MingSession *session)
{
  MingPolicyPage *self = g_object_new (MING_TYPE_POLICY_PAGE, "session", session, NULL);

  ming_tip_set (self->open_folder, ming_session_get_world (session)->library->folder);
  return GTK_WIDGET (self);
}
