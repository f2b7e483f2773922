/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "estimate/ming-explain.h"
#include "policy/ming-wording.h"
#include "../ming-places.h"
#include "ming-policy-view.h"

/* A search of regions that finds more than this says nothing. */
#define REGIONS_MOST 400

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/* "2025-07-01 – 2026-06-30", "2022-09-01 –" */
static char *
span_text (const MingSpan *span)
{
  g_autofree char *from = ming_wording_date (span->effective);
  g_autofree char *until = ming_wording_date (span->until);

  return g_strdup_printf ("%s – %s", from, until);
}

/* The codes of the regions that @typed may mean; NULL when every pack is meant. */
static GHashTable *
regions_meant (const MingRegions *regions, const MingLibrary *library, const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autoptr (GPtrArray) found = NULL;
  GHashTable *codes;

  if (*text == '\0')
    return NULL;
  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  found = ming_places_search (regions, library, text, REGIONS_MOST);
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (codes, g_strdup (((const MingChoice *) g_ptr_array_index (found, i))->code));
  return codes;
}

static guint
official_of (const MingTally *tally)
{
  return tally->known[MING_EVIDENCE_OFFICIAL_TEXT] + tally->known[MING_EVIDENCE_OFFICIAL_QUOTE];
}

static GStrv
pack_row (const MingPack *pack)
{
  MingTally tally = ming_coverage_tally (pack);
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  g_autofree char *total = g_strdup_printf ("%u", ming_tally_total (&tally));
  g_autofree char *official = g_strdup_printf ("%u", official_of (&tally));
  g_autofree char *unproved = g_strdup_printf ("%u", tally.known[MING_EVIDENCE_SECONDARY]
                                                     + tally.known[MING_EVIDENCE_UNVERIFIED]);
  g_autofree char *unknown = g_strdup_printf ("%u", tally.unknown);

  g_strv_builder_add (row, ming_phrase_local (&pack->name));
  g_strv_builder_add (row, pack->id);
  g_strv_builder_add (row, total);
  g_strv_builder_add (row, official);
  g_strv_builder_add (row, unproved);
  g_strv_builder_add (row, unknown);
  return g_strv_builder_end (row);
}

static void
list_packs (MingPolicyView *view, const MingLibrary *library, const MingRegions *regions, const char *typed)
{
  g_autoptr (GHashTable) codes = regions_meant (regions, library, typed);

  for (guint i = 0; i < library->packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (library->packs, i);

      if (codes != NULL && !g_hash_table_contains (codes, pack->region))
        continue;
      g_ptr_array_add (view->packs, pack);
      g_ptr_array_add (view->pack_rows, pack_row (pack));
    }
}

static MingPack *
choose (const MingPolicyView *view, const char *pack_id)
{
  for (guint i = 0; pack_id != NULL && i < view->packs->len; i++)
    {
      MingPack *pack = g_ptr_array_index (view->packs, i);

      if (g_str_equal (pack->id, pack_id))
        return pack;
    }
  return view->packs->len > 0 ? g_ptr_array_index (view->packs, 0) : NULL;
}

static GStrv
figure_row (const MingFigure *figure)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  g_autofree char *what = *figure->who != '\0' ? g_strdup_printf ("%s · %s", figure->what, figure->who)
                                                : g_strdup (figure->what);
  g_autofree char *span = figure->span != NULL ? span_text (figure->span) : g_strdup ("");

  g_strv_builder_add (row, what);
  g_strv_builder_add (row, figure->is_text ? C_ ("figure", "in words") : figure->value);
  g_strv_builder_add (row, figure->state == MING_CELL_UNKNOWN ? "" : ming_evidence_mark (figure->evidence));
  g_strv_builder_add (row, span);
  return g_strv_builder_end (row);
}

/* What is too long for its cell is told with the papers. */
static char *
papers_of (const MingFigure *figure)
{
  g_autofree char *papers = ming_figure_papers (figure);

  return figure->is_text ? g_strdup_printf ("%s\n%s", figure->value, papers) : g_steal_pointer (&papers);
}

static void
list_figures (MingPolicyView *view)
{
  g_autoptr (GPtrArray) figures = ming_figures_of_pack (view->chosen);

  for (guint i = 0; i < figures->len; i++)
    {
      const MingFigure *figure = g_ptr_array_index (figures, i);

      if (figure->kind != MING_FIGURE_NUMBER)
        continue;
      g_ptr_array_add (view->figure_rows, figure_row (figure));
      g_ptr_array_add (view->papers, papers_of (figure));
    }
}

static void
add_version (MingPolicyView *view, const char *list, const MingSpan *span, const MingDate *today)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  g_autofree char *from = ming_wording_date (span->effective);
  g_autofree char *until = span->until.year != 0 ? ming_wording_date (span->until) : g_strdup ("—");
  const char *state = C_ ("version", "in force");

  if (span->expected)
    state = C_ ("version", "announced");
  else if (ming_date_compare (span->effective, *today) > 0)
    state = C_ ("version", "not yet");
  else if (span->until.year != 0 && ming_date_compare (span->until, *today) < 0)
    state = C_ ("version", "ended");
  g_strv_builder_add (row, list);
  g_strv_builder_add (row, from);
  g_strv_builder_add (row, until);
  g_strv_builder_add (row, state);
  g_ptr_array_add (view->version_rows, g_strv_builder_end (row));
}

