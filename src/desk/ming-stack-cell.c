/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-stack-cell"

#include "config.h"

#include "ming-flow.h"
#include "ming-stack-cell.h"
#include "ming-style.h"

/* Between a figure and the next heading. */
#define GAP 22

struct _MingStackCell
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GtkWidget *title; /* the first of the flow */
  GPtrArray *pairs; /* of GtkLabel*, children of the flow */
};

G_DEFINE_FINAL_TYPE (MingStackCell, ming_stack_cell, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
ming_stack_cell_dispose (GObject *object)
{
  MingStackCell *self = MING_STACK_CELL (object);

  g_clear_pointer (&self->flow, gtk_widget_unparent);
  G_OBJECT_CLASS (ming_stack_cell_parent_class)->dispose (object);
}

static void
ming_stack_cell_finalize (GObject *object)
{
  g_ptr_array_unref (MING_STACK_CELL (object)->pairs);
  G_OBJECT_CLASS (ming_stack_cell_parent_class)->finalize (object);
}

static void
ming_stack_cell_class_init (MingStackCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ming_stack_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = ming_stack_cell_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ming_stack_cell_init (MingStackCell *self)
{
  self->pairs = g_ptr_array_new ();
  self->title = make_label ("stack-title");
  self->flow = ming_flow_new (GAP, 0);
  ming_flow_append (MING_FLOW (self->flow), self->title);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
}

GtkWidget *
ming_stack_cell_new (void)
{
  return g_object_new (MING_TYPE_STACK_CELL, NULL);
}

static GtkWidget *
get_pair (MingStackCell *self, guint index)
{
  GtkWidget *label;

  if (index < self->pairs->len)
    return g_ptr_array_index (self->pairs, index);
  label = make_label ("numeric");
  ming_flow_append (MING_FLOW (self->flow), label);
  g_ptr_array_add (self->pairs, label);
  return label;
}

static gboolean
is_nothing (const char *text)
{
  return *text == '\0' || g_str_equal (text, "·");
}

void
ming_stack_cell_show (MingStackCell *self, MingTextRow *row, const char *const *headings)
{
  guint n_pairs = 0;

  g_return_if_fail (MING_IS_STACK_CELL (self) && headings != NULL && headings[0] != NULL);

  gtk_label_set_text (GTK_LABEL (self->title), ming_text_row_get_cell (row, 0));
  for (guint i = 1; headings[i] != NULL; i++)
    {
      const char *value = ming_text_row_get_cell (row, i);
      g_autofree char *pair = NULL;

      if (is_nothing (value))
        continue;
      pair = g_markup_printf_escaped ("<span size=\"smaller\">%s</span> %s", headings[i], value);
      gtk_label_set_markup (GTK_LABEL (get_pair (self, n_pairs)), pair);
      gtk_widget_set_visible (get_pair (self, n_pairs), TRUE);
      n_pairs += 1;
    }
  for (guint i = n_pairs; i < self->pairs->len; i++)
    {
      gtk_label_set_text (g_ptr_array_index (self->pairs, i), "");
      gtk_widget_set_visible (g_ptr_array_index (self->pairs, i), FALSE);
    }
  ming_style_set_class (GTK_WIDGET (self), "total", g_strcmp0 (ming_text_row_get_style (row), "total") == 0);
  ming_style_set_class (GTK_WIDGET (self), "differs",
                        g_strcmp0 (ming_text_row_get_style (row), "differs") == 0);
}
