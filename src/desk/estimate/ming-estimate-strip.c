/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-estimate-strip"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-style.h"
#include "ming-estimate-strip.h"

struct _MingEstimateStrip
{
  GtkBox parent_instance;

  GtkWidget *buttons[MING_TABS_MAX];
};

G_DEFINE_FINAL_TYPE (MingEstimateStrip, ming_estimate_strip, GTK_TYPE_BOX)

/* The keyboard stays in the form: the tabs have keys of their own. */
static GtkWidget *
add_button (MingEstimateStrip *self, GtkWidget *button)
{
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
ming_estimate_strip_class_init (MingEstimateStripClass *klass)
{
}

static void
ming_estimate_strip_init (MingEstimateStrip *self)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (GTK_WIDGET (self), "tabs");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (guint i = 0; i < MING_TABS_MAX; i++)
    {
      GtkWidget *label = gtk_label_new ("");

      self->buttons[i] = add_button (self, gtk_button_new ());
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]), "win.tab");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[i]), "u", i);
    }
  add_button (self, remove);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "win.tab-remove");
  gtk_widget_set_tooltip_text (remove, _("Forget the case in front"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Forget the case in front"), -1);
}

void
ming_estimate_strip_show (MingEstimateStrip *self, const MingEstimateTabs *tabs, gboolean known,
                          MingFen own_fen)
{
  g_return_if_fail (MING_IS_ESTIMATE_STRIP (self) && tabs != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), tabs->n_tabs > 1);
  for (guint i = 0; i < MING_TABS_MAX; i++)
    {
      g_autofree char *text =
          i < tabs->n_tabs ? ming_estimate_tabs_describe (tabs, i, known, own_fen) : g_strdup ("");

      gtk_widget_set_visible (self->buttons[i], i < tabs->n_tabs);
      gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->buttons[i]))), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      ming_style_set_class (self->buttons[i], "in-front", i == tabs->active);
    }
}
