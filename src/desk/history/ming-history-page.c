/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-history-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-page.h"
#include "../ming-text-table.h"
#include "ming-history-page.h"
#include "ming-history-view.h"

/* How many columns of the table hold words: number, time, region, scheme. */
#define N_LEFT 4

struct _MingHistoryPage
{
  GtkBox parent_instance;

  GtkWidget *search;
  GtkWidget *message;
  GtkWidget *table_box;
  GtkWidget *keep;
  GtkWidget *open;
  GtkWidget *reason;
  GtkWidget *remove;

  GtkWidget *table;

  MingSession *session;
  MingStore *store;   /* opened when it is first needed; NULL before, or when it cannot be */
  GPtrArray *entries; /* of MingStoreEntry*, as shown */
  MingHistoryView *view;
};

static void page_iface_init (MingPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MingHistoryPage, ming_history_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (MING_TYPE_PAGE, page_iface_init))

static void
tell (MingHistoryPage *self, const char *message, gboolean refused)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  if (refused)
    gtk_widget_add_css_class (self->message, "refused");
  else
    gtk_widget_remove_css_class (self->message, "refused");
}

static gboolean
open_store (MingHistoryPage *self, GError **error)
{
  g_autofree char *path = NULL;

  if (self->store != NULL)
    return TRUE;
  path = ming_store_default_path ();
  self->store = ming_store_open (path, error);
  return self->store != NULL;
}

static const MingStoreEntry *
get_chosen (MingHistoryPage *self)
{
  MingTextRow *row = ming_text_table_get_selected (MING_TEXT_TABLE (self->table));
  int tag = row != NULL ? ming_text_row_get_tag (row) : -1;

  if (tag < 0 || self->entries == NULL || (guint) tag >= self->entries->len)
    return NULL;
  return g_ptr_array_index (self->entries, (guint) tag);
}

static void
update_buttons (MingHistoryPage *self)
{
  const MingEstimate *estimate = ming_session_get_answer (self->session)->estimate;
  gboolean chosen = get_chosen (self) != NULL;
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  gtk_widget_set_sensitive (self->keep, estimate != NULL && estimate->visits->len > 0);
  gtk_widget_set_sensitive (self->open, chosen);
  gtk_widget_set_sensitive (self->reason, chosen);
  gtk_widget_set_sensitive (self->remove, chosen && *reason != '\0');
}

static void
show (MingHistoryPage *self)
{
  const MingEstimateWorld *world = ming_session_get_world (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->view, ming_history_view_free);
  self->view = ming_history_view_new (self->entries, world->regions, world->library);
  for (guint i = 0; i < self->view->rows->len; i++)
    g_ptr_array_add (rows, ming_text_row_new (g_ptr_array_index (self->view->rows, i), NULL, (int) i));
  ming_text_table_set (MING_TEXT_TABLE (self->table), self->view->headings, rows);
  update_buttons (self);
}

/* Finds what the search asks for; the message line says how many, or why nothing can be read. */
static void
find (MingHistoryPage *self)
{
  MingStoreQuery query = { 0 };
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  if (*text != '\0')
    query.text = text;
  if (open_store (self, &error))
    self->entries = ming_store_search (self->store, &query, &error);
  show (self);
  tell (self, error != NULL ? error->message : self->view->summary, error != NULL);
}

char *
ming_history_page_keep (MingHistoryPage *self)
{
  const MingEstimate *estimate;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *made_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MING_IS_HISTORY_PAGE (self), NULL);

  estimate = ming_session_get_answer (self->session)->estimate;
  entry = estimate != NULL ? ming_history_entry_new (estimate, made_at) : NULL;
  if (entry == NULL)
    return g_strdup (_("There is no settled bill to keep yet"));
  if (!open_store (self, &error) || !ming_store_keep (self->store, entry, g_get_user_name (), &error))
    return g_strdup_printf (_("Not kept: %s"), error->message);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    find (self);
  return g_strdup_printf (_("Kept as %s"), entry->number);
}

static void
keep_cb (MingHistoryPage *self)
{
  g_autofree char *message = ming_history_page_keep (self);

  tell (self, message, FALSE);
}

