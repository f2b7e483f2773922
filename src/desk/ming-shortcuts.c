/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-shortcuts"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-part-names.h"
#include "ming-shortcuts.h"

/* Lines of one column in the window of keys; two columns fit the screen of a counter. */
#define COLUMN_ROWS "27"

typedef struct
{
  const char *group;
  const char *title;
  const char *action; /* detailed action name; NULL: a key that a widget handles itself */
  const char *keys;   /* accelerators, separated by a space */
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("Client"), N_ ("Next client, nothing personal left"), "win.next-client", "F2" },
  { N_ ("Client"), N_ ("Keep the estimate"), "win.keep", "<Primary>s" },
  { N_ ("Client"), N_ ("Copy the table"), "win.copy-table", "<Primary><Shift>c" },
  { N_ ("Client"), N_ ("Screen for the client"), "win.citizen", "F11" },
  { N_ ("Client"), N_ ("Keep this case and change a copy"), "win.tab-add", "F3" },
  { N_ ("Client"), N_ ("Next of the cases kept"), "win.tab-next", "F4" },
  { N_ ("Client"), N_ ("Forget the case in front"), "win.tab-remove", "<Shift>F3" },
  { N_ ("Paper"), N_ ("Print"), "win.print", "<Primary>p" },
  { N_ ("Paper"), N_ ("Print preview"), "win.print-preview", "<Primary><Shift>p" },
  { N_ ("Paper"), N_ ("Export to a file"), "win.export", "<Primary>e" },
  { N_ ("Paper"), N_ ("Preview: next page"), "preview.next", "Page_Down KP_Page_Down" },
  { N_ ("Paper"), N_ ("Preview: previous page"), "preview.previous", "Page_Up KP_Page_Up" },
  { N_ ("Paper"), N_ ("Preview: larger"), "preview.zoom-in", "<Primary>plus <Primary>KP_Add" },
  { N_ ("Paper"), N_ ("Preview: smaller"), "preview.zoom-out", "<Primary>minus <Primary>KP_Subtract" },
  { N_ ("Paper"), N_ ("Preview: close"), "dialog.close", "Escape" },
  { N_ ("Paper"), N_ ("Preview: print"), "preview.print",
    "<Primary>Return <Primary>KP_Enter" },
  { N_ ("Fields"), N_ ("Next field"), NULL, "Return KP_Enter Tab" },
  { N_ ("Fields"), N_ ("Previous field"), NULL, "<Shift>Tab" },
  { N_ ("Fields"), N_ ("Open a list, choose in it"), NULL, "Down Up" },
  { N_ ("Fields"), N_ ("Close a list"), NULL, "Escape" },
  { N_ ("Fields"), N_ ("Between form and result"), "win.other-side", "F6" },
  { N_ ("Pages"), N_ ("Estimate"), "win.page('estimate')", "<Alt>1 <Alt>KP_1" },
  { N_ ("Pages"), N_ ("Ledger of the year"), "win.page('ledger')", "<Alt>2 <Alt>KP_2" },
  { N_ ("Pages"), N_ ("Personal account"), "win.page('account')", "<Alt>3 <Alt>KP_3" },
  { N_ ("Pages"), N_ ("Retirement and years"), "win.page('life')", "<Alt>4 <Alt>KP_4" },
  { N_ ("Pages"), N_ ("Compare plans"), "win.page('compare')", "<Alt>5 <Alt>KP_5 F5" },
  { N_ ("Pages"), N_ ("Audit a statement"), "win.page('audit')", "<Alt>6 <Alt>KP_6" },
  { N_ ("Pages"), N_ ("Policy library"), "win.page('policy')", "<Alt>7 <Alt>KP_7" },
  { N_ ("Pages"), N_ ("History"), "win.page('history')", "<Alt>8 <Alt>KP_8" },
  { N_ ("Ledger of the year"), N_ ("Insert a row above"), "ledger.insert", "Insert KP_Insert" },
  { N_ ("Ledger of the year"), N_ ("Delete the row"), "ledger.remove", "<Primary>Delete <Primary>KP_Delete" },
  { N_ ("Ledger of the year"), N_ ("Refund the visit, or count it again"), "ledger.refund", "F8" },
  { N_ ("Ledger of the year"), N_ ("Take the last step back"), "ledger.undo", "<Primary>z" },
  { N_ ("Ledger of the year"), N_ ("Put the rows in order of their days"), "ledger.sort", "F9" },
  { N_ ("Ledger of the year"), N_ ("Take the rows as settled"), "ledger.settle", "F7" },
  { N_ ("Ledger of the year"), N_ ("Open a ledger: JSON or CSV"), "ledger.open", "<Primary>o" },
  { N_ ("Ledger of the year"), N_ ("Save the ledger as CSV or JSON"), "ledger.save", "<Primary><Shift>s" },
  { N_ ("Program"), N_ ("Show all keys"), "win.shortcuts", "F1" },
  { N_ ("Program"), N_ ("Menu"), "win.menu", "F10" },
  { N_ ("Program"), N_ ("Larger text"), "win.text-larger", "<Primary>plus <Primary>equal <Primary>KP_Add" },
  { N_ ("Program"), N_ ("Smaller text"), "win.text-smaller", "<Primary>minus <Primary>KP_Subtract" },
  { N_ ("Program"), N_ ("Text as usual"), "win.text-normal", "<Primary>0 <Primary>KP_0" },
  { N_ ("Program"), N_ ("Read the policy packs again"), "win.reload", "<Primary>r" },
  { N_ ("Program"), N_ ("Quit"), "app.quit", "<Primary>q" },
};

