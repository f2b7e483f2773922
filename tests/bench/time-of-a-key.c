/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>
#include <gtk/gtk.h>

#include "i18n/ming-locale.h"
#include "window-fixture.h"

/*
 * From a key in the total cost to the updated result, in the whole window: until everything that shows the
 * answer has been told, and until the window has been painted. Prints median and worst; judges nothing.
 */

#define KEYS_MEASURED 200

/** Sample: one key. */
typedef struct
{
  gint64 told_us;        /* by the clock on the wall */
  gint64 painted_us;     /* the same; the next frame of a 60 Hz screen is waited for */
  gint64 told_cpu_us;    /* what the program itself worked, however busy the machine is with others */
  gint64 painted_cpu_us;
} Sample;

static gint64
get_cpu_us (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return (gint64) spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static void
painted_cb (GdkFrameClock *clock, gpointer frames)
{
  *(guint *) frames += 1;
}

/* One digit more, one digit less. */
static void
press (GtkEditable *entry, int key)
{
  int end = (int) strlen ("53600.");

  if (key % 2 == 0)
    gtk_editable_insert_text (entry, "7", 1, &end);
  else
    gtk_editable_delete_text (entry, end, end + 1);
}

static void
measure (Fixture *fixture, Sample samples[KEYS_MEASURED])
{
  GtkEditable *total = GTK_EDITABLE (get_input (fixture, MING_FIELD_TOTAL));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  guint frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);

  for (int i = 0; i < KEYS_MEASURED; i++)
    {
      guint frames_before = frames;
      gint64 begin_us = g_get_monotonic_time ();
      gint64 begin_cpu_us = get_cpu_us ();

      press (total, i);
      samples[i].told_us = g_get_monotonic_time () - begin_us;
      samples[i].told_cpu_us = get_cpu_us () - begin_cpu_us;
      while (frames == frames_before)
        g_main_context_iteration (NULL, TRUE);
      samples[i].painted_us = g_get_monotonic_time () - begin_us;
      samples[i].painted_cpu_us = get_cpu_us () - begin_cpu_us;
      drain ();
    }
  g_signal_handler_disconnect (clock, handler);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static void
report (const char *what, const Sample samples[KEYS_MEASURED], gsize offset)
{
  gint64 times_us[KEYS_MEASURED];

  for (int i = 0; i < KEYS_MEASURED; i++)
    times_us[i] = G_STRUCT_MEMBER (gint64, &samples[i], offset);
  qsort (times_us, KEYS_MEASURED, sizeof *times_us, compare_times);
  g_print ("%-34s median %6.1f ms   worst %6.1f ms\n", what, (double) times_us[KEYS_MEASURED / 2] / 1e3,
           (double) times_us[KEYS_MEASURED - 1] / 1e3);
}

int
main (int argc, char **argv)
{
  Fixture fixture;
  Sample samples[KEYS_MEASURED];

  ming_locale_start (NULL);
  gtk_test_init (&argc, &argv, NULL);
  set_up (&fixture, NULL);
  type_bill (&fixture);
  type (&fixture, MING_FIELD_TOTAL, "53600.");
  gtk_test_widget_wait_for_draw (fixture.window);
  drain ();
  measure (&fixture, samples);
  g_print ("a key in the total cost, %d keys\n", KEYS_MEASURED);
  report ("told, on the clock", samples, G_STRUCT_OFFSET (Sample, told_us));
  report ("painted, on the clock", samples, G_STRUCT_OFFSET (Sample, painted_us));
  report ("told, processor time", samples, G_STRUCT_OFFSET (Sample, told_cpu_us));
  report ("painted, processor time", samples, G_STRUCT_OFFSET (Sample, painted_cpu_us));
  tear_down (&fixture, NULL);
  return 0;
}
