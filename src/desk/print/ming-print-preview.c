/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-print"

#include "config.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "../ming-shortcuts.h"
#include "ming-print-preview.h"

/* Sizes of the page in per cent; 100 is a point for a point of the screen. */
#define ZOOM_LEAST 50
#define ZOOM_MOST 300
#define ZOOM_STEP 25
#define ZOOM_FIRST 150

/* Grey left around the page, in pixels. */
#define EDGE 12

/* Lines of the page's words, for a screen reader. */
#define TEXT_COLUMNS 80

struct _MingPrintPreview
{
  GtkWindow parent_instance;

  GtkWidget *position;
  GtkWidget *zoom;
  GtkWidget *large;
  GtkWidget *name;
  GtkWidget *fault;
  GtkWidget *scroller;
  GtkWidget *paper;

  MingPrintJob *job;
  GtkPageSetup *setup;
  guint page;
  int percent;
  gboolean laid_out;
};

G_DEFINE_FINAL_TYPE (MingPrintPreview, ming_print_preview, GTK_TYPE_WINDOW)

enum
{
  SIGNAL_PRINT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static double
get_scale (MingPrintPreview *self)
{
  return self->percent / 100.0;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer preview)
{
  MingPrintPreview *self = preview;
  double scale = get_scale (self);
  double paper_width = gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
  double paper_height = gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);

  cairo_translate (cr, EDGE, EDGE);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_rectangle (cr, 0.0, 0.0, paper_width, paper_height);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 1.0 / scale);
  cairo_stroke (cr);
  cairo_translate (cr, gtk_page_setup_get_left_margin (self->setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_top_margin (self->setup, GTK_UNIT_POINTS));
  if (self->laid_out)
    ming_print_job_draw_page (self->job, cr, self->page);
}

static void
set_enabled (MingPrintPreview *self, const char *name, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), name, enabled);
}

/* All words of the sheets: those who cannot see the page hear what is on it. */
static char *
describe_sheets (MingPrintPreview *self)
{
  GPtrArray *sheets = ming_print_job_get_sheets (self->job);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *sheet = ming_report_to_text (g_ptr_array_index (sheets, i), TEXT_COLUMNS);

      g_string_append (text, sheet);
    }
  return g_string_free (text, FALSE);
}

static void
update_widgets (MingPrintPreview *self)
{
  guint n_pages = self->laid_out ? ming_print_job_get_n_pages (self->job) : 0;
  double scale = get_scale (self);
  g_autofree char *position =
      g_strdup_printf (_ ("Page %u of %u"), n_pages > 0 ? self->page + 1 : 0, n_pages);
  g_autofree char *zoom = g_strdup_printf ("%d%%", self->percent);

  gtk_label_set_text (GTK_LABEL (self->position), position);
  gtk_label_set_text (GTK_LABEL (self->zoom), zoom);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->paper),
                                      (int) ceil (
                                          gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS)
                                          * scale)
                                          + 2 * EDGE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->paper),
                                       (int) ceil (
                                           gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS)
                                           * scale)
                                           + 2 * EDGE);
  gtk_widget_queue_draw (self->paper);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL, position, -1);
  set_enabled (self, "preview.previous", self->page > 0);
  set_enabled (self, "preview.next", self->page + 1 < n_pages);
  set_enabled (self, "preview.zoom-out", self->percent > ZOOM_LEAST);
  set_enabled (self, "preview.zoom-in", self->percent < ZOOM_MOST);
  set_enabled (self, "preview.print", n_pages > 0);
}

static void
show_fault (MingPrintPreview *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->fault), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->fault, error != NULL);
}

static void
lay_out (MingPrintPreview *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = describe_sheets (self);

  self->laid_out =
      ming_print_job_paginate (self->job, gtk_page_setup_get_page_width (self->setup, GTK_UNIT_POINTS),
                               gtk_page_setup_get_page_height (self->setup, GTK_UNIT_POINTS), &error);
  self->page = 0;
  show_fault (self, error);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  update_widgets (self);
}

static void
look_changed_cb (MingPrintPreview *self)
{
  MingPrintLook look = { gtk_check_button_get_active (GTK_CHECK_BUTTON (self->large)),
                         gtk_editable_get_text (GTK_EDITABLE (self->name)) };
  g_autoptr (GError) error = NULL;

  if (ming_print_job_change (self->job, &look, &error))
    lay_out (self);
  else
    show_fault (self, error);
}

/* A new page is read from its top. */
static void
turn_by (MingPrintPreview *self, int by)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);

  self->page = (guint) ((int) self->page + by);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0.0);
  update_widgets (self);
}

static void
next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_by (MING_PRINT_PREVIEW (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_by (MING_PRINT_PREVIEW (widget), -1);
}

static void
zoom_by (MingPrintPreview *self, int by)
{
  self->percent = CLAMP (self->percent + by, ZOOM_LEAST, ZOOM_MOST);
  update_widgets (self);
}

static void
zoom_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zoom_by (MING_PRINT_PREVIEW (widget), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  zoom_by (MING_PRINT_PREVIEW (widget), -ZOOM_STEP);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_PRINT], 0);
}

static void
ming_print_preview_dispose (GObject *object)
{
  MingPrintPreview *self = MING_PRINT_PREVIEW (object);

  g_clear_object (&self->setup);
  g_clear_pointer (&self->job, ming_print_job_unref);
  G_OBJECT_CLASS (ming_print_preview_parent_class)->dispose (object);
}

static void
ming_print_preview_class_init (MingPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ming_print_preview_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/mingsuan/Mingsuan/ming-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, MingPrintPreview, position);
  gtk_widget_class_bind_template_child (widget_class, MingPrintPreview, zoom);
  gtk_widget_class_bind_template_child (widget_class, MingPrintPreview, large);
  gtk_widget_class_bind_template_child (widget_class, MingPrintPreview, name);
  gtk_widget_class_bind_template_child (widget_class, MingPrintPreview, fault);
  gtk_widget_class_bind_template_child (widget_class, MingPrintPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, MingPrintPreview, paper);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "preview.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  ming_shortcuts_install_close (widget_class);

  signals[SIGNAL_PRINT] = g_signal_new ("print", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
ming_print_preview_init (MingPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->percent = ZOOM_FIRST;
}

GtkWidget *
ming_print_preview_new (GtkWindow *parent, MingPrintJob *job, GtkPageSetup *setup)
{
  const MingPrintLook *look = ming_print_job_get_look (job);
  MingPrintPreview *self = g_object_new (MING_TYPE_PRINT_PREVIEW, "transient-for", parent, "application",
                                         gtk_window_get_application (parent), NULL);

  self->job = ming_print_job_ref (job);
  self->setup = g_object_ref (setup);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->large), look->large);
  gtk_editable_set_text (GTK_EDITABLE (self->name), look->name);
  g_signal_connect_swapped (self->large, "toggled", G_CALLBACK (look_changed_cb), self);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (look_changed_cb), self);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->paper), draw_cb, self, NULL);
  lay_out (self);
  gtk_widget_grab_focus (self->paper);
  return GTK_WIDGET (self);
}
