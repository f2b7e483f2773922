/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>
#include <gtk/gtk.h>

#include "desk/ming-note-list.h"
#include "desk/ming-style.h"
#include "desk/policy/ming-policy-view.h"
#include "i18n/ming-locale.h"
#include "window-fixture.h"

/*
 * What the first sight of a list of sentences costs: what changed in Beijing between two days, in an empty
 * list that is on the screen. Beside it the least it could cost: each sentence laid out once by Pango. The
 * ratio of the two hangs little on the machine. Prints; judges nothing.
 */

#define TIMES 5

static gint64
get_cpu_us (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static void
painted_cb (GdkFrameClock *clock, gpointer painted)
{
  *(gboolean *) painted = TRUE;
}

static GPtrArray *
list_sentences (MingSession *session)
{
  const MingEstimateWorld *world = ming_session_get_world (session);
  const MingDate from = { 2019, 1, 1 };
  const MingDate to = { 2025, 11, 3 };

  for (guint i = 0; i < world->library->packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (world->library->packs, i);

      if (g_str_equal (pack->id, "110000-310"))
        return ming_policy_changes (pack, &from, &to);
    }
  g_error ("Beijing's pack is not there");
}

/* Until it is painted. */
static gint64
see_sentences (GtkWidget *list, GPtrArray *sentences)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gint64 begin_us = get_cpu_us ();

  ming_note_list_show_sentences (MING_NOTE_LIST (list), sentences, "");
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  begin_us = get_cpu_us () - begin_us;
  g_signal_handler_disconnect (clock, handler);
  return begin_us;
}

static gint64
lay_out_once (GtkWidget *list, GPtrArray *sentences)
{
  gint64 begin_us = get_cpu_us ();

  for (guint i = 0; i < sentences->len; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (list, sentences->pdata[i]);
      int width, height;

      pango_layout_set_width (layout, gtk_widget_get_width (list) * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_pixel_size (layout, &width, &height);
    }
  return get_cpu_us () - begin_us;
}

static void
measure (GPtrArray *sentences, gint64 *seen_us, gint64 *again_us, gint64 *least_us)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = ming_note_list_new ("sentences");

  for (guint i = sentences->len; i > 0; i--)
    g_ptr_array_add (others, sentences->pdata[i - 1]);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  see_sentences (list, none);
  drain ();
  *seen_us = see_sentences (list, sentences);
  drain ();
  *again_us = see_sentences (list, others);
  *least_us = lay_out_once (list, sentences);
  gtk_window_destroy (GTK_WINDOW (window));
  drain ();
}

int
main (int argc, char **argv)
{
  Fixture fixture;
  g_autoptr (GPtrArray) sentences = NULL;

  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  set_up (&fixture, NULL);
  sentences = list_sentences (fixture.session);
  g_print ("%u sentences, seen first, others in their place, each laid out once; processor time\n",
           sentences->len);
  for (int i = 0; i < TIMES; i++)
    {
      gint64 seen_us, again_us, least_us;

      measure (sentences, &seen_us, &again_us, &least_us);
      g_print ("%6.1f ms  %6.1f ms  %6.1f ms   %5.1f and %5.1f times as much\n", (double) seen_us / 1e3,
               (double) again_us / 1e3, (double) least_us / 1e3, (double) seen_us / (double) least_us,
               (double) again_us / (double) least_us);
    }
  tear_down (&fixture, NULL);
  return 0;
}
