/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ming-entry-room"

#include "config.h"

#include "ming-entry-room.h"
#include "ming-text-size.h"

#define LEAST_KEY "ming-least-chars"

/** Widths: what GTK takes for a character of an entry, and what a digit really is. */
typedef struct
{
  int character;
  int digit;
} Widths;

static Widths
get_widths (GtkWidget *text)
{
  PangoContext *context = gtk_widget_get_pango_context (text);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = pango_font_metrics_get_approximate_char_width (metrics);
  int digit = pango_font_metrics_get_approximate_digit_width (metrics);

  pango_font_metrics_unref (metrics);
  return (Widths) { MAX (PANGO_PIXELS_CEIL (MAX (character, digit)), 1), PANGO_PIXELS_CEIL (digit) };
}

/* In Chinese a character is as wide as two digits; large text has no room for what is never typed. */
static int
get_least (GtkWidget *entry, const Widths *widths)
{
  int least = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), LEAST_KEY));

  return ming_text_size_is_large () ? (least * widths->digit) / widths->character + 1 : least;
}

static void
make_room (GtkWidget *entry)
{
  GtkEditable *editable = GTK_EDITABLE (entry);
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (editable));
  Widths widths = get_widths (text);
  const char *shown = gtk_editable_get_text (editable);
  g_autoptr (PangoLayout) layout = NULL;
  int width, chars;

  if (gtk_widget_is_focus (text))
    return;
  if (*shown == '\0')
    shown = gtk_entry_get_placeholder_text (GTK_ENTRY (entry));
  layout = gtk_widget_create_pango_layout (text, shown);
  pango_layout_get_pixel_size (layout, &width, NULL);
  chars = MAX (get_least (entry, &widths), (width + 1) / widths.character + 1);
  if (gtk_editable_get_width_chars (editable) == chars)
    return;
  gtk_editable_set_width_chars (editable, chars);
  gtk_editable_set_max_width_chars (editable, chars);
}

/* Pictures after which the entry has taken over the new size, and the style that comes with it. */
#define PICTURES 3

static gboolean
tick_cb (GtkWidget *entry, GdkFrameClock *clock, gpointer n_left)
{
  int *n = n_left;

  make_room (entry);
  *n -= 1;
  return *n > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* What is not on the screen makes room when it comes there. */
static void
text_size_changed_cb (GtkWidget *entry)
{
  int *n_left;

  if (!gtk_widget_get_mapped (entry))
    return;
  n_left = g_new (int, 1);
  *n_left = PICTURES;
  gtk_widget_add_tick_callback (entry, tick_cb, n_left, g_free);
}

void
ming_entry_room_keep (GtkWidget *entry, int least_chars)
{
  gboolean kept;

  g_return_if_fail (GTK_IS_ENTRY (entry) && least_chars > 0);

  kept = g_object_get_data (G_OBJECT (entry), LEAST_KEY) != NULL;
  g_object_set_data (G_OBJECT (entry), LEAST_KEY, GINT_TO_POINTER (least_chars));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), least_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), least_chars);
  make_room (entry);
  if (kept)
    return;
  g_signal_connect (entry, "changed", G_CALLBACK (make_room), NULL);
  g_signal_connect (entry, "notify::placeholder-text", G_CALLBACK (make_room), NULL);
  g_signal_connect_object (gtk_widget_get_settings (entry), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_size_changed_cb), entry, G_CONNECT_SWAPPED);
  g_signal_connect_after (entry, "map", G_CALLBACK (make_room), NULL);
  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "notify::has-focus",
                            G_CALLBACK (make_room), entry);
}