void
ming_shortcuts_install (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);

      if (shortcuts[i].action != NULL)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, (const char *const *) keys);
    }
}

/* The twin of a key, on the keypad or without Shift, goes without saying. */
static char *
list_shown_keys (const char *keys)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (GStrv key = all; *key != NULL; key++)
    if (strstr (*key, "KP_") == NULL && strstr (*key, "equal") == NULL)
      g_strv_builder_add (shown, *key);
  list = g_strv_builder_end (shown);
  return g_strjoinv (" ", list);
}

static void
append_shortcut (GString *xml, const Shortcut *shortcut)
{
  g_autofree char *keys = list_shown_keys (shortcut->keys);
  g_autofree char *child =
      g_markup_printf_escaped ("<child><object class=\"GtkShortcutsShortcut\">"
                               "<property name=\"title\">%s</property>"
                               "<property name=\"accelerator\">%s</property></object></child>",
                               _ (shortcut->title), keys);

  g_string_append (xml, child);
}

/* GTK 4.8 fills such a window from XML only. */
GtkWidget *
ming_shortcuts_window_new (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GString) xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"window\">"
                                          "<property name=\"modal\">1</property>"
                                          "<property name=\"destroy-with-parent\">1</property><child>"
                                          "<object class=\"GtkShortcutsSection\">"
                                          "<property name=\"section-name\">all</property>"
                                          "<property name=\"max-height\">" COLUMN_ROWS "</property>");
  g_autoptr (GError) error = NULL;
  const char *group = NULL;
  GtkWidget *window;

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (g_strcmp0 (group, shortcuts[i].group) != 0)
        {
          g_autofree char *title = g_markup_escape_text (_(shortcuts[i].group), -1);

          if (group != NULL)
            g_string_append (xml, "</object></child>");
          group = shortcuts[i].group;
          g_string_append_printf (xml, "<child><object class=\"GtkShortcutsGroup\">"
                                       "<property name=\"title\">%s</property>", title);
        }
      append_shortcut (xml, &shortcuts[i]);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");
  if (!gtk_builder_add_from_string (builder, xml->str, (gssize) xml->len, &error))
    g_error ("the window of shortcuts: %s", error->message);
  window = GTK_WIDGET (gtk_builder_get_object (builder, "window"));
  gtk_window_set_title (GTK_WINDOW (window), _("Keys of the program"));
  ming_part_names_set (window);
  return g_object_ref (window);
}

char *
ming_shortcuts_get_label (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) keys = g_strsplit (shortcuts[i].keys, " ", -1);
      guint key;
      GdkModifierType modifiers;

      if (g_strcmp0 (shortcuts[i].action, action) == 0 && gtk_accelerator_parse (keys[0], &key, &modifiers))
        return gtk_accelerator_get_label (key, modifiers);
    }
  return NULL;
}

static void
close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

void
ming_shortcuts_install_close (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "dialog.close", NULL, close_cb);
}
