/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-citizen-window"

#include "config.h"

#include "../ming-lines.h"
#include "../ming-message.h"
#include "../ming-payer-bar.h"
#include "ming-citizen-view.h"
#include "ming-citizen-window.h"

#define SWATCH_SIZE 22
/* From this width of the monitor on there is room for still larger type. */
#define ROOMY_WIDTH 1800

struct _MingCitizenWindow
{
  GtkWindow parent_instance;

  GtkWidget *title;
  GtkWidget *person;
  GtkWidget *bill;
  GtkWidget *figures;
  GtkWidget *bar;
  GtkWidget *legend;
  GtkWidget *sentences;
  GtkWidget *foot;

  GtkWidget *captions[MING_CITIZEN_N_FIGURES];
  GtkWidget *values[MING_CITIZEN_N_FIGURES];
  GtkWidget *legend_items[MING_N_PAYERS];
  GtkWidget *legend_labels[MING_N_PAYERS];
  GtkWidget *lines[MING_CITIZEN_SENTENCES + 1]; /* the sentences, then the account's credit */

  MingSession *session;
  GtkWindow *clerk;    /* weak: it closes this window together with itself */
  GListModel *monitors;
  GdkMonitor *monitor; /* the one this window fills, or NULL */
};

G_DEFINE_FINAL_TYPE (MingCitizenWindow, ming_citizen_window, GTK_TYPE_WINDOW)

static GtkWidget *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
make_figures (MingCitizenWindow *self)
{
  for (int i = 0; i < MING_CITIZEN_N_FIGURES; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      gtk_widget_add_css_class (box, "figure");
      if (i == MING_CITIZEN_OWN)
        gtk_widget_add_css_class (box, "own");
      self->captions[i] = add_label (box, "citizen-caption");
      self->values[i] = add_label (box, "citizen-value");
      gtk_label_set_wrap (GTK_LABEL (self->values[i]), FALSE);
      gtk_box_append (GTK_BOX (self->figures), box);
    }
}

static void
make_legend (MingCitizenWindow *self)
{
  for (int i = 0; i < MING_N_PAYERS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *item = gtk_flow_box_child_new ();
      GtkWidget *swatch = ming_payer_swatch_new ((MingPayer) i);

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_SIZE);
      gtk_box_append (GTK_BOX (box), swatch);
      self->legend_labels[i] = add_label (box, "citizen-legend");
      gtk_label_set_wrap (GTK_LABEL (self->legend_labels[i]), FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (item), box);
      gtk_widget_set_focusable (item, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (self->legend), item);
      self->legend_items[i] = item;
    }
}

static void
show_bill (MingCitizenWindow *self, const MingCitizenView *view)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *description = NULL;

  gtk_widget_set_visible (self->bill, view->has_bill);
  for (int i = 0; i < MING_CITIZEN_N_FIGURES; i++)
    {
      ming_message_show (self->captions[i], view->caption[i]);
      ming_message_show (self->values[i], view->figure[i]);
    }
  for (int i = 0; i < MING_N_PAYERS; i++)
    {
      ming_message_show (self->legend_labels[i], view->payer[i]);
      gtk_widget_set_visible (self->legend_items[i], view->payer[i] != NULL);
      if (view->payer[i] != NULL)
        g_ptr_array_add (words, view->payer[i]);
    }
  description = ming_lines_list (words);
  ming_payer_bar_set (MING_PAYER_BAR (self->bar), view->paid_fen, description);
}

static void
update_widgets (MingCitizenWindow *self)
{
  g_autoptr (MingCitizenView) view =
      ming_citizen_view_new (ming_session_get_values (self->session), ming_session_get_form (self->session),
                             ming_session_get_answer (self->session));

  ming_message_show (self->title, view->title);
  ming_message_show (self->person, view->person);
  ming_message_show (self->foot, view->foot);
  show_bill (self, view);
  for (int i = 0; i < MING_CITIZEN_SENTENCES; i++)
    ming_message_show (self->lines[i], view->sentences[i]);
  ming_message_show (self->lines[MING_CITIZEN_SENTENCES], view->has_bill ? view->credit : NULL);
  if (view->state == MING_CITIZEN_ANSWER)
    gtk_widget_remove_css_class (self->sentences, "no-answer");
  else
    gtk_widget_add_css_class (self->sentences, "no-answer");
}

