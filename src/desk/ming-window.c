/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-window"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "account/ming-account-page.h"
#include "audit/ming-audit-page.h"
#include "citizen/ming-citizen-window.h"
#include "compare/ming-compare-page.h"
#include "estimate/ming-estimate-page.h"
#include "history/ming-history-page.h"
#include "history/ming-keeping-window.h"
#include "ledger/ming-ledger-page.h"
#include "life/ming-life-page.h"
#include "ming-about.h"
#include "ming-clock.h"
#include "ming-page-row.h"
#include "ming-page.h"
#include "ming-settings.h"
#include "ming-shortcuts.h"
#include "ming-style.h"
#include "ming-tab-names.h"
#include "ming-test-chooser.h"
#include "ming-text-size.h"
#include "ming-tip.h"
#include "ming-window.h"
#include "policy/ming-policy-page.h"

struct _MingWindow
{
  GtkApplicationWindow parent_instance;

  GtkWidget *context;
  GtkWidget *menu_button;
  GtkWidget *navigation;
  GtkWidget *pages;
  GtkWidget *notice;
  GtkWidget *notice_text;
  GtkWidget *notice_close;
  GtkWidget *status;

  GtkWidget *before_menu; /* had the keyboard last, but for the menu; or NULL */
  GtkWidget *citizen; /* 客户屏, NULL while it is closed */

  MingSession *session;
  MingPaper *paper;
};

G_DEFINE_FINAL_TYPE (MingWindow, ming_window, GTK_TYPE_APPLICATION_WINDOW)

/** PageInfo: one page of the window. */
typedef struct
{
  const char *name;
  const char *title;
  GtkWidget *(*make) (MingSession *session);
} PageInfo;

static const PageInfo page_infos[] = {
  { "estimate", N_ ("Estimate"), ming_estimate_page_new },
  { "ledger", N_ ("Ledger of the year"), ming_ledger_page_new },
  { "account", N_ ("Personal account"), ming_account_page_new },
  { "life", N_ ("Retirement and years"), ming_life_page_new },
  { "compare", N_ ("Compare plans"), ming_compare_page_new },
  { "audit", N_ ("Audit a statement"), ming_audit_page_new },
  { "policy", N_ ("Policy library"), ming_policy_page_new },
  { "history", N_ ("History"), ming_history_page_new },
};

static MingPage *
get_page (MingWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (GTK_STACK (self->pages));

  return child != NULL ? MING_PAGE (child) : NULL;
}

/* What the line at the foot says until the next change, and its tip, where it is longer than the line. */
static void
say (MingWindow *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->status), text);
  ming_tip_set (self->status, text);
}

static void
update_lines (MingWindow *self)
{
  MingPage *page = get_page (self);
  const char *problem = ming_session_get_problem (self->session);

  if (page == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->context), ming_page_get_context (page));
  say (self, problem != NULL ? problem : ming_page_get_status (page));
}

static void
hide_notice (MingWindow *self)
{
  gtk_widget_set_visible (self->notice, FALSE);
  gtk_label_set_text (GTK_LABEL (self->notice_text), "");
}

/* What went wrong stays until it is closed or the next client comes; the rest until something changes. */
static void
session_changed_cb (MingWindow *self)
{
  if (!gtk_widget_has_css_class (self->notice, "failed"))
    hide_notice (self);
  update_lines (self);
}

/* What was copied here is the client's and goes with them; what another program has put there since stays. */
static void
forget_copied (MingWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
}

static void
told_cb (MingWindow *self, int kind, const char *message)
{
  if (kind == MING_TOLD_DONE)
    {
      hide_notice (self);
      say (self, message);
      return;
    }
  ming_style_set_class (self->notice, "failed", kind == MING_TOLD_FAILED);
  gtk_label_set_text (GTK_LABEL (self->notice_text), message);
  gtk_widget_set_visible (self->notice, TRUE);
}

/* A page is made when it is first asked for: the window opens sooner. */
static GtkWidget *
ensure_page (MingWindow *self, const PageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (GTK_STACK (self->pages), info->name);

  if (page == NULL)
    {
      page = info->make (self->session);
      gtk_stack_add_titled (GTK_STACK (self->pages), page, info->name, _(info->title));
      ming_tab_names_set (page);
    }
  return page;
}

