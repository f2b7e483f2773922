/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ming-field-cell.h"
#include "ming-session.h"
#include "print/ming-print-sheets.h"

G_BEGIN_DECLS

#define MING_TYPE_PAGE (ming_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MingPage, ming_page, MING, PAGE, GtkBox)

/**
 * MingPageClass: what every page of the window has in common, and what the window asks of it.
 *
 * A page shows the session: it follows its changes while it is on the screen, and catches up when it comes
 * back; what it knows of a client goes with the client. It is made with the property "session".
 * Functions may be left out.
 * @follows_always: the page is refreshed at each change, also while another one is on the screen
 * @refresh: works everything out anew and shows it; the facts are shown already
 * @forget: the client leaves: forgets what the page itself holds of them; @refresh comes after
 * @begin: a new client, or the page was turned to: puts the keyboard where the work starts
 * @get_result: where F6 goes to from the fields, and back from it to where the work starts
 * @other_side: what F6 does instead, where that is not enough
 * @get_context: what the window's title line says, e.g. whose rules; owned by the page; if not set, what
 *   the session says
 * @get_status: what the line at the foot says, likewise
 * @dup_copy: what "copy" puts on the clipboard (transfer full)
 * @make_sheets: what the page puts on paper, of MingReport* (transfer full), with the head of @options; NULL
 *   with MING_PRINT_ERROR_NOTHING when there is nothing, and why
 * @get_estimate: the estimate whose figures can be exported as a table; owned by the page, NULL for none
 * @make_entry: what 历史 keeps of the page (transfer full), NULL when there is nothing yet; if not set, the
 *   answer of the session
 */
struct _MingPageClass
{
  GtkBoxClass parent_class;

  gboolean follows_always;
  void (*refresh) (MingPage *self);
  void (*forget) (MingPage *self);
  void (*begin) (MingPage *self);
  GtkWidget *(*get_result) (MingPage *self);
  void (*other_side) (MingPage *self);
  const char *(*get_context) (MingPage *self);
  const char *(*get_status) (MingPage *self);
  char *(*dup_copy) (MingPage *self);
  GPtrArray *(*make_sheets) (MingPage *self, const MingSheetOptions *options, GError **error);
  const MingEstimate *(*get_estimate) (MingPage *self);
  MingStoreEntry *(*make_entry) (MingPage *self, const char *made_at);
};

/* For the window: each asks the class, and does without what a page leaves out. */

void ming_page_begin (MingPage *self);

/** F6: the keyboard goes from the fields to the result, or back. */
void ming_page_other_side (MingPage *self);

const char *ming_page_get_context (MingPage *self);
const char *ming_page_get_status (MingPage *self);
char *ming_page_dup_copy (MingPage *self);
GPtrArray *ming_page_make_sheets (MingPage *self, const MingSheetOptions *options, GError **error);
const MingEstimate *ming_page_get_estimate (MingPage *self);
MingStoreEntry *ming_page_make_entry (MingPage *self, const char *made_at);

/* For the pages. */

/** The session the page shows. (transfer none) */
MingSession *ming_page_get_session (MingPage *self);

/** The session's packs, regions and day. (transfer none) */
const MingEstimateWorld *ming_page_get_world (MingPage *self);

/** Works the page out anew and shows it, e.g. after a key in a field of its own. */
void ming_page_refresh (MingPage *self);

/**
 * A cell for a fact of the session: what is typed in it goes there, each refresh shows what is there.
 * Returns: (transfer floating): to be put somewhere on the page
 */
MingFieldCell *ming_page_make_fact (MingPage *self, MingField field);

/** A cell for a region finds it in the list of regions. */
void ming_page_search_regions (MingPage *self, MingFieldCell *cell);

/** Puts @cell into @grid, its label as wide as those of the others; Enter moves on. */
void ming_page_place_cell (MingPage *self, MingFieldCell *cell, GtkWidget *grid, int column, int row,
                           int span);

/** Brings the keyboard to the next thing that takes it. */
void ming_page_move_on (MingPage *self);

G_END_DECLS
