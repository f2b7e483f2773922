/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-part-names"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ming-part-names.h"

/* The pages of GTK's stacks, by the names they have inside GTK. */
static const struct
{
  const char *page;
  const char *name;
} stack_pages[] = {
  { "main", NC_ ("pane", "About the program") }, { "credits", NC_ ("pane", "Credits") },
  { "license", NC_ ("pane", "License") },        { "system", NC_ ("pane", "System") },
  { "internal-search", NC_ ("pane", "Keys found") }, { "all", NC_ ("pane", "All keys") },
};

/* The page of a stack that holds @widget says what it shows. */
static const char *
name_by_page (GtkWidget *widget)
{
  GtkWidget *stack = gtk_widget_get_ancestor (widget, GTK_TYPE_STACK);
  GtkWidget *child = widget;
  const char *page;

  if (stack == NULL)
    return C_ ("pane", "Text");
  while (gtk_widget_get_parent (child) != stack)
    child = gtk_widget_get_parent (child);
  page = gtk_stack_page_get_name (gtk_stack_get_page (GTK_STACK (stack), child));
  for (gsize i = 0; i < G_N_ELEMENTS (stack_pages); i++)
    if (g_strcmp0 (stack_pages[i].page, page) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "pane", stack_pages[i].name);
  return C_ ("pane", "Text");
}

/* NULL for what has a name of its own, or none the keyboard could come to. */
static const char *
choose_name (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return C_ ("pane", "Search");
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    return C_ ("pane", "Search");
  if (GTK_IS_MENU_BUTTON (widget))
    return C_ ("pane", "Sections");
  return GTK_IS_TEXT_VIEW (widget) || GTK_IS_SCROLLED_WINDOW (widget) ? name_by_page (widget) : NULL;
}

void
ming_part_names_set (GtkWidget *root)
{
  const char *name;

  g_return_if_fail (GTK_IS_WIDGET (root));

  name = choose_name (root);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ming_part_names_set (child);
}