/* NULL when there is no such page, as may stand in the settings of another version. */
static const PageInfo *
find_info (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_infos); i++)
    if (g_str_equal (page_infos[i].name, name))
      return &page_infos[i];
  return NULL;
}

/* 历史 keeps what was worked on last. */
static void
tell_source (MingWindow *self, GtkWidget *history)
{
  MingPage *page = get_page (self);

  if (page != NULL && GTK_WIDGET (page) != history)
    ming_history_page_set_source (MING_HISTORY_PAGE (history), page);
}

static void
turn_to (MingWindow *self, const char *name)
{
  const PageInfo *info = find_info (name);
  GtkListBox *navigation = GTK_LIST_BOX (self->navigation);
  GtkWidget *page;

  if (info == NULL)
    return;
  page = ensure_page (self, info);
  if (MING_IS_HISTORY_PAGE (page))
    tell_source (self, page);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), name);
  gtk_list_box_select_row (navigation, gtk_list_box_get_row_at_index (navigation, (int) (info - page_infos)));
  ming_paper_set_page (self->paper, MING_PAGE (page));
  ming_page_begin (MING_PAGE (page));
  update_lines (self);
}

static void
navigation_selected_cb (MingWindow *self, GtkListBoxRow *row)
{
  const PageInfo *info = row != NULL ? &page_infos[gtk_list_box_row_get_index (row)] : NULL;

  if (info != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), info->name) != 0)
    turn_to (self, info->name);
}

static void
page_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  turn_to (MING_WINDOW (window), g_variant_get_string (parameter, NULL));
}

static void
next_client_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingWindow *self = MING_WINDOW (window);

  hide_notice (self);
  ming_session_set_today (self->session, ming_clock_today ());
  ming_session_next_client (self->session);
  if (get_page (self) != NULL)
    ming_page_begin (get_page (self));
}

/* What a page has to say of something that it did. */
static void
tell_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  say (MING_WINDOW (window), g_variant_get_string (parameter, NULL));
}

static void
copy_table_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingWindow *self = MING_WINDOW (window);
  g_autofree char *text = get_page (self) != NULL ? ming_page_dup_copy (get_page (self)) : NULL;

  if (text == NULL || *text == '\0')
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say (self, _("The table is on the clipboard"));
}

static void
keep_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingWindow *self = MING_WINDOW (window);
  GtkWidget *history = ensure_page (self, find_info ("history"));
  g_autofree char *message = NULL;

  tell_source (self, history);
  message = ming_history_page_keep (MING_HISTORY_PAGE (history));
  say (self, message);
}

static void
close_citizen (MingWindow *self)
{
  if (self->citizen != NULL)
    gtk_window_destroy (GTK_WINDOW (self->citizen));
}

static void
citizen_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingWindow *self = MING_WINDOW (window);

  if (self->citizen != NULL)
    {
      close_citizen (self);
      gtk_window_present (GTK_WINDOW (self));
      return;
    }
  self->citizen = ming_citizen_window_open (GTK_WINDOW (self), self->session);
  g_object_add_weak_pointer (G_OBJECT (self->citizen), (gpointer *) &self->citizen);
}

static void
keeping_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingArchive *archive = ming_session_get_archive (MING_WINDOW (window)->session);

  gtk_window_present (GTK_WINDOW (ming_keeping_window_new (GTK_WINDOW (window), archive)));
}

static void
save_as_test_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ming_test_chooser_ask (GTK_WINDOW (window), MING_WINDOW (window)->session);
}

static void
other_side_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingPage *page = get_page (MING_WINDOW (window));

  if (page != NULL)
    ming_page_other_side (page);
}

static void
tab_add_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingWindow *self = MING_WINDOW (window);

  if (!MING_IS_ESTIMATE_PAGE (get_page (self)))
    turn_to (self, "estimate");
  if (ming_session_add_tab (self->session))
    say (self, _("The case is kept; change one thing here and compare. F4 turns to the other one."));
  else
    say (self, _("Three cases are kept already"));
}