/* The other monitor, or NULL. (transfer full) */
static GdkMonitor *
find_monitor (MingCitizenWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->clerk));
  GdkMonitor *under = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface),
                                                                            surface)
                                      : NULL;
  int n_monitors = (int) g_list_model_get_n_items (self->monitors);
  int own = -1, chosen;

  for (int i = 0; i < n_monitors; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, (guint) i);

      if (monitor == under)
        own = i;
    }
  chosen = own >= 0 ? ming_citizen_view_choose_monitor (n_monitors, own) : -1;
  return chosen >= 0 ? g_list_model_get_item (self->monitors, (guint) chosen) : NULL;
}

/* The keyboard belongs to the clerk's window, unless another program has it. */
static void
give_keyboard_back (MingCitizenWindow *self)
{
  if (self->clerk != NULL && (gtk_window_is_active (self->clerk) || gtk_window_is_active (GTK_WINDOW (self))))
    gtk_window_present (self->clerk);
}

/* Larger type where there is room for it. The size of a monitor just plugged in is told a little later. */
static void
fill_monitor (MingCitizenWindow *self)
{
  GdkRectangle area;

  gdk_monitor_get_geometry (self->monitor, &area);
  if (area.width <= 0 || area.height <= 0)
    return;
  if (area.width >= ROOMY_WIDTH)
    gtk_widget_add_css_class (GTK_WIDGET (self), "roomy");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "roomy");
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), self->monitor);
  give_keyboard_back (self);
}

static void
leave_monitor (MingCitizenWindow *self)
{
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
}

/*
 * Fills the other monitor, or is an ordinary window when there is none. A window manager leaves a window that
 * filled a monitor since unplugged full screen, over the clerk's.
 */
static void
place (MingCitizenWindow *self)
{
  g_autoptr (GdkMonitor) monitor = self->clerk != NULL ? find_monitor (self) : NULL;

  if (monitor == self->monitor)
    return;
  leave_monitor (self);
  if (monitor == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "roomy");
      gtk_window_unfullscreen (GTK_WINDOW (self));
      give_keyboard_back (self);
      return;
    }
  self->monitor = g_steal_pointer (&monitor);
  g_signal_connect_swapped (self->monitor, "notify::geometry", G_CALLBACK (fill_monitor), self);
  fill_monitor (self);
}

/* The clerk's keys are let go while both windows are whole. */
static void
ming_citizen_window_unrealize (GtkWidget *widget)
{
  gtk_widget_insert_action_group (widget, "win", NULL);
  GTK_WIDGET_CLASS (ming_citizen_window_parent_class)->unrealize (widget);
}

static void
ming_citizen_window_dispose (GObject *object)
{
  MingCitizenWindow *self = MING_CITIZEN_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->monitors != NULL)
    g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_clear_object (&self->session);
  g_clear_object (&self->monitors);
  leave_monitor (self);
  g_clear_weak_pointer (&self->clerk);
  G_OBJECT_CLASS (ming_citizen_window_parent_class)->dispose (object);
}

static void
ming_citizen_window_class_init (MingCitizenWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_citizen_window_dispose;
  widget_class->unrealize = ming_citizen_window_unrealize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/mingsuan/Mingsuan/ming-citizen-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, person);
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, bill);
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, figures);
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, sentences);
  gtk_widget_class_bind_template_child (widget_class, MingCitizenWindow, foot);
}

static void
ming_citizen_window_init (MingCitizenWindow *self)
{
  g_type_ensure (MING_TYPE_PAYER_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_figures (self);
  make_legend (self);
  for (gsize i = 0; i < G_N_ELEMENTS (self->lines); i++)
    self->lines[i] = add_label (self->sentences, "citizen-sentence");
}

GtkWidget *
ming_citizen_window_open (GtkWindow *clerk, MingSession *session)
{
  MingCitizenWindow *self = g_object_new (MING_TYPE_CITIZEN_WINDOW, "application",
                                          gtk_window_get_application (clerk), NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->clerk, clerk);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (clerk))));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (clerk));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (update_widgets), self);
  g_signal_connect_swapped (self->monitors, "items-changed", G_CALLBACK (place), self);
  update_widgets (self);
  place (self);
  gtk_window_present (GTK_WINDOW (self));
  if (self->monitor != NULL)
    gtk_window_present (clerk);
  return GTK_WIDGET (self);
}