/* The list holds no case; it is read, and takes the place of the client at the counter. */
static void
open_cb (MingHistoryPage *self)
{
  const MingStoreEntry *chosen = get_chosen (self);
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (MingCase) input = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  entry = ming_store_get (self->store, chosen->id, &error);
  input = entry != NULL ? ming_history_entry_case (entry, &error) : NULL;
  if (input == NULL)
    {
      tell (self, error->message, TRUE);
      return;
    }
  ming_session_open_case (self->session, input);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "estimate");
}

static void
remove_cb (MingHistoryPage *self)
{
  const MingStoreEntry *chosen = get_chosen (self);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autofree char *number = chosen != NULL ? g_strdup (chosen->number) : NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen == NULL || *reason == '\0')
    return;
  if (!ming_store_delete (self->store, chosen->id, g_get_user_name (), reason, &error))
    {
      tell (self, error->message, TRUE);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  find (self);
  message = g_strdup_printf (_("%s was deleted; who, when and why stay in the log"), number);
  tell (self, message, FALSE);
}

/* Enter in the search chooses the newest that was found; another Enter opens it. */
static void
search_activated_cb (MingHistoryPage *self)
{
  if (self->entries == NULL || self->entries->len == 0)
    return;
  if (get_chosen (self) == NULL)
    ming_text_table_select (MING_TEXT_TABLE (self->table), 0);
  gtk_widget_grab_focus (self->open);
}

/* What was found is about other clients: the next one shall not see it. */
static void
next_client_cb (MingHistoryPage *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_signal_handlers_block_by_func (self->search, find, self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_handlers_unblock_by_func (self->search, find, self);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  show (self);
  tell (self, "", FALSE);
}

static void
ming_history_page_dispose (GObject *object)
{
  MingHistoryPage *self = MING_HISTORY_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->view, ming_history_view_free);
  g_clear_pointer (&self->store, ming_store_close);
  G_OBJECT_CLASS (ming_history_page_parent_class)->dispose (object);
}

static void
ming_history_page_class_init (MingHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_history_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, message);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, keep);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, open);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, reason);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, remove);
}

static void
ming_history_page_init (MingHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->table = ming_text_table_new (_("Kept estimates"), N_LEFT);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_widget_set_hexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (self->table_box), self->table);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (update_buttons), self);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (find), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (update_buttons), self);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (remove_cb), self);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
}

GtkWidget *
ming_history_page_new (MingSession *session)
{
  MingHistoryPage *self = g_object_new (MING_TYPE_HISTORY_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "next-client", G_CALLBACK (next_client_cb), self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update_buttons), self);
  show (self);
  return GTK_WIDGET (self);
}

static void
begin (MingPage *page)
{
  find (MING_HISTORY_PAGE (page));
  gtk_widget_grab_focus (MING_HISTORY_PAGE (page)->search);
}

static const char *
get_context (MingPage *page)
{
  return ming_session_get_answer (MING_HISTORY_PAGE (page)->session)->context;
}

static const char *
get_status (MingPage *page)
{
  return MING_HISTORY_PAGE (page)->view->summary;
}

static char *
dup_copy (MingPage *page)
{
  MingHistoryPage *self = MING_HISTORY_PAGE (page);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->view->rows->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (self->view->rows, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}

/* 补打: the sheet of the chosen estimate, as it was handed over. */
static GPtrArray *
make_sheets (MingPage *page, const MingSheetOptions *options, GError **error)
{
  MingHistoryPage *self = MING_HISTORY_PAGE (page);
  const MingStoreEntry *chosen = get_chosen (self);
  g_autoptr (MingStoreEntry) entry = NULL;

  if (chosen == NULL)
    {
      g_set_error_literal (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING,
                           _("Choose the kept estimate that is to be printed again"));
      return NULL;
    }
  entry = ming_store_get (self->store, chosen->id, error);
  if (entry == NULL)
    return NULL;
  return ming_print_kept_sheets (entry, ming_session_get_world (self->session)->library, options, error);
}

static void
page_iface_init (MingPageInterface *iface)
{
  iface->begin = begin;
  iface->get_context = get_context;
  iface->get_status = get_status;
  iface->dup_copy = dup_copy;
  iface->make_sheets = make_sheets;
}
