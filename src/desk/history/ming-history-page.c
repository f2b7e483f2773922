/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-history-page"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-entry-room.h"
#include "../ming-flow.h"
#include "../ming-lines.h"
#include "../ming-style.h"
#include "../ming-text-table.h"
#include "ming-history-again.h"
#include "ming-history-entry.h"
#include "ming-history-page.h"
#include "ming-history-search.h"
#include "ming-history-view.h"
#include "report/ming-sheet.h"

/* How many columns of the table hold words: number, time, region, scheme. */
#define N_LEFT 4

/* Of the table of figures computed again: about ten lines; it scrolls. */
#define FIGURES_HEIGHT 240

#define SEARCH_CHARS 12

struct _MingHistoryPage
{
  MingPage parent_instance;

  GtkWidget *search;
  GtkWidget *message;
  GtkWidget *table_box;
  GtkWidget *open;
  GtkWidget *replay;
  GtkWidget *compare;
  GtkWidget *reason;
  GtkWidget *remove;
  GtkWidget *again_box;
  GtkWidget *verdict;
  GtkWidget *name;
  GtkWidget *keep;

  GtkWidget *table;
  GtkWidget *figures;

  GPtrArray *entries; /* of MingStoreEntry*, as shown */
  char *digest;       /* of the figures of a sheet that was scanned, or NULL */
  gboolean is_blank;  /* the next client came while the page was shown: nothing is until it is asked for */
  MingHistoryView *view;
  MingPage *source; /* where the answer to be kept stands; of the same window, which holds it */
};

G_DEFINE_FINAL_TYPE (MingHistoryPage, ming_history_page, MING_TYPE_PAGE)

static void
tell (MingHistoryPage *self, const char *message, gboolean refused)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  ming_style_set_class (self->message, "refused", refused);
}

static MingArchive *
get_archive (MingHistoryPage *self)
{
  return ming_session_get_archive (ming_page_get_session (MING_PAGE (self)));
}

/* What would be kept now, or NULL. (transfer full) */
static MingStoreEntry *
make_entry (MingHistoryPage *self, const char *made_at)
{
  return ming_page_make_entry (self->source != NULL ? self->source : MING_PAGE (self), made_at);
}

static MingStore *
open_store (MingHistoryPage *self, GError **error)
{
  return ming_archive_open (get_archive (self), error);
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
  g_autoptr (MingStoreEntry) entry = make_entry (self, "");
  gboolean chosen = get_chosen (self) != NULL;
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  gtk_widget_set_sensitive (self->keep, entry != NULL);
  gtk_widget_set_sensitive (self->open, chosen);
  gtk_widget_set_sensitive (self->replay, chosen);
  gtk_widget_set_sensitive (self->compare, chosen);
  gtk_widget_set_sensitive (self->reason, chosen);
  gtk_widget_set_sensitive (self->remove, chosen && *reason != '\0');
}

/* What was computed again is about one estimate; another one takes it away. */
static void
hide_again (MingHistoryPage *self)
{
  gtk_widget_set_visible (self->again_box, FALSE);
  gtk_label_set_text (GTK_LABEL (self->verdict), "");
}

static void
refresh (MingPage *page)
{
  update_buttons (MING_HISTORY_PAGE (page));
}

static void
chosen_cb (MingHistoryPage *self)
{
  hide_again (self);
  update_buttons (self);
}

static void
show (MingHistoryPage *self)
{
  const MingEstimateWorld *world = ming_page_get_world (MING_PAGE (self));

  g_clear_pointer (&self->view, ming_history_view_free);
  self->view = ming_history_view_new (self->entries, world->regions, world->library, get_archive (self));
  ming_text_table_fill (MING_TEXT_TABLE (self->table), self->view->headings, self->view->rows);
  hide_again (self);
  update_buttons (self);
}