/* Elements of every dated list begin with their span. */
static void
add_versions (MingPolicyView *view, const char *list, GPtrArray *versions, const MingDate *today)
{
  for (guint i = 0; i < versions->len; i++)
    add_version (view, list, g_ptr_array_index (versions, i), today);
}

static void
list_versions (MingPolicyView *view, const MingDate *today)
{
  const MingPack *pack = view->chosen;

  add_versions (view, _("Contribution base"), pack->bases, today);
  add_versions (view, _("Contribution"), pack->contribution_rules, today);
  add_versions (view, _("Withheld from the account"), pack->account_debit, today);
  add_versions (view, _("Account credit"), pack->account_credit, today);
  add_versions (view, _("Interest on the account"), pack->account_interest, today);
  for (guint i = 0; i < pack->cares->len; i++)
    {
      const MingCare *care = g_ptr_array_index (pack->cares, i);

      add_versions (view, ming_phrase_local (&care->name), care->versions, today);
    }
  add_versions (view, _("Years for retired benefits"), pack->retirement_years, today);
  add_versions (view, _("Waiting period"), pack->waiting, today);
  add_versions (view, _("Residents' premium of the year"), pack->resident_premium, today);
  add_versions (view, _("Guidance"), pack->guidance, today);
}

static void
list_findings (MingPolicyView *view, const MingLibrary *library, const MingDate *today)
{
  for (guint i = 0; i < library->problems->len; i++)
    {
      const MingProblem *problem = g_ptr_array_index (library->problems, i);

      g_ptr_array_add (view->findings,
                       g_strdup_printf ("%s#%s: %s", problem->file, problem->pointer, problem->message));
    }
  if (view->chosen != NULL)
    {
      g_autoptr (GPtrArray) found = ming_lint_pack (view->chosen, today);

      for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (view->findings,
                         g_strdup (((const MingFinding *) g_ptr_array_index (found, i))->message));
    }
  for (guint i = 0; view->chosen != NULL && i < view->chosen->gaps->len; i++)
    {
      const MingGap *gap = g_ptr_array_index (view->chosen->gaps, i);

      g_ptr_array_add (view->findings,
                       g_strdup_printf (_("Not modelled: %s"), ming_phrase_local (&gap->text)));
    }
}

static char *
summarise (const MingPack *pack)
{
  if (pack == NULL)
    return g_strdup (_("No policy pack yet for this region: docs/pack-format.md says how to write one"));
  return g_strdup_printf ("%s · %s %s · SHA-256 %.12s…%s", ming_phrase_local (&pack->name), pack->id,
                          pack->revision, pack->sha256, pack->demonstration ? _(" · demonstration") : "");
}

MingPolicyView *
ming_policy_view_new (const MingLibrary *library, const MingRegions *regions, const char *typed,
                      const char *pack_id, const MingDate *today)
{
  MingPolicyView *view = g_new0 (MingPolicyView, 1);
  MingPack *chosen;

  view->packs = g_ptr_array_new ();
  view->pack_rows = rows_new ();
  view->figure_rows = rows_new ();
  view->papers = g_ptr_array_new_with_free_func (g_free);
  view->version_rows = rows_new ();
  view->findings = g_ptr_array_new_with_free_func (g_free);
  list_packs (view, library, regions, typed);
  chosen = choose (view, pack_id);
  if (chosen != NULL)
    {
      view->chosen = ming_pack_ref (chosen);
      list_figures (view);
      list_versions (view, today);
    }
  list_findings (view, library, today);
  view->summary = summarise (view->chosen);
  if (view->packs->len == library->packs->len)
    view->heading = g_strdup_printf (_("Policy packs: %u"), library->packs->len);
  else
    /* Translators: packs that match the search, of all packs */
    view->heading = g_strdup_printf (_("Policy packs: %1$u of %2$u"), view->packs->len, library->packs->len);
  return view;
}

void
ming_policy_view_free (MingPolicyView *view)
{
  g_ptr_array_unref (view->packs);
  g_ptr_array_unref (view->pack_rows);
  g_ptr_array_unref (view->figure_rows);
  g_ptr_array_unref (view->papers);
  g_ptr_array_unref (view->version_rows);
  g_ptr_array_unref (view->findings);
  g_clear_pointer (&view->chosen, ming_pack_unref);
  g_free (view->summary);
  g_free (view->heading);
  g_free (view);
}

GPtrArray *
ming_policy_changes (MingPack *pack, const MingDate *from, const MingDate *to)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MingDiff) diff = ming_diff_dates (pack, from, pack, to);

  for (guint i = 0; i < diff->changes->len; i++)
    g_ptr_array_add (lines, ming_change_describe (g_ptr_array_index (diff->changes, i)));
  return lines;
}