static void
tab_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ming_session_turn_tab (MING_WINDOW (window)->session, g_variant_get_uint32 (parameter));
}

static void
tab_next_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingWindow *self = MING_WINDOW (window);
  const MingEstimateTabs *tabs = ming_session_get_tabs (self->session);

  ming_session_turn_tab (self->session, (tabs->active + 1) % tabs->n_tabs);
}

static void
tab_remove_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ming_session_remove_tab (MING_WINDOW (window)->session);
}

static void
set_text_size (int percent)
{
  ming_text_size_set (percent);
  ming_settings_set_text_size (ming_text_size_get ());
}

static void
text_larger_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  set_text_size (ming_text_size_step (ming_text_size_get (), 1));
}

static void
text_smaller_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  set_text_size (ming_text_size_step (ming_text_size_get (), -1));
}

static void
text_normal_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  set_text_size (100);
}

static void
reload_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  MingWindow *self = MING_WINDOW (window);

  if (ming_session_reload (self->session) && ming_session_get_problem (self->session) == NULL)
    say (self, _("The policy packs were read again"));
  else
    update_lines (self);
}

/* Not to the button of the menu, where GTK leaves it: what is typed next belongs where it was before. */
static gboolean
leave_menu_cb (gpointer window)
{
  MingWindow *self = MING_WINDOW (window);
  GtkWidget *from = self->before_menu;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (from != NULL && gtk_widget_get_mapped (from)
      && (focus == NULL || gtk_widget_is_ancestor (focus, self->menu_button)))
    gtk_widget_grab_focus (from);
  return G_SOURCE_REMOVE;
}

/* Whatever has the keyboard, but for the menu itself, which GTK opens at F10 before anybody is asked. */
static void
focus_moved_cb (MingWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && focus != self->menu_button && !gtk_widget_is_ancestor (focus, self->menu_button))
    g_set_weak_pointer (&self->before_menu, focus);
}

/* GTK gives the keyboard back after it has said that the menu is closed. */
static void
menu_closed_cb (MingWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, leave_menu_cb, g_object_ref (self), g_object_unref);
}

static void
menu_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (MING_WINDOW (window)->menu_button));
}

static void
shortcuts_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GtkWidget) shortcuts = ming_shortcuts_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (shortcuts));
}

static void
about_action_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ming_about_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { .name = "page", .activate = page_action_cb, .parameter_type = "s" },
  { .name = "tell", .activate = tell_action_cb, .parameter_type = "s" },
  { .name = "next-client", .activate = next_client_action_cb },
  { .name = "copy-table", .activate = copy_table_action_cb },
  { .name = "keep", .activate = keep_action_cb },
  { .name = "citizen", .activate = citizen_action_cb },
  { .name = "save-as-test", .activate = save_as_test_action_cb },
  { .name = "keeping", .activate = keeping_action_cb },
  { .name = "other-side", .activate = other_side_action_cb },
  { .name = "tab-add", .activate = tab_add_action_cb },
  { .name = "tab", .activate = tab_action_cb, .parameter_type = "u" },
  { .name = "tab-next", .activate = tab_next_action_cb },
  { .name = "tab-remove", .activate = tab_remove_action_cb },
  { .name = "text-larger", .activate = text_larger_action_cb },
  { .name = "text-smaller", .activate = text_smaller_action_cb },
  { .name = "text-normal", .activate = text_normal_action_cb },
  { .name = "reload", .activate = reload_action_cb },
  { .name = "menu", .activate = menu_action_cb },
  { .name = "shortcuts", .activate = shortcuts_action_cb },
  { .name = "about", .activate = about_action_cb },
};

static void
add_page (MingWindow *self, const PageInfo *info)
{
  g_autofree char *action = g_strdup_printf ("win.page('%s')", info->name);
  g_autofree char *key = ming_shortcuts_get_label (action);

  gtk_list_box_append (GTK_LIST_BOX (self->navigation), ming_page_row_new (_(info->title), key));
}