/* How many there are, and how many the office's retention period took away just now. */
static void
tell_found (MingHistoryPage *self, const char *first)
{
  int purged = ming_archive_take_purged (get_archive (self));
  g_autoptr (GString) text = g_string_new (first);

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, self->view->summary);
  if (purged > 0)
    g_string_append_printf (text,
                            ngettext (" · %d deleted, older than the office keeps estimates",
                                      " · %d deleted, older than the office keeps estimates",
                                      (gulong) purged),
                            purged);
  tell (self, text->str, FALSE);
}

/* Finds what the search asks for; FALSE, and why, when nothing can be read. */
static gboolean
look (MingHistoryPage *self)
{
  const MingEstimateWorld *world = ming_page_get_world (MING_PAGE (self));
  g_autoptr (GError) error = NULL;
  MingStore *store = open_store (self, &error);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->digest, g_free);
  if (store != NULL)
    self->entries = ming_history_search (store, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                         world->regions, world->library, &self->digest, &error);
  show (self);
  ming_text_table_select (MING_TEXT_TABLE (self->table), 0);
  if (error != NULL)
    tell (self, error->message, TRUE);
  return error == NULL;
}

static void
find (MingHistoryPage *self)
{
  if (look (self))
    tell_found (self, "");
}

/* The name in its field, or NULL: an empty one is none. */
static char *
dup_name (MingHistoryPage *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  g_strstrip (name);
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

static gboolean
keep_entry (MingHistoryPage *self, MingStoreEntry *entry, GError **error)
{
  char *identity = ming_session_dup_identity (ming_page_get_session (MING_PAGE (self)));
  gboolean kept;

  entry->name = dup_name (self);
  kept = ming_archive_keep (get_archive (self), entry, identity, error);
  ming_store_vault_forget (identity);
  return kept;
}

void
ming_history_page_set_source (MingHistoryPage *self, MingPage *page)
{
  g_return_if_fail (MING_IS_HISTORY_PAGE (self) && MING_IS_PAGE (page));

  self->source = page;
}

char *
ming_history_page_keep (MingHistoryPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *made_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autoptr (MingStoreEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (MING_IS_HISTORY_PAGE (self), NULL);

  entry = make_entry (self, made_at);
  if (entry == NULL)
    return g_strdup (_("There is no result to keep yet"));
  if (!keep_entry (self, entry, &error))
    return g_strdup_printf (_("Not kept: %s"), error->message);
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  ming_session_set_kept (ming_page_get_session (MING_PAGE (self)), entry->receipt_code, entry->number);
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

/* The chosen estimate, whole; NULL, and why, when it cannot be read. (transfer full) */
static MingStoreEntry *
read_chosen (MingHistoryPage *self)
{
  const MingStoreEntry *chosen = get_chosen (self);
  g_autoptr (GError) error = NULL;
  MingStore *store = chosen != NULL ? open_store (self, &error) : NULL;
  MingStoreEntry *entry = store != NULL ? ming_store_get (store, chosen->id, &error) : NULL;

  if (error != NULL)
    tell (self, error->message, TRUE);
  return entry;
}

/* What a scanned sheet says of its figures, held against what the rules give for the question now. */
static char *
judge_sheet (MingHistoryPage *self, const MingHistoryAsked *asked, const char *number, const char *digest)
{
  g_autofree char *now = NULL;

  if (digest == NULL)
    return g_strdup_printf (_("%s was opened"), number);
  now = ming_history_asked_qr (asked, ming_page_get_world (MING_PAGE (self))->library);
  if (now != NULL && g_str_has_suffix (now, digest))
    return g_strdup_printf (_("%s was opened; the figures of the sheet are the same"), number);
  return g_strdup_printf (
      _("%s was opened; the sheet has other figures: the rules changed since, or it was altered"), number);
}

/* The page comes first: it has to be there to take up what is opened; then once more, for the keyboard. */
static void
open_asked (MingHistoryPage *self, const MingHistoryAsked *asked)
{
  MingSession *session = ming_page_get_session (MING_PAGE (self));
  const char *page = ming_history_asked_page (asked);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", page);
  if (asked->ledger != NULL)
    ming_session_open_ledger (session, asked->input, ming_ledger_values_copy (asked->ledger));
  else if (asked->input != NULL)
    ming_session_open_case (session, asked->input);
  else
    ming_session_open_life (session, &asked->life);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", page);
}

/* The list holds no question; it is read, and takes the place of the client at the counter. */
static void
open_cb (MingHistoryPage *self)
{
  g_autoptr (MingStoreEntry) entry = read_chosen (self);
  g_autoptr (MingHistoryAsked) asked = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = g_strdup (self->digest);
  g_autofree char *message = NULL;

  if (entry == NULL)
    return;
  asked = ming_history_ask (entry, &error);
  if (asked == NULL)
    {
      tell (self, error->message, TRUE);
      return;
    }
  open_asked (self, asked);
  self->is_blank = FALSE;
  message = judge_sheet (self, asked, entry->number, digest);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", message);
}

static void
show_again (MingHistoryPage *self, MingHistoryAgain *again, const GError *error)
{
  gtk_widget_set_visible (self->again_box, again != NULL);
  if (again == NULL)
    {
      tell (self, error->message, TRUE);
      return;
    }
  ming_text_table_fill (MING_TEXT_TABLE (self->figures), again->headings, again->rows);
  gtk_label_set_text (GTK_LABEL (self->verdict), again->verdict);
  ming_style_set_class (self->verdict, "refused", again->differs);
}

/* With the rules of then, or of now. */
static void
compute_again (MingHistoryPage *self, gboolean of_then)
{
  const MingLibrary *library = ming_page_get_world (MING_PAGE (self))->library;
  g_autoptr (MingStoreEntry) entry = read_chosen (self);
  g_autoptr (MingHistoryAgain) again = NULL;
  g_autoptr (GError) error = NULL;

  if (entry == NULL)
    return;
  again = of_then ? ming_history_replay (entry, library->folder, &error)
                  : ming_history_compare (entry, library, &error);
  show_again (self, again, error);
}

static void
replay_cb (MingHistoryPage *self)
{
  compute_again (self, TRUE);
}

static void
compare_cb (MingHistoryPage *self)
{
  compute_again (self, FALSE);
}

static void
remove_cb (MingHistoryPage *self)
{
  const MingStoreEntry *chosen = get_chosen (self);
  MingArchive *archive = get_archive (self);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  g_autofree char *clerk = ming_archive_dup_clerk (archive);
  g_autofree char *number = chosen != NULL ? g_strdup (chosen->number) : NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  MingStore *store = open_store (self, &error);

  if (chosen == NULL || *reason == '\0')
    return;
  if (store == NULL || !ming_store_delete (store, chosen->id, clerk, reason, &error))
    {
      tell (self, error->message, TRUE);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  message = g_strdup_printf (_("%s was deleted; who, when and why stay in the log"), number);
  if (look (self))
    tell_found (self, message);
}

/* Enter in the search opens what was found when it is one; of several the keyboard chooses in the table. */
static void
search_activated_cb (MingHistoryPage *self)
{
  if (self->entries == NULL || self->entries->len == 0)
    return;
  if (self->entries->len == 1)
    open_cb (self);
  else
    gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD);
}

static void
clear_search (MingHistoryPage *self)
{
  g_signal_handlers_block_by_func (self->search, find, self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_handlers_unblock_by_func (self->search, find, self);
}

/* What was found is about other clients: the next one shall not see it. */
static void
forget (MingPage *page)
{
  MingHistoryPage *self = MING_HISTORY_PAGE (page);

  self->is_blank = gtk_widget_get_mapped (GTK_WIDGET (self));
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->digest, g_free);
  clear_search (self);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  show (self);
  tell (self, "", FALSE);
}

static void
begin (MingPage *page)
{
  MingHistoryPage *self = MING_HISTORY_PAGE (page);

  if (!self->is_blank)
    find (self);
  self->is_blank = FALSE;
  gtk_widget_grab_focus (self->search);
}

static const char *
get_status (MingPage *page)
{
  if (ming_archive_wants_identity (get_archive (MING_HISTORY_PAGE (page))))
    return _("Kept only when you say so; the identity number is encrypted");
  return _("Kept only when you say so, without name and identity number");
}

static char *
dup_copy (MingPage *page)
{
  return ming_lines_to_text (MING_HISTORY_PAGE (page)->view->rows);
}

/* 补打: the sheet of the chosen estimate, as it was handed over. */
static GPtrArray *
make_sheets (MingPage *page, const MingSheetOptions *options, GError **error)
{
  MingHistoryPage *self = MING_HISTORY_PAGE (page);
  const MingStoreEntry *chosen = get_chosen (self);
  g_autoptr (MingStoreEntry) entry = NULL;
  MingStore *store = NULL;

  if (chosen == NULL)
    {
      g_set_error_literal (error, MING_PRINT_ERROR, MING_PRINT_ERROR_NOTHING,
                           _("Choose the kept estimate that is to be printed again"));
      return NULL;
    }
  store = open_store (self, error);
  entry = store != NULL ? ming_store_get (store, chosen->id, error) : NULL;
  if (entry == NULL)
    return NULL;
  return ming_print_kept_sheets (entry, ming_page_get_world (MING_PAGE (self))->library, options, error);
}

static GtkWidget *
get_result (MingPage *page)
{
  return MING_HISTORY_PAGE (page)->table;
}

static void
ming_history_page_dispose (GObject *object)
{
  MingHistoryPage *self = MING_HISTORY_PAGE (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->view, ming_history_view_free);
  g_clear_pointer (&self->digest, g_free);
  G_OBJECT_CLASS (ming_history_page_parent_class)->dispose (object);
}

static void
ming_history_page_class_init (MingHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MingPageClass *page_class = MING_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_history_page_dispose;
  page_class->refresh = refresh;
  page_class->forget = forget;
  page_class->begin = begin;
  page_class->get_result = get_result;
  page_class->get_status = get_status;
  page_class->dup_copy = dup_copy;
  page_class->make_sheets = make_sheets;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, message);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, open);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, replay);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, compare);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, reason);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, remove);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, again_box);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, name);
  gtk_widget_class_bind_template_child (widget_class, MingHistoryPage, keep);
}

