/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "../ming-codes.h"
#include "../ming-places.h"
#include "ming-history-view.h"

static void
fill_headings (MingHistoryView *view)
{
  const char *const words[] = { C_ ("column", "Number"), C_ ("column", "Made"),  C_ ("column", "Region"),
                                C_ ("column", "Scheme"), C_ ("column", "Total"), C_ ("column", "Funds"),
                                C_ ("column", "Own part"), C_ ("column", "Receipt"),
                                C_ ("column", "Person") };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (view->headings, g_strdup (words[i]));
}

/* "2026-11-22T16:29:03+08:00" → "2026-11-22 16:29" */
static char *
write_time (const char *made_at)
{
  char *text = g_strndup (made_at, 16);

  return g_strdelimit (text, "T", ' ');
}

/* "王小明 110105**********2X", as far as the office keeps it. */
static char *
write_person (const MingStoreEntry *entry, MingArchive *archive)
{
  g_autofree char *masked = archive != NULL ? ming_archive_dup_masked (archive, entry) : g_strdup ("");
  g_autofree char *both = g_strdup_printf ("%s %s", entry->name != NULL ? entry->name : "", masked);

  return g_strstrip (g_steal_pointer (&both));
}

/* An account or a working life has no bill. */
static char *
write_amount (const MingStoreEntry *entry, gint64 fen)
{
  return entry->total_fen > 0 ? ming_answer_money (fen) : g_strdup ("—");
}

static void
add_row (MingHistoryView *view, const MingStoreEntry *entry, const MingRegions *regions,
         const MingLibrary *library, MingArchive *archive)
{
  g_autofree char *made = write_time (entry->made_at);
  g_autofree char *place = ming_places_name (regions, library, entry->region);
  g_autofree char *total = write_amount (entry, entry->total_fen);
  g_autofree char *funds = write_amount (entry, entry->fund_fen);
  g_autofree char *own = write_amount (entry, entry->person_fen);
  g_autofree char *person = write_person (entry, archive);
  const char *cells[] = { entry->number,
                          made,
                          place != NULL ? place : entry->region,
                          ming_codes_name (MING_CODES_INSUTYPE, entry->insutype),
                          total,
                          funds,
                          own,
                          entry->receipt_code,
                          person,
                          NULL };

  g_ptr_array_add (view->rows, g_strdupv ((GStrv) cells));
}

MingHistoryView *
ming_history_view_new (GPtrArray *entries, const MingRegions *regions, const MingLibrary *library,
                       MingArchive *archive)
{
  MingHistoryView *view = g_new0 (MingHistoryView, 1);
  guint n = entries != NULL ? entries->len : 0;

  view->headings = g_ptr_array_new_with_free_func (g_free);
  view->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  fill_headings (view);
  for (guint i = 0; i < n; i++)
    add_row (view, g_ptr_array_index (entries, i), regions, library, archive);
  view->summary = n > 0 ? g_strdup_printf (ngettext ("%u kept estimate", "%u kept estimates", n), n)
                        : g_strdup (_("No kept estimate matches"));
  return view;
}

void
ming_history_view_free (MingHistoryView *view)
{
  g_ptr_array_unref (view->headings);
  g_ptr_array_unref (view->rows);
  g_free (view->summary);
  g_free (view);
}