/* Large text takes the room of the keys' names; tips and F1 say them. */
static void
text_size_changed_cb (MingWindow *self)
{
  gboolean large = ming_text_size_is_large ();

  ming_style_set_class (GTK_WIDGET (self), "large-text", large);
  ming_style_show_class (self->navigation, "key", !large);
  gtk_label_set_wrap (GTK_LABEL (self->context), large);
  gtk_label_set_ellipsize (GTK_LABEL (self->context), large ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

/* The region is the counter's, not the client's: it is remembered. */
static void
remember_region (MingWindow *self)
{
  const MingEstimateForm *form = ming_session_get_form (self->session);

  if (form->pack != NULL)
    ming_settings_set_region (ming_session_get_values (self->session)->text[MING_FIELD_REGION]);
}

static gboolean
ming_window_close_request (GtkWindow *window)
{
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  ming_settings_set_size (width, height, gtk_window_is_maximized (window));
  ming_settings_set_page (gtk_stack_get_visible_child_name (GTK_STACK (MING_WINDOW (window)->pages)));
  remember_region (MING_WINDOW (window));
  forget_copied (MING_WINDOW (window));
  return GTK_WINDOW_CLASS (ming_window_parent_class)->close_request (window);
}

/* A page that was turned to before there was a window could not take the keyboard. */
static void
ming_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ming_window_parent_class)->map (widget);
  if (get_page (MING_WINDOW (widget)) != NULL)
    ming_page_begin (get_page (MING_WINDOW (widget)));
}

/* The second window holds this one for its keys: it goes before anything waits for the last reference. */
static void
ming_window_unrealize (GtkWidget *widget)
{
  close_citizen (MING_WINDOW (widget));
  GTK_WIDGET_CLASS (ming_window_parent_class)->unrealize (widget);
}

static void
ming_window_dispose (GObject *object)
{
  MingWindow *self = MING_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  /* A dialog that asks for a file may hold it beyond the window whose pages it prints. */
  if (self->paper != NULL)
    g_object_run_dispose (G_OBJECT (self->paper));
  g_clear_weak_pointer (&self->before_menu);
  g_clear_object (&self->paper);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ming_window_parent_class)->dispose (object);
}

static void
ming_window_class_init (MingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_window_dispose;
  widget_class->map = ming_window_map;
  widget_class->unrealize = ming_window_unrealize;
  GTK_WINDOW_CLASS (klass)->close_request = ming_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MingWindow, context);
  gtk_widget_class_bind_template_child (widget_class, MingWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MingWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, MingWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MingWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, MingWindow, notice_text);
  gtk_widget_class_bind_template_child (widget_class, MingWindow, notice_close);
  gtk_widget_class_bind_template_child (widget_class, MingWindow, status);
}

static void
ming_window_init (MingWindow *self)
{
  int width, height;
  gboolean maximized;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "mingsuan");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_swapped (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->menu_button)), "closed",
                            G_CALLBACK (menu_closed_cb), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
  ming_text_size_set (ming_settings_get_text_size ());
  ming_settings_get_size (&width, &height, &maximized);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
}

GtkWidget *
ming_window_new (GtkApplication *application, MingSession *session)
{
  MingWindow *self = g_object_new (MING_TYPE_WINDOW, "application", application, NULL);
  g_autofree char *last = NULL;

  self->session = g_object_ref (session);
  self->paper = ming_paper_new (GTK_APPLICATION_WINDOW (self), session);
  g_signal_connect_object (self->paper, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->notice_close, "clicked", G_CALLBACK (hide_notice), self);
  for (guint i = 0; i < G_N_ELEMENTS (page_infos); i++)
    add_page (self, &page_infos[i]);
  gtk_widget_set_visible (self->navigation, G_N_ELEMENTS (page_infos) > 1);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_size_changed_cb), self, G_CONNECT_SWAPPED);
  text_size_changed_cb (self);
  g_signal_connect_swapped (self->navigation, "row-selected", G_CALLBACK (navigation_selected_cb), self);
  /* After the pages, which were connected first. */
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect_swapped (session, "next-client", G_CALLBACK (forget_copied), self);
  turn_to (self, page_infos[0].name);
  last = ming_settings_get_page ();
  turn_to (self, last);
  return GTK_WIDGET (self);
}

MingPaper *
ming_window_get_paper (MingWindow *self)
{
  g_return_val_if_fail (MING_IS_WINDOW (self), NULL);

  return self->paper;
}