static void
ming_history_page_init (MingHistoryPage *self)
{
  g_type_ensure (MING_TYPE_FLOW);
  gtk_widget_init_template (GTK_WIDGET (self));
  ming_entry_room_keep (self->search, SEARCH_CHARS);
  self->table = ming_text_table_new (_("Kept estimates"), N_LEFT);
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_widget_set_hexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (self->table_box), self->table);
  self->figures = ming_text_table_new (_("Computed again"), 1);
  gtk_widget_set_size_request (self->figures, -1, FIGURES_HEIGHT);
  gtk_box_append (GTK_BOX (self->again_box), self->figures);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->table, "activated", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (find), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (update_buttons), self);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (remove_cb), self);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->replay, "clicked", G_CALLBACK (replay_cb), self);
  g_signal_connect_swapped (self->compare, "clicked", G_CALLBACK (compare_cb), self);
  g_signal_connect_swapped (self->name, "activate", G_CALLBACK (keep_cb), self);
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (remove_cb), self);
}

GtkWidget *
ming_history_page_new (MingSession *session)
{
  MingHistoryPage *self = g_object_new (MING_TYPE_HISTORY_PAGE, "session", session, NULL);

  /* numbers are masked otherwise once they are unlocked or locked */
  g_signal_connect_object (ming_session_get_archive (session), "changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}
